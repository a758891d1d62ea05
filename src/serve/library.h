// SPDX-License-Identifier: Apache-2.0
// The HTTP library: its daemon reads what the gate writes, and calls up the route of each request.

#ifndef ENTENTE_SERVE_LIBRARY_H
#define ENTENTE_SERVE_LIBRARY_H

#include "serve/site.h"

// Ties the library to the gate. The other members are there already.
bool library_open(struct site *site, struct error *error) MUST_CHECK;
void library_close(struct site *site);
// Lets the library go on. Gives how long it may be left alone, at most `most` milliseconds.
int library_turn(struct site *site, int most);
// For struct gate_options: takes the library's end of a pair over.
bool library_join(void *self, int descriptor);

#endif
