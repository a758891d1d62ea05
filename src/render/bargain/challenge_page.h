// SPDX-License-Identifier: Apache-2.0
// The challenge model's part of a page about actors.

#ifndef ENTENTE_RENDER_BARGAIN_CHALLENGE_PAGE_H
#define ENTENTE_RENDER_BARGAIN_CHALLENGE_PAGE_H

#include "answers/spatial_answer.h"
#include "base/builder.h"

// answer->challenges is there.
void challenge_page_write(const struct spatial_answer *answer, size_t dimension,
                          struct builder *out);

#endif
