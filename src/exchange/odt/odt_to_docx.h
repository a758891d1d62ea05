// SPDX-License-Identifier: Apache-2.0
// An OpenDocument text as the Word file that says the same, so that all that reads and writes the one reads
// and writes the other.

#ifndef ENTENTE_EXCHANGE_ODT_ODT_TO_DOCX_H
#define ENTENTE_EXCHANGE_ODT_ODT_TO_DOCX_H

#include "codec/zip.h"

// Whether an archive is an OpenDocument file of any kind.
bool zip_is_odt(const struct zip *zip);

// Paragraphs, headings, lists, tables, notes, comments, pictures, boxes, links, references and tracked
// changes are carried over, and how they look; headers and footers, columns, the look of a page but for
// its size, equations and charts (of these only the place) are not.
//
// Owner:   arena
// Errors:  those of zip_read and xml_read, with the part; UNSUPPORTED: encrypted, or no text; BAD_INPUT:
//          parts missing; TOO_LARGE: more repeated, or more bytes made of it, than is let
// Cost:    O(bytes unpacked)
// Source:  OpenDocument 1.3 part 3
bool odt_to_docx(const struct zip *zip, const struct input_limits *limits, struct arena *arena,
                 struct str *docx, struct error *error) MUST_CHECK;

#endif
