// SPDX-License-Identifier: Apache-2.0
#include "merge/merge.h"

#include "base/direction.h"
#include "merge/comparisons.h"
#include "merge/lay.h"

#include <assert.h>
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

// A draft and which one it was of those that were given.
struct seat {
    struct party_draft draft;
    size_t given;
};

// 1. seats stand in the order of the parties' names. 2. tokens[0] is the base, comparisons[i] is seat i's.
struct merge_table {
    const struct document *base;
    const struct seat *seats;
    size_t count;
    const struct tokens *tokens;
    const struct comparison *comparisons;
};

static int by_name(const void *a, const void *b)
{
    const struct seat *x = a;
    const struct seat *y = b;
    int order = str_compare(x->draft.party, y->draft.party);
    return order != 0 ? order : (x->given > y->given) - (x->given < y->given);
}

// The drafts in the order of their parties' names.
static struct seat *put_in_order(const struct party_draft *drafts, size_t count,
                                 struct arena *arena)
{
    struct seat *seats = ARENA_ARRAY(arena, struct seat, count + 1);
    for (size_t i = 0; i < count; i++)
        seats[i] = (struct seat){drafts[i], i};
    qsort(seats, count, sizeof *seats, by_name);
    return seats;
}

static bool check_names(const struct merge_table *table, struct error *error)
{
    for (size_t i = 0; i < table->count; i++) {
        struct str name = table->seats[i].draft.party;
        if (name.length == 0)
            return error_set(error, MISUSE, "a party needs a name, as in PARTY=FILE");
        if (i > 0 && str_equal(name, table->seats[i - 1].draft.party))
            return error_set(error, MISUSE,
                             "the party \"%.*s\" is named twice; each party has one "
                             "draft",
                             STR_ARGS(name));
    }
    return true;
}

// Words kept, in thousandths of what the longer text has. What was laid point by point stands on the base by
// its points, whatever its words.
static uint32_t similarity(const struct comparison *comparison)
{
    if (comparison->is_by_points)
        return 1000;
    uint32_t longer = comparison->base->count > comparison->draft->count ? comparison->base->count
                                                                         : comparison->draft->count;
    return longer == 0 ? 1000 : (uint32_t)((uint64_t)comparison->shared * 1000 / longer);
}

static void add_note(struct list *notes, enum note_kind kind, struct str party, struct str words)
{
    *LIST_ADD(notes, struct merge_note) = (struct merge_note){kind, party, words};
}

// They are part of the text, and kept; what shows it leaves them out or names them.
static void note_direction(struct list *notes, struct arena *arena, struct str party,
                           const struct document *document)
{
    bool *loose;
    size_t count = direction_loose(document->text, arena, &loose);
    if (count > 0)
        add_note(
            notes, NOTE_DIRECTION, party,
            arena_print(arena,
                        "%s%zu mark%s of writing direction without a partner (U+202A to U+202E, "
                        "U+2066 to U+2069), which would turn what stands behind: a redline in Word "
                        "keeps them, bracketed text names them, what is for eyes leaves them out",
                        party.length > 0 ? "" : "base: ", count, count == 1 ? "" : "s"));
}

static void note_base(struct list *notes, struct arena *arena, const struct document *base)
{
    for (uint32_t i = 0; i < base->note_count; i++)
        add_note(notes, NOTE_READING, STR(""),
                 arena_print(arena, "base: %.*s", STR_ARGS(base->notes[i])));
}

static void note_draft(struct list *notes, struct str party, const struct document *draft)
{
    for (uint32_t i = 0; i < draft->note_count; i++)
        add_note(notes, NOTE_READING, party, draft->notes[i]);
}

// M6: opaque units that parties changed, and stories that a draft cannot have.
static void note_slots(struct list *notes, struct arena *arena, const struct layout *layout,
                       const struct document *base)
{
    static const char object[] = "\xef\xbf\xbc";
    for (size_t i = 0; i < layout->slots.count; i++) {
        const struct slot *slot = LIST_AT(&layout->slots, struct slot, i);
        uint32_t with_object = 0;
        if (slot->variant_count < 3)
            continue; // several parties, several wordings beside the base's
        for (uint32_t v = 1; v < slot->variant_count; v++)
            with_object += str_contains(slot->variants[v].text, str_of(object));
        if (with_object > 1) {
            uint32_t number =
                paragraph_at(base, slot->base.from < base->text.length ? slot->base.from
                                                                       : base->text.length - 1);
            add_note(notes, NOTE_UNIT, STR(""),
                     arena_print(arena,
                                 "paragraph %u: several parties changed a picture, equation "
                                 "or other unit there; each one's is kept whole",
                                 number + 1));
        }
    }
}

