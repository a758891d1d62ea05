// SPDX-License-Identifier: Apache-2.0
#include "proofreading/terms.h"

#include "base/builder.h"
#include "base/names.h"
#include "proofreading/definitions.h"

#define TERM_TOKENS 8
#define TITLE_LINES 3
#define TITLE_BYTES 120

// A defined term, by the stems of its words in lower case: "closing date".
struct used_term {
    const struct definition *definition; // the first
    uint32_t tokens;
    size_t uses;        // beside its definitions
    bool is_told_early; // a use before its definition in passing is told once
};

// A row of capitalised words that is used like a term and is none.
struct unknown_term {
    struct range first;
    size_t uses;
    bool is_near;  // ends with the last word of a defined term
    bool is_like;  // begins as a defined term of as many words does
    bool is_plain; // all its words stand in the text in lower case too
};

struct term_reading {
    const struct proof_text *text;
    struct list *findings;
    struct arena *arena;
    const struct list *definitions; // struct definition
    struct names *keys;             // of the terms
    struct list terms;              // struct used_term, by key
    uint8_t *longest;     // by stem: tokens of the longest term that begins with it; 0: none does
    bool *is_last;        // by stem: a term ends with it
    bool *is_plain;       // by stem: it stands without a capital
    struct names *shapes; // of terms of several words: the first stem and how many words
    struct names *told;   // uses that are told
    struct names *unknown_keys;
    struct list unknown; // struct unknown_term, by key
    struct builder key;
};

static struct str stem_of(const struct term_reading *r, size_t at)
{
    return proof_memory_stem(r->text->memory, r->text->stems[at]);
}

static struct str key_of(struct term_reading *r, size_t from, size_t to)
{
    builder_cut(&r->key, 0);
    for (size_t at = from; at < to; at++) {
        if (at > from)
            builder_add_byte(&r->key, ' ');
        builder_add(&r->key, stem_of(r, at));
    }
    return builder_str(&r->key);
}

static struct str shape_of(struct term_reading *r, size_t from, size_t to)
{
    builder_cut(&r->key, 0);
    builder_add(&r->key, stem_of(r, from));
    builder_add_byte(&r->key, ' ');
    builder_add_int(&r->key, (int64_t)(to - from));
    return builder_str(&r->key);
}

static bool is_new_name(struct names *names, struct arena *arena, struct str key, uint32_t *number)
{
    *number = names_find(names, key);
    if (*number != NAMES_NONE)
        return false;
    *number = names_add(names, arena_copy(arena, key));
    return true;
}

static void enter_definition(struct term_reading *r, const struct definition *definition)
{
    if (definition->to - definition->from > TERM_TOKENS)
        return;
    uint32_t number;
    if (is_new_name(r->keys, r->arena, key_of(r, definition->from, definition->to), &number)) {
        *LIST_ADD(&r->terms, struct used_term) = (struct used_term){
            .definition = definition, .tokens = (uint32_t)(definition->to - definition->from)};
        uint8_t *longest = &r->longest[r->text->stems[definition->from]];
        uint8_t tokens = (uint8_t)(definition->to - definition->from);
        *longest = tokens > *longest ? tokens : *longest;
        r->is_last[r->text->stems[definition->to - 1]] = true;
        if (definition->to - definition->from > 1)
            names_add(r->shapes,
                      arena_copy(r->arena, shape_of(r, definition->from, definition->to)));
        return;
    }
    const struct definition *first = LIST_AT(&r->terms, struct used_term, number)->definition;
    // A short form in brackets may be said again where the clause begins anew, and one clause may define
    // case by case.
    enum proof_certainty certainty = definition->paragraph == first->paragraph     ? PROOF_LOOK
                                     : definition->in_passing || first->in_passing ? PROOF_LIKELY
                                                                                   : PROOF_SURE;
    struct proof_finding *finding =
        finding_add(r->findings, FINDING_TERM, certainty, definition->place,
                    "\"%.*s\" is defined twice", STR_ARGS(definition->name));
    finding->other = first->place;
}

static bool is_in_definition(const struct term_reading *r, size_t at, size_t *next)
{
    const struct definition *items = LIST_ITEMS(r->definitions, struct definition);
    while (*next < r->definitions->count && items[*next].to <= at)
        (*next)++;
    return *next < r->definitions->count && items[*next].from <= at;
}

