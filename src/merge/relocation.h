// SPDX-License-Identifier: Apache-2.0
// A paragraph that a draft has elsewhere.

#ifndef ENTENTE_MERGE_RELOCATION_H
#define ENTENTE_MERGE_RELOCATION_H

#include <stdint.h>

// A paragraph (or several that follow one another) that stands elsewhere in the draft. Positions
// count tokens from the start of the flow.
struct relocation {
    uint32_t flow; // of the base
    uint32_t base_from;
    uint32_t base_to;
    uint32_t draft_from;
    uint32_t draft_to;
    uint32_t words;
    uint32_t shared; // tokens that both stretches have
};

#endif
