// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/counterparts_beside.h"

static bool set_beside(struct request *request, struct entente_case *handle, const void *what,
                       struct entente_answer **answer)
{
    const struct texts_beside *rivals = what;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_case_counterparts_options chosen = {
        .size = sizeof chosen, .document = rivals->document, .shown = &rivals->shown};
    return entente_case_counterparts(&chosen, handle, rivals->drafts, rivals->count, &bounds,
                                     answer, &request->error);
}

bool counterparts_in_case(struct request *request, const struct texts_beside *rivals)
{
    if (!case_answer(request, set_beside, rivals))
        return false;
    request->no_is_failure = request_has(request, "check");
    return true;
}
