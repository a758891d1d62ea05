// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/proof_combined.h"

#include "base/builder.h"
#include "merge/point_text.h"

#define WORDING_BYTES 200 // of a wording that is named as a cause

struct combined {
    const struct proof_places *places;
    const struct input_limits *limits;
    struct proof_rows *rows;
    struct combination_search *search;
    struct list first; // by identity: struct told_finding, as it was found first
};

static size_t text_bytes(const struct sheet *sheet)
{
    size_t bytes = 1;
    for (uint32_t i = 0; i < sheet->segment_count; i++)
        bytes += sheet->segments[i].text.length;
    return bytes;
}

static struct combination_search *search_make(const struct proof_places *places,
                                              struct arena *arena)
{
    // What is long takes long to read even once: there the readings have to do.
    size_t texts = COMBINED_BYTES / text_bytes(places->sheet);
    texts = texts < 2 * COMBINED_SPARED ? COMBINED_TEXTS : texts - COMBINED_SPARED;
    struct combination_field field = {
        .place_count = places->count,
        .option_counts = places->option_counts,
        .links = places->links,
        .most_texts = texts > UINT32_MAX ? UINT32_MAX : (uint32_t)texts,
    };
    return combinations_make(&field, arena);
}

// How it is told if no reading has it.
static void keep_first(struct combined *combined, const struct proof_choice *choice,
                       const struct proof_finding *finding, uint32_t identity)
{
    while (combined->first.count <= identity)
        LIST_ADD(&combined->first, struct told_finding)->quotation = (struct str){NULL, 0};
    struct told_finding *first = LIST_AT(&combined->first, struct told_finding, identity);
    if (first->message.length > 0 ||
        *LIST_AT(&combined->rows->row_of, uint32_t, identity) != NO_INDEX)
        return;
    *first = proof_told(&choice->proof.text, choice, finding, combined->rows->arena);
    first->clause = arena_copy(combined->rows->arena, first->clause);
    first->message = arena_copy(combined->rows->arena, first->message);
    first->right = arena_copy(combined->rows->arena, first->right);
    first->other_clause = arena_copy(combined->rows->arena, first->other_clause);
}

static void tell_choice(struct combined *combined, const struct proof_choice *choice,
                        struct arena *arena)
{
    struct list sights = LIST_MAKE(arena, struct combination_sight);
    struct names *seen = names_make(arena);
    const struct list *findings = &choice->proof.findings;
    for (size_t f = 0; f < findings->count; f++) {
        const struct proof_finding *finding = LIST_AT(findings, struct proof_finding, f);
        uint32_t identity = proof_rows_identity(
            combined->rows, proof_choice_identity(combined->places, choice, finding, seen, arena));
        if (!combinations_wants(combined->search, identity))
            continue;
        struct list touched = proof_choice_touched(combined->places, choice, finding, arena);
        *LIST_ADD(&sights, struct combination_sight) = (struct combination_sight){
            identity, LIST_ITEMS(&touched, uint32_t), (uint32_t)touched.count};
        keep_first(combined, choice, finding, identity);
    }
    combinations_tell(combined->search, LIST_ITEMS(&sights, struct combination_sight),
                      sights.count);
}

static bool read_choice(const struct combined *combined, const uint32_t *options,
                        struct arena *arena, struct proof_choice *choice, struct error *error)
{
    struct sheet sheet = proof_places_sheet(combined->places, options, arena);
    return proof_choice_read(combined->places, &sheet, (struct sheet_reading){.kind = READ_BASE},
                             combined->limits, arena, choice, error);
}

// Where nothing is taken, then the drafts, which were read already.
static bool tell_known(struct combined *combined, const struct proof_choice *readings,
                       struct proof_choice *start, struct error *error)
{
    struct arena *arena = combined->rows->arena;
    const uint32_t *nothing = ARENA_ARRAY(arena, uint32_t, (size_t)combined->places->count + 1);
    if (combined->places->starts_as_base)
        *start = readings[0];
    else if (!read_choice(combined, nothing, arena, start, error))
        return false;
    combinations_seed(combined->search, nothing);
    tell_choice(combined, start, arena);
    for (uint32_t party = 0; party < combined->places->sheet->party_count; party++) {
        const uint32_t *held = proof_places_held(combined->places, party, arena);
        if (memcmp(held, nothing, combined->places->count * sizeof *held) == 0)
            continue;
        combinations_seed(combined->search, held);
        tell_choice(combined, &readings[party + 1], arena);
    }
    return true;
}

static bool try_all(struct combined *combined, const struct proof_choice *readings,
                    struct error *error)
{
    struct proof_choice start;
    if (combined->places->count == 0)
        return true;
    bool done = tell_known(combined, readings, &start, error);
    const uint32_t *options;
    while (done && (options = combinations_next(combined->search)) != NULL) {
        struct arena *arena = arena_open();
        struct proof_choice choice;
        done = read_choice(combined, options, arena, &choice, error);
        if (done) {
            proofread_beside(&start.proof, &choice.proof);
            tell_choice(combined, &choice, arena);
        }
        arena_close(arena);
    }
    return done;
}

static struct str holders_of(const struct proof_places *places, const struct proof_place *place,
                             const uint32_t *row)
{
    struct builder out = builder_make(places->arena);
    for (uint32_t party = 0; party < places->sheet->party_count; party++)
        if (issuer_holds(&places->issuer, &place->slots, party, row))
            builder_print(&out, "%s%.*s", out.length > 0 ? ", " : "",
                          STR_ARGS(places->sheet->party_names[party]));
    return builder_str(&out);
}

