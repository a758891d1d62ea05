// SPDX-License-Identifier: Apache-2.0
// The fields of a form that says what a party's wordings are worth to it.

#ifndef ENTENTE_WORKBENCH_DESK_SCORES_GIVEN_H
#define ENTENTE_WORKBENCH_DESK_SCORES_GIVEN_H

#include "base/error.h"
#include "base/list.h"
#include "codec/json.h"

#include <entente/case.h>

struct scores_given {
    struct arena *arena;
    const struct entente_field *fields;
    size_t count;
};

// NULL where it was not given, or is empty.
const char *given_field(const struct scores_given *given, const char *name);

// Writes what was said by an order, as members of the party's object.
// Errors: BAD_INPUT for what is no order
bool order_given_write(struct scores_given *given, const struct json *issues,
                       struct json_writer *writer, struct error *error) MUST_CHECK;

#endif
