// SPDX-License-Identifier: Apache-2.0
// Finds the wordings in a marked text: "[US, EU: within 30 days]".

#ifndef ENTENTE_EXCHANGE_MERGED_BRACKET_SCAN_H
#define ENTENTE_EXCHANGE_MERGED_BRACKET_SCAN_H

#include "base/names.h"
#include "exchange/merged/marked.h"
#include "merge/sheet.h"

// One bracket with its holders. Ranges are bytes of marked.text.
struct bracket {
    uint32_t open;  // of "["
    uint32_t words; // behind ": "
    uint32_t close; // of "]"
    bool is_base;
    enum slot_unit unit;         // what its head says: "row", "cell"
    const struct party *parties; // ascending
    uint32_t party_count;
};

struct bracket_scan {
    const struct marked *marked;
    const uint32_t *close_of; // per byte: the "]" of an open "[", else NO_INDEX
    struct names *parties;
    struct arena *arena;
};

// The parties are those of the last line, or all that stand in a bracket's head, by their bytes.
struct bracket_scan bracket_scan_make(const struct marked *marked, struct arena *arena);

// Whether a wording with its holders opens at byte `at`.
bool bracket_at(const struct bracket_scan *scan, size_t at, struct bracket *bracket);

// The brackets of the slot that opens at byte `at`: the first, and those of the same unit that follow
// it behind one space (rows: or on the next line) and do not say "base" or name a party again. Gives
// their number, 0 when none opens there.
size_t bracket_slot_at(const struct bracket_scan *scan, size_t at, struct list *brackets);

// The words of a bracket; "(nothing)" is no words, at no place: bytes is NULL.
struct str bracket_words(const struct bracket_scan *scan, const struct bracket *bracket);
// The tables, rows or cells among them, as parts of a wording. Owner: the scan's arena
const struct wording_part *bracket_parts(const struct bracket_scan *scan,
                                         const struct bracket *bracket, uint32_t *count);

#endif
