// SPDX-License-Identifier: Apache-2.0
//
// Words are runs of letters and digits; all other characters stand alone. What both wordings share
// is kept where it is a paragraph mark, two words or more, or one word that carries meaning by
// itself; crumbs between two edits go with them, so that nobody reads "~the~ a big ~house~ home".
#include "exchange/docx_write/refine.h"

#include "base/list.h"
#include "base/utf8.h"

enum { MOST_CELLS = 1 << 20, WORD_THAT_STANDS_ALONE = 5 };

struct piece {
    uint32_t from;
    uint32_t to;
    bool is_word;
};

struct pieces {
    const struct document *document;
    uint32_t from; // where the text begins in the document's
    struct str text;
    const struct piece *items;
    uint32_t count;
};

static struct pieces cut(const struct document *document, struct range range, struct arena *arena)
{
    struct str text = str_slice(document->text, range.from, range.to);
    struct list list = LIST_MAKE(arena, struct piece);
    size_t at = 0;
    while (at < text.length) {
        size_t bytes;
        uint32_t c = utf8_at(text, at, &bytes);
        size_t from = at;
        bool is_word = utf8_is_letter(c) || utf8_is_digit(c);
        at += bytes;
        while (is_word && at < text.length) {
            c = utf8_at(text, at, &bytes);
            if (!utf8_is_letter(c) && !utf8_is_digit(c))
                break;
            at += bytes;
        }
        *LIST_ADD(&list, struct piece) = (struct piece){(uint32_t)from, (uint32_t)at, is_word};
    }
    return (struct pieces){document, range.from, text, LIST_ITEMS(&list, struct piece),
                           (uint32_t)list.count};
}

// The object that stands at a place of the document's text; NO_INDEX when it is plain text.
static uint32_t object_at(const struct document *document, uint32_t at)
{
    uint32_t text_run = run_at(document, at);
    bool is_object = text_run < document->run_count && document->runs[text_run].from <= at &&
                     document->runs[text_run].object != NO_INDEX;
    return is_object ? document->runs[text_run].object : NO_INDEX;
}

// All objects look alike in the text; what they are tells them apart, and notes what they say.
static bool same_object(const struct pieces *old, const struct piece *a, const struct pieces *new,
                        const struct piece *b)
{
    uint32_t one = object_at(old->document, old->from + a->from);
    uint32_t other = object_at(new->document, new->from + b->from);
    if (one == NO_INDEX || other == NO_INDEX)
        return one == other;
    return object_is_same(old->document, one, new->document, other);
}

static bool is_mark(const struct document *document, uint32_t at)
{
    return document->paragraphs[paragraph_at(document, at)].to == at;
}

// Two ends of paragraphs are one when they are set alike: a list or level goes with its mark.
static bool same_mark(const struct pieces *old, const struct piece *a, const struct pieces *new,
                      const struct piece *b)
{
    const struct document *one = old->document;
    const struct document *other = new->document;
    uint32_t old_at = old->from + a->from;
    uint32_t new_at = new->from + b->from;
    if (!is_mark(one, old_at) || !is_mark(other, new_at)) // a line break
        return is_mark(one, old_at) == is_mark(other, new_at);
    return one->form != other->form ||
           paragraphs_are_set_alike(&one->paragraphs[paragraph_at(one, old_at)],
                                    &other->paragraphs[paragraph_at(other, new_at)]);
}

static bool same(const struct pieces *old, uint32_t i, const struct pieces *new, uint32_t j)
{
    const struct piece *a = &old->items[i];
    const struct piece *b = &new->items[j];
    struct str text = str_slice(old->text, a->from, a->to);
    if (!str_equal(text, str_slice(new->text, b->from, b->to)))
        return false;
    if (str_equal(text, STR("\n")))
        return same_mark(old, a, new, b);
    return !str_equal(text, STR("\xef\xbf\xbc")) || same_object(old, a, new, b);
}

// Pieces [old_from, old_to) against [new_from, new_to).
struct window {
    uint32_t old_from;
    uint32_t old_to;
    uint32_t new_from;
    uint32_t new_to;
};

static struct window trim(const struct pieces *old, const struct pieces *new)
{
    struct window window = {0, old->count, 0, new->count};
    while (window.old_from < window.old_to && window.new_from < window.new_to &&
           same(old, window.old_from, new, window.new_from)) {
        window.old_from++;
        window.new_from++;
    }
    while (window.old_from < window.old_to && window.new_from < window.new_to &&
           same(old, window.old_to - 1, new, window.new_to - 1)) {
        window.old_to--;
        window.new_to--;
    }
    return window;
}

