// SPDX-License-Identifier: Apache-2.0
// Brings the lists that were made for the drafts into the base's package.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_MADE_LISTS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_MADE_LISTS_H

#include "exchange/docx_write/writer.h"

// Fills writer->made_ids, for those of writer->lists that are needed.
void made_lists_add(struct docx_writer *writer);

#endif
