// SPDX-License-Identifier: Apache-2.0
#include "proofreading/duties.h"

#include "base/names.h"
#include "proofreading/definitions.h"
#include "proofreading/terms.h"

struct duty_reading {
    const struct proof_text *text;
    struct list *findings;
    struct arena *arena;
    struct names *defined;  // names of the definitions, in lower case
    struct names *bans;     // what must not be done, by subject, verb and two words behind
    struct list forms;      // by ban: struct ban_form
    struct names *capitals; // words that bear one, without the ending of their plural
    struct list counts;     // uint32_t, by word
    bool is_counted;        // the capitals are
    size_t walked;          // tokens, in search of a second one
};

struct ban_form {
    bool is_may;
    struct range place;
};

static bool is_modal(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at, "shall") || prose_is_word(prose, at, "must");
}

// "The shall pay": the word behind the article is missing.
static void check_nobody(struct duty_reading *r, size_t at)
{
    const struct prose *prose = &r->text->prose;
    // "Exhibit A shall", "Party A shall": a letter that names.
    bool is_letter = prose_is_word(prose, at, "a") && prose_token(prose, at)->is_capital &&
                     at > 0 && prose_token(prose, at - 1)->kind == TOKEN_WORD;
    bool is_article = prose_is_word(prose, at, "the") ||
                      (prose_is_word(prose, at, "a") && !is_letter) ||
                      prose_is_word(prose, at, "an") || prose_is_word(prose, at, "every");
    if (is_article && prose_is_word(prose, at + 1, "shall"))
        finding_add(r->findings, FINDING_OBLIGATION, PROOF_SURE, proof_range(r->text, at, at + 2),
                    "who shall do it is missing");
}

