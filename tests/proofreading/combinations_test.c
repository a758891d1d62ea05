// SPDX-License-Identifier: Apache-2.0
// What a combination of wordings breaks, held against reading every combination.
#include "proofreading/combinations.h"

#include "sheets.h"
#include "workbench/text/proof_combined.h"

#include "tap.h"

#include <stdio.h>

#define LINES 12
#define PARTIES 3
#define TEXTS_MOST 700 // combinations of one merged text that the twin reads

static struct error error;

// One merged text with everything that both ways of looking need.
struct trial {
    struct sheet sheet;
    struct proof_places *places;
    struct proof_rows rows;
    struct proof_choice *readings; // the base, then the parties
    struct combination_search *search;
};

static bool trial_make(const struct str *texts, struct trial *trial)
{
    struct arena *arena = tap_arena();
    struct list first;
    if (!sheet_of_texts(texts, PARTIES + 1, true, arena, &trial->sheet, &error))
        return false;
    trial->places = proof_places_make(&trial->sheet, arena);
    trial->rows = proof_rows_make(PARTIES + 1, arena);
    trial->readings = ARENA_ARRAY(arena, struct proof_choice, PARTIES + 1);
    for (uint32_t r = 0; r <= PARTIES; r++) {
        struct sheet_reading reading = {.kind = r == 0 ? READ_BASE : READ_PARTY};
        reading.party = (struct party){r > 0 ? r - 1 : 0};
        if (!proof_choice_read(trial->places, &trial->sheet, reading, &input_limits_default, arena,
                               &trial->readings[r], &error))
            return false;
        if (r > 0)
            proofread_beside(&trial->readings[0].proof, &trial->readings[r].proof);
        proof_rows_add(&trial->rows, &trial->readings[r].proof, r, trial->places,
                       &trial->readings[r]);
    }
    return proof_combined_search(trial->places, &input_limits_default, trial->readings,
                                 &trial->rows, &first, &trial->search, &error);
}

static size_t combination_count(const struct proof_places *places)
{
    size_t count = 1;
    for (uint32_t p = 0; p < places->count && count <= TEXTS_MOST; p++)
        count *= places->option_counts[p];
    return count;
}

// The options of a combination by its number; the first place counts fastest.
static void options_of(const struct proof_places *places, size_t number, uint32_t *options)
{
    for (uint32_t p = 0; p < places->count; p++) {
        options[p] = (uint32_t)(number % places->option_counts[p]);
        number /= places->option_counts[p];
    }
}

// Reads every combination: by combination, a list of the identities that it has.
static struct list *read_all(struct trial *trial, size_t count)
{
    struct arena *arena = tap_arena();
    struct list *found = ARENA_ARRAY(arena, struct list, count);
    uint32_t *options = ARENA_ARRAY(arena, uint32_t, trial->places->count + 1);
    struct proof_choice start;
    for (size_t c = 0; c < count; c++) {
        struct proof_choice choice;
        options_of(trial->places, c, options);
        struct sheet sheet = proof_places_sheet(trial->places, options, arena);
        tap_done(proof_choice_read(trial->places, &sheet, (struct sheet_reading){.kind = READ_BASE},
                                   &input_limits_default, arena, &choice, &error),
                 &error, __FILE__, __LINE__);
        if (c == 0)
            start = choice;
        else
            proofread_beside(&start.proof, &choice.proof);
        struct names *seen = names_make(arena);
        found[c] = LIST_MAKE(arena, uint32_t);
        for (size_t f = 0; f < choice.proof.findings.count; f++)
            *LIST_ADD(&found[c], uint32_t) = proof_rows_identity(
                &trial->rows,
                proof_choice_identity(trial->places, &choice,
                                      LIST_AT(&choice.proof.findings, struct proof_finding, f),
                                      seen, arena));
    }
    return found;
}

static bool has(const struct list *found, uint32_t identity)
{
    for (size_t i = 0; i < found->count; i++)
        if (*LIST_AT(found, uint32_t, i) == identity)
            return true;
    return false;
}

