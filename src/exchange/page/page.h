// SPDX-License-Identifier: Apache-2.0
// A merged text as one HTML page that needs nothing else: no other file, no network, no script.

#ifndef ENTENTE_EXCHANGE_PAGE_PAGE_H
#define ENTENTE_EXCHANGE_PAGE_PAGE_H

#include "exchange/merged/merged_write.h"

// options->form is one of brackets, proposals, options, redline, columns.
struct str page_write(const struct sheet *sheet, const struct merged_style *options,
                      struct arena *arena);

#endif
