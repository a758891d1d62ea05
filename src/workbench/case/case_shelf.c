// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_shelf.h"

#include "base/builder.h"
#include "base/memory.h"
#include "workbench/answer.h"
#include "workbench/case/case_drafts.h"
#include "workbench/door.h"
#include "workbench/text/table_kept.h"

#include <stdlib.h>
#include <string.h>

// So many documents are held at once; of others the longest unasked goes.
enum { DOCUMENTS_MAX = 8 };

// A base with the copies that were compared with it.
struct shelf_base {
    struct arena *arena;
    struct str key;
    struct table_kept *kept; // NULL: it is no plain text, and nothing of it is shared
    size_t texts;            // that were laid of it
    bool is_left;            // the shelf has let go of it
};

struct text_made {
    struct shelf_text text; // first
    struct arena *arena;
    struct str key;
    struct shelf_base *base;
    const struct proofread_answer *found; // in the arena; NULL: it was not looked through yet
    size_t holders;
    bool is_left;
};

struct shelf_place {
    char *document; // NULL: it is free
    struct shelf_base *base;
    struct text_made *text;
    uint64_t used;
};

struct entente_case_shelf {
    struct entente_case_shelf_options options;
    struct shelf_place places[DOCUMENTS_MAX];
    uint64_t turn;
    struct grounds grounds;
};

static void enter(const struct entente_case_shelf *shelf)
{
    if (shelf->options.lock)
        shelf->options.lock(shelf->options.self);
}

static void leave(const struct entente_case_shelf *shelf)
{
    if (shelf->options.unlock)
        shelf->options.unlock(shelf->options.self);
}

// --- What goes

static void base_drop(struct shelf_base *base)
{
    if (!base || !base->is_left || base->texts > 0)
        return;
    table_kept_close(base->kept);
    arena_close(base->arena);
}

static void text_drop(struct text_made *text)
{
    if (!text || !text->is_left || text->holders > 0)
        return;
    struct shelf_base *base = text->base;
    base->texts--;
    arena_close(text->arena);
    base_drop(base);
}

static void leave_text(struct shelf_place *place)
{
    if (place->text)
        place->text->is_left = true;
    text_drop(place->text);
    place->text = NULL;
}

static void leave_base(struct shelf_place *place)
{
    leave_text(place);
    if (place->base)
        place->base->is_left = true;
    base_drop(place->base);
    place->base = NULL;
}

static struct shelf_place *shelf_place_of(struct entente_case_shelf *shelf, struct str document)
{
    struct shelf_place *oldest = &shelf->places[0];
    for (size_t i = 0; i < DOCUMENTS_MAX; i++) {
        struct shelf_place *place = &shelf->places[i];
        if (place->document && str_equal(str_of(place->document), document))
            return place;
        if (place->used < oldest->used)
            oldest = place;
    }
    leave_base(oldest);
    free(oldest->document);
    oldest->document = malloc(document.length + 1);
    if (!oldest->document)
        memory_exhausted(document.length + 1);
    memcpy(oldest->document, document.bytes, document.length);
    oldest->document[document.length] = '\0';
    return oldest;
}

// --- What is wanted

// The same content under the same name is read the same.
static struct str key_of_file(const struct item *draft, struct arena *arena)
{
    const struct json *reference = json_member(draft->value, "file");
    return arena_print(arena, "%.*s %.*s", STR_ARGS(json_text(reference, "sha256")),
                       STR_ARGS(json_text(reference, "name")));
}

static const struct current_draft *draft_at(const struct shelf_wanted *wanted, size_t i)
{
    return LIST_AT(wanted->current, struct current_draft, i);
}

static bool are_copies(const struct shelf_wanted *wanted)
{
    bool are = wanted->current->count > 0;
    for (size_t i = 0; i < wanted->current->count; i++) {
        const struct item *draft = draft_at(wanted, i)->draft;
        are = are && !case_draft_is_fragment(draft) && !case_draft_is_counter(draft);
    }
    return are;
}

