// SPDX-License-Identifier: Apache-2.0
// Which place of the case a row of a returned list is about, and which of its wordings a line.
#include "workbench/case/case_drafts.h"
#include "workbench/case/returned_list_parts.h"
#include "workbench/text/slot_list.h"

struct str returned_cell(const struct str *cells, uint32_t column)
{
    return column == NO_INDEX ? STR("") : str_trim(cells[column]);
}

void returned_name_row(struct returned_list *returned, const struct returned_row *row,
                       struct str what)
{
    struct str point = returned_cell(row->cells, returned->columns.point);
    if (point.length == 0)
        point = returned_cell(row->cells, returned->columns.slot);
    *LIST_ADD(&returned->named, struct str) =
        arena_print(returned->arena, "row %.*s%s%.*s%s %.*s", STR_ARGS(row->number),
                    point.length > 0 ? " (" : "", STR_ARGS(point), point.length > 0 ? "):" : ":",
                    STR_ARGS(what));
}

// --- Who

static void add_name(struct returned_list *returned, struct str name, struct str id)
{
    *LIST_ADD(&returned->names, struct str) = name;
    *LIST_ADD(&returned->names_of, struct str) = id;
}

void returned_find_names(struct returned_list *returned, const struct items *items)
{
    static const char *const kinds[] = {"party", "group"};
    returned->names = LIST_MAKE(returned->arena, struct str);
    returned->names_of = LIST_MAKE(returned->arena, struct str);
    for (size_t k = 0; k < 2; k++) {
        struct list all = items_of(items, kinds[k], returned->arena);
        for (size_t i = 0; i < all.count; i++) {
            const struct item *item = *LIST_AT(&all, const struct item *, i);
            add_name(returned, item->id, item->id);
            add_name(returned, json_text(item->value, "name"), item->id);
        }
    }
}

struct str returned_party(const struct returned_list *returned, struct str name)
{
    for (size_t i = 0; i < returned->names.count; i++)
        if (str_equal_ignoring_case(*LIST_AT(&returned->names, struct str, i), name))
            return *LIST_AT(&returned->names_of, struct str, i);
    return STR("");
}

struct str returned_line_party(const struct returned_list *returned, struct str line,
                               struct str *behind)
{
    return list_line_party(line, LIST_ITEMS(&returned->names, struct str),
                           LIST_ITEMS(&returned->names_of, struct str), returned->names.count,
                           behind);
}

// --- Which place

const struct str *returned_now(const struct returned_list *returned, size_t row)
{
    return returned->now.cells + (size_t)returned->now.column_count * row;
}

// "Title I/1(b)#10, table 1, row 2" is the point and, in a merge's list, where in it.
bool returned_is_point(struct str point, struct str listed)
{
    return str_equal(listed, point) ||
           (str_starts_with(listed, point) &&
            str_starts_with(str_skip(listed, point.length), STR(", table ")));
}

static bool has_wording(const struct returned_list *returned, const struct str *now,
                        struct str cell)
{
    const struct item *slot = items_find(acting_items(&returned->acting), "slot", now[NOW_SLOT]);
    const struct json *variants = slot ? json_member(slot->value, "variants") : NULL;
    for (size_t v = 0; variants && v < variants->count; v++)
        if (list_cells_agree(cell, slot_list_wording(json_text(&variants->items[v], "text")),
                             returned->arena))
            return true;
    return str_equal(cell, STR("as base"));
}

// Whether all that the parties say in the row is said at that place.
static bool says_the_same(const struct returned_list *returned, const struct str *cells,
                          const struct str *now)
{
    for (uint32_t c = 0; c < returned->list->column_count; c++) {
        struct str cell = returned_cell(cells, c);
        if (returned->columns.roles[c] == LIST_WORDINGS && cell.length > 0 &&
            !has_wording(returned, now, cell))
            return false;
    }
    return true;
}

static uint32_t row_by_words(const struct returned_list *returned, const struct str *cells,
                             bool *is_one_of_several)
{
    struct str point = returned_cell(cells, returned->columns.point);
    struct str base = returned_cell(cells, returned->columns.base);
    uint32_t found = NO_INDEX;
    for (uint32_t r = 0; r < returned->now.row_count; r++) {
        const struct str *now = returned_now(returned, r);
        if (!returned_is_point(now[NOW_POINT], point) ||
            !list_cells_agree(base, now[NOW_BASE], returned->arena) ||
            !says_the_same(returned, cells, now))
            continue;
        *is_one_of_several = found != NO_INDEX;
        found = r;
        if (*is_one_of_several)
            return NO_INDEX;
    }
    return found;
}

