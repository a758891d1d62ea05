// SPDX-License-Identifier: Apache-2.0
// What goes into the next base.
#include "workbench/case/round_parts.h"

#include "exchange/next_base/next_base.h"

#include <string.h>

static const struct found_slot *found_at(const struct case_round *round, size_t i)
{
    return LIST_AT(&round->found, struct found_slot, i);
}

const struct item *round_item(const struct case_round *round, size_t found)
{
    const struct known_slot *old = round->match.slots[found].old;
    return old ? old->item : NULL;
}

void round_name(struct case_round *round, struct str sentence)
{
    *LIST_ADD(&round->named, struct str) = sentence;
}

static const struct item *agreed_item(const struct case_round *round, size_t found)
{
    const struct item *item = round_item(round, found);
    bool is_agreed = item && str_equal(json_text(item->value, "status"), STR("agreed"));
    return is_agreed ? item : NULL;
}

// The wording of a found slot with this id; NO_INDEX when no draft has it.
static uint32_t wording_of_id(const struct case_round *round, size_t found, struct str variant)
{
    const struct found_slot *slot = found_at(round, found);
    for (uint32_t w = 0; w < slot->variant_count; w++)
        if (str_equal(slot_variant_id(slot->variants[w].text, round->arena), variant))
            return w;
    return NO_INDEX;
}

// False when no draft has that wording any more.
static bool decide(struct case_round *round, size_t found, struct str variant, const char *how)
{
    uint32_t number = found_at(round, found)->number;
    uint32_t wording = wording_of_id(round, found, variant);
    if (wording == NO_INDEX)
        return false;
    round->choices.wordings[number] = wording;
    round->how[number] = how;
    return true;
}

// --- What is agreed

static void take_agreed(struct case_round *round)
{
    for (size_t i = 0; i < round->found.count; i++) {
        const struct item *item = agreed_item(round, i);
        struct str variant =
            item ? json_text(json_member(item->value, "agreed"), "variant") : STR("");
        if (item && !decide(round, i, variant, "agreed"))
            round_name(round, arena_print(round->arena,
                                          "%.*s stays open: no draft that counts has the wording "
                                          "that was agreed",
                                          STR_ARGS(item->id)));
    }
}

// An agreement on a place that is in no draft any more has no words to go in.
static void name_lost_agreements(struct case_round *round)
{
    for (size_t i = 0; i < round->match.old_count; i++) {
        const struct known_slot *old = &round->match.olds[i];
        if (!old->next && !old->is_framed &&
            str_equal(slot_standing(old->item->value), STR("agreed")))
            round_name(round, arena_print(round->arena,
                                          "%.*s is agreed, but no draft that counts has the place: "
                                          "put its words into a draft first",
                                          STR_ARGS(old->item->id)));
    }
}

// --- What is chosen

static bool choose(struct case_round *round, struct str slot_name, struct str wording,
                   const char *how, struct error *error)
{
    const struct items *items = acting_items(round->acting);
    const struct item *slot;
    struct str variant;
    if (!case_item_named(items, "slot", slot_name, &slot, error) ||
        !case_variant_named(items, slot, wording, round->arena, &variant, error))
        return false;
    for (size_t i = 0; i < round->found.count; i++) {
        if (!slot || round_item(round, i) != slot)
            continue;
        const struct item *agreed = agreed_item(round, i);
        if (agreed && strcmp(how, "agreed") != 0 &&
            !str_equal(json_text(json_member(agreed->value, "agreed"), "variant"), variant))
            round_name(round,
                       arena_print(round->arena, "%.*s was agreed on another wording than is taken",
                                   STR_ARGS(slot->id)));
        return decide(round, i, variant, how) ||
               error_set(error, NOT_FOUND, "no draft that counts has that wording of %.*s",
                         STR_ARGS(slot->id));
    }
    return error_set(error, NOT_FOUND, "%.*s is no open place of %.*s", STR_ARGS(slot_name),
                     STR_ARGS(round->document));
}

