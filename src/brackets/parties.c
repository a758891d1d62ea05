// SPDX-License-Identifier: Apache-2.0
// Finds the parties, then reads who holds what. A code or name counts as a party when it is in
// the register, when it stands with a verb of stance, or, without a register, when it looks like
// a code before a colon, stands in one list with such a code or at the head of one of two brackets
// in a row, or when a name stands before a colon twice.
#include "base/names.h"
#include "base/utf8.h"
#include "brackets/brackets_parts.h"
#include "brackets/prefix.h"

struct register_of {
    struct names *aliases; // codes and names
    struct list owner;     // uint32_t: the party of each alias
    struct list *parties;  // struct party_found
};

static void register_add(struct register_of *reg, struct str alias, uint32_t party)
{
    if (alias.length == 0 || names_find(reg->aliases, alias) != NAMES_NONE)
        return;
    names_add(reg->aliases, alias);
    *LIST_ADD(&reg->owner, uint32_t) = party;
}

static void register_given(const struct bracket_input *input, struct register_of *reg)
{
    for (uint32_t i = 0; i < input->party_count; i++) {
        const struct bracket_party *party = &input->parties[i];
        *LIST_ADD(reg->parties, struct party_found) =
            (struct party_found){.code = party->code, .name = party->name, .is_given = true};
        register_add(reg, party->code, i);
        register_add(reg, party->name, i);
    }
}

// A code or name that was seen before a colon or with a verb.
struct party_candidate {
    uint32_t seen;
    bool is_certain;
};

static bool has_code(const struct prefix *prefix)
{
    for (size_t i = 0; i < prefix->parties.count; i++)
        if (LIST_AT(&prefix->parties, struct clause_party, i)->is_code)
            return true;
    return false;
}

// in_row: another bracket with a head stands beside this one
static void weigh(const struct prefix *prefix, bool has_register, bool in_row, struct names *names,
                  struct list *candidates)
{
    bool is_certain = prefix->has_verb || (!has_register && (in_row || has_code(prefix)));
    for (size_t i = 0; i < prefix->parties.count; i++) {
        const struct clause_party *party = LIST_AT(&prefix->parties, struct clause_party, i);
        if (str_equal(party->code, PREFIX_BASE))
            continue;
        uint32_t number = names_add(names, party->code);
        if (number == candidates->count)
            LIST_ADD(candidates, struct party_candidate);
        struct party_candidate *candidate = LIST_AT(candidates, struct party_candidate, number);
        candidate->seen += !has_register;
        candidate->is_certain |= is_certain;
    }
}

// Whether only blanks stand between two brackets: "[A: words] [B: words]".
static bool stands_behind(struct str text, const struct bracket_pair *before,
                          const struct bracket_pair *pair)
{
    size_t from = before->text_to + 1;
    size_t to = pair->text_from - 1;
    return from <= to && str_trim(str_slice(text, from, to)).length == 0 &&
           str_find_byte(str_slice(text, from, to), '\n') == to - from;
}

static void register_found(const struct bracket_input *input, const struct pairs *pairs,
                           struct arena *arena, struct register_of *reg)
{
    struct names *names = names_make(arena);
    struct list candidates = LIST_MAKE(arena, struct party_candidate);
    const struct bracket_pair *last = NULL; // the last one with a head
    struct prefix last_prefix;
    for (uint32_t i = 0; i < pairs->count; i++) {
        const struct bracket_pair *pair = &pairs->items[i];
        struct prefix prefix;
        if (pair->use != PAIR_TEXT ||
            !prefix_read(input->text, pair->text_from, pair->text_to, NULL, arena, &prefix))
            continue;
        bool in_row = last && stands_behind(input->text, last, pair);
        if (in_row)
            weigh(&last_prefix, input->party_count > 0, true, names, &candidates);
        weigh(&prefix, input->party_count > 0, in_row, names, &candidates);
        last = pair;
        last_prefix = prefix;
    }
    for (uint32_t i = 0; i < names_count(names); i++) {
        const struct party_candidate *candidate = LIST_AT(&candidates, struct party_candidate, i);
        struct str code = names_at(names, i);
        if ((!candidate->is_certain && candidate->seen < 2) ||
            names_find(reg->aliases, code) != NAMES_NONE)
            continue;
        register_add(reg, code, (uint32_t)reg->parties->count);
        *LIST_ADD(reg->parties, struct party_found) = (struct party_found){.code = code};
    }
}

static void copy_findings(const struct prefix *prefix, struct findings *findings)
{
    for (size_t i = 0; i < prefix->slips.count; i++)
        *LIST_ADD(&findings->slips, struct slip_found) =
            *LIST_AT(&prefix->slips, struct slip_found, i);
    for (size_t i = 0; i < prefix->footnotes.count; i++)
        *LIST_ADD(&findings->footnotes, struct footnote_found) =
            *LIST_AT(&prefix->footnotes, struct footnote_found, i);
}

