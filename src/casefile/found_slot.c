// SPDX-License-Identifier: Apache-2.0
#include "casefile/found_slot.h"

#include "record/hash.h"

#define VARIANT_DIGITS 12

struct str slot_variant_id(struct str text, struct arena *arena)
{
    return hash_start_hex(hash_of(text), VARIANT_DIGITS, arena);
}
