// SPDX-License-Identifier: Apache-2.0
#include "proofreading/cited.h"

#include "proofreading/token_signs.h"

#define LABEL_MOST 1000u // years and numbers of other documents begin here

// Where reading stands.
struct citing {
    const struct proof_text *text;
    const struct prose *prose;
    struct arena *arena;
    struct cited *cited;
    enum clause_word word;
    bool is_plural;
};

// Whether the token may be a number of a clause: "4", "171a", "IV", "B", and in
// brackets "a", "iii".
static bool is_part(const struct citing *citing, size_t at, bool in_brackets)
{
    const struct token *token = prose_token(citing->prose, at);
    if (token->kind == TOKEN_NUMBER)
        return token->value > 0 && token->value < LABEL_MOST && !token->is_ordinal;
    if (token->kind != TOKEN_WORD)
        return false;
    struct str word = prose_word(citing->prose, at);
    if (in_brackets)
        return word.length == 1 || is_roman_like(word);
    return token->is_capital && (word.length == 1 || is_roman_like(word)) &&
           clause_word_is_global(citing->word);
}

static void add_part(const struct citing *citing, struct address *address, size_t at)
{
    if (address->count < ADDRESS_PARTS)
        address->parts[address->count++] =
            arena_lower(citing->arena, prose_word(citing->prose, at));
}

// "(2)", "(a)(iii)" from token `at` on; gives the token behind.
static size_t read_brackets(const struct citing *citing, size_t at, struct address *address)
{
    while (prose_is_mark(citing->prose, at, '(') && is_part(citing, at + 1, true) &&
           prose_is_mark(citing->prose, at + 2, ')')) {
        add_part(citing, address, at + 1);
        at += 3;
    }
    return at;
}

// Gives the token behind the label, or `at`.
static size_t read_label(const struct citing *citing, size_t at, struct address *address)
{
    const struct prose *prose = citing->prose;
    *address = (struct address){.word = citing->word};
    size_t end = at;
    if (is_part(citing, at, false)) {
        add_part(citing, address, at);
        end = at + 1;
        while (prose_is_mark(prose, end, '.') && prose_token(prose, end)->is_glued &&
               prose_token(prose, end + 1)->is_glued &&
               prose_token(prose, end + 1)->kind == TOKEN_NUMBER) {
            add_part(citing, address, end + 1);
            end += 2;
        }
        // "7-B" is one number too.
        const struct token *letter = prose_token(prose, end);
        if (letter->has_hyphen && letter->kind == TOKEN_WORD && letter->length == 1 &&
            letter->is_capital) {
            add_part(citing, address, end);
            end++;
        }
        // "4a" is cut into two tokens, "2/679" is the number of something else.
        const struct token *next = prose_token(prose, end);
        if (next->is_glued && (next->kind == TOKEN_WORD || prose_is_mark(prose, end, '/')))
            return at;
    }
    end = read_brackets(citing, end, address);
    bool counts = prose_has_class(prose, end, CLASS_UNIT) || prose_is_mark(prose, end, '%') ||
                  prose_is_word(prose, end, "per");
    return address->count == 0 || counts ? at : end;
}

static bool is_joint(const struct prose *prose, size_t at, bool *is_range)
{
    *is_range = prose_is_word(prose, at, "to") || prose_is_word(prose, at, "through") ||
                prose_is_mark(prose, at, '-') || prose_is_mark(prose, at, 0x2013);
    return *is_range || prose_is_mark(prose, at, ',') || prose_is_word(prose, at, "and") ||
           prose_is_word(prose, at, "or");
}

// "(3)" behind "Article 4(2)" is 4(3): what the label before has above as many
// parts belongs to it.
static void complete(struct address *address, const struct address *before, bool is_bracketed)
{
    if (!is_bracketed || before->count <= address->count)
        return;
    struct address whole = *before;
    whole.count = before->count - address->count;
    for (uint32_t i = 0; i < address->count; i++)
        whole.parts[whole.count++] = address->parts[i];
    *address = whole;
}

