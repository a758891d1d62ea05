// SPDX-License-Identifier: Apache-2.0
#include "spatial_model/challenge.h"

#include "base/list.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

// Parts of the range: moves below the first end the rounds, states as near as the second are one.
#define LEAST_MOVE 1e-6
#define SAME_PLACE 1e-9
// An expected utility (from -8 to 8) nearer to 0 than this is what rounding leaves of 0.
#define NO_GAIN 1e-12

struct game {
    const struct challenge_line *line;
    struct arena *arena;
    uint32_t count;
    double range;    // of the positions at the start; 0: all hold the same
    double *at;      // positions now
    double *risk;    // exponents now
    double *chances; // count × count
};

static double weight_of(const struct challenge_line *line, uint32_t i)
{
    return line->capability[i] * line->salience[i];
}

static double share(const struct game *game, double a, double b)
{
    return fabs(a - b) / game->range;
}

// --- The middle of the weights

struct weighed {
    double position, weight;
};

static int by_position(const void *a, const void *b)
{
    const struct weighed *first = a;
    const struct weighed *second = b;
    return (first->position > second->position) - (first->position < second->position);
}

static struct challenge_middle middle_of(const struct game *game)
{
    struct weighed *weighed = ARENA_ARRAY(game->arena, struct weighed, game->count);
    struct challenge_middle middle = {0};
    double total = 0;
    double sum = 0;
    for (uint32_t i = 0; i < game->count; i++) {
        weighed[i] = (struct weighed){game->at[i], weight_of(game->line, i)};
        total += weighed[i].weight;
        sum += weighed[i].weight * game->at[i];
    }
    qsort(weighed, game->count, sizeof *weighed, by_position);
    double before = 0;
    bool has_lower = false;
    for (uint32_t i = 0; i < game->count; i++) {
        before += weighed[i].weight;
        if (!has_lower && 2 * before >= total) {
            middle.lower = weighed[i].position;
            has_lower = true;
        }
        middle.upper = weighed[i].position;
        if (2 * before > total)
            break;
    }
    middle.mean = sum / total;
    return middle;
}

// --- Expected utilities

// The weight of those nearer to i, as a share of all that are not indifferent between i and j.
static double chance_of(const struct game *game, uint32_t i, uint32_t j)
{
    double with = 0;
    double all = 0;
    for (uint32_t k = 0; k < game->count; k++) {
        double votes = weight_of(game->line, k) *
                       (fabs(game->at[k] - game->at[j]) - fabs(game->at[k] - game->at[i]));
        with += votes > 0 ? votes : 0;
        all += fabs(votes);
    }
    return all > 0 ? with / all : 0;
}

static bool find_chances(struct game *game, struct budget *budget, struct error *error)
{
    uint64_t steps = (uint64_t)game->count * game->count * game->count;
    if (!budget_spend(budget, steps))
        return budget_stopped(error);
    for (uint32_t i = 0; i < game->count; i++)
        for (uint32_t j = 0; j < game->count; j++)
            game->chances[(size_t)i * game->count + j] = i == j ? 0 : chance_of(game, i, j);
    return true;
}

// What `from` may expect of challenging `to`, above doing nothing, by the exponent of who looks.
// The other resists with its salience; unchallenged, it stays where it is.
static double gain_of(const struct game *game, uint32_t from, uint32_t to, double risk)
{
    double distance = share(game, game->at[from], game->at[to]);
    double chance = game->chances[(size_t)from * game->count + to];
    double resists = game->line->salience[to];
    double success = 2 - 4 * pow(0.5 - 0.5 * distance, risk);
    double failure = 2 - 4 * pow(0.5 + 0.5 * distance, risk);
    double quo = 2 - 4 * pow(0.5, risk);
    return resists * (chance * success + (1 - chance) * failure) + (1 - resists) * success - quo;
}

// With all exponents 1: how much the others together may expect of challenging an actor, between the
// most and the least of all actors, makes its exponent.
static void find_risks(struct game *game)
{
    double *threats = ARENA_ARRAY(game->arena, double, game->count);
    double most = -INFINITY;
    double least = INFINITY;
    for (uint32_t i = 0; i < game->count; i++) {
        for (uint32_t j = 0; j < game->count; j++)
            threats[i] += i == j ? 0 : gain_of(game, j, i, 1);
        most = fmax(most, threats[i]);
        least = fmin(least, threats[i]);
    }
    for (uint32_t i = 0; i < game->count; i++) {
        double standing = most > least ? (2 * threats[i] - most - least) / (most - least) : 0;
        game->risk[i] = (1 - standing / 3) / (1 + standing / 3);
    }
}

