// SPDX-License-Identifier: Apache-2.0
// The files that pages carry, built in.

#ifndef ENTENTE_RENDER_PAGE_ASSETS_H
#define ENTENTE_RENDER_PAGE_ASSETS_H

#include "base/str.h"

extern const struct str page_css; // of every page
extern const struct str merged_page_css;
extern const struct str merged_page_js;
extern const struct str bargain_page_css;
extern const struct str timetable_page_css;
extern const struct str counterparts_page_css;
extern const struct str proofread_page_css;
// The files of web/, which the pages of the workbench ask for.
extern const struct str desk_css;
extern const struct str parties_css;
extern const struct str desk_js;
extern const struct str drop_js;
extern const struct str live_js;
extern const struct str names_js;
extern const struct str vault_js;
extern const struct str vault_worker_js;

#endif
