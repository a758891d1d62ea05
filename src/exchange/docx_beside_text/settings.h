// SPDX-License-Identifier: Apache-2.0
// Notes on sections and tables whose looks a draft changes; for this room only.

#ifndef ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_SETTINGS_H
#define ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_SETTINGS_H

#include "exchange/docx_beside_text/noting.h"

// Sections: paper, margins, columns, page numbers.
void note_sections(const struct noting *noting);
// How tables, rows and cells look that both texts have.
void note_tables(const struct noting *noting);

#endif
