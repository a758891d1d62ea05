// SPDX-License-Identifier: Apache-2.0
// A document of a case before signature, without what has been accepted as it is.
#include "workbench/case/case_findings.h"
#include "workbench/door.h"
#include "workbench/text/proofread_give.h"

bool entente_case_proofread(const struct entente_case_proofread_options *options,
                            struct entente_case *handle, const struct entente_bounds *bounds,
                            struct entente_answer **answer, struct entente_error *error)
{
    struct entente_case_proofread_options own;
    struct entente_proofread_options shown;
    if (!DOOR_TAKE(options, &own, error) || !DOOR_TAKE(own.shown, &shown, error) ||
        !door_bounds(bounds, error))
        return false;
    struct entente_answer *made = answer_new();
    struct budget budget = answer_budget(bounds);
    struct proofread_answer found;
    struct error inner;
    bool done =
        case_reads_on(handle, &inner) &&
        case_findings_of(handle, str_of(own.document), &budget, made->arena, &found, &inner) &&
        proofread_give(&shown, &found, made, &inner) && budget_check_room(&budget, &inner);
    return case_finish(done, made, answer, &inner, error);
}
