// SPDX-License-Identifier: Apache-2.0
// A document whose file bears tracked changes, as a file that never had them.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_SETTLE_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_SETTLE_H

#include "base/limits.h"
#include "exchange/docx/source.h"

// The document itself when it is no .docx file or bears no tracked changes; else the same text
// read from a package in which each change is accepted or refused as the reading was.
//
// Errors: those of docx_read; BAD_INPUT when the settled file does not read the same
bool document_settled(const struct document *document, const struct limits *limits,
                      struct arena *arena, const struct document **settled,
                      struct error *error) MUST_CHECK;

#endif
