// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_columns.h"

#include "casefile/access.h"
#include "exchange/open.h"
#include "workbench/case/case_columns_agreed.h"
#include "workbench/case/case_submission.h"
#include "workbench/text/prescribed.h"

#include <string.h>

struct columns_entering {
    struct acting *acting;
    const struct entente_submission *submission;
    const struct entente_act *frame;
    struct budget *budget;
    struct arena *arena;
    const struct document *file;
    struct prescribed_table table;
    struct list entered; // struct act_entered
    struct list named;   // struct str: what was not carried, or should be looked at
    struct error *error;
};

// What was gathered becomes an entry, and the next begins.
static bool end_entry(struct columns_entering *entering, const char *next)
{
    struct acting *acting = entering->acting;
    struct casefile *casefile = acting->casefile;
    struct act fresh = acting->act;
    struct act empty = act_make(next, casefile->frame);
    uint64_t at;
    if (acting->act.changes.count == 0) {
        acting->act.name = next;
        return true;
    }
    if (!casefile_append(casefile, &acting->act, &acting->chance, &at, entering->error))
        return false;
    for (size_t i = 0; i < acting->act.changes.count; i++) {
        const struct change *change = LIST_AT(&acting->act.changes, struct change, i);
        bool is_told = strcmp(change->kind, "slot") != 0 || strcmp(acting->act.name, "agree") == 0;
        if (is_told)
            *LIST_ADD(&entering->entered, struct act_entered) =
                acting_entered(acting, change->kind, change->id, at, entering->arena);
    }
    fresh.name = next;
    fresh.changes = empty.changes;
    fresh.files = empty.files;
    acting->act = fresh;
    return casefile_chance(casefile, entering->frame->seed, fresh.audience, &acting->chance,
                           entering->error);
}

// --- The document and its parties

static bool add_item(struct columns_entering *entering, const char *kind, struct str id,
                     const char *field, struct str text)
{
    struct arena *arena = entering->acting->casefile->frame;
    struct schema_source source = {.name = STR("submit"), .items = acting_items(entering->acting)};
    struct json_object tree = json_object_make(arena);
    const struct json *object;
    struct str unused;
    json_object_set(&tree, str_of(field), json_of_str(arena, arena_copy(arena, text)));
    if (!schema_id_is_good(id) || !schema_id_fits(schema_kind(str_of(kind)), id))
        return error_at(entering->error, BAD_INPUT, place_of(entering->file->name),
                        "\"%.*s\" cannot name a %s", STR_ARGS(str_slice(id, 0, 80)), kind);
    if (!schema_read(schema_kind(str_of(kind)), json_object_done(&tree, arena), &source, arena,
                     &unused, &object, entering->error))
        return false;
    act_add(&entering->acting->act, kind, arena_copy(arena, id), object);
    return true;
}

// The words over the table, or else the file's name.
static struct str title_of(const struct document *file)
{
    struct str title = STR("");
    if (file->blocks[1].kind == BLOCK_PARAGRAPH)
        title = str_trim(paragraph_text(file, &file->paragraphs[0]));
    return title.length > 0 && title.length <= 200
               ? title
               : str_skip(file->name, str_behind_last(file->name, '/'));
}

static bool add_document(struct columns_entering *entering)
{
    const struct items *items = acting_items(entering->acting);
    struct str id = str_of(entering->submission->document);
    struct list drafts = items_of(items, "draft", entering->arena);
    if (!items_find(items, "document", id))
        return add_item(entering, "document", id, "title", title_of(entering->file));
    for (size_t i = 0; i < drafts.count; i++) {
        const struct json *draft = (*LIST_AT(&drafts, const struct item *, i))->value;
        if (str_equal(json_text(draft, "document"), id))
            return error_set(entering->error, MISUSE,
                             "%.*s has drafts already, and a table of columns begins a document; "
                             "give its columns one by one, with --party",
                             STR_ARGS(id));
    }
    return true;
}

// A party of the case that goes by this name under another id.
static const struct item *namesake(const struct items *items, struct str head, struct arena *arena)
{
    struct list parties = items_of(items, "party", arena);
    for (size_t i = 0; i < parties.count; i++) {
        const struct item *party = *LIST_AT(&parties, const struct item *, i);
        if (str_equal_ignoring_case(json_text(party->value, "name"), head))
            return party;
    }
    return NULL;
}

