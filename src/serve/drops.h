// SPDX-License-Identifier: Apache-2.0
// What was dropped on the first page: a base and drafts, kept on the disk for as long as somebody may want
// the consolidated text in another form.

#ifndef ENTENTE_SERVE_DROPS_H
#define ENTENTE_SERVE_DROPS_H

#include "serve/visit.h"

struct drops;

struct drop_file {
    const char *party; // NULL: the base, or the authors of its tracked changes are the parties
    const char *name;
    const char *path;
};

struct drop {
    char id[SECRET_DIGITS + 1];
    struct arena *arena;
    struct drop_file base;
    struct drop_file *drafts;
    size_t draft_count;
    uint64_t bytes;
};

struct drops *drops_open(void);
void drops_close(struct drops *drops);

// The routes.
void drop_first_page(struct site_visit *visit); // GET /
void drop_merge(struct site_visit *visit);      // POST /merge
// GET /drops/{name}: the page, or with an ending the file. Of the API the merged text as JSON
void drop_answer(struct site_visit *visit);

// A file that is kept as a drop without drafts, until it is entered; gives the id of the drop, NULL: no room.
const char *drops_keep_file(struct site_visit *visit, const struct posted_file *file);
// The same file again as one that was posted under "file". False: it is no longer there
bool drops_post_again(struct site_visit *visit, const char *id);
const struct drop *drops_find(const struct drops *drops, struct str id);
// The reason why an errand came to nothing, as an answer.
struct errand_result;
void drop_refuse(struct site_visit *visit, const struct errand_result *result,
                 const char *headline);

#endif
