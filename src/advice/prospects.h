// SPDX-License-Identifier: Apache-2.0
// Between two versions of what is on the table: is agreement nearer or farther, and why?

#ifndef ENTENTE_ADVICE_PROSPECTS_H
#define ENTENTE_ADVICE_PROSPECTS_H

#include "frontier/solution.h"

enum verdict {
    VERDICT_UNCHANGED,
    VERDICT_NEARER,
    VERDICT_FARTHER,
    VERDICT_NOT_KNOWN // what decides it could not be counted to the end
};

// What one issue's change does when it is made alone to the old version.
struct issue_change {
    uint32_t issue;    // of the old version
    int64_t raises;    // the common gain by this much; negative: lowers it
    uint32_t most_hit; // the party whose best gain changes most; UINT32_MAX: none
    int64_t hit_by;
};

// Between what a gain lies; both ends are one when it is known.
struct gain_range {
    int64_t least; // GAIN_NONE: it may be that there is no package to gain from
    int64_t most;  // GAIN_NONE: there is none
};
#define GAIN_NONE INT64_MIN

struct side_prospects {
    struct tally acceptable;
    int64_t common_gain;  // what all can gain together; negative: all reserves must sink by this
    bool has_common_gain; // false: the rules and red lines allow nothing at all, or it is not known
    struct gain_range common; // the same as far as it is known; none: nothing is allowed
    const int64_t *ideal;     // by party, over acceptable packages; NULL: none is, or not known
    const struct gain_range *best; // by party: its best gain from an acceptable package
    const struct tally *to_each;
    struct fair_point nash; // not defined: none is acceptable
};

// Parties are those of the old version, in its order; the new one must have the same, by name.
struct prospects {
    struct side_prospects old;
    struct side_prospects new;
    bool is_comparable; // both have the same issues by name: the next three are known
    struct tally kept;  // packages acceptable in both
    struct str gained;  // acceptable only in the new version; empty: not known
    struct str lost;
    enum verdict verdict; // for all
    const enum verdict *for_each;
    const struct issue_change *changes; // the strongest first
    size_t change_count;
    bool is_cut; // the budget ended first: what is told is true, and something may be missing
};

// Compares two scenarios that both have been solved with counts, or for which these were cut short.
//
// Owner:   arena
// Result:  what the budget allows; what bounds do not decide is not known
// Errors:  BAD_INPUT when the parties differ
bool prospects_find(const struct solution *old, const struct solution *new, struct budget *budget,
                    struct arena *arena, struct prospects *prospects,
                    struct error *error) MUST_CHECK;

#endif