// A row of pieces that both share.
struct refined_match {
    uint32_t old;
    uint32_t new;
    uint32_t count;
};

static bool is_worth_keeping(const struct pieces *old, struct refined_match match)
{
    uint32_t words = 0;
    uint32_t longest = 0;
    for (uint32_t i = match.old; i < match.old + match.count; i++) {
        const struct piece *piece = &old->items[i];
        if (old->text.bytes[piece->from] == '\n')
            return true;
        if (piece->is_word) {
            words++;
            if (piece->to - piece->from > longest)
                longest = piece->to - piece->from;
        }
    }
    return words >= 2 || longest >= WORD_THAT_STANDS_ALONE;
}

// The longest common subsequence inside the window, as rows of shared pieces worth keeping.
static void add_matches(const struct pieces *old, const struct pieces *new, struct window window,
                        struct arena *work, struct list *matches)
{
    uint32_t rows = window.old_to - window.old_from;
    uint32_t columns = window.new_to - window.new_from;
    if (rows == 0 || columns == 0 || (uint64_t)(rows + 1) * (columns + 1) > MOST_CELLS)
        return;
    // length[i][j]: the most that the pieces from i and from j on can share
    uint32_t *length = ARENA_ARRAY(work, uint32_t, (size_t)(rows + 1) * (columns + 1));
    size_t width = columns + 1;
    for (uint32_t i = rows; i-- > 0;)
        for (uint32_t j = columns; j-- > 0;) {
            uint32_t below = length[(i + 1) * width + j];
            uint32_t right = length[i * width + j + 1];
            uint32_t best = below > right ? below : right;
            if (same(old, window.old_from + i, new, window.new_from + j))
                best = length[(i + 1) * width + j + 1] + 1;
            length[i * width + j] = best;
        }
    uint32_t i = 0;
    uint32_t j = 0;
    while (i < rows && j < columns) {
        struct refined_match match = {window.old_from + i, window.new_from + j, 0};
        while (i < rows && j < columns &&
               same(old, window.old_from + i, new, window.new_from + j)) {
            i++;
            j++;
            match.count++;
        }
        if (match.count > 0 && is_worth_keeping(old, match))
            *LIST_ADD(matches, struct refined_match) = match;
        if (match.count > 0 || i >= rows || j >= columns)
            continue;
        if (length[(i + 1) * width + j] >= length[i * width + j + 1])
            i++;
        else
            j++;
    }
}

static uint32_t start_of(const struct pieces *pieces, uint32_t i)
{
    return i < pieces->count ? pieces->items[i].from : (uint32_t)pieces->text.length;
}

size_t refine(const struct document *old, struct range old_range, const struct document *new,
              struct range new_range, enum refining refining, struct arena *arena,
              const struct replacement **replacements)
{
    struct arena *work = arena_open();
    struct pieces old_pieces = cut(old, old_range, work);
    struct pieces new_pieces = cut(new, new_range, work);
    struct window window = trim(&old_pieces, &new_pieces);
    struct list matches = LIST_MAKE(work, struct refined_match);
    if (refining == REFINE_WORDS)
        add_matches(&old_pieces, &new_pieces, window, work, &matches);
    *LIST_ADD(&matches, struct refined_match) =
        (struct refined_match){window.old_to, window.new_to, 0};
    struct list made = LIST_MAKE(arena, struct replacement);
    uint32_t i = window.old_from;
    uint32_t j = window.new_from;
    for (size_t k = 0; k < matches.count; k++) {
        struct refined_match match = *LIST_AT(&matches, struct refined_match, k);
        if (match.old > i || match.new > j)
            *LIST_ADD(&made, struct replacement) =
                (struct replacement){{old_range.from + start_of(&old_pieces, i),
                                      old_range.from + start_of(&old_pieces, match.old)},
                                     {new_range.from + start_of(&new_pieces, j),
                                      new_range.from + start_of(&new_pieces, match.new)}};
        i = match.old + match.count;
        j = match.new + match.count;
    }
    arena_close(work);
    *replacements = LIST_ITEMS(&made, struct replacement);
    return made.count;
}
