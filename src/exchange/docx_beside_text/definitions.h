// SPDX-License-Identifier: Apache-2.0
// Notes on styles and lists that mean something else in a draft; for this room only.

#ifndef ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_DEFINITIONS_H
#define ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_DEFINITIONS_H

#include "exchange/docx_beside_text/noting.h"

// What styles and lists are defined to be.
void note_definitions(const struct noting *noting);

#endif
