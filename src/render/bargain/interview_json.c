// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/interview_forms.h"

#include "codec/json.h"

static void write_side(struct json_writer *writer, const char *name,
                       const struct scenario *scenario, const struct choice *choices,
                       uint32_t count)
{
    json_name(writer, name);
    json_begin_object_inline(writer);
    for (uint32_t i = 0; i < count; i++) {
        const struct issue *issue = &scenario->issues[choices[i].issue];
        json_name_str(writer, issue->name);
        json_str(writer, issue->options[choices[i].option]);
    }
    json_end_object(writer);
}

static void write_question(struct json_writer *writer, const struct interview_answer *answer)
{
    const struct scenario *scenario = answer->interview->scenario;
    const struct weighing *next = &answer->state->next;
    json_name(writer, "question");
    json_begin_object(writer);
    if (next->right) {
        write_side(writer, "first", scenario, next->left, next->count);
        write_side(writer, "second", scenario, next->right, next->count);
    } else {
        write_side(writer, "package", scenario, next->left, next->count);
    }
    json_name(writer, "answers");
    json_begin_array(writer);
    json_str(writer, answer->if_left);
    json_str(writer, answer->if_right);
    if (answer->if_equal.length > 0)
        json_str(writer, answer->if_equal);
    json_end_array(writer);
    json_end_object(writer);
}

static void write_scores(struct json_writer *writer, const struct interview_answer *answer)
{
    const struct scenario *scenario = answer->interview->scenario;
    json_name(writer, "scores");
    json_begin_object(writer);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        const struct issue *issue = &scenario->issues[i];
        json_name_str(writer, issue->name);
        json_begin_object_inline(writer);
        for (uint32_t o = 0; o < issue->option_count; o++) {
            json_name_str(writer, issue->options[o]);
            json_int(writer, answer->state->scores[issue->first + o]);
        }
        json_end_object(writer);
    }
    json_end_object(writer);
    json_name(writer, "reservation");
    if (answer->interview->asks_reserve)
        json_int(writer, answer->state->reserve);
    else
        json_null(writer);
}

static void write_contradiction(struct json_writer *writer, const struct interview_answer *answer)
{
    json_name(writer, "contradiction");
    json_begin_array(writer);
    for (size_t i = 0; i < answer->state->contradiction_count; i++) {
        size_t reply = answer->state->contradiction[i];
        json_begin_object_inline(writer);
        json_member_int(writer, "line", (int64_t)answer->line_numbers[reply]);
        json_member_str(writer, "answer", answer->lines[reply]);
        json_end_object(writer);
    }
    json_end_array(writer);
}

struct str interview_json(const struct interview_answer *answer, struct arena *arena)
{
    static const char *const aims[] = {[INTERVIEW_RANKING] = "ranking",
                                       [INTERVIEW_TRADES] = "trades",
                                       [INTERVIEW_FRONT] = "front",
                                       [INTERVIEW_PACKAGE] = "package"};
    const struct interview *interview = answer->interview;
    const struct interview_state *state = answer->state;
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 1);
    json_begin_object(&writer);
    json_member_str(&writer, "format", STR("entente-interview/1"));
    json_member_str(&writer, "party", interview->scenario->parties[interview->party].name);
    json_member_str(&writer, "wanted", str_of(aims[interview->aim]));
    json_member_int(&writer, "answers", (int64_t)interview->reply_count);
    json_member_bool(&writer, "done", state->is_done);
    if (state->contradiction) {
        write_contradiction(&writer, answer);
    } else {
        json_member_int(&writer, "packages", (int64_t)state->package_count);
        json_member_int(&writer, "comparisons_wanted", (int64_t)state->wanted_count);
        json_member_int(&writer, "open_at_least", (int64_t)state->wanted_open);
        if (state->is_done)
            write_scores(&writer, answer);
        else
            write_question(&writer, answer);
    }
    json_end_object(&writer);
    builder_add_byte(&out, '\n');
    return builder_str(&out);
}
