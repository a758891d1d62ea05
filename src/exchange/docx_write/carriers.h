// SPDX-License-Identifier: Apache-2.0
// Makes what carries content of the drafts into the base's package.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_CARRIERS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_CARRIERS_H

#include "exchange/docx_write/carry.h"

struct carriers *carriers_make(struct docx_writer *writer);

#endif
