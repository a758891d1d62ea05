// SPDX-License-Identifier: Apache-2.0
// All that laying finds.

#ifndef ENTENTE_MERGE_LAYOUT_H
#define ENTENTE_MERGE_LAYOUT_H

#include "base/list.h"

struct layout {
    struct list slots;             // struct slot
    struct list moves;             // struct move
    struct list spacings;          // struct spacing
    struct list run_changes;       // struct run change
    struct list paragraph_changes; // struct paragraph change
    struct list kept;              // struct kept_words
    struct list settings;          // struct setting
};

#endif
