// SPDX-License-Identifier: Apache-2.0
// What all requests share.

#ifndef ENTENTE_SERVE_SITE_H
#define ENTENTE_SERVE_SITE_H

#include "serve/cases.h"
#include "serve/clerk.h"
#include "serve/errand.h"
#include "serve/gate.h"
#include "serve/sessions.h"

#include <microhttpd.h>

struct drops;
struct site_visit;
struct page_cache;
struct vault_files;

enum { NONCE_KEY = 32 };

struct site {
    struct loop loop;
    struct front_gate *gate;
    struct clerk *clerks[ROOMS];
    struct errands *errands;
    struct sessions *sessions;
    struct drops *drops;
    struct cases cases;
    struct page_cache *pages;
    struct vault_files *vault; // the module of pages that seal by themselves; NULL: none is there
    const char *vault_root;    // the address before its names; NULL: there is none
    unsigned char nonce_key[NONCE_KEY]; // of this run of the program
    char token_mark[SECRET_DIGITS + 1]; // stands in kept pages where a session's token goes
    struct MHD_Daemon *library;
    struct watch library_watch;
    const char *folder;         // for what lies on the disk while it is worked on
    const char *cookie_name;    // "entente-8080", or "__Host-entente" behind TLS
    const char *origin;         // before the links that it gives out
    bool is_secure;             // what is outside is https
    struct site_visit *waiting; // a row of those that wait for their answer
};

#endif