// Offices that texts give duties without speaking of them before.
static bool is_known_office(const struct prose *prose, size_t at)
{
    static const char *const words[] = {
        "depositary", "depository", "party",     "parties",     "government", "governments",
        "state",      "states",     "secretary", "general",     "president",  "minister",
        "ministers",  "court",      "council",   "parliament",  "commission", "board",
        "committee",  "agreement",  "union",     "convention",  "protocol",   "annex",
        "article",    "section",    "schedule",  "chapter",     "contract",   "lease",
        "plan",       "guarantee",  "chair",     "chairperson", "treaty",     "republic",
        "kingdom",    "federation", "ministry",  "secretariat", "chairman",   "clause",
        "director",   "assembly",   "bank",      "authority",   "tribunal",   "annexes",
        "articles"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (prose_is_word(prose, at, words[i]))
            return true;
    return false;
}

// A word without the ending of its plural, in lower case.
static struct str bare_word(const struct duty_reading *r, size_t at)
{
    struct str word = arena_lower(r->arena, prose_word(&r->text->prose, at));
    word.length -= word.length > 3 && str_ends_with(word, STR("s"));
    return word;
}

static void count_capitals(struct duty_reading *r)
{
    const struct prose *prose = &r->text->prose;
    for (size_t at = 0; at < prose->count; at++) {
        if (prose_token(prose, at)->kind != TOKEN_WORD || !prose_token(prose, at)->is_capital)
            continue;
        struct str word = bare_word(r, at);
        uint32_t number = names_find(r->capitals, word);
        if (number == NAMES_NONE) {
            number = names_add(r->capitals, word);
            *LIST_ADD(&r->counts, uint32_t) = 0;
        }
        ++*LIST_AT(&r->counts, uint32_t, number);
    }
}

static struct str without_plural(struct str word)
{
    return str_slice(
        word, 0, word.length - (word.length > 3 && (word.bytes[word.length - 1] | 0x20) == 's'));
}

// Whether a word that bears a capital stands twice. Mostly the second one comes soon.
static bool find_twice(struct duty_reading *r, struct str word)
{
    const struct prose *prose = &r->text->prose;
    uint32_t seen = 0;
    size_t at = 0;
    for (; at < prose->count && seen < 2; at++) {
        const struct token *token = &prose->tokens[at];
        seen += token->kind == TOKEN_WORD && token->is_capital &&
                (prose->text.bytes[token->at] | 0x20) == (word.bytes[0] | 0x20) &&
                str_equal_ignoring_case(without_plural(prose_word(prose, at)), word);
    }
    r->walked += at;
    return seen > 1;
}

#define WALKS_MOST 4 // through the whole text, before all capitals are counted instead

static bool stands_elsewhere(struct duty_reading *r, size_t at)
{
    if (r->walked < WALKS_MOST * r->text->prose.count)
        return find_twice(r, without_plural(prose_word(&r->text->prose, at)));
    if (!r->is_counted)
        count_capitals(r);
    r->is_counted = true;
    return *LIST_AT(&r->counts, uint32_t, names_find(r->capitals, bare_word(r, at))) > 1;
}

// "The Operator shall": somebody whom nothing else in the text speaks of. In
// "the Office of the Operator shall" it is the office that shall.
static void check_stranger(struct duty_reading *r, size_t at)
{
    const struct prose *prose = &r->text->prose;
    if (!prose_is_word(prose, at, "the") || (at > 0 && prose_is_word(prose, at - 1, "of")))
        return;
    size_t to = at + 1;
    while (to < at + 4 && prose_token(prose, to)->kind == TOKEN_WORD &&
           prose_token(prose, to)->is_capital)
        to++;
    if (to == at + 1 || !is_modal(prose, to) || is_known_office(prose, to - 1) ||
        names_find(r->defined, arena_lower(r->arena, prose_range(prose, at + 1, to))) !=
            NAMES_NONE ||
        stands_elsewhere(r, to - 1))
        return;
    finding_add(r->findings, FINDING_OBLIGATION, PROOF_LIKELY, proof_range(r->text, at + 1, to),
                "a duty is on \"%.*s\", of whom the text does not speak elsewhere",
                STR_ARGS(prose_range(prose, at + 1, to)));
}

#define BAN_WORDS 3 // the verb and two words behind it say what is banned

// "may not" in one place and "shall not" in another for the same.
static void check_ban(struct duty_reading *r, size_t at)
{
    const struct prose *prose = &r->text->prose;
    bool is_may = prose_is_word(prose, at, "may");
    if (at == 0 || !(is_may || prose_is_word(prose, at, "shall")) ||
        !prose_is_word(prose, at + 1, "not"))
        return;
    size_t to = at + 2;
    while (to < at + 2 + BAN_WORDS && (prose_token(prose, to)->kind == TOKEN_WORD ||
                                       prose_token(prose, to)->kind == TOKEN_NUMBER))
        to++;
    if (to < at + 4 || prose_token(prose, at - 1)->kind == TOKEN_BREAK ||
        prose_token(prose, at - 1)->kind == TOKEN_MARK)
        return;
    struct str key = arena_lower(r->arena, arena_print(r->arena, "%.*s %.*s",
                                                       STR_ARGS(prose_word(prose, at - 1)),
                                                       STR_ARGS(prose_range(prose, at + 2, to))));
    uint32_t ban = names_find(r->bans, key);
    struct range place = proof_range(r->text, at - 1, to);
    if (ban == NAMES_NONE) {
        names_add(r->bans, key);
        *LIST_ADD(&r->forms, struct ban_form) = (struct ban_form){is_may, place};
        return;
    }
    const struct ban_form *first = LIST_AT(&r->forms, struct ban_form, ban);
    if (first->is_may == is_may)
        return;
    finding_add(r->findings, FINDING_OBLIGATION,
                to == at + 2 + BAN_WORDS ? PROOF_LIKELY : PROOF_LOOK, place,
                "\"%s\" here and \"%s\" there for the same", is_may ? "may not" : "shall not",
                is_may ? "shall not" : "may not")
        ->other = first->place;
}

void duties_check(const struct proof_text *text, const struct list *definitions,
                  struct list *findings)
{
    struct arena *arena = arena_open();
    struct duty_reading r = {.text = text,
                             .findings = findings,
                             .arena = arena,
                             .defined = names_make(arena),
                             .bans = names_make(arena),
                             .forms = LIST_MAKE(arena, struct ban_form),
                             .capitals = names_make(arena),
                             .counts = LIST_MAKE(arena, uint32_t)};
    for (size_t d = 0; d < definitions->count; d++)
        names_add(r.defined, arena_lower(arena, LIST_AT(definitions, struct definition, d)->name));
    for (size_t at = 0; at < text->prose.count; at++) {
        if (!proof_has_sign(text, at, SIGN_DUTY))
            continue;
        check_nobody(&r, at);
        if (definitions->count >= TERMS_LEAST)
            check_stranger(&r, at);
        check_ban(&r, at);
    }
    arena_close(arena);
}
