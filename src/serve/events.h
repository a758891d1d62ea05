// SPDX-License-Identifier: Apache-2.0
// What is new, told to the pages that are open: server-sent events, to each as much as it may see.

#ifndef ENTENTE_SERVE_EVENTS_H
#define ENTENTE_SERVE_EVENTS_H

#include "serve/visit.h"

// GET /{case}/events
void events_answer(struct site_visit *visit);

// Looks whether any case's file has changed since its listeners were told, whoever changed it.
void events_look(struct site *site);
// A sign of life for each listener, and the end for those whose session is over. Called now and then.
void events_sweep(struct site *site);
// The streams that this session opened are told nothing more, and end. `self` is the site.
void events_session_ended(void *self, const struct session *session);
// After the gate has been closed.
void events_close(struct site *site);

#endif
