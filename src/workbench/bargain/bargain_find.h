// SPDX-License-Identifier: Apache-2.0
// The question what could be agreed, answered without showing the answer.

#ifndef ENTENTE_WORKBENCH_BARGAIN_BARGAIN_FIND_H
#define ENTENTE_WORKBENCH_BARGAIN_BARGAIN_FIND_H

#include "answers/bargain_answer.h"
#include "uncertain_values/values.h"
#include "workbench/answer.h"

// What is asked of a scenario, in the words that a person gives. All zero: the whole answer.
struct bargain_request {
    const char *point; // one of nash, utilitarian, maxmin, egalitarian, ks: this point alone
    const char *const *changes; // what-if changes (advice/change.h), made in turn before all else
    size_t change_count;
    const char *draft; // the package on the table (advice/draft.h); NULL: none
    const char *party; // as this party sees it, without the values of the others; NULL: as all do
    bool explain;      // what stands in the way, though some package is acceptable
    // How it is solved; NULL: as the point asks. What stands in the way is then told on request alone.
    const struct solution_request *solving;
};

// One scenario as the caller gave it: its first file and those that belong to it.
struct scenario_source {
    const struct entente_file *first;
    const struct entente_file *more;
    size_t more_count;
};

// Reads a scenario; uncertain->parties is NULL when all its values are exact.
//
// Owner:   arena; borrows the files' bytes
// Errors:  those of the readers, with the place
bool bargain_read(struct scenario_source source, struct arena *arena, struct scenario *scenario,
                  struct uncertain *uncertain, struct error *error) MUST_CHECK;

// Says that there is no such party, and which one may be meant; gives false.
bool bargain_no_party(const struct scenario *scenario, struct str name, struct arena *arena,
                      struct error *error);

// What a question about packages may take, by the caller's bounds or by its own.
struct budget bargain_budget(const struct entente_bounds *bounds);

// The scenario as the request asks for it: with its changes, and of one party alone if it names one.
//
// scenario  stays as it is
// Result:   *asked, which shares what did not change
// Owner:    arena
// Errors:   MISUSE quoting the change or the party
bool bargain_asked(const struct bargain_request *request, const struct scenario *scenario,
                   struct arena *arena, struct scenario *asked, struct error *error) MUST_CHECK;

// The bit of a point in a solution_request, by its name.
// Errors:   MISUSE quoting a point that there is not
bool bargain_point_bits(const char *point, unsigned *bits, struct error *error) MUST_CHECK;

// Answers a scenario with exact values: what is acceptable, the front, the fair points, how the draft
// does, what stands in the way.
//
// scenario  before the request's changes
// Result:   *answer; what the budget does not suffice for is left out, and bargain_answer_is_cut
//           then says so
// Owner:    arena; borrows the scenario's names, lists and notes
// Errors:   MISUSE quoting a point, change, draft or party that there is not; STOPPED, TOO_LARGE
//           when not even the packages can be laid out within the budget
bool bargain_find(const struct bargain_request *request, const struct scenario *scenario,
                  struct budget *budget, struct arena *arena, struct bargain_answer *answer,
                  struct error *error) MUST_CHECK;

// Says whether agreement is nearer or farther in the new of two scenarios with exact values.
//
// old, new  as they are asked for (bargain_asked)
// solved    new's answer with counts, if it is there already; NULL: it is solved for the comparison
// Owner:    arena; borrows both scenarios and what is solved
// Errors:   as above; BAD_INPUT when the parties differ
bool bargain_compare(const struct scenario *old, const struct scenario *new,
                     const struct solution *solved, struct budget *budget, struct arena *arena,
                     struct prospects_answer *answer, struct error *error) MUST_CHECK;

#endif
