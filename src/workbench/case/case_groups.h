// SPDX-License-Identifier: Apache-2.0
// What a group holds in common, and where its members differ.

#ifndef ENTENTE_WORKBENCH_CASE_GROUPS_H
#define ENTENTE_WORKBENCH_CASE_GROUPS_H

#include "answers/case_answer.h"
#include "workbench/case/case.h"
#include "workbench/case/case_drafts.h"

// One stance in the words of its item.
struct case_stance case_stance_of(const struct item *stance);

// What a party or group says of a slot: the wordings its draft has, and its stances.
// slot  whole, with who holds what
struct case_member case_member_of(const struct case_holders *holders, const struct item *slot,
                                  struct str party);

// The slots on which members differ, in order of birth: their drafts hold different wordings, or one
// has another stance than the group on the same wording.
// Owner: the holders' arena
size_t case_divergences(struct case_holders *holders, const struct item *group,
                        const struct case_divergence **divergences);

#endif