static size_t read_labels(const struct citing *citing, size_t at)
{
    struct cited *cited = citing->cited;
    bool is_range = false;
    for (size_t end = at; cited->count < CITED_LABELS;) {
        size_t from = end;
        bool first = cited->count == 0;
        bool next_range = false;
        while (!first && from < end + 2 && is_joint(citing->prose, from, &next_range)) {
            is_range = is_range || next_range;
            from++;
        }
        bool is_bracketed = prose_is_mark(citing->prose, from, '(');
        struct cited_label label = {.from = from, .ends_range = !first && is_range};
        if (!first && (from == end || (!is_bracketed && !citing->is_plural && !is_range)))
            return end;
        label.to = read_label(citing, from, &label.address);
        if (label.to == from)
            return end;
        if (!first)
            complete(&label.address, &cited->labels[cited->count - 1].address, is_bracketed);
        cited->labels[cited->count++] = label;
        end = label.to;
        is_range = false;
    }
    return cited->labels[cited->count - 1].to;
}

static bool is_acronym(const struct prose *prose, size_t at)
{
    if (prose_token(prose, at)->kind != TOKEN_WORD)
        return false;
    struct str word = prose_word(prose, at);
    size_t capitals = 0;
    for (size_t i = 0; i < word.length; i++)
        capitals += word.bytes[i] >= 'A' && word.bytes[i] <= 'Z';
    return word.length >= 3 && capitals >= 3 && capitals + 1 >= word.length && !is_roman_like(word);
}

