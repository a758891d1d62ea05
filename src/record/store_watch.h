// SPDX-License-Identifier: Apache-2.0
// Hears of acts in the cases of a database, whichever program enters them.

#ifndef ENTENTE_RECORD_STORE_WATCH_H
#define ENTENTE_RECORD_STORE_WATCH_H

#include "base/error.h"
#include "base/str.h"

struct store_watch;

// place: of any case in the database. Errors: as store_open for an address; MISUSE for a file
bool store_watch_open(const char *place, struct store_watch **watch,
                      struct error *error) MUST_CHECK;
// Waits up to so long. *name is a case in which something was entered since; "" for all, the first time and
// after the server was lost; without bytes when nothing came. It holds until the next call.
// Errors: IO_FAILED while the server is away; call again, some time later
bool store_watch_wait(struct store_watch *watch, int milliseconds, struct str *name,
                      struct error *error) MUST_CHECK;
// NULL is fine.
void store_watch_close(struct store_watch *watch);

#endif
