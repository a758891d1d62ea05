// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/choices.h"

#include "base/builder.h"
#include "base/checked.h"
#include "base/list.h"
#include "exchange/bargain/slot_issues.h"
#include "merge/sheet_counts.h"
#include "workbench/answer.h"
#include "workbench/text/package.h"

struct taking {
    const struct sheet *sheet;
    struct arena *arena;
    struct choices *choices;
    struct error *error;
};

static void take_agreed(const struct taking *taking)
{
    const struct sheet *sheet = taking->sheet;
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        const struct wording *agreed = sheet_slot_agreed(sheet, &sheet->slots[s]);
        taking->choices->wordings[s] =
            agreed ? (uint32_t)(agreed - sheet->slots[s].wordings) : NO_INDEX;
        taking->choices->agreed += agreed && sheet->slots[s].kind == SLOT_WORDING;
    }
}

// What a slot's wordings may be called, for an error.
static struct str names_of(const struct taking *taking, const struct sheet_slot *slot)
{
    struct builder out = builder_make(taking->arena);
    for (uint32_t w = 0; w < slot->wording_count; w++) {
        builder_print(&out, "%s%u", w > 0 ? ", " : "", w + 1);
        builder_add_c(&out, slot->wordings[w].is_base ? " (base" : " (");
        for (uint32_t p = 0; p < slot->wordings[w].party_count; p++)
            builder_print(
                &out, "%s%.*s", p > 0 || slot->wordings[w].is_base ? ", " : "",
                STR_ARGS(taking->sheet->party_names[slot->wordings[w].parties[p].number]));
        builder_add_c(&out, ")");
    }
    return builder_str(&out);
}

// A number from 1, "base", or a party that holds it.
static bool wording_named(const struct taking *taking, const struct sheet_slot *slot,
                          struct str name, uint32_t *wording)
{
    int64_t number;
    for (uint32_t p = 0; p < taking->sheet->party_count; p++)
        if (str_equal(taking->sheet->party_names[p], name)) {
            *wording = (uint32_t)(wording_of(slot, (struct party){p}) - slot->wordings);
            return true;
        }
    bool is_number = checked_parse(name, &number) && number >= 1 && number <= slot->wording_count;
    *wording = is_number ? (uint32_t)number - 1 : 0;
    return is_number || str_equal(name, STR("base"));
}

static bool choose(const struct taking *taking, const char *given)
{
    struct str text = str_of(given);
    size_t equals = str_find_byte(text, '=');
    struct str name = str_trim(str_skip(text, equals + 1));
    int64_t slot;
    if (equals >= text.length || !checked_parse(str_trim(str_slice(text, 0, equals)), &slot))
        return error_set(taking->error, MISUSE,
                         "\"%s\" is no choice; say SLOT=WORDING, like 3=UA or 3=2", given);
    if (slot < 1 || slot > taking->sheet->slot_count)
        return error_set(taking->error, NOT_FOUND, "there is no slot %.*s; there are %u",
                         STR_ARGS(str_slice(text, 0, equals)), taking->sheet->slot_count);
    const struct sheet_slot *own = &taking->sheet->slots[slot - 1];
    uint32_t wording;
    if (!wording_named(taking, own, name, &wording))
        return error_set(taking->error, NOT_FOUND, "slot %.*s has no wording \"%.*s\"; it has %.*s",
                         STR_ARGS(str_slice(text, 0, equals)), STR_ARGS(name),
                         STR_ARGS(names_of(taking, own)));
    taking->choices->wordings[slot - 1] = wording;
    return true;
}

