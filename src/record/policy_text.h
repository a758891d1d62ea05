// SPDX-License-Identifier: Apache-2.0
// The expression of a policy, as PostgreSQL writes it again from what it keeps: its versions differ in
// parentheses that change nothing, in casts, aliases and white space.

#ifndef ENTENTE_RECORD_POLICY_TEXT_H
#define ENTENTE_RECORD_POLICY_TEXT_H

#include "base/str.h"

// Is `found` the expression `wanted`, which has all parentheses, written otherwise? The same words, numbers,
// texts, calls and operators in the same order, and no operator binds other ones than there. False in doubt.
bool policy_text_equal(struct str wanted, struct str found);

#endif
