// SPDX-License-Identifier: Apache-2.0
#include "answers/bargain_answer.h"

bool bargain_answer_is_no(const struct bargain_answer *answer)
{
    return answer->solution->has_answer && !answer->solution->has_acceptable;
}

bool bargain_answer_is_cut(const struct bargain_answer *answer)
{
    return answer->solution->is_cut || !answer->solution->has_answer ||
           (answer->obstacles && answer->obstacles->is_cut) ||
           (answer->draft && answer->draft->is_cut);
}

bool prospects_answer_is_no(const struct prospects_answer *answer)
{
    return answer->prospects->verdict == VERDICT_FARTHER;
}

bool prospects_answer_is_cut(const struct prospects_answer *answer)
{
    return answer->old->is_cut || answer->new->is_cut || answer->prospects->is_cut;
}
