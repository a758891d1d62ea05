// SPDX-License-Identifier: Apache-2.0
// What could everyone accept: packages, fronts, fair points, concessions.

#ifndef ENTENTE_BARGAIN_H
#define ENTENTE_BARGAIN_H

#include <entente/entente.h>

enum entente_bargain_form {
    ENTENTE_BARGAIN_TEXT, // tables for a terminal
    ENTENTE_BARGAIN_JSON,
};

struct entente_bargain_options {
    enum entente_bargain_form form;
    const char *point; // one of nash, utilitarian, maxmin, egalitarian, ks; NULL: everything
    const char *const *changes; // "PARTY.reserve=-5": what-if changes, made in turn
    size_t change_count;
};

// Answers a scenario. The answer is "no" when no package is acceptable to all.
//
// options  NULL: the defaults
// Errors:  ENTENTE_BAD_INPUT with the place; ENTENTE_LIMIT when the bounds are reached
ENTENTE_API bool entente_bargain(const struct entente_bargain_options *options,
                                 const struct entente_file *scenario,
                                 const struct entente_bounds *bounds,
                                 struct entente_answer **answer, struct entente_error *error);

#endif
