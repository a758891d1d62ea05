// SPDX-License-Identifier: Apache-2.0
// issues: the open slots of a merged text as a scenario to be edited and weighed.
#include "exchange/bargain/slot_issues.h"
#include "workbench/answer.h"
#include "workbench/text/merged_file.h"

#include <entente/merge.h>

bool entente_issues(const struct entente_file *merged, struct entente_answer **answer,
                    struct entente_error *error)
{
    struct entente_answer *made = answer_new();
    struct error inner;
    struct sheet sheet;
    if (!merged_file_read(merged, made->arena, &sheet, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    size_t count;
    made->output = slot_issues_write(&sheet, made->arena, &count);
    made->summary = arena_print(made->arena, "%zu issues from %u slots; edit scores and reserves\n",
                                count, sheet.slot_count);
    *answer = made;
    return true;
}
