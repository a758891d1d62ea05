// SPDX-License-Identifier: Apache-2.0
// A base and copies of it that were compared with it, kept for merges to come: a new copy costs one.

#ifndef ENTENTE_MERGE_COMPARISONS_H
#define ENTENTE_MERGE_COMPARISONS_H

#include "merge/compare.h"

// 1. All documents live as long. 2. It grows; what was compared stays until it is closed.
struct comparisons;

// Errors: TOO_LARGE above max_tokens
bool comparisons_open(const struct document *base, size_t max_tokens,
                      struct comparisons **comparisons, struct error *error) MUST_CHECK;
// NULL is fine.
void comparisons_close(struct comparisons *comparisons);
// Compares one more copy. Errors: TOO_LARGE; STOPPED
bool comparisons_add(struct comparisons *comparisons, const struct document *copy,
                     struct budget *budget, struct error *error) MUST_CHECK;

const struct tokens *comparisons_base(const struct comparisons *comparisons);
// What came of a copy; NULL where it was not compared.
const struct comparison *comparisons_of(const struct comparisons *comparisons,
                                        const struct document *copy);

#endif
