// SPDX-License-Identifier: Apache-2.0
// The next base comes into the case: what is settled is its text, and all else is carried over to it, in one
// entry.
#include "workbench/case/round_parts.h"

#include "casefile/access.h"
#include "workbench/case/case_matches.h"
#include "workbench/door.h"
#include "workbench/text/next_text.h"
#include "workbench/text/table.h"

#include <string.h>

// --- What there is

static bool merge_round(struct case_round *round, struct error *error)
{
    const struct items *items = acting_items(round->acting);
    const struct draft_gate gate = {.place = GATE_SUBMIT, .any_base = true};
    case_drafts(items, round->document, NULL, round->arena, &round->base, &round->current);
    if (!items_find(items, "document", round->document))
        return error_set(error, NOT_FOUND, "the case has no document \"%.*s\"%.*s",
                         STR_ARGS(round->document),
                         STR_ARGS(items_meant(items, "document", round->document, round->arena)));
    if (!round->base || round->current.count == 0)
        return error_set(error, NOT_FOUND,
                         round->base ? "nobody has a draft of %.*s on its newest base: there is "
                                       "nothing to settle or to carry"
                                     : "%.*s has no base yet: submit it (--base)",
                         STR_ARGS(round->document));
    round->merged = ARENA_NEW(round->arena, struct merged);
    round->sheet = ARENA_NEW(round->arena, struct sheet);
    if (!case_merge_drafts(round->acting->casefile, round->base, &round->current, NULL, &gate,
                           round->budget, round->arena, round->merged, error))
        return false;
    table_sheet(round->merged, round->arena, round->sheet);
    round->found = case_find_slots(round->sheet, round->arena);
    slot_match_make(items, round->document, NULL, LIST_ITEMS(&round->found, struct found_slot),
                    round->found.count, round->arena, &round->match);
    return true;
}

// --- What comes in

static struct str draft_id(const struct case_round *round, struct str owner)
{
    const struct items *items = acting_items(round->acting);
    for (size_t number = 1;; number++) {
        struct str id = arena_print(round->arena, "%.*s-%.*s-%zu", STR_ARGS(round->document),
                                    STR_ARGS(owner), number);
        if (!items_find(items, "draft", id))
            return id;
    }
}

// The fields of a draft that differ from case to case; empty: it has none such.
struct incoming {
    struct str id;
    struct str party;
    struct str base;
    struct str carried;
    struct str note;
    bool is_counter;
};

static bool add_draft(struct case_round *round, const struct incoming *incoming,
                      const struct entente_file *file, struct error *error)
{
    struct arena *arena = round->arena;
    struct acting *acting = round->acting;
    struct json_object object = json_object_make(arena);
    const struct json *reference;
    if (!casefile_add_file(acting->casefile, &acting->act, str_of(file->name), answer_file(file),
                           &acting->chance, &reference, error))
        return false;
    json_object_set_text(&object, "document", round->document);
    json_object_set_text(&object, "party", incoming->party);
    json_object_set_text(&object, "base", incoming->base);
    json_object_set_text(&object, "date", str_of(round->text->date));
    json_object_set_text(&object, "carried", incoming->carried);
    json_object_set_text(&object, "note", incoming->note);
    static const struct json yes = {.kind = JSON_BOOL, .truth = true};
    if (incoming->is_counter)
        json_object_set(&object, STR("counter"), &yes);
    json_object_set(&object, STR("file"), reference);
    act_add(&acting->act, "draft", incoming->id, json_object_done(&object, arena));
    return true;
}

static bool is_first_of_draft(const struct case_round *round, size_t at)
{
    const struct item *draft = LIST_AT(&round->current, struct current_draft, at)->draft;
    for (size_t i = 0; i < at; i++)
        if (LIST_AT(&round->current, struct current_draft, i)->draft == draft)
            return false;
    return true;
}

static uint32_t number_of(const struct case_round *round, struct str party)
{
    for (uint32_t p = 0; p < round->merged->party_count; p++)
        if (str_equal(round->merged->party_names[p], party))
            return p;
    return NO_INDEX;
}

// A group's draft counts for several, and comes in once.
static bool add_drafts(struct case_round *round, struct error *error)
{
    for (size_t i = 0; i < round->current.count; i++) {
        const struct current_draft *current = LIST_AT(&round->current, struct current_draft, i);
        uint32_t party = number_of(round, current->party);
        struct str owner = json_text(current->draft->value, "party");
        if (party == NO_INDEX || !is_first_of_draft(round, i))
            continue;
        const struct incoming incoming = {.id = draft_id(round, owner),
                                          .party = owner,
                                          .base = round->next_id,
                                          .carried = current->draft->id,
                                          .is_counter = round->manners[party].matches != NULL};
        struct entente_file file = round->drafts[party].file;
        struct str like = str_of(round->manners[party].matches ? file.name : round->next_base.name);
        struct str ending = str_skip(like, str_behind_last(like, '.'));
        file.name =
            arena_c_string(round->arena, arena_print(round->arena, "%.*s.%.*s",
                                                     STR_ARGS(incoming.id), STR_ARGS(ending)));
        if (!add_draft(round, &incoming, &file, error))
            return false;
        round_add_matches(round, party, incoming.id);
    }
    return true;
}