static bool begins_sentence(const struct prose *prose, size_t at)
{
    return at == 0 || prose_token(prose, at - 1)->kind == TOKEN_BREAK ||
           prose_is_sentence_end(prose, at - 1) || prose_is_mark(prose, at - 1, ')') ||
           prose_is_mark(prose, at - 1, '.') || prose_is_mark(prose, at - 1, ':');
}

static size_t capitals_of(const struct prose *prose, size_t from, size_t to)
{
    size_t capitals = 0;
    for (size_t at = from; at < to; at++)
        capitals += prose_token(prose, at)->is_capital;
    return capitals;
}

// Whether all words of a name bear capitals but the small ones between them.
static bool is_titled(const struct prose *prose, size_t from, size_t to)
{
    for (size_t at = from; at < to; at++)
        if (!prose_token(prose, at)->is_capital && prose_token(prose, at)->length > 3)
            return false;
    return true;
}

// Whether the words at `at` lack capitals that the term has where it is
// defined. The first word of a definition bears one anyway, so it counts only
// where all the others do.
static bool lacks_capitals(const struct prose *prose, const struct used_term *term, size_t at)
{
    size_t from = term->definition->from;
    bool is_title = is_titled(prose, from, from + term->tokens);
    for (size_t i = is_title ? 0 : 1; i < term->tokens; i++)
        if (prose_token(prose, from + i)->is_capital && !prose_token(prose, at + i)->is_capital)
            return true;
    return false;
}

// Whether a hyphen joins words that stand apart where the term is defined, or
// the other way round.
static bool has_other_hyphen(const struct prose *prose, const struct used_term *term, size_t at)
{
    for (size_t i = 1; i < term->tokens; i++)
        if (prose_token(prose, term->definition->from + i)->has_hyphen !=
            prose_token(prose, at + i)->has_hyphen)
            return true;
    return false;
}

static bool is_heading(const struct term_reading *r, size_t at)
{
    const struct document *document = r->text->document;
    uint32_t paragraph = paragraph_at(document, prose_token(&r->text->prose, at)->at);
    return document->paragraphs[paragraph].kind == PARAGRAPH_HEADING;
}

// A use of a defined term of several words that differs from it in capitals.
// Each way to write it is told once.
static void check_near(struct term_reading *r, const struct used_term *term, size_t at, size_t to)
{
    const struct prose *prose = &r->text->prose;
    bool is_other = lacks_capitals(prose, term, at) || has_other_hyphen(prose, term, at);
    if (term->tokens < 2 || !is_other || is_heading(r, at))
        return;
    size_t capitals = capitals_of(prose, at, to);
    // 'original work (the "Original Work")' and '"Title Page" means the title page itself' say what it
    // is, and a preamble speaks of the thing before the text names it.
    if (capitals == 0 &&
        paragraph_at(r->text->document, prose_token(prose, at)->at) <= term->definition->paragraph)
        return;
    struct range place = proof_range(r->text, at, to);
    uint32_t number;
    if (!is_new_name(r->told, r->arena, proof_words(r->text, place), &number))
        return;
    bool is_partly = capitals > 0 && !(capitals == 1 && begins_sentence(prose, at));
    struct proof_finding *finding = finding_add(
        r->findings, FINDING_TERM, is_partly ? PROOF_LIKELY : PROOF_LOOK, place,
        "\"%.*s\" is written otherwise where it is defined", STR_ARGS(proof_words(r->text, place)));
    finding->other = term->definition->place;
    finding->right = term->definition->name;
}

// "The Landlord has asked …" in a sentence above the one that says who the
// Landlord is. The name itself may hold the word: "the Bank of Ardel".
static void check_early(struct term_reading *r, struct used_term *term, size_t at, size_t to)
{
    const struct prose *prose = &r->text->prose;
    const struct definition *definition = term->definition;
    const struct document *document = r->text->document;
    if (!definition->in_passing || term->is_told_early || at >= definition->from || at == 0 ||
        !prose_token(prose, at)->is_capital || !proof_has_sign(r->text, at - 1, SIGN_DETERMINER) ||
        is_heading(r, at))
        return;
    uint32_t paragraph = paragraph_at(document, prose_token(prose, at)->at);
    struct str words = str_trim(paragraph_text(document, &document->paragraphs[paragraph]));
    bool goes_on = prose_token(prose, to)->is_capital || prose_is_word(prose, to, "of") ||
                   prose_is_word(prose, to, "for");
    if (paragraph >= definition->paragraph || goes_on || !str_ends_with(words, STR(".")))
        return;
    term->is_told_early = true;
    finding_add(r->findings, FINDING_TERM, PROOF_LIKELY, proof_range(r->text, at, to),
                "\"%.*s\" is used before the text says what it is",
                STR_ARGS(proof_words(r->text, proof_range(r->text, at, to))))
        ->other = definition->place;
}

