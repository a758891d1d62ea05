// SPDX-License-Identifier: Apache-2.0
#include "record/policy_text.h"

#include "base/arena.h"
#include "base/list.h"

#include <string.h>

enum policy_token_kind {
    POLICY_WORD,
    POLICY_TEXT,
    POLICY_OPERATOR,
    POLICY_CALL,
    POLICY_CLOSE,
    POLICY_OTHER
};

struct policy_token {
    enum policy_token_kind kind;
    struct str text;
    int depth; // of parentheses that only group, within its call
    int call;  // in whose brackets it stands; 0: in no one's
};

struct policy_bracket {
    bool is_call;
    int depth, call; // around it
};

struct policy_reader {
    struct str rest;
    struct list tokens;   // struct policy_token
    struct list brackets; // struct policy_bracket: those that are open
    int depth, call, calls;
};

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '"';
}

static struct str cut(struct policy_reader *reader, size_t length)
{
    struct str text = str_slice(reader->rest, 0, length);
    reader->rest = str_skip(reader->rest, length);
    return text;
}

static struct str cut_word(struct policy_reader *reader)
{
    size_t length = 0;
    while (length < reader->rest.length && is_word_byte(reader->rest.bytes[length]))
        length++;
    return cut(reader, length);
}

static void skip_white(struct policy_reader *reader)
{
    while (reader->rest.length > 0 &&
           (reader->rest.bytes[0] == ' ' || reader->rest.bytes[0] == '\n'))
        cut(reader, 1);
}

static struct policy_token *last_token(const struct policy_reader *reader)
{
    return reader->tokens.count > 0
               ? LIST_AT(&reader->tokens, struct policy_token, reader->tokens.count - 1)
               : NULL;
}

static void add(struct policy_reader *reader, enum policy_token_kind kind, struct str text)
{
    *LIST_ADD(&reader->tokens, struct policy_token) =
        (struct policy_token){kind, text, reader->depth, reader->call};
}

// A text in single marks, which stand twice inside it. False where it does not end.
static bool add_text(struct policy_reader *reader)
{
    size_t length = 1;
    while (length < reader->rest.length) {
        bool is_mark = reader->rest.bytes[length] == '\'';
        bool is_twice =
            is_mark && length + 1 < reader->rest.length && reader->rest.bytes[length + 1] == '\'';
        length += is_twice ? 2 : 1;
        if (is_mark && !is_twice) {
            add(reader, POLICY_TEXT, cut(reader, length));
            return true;
        }
    }
    return false;
}

// "::text", "::text[]": a constant's type is that of what it stands beside.
static void skip_cast(struct policy_reader *reader)
{
    cut(reader, 2);
    cut_word(reader);
    if (str_starts_with(reader->rest, STR("[]")))
        cut(reader, 2);
}

// "n(n)": a function's one column, called as its alias; "n.n" is that column.
static bool skip_column(struct policy_reader *reader, struct str word)
{
    struct str rest = reader->rest;
    if (!str_starts_with(rest, STR("(")) || !str_starts_with(str_skip(rest, 1), word) ||
        !str_starts_with(str_skip(rest, 1 + word.length), STR(")")))
        return false;
    cut(reader, word.length + 2);
    return true;
}

static struct str without_double(struct str word)
{
    size_t dot = str_find_byte(word, '.');
    struct str first = str_slice(word, 0, dot);
    return dot < word.length && str_equal(first, str_skip(word, dot + 1)) ? first : word;
}

static bool is_operator_word(struct str word)
{
    return str_equal(word, STR("AND")) || str_equal(word, STR("OR")) ||
           str_equal(word, STR("IN")) || str_equal(word, STR("NOT"));
}

static void add_word(struct policy_reader *reader)
{
    struct str word = cut_word(reader);
    if (str_equal(word, STR("LATERAL")))
        return;
    if (str_equal(word, STR("AS"))) {
        skip_white(reader);
        cut_word(reader);
        return;
    }
    add(reader, is_operator_word(word) ? POLICY_OPERATOR : POLICY_WORD, without_double(word));
    const struct policy_token *before = reader->tokens.count > 1 ? last_token(reader) - 1 : NULL;
    if (before && before->kind == POLICY_CLOSE)
        (void)skip_column(reader, word);
}

