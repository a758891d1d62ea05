// SPDX-License-Identifier: Apache-2.0
// The addresses that are about no case: links, the sign-in, what pages are made of.

#ifndef ENTENTE_SERVE_DOORS_H
#define ENTENTE_SERVE_DOORS_H

#include "serve/visit.h"

void door_asset(struct site_visit *visit);
void door_healthy(struct site_visit *visit);
void door_link(struct site_visit *visit);
void door_first(struct site_visit *visit);
void door_sign_out(struct site_visit *visit);

#endif
