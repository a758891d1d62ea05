// SPDX-License-Identifier: Apache-2.0
// Opens a file of any format that this program reads.

#ifndef ENTENTE_EXCHANGE_OPEN_H
#define ENTENTE_EXCHANGE_OPEN_H

#include "base/input_limits.h"
#include "exchange/docx/reading.h"
#include "text/document.h"

// Picks the reader by what the bytes are, then by the ending of the name: .docx and .odt packages, Markdown
// (.md, .markdown), and else plain text.
//
// Owner:   arena; `bytes` are borrowed and must live as long
// Errors:  those of the reader; UNSUPPORTED, with what to do, for .doc, encrypted, .pdf,
//          .rtf, .html and other known formats; BAD_INPUT for bytes that are no text
bool document_open(struct str name, struct str bytes, const struct reading *reading,
                   const struct input_limits *limits, struct arena *arena,
                   const struct document **document, struct error *error) MUST_CHECK;

struct docx_package; // see docx/package.h

// A package that was opened, for those who read one file several times.
struct opened_package {
    struct str bytes;                // that it was opened from
    struct docx_package *package;    // NULL: none
    const struct document *accepted; // as READING_ACCEPT shows it; NULL: nobody has asked
};

// The same, where `opened` spares opening its bytes again. It is set to what was opened for this reading.
//
// opened   lives as long as `arena`, as do all packages that it comes to hold
bool document_open_again(struct str name, struct str bytes, const struct reading *reading,
                         const struct input_limits *limits, struct arena *arena,
                         struct opened_package *opened, const struct document **document,
                         struct error *error) MUST_CHECK;

// Whether a file is a package, by its bytes or as its name has it, or else may be a text.
// Errors: UNSUPPORTED, with what to do, for files of other formats that are known
bool document_is_package(struct str name, struct str bytes, bool *is_package,
                         struct error *error) MUST_CHECK;

// Whether a file is HTML, by its first words or as its name has it.
bool document_is_page(struct str name, struct str bytes);

// Who made the tracked changes of a document, in the order of first sight; none for other formats.
struct document_author {
    struct str name;
    uint32_t changes;
};
size_t document_authors(const struct document *document, struct arena *arena,
                        const struct document_author **authors);

#endif
