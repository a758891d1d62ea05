// SPDX-License-Identifier: Apache-2.0
// What names a point of the old base follows it into the next.
#include "workbench/case/round_parts.h"

struct following {
    struct case_round *round;
    struct names *paths; // of the points of the old base
    struct list points;  // uint32_t: which of them
};

static void list_paths(struct following *following)
{
    const struct sheet *sheet = following->round->sheet;
    for (uint32_t p = 0; p < sheet->point_count; p++) {
        struct str path = case_point_path(&sheet->points[p]);
        if (names_add(following->paths, path) == following->points.count)
            *LIST_ADD(&following->points, uint32_t) = p;
    }
}

// Where the point with this label stands now. NULL: it is no point of the old base, or none of the next.
static const struct point *new_point(const struct following *following, struct str path,
                                     bool *is_known)
{
    uint32_t number = names_find(following->paths, path);
    *is_known = number != NAMES_NONE;
    if (!*is_known)
        return NULL;
    uint32_t old = *LIST_AT(&following->points, uint32_t, number);
    uint32_t now = following->round->points[old];
    return now == NO_INDEX ? NULL : &following->round->next_sheet->points[now];
}

static bool is_confirmed(const struct item *item)
{
    const struct json *flag = json_member(item->value, "confirmed");
    return flag && flag->kind == JSON_BOOL && flag->truth;
}

static bool follow_point(const struct following *following, const struct item *item,
                         struct json_object *object)
{
    struct case_round *round = following->round;
    struct str path = json_text(item->value, "point");
    bool is_known;
    const struct point *point = new_point(following, path, &is_known);
    if (path.length == 0 || !is_known)
        return false;
    if (!point) {
        round_name(round, arena_print(round->arena,
                                      "%.*s %.*s names point %.*s, which the next base does not "
                                      "have as it was: look at it",
                                      STR_ARGS(item->kind), STR_ARGS(item->id), STR_ARGS(path)));
        return false;
    }
    struct str now = case_point_path(point);
    if (str_equal(now, path))
        return false;
    json_object_set(object, STR("point"), json_of_str(round->arena, now));
    return true;
}

// The settled slot that a limit hangs on, when that took another wording than the limit's.
static bool is_overtaken(const struct case_round *round, const struct item *item)
{
    struct str slot = json_text(item->value, "slot");
    struct str variant = json_text(item->value, "variant");
    for (size_t i = 0; variant.length > 0 && i < round->found.count; i++) {
        const struct found_slot *found = LIST_AT(&round->found, struct found_slot, i);
        const struct item *own = round_item(round, i);
        uint32_t wording = round->choices.wordings[found->number];
        if (own && str_equal(own->id, slot) && round->how[found->number])
            return !str_equal(slot_variant_id(found->variants[wording].text, round->arena),
                              variant);
    }
    return false;
}

// A limit whose words are no longer in the text was confirmed for another text.
static bool has_lost_clause(const struct case_round *round, const struct item *item)
{
    struct str clause = json_text(item->value, "clause");
    return clause.length > 0 && round->sheet->base && round->next_sheet->base &&
           str_contains(round->sheet->base->text, clause) &&
           !str_contains(round->next_sheet->base->text, clause);
}

static bool check_limit(struct case_round *round, const struct item *item,
                        struct json_object *object)
{
    static const struct json no = {.kind = JSON_BOOL, .truth = false};
    bool is_overtaken_now = is_overtaken(round, item);
    if (!is_confirmed(item) || (!is_overtaken_now && !has_lost_clause(round, item)))
        return false;
    round_name(round,
               arena_print(round->arena,
                           is_overtaken_now ? "limit %.*s is of a wording that did not go into the "
                                              "text: it is confirmed no more"
                                            : "limit %.*s quotes words that the next base does not "
                                              "have: it is confirmed no more",
                           STR_ARGS(item->id)));
    json_object_set(object, STR("confirmed"), &no);
    return true;
}

static void follow_kind(const struct following *following, const char *kind)
{
    struct case_round *round = following->round;
    struct list items = items_of(acting_items(round->acting), kind, round->arena);
    for (size_t i = 0; i < items.count; i++) {
        const struct item *item = *LIST_AT(&items, const struct item *, i);
        struct json_object object = json_object_from(round->arena, item->value);
        if (!str_equal(json_text(item->value, "document"), round->document))
            continue;
        bool is_limit = str_equal(item->kind, STR("limit"));
        bool has_moved = follow_point(following, item, &object);
        if ((is_limit && check_limit(round, item, &object)) || has_moved)
            act_add(&round->acting->act, kind, item->id, json_object_done(&object, round->arena));
    }
}

void round_follow(struct case_round *round)
{
    static const char *const kinds[] = {"step", "limit", "guarantee", "comment", "finding"};
    struct following following = {round, names_make(round->arena),
                                  LIST_MAKE(round->arena, uint32_t)};
    list_paths(&following);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        follow_kind(&following, kinds[i]);
}
