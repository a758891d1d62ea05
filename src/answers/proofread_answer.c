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

static const struct told_cause *causes_copy(const struct told_finding *finding, struct arena *arena)
{
    struct told_cause *causes =
        ARENA_ARRAY(arena, struct told_cause, (size_t)finding->cause_count + 1);
    for (uint32_t c = 0; c < finding->cause_count; c++) {
        const struct told_cause *cause = &finding->causes[c];
        struct told_wording *wordings =
            ARENA_ARRAY(arena, struct told_wording, (size_t)cause->count + 1);
        for (uint32_t w = 0; w < cause->count; w++)
            wordings[w] = (struct told_wording){arena_copy(arena, cause->wordings[w].point),
                                                arena_copy(arena, cause->wordings[w].clause),
                                                arena_copy(arena, cause->wordings[w].words),
                                                arena_copy(arena, cause->wordings[w].holders)};
        causes[c] = (struct told_cause){wordings, cause->count};
    }
    return causes;
}

static struct told_finding finding_copy(const struct told_finding *finding, uint32_t readings,
                                        struct arena *arena)
{
    struct told_finding copy = *finding;
    copy.clause = arena_copy(arena, finding->clause);
    copy.quotation = arena_copy(arena, finding->quotation);
    copy.context = arena_copy(arena, finding->context);
    copy.message = arena_copy(arena, finding->message);
    copy.right = arena_copy(arena, finding->right);
    copy.other = arena_copy(arena, finding->other);
    copy.other_clause = arena_copy(arena, finding->other_clause);
    copy.causes = causes_copy(finding, arena);
    if (finding->in) {
        bool *in = ARENA_ARRAY(arena, bool, (size_t)readings + 1);
        memcpy(in, finding->in, readings * sizeof *in);
        copy.in = in;
    }
    return copy;
}

static const struct str *texts_copy(const struct str *texts, uint32_t count, struct arena *arena)
{
    struct str *copy = ARENA_ARRAY(arena, struct str, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++)
        copy[i] = arena_copy(arena, texts[i]);
    return copy;
}

struct proofread_answer proofread_answer_copy(const struct proofread_answer *answer,
                                              struct arena *arena)
{
    struct proofread_answer copy = *answer;
    struct told_finding *findings =
        ARENA_ARRAY(arena, struct told_finding, (size_t)answer->count + 1);
    for (uint32_t i = 0; i < answer->count; i++)
        findings[i] = finding_copy(&answer->findings[i], answer->reading_count, arena);
    copy.title = arena_copy(arena, answer->title);
    copy.readings = texts_copy(answer->readings, answer->reading_count, arena);
    copy.left = texts_copy(answer->left, answer->left_count, arena);
    copy.findings = findings;
    copy.text = NULL;
    return copy;
}