static bool take_package(const struct taking *taking, const struct entente_next_options *options)
{
    struct package package;
    struct sheet settled;
    uint32_t open_count;
    const struct entente_file *scenario = options->scenario;
    if (!scenario)
        return error_set(taking->error, MISUSE, "a package wants the scenario that it is of");
    if (!package_read(scenario, options->package, taking->arena, &package, taking->error) ||
        !slot_issues_settle(str_of(scenario->name), answer_file(scenario), package.options,
                            package.count, taking->sheet, &input_limits_default, taking->arena,
                            &settled, &open_count, taking->error))
        return false;
    for (uint32_t s = 0; s < settled.slot_count; s++) {
        const struct sheet_slot *slot = &taking->sheet->slots[s];
        struct str text = settled.slots[s].wordings[0].text;
        uint32_t w = 0;
        while (w < slot->wording_count && !str_equal(slot->wordings[w].text, text))
            w++;
        if (w < slot->wording_count)
            taking->choices->wordings[s] = w;
        else if (!str_equal(text, STR("[…]")))
            return error_at(
                taking->error, UNSUPPORTED, place_of(str_of(scenario->name)),
                "takes words for slot %u that no draft has; enter them as a draft first", s + 1);
    }
    return true;
}

// Words that were moved stand twice, or nowhere, when one end of the move goes in without the other.
static void note_moves(const struct taking *taking, struct list *notes)
{
    const struct sheet *sheet = taking->sheet;
    const uint32_t *wordings = taking->choices->wordings;
    for (uint32_t i = 0; i < sheet->move_count; i++) {
        const struct move *move = &sheet->moves[i];
        uint32_t ends[] = {move->from_slot, move->to_slot};
        bool moved[2];
        for (int e = 0; e < 2; e++) {
            const struct sheet_slot *slot = &sheet->slots[ends[e]];
            moved[e] = wordings[ends[e]] != NO_INDEX && wordings[ends[e]] > 0 &&
                       wording_has(&slot->wordings[wordings[ends[e]]], move->party);
        }
        if (moved[0] != moved[1])
            *LIST_ADD(notes, struct str) = arena_print(
                taking->arena,
                "slots %u and %u are the two ends of a move by %.*s, and only slot %u "
                "takes it: its words stand %s",
                ends[0] + 1, ends[1] + 1, STR_ARGS(sheet->party_names[move->party.number]),
                ends[moved[0] ? 0 : 1] + 1, moved[0] ? "nowhere" : "twice");
    }
}

bool choices_read(const struct entente_next_options *options, const struct sheet *sheet,
                  struct arena *arena, struct choices *choices, struct error *error)
{
    *choices = (struct choices){.wordings = ARENA_ARRAY(arena, uint32_t, sheet->slot_count + 1)};
    struct taking taking = {sheet, arena, choices, error};
    take_agreed(&taking);
    if (options->package && !take_package(&taking, options))
        return false;
    for (size_t i = 0; i < options->choice_count; i++)
        if (!choose(&taking, options->choices[i]))
            return false;
    for (uint32_t s = 0; s < sheet->slot_count; s++)
        choices->open += choices->wordings[s] == NO_INDEX;
    uint32_t wording_slots = 0;
    for (uint32_t s = 0; s < sheet->slot_count; s++)
        wording_slots += sheet->slots[s].kind == SLOT_WORDING;
    choices->chosen = wording_slots - choices->open - choices->agreed;
    struct list notes = LIST_MAKE(arena, struct str);
    note_moves(&taking, &notes);
    choices->notes = LIST_ITEMS(&notes, struct str);
    choices->note_count = notes.count;
    return true;
}

void choices_settle(const struct sheet *sheet, const struct choices *choices, struct str gap,
                    struct arena *arena, struct sheet *settled)
{
    struct sheet_slot *slots = ARENA_ARRAY(arena, struct sheet_slot, sheet->slot_count + 1);
    struct wording *wordings = ARENA_ARRAY(arena, struct wording, sheet->slot_count + 1);
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        uint32_t taken = choices->wordings[s];
        wordings[s] = sheet->slots[s].wordings[taken == NO_INDEX ? 0 : taken];
        if (taken == NO_INDEX && gap.length > 0)
            wordings[s] = (struct wording){.text = gap};
        wordings[s].is_base = true;
        slots[s] = sheet->slots[s];
        slots[s].wordings = &wordings[s];
        slots[s].wording_count = 1;
    }
    *settled = *sheet;
    settled->slots = slots;
}
