// SPDX-License-Identifier: Apache-2.0
// What the gate writes: requests anew, in one way, and its own refusals.

#ifndef ENTENTE_SERVE_CANONICAL_H
#define ENTENTE_SERVE_CANONICAL_H

#include "serve/head.h"

enum { CANONICAL_REFUSAL_MAX = 1024 };

// The request as the library gets it; memory of malloc.
struct str canonical_head(const struct head *head, const char *address);
// An answer that ends the connection; at most CANONICAL_REFUSAL_MAX bytes. Gives their number.
size_t canonical_refusal(const struct head_refusal *refusal, char *bytes);
// "Not Found"
const char *canonical_reason(int status);

#endif
