// SPDX-License-Identifier: Apache-2.0
// What a party says by order: which wording is better at each place, which places matter more.

#ifndef ENTENTE_SERVE_ACT_ORDER_H
#define ENTENTE_SERVE_ACT_ORDER_H

#include "codec/json.h"
#include "serve/case_job.h"

// The members of a party of "entente-bargain/1" after its name, from the fields rank.I.O, matters.I, best,
// empty and base of the form; red lines are the caller's.
//
// issues  of the scenario
// Errors: BAD_INPUT naming the place, in words for whoever typed it
bool act_order_write(struct case_job *job, const struct json *issues, struct json_writer *writer,
                     struct entente_error *error);

#endif
