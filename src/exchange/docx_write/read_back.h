// SPDX-License-Identifier: Apache-2.0
// What was written, read again before anybody gets it.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_READ_BACK_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_READ_BACK_H

#include "exchange/docx_write/writer.h"

// Reads the file that the writer made: every part that it wrote is well-formed; tracked changes do
// not stand in one another the wrong way and have numbers of their own, as bookmarks, comments and
// paragraphs do; with all changes refused it is the base, words, looks and blocks; with those of
// one party accepted it has the words and blocks of that party's draft.
//
// Errors:  UNSUPPORTED, with the part and the words where it parts: nothing should be handed out
// Cost:    O(bytes of the written parts + parties × words)
bool docx_read_back(const struct docx_writer *writer, struct str bytes,
                    struct error *error) MUST_CHECK;

// The first part of it, of a package that may have been settled since.
bool docx_is_sound(const struct docx_writer *writer, struct docx_package *package,
                   struct error *error) MUST_CHECK;

// The names of authors under which a party's changes were written, as a reading that accepts them.
// Owner: arena
struct reading docx_reading_of(const struct docx_writer *writer, struct party party,
                               struct arena *arena);

// The same for a package that was made whole: well-formed, and no more.
bool docx_read_back_new(struct str bytes, const struct input_limits *limits,
                        struct error *error) MUST_CHECK;

#endif
