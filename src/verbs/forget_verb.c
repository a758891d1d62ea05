// SPDX-License-Identifier: Apache-2.0
// forget: what must not be kept any longer.
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

struct case_forgetting {
    struct entente_forgetting forgetting;
    struct entente_act act;
};

static bool forget(struct request *request, struct entente_case *handle, const void *what,
                   struct entente_answer **answer)
{
    const struct case_forgetting *own = what;
    struct entente_bounds bounds = request_bounds(request);
    return entente_case_forget(&own->forgetting, handle, &own->act, &bounds, answer,
                               &request->error);
}

static bool run_forget(struct request *request)
{
    struct case_forgetting own = {.forgetting = {.size = sizeof own.forgetting,
                                                 .kind = request_word(request, 1),
                                                 .id = request_word(request, 2),
                                                 .entry = request_value(request, "entry")}};
    bool has_item = own.forgetting.kind && own.forgetting.id;
    if (own.forgetting.entry ? own.forgetting.kind != NULL : !has_item)
        return request_misuse(request,
                              "say what is to be forgotten: entente forget CASE statement s1, or "
                              "an entry of a closed log: --entry party:UA/3");
    if (!case_act(request, &own.act))
        return false;
    own.act.by = request_value(request, "by");
    return case_enter(request, forget, &own);
}

static const struct option forget_options[] = {
    {"entry", OPTION_TEXT, "LOG/AT", NULL,
     "an entry of a closed log in place of an item, such as party:UA/3"},
    {"by", OPTION_TEXT, "PARTY", NULL, "whose act it is; default: --as"},
    CASE_VIEW_OPTIONS,
    CASE_JSON_OPTION,
    {"any-time", OPTION_FLAG, NULL, NULL,
     "the time is right, though a year behind the last entry, or before it"},
    {"now", OPTION_TEXT, "TIME", NULL,
     "the time of the act, 2025-12-20T10:00:00Z; default: the clock"},
    {"seed", OPTION_TEXT, "HEX", NULL,
     "64 hex digits in place of fresh randomness, to repeat a test"},
    {.name = NULL},
};

const struct verb forget_verb = {
    .name = "forget",
    .usage = "CASE KIND ID | CASE --entry LOG/AT",
    .purpose = "Takes out for good what must not be kept any longer",
    .details =
        "All entries that speak of the item go, with their keys and files; the record still "
        "verifies, and says which are gone. Backups and exports made before keep what they have.",
    .options = forget_options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .run = run_forget,
};
