// SPDX-License-Identifier: Apache-2.0
#include "statements/report.h"

enum {
    QUOTE_STRAIGHT = '"',
    QUOTE_OPEN = 0x201C,
    QUOTE_CLOSE = 0x201D,
    QUOTE_LOW = 0x201E,
    QUOTE_LEFT = 0xAB,
    QUOTE_SINGLE = 0x2018,
    QUOTE_SINGLE_CLOSE = 0x2019,
    QUOTE_RIGHT = 0xBB
};

#define DATELINE_MAX 16 // tokens
#define SINGLE_MAX 400  // tokens; a single mark without an end is an apostrophe

static bool is_quote_mark(const struct prose *prose, size_t i)
{
    const struct token *token = prose_token(prose, i);
    return token->kind == TOKEN_MARK &&
           (token->value == QUOTE_STRAIGHT || token->value == QUOTE_OPEN ||
            token->value == QUOTE_CLOSE || token->value == QUOTE_LOW ||
            token->value == QUOTE_LEFT || token->value == QUOTE_RIGHT ||
            token->value == QUOTE_SINGLE || token->value == QUOTE_SINGLE_CLOSE);
}

// A straight mark opens when white space or nothing stands before it and a word touches it.
static bool can_open(const struct prose *prose, size_t i)
{
    const struct token *token = prose_token(prose, i);
    if (token->value == QUOTE_STRAIGHT)
        return prose_token(prose, i + 1)->is_glued || !token->is_glued;
    return token->value != QUOTE_CLOSE && token->value != QUOTE_RIGHT &&
           token->value != QUOTE_SINGLE_CLOSE;
}

// Single marks close single ones only, so that one kind may stand inside the other.
static bool can_close(const struct prose *prose, size_t i, size_t opening)
{
    uint32_t value = prose_token(prose, i)->value;
    if (prose_token(prose, opening)->value == QUOTE_SINGLE)
        return value == QUOTE_SINGLE_CLOSE;
    return value != QUOTE_LOW && value != QUOTE_LEFT && value != QUOTE_SINGLE &&
           value != QUOTE_SINGLE_CLOSE;
}

static void add_quotation(struct report *report, size_t from, size_t to, bool goes_on)
{
    if (to <= from)
        return;
    *LIST_ADD(&report->quotations, struct quotation) = (struct quotation){from, to, goes_on};
    for (size_t i = from; i < to; i++)
        report->quotation_at[i] = report->quotations.count - 1;
}

// A quotation that is still open at the end of a paragraph goes on when the next one opens again,
// and else ends there.
static void find_quotations(struct report *report)
{
    const struct prose *prose = &report->prose;
    size_t open = REPORT_NONE;
    for (size_t i = 0; i <= prose->count; i++) {
        const struct token *token = prose_token(prose, i);
        bool ends = token->kind == TOKEN_BREAK;
        bool reopens = is_quote_mark(prose, i) && token->begins_line && can_open(prose, i) &&
                       token->value != QUOTE_STRAIGHT;
        bool is_single = open != REPORT_NONE && prose_token(prose, open - 1)->value == QUOTE_SINGLE;
        if (is_single && (ends || i - open > SINGLE_MAX)) {
            i = open - 1; // no quotation after all; what follows the mark is read again
            open = REPORT_NONE;
            continue;
        }
        if (open != REPORT_NONE && (ends || reopens)) {
            bool goes_on = reopens || (is_quote_mark(prose, i + 1) && can_open(prose, i + 1));
            add_quotation(report, open, i, goes_on);
            open = REPORT_NONE;
        }
        if (!is_quote_mark(prose, i))
            continue;
        if (open != REPORT_NONE && can_close(prose, i, open - 1)) {
            add_quotation(report, open, i, false);
            open = REPORT_NONE;
        } else if (open == REPORT_NONE && can_open(prose, i)) {
            open = i + 1;
        }
    }
}

bool report_is_quoted(const struct report *report, size_t token)
{
    return token < report->prose.count && report->quotation_at[token] != REPORT_NONE;
}

bool report_opens_quote(const struct report *report, size_t token)
{
    return is_quote_mark(&report->prose, token) && report_is_quoted(report, token + 1) &&
           LIST_AT(&report->quotations, struct quotation, report->quotation_at[token + 1])->from ==
               token + 1;
}

bool report_closes_quote(const struct report *report, size_t token)
{
    return token > 0 && is_quote_mark(&report->prose, token) &&
           report_is_quoted(report, token - 1) && !report_is_quoted(report, token);
}

bool report_is_possessive(const struct report *report, size_t token)
{
    const struct token *word = prose_token(&report->prose, token);
    size_t end = (size_t)word->at + word->length;
    struct str rest = str_skip(report->prose.text, end);
    return str_starts_with(rest, STR("'")) || str_starts_with(rest, STR("\xe2\x80\x99"));
}

