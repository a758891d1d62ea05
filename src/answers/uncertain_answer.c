// SPDX-License-Identifier: Apache-2.0
#include "answers/uncertain_answer.h"

bool uncertain_answer_is_no(const struct uncertain_answer *answer)
{
    return str_equal(answer->assessment->for_all.possibly.at_most, STR("0"));
}