// A draft that few may read is bound to the base it was made from.
static void name_sealed_drafts(struct case_round *round)
{
    const struct casefile *casefile = round->acting->casefile;
    struct list drafts = items_of(&casefile->items, "draft", round->arena);
    for (size_t i = 0; i < drafts.count; i++) {
        const struct item *draft = *LIST_AT(&drafts, const struct item *, i);
        if (!access_is_open(order_audience(draft->last)) &&
            str_equal(json_text(draft->value, "document"), round->document) &&
            str_equal(json_text(draft->value, "base"), round->base->id))
            round_name(round,
                       arena_print(round->arena, "draft %.*s is sealed, and stays one on %.*s",
                                   STR_ARGS(draft->id), STR_ARGS(round->base->id)));
    }
}

// --- The slots

static void name_left(struct case_round *round, const struct slots_carried *carried)
{
    struct list named = case_slots_left(carried, "in the next base", round->arena);
    for (size_t i = 0; i < named.count; i++)
        round_name(round, *LIST_AT(&named, struct str, i));
}

static struct slots_carried carry(struct case_round *round)
{
    struct acting *acting = round->acting;
    struct list settled = round_settled(round);
    struct list found = case_find_slots(round->next_sheet, round->arena);
    struct slots_carried carried = slots_carry_on(
        acting_items(acting), round->document, LIST_ITEMS(&settled, struct settled_slot),
        settled.count, LIST_ITEMS(&found, struct found_slot), found.count, &acting->act,
        round->arena);
    name_left(round, &carried);
    return carried;
}

static bool enter(struct case_round *round, const struct entente_case_next_options *options,
                  struct slots_carried *carried, struct error *error)
{
    const struct incoming base = {
        .id = round->next_id, .base = round->base->id, .note = str_of(options->note)};
    round_points(round);
    if (!add_draft(round, &base, &round->next_base, error) || !add_drafts(round, error))
        return false;
    name_sealed_drafts(round);
    *carried = carry(round);
    round_follow(round);
    return true;
}

// --- What is told

static void tell(const struct case_round *round, const struct slots_carried *carried, uint64_t at,
                 struct entente_answer *made)
{
    const struct act *act = &round->acting->act;
    struct list entered = LIST_MAKE(made->arena, struct act_entered);
    for (size_t i = 0; i < act->changes.count; i++) {
        const struct change *change = LIST_AT(&act->changes, struct change, i);
        if (strcmp(change->kind, "draft") == 0)
            *LIST_ADD(&entered, struct act_entered) =
                acting_entered(round->acting, "draft", change->id, at, made->arena);
    }
    const struct act_round told_round = {.base = round->next_id,
                                         .settled = carried->settled,
                                         .open = carried->stayed + carried->arrived,
                                         .unplaced = carried->unplaced.count,
                                         .stances_kept =
                                             carried->stances_kept + carried->stances_unheld,
                                         .stances_unheld = carried->stances_unheld,
                                         .named = LIST_ITEMS(&round->named, struct str),
                                         .named_count = round->named.count};
    struct act_answer told = {.entered = LIST_ITEMS(&entered, struct act_entered),
                              .entered_count = entered.count,
                              .round = &told_round};
    acting_tell(round->acting, told, made);
    made->is_no = told_round.open > 0;
}

// Whether some draft stands on the base by its points, so that another comparison would find other places.
static bool round_has_counters(const struct case_round *round)
{
    for (size_t i = 0; i < round->current.count; i++) {
        const struct item *draft = LIST_AT(&round->current, struct current_draft, i)->draft;
        if (case_draft_manner(acting_items(round->acting), NULL, draft, round->arena).matches)
            return true;
    }
    return false;
}

static bool write_text(const struct case_round *round, struct str *bytes, struct error *error)
{
    struct str notes;
    if (round->text->format == ENTENTE_DOCX)
        return next_docx(round->text, round->merged, round->sheet, &round->choices, round->arena,
                         bytes, &notes, error);
    return next_lines(round->text, round->sheet, &round->choices,
                      round_has_counters(round) ? round->next_sheet : NULL, round->budget,
                      round->arena, bytes, error);
}

