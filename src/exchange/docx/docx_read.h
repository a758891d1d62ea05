// SPDX-License-Identifier: Apache-2.0
// Reads a .docx file as a document, its tracked changes accepted or rejected.

#ifndef ENTENTE_EXCHANGE_DOCX_READ_H
#define ENTENTE_EXCHANGE_DOCX_READ_H

#include "exchange/docx/reading.h"
#include "exchange/docx/source.h"

// Reads the text under the reading asked for. `source` of the document is a struct docx_source.
//
// name     the file's name, for errors
// Owner:   arena; `bytes` are borrowed and must live as long
// Errors:  those of zip_read and xml_read; BAD_INPUT: not a word-processing document, or parts
//          missing; UNSUPPORTED: another file embedded as text (w:altChunk); TOO_LARGE
// Cost:    O(bytes unpacked)
bool docx_read(struct str name, struct str bytes, const struct reading *reading,
               const struct input_limits *limits, struct arena *arena,
               const struct document **document, struct error *error) MUST_CHECK;

// The same for a package that is open, which may be read several times.
//
// Owner:   arena, and the package's
bool docx_read_package(struct str name, struct docx_package *package, const struct reading *reading,
                       const struct input_limits *limits, struct arena *arena,
                       const struct document **document, struct error *error) MUST_CHECK;

// Reads a file that says what `known` says, word for word: its labels are not looked
// for again. No notes are made.
//
// Errors:  as those of docx_read; UNSUPPORTED when it says something else
bool docx_read_alike(const struct document *known, struct str bytes, const struct reading *reading,
                     const struct input_limits *limits, struct arena *arena,
                     const struct document **document, struct error *error) MUST_CHECK;

// Reads the text of an open package. Labels that were typed are not looked for, authors of changes are not
// counted, and no notes are made: what it says is compared, not shown.
//
// Owner:   arena, and the package's
// Errors:  as those of docx_read
bool docx_read_words(struct str name, struct docx_package *package, const struct reading *reading,
                     const struct input_limits *limits, struct arena *arena,
                     const struct document **document, struct error *error) MUST_CHECK;

#endif
