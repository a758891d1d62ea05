// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_returned_list.h"

#include "casefile/slots.h"
#include "workbench/case/case_show.h"
#include "workbench/case/case_slot_list.h"
#include "workbench/case/case_text.h"
#include "workbench/case/returned_list_parts.h"
#include "workbench/text/slot_list.h"

#include <string.h>

static void tell_row(struct told_rows *told, const struct returned_row *row)
{
    builder_print(&told->numbers, "%s%.*s", told->numbers.length > 0 ? ", " : "",
                  STR_ARGS(row->number));
    told->rows++;
}

static void name_rows(struct returned_list *returned, const struct told_rows *told,
                      const char *what)
{
    if (told->numbers.length > 0)
        *LIST_ADD(&returned->named, struct str) =
            arena_print(returned->arena, "row%s %.*s: %s", told->rows == 1 ? "" : "s",
                        (int)told->numbers.length, told->numbers.bytes, what);
}

// --- What is said

static bool refuse_line(struct returned_list *returned, const struct returned_row *row,
                        struct str line, const char *what)
{
    returned_name_row(
        returned, row,
        arena_print(returned->arena, "“%.*s” %s", STR_ARGS(str_slice(line, 0, 200)), what));
    return false;
}

static const struct json *stance_value(const struct returned_list *returned,
                                       const struct returned_row *row,
                                       const struct list_stance *read, struct str variant)
{
    struct arena *arena = returned->acting.casefile->frame;
    struct json_object value = json_object_make(arena);
    json_object_set_text(&value, "slot", row->slot->id);
    if (variant.length > 0)
        json_object_set_text(&value, "variant", variant);
    json_object_set_text(&value, "party", returned->party);
    json_object_set_text(&value, "stance", read->stance);
    if (read->condition.length > 0)
        json_object_set_text(&value, "condition", read->condition);
    if (returned->submission->date)
        json_object_set_text(&value, "date", str_of(returned->submission->date));
    struct str file = str_of(returned->submission->file->name);
    json_object_set_text(&value, "source", str_skip(file, str_behind_last(file, '/')));
    return json_object_done(&value, arena);
}

static bool read_stance(struct returned_list *returned, struct returned_row *row, struct str line)
{
    struct list_stance read;
    struct str behind;
    struct str party = returned_line_party(returned, line, &behind);
    if (party.length > 0 && !str_equal(party, returned->party)) {
        tell_row(&returned->of_others, row);
        return true;
    }
    if (!list_stance_read(behind, returned->arena, &read))
        return refuse_line(returned, row, line,
                           "is not understood; an attitude is propose, support, support in "
                           "principle, flexible, silent, reserve or oppose, then whose wording in "
                           "brackets, then a condition: “oppose (Velmark), if …”");
    bool is_of_place = str_equal(read.stance, STR("reserve")) ||
                       str_equal(read.stance, STR("silent")) ||
                       str_equal(read.stance, STR("flexible"));
    struct str variant = read.whose.length > 0 ? returned_variant(returned, row, read.whose)
                         : is_of_place         ? STR("")
                                               : returned_only_proposal(returned, row);
    if (variant.length == 0 && read.whose.length > 0)
        return refuse_line(returned, row, line,
                           "names no wording that is at this place: say a party that has one, "
                           "“base”, or the wording");
    if (variant.length == 0 && !is_of_place)
        return refuse_line(returned, row, line,
                           "does not say whose wording is meant: put it in brackets, “oppose "
                           "(Velmark)” or “support (base)”");
    *LIST_ADD(&row->stances, const struct json *) = stance_value(returned, row, &read, variant);
    return true;
}

// A line that begins with a name begins a note, others go on with the one before.
static void read_note(struct returned_list *returned, struct returned_row *row, struct str line,
                      bool *goes_on)
{
    struct str behind;
    struct str party = returned_line_party(returned, line, &behind);
    bool is_of_other = party.length > 0 && !str_equal(party, returned->party);
    if (is_of_other)
        tell_row(&returned->of_others, row);
    else if (*goes_on && party.length == 0) {
        struct str *last = LIST_AT(&row->notes, struct str, row->notes.count - 1);
        *last = arena_print(returned->arena, "%.*s\n%.*s", STR_ARGS(*last), STR_ARGS(behind));
    } else
        *LIST_ADD(&row->notes, struct str) = behind;
    *goes_on = !is_of_other;
}

// What the case, or a merge, says itself in the cell.
static struct str known_cell(const struct returned_list *returned, const struct returned_row *row,
                             bool is_note)
{
    size_t back = is_note ? 1 : 2;
    struct builder known = builder_make(returned->arena);
    builder_add(&known, row->now[returned->now.column_count - back]);
    size_t columns = returned->merged.column_count;
    for (size_t r = 0; r < returned->merged.row_count; r++) {
        const struct str *cells = returned->merged.cells + columns * r;
        if (returned_is_point(row->now[NOW_POINT], cells[1]))
            builder_print(&known, "\n%.*s", STR_ARGS(cells[columns - back]));
    }
    return builder_str(&known);
}