static struct challenge_pair pair_of(const struct game *game, uint32_t i, uint32_t j)
{
    struct challenge_pair pair = {.chance = game->chances[(size_t)i * game->count + j],
                                  .gain = gain_of(game, i, j, game->risk[i]),
                                  .exposure = gain_of(game, j, i, game->risk[i]),
                                  .kind = CHALLENGE_STAY};
    if (game->at[i] == game->at[j] || pair.exposure - pair.gain <= NO_GAIN ||
        pair.exposure <= NO_GAIN)
        return pair;
    if (pair.gain > NO_GAIN)
        pair.kind = CHALLENGE_CONFRONTATION;
    else if (pair.gain < -NO_GAIN)
        pair.kind = -pair.gain < pair.exposure ? CHALLENGE_COMPROMISE : CHALLENGE_CAPITULATION;
    return pair;
}

// --- Rounds

// Where actor i would go for actor j.
static struct challenge_move move_for(const struct game *game, uint32_t i, uint32_t j)
{
    struct challenge_pair pair = pair_of(game, i, j);
    struct challenge_move move = {pair.kind, j, game->at[j]};
    if (pair.kind == CHALLENGE_COMPROMISE)
        move.position = game->at[i] + (game->at[j] - game->at[i]) * (-pair.gain / pair.exposure);
    return move;
}

// Confrontations go before compromises, these before capitulations; of one kind the nearest, and of
// two that are as near the lower one.
static bool is_before(const struct game *game, const struct challenge_move *a,
                      const struct challenge_move *b, double from)
{
    if (b->kind == CHALLENGE_STAY || a->kind != b->kind)
        return b->kind == CHALLENGE_STAY || a->kind < b->kind;
    double further = fabs(a->position - from) - fabs(b->position - from);
    if (fabs(further) <= SAME_PLACE * game->range)
        return a->position < b->position;
    return further < 0;
}

static struct challenge_move choose_move(const struct game *game, uint32_t i)
{
    struct challenge_move chosen = {CHALLENGE_STAY, i, game->at[i]};
    for (uint32_t j = 0; j < game->count; j++) {
        if (j == i)
            continue;
        struct challenge_move move = move_for(game, i, j);
        if (move.kind != CHALLENGE_STAY && is_before(game, &move, &chosen, game->at[i]))
            chosen = move;
    }
    return chosen;
}

// *farthest: how far somebody moved.
static struct challenge_round play_round(struct game *game, double *farthest)
{
    struct challenge_move *moves = ARENA_ARRAY(game->arena, struct challenge_move, game->count);
    double *risk = ARENA_ARRAY(game->arena, double, game->count);
    *farthest = 0;
    for (uint32_t i = 0; i < game->count; i++)
        moves[i] = choose_move(game, i);
    for (uint32_t i = 0; i < game->count; i++) {
        *farthest = fmax(*farthest, fabs(moves[i].position - game->at[i]));
        game->at[i] = moves[i].position;
        risk[i] = game->risk[i];
    }
    return (struct challenge_round){risk, moves, middle_of(game)};
}

// The positions after a round, 0 being the start.
static double position_after(const struct game *game, const struct list *rounds, size_t round,
                             uint32_t i)
{
    return round == 0 ? game->line->position[i]
                      : LIST_AT(rounds, struct challenge_round, round - 1)->moves[i].position;
}

// Whether the positions now are those after an earlier round.
static bool is_back(const struct game *game, const struct list *rounds, uint32_t *back_to)
{
    for (size_t round = 0; round + 1 < rounds->count; round++) {
        bool is_same = true;
        for (uint32_t i = 0; is_same && i < game->count; i++)
            is_same = fabs(position_after(game, rounds, round, i) - game->at[i]) <=
                      SAME_PLACE * game->range;
        if (is_same) {
            *back_to = (uint32_t)round; // at most CHALLENGE_ROUNDS_MAX
            return true;
        }
    }
    return false;
}

static struct challenge_pair *find_pairs(const struct game *game)
{
    struct challenge_pair *pairs =
        ARENA_ARRAY(game->arena, struct challenge_pair, (size_t)game->count * game->count);
    for (uint32_t i = 0; i < game->count; i++)
        for (uint32_t j = 0; j < game->count; j++)
            if (i != j)
                pairs[(size_t)i * game->count + j] = pair_of(game, i, j);
    return pairs;
}

