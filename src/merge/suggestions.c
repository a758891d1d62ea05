// SPDX-License-Identifier: Apache-2.0
#include "merge/suggestions.h"

#include "base/list.h"
#include "merge/edited_document.h"
#include "merge/row_book.h"
#include "merge/suggested_line.h"
#include "text/label.h"

#define MOST_LINE_PAIRS 4000u

struct suggestion_base {
    struct arena *arena; // lives as long as the dictionary
    const struct document *document;
    struct dictionary *dictionary;
    struct tokens tokens;
    struct paragraph_ids ids;
    const struct paragraph_index *index;
};

// A line of a row's base and where it was found.
struct found_line {
    uint32_t paragraph; // of the base
    struct ids own;     // of the row
    uint32_t from;      // of the paragraph's words
    uint32_t to;
};

// What a row does to a paragraph.
struct row_edit {
    struct text_edit edit;
    uint32_t row;
};

struct row_arrival {
    struct text_arrival arrival;
    uint32_t order; // of several in one place
};

struct row_placing {
    struct suggestion_base *base;
    const struct suggested_row *rows;
    struct row_book book;
    struct row_placed *placed;
    struct list edits;    // struct row_edit
    struct list arrivals; // struct row_arrival
    struct arena *arena;
    struct arena *scratch;
    uint32_t cursor; // the paragraph of the base behind the last that was found
    uint32_t *lasts; // by row: the last paragraph of the base that it stands for, or NO_INDEX
};

bool suggestion_base_make(const struct document *base, size_t max_tokens, struct arena *arena,
                          struct suggestion_base **made, struct error *error)
{
    struct suggestion_base *one = ARENA_NEW(arena, struct suggestion_base);
    one->arena = arena;
    one->document = base;
    one->dictionary = dictionary_make(arena);
    if (!tokens_cut(base, max_tokens, one->dictionary, arena, &one->tokens, error))
        return false;
    one->ids = paragraph_ids_of(&one->tokens, arena);
    one->index = paragraph_index_make(&one->ids, arena);
    *made = one;
    return true;
}

static struct ids ids_behind(struct ids ids, uint32_t words)
{
    return (struct ids){ids.items + words, ids.count - words};
}

// --- Where the base words of a row stand

static bool has_label(const struct row_placing *placing, uint32_t paragraph)
{
    return placing->base->document->paragraphs[paragraph].label.text.length > 0;
}

static uint32_t find_paragraph(const struct row_placing *placing, struct ids own, uint32_t label,
                               bool *is_same)
{
    const struct paragraph_index *index = placing->base->index;
    uint32_t found = paragraph_index_same(index, own.items, own.count, placing->cursor);
    struct ids bare = ids_behind(own, label);
    if (found == NO_INDEX && label > 0)
        found = paragraph_index_same(index, bare.items, bare.count, placing->cursor);
    *is_same = found != NO_INDEX;
    if (found == NO_INDEX)
        found = paragraph_index_like(index, bare.items, bare.count, placing->cursor);
    return found;
}

// What part of the paragraph the row quotes.
static void find_part(const struct row_placing *placing, struct found_line *line, uint32_t *doubts)
{
    struct ids whole = paragraph_row(&placing->base->ids, line->paragraph);
    struct suggested_line as_line = {.base = whole,
                                     .kept = line->own,
                                     .words = line->own,
                                     .kept_end = line->own.count,
                                     .words_end = line->own.count};
    struct line_fit fit = suggested_line_fit(&as_line);
    line->from = fit.base_from;
    line->to = fit.base_to;
    *doubts |= fit.doubts & ROW_TWICE;
    if (fit.base_to - fit.base_from != line->own.count)
        *doubts |= ROW_FOUND_BY_SIMILARITY;
}

