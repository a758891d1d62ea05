// SPDX-License-Identifier: Apache-2.0
// A folder becomes a case file: what its lists say, and the open places that its drafts make.
#include "base/builder.h"
#include "casefile/folder.h"
#include "workbench/case/case.h"
#include "workbench/case/case_slots.h"
#include "workbench/door.h"

// What was entered anew because a folder's lists say it.
static struct str say_lists(const struct folder_told *told, struct arena *arena)
{
    if (!told->has_record)
        return STR(
            "the folder has no record (record.jsonl): its lists were entered as of now, and what "
            "was before is not known\n");
    if (told->changes == 0)
        return STR("");
    return arena_print(
        arena,
        "%zu item%s that the folder's lists say otherwise than its record %s entered "
        "as of now\n",
        told->changes, told->changes == 1 ? "" : "s", told->changes == 1 ? "was" : "were");
}

// A text whose drafts cannot be merged is imported without open places; it says why.
static bool find_places(struct casefile *casefile, struct str document, struct budget *budget,
                        struct act *act, struct builder *said, struct error *error)
{
    const struct draft_change change = {.document = document, .any_base = true};
    struct slots_carried carried;
    struct str told = STR("");
    if (case_carry_slots(casefile, &change, budget, act, said->arena, &carried, &told, error)) {
        builder_add(said, told);
        return true;
    }
    if (error->code == STOPPED)
        return false;
    builder_print(said, "the open places of %.*s are not known: %s\n", STR_ARGS(document),
                  error->message);
    return true;
}

static bool has_places(const struct items *items, struct str document, struct arena *arena)
{
    struct list slots = items_of(items, "slot", arena);
    for (size_t i = 0; i < slots.count; i++)
        if (str_equal(json_text((*LIST_AT(&slots, const struct item *, i))->value, "document"),
                      document))
            return true;
    return false;
}

// Lists written by hand name drafts and rarely the places where they differ, which a draft that is submitted
// brings with it. Inside the transaction of the import.
static bool enter_places(struct casefile *casefile, struct str now, struct chance *chance,
                         struct budget *budget, struct builder *said, struct error *error)
{
    struct act act = act_make("import", casefile->frame);
    struct list documents = items_of(&casefile->open, "document", said->arena);
    act.now = now;
    for (size_t i = 0; i < documents.count; i++) {
        struct str document = (*LIST_AT(&documents, const struct item *, i))->id;
        if (!has_places(&casefile->open, document, said->arena) &&
            !find_places(casefile, document, budget, &act, said, error))
            return false;
    }
    return act.changes.count == 0 || casefile_append(casefile, &act, chance, NULL, error);
}

bool entente_case_import(const struct entente_import_options *options, const char *folder,
                         const char *path, const struct entente_act *act,
                         const struct entente_bounds *bounds, struct entente_answer **answer,
                         struct entente_error *error)
{
    struct entente_import_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_act frame;
    if (!case_frame(act, &frame, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    struct casefile *casefile = NULL;
    struct chance chance = chance_make(frame.seed);
    struct folder_told told;
    struct budget budget = answer_budget(bounds);
    struct builder said = builder_make(made->arena);
    struct str now = str_of(case_now(&frame));
    bool done = folder_read(folder, path, str_of(options->case_id), now, &chance, &budget,
                            &casefile, &told, &inner) &&
                enter_places(casefile, now, &chance, &budget, &said, &inner) &&
                casefile_publish(casefile, &inner);
    if (done)
        made->summary =
            arena_print(made->arena, "%s now holds the case %.*s\n%.*s%.*s", path,
                        STR_ARGS(casefile->record.case_id), STR_ARGS(say_lists(&told, made->arena)),
                        STR_ARGS(builder_str(&said)));
    casefile_close(casefile);
    return case_finish(done, made, answer, &inner, error);
}
