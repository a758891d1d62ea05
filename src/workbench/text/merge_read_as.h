// SPDX-License-Identifier: Apache-2.0
// The merge of drafts of which a case says how each is read.

#ifndef ENTENTE_WORKBENCH_TEXT_MERGE_READ_AS_H
#define ENTENTE_WORKBENCH_TEXT_MERGE_READ_AS_H

#include "workbench/text/counter_draft.h"

#include <entente/merge.h>

// As entente_merge.
// manners  by draft; NULL: as the options say
bool merge_read_as(const struct entente_merge_options *options, const struct entente_file *base,
                   const struct entente_draft *drafts, size_t draft_count,
                   const struct draft_manner *manners, const struct entente_bounds *bounds,
                   struct entente_answer **answer, struct entente_error *error);

#endif
