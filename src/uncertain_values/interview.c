// SPDX-License-Identifier: Apache-2.0
#include "uncertain_values/interview.h"

#include "uncertain_values/score_cone.h"

#include <string.h>

#define CORNERS 40             // of the cone
#define SAMPLES 160            // sums of corners
#define SUM ((int64_t)1 << 24) // that the numbers of a corner have, about

struct interviewer {
    const struct interview *interview;
    const struct scenario *scenario;
    struct budget *budget;
    struct arena *arena;
    struct error *error;
    struct score_cone cone;
    int64_t *least; // the point of small numbers
    int64_t *samples[SAMPLES];
    size_t sample_count;
    uint32_t kinds[SAMPLES]; // what the sample says of all that is wanted, by number
    uint32_t kind_count;
    struct wanted_list wanted;
};

// --- Replies that cannot hold together

static enum simplex_end try_replies(struct interviewer *own, const struct replied *replies,
                                    size_t count)
{
    struct arena *work = arena_open();
    struct score_cone cone = score_cone_make(own->scenario, replies, count, own->budget, work);
    int64_t *point = ARENA_ARRAY(work, int64_t, cone.width);
    enum simplex_end end = score_cone_least(&cone, NULL, 0, point);
    arena_close(work);
    return end;
}

// Drops each reply without which the others still contradict one another.
static void find_contradiction(struct interviewer *own, struct interview_state *state)
{
    size_t count = own->interview->reply_count;
    struct replied *kept = ARENA_ARRAY(own->arena, struct replied, count);
    size_t *numbers = ARENA_ARRAY(own->arena, size_t, count);
    memcpy(kept, own->interview->replies, count * sizeof *kept);
    for (size_t i = 0; i < count; i++)
        numbers[i] = i;
    for (size_t i = count; i-- > 0;) {
        struct replied tried = kept[i];
        memmove(&kept[i], &kept[i + 1], (count - i - 1) * sizeof *kept);
        if (try_replies(own, kept, count - 1) != SIMPLEX_IMPOSSIBLE) {
            memmove(&kept[i + 1], &kept[i], (count - i - 1) * sizeof *kept);
            kept[i] = tried;
            continue;
        }
        memmove(&numbers[i], &numbers[i + 1], (count - i - 1) * sizeof *numbers);
        count--;
    }
    state->contradiction = numbers;
    state->contradiction_count = count;
}

// --- Samples

