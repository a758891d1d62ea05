// SPDX-License-Identifier: Apache-2.0
// The texts of all rows of a table of comments as one document, so that their words can be compared
// with a base.

#ifndef ENTENTE_MERGE_ROW_BOOK_H
#define ENTENTE_MERGE_ROW_BOOK_H

#include "base/error.h"
#include "merge/paragraph_index.h"
#include "merge/suggested_row.h"

// The lines of a text: paragraphs [first, first + count) of the document that all rows are.
struct row_lines {
    uint32_t first;
    uint32_t count;
};

struct row_texts {
    struct row_lines base;
    struct row_lines kept;
    struct row_lines words;
};

struct row_book {
    const struct document *document;
    struct tokens tokens;
    struct paragraph_ids ids;
    const struct row_texts *texts; // by row
};

// dictionary  that of the base; it borrows the words of the rows
// Owner:      arena, which must live as long as the dictionary. Errors: TOO_LARGE above max_tokens
bool row_book_make(const struct suggested_row *rows, uint32_t count, size_t max_tokens,
                   struct dictionary *dictionary, struct arena *arena, struct row_book *book,
                   struct error *error) MUST_CHECK;

struct str row_book_text(const struct row_book *book, uint32_t line);
// How many words of a line are its typed number.
uint32_t row_book_label(const struct row_book *book, uint32_t line);

// The words [first, end) of a line without the signs that more stands before or behind it.
struct own_words {
    uint32_t line;
    uint32_t first;
    uint32_t end;
    uint32_t stop; // end without a full stop there
    bool begins_inside;
    bool ends_inside;
};

struct own_words own_words_of(const struct row_book *book, uint32_t line, bool without_label);
struct ids own_words_ids(const struct row_book *book, const struct own_words *own);
// The first `count` of them as they stand.
struct str own_words_text(const struct row_book *book, const struct own_words *own, uint32_t count);

#endif
