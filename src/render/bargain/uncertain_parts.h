// SPDX-License-Identifier: Apache-2.0
// Pieces that several forms of an answer about uncertain values are made of.

#ifndef ENTENTE_RENDER_BARGAIN_UNCERTAIN_PARTS_H
#define ENTENTE_RENDER_BARGAIN_UNCERTAIN_PARTS_H

#include "answers/uncertain_answer.h"
#include "render/bargain/standing_words.h"

#define UNCERTAIN_STOPPED                                                                          \
    "a limit was reached before all was worked out; what is said is proved, counts may be bounds"

// "surely", "possibly", "never" or "open": for programs.
struct str standing_code(enum standing standing);

#endif
