// SPDX-License-Identifier: Apache-2.0
// The same as JSON, under /api/v1. docs/api-http.md describes it.

#ifndef ENTENTE_SERVE_API_H
#define ENTENTE_SERVE_API_H

#include "serve/visit.h"

void api_cases(struct site_visit *visit); // GET /api/v1/cases
void api_case(struct site_visit *visit);  // GET /api/v1/cases/{case}
void api_kind(
    struct site_visit *visit); // GET /api/v1/cases/{case}/{name}: all of a kind, entries, brief
void api_item(
    struct site_visit *visit); // GET /api/v1/cases/{case}/{name}/{rest}: one, a text, a file

#endif