static struct kept_seat *seats_of(const struct shelf_wanted *wanted, struct arena *arena)
{
    struct kept_seat *seats = ARENA_ARRAY(arena, struct kept_seat, wanted->current->count + 1);
    for (size_t i = 0; i < wanted->current->count; i++)
        seats[i] = (struct kept_seat){draft_at(wanted, i)->party,
                                      key_of_file(draft_at(wanted, i)->draft, arena)};
    return seats;
}

static struct str key_of_text(struct str base, const struct kept_seat *seats, size_t count,
                              struct arena *arena)
{
    struct builder key = builder_make(arena);
    builder_print(&key, "%.*s\n", STR_ARGS(base));
    for (size_t i = 0; i < count; i++)
        builder_print(&key, "%.*s %.*s\n", STR_ARGS(seats[i].party), STR_ARGS(seats[i].key));
    return builder_str(&key);
}

// --- What is made

struct shelf_making {
    struct entente_case_shelf *shelf;
    struct casefile *casefile;
    const struct shelf_wanted *wanted;
    struct budget *budget;
    struct shelf_place *place;
    struct arena *scratch;
    struct error *error;
};

static bool make_base(const struct shelf_making *making, struct str key)
{
    struct shelf_place *place = making->place;
    struct entente_file file;
    struct table_kept *kept;
    leave_base(place);
    if (!case_draft_file(making->casefile, making->wanted->base, making->scratch, &file,
                         making->error) ||
        !table_keep(&file, making->budget, &kept, making->error))
        return false;
    struct arena *arena = arena_open_small();
    place->base = ARENA_NEW(arena, struct shelf_base);
    *place->base = (struct shelf_base){.arena = arena, .key = arena_copy(arena, key), .kept = kept};
    return true;
}

// Copies that count no more stay for a while: when they are the most, all is begun anew.
static bool take_base(const struct shelf_making *making, struct str key)
{
    enum { FEW = 8 };
    const struct shelf_base *base = making->place->base;
    bool is_it = base && str_equal(base->key, key);
    bool is_worn = is_it && base->kept &&
                   table_kept_count(base->kept) > 2 * making->wanted->current->count + FEW;
    return (is_it && !is_worn) || make_base(making, key);
}

static bool take_copies(const struct shelf_making *making, const struct kept_seat *seats,
                        bool *is_plain)
{
    const struct shelf_wanted *wanted = making->wanted;
    struct table_kept *kept = making->place->base->kept;
    *is_plain = kept != NULL;
    for (size_t i = 0; *is_plain && i < wanted->current->count; i++) {
        const struct item *draft = draft_at(wanted, i)->draft;
        struct entente_file file;
        if (table_kept_has(kept, seats[i].key))
            continue;
        struct arena_mark mark = arena_mark(making->scratch);
        if (draft == wanted->coming)
            file = *wanted->file;
        else if (!case_draft_file(making->casefile, draft, making->scratch, &file, making->error))
            return false;
        if (!table_keep_copy(kept, seats[i].key, &file, making->budget, is_plain, making->error))
            return false;
        arena_rewind(making->scratch, mark);
    }
    return true;
}

// The text is the place's from then on; NULL where it cannot be made. The names of the parties live as
// long as it.
static struct text_made *lay(const struct shelf_making *making, struct kept_seat *seats,
                             struct str key)
{
    struct shelf_place *place = making->place;
    struct arena *arena = arena_open();
    struct text_made *made = ARENA_NEW(arena, struct text_made);
    struct merged *merged = ARENA_NEW(arena, struct merged);
    const struct draft_gate gate = {GATE_MERGE, true, NULL};
    for (size_t i = 0; i < making->wanted->current->count; i++)
        seats[i].party = arena_copy(arena, seats[i].party);
    if (!table_lay_kept(place->base->kept, seats, making->wanted->current->count, &gate,
                        making->budget, arena, merged, making->error)) {
        arena_close(arena);
        return NULL;
    }
    *made = (struct text_made){.text = {.merged = merged},
                               .arena = arena,
                               .key = arena_copy(arena, key),
                               .base = place->base};
    table_sheet(merged, arena, &made->text.sheet);
    made->text.counts = sheet_counts_make(&made->text.sheet, arena);
    leave_text(place);
    place->base->texts++;
    place->text = made;
    return made;
}

