// SPDX-License-Identifier: Apache-2.0
// XML as word processors write it, read in one pass.

#ifndef ENTENTE_CODEC_XML_SCAN_H
#define ENTENTE_CODEC_XML_SCAN_H

#include "codec/xml_reader.h"

// Reads the usual kind of XML, and no other: UTF-8 without carriage returns, elements, attributes,
// text, references to characters and to the five entities that XML has by itself. Gives false when
// anything else stands there, rightly or wrongly; then nothing was read, and expat decides.
//
// Cost: O(bytes)
bool xml_scan(struct xml_reader *reader, struct str source);

#endif
