// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/scored_json.h"

static bool is_replaced(struct str name)
{
    static const char *const members[] = {"scores",      "range",   "rankings", "prefers",
                                          "indifferent", "accepts", "rejects",  "matters_more",
                                          "reservation", "note"};
    for (size_t m = 0; m < sizeof members / sizeof *members; m++)
        if (str_equal(name, str_of(members[m])))
            return true;
    return false;
}

static void write_scores(struct json_writer *writer, const struct interview_answer *answer)
{
    const struct scenario *scenario = answer->interview->scenario;
    json_name(writer, "scores");
    json_begin_array_inline(writer);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        json_begin_array_inline(writer);
        for (uint32_t o = 0; o < scenario->issues[i].option_count; o++)
            json_int(writer, answer->state->scores[scenario->issues[i].first + o]);
        json_end_array(writer);
    }
    json_end_array(writer);
}

static void write_choices(struct json_writer *writer, const struct choice *choices, uint32_t count)
{
    json_begin_array_inline(writer);
    for (uint32_t i = 0; i < count; i++) {
        json_begin_array_inline(writer);
        json_int(writer, choices[i].issue);
        json_int(writer, choices[i].option);
        json_end_array(writer);
    }
    json_end_array(writer);
}

static void write_package(struct json_writer *writer, const struct weighing *weighing)
{
    json_begin_array_inline(writer);
    for (uint32_t i = 0; i < weighing->count; i++)
        json_int(writer, weighing->left[i].option);
    json_end_array(writer);
}

// The replies of one kind; of comparisons the better side first.
static void write_replies(struct json_writer *writer, const struct interview *interview,
                          const char *name, bool is_package, bool is_equal, bool is_left)
{
    json_name(writer, name);
    json_begin_array(writer);
    for (size_t r = 0; r < interview->reply_count; r++) {
        const struct weighing *weighing = &interview->replies[r].weighing;
        enum reply reply = interview->replies[r].reply;
        if (is_package != !weighing->right ||
            (is_package ? (reply == REPLY_LEFT) != is_left : (reply == REPLY_EQUAL) != is_equal))
            continue;
        if (is_package) {
            write_package(writer, weighing);
            continue;
        }
        json_begin_array_inline(writer);
        write_choices(writer, reply == REPLY_RIGHT ? weighing->right : weighing->left,
                      weighing->count);
        write_choices(writer, reply == REPLY_RIGHT ? weighing->left : weighing->right,
                      weighing->count);
        json_end_array(writer);
    }
    json_end_array(writer);
}

static void write_note(struct json_writer *writer, const struct interview_answer *answer)
{
    static const char *const sure[] = {
        [INTERVIEW_RANKING] = "the order of all packages",
        [INTERVIEW_TRADES] = "the order of packages that differ in at most two issues",
        [INTERVIEW_FRONT] = "which packages no other beats",
        [INTERVIEW_PACKAGE] = "the rank of one package"};
    size_t count = answer->interview->reply_count;
    if (!answer->state->is_done)
        json_member_str(
            writer, "note",
            arena_print(writer->out->arena, "an interview that was left after %zu answers", count));
    else
        json_member_str(writer, "note",
                        arena_print(writer->out->arena,
                                    "scores that fit %zu answers of an interview; sure by them: %s",
                                    count, sure[answer->interview->aim]));
}

static void write_party(struct json_writer *writer, const struct json *party,
                        const struct interview_answer *answer)
{
    const struct interview_state *state = answer->state;
    json_begin_object(writer);
    for (size_t m = 0; m < party->count; m++)
        if (!is_replaced(party->names[m])) {
            json_name_str(writer, party->names[m]);
            json_value(writer, &party->items[m]);
        }
    if (state->is_done) {
        write_scores(writer, answer);
    } else {
        json_name(writer, "scores");
        json_null(writer);
        write_replies(writer, answer->interview, "prefers", false, false, false);
        write_replies(writer, answer->interview, "indifferent", false, true, false);
        write_replies(writer, answer->interview, "accepts", true, false, true);
        write_replies(writer, answer->interview, "rejects", true, false, false);
    }
    json_name(writer, "reservation");
    if (state->is_done && answer->interview->asks_reserve)
        json_int(writer, state->reserve);
    else
        json_null(writer);
    write_note(writer, answer);
    json_end_object(writer);
}

struct str scored_json(const struct json *root, const struct interview_answer *answer,
                       struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 1);
    json_begin_object(&writer);
    for (size_t m = 0; m < root->count; m++) {
        const struct json *value = &root->items[m];
        json_name_str(&writer, root->names[m]);
        if (!str_equal(root->names[m], STR("parties"))) {
            json_value(&writer, value);
            continue;
        }
        json_begin_array(&writer);
        for (size_t p = 0; p < value->count; p++)
            if (p == answer->interview->party)
                write_party(&writer, &value->items[p], answer);
            else
                json_value(&writer, &value->items[p]);
        json_end_array(&writer);
    }
    json_end_object(&writer);
    builder_add_byte(&out, '\n');
    return builder_str(&out);
}
