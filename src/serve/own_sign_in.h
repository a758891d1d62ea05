// SPDX-License-Identifier: Apache-2.0
// Signing in with keys that are in the party's own page: instead of a passphrase comes a proof.

#ifndef ENTENTE_SERVE_OWN_SIGN_IN_H
#define ENTENTE_SERVE_OWN_SIGN_IN_H

#include "serve/case_job.h"

// A word that is good for five minutes. It is of this run of the program; nothing is kept of it.
void own_nonce_answer(struct site_visit *visit);
// Whom a link invites, to which case, and the party's wrapped keys where it has some. The link stays good.
void own_invitation_answer(struct site_visit *visit);

// By the door's clerk: is the field `proof` by the keys of this party? An invited party that has none yet
// brings new ones in the field `keys`, which are entered. The visit's status is 403 when it is not.
void own_sign_in_try(struct case_job *job, const char *party, bool is_invited);

#endif
