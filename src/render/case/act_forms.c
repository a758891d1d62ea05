// SPDX-License-Identifier: Apache-2.0
#include "render/case/record_forms.h"

static void write_entered(struct builder *out, const struct act_entered *entered)
{
    struct json_writer json = json_writer_make(out, 0);
    json_begin_object(&json);
    json_member_str(&json, "kind", str_of(entered->kind));
    json_member_str(&json, "id", entered->id);
    json_member_str(&json, "audience", entered->audience);
    json_member_int(&json, "at", (int64_t)entered->at);
    json_end_object(&json);
    builder_add_byte(out, '\n');
}

static void write_named(struct json_writer *json, const char *name, const struct str *named,
                        size_t count)
{
    json_name(json, name);
    json_begin_array(json);
    for (size_t i = 0; i < count; i++)
        json_str(json, named[i]);
    json_end_array(json);
}

static void write_slots(struct builder *out, const struct act_slots *slots)
{
    struct json_writer json = json_writer_make(out, 0);
    json_begin_object(&json);
    json_member_int(&json, "slots_stayed", (int64_t)slots->stayed);
    json_member_int(&json, "slots_new", (int64_t)slots->arrived);
    json_member_int(&json, "slots_gone", (int64_t)slots->left);
    json_member_int(&json, "slots_reopened", (int64_t)slots->reopened);
    json_member_int(&json, "stances_kept", (int64_t)slots->stances_kept);
    json_member_int(&json, "stances_dropped", 0);
    json_member_int(&json, "stances_unheld", (int64_t)slots->stances_unheld);
    write_named(&json, "not_carried", slots->named, slots->named_count);
    json_end_object(&json);
    builder_add_byte(out, '\n');
}

static void write_round(struct builder *out, const struct act_round *round)
{
    struct json_writer json = json_writer_make(out, 0);
    json_begin_object(&json);
    json_member_str(&json, "base", round->base);
    json_member_int(&json, "slots_settled", (int64_t)round->settled);
    json_member_int(&json, "slots_open", (int64_t)round->open);
    json_member_int(&json, "slots_unplaced", (int64_t)round->unplaced);
    json_member_int(&json, "stances_kept", (int64_t)round->stances_kept);
    json_member_int(&json, "stances_unheld", (int64_t)round->stances_unheld);
    write_named(&json, "not_carried", round->named, round->named_count);
    json_end_object(&json);
    builder_add_byte(out, '\n');
}

static void write_list(struct builder *out, const struct act_list *list)
{
    struct json_writer json = json_writer_make(out, 0);
    json_begin_object(&json);
    json_member_int(&json, "rows", (int64_t)list->rows);
    json_member_int(&json, "stances", (int64_t)list->stances);
    json_member_int(&json, "comments", (int64_t)list->comments);
    write_named(&json, "not_entered", list->named, list->named_count);
    json_end_object(&json);
    builder_add_byte(out, '\n');
}

struct str act_json(const struct act_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < answer->entered_count; i++)
        write_entered(&out, &answer->entered[i]);
    if (answer->slots)
        write_slots(&out, answer->slots);
    if (answer->round)
        write_round(&out, answer->round);
    if (answer->list)
        write_list(&out, answer->list);
    return builder_str(&out);
}

static void print_kept(struct builder *out, size_t kept, size_t unheld, const struct str *named,
                       size_t count)
{
    builder_print(out, "stances: %zu kept", kept);
    if (unheld > 0)
        builder_print(out, ", %zu of them on wordings that no draft has", unheld);
    builder_add_byte(out, '\n');
    for (size_t i = 0; i < count; i++)
        builder_print(out, "note: %.*s\n", STR_ARGS(named[i]));
}

static void print_round(struct builder *out, const struct act_round *round)
{
    builder_print(out, "slots: %zu settled in %.*s, %zu open, %zu unplaced; ", round->settled,
                  STR_ARGS(round->base), round->open, round->unplaced);
    print_kept(out, round->stances_kept, round->stances_unheld, round->named, round->named_count);
}

static void print_slots(struct builder *out, const struct act_slots *slots)
{
    builder_print(out, "slots: %zu stayed, %zu new, %zu gone, %zu reopened; ", slots->stayed,
                  slots->arrived, slots->left, slots->reopened);
    print_kept(out, slots->stances_kept, slots->stances_unheld, slots->named, slots->named_count);
}

static void print_list(struct builder *out, const struct act_list *list)
{
    builder_print(out, "list: %zu row%s read; ", list->rows, list->rows == 1 ? "" : "s");
    if (list->stances + list->comments == 0)
        builder_add_c(out, "nothing in them is new\n");
    else
        builder_print(out, "%zu stance%s and %zu note%s entered\n", list->stances,
                      list->stances == 1 ? "" : "s", list->comments,
                      list->comments == 1 ? "" : "s");
    for (size_t i = 0; i < list->named_count; i++)
        builder_print(out, "note: %.*s\n", STR_ARGS(list->named[i]));
}

struct str act_text(const struct act_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < answer->entered_count; i++)
        builder_print(&out, "entered %s %.*s (entry %llu for %.*s)\n", answer->entered[i].kind,
                      STR_ARGS(answer->entered[i].id), (unsigned long long)answer->entered[i].at,
                      STR_ARGS(answer->entered[i].audience));
    if (answer->without_base.length > 0)
        builder_print(&out,
                      "%.*s has no base yet, so the draft was compared with nothing: submit the "
                      "base (--base), then this draft again\n",
                      STR_ARGS(answer->without_base));
    if (answer->slots)
        print_slots(&out, answer->slots);
    if (answer->round)
        print_round(&out, answer->round);
    if (answer->list)
        print_list(&out, answer->list);
    return builder_str(&out);
}
