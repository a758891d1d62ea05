// SPDX-License-Identifier: Apache-2.0
#include "merge/tidy.h"

#include "merge/crumbs.h"

#include <string.h>

static struct str text_of(const struct tokens *tokens, const struct text_token *token)
{
    return str_slice(tokens->document->text, token->from, token->to);
}

// How good a place before token `at` is for an edit to begin or end.
static int boundary_score(const struct tokens *tokens, const struct text_token *flow,
                          uint32_t count, uint32_t at)
{
    if (at == 0)
        return 8;
    const struct text_token *before = &flow[at - 1];
    if (before->kind == TOKEN_MARK || before->kind == TOKEN_BLOCK)
        return 8;
    if (at < count && flow[at].kind == TOKEN_MARK)
        return 5;
    bool gap_follows = at < count && flow[at].from > before->to;
    if (before->kind == TOKEN_PUNCTUATION && gap_follows) {
        struct str mark = text_of(tokens, before);
        if (crumbs_ends_sentence(mark))
            return 7;
        return mark.bytes[0] == ':' ? 5 : mark.bytes[0] == ',' ? 4 : 2;
    }
    return gap_follows ? 2 : 0;
}

// One side of a flow pair: the side on which a pure insertion or deletion has its tokens.
struct side {
    const struct tokens *tokens;
    const struct text_token *flow;
    const uint32_t *ids;
    uint32_t count;
};

// Words with which additions begin: "… and in public", "… unless they agree".
static const char *const openers[] = {
    "and",   "but",   "by",    "except",   "for",  "from",   "if",      "in",     "including",
    "nor",   "of",    "or",    "provided", "such", "that",   "to",      "unless", "when",
    "where", "which", "while", "who",      "with", "within", "without",
};

static int opening_score(const struct side *side, uint32_t at)
{
    int score = boundary_score(side->tokens, side->flow, side->count, at);
    if (score > 2 || at >= side->count || side->flow[at].kind != TOKEN_WORD)
        return score;
    struct str word = text_of(side->tokens, &side->flow[at]);
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++)
        if (str_equal(word, str_of(openers[i])))
            return score + 1;
    return score;
}

// The mark that ends a clause or sentence may stand behind what was added to it.
static int closing_score(const struct side *side, uint32_t at)
{
    int score = boundary_score(side->tokens, side->flow, side->count, at);
    if (at >= side->count || side->flow[at].kind != TOKEN_PUNCTUATION)
        return score;
    struct str mark = text_of(side->tokens, &side->flow[at]);
    int before = crumbs_ends_sentence(mark)                     ? 4
                 : mark.bytes[0] == ',' || mark.bytes[0] == ':' ? 3
                                                                : 0;
    return score > before ? score : before;
}