static bool read_cells(struct returned_list *returned, struct returned_row *row)
{
    bool is_understood = true;
    for (uint32_t c = 0; c < returned->list->column_count; c++) {
        enum list_role role = returned->columns.roles[c];
        if (role != LIST_STANCES && role != LIST_NOTE)
            continue;
        struct list lines = list_new_lines(
            row->cells[c], known_cell(returned, row, role == LIST_NOTE), returned->arena);
        bool goes_on = false;
        for (size_t i = 0; i < lines.count; i++) {
            struct str line = *LIST_AT(&lines, struct str, i);
            if (role == LIST_NOTE)
                read_note(returned, row, line, &goes_on);
            else
                is_understood = read_stance(returned, row, line) && is_understood;
        }
    }
    return is_understood;
}

// --- What stands otherwise than the case has it

static struct str now_wording(const struct returned_list *returned, const struct returned_row *row,
                              struct str party)
{
    for (uint32_t c = NOW_PARTIES; c + SLOT_LIST_END < returned->now.column_count; c++)
        if (str_equal(returned->now.heads[c], party))
            return row->now[c];
    return STR("");
}

static void compare_wordings(struct returned_list *returned, const struct returned_row *row)
{
    bool has_other = false;
    for (uint32_t c = 0; c < returned->list->column_count; c++) {
        struct str party = returned_party(returned, str_trim(returned->list->heads[c]));
        struct str cell = returned_cell(row->cells, c);
        if (returned->columns.roles[c] != LIST_WORDINGS || party.length == 0 ||
            list_cells_agree(cell, now_wording(returned, row, party), returned->arena))
            continue;
        if (!str_equal(party, returned->party)) {
            has_other = true;
            continue;
        }
        returned_name_row(
            returned, row,
            arena_print(returned->arena,
                        "its wording is “%.*s” there and “%.*s” in the case; a wording comes "
                        "by a draft, or by: entente submit CASE --document %.*s --party %.*s "
                        "--at '%.*s' --wording '…'",
                        STR_ARGS(str_slice(cell, 0, 200)),
                        STR_ARGS(str_slice(now_wording(returned, row, party), 0, 200)),
                        STR_ARGS(json_text(row->slot->value, "document")), STR_ARGS(party),
                        STR_ARGS(row->slot->id)));
    }
    if (has_other)
        tell_row(&returned->other_wordings, row);
}

static void compare_row(struct returned_list *returned, const struct returned_row *row)
{
    size_t columns = returned->now.column_count;
    bool has_status = returned->columns.status != NO_INDEX && returned->columns.slot != NO_INDEX;
    compare_wordings(returned, row);
    if (has_status && !list_cells_agree(returned_cell(row->cells, returned->columns.status),
                                        row->now[columns - SLOT_LIST_END], returned->arena))
        tell_row(&returned->other_status, row);
    struct builder all = builder_make(returned->arena);
    for (uint32_t c = 0; c < returned->list->column_count; c++)
        if (returned->columns.roles[c] == LIST_STANCES)
            builder_print(&all, "%.*s\n", STR_ARGS(row->cells[c]));
    struct list gone = list_new_lines(row->now[columns - 2], builder_str(&all), returned->arena);
    for (size_t i = 0; i < gone.count && row->stances.count == 0; i++) {
        struct str behind;
        struct str party = returned_line_party(returned, *LIST_AT(&gone, struct str, i), &behind);
        if (str_equal(party, returned->party)) {
            tell_row(&returned->left_out, row);
            return;
        }
    }
}

// --- Rows into the act

// What the case has of the party on the same wording; NULL: nothing
static const struct json *known_stance(const struct returned_list *returned, const struct str *id)
{
    const struct item *old = items_find(acting_items(&returned->acting), "stance", *id);
    return old ? old->value : NULL;
}

static bool says_the_same_of(const struct json *a, const struct json *b)
{
    return a && b && str_equal(json_text(a, "stance"), json_text(b, "stance")) &&
           str_equal(json_text(a, "condition"), json_text(b, "condition"));
}

static struct str id_of(const struct returned_list *returned, const struct json *value)
{
    return stance_id(json_text(value, "slot"), json_text(value, "variant"), returned->party,
                     returned->acting.casefile->frame);
}

