// SPDX-License-Identifier: Apache-2.0
// What a form of the packages page says a party's wordings are worth, as a scenario.
#include "workbench/workbench_pages/scores_given.h"
#include "base/checked.h"
#include "codec/json.h"
#include "workbench/answer.h"
#include "workbench/case/case.h"
#include "workbench/door.h"

#include <entente/merge.h>
#include <entente/pages.h>
#include <string.h>

static bool pass_on(const struct entente_error *outer, struct error *error)
{
    return error_set(error, outer->code == ENTENTE_LIMIT ? TOO_LARGE : BAD_INPUT, "%s",
                     outer->message);
}

// The open places of a document as issues, "entente-bargain/1".
static bool issues_of(const struct scores_given *given, struct entente_case *handle,
                      const char *document, const struct json **scenario, struct error *error)
{
    struct entente_merge_options merged = {.size = sizeof merged, .form = ENTENTE_JSON};
    struct entente_case_text_options text = {
        .size = sizeof text, .document = document, .merged = &merged};
    struct entente_issues_options options = {.size = sizeof options};
    struct entente_answer *laid = NULL;
    struct entente_answer *answer = NULL;
    struct entente_error outer;
    if (!entente_case_text(&text, handle, NULL, &laid, &outer))
        return pass_on(&outer, error);
    struct entente_file file = {"text.json", laid->output.bytes, laid->output.length};
    bool done = entente_issues(&options, &file, NULL, &answer, &outer) || pass_on(&outer, error);
    done = done && json_read(STR("issues"), arena_copy(given->arena, answer->output),
                             &input_limits_default, given->arena, scenario, error);
    entente_answer_free(answer);
    entente_answer_free(laid);
    return done;
}

static bool is_open(const struct scores_given *given)
{
    return str_equal(str_of(given_field(given, "empty")), STR("open"));
}

static bool whole_field(const struct scores_given *given, const char *name, int64_t *value,
                        struct error *error)
{
    const char *said = given_field(given, name);
    *value = 0;
    return !said || checked_parse(str_trim(str_of(said)), value) ||
           error_set(error, BAD_INPUT, "\"%.40s\" is not a whole number", said);
}

// What was left empty counts nothing, or is not known yet.
static bool write_score(struct scores_given *given, const char *name, struct json_writer *writer,
                        struct error *error)
{
    int64_t score;
    if (!given_field(given, name) && is_open(given)) {
        json_null(writer);
        return true;
    }
    if (!whole_field(given, name, &score, error))
        return false;
    json_int(writer, score);
    return true;
}

static bool write_scores(struct scores_given *given, const struct json *issues,
                         struct json_writer *writer, struct error *error)
{
    json_name(writer, "scores");
    json_begin_array(writer);
    for (size_t i = 0; i < issues->count; i++) {
        const struct json *choices = json_member(&issues->items[i], "options");
        json_begin_array_inline(writer);
        for (size_t o = 0; choices && o < choices->count; o++) {
            const char *name = arena_print(given->arena, "score.%zu.%zu", i, o).bytes;
            if (!write_score(given, name, writer, error))
                return false;
        }
        json_end_array(writer);
    }
    json_end_array(writer);
    return true;
}

// What is not known lies between the least and the most that was given, and 0.
static void write_range(const struct scores_given *given, const struct json *issues,
                        struct json_writer *writer)
{
    int64_t least = 0;
    int64_t most = 0;
    bool has_open = false;
    for (size_t i = 0; i < issues->count; i++) {
        const struct json *choices = json_member(&issues->items[i], "options");
        for (size_t o = 0; choices && o < choices->count; o++) {
            const char *said =
                given_field(given, arena_print(given->arena, "score.%zu.%zu", i, o).bytes);
            int64_t score;
            has_open = has_open || !said;
            if (!said || !checked_parse(str_trim(str_of(said)), &score))
                continue;
            least = score < least ? score : least;
            most = score > most ? score : most;
        }
    }
    if (!is_open(given) || !has_open || least == most)
        return;
    json_name(writer, "range");
    json_begin_array_inline(writer);
    json_int(writer, least);
    json_int(writer, most);
    json_end_array(writer);
}

static bool write_by_scores(struct scores_given *given, const struct json *issues,
                            struct json_writer *writer, struct error *error)
{
    int64_t reserve;
    if (!whole_field(given, "reserve", &reserve, error) ||
        !write_scores(given, issues, writer, error))
        return false;
    write_range(given, issues, writer);
    json_member_int(writer, "reservation", reserve);
    return true;
}

static void write_red_lines(const struct scores_given *given, const struct json *issues,
                            struct json_writer *writer)
{
    struct str red = str_of(given_field(given, "red"));
    struct str each;
    json_name(writer, "red_lines");
    json_begin_array(writer);
    while (str_cut(&red, ',', &each)) {
        size_t dot = str_find_byte(each, '.');
        int64_t issue;
        int64_t option;
        if (!checked_parse(str_slice(each, 0, dot), &issue) ||
            !checked_parse(str_skip(each, dot + 1), &option) || issue < 0 || option < 0 ||
            (uint64_t)issue >= issues->count)
            continue;
        const struct json *choices = json_member(&issues->items[issue], "options");
        if (!choices || (uint64_t)option >= choices->count)
            continue;
        json_begin_array_inline(writer);
        json_int(writer, issue);
        json_int(writer, option);
        json_end_array(writer);
    }
    json_end_array(writer);
}

static bool write_party(struct scores_given *given, const char *party, const struct json *issues,
                        struct json_writer *writer, struct error *error)
{
    bool is_order = str_equal(str_of(given_field(given, "how")), STR("order"));
    json_name(writer, "parties");
    json_begin_array(writer);
    json_begin_object(writer);
    json_member_str(writer, "name", str_of(party));
    if (!(is_order ? order_given_write(given, issues, writer, error)
                   : write_by_scores(given, issues, writer, error)))
        return false;
    write_red_lines(given, issues, writer);
    json_end_object(writer);
    json_end_array(writer);
    return true;
}

static bool write_all(struct scores_given *given, const char *party, const struct json *scenario,
                      struct json_writer *writer, struct error *error)
{
    const struct json *issues = json_member(scenario, "issues");
    if (!scenario || !issues || issues->count == 0)
        return error_set(error, BAD_INPUT, "no place is open: there is nothing to score");
    json_begin_object(writer);
    for (size_t i = 0; i < scenario->count; i++) {
        if (!str_equal(scenario->names[i], STR("parties"))) {
            json_name_str(writer, scenario->names[i]);
            json_value(writer, &scenario->items[i]);
        } else if (!write_party(given, party, issues, writer, error)) {
            return false;
        }
    }
    json_end_object(writer);
    return true;
}

bool entente_case_scores(const struct entente_scores_options *options, struct entente_case *handle,
                         const struct entente_bounds *bounds, struct entente_answer **answer,
                         struct entente_error *error)
{
    struct entente_scores_options own;
    const struct json *scenario = NULL;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    struct scores_given given = {made->arena, own.fields, own.count};
    struct builder out = builder_make(made->arena);
    struct json_writer writer = json_writer_make(&out, 1);
    bool done =
        (own.document && own.party) ||
        error_set(&inner, MISUSE, "say the document that was scored, and the party that did it");
    done = done && issues_of(&given, handle, own.document, &scenario, &inner) &&
           write_all(&given, own.party, scenario, &writer, &inner);
    made->output = builder_str(&out);
    return case_finish(done, made, answer, &inner, error);
}
