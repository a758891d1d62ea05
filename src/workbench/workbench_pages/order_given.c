// SPDX-License-Identifier: Apache-2.0
#include "workbench/workbench_pages/scores_given.h"

#include "base/checked.h"

#include <string.h>

const char *given_field(const struct scores_given *given, const char *name)
{
    for (size_t i = 0; i < given->count; i++)
        if (strcmp(given->fields[i].name, name) == 0)
            return given->fields[i].value && given->fields[i].value[0] ? given->fields[i].value
                                                                       : NULL;
    return NULL;
}

// One issue, and the place in the order of each of its options; 0: none.
struct ordered {
    const struct json *issue;
    size_t count;
    int64_t *ranks;
    int64_t matters; // 0: not said
    size_t number;
};

static bool place_field(const struct scores_given *given, const char *name, struct str where,
                        int64_t *value, struct error *error)
{
    const char *said = given_field(given, name);
    *value = 0;
    if (!said || (checked_parse(str_trim(str_of(said)), value) && *value > 0))
        return true;
    return error_set(error, BAD_INPUT, "%.*s: \"%.40s\" is no place in an order; 1 is the first",
                     STR_ARGS(where), said);
}

static bool read_ordered(struct scores_given *given, const struct json *issue, size_t number,
                         struct ordered *ordered, struct error *error)
{
    struct arena *arena = given->arena;
    const struct json *options = json_member(issue, "options");
    struct str where = json_text(issue, "name");
    *ordered = (struct ordered){issue, options ? options->count : 0, NULL, 0, number};
    ordered->ranks = ARENA_ARRAY(arena, int64_t, ordered->count + 1);
    for (size_t o = 0; o < ordered->count; o++)
        if (!place_field(given, arena_print(arena, "rank.%zu.%zu", number, o).bytes, where,
                         &ordered->ranks[o], error))
            return false;
    return place_field(given, arena_print(arena, "matters.%zu", number).bytes, where,
                       &ordered->matters, error);
}

static size_t ranked(const struct ordered *ordered)
{
    size_t count = 0;
    for (size_t o = 0; o < ordered->count; o++)
        count += ordered->ranks[o] > 0;
    return count;
}

// --- The answer to a question

// The option comes behind all that have a place; the last one that is left has none to be compared with.
static void take_answer(struct ordered *ordered, struct str option)
{
    int64_t last = 0;
    int64_t chosen;
    for (size_t o = 0; o < ordered->count; o++)
        last = ordered->ranks[o] > last ? ordered->ranks[o] : last;
    bool is_one = checked_parse(option, &chosen) && chosen >= 0 &&
                  (uint64_t)chosen < ordered->count && ordered->ranks[chosen] == 0;
    if (is_one)
        ordered->ranks[chosen] = ++last;
    bool is_same = str_equal(option, STR("same"));
    if (!is_same && ranked(ordered) + 1 < ordered->count)
        return;
    for (size_t o = 0; o < ordered->count; o++)
        if (ordered->ranks[o] == 0)
            ordered->ranks[o] = last + 1;
}

static void answer(const struct scores_given *given, struct ordered *all, size_t count)
{
    struct str best = str_of(given_field(given, "best"));
    size_t dot = str_find_byte(best, '.');
    int64_t issue;
    if (checked_parse(str_slice(best, 0, dot), &issue) && issue >= 0 && (uint64_t)issue < count)
        take_answer(&all[issue], str_skip(best, dot + 1));
}

// --- Writing

static bool is_open(const struct scores_given *given)
{
    return str_equal(str_of(given_field(given, "empty")), STR("open"));
}

// Zeros where nothing was said and that makes no difference; else anything.
static void write_scores(const struct scores_given *given, const struct ordered *all, size_t count,
                         struct json_writer *writer)
{
    json_name(writer, "scores");
    json_begin_array(writer);
    for (size_t i = 0; i < count; i++) {
        if (ranked(&all[i]) > 0 || is_open(given)) {
            json_null(writer);
            continue;
        }
        json_begin_array_inline(writer);
        for (size_t o = 0; o < all[i].count; o++)
            json_int(writer, 0);
        json_end_array(writer);
    }
    json_end_array(writer);
}

