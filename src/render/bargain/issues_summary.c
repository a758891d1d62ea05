// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/issues_forms.h"

static size_t count_rules(const struct issues_answer *answer, bool numbers)
{
    size_t count = 0;
    for (size_t r = 0; r < answer->rule_count; r++)
        count += answer->rules[r].is_of_numbers == numbers;
    return count;
}

static void add_sums(const struct issues_answer *answer, struct builder *out)
{
    size_t rules = count_rules(answer, true);
    if (answer->sum_count > 0)
        builder_print(out, "%zu %s of open places must make a whole; see \"sums\"\n",
                      answer->sum_count,
                      answer->sum_count == 1 ? "set of numbers" : "sets of numbers");
    if (rules > 0)
        builder_print(out,
                      "%zu sets of options forbidden because their numbers do not make a whole\n",
                      rules);
    if (answer->sums_common.length > 0)
        builder_print(out, "no choice of wordings makes it right: %.*s\n",
                      STR_ARGS(answer->sums_common));
    if (!answer->are_sums_complete)
        builder_add_c(out, "not all wordings were added up: more numbers may be linked\n");
}

struct str issues_summary(const struct issues_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%zu issues from %u slots; edit scores and reserves\n", answer->issue_count,
                  answer->slot_count);
    if (count_rules(answer, false) > 0)
        builder_print(&out,
                      "%zu sets of options forbidden because their time limits contradict; "
                      "\"reasons\" quotes the clauses\n",
                      count_rules(answer, false));
    if (answer->common.length > 0)
        builder_print(&out, "what all agree on cannot be met in time: %.*s\n",
                      STR_ARGS(answer->common));
    else if (!answer->is_complete)
        builder_add_c(&out, "not all choices were looked at: more may contradict in time\n");
    add_sums(answer, &out);
    return builder_str(&out);
}
