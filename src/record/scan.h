// SPDX-License-Identifier: Apache-2.0
// The content of an entry read as it stands, without a tree: for whoever passes over a whole record.

#ifndef ENTENTE_RECORD_SCAN_H
#define ENTENTE_RECORD_SCAN_H

#include "base/list.h"
#include "base/str.h"

// One change of an entry. Views into the content, or into the arena where the text has escapes.
struct scanned_change {
    struct str kind;
    struct str id;
    struct str set; // the object that the item becomes, in its bytes; empty: it goes
};

struct scanned_entry {
    struct str time;
    struct str act;
    struct str by;       // may be empty
    struct str state;    // what it says of the state after it; mostly empty in old entries
    struct list changes; // struct scanned_change
};

// Reads the content of an open entry that stands in canonical form (docs/CASEFILE-FORMAT.md, section
// 3); *entry lies in the arena and views the content.
// Result:  false for just those contents that entry_read refuses
// Cost:    O(length)
bool entry_scan(struct str content, struct arena *arena, struct scanned_entry *entry);

// The text of a member of what a scanned change sets; empty where it has none. As the entry's texts lie.
struct str scanned_text(struct str set, struct str name, struct arena *arena);

#endif
