// SPDX-License-Identifier: Apache-2.0
#include "workbench/bargain/uncertain_find.h"

#include "advice/draft.h"
#include "bargain/verify.h"

bool uncertain_can_answer(const struct bargain_request *request, struct error *error)
{
    if (request->party)
        return error_set(error, MISUSE,
                         "one party's view wants exact worths; the scenario's are uncertain");
    if (request->point)
        return error_set(error, MISUSE,
                         "the point \"%s\" is not defined while worths are uncertain; leave out "
                         "--point, or give every score and reservation as one number",
                         request->point);
    if (request->change_count > 0)
        return error_set(error, MISUSE,
                         "--what-if needs exact worths; change the scenario's statements instead");
    if (request->explain)
        return error_set(error, MISUSE,
                         "--explain needs exact worths; the questions say what to find out first");
    return true;
}

static bool assess_draft(const char *words, const struct views *views, struct budget *budget,
                         struct arena *arena, struct uncertain_answer *answer, struct error *error)
{
    if (!words)
        return true;
    uint32_t *package = ARENA_ARRAY(arena, uint32_t, views->scenario->issue_count);
    if (!draft_read(views->scenario, str_of(words), arena, package, error))
        return false;
    struct assessed *draft = ARENA_NEW(arena, struct assessed);
    *draft = assess_package(views, package, budget, arena);
    answer->draft = draft;
    answer->draft_is_allowed = verify_allowed(views->scenario, package);
    return true;
}

// What to ask next; a budget spent leaves it out.
static bool find_questions(struct budget *budget, struct arena *arena,
                           struct uncertain_answer *answer, struct error *error)
{
    struct questions *questions = ARENA_NEW(arena, struct questions);
    if (questions_find(answer->assessment, budget, arena, questions, error)) {
        answer->questions = questions;
        answer->is_stopped = answer->is_stopped || questions->is_stopped;
        return true;
    }
    answer->is_stopped = true;
    return error->code == STOPPED;
}

bool uncertain_find(const struct bargain_request *request, const struct uncertain *uncertain,
                    struct str source, struct budget *budget, struct arena *arena,
                    struct uncertain_answer *answer, struct error *error)
{
    struct views *views = ARENA_NEW(arena, struct views);
    struct assessment *assessment = ARENA_NEW(arena, struct assessment);
    struct uncertain_answer found = {.assessment = assessment};
    if (!uncertain_can_answer(request, error) ||
        !views_make(uncertain, source, budget, arena, views, error) ||
        !assess(views, budget, arena, assessment, error))
        return false;
    found.is_stopped = assessment->is_stopped;
    if (!assess_draft(request->draft, views, budget, arena, &found, error) ||
        !find_questions(budget, arena, &found, error))
        return false;
    *answer = found;
    return true;
}
