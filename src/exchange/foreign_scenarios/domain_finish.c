// SPDX-License-Identifier: Apache-2.0
#include "base/checked.h"
#include "exchange/foreign_scenarios/domain.h"

// Exact values stay below this, so that sums over issues have room.
#define LARGEST_SCALE ((int64_t)1 << 58)
#define ROUNDED_SCALE ((int64_t)1000000000000000)

static const struct fraction one = {1, 1};

static bool widen(int64_t *scale, int64_t under)
{
    return fraction_common(*scale, under, scale) && *scale <= LARGEST_SCALE;
}

// The least scale at which every number of all profiles is whole; false when it does not fit.
static bool find_scale(const struct domain *domain, const struct list *profiles, int64_t *scale)
{
    *scale = 1;
    for (size_t p = 0; p < profiles->count; p++) {
        const struct profile *profile = LIST_AT(profiles, struct profile, p);
        if (!widen(scale, profile->constant.under) || !widen(scale, profile->reserve.under))
            return false;
        for (uint32_t i = 0; i < domain->issues.count; i++) {
            const struct issue *issue = domain_issue_at(domain, i);
            for (uint32_t o = issue->first; o < issue->first + issue->option_count; o++) {
                struct fraction value;
                if (!fraction_multiply(profile->weights[i], profile->evaluations[o], &value) ||
                    !widen(scale, value.under))
                    return false;
            }
        }
    }
    return true;
}

static bool add_constant(const struct issue *first, int64_t constant, int64_t *scores)
{
    for (uint32_t o = 0; o < first->option_count; o++)
        if (!checked_add(scores[o], constant, &scores[o]))
            return false;
    return true;
}

// A reserve between two whole numbers is reached by the upper one only.
static bool scale_reserve(struct fraction reserve, int64_t scale, int64_t *whole)
{
    struct fraction exact;
    if (!fraction_scale(reserve, one, scale, whole))
        return false;
    if (fraction_multiply(reserve, (struct fraction){scale, 1}, &exact) &&
        fraction_compare((struct fraction){*whole, 1}, exact) < 0)
        (*whole)++;
    return true;
}

// The value of the bid, or of the worst package.
static bool sum_reserve(const struct domain *domain, const struct profile *profile,
                        const int64_t *scores, int64_t *reserve)
{
    bool is_lowest = profile->reserve_kind == RESERVE_LOWEST;
    *reserve = 0;
    for (uint32_t i = 0; i < domain->issues.count; i++) {
        const struct issue *issue = domain_issue_at(domain, i);
        const int64_t *row = scores + issue->first;
        int64_t value = is_lowest ? row[0] : 0;
        for (uint32_t o = 1; is_lowest && o < issue->option_count; o++)
            value = row[o] < value ? row[o] : value;
        if (!is_lowest && profile->reserve_bid[i] != NAMES_NONE)
            value = row[profile->reserve_bid[i]];
        if (!checked_add(*reserve, value, reserve))
            return false;
    }
    return true;
}

// Whether no sum of values can leave ±VALUE_MAX, as scenario_check asks.
static bool values_fit(const struct domain *domain, const struct scenario_party *party)
{
    int64_t sum = party->reservation < 0 ? -party->reservation : party->reservation;
    for (uint32_t i = 0; i < domain->issues.count; i++) {
        const struct issue *issue = domain_issue_at(domain, i);
        int64_t largest = 0;
        for (uint32_t o = issue->first; o < issue->first + issue->option_count; o++) {
            int64_t score = party->scores[o];
            if (score > VALUE_MAX || score < -VALUE_MAX)
                return false;
            int64_t size = score < 0 ? -score : score;
            largest = size > largest ? size : largest;
        }
        if (!checked_add(sum, largest, &sum) || sum > VALUE_MAX)
            return false;
    }
    return true;
}

static bool scale_party(const struct domain *domain, const struct profile *profile, int64_t scale,
                        struct scenario_party *party)
{
    int64_t *scores = ARENA_ARRAY(domain->arena, int64_t, domain->option_total);
    int64_t constant;
    for (uint32_t i = 0; i < domain->issues.count; i++) {
        const struct issue *issue = domain_issue_at(domain, i);
        for (uint32_t o = issue->first; o < issue->first + issue->option_count; o++)
            if (!fraction_scale(profile->weights[i], profile->evaluations[o], scale, &scores[o]))
                return false;
    }
    if (!fraction_scale(profile->constant, one, scale, &constant) ||
        !add_constant(domain_issue_at(domain, 0), constant, scores))
        return false;
    *party = (struct scenario_party){.name = profile->name, .scores = scores};
    bool done = profile->reserve_kind == RESERVE_NUMBER
                    ? scale_reserve(profile->reserve, scale, &party->reservation)
                    : sum_reserve(domain, profile, scores, &party->reservation);
    return done && party->reservation >= -VALUE_MAX && party->reservation <= VALUE_MAX &&
           values_fit(domain, party);
}

