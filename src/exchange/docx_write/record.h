// SPDX-License-Identifier: Apache-2.0
// Who holds what, kept inside the .docx file: a custom XML part of our own. The author of a
// tracked change names its holders for people; the record names them for programs, so that names
// with ";" in them, or longer than a word processor keeps, are not lost.
//
//   <merge xmlns="urn:entente:merge:1">
//     <party name="A"/> <party name="B"/>
//     <author name="A; B"> <held party="A"/> <held party="B"/> </author>
//   </merge>

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_RECORD_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_RECORD_H

#include "exchange/docx_write/writer.h"

// Adds the record as a part of the package that is being written.
void record_add(struct docx_writer *writer);
// Empties one that the base has from an earlier round: it speaks of changes that are gone.
void record_clear(struct docx_writer *writer);
// The same as a change to a package; false where it has none.
bool record_cleared(struct docx_package *package, struct zip_change *cleared);

struct record_author {
    struct str name; // as in w:author
    const struct str *parties;
    size_t party_count;
};

// What the words, or the brackets, set in a character style are.
struct record_wording {
    struct str style;
    bool is_mark;
    bool is_base;
    const struct str *parties;
    size_t party_count;
};

// A wording of a slot in brackets, as it was written.
struct record_rival {
    const struct record_wording *by; // the style of its brackets
    struct str words;                // record_words_mark of its words; empty: they are not known
};
struct record_slot {
    const struct record_rival *rivals;
    size_t count;
    bool has_own_bracket; // the text beside it begins with a bracket of its own
};

struct docx_record {
    const struct str *parties;
    size_t party_count;
    const struct record_author *authors;
    size_t author_count;
    const struct record_wording *wordings; // of slots in brackets
    size_t wording_count;
    const struct record_slot *slots; // in brackets, in the order of the text; none in older files
    size_t slot_count;
};

// A short mark of words, by which they are known again: letters and digits count, all else does not.
// Owner: arena
struct str record_words_mark(struct str words, struct arena *arena);

// Reads the record of one of our own files. Gives false when the package has none.
// Owner: arena
bool record_read(struct docx_package *package, struct arena *arena, struct docx_record *record);

#endif
