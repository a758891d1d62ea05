// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_comments.h"

#include "base/builder.h"
#include "casefile/slots.h"
#include "codec/json.h"
#include "exchange/comment_and_column_tables/head_words.h"

struct entering_comments {
    const struct items *items;
    const struct item *draft;
    const struct merged *merged;
    const struct sheet *sheet;
    struct act *act;
    struct arena *arena;
    uint32_t comments;
    uint32_t stances;
};

// As slots have it: the path without its first part, the base's file name.
static struct str point_of(const struct entering_comments *entering, uint32_t paragraph)
{
    for (uint32_t i = 0; i < entering->sheet->point_count; i++) {
        const struct point *point = &entering->sheet->points[i];
        if (point->paragraph != paragraph)
            continue;
        size_t slash = str_find_byte(point->path, '/');
        return slash < point->path.length ? str_skip(point->path, slash + 1) : point->path;
    }
    return STR("");
}

static bool is_known(const struct entering_comments *entering, struct str party, struct str point,
                     struct str text)
{
    struct list all = items_of(entering->items, "comment", entering->arena);
    for (size_t i = 0; i < all.count; i++) {
        const struct json *value = (*LIST_AT(&all, const struct item *, i))->value;
        if (str_equal(json_text(value, "party"), party) &&
            str_equal(json_text(value, "point"), point) &&
            str_equal(json_text(value, "text"), text))
            return true;
    }
    return false;
}

static void enter_comment(struct entering_comments *entering, const struct row_comment *comment,
                          struct str point)
{
    struct arena *arena = entering->arena;
    struct json_object value = json_object_make(arena);
    const struct json *draft = entering->draft->value;
    if (is_known(entering, comment->party, point, comment->text))
        return;
    json_object_set_text(&value, "party", comment->party);
    json_object_set_text(&value, "text", comment->text);
    json_object_set_text(&value, "document", json_text(draft, "document"));
    json_object_set_text(&value, "point", point);
    json_object_set_text(&value, "date", json_text(draft, "date"));
    json_object_set_text(&value, "source", json_text(json_member(draft, "file"), "name"));
    struct str id =
        arena_print(arena, "%.*s-comment-%u", STR_ARGS(entering->draft->id), ++entering->comments);
    act_add(entering->act, "comment", id, json_object_done(&value, arena));
}

static void reserve(struct entering_comments *entering, struct str party, struct str slot)
{
    struct arena *arena = entering->arena;
    struct json_object value = json_object_make(arena);
    const struct json *draft = entering->draft->value;
    json_object_set_text(&value, "slot", slot);
    json_object_set_text(&value, "party", party);
    json_object_set_text(&value, "stance", STR("reserve"));
    json_object_set_text(&value, "date", json_text(draft, "date"));
    json_object_set_text(&value, "source", json_text(json_member(draft, "file"), "name"));
    struct str id = stance_id(slot, STR(""), party, arena);
    for (size_t c = 0; c < entering->act->changes.count; c++)
        if (str_equal(LIST_AT(&entering->act->changes, struct change, c)->id, id))
            return;
    act_add(entering->act, "stance", id, json_object_done(&value, arena));
    entering->stances++;
}

// The slots of the point as they will be when the act is done.
static void reserve_point(struct entering_comments *entering, struct str party, struct str point)
{
    struct str document = json_text(entering->draft->value, "document");
    struct list known = items_of(entering->items, "slot", entering->arena);
    size_t changes = entering->act->changes.count;
    for (size_t i = 0; i < known.count; i++) {
        const struct item *slot = *LIST_AT(&known, const struct item *, i);
        bool is_changed = false;
        for (size_t c = 0; c < changes && !is_changed; c++) {
            const struct change *change = LIST_AT(&entering->act->changes, struct change, c);
            is_changed = strcmp(change->kind, "slot") == 0 && str_equal(change->id, slot->id);
        }
        if (!is_changed && str_equal(json_text(slot->value, "point"), point) &&
            str_equal(json_text(slot->value, "document"), document))
            reserve(entering, party, slot->id);
    }
    for (size_t c = 0; c < changes; c++) {
        const struct change change = *LIST_AT(&entering->act->changes, struct change, c);
        if (strcmp(change.kind, "slot") == 0 && change.set &&
            str_equal(json_text(change.set, "point"), point))
            reserve(entering, party, change.id);
    }
}

struct str case_comments_enter(const struct items *items, const struct item *draft,
                               const struct merged *merged, const struct sheet *sheet,
                               struct act *act, struct arena *arena)
{
    struct entering_comments entering = {items, draft, merged, sheet, act, arena, 0, 0};
    struct str party = json_text(draft->value, "party");
    for (uint32_t i = 0; i < merged->row_comment_count; i++) {
        const struct row_comment *comment = &merged->row_comments[i];
        if (!str_equal(comment->party, party))
            continue;
        struct str point = point_of(&entering, comment->paragraph);
        enter_comment(&entering, comment, point);
        if (comment_is_reservation(comment->text, arena))
            reserve_point(&entering, party, point);
    }
    if (entering.comments + entering.stances == 0)
        return STR("");
    return arena_print(arena, "%u comment%s entered, %u reservation%s as stances\n",
                       entering.comments, entering.comments == 1 ? "" : "s", entering.stances,
                       entering.stances == 1 ? "" : "s");
}
