// SPDX-License-Identifier: Apache-2.0
// Pictures, charts, links and notes of a draft, found in the base's package or brought into it.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_CARRY_PARTS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_CARRY_PARTS_H

#include "exchange/docx_write/carry.h"

// The id of a relationship of carriage->to that leads where `id` leads from carriage->from.
struct str carry_relationship(struct carrier *carrier, const struct carriage *carriage,
                              struct str id);

// The id of a new footnote or endnote of the base with the content of the draft's note `id`.
// `reference` is W_FOOTNOTE_REFERENCE or W_ENDNOTE_REFERENCE.
struct str carry_note(struct carrier *carrier, const struct carriage *carriage, enum word reference,
                      struct str id);

#endif
