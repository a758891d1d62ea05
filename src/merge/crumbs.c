// SPDX-License-Identifier: Apache-2.0
#include "merge/crumbs.h"

// What an equal token weighs when it stands between two edits: the more it says, the less it is a
// crumb. Whatever parts sentences and paragraphs is never one.
enum { WEIGHT_PUNCTUATION = 1, WEIGHT_SMALL_WORD = 3, WEIGHT_WORD = 4, WEIGHT_FIGURE = 6 };
#define NEVER_A_CRUMB UINT32_MAX
// More equal tokens than this are never crumbs, however large the edits around them.
#define MOST_CRUMBS 7u
// As many may stand in each gap of a phrase that was rewritten but for a word here and there.
#define MOST_SCATTERED 2u
// What one edit counts at most when several together are to outweigh the gaps between them: a new
// sentence does not make crumbs of what stands far from it.
#define MOST_WEIGHT 16u
// How many times the gaps the edits must weigh: two edits round one gap, or three and more in a row.
enum { TWO_OUTWEIGH = 5, MANY_OUTWEIGH = 3 };

static struct str text_of(const struct tokens *tokens, const struct text_token *token)
{
    return str_slice(tokens->document->text, token->from, token->to);
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
    char first = (char)(word.bytes[0] | 0x20); // of a letter; nothing else becomes one of these
    for (size_t i = 0; i < sizeof small_words / sizeof small_words[0]; i++)
        if (small_words[i][0] == first && str_equal_ignoring_case(word, str_of(small_words[i])))
            return true;
    return false;
}

bool crumbs_ends_sentence(struct str mark)
{
    return mark.length >= 1 && (mark.bytes[0] == '.' || mark.bytes[0] == '?' ||
                                mark.bytes[0] == '!' || mark.bytes[0] == ';');
}

static uint32_t weight_of(const struct tokens *tokens, const struct text_token *token)
{
    struct str text = text_of(tokens, token);
    switch ((enum token_kind)token->kind) {
    case TOKEN_MARK:
    case TOKEN_BLOCK:
    case TOKEN_OBJECT:
        return NEVER_A_CRUMB;
    case TOKEN_PUNCTUATION:
        return crumbs_ends_sentence(text) || text.bytes[0] == '\n' ? NEVER_A_CRUMB
                                                                   : WEIGHT_PUNCTUATION;
    case TOKEN_NUMBER:
    case TOKEN_DATE:
        return WEIGHT_FIGURE;
    case TOKEN_WORD:
        return is_small_word(text) ? WEIGHT_SMALL_WORD : WEIGHT_WORD;
    }
    return NEVER_A_CRUMB;
}

// The weight of tokens [from, to), or NEVER_A_CRUMB when one of them is none.
static uint32_t crumb_weight(const struct tokens *tokens, const struct text_token *flow,
                             uint32_t from, uint32_t to)
{
    uint32_t sum = 0;
    for (uint32_t i = from; i < to; i++) {
        uint32_t weight = weight_of(tokens, &flow[i]);
        if (weight == NEVER_A_CRUMB)
            return NEVER_A_CRUMB;
        sum += weight;
    }
    return sum;
}

static uint32_t words_weight(const struct tokens *tokens, const struct text_token *flow,
                             uint32_t from, uint32_t to)
{
    uint32_t sum = 0;
    for (uint32_t i = from; i < to && sum < 1000; i++) {
        uint32_t weight = weight_of(tokens, &flow[i]);
        sum += weight == NEVER_A_CRUMB ? 0 : weight;
    }
    return sum;
}

// How much an edit says: the heavier of what went and what came.
static uint32_t edit_weight(const struct flow_pair *pair, const struct edit *edit)
{
    uint32_t gone = words_weight(pair->base, pair->base_tokens, edit->base_from, edit->base_to);
    uint32_t come = words_weight(pair->draft, pair->draft_tokens, edit->draft_from, edit->draft_to);
    return gone > come ? gone : come;
}

