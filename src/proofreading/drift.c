// SPDX-License-Identifier: Apache-2.0
#include "proofreading/drift.h"

#include "base/names.h"
#include "base/sorted.h"

// The paragraphs of a text by their words; words that stand twice lead nowhere.
struct by_words {
    struct names *words;
    struct list paragraphs; // by words: uint32_t, NO_INDEX where they stand twice
};

// What a clause says: its own words, or, where its number stands alone, those behind it.
static struct str words_of(const struct proof_text *text, uint32_t paragraph)
{
    const struct document *document = text->document;
    struct str words = str_trim(paragraph_body(document, &document->paragraphs[paragraph]));
    for (uint32_t p = paragraph + 1; words.length == 0 && p < document->paragraph_count; p++)
        words = str_trim(paragraph_body(document, &document->paragraphs[p]));
    return words;
}

static struct by_words by_words_make(const struct proof_text *text, struct arena *arena)
{
    struct by_words all = {names_make(arena), LIST_MAKE(arena, uint32_t)};
    for (uint32_t p = 0; p < text->document->paragraph_count; p++) {
        uint32_t known = names_count(all.words);
        uint32_t number = names_add(all.words, words_of(text, p));
        if (number == known)
            *LIST_ADD(&all.paragraphs, uint32_t) = p;
        // The empty line behind a number alone says what the number says.
        else if (*LIST_AT(&all.paragraphs, uint32_t, number) + 1 != p)
            *LIST_AT(&all.paragraphs, uint32_t, number) = NO_INDEX;
    }
    return all;
}

static uint32_t find_words(const struct by_words *all, struct str words)
{
    uint32_t number = names_find(all->words, words);
    return number == NAMES_NONE ? NO_INDEX : *LIST_AT(&all->paragraphs, uint32_t, number);
}

// Both texts, and their paragraphs by words.
struct drift {
    const struct references_of *base;
    const struct references_of *reading;
    struct by_words in_base;
    struct by_words in_reading;
    struct list *findings;
    size_t known; // findings that were there before, in the order of the text
};

static bool begins_before(const void *row, size_t at, uint64_t place)
{
    const struct proof_finding *findings = row;
    return findings[at].place.from <= place;
}

// What was said of the reference already; else a new finding.
static struct proof_finding *finding_of(const struct drift *drift, const struct own_reference *now)
{
    struct proof_finding *known = LIST_ITEMS(drift->findings, struct proof_finding);
    size_t at = sorted_before(drift->known, known, begins_before, now->place.from);
    // A label and the citation that it ends begin at most a few findings apart.
    for (size_t back = 0; back < 4 && at-- > 0; back++)
        if (known[at].kind == FINDING_REFERENCE && known[at].place.to >= now->place.to)
            return &known[at];
    return finding_add(drift->findings, FINDING_REFERENCE, PROOF_LIKELY, now->place, "%s", "");
}

// moved: where the clause that was meant stands now; NO_INDEX: nowhere
static void report(const struct drift *drift, const struct own_reference *now, uint32_t moved)
{
    const struct proof_text *text = drift->reading->text;
    struct proof_finding *finding = finding_of(drift, now);
    if (moved != NO_INDEX) {
        finding->message = STR("the clause that this means in the base has another number here");
        finding->right = text->clauses.names[moved];
    } else {
        finding->message = STR("the clause that this means in the base is gone here");
    }
    if (now->target == NO_INDEX)
        return;
    const struct paragraph *leads = &text->document->paragraphs[now->target];
    finding->other = (struct range){leads->from, leads->to};
}

static void check_pair(const struct drift *drift, const struct own_reference *old,
                       const struct own_reference *now)
{
    if (old->target == NO_INDEX)
        return;
    struct str meant = words_of(drift->base->text, old->target);
    uint32_t moved = find_words(&drift->in_reading, meant);
    if (now->target == NO_INDEX) {
        report(drift, now, moved);
        return;
    }
    struct str leads = words_of(drift->reading->text, now->target);
    uint32_t other = find_words(&drift->in_base, leads);
    if (str_equal(meant, leads))
        return;
    // Words that stand nowhere else in either text are the old ones, reworded.
    if (moved != NO_INDEX || (other != NO_INDEX && other != old->target))
        report(drift, now, moved);
}

// How many references stand in the same paragraph, from this one on.
static size_t count_in(const struct list *references, size_t from)
{
    const struct own_reference *items = LIST_ITEMS(references, struct own_reference);
    size_t at = from;
    while (at < references->count && items[at].paragraph == items[from].paragraph)
        at++;
    return at - from;
}

static bool reads_the_same(const struct drift *drift, const struct own_reference *old,
                           const struct own_reference *now)
{
    return str_equal(proof_words(drift->base->text, old->place),
                     proof_words(drift->reading->text, now->place));
}

// The references of a paragraph of the base beside those of the one that says the same.
static void check_paragraph(const struct drift *drift, size_t from, size_t count,
                            const uint32_t *first)
{
    const struct own_reference *old = LIST_AT(drift->base->references, struct own_reference, from);
    uint32_t paragraph =
        find_words(&drift->in_reading, words_of(drift->base->text, old->paragraph));
    if (paragraph == NO_INDEX || first[paragraph] == NO_INDEX ||
        count_in(drift->reading->references, first[paragraph]) != count)
        return;
    const struct own_reference *now =
        LIST_AT(drift->reading->references, struct own_reference, first[paragraph]);
    for (size_t i = 0; i < count; i++)
        if (reads_the_same(drift, &old[i], &now[i]))
            check_pair(drift, &old[i], &now[i]);
}

// By paragraph: its first reference, NO_INDEX: none.
static uint32_t *first_references(const struct references_of *reading, struct arena *arena)
{
    uint32_t count = reading->text->document->paragraph_count;
    uint32_t *first = ARENA_ARRAY(arena, uint32_t, (size_t)count + 1);
    memset(first, 0xFF, ((size_t)count + 1) * sizeof *first);
    for (size_t i = reading->references->count; i-- > 0;)
        first[LIST_AT(reading->references, struct own_reference, i)->paragraph] = (uint32_t)i;
    return first;
}

void drift_check(const struct references_of *base, const struct references_of *reading,
                 struct list *findings)
{
    struct arena *arena = arena_open();
    struct drift drift = {base,
                          reading,
                          by_words_make(base->text, arena),
                          by_words_make(reading->text, arena),
                          findings,
                          findings->count};
    const uint32_t *first = first_references(reading, arena);
    for (size_t at = 0; at < base->references->count;) {
        size_t count = count_in(base->references, at);
        check_paragraph(&drift, at, count, first);
        at += count;
    }
    arena_close(arena);
}
