// SPDX-License-Identifier: Apache-2.0
// Which cases a database has, for whoever asks.
#include "record/store_list.h"
#include "render/case/case_forms.h"
#include "workbench/case/case.h"
#include "workbench/door.h"

static void tell(const struct list *cases, bool as_json, struct entente_answer *made)
{
    struct list listed = LIST_MAKE(made->arena, struct listed_case);
    for (size_t i = 0; i < cases->count; i++) {
        const struct store_listed *each = LIST_AT(cases, struct store_listed, i);
        *LIST_ADD(&listed, struct listed_case) =
            (struct listed_case){each->name,
                                 each->address,
                                 each->format,
                                 each->is_writable,
                                 LIST_ITEMS(&each->readers, struct str),
                                 each->readers.count};
    }
    struct cases_answer found = {LIST_ITEMS(&listed, struct listed_case), listed.count};
    made->output = as_json ? cases_json(&found, made->arena) : cases_text(&found, made->arena);
    if (!as_json && cases->count == 0)
        made->summary = STR("the database has no case that you may open\n");
}

bool entente_case_list(const struct entente_case_list_options *options, const char *place,
                       const struct entente_bounds *bounds, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_case_list_options own;
    struct error inner;
    struct list cases;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct entente_answer *made = answer_new();
    bool done = (place || error_set(&inner, MISUSE, "say whose cases are to be listed")) &&
                store_list(place, made->arena, &cases, &inner);
    if (done)
        tell(&cases, own.form == ENTENTE_CASE_JSON, made);
    return case_finish(done, made, answer, &inner, error);
}
