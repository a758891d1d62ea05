// SPDX-License-Identifier: Apache-2.0
// What other servers enter into the cases of a database, heard as it comes.

#ifndef ENTENTE_SERVE_DATABASE_WATCH_H
#define ENTENTE_SERVE_DATABASE_WATCH_H

#include "serve/cases.h"
#include "serve/loop.h"

struct database_watch;

// Counts from now on in each case of a database what is heard of it, and wakes the loop. *watch is NULL where
// no case lies in one.
bool database_watch_open(struct loop *loop, struct cases *cases, struct database_watch **watch,
                         struct error *error) MUST_CHECK;
// NULL is fine.
void database_watch_close(struct database_watch *watch);

#endif
