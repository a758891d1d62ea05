// SPDX-License-Identifier: Apache-2.0
#include "serve/page_cache.h"

#include "base/memory.h"

#include <stdlib.h>

enum { PAGES_MAX = 512 };
static const size_t pages_bytes_max = (size_t)128 << 20;

struct page_kept {
    char *key; // and behind it the page; malloc
    size_t key_length, page_length;
    uint64_t hash;
    struct case_stamp stamp;
    uint64_t used;
};

struct page_cache {
    struct page_kept all[PAGES_MAX];
    size_t count, bytes;
    uint64_t turn;
};

struct page_cache *page_cache_open(void)
{
    struct page_cache *made = calloc(1, sizeof *made);
    if (!made)
        memory_exhausted(sizeof *made);
    return made;
}

void page_cache_close(struct page_cache *cache)
{
    for (size_t i = 0; cache && i < cache->count; i++)
        free(cache->all[i].key);
    free(cache);
}

static struct page_kept *kept_of(struct page_cache *cache, struct str key)
{
    uint64_t hash = str_hash(key);
    for (size_t i = 0; i < cache->count; i++) {
        struct page_kept *each = &cache->all[i];
        if (each->hash == hash && str_equal((struct str){each->key, each->key_length}, key))
            return each;
    }
    return NULL;
}

bool page_cache_find(struct page_cache *cache, struct str key, const struct case_stamp *stamp,
                     struct str *page)
{
    struct page_kept *found = kept_of(cache, key);
    if (!found || !case_stamp_equal(&found->stamp, stamp))
        return false;
    found->used = ++cache->turn;
    *page = (struct str){found->key + found->key_length, found->page_length};
    return true;
}

static void drop(struct page_cache *cache, struct page_kept *kept)
{
    cache->bytes -= kept->key_length + kept->page_length;
    free(kept->key);
    *kept = cache->all[--cache->count];
}

static void make_room(struct page_cache *cache, size_t bytes)
{
    while (cache->count == PAGES_MAX ||
           (cache->count > 0 && cache->bytes + bytes > pages_bytes_max)) {
        struct page_kept *oldest = &cache->all[0];
        for (size_t i = 1; i < cache->count; i++)
            if (cache->all[i].used < oldest->used)
                oldest = &cache->all[i];
        drop(cache, oldest);
    }
}

void page_cache_keep(struct page_cache *cache, struct str key, const struct case_stamp *stamp,
                     struct str page)
{
    struct page_kept *before = kept_of(cache, key);
    size_t bytes = key.length + page.length;
    if (before)
        drop(cache, before);
    if (bytes > pages_bytes_max / 4)
        return;
    make_room(cache, bytes);
    char *memory = malloc(bytes);
    if (!memory)
        return; // a page that is not kept is made again
    memcpy(memory, key.bytes, key.length);
    memcpy(memory + key.length, page.bytes, page.length);
    cache->all[cache->count++] = (struct page_kept){.key = memory,
                                                    .key_length = key.length,
                                                    .page_length = page.length,
                                                    .hash = str_hash(key),
                                                    .stamp = *stamp,
                                                    .used = ++cache->turn};
    cache->bytes += bytes;
}
