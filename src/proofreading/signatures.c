// SPDX-License-Identifier: Apache-2.0
#include "proofreading/signatures.h"

#include "proofreading/definitions.h"

#define NAME_WORDS 10 // a longer row of words is no name

struct signature_line {
    uint32_t paragraph;
    struct range name;
};

struct signature_reading {
    const struct proof_text *text;
    struct list *findings;
    struct list lines; // struct signature_line
};

// "For the Republic of Ardel: ____": where the name stands.
static bool read_line(const struct document *document, uint32_t p, struct range *name)
{
    static const char *const openings[] = {
        "Signed for and on behalf of ", "Signed on behalf of ", "Signed for ",
        "For and on behalf of ",        "On behalf of ",        "For "};
    const struct paragraph *paragraph = &document->paragraphs[p];
    struct str words = paragraph_text(document, paragraph);
    bool is_ruled = str_find_byte(words, '_') < words.length && str_contains(words, STR("___"));
    bool is_signed = is_ruled || str_ends_with(str_trim(words), STR(":"));
    size_t from = 0;
    for (size_t i = 0; from == 0 && i < sizeof openings / sizeof openings[0]; i++)
        if (str_starts_with(words, str_of(openings[i])))
            from = strlen(openings[i]);
    if (!is_signed || from == 0)
        return false;
    if (str_starts_with(str_skip(words, from), STR("the ")))
        from += 4;
    size_t to = from;
    while (to < words.length && !strchr(":(_\t\n", words.bytes[to]))
        to++;
    while (to > from && words.bytes[to - 1] == ' ')
        to--;
    *name = (struct range){paragraph->from + (uint32_t)from, paragraph->from + (uint32_t)to};
    return to > from + 1 && words.bytes[from] >= 'A' && words.bytes[from] <= 'Z';
}

static void find_lines(struct signature_reading *r)
{
    for (uint32_t p = 0; p < r->text->document->paragraph_count; p++) {
        struct range name;
        if (read_line(r->text->document, p, &name))
            *LIST_ADD(&r->lines, struct signature_line) = (struct signature_line){p, name};
    }
}

// Whether somebody of this name, or in this part, signs.
static bool signs(const struct signature_reading *r, struct str name)
{
    for (size_t i = 0; i < r->lines.count; i++) {
        const struct signature_line *line = LIST_AT(&r->lines, struct signature_line, i);
        struct str words =
            paragraph_text(r->text->document, &r->text->document->paragraphs[line->paragraph]);
        if (name.length > 0 && str_contains_ignoring_case(words, name))
            return true;
    }
    return false;
}

static bool is_small_word(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at, "of") || prose_is_word(prose, at, "the") ||
           prose_is_word(prose, at, "for");
}

// The name that ends before token `to`: words with capitals and what joins them. Gives its first token.
static size_t name_start(const struct prose *prose, size_t to)
{
    size_t from = to;
    while (from > 0 && to - from < NAME_WORDS && prose_token(prose, from - 1)->kind == TOKEN_WORD &&
           (prose_token(prose, from - 1)->is_capital || is_small_word(prose, from - 1)))
        from--;
    while (from < to && is_small_word(prose, from))
        from++;
    return from;
}

// The bracket that a definition in passing stands in; 0: none near.
static size_t bracket_before(const struct prose *prose, size_t at)
{
    for (size_t back = 1; back <= 12 && back <= at; back++)
        if (prose_is_mark(prose, at - back, '('))
            return at - back;
    return 0;
}

struct signing_party {
    size_t from; // tokens of the name
    size_t to;
    struct str part; // "Landlord"; empty: of a list of parties
};

static void tell_missing(const struct signature_reading *r, const struct signing_party *party,
                         bool is_sure_party)
{
    const struct signature_line *line = LIST_AT(&r->lines, struct signature_line, 0);
    finding_add(r->findings, FINDING_SIGNATURE, is_sure_party ? PROOF_LIKELY : PROOF_LOOK,
                proof_range(r->text, party->from, party->to),
                "there is no line for the signature of %.*s",
                STR_ARGS(prose_range(&r->text->prose, party->from, party->to)))
        ->other = line->name;
}

