// SPDX-License-Identifier: Apache-2.0
#include "proofreading/concordance.h"

#include "base/names.h"

// One clause in both texts, and what has found its like.
struct clause_pair {
    const struct version_clause *one;
    const struct version_clause *other;
    bool *one_met; // by fact
    bool *other_met;
    struct list *findings;
};

static const struct version_fact *fact_at(const struct version_clause *clause, size_t i)
{
    return LIST_AT(&clause->facts, struct version_fact, i);
}

// Pairs facts of one kind with those of another that have the same value.
static void meet(struct clause_pair *pair, enum version_fact_kind one, enum version_fact_kind other)
{
    for (size_t i = 0; i < pair->one->facts.count; i++)
        for (size_t k = 0; k < pair->other->facts.count && !pair->one_met[i]; k++) {
            const struct version_fact *a = fact_at(pair->one, i);
            const struct version_fact *b = fact_at(pair->other, k);
            if (a->kind == one && b->kind == other && !pair->other_met[k] &&
                str_equal(a->value, b->value))
                pair->one_met[i] = pair->other_met[k] = true;
        }
}

static size_t next_open(const struct version_clause *clause, const bool *met,
                        enum version_fact_kind kind, size_t from)
{
    while (from < clause->facts.count && (met[from] || fact_at(clause, from)->kind != kind))
        from++;
    return from;
}

static const char *what_of(enum version_fact_kind kind)
{
    static const char *const words[VERSION_KIND_COUNT] = {
        [VERSION_NUMBER] = "number",
        [VERSION_WORD] = "number in words",
        [VERSION_MONTH] = "month",
        [VERSION_CURRENCY] = "currency",
        [VERSION_PERCENT] = "per cent",
        [VERSION_LETTER] = "letter",
        [VERSION_BRACKET] = "bracket",
        [VERSION_BLANK] = "blank",
        [VERSION_QUOTED] = "words in quotation marks",
    };
    return words[kind];
}

static struct concordance_finding *add_pair(const struct clause_pair *pair,
                                            enum proof_certainty certainty)
{
    struct concordance_finding *finding = LIST_ADD(pair->findings, struct concordance_finding);
    *finding = (struct concordance_finding){
        .certainty = certainty,
        .key = pair->one ? pair->one->key : pair->other->key,
        .one_clause = pair->one ? pair->one->paragraph : NO_INDEX,
        .other_clause = pair->other ? pair->other->paragraph : NO_INDEX,
    };
    return finding;
}

// A language may say "twice" or "both" where another has a number in words.
static enum proof_certainty certainty_of(enum version_fact_kind kind, bool is_pair)
{
    if (kind == VERSION_QUOTED || kind == VERSION_LETTER || (kind == VERSION_WORD && !is_pair))
        return PROOF_LOOK;
    if (kind == VERSION_WORD)
        return PROOF_LIKELY;
    return is_pair ? PROOF_SURE : PROOF_LIKELY;
}

// What has found no like, in order: the first of one text against the first of the other.
static void tell_open(const struct clause_pair *pair, enum version_fact_kind kind)
{
    size_t i = next_open(pair->one, pair->one_met, kind, 0);
    size_t k = next_open(pair->other, pair->other_met, kind, 0);
    while (i < pair->one->facts.count || k < pair->other->facts.count) {
        bool has_one = i < pair->one->facts.count;
        bool has_other = k < pair->other->facts.count;
        enum proof_certainty certainty = certainty_of(kind, has_one && has_other);
        struct concordance_finding *finding = add_pair(pair, certainty);
        finding->one = has_one ? fact_at(pair->one, i)->place : (struct range){0, 0};
        finding->other = has_other ? fact_at(pair->other, k)->place : (struct range){0, 0};
        finding->message = arena_print(pair->findings->arena,
                                       has_one && has_other ? "another %s"
                                       : has_one            ? "only the first has this %s"
                                                            : "only the second has this %s",
                                       what_of(kind));
        i = has_one ? next_open(pair->one, pair->one_met, kind, i + 1) : i;
        k = has_other ? next_open(pair->other, pair->other_met, kind, k + 1) : k;
    }
}

static void check_clause(struct clause_pair *pair)
{
    for (int kind = 0; kind < VERSION_KIND_COUNT; kind++)
        meet(pair, (enum version_fact_kind)kind, (enum version_fact_kind)kind);
    // One version may have in words what the other has in figures.
    meet(pair, VERSION_NUMBER, VERSION_WORD);
    meet(pair, VERSION_WORD, VERSION_NUMBER);
    for (int kind = 0; kind < VERSION_KIND_COUNT; kind++)
        tell_open(pair, (enum version_fact_kind)kind);
}

static void check_missing(const struct version_clause *one, const struct version_clause *other,
                          struct list *findings)
{
    const struct clause_pair pair = {.one = one, .other = other, .findings = findings};
    add_pair(&pair, PROOF_LIKELY)->message =
        one ? STR("only the first has this clause") : STR("only the second has this clause");
}

static struct names *keys_of(const struct version_text *text, struct arena *arena)
{
    struct names *keys = names_make(arena);
    for (size_t c = 0; c < text->clauses.count; c++)
        names_add(keys, LIST_AT(&text->clauses, struct version_clause, c)->key);
    return keys;
}

void concordance_check(const struct version_text *one, const struct version_text *other,
                       struct list *findings)
{
    struct arena *arena = arena_open();
    struct names *ones = keys_of(one, arena);
    struct names *others = keys_of(other, arena);
    for (size_t c = 0; c < one->clauses.count; c++) {
        const struct version_clause *clause = LIST_AT(&one->clauses, struct version_clause, c);
        uint32_t like = names_find(others, clause->key);
        if (like == NAMES_NONE) {
            check_missing(clause, NULL, findings);
            continue;
        }
        struct clause_pair pair = {clause, LIST_AT(&other->clauses, struct version_clause, like),
                                   ARENA_ARRAY(arena, bool, clause->facts.count + 1), NULL,
                                   findings};
        pair.other_met = ARENA_ARRAY(arena, bool, pair.other->facts.count + 1);
        check_clause(&pair);
    }
    for (size_t c = 0; c < other->clauses.count; c++) {
        const struct version_clause *clause = LIST_AT(&other->clauses, struct version_clause, c);
        if (names_find(ones, clause->key) == NAMES_NONE)
            check_missing(NULL, clause, findings);
    }
    arena_close(arena);
}