// Lines with words that are found; a line that is a number or a heading of the table's own is none.
static struct list find_lines(struct row_placing *placing, struct row_lines lines, uint32_t *doubts)
{
    struct list found = LIST_MAKE(placing->scratch, struct found_line);
    for (uint32_t i = lines.first; i < lines.first + lines.count; i++) {
        struct ids own = paragraph_row(&placing->book.ids, i);
        uint32_t label = row_book_label(&placing->book, i);
        bool is_same;
        uint32_t paragraph =
            own.count > 0 ? find_paragraph(placing, own, label, &is_same) : NO_INDEX;
        if (paragraph == NO_INDEX) {
            *doubts |= own.count > label ? ROW_FOUND_BY_SIMILARITY : 0;
            continue;
        }
        struct found_line line = {paragraph,
                                  has_label(placing, paragraph) ? ids_behind(own, label) : own, 0,
                                  paragraph_id_count(&placing->base->ids, paragraph)};
        if (!is_same)
            find_part(placing, &line, doubts);
        *LIST_ADD(&found, struct found_line) = line;
        placing->cursor = paragraph + 1;
    }
    return found;
}

// --- What a line changes

static void add_arrival(struct row_placing *placing, uint32_t paragraph, bool is_before,
                        struct str words)
{
    uint32_t order = (uint32_t)placing->arrivals.count;
    *LIST_ADD(&placing->arrivals, struct row_arrival) =
        (struct row_arrival){{paragraph, is_before, arena_copy(placing->arena, words)}, order};
}

// Words that go leave one blank of two behind.
static struct text_edit edit_of(const struct row_placing *placing, const struct found_line *line,
                                const struct line_fit *fit, struct str words)
{
    const struct paragraph_ids *ids = &placing->base->ids;
    const struct paragraph *paragraph = &placing->base->document->paragraphs[line->paragraph];
    uint32_t count = paragraph_id_count(ids, line->paragraph);
    uint32_t first = line->from + fit->base_from;
    uint32_t end = line->from + fit->base_to;
    struct text_edit edit = {paragraph_item(ids, line->paragraph, first)->from,
                             paragraph_item(ids, line->paragraph, end - 1)->to,
                             arena_copy(placing->arena, words)};
    if (words.length > 0)
        return edit;
    if (first == 0 && end == count)
        return (struct text_edit){.from = paragraph->from, .to = paragraph->to, .words = words};
    if (end < count)
        edit.to = paragraph_item(ids, line->paragraph, end)->from;
    else
        edit.from = paragraph_item(ids, line->paragraph, first - 1)->to;
    return edit;
}

// What both begin and end with stays as the base has it, look and notes with it; one word of that
// stays in the edit
// where else nothing would be left on a side.
static void trim_edit(const struct suggested_line *line, struct line_fit *fit, uint32_t *first)
{
    const uint32_t *base = line->base.items + fit->base_from;
    uint32_t count = fit->base_to - fit->base_from;
    uint32_t least = count < fit->words_to ? count : fit->words_to;
    uint32_t start = 0;
    uint32_t end = 0;
    while (start < least && base[start] == line->words.items[start])
        start++;
    while (end < least - start &&
           base[count - 1 - end] == line->words.items[fit->words_to - 1 - end])
        end++;
    if (start + end == least && start > 0)
        start--;
    else if (start + end == least && end > 0)
        end--;
    fit->base_from += start;
    fit->base_to -= end;
    fit->words_to -= end;
    *first = start;
}

static bool bears_another_number(const struct row_placing *placing, uint32_t paragraph,
                                 uint32_t line)
{
    struct str own = str_trim(placing->base->document->paragraphs[paragraph].label.text);
    struct typed_label label;
    return own.length > 0 && label_typed(str_trim(row_book_text(&placing->book, line)), &label) &&
           !label.is_doubtful && !str_equal(label.text, own);
}