static void open_bracket(struct policy_reader *reader)
{
    struct policy_token *last = last_token(reader);
    // What follows a word at once is its call; of the words of a query only this one calls.
    bool is_call = last && last->kind == POLICY_WORD &&
                   last->text.bytes + last->text.length == reader->rest.bytes;
    is_call = is_call || (last && str_equal(last->text, STR("ANY")));
    *LIST_ADD(&reader->brackets, struct policy_bracket) =
        (struct policy_bracket){is_call, reader->depth, reader->call};
    struct str text = cut(reader, 1);
    if (!is_call) {
        reader->depth++;
        return;
    }
    add(reader, POLICY_CALL, text);
    reader->depth = 0;
    reader->call = ++reader->calls;
}

static bool close_bracket(struct policy_reader *reader)
{
    if (reader->brackets.count == 0)
        return false;
    struct policy_bracket open =
        *LIST_AT(&reader->brackets, struct policy_bracket, reader->brackets.count - 1);
    list_cut(&reader->brackets, reader->brackets.count - 1);
    struct str text = cut(reader, 1);
    reader->depth = open.depth;
    reader->call = open.call;
    if (open.is_call)
        add(reader, POLICY_CLOSE, text);
    return true;
}

static void add_operator(struct policy_reader *reader)
{
    static const char letters[] = "=<>|+-*/!~";
    size_t length = 0;
    while (length < reader->rest.length && strchr(letters, reader->rest.bytes[length]))
        length++;
    enum policy_token_kind kind = length > 0 ? POLICY_OPERATOR : POLICY_OTHER;
    add(reader, kind, cut(reader, length > 0 ? length : 1));
}

static bool read_tokens(struct str text, struct arena *arena, struct list *tokens)
{
    struct policy_reader reader = {.rest = text,
                                   .tokens = LIST_MAKE(arena, struct policy_token),
                                   .brackets = LIST_MAKE(arena, struct policy_bracket)};
    bool done = true;
    for (skip_white(&reader); done && reader.rest.length > 0; skip_white(&reader)) {
        char c = reader.rest.bytes[0];
        if (c == '\0')
            return false;
        if (c == '\'')
            done = add_text(&reader);
        else if (str_starts_with(reader.rest, STR("::")))
            skip_cast(&reader);
        else if (is_word_byte(c))
            add_word(&reader);
        else if (c == '(')
            open_bracket(&reader);
        else if (c == ')')
            done = close_bracket(&reader);
        else
            add_operator(&reader);
    }
    *tokens = reader.tokens;
    return done && reader.brackets.count == 0;
}

static int sign(int number)
{
    return (number > 0) - (number < 0);
}

// Where two operators of a call stand in parentheses as deep, the grammar decides, which is that of the words
// from which the wanted expression was made; else the deeper binds first.
static bool binds_alike(const struct list *wanted, const struct list *found, size_t at)
{
    const struct policy_token *one = LIST_AT(wanted, struct policy_token, at);
    const struct policy_token *other = LIST_AT(found, struct policy_token, at);
    for (size_t i = 0; i < at && one->kind == POLICY_OPERATOR; i++) {
        const struct policy_token *first = LIST_AT(wanted, struct policy_token, i);
        const struct policy_token *second = LIST_AT(found, struct policy_token, i);
        int nesting = sign(other->depth - second->depth);
        if (first->kind == POLICY_OPERATOR && first->call == one->call && nesting != 0 &&
            nesting != sign(one->depth - first->depth))
            return false;
    }
    return true;
}

static bool is_same(const struct list *wanted, const struct list *found)
{
    enum { TOKENS_MOST = 500 };
    if (wanted->count != found->count || wanted->count > TOKENS_MOST)
        return false;
    for (size_t i = 0; i < wanted->count; i++) {
        const struct policy_token *one = LIST_AT(wanted, struct policy_token, i);
        const struct policy_token *other = LIST_AT(found, struct policy_token, i);
        if (one->kind != other->kind || one->call != other->call ||
            !str_equal(one->text, other->text) || !binds_alike(wanted, found, i))
            return false;
    }
    return true;
}

bool policy_text_equal(struct str wanted, struct str found)
{
    struct arena *arena = arena_open_small();
    struct list one = {.count = 0};
    struct list other = {.count = 0};
    bool is_equal =
        str_equal(wanted, found) || (read_tokens(wanted, arena, &one) &&
                                     read_tokens(found, arena, &other) && is_same(&one, &other));
    arena_close(arena);
    return is_equal;
}