// Whether leaving out some of the combination's wordings, in any way, makes the finding go.
static bool is_smallest(const struct trial *trial, const struct list *found, size_t combination,
                        uint32_t identity, size_t count)
{
    uint32_t whole[64];
    uint32_t part[64];
    options_of(trial->places, combination, whole);
    for (size_t c = 0; c < count; c++) {
        options_of(trial->places, c, part);
        bool is_part = c != combination;
        for (uint32_t p = 0; p < trial->places->count; p++)
            is_part = is_part && (part[p] == 0 || part[p] == whole[p]);
        if (is_part && has(&found[c], identity))
            return false;
    }
    return true;
}

static void add_words(const struct trial *trial, const uint32_t *options, uint32_t identity,
                      struct list *lines)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t p = 0; p < trial->places->count; p++)
        if (options[p] > 0)
            builder_print(&out, "%u=%u ", p, options[p]);
    builder_print(&out, ": %.*s", STR_ARGS(names_at(trial->rows.identities, identity)));
    *LIST_ADD(lines, struct str) = builder_str(&out);
}

static int by_words(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static struct str joined(struct list *lines)
{
    struct builder out = builder_make(tap_arena());
    list_sort(lines, by_words);
    for (size_t i = 0; i < lines->count; i++)
        builder_print(&out, "%.*s\n", STR_ARGS(*LIST_AT(lines, struct str, i)));
    return builder_str(&out);
}

// Every finding with every smallest set, by reading all combinations.
static struct str twin_says(struct trial *trial, size_t count)
{
    struct list lines = LIST_MAKE(tap_arena(), struct str);
    const struct list *found = read_all(trial, count);
    uint32_t options[64];
    for (size_t c = 0; c < count; c++) {
        uint32_t taken = 0;
        options_of(trial->places, c, options);
        for (uint32_t p = 0; p < trial->places->count; p++)
            taken += options[p] > 0;
        for (size_t i = 0; taken <= COMBINATION_MOST && i < found[c].count; i++) {
            uint32_t identity = *LIST_AT(&found[c], uint32_t, i);
            if (is_smallest(trial, found, c, identity, count))
                add_words(trial, options, identity, &lines);
        }
    }
    return joined(&lines);
}

static struct str search_says(const struct trial *trial)
{
    struct list lines = LIST_MAKE(tap_arena(), struct str);
    for (uint32_t identity = 0; identity < names_count(trial->rows.identities); identity++) {
        const struct list *sets = combinations_sets(trial->search, identity);
        for (size_t i = 0; sets != NULL && i < sets->count; i++) {
            const struct combination_set *set = LIST_AT(sets, struct combination_set, i);
            uint32_t options[64] = {0};
            for (uint32_t k = 0; k < set->count; k++)
                options[set->items[k].place] = set->items[k].option;
            add_words(trial, options, identity, &lines);
        }
    }
    return joined(&lines);
}

// What a clause may say; each line leans on others.
static struct str rule(struct tap_random *random)
{
    uint32_t number = 1 + tap_random_below(random, LINES / 2);
    switch (tap_random_below(random, 19)) {
    case 0:
        return arena_print(tap_arena(), "They report under Article %u.", number);
    case 1:
        return arena_print(tap_arena(), "Article %u applies to Annex I as well.", number);
    case 2:
        return arena_print(tap_arena(), "The Deposit of EUR %u,000 is paid to the Agent.", number);
    case 3:
        return STR("\"Agent\" means the bank in which the money lies.");
    case 4:
        return STR("\"Closing Date\" means the day on which all is done.");
    case 5:
        return STR("\"Deposit\" means money that is set aside; \"Notice\" means a letter.");
    case 6:
        return STR("The Agent shall give Notice before the Closing Date.");
    case 7:
        return arena_print(tap_arena(), "The Agent %s not lend the Deposit to others.",
                           tap_random_below(random, 2) ? "may" : "shall");
    case 8:
        return arena_print(tap_arena(), "They answer within thirty (%u) days.",
                           30 + tap_random_below(random, 2));
    case 9:
        return arena_print(tap_arena(), "Their shares are %u, %u and 30 per cent respectively.",
                           35 + 5 * tap_random_below(random, 2),
                           30 + 5 * tap_random_below(random, 2));
    case 10:
        return arena_print(tap_arena(), "The list is kept for [date] and %u months.", number);
    case 11:
        return arena_print(tap_arena(), "Up to %u tonnes are free; more than %u tonnes cost a fee.",
                           50 + 10 * tap_random_below(random, 2), 50 + 10 * (number % 2));
    case 12:
        return arena_print(tap_arena(), "They meet on Monday, %u May 2031.", number);
    case 13:
        return STR("The Keeper shall return the Notice to the Agent without delay.");
    case 14:
        return arena_print(tap_arena(), "Articles %u to %u bind the Agent.", number,
                           1 + tap_random_below(random, LINES / 2));
    case 15:
        return arena_print(tap_arena(), "The sum of EUR %u,000 referred to in Article %u is kept.",
                           number, 1 + tap_random_below(random, LINES / 2));
    case 16:
        return arena_print(tap_arena(), "The lease begins on %u May 2031 and ends on 3 May 2031.",
                           number);
    case 17:
        return STR(
            "\"Agent\" has the meaning given in Article 2; the \"Closing Day\" is the last.");
    default:
        return STR("The parties meet every month at a place that they name.");
    }
}

// Hardly two clauses are the same.
static struct str clause(struct tap_random *random)
{
    static const char *const syllables[] = {"ka", "lo", "mer", "tis", "ran", "vel", "do", "sun"};
    struct str said = rule(random);
    return arena_print(tap_arena(), "%.*s So it is with the %s%s%s.", STR_ARGS(said),
                       syllables[tap_random_below(random, 8)],
                       syllables[tap_random_below(random, 8)],
                       syllables[tap_random_below(random, 8)]);
}

static struct str text_of(const struct str *clauses)
{
    struct builder out = builder_make(tap_arena());
    builder_add_c(&out, "# Plan\n\n");
    for (uint32_t i = 0; i < LINES; i++) {
        if (i % 2 == 0)
            builder_print(&out, "## Article %u\n\n", i / 2 + 1);
        if (clauses[i].length > 0)
            builder_print(&out, "%.*s\n\n", STR_ARGS(clauses[i]));
    }
    return builder_str(&out);
}

// A base and three drafts: clauses said otherwise, taken out, with one more behind them.
static void make_texts(uint64_t seed, struct str *texts)
{
    struct tap_random random = {seed};
    struct str base[LINES];
    struct str draft[LINES];
    for (uint32_t i = 0; i < LINES; i++)
        base[i] = clause(&random);
    texts[0] = text_of(base);
    for (uint32_t party = 1; party <= PARTIES; party++) {
        memcpy(draft, base, sizeof draft);
        for (uint32_t edits = 1 + tap_random_below(&random, 2); edits > 0; edits--) {
            uint32_t line = tap_random_below(&random, LINES);
            uint32_t kind = tap_random_below(&random, 4);
            draft[line] = kind == 0   ? (struct str){NULL, 0}
                          : kind == 1 ? arena_print(tap_arena(), "%.*s\n\n%.*s",
                                                    STR_ARGS(base[line]), STR_ARGS(clause(&random)))
                                      : clause(&random);
        }
        texts[party] = text_of(draft);
    }
}

TEST(combinations_say_what_reading_all_of_them_says)
{
    size_t wanted = tap_size(40, 300);
    size_t same = 0;
    size_t tried = 0;
    size_t sets = 0;
    for (uint64_t seed = 1; tried < wanted; seed++) {
        struct str texts[PARTIES + 1];
        struct trial trial;
        make_texts(seed, texts);
        REQUIRE(trial_make(texts, &trial));
        size_t count = combination_count(trial.places);
        if (count < 4 || count > TEXTS_MOST || trial.places->count > 64)
            continue;
        tried++;
        struct str found = search_says(&trial);
        struct str right = twin_says(&trial, count);
        CHECK_STR(found, right);
        same += str_equal(found, right);
        for (size_t i = 0; i < right.length; i++)
            sets += right.bytes[i] == '=';
    }
    printf("# %zu of %zu merged texts the same, %zu wordings in their smallest sets\n", same, tried,
           sets);
}

TESTS(TAP_ENTRY(combinations_say_what_reading_all_of_them_says))
