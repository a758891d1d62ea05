// SPDX-License-Identifier: Apache-2.0
// Domains and profiles of the Genius platform, in XML.

#ifndef ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_GENIUS_H
#define ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_GENIUS_H

#include "codec/xml.h"
#include "exchange/foreign_scenarios/domain.h"

// One file, read as XML.
struct genius {
    struct str name;
    struct xml xml;
};

// Whether the root is that of a domain (negotiation_template) or a profile (utility_space).
bool genius_is_domain(const struct genius *genius);
bool genius_is_profile(const struct genius *genius);

// Adds the issues of a domain, or of a profile, which has them too. Integer issues have each whole
// number from their lower bound on as an option.
// Errors:  those of domain_add; BAD_INPUT: a range that is none; UNSUPPORTED: real-valued issues
bool genius_read_domain(const struct genius *genius, struct domain *domain,
                        struct error *error) MUST_CHECK;

// Reads a profile. A party's value of an option is weight × evaluation / largest evaluation of the
// issue; integer issues are evaluated from their lower bound on. Discounts and reserves are told in
// the domain's notes.
//
// domain   the issues, from a domain or the first profile
// Owner:   domain->arena
// Errors:  BAD_INPUT: a weight or option that is missing, a number that is none; UNSUPPORTED:
//          evaluators of other kinds; TOO_LARGE: decimals too long to be divided exactly
bool genius_read_profile(const struct genius *genius, struct domain *domain,
                         struct profile *profile, struct error *error) MUST_CHECK;

#endif