// One line of the suggestion over one line of the row's base. Gives whether anything is changed.
static bool settle_line(struct row_placing *placing, uint32_t row, const struct found_line *line,
                        uint32_t number)
{
    const struct row_texts *texts = &placing->book.texts[row];
    struct row_placed *placed = &placing->placed[row];
    bool without_label = has_label(placing, line->paragraph);
    struct own_words kept = own_words_of(&placing->book, texts->kept.first + number, without_label);
    struct own_words words =
        own_words_of(&placing->book, texts->words.first + number, without_label);
    struct ids base = paragraph_row(&placing->base->ids, line->paragraph);
    struct suggested_line as_line = {.base = {base.items + line->from, line->to - line->from},
                                     .kept = own_words_ids(&placing->book, &kept),
                                     .words = own_words_ids(&placing->book, &words),
                                     .kept_end = kept.stop - kept.first,
                                     .words_end = words.stop - words.first,
                                     .is_marked = placing->rows[row].is_marked,
                                     .begins_inside = words.begins_inside,
                                     .ends_inside = words.ends_inside};
    if (as_line.base.count == 0)
        return false;
    struct line_fit fit = suggested_line_fit(&as_line);
    placed->doubts |= fit.doubts;
    if (bears_another_number(placing, line->paragraph, texts->words.first + number))
        placed->doubts |= ROW_RENUMBERS;
    if (fit.is_behind) {
        add_arrival(placing, line->paragraph, false,
                    own_words_text(&placing->book, &words, fit.words_to));
        return true;
    }
    bool is_same = fit.words_to == fit.base_to - fit.base_from &&
                   memcmp(as_line.words.items, as_line.base.items + fit.base_from,
                          fit.words_to * sizeof *as_line.words.items) == 0;
    if (is_same)
        return false;
    uint32_t first;
    trim_edit(&as_line, &fit, &first);
    words.first += first;
    *LIST_ADD(&placing->edits, struct row_edit) = (struct row_edit){
        edit_of(placing, line, &fit, own_words_text(&placing->book, &words, fit.words_to - first)),
        row};
    return true;
}

// --- Which line of a suggestion is for which of the base

// own_of[i]: the line for found line i, or NO_INDEX; they rise. By the textbook table on shared words.
static uint32_t *pair_lines(const struct row_placing *placing, const struct list *found,
                            struct row_lines kept, struct row_lines words)
{
    uint32_t n = (uint32_t)found->count;
    uint32_t m = words.count;
    size_t width = (size_t)m + 1;
    uint32_t *own_of = ARENA_ARRAY(placing->scratch, uint32_t, n + 1);
    bool is_simple = (n == 1 && m == 1) || (size_t)n * m > MOST_LINE_PAIRS;
    for (uint32_t i = 0; i < n; i++)
        own_of[i] = is_simple && i < m ? i : NO_INDEX;
    if (is_simple)
        return own_of;
    uint32_t *sum = ARENA_ARRAY(placing->scratch, uint32_t, (n + 1) * width);
    uint32_t *score = ARENA_ARRAY(placing->scratch, uint32_t, (n + 1) * width);
    for (uint32_t i = 1; i <= n; i++)
        for (uint32_t j = 1; j <= m; j++) {
            struct ids base = LIST_AT(found, struct found_line, i - 1)->own;
            struct ids own = paragraph_row(&placing->book.ids, kept.first + j - 1);
            if (own.count == 0)
                own = paragraph_row(&placing->book.ids, words.first + j - 1);
            uint32_t shared = ids_shared(base, own);
            bool is_like = shared * 3 >= (base.count < own.count ? base.count : own.count);
            score[i * width + j] = is_like ? shared : 0;
            uint32_t best = sum[(i - 1) * width + j - 1] + score[i * width + j];
            best = sum[(i - 1) * width + j] > best ? sum[(i - 1) * width + j] : best;
            sum[i * width + j] = sum[i * width + j - 1] > best ? sum[i * width + j - 1] : best;
        }
    for (uint32_t i = n, j = m; i > 0 && j > 0;) {
        if (sum[i * width + j] == sum[(i - 1) * width + j])
            i--;
        else if (sum[i * width + j] == sum[i * width + j - 1])
            j--;
        else
            own_of[--i] = --j;
    }
    return own_of;
}

static void delete_lines(struct row_placing *placing, uint32_t row, const struct list *found)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct found_line *line = LIST_AT(found, struct found_line, i);
        const struct line_fit all = {.base_to = line->to - line->from};
        if (line->to > line->from)
            *LIST_ADD(&placing->edits, struct row_edit) =
                (struct row_edit){edit_of(placing, line, &all, STR("")), row};
    }
}

