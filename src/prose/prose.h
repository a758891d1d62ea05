// SPDX-License-Identifier: Apache-2.0
// Prose as a row of tokens: words, numbers, marks and the breaks between paragraphs.

#ifndef ENTENTE_PROSE_PROSE_H
#define ENTENTE_PROSE_PROSE_H

#include "base/error.h"
#include "prose/vocabulary.h"

enum prose_token_kind {
    TOKEN_BREAK, // the end of a paragraph, a list item or the text; has no length
    TOKEN_WORD,
    TOKEN_NUMBER, // digits, with an ordinal ending or without
    TOKEN_MARK,   // one other character
};

struct token {
    uint32_t at;      // byte in the text
    uint32_t length;  // bytes; of a word without a final 's
    uint32_t word;    // WORD: its number in the vocabulary or NAMES_NONE
    uint32_t value;   // NUMBER: its value, at most UINT32_MAX; MARK: its code point
    uint32_t classes; // WORD: enum word_class, or-ed
    uint8_t kind;     // enum prose_token_kind
    bool is_capital;  // begins with a capital letter
    bool is_ordinal;  // NUMBER: 1st, 15th
    bool is_glued;    // no white space before it
    uint8_t first;    // its first byte; letters of ASCII in lower case
    bool has_hyphen;  // joined to the token before by a hyphen, white space beside it allowed
    bool begins_line;
};

// 1. tokens[count] is a TOKEN_BREAK too, so that looking one ahead is always allowed.
struct prose {
    struct str text; // valid UTF-8, below 4 GiB
    const struct vocabulary *vocabulary;
    const struct token *tokens;
    size_t count;
};

// Whether a paragraph may go over several lines, as in a mail, or each line is one, as in the text
// of a .docx.
enum prose_lines { LINES_WRAP, LINES_ARE_PARAGRAPHS };

// Cuts the text. With LINES_WRAP line breaks count as white space except where a paragraph or list item ends;
// Markdown's emphasis marks are passed over.
// Errors: BAD_INPUT for broken UTF-8, with its place; TOO_LARGE from 4 GiB
// Cost:   O(length)
bool prose_read(struct str source, struct str text, enum prose_lines lines,
                const struct vocabulary *vocabulary, struct arena *arena, struct prose *prose,
                struct error *error) MUST_CHECK;

// The token, or the final break past the end.
static inline const struct token *prose_token(const struct prose *prose, size_t i)
{
    return &prose->tokens[i < prose->count ? i : prose->count];
}

const struct word_facts *prose_facts(const struct prose *prose, size_t i);
static inline bool prose_has_class(const struct prose *prose, size_t i, uint32_t classes)
{
    return (prose_token(prose, i)->classes & classes) != 0;
}

bool prose_is_mark(const struct prose *prose, size_t i, uint32_t code_point);
// The token's bytes; of tokens [from, to) from the first to the last.
struct str prose_word(const struct prose *prose, size_t i);
struct str prose_range(const struct prose *prose, size_t from, size_t to);
// True when the token, whatever its case, is the word, which is in lower case. Most words differ in their
// first letter already.
bool prose_is_word_from(const struct prose *prose, size_t i, const char *word);
static inline bool prose_is_word(const struct prose *prose, size_t i, const char *word)
{
    const struct token *token = prose_token(prose, i);
    return token->first == (uint8_t)word[0] && token->kind == TOKEN_WORD &&
           prose_is_word_from(prose, i, word);
}
// True when the token is one of the words, which are parted by blanks. NULL holds none.
bool prose_is_one_of(const struct prose *prose, size_t i, const char *words);
// The tokens of the first of the phrases, parted by |, that stands at token i, or 0: "et demi|et demie".
size_t prose_phrase(const struct prose *prose, size_t i, const char *phrases);
// True for a break, and for . ! ? ; : that end a sentence or clause.
bool prose_is_stop(const struct prose *prose, size_t i);
// True for a break and for . ! ? that end a sentence.
bool prose_is_sentence_end(const struct prose *prose, size_t i);

// Counts lines and columns, both from 1, columns in characters, while it walks through the text.
struct prose_cursor {
    struct str text;
    size_t at;
    size_t line;
    size_t column;
};
struct prose_cursor prose_cursor_make(struct str text);
// Walks on to byte `at`, which must not be before the cursor. Cost: O(bytes walked)
void prose_cursor_walk(struct prose_cursor *cursor, size_t at);

// The text with each run of white space as one blank, in the arena.
struct str prose_flat(struct str text, struct arena *arena);

#endif
