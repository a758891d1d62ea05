// SPDX-License-Identifier: Apache-2.0
// The files that a case gives out.

#ifndef ENTENTE_SERVE_CASE_FILES_H
#define ENTENTE_SERVE_CASE_FILES_H

#include "serve/case_job.h"

void case_text_answer(struct site_visit *visit);  // GET /{case}/text/{rest}: page, slot or download
void case_file_answer(struct site_visit *visit);  // GET /{case}/files/{rest}
void case_time_answer(struct site_visit *visit);  // GET /{case}/time/{rest}: a calendar
void case_brief_answer(struct site_visit *visit); // GET /{case}/brief.docx
void case_record_answer(struct site_visit *visit);     // GET /{case}/record.jsonl
void case_checkpoint_answer(struct site_visit *visit); // GET /{case}/checkpoint.note
void case_proof_answer(struct site_visit *visit);      // GET /{case}/proofs/{rest}

// The text of a document in the form of an ending ("docx", "columns.html", "next.docx"); false: there is no
// such form. Clerk.
bool case_text_make(struct case_job *job, const char *document, struct str form);

#endif