static bool is_only_crumbs(const struct flow_pair *pair, const struct edit *left,
                           const struct edit *right)
{
    if (right->base_from - left->base_to > MOST_CRUMBS)
        return false;
    uint32_t crumbs = crumb_weight(pair->base, pair->base_tokens, left->base_to, right->base_from);
    if (crumbs == NEVER_A_CRUMB)
        return false;
    uint32_t left_weight = edit_weight(pair, left);
    uint32_t right_weight = edit_weight(pair, right);
    uint32_t lighter = left_weight < right_weight ? left_weight : right_weight;
    return crumbs * 2 <= lighter;
}

// Joins until nothing changes: a joined edit is heavier and may draw in its next neighbour.
static void join_light_gaps(const struct flow_pair *pair, struct list *edits)
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

static uint32_t capped_weight(const struct flow_pair *pair, const struct edit *edit)
{
    uint32_t weight = edit_weight(pair, edit);
    return weight < MOST_WEIGHT ? weight : MOST_WEIGHT;
}

// The weight of a gap of one or two words without a figure, else NEVER_A_CRUMB.
static uint32_t scattered_weight(const struct flow_pair *pair, const struct edit *left,
                                 const struct edit *right)
{
    if (right->base_from - left->base_to > MOST_SCATTERED)
        return NEVER_A_CRUMB;
    for (uint32_t i = left->base_to; i < right->base_from; i++)
        if (pair->base_tokens[i].kind == TOKEN_NUMBER || pair->base_tokens[i].kind == TOKEN_DATE)
            return NEVER_A_CRUMB;
    return crumb_weight(pair->base, pair->base_tokens, left->base_to, right->base_from);
}

// How many edits from `first` on are one phrase of which only words here and there were kept.
static size_t scattered_count(const struct flow_pair *pair, const struct edit *edits, size_t first,
                              size_t count)
{
    size_t joined = 1;
    uint32_t gaps = 0;
    uint32_t weight = capped_weight(pair, &edits[first]);
    for (size_t i = first + 1; i < count; i++) {
        uint32_t gap = scattered_weight(pair, &edits[i - 1], &edits[i]);
        if (gap == NEVER_A_CRUMB)
            break;
        gaps += gap;
        weight += capped_weight(pair, &edits[i]);
        if (weight >= gaps * (i == first + 1 ? TWO_OUTWEIGH : MANY_OUTWEIGH))
            joined = i - first + 1;
    }
    return joined;
}

static void join_scattered(const struct flow_pair *pair, struct list *edits)
{
    struct edit *items = LIST_ITEMS(edits, struct edit);
    size_t kept = 0;
    for (size_t i = 0; i < edits->count;) {
        size_t count = scattered_count(pair, items, i, edits->count);
        struct edit edit = items[i];
        edit.base_to = items[i + count - 1].base_to;
        edit.draft_to = items[i + count - 1].draft_to;
        items[kept++] = edit;
        i += count;
    }
    list_cut(edits, kept);
}

// A crumb that was drawn in may stand at an end of the other side too.
static void take_off_equal_ends(const struct flow_pair *pair, struct edit *edit)
{
    while (edit->base_from < edit->base_to && edit->draft_from < edit->draft_to &&
           pair->base_ids[edit->base_from] == pair->draft_ids[edit->draft_from]) {
        edit->base_from++;
        edit->draft_from++;
    }
    while (edit->base_from < edit->base_to && edit->draft_from < edit->draft_to &&
           pair->base_ids[edit->base_to - 1] == pair->draft_ids[edit->draft_to - 1]) {
        edit->base_to--;
        edit->draft_to--;
    }
}

void crumbs_join(const struct flow_pair *pair, struct list *edits)
{
    join_light_gaps(pair, edits);
    join_scattered(pair, edits);
    for (size_t i = 0; i < edits->count; i++)
        take_off_equal_ends(pair, LIST_AT(edits, struct edit, i));
}