static bool is_determiner(const struct prose *prose, size_t at)
{
    static const char *const words[] = {"the", "that", "those", "said", "such", "its", "their"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (prose_is_word(prose, at, words[i]))
            return true;
    return false;
}

// What "of" behind a citation leads to.
static enum cited_text behind_of(const struct citing *citing, size_t at, const struct names *own)
{
    const struct prose *prose = citing->prose;
    if (prose_is_word(prose, at, "this") || prose_is_word(prose, at, "these") ||
        prose_is_word(prose, at, "present"))
        return CITED_HERE;
    bool has_determiner = is_determiner(prose, at);
    at += has_determiner;
    const struct token *token = prose_token(prose, at);
    // 'of "The Accord"' is a document by its title, 'section 4 to "keep notices"' says what it asks.
    const struct token *quoted = prose_token(prose, at + 1);
    if (token_is_quote(prose, at) && quoted->kind == TOKEN_WORD && !quoted->is_capital)
        return CITED_HERE;
    if (token->kind == TOKEN_MARK)
        return CITED_ELSEWHERE;
    if (token->kind != TOKEN_WORD)
        return CITED_HERE;
    if (clause_word_of(prose_word(prose, at)) != WORD_NONE)
        return CITED_WITHIN;
    if (prose_is_word(prose, at, "present") ||
        names_find(own, arena_lower(citing->arena, prose_word(citing->prose, at))) != NAMES_NONE)
        return CITED_HERE;
    return token->is_capital || (token->classes & CLASS_DOCUMENT) ? CITED_ELSEWHERE : CITED_HERE;
}

// Whether clauses of the second word may stand within those of the first:
// "Article 3(2), Article 4" is a list.
static bool is_within(enum clause_word above, enum clause_word word)
{
    return word != WORD_NONE && (word != above || word == WORD_CLAUSE || word == WORD_PARAGRAPH) &&
           word != WORD_CHAPTER && word != WORD_ANNEX && word != WORD_TABLE;
}

// Whether the token belongs to the number of the clause that it stands in.
static bool is_own_number(const struct proof_text *text, size_t at)
{
    uint32_t place = prose_token(&text->prose, at)->at;
    const struct paragraph *own = &text->document->paragraphs[paragraph_at(text->document, place)];
    return place < own->from + own->label.typed_bytes;
}

#define NAMED_BEFORE 24u // tokens from the name of a document to "in particular"

// "the Charter of the United Nations, in particular Article 33": a document
// that is named before in the sentence, and is not this one.
static bool is_particular(const struct citing *citing, size_t from, const struct names *own)
{
    const struct prose *prose = citing->prose;
    bool leads =
        from > 1 &&
        (prose_is_word(prose, from - 1, "notably") ||
         prose_is_word(prose, from - 1, "especially") ||
         (prose_is_word(prose, from - 1, "particular") && prose_is_word(prose, from - 2, "in")));
    for (size_t at = from; leads && at-- > 1 && at + NAMED_BEFORE > from;) {
        const struct token *token = prose_token(prose, at);
        if (token->kind == TOKEN_BREAK || prose_is_mark(prose, at, '.') ||
            prose_is_mark(prose, at, ';'))
            return false;
        if (token->kind == TOKEN_WORD && token->is_capital && (token->classes & CLASS_DOCUMENT))
            return !prose_is_word(prose, at - 1, "this") &&
                   names_find(own, arena_lower(citing->arena, prose_word(prose, at))) == NAMES_NONE;
    }
    return false;
}

static enum cited_text where_of(const struct citing *citing, size_t from, size_t to,
                                const struct names *own)
{
    const struct prose *prose = citing->prose;
    if (is_particular(citing, from, own))
        return CITED_ELSEWHERE;
    if (from > 0 && !is_own_number(citing->text, from - 1)) {
        const struct token *before = prose_token(prose, from - 1);
        bool is_listed = prose_is_mark(prose, from - 1, ',') && from > 1;
        size_t leader = is_listed ? from - 2 : from - 1;
        bool is_own = leader > 0 && prose_token(prose, leader - 1)->kind == TOKEN_WORD &&
                      clause_word_of(prose_word(prose, leader - 1)) != WORD_NONE;
        bool is_number = before->kind == TOKEN_NUMBER ||
                         (is_listed && prose_token(prose, leader)->kind == TOKEN_NUMBER &&
                          !clause_word_is_global(citing->word));
        if ((is_number && !is_own) || is_acronym(prose, leader))
            return CITED_ELSEWHERE;
    }
    if (prose_is_mark(prose, to, ',') && prose_is_word(prose, to + 1, "of"))
        to++;
    if (prose_is_mark(prose, to, ',') && prose_token(prose, to + 1)->kind == TOKEN_WORD &&
        is_within(citing->word, clause_word_of(prose_word(prose, to + 1))) &&
        is_part(citing, to + 2, false))
        return CITED_ABOVE;
    if (prose_is_word(prose, to, "thereof") || prose_is_word(prose, to, "thereto") ||
        is_acronym(prose, to))
        return CITED_ELSEWHERE;
    bool leads = prose_is_word(prose, to, "of") || prose_is_word(prose, to, "to") ||
                 prose_is_word(prose, to, "in") || prose_is_word(prose, to, "under");
    if (!leads)
        return CITED_HERE;
    enum cited_text where = behind_of(citing, to + 1, own);
    return where == CITED_WITHIN && !prose_is_word(prose, to, "of") ? CITED_HERE : where;
}

// "the articles 8 days later", "items 7 times": things in small letters, and a number that is
// no longer theirs. Clauses have two numbers behind such a word, or one that goes on: "articles
// 8(2)", "sections 8 ff".
static bool counts_things(const struct citing *citing, struct str word)
{
    const struct cited *cited = citing->cited;
    bool is_small = word.bytes[0] >= 'a' && word.bytes[0] <= 'z';
    bool goes_on = prose_is_word(citing->prose, cited->to, "et") ||
                   prose_is_word(citing->prose, cited->to, "ff") ||
                   prose_is_word(citing->prose, cited->to, "bis");
    return is_small && citing->is_plural && !goes_on && cited->count == 1 &&
           cited->labels[0].address.count == 1 &&
           prose_token(citing->prose, cited->labels[0].from)->kind == TOKEN_NUMBER;
}

bool cited_read(const struct proof_text *text, size_t at, const struct names *own,
                struct arena *arena, struct cited *cited)
{
    const struct prose *prose = &text->prose;
    if (prose_token(prose, at)->kind != TOKEN_WORD)
        return false;
    struct str word = prose_word(prose, at);
    enum clause_word clause_word = clause_word_of(word);
    if (clause_word == WORD_NONE)
        return false;
    if (at >= 2 && prose_is_word(prose, at - 1, "sub") && prose_token(prose, at)->has_hyphen)
        clause_word = WORD_PARAGRAPH;
    *cited = (struct cited){.from = at};
    bool is_plural =
        word.bytes[word.length - 1] == 's' || str_equal_ignoring_case(word, STR("appendices"));
    struct citing citing = {text, prose, arena, cited, clause_word, is_plural};
    size_t first = at + 1;
    if (prose_is_mark(prose, first, '.') && (word.length == 3 || word.length == 4)) // "Art. 4"
        first++;
    cited->to = read_labels(&citing, first);
    if (cited->count == 0 || counts_things(&citing, word))
        return false;
    cited->where = where_of(&citing, at, cited->to, own);
    cited->is_near =
        prose_is_word(prose, cited->to, "above") || prose_is_word(prose, cited->to, "below");
    return true;
}
