// SPDX-License-Identifier: Apache-2.0
// Notes of a merge as members of JSON, the same in every answer that has them.

#ifndef ENTENTE_ANSWERS_NOTES_JSON_H
#define ENTENTE_ANSWERS_NOTES_JSON_H

#include "codec/json.h"
#include "merge/merge_note.h"

// Writes "notes", the sentences, and where there are any "note_groups", whose "notes" are places in that
// list.
void notes_json_write(struct json_writer *json, const struct merge_note *notes, uint32_t count,
                      struct arena *arena);

// Reads both members of an object again. Sentences that are in no group are of no known kind.
// Owner:   *notes: arena; the words are borrowed from the JSON
void notes_json_read(const struct json *object, struct arena *arena,
                     const struct merge_note **notes, uint32_t *count);

#endif
