// SPDX-License-Identifier: Apache-2.0
// Everything one call of entente_bargain found, for its faces.

#ifndef ENTENTE_WORKBENCH_BARGAIN_BARGAIN_ANSWER_H
#define ENTENTE_WORKBENCH_BARGAIN_BARGAIN_ANSWER_H

#include "advice/blocks.h"
#include "advice/draft.h"
#include "advice/prospects.h"
#include "codec/json.h"

struct bargain_answer {
    const struct scenario *scenario;
    const struct solution *solution;
    const struct draft *draft;   // NULL: not asked for
    const struct blocks *blocks; // NULL: not asked for and not needed
};

// Each writes members into an object that is open.
void bargain_json_write(const struct solution *solution, struct json_writer *writer);
void bargain_json_draft(const struct solution *solution, const struct draft *draft,
                        struct json_writer *writer);
void bargain_json_blocks(const struct solution *solution, const struct blocks *blocks,
                         struct json_writer *writer);
void bargain_json_prospects(const struct solution *old, const struct prospects *prospects,
                            struct json_writer *writer);

// Tables for a terminal.
void bargain_text_write(const struct bargain_answer *answer, struct builder *out);
void bargain_text_prospects(const struct solution *old, const struct prospects *prospects,
                            struct builder *out);

#endif
