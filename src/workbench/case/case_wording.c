// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_wording.h"

#include "casefile/slot_match.h"
#include "exchange/open.h"
#include "workbench/answer.h"
#include "workbench/case/case_slots.h"
#include "workbench/text/put_wording.h"
#include "workbench/text/table.h"

#include <string.h>

struct wording_search {
    struct casefile *casefile;
    const struct wording_wanted *wanted;
    struct budget *budget;
    struct arena *arena;
    const struct item *base;
    struct list current; // struct current_draft
    struct merged *merged;
    struct found_slot found; // the place as the merge has it
    const struct slot *slot;
    uint32_t party;            // its number in the merged text; NO_INDEX: it has no draft
    const struct item *newest; // the draft that the next is made of
};

static bool not_sure(struct error *error)
{
    return error_set(error, BAD_INPUT,
                     "the place is not found in the party's draft for sure; write the wording in "
                     "the draft, and give the file");
}

// --- The place in the merged text

static bool merge_all(struct wording_search *search, struct error *error)
{
    const struct draft_gate gate = {.place = GATE_SUBMIT, .any_base = true};
    case_drafts(&search->casefile->open, search->wanted->document, NULL, search->arena,
                &search->base, &search->current);
    if (!search->base || search->current.count == 0)
        return error_set(error, NOT_FOUND, "%.*s has no open places",
                         STR_ARGS(search->wanted->document));
    search->merged = ARENA_NEW(search->arena, struct merged);
    return case_merge_drafts(search->casefile, search->base, &search->current, NULL, &gate,
                             search->budget, search->arena, search->merged, error);
}

static bool find_slot(struct wording_search *search, struct error *error)
{
    struct sheet sheet;
    struct slot_match match;
    table_sheet(search->merged, search->arena, &sheet);
    struct list found = case_find_slots(&sheet, search->arena);
    slot_match_make(&search->casefile->open, search->wanted->document, NULL,
                    LIST_ITEMS(&found, struct found_slot), found.count, search->arena, &match);
    for (size_t i = 0; i < match.count; i++) {
        const struct known_slot *old = match.slots[i].old;
        if (!old || !str_equal(old->item->id, search->wanted->slot))
            continue;
        search->found = *LIST_AT(&found, struct found_slot, i);
        search->slot = &search->merged->slots[search->found.number];
        return true;
    }
    return error_set(error, NOT_FOUND, "%.*s is no open place of %.*s as it stands now",
                     STR_ARGS(search->wanted->slot), STR_ARGS(search->wanted->document));
}

static void find_party(struct wording_search *search)
{
    search->party = NO_INDEX;
    search->newest = search->base;
    for (uint32_t p = 0; p < search->merged->party_count; p++)
        if (str_equal(search->merged->party_names[p], search->wanted->party))
            search->party = p;
    for (size_t i = 0; search->party != NO_INDEX && i < search->current.count; i++) {
        const struct current_draft *draft = LIST_AT(&search->current, struct current_draft, i);
        if (str_equal(draft->party, search->wanted->party))
            search->newest = draft->draft;
    }
}

// --- The place in the party's draft

// The byte of the party's draft that a byte of the base was kept as; NO_INDEX when it was not.
static uint32_t draft_at(const struct wording_search *search, uint32_t at)
{
    const struct merged *merged = search->merged;
    for (uint32_t i = 0; i < merged->kept_count; i++) {
        const struct kept_words *kept = &merged->kept[i];
        if (kept->party.number == search->party && kept->base.from <= at && at < kept->base.to)
            return kept->draft.from + (at - kept->base.from);
    }
    return NO_INDEX;
}

static bool is_gap(struct str text, uint32_t at)
{
    return text.bytes[at] == ' ' || text.bytes[at] == '\t';
}

// A typed label counts as kept with its paragraph: behind it begins what the paragraph says.
static uint32_t label_end(const struct document *document, uint32_t paragraph)
{
    const struct paragraph *p = &document->paragraphs[paragraph];
    return p->from + p->label.typed_bytes;
}

// Where a paragraph of the base begins: at its label or behind it.
static bool begins_paragraph(const struct document *base, uint32_t at, uint32_t *start)
{
    uint32_t paragraph = at < base->text.length ? paragraph_at(base, at) : NO_INDEX;
    if (paragraph == NO_INDEX || at > label_end(base, paragraph))
        return false;
    *start = base->paragraphs[paragraph].from;
    return true;
}

// The mark of the paragraph that ends with this byte. In a file of another kind it may stand with a label.
static uint32_t mark_behind(const struct document *draft, uint32_t last)
{
    if (last == NO_INDEX)
        return NO_INDEX;
    uint32_t mark = draft->paragraphs[paragraph_at(draft, last)].to;
    return mark == last + 1 ? mark : NO_INDEX;
}

// Words that begin a paragraph begin behind its label, what lies between two paragraphs before it.
static uint32_t range_from(const struct wording_search *search)
{
    const struct document *base = search->merged->base;
    const struct document *draft = search->merged->drafts[search->party];
    uint32_t at = search->slot->base.from;
    bool begins = begins_paragraph(base, at, &at);
    while (at > 0 && draft_at(search, at - 1) == NO_INDEX && is_gap(base->text, at - 1))
        at--;
    uint32_t last = at > 0 ? draft_at(search, at - 1) : NO_INDEX;
    if (begins && last == NO_INDEX && at > 1)
        last = mark_behind(draft, draft_at(search, at - 2));
    if (at > 0 && last == NO_INDEX)
        return NO_INDEX;
    uint32_t from = at > 0 ? last + 1 : 0;
    bool has_words = search->slot->base.from < search->slot->base.to;
    return begins && has_words && from < draft->text.length
               ? label_end(draft, paragraph_at(draft, from))
               : from;
}