// The row's place, and what is wrong with it.
uint32_t returned_place(struct returned_list *returned, const struct returned_row *row)
{
    struct str id = returned_cell(row->cells, returned->columns.slot);
    struct str base = returned_cell(row->cells, returned->columns.base);
    if (id.length > 0) {
        uint32_t at = names_find(returned->ids, id);
        if (at == NAMES_NONE) {
            returned_name_row(returned, row, STR("the case has no open place of this name"));
            return NO_INDEX;
        }
        if (returned->columns.base == NO_INDEX ||
            list_cells_agree(base, returned_now(returned, at)[NOW_BASE], returned->arena))
            return at;
        returned_name_row(
            returned, row,
            arena_print(returned->arena, "the base reads “%.*s” in the list and “%.*s” in the case",
                        STR_ARGS(base), STR_ARGS(returned_now(returned, at)[NOW_BASE])));
        return NO_INDEX;
    }
    bool is_one_of_several = false;
    uint32_t at = row_by_words(returned, row->cells, &is_one_of_several);
    if (at == NO_INDEX)
        returned_name_row(
            returned, row,
            is_one_of_several
                ? STR("two open places of this point read so; take the list of entente show "
                      "CASE slots, in which each has its name")
                : STR("the case has no open place with this point and these wordings"));
    return at;
}

// --- Which wording

static struct str variant_reading(const struct returned_row *row, struct str text,
                                  struct arena *arena)
{
    const struct json *variants = json_member(row->slot->value, "variants");
    struct str found = STR("");
    for (size_t v = 0; variants && v < variants->count; v++) {
        const struct json *variant = &variants->items[v];
        struct str words = slot_list_wording(json_text(variant, "text"));
        if (str_equal(words, text))
            return json_text(variant, "id");
        if (list_cells_agree(words, text, arena))
            found = found.length > 0 ? STR("?") : json_text(variant, "id");
    }
    return str_equal(found, STR("?")) ? STR("") : found;
}

static struct str base_variant(const struct returned_row *row)
{
    const struct json *variants = json_member(row->slot->value, "variants");
    return variants && variants->count > 0 ? json_text(&variants->items[0], "id") : STR("");
}

// The wording of one holder: "base", a party as the list heads it, or one of the case.
static struct str variant_of_holder(const struct returned_list *returned,
                                    const struct returned_row *row, struct str name)
{
    const struct json *variants = json_member(row->slot->value, "variants");
    uint32_t base = returned->columns.base;
    struct str id = returned_party(returned, name);
    if (str_equal_ignoring_case(name, STR("base")) ||
        (base != NO_INDEX && str_equal_ignoring_case(name, returned->list->heads[base])))
        return base_variant(row);
    for (uint32_t c = 0; c < returned->list->column_count; c++) {
        struct str head = str_trim(returned->list->heads[c]);
        bool is_of = str_equal_ignoring_case(head, name) ||
                     (id.length > 0 && str_equal(returned_party(returned, head), id));
        if (returned->columns.roles[c] != LIST_WORDINGS || !is_of)
            continue;
        struct str cell = returned_cell(row->cells, c);
        return str_equal(cell, STR("as base")) ? base_variant(row)
                                               : variant_reading(row, cell, returned->arena);
    }
    for (size_t v = 0; variants && id.length > 0 && v < variants->count; v++)
        if (case_variant_has(&variants->items[v], id))
            return json_text(&variants->items[v], "id");
    return STR("");
}

static struct str without_quotes(struct str text)
{
    static const struct str pairs[][2] = {{STR_INIT("“"), STR_INIT("”")},
                                          {STR_INIT("\""), STR_INIT("\"")},
                                          {STR_INIT("„"), STR_INIT("“")},
                                          {STR_INIT("«"), STR_INIT("»")}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t around = pairs[i][0].length + pairs[i][1].length;
        if (text.length > around && str_starts_with(text, pairs[i][0]) &&
            str_ends_with(text, pairs[i][1]))
            return str_slice(text, pairs[i][0].length, text.length - pairs[i][1].length);
    }
    return text;
}

// Several holders must all have one wording.
struct str returned_variant(const struct returned_list *returned, const struct returned_row *row,
                            struct str whose)
{
    struct str one = variant_of_holder(returned, row, whose);
    if (one.length == 0)
        one = variant_reading(row, str_trim(without_quotes(whose)), returned->arena);
    if (one.length > 0 || str_find_byte(whose, ',') == whose.length)
        return one;
    struct str rest = whose;
    struct str name;
    while (str_cut(&rest, ',', &name)) {
        struct str of = variant_of_holder(returned, row, str_trim(name));
        if (of.length == 0 || (one.length > 0 && !str_equal(of, one)))
            return STR("");
        one = of;
    }
    return one;
}

// The one wording that somebody else proposes, where there is just one.
struct str returned_only_proposal(const struct returned_list *returned,
                                  const struct returned_row *row)
{
    const struct json *variants = json_member(row->slot->value, "variants");
    bool is_one =
        variants && variants->count == 2 && !case_variant_has(&variants->items[1], returned->party);
    return is_one ? json_text(&variants->items[1], "id") : STR("");
}