static bool take_choices(struct case_round *round, struct error *error)
{
    for (size_t i = 0; i < round->text->choice_count; i++) {
        struct str given = str_of(round->text->choices[i]);
        size_t equals = str_find_byte(given, '=');
        if (equals >= given.length)
            return error_set(error, MISUSE,
                             "\"%.*s\" is no choice; say SLOT=WORDING, like plan/3=UA",
                             STR_ARGS(given));
        if (!choose(round, str_trim(str_slice(given, 0, equals)),
                    str_trim(str_skip(given, equals + 1)), "chosen", error))
            return false;
    }
    return true;
}

static bool is_of_document(const struct case_round *round, struct str slot)
{
    const struct item *item = items_find(acting_items(round->acting), "slot", slot);
    return item && str_equal(json_text(item->value, "document"), round->document);
}

// A package may speak of other documents too: what it takes there waits for their next base.
static bool take_package(struct case_round *round, struct error *error)
{
    const struct item *package;
    if (!case_item_named(acting_items(round->acting), "package", str_of(round->text->package),
                         &package, error))
        return false;
    const struct json *choices = json_member(package->value, "choices");
    for (size_t i = 0; choices && i < choices->count; i++) {
        struct str slot = json_text(&choices->items[i], "slot");
        if (is_of_document(round, slot) &&
            !choose(round, slot, json_text(&choices->items[i], "variant"), "package", error))
            return false;
    }
    return true;
}

// --- All of it

static void note_how(struct case_round *round, const char *how)
{
    for (uint32_t s = 0; s < round->sheet->slot_count; s++)
        if (!round->how[s] && round->choices.wordings[s] != NO_INDEX)
            round->how[s] = how;
}

// What the file cannot take in stays open, whatever was decided.
static void release_held(struct case_round *round)
{
    const struct decisions decisions = {round->choices.wordings, OPEN_TRACKED};
    if (round->merged->base->form != FORM_DOCX)
        return;
    const bool *held = next_base_held(round->merged, &decisions, round->arena);
    for (size_t i = 0; i < round->found.count; i++) {
        uint32_t s = found_at(round, i)->number;
        const struct item *item = round_item(round, i);
        if (!held[s])
            continue;
        if (round->choices.wordings[s] != NO_INDEX)
            round_name(round, arena_print(round->arena,
                                          "%.*s stays open: cells of a row come or go there, which "
                                          "a Word file cannot be given one by one",
                                          STR_ARGS(item ? item->id : found_at(round, i)->point)));
        round->choices.wordings[s] = NO_INDEX;
        round->how[s] = NULL;
    }
}

static void count_choices(struct case_round *round)
{
    struct choices *choices = &round->choices;
    choices->open = choices->chosen = choices->agreed = 0;
    for (size_t i = 0; i < round->found.count; i++) {
        uint32_t s = found_at(round, i)->number;
        bool is_chosen = round->how[s] && (strcmp(round->how[s], "chosen") == 0 ||
                                           strcmp(round->how[s], "package") == 0);
        choices->open += choices->wordings[s] == NO_INDEX;
        choices->chosen += is_chosen;
        choices->agreed += round->how[s] && !is_chosen;
    }
}

bool round_decide(struct case_round *round, struct error *error)
{
    const struct entente_next_options held = {.size = sizeof held};
    struct entente_next_options of_scenario = {.size = sizeof of_scenario,
                                               .scenario = round->text->scenario,
                                               .package = round->text->package};
    round->how = ARENA_ARRAY(round->arena, const char *, round->sheet->slot_count + 1);
    if (!choices_read(&held, round->sheet, round->arena, &round->choices, error))
        return false;
    note_how(round, "held by all");
    if (of_scenario.scenario && of_scenario.package) {
        if (!choices_read(&of_scenario, round->sheet, round->arena, &round->choices, error))
            return false;
        note_how(round, "package");
    }
    take_agreed(round);
    name_lost_agreements(round);
    if ((round->text->package && !round->text->scenario && !take_package(round, error)) ||
        !take_choices(round, error))
        return false;
    release_held(round);
    count_choices(round);
    for (size_t i = 0; i < round->choices.note_count; i++)
        round_name(round, round->choices.notes[i]);
    return true;
}
