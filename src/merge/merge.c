// SPDX-License-Identifier: Apache-2.0
#include "merge/merge.h"

#include "merge/lay.h"

#include <stdlib.h>

const struct variant *slot_held_by(const struct slot *slot, struct party party)
{
    for (uint32_t v = 0; v < slot->variant_count; v++)
        for (uint32_t i = 0; i < slot->variants[v].party_count; i++)
            if (slot->variants[v].parties[i].number == party.number)
                return &slot->variants[v];
    return &slot->variants[0];
}

bool slot_is_open(const struct slot *slot)
{
    if (slot->kind != SLOT_WORDING)
        return false;
    uint32_t holders = 0;
    for (uint32_t v = 0; v < slot->variant_count; v++)
        holders += slot->variants[v].party_count;
    for (uint32_t v = 0; v < slot->variant_count; v++)
        if (slot->variants[v].party_count == holders && holders > 1)
            return false;
    return true;
}

static int by_name(const void *a, const void *b)
{
    return str_compare(((const struct party_draft *)a)->party,
                       ((const struct party_draft *)b)->party);
}

// The drafts in the order of their parties' names.
static bool put_in_order(const struct party_draft *drafts, size_t count, struct arena *arena,
                         struct party_draft **ordered, struct error *error)
{
    *ordered = ARENA_ARRAY(arena, struct party_draft, count + 1);
    for (size_t i = 0; i < count; i++)
        (*ordered)[i] = drafts[i];
    qsort(*ordered, count, sizeof **ordered, by_name);
    for (size_t i = 0; i < count; i++) {
        struct str name = (*ordered)[i].party;
        if (name.length == 0)
            return error_set(error, MISUSE, "a party needs a name, as in PARTY=FILE");
        if (i > 0 && str_equal(name, (*ordered)[i - 1].party))
            return error_set(error, MISUSE,
                             "the party \"%.*s\" is named twice; each party has one "
                             "draft",
                             STR_ARGS(name));
    }
    return true;
}

// Words kept, in thousandths of what the longer text has.
static uint32_t likeness(const struct comparison *comparison)
{
    uint32_t longer = comparison->base->count > comparison->draft->count ? comparison->base->count
                                                                         : comparison->draft->count;
    return longer == 0 ? 1000 : (uint32_t)((uint64_t)comparison->shared * 1000 / longer);
}

static void add_note(struct list *notes, struct str note)
{
    *LIST_ADD(notes, struct str) = note;
}

static void note_document(struct list *notes, struct arena *arena, struct str who,
                          const struct document *document)
{
    for (uint32_t i = 0; i < document->note_count; i++)
        add_note(notes,
                 arena_print(arena, "%.*s: %.*s", STR_ARGS(who), STR_ARGS(document->notes[i])));
}

// M6: opaque units that parties changed, and stories that a draft cannot have.
static void note_slots(struct list *notes, struct arena *arena, const struct layout *layout,
                       const struct document *base)
{
    static const char object[] = "\xef\xbf\xbc";
    for (size_t i = 0; i < layout->slots.count; i++) {
        const struct slot *slot = LIST_AT(&layout->slots, struct slot, i);
        uint32_t with_object = 0;
        for (uint32_t v = 1; v < slot->variant_count; v++)
            with_object += str_contains(slot->variants[v].text, str_of(object));
        if (with_object > 1) {
            uint32_t number =
                paragraph_at(base, slot->base.from < base->text.length ? slot->base.from
                                                                       : base->text.length - 1);
            add_note(notes, arena_print(arena,
                                        "paragraph %u: several parties changed a picture, equation "
                                        "or other unit there; each one's is kept whole",
                                        number + 1));
        }
    }
}

static void fill(struct merged *merged, const struct layout *layout)
{
    merged->slots = LIST_ITEMS(&layout->slots, struct slot);
    merged->slot_count = (uint32_t)layout->slots.count;
    merged->moves = LIST_ITEMS(&layout->moves, struct move);
    merged->move_count = (uint32_t)layout->moves.count;
    merged->spacings = LIST_ITEMS(&layout->spacings, struct spacing);
    merged->spacing_count = (uint32_t)layout->spacings.count;
    merged->restyles = LIST_ITEMS(&layout->restyles, struct restyle);
    merged->restyle_count = (uint32_t)layout->restyles.count;
    merged->reformats = LIST_ITEMS(&layout->reformats, struct reformat);
    merged->reformat_count = (uint32_t)layout->reformats.count;
}

bool merge_drafts(const struct document *base, const struct party_draft *drafts, size_t count,
                  const struct merge_options *options, struct budget *budget, struct arena *arena,
                  struct merged *merged, struct error *error)
{
    struct party_draft *ordered;
    if (!put_in_order(drafts, count, arena, &ordered, error))
        return false;
    struct arena *scratch = arena_open();
    struct dictionary *dictionary = dictionary_make(scratch);
    struct atoms *atoms = ARENA_ARRAY(scratch, struct atoms, count + 1);
    struct comparison *comparisons = ARENA_ARRAY(scratch, struct comparison, count + 1);
    bool done = atoms_cut(base, options->max_atoms, dictionary, scratch, &atoms[0], error);
    struct compare_base against = {NULL, NULL};
    if (done)
        against = compare_base_make(&atoms[0], scratch);
    for (size_t i = 0; done && i < count; i++)
        done = atoms_cut(ordered[i].document, options->max_atoms, dictionary, scratch,
                         &atoms[i + 1], error) &&
               compare_draft(&against, &atoms[i + 1], options->keep_last_mark, budget, scratch,
                             &comparisons[i], error);
    if (!done) {
        arena_close(scratch);
        return false;
    }
    struct layout layout;
    lay_comparisons(&atoms[0], comparisons, (uint32_t)count, arena, &layout);
    struct list notes = LIST_MAKE(arena, struct str);
    struct str *names = ARENA_ARRAY(arena, struct str, count + 1);
    uint32_t *likenesses = ARENA_ARRAY(arena, uint32_t, count + 1);
    const struct document **documents = ARENA_ARRAY(arena, const struct document *, count + 1);
    note_document(&notes, arena, STR("base"), base);
    for (size_t i = 0; i < count; i++) {
        names[i] = ordered[i].party;
        documents[i] = ordered[i].document;
        likenesses[i] = likeness(&comparisons[i]);
        note_document(&notes, arena, names[i], documents[i]);
    }
    note_slots(&notes, arena, &layout, base);
    *merged = (struct merged){.party_names = names,
                              .party_count = (uint32_t)count,
                              .base = base,
                              .drafts = documents,
                              .likeness = likenesses,
                              .notes = LIST_ITEMS(&notes, struct str),
                              .note_count = (uint32_t)notes.count};
    fill(merged, &layout);
    arena_close(scratch);
    return true;
}
