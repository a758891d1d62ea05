// SPDX-License-Identifier: Apache-2.0
// Which slots of a sheet make one issue, and the options it has: what the writer of scenarios and
// its rules share.

#ifndef ENTENTE_EXCHANGE_BARGAIN_SLOT_ISSUER_H
#define ENTENTE_EXCHANGE_BARGAIN_SLOT_ISSUER_H

#include "base/list.h"
#include "exchange/bargain/slot_issues.h"

struct issuer {
    const struct sheet *sheet;
    struct arena *arena;
    uint32_t *leader;            // by slot: the first slot of its issue, NO_INDEX: not open
    const uint32_t *const *held; // by slot and party: the wording
};

struct issuer issuer_make(const struct sheet *sheet, struct arena *arena);
// The slots of the issue with this leader: uint32_t, ascending.
struct list issuer_slots(const struct issuer *issuer, uint32_t leader);
// Every row of wordings that somebody holds, the base's first: const uint32_t *, a wording for each
// of the slots.
struct list issuer_options(const struct issuer *issuer, const struct list *slots);
// How many issues there are before the one with this leader.
uint32_t issuer_number(const struct issuer *issuer, uint32_t leader);

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
