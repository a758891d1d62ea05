// SPDX-License-Identifier: Apache-2.0
// Two packages, or parts of packages, that a party weighs against each other; and lists of them.

#ifndef ENTENTE_UNCERTAIN_VALUES_WEIGHING_H
#define ENTENTE_UNCERTAIN_VALUES_WEIGHING_H

#include "bargain/scenario.h"
#include "base/budget.h"
#include "base/list.h"

#define WEIGHINGS_MAX 100000            // that are wanted
#define WEIGHED_PACKAGES_MAX 2000       // whose pairs are looked at
#define WEIGHED_COMBINATIONS_MAX 200000 // among which the feasible ones are looked for

// Left and right name an option of the same issues, rising, and different ones. right NULL: left is
// a whole package, and is weighed against the reserve.
struct weighing {
    const struct choice *left;
    const struct choice *right;
    uint32_t count;
};

enum reply { REPLY_RIGHT = -1, REPLY_EQUAL = 0, REPLY_LEFT = 1 }; // what is worth more

// Of a package weighed against the reserve REPLY_LEFT says that it is accepted, REPLY_RIGHT that not.
struct replied {
    struct weighing weighing;
    enum reply reply;
};

// A weighing whose outcome is wanted. Those of one group stand together; of a group that is about a
// package that might be beaten it is enough to know one that beats it.
struct wanted_weighing {
    struct weighing weighing;
    uint32_t group;
    bool tie_beats; // the left beats the right also when both are worth as much
};

struct wanted_list {
    const struct wanted_weighing *items; // those of few issues first
    size_t count;
    bool is_about_beaten; // each group asks whether its right package is beaten
};

// All feasible packages, one row of options after another.
// Errors: TOO_LARGE above WEIGHED_COMBINATIONS_MAX combinations or `most` feasible ones; STOPPED
bool weighed_packages(const struct scenario *scenario, size_t most, struct budget *budget,
                      struct arena *arena, struct list *packages, struct error *error) MUST_CHECK;

// By how many issues they differ at most: every weighing of two options of one issue, and of two
// issues. Each once, in one direction.
void weighings_of_few(const struct scenario *scenario, uint32_t issues, struct arena *arena,
                      struct list *weighings);

// What must be known to rank the packages; each difference once.
bool wanted_ranking(const struct scenario *scenario, const struct list *packages,
                    struct budget *budget, struct arena *arena, struct wanted_list *wanted,
                    struct error *error) MUST_CHECK;
// What must be known to place one package among them.
struct wanted_list wanted_place(const struct scenario *scenario, const struct list *packages,
                                const uint32_t *package, struct arena *arena);
// What must be known to say which of them no other beats.
bool wanted_front(const struct scenario *scenario, uint32_t party, const struct list *packages,
                  struct budget *budget, struct arena *arena, struct wanted_list *wanted,
                  struct error *error) MUST_CHECK;
// What must be known to say which of them the party accepts; those over its red lines are left out.
struct wanted_list wanted_acceptance(const struct scenario *scenario, uint32_t party,
                                     const struct list *packages, struct arena *arena);
// The weighings as a list of what is wanted.
struct wanted_list wanted_all(const struct list *weighings, struct arena *arena);

#endif
