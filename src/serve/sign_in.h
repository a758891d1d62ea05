// SPDX-License-Identifier: Apache-2.0
// A party comes in: by the link of an invitation and a passphrase, or by its passphrase alone.

#ifndef ENTENTE_SERVE_SIGN_IN_H
#define ENTENTE_SERVE_SIGN_IN_H

#include "serve/visit.h"

void sign_in_page(struct site_visit *visit);   // GET /sign-in and the link of an invitation
void sign_in_answer(struct site_visit *visit); // POST /sign-in and POST /api/v1/sessions

#endif
