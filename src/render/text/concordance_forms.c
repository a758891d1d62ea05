// SPDX-License-Identifier: Apache-2.0
#include "render/text/concordance_forms.h"

#include "codec/json.h"

static void write_version(struct json_writer *json, const struct told_version *version)
{
    json_begin_object(json);
    json_member_str(json, "file", version->name);
    json_member_str(json, "language", str_of(language_name(version->language)));
    json_member_int(json, "clauses", version->clauses);
    json_end_object(json);
}

static void write_side(struct json_writer *json, const char *name, struct str words,
                       struct str context)
{
    json_name(json, name);
    json_begin_object(json);
    json_member_str_or_null(json, "quotation", words);
    json_member_str_or_null(json, "context", context);
    json_end_object(json);
}

static void write_difference(struct json_writer *json, const struct concordance_answer *answer,
                             const struct told_difference *told)
{
    json_begin_object(json);
    json_member_str(json, "version", answer->versions[told->version].name);
    json_member_str(json, "certainty", str_of(proof_certainty_name(told->certainty)));
    json_member_str_or_null(json, "clause", told->clause);
    json_member_str(json, "message", told->message);
    write_side(json, "first", told->one, told->one_context);
    write_side(json, "other", told->other, told->other_context);
    json_end_object(json);
}

struct str concordance_json(const struct concordance_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_str(&json, "format", STR("entente-concordance/1"));
    json_name(&json, "versions");
    json_begin_array(&json);
    for (uint32_t v = 0; v < answer->version_count; v++)
        write_version(&json, &answer->versions[v]);
    json_end_array(&json);
    json_name(&json, "differences");
    json_begin_array(&json);
    for (uint32_t i = 0; i < answer->count; i++)
        write_difference(&json, answer, &answer->differences[i]);
    json_end_array(&json);
    json_end_object(&json);
    return builder_str(&out);
}

static void add_side(struct report *report, struct str words, struct str context)
{
    if (words.length > 0)
        report_cell(report, "%.*s: %.*s", STR_ARGS(words), STR_ARGS(context));
    else
        report_cell(report, "%.*s", STR_ARGS(context.length > 0 ? context : STR("–")));
}

static void add_version(struct report *report, const struct concordance_answer *answer,
                        uint32_t version)
{
    const struct told_version *first = &answer->versions[0];
    const struct told_version *other = &answer->versions[version];
    report_heading(report, arena_c_string(report->arena, other->name));
    report_table(report,
                 arena_c_string(report->arena, arena_print(report->arena, "place|what|%s|%s|sure?",
                                                           language_name(first->language),
                                                           language_name(other->language))));
    for (uint32_t i = 0; i < answer->count; i++) {
        const struct told_difference *told = &answer->differences[i];
        if (told->version != version)
            continue;
        report_cell(report, "%.*s",
                    STR_ARGS(told->clause.length > 0 ? told->clause : STR("(start)")));
        report_cell(report, "%.*s", STR_ARGS(told->message));
        add_side(report, told->one, told->one_context);
        add_side(report, told->other, told->other_context);
        report_cell(report, "%s", proof_certainty_name(told->certainty));
    }
}

static uint32_t count_of(const struct concordance_answer *answer, uint32_t version)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < answer->count; i++)
        count += answer->differences[i].version == version;
    return count;
}

struct report concordance_report(const struct concordance_answer *answer, struct arena *arena)
{
    struct report report = report_make(
        arena, answer->versions[0].name,
        arena_print(arena, "%u differences between the first version and %u %s", answer->count,
                    answer->version_count - 1, answer->version_count == 2 ? "other" : "others"));
    for (uint32_t v = 1; v < answer->version_count; v++) {
        if (count_of(answer, v) > 0)
            add_version(&report, answer, v);
        else
            report_paragraph(&report, TONE_GOOD, "%.*s: nothing was found by these checks.",
                             STR_ARGS(answer->versions[v].name));
        if (answer->versions[v].language == LANGUAGE_OTHER)
            report_paragraph(&report, TONE_WARN,
                             "%.*s: of this language only figures, letters, signs and brackets are "
                             "read, not numbers and months in words.",
                             STR_ARGS(answer->versions[v].name));
    }
    return report;
}
