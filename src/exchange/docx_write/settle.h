// SPDX-License-Identifier: Apache-2.0
// A document whose file bears tracked changes, or names Word's elements in a way of its own, as a
// file that never did.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_SETTLE_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_SETTLE_H

#include "base/input_limits.h"
#include "exchange/docx/source.h"

// Whether Word's elements may go by another prefix than "w".
enum settled_prefixes {
    PREFIXES_MADE_ONE, // all are "w"
    PREFIXES_KEPT,     // as they stand, as long as "w" is not the prefix of something else
};

// The document itself when it is no .docx file, or one that bears no tracked changes and no prefix that
// may not be; else the same text read from a package in which each change is accepted or refused as the
// reading was, and all parts have the prefix "w".
//
// Errors: those of docx_read; BAD_INPUT when the settled file does not read the same
bool document_settled(const struct document *document, enum settled_prefixes kept,
                      const struct input_limits *limits, struct arena *arena,
                      const struct document **settled, struct error *error) MUST_CHECK;

// The bytes of a .docx file in which the changes of its tracked text are settled as it was read: accepted,
// refused, or left standing. What bears none keeps its bytes, and so does every part without any.
//
// further  one more part to replace, NULL: none
// Owner:   arena
// Errors:  those of zip_write
bool document_settled_bytes(const struct document *document, const struct zip_change *further,
                            struct arena *arena, struct str *bytes, struct error *error) MUST_CHECK;
// The same where it is read again at once and goes nowhere (zip_write_passing).
bool document_settled_passing(const struct document *document, struct arena *arena,
                              struct str *bytes, struct error *error) MUST_CHECK;

#endif