static bool is_list_of_parties(const struct definition *definition)
{
    struct str name = definition->name;
    if (str_starts_with(name, STR("the ")))
        name = str_skip(name, 4);
    return str_equal_ignoring_case(name, STR("parties")) ||
           str_equal_ignoring_case(name, STR("contracting parties"));
}

// The names before the bracket, the last first; only as many as stand joined by commas and "and".
static void add_parties(const struct signature_reading *r, const struct definition *definition,
                        struct list *parties)
{
    const struct prose *prose = &r->text->prose;
    bool is_list = is_list_of_parties(definition);
    size_t to = bracket_before(prose, definition->from);
    for (; to > 0;) {
        size_t from = name_start(prose, to);
        if (from == to)
            return;
        *LIST_ADD(parties, struct signing_party) =
            (struct signing_party){from, to, is_list ? STR("") : definition->name};
        while (from > 0 && is_small_word(prose, from - 1))
            from--;
        size_t before = from;
        while (before > 0 &&
               (prose_is_mark(prose, before - 1, ',') || prose_is_word(prose, before - 1, "and")))
            before--;
        to = is_list && before < from ? before : 0;
    }
}

// The parties that one paragraph names, if some of them sign and some do not.
static void check_paragraph(const struct signature_reading *r, const struct list *parties,
                            bool is_between)
{
    size_t signing = 0;
    for (size_t i = 0; i < parties->count; i++) {
        const struct signing_party *party = LIST_AT(parties, struct signing_party, i);
        signing +=
            signs(r, prose_range(&r->text->prose, party->from, party->to)) || signs(r, party->part);
    }
    if (signing == 0 || signing == parties->count)
        return;
    for (size_t i = 0; i < parties->count; i++) {
        const struct signing_party *party = LIST_AT(parties, struct signing_party, i);
        if (!signs(r, prose_range(&r->text->prose, party->from, party->to)) &&
            !signs(r, party->part))
            tell_missing(r, party, is_between || party->part.length == 0);
    }
}

static bool says_between(const struct proof_text *text, uint32_t paragraph)
{
    for (size_t at = text->first_token[paragraph]; at < text->first_token[paragraph + 1]; at++)
        if (prose_is_word(&text->prose, at, "between"))
            return true;
    return false;
}

static void check_parties(const struct signature_reading *r, const struct list *definitions,
                          struct arena *arena)
{
    uint32_t first_line = LIST_AT(&r->lines, struct signature_line, 0)->paragraph;
    for (size_t d = 0; d < definitions->count;) {
        uint32_t p = LIST_AT(definitions, struct definition, d)->paragraph;
        struct list parties = LIST_MAKE(arena, struct signing_party);
        for (; d < definitions->count; d++) {
            const struct definition *definition = LIST_AT(definitions, struct definition, d);
            if (definition->paragraph != p)
                break;
            if (definition->in_passing && p < first_line)
                add_parties(r, definition, &parties);
        }
        check_paragraph(r, &parties, says_between(r->text, p));
        if (parties.count > 1)
            return; // the first paragraph that names several
    }
}

// Who signs and stands nowhere above.
static void check_strangers(const struct signature_reading *r)
{
    const struct document *document = r->text->document;
    const struct signature_line *first = LIST_AT(&r->lines, struct signature_line, 0);
    struct str above = str_slice(document->text, 0, document->paragraphs[first->paragraph].from);
    size_t known = 0;
    for (size_t i = 0; i < r->lines.count; i++)
        known += str_contains_ignoring_case(
            above, proof_words(r->text, LIST_AT(&r->lines, struct signature_line, i)->name));
    for (size_t i = 0; known > 0 && i < r->lines.count; i++) {
        const struct signature_line *line = LIST_AT(&r->lines, struct signature_line, i);
        if (!str_contains_ignoring_case(above, proof_words(r->text, line->name)))
            finding_add(r->findings, FINDING_SIGNATURE, PROOF_LIKELY, line->name,
                        "nobody of this name stands in the text above");
    }
}

void signatures_check(const struct proof_text *text, const struct list *definitions,
                      struct list *findings)
{
    struct arena *arena = arena_open();
    struct signature_reading r = {text, findings, LIST_MAKE(arena, struct signature_line)};
    find_lines(&r);
    if (r.lines.count > 0) {
        check_strangers(&r);
        check_parties(&r, definitions, arena);
    }
    arena_close(arena);
}