// Lines that stand for none come in beside those that do.
static bool add_new_lines(struct row_placing *placing, uint32_t row, const struct list *found,
                          const uint32_t *own_of)
{
    const struct row_texts *texts = &placing->book.texts[row];
    uint32_t at = 0;
    bool any = false;
    for (uint32_t j = 0; j < texts->words.count; j++) {
        bool is_paired = false;
        for (uint32_t i = 0; i < found->count; i++) {
            is_paired = is_paired || own_of[i] == j;
            at = own_of[i] != NO_INDEX && own_of[i] <= j ? i + 1 : at;
        }
        struct str text = str_trim(row_book_text(&placing->book, texts->words.first + j));
        if (is_paired || paragraph_id_count(&placing->book.ids, texts->words.first + j) == 0)
            continue;
        uint32_t label = row_book_label(&placing->book, texts->words.first + j);
        if (label == paragraph_id_count(&placing->book.ids, texts->words.first + j) &&
            texts->base.count > 0)
            continue; // the number alone, repeated from the table
        uint32_t beside = LIST_AT(found, struct found_line, at > 0 ? at - 1 : 0)->paragraph;
        add_arrival(placing, beside, at == 0, text);
        any = true;
    }
    return any;
}

static void place_new(struct row_placing *placing, uint32_t row, uint32_t paragraph, bool before)
{
    const struct row_lines *lines = &placing->book.texts[row].words;
    struct row_placed *placed = &placing->placed[row];
    *placed = (struct row_placed){ROW_ARRIVES, placed->doubts, paragraph};
    for (uint32_t j = 0; j < lines->count; j++)
        if (paragraph_id_count(&placing->book.ids, lines->first + j) > 0)
            add_arrival(placing, paragraph, before,
                        str_trim(row_book_text(&placing->book, lines->first + j)));
}

static void place_row(struct row_placing *placing, uint32_t row)
{
    const struct suggested_row *given = &placing->rows[row];
    const struct row_texts *texts = &placing->book.texts[row];
    struct row_placed *placed = &placing->placed[row];
    uint32_t doubts = 0;
    struct list found = find_lines(placing, texts->base, &doubts);
    *placed = (struct row_placed){given->is_silent ? ROW_SILENT : ROW_LOST, doubts, NO_INDEX};
    if (found.count == 0 && str_trim(given->base).length > 0 && !given->is_silent &&
        !given->is_deletion) {
        found = find_lines(placing, given->is_marked ? texts->kept : texts->words, &doubts);
        placed->doubts = found.count > 0 ? ROW_FOUND_BY_SUGGESTION : 0;
    }
    if (found.count == 0)
        return;
    placed->paragraph = LIST_AT(&found, struct found_line, 0)->paragraph;
    placing->lasts[row] = LIST_AT(&found, struct found_line, found.count - 1)->paragraph;
    if (given->is_silent)
        return;
    placed->fate = ROW_CHANGES;
    if (given->is_deletion) {
        delete_lines(placing, row, &found);
        return;
    }
    uint32_t *own_of = pair_lines(placing, &found, texts->kept, texts->words);
    bool changes = add_new_lines(placing, row, &found, own_of);
    for (uint32_t i = 0; i < found.count; i++) {
        if (own_of[i] == NO_INDEX)
            placed->doubts |= ROW_IN_PART;
        else
            changes |= settle_line(placing, row, LIST_AT(&found, struct found_line, i), own_of[i]);
    }
    placed->fate = changes ? ROW_CHANGES : ROW_AS_BASE;
}

