// SPDX-License-Identifier: Apache-2.0
// What people do with a case: each act is one call of a verb and one entry of the record.

#ifndef ENTENTE_SERVE_ACTS_H
#define ENTENTE_SERVE_ACTS_H

#include "serve/case_job.h"

void act_answer(struct site_visit *visit); // POST /{case}/acts, and the same under /api/v1/cases

#endif
