// SPDX-License-Identifier: Apache-2.0
// A draft comes in: its bytes are kept as they are, the text is merged anew, slots and stances carry
// over, and all of it is one entry.
#include "workbench/case/case_columns.h"
#include "workbench/case/case_submission.h"
#include "workbench/door.h"

// A draft of a document without a base is kept, and compared with nothing.
static void tell(const struct acting *acting, const struct entente_submission *submission,
                 const struct item *draft, uint64_t at, const struct slots_carried *carried,
                 struct entente_answer *made)
{
    struct act_entered entered = acting_entered(acting, "draft", draft->id, at, made->arena);
    struct list named = case_slots_left(carried, "any more", made->arena);
    struct act_slots slots = {carried->stayed,
                              carried->arrived,
                              carried->left,
                              carried->reopened,
                              carried->stances_kept + carried->stances_unheld,
                              carried->stances_unheld,
                              LIST_ITEMS(&named, struct str),
                              named.count};
    bool has_base = !submission->party || json_member(draft->value, "base");
    struct act_answer told = {.entered = &entered,
                              .entered_count = 1,
                              .without_base = str_of(has_base ? "" : submission->document),
                              .slots = &slots};
    acting_tell(&told, made);
}

static bool submit(struct entente_case *handle, const struct entente_submission *submission,
                   const struct entente_act *frame, struct budget *budget,
                   struct entente_answer *made, struct error *error)
{
    struct acting acting;
    struct submitted submitted;
    uint64_t at;
    if (!acting_begin(handle, "submit", frame, &acting, error))
        return false;
    if (!case_submit_one(&acting, submission, budget, made->arena, &submitted, error)) {
        casefile_rollback(acting.casefile);
        return false;
    }
    if (!acting_end(&acting, &at, error))
        return false;
    tell(&acting, submission, &submitted.draft, at, &submitted.carried, made);
    made->summary =
        arena_print(made->arena, "%.*s%.*s", STR_ARGS(made->summary), STR_ARGS(submitted.told));
    return true;
}

bool entente_case_submit(const struct entente_submission *submission, struct entente_case *handle,
                         const struct entente_act *act, const struct entente_bounds *bounds,
                         struct entente_answer **answer, struct entente_error *error)
{
    struct entente_submission own;
    struct entente_act frame;
    if (!DOOR_TAKE(submission, &own, error) || !case_frame(act, &frame, error) ||
        !case_begin(handle, bounds, error))
        return false;
    struct error inner;
    struct budget budget = answer_budget(bounds);
    struct entente_answer *made = answer_new();
    bool done = own.is_columns ? case_submit_columns(handle, &own, &frame, &budget, made, &inner)
                               : submit(handle, &own, &frame, &budget, made, &inner);
    return case_end(handle, done, made, answer, &inner, error);
}
