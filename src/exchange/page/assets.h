// SPDX-License-Identifier: Apache-2.0
// The files page.css and page.js, built in.

#ifndef ENTENTE_EXCHANGE_PAGE_ASSETS_H
#define ENTENTE_EXCHANGE_PAGE_ASSETS_H

#include "base/str.h"

extern const struct str page_css;
extern const struct str page_js;

#endif
