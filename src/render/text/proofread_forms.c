// SPDX-License-Identifier: Apache-2.0
#include "render/text/proofread_forms.h"

#include "base/utf8.h"
#include "codec/json.h"
#include "render/text/proofread_words.h"

#define CAUSE_BYTES 60 // of a wording that is named
#define LEFT_MOST 12   // clauses that are named

static void write_readings(struct json_writer *json, const struct proofread_answer *answer,
                           const struct told_finding *finding)
{
    if (!finding->in)
        return;
    json_name(json, "readings");
    json_begin_array(json);
    for (uint32_t r = 0; r < answer->reading_count; r++)
        if (finding->in[r])
            json_str(json, answer->readings[r]);
    json_end_array(json);
}

static void write_cause(struct json_writer *json, const struct told_cause *cause)
{
    json_begin_array(json);
    for (uint32_t i = 0; i < cause->count; i++) {
        const struct told_wording *wording = &cause->wordings[i];
        json_begin_object(json);
        json_member_str(json, "point", wording->point);
        json_member_str_or_null(json, "clause", wording->clause);
        json_member_str(json, "held_by", wording->holders);
        json_member_str(json, "wording", wording->words);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_causes(struct json_writer *json, const struct proofread_answer *answer,
                         const struct told_finding *finding)
{
    if (answer->reading_count == 0)
        return;
    json_name(json, "causes");
    json_begin_array(json);
    for (uint32_t c = 0; c < finding->cause_count; c++)
        write_cause(json, &finding->causes[c]);
    json_end_array(json);
}

static void write_combinations(struct json_writer *json, const struct proofread_answer *answer)
{
    if (answer->reading_count == 0)
        return;
    json_name(json, "combinations");
    json_begin_object(json);
    json_member_int(json, "places", answer->place_count);
    json_member_int(json, "texts", answer->texts_read);
    json_member_int(json, "wordings", answer->largest_tried);
    json_member_bool(json, "complete", !answer->is_cut);
    json_name(json, "untried");
    json_begin_array(json);
    for (uint32_t i = 0; i < answer->left_count; i++)
        json_str(json, answer->left[i]);
    json_end_array(json);
    json_end_object(json);
}

static void write_finding(struct json_writer *json, const struct proofread_answer *answer,
                          const struct told_finding *finding)
{
    json_begin_object(json);
    json_member_str(json, "kind", str_of(finding_kind_name(finding->kind)));
    json_member_str(json, "certainty", str_of(proof_certainty_name(finding->certainty)));
    json_member_str_or_null(json, "clause", finding->clause);
    json_member_str(json, "quotation", finding->quotation);
    json_member_str(json, "context", finding->context);
    json_member_str(json, "message", finding->message);
    json_member_str_or_null(json, "right", finding->right);
    json_member_str_or_null(json, "other", finding->other);
    json_member_str_or_null(json, "other_clause", finding->other_clause);
    write_readings(json, answer, finding);
    write_causes(json, answer, finding);
    json_end_object(json);
}

struct str proofread_json(const struct proofread_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_str(&json, "format", STR("entente-proofread/1"));
    json_member_str(&json, "title", answer->title);
    json_name(&json, "readings");
    json_begin_array(&json);
    for (uint32_t r = 0; r < answer->reading_count; r++)
        json_str(&json, answer->readings[r]);
    json_end_array(&json);
    json_member_int(&json, "left_out", answer->left_out);
    json_member_int(&json, "accepted", answer->accepted);
    json_member_bool(&json, "foreign", answer->is_foreign);
    write_combinations(&json, answer);
    json_name(&json, "findings");
    json_begin_array(&json);
    for (uint32_t i = 0; i < answer->count; i++)
        write_finding(&json, answer, &answer->findings[i]);
    json_end_array(&json);
    json_end_object(&json);
    return builder_str(&out);
}

struct str proofread_readings(const struct proofread_answer *answer,
                              const struct told_finding *finding, struct arena *arena)
{
    if (told_finding_is_everywhere(answer, finding))
        return STR("all");
    if (told_finding_is_combined(answer, finding))
        return STR("a combination");
    struct builder out = builder_make(arena);
    for (uint32_t r = 0; r < answer->reading_count; r++)
        if (finding->in[r])
            builder_print(&out, "%s%.*s", out.length > 0 ? ", " : "",
                          STR_ARGS(answer->readings[r]));
    return builder_str(&out);
}

struct str proofread_message(const struct told_finding *finding, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add(&out, finding->message);
    if (finding->right.length > 0)
        builder_print(&out, "; right would be \"%.*s\"", STR_ARGS(finding->right));
    if (finding->other.length > 0 && finding->right.length == 0)
        builder_print(&out, "; see \"%.*s\"%s%.*s", STR_ARGS(finding->other),
                      finding->other_clause.length > 0 ? " in " : "",
                      STR_ARGS(finding->other_clause));
    return builder_str(&out);
}

// "Tarsen's 4(b) ("not later than…") with Velmark's 12(e) (nothing)"
static void add_cause(struct builder *out, const struct told_cause *cause)
{
    for (uint32_t i = 0; i < cause->count; i++) {
        const struct told_wording *wording = &cause->wordings[i];
        bool is_long = wording->words.length > CAUSE_BYTES;
        struct str words = is_long ? utf8_start(wording->words, CAUSE_BYTES) : wording->words;
        builder_print(out, "%s%.*s in %.*s: ", i > 0 ? "; together with " : "",
                      STR_ARGS(wording->holders),
                      STR_ARGS(wording->clause.length > 0 ? wording->clause : STR("the start")));
        if (words.length > 0)
            builder_print(out, "\"%.*s%s\"", STR_ARGS(words), is_long ? "…" : "");
        else
            builder_add_c(out, "the words go");
    }
    if (cause->count == 0)
        builder_add_c(out, "where no proposal is taken");
}

struct str proofread_causes(const struct told_finding *finding, struct arena *arena)
{
    struct builder out = builder_make(arena);
    if (finding->cause_count > 0)
        add_cause(&out, &finding->causes[0]);
    if (finding->cause_count > 1)
        builder_print(&out, "; also by %u other %s", finding->cause_count - 1,
                      finding->cause_count == 2 ? "choice" : "choices");
    return builder_str(&out);
}

const char *proofread_heading(enum finding_kind kind)
{
    static const char *const headings[FINDING_KIND_COUNT] = {
        [FINDING_REFERENCE] = "References",     [FINDING_TERM] = "Defined terms",
        [FINDING_FIGURE] = "Figures and dates", [FINDING_SHARES] = "Sums and shares",
        [FINDING_ENUMERATION] = "Numbering",    [FINDING_BLANK] = "Blanks and notes to the draft",
        [FINDING_THRESHOLD] = "Steps",          [FINDING_AMOUNT] = "Amounts",
        [FINDING_OBLIGATION] = "Duties",        [FINDING_CONTENTS] = "Table of contents",
        [FINDING_SIGNATURE] = "Signatures",     [FINDING_TIMETABLE] = "Begin and end",
    };
    return headings[kind];
}

static void add_kind(struct report *report, const struct proofread_answer *answer,
                     enum finding_kind kind)
{
    if (proofread_answer_of_kind(answer, kind) == 0)
        return;
    report_heading(report, proofread_heading(kind));
    report_table(report, answer->reading_count > 0 ? "place|what|words|sure?|in|when this is taken"
                                                   : "place|what|words|sure?");
    for (int certainty = PROOF_COUNT; certainty-- > 0;)
        for (uint32_t i = 0; i < answer->count; i++) {
            const struct told_finding *finding = &answer->findings[i];
            if (finding->kind != kind || (int)finding->certainty != certainty)
                continue;
            struct str place = finding->clause.length > 0 ? finding->clause : STR("(start)");
            report_cell(report, "%.*s", STR_ARGS(place));
            report_cell(report, "%.*s", STR_ARGS(proofread_message(finding, report->arena)));
            report_cell(report, "%.*s", STR_ARGS(finding->context));
            report_cell(report, "%s", proof_certainty_name(finding->certainty));
            if (answer->reading_count == 0)
                continue;
            report_cell(report, "%.*s",
                        STR_ARGS(proofread_readings(answer, finding, report->arena)));
            report_cell(report, "%.*s", STR_ARGS(proofread_causes(finding, report->arena)));
        }
}

struct str proofread_reach(const struct proofread_answer *answer, struct arena *arena)
{
    if (answer->place_count == 0)
        return STR("");
    return arena_print(arena,
                       "Besides the readings, wordings of %u open places that may bear upon one "
                       "another were tried together, in %u texts.",
                       answer->place_count, answer->texts_read);
}

struct str proofread_cut(const struct proofread_answer *answer, struct arena *arena)
{
    if (answer->place_count == 0 || !answer->is_cut)
        return STR("");
    if (answer->largest_tried == 0)
        return STR("The text is too long for all of them: not even every single wording was "
                   "tried by itself, so combinations may break more than is told here.");
    struct builder out = builder_make(arena);
    builder_print(&out,
                  "Not all of them were: what takes more than %u of these wordings at once may be "
                  "missing here",
                  answer->largest_tried);
    for (uint32_t i = 0; i < answer->left_count && i < LEFT_MOST; i++)
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "; that concerns ",
                      STR_ARGS(answer->left[i].length > 0 ? answer->left[i] : STR("the start")));
    if (answer->left_count > LEFT_MOST)
        builder_print(&out, " and %u further clauses", answer->left_count - LEFT_MOST);
    builder_add_byte(&out, '.');
    return builder_str(&out);
}

struct str proofread_counts(const struct proofread_answer *answer, struct arena *arena)
{
    uint32_t sure = proofread_answer_at_least(answer, PROOF_SURE);
    uint32_t likely = proofread_answer_at_least(answer, PROOF_LIKELY);
    return arena_print(arena, "%u findings: %u sure, %u likely, %u to look at", answer->count, sure,
                       likely - sure, answer->count - likely);
}

static void add_said(struct report *report, enum report_tone tone, struct str words)
{
    if (words.length > 0)
        report_paragraph(report, tone, "%.*s", STR_ARGS(words));
}

struct report proofread_report(const struct proofread_answer *answer, struct arena *arena)
{
    struct report report = report_make(arena, answer->title, proofread_counts(answer, arena));
    if (answer->is_foreign)
        report_paragraph(&report, TONE_WARN,
                         "Hardly a word of this text is English, which is all that is read: "
                         "references, terms and figures in words were not looked for.");
    for (int kind = 0; kind < FINDING_KIND_COUNT; kind++)
        add_kind(&report, answer, (enum finding_kind)kind);
    if (answer->count == 0)
        report_paragraph(&report, TONE_GOOD, "Nothing was found by these checks.");
    if (answer->left_out > 0)
        report_paragraph(&report, TONE_QUIET,
                         "%u further findings were less sure and are left out.", answer->left_out);
    if (answer->accepted > 0)
        report_paragraph(&report, TONE_QUIET,
                         "%u further findings have been accepted as they are and are not told "
                         "again.",
                         answer->accepted);
    add_said(&report, TONE_QUIET, proofread_reach(answer, arena));
    add_said(&report, TONE_WARN, proofread_cut(answer, arena));
    return report;
}

struct str proofread_summary(const struct proofread_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%u findings", answer->count);
    for (int kind = 0; kind < FINDING_KIND_COUNT; kind++) {
        uint32_t count = proofread_answer_of_kind(answer, (enum finding_kind)kind);
        if (count > 0)
            builder_print(&out, ", %u %s", count, finding_kind_name((enum finding_kind)kind));
    }
    builder_add_byte(&out, '\n');
    if (answer->is_foreign)
        builder_add_c(&out, "note: the text is not in English: most checks do not read it\n");
    return builder_str(&out);
}