// The longest defined term that stands here; gives the token behind it, 0:
// none.
static size_t use_term(struct term_reading *r, size_t at)
{
    const struct prose *prose = &r->text->prose;
    if (prose_token(prose, at)->kind != TOKEN_WORD || r->longest[r->text->stems[at]] == 0)
        return 0;
    size_t most = at;
    while (most < at + r->longest[r->text->stems[at]] &&
           prose_token(prose, most)->kind == TOKEN_WORD)
        most++;
    for (size_t to = most; to > at; to--) {
        uint32_t number = names_find(r->keys, key_of(r, at, to));
        if (number == NAMES_NONE)
            continue;
        struct used_term *term = LIST_AT(&r->terms, struct used_term, number);
        bool is_capital = capitals_of(prose, at, to) > 0;
        term->uses += is_capital || term->tokens > 1;
        check_near(r, term, at, to);
        check_early(r, term, at, to);
        return is_capital || term->tokens > 1 ? to : 0;
    }
    return 0;
}

// Words that agreements capitalise without defining them.
static bool is_common(const struct prose *prose, size_t at)
{
    static const char *const words[] = {
        "party",    "parties",    "agreement", "article",     "annex",   "section",    "state",
        "states",   "government", "president", "minister",    "council", "parliament", "treaty",
        "protocol", "member",     "secretary", "republic",    "union",   "commission", "convention",
        "charter",  "ministry",   "court",     "act",         "law",     "clause",     "schedule",
        "appendix", "chapter",    "board",     "constitution"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (prose_is_word(prose, at, words[i]))
            return true;
    return prose_has_class(prose, at, CLASS_MONTH | CLASS_WEEKDAY);
}

// "ANY OTHER CONTRIBUTOR", "a LICENSE file": words in capitals throughout say
// nothing of terms.
static bool is_all_capitals(const struct prose *prose, size_t from, size_t to)
{
    size_t small = 0;
    for (size_t at = from; at < to; at++) {
        struct str word = prose_word(prose, at);
        for (size_t i = 0; i < word.length; i++)
            small += !(word.bytes[i] >= 'A' && word.bytes[i] <= 'Z');
    }
    return small == 0 && to > from && prose_word(prose, from).length > 1;
}

// "You Deploy": a text that speaks to its reader in capitals writes his verbs
// so.
static bool is_pronoun(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at, "you") || prose_is_word(prose, at, "your") ||
           prose_is_word(prose, at, "we") || prose_is_word(prose, at, "our") ||
           prose_is_word(prose, at, "i");
}

// "the Completion Certificate", which nothing defines.
static void note_unknown(struct term_reading *r, size_t at)
{
    const struct prose *prose = &r->text->prose;
    size_t from = at + 1;
    size_t to = from;
    bool may_be_like = r->longest[r->text->stems[from]] > 0;
    while (to < from + TERM_TOKENS && prose_token(prose, to)->kind == TOKEN_WORD &&
           prose_token(prose, to)->is_capital && (may_be_like || !is_common(prose, to)) &&
           !prose_token(prose, to)->has_hyphen)
        to++;
    bool goes_on = is_heading(r, at) || prose_token(prose, to)->is_capital ||
                   is_all_capitals(prose, from, to) || is_pronoun(prose, from) ||
                   prose_is_word(prose, to, "of") ||
                   (prose_is_word(prose, to, "for") && !may_be_like) ||
                   prose_token(prose, to)->kind == TOKEN_NUMBER;
    if (to == from || goes_on)
        return;
    bool is_plain = true;
    for (size_t i = from; i < to; i++)
        is_plain = is_plain && r->is_plain[r->text->stems[i]];
    bool is_near = r->is_last[r->text->stems[to - 1]];
    bool is_like = names_find(r->shapes, shape_of(r, from, to)) != NAMES_NONE;
    uint32_t number;
    if (is_new_name(r->unknown_keys, r->arena, key_of(r, from, to), &number))
        *LIST_ADD(&r->unknown, struct unknown_term) =
            (struct unknown_term){proof_range(r->text, from, to), 0, is_near, is_like, is_plain};
    LIST_AT(&r->unknown, struct unknown_term, number)->uses++;
}

