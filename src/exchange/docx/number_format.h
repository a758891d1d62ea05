// SPDX-License-Identifier: Apache-2.0
// Numbers as lists print them: 4, iv, D, fourth … (ECMA-376 part 1, 17.18.59).

#ifndef ENTENTE_EXCHANGE_DOCX_NUMBER_FORMAT_H
#define ENTENTE_EXCHANGE_DOCX_NUMBER_FORMAT_H

#include "base/builder.h"

// Adds the number in the named format ("lowerRoman"). Formats that are not known, and numbers that
// a format cannot show, are printed as decimals; "none" and "bullet" print nothing.
void number_format(uint32_t number, struct str format, struct builder *out);

#endif
