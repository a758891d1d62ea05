// SPDX-License-Identifier: Apache-2.0
#include "news_reports/news_read.h"

#include "base/utf8.h"
#include "news_reports/names.h"

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
#define HEADING_MAX 20  // tokens
#define TITLE_LEAST 6   // tokens; fewer may be a name
#define TEXT_MAX ((size_t)256 << 20)
#define SINGLE_MAX 400 // tokens; a single mark without an end is an apostrophe

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

// Each mark is closed by its own kind, so that another kind may stand inside.
static bool can_close(const struct prose *prose, size_t i, size_t opening)
{
    uint32_t value = prose_token(prose, i)->value;
    switch (prose_token(prose, opening)->value) {
    case QUOTE_SINGLE:
        return value == QUOTE_SINGLE_CLOSE;
    case QUOTE_LEFT:
        return value == QUOTE_RIGHT;
    case QUOTE_LOW:
        return value == QUOTE_OPEN || value == QUOTE_CLOSE || value == QUOTE_STRAIGHT;
    case QUOTE_OPEN:
        return value == QUOTE_CLOSE || value == QUOTE_STRAIGHT;
    default: // a straight one; the marks are no enumeration
        return value == QUOTE_STRAIGHT || value == QUOTE_CLOSE;
    }
}

static void add_quotation(struct news *news, size_t from, size_t to, bool goes_on)
{
    if (to <= from)
        return;
    *LIST_ADD(&news->quotations, struct quotation) = (struct quotation){from, to, goes_on};
    for (size_t i = from; i < to; i++)
        news->quotation_at[i] = news->quotations.count - 1;
}

// A quotation that is still open at the end of a paragraph goes on when the next one opens again,
// and else ends there.
static void find_quotations(struct news *news)
{
    const struct prose *prose = &news->prose;
    size_t open = NEWS_NONE;
    for (size_t i = 0; i <= prose->count; i++) {
        const struct token *token = prose_token(prose, i);
        bool ends = token->kind == TOKEN_BREAK;
        bool reopens = is_quote_mark(prose, i) && token->begins_line && can_open(prose, i) &&
                       token->value != QUOTE_STRAIGHT;
        bool is_single = open != NEWS_NONE && prose_token(prose, open - 1)->value == QUOTE_SINGLE;
        if (is_single && (ends || i - open > SINGLE_MAX)) {
            i = open - 1; // no quotation after all; what follows the mark is read again
            open = NEWS_NONE;
            continue;
        }
        if (open != NEWS_NONE && (ends || reopens)) {
            bool goes_on = reopens || (is_quote_mark(prose, i + 1) && can_open(prose, i + 1));
            add_quotation(news, open, i, goes_on);
            open = NEWS_NONE;
        }
        if (!is_quote_mark(prose, i))
            continue;
        if (open != NEWS_NONE && can_close(prose, i, open - 1)) {
            add_quotation(news, open, i, false);
            open = NEWS_NONE;
        } else if (open == NEWS_NONE && can_open(prose, i)) {
            open = i + 1;
        }
    }
}

// Whether a sentence ends with token i; inside a quotation only its last mark can end one, and then
// the closing quotation mark belongs to it.
static bool ends_sentence(const struct news *news, size_t i)
{
    const struct prose *prose = &news->prose;
    if (prose_token(prose, i)->kind == TOKEN_BREAK)
        return true;
    if (news_closes_quote(news, i)) {
        const struct token *next = prose_token(prose, i + 1);
        bool is_new =
            next->kind == TOKEN_BREAK || next->is_capital || news_opens_quote(news, i + 1);
        return is_new && prose_is_sentence_end(prose, i - 1) &&
               prose_token(prose, i - 1)->kind == TOKEN_MARK;
    }
    return !news_is_quoted(news, i) && prose_is_sentence_end(prose, i) &&
           prose_token(prose, i + 1)->value != ')';
}

// Longest line of the text, in bytes.
static size_t longest_line(struct str text)
{
    size_t longest = 0;
    struct str line;
    while (str_cut(&text, '\n', &line))
        longest = line.length > longest ? line.length : longest;
    return longest;
}

