// SPDX-License-Identifier: Apache-2.0
#include "codec/json.h"
#include "render/text/brackets_forms.h"

static void member_place(struct json_writer *json, struct text_place place)
{
    json_member_int(json, "line", place.line);
    json_member_int(json, "column", place.column);
}

static void member_point(struct json_writer *json, const struct brackets *brackets, uint32_t point)
{
    json_name(json, "point");
    if (point == NO_INDEX)
        json_null(json);
    else
        json_str(json, brackets->input.points[point].path);
}

static void write_unmatched(struct json_writer *json, const struct brackets *brackets)
{
    json_name(json, "unmatched");
    json_begin_array(json);
    for (size_t i = 0; i < brackets->unmatched_count; i++) {
        const struct unmatched_bracket *bracket = &brackets->unmatched[i];
        json_begin_object_inline(json);
        member_place(json, bracket->place);
        json_member_str(json, "kind", bracket->is_open ? STR("open") : STR("close"));
        member_point(json, brackets, bracket->point);
        json_end_object(json);
    }
    json_end_array(json);
    json_name(json, "misnested");
    json_begin_array(json);
    for (size_t i = 0; i < brackets->misnested_count; i++) {
        const struct misnested_bracket *bracket = &brackets->misnested[i];
        json_begin_object_inline(json);
        member_place(json, bracket->open);
        json_member_str(json, "kind", str_of(misnesting_name(bracket->kind)));
        json_member_int(json, "end_line", bracket->close.line);
        json_member_int(json, "end_column", bracket->close.column);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_parties(struct json_writer *json, const struct brackets *brackets)
{
    json_name(json, "parties");
    json_begin_array(json);
    for (uint32_t i = 0; i < brackets->party_count; i++) {
        const struct party_found *party = &brackets->parties[i];
        json_begin_object_inline(json);
        json_member_str(json, "code", party->code);
        json_member_str(json, "name", party->name);
        json_member_bool(json, "given", party->is_given);
        json_member_int(json, "slots", party->brackets);
        for (int stance = 0; stance < STANCE_COUNT; stance++)
            json_member_int(json, bracket_stance_name((enum bracket_stance)stance),
                            party->stances[stance]);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_points(struct json_writer *json, const struct brackets *brackets)
{
    json_name(json, "points");
    json_begin_array(json);
    for (uint32_t i = 0; i < brackets->input.point_count; i++) {
        const struct point_found *found = &brackets->points[i];
        uint32_t slots = 0;
        for (int kind = 0; kind < BRACKET_KIND_COUNT; kind++)
            slots += found->kinds[kind];
        if (found->opens + found->closes + slots == 0)
            continue;
        json_begin_object_inline(json);
        json_member_int(json, "index", i + 1);
        json_member_str(json, "label", brackets->input.points[i].label);
        json_member_str(json, "path", brackets->input.points[i].path);
        json_member_int(json, "open", found->opens);
        json_member_int(json, "close", found->closes);
        json_member_int(json, "depth", found->depth);
        json_member_int(json, "slots", slots);
        for (int kind = 0; kind < BRACKET_KIND_COUNT; kind++)
            if (found->kinds[kind] > 0)
                json_member_int(json, bracket_kind_name((enum bracket_slot_kind)kind),
                                found->kinds[kind]);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_holders(struct json_writer *json, const struct brackets *brackets,
                          const struct bracket_variant *variant)
{
    json_name(json, "parties");
    json_begin_array(json);
    for (uint32_t i = 0; i < variant->stance_count; i++)
        if (variant->stances[i].stance < STANCE_RESERVE || variant->is_nothing)
            json_str(json, brackets->parties[variant->stances[i].party].code);
    json_end_array(json);
    json_name(json, "stances");
    json_begin_array(json);
    for (uint32_t i = 0; i < variant->stance_count; i++) {
        json_begin_object(json);
        json_member_str(json, "party", brackets->parties[variant->stances[i].party].code);
        json_member_str(json, "stance", str_of(bracket_stance_name(variant->stances[i].stance)));
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_slot(struct json_writer *json, const struct brackets *brackets, uint32_t index)
{
    const struct bracket_slot *slot = &brackets->slots[index];
    json_begin_object_inline(json);
    json_member_int(json, "number", index + 1);
    json_member_str(json, "kind", str_of(bracket_kind_name(slot->kind)));
    member_point(json, brackets, slot->point);
    member_place(json, slot->from);
    json_member_int(json, "end_line", slot->to.line);
    json_member_int(json, "end_column", slot->to.column);
    json_member_int(json, "depth", slot->depth);
    json_name(json, "parent");
    if (slot->parent == NO_INDEX)
        json_null(json);
    else
        json_int(json, slot->parent + 1);
    json_name(json, "variants");
    json_begin_array(json);
    for (uint32_t i = 0; i < slot->variant_count; i++) {
        const struct bracket_variant *variant = &slot->variants[i];
        json_begin_object(json);
        if (variant->mark.length > 0)
            json_member_str(json, "option", variant->mark);
        json_member_str(json, "text", variant->text);
        json_member_bool(json, "nothing", variant->is_nothing);
        if (variant->is_base)
            json_member_bool(json, "base", true);
        write_holders(json, brackets, variant);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void write_slips(struct json_writer *json, const struct brackets *brackets)
{
    json_name(json, "slips");
    json_begin_array(json);
    for (size_t i = 0; i < brackets->slip_count; i++) {
        json_begin_object_inline(json);
        member_place(json, brackets->slips[i].place);
        json_member_str(json, "kind", str_of(bracket_slip_name(brackets->slips[i].kind)));
        json_member_str(json, "text", brackets->slips[i].text);
        json_end_object(json);
    }
    json_end_array(json);
    json_name(json, "footnotes");
    json_begin_array(json);
    for (size_t i = 0; i < brackets->footnote_count; i++) {
        json_begin_object_inline(json);
        member_place(json, brackets->footnotes[i].place);
        json_member_str(json, "mark", brackets->footnotes[i].mark);
        json_member_str(json, "glued_to", brackets->footnotes[i].host);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_kinds(struct json_writer *json, const struct brackets *brackets)
{
    uint32_t kinds[BRACKET_KIND_COUNT] = {0};
    for (uint32_t i = 0; i < brackets->slot_count; i++)
        kinds[brackets->slots[i].kind]++;
    json_name(json, "kinds");
    json_begin_object_inline(json);
    for (int kind = 0; kind < BRACKET_KIND_COUNT; kind++)
        json_member_int(json, bracket_kind_name((enum bracket_slot_kind)kind), kinds[kind]);
    json_end_object(json);
}

static void write_repairs(struct json_writer *json, const struct brackets_answer *answer)
{
    json_name(json, "repaired");
    json_begin_array(json);
    for (size_t i = 0; i < answer->repaired_count; i++) {
        json_begin_object_inline(json);
        member_place(json, answer->repaired[i]);
        json_end_object(json);
    }
    json_end_array(json);
    json_name(json, "notes");
    json_begin_array(json);
    for (size_t i = 0; i < answer->note_count; i++)
        json_str(json, answer->notes[i]);
    json_end_array(json);
}

struct str brackets_json(const struct brackets_answer *answer, struct arena *arena)
{
    const struct brackets *brackets = &answer->brackets;
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_str(&json, "format", STR("entente-brackets/1"));
    json_member_str(&json, "file", answer->name);
    json_member_int(&json, "open", (int64_t)brackets->open);
    json_member_int(&json, "close", (int64_t)brackets->close);
    json_member_int(&json, "depth", (int64_t)brackets->depth);
    write_unmatched(&json, brackets);
    json_name(&json, "braces");
    json_begin_object_inline(&json);
    json_member_int(&json, "open", (int64_t)brackets->brace_open);
    json_member_int(&json, "close", (int64_t)brackets->brace_close);
    json_member_int(&json, "unmatched", (int64_t)brackets->brace_unmatched);
    json_end_object(&json);
    json_member_int(&json, "markup", (int64_t)brackets->markup);
    json_member_int(&json, "escaped", (int64_t)brackets->escaped);
    write_kinds(&json, brackets);
    write_parties(&json, brackets);
    write_points(&json, brackets);
    json_name(&json, "slots");
    json_begin_array(&json);
    for (uint32_t i = 0; i < brackets->slot_count; i++)
        write_slot(&json, brackets, i);
    json_end_array(&json);
    write_slips(&json, brackets);
    write_repairs(&json, answer);
    json_end_object(&json);
    return builder_str(&out);
}
