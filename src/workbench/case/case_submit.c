// SPDX-License-Identifier: Apache-2.0
// A draft comes in: its bytes are kept as they are, the text is merged anew, slots and stances carry
// over, and all of it is one entry.
#include "casefile/access.h"
#include "workbench/case/case.h"
#include "workbench/case/case_slots.h"
#include "workbench/door.h"

static void set_text(struct json_object *object, struct arena *arena, const char *name,
                     const char *text)
{
    if (text)
        json_object_set(object, str_of(name), json_of_str(arena, str_of(text)));
}

// "plan-UA-2": the next draft of this party; "plan-UA-sealed-2" where not all may read it.
static struct str draft_id(const struct acting *acting, const struct entente_submission *submission)
{
    const struct items *items = acting_items(acting);
    struct str party = str_of(submission->party ? submission->party : "base");
    bool is_open = access_is_open(acting->act.audience);
    for (size_t number = 1;; number++) {
        struct str id = arena_print(acting->casefile->frame, "%s-%.*s%s-%zu", submission->document,
                                    STR_ARGS(party), is_open ? "" : "-sealed", number);
        if (!items_find(items, "draft", id))
            return id;
    }
}

static bool make_draft(struct acting *acting, const struct entente_submission *submission,
                       struct item *draft, struct error *error)
{
    struct casefile *casefile = acting->casefile;
    struct arena *arena = casefile->frame;
    struct json_object tree = json_object_make(arena);
    const struct json *reference;
    const struct json *object;
    struct str unused;
    struct schema_source source = {.name = STR("submit"), .items = acting_items(acting)};
    struct str name = str_of(submission->file->name);
    if (!casefile_add_file(casefile, &acting->act, str_skip(name, str_behind_last(name, '/')),
                           answer_file(submission->file), &acting->chance, &reference, error))
        return false;
    set_text(&tree, arena, "document", submission->document);
    set_text(&tree, arena, "party", submission->party);
    set_text(&tree, arena, "base", submission->base);
    set_text(&tree, arena, "date", submission->date);
    set_text(&tree, arena, "note", submission->note);
    if (submission->is_fragment)
        json_object_set(&tree, STR("fragment"), json_of_str(arena, STR("yes")));
    json_object_set(&tree, STR("file"), reference);
    if (!schema_read(schema_kind(STR("draft")), json_object_done(&tree, arena), &source, arena,
                     &unused, &object, error))
        return false;
    struct str id =
        submission->id ? arena_copy(arena, str_of(submission->id)) : draft_id(acting, submission);
    if (!schema_id_is_good(id) || items_find(&casefile->items, "draft", id))
        return error_set(error, MISUSE, "\"%.*s\" names a draft already, or cannot name one",
                         STR_ARGS(str_slice(id, 0, 80)));
    // Younger than anything: it is the newest of its party.
    struct str order = order_of(acting->act.now, acting->act.audience, 0, arena);
    *draft = (struct item){STR("draft"), id, object, order, order};
    act_add(&acting->act, "draft", id, object);
    return true;
}

// A draft without a base named was made from the newest one.
static void name_base(struct acting *acting, struct item *draft)
{
    struct arena *arena = acting->casefile->frame;
    const struct item *base;
    struct list drafts;
    case_drafts(&acting->casefile->open, json_text(draft->value, "document"), NULL, arena, &base,
                &drafts);
    if (!base || json_member(draft->value, "base"))
        return;
    struct json_object object = json_object_from(arena, draft->value);
    json_object_set(&object, STR("base"), json_of_str(arena, base->id));
    draft->value = json_object_done(&object, arena);
    LIST_AT(&acting->act.changes, struct change, 0)->set = draft->value;
}

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
    struct item draft = {.value = NULL};
    struct slots_carried carried = {.stayed = 0};
    struct str told = STR("");
    uint64_t at;
    if (!acting_begin(handle, "submit", frame, &acting, error))
        return false;
    bool done = make_draft(&acting, submission, &draft, error);
    if (done)
        name_base(&acting, &draft);
    if (done && access_is_open(acting.act.audience))
        done = case_carry_slots(acting.casefile, str_of(submission->document), &draft,
                                submission->any_base, budget, &acting.act, made->arena, &carried,
                                &told, error);
    if (!done) {
        casefile_rollback(acting.casefile);
        return false;
    }
    if (!acting_end(&acting, &at, error))
        return false;
    tell(&acting, submission, &draft, at, &carried, made);
    made->summary = arena_print(made->arena, "%.*s%.*s", STR_ARGS(made->summary), STR_ARGS(told));
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
    return case_end(handle, submit(handle, &own, &frame, &budget, made, &inner), made, answer,
                    &inner, error);
}
