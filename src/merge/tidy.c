// SPDX-License-Identifier: Apache-2.0
#include "merge/tidy.h"

#include "base/utf8.h"

#include <string.h>

// What an equal atom weighs when it stands between two edits: the more it says, the less it is a
// crumb. Whatever parts sentences and paragraphs is never one.
enum { WEIGHT_PUNCTUATION = 1, WEIGHT_SMALL_WORD = 3, WEIGHT_WORD = 4, WEIGHT_FIGURE = 6 };
#define NEVER_A_CRUMB UINT32_MAX
// More equal atoms than this are never crumbs, however large the edits around them.
#define MOST_CRUMBS 7u

static struct str text_of(const struct atoms *atoms, const struct atom *atom)
{
    return str_slice(atoms->document->text, atom->from, atom->to);
}

// Words that carry grammar rather than meaning.
static const char *const small_words[] = {
    "a",    "an",    "and",  "any",  "are",   "as",    "at",    "be",   "been", "but",   "by",
    "for",  "from",  "has",  "have", "he",    "her",   "his",   "if",   "in",   "into",  "is",
    "it",   "its",   "may",  "must", "no",    "not",   "of",    "on",   "or",   "shall", "she",
    "so",   "such",  "that", "the",  "their", "them",  "there", "they", "this", "to",    "was",
    "were", "which", "who",  "will", "with",  "would", "you",
};

static bool is_small_word(struct str word)
{
    if (word.length > 5)
        return false;
    for (size_t i = 0; i < sizeof small_words / sizeof small_words[0]; i++)
        if (str_equal_ignoring_case(word, str_of(small_words[i])))
            return true;
    return false;
}

static bool ends_sentence(struct str mark)
{
    return mark.length >= 1 && (mark.bytes[0] == '.' || mark.bytes[0] == '?' ||
                                mark.bytes[0] == '!' || mark.bytes[0] == ';');
}

static uint32_t weight_of(const struct atoms *atoms, const struct atom *atom)
{
    struct str text = text_of(atoms, atom);
    switch ((enum atom_kind)atom->kind) {
    case ATOM_MARK:
    case ATOM_BLOCK:
    case ATOM_OBJECT:
        return NEVER_A_CRUMB;
    case ATOM_PUNCTUATION:
        return ends_sentence(text) || text.bytes[0] == '\n' ? NEVER_A_CRUMB : WEIGHT_PUNCTUATION;
    case ATOM_NUMBER:
    case ATOM_DATE:
        return WEIGHT_FIGURE;
    case ATOM_WORD:
        return is_small_word(text) ? WEIGHT_SMALL_WORD : WEIGHT_WORD;
    }
    return NEVER_A_CRUMB;
}

// The weight of atoms [from, to), or NEVER_A_CRUMB when one of them is none.
static uint32_t crumb_weight(const struct atoms *atoms, const struct atom *flow, uint32_t from,
                             uint32_t to)
{
    uint32_t sum = 0;
    for (uint32_t i = from; i < to; i++) {
        uint32_t weight = weight_of(atoms, &flow[i]);
        if (weight == NEVER_A_CRUMB)
            return NEVER_A_CRUMB;
        sum += weight;
    }
    return sum;
}

static uint32_t words_weight(const struct atoms *atoms, const struct atom *flow, uint32_t from,
                             uint32_t to)
{
    uint32_t sum = 0;
    for (uint32_t i = from; i < to && sum < 1000; i++) {
        uint32_t weight = weight_of(atoms, &flow[i]);
        sum += weight == NEVER_A_CRUMB ? 0 : weight;
    }
    return sum;
}

// How much an edit says: the heavier of what went and what came.
static uint32_t edit_weight(const struct flow_pair *pair, const struct edit *edit)
{
    uint32_t gone = words_weight(pair->base, pair->base_atoms, edit->base_from, edit->base_to);
    uint32_t come = words_weight(pair->draft, pair->draft_atoms, edit->draft_from, edit->draft_to);
    return gone > come ? gone : come;
}

static bool is_only_crumbs(const struct flow_pair *pair, const struct edit *left,
                           const struct edit *right)
{
    if (right->base_from - left->base_to > MOST_CRUMBS)
        return false;
    uint32_t crumbs = crumb_weight(pair->base, pair->base_atoms, left->base_to, right->base_from);
    if (crumbs == NEVER_A_CRUMB)
        return false;
    uint32_t left_weight = edit_weight(pair, left);
    uint32_t right_weight = edit_weight(pair, right);
    uint32_t lighter = left_weight < right_weight ? left_weight : right_weight;
    return crumbs * 2 <= lighter;
}

// Joins until nothing changes: a joined edit is heavier and may draw in its next neighbour.
static void join_crumbs(const struct flow_pair *pair, struct list *edits)
{
    struct edit *items = LIST_ITEMS(edits, struct edit);
    size_t kept = 0;
    for (size_t i = 0; i < edits->count; i++) {
        struct edit edit = items[i];
        while (kept > 0 && is_only_crumbs(pair, &items[kept - 1], &edit)) {
            edit.base_from = items[kept - 1].base_from;
            edit.draft_from = items[kept - 1].draft_from;
            kept--;
        }
        items[kept++] = edit;
    }
    list_cut(edits, kept);
}