static void note_plain_words(struct term_reading *r)
{
    const struct prose *prose = &r->text->prose;
    for (size_t at = 0; at < prose->count; at++)
        if (prose->tokens[at].kind == TOKEN_WORD && !prose->tokens[at].is_capital)
            r->is_plain[r->text->stems[at]] = true;
}

static void read_uses(struct term_reading *r)
{
    const struct prose *prose = &r->text->prose;
    size_t next = 0;
    for (size_t at = 0; at < prose->count;) {
        bool is_determiner = proof_has_sign(r->text, at, SIGN_DETERMINER);
        // Most words begin nothing.
        if ((!is_determiner && r->longest[r->text->stems[at]] == 0) ||
            is_in_definition(r, at, &next)) {
            at++;
            continue;
        }
        size_t behind = use_term(r, at);
        if (behind == 0 && is_determiner && !is_in_definition(r, at + 1, &next) &&
            prose_token(prose, at + 1)->kind == TOKEN_WORD && use_term(r, at + 1) == 0)
            note_unknown(r, at);
        at = behind > at ? behind : at + 1;
    }
}

// '"Collaboration Site" (or "Site") means': the short form is the one that is used.
static bool has_alias(const struct prose *prose, const struct definition *definition)
{
    return prose_is_mark(prose, definition->to + 1, '(') &&
           prose_is_word(prose, definition->to + 2, "or");
}

// What the text is called stands in its first lines.
static bool is_title(const struct proof_text *text, struct range place)
{
    const struct document *document = text->document;
    struct str words = proof_words(text, place);
    uint32_t seen = 0;
    for (uint32_t p = 0; p < document->paragraph_count && seen < TITLE_LINES; p++) {
        struct str line = paragraph_text(document, &document->paragraphs[p]);
        seen += line.length > 0;
        if (line.length <= TITLE_BYTES && str_find_byte(words, ' ') < words.length &&
            str_contains_ignoring_case(line, words))
            return true;
    }
    return false;
}

static void report_terms(struct term_reading *r)
{
    for (size_t t = 0; t < r->terms.count; t++) {
        const struct used_term *term = LIST_AT(&r->terms, struct used_term, t);
        if (term->uses == 0 && !has_alias(&r->text->prose, term->definition))
            finding_add(r->findings, FINDING_TERM, PROOF_LIKELY, term->definition->place,
                        "\"%.*s\" is defined and not used", STR_ARGS(term->definition->name));
    }
    for (size_t u = 0; u < r->unknown.count; u++) {
        const struct unknown_term *unknown = LIST_AT(&r->unknown, struct unknown_term, u);
        bool is_term_like = unknown->is_near ? unknown->is_plain || unknown->uses > 1
                                             : unknown->is_plain && unknown->uses > 2;
        if ((!is_term_like && !unknown->is_like) || is_title(r->text, unknown->first))
            continue;
        finding_add(r->findings, FINDING_TERM,
                    unknown->is_near && unknown->is_plain ? PROOF_LIKELY : PROOF_LOOK,
                    unknown->first,
                    "\"%.*s\" is used like a defined term (%zu×); nothing defines it",
                    STR_ARGS(proof_words(r->text, unknown->first)), unknown->uses);
    }
}

void terms_check(const struct proof_text *text, const struct list *definitions,
                 struct list *findings)
{
    struct arena *arena = arena_open();
    size_t stems = proof_memory_stem_count(text->memory);
    struct term_reading r = {
        .text = text,
        .findings = findings,
        .arena = arena,
        .definitions = definitions,
        .keys = names_make(arena),
        .terms = LIST_MAKE(arena, struct used_term),
        .longest = ARENA_ARRAY(arena, uint8_t, stems),
        .is_last = ARENA_ARRAY(arena, bool, stems),
        .is_plain = ARENA_ARRAY(arena, bool, stems),
        .shapes = names_make(arena),
        .told = names_make(arena),
        .unknown_keys = names_make(arena),
        .unknown = LIST_MAKE(arena, struct unknown_term),
        .key = builder_make(arena),
    };
    if (definitions->count >= TERMS_LEAST) {
        for (size_t d = 0; d < definitions->count; d++)
            enter_definition(&r, LIST_AT(definitions, struct definition, d));
        note_plain_words(&r);
        read_uses(&r);
        report_terms(&r);
    }
    arena_close(arena);
}
