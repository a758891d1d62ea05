// SPDX-License-Identifier: Apache-2.0
// The consolidated text of one document of a case.
#include "base/builder.h"
#include "casefile/slots.h"
#include "workbench/case/case_show.h"
#include "workbench/case/case_slot_list.h"
#include "workbench/case/case_taken.h"
#include "workbench/case/round_parts.h"
#include "workbench/door.h"
#include "workbench/text/merge_read_as.h"
#include "workbench/text/slot_list_file.h"

static bool gather(struct casefile *casefile, struct str document, struct arena *arena,
                   struct drafts_taken *text, struct error *error)
{
    const struct item *base;
    struct list current;
    if (!case_document_drafts(casefile, document, arena, &base, &current, error))
        return false;
    if (!base || current.count == 0)
        return error_set(error, NOT_FOUND, "%.*s has no %s yet, so there is nothing to merge",
                         STR_ARGS(document), base ? "party's draft" : "base");
    return case_drafts_take(casefile, base, &current, NULL, arena, text, error);
}

// They were held against their base when they were entered.
static bool merge(const struct entente_case_text_options *options, const struct drafts_taken *text,
                  const struct entente_bounds *bounds, struct entente_answer **answer,
                  struct entente_error *error)
{
    struct entente_merge_options merged;
    if (!DOOR_TAKE(options->merged, &merged, error))
        return false;
    merged.size = sizeof merged;
    merged.any_base = true;
    return merge_read_as(&merged, &text->base, text->drafts, text->count, text->manners, bounds,
                         answer, error);
}

// What could not be carried, told beside what the merge tells.
static void tell_named(const struct case_round *round, struct entente_answer *answer)
{
    struct builder out = builder_make(answer->arena);
    builder_add(&out, answer->summary);
    for (size_t i = 0; i < round->named.count; i++)
        builder_print(&out, "note: %.*s\n", STR_ARGS(*LIST_AT(&round->named, struct str, i)));
    answer->summary = builder_str(&out);
}

// The slots of a document that nothing has settled yet.
static struct case_list open_slots(const struct case_list *all, struct str document,
                                   struct arena *arena)
{
    struct case_item *items = ARENA_ARRAY(arena, struct case_item, all->count + 1);
    struct case_list open = *all;
    open.items = items;
    open.count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct json *slot = all->items[i].value;
        struct str status = slot_standing(slot);
        bool is_over = str_equal(status, STR("agreed")) || str_equal(status, STR("settled")) ||
                       str_equal(status, STR("unplaced"));
        if (!is_over && str_equal(json_text(slot, "document"), document))
            items[open.count++] = all->items[i];
    }
    return open;
}

// The list of what is open, as the case knows it: with every stance and note.
static bool show_list(struct entente_case *handle, struct str document, enum entente_format format,
                      struct entente_answer *made, struct error *error)
{
    const struct items *items = &handle->casefile->items;
    struct case_list all;
    if (!case_reads_on(handle, error) || !case_list_of(handle, "slot", made->arena, &all))
        return false;
    if (!items_find(items, "document", document))
        return error_set(error, NOT_FOUND, "the case has no document \"%.*s\"%.*s",
                         STR_ARGS(document),
                         STR_ARGS(items_meant(items, "document", document, made->arena)));
    const struct case_list open = open_slots(&all, document, made->arena);
    struct slot_list list = case_slot_list(items, &open, document, made->arena);
    made->is_no = open.count > 0;
    return slot_list_write(&list, format, made->arena, &made->output, error);
}

// The next base as it would be now, merged with what every party's draft reads like on it.
static bool show_settled(struct entente_case *handle,
                         const struct entente_case_text_options *options,
                         const struct entente_bounds *bounds, struct entente_answer **answer,
                         struct entente_error *error)
{
    struct error inner;
    struct case_round round;
    struct entente_merge_options shown;
    if (!DOOR_TAKE(options->merged, &shown, error))
        return false;
    if (shown.form == ENTENTE_LIST && options->document) {
        struct entente_answer *made = answer_new();
        bool done = show_list(handle, str_of(options->document), shown.format, made, &inner);
        return case_finish(done, made, answer, &inner, error);
    }
    struct budget budget = answer_budget(bounds);
    struct arena *arena = arena_open();
    if (!round_standing(handle, options->document, &budget, arena, &round, &inner)) {
        arena_close(arena);
        return case_finish(false, answer_new(), answer, &inner, error);
    }
    const struct drafts_taken text = {.base = round.next_base,
                                      .drafts = round.drafts,
                                      .manners = round.manners,
                                      .count = round.merged->party_count};
    bool done = merge(options, &text, bounds, answer, error);
    if (done)
        tell_named(&round, *answer);
    arena_close(arena);
    return done;
}

bool entente_case_text(const struct entente_case_text_options *options, struct entente_case *handle,
                       const struct entente_bounds *bounds, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_case_text_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    if (own.is_settled)
        return show_settled(handle, &own, bounds, answer, error);
    struct error inner;
    struct drafts_taken text = {.count = 0};
    struct arena *arena = arena_open();
    bool done = case_reads_on(handle, &inner) &&
                gather(handle->casefile, str_of(own.document), arena, &text, &inner);
    if (done) {
        done = merge(&own, &text, bounds, answer, error);
        arena_close(arena);
        return done;
    }
    arena_close(arena);
    return case_finish(false, answer_new(), answer, &inner, error);
}
