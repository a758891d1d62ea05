// SPDX-License-Identifier: Apache-2.0
#include "answers/proofread_answer.h"

uint32_t proofread_answer_of_kind(const struct proofread_answer *answer, enum finding_kind kind)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < answer->count; i++)
        count += answer->findings[i].kind == kind;
    return count;
}

uint32_t proofread_answer_at_least(const struct proofread_answer *answer,
                                   enum proof_certainty certainty)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < answer->count; i++)
        count += answer->findings[i].certainty >= certainty;
    return count;
}

bool told_finding_is_combined(const struct proofread_answer *answer,
                              const struct told_finding *finding)
{
    for (uint32_t r = 0; r < answer->reading_count; r++)
        if (finding->in[r])
            return false;
    return answer->reading_count > 0;
}

uint32_t proofread_answer_combined(const struct proofread_answer *answer)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < answer->count; i++)
        count += told_finding_is_combined(answer, &answer->findings[i]);
    return count;
}

bool told_finding_is_everywhere(const struct proofread_answer *answer,
                                const struct told_finding *finding)
{
    for (uint32_t r = 0; finding->in && r < answer->reading_count; r++)
        if (!finding->in[r])
            return false;
    return true;
}
