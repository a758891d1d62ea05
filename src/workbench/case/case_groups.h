// SPDX-License-Identifier: Apache-2.0
// What a group holds in common, and where its members differ.

#ifndef ENTENTE_WORKBENCH_CASE_GROUPS_H
#define ENTENTE_WORKBENCH_CASE_GROUPS_H

#include "workbench/case/case.h"
#include "workbench/case/case_drafts.h"

// The slots on which members differ: their drafts hold different wordings, or one has another stance
// than the group on the same wording. Whole, with who holds what: struct item, in order of birth.
struct list case_divergences(struct case_holders *holders, const struct item *group);

// The stances of one party or group on a slot: const struct item *.
struct list case_stances(const struct case_holders *holders, struct str slot, struct str party);

// The member "divergences": [{slot, members: [{party, variant, stances: [{variant, stance}]}]}].
void case_write_divergences(struct json_writer *writer, struct case_holders *holders,
                            const struct item *group);

// What a member holds, in words: "NORD: “within 60 days”, reserve “within 30 days”".
struct str case_member_says(const struct case_holders *holders, const struct item *slot,
                            struct str party);

#endif
