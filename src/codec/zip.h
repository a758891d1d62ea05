// SPDX-License-Identifier: Apache-2.0
// Zip archives in memory: read with every size checked, written anew with untouched entries
// copied as they are.

#ifndef ENTENTE_CODEC_ZIP_H
#define ENTENTE_CODEC_ZIP_H

#include "base/arena.h"
#include "base/error.h"
#include "base/input_limits.h"

// One entry, as the central directory gives it. Folders (names ending in "/") are entries too.
struct zip_entry {
    struct str name;   // bytes as they stand; borrowed from the file
    struct str packed; // the data as stored, borrowed from the file
    size_t bytes;      // unpacked, as declared; zip_unpack holds the data to it
    uint32_t crc;
    uint16_t method; // 0 stored, 8 deflated
    uint16_t flags;
    uint16_t time; // MS-DOS form
    uint16_t date;
};

// Entries stand in the order of the central directory; no name twice.
struct zip {
    struct str source; // the file's name, for errors
    const struct zip_entry *entries;
    size_t count;
};

// Reads the central directory and checks it against the file; nothing is unpacked yet.
//
// source   the file's name, for errors
// Owner:   arena; names and data are borrowed from `file`
// Errors:  BAD_INPUT: not a zip archive, cut short, entries that overlap or share a name;
//          UNSUPPORTED: encrypted, in several volumes, or packed by another method than deflate;
//          TOO_LARGE: above limits zip_entries, zip_part_bytes, zip_total_bytes, zip_ratio
// Cost:    O(entries log entries) and the tail of the file
// Source:  PKWARE APPNOTE 6.3.10
bool zip_read(struct str source, struct str file, const struct input_limits *limits,
              struct arena *arena, struct zip *zip, struct error *error) MUST_CHECK;

// The entry with this name, or NULL. Cost: O(entries).
const struct zip_entry *zip_find(const struct zip *zip, struct str name);

// Unpacks one entry.
//
// Owner:   arena; a stored entry is borrowed from the file
// Errors:  BAD_INPUT: the data are damaged, or unpack to more or fewer bytes than declared
// Cost:    O(bytes); never holds more than the declared size
bool zip_unpack(const struct zip *zip, const struct zip_entry *entry, struct arena *arena,
                struct str *content, struct error *error) MUST_CHECK;

// A part that is new, replaced (same name as an entry) or taken out.
struct zip_change {
    struct str name;
    struct str content;
    bool remove;
};

// Writes an archive: the entries of `base` in their order, untouched ones with the very bytes
// they are packed in, then the new parts in the order given. Our own parts bear the date
// 1980-01-01, so that the same input gives the same bytes.
//
// base     NULL for a new archive
// changes  names differ
// Errors:  TOO_LARGE when the archive would need the 64-bit forms
// Cost:    O(size of the archive + bytes of the changed parts)
bool zip_write(const struct zip *base, const struct zip_change *changes, size_t change_count,
               struct arena *arena, struct str *file, struct error *error) MUST_CHECK;

// The same for an archive that is read again at once and goes nowhere: the changed parts are not packed, and
// are so when zip_write makes another archive of this one.
bool zip_write_passing(const struct zip *base, const struct zip_change *changes,
                       size_t change_count, struct arena *arena, struct str *file,
                       struct error *error) MUST_CHECK;

#endif
