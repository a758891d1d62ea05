// SPDX-License-Identifier: Apache-2.0
#include "serve/act_scores.h"

#include "base/checked.h"
#include "codec/json.h"
#include "serve/act_frame.h"
#include "serve/act_order.h"

#include <entente/merge.h>

static const struct json *read_json(struct case_job *job, struct entente_answer *answer)
{
    const struct json *value = NULL;
    struct error broken;
    if (!json_read(STR("issues"), case_job_output(job, answer), &input_limits_default,
                   job->visit->arena, &value, &broken))
        value = NULL;
    entente_answer_free(answer);
    return value;
}

// The open places of a document as issues, "entente-bargain/1".
static const struct json *issues_of(struct case_job *job, const char *document,
                                    struct entente_error *error)
{
    struct entente_merge_options merged = {.size = sizeof merged, .form = ENTENTE_JSON};
    struct entente_case_text_options text = {
        .size = sizeof text, .document = document, .merged = &merged};
    struct entente_issues_options options = {.size = sizeof options};
    struct entente_answer *answer;
    if (!entente_case_text(&text, job->seat->handle, NULL, &answer, error))
        return NULL;
    struct str bytes = case_job_output(job, answer);
    entente_answer_free(answer);
    struct entente_file file = {"text.json", bytes.bytes, bytes.length};
    if (!entente_issues(&options, &file, NULL, &answer, error))
        return NULL;
    const struct json *scenario = read_json(job, answer);
    if (!scenario)
        act_misuse(error, "the open places cannot be read as issues");
    return scenario;
}

static bool is_open(const struct case_job *job)
{
    return str_equal(str_of(act_field(job, "empty")), STR("open"));
}

static bool whole_field(const struct case_job *job, const char *name, int64_t *value,
                        struct entente_error *error)
{
    const char *said = act_field(job, name);
    *value = 0;
    return !said || checked_parse(str_trim(str_of(said)), value) ||
           act_misuse(
               error,
               arena_print(job->visit->arena, "\"%.40s\" is not a whole number", said).bytes);
}

// What was left empty counts nothing, or is not known yet.
static bool write_score(struct case_job *job, const char *name, struct json_writer *writer,
                        struct entente_error *error)
{
    int64_t score;
    if (!act_field(job, name) && is_open(job)) {
        json_null(writer);
        return true;
    }
    if (!whole_field(job, name, &score, error))
        return false;
    json_int(writer, score);
    return true;
}

static bool write_scores(struct case_job *job, const struct json *issues,
                         struct json_writer *writer, struct entente_error *error)
{
    json_name(writer, "scores");
    json_begin_array(writer);
    for (size_t i = 0; i < issues->count; i++) {
        const struct json *choices = json_member(&issues->items[i], "options");
        json_begin_array_inline(writer);
        for (size_t o = 0; choices && o < choices->count; o++) {
            const char *name = arena_print(job->visit->arena, "score.%zu.%zu", i, o).bytes;
            if (!write_score(job, name, writer, error))
                return false;
        }
        json_end_array(writer);
    }
    json_end_array(writer);
    return true;
}

// What is not known lies between the least and the most that was given, and 0.
static void write_range(const struct case_job *job, const struct json *issues,
                        struct json_writer *writer)
{
    int64_t least = 0;
    int64_t most = 0;
    bool has_open = false;
    for (size_t i = 0; i < issues->count; i++) {
        const struct json *choices = json_member(&issues->items[i], "options");
        for (size_t o = 0; choices && o < choices->count; o++) {
            const char *said =
                act_field(job, arena_print(job->visit->arena, "score.%zu.%zu", i, o).bytes);
            int64_t score;
            has_open = has_open || !said;
            if (!said || !checked_parse(str_trim(str_of(said)), &score))
                continue;
            least = score < least ? score : least;
            most = score > most ? score : most;
        }
    }
    if (!is_open(job) || !has_open || least == most)
        return;
    json_name(writer, "range");
    json_begin_array_inline(writer);
    json_int(writer, least);
    json_int(writer, most);
    json_end_array(writer);
}

static bool write_by_scores(struct case_job *job, const struct json *issues,
                            struct json_writer *writer, struct entente_error *error)
{
    int64_t reserve;
    if (!whole_field(job, "reserve", &reserve, error) || !write_scores(job, issues, writer, error))
        return false;
    write_range(job, issues, writer);
    json_member_int(writer, "reservation", reserve);
    return true;
}

static void write_red_lines(const struct case_job *job, const struct json *issues,
                            struct json_writer *writer)
{
    struct str red = str_of(posted_joined(&job->visit->posted, "red"));
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

static bool write_party(struct case_job *job, const char *party, const struct json *issues,
                        struct json_writer *writer, struct entente_error *error)
{
    bool is_order = str_equal(str_of(act_field(job, "how")), STR("order"));
    json_name(writer, "parties");
    json_begin_array(writer);
    json_begin_object(writer);
    json_member_str(writer, "name", str_of(party));
    if (!(is_order ? act_order_write(job, issues, writer, error)
                   : write_by_scores(job, issues, writer, error)))
        return false;
    write_red_lines(job, issues, writer);
    json_end_object(writer);
    json_end_array(writer);
    return true;
}

bool act_scores_file(struct case_job *job, const char *party, struct entente_file *file,
                     struct entente_error *error)
{
    const char *document = act_field(job, "document");
    struct builder out = builder_make(job->visit->arena);
    struct json_writer writer = json_writer_make(&out, 1);
    *file = (struct entente_file){.name = NULL};
    if (!document)
        return true;
    const struct json *scenario = issues_of(job, document, error);
    const struct json *issues = json_member(scenario, "issues");
    if (!scenario)
        return false;
    if (!issues || issues->count == 0)
        return act_misuse(error, "no place is open: there is nothing to score");
    json_begin_object(&writer);
    for (size_t i = 0; i < scenario->count; i++) {
        if (!str_equal(scenario->names[i], STR("parties"))) {
            json_name_str(&writer, scenario->names[i]);
            json_value(&writer, &scenario->items[i]);
        } else if (!write_party(job, party, issues, &writer, error)) {
            return false;
        }
    }
    json_end_object(&writer);
    struct str text = builder_str(&out);
    *file = (struct entente_file){"worth.json", text.bytes, text.length};
    return true;
}