// A row without base words has its place behind the one above it that has one, or before the first.
static void place_new_rows(struct row_placing *placing, uint32_t count)
{
    uint32_t last = NO_INDEX;
    for (uint32_t i = 0; i < count; i++) {
        const struct suggested_row *row = &placing->rows[i];
        bool is_new = str_trim(row->base).length == 0 && !row->is_silent && !row->is_deletion;
        if (is_new && last != NO_INDEX)
            place_new(placing, i, last, false);
        if (!is_new && placing->placed[i].paragraph != NO_INDEX)
            last = placing->lasts[i];
    }
    last = NO_INDEX;
    for (uint32_t i = count; i-- > 0;) {
        const struct suggested_row *row = &placing->rows[i];
        bool is_new = str_trim(row->base).length == 0 && !row->is_silent && !row->is_deletion;
        if (!is_new)
            last = placing->placed[i].paragraph != NO_INDEX ? placing->placed[i].paragraph : last;
        else if (placing->placed[i].fate == ROW_LOST && last != NO_INDEX)
            place_new(placing, i, last, true);
    }
}

static int edit_order(const void *a, const void *b)
{
    const struct row_edit *x = a;
    const struct row_edit *y = b;
    if (x->edit.from != y->edit.from)
        return x->edit.from < y->edit.from ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static int arrival_order(const void *a, const void *b)
{
    const struct row_arrival *x = a;
    const struct row_arrival *y = b;
    if (x->arrival.paragraph != y->arrival.paragraph)
        return x->arrival.paragraph < y->arrival.paragraph ? -1 : 1;
    if (x->arrival.is_before != y->arrival.is_before)
        return x->arrival.is_before ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static struct list sorted_arrivals(struct row_placing *placing)
{
    struct list sorted = LIST_MAKE(placing->scratch, struct text_arrival);
    list_sort(&placing->arrivals, arrival_order);
    for (size_t i = 0; i < placing->arrivals.count; i++)
        *LIST_ADD(&sorted, struct text_arrival) =
            LIST_AT(&placing->arrivals, struct row_arrival, i)->arrival;
    return sorted;
}

// Of two rows that change the same words the first counts.
static struct list sorted_edits(struct row_placing *placing)
{
    struct list kept = LIST_MAKE(placing->scratch, struct text_edit);
    uint32_t end = 0;
    list_sort(&placing->edits, edit_order);
    for (size_t i = 0; i < placing->edits.count; i++) {
        const struct row_edit *edit = LIST_AT(&placing->edits, struct row_edit, i);
        if (i > 0 && edit->edit.from < end) {
            placing->placed[edit->row].doubts |= ROW_OVERLAPS;
            placing->placed[edit->row].fate = ROW_LOST;
            continue;
        }
        end = edit->edit.to;
        *LIST_ADD(&kept, struct text_edit) = edit->edit;
    }
    return kept;
}

bool suggestions_apply(struct suggestion_base *base, const struct suggested_row *rows,
                       uint32_t count, size_t max_tokens, struct arena *arena,
                       const struct document **draft, struct row_placed *placed,
                       struct error *error)
{
    struct arena *scratch = arena_open();
    struct row_placing placing = {.base = base,
                                  .rows = rows,
                                  .placed = placed,
                                  .edits = LIST_MAKE(scratch, struct row_edit),
                                  .arrivals = LIST_MAKE(scratch, struct row_arrival),
                                  .arena = arena,
                                  .scratch = scratch,
                                  .lasts = ARENA_ARRAY(scratch, uint32_t, count + 1)};
    // The dictionary borrows the words of every table, and is there for the next one too.
    bool done =
        row_book_make(rows, count, max_tokens, base->dictionary, base->arena, &placing.book, error);
    if (done) {
        for (uint32_t i = 0; i < count; i++)
            place_row(&placing, i);
        place_new_rows(&placing, count);
        struct list edits = sorted_edits(&placing);
        struct list arrivals = sorted_arrivals(&placing);
        const struct document_editing editing = {.edits = LIST_ITEMS(&edits, struct text_edit),
                                                 .edit_count = edits.count,
                                                 .arrivals =
                                                     LIST_ITEMS(&arrivals, struct text_arrival),
                                                 .arrival_count = arrivals.count};
        *draft = document_edited(base->document, &editing, arena);
    }
    arena_close(scratch);
    return done;
}