// Drops what the case has already: all lines on a wording of which one says what the case has. Two others
// that differ are not understood.
static bool settle_stances(struct returned_list *returned, struct returned_row *row)
{
    struct list kept = LIST_MAKE(returned->arena, const struct json *);
    for (size_t i = 0; i < row->stances.count; i++) {
        const struct json *value = *LIST_AT(&row->stances, const struct json *, i);
        struct str id = id_of(returned, value);
        bool is_known = false;
        bool is_first = true;
        for (size_t k = 0; k < row->stances.count; k++) {
            const struct json *other = *LIST_AT(&row->stances, const struct json *, k);
            if (!str_equal(id_of(returned, other), id))
                continue;
            is_known = is_known || says_the_same_of(known_stance(returned, &id), other);
            is_first = is_first && k >= i;
        }
        for (size_t k = 0; k < kept.count && !is_known; k++) {
            const struct json *other = *LIST_AT(&kept, const struct json *, k);
            if (!is_first && str_equal(id_of(returned, other), id) &&
                !says_the_same_of(other, value)) {
                returned_name_row(returned, row, STR("it says two things of one wording"));
                return false;
            }
        }
        if (!is_known && is_first)
            *LIST_ADD(&kept, const struct json *) = value;
    }
    row->stances = kept;
    return true;
}

// An old list may bring back what the party said before.
static void add_stances(struct returned_list *returned, const struct returned_row *row)
{
    for (size_t i = 0; i < row->stances.count; i++) {
        const struct json *value = *LIST_AT(&row->stances, const struct json *, i);
        struct str id = id_of(returned, value);
        const struct json *old = known_stance(returned, &id);
        if (old)
            returned_name_row(returned, row,
                              arena_print(returned->arena, "“%.*s” takes the place of “%.*s”",
                                          STR_ARGS(json_text(value, "stance")),
                                          STR_ARGS(json_text(old, "stance"))));
        act_add(&returned->acting.act, "stance", id, value);
        returned->stances++;
    }
}

static struct str note_key(const struct returned_list *returned, struct str slot, struct str text)
{
    return arena_print(returned->arena, "%.*s\n%.*s", STR_ARGS(slot), STR_ARGS(text));
}

// What the party has commented on which place already.
static void find_said(struct returned_list *returned)
{
    struct list all = items_of(acting_items(&returned->acting), "comment", returned->arena);
    returned->said = names_make(returned->arena);
    for (size_t i = 0; i < all.count; i++) {
        const struct json *value = (*LIST_AT(&all, const struct item *, i))->value;
        if (str_equal(json_text(value, "party"), returned->party))
            names_add(returned->said,
                      note_key(returned, json_text(value, "slot"), json_text(value, "text")));
    }
}

static void add_notes(struct returned_list *returned, const struct returned_row *row)
{
    struct arena *arena = returned->acting.casefile->frame;
    struct str file = str_of(returned->submission->file->name);
    for (size_t i = 0; i < row->notes.count; i++) {
        struct json_object value = json_object_make(arena);
        struct str text = *LIST_AT(&row->notes, struct str, i);
        struct str key = note_key(returned, row->slot->id, text);
        if (names_find(returned->said, key) != NAMES_NONE)
            continue;
        names_add(returned->said, key);
        json_object_set_text(&value, "party", returned->party);
        json_object_set_text(&value, "text", text);
        json_object_set_text(&value, "slot", row->slot->id);
        json_object_set_text(&value, "document", json_text(row->slot->value, "document"));
        json_object_set_text(&value, "point", json_text(row->slot->value, "point"));
        if (returned->submission->date)
            json_object_set_text(&value, "date", str_of(returned->submission->date));
        json_object_set_text(&value, "source", str_skip(file, str_behind_last(file, '/')));
        act_add(&returned->acting.act, "comment", acting_new_id(&returned->acting, "comment"),
                json_object_done(&value, arena));
        returned->comments++;
    }
}

static void read_row(struct returned_list *returned, uint32_t number)
{
    struct arena *arena = returned->arena;
    struct returned_row row = {.cells = returned->list->cells +
                                        (size_t)returned->list->column_count * number,
                               .stances = LIST_MAKE(arena, const struct json *),
                               .notes = LIST_MAKE(arena, struct str)};
    row.number = returned_cell(row.cells, returned->columns.row);
    if (row.number.length == 0)
        row.number = arena_print(arena, "%u of the table", number + 1);
    uint32_t at = returned_place(returned, &row);
    if (at == NO_INDEX)
        return;
    row.now = returned_now(returned, at);
    row.slot = items_find(acting_items(&returned->acting), "slot", row.now[NOW_SLOT]);
    if (!row.slot)
        return;
    returned->matched++;
    bool is_understood = read_cells(returned, &row) && settle_stances(returned, &row);
    compare_row(returned, &row);
    if (is_understood) {
        add_stances(returned, &row);
        add_notes(returned, &row);
    } else if (row.stances.count + row.notes.count > 0)
        returned_name_row(returned, &row,
                          STR("what else it says is not entered either; mend the row and "
                              "send the list again"));
}

