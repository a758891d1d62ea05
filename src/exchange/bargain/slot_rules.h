// SPDX-License-Identifier: Apache-2.0
// What conflicts between wordings forbid among the issues made of their slots.

#ifndef ENTENTE_EXCHANGE_BARGAIN_SLOT_RULES_H
#define ENTENTE_EXCHANGE_BARGAIN_SLOT_RULES_H

#include "answers/issues_answer.h"
#include "exchange/bargain/slot_issuer.h"

// What the conflicts say of the issues' options: a struct issue_rule for each set of options that
// takes all the wordings of one. Wordings that all hold are always taken; those that no
// option takes never.
// Owner: issuer->arena
struct list issuer_rules(const struct issuer *issuer, const struct slot_conflict *conflicts,
                         size_t count);

// The same sums of the issues' options: struct issue_sum. Owner: issuer->arena
struct list issuer_sums(const struct issuer *issuer, const struct slot_sum *sums, size_t count);

#endif
