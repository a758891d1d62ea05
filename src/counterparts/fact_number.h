// SPDX-License-Identifier: Apache-2.0
// Numbers with what they count, as rival texts write them: "EUR 18,400", "9.6 million thalers",
// "two thirds".

#ifndef ENTENTE_COUNTERPARTS_FACT_NUMBER_H
#define ENTENTE_COUNTERPARTS_FACT_NUMBER_H

#include "counterparts/fact.h"
#include "prose/prose.h"

// Result: the tokens it takes from `at` on, 0 when none begins there; fact->said may begin before
//         them with a sign of money. A number that only cites a clause or is part of a name ("G8") is
//         none.
// Owner:  arena
size_t fact_number_read(const struct prose *prose, size_t at, struct arena *arena,
                        struct fact *fact);

// True for "Article", "clause" and the like, which a number may follow.
bool fact_number_is_cited(const struct prose *prose, size_t at);

#endif
