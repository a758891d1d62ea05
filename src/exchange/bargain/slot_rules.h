// SPDX-License-Identifier: Apache-2.0
// What conflicts between wordings forbid among the issues made of their slots.

#ifndef ENTENTE_EXCHANGE_BARGAIN_SLOT_RULES_H
#define ENTENTE_EXCHANGE_BARGAIN_SLOT_RULES_H

#include "exchange/bargain/slot_issuer.h"

struct issue_choice {
    uint32_t issue;
    uint32_t option;
};

// One rule: options of different issues that do not go together, all taken.
struct issue_rule {
    const struct issue_choice *choices; // ascending by issue
    uint32_t count;
    struct str reason;
};

// What the conflicts say of the issues' options: a struct issue_rule for each set of options that
// takes all the wordings of one. Wordings that all hold are always taken; those that no
// option takes never.
// Owner: issuer->arena
struct list issuer_rules(const struct issuer *issuer, const struct slot_conflict *conflicts,
                         size_t count);

#endif
