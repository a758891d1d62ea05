// SPDX-License-Identifier: Apache-2.0
// The folder form of a case: entente.yaml and other plain files, for hands and version control.

#ifndef ENTENTE_CASEFILE_FOLDER_H
#define ENTENTE_CASEFILE_FOLDER_H

#include "casefile/casefile.h"

bool folder_is(const char *path);

// Writes what the viewer may see: entente.yaml, a file for each further list, the drafts' files,
// and the record as record.jsonl. The folder is made when there is none. *gone is as bundle_write says.
// Errors: IO_FAILED; MISUSE when the folder holds other things already
bool folder_write(struct casefile *casefile, const char *path, bool with_sealed, size_t *gone,
                  struct error *error) MUST_CHECK;

struct folder_told {
    bool has_record; // record.jsonl was there
    size_t changes;  // of items, which the other files say otherwise
};

// The case of a folder, inside a transaction: record.jsonl if it is there, and then one entry for
// all that the other files say otherwise (none if they say the same).
//
// file_path   the case file to make; NULL: in memory
// case_id     for a folder that names none
// now         the time of that entry; empty: that of the newest entry
// bounds      as store_bind; NULL: none. The case is bound by them until that is called
// *told       NULL: nobody asks
// Errors:     BAD_INPUT with file, line, column, the wrong value and what was expected; TAMPERED
//             when record.jsonl does not prove what it says; NOT_FOUND without entente.yaml
bool folder_read(const char *path, const char *file_path, struct str case_id, struct str now,
                 struct chance *chance, const struct budget *bounds, struct casefile **casefile,
                 struct folder_told *told, struct error *error) MUST_CHECK;

// What the other files of a folder say otherwise than its record, for whoever verifies.
struct folder_compared {
    size_t items;          // that the files say
    struct list different; // struct str: "party UA"
};
// Errors: as folder_read
bool folder_compare(const char *path, const struct budget *bounds, struct arena *arena,
                    struct folder_compared *compared, struct error *error) MUST_CHECK;

#endif