// --- All of it

static bool begin(struct entente_case *handle, struct returned_list *returned,
                  struct budget *budget, struct error *error)
{
    struct case_list all;
    const struct case_text *text = NULL;
    struct str document = str_of(returned->submission->document);
    bool has_ids = returned->columns.slot != NO_INDEX;
    if (!case_reads_on(handle, error) ||
        (!has_ids && document.length > 0 &&
         !case_text_of(handle, document, budget, &text, error)) ||
        !case_list_of(handle, "slot", returned->arena, &all))
        return false;
    if (text)
        returned->merged = slot_list_of(&text->sheet, false, returned->arena);
    returned->now = case_slot_list(&handle->casefile->items, &all, STR(""), returned->arena);
    returned->ids = names_make(returned->arena);
    for (size_t r = 0; r < returned->now.row_count; r++)
        names_add(returned->ids, returned_now(returned, r)[NOW_SLOT]);
    return true;
}

static void name_all(struct returned_list *returned)
{
    name_rows(returned, &returned->of_others,
              "what other parties say there is not as the case has it; only they enter it");
    name_rows(returned, &returned->other_status,
              "the status is another than in the case; agree and reopen set it, a list does not");
    name_rows(returned, &returned->other_wordings,
              "other parties' wordings are not as the case has them now");
    name_rows(returned, &returned->left_out,
              "a stance that the party took is not in the list; it stays");
    if (returned->list->left.length > 0)
        *LIST_ADD(&returned->named, struct str) = returned->list->left;
    if (returned->list->margin.length > 0)
        *LIST_ADD(&returned->named, struct str) = returned->list->margin;
}

static bool check_rows(const struct returned_list *returned, struct error *error)
{
    return returned->matched > 0 || returned->list->row_count == 0 ||
           error_at(error, BAD_INPUT, place_of(str_of(returned->submission->file->name)),
                    "is a list of open places, but none of its %u rows is one of this case: %.*s",
                    returned->list->row_count, STR_ARGS(*LIST_AT(&returned->named, struct str, 0)));
}

static void tell(const struct returned_list *returned, uint64_t at, struct entente_answer *made)
{
    const struct acting *acting = &returned->acting;
    struct list entered = LIST_MAKE(made->arena, struct act_entered);
    for (size_t i = 0; i < acting->act.changes.count; i++) {
        const struct change *change = LIST_AT(&acting->act.changes, struct change, i);
        *LIST_ADD(&entered, struct act_entered) =
            acting_entered(acting, change->kind, change->id, at, made->arena);
    }
    const struct act_list list = {returned->list->row_count, returned->stances, returned->comments,
                                  LIST_ITEMS(&returned->named, struct str), returned->named.count};
    acting_tell(acting,
                (struct act_answer){.entered = LIST_ITEMS(&entered, struct act_entered),
                                    .entered_count = entered.count,
                                    .list = &list},
                made);
}

bool case_submit_list(struct entente_case *handle, const struct entente_submission *submission,
                      const struct entente_act *frame, const struct slot_list *list,
                      struct budget *budget, struct entente_answer *made, struct error *error)
{
    struct arena *arena = made->arena;
    struct returned_list returned = {.submission = submission,
                                     .arena = arena,
                                     .list = list,
                                     .party = str_of(submission->party),
                                     .named = LIST_MAKE(arena, struct str),
                                     .of_others = {builder_make(arena), 0},
                                     .other_status = {builder_make(arena), 0},
                                     .other_wordings = {builder_make(arena), 0},
                                     .left_out = {builder_make(arena), 0}};
    uint64_t at = 0;
    (void)slot_list_columns_of(list, arena, &returned.columns); // or it would be no list
    if (!begin(handle, &returned, budget, error) ||
        !acting_begin(handle, "submit", frame, &returned.acting, error))
        return false;
    returned_find_names(&returned, acting_items(&returned.acting));
    returned.party = returned_party(&returned, returned.party);
    find_said(&returned);
    for (uint32_t r = 0; returned.party.length > 0 && r < list->row_count; r++)
        read_row(&returned, r);
    name_all(&returned);
    bool is_known =
        returned.party.length > 0 ||
        error_set(error, NOT_FOUND, "the case knows no party \"%s\"", submission->party);
    if (!is_known || !check_rows(&returned, error)) {
        casefile_rollback(returned.acting.casefile);
        return false;
    }
    if (returned.acting.act.changes.count == 0)
        casefile_rollback(returned.acting.casefile);
    else if (!acting_end(&returned.acting, &at, error))
        return false;
    tell(&returned, at, made);
    return true;
}
