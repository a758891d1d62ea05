// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/bargain_forms.h"

#include "render/bargain/bargain_parts.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>

#define CELLS_SHOWN ((size_t)400 * 1000) // options of all packages shown
#define ROWS_SHOWN 5000                  // of a front; its size and its hash cover all

static void write_row(struct json_writer *writer, const int64_t *row, uint32_t width)
{
    json_begin_array_inline(writer);
    for (uint32_t p = 0; p < width; p++)
        json_int(writer, row[p]);
    json_end_array(writer);
}

static void write_named_row(struct json_writer *writer, const char *name, const int64_t *row,
                            uint32_t width)
{
    json_name(writer, name);
    if (row)
        write_row(writer, row, width);
    else
        json_null(writer);
}

static void write_count(struct json_writer *writer, const char *name, struct str digits)
{
    json_name(writer, name);
    json_digits(writer, digits);
}

// SHA-256 of the rows in falling order, each "a,b,c" and a line feed.
static struct str front_hash(const struct front *front, struct arena *arena)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    int64_t row[SCENARIO_PARTIES_MAX];
    char line[SCENARIO_PARTIES_MAX * (NUMBER_BYTES + 1)];
    for (size_t i = 0; i < front->count; i++) {
        front_point(front, i, row);
        char *end = line + sizeof line;
        for (uint32_t p = front->party_count; p > 0; p--) {
            *--end = p < front->party_count ? ',' : '\n';
            end = number_before(end, row[p - 1]);
        }
        crypto_hash_sha256_update(&state, (const unsigned char *)end,
                                  (unsigned long long)(line + sizeof line - end));
    }
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_final(&state, hash);
    char *hex = arena_take(arena, 2 * sizeof hash + 1, 1);
    sodium_bin2hex(hex, 2 * sizeof hash + 1, hash, sizeof hash);
    return (struct str){hex, 2 * sizeof hash};
}

static void write_front_facts(struct json_writer *writer, const char *size_name,
                              const char *hash_name, const struct front *front, struct str hash)
{
    json_member_int(writer, size_name, (int64_t)front->count);
    json_member_str(writer, hash_name, hash);
}

static void write_options(struct json_writer *writer, const uint32_t *package, uint32_t issues)
{
    json_begin_array_inline(writer);
    for (uint32_t i = 0; i < issues; i++)
        json_int(writer, package[i]);
    json_end_array(writer);
}

static void write_package(struct json_writer *writer, const struct front *front, uint32_t issues,
                          size_t row)
{
    uint32_t *package = ARENA_ARRAY(writer->out->arena, uint32_t, issues);
    front_outcome(front, row, package);
    write_options(writer, package, issues);
}

// With each point of the front, in its order: the first package behind it and how many there are.
static void write_front_packages(struct json_writer *writer, const struct front *front,
                                 uint32_t issues, bool has_counts)
{
    size_t shown = front->count < ROWS_SHOWN ? front->count : ROWS_SHOWN;
    shown = shown * issues < CELLS_SHOWN ? shown : CELLS_SHOWN / issues;
    json_name(writer, "front_packages");
    json_begin_array(writer);
    for (size_t i = 0; i < shown; i++)
        write_package(writer, front, issues, i);
    json_end_array(writer);
    if (!has_counts)
        return;
    json_name(writer, "front_package_counts");
    json_begin_array(writer);
    for (size_t i = 0; i < shown; i++)
        json_digits(writer, front_ways(front, i, writer->out->arena));
    json_end_array(writer);
}

static void write_front(struct json_writer *writer, const char *name, const struct front *front)
{
    json_name(writer, name);
    json_begin_array(writer);
    int64_t row[SCENARIO_PARTIES_MAX];
    for (size_t i = 0; i < front->count && i < ROWS_SHOWN; i++)
        write_row(writer, front_point(front, i, row), front->party_count);
    json_end_array(writer);
}

static void write_value(struct json_writer *writer, enum point_kind kind,
                        const struct fair_point *point)
{
    bool is_list = kind == POINT_KS || kind == POINT_EGALITARIAN;
    bool is_text = kind == POINT_NASH || kind == POINT_KS || kind == POINT_KS_MINSPREAD;
    json_name(writer, "value");
    if (is_list)
        json_begin_array_inline(writer);
    for (size_t i = 0; i < point->value_count; i++) {
        if (is_text)
            json_str(writer, point->values[i]);
        else
            json_digits(writer, point->values[i]);
    }
    if (is_list)
        json_end_array(writer);
}