static void add_slip(struct findings *findings, enum bracket_slip kind,
                     const struct clause_party *party)
{
    *LIST_ADD(&findings->slips, struct slip_found) =
        (struct slip_found){kind, {.at = party->from}, party->code};
}

// Adds a stance, or corrects the one that this party has already.
static bool set_stance(struct list *stances, struct party_stance stance)
{
    for (size_t i = 0; i < stances->count; i++) {
        struct party_stance *known = LIST_AT(stances, struct party_stance, i);
        if (known->party != stance.party)
            continue;
        bool same = known->stance == stance.stance;
        *known = stance;
        return same;
    }
    *LIST_ADD(stances, struct party_stance) = stance;
    return true;
}

// "[US: delete]" is a stance, not a wording.
static void read_bare_verb(const struct bracket_input *input, struct bracket_pair *pair,
                           const struct prefix *prefix, struct list *stances)
{
    size_t from = bracket_skip_soft(input->text, pair->text_from, pair->text_to);
    struct str word = str_trim(str_slice(input->text, from, pair->text_to));
    enum bracket_stance stance;
    if (prefix->has_verb || word.length == 0 || !prefix_is_verb(word, &stance))
        return;
    for (size_t i = 0; i < stances->count; i++)
        LIST_AT(stances, struct party_stance, i)->stance = stance;
    pair->text_from = pair->text_to;
}

static void take_stances(const struct bracket_input *input, const struct register_of *reg,
                         const struct prefix *prefix, struct arena *arena,
                         struct bracket_pair *pair, struct findings *findings)
{
    struct list stances = LIST_MAKE(arena, struct party_stance);
    for (size_t i = 0; i < prefix->parties.count; i++) {
        const struct clause_party *party = LIST_AT(&prefix->parties, struct clause_party, i);
        if (str_equal(party->code, PREFIX_BASE)) {
            pair->is_base = true;
            continue;
        }
        uint32_t alias = names_find(reg->aliases, party->code);
        uint32_t owner = *LIST_AT(&reg->owner, uint32_t, alias);
        if (input->party_count > 0 && owner >= input->party_count)
            add_slip(findings, SLIP_UNKNOWN_PARTY, party);
        // "[base, A: words]": who holds the base keeps it.
        enum bracket_stance stance =
            pair->is_base && !party->has_verb ? STANCE_SUPPORT : party->stance;
        if (!set_stance(&stances, (struct party_stance){owner, stance}))
            add_slip(findings, SLIP_TWO_STANCES, party);
    }
    pair->use = PAIR_STANCES;
    pair->text_from = prefix->text_from;
    read_bare_verb(input, pair, prefix, &stances);
    pair->stances = LIST_ITEMS(&stances, struct party_stance);
    pair->stance_count = (uint32_t)stances.count;
}

// "[2018][2019]1": up to three digits glued to a closing bracket are a footnote's.
static void find_glued_digits(const struct signs *signs, const struct pairs *pairs,
                              struct findings *findings)
{
    for (uint32_t i = 0; i < pairs->count; i++) {
        size_t from = pairs->items[i].text_to + 1;
        size_t to = from;
        while (to < signs->text.length && to - from < 4 && signs->text.bytes[to] >= '0' &&
               signs->text.bytes[to] <= '9')
            to++;
        size_t bytes;
        bool ends = to == signs->text.length || !utf8_is_letter(utf8_at(signs->text, to, &bytes));
        if (to > from && to - from < 4 && ends && pairs->items[i].use != PAIR_MARKUP)
            *LIST_ADD(&findings->footnotes, struct footnote_found) =
                (struct footnote_found){{.at = from},
                                        str_slice(signs->text, from, to),
                                        str_slice(signs->text, from - 1, to)};
    }
}

void prefixes_read(const struct bracket_input *input, const struct signs *signs,
                   struct pairs *pairs, struct arena *arena, struct findings *findings)
{
    struct register_of reg = {names_make(arena), LIST_MAKE(arena, uint32_t), &findings->parties};
    register_given(input, &reg);
    register_found(input, pairs, arena, &reg);
    for (uint32_t i = 0; i < pairs->count && names_count(reg.aliases) > 0; i++) {
        struct bracket_pair *pair = &pairs->items[i];
        struct prefix prefix;
        if (pair->use != PAIR_TEXT ||
            !prefix_read(input->text, pair->text_from, pair->text_to, reg.aliases, arena, &prefix))
            continue;
        copy_findings(&prefix, findings);
        take_stances(input, &reg, &prefix, arena, pair, findings);
    }
    find_glued_digits(signs, pairs, findings);
}
