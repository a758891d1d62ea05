// SPDX-License-Identifier: Apache-2.0
// Fonts that draw signs where others have letters: Symbol, Wingdings 1 to 3, Webdings.

#ifndef ENTENTE_EXCHANGE_DOCX_SYMBOL_FONTS_H
#define ENTENTE_EXCHANGE_DOCX_SYMBOL_FONTS_H

#include "base/str.h"

// The character that such a font shows for a code point: "≤" for 0xF0A3, or 0xA3, of Symbol.
// Result: 0 for other fonts, and where Unicode has none
uint32_t symbol_font_character(struct str font, uint32_t code_point);

#endif