// Why nothing outside the rows looked at can be better: docs/bargain.md says how to check it.
static void write_certificate(struct json_writer *writer, const struct direct *direct,
                              uint32_t parties)
{
    json_name(writer, "certificate");
    json_begin_object_inline(writer);
    write_named_row(writer, "weights", direct->weights, parties);
    json_member_int(writer, "bound", direct->bound);
    json_end_object(writer);
}

static void write_point(struct json_writer *writer, enum point_kind kind,
                        const struct solution *solution)
{
    const struct fair_point *point = &solution->points[kind];
    const struct front *front = point->front;
    json_name(writer, point_name(kind));
    json_begin_object(writer);
    write_value(writer, kind, point);
    json_name(writer, "utilities");
    json_begin_array(writer);
    int64_t row[SCENARIO_PARTIES_MAX];
    for (size_t i = 0; i < point->row_count; i++)
        write_row(writer, front_point(front, point->rows[i], row), front->party_count);
    json_end_array(writer);
    if (solution->direct[kind] && solution->direct[kind]->has_more_ties)
        json_member_bool(writer, "utilities_complete", false);
    json_name(writer, "example_package");
    write_package(writer, front, solution->scenario->issue_count, point->rows[0]);
    if (solution->direct[kind] && solution->direct[kind]->has_bound)
        write_certificate(writer, solution->direct[kind], solution->scenario->party_count);
    json_end_object(writer);
}

// Points that were not proved: the best package met, and what bounds any other.
static void write_unproved(struct json_writer *writer, const struct solution *solution)
{
    uint32_t parties = solution->scenario->party_count;
    bool is_begun = false;
    for (int kind = 0; kind < POINT_KINDS; kind++) {
        const struct direct *direct = solution->unproved[kind];
        if (!direct)
            continue;
        if (!is_begun) {
            json_name(writer, "unproved");
            json_begin_object(writer);
        }
        is_begun = true;
        json_name(writer, point_name((enum point_kind)kind));
        json_begin_object(writer);
        if (direct->has_known)
            write_named_row(writer, "best_known", direct->known, parties);
        if (direct->package) {
            json_name(writer, "best_package");
            write_options(writer, direct->package, solution->scenario->issue_count);
        }
        if (direct->known_value.length > 0)
            json_member_str(writer, "value_known", direct->known_value);
        if (direct->most_value.length > 0)
            json_member_str(writer, "value_at_most", direct->most_value);
        else if (direct->has_most)
            json_member_str(writer, "value_at_most", ratio_print(direct->most, writer->out->arena));
        if (direct->has_bound)
            write_certificate(writer, direct, parties);
        json_end_object(writer);
    }
    if (is_begun)
        json_end_object(writer);
}

void bargain_json_tally(struct json_writer *writer, const char *name, const struct tally *tally)
{
    if (tally->is_exact) {
        write_count(writer, name, tally->at_least);
        return;
    }
    json_name(writer, name);
    json_begin_object_inline(writer);
    write_count(writer, "at_least", tally->at_least);
    write_count(writer, "at_most", tally->at_most);
    json_end_object(writer);
}

static void write_concessions(struct json_writer *writer, const struct solution *solution)
{
    json_name(writer, "concessions");
    json_begin_array(writer);
    for (size_t i = 0; i < solution->concession_count; i++) {
        const struct concession *concession = &solution->concessions[i];
        json_begin_object_inline(writer);
        json_member_int(writer, "party", concession->party);
        json_member_int(writer, "lower_by", concession->lower_by);
        bargain_json_tally(writer, "acceptable", &concession->acceptable);
        write_named_row(writer, "best_for_each", concession->best_for_each,
                        solution->scenario->party_count);
        json_end_object(writer);
    }
    json_end_array(writer);
}

static void write_counts(struct json_writer *writer, const struct solution *solution)
{
    write_count(writer, "packages", solution->outcomes);
    bargain_json_tally(writer, "logically_feasible", &solution->logically_feasible);
    bargain_json_tally(writer, "feasible", &solution->feasible);
    if (!solution->has_counts)
        return;
    bargain_json_tally(writer, "acceptable", &solution->acceptable);
    json_name(writer, "acceptable_to_each");
    json_begin_array_inline(writer);
    for (uint32_t p = 0; p < solution->scenario->party_count; p++) {
        const struct tally *tally = &solution->acceptable_to_each[p];
        if (tally->is_exact)
            json_digits(writer, tally->at_least);
        else
            json_null(writer);
    }
    json_end_array(writer);
}