static bool take(const struct shelf_making *making, const struct shelf_text **text)
{
    const struct shelf_wanted *wanted = making->wanted;
    struct kept_seat *seats = seats_of(wanted, making->scratch);
    struct str base = key_of_file(wanted->base, making->scratch);
    struct str key = key_of_text(base, seats, wanted->current->count, making->scratch);
    struct shelf_place *place = making->place;
    bool is_plain = true;
    place->used = ++making->shelf->turn;
    struct text_made *made = place->text;
    if (!made || !str_equal(made->key, key)) {
        if (!take_base(making, base) || !take_copies(making, seats, &is_plain))
            return false;
        if (!is_plain)
            return true;
        made = lay(making, seats, key);
        if (!made)
            return false;
    }
    made->holders++;
    *text = &made->text;
    return true;
}

bool shelf_take(struct entente_case_shelf *shelf, struct casefile *casefile,
                const struct shelf_wanted *wanted, struct budget *budget,
                const struct shelf_text **text, struct error *error)
{
    *text = NULL;
    if (!shelf || !are_copies(wanted))
        return true;
    enter(shelf);
    struct shelf_making making = {.shelf = shelf,
                                  .casefile = casefile,
                                  .wanted = wanted,
                                  .budget = budget,
                                  .place = shelf_place_of(shelf, wanted->document),
                                  .scratch = arena_open(),
                                  .error = error};
    bool done = take(&making, text);
    arena_close(making.scratch);
    leave(shelf);
    return done;
}

void shelf_give(struct entente_case_shelf *shelf, const struct shelf_text *text)
{
    if (!text)
        return;
    struct text_made *made = (struct text_made *)(uintptr_t)text;
    enter(shelf);
    made->holders--;
    text_drop(made);
    leave(shelf);
}

const struct proofread_answer *shelf_findings(struct entente_case_shelf *shelf,
                                              const struct shelf_text *text)
{
    enter(shelf);
    const struct proofread_answer *found = ((const struct text_made *)text)->found;
    leave(shelf);
    return found;
}

void shelf_keep_findings(struct entente_case_shelf *shelf, const struct shelf_text *text,
                         const struct proofread_answer *found)
{
    struct text_made *made = (struct text_made *)(uintptr_t)text;
    enter(shelf);
    if (!made->found) {
        struct proofread_answer *kept = ARENA_NEW(made->arena, struct proofread_answer);
        *kept = proofread_answer_copy(found, made->arena);
        made->found = kept;
    }
    leave(shelf);
}

struct grounds *shelf_grounds(struct entente_case_shelf *shelf)
{
    return shelf ? &shelf->grounds : NULL;
}

// --- For the face

bool entente_case_shelf_new(const struct entente_case_shelf_options *options,
                            struct entente_case_shelf **made, struct entente_error *error)
{
    struct entente_case_shelf_options own;
    if (!DOOR_TAKE(options, &own, error))
        return false;
    struct entente_case_shelf *shelf = calloc(1, sizeof *shelf);
    if (!shelf)
        memory_exhausted(sizeof *shelf);
    shelf->options = own;
    shelf->grounds = (struct grounds){.lock = own.lock, .unlock = own.unlock, .self = own.self};
    *made = shelf;
    return true;
}

void entente_case_shelf_free(struct entente_case_shelf *shelf)
{
    for (size_t i = 0; shelf && i < DOCUMENTS_MAX; i++) {
        leave_base(&shelf->places[i]);
        free(shelf->places[i].document);
    }
    if (shelf)
        grounds_close(&shelf->grounds);
    free(shelf);
}
