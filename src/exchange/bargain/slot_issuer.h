// SPDX-License-Identifier: Apache-2.0
// Which slots of a sheet make one issue, and the options it has: what the writer of scenarios and
// their rules share.

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
// Whether the wordings that a party holds in the slots of an issue are those of this option.
bool issuer_holds(const struct issuer *issuer, const struct list *slots, uint32_t party,
                  const uint32_t *option);
// How many issues there are before the one with this leader.
uint32_t issuer_number(const struct issuer *issuer, uint32_t leader);

#endif