static bool scale_all(const struct domain *domain, const struct list *profiles, int64_t scale,
                      struct scenario_party *parties)
{
    for (size_t p = 0; p < profiles->count; p++)
        if (!scale_party(domain, LIST_AT(profiles, struct profile, p), scale, &parties[p]))
            return false;
    return true;
}

// Exactly, or with as many decimals as fit.
static bool scale_as_fits(struct domain *domain, const struct list *profiles,
                          struct scenario_party *parties, int64_t *scale)
{
    if (find_scale(domain, profiles, scale) && scale_all(domain, profiles, *scale, parties))
        return true;
    int places = 15;
    for (*scale = ROUNDED_SCALE; *scale > 0; *scale /= 10, places--)
        if (scale_all(domain, profiles, *scale, parties)) {
            domain_note(domain,
                        "the decimals are too long for one exact scale in 64 bits; worths were "
                        "rounded to %d places",
                        places);
            return true;
        }
    return false;
}

// Names that stand twice give way to those of the files.
static void tell_apart(const struct domain *domain, const struct list *profiles)
{
    struct names *names = names_make(domain->arena);
    bool is_twice = false;
    for (size_t p = 0; p < profiles->count; p++)
        is_twice |= names_add(names, LIST_AT(profiles, struct profile, p)->name) != p;
    for (size_t p = 0; is_twice && p < profiles->count; p++)
        LIST_AT(profiles, struct profile, p)->name = LIST_AT(profiles, struct profile, p)->file;
}

static void note_reserve(struct domain *domain, const struct profile *profile)
{
    switch (profile->reserve_kind) {
    case RESERVE_NUMBER:
        if (profile->reserve.over != 0)
            domain_note(domain, "%.*s: a reserve of %.*s was read", STR_ARGS(profile->name),
                        STR_ARGS(fraction_decimal(profile->reserve, domain->arena)));
        break;
    case RESERVE_BID:
        domain_note(domain, "%.*s: the reserve is the worth of its reservation bid",
                    STR_ARGS(profile->name));
        break;
    case RESERVE_LOWEST:
        domain_note(domain,
                    "%.*s names no reserve: any agreement is better than none, and gains are "
                    "counted from its worst package",
                    STR_ARGS(profile->name));
        break;
    }
}

static void note_profiles(struct domain *domain, const struct list *profiles)
{
    for (size_t p = 0; p < profiles->count; p++) {
        const struct profile *profile = LIST_AT(profiles, struct profile, p);
        if (profile->is_near)
            domain_note(domain,
                        "%.*s: numbers with more digits than fit were rounded at their 18th digit",
                        STR_ARGS(profile->name));
        note_reserve(domain, profile);
    }
}

bool domain_finish(struct domain *domain, const struct list *profiles, struct scenario *scenario,
                   struct error *error)
{
    int64_t scale;
    struct str source = LIST_AT(profiles, struct profile, 0)->file;
    struct scenario_party *parties =
        ARENA_ARRAY(domain->arena, struct scenario_party, profiles->count);
    if (profiles->count > SCENARIO_PARTIES_MAX)
        return error_at(error, TOO_LARGE, place_of(source), "%zu profiles are more than %d parties",
                        profiles->count, SCENARIO_PARTIES_MAX);
    tell_apart(domain, profiles);
    note_profiles(domain, profiles);
    if (!scale_as_fits(domain, profiles, parties, &scale))
        return error_at(error, TOO_LARGE, place_of(source), "the worths are too large for 64 bits");
    if (scale != 1)
        domain_note(domain,
                    "in JSON and CSV worths are whole numbers: those of the files times %lld",
                    (long long)scale);
    *scenario = (struct scenario){.name = domain->name,
                                  .issues = LIST_ITEMS(&domain->issues, struct issue),
                                  .issue_count = (uint32_t)domain->issues.count,
                                  .option_total = domain->option_total,
                                  .parties = parties,
                                  .party_count = (uint32_t)profiles->count,
                                  .scale = scale,
                                  .notes = LIST_ITEMS(&domain->notes, struct str),
                                  .note_count = domain->notes.count};
    return scenario_check(scenario, source, error);
}
