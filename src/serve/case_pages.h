// SPDX-License-Identifier: Apache-2.0
// The pages of a case and the files that it gives out.

#ifndef ENTENTE_SERVE_CASE_PAGES_H
#define ENTENTE_SERVE_CASE_PAGES_H

#include "serve/case_job.h"

void case_page_answer(struct site_visit *visit);  // GET /{case} and /{case}/{name}
void case_text_answer(struct site_visit *visit);  // GET /{case}/text/{rest}: page, slot or download
void case_file_answer(struct site_visit *visit);  // GET /{case}/files/{rest}
void case_brief_answer(struct site_visit *visit); // GET /{case}/brief.docx
void case_record_answer(struct site_visit *visit); // GET /{case}/record.jsonl

// The consolidated text of a document in the form of an ending ("docx", "columns.html"); false: there is no
// such form. Clerk.
bool case_text_make(struct case_job *job, const char *document, struct str form);
// A page with a file in it that was read and not entered: a draft that was posted, a report.
void case_preview_answer(struct site_visit *visit);
void case_report_answer(struct site_visit *visit);
// A page once more, after an act was refused: with the words at its top. Clerk.
void case_page_make(struct case_job *job);

#endif