static bool add_party(struct columns_entering *entering, struct str head)
{
    const struct items *items = acting_items(entering->acting);
    struct str id = prescribed_party_id(head, entering->arena);
    if (items_find(items, "party", id) || items_find(items, "group", id))
        return true;
    const struct item *known = namesake(items, head, entering->arena);
    if (known)
        return error_at(entering->error, MISUSE, place_of(entering->file->name),
                        "the column \"%.*s\" is headed by the name of the party %.*s, not by its "
                        "id; head it \"%.*s\"",
                        STR_ARGS(head), STR_ARGS(known->id), STR_ARGS(known->id));
    return add_item(entering, "party", id, "name", head);
}

static bool add_parties(struct columns_entering *entering)
{
    for (uint32_t c = 0; c < entering->table.column_count; c++)
        if (entering->table.columns[c].role == COLUMN_OTHER &&
            !add_party(entering, entering->table.columns[c].head))
            return false;
    return end_entry(entering, "submit");
}

// --- Its drafts

static bool submit_column(struct columns_entering *entering, const char *party)
{
    struct entente_submission own = *entering->submission;
    struct submitted unused;
    own.party = party;
    own.id = NULL;
    own.base = NULL;
    return case_submit_one(entering->acting, &own, entering->budget, entering->arena, &unused,
                           entering->error) &&
           end_entry(entering, "submit");
}

static bool submit_columns(struct columns_entering *entering)
{
    if (!submit_column(entering, NULL))
        return false;
    for (uint32_t c = 0; c < entering->table.column_count; c++) {
        const struct prescribed_column *column = &entering->table.columns[c];
        if (column->role == COLUMN_OTHER &&
            !submit_column(entering,
                           arena_c_string(entering->arena,
                                          prescribed_party_id(column->head, entering->arena))))
            return false;
    }
    return true;
}

// --- All of it

static bool read_table(struct columns_entering *entering)
{
    const struct entente_file *file = entering->submission->file;
    struct reading accepted = {.kind = READING_ACCEPT};
    if (!document_open(str_of(file->name), answer_file(file), &accepted, &input_limits_default,
                       entering->arena, &entering->file, entering->error) ||
        !prescribed_table_read(entering->file, entering->arena, &entering->table, entering->error))
        return false;
    return entering->table.kind == PRESCRIBED_COLUMNS ||
           error_at(entering->error, BAD_INPUT, place_of(str_of(file->name)),
                    "is no table of columns; wanted are the heads \"Row\" | a base | each party | "
                    "\"Agreed\"");
}

static bool enter(struct columns_entering *entering)
{
    struct columns_agreed agreed = {
        .document = str_of(entering->submission->document),
        .file = str_skip(entering->file->name, str_behind_last(entering->file->name, '/')),
        .date = str_of(entering->submission->date),
        .named = &entering->named};
    if (!add_document(entering) || !add_parties(entering) || !submit_columns(entering))
        return false;
    entering->acting->act.name = "agree";
    return columns_agree(&agreed, entering->acting, entering->budget, entering->arena,
                         entering->error) &&
           end_entry(entering, "agree");
}

static void tell(struct columns_entering *entering, struct entente_answer *made)
{
    struct list slots = items_of(&entering->acting->casefile->open, "slot", entering->arena);
    size_t count = 0;
    for (size_t i = 0; i < slots.count; i++) {
        const struct item *slot = *LIST_AT(&slots, const struct item *, i);
        count +=
            str_equal(json_text(slot->value, "document"), str_of(entering->submission->document));
    }
    const struct act_slots told_slots = {.arrived = count,
                                         .named = LIST_ITEMS(&entering->named, struct str),
                                         .named_count = entering->named.count};
    const struct act_answer told = {.entered = LIST_ITEMS(&entering->entered, struct act_entered),
                                    .entered_count = entering->entered.count,
                                    .slots = &told_slots};
    acting_tell(entering->acting, told, made);
}

bool case_submit_columns(struct entente_case *handle, const struct entente_submission *submission,
                         const struct entente_act *frame, struct budget *budget,
                         struct entente_answer *made, struct error *error)
{
    struct acting acting;
    struct columns_entering entering = {.acting = &acting,
                                        .submission = submission,
                                        .frame = frame,
                                        .budget = budget,
                                        .arena = made->arena,
                                        .entered = LIST_MAKE(made->arena, struct act_entered),
                                        .named = LIST_MAKE(made->arena, struct str),
                                        .error = error};
    if (!read_table(&entering) || !acting_begin(handle, "enter", frame, &acting, error))
        return false;
    if (!access_is_open(acting.act.audience)) {
        casefile_rollback(acting.casefile);
        return error_set(error, MISUSE,
                         "a table of columns is for all who negotiate, or for the public");
    }
    if (!enter(&entering) || !casefile_commit(acting.casefile, error)) {
        casefile_rollback(acting.casefile);
        return false;
    }
    tell(&entering, made);
    return true;
}
