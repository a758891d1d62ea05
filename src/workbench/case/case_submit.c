// SPDX-License-Identifier: Apache-2.0
// A draft comes in: its bytes are kept as they are, the text is merged anew, slots and stances carry
// over, and all of it is one entry.
#include "casefile/access.h"
#include "workbench/case/case_columns.h"
#include "workbench/case/case_returned_list.h"
#include "workbench/case/case_shelf.h"
#include "workbench/case/case_submission.h"
#include "workbench/case/case_wording.h"
#include "workbench/door.h"
#include "workbench/text/slot_list_read.h"

// A draft of a document without a base is kept, and compared with nothing.
static void tell(const struct acting *acting, const struct entente_submission *submission,
                 const struct item *draft, uint64_t at, const struct slots_carried *carried,
                 struct entente_answer *made)
{
    struct act_entered entered =
        submission->file
            ? acting_entered(acting, "draft", draft->id, at, made->arena)
            : acting_entered(acting, "match", LIST_AT(&acting->act.changes, struct change, 0)->id,
                             at, made->arena);
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
    acting_tell(acting, told, made);
}

// A wording in place of a file: the party's draft with it.
static bool make_file(const struct acting *acting, struct entente_submission *submission,
                      struct entente_file *file, struct budget *budget, struct arena *arena,
                      struct str *told, struct error *error)
{
    struct wording_wanted wanted = {
        str_of(submission->document), str_of(submission->party ? submission->party : ""),
        str_of(submission->slot ? submission->slot : ""), str_of(submission->wording)};
    const struct item *slot;
    struct error unused;
    if (wanted.party.length == 0 || wanted.slot.length == 0)
        return error_set(error, MISUSE, "a wording is some party's, at an open place: name both");
    if (case_item_named(acting_items(acting), "slot", wanted.slot, &slot, &unused))
        wanted.slot = slot->id;
    submission->file = file;
    return case_wording_file(acting->casefile, &wanted, budget, arena, file, told, error);
}

// Everything that a draft costs but its slots, before the transaction: while it is merged others enter
// their acts. What cannot be made ready is made, or told, when the draft comes in.
static void make_ready(struct entente_case *handle, const struct entente_submission *submission,
                       const struct entente_act *frame, struct budget *budget, struct arena *arena)
{
    struct error untold;
    bool is_copy = submission->file && submission->party && !submission->matches &&
                   !submission->is_fragment &&
                   (!frame->readers || access_is_open(str_of(frame->readers)));
    if (!handle->shelf || !is_copy || !case_reads_on(handle, &untold))
        return;
    const struct item coming = case_draft_coming(submission, arena);
    const struct entente_file file = {json_text(json_member(coming.value, "file"), "name").bytes,
                                      submission->file->bytes,
                                      submission->file->length}; // by the name that it will have
    const struct draft_choice choice = {.extra = &coming};
    struct shelf_wanted wanted = {
        .document = str_of(submission->document), .coming = &coming, .file = &file};
    struct list current;
    const struct shelf_text *text;
    case_drafts(&handle->casefile->open, wanted.document, &choice, arena, &wanted.base, &current);
    wanted.current = &current;
    if (wanted.base && shelf_take(handle->shelf, handle->casefile, &wanted, budget, &text, &untold))
        shelf_give(handle->shelf, text);
}

static bool submit(struct entente_case *handle, struct entente_submission *submission,
                   const struct entente_act *frame, struct budget *budget,
                   struct entente_answer *made, struct error *error)
{
    struct acting acting;
    struct submitted submitted;
    struct str settled = STR("");
    struct entente_file *file = ARENA_NEW(made->arena, struct entente_file);
    uint64_t at;
    if (!submission->file && !submission->wording && !submission->matches)
        return error_set(error, MISUSE, "a submission wants a file");
    make_ready(handle, submission, frame, budget, made->arena);
    if (!acting_begin(handle, "submit", frame, &acting, error))
        return false;
    acting.shelf = handle->shelf;
    bool done = !submission->wording ||
                make_file(&acting, submission, file, budget, made->arena, &settled, error);
    if (!done || !case_submit_one(&acting, submission, budget, made->arena, &submitted, error)) {
        casefile_rollback(acting.casefile);
        shelf_give(acting.shelf, acting.lent);
        return false;
    }
    done = acting_end(&acting, &at, error);
    shelf_give(acting.shelf, acting.lent);
    if (!done)
        return false;
    tell(&acting, submission, &submitted.draft, at, &submitted.carried, made);
    made->summary = arena_print(made->arena, "%.*s%.*s%.*s", STR_ARGS(made->summary),
                                STR_ARGS(submitted.told), STR_ARGS(settled));
    return true;
}

// Whether the file is a list of open places, which is no draft of any text.
static bool is_list(const struct entente_submission *submission, const struct input_limits *limits,
                    struct arena *arena, struct slot_list *list)
{
    return submission->file && !submission->any_base && !submission->is_fragment &&
           !submission->matches && slot_list_may_be(submission->file) &&
           slot_list_read(submission->file, limits, arena, list);
}

static bool submit_any(struct entente_case *handle, struct entente_submission *submission,
                       const struct entente_act *frame, struct budget *budget,
                       struct entente_answer *made, struct error *error)
{
    struct slot_list list;
    if (!is_list(submission, answer_limits(budget, made->arena), made->arena, &list))
        return submission->is_columns
                   ? case_submit_columns(handle, submission, frame, budget, made, error)
                   : submit(handle, submission, frame, budget, made, error);
    if (submission->party)
        return case_submit_list(handle, submission, frame, &list, budget, made, error);
    return error_at(error, MISUSE, place_of(str_of(submission->file->name)),
                    "is a list of open places, and no text; say whose stances it brings, with "
                    "--party");
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
    bool done = submit_any(handle, &own, &frame, &budget, made, &inner);
    return case_end(handle, done, made, answer, &inner, error);
}