// A line that stops well before the margin, without a mark, is a title or a name of its own.
static bool ends_short_line(const struct news *news, size_t i, size_t longest)
{
    const struct token *token = prose_token(&news->prose, i);
    const struct token *next = prose_token(&news->prose, i + 1);
    bool is_open = news_is_mark(news, i, ',') || news_is_mark(news, i, ';') ||
                   prose_has_class(&news->prose, i, CLASS_PREPOSITION | CLASS_DETERMINER);
    if (!next->begins_line || next->kind == TOKEN_BREAK || is_open ||
        !(next->is_capital || news_opens_quote(news, i + 1)))
        return false;
    size_t start = i;
    while (start > 0 && !prose_token(&news->prose, start)->begins_line)
        start--;
    size_t length = token->at + token->length - prose_token(&news->prose, start)->at;
    return length * 3 < longest * 2;
}

// "KYIV, Ukraine (AP) — ", "GENEVA, March 3, 2030 (Wire) - ": names, dates and brackets before a dash.
// Result: the token after the dash, or from.
static size_t dateline_end(const struct news *news, size_t from)
{
    const struct prose *prose = &news->prose;
    for (size_t i = from; i < from + DATELINE_MAX; i++) {
        const struct token *token = prose_token(prose, i);
        bool is_dash = token->kind == TOKEN_MARK &&
                       (token->value == 0x2014 || token->value == 0x2013 || token->value == '-');
        if (is_dash && i > from && (!token->is_glued || news_is_mark(news, i - 1, ')')))
            return i + 1;
        bool is_mark = token->kind == TOKEN_MARK &&
                       (token->value == ',' || token->value == '(' || token->value == ')' ||
                        token->value == '.' || token->value == '/' || token->value == ':');
        if (!is_mark && token->kind != TOKEN_NUMBER &&
            !(token->kind == TOKEN_WORD && token->is_capital))
            break;
    }
    return from;
}

// Where the words of a sentence begin: behind a dateline, the mark of a list, a heading or a quoted mail.
static size_t sentence_start(const struct news *news, size_t from, size_t to)
{
    if (prose_token(&news->prose, from)->begins_line) {
        size_t body = dateline_end(news, from);
        from = body < to ? body : from;
    }
    while (from < to && prose_token(&news->prose, from)->kind == TOKEN_MARK &&
           !news_opens_quote(news, from))
        from++;
    return from;
}

// "Envoy Warns Window Is Closing": all longer words begin with a capital. No line of names: no comma.
static bool is_title(const struct news *news, size_t from, size_t to)
{
    if (to < from + TITLE_LEAST || news_is_word(news, from, "by"))
        return false;
    for (size_t i = from; i < to; i++) {
        const struct token *token = prose_token(&news->prose, i);
        if (news_is_mark(news, i, ',') ||
            (token->kind == TOKEN_WORD && token->length >= 4 && !token->is_capital))
            return false;
    }
    return true;
}

static void add_sentence(struct news *news, size_t from, size_t to, bool begins_paragraph,
                         bool is_heading)
{
    from = sentence_start(news, from, to);
    if (is_heading && is_title(news, from, to))
        for (size_t i = from; i < to; i++)
            news->in_title[i] = true;
    if (to > from)
        *LIST_ADD(&news->sentences, struct sentence) =
            (struct sentence){from, to, begins_paragraph, is_heading};
}

// "Union says 'no deal tonight'": a line that ends in quoted words, and no full stop in or behind them.
static bool is_quoting_title(const struct news *news, size_t from, size_t to)
{
    size_t opening = news_quotation(news, to - 2)->from - 1;
    return opening > from && !news_is_mark(news, opening - 1, ':');
}

// A paragraph that is one short run of words without a full stop.
static bool is_heading(const struct news *news, size_t from, size_t to, bool begins, bool ends)
{
    if (!begins || !ends || to - from > HEADING_MAX || to == from)
        return false;
    for (size_t i = from; i < to; i++)
        if (prose_token(&news->prose, i)->kind == TOKEN_MARK &&
            prose_is_sentence_end(&news->prose, i))
            return news_is_mark(news, from, '#');
    return !news_closes_quote(news, to - 1) || news_is_mark(news, from, '#') ||
           is_quoting_title(news, from, to);
}

