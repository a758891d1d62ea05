// SPDX-License-Identifier: Apache-2.0
#include "merge/row_book.h"

#include "text/draft.h"
#include "text/label.h"

static struct row_lines add_lines(struct document_draft *draft, struct str text)
{
    static const struct origin nowhere = {0, 0, 0};
    struct row_lines lines = {(uint32_t)draft->paragraphs.count, 0};
    for (bool is_last = false; !is_last; lines.count++) { // behind the last "\n" is a line too
        size_t end = str_find_byte(text, '\n');
        is_last = end == text.length;
        draft_open_paragraph(draft, nowhere);
        draft_text(draft, str_slice(text, 0, end), 0, nowhere);
        draft_close_paragraph(draft, &(struct paragraph){.kind = PARAGRAPH_TEXT}, 0);
        text = str_skip(text, end + 1);
    }
    return lines;
}

bool row_book_make(const struct suggested_row *rows, uint32_t count, size_t max_tokens,
                   struct dictionary *dictionary, struct arena *arena, struct row_book *book,
                   struct error *error)
{
    static const struct origin nowhere = {0, 0, 0};
    struct document_draft draft = draft_begin(arena, FORM_PLAIN, STR("table"));
    struct row_texts *texts = ARENA_ARRAY(arena, struct row_texts, count + 1);
    draft_open(&draft, BLOCK_BODY, STR("body"), nowhere);
    for (uint32_t i = 0; i < count; i++) {
        texts[i].base = add_lines(&draft, rows[i].base);
        if (rows[i].is_silent) // nothing of it is looked at but its place
            continue;
        texts[i].words = add_lines(&draft, rows[i].words);
        texts[i].kept = rows[i].is_marked ? add_lines(&draft, rows[i].kept) : texts[i].words;
    }
    draft_close(&draft, STR(""), 0);
    book->texts = texts;
    book->document = draft_end(&draft);
    if (!tokens_cut(book->document, max_tokens, dictionary, arena, &book->tokens, error))
        return false;
    book->ids = paragraph_ids_of(&book->tokens, arena);
    return true;
}

struct str row_book_text(const struct row_book *book, uint32_t line)
{
    return paragraph_text(book->document, &book->document->paragraphs[line]);
}

// Words of a line that are its typed number.
uint32_t row_book_label(const struct row_book *book, uint32_t line)
{
    struct typed_label label;
    uint32_t words = 0;
    if (!label_typed(row_book_text(book, line), &label) || label.is_doubtful)
        return 0;
    uint32_t end = book->document->paragraphs[line].from + (uint32_t)label.bytes;
    uint32_t count = paragraph_id_count(&book->ids, line);
    while (words < count && paragraph_item(&book->ids, line, words)->from < end)
        words++;
    return words;
}

static bool is_ellipsis(struct str text, bool at_start, size_t *bytes)
{
    static const struct str signs[] = {STR_INIT("[\xe2\x80\xa6]"), STR_INIT("(\xe2\x80\xa6)"),
                                       STR_INIT("[...]"),          STR_INIT("(...)"),
                                       STR_INIT("\xe2\x80\xa6"),   STR_INIT("...")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (at_start ? str_starts_with(text, signs[i]) : str_ends_with(text, signs[i])) {
            *bytes = signs[i].length;
            return true;
        }
    return false;
}

struct own_words own_words_of(const struct row_book *book, uint32_t line, bool without_label)
{
    struct str text = str_trim(row_book_text(book, line));
    uint32_t count = paragraph_id_count(&book->ids, line);
    struct own_words own = {
        line, without_label ? row_book_label(book, line) : 0, count, count, false, false};
    uint32_t base = book->document->paragraphs[line].from;
    size_t offset = (size_t)(text.bytes - (book->document->text.bytes + base));
    size_t bytes;
    if (count == 0)
        return own;
    own.begins_inside = is_ellipsis(text, true, &bytes);
    while (own.begins_inside && own.first < count &&
           paragraph_item(&book->ids, line, own.first)->from < base + offset + bytes)
        own.first++;
    own.ends_inside = is_ellipsis(text, false, &bytes);
    while (own.ends_inside && own.end > own.first &&
           paragraph_item(&book->ids, line, own.end - 1)->to > base + offset + text.length - bytes)
        own.end--;
    own.stop = own.end;
    if (own.end > own.first) {
        const struct text_token *last = paragraph_item(&book->ids, line, own.end - 1);
        own.stop -= last->kind == TOKEN_PUNCTUATION && last->to - last->from == 1;
    }
    return own;
}

struct ids own_words_ids(const struct row_book *book, const struct own_words *own)
{
    struct ids all = paragraph_row(&book->ids, own->line);
    return (struct ids){all.items + own->first, own->end - own->first};
}

struct str own_words_text(const struct row_book *book, const struct own_words *own, uint32_t count)
{
    if (count == 0)
        return STR("");
    return str_slice(book->document->text, paragraph_item(&book->ids, own->line, own->first)->from,
                     paragraph_item(&book->ids, own->line, own->first + count - 1)->to);
}