static bool is_setting(struct str text)
{
    return str_trim(text).length > 0;
}

// Quotation marks and dashes are no wording, but they are not dropped unsaid either.
static void note_settings(struct list *notes, struct arena *arena, const struct merged *merged)
{
    uint32_t *places = ARENA_ARRAY(arena, uint32_t, merged->party_count + 1);
    for (uint32_t i = 0; i < merged->spacing_count; i++) {
        const struct spacing *spacing = &merged->spacings[i];
        places[spacing->party.number] +=
            is_setting(str_slice(merged->base->text, spacing->base.from, spacing->base.to));
    }
    for (uint32_t p = 0; p < merged->party_count; p++)
        if (places[p] > 0)
            add_note(notes, NOTE_SETTING, merged->party_names[p],
                     arena_print(arena,
                                 "%u of the base's words and marks are set otherwise "
                                 "(quotation marks, dashes, hyphens); the words are the same",
                                 places[p]));
}

static bool is_all_computed(const struct document *document, struct range range)
{
    if (range.from == range.to)
        return true;
    uint32_t last = paragraph_at(document, range.to - 1);
    for (uint32_t i = paragraph_at(document, range.from); i <= last; i++)
        if (!document->paragraphs[i].is_computed)
            return false;
    return true;
}

// Refreshed contents are no wording of anybody's. They are told in one line a party.
static void find_computed(struct layout *layout, const struct merged *merged, struct arena *arena,
                          struct list *notes)
{
    bool *is_told = ARENA_ARRAY(arena, bool, merged->party_count + 1);
    for (size_t i = 0; i < layout->slots.count; i++) {
        struct slot *slot = LIST_AT(&layout->slots, struct slot, i);
        bool are_computed = slot->kind == SLOT_WORDING;
        for (uint32_t v = 0; v < slot->variant_count && are_computed; v++) {
            const struct variant *variant = &slot->variants[v];
            are_computed = is_all_computed(
                variant->document == 0 ? merged->base : merged->drafts[variant->document - 1],
                variant->range);
        }
        if (!are_computed)
            continue;
        slot->kind = SLOT_COMPUTED;
        for (uint32_t v = 1; v < slot->variant_count; v++)
            for (uint32_t k = 0; k < slot->variants[v].party_count; k++)
                is_told[slot->variants[v].parties[k].number] = true;
    }
    for (uint32_t p = 0; p < merged->party_count; p++)
        if (is_told[p])
            add_note(
                notes, NOTE_COMPUTED, merged->party_names[p],
                STR("a table of contents or an index was refreshed; its lines are no wording"));
}

static void fill(struct merged *merged, const struct layout *layout)
{
    merged->slots = LIST_ITEMS(&layout->slots, struct slot);
    merged->slot_count = (uint32_t)layout->slots.count;
    merged->moves = LIST_ITEMS(&layout->moves, struct move);
    merged->move_count = (uint32_t)layout->moves.count;
    merged->spacings = LIST_ITEMS(&layout->spacings, struct spacing);
    merged->spacing_count = (uint32_t)layout->spacings.count;
    merged->settings = LIST_ITEMS(&layout->settings, struct setting);
    merged->setting_count = (uint32_t)layout->settings.count;
    merged->run_changes = LIST_ITEMS(&layout->run_changes, struct run_change);
    merged->run_change_count = (uint32_t)layout->run_changes.count;
    merged->paragraph_changes = LIST_ITEMS(&layout->paragraph_changes, struct paragraph_change);
    merged->paragraph_change_count = (uint32_t)layout->paragraph_changes.count;
    merged->kept = LIST_ITEMS(&layout->kept, struct kept_words);
    merged->kept_count = (uint32_t)layout->kept.count;
}