// Whether a sentence ends with token i; inside a quotation only its last mark can end one, and then
// the closing quotation mark belongs to it.
static bool ends_sentence(const struct report *report, size_t i)
{
    const struct prose *prose = &report->prose;
    if (prose_token(prose, i)->kind == TOKEN_BREAK)
        return true;
    if (report_closes_quote(report, i)) {
        const struct token *next = prose_token(prose, i + 1);
        bool is_new =
            next->kind == TOKEN_BREAK || next->is_capital || report_opens_quote(report, i + 1);
        return is_new && prose_is_sentence_end(prose, i - 1) &&
               prose_token(prose, i - 1)->kind == TOKEN_MARK;
    }
    return !report_is_quoted(report, i) && prose_is_sentence_end(prose, i) &&
           prose_token(prose, i + 1)->value != ')';
}

// A line is a paragraph only in texts without blank lines.
static bool has_blank_lines(const struct prose *prose)
{
    size_t breaks = 0;
    for (size_t i = 0; i < prose->count; i++)
        breaks += prose_token(prose, i)->kind == TOKEN_BREAK ? 1 : 0;
    return breaks > 1;
}

// "KYIV, Ukraine (AP) — ", "GENEVA, March 3, 2030 (Wire) - ": names, dates and brackets before a dash.
// Result: the token after the dash, or from.
static size_t dateline_end(const struct report *report, size_t from)
{
    const struct prose *prose = &report->prose;
    for (size_t i = from; i < from + DATELINE_MAX; i++) {
        const struct token *token = prose_token(prose, i);
        bool is_dash = token->kind == TOKEN_MARK &&
                       (token->value == 0x2014 || token->value == 0x2013 || token->value == '-');
        if (is_dash && !token->is_glued && i > from)
            return i + 1;
        bool is_mark = token->kind == TOKEN_MARK &&
                       (token->value == ',' || token->value == '(' || token->value == ')' ||
                        token->value == '.' || token->value == '/');
        if (!is_mark && token->kind != TOKEN_NUMBER &&
            !(token->kind == TOKEN_WORD && token->is_capital))
            break;
    }
    return from;
}

static void find_sentences(struct report *report)
{
    const struct prose *prose = &report->prose;
    bool by_breaks = has_blank_lines(prose);
    size_t from = 0;
    bool after_break = true;
    for (size_t i = 0; i <= prose->count; i++) {
        if (!ends_sentence(report, i))
            continue;
        bool is_break = prose_token(prose, i)->kind == TOKEN_BREAK;
        size_t to = is_break ? i : i + 1;
        size_t body = dateline_end(report, from);
        from = body < to && prose_token(prose, from)->begins_line ? body : from;
        if (to > from) {
            bool begins_line = !by_breaks && prose_token(prose, from)->begins_line;
            *LIST_ADD(&report->sentences, struct sentence) =
                (struct sentence){from, to, after_break || begins_line};
            after_break = false;
        }
        after_break = after_break || is_break;
        from = i + 1;
    }
}

const struct mention *report_mention(const struct report *report, size_t token)
{
    if (token >= report->prose.count || report->mention_at[token] == REPORT_NONE)
        return NULL;
    return LIST_AT(&report->mentions, struct mention, report->mention_at[token]);
}

struct str report_words(const struct report *report, size_t from, size_t to)
{
    while (from < to &&
           (prose_is_word(&report->prose, from, "the") ||
            prose_is_word(&report->prose, from, "a") || prose_is_word(&report->prose, from, "an")))
        from++;
    return prose_flat(prose_range(&report->prose, from, to), report->arena);
}

bool report_read(struct str source, struct str text, struct arena *arena, struct report *report,
                 struct error *error)
{
    *report = (struct report){
        .arena = arena,
        .quotations = LIST_MAKE(arena, struct quotation),
        .sentences = LIST_MAKE(arena, struct sentence),
        .persons = LIST_MAKE(arena, struct person),
        .bodies = LIST_MAKE(arena, struct str),
        .mentions = LIST_MAKE(arena, struct mention),
        .person_names = names_make(arena),
        .person_surnames = names_make(arena),
        .surname_persons = LIST_MAKE(arena, size_t),
        .speaking_words = names_make(arena),
    };
    if (!prose_read(source, text, LINES_WRAP, vocabulary_make(arena), arena, &report->prose, error))
        return false;
    size_t count = report->prose.count + 1;
    report->mention_at = ARENA_ARRAY(arena, size_t, count);
    report->quotation_at = ARENA_ARRAY(arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        report->mention_at[i] = REPORT_NONE;
        report->quotation_at[i] = REPORT_NONE;
    }
    find_quotations(report);
    find_sentences(report);
    report_find_names(report);
    return true;
}
