// SPDX-License-Identifier: Apache-2.0
// stance, agree and reopen: what is thought of the wordings of a slot, and when it is settled.
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

#include <string.h>

static bool run_stance(struct request *request)
{
    const char *slot = request_word(request, 1);
    const char *variant = request_word(request, 2);
    const char *stance = request_word(request, 3);
    struct entente_file json;
    struct case_entering what = {
        .entering = {.size = sizeof(struct entente_entering), .verb = "stance", .kind = "stance"}};
    if (!case_act(request, &what.act))
        return false;
    if (request_is_json(slot)) {
        if (!request_read(request, slot, &json))
            return false;
        what.entering.json = &json;
        return case_enter(request, case_enter_item, &what);
    }
    if (!slot || !variant || !stance)
        return request_misuse(request,
                              "say slot, wording and stance: entente stance CASE plan/7/1a2b3c4d 2 "
                              "support --party UA");
    size_t count;
    const struct entente_field *given = case_fields(request, &count);
    struct list fields = LIST_MAKE(request->arena, struct entente_field);
    bool has_party = request_has(request, "party");
    for (size_t i = 0; i < count; i++)
        *LIST_ADD(&fields, struct entente_field) = given[i];
    const char *viewer = request_value(request, "as");
    if (!has_party && !viewer)
        return request_misuse(request, "whose stance? Say --party ID");
    *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"slot", slot};
    *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"stance", stance};
    if (strcmp(variant, "any") != 0)
        *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"variant", variant};
    if (!has_party && viewer)
        *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"party", viewer};
    what.entering.fields = LIST_ITEMS(&fields, struct entente_field);
    what.entering.count = fields.count;
    return case_enter(request, case_enter_item, &what);
}

static const struct option stance_options[] = {
    {"party", OPTION_TEXT, "ID", NULL, "whose stance, a party or a group; default: that of --as"},
    {"condition", OPTION_TEXT, "TEXT", NULL, "on what it depends"},
    {"date", OPTION_DATE, "DATE", NULL, "when it was taken"},
    {"source", OPTION_TEXT, "TEXT", NULL, "how it is known"},
    {"note", OPTION_TEXT, "TEXT", NULL, "anything else"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb stance_verb = {
    .name = "stance",
    .usage = "CASE SLOT WORDING STANCE | CASE FILE.json|-",
    .purpose = "Enters what a party or a group thinks of a wording",
    .details = "Stances: propose, support, support in principle, flexible, silent, reserve, "
               "oppose. A wording is known by its id or the start of it, its number from 1, "
               "\"base\", the one party that holds it, or \"any\" for the slot as a whole.",
    .options = stance_options,
    .inputs = {INPUT_CASE, INPUT_ITEM, INPUT_NAME},
    .run = run_stance,
};

struct settling_act {
    struct entente_settling settling;
    struct entente_act act;
};

static bool settle_slot(struct request *request, struct entente_case *handle, const void *what,
                        struct entente_answer **answer)
{
    const struct settling_act *settling = what;
    struct entente_bounds bounds = request_bounds(request);
    return entente_case_settle(&settling->settling, handle, &settling->act, &bounds, answer,
                               &request->error);
}

static bool settle(struct request *request, const char *status)
{
    struct settling_act what = {.settling = {
                                    .size = sizeof(struct entente_settling),
                                    .slot = request_word(request, 1),
                                    .status = status,
                                    .variant = request_word(request, 2),
                                    .by = request_value(request, "by"),
                                    .date = request_value(request, "date"),
                                    .meeting = request_value(request, "meeting"),
                                    .note = request_value(request, "note"),
                                }};
    if (!what.settling.slot)
        return request_misuse(request, "which slot? entente show CASE slots lists them");
    return case_act(request, &what.act) ? case_enter(request, settle_slot, &what) : false;
}

static bool run_agree(struct request *request)
{
    return settle(request, "agreed");
}

static const struct option agree_options[] = {
    {"by", OPTION_TEXT, "LIST", NULL, "who agrees; default: all"},
    {"date", OPTION_DATE, "DATE", NULL, "when"},
    {"meeting", OPTION_TEXT, "ID", NULL, "at which meeting"},
    {"note", OPTION_TEXT, "TEXT", NULL, "anything else"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb agree_verb = {
    .name = "agree",
    .usage = "CASE SLOT WORDING",
    .purpose = "Settles a slot on one wording, ad referendum",
    .options = agree_options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .run = run_agree,
};

static bool run_reopen(struct request *request)
{
    const char *status = request_value(request, "status");
    if (request_word(request, 2))
        return request_misuse(request, "reopening takes no wording");
    return settle(request, status ? status : "reopened");
}

static const struct option reopen_options[] = {
    {"status", OPTION_CHOICE, "STATUS", "open|reopened|parked|placeholder",
     "what it becomes; default: reopened"},
    {"note", OPTION_TEXT, "TEXT", NULL, "why"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb reopen_verb = {
    .name = "reopen",
    .usage = "CASE SLOT",
    .purpose = "Opens a settled slot again, or parks it",
    .options = reopen_options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .run = run_reopen,
};