static const struct merge_table *table_of_compared(const struct document *base,
                                                   const struct seat *seats, size_t count,
                                                   const struct comparisons *compared,
                                                   struct arena *arena)
{
    struct comparison *comparisons = ARENA_ARRAY(arena, struct comparison, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct comparison *known = comparisons_of(compared, seats[i].draft.document);
        assert(known);
        comparisons[i] = *known;
    }
    struct merge_table *made = ARENA_NEW(arena, struct merge_table);
    *made = (struct merge_table){base, seats, count, comparisons_base(compared), comparisons};
    return made;
}

bool merge_compare(const struct document *base, const struct party_draft *drafts, size_t count,
                   const struct merge_options *options, struct budget *budget, struct arena *arena,
                   const struct merge_table **table, struct error *error)
{
    struct seat *seats = put_in_order(drafts, count, arena);
    if (options->compared) {
        *table = table_of_compared(base, seats, count, options->compared, arena);
        return true;
    }
    struct dictionary *dictionary = dictionary_make(arena);
    struct tokens *tokens = ARENA_ARRAY(arena, struct tokens, count + 1);
    struct comparison *comparisons = ARENA_ARRAY(arena, struct comparison, count + 1);
    if (!tokens_cut(base, options->max_tokens, dictionary, arena, &tokens[0], error))
        return false;
    struct compare_base against = compare_base_make(&tokens[0], arena);
    for (size_t i = 0; i < count; i++)
        if (!tokens_cut(seats[i].draft.document, options->max_tokens, dictionary, arena,
                        &tokens[i + 1], error) ||
            !compare_draft(&against, &tokens[i + 1],
                           options->laid ? options->laid[seats[i].given] : NULL,
                           options->keep_last_mark, budget, arena, &comparisons[i], error))
            return false;
    struct merge_table *made = ARENA_NEW(arena, struct merge_table);
    *made = (struct merge_table){base, seats, count, tokens, comparisons};
    *table = made;
    return true;
}

void merge_chosen(const struct merge_table *table, const bool *chosen, struct arena *arena,
                  struct merged *merged)
{
    struct arena *scratch = arena_open();
    struct comparison *comparisons = ARENA_ARRAY(scratch, struct comparison, table->count + 1);
    struct list notes = LIST_MAKE(arena, struct merge_note);
    struct str *names = ARENA_ARRAY(arena, struct str, table->count + 1);
    uint32_t *similarityes = ARENA_ARRAY(arena, uint32_t, table->count + 1);
    const struct document **documents =
        ARENA_ARRAY(arena, const struct document *, table->count + 1);
    uint32_t count = 0;
    note_base(&notes, arena, table->base);
    note_direction(&notes, arena, STR(""), table->base);
    for (size_t i = 0; i < table->count; i++) {
        const struct seat *seat = &table->seats[i];
        if (chosen && !chosen[seat->given])
            continue;
        comparisons[count] = table->comparisons[i];
        names[count] = seat->draft.party;
        documents[count] = seat->draft.document;
        similarityes[count] = similarity(&comparisons[count]);
        note_draft(&notes, names[count], documents[count]);
        note_direction(&notes, arena, names[count], documents[count]);
        count++;
    }
    struct layout layout;
    lay_comparisons(&table->tokens[0], comparisons, count, arena, &layout);
    note_slots(&notes, arena, &layout, table->base);
    *merged = (struct merged){.party_names = names,
                              .party_count = count,
                              .base = table->base,
                              .drafts = documents,
                              .similarity = similarityes};
    find_computed(&layout, merged, arena, &notes);
    fill(merged, &layout);
    note_settings(&notes, arena, merged);
    merged->notes = LIST_ITEMS(&notes, struct merge_note);
    merged->note_count = (uint32_t)notes.count;
    arena_close(scratch);
}

bool merge_drafts(const struct document *base, const struct party_draft *drafts, size_t count,
                  const struct merge_options *options, struct budget *budget, struct arena *arena,
                  struct merged *merged, struct error *error)
{
    struct arena *scratch = arena_open();
    const struct merge_table *table;
    bool done = merge_compare(base, drafts, count, options, budget, scratch, &table, error) &&
                check_names(table, error);
    if (done)
        merge_chosen(table, NULL, arena, merged);
    arena_close(scratch);
    return done;
}
