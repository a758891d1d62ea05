// SPDX-License-Identifier: Apache-2.0
// Domains and linear additive profiles of GeniusWeb, in JSON.

#ifndef ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_GENIUSWEB_H
#define ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_GENIUSWEB_H

#include "exchange/foreign_scenarios/domain.h"
#include "exchange/foreign_scenarios/tree.h"

// Whether the file is a domain (it has issuesValues), a profile of any kind (its one member is an
// object with a domain), or the settings of a session.
bool geniusweb_is_domain(const struct tree *tree);
bool geniusweb_is_profile(const struct tree *tree);
bool geniusweb_is_settings(const struct tree *tree);

// Adds the issues of a domain, or of a profile, which has its domain inside. A range of numbers has
// each of its steps as an option.
// Errors:  those of domain_add; BAD_INPUT, UNSUPPORTED: a set of values of another form
bool geniusweb_read_domain(const struct tree *tree, struct domain *domain,
                           struct error *error) MUST_CHECK;

// Reads a LinearAdditiveUtilitySpace, also in the older spelling (discreteutils, numberutils). Value
// is weight × utility, between the ends of a range exactly interpolated. The reserve is the value of
// the reservation bid, which a note tells; without a bid it is 0.
//
// Errors:  BAD_INPUT as GeniusWeb itself refuses: weights that do not sum to 1, a utility outside 0
//          to 1, issues or options that the domain lacks, or that lack a weight or utility;
//          UNSUPPORTED: a profile of another kind
bool geniusweb_read_profile(const struct tree *tree, struct domain *domain, struct profile *profile,
                            struct error *error) MUST_CHECK;

#endif
