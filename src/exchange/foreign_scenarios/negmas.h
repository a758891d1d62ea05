// SPDX-License-Identifier: Apache-2.0
// Scenarios of NegMAS: an outcome space and a utility function for each party, in YAML or JSON.

#ifndef ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_NEGMAS_H
#define ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_NEGMAS_H

#include "exchange/foreign_scenarios/domain.h"
#include "exchange/foreign_scenarios/tree.h"

// Whether the file's type says that it is an outcome space, or a utility function.
bool negmas_is_domain(const struct tree *tree);
bool negmas_is_profile(const struct tree *tree);
// Whether a file of this name holds what NegMAS notes beside a scenario: statistics, plots, infos.
bool negmas_is_aside(struct str name);

// Adds the issues of an outcome space.
// Errors:  those of domain_add; UNSUPPORTED: an outcome space without a list of issues, issues with
//          real or endless values
bool negmas_read_domain(const struct tree *tree, struct domain *domain,
                        struct error *error) MUST_CHECK;

// Reads a linear additive, affine, linear or constant utility function, discounted or not. Value is
// as NegMAS has it: bias + sum of weight × value, not normalised. A reserve of minus infinity is no
// reserve. Discounting is told in the domain's notes.
//
// Errors:  UNSUPPORTED: a utility or value function of another type; BAD_INPUT: too few or many
//          values or weights, an option without a value, a name that the domain lacks; TOO_LARGE:
//          decimals too long for an exact sum
bool negmas_read_profile(const struct tree *tree, struct domain *domain, struct profile *profile,
                         struct error *error) MUST_CHECK;

#endif
