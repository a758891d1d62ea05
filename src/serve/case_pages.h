// SPDX-License-Identifier: Apache-2.0
// The pages of a case.

#ifndef ENTENTE_SERVE_CASE_PAGES_H
#define ENTENTE_SERVE_CASE_PAGES_H

#include "serve/case_job.h"

void case_page_answer(struct site_visit *visit); // GET /{case} and /{case}/{name}
// What every page of a case is told by its request.
void case_page_options(struct site_visit *visit, struct entente_page_options *options);
// A page with a file in it that was read and not entered: a draft that was posted, a report.
void case_preview_answer(struct site_visit *visit);
void case_report_answer(struct site_visit *visit);
// A page once more, after an act was refused: with the words at its top. Clerk.
void case_page_make(struct case_job *job);

#endif
