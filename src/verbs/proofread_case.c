// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/proofread_parts.h"

static bool look_through(struct request *request, struct entente_case *handle, const void *what,
                         struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    struct entente_case_proofread_options chosen = {
        .size = sizeof chosen, .document = request_word(request, 1), .shown = what};
    return entente_case_proofread(&chosen, handle, &bounds, answer, &request->error);
}

bool proofread_in_case(struct request *request, const struct entente_proofread_options *shown)
{
    if (!case_answer(request, look_through, shown))
        return false;
    request->no_is_failure = true;
    return true;
}
