// SPDX-License-Identifier: Apache-2.0
// The public names of forms and formats as the inner ones.

#ifndef ENTENTE_WORKBENCH_TEXT_FORM_H
#define ENTENTE_WORKBENCH_TEXT_FORM_H

#include "answers/merge_answer.h"

#include <entente/merge.h>

enum merged_form merged_form_of(enum entente_form form);
// ENTENTE_DOCX, which is written elsewhere, counts as Markdown.
enum merged_medium medium_of(enum entente_format format);

#endif