static void find_sentences(struct news *news)
{
    const struct prose *prose = &news->prose;
    size_t longest = longest_line(prose->text);
    size_t from = 0;
    bool begins = true;
    for (size_t i = 0; i <= prose->count; i++) {
        bool is_short = i < prose->count && ends_short_line(news, i, longest);
        if (!(is_short && prose_token(prose, i)->kind != TOKEN_MARK) && !ends_sentence(news, i))
            continue;
        bool is_break = prose_token(prose, i)->kind == TOKEN_BREAK;
        size_t to = is_break ? i : i + 1;
        bool ends = is_break || is_short || prose_token(prose, to)->kind == TOKEN_BREAK;
        if (to > from)
            add_sentence(news, from, to, begins, is_heading(news, from, to, begins, ends));
        begins = ends;
        from = i + 1;
    }
}

// Whether lines are paragraphs: there are hardly any blank lines, and most lines end like sentences.
static enum prose_lines lines_of(struct str text)
{
    size_t lines = 0;
    size_t blank = 0;
    size_t ended = 0;
    struct str line;
    text = str_trim(text);
    while (str_cut(&text, '\n', &line)) {
        line = str_trim(line);
        lines++;
        blank += line.length == 0 ? 1 : 0;
        ended += line.length > 0 && (str_contains(STR(".!?:\""), str_skip(line, line.length - 1)) ||
                                     str_ends_with(line, STR("\xe2\x80\x9d")))
                     ? 1
                     : 0;
    }
    return blank * 8 < lines && ended * 2 >= lines - blank ? LINES_ARE_PARAGRAPHS : LINES_WRAP;
}

static void find_kinds(struct news *news)
{
    news->words = words_make(news->arena);
    news->kinds = ARENA_ARRAY(news->arena, uint32_t, news->prose.count + 1);
    for (size_t i = 0; i < news->prose.count; i++)
        if (prose_token(&news->prose, i)->kind == TOKEN_WORD)
            news->kinds[i] = words_kinds(news->words, prose_word(&news->prose, i));
}

bool news_read(struct str source, struct str text, bool has_lines, struct arena *arena,
               struct news *news, struct error *error)
{
    *news = (struct news){
        .arena = arena,
        .quotations = LIST_MAKE(arena, struct quotation),
        .sentences = LIST_MAKE(arena, struct sentence),
        .persons = LIST_MAKE(arena, struct person),
        .bodies = LIST_MAKE(arena, struct str),
        .mentions = LIST_MAKE(arena, struct mention),
        .person_names = names_make(arena),
        .person_surnames = names_make(arena),
        .surname_persons = LIST_MAKE(arena, size_t),
        .first_names = names_make(arena),
        .first_name_persons = LIST_MAKE(arena, size_t),
        .body_names = names_make(arena),
        .speaking_words = names_make(arena),
    };
    size_t valid = utf8_valid_length(text);
    if (valid < text.length)
        return error_at(error, BAD_INPUT, place_in(source, text, valid),
                        "the text is not valid UTF-8; save it as UTF-8");
    if (text.length >= TEXT_MAX)
        return error_at(error, TOO_LARGE, place_of(source), "the text is larger than 256 MiB");
    source_text_read(text, arena, &news->source);
    struct str prose = news->source.prose;
    enum prose_lines lines = has_lines ? LINES_ARE_PARAGRAPHS : lines_of(prose);
    if (!prose_read(source, prose, lines, vocabulary_make(arena), arena, &news->prose, error))
        return false;
    size_t count = news->prose.count + 1;
    news->mention_at = ARENA_ARRAY(arena, size_t, count);
    news->quotation_at = ARENA_ARRAY(arena, size_t, count);
    news->in_title = ARENA_ARRAY(arena, bool, count);
    for (size_t i = 0; i < count; i++) {
        news->mention_at[i] = NEWS_NONE;
        news->quotation_at[i] = NEWS_NONE;
    }
    find_kinds(news);
    find_quotations(news);
    find_sentences(news);
    names_find_persons(news);
    names_find_bodies(news);
    return true;
}