static int place_score(const struct side *side, uint32_t from, uint32_t to)
{
    return opening_score(side, from) * 2 + closing_score(side, to);
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
    struct side base = {pair->base, pair->base_tokens, pair->base_ids, pair->base_count};
    struct side draft = {pair->draft, pair->draft_tokens, pair->draft_ids, pair->draft_count};
    for (size_t i = 0; i < edits->count; i++) {
        struct edit *edit = &items[i];
        bool is_deletion = edit->draft_from == edit->draft_to;
        bool is_insertion = edit->base_from == edit->base_to;
        if (is_deletion == is_insertion)
            continue;
        // One equal token stays between two edits, so that they do not touch.
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

static bool is_plain(const struct text_token *token)
{
    return token->kind != TOKEN_MARK && token->kind != TOKEN_BLOCK;
}

// Whether the gap before two equal tokens is there on one side and not on the other.
static bool gap_came_or_went(const struct flow_pair *pair, uint32_t base, uint32_t draft)
{
    const struct text_token *b = &pair->base_tokens[base];
    const struct text_token *d = &pair->draft_tokens[draft];
    if ((b->from > (b - 1)->to) == (d->from > (d - 1)->to))
        return false;
    return is_plain(b) && is_plain(b - 1) && is_plain(d) && is_plain(d - 1);
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

static uint32_t next_mark(const struct text_token *tokens, uint32_t from, uint32_t end)
{
    while (from < end && tokens[from].kind != TOKEN_MARK)
        from++;
    return from;
}

// Where the first line that ends in [from, to) has the `rest` tokens with which the line behind `to` ends;
// NO_INDEX: nowhere.
static uint32_t same_ending(const struct side *side, uint32_t from, uint32_t to, uint32_t rest)
{
    uint32_t mark = next_mark(side->flow, from, to);
    if (mark == to || mark - from < rest)
        return NO_INDEX;
    uint32_t at = mark - rest;
    return memcmp(side->ids + at, side->ids + to, rest * sizeof *side->ids) == 0 ? at : NO_INDEX;
}

static bool are_punctuation(const struct side *side, uint32_t from, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (side->flow[from + i].kind != TOKEN_PUNCTUATION)
            return false;
    return true;
}

// Where the lines end in other marks ("…; and" before what is now the last), those are of the change: the
// edit, grown by the `rest` of its last line, is cut behind the first.
static void cut_with_its_marks(const struct side *base, const struct side *draft, uint32_t rest,
                               bool draft_has_end, struct edit *edit, struct edit *behind)
{
    struct edit whole = *edit;
    whole.base_to += rest;
    whole.draft_to += rest;
    *edit = *behind = whole;
    if (draft_has_end) {
        edit->draft_to = next_mark(draft->flow, whole.draft_from, whole.draft_to);
        *behind = (struct edit){whole.base_to + 1, whole.base_to + 1, edit->draft_to + 1,
                                whole.draft_to + 1};
    } else {
        edit->base_to = next_mark(base->flow, whole.base_from, whole.base_to);
        *behind = (struct edit){edit->base_to + 1, whole.base_to + 1, whole.draft_to + 1,
                                whole.draft_to + 1};
    }
}

// Cuts an edit in two: the change of the line it begins in, and whole lines behind that; *edit becomes the
// first, *behind the second. False when it is nothing of the kind.
static bool cut_at_line_end(const struct side *base, const struct side *draft, uint32_t base_end,
                            struct edit *edit, struct edit *behind)
{
    bool base_has_end = next_mark(base->flow, edit->base_from, edit->base_to) < edit->base_to;
    bool draft_has_end = next_mark(draft->flow, edit->draft_from, edit->draft_to) < edit->draft_to;
    uint32_t mark = next_mark(base->flow, edit->base_to, base_end);
    // At the end of a flow its last mark is not compared.
    if (base_has_end == draft_has_end || edit->base_from == 0 ||
        base->flow[edit->base_from - 1].kind == TOKEN_MARK ||
        (mark == base_end && base_end < base->count))
        return false;
    uint32_t rest = mark - edit->base_to;
    struct edit first = *edit;
    if (draft_has_end)
        first.draft_to = same_ending(draft, edit->draft_from, edit->draft_to, rest);
    else
        first.base_to = same_ending(base, edit->base_from, edit->base_to, rest);
    if (first.base_to == NO_INDEX || first.draft_to == NO_INDEX) {
        if (mark == base_end || rest == 0 || !are_punctuation(base, edit->base_to, rest))
            return false;
        cut_with_its_marks(base, draft, rest, draft_has_end, edit, behind);
        return true;
    }
    uint32_t line = rest + (mark < base_end);
    *behind = (struct edit){first.base_to + line, edit->base_to + line, first.draft_to + line,
                            edit->draft_to + line};
    *edit = first;
    return true;
}

// A line that changed near its end, with whole lines put in or taken out behind it: how the line ends is
// said by the first of them as well as by the last, and what came or went behind it stands alone.
static void part_lines(const struct flow_pair *pair, struct list *edits)
{
    struct side base = {pair->base, pair->base_tokens, pair->base_ids, pair->base_count};
    struct side draft = {pair->draft, pair->draft_tokens, pair->draft_ids, pair->draft_count};
    struct list all = LIST_MAKE(edits->arena, struct edit);
    for (size_t i = 0; i < edits->count; i++) {
        struct edit edit = *LIST_AT(edits, struct edit, i);
        struct edit behind;
        bool is_last = i + 1 == edits->count;
        uint32_t end = is_last ? pair->base_count : LIST_AT(edits, struct edit, i + 1)->base_from;
        bool is_cut = cut_at_line_end(&base, &draft, end, &edit, &behind);
        if (!is_cut || edit.base_from < edit.base_to || edit.draft_from < edit.draft_to)
            *LIST_ADD(&all, struct edit) = edit;
        if (is_cut)
            *LIST_ADD(&all, struct edit) = behind;
    }
    *edits = all;
}

void tidy_edits(const struct flow_pair *pair, struct list *edits)
{
    crumbs_join(pair, edits);
    slide_edits(pair, edits);
    part_lines(pair, edits);
    add_gap_edits(pair, edits);
}
