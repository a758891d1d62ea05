// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/table_kept.h"

#include "base/plain_name.h"
#include "merge/comparisons.h"
#include "workbench/answer.h"
#include "workbench/text/fragments.h"
#include "workbench/text/table_parts.h"

struct kept_copy {
    struct str key;
    const struct document *document;
    struct list notes; // struct merge_note: how it was read; whose it is stands in no one's name
};

struct table_kept {
    struct arena *arena;
    struct budget *budget; // documents borrow the budget that they are read by
    struct table_options options;
    struct laying laying; // after the base was opened
    const struct document *base;
    struct list base_notes; // struct merge_note
    struct list copies;     // struct kept_copy
    struct comparisons *compared;
};

// While something is read its bounds are the caller's; afterwards it has none, as those may be gone.
static void bind(struct table_kept *kept, const struct budget *budget, struct error *error)
{
    *kept->budget = *budget;
    kept->laying.error = error;
}

static void unbind(struct table_kept *kept, struct budget *budget)
{
    *budget = *kept->budget;
    *kept->budget = answer_budget(NULL);
    kept->laying.error = NULL;
}

static bool read_base(struct table_kept *kept, const struct entente_file *base, bool *is_plain)
{
    struct laying *laying = &kept->laying;
    laying_begin(laying);
    if (!laying_open_base(laying, base, false, &kept->base))
        return false;
    kept->base_notes = laying->notes;
    *is_plain = !laying->base_table;
    return !*is_plain || comparisons_open(kept->base, input_limits_default.tokens, &kept->compared,
                                          laying->error);
}

bool table_keep(const struct entente_file *base, struct budget *budget, struct table_kept **kept,
                struct error *error)
{
    struct arena *arena = arena_open();
    struct table_kept *made = ARENA_NEW(arena, struct table_kept);
    bool is_plain = false;
    *made = (struct table_kept){.arena = arena,
                                .budget = ARENA_NEW(arena, struct budget),
                                .options = {.gate = {.any_base = true}},
                                .copies = LIST_MAKE(arena, struct kept_copy)};
    made->laying =
        (struct laying){.options = &made->options, .budget = made->budget, .arena = arena};
    const struct entente_file own = {arena_c_string(arena, str_of(base->name)),
                                     arena_copy(arena, answer_file(base)).bytes, base->length};
    bind(made, budget, error);
    bool done = read_base(made, &own, &is_plain);
    unbind(made, budget);
    *kept = NULL;
    if (done && is_plain)
        *kept = made;
    else
        arena_close(arena);
    return done;
}

void table_kept_close(struct table_kept *kept)
{
    if (!kept)
        return;
    comparisons_close(kept->compared);
    arena_close(kept->arena);
}

static const struct kept_copy *copy_of(const struct table_kept *kept, struct str key)
{
    for (size_t i = 0; i < kept->copies.count; i++)
        if (str_equal(LIST_AT(&kept->copies, struct kept_copy, i)->key, key))
            return LIST_AT(&kept->copies, struct kept_copy, i);
    return NULL;
}

bool table_kept_has(const struct table_kept *kept, struct str key)
{
    return copy_of(kept, key) != NULL;
}

size_t table_kept_count(const struct table_kept *kept)
{
    return kept->copies.count;
}

bool table_keep_copy(struct table_kept *kept, struct str key, const struct entente_file *file,
                     struct budget *budget, bool *is_plain, struct error *error)
{
    struct arena *arena = kept->arena;
    *is_plain = !draft_is_cells(file);
    if (!*is_plain)
        return true;
    const struct entente_file own = {arena_c_string(arena, str_of(file->name)),
                                     arena_copy(arena, answer_file(file)).bytes, file->length};
    struct laying *laying = &kept->laying;
    laying_begin(laying);
    bind(kept, budget, error);
    bool done = laying_add_copy(laying, STR(""), kept->base, &own, is_plain);
    const struct document *document =
        done && *is_plain ? LIST_AT(&laying->drafts, struct party_draft, 0)->document : NULL;
    done = done && (!document || comparisons_add(kept->compared, document, kept->budget, error));
    unbind(kept, budget);
    if (done && document)
        *LIST_ADD(&kept->copies, struct kept_copy) =
            (struct kept_copy){arena_copy(arena, key), document, laying->notes};
    return done;
}

static void add_notes(struct laying *laying, const struct list *notes, struct str party)
{
    for (size_t i = 0; i < notes->count; i++) {
        const struct merge_note *note = LIST_AT(notes, struct merge_note, i);
        laying_add_note(laying, note->kind, party, note->words);
    }
}

// As if the files had just been read.
static bool seat_all(const struct table_kept *kept, const struct kept_seat *seats, size_t count,
                     struct laying *laying)
{
    for (size_t i = 0; i < count; i++) {
        const struct kept_copy *copy = copy_of(kept, seats[i].key);
        if (!plain_name_check(seats[i].party, "the name of a party", laying->error) ||
            !laying_add_document(laying, seats[i].party, copy->document))
            return false;
        add_notes(laying, &copy->notes, seats[i].party);
    }
    return true;
}

bool table_lay_kept(struct table_kept *kept, const struct kept_seat *seats, size_t count,
                    const struct draft_gate *gate, struct budget *budget, struct arena *arena,
                    struct merged *merged, struct error *error)
{
    const struct table_options options = {.gate = *gate};
    struct laying laying = kept->laying;
    laying.options = &options;
    laying.budget = budget;
    laying.arena = arena;
    laying.error = error;
    laying_begin(&laying);
    add_notes(&laying, &kept->base_notes, STR(""));
    return seat_all(kept, seats, count, &laying) &&
           laying_merge(&laying, kept->base, kept->compared, merged);
}