// The hash is that of the whole front, which often is the acceptable one.
static void write_acceptable(struct json_writer *writer, const struct solution *solution,
                             struct str hash)
{
    const struct front *front = &solution->acceptable_front;
    if (solution->has_front)
        write_front_facts(
            writer, "acceptable_front_size", "acceptable_front_sha256", front,
            front_is_whole(front, &solution->front) ? hash : front_hash(front, writer->out->arena));
    if (solution->ideal_acceptable)
        write_named_row(writer, "ideal_acceptable", solution->ideal_acceptable,
                        solution->scenario->party_count);
    for (int kind = 0; kind < POINT_KINDS; kind++)
        if (solution->points[kind].is_defined)
            write_point(writer, (enum point_kind)kind, solution);
    if (solution->has_counts)
        write_concessions(writer, solution);
}

// The whole front, or a part of it with how far it may be from the rest.
static void write_fronts(struct json_writer *writer, const struct solution *solution,
                         struct str hash)
{
    uint32_t parties = solution->scenario->party_count;
    if (!solution->has_front) {
        json_name(writer, "front_size");
        json_null(writer);
        if (!solution->subset_error)
            return;
        json_member_bool(writer, "front_complete", false);
        json_member_int(writer, "front_subset_size", (int64_t)solution->front.count);
        write_named_row(writer, "front_subset_error", solution->subset_error, parties);
        write_front(writer, "front_subset", &solution->front);
        return;
    }
    write_front_facts(writer, "front_size", "front_sha256", &solution->front, hash);
    write_front(writer, "front", &solution->front);
    if (solution->front.count == 0)
        return;
    write_front_packages(writer, &solution->front, solution->scenario->issue_count,
                         solution->efficient_outcomes.length > 0);
    if (solution->efficient_outcomes.length > 0) {
        json_name(writer, "efficient_packages");
        json_digits(writer, solution->efficient_outcomes);
    }
}

static void write_solution(const struct solution *solution, struct json_writer *writer)
{
    uint32_t parties = solution->scenario->party_count;
    struct str hash = STR("");
    if (solution->has_front)
        hash = front_hash(&solution->front, writer->out->arena);
    write_counts(writer, solution);
    if (solution->has_counts)
        write_fronts(writer, solution, hash);
    if (solution->ideal_feasible)
        write_named_row(writer, "ideal_feasible", solution->ideal_feasible, parties);
    if (solution->nadir_front)
        write_named_row(writer, "nadir_front", solution->nadir_front, parties);
    if (solution->has_uniform_concession)
        json_member_int(writer, "min_uniform_concession", solution->min_uniform_concession);
    if (solution->has_acceptable)
        write_acceptable(writer, solution, hash);
    write_unproved(writer, solution);
    if (solution->has_ended)
        json_member_bool(writer, "complete", false);
    if (solution->note)
        json_member_str(writer, "note", str_of(solution->note));
}

static void write_notes(struct json_writer *writer, const struct scenario *scenario)
{
    if (scenario->scale != 1)
        json_member_int(writer, "scale", scenario->scale);
    if (scenario->note_count == 0)
        return;
    json_name(writer, "notes");
    json_begin_array(writer);
    for (size_t i = 0; i < scenario->note_count; i++)
        json_str(writer, scenario->notes[i]);
    json_end_array(writer);
}

void bargain_json_write(const struct bargain_answer *answer, struct json_writer *writer)
{
    json_member_str(writer, "format", STR("entente-bargain-answer/1"));
    if (answer->scenario->name.length > 0)
        json_member_str(writer, "name", answer->scenario->name);
    write_solution(answer->solution, writer);
    if (answer->draft)
        bargain_json_draft(answer->solution, answer->draft, writer);
    if (answer->obstacles)
        bargain_json_obstacles(answer->solution, answer->obstacles, writer);
    write_notes(writer, answer->scenario);
}

struct str bargain_json(const struct bargain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 1);
    json_begin_object(&writer);
    bargain_json_write(answer, &writer);
    json_end_object(&writer);
    return builder_str(&out);
}