static struct game game_make(const struct challenge_line *line, struct arena *arena)
{
    size_t count = line->count;
    struct game game = {.line = line, .arena = arena, .count = line->count};
    game.at = ARENA_ARRAY(arena, double, count);
    game.risk = ARENA_ARRAY(arena, double, count);
    game.chances = ARENA_ARRAY(arena, double, count *count);
    double lowest = line->position[0];
    double highest = line->position[0];
    for (uint32_t i = 0; i < line->count; i++) {
        game.at[i] = line->position[i];
        lowest = fmin(lowest, line->position[i]);
        highest = fmax(highest, line->position[i]);
    }
    // Where all hold the same nobody has anywhere to go, whatever the unit.
    game.range = highest > lowest ? highest - lowest : 1;
    return game;
}

bool challenge_play(const struct challenge_line *line, bool with_pairs, struct budget *budget,
                    struct arena *arena, struct challenge *challenge, struct error *error)
{
    assert(line->count > 0 && line->count <= CHALLENGE_ACTORS_MAX);
    struct game game = game_make(line, arena);
    struct list rounds = LIST_MAKE(arena, struct challenge_round);
    struct challenge played = {.start = middle_of(&game), .end = CHALLENGE_OPEN};
    while (played.end == CHALLENGE_OPEN && rounds.count < CHALLENGE_ROUNDS_MAX) {
        double farthest;
        if (!find_chances(&game, budget, error))
            return false;
        find_risks(&game);
        if (with_pairs && rounds.count == 0)
            played.pairs = find_pairs(&game);
        struct challenge_round round = play_round(&game, &farthest);
        *LIST_ADD(&rounds, struct challenge_round) = round;
        if (farthest <= LEAST_MOVE * game.range)
            played.end = CHALLENGE_STABLE;
        else if (is_back(&game, &rounds, &played.back_to))
            played.end = CHALLENGE_CYCLE;
    }
    played.rounds = LIST_ITEMS(&rounds, struct challenge_round);
    played.round_count = (uint32_t)rounds.count; // at most CHALLENGE_ROUNDS_MAX
    *challenge = played;
    return true;
}

// --- Sensitivity

// The lower median at the end when one number of one actor is another.
static bool play_changed(const struct challenge_line *line, const double **column, uint32_t actor,
                         double value, struct budget *budget, double *median, struct error *error)
{
    struct arena *arena = arena_open();
    const double *kept = *column;
    double *changed = ARENA_ARRAY(arena, double, line->count);
    memcpy(changed, kept, line->count * sizeof *changed);
    changed[actor] = value;
    *column = changed;
    struct challenge challenge;
    bool done = challenge_play(line, false, budget, arena, &challenge, error);
    if (done)
        *median = challenge.rounds[challenge.round_count - 1].middle.lower;
    *column = kept;
    arena_close(arena);
    return done;
}

bool challenge_sensitivity(const struct challenge_line *line, struct budget *budget,
                           struct challenge_change *changes, struct error *error)
{
    struct challenge_line copy = *line;
    double lowest = INFINITY;
    double highest = -INFINITY;
    for (uint32_t i = 0; i < line->count; i++) {
        lowest = fmin(lowest, line->position[i]);
        highest = fmax(highest, line->position[i]);
    }
    double step = (highest - lowest) / 10;
    for (uint32_t i = 0; i < line->count; i++) {
        struct challenge_change *change = &changes[i];
        double at = line->position[i];
        if (!play_changed(&copy, &copy.capability, i, line->capability[i] * 0.9, budget,
                          &change->capability_down, error) ||
            !play_changed(&copy, &copy.capability, i, line->capability[i] * 1.1, budget,
                          &change->capability_up, error) ||
            !play_changed(&copy, &copy.salience, i, line->salience[i] * 0.9, budget,
                          &change->salience_down, error) ||
            !play_changed(&copy, &copy.salience, i, fmin(1, line->salience[i] * 1.1), budget,
                          &change->salience_up, error) ||
            !play_changed(&copy, &copy.position, i, fmax(lowest, at - step), budget,
                          &change->position_down, error) ||
            !play_changed(&copy, &copy.position, i, fmin(highest, at + step), budget,
                          &change->position_up, error))
            return false;
    }
    return true;
}
