// SPDX-License-Identifier: Apache-2.0
// The character styles of a scheme, in the base's package.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_SCHEME_STYLES_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_SCHEME_STYLES_H

#include "exchange/docx_write/writer.h"

// Adds the styles of the writer's scheme to those of the base.
void scheme_styles_add(struct docx_writer *writer);

#endif
