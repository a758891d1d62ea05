// SPDX-License-Identifier: Apache-2.0
// Pages as they were made last, for as long as the case's file stands as it stood.

#ifndef ENTENTE_SERVE_PAGE_CACHE_H
#define ENTENTE_SERVE_PAGE_CACHE_H

#include "serve/cases.h"

struct page_cache;

struct page_cache *page_cache_open(void);
void page_cache_close(struct page_cache *cache);
// The view holds until the next call of page_cache_keep.
bool page_cache_find(struct page_cache *cache, struct str key, const struct case_stamp *stamp,
                     struct str *page);
void page_cache_keep(struct page_cache *cache, struct str key, const struct case_stamp *stamp,
                     struct str page);

#endif