// The next place that is taken in an order; 0: none.
static int64_t place_after(const struct ordered *ordered, int64_t place)
{
    int64_t next = 0;
    for (size_t o = 0; o < ordered->count; o++)
        if (ordered->ranks[o] > place && (next == 0 || ordered->ranks[o] < next))
            next = ordered->ranks[o];
    return next;
}

static void write_ranking(const struct ordered *ordered, struct json_writer *writer)
{
    json_begin_array_inline(writer);
    json_int(writer, (int64_t)ordered->number);
    json_begin_array_inline(writer);
    for (int64_t place = 0; (place = place_after(ordered, place)) > 0;) {
        json_begin_array_inline(writer);
        for (size_t o = 0; o < ordered->count; o++)
            if (ordered->ranks[o] == place)
                json_int(writer, (int64_t)o);
        json_end_array(writer);
    }
    json_end_array(writer);
    json_end_array(writer);
}

static void write_rankings(const struct ordered *all, size_t count, struct json_writer *writer)
{
    json_name(writer, "rankings");
    json_begin_array(writer);
    for (size_t i = 0; i < count; i++)
        if (ranked(&all[i]) > 0)
            write_ranking(&all[i], writer);
    json_end_array(writer);
}

static int compare_matters(const void *a, const void *b)
{
    const struct ordered *left = a;
    const struct ordered *right = b;
    if (left->matters != right->matters)
        return left->matters < right->matters ? -1 : 1;
    return left->number < right->number ? -1 : left->number > right->number;
}

static void write_pair(const struct ordered *more, const struct ordered *less,
                       struct json_writer *writer)
{
    json_begin_array_inline(writer);
    json_int(writer, (int64_t)more->number);
    json_int(writer, (int64_t)less->number);
    json_end_array(writer);
}

// Each place beside the next; of two that matter alike both orders.
static void write_matters(const struct list *said, struct json_writer *writer)
{
    json_name(writer, "matters_more");
    json_begin_array(writer);
    for (size_t i = 1; i < said->count; i++) {
        const struct ordered *more = LIST_AT(said, struct ordered, i - 1);
        const struct ordered *less = LIST_AT(said, struct ordered, i);
        write_pair(more, less, writer);
        if (more->matters == less->matters)
            write_pair(less, more, writer);
    }
    json_end_array(writer);
}

static bool find_matters(struct scores_given *given, const struct ordered *all, size_t count,
                         struct list *said, struct error *error)
{
    *said = LIST_MAKE(given->arena, struct ordered);
    for (size_t i = 0; i < count; i++) {
        if (all[i].matters == 0)
            continue;
        if (ranked(&all[i]) < all[i].count)
            return error_set(error, BAD_INPUT,
                             "%.*s: give each of its wordings a place before you say how "
                             "much it matters",
                             STR_ARGS(json_text(all[i].issue, "name")));
        *LIST_ADD(said, struct ordered) = all[i];
    }
    if (said->count == 1)
        return error_set(error, BAD_INPUT,
                         "say of two places or more how much they matter, or of none");
    list_sort(said, compare_matters);
    return true;
}

// Whether the base's wording everywhere would do.
static void write_base(const struct scores_given *given, size_t count, struct json_writer *writer)
{
    struct str base = str_of(given_field(given, "base"));
    if (!str_equal(base, STR("accepts")) && !str_equal(base, STR("rejects")))
        return;
    json_name_str(writer, base);
    json_begin_array(writer);
    json_begin_array_inline(writer);
    for (size_t i = 0; i < count; i++)
        json_int(writer, 0);
    json_end_array(writer);
    json_end_array(writer);
}

bool order_given_write(struct scores_given *given, const struct json *issues,
                       struct json_writer *writer, struct error *error)
{
    struct ordered *all = ARENA_ARRAY(given->arena, struct ordered, issues->count + 1);
    struct list said;
    for (size_t i = 0; i < issues->count; i++)
        if (!read_ordered(given, &issues->items[i], i, &all[i], error))
            return false;
    answer(given, all, issues->count);
    if (!find_matters(given, all, issues->count, &said, error))
        return false;
    write_scores(given, all, issues->count, writer);
    write_rankings(all, issues->count, writer);
    write_matters(&said, writer);
    write_base(given, issues->count, writer);
    json_name(writer, "reservation");
    json_null(writer);
    return true;
}
