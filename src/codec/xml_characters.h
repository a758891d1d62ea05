// SPDX-License-Identifier: Apache-2.0
// Which characters may stand in XML.

#ifndef ENTENTE_CODEC_XML_CHARACTERS_H
#define ENTENTE_CODEC_XML_CHARACTERS_H

#include "base/str.h"

// Whether the text is valid UTF-8 without control characters, but for tabs and line feeds, and without U+FFFE
// and U+FFFF.
bool xml_is_plain(struct str source);

// The character that "#233" or "#xe9" means; 0 when it means none that may stand in XML.
uint32_t xml_referred_character(struct str digits);

#endif