// How good a place before atom `at` is for an edit to begin or end.
static int boundary_score(const struct atoms *atoms, const struct atom *flow, uint32_t count,
                          uint32_t at)
{
    if (at == 0)
        return 8;
    const struct atom *before = &flow[at - 1];
    if (before->kind == ATOM_MARK || before->kind == ATOM_BLOCK)
        return 8;
    if (at < count && flow[at].kind == ATOM_MARK)
        return 5;
    bool gap_follows = at < count && flow[at].from > before->to;
    if (before->kind == ATOM_PUNCTUATION && gap_follows) {
        struct str mark = text_of(atoms, before);
        if (ends_sentence(mark))
            return 7;
        return mark.bytes[0] == ':' ? 5 : mark.bytes[0] == ',' ? 4 : 2;
    }
    return gap_follows ? 2 : 0;
}

// One side of a flow pair: the side on which a pure insertion or deletion has its atoms.
struct side {
    const struct atoms *atoms;
    const struct atom *flow;
    const uint32_t *ids;
    uint32_t count;
};

static int place_score(const struct side *side, uint32_t from, uint32_t to)
{
    return boundary_score(side->atoms, side->flow, side->count, from) * 2 +
           boundary_score(side->atoms, side->flow, side->count, to);
}

// Finds how far [from, to) may be shifted between the limits and gives the best shift.
static int32_t best_shift(const struct side *side, uint32_t from, uint32_t to, uint32_t room_left,
                          uint32_t room_right)
{
    int32_t best = 0;
    int score = place_score(side, from, to);
    for (uint32_t k = 1; k <= room_left && side->ids[from - k] == side->ids[to - k]; k++) {
        int other = place_score(side, from - k, to - k);
        if (other > score) {
            score = other;
            best = -(int32_t)k;
        }
    }
    for (uint32_t k = 1; k <= room_right && side->ids[from + k - 1] == side->ids[to + k - 1]; k++) {
        int other = place_score(side, from + k, to + k);
        if (other > score) {
            score = other;
            best = (int32_t)k;
        }
    }
    return best;
}

static void shift(struct edit *edit, int32_t by)
{
    edit->base_from = (uint32_t)((int32_t)edit->base_from + by);
    edit->base_to = (uint32_t)((int32_t)edit->base_to + by);
    edit->draft_from = (uint32_t)((int32_t)edit->draft_from + by);
    edit->draft_to = (uint32_t)((int32_t)edit->draft_to + by);
}

static void slide_edits(const struct flow_pair *pair, struct list *edits)
{
    struct edit *items = LIST_ITEMS(edits, struct edit);
    struct side base = {pair->base, pair->base_atoms, pair->base_ids, pair->base_count};
    struct side draft = {pair->draft, pair->draft_atoms, pair->draft_ids, pair->draft_count};
    for (size_t i = 0; i < edits->count; i++) {
        struct edit *edit = &items[i];
        bool is_deletion = edit->draft_from == edit->draft_to;
        bool is_insertion = edit->base_from == edit->base_to;
        if (is_deletion == is_insertion)
            continue;
        // One equal atom stays between two edits, so that they do not touch.
        uint32_t room_left = i == 0 ? edit->base_from : edit->base_from - items[i - 1].base_to - 1;
        uint32_t room_right = i + 1 == edits->count ? pair->base_count - edit->base_to
                                                    : items[i + 1].base_from - edit->base_to - 1;
        if (is_deletion)
            shift(edit, best_shift(&base, edit->base_from, edit->base_to, room_left, room_right));
        else
            shift(edit,
                  best_shift(&draft, edit->draft_from, edit->draft_to, room_left, room_right));
    }
}

static bool is_plain(const struct atom *atom)
{
    return atom->kind != ATOM_MARK && atom->kind != ATOM_BLOCK;
}

// Whether the gap before two equal atoms is there on one side and not on the other.
static bool gap_came_or_went(const struct flow_pair *pair, uint32_t base, uint32_t draft)
{
    const struct atom *b = &pair->base_atoms[base];
    const struct atom *d = &pair->draft_atoms[draft];
    if (!is_plain(b) || !is_plain(b - 1) || !is_plain(d) || !is_plain(d - 1))
        return false;
    return (b->from > (b - 1)->to) != (d->from > (d - 1)->to);
}

static void add_touching(struct list *edits, struct edit edit)
{
    if (edits->count > 0) {
        struct edit *last = LIST_AT(edits, struct edit, edits->count - 1);
        if (last->base_to == edit.base_from && last->draft_to == edit.draft_from) {
            last->base_to = edit.base_to;
            last->draft_to = edit.draft_to;
            return;
        }
    }
    *LIST_ADD(edits, struct edit) = edit;
}

static void add_gap_edits(const struct flow_pair *pair, struct list *edits)
{
    struct list all = LIST_MAKE(edits->arena, struct edit);
    uint32_t base = 0;
    uint32_t draft = 0;
    for (size_t i = 0; i <= edits->count; i++) {
        struct edit next = {pair->base_count, pair->base_count, pair->draft_count,
                            pair->draft_count};
        if (i < edits->count)
            next = *LIST_AT(edits, struct edit, i);
        // The first pair after an edit has its gap inside the edit's slot.
        for (uint32_t k = 1; base + k < next.base_from; k++)
            if (gap_came_or_went(pair, base + k, draft + k))
                add_touching(&all, (struct edit){base + k, base + k + 1, draft + k, draft + k + 1});
        if (i < edits->count)
            add_touching(&all, next);
        base = next.base_to;
        draft = next.draft_to;
    }
    *edits = all;
}

void tidy_edits(const struct flow_pair *pair, struct list *edits)
{
    join_crumbs(pair, edits);
    slide_edits(pair, edits);
    add_gap_edits(pair, edits);
}
