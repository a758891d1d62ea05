// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/issues_forms.h"

struct str issues_summary(const struct issues_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%zu issues from %u slots; edit scores and reserves\n", answer->issue_count,
                  answer->slot_count);
    if (answer->rule_count > 0)
        builder_print(&out,
                      "%zu sets of options forbidden because their time limits contradict; "
                      "\"reasons\" quotes the clauses\n",
                      answer->rule_count);
    if (answer->common.length > 0)
        builder_print(&out, "what all agree on cannot be met in time: %.*s\n",
                      STR_ARGS(answer->common));
    else if (!answer->is_complete)
        builder_add_c(&out, "not all choices were looked at: more may contradict in time\n");
    return builder_str(&out);
}
