// SPDX-License-Identifier: Apache-2.0
// How far a log goes.

#ifndef ENTENTE_RECORD_HEAD_ROW_H
#define ENTENTE_RECORD_HEAD_ROW_H

#include "record/hash.h"

struct head_row {
    struct str audience;
    uint64_t size;
    struct hash root;
};

#endif