static bool next_inside(struct case_round *round, const struct entente_case_next_options *options,
                        struct slots_carried *carried, struct str *text, struct error *error)
{
    bool is_open = access_is_open(round->acting->act.audience);
    if (!is_open)
        return error_set(error, MISUSE, "a next base is for all who negotiate, or for the public");
    if (!options->document)
        return error_set(error, MISUSE, "the next base of which document?");
    if (!next_form_check(round->text, error) || !merge_round(round, error))
        return false;
    round->next_id =
        options->id ? arena_copy(round->arena, str_of(options->id)) : draft_id(round, STR("base"));
    if (!schema_id_is_good(round->next_id) ||
        items_find(&round->acting->casefile->items, "draft", round->next_id))
        return error_set(error, MISUSE, "\"%.*s\" names a draft already, or cannot name one",
                         STR_ARGS(str_slice(round->next_id, 0, 80)));
    return round_decide(round, error) && round_texts(round, error) &&
           (!options->gives_text || write_text(round, text, error)) &&
           enter(round, options, carried, error);
}

static struct case_round round_of(struct acting *acting,
                                  const struct entente_case_next_options *options,
                                  struct budget *budget, struct arena *arena)
{
    static const struct entente_next_options plain = {.size = sizeof plain};
    return (struct case_round){.acting = acting,
                               .text = options->text ? options->text : &plain,
                               .budget = budget,
                               .arena = arena,
                               .document = str_of(options->document),
                               .named = LIST_MAKE(arena, struct str)};
}

// What would be decided now.
static bool decide_now(struct entente_case *handle, struct case_round *round, struct error *error)
{
    if (round->document.length == 0)
        return error_set(error, MISUSE, "the next base of which document?");
    return case_reads_on(handle, error) && next_form_check(round->text, error) &&
           merge_round(round, error) && round_decide(round, error);
}

static struct acting acting_of_nobody(struct entente_case *handle)
{
    return (struct acting){.casefile = handle->casefile, .act = {.audience = STR("all")}};
}

bool round_standing(struct entente_case *handle, const char *document, struct budget *budget,
                    struct arena *arena, struct case_round *round, struct error *error)
{
    const struct entente_case_next_options options = {.size = sizeof options, .document = document};
    struct acting *acting = ARENA_NEW(arena, struct acting);
    *acting = acting_of_nobody(handle);
    *round = round_of(acting, &options, budget, arena);
    round->next_id = round->document;
    return decide_now(handle, round, error) && round_texts(round, error);
}

// The file that would go round. It reads what all parties see, whoever looks.
static bool try_next(struct entente_case *handle, const struct entente_case_next_options *options,
                     struct budget *budget, struct entente_answer *made, struct error *error)
{
    struct acting acting = acting_of_nobody(handle);
    struct case_round round = round_of(&acting, options, budget, made->arena);
    round.next_id = STR("next");
    if (!decide_now(handle, &round, error) ||
        (round_has_counters(&round) && !round_texts(&round, error)) ||
        !write_text(&round, &made->output, error))
        return false;
    made->is_no = round.choices.open > 0;
    return true;
}

static bool next(struct entente_case *handle, const struct entente_case_next_options *options,
                 const struct entente_act *frame, struct budget *budget,
                 struct entente_answer *made, struct error *error)
{
    struct acting acting;
    struct slots_carried carried = {.settled = 0};
    struct str text = STR("");
    uint64_t at;
    if (!acting_begin(handle, "next", frame, &acting, error))
        return false;
    struct case_round round = round_of(&acting, options, budget, made->arena);
    if (!next_inside(&round, options, &carried, &text, error)) {
        casefile_rollback(acting.casefile);
        return false;
    }
    if (!acting_end(&acting, &at, error))
        return false;
    tell(&round, &carried, at, made);
    if (options->gives_text)
        made->output = text;
    return true;
}

bool entente_case_next(const struct entente_case_next_options *options, struct entente_case *handle,
                       const struct entente_act *act, const struct entente_bounds *bounds,
                       struct entente_answer **answer, struct entente_error *error)
{
    struct entente_case_next_options own;
    struct entente_next_options text;
    struct entente_act frame;
    if (!DOOR_TAKE(options, &own, error) || (own.text && !DOOR_TAKE(own.text, &text, error)) ||
        (!own.is_trial && !case_frame(act, &frame, error)) || !door_bounds(bounds, error))
        return false;
    if (own.text)
        own.text = &text;
    struct error inner;
    struct budget budget = answer_budget(bounds);
    struct entente_answer *made = answer_new();
    bool done = own.is_trial ? try_next(handle, &own, &budget, made, &inner)
                             : next(handle, &own, &frame, &budget, made, &inner);
    return case_finish(done, made, answer, &inner, error);
}
