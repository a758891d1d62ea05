// SPDX-License-Identifier: Apache-2.0
// stance, agree and reopen: what is thought of the wordings of a slot, and when it is settled.
#include "cli/case_console.h"
#include "cli/commands.h"

#include <string.h>

static int run_stance(const struct arguments *arguments)
{
    const char *slot = arguments_word(arguments, 1);
    const char *variant = arguments_word(arguments, 2);
    const char *stance = arguments_word(arguments, 3);
    struct entente_file json;
    struct case_entering what = {
        .entering = {.size = sizeof(struct entente_entering), .verb = "stance", .kind = "stance"}};
    if (!case_act(arguments, &what.act))
        return EXIT_BAD;
    if (case_is_json(slot)) {
        if (!console_read(arguments, slot, &json))
            return EXIT_BAD;
        what.entering.json = &json;
        return case_enter(arguments, case_enter_item, &what);
    }
    if (!slot || !variant || !stance)
        return console_misuse("say slot, wording and stance: entente stance CASE plan/7/1a2b3c4d 2 "
                              "support --party UA");
    size_t count;
    const struct entente_field *given = case_fields(arguments, &count);
    struct list fields = LIST_MAKE(arguments->arena, struct entente_field);
    bool has_party = arguments_has(arguments, "party");
    for (size_t i = 0; i < count; i++)
        *LIST_ADD(&fields, struct entente_field) = given[i];
    const char *viewer = arguments_value(arguments, "as");
    if (!has_party && !viewer)
        return console_misuse("whose stance? Say --party ID");
    *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"slot", slot};
    *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"stance", stance};
    if (strcmp(variant, "any") != 0)
        *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"variant", variant};
    if (!has_party && viewer)
        *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"party", viewer};
    what.entering.fields = LIST_ITEMS(&fields, struct entente_field);
    what.entering.count = fields.count;
    return case_enter(arguments, case_enter_item, &what);
}

static const struct option stance_options[] = {
    {"party", "ID", NULL, "whose stance, a party or a group; default: that of --as"},
    {"condition", "TEXT", NULL, "on what it depends"},
    {"date", "DATE", NULL, "when it was taken"},
    {"source", "TEXT", NULL, "how it is known"},
    {"note", "TEXT", NULL, "anything else"},
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
    .run = run_stance,
};

struct settling_act {
    struct entente_settling settling;
    struct entente_act act;
};

static bool settle_slot(struct entente_case *handle, const void *what,
                        struct entente_answer **answer, struct entente_error *error)
{
    const struct settling_act *settling = what;
    struct entente_bounds bounds = console_bounds();
    return entente_case_settle(&settling->settling, handle, &settling->act, &bounds, answer, error);
}

static int settle(const struct arguments *arguments, const char *status)
{
    struct settling_act what = {.settling = {
                                    .size = sizeof(struct entente_settling),
                                    .slot = arguments_word(arguments, 1),
                                    .status = status,
                                    .variant = arguments_word(arguments, 2),
                                    .by = arguments_value(arguments, "by"),
                                    .date = arguments_value(arguments, "date"),
                                    .meeting = arguments_value(arguments, "meeting"),
                                    .note = arguments_value(arguments, "note"),
                                }};
    if (!what.settling.slot)
        return console_misuse("which slot? entente show CASE slots lists them");
    return case_act(arguments, &what.act) ? case_enter(arguments, settle_slot, &what) : EXIT_BAD;
}

static int run_agree(const struct arguments *arguments)
{
    return settle(arguments, "agreed");
}

static const struct option agree_options[] = {
    {"by", "LIST", NULL, "who agrees; default: all"},
    {"date", "DATE", NULL, "when"},
    {"meeting", "ID", NULL, "at which meeting"},
    {"note", "TEXT", NULL, "anything else"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb agree_verb = {
    .name = "agree",
    .usage = "CASE SLOT WORDING",
    .purpose = "Settles a slot on one wording, ad referendum",
    .options = agree_options,
    .run = run_agree,
};

static int run_reopen(const struct arguments *arguments)
{
    const char *status = arguments_value(arguments, "status");
    if (arguments_word(arguments, 2))
        return console_misuse("reopening takes no wording");
    return settle(arguments, status ? status : "reopened");
}

static const struct option reopen_options[] = {
    {"status", "STATUS", "open|reopened|parked|placeholder", "what it becomes; default: reopened"},
    {"note", "TEXT", NULL, "why"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb reopen_verb = {
    .name = "reopen",
    .usage = "CASE SLOT",
    .purpose = "Opens a settled slot again, or parks it",
    .options = reopen_options,
    .run = run_reopen,
};