static uint32_t range_to(const struct wording_search *search)
{
    const struct document *base = search->merged->base;
    const struct document *draft = search->merged->drafts[search->party];
    uint32_t at = search->slot->base.to;
    uint32_t start;
    bool begins = begins_paragraph(base, at, &start) && at == start;
    if (begins)
        at = label_end(base, paragraph_at(base, at));
    while (at < base->text.length && draft_at(search, at) == NO_INDEX && is_gap(base->text, at))
        at++;
    if (at == base->text.length)
        return (uint32_t)draft->text.length;
    uint32_t first = draft_at(search, at);
    if (!begins || first == NO_INDEX)
        return first;
    uint32_t paragraph = paragraph_at(draft, first);
    return first <= label_end(draft, paragraph) ? draft->paragraphs[paragraph].from : first;
}

// Between the words that the party kept before and behind the place: what it has there is its wording.
static bool range_between(const struct wording_search *search, struct range *range)
{
    *range = (struct range){range_from(search), range_to(search)};
    return range->from != NO_INDEX && range->to != NO_INDEX && range->from <= range->to;
}

// Where nothing tells what was kept: the words with those around them, which must stand there once.
static bool range_by_words(const struct wording_search *search, const struct variant *held,
                           struct range *range)
{
    struct str text = search->merged->drafts[search->party]->text;
    struct str before = search->found.before;
    struct str whole = arena_print(search->arena, "%.*s%.*s%.*s", STR_ARGS(before),
                                   STR_ARGS(held->text), STR_ARGS(search->found.after));
    size_t first = str_find(text, whole);
    if (before.length == 0 || first == text.length ||
        str_contains(str_skip(text, first + 1), whole))
        return false;
    *range = (struct range){(uint32_t)(first + before.length),
                            (uint32_t)(first + before.length + held->text.length)};
    return true;
}

static bool range_of(const struct wording_search *search, struct range *range)
{
    if (search->party == NO_INDEX) {
        *range = search->slot->base;
        return true;
    }
    const struct variant *held = slot_held_by(search->slot, (struct party){search->party});
    const struct document *draft = search->merged->drafts[search->party];
    if (held->document == search->party + 1) {
        *range = held->range;
        return true;
    }
    if (!range_between(search, range) && !range_by_words(search, held, range))
        return false;
    return str_equal(str_trim(str_slice(draft->text, range->from, range->to)),
                     str_trim(held->text));
}

// The draft as its file stands: where the merge reads it otherwise (as a fragment, a table, with words struck
// through by hand), a place in one is none in the other.
static bool open_newest(const struct wording_search *search, struct entente_file *file,
                        const struct document **document, struct error *error)
{
    const struct reading reading = {.kind = READING_ACCEPT};
    const struct document *merged =
        search->party == NO_INDEX ? search->merged->base : search->merged->drafts[search->party];
    if (!case_draft_file(search->casefile, search->newest, search->arena, file, error) ||
        !document_open(str_of(file->name), answer_file(file), &reading,
                       answer_limits(search->budget, search->arena), search->arena, document,
                       error))
        return false;
    return str_equal((*document)->text, merged->text) ||
           error_set(error, BAD_INPUT,
                     "the party's newest draft is no whole text as it stands; write the wording in "
                     "a whole draft, and give the file");
}

static bool is_of_rows(const struct wording_search *search)
{
    enum block_kind kind = search->merged->base->blocks[search->slot->container].kind;
    return kind == BLOCK_TABLE || kind == BLOCK_ROW;
}

static struct str settled_told(enum wording_settled settled)
{
    switch (settled) {
    case SETTLED_NONE:
        return STR("");
    case SETTLED_HERE:
        return STR("note: the tracked changes of this paragraph are accepted in the new draft\n");
    case SETTLED_ALL:
        return STR("note: all tracked changes of the draft before are accepted in the new one\n");
    }
    return STR("");
}

bool case_wording_file(struct casefile *casefile, const struct wording_wanted *wanted,
                       struct budget *budget, struct arena *arena, struct entente_file *file,
                       struct str *told, struct error *error)
{
    struct wording_search search = {
        .casefile = casefile, .wanted = wanted, .budget = budget, .arena = arena};
    struct wording_place place;
    struct entente_file old;
    enum wording_settled settled;
    if (!merge_all(&search, error) || !find_slot(&search, error))
        return false;
    find_party(&search);
    if (is_of_rows(&search))
        return error_set(error, BAD_INPUT,
                         "rows or cells of a table come or go here; write them in the draft, and "
                         "give the file");
    if (!open_newest(&search, &old, &place.document, error))
        return false;
    if (!range_of(&search, &place.range))
        return not_sure(error);
    place.is_whole = search.slot->whole;
    place.flow = search.merged->base->blocks[search.slot->container].kind;
    if (!wording_put(&old, &place, wanted->words, budget, arena, file, &settled, error))
        return false;
    *told = settled_told(settled);
    return true;
}
