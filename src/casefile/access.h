// SPDX-License-Identifier: Apache-2.0
// Who may read and write which log.

#ifndef ENTENTE_CASEFILE_ACCESS_H
#define ENTENTE_CASEFILE_ACCESS_H

#include "record/items.h"
#include "record/keys.h"

// "public" and "all" are open: not sealed.
bool access_is_open(struct str audience);

// Is it the log of this party alone?
bool access_is_of(struct str audience, struct str party);

// May this viewer, holding keys or not, read entries of this audience? Of a party's own log a
// mediator may read what was sealed to the mediators too.
bool access_may_read(const struct items *items, struct str viewer, bool has_keys,
                     struct str audience);

// May this viewer know how long the log is? As above, without what only single consents open.
bool access_is_whole(const struct items *items, struct str viewer, bool has_keys,
                     struct str audience);

// The keys that an entry for a closed audience is sealed to.
//
// by            who writes: a party writes in its own log, a member in its group's
// Result:       *readers: struct public_keys
// Errors:       NOT_FOUND for an audience of nobody; FORBIDDEN when `by` may not write there;
//               MISUSE when a reader has no keys yet
// Are the readers' keys, but for those of `by`, among the pinned (struct signer), and vouched for by them?
bool access_are_pinned(const struct items *items, struct str by, const struct list *readers,
                       const struct list *pinned, struct error *error) MUST_CHECK;

bool access_readers(const struct items *items, struct str by, struct str audience,
                    bool with_mediator, struct arena *arena, struct list *readers,
                    struct error *error) MUST_CHECK;

// Is the party a member of the group?
bool access_is_member(const struct items *items, struct str group, struct str party);

#endif