// The same numbers in every run: what is asked depends on the replies alone.
static uint64_t next_number(uint64_t *state)
{
    *state += UINT64_C(0x9e3779b97f4a7c15);
    uint64_t mixed = (*state ^ (*state >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
    return mixed ^ (mixed >> 31);
}

static int64_t sum_of(const int64_t *point, size_t width)
{
    int64_t sum = 0;
    for (size_t j = 0; j < width; j++)
        sum += point[j];
    return sum;
}

// Corners with large numbers are left out; the others are brought to about one size.
static bool bring_to_size(int64_t *point, size_t width)
{
    int64_t sum = 0;
    for (size_t j = 0; j < width; j++)
        if (point[j] > SUM || (sum += point[j]) > SUM)
            return false;
    if (sum == 0)
        return false;
    for (size_t j = 0; j < width; j++)
        point[j] *= SUM / sum;
    return true;
}

static void find_samples(struct interviewer *own)
{
    size_t width = own->cone.width;
    int64_t *corners[CORNERS] = {NULL};
    int64_t *weights = ARENA_ARRAY(own->arena, int64_t, width);
    size_t count = 0;
    uint64_t state = own->interview->reply_count;
    int64_t limit = 8 * sum_of(own->least, width) + 64;
    for (size_t c = 0; c < CORNERS; c++) {
        int64_t *corner = ARENA_ARRAY(own->arena, int64_t, width);
        for (size_t j = 0; j < width; j++)
            weights[j] = (int64_t)(next_number(&state) % 33) - 16;
        if (score_cone_least(&own->cone, weights, limit, corner) == SIMPLEX_FOUND &&
            bring_to_size(corner, width))
            corners[count++] = corner;
    }
    for (size_t s = 0; s < SAMPLES && count > 0; s++) {
        int64_t *sample = ARENA_ARRAY(own->arena, int64_t, width);
        for (int k = 0; k < 4; k++) { // four corners, so that not all lie in the middle
            const int64_t *corner = corners[next_number(&state) % count];
            int64_t times = 1 + (int64_t)(next_number(&state) % 15);
            for (size_t j = 0; j < width; j++)
                sample[j] += times * corner[j];
        }
        own->samples[own->sample_count++] = sample;
    }
}

// --- What the samples say of what is wanted

static enum reply reply_of(const struct interviewer *own, const struct weighing *weighing, size_t s)
{
    return weighing_reply(own->scenario, weighing, own->samples[s]);
}

static uint64_t mixed_with(uint64_t state, uint64_t number)
{
    state ^= number * UINT64_C(0x2545f4914f6cdd1d);
    return next_number(&state);
}

static bool beats(const struct wanted_weighing *wanted, enum reply reply)
{
    return reply == REPLY_LEFT || (reply == REPLY_EQUAL && wanted->tie_beats);
}

// A number that is the same for samples with the same outcome.
static uint64_t outcome_of(const struct interviewer *own, size_t s)
{
    uint64_t hash = 1;
    uint32_t beaten = UINT32_MAX; // the group that was last seen to be beaten
    for (size_t w = 0; w < own->wanted.count; w++) {
        const struct wanted_weighing *wanted = &own->wanted.items[w];
        if (own->wanted.is_about_beaten && beaten == wanted->group)
            continue;
        enum reply reply = reply_of(own, &wanted->weighing, s);
        if (!own->wanted.is_about_beaten)
            hash = mixed_with(hash, (uint64_t)reply); // -1 is a number like others
        else if (beats(wanted, reply)) {
            beaten = wanted->group;
            hash = mixed_with(hash, beaten);
        }
    }
    return hash;
}

static void find_kinds(struct interviewer *own)
{
    uint64_t outcomes[SAMPLES];
    own->kind_count = 0;
    for (size_t s = 0; s < own->sample_count; s++) {
        uint64_t outcome = outcome_of(own, s);
        uint32_t k = 0;
        while (k < own->kind_count && outcomes[k] != outcome)
            k++;
        if (k == own->kind_count)
            outcomes[own->kind_count++] = outcome;
        own->kinds[s] = k;
    }
}

// --- The best question

// How a question parts the samples.
struct parting {
    size_t worst;  // the larger number of kinds left by an answer
    size_t larger; // the larger number of samples
};

// False when all samples agree.
static bool part(const struct interviewer *own, const struct weighing *weighing,
                 struct parting *parting)
{
    bool seen[2][SAMPLES] = {{false}};
    size_t kinds[2] = {0, 0};
    size_t counts[2] = {0, 0};
    for (size_t s = 0; s < own->sample_count; s++) {
        enum reply reply = reply_of(own, weighing, s);
        if (reply == REPLY_EQUAL)
            continue;
        int side = reply == REPLY_LEFT;
        counts[side]++;
        if (!seen[side][own->kinds[s]])
            kinds[side]++;
        seen[side][own->kinds[s]] = true;
    }
    *parting = (struct parting){kinds[0] > kinds[1] ? kinds[0] : kinds[1],
                                counts[0] > counts[1] ? counts[0] : counts[1]};
    return counts[0] > 0 && counts[1] > 0;
}

struct best_weighing {
    const struct weighing *weighing; // NULL: none yet
    struct parting parting;
};

static void keep_better(const struct interviewer *own, const struct weighing *weighing,
                        struct best_weighing *best)
{
    struct parting parting;
    if (!part(own, weighing, &parting) || parting.worst >= own->kind_count)
        return;
    if (best->weighing &&
        (parting.worst > best->parting.worst ||
         (parting.worst == best->parting.worst && parting.larger >= best->parting.larger)))
        return;
    *best = (struct best_weighing){weighing, parting};
}

// Of one issue, else of two.
static const struct weighing *best_of_few(const struct interviewer *own)
{
    struct best_weighing best = {.weighing = NULL};
    for (uint32_t issues = 1; issues <= 2 && !best.weighing; issues++) {
        struct list weighings;
        weighings_of_few(own->scenario, issues, own->arena, &weighings);
        for (size_t i = 0; i < weighings.count; i++)
            keep_better(own, LIST_AT(&weighings, struct weighing, i), &best);
    }
    return best.weighing;
}

// The best of what is wanted itself, of few issues first.
static const struct weighing *best_wanted(const struct interviewer *own)
{
    struct best_weighing best = {.weighing = NULL};
    uint32_t issues = 0;
    for (uint32_t least = 0; !best.weighing && least < UINT32_MAX; issues = least) {
        least = UINT32_MAX;
        for (size_t w = 0; w < own->wanted.count; w++) {
            const struct weighing *weighing = &own->wanted.items[w].weighing;
            if (weighing->count == issues)
                keep_better(own, weighing, &best);
            else if (weighing->count > issues && weighing->count < least)
                least = weighing->count;
        }
    }
    return best.weighing;
}

// --- What is sure

enum surety { SURETY_SURE, SURETY_OPEN, SURETY_STOPPED };

// What all points say, if they do.
static enum surety reply_known(struct interviewer *own, const struct weighing *weighing,
                               enum reply *reply)
{
    struct arena *work = arena_open();
    int64_t *point = ARENA_ARRAY(work, int64_t, own->cone.width);
    enum reply here = weighing_reply(own->scenario, weighing, own->least);
    enum surety known = SURETY_SURE;
    enum reply others[2] = {REPLY_LEFT, REPLY_RIGHT};
    for (int i = 0; i < 2 && known == SURETY_SURE; i++) {
        if (others[i] == here)
            continue;
        enum simplex_end end = score_cone_allows(&own->cone, weighing, others[i], point);
        if (end == SIMPLEX_STOPPED)
            known = SURETY_STOPPED;
        else if (end != SIMPLEX_IMPOSSIBLE)
            known = SURETY_OPEN; // or the numbers grew too large: then it is asked
    }
    *reply = here;
    arena_close(work);
    return known;
}

// The first weighing whose outcome is wanted and not sure; NULL: there is none.
static bool find_open(struct interviewer *own, const struct weighing **open)
{
    const struct weighing *of_group = NULL;
    uint32_t beaten = UINT32_MAX;
    *open = NULL;
    for (size_t w = 0; w < own->wanted.count && !*open; w++) {
        const struct wanted_weighing *wanted = &own->wanted.items[w];
        enum reply reply;
        if (own->wanted.is_about_beaten && wanted->group == beaten)
            continue;
        enum surety known = reply_known(own, &wanted->weighing, &reply);
        if (known == SURETY_STOPPED)
            return budget_stopped(own->error);
        if (known == SURETY_OPEN && !of_group)
            of_group = &wanted->weighing;
        if (own->wanted.is_about_beaten && known == SURETY_SURE && beats(wanted, reply)) {
            beaten = wanted->group;
            of_group = NULL;
        }
        bool ends = w + 1 == own->wanted.count || wanted[1].group != wanted->group;
        if (ends || !own->wanted.is_about_beaten)
            *open = of_group;
    }
    return true;
}

static size_t count_open(const struct interviewer *own)
{
    size_t open = 0;
    struct parting parting;
    for (size_t w = 0; w < own->wanted.count; w++)
        open += part(own, &own->wanted.items[w].weighing, &parting);
    return open;
}

// Chooses what to ask for the sake of what is wanted; leaves state->next empty when all is sure.
static bool choose(struct interviewer *own, bool asks_few, struct interview_state *state)
{
    const struct weighing *best = NULL;
    find_kinds(own);
    state->wanted_count += own->wanted.count;
    state->wanted_open += count_open(own);
    if (own->kind_count > 1 && asks_few)
        best = best_of_few(own);
    if (own->kind_count > 1 && !best)
        best = best_wanted(own);
    if (!best && !find_open(own, &best))
        return false;
    if (best)
        state->next = *best;
    return true;
}

// --- The whole

static bool find_wanted(struct interviewer *own, struct interview_state *state,
                        struct list *packages)
{
    const struct interview *interview = own->interview;
    const struct scenario *scenario = own->scenario;
    struct list weighings;
    bool is_place = interview->aim == INTERVIEW_PACKAGE;
    size_t most = is_place ? WEIGHINGS_MAX : WEIGHED_PACKAGES_MAX;
    if ((interview->aim != INTERVIEW_TRADES || interview->asks_reserve) &&
        !weighed_packages(scenario, most, own->budget, own->arena, packages, own->error))
        return false;
    state->package_count = packages->count;
    if (interview->aim == INTERVIEW_RANKING)
        return wanted_ranking(scenario, packages, own->budget, own->arena, &own->wanted,
                              own->error);
    if (interview->aim == INTERVIEW_FRONT)
        return wanted_front(scenario, interview->party, packages, own->budget, own->arena,
                            &own->wanted, own->error);
    if (is_place) {
        own->wanted = wanted_place(scenario, packages, interview->package, own->arena);
        return true;
    }
    struct list of_two;
    weighings_of_few(scenario, 1, own->arena, &weighings);
    weighings_of_few(scenario, 2, own->arena, &of_two);
    for (size_t i = 0; i < of_two.count; i++)
        *LIST_ADD(&weighings, struct weighing) = *LIST_AT(&of_two, struct weighing, i);
    own->wanted = wanted_all(&weighings, own->arena);
    return true;
}

static bool check_size(const struct interview *interview, struct error *error)
{
    if (interview->scenario->option_total > INTERVIEW_OPTIONS_MAX)
        return error_set(error, TOO_LARGE, "%u options are too many to be asked about; at most %d",
                         interview->scenario->option_total, INTERVIEW_OPTIONS_MAX);
    if (interview->reply_count > INTERVIEW_REPLIES_MAX)
        return error_set(error, TOO_LARGE, "%zu answers are too many; at most %d",
                         interview->reply_count, INTERVIEW_REPLIES_MAX);
    return true;
}

static bool start(struct interviewer *own, struct interview_state *state)
{
    const struct interview *interview = own->interview;
    own->cone = score_cone_make(own->scenario, interview->replies, interview->reply_count,
                                own->budget, own->arena);
    own->least = ARENA_ARRAY(own->arena, int64_t, own->cone.width);
    enum simplex_end end = score_cone_least(&own->cone, NULL, 0, own->least);
    if (end == SIMPLEX_STOPPED)
        return budget_stopped(own->error);
    if (end == SIMPLEX_IMPOSSIBLE)
        find_contradiction(own, state);
    else if (end != SIMPLEX_FOUND)
        return error_set(own->error, TOO_LARGE,
                         "the answers lead to numbers that are too large; leave some out");
    return true;
}

static bool is_about_reserve(const struct interview *interview)
{
    for (size_t i = 0; i < interview->reply_count; i++)
        if (!interview->replies[i].weighing.right)
            return true;
    return false;
}

bool interview_ask(const struct interview *interview, struct budget *budget, struct arena *arena,
                   struct interview_state *state, struct error *error)
{
    struct interviewer own = {.interview = interview,
                              .scenario = interview->scenario,
                              .budget = budget,
                              .arena = arena,
                              .error = error};
    struct interview_state made = {.is_done = false};
    struct list packages = LIST_MAKE(arena, const uint32_t *);
    if (!check_size(interview, error) || !start(&own, &made))
        return false;
    *state = made;
    if (made.contradiction)
        return true;
    find_samples(&own);
    made.scores = own.least;
    made.reserve = own.least[own.cone.width - 1];
    made.has_reserve = is_about_reserve(interview);
    if (!find_wanted(&own, &made, &packages) || !choose(&own, true, &made))
        return false;
    if (made.next.count == 0 && interview->asks_reserve) {
        own.wanted = wanted_acceptance(own.scenario, interview->party, &packages, arena);
        if (!choose(&own, false, &made))
            return false;
    }
    made.is_done = made.next.count == 0;
    *state = made;
    return true;
}