static struct str words_of(const struct proof_places *places, const struct proof_place *place,
                           const uint32_t *row)
{
    struct builder out = builder_make(places->arena);
    for (size_t i = 0; i < place->slots.count && out.length < WORDING_BYTES; i++) {
        uint32_t slot = *LIST_AT(&place->slots, uint32_t, i);
        struct str text = str_trim(places->sheet->slots[slot].wordings[row[i]].text);
        if (text.length > 0)
            builder_print(&out, "%s%.*s", out.length > 0 ? " … " : "", STR_ARGS(text));
    }
    return builder_str(&out);
}

static struct told_cause cause_of(const struct proof_places *places, struct combination_set set)
{
    struct told_wording *wordings = ARENA_ARRAY(places->arena, struct told_wording, set.count + 1);
    for (uint32_t i = 0; i < set.count; i++) {
        const struct proof_place *place = &places->places[set.items[i].place];
        const uint32_t *row = *LIST_AT(&place->options, const uint32_t *, set.items[i].option);
        uint32_t point = *LIST_AT(&place->points, uint32_t, 0);
        wordings[i] = (struct told_wording){
            .point = places->sheet->points[point].path,
            .clause = places->names[point],
            .words = words_of(places, place, row),
            .holders = holders_of(places, place, row),
        };
    }
    return (struct told_cause){wordings, set.count};
}

static int by_set(const void *a, const void *b)
{
    const struct combination_set *one = a;
    const struct combination_set *other = b;
    if (one->count != other->count)
        return one->count < other->count ? -1 : 1;
    for (uint32_t i = 0; i < one->count; i++) {
        if (one->items[i].place != other->items[i].place)
            return one->items[i].place < other->items[i].place ? -1 : 1;
        if (one->items[i].option != other->items[i].option)
            return one->items[i].option < other->items[i].option ? -1 : 1;
    }
    return 0;
}

static void tell_causes(struct combined *combined, uint32_t identity, const struct list *sets)
{
    struct proof_rows *rows = combined->rows;
    struct list sorted = LIST_MAKE(rows->arena, struct combination_set);
    for (size_t i = 0; i < sets->count; i++)
        *LIST_ADD(&sorted, struct combination_set) = *LIST_AT(sets, struct combination_set, i);
    list_sort(&sorted, by_set);
    struct told_cause *causes = ARENA_ARRAY(rows->arena, struct told_cause, sorted.count);
    for (size_t i = 0; i < sorted.count; i++)
        causes[i] = cause_of(combined->places, *LIST_AT(&sorted, struct combination_set, i));
    if (*LIST_AT(&rows->row_of, uint32_t, identity) == NO_INDEX)
        proof_rows_add_combined(rows, identity,
                                *LIST_AT(&combined->first, struct told_finding, identity));
    struct told_finding *told =
        LIST_AT(&rows->told, struct told_finding, *LIST_AT(&rows->row_of, uint32_t, identity));
    told->causes = causes;
    told->cause_count = (uint32_t)sorted.count;
}

bool proof_combined_search(const struct proof_places *places, const struct input_limits *limits,
                           const struct proof_choice *readings, struct proof_rows *rows,
                           struct list *first, struct combination_search **search,
                           struct error *error)
{
    struct combined combined = {
        .places = places,
        .limits = limits,
        .rows = rows,
        .search = search_make(places, rows->arena),
        .first = LIST_MAKE(rows->arena, struct told_finding),
    };
    if (!try_all(&combined, readings, error))
        return false;
    *first = combined.first;
    *search = combined.search;
    return true;
}

// The clauses of the places that were not tried in all sets.
static void tell_left(const struct proof_places *places, const struct combination_search *search,
                      struct proofread_answer *answer)
{
    struct str *left = ARENA_ARRAY(places->arena, struct str, (size_t)places->count + 1);
    for (uint32_t p = 0; p < places->count; p++) {
        struct str name = places->names[*LIST_AT(&places->places[p].points, uint32_t, 0)];
        bool is_told = answer->left_count > 0 && str_equal(left[answer->left_count - 1], name);
        if (combinations_is_left(search, p) && !is_told)
            left[answer->left_count++] = name;
    }
    answer->left = left;
}

bool proof_combined(const struct proof_places *places, const struct input_limits *limits,
                    const struct proof_choice *readings, struct proof_rows *rows,
                    struct proofread_answer *answer, struct error *error)
{
    struct combined combined = {.places = places, .rows = rows};
    if (!proof_combined_search(places, limits, readings, rows, &combined.first, &combined.search,
                               error))
        return false;
    for (uint32_t i = 0; i < names_count(rows->identities); i++) {
        const struct list *sets = combinations_sets(combined.search, i);
        if (sets != NULL && sets->count > 0 &&
            (LIST_AT(sets, struct combination_set, 0)->count > 0 ||
             *LIST_AT(&rows->row_of, uint32_t, i) == NO_INDEX))
            tell_causes(&combined, i, sets);
    }
    answer->place_count = places->count;
    answer->texts_read = combinations_texts(combined.search);
    answer->largest_tried = combinations_depth(combined.search);
    answer->is_cut = combinations_is_cut(combined.search);
    tell_left(places, combined.search, answer);
    return true;
}
