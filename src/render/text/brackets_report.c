// SPDX-License-Identifier: Apache-2.0
#include "base/direction.h"
#include "base/utf8.h"
#include "render/text/brackets_forms.h"

static void write_counts(const struct brackets_answer *answer, struct builder *out)
{
    const struct brackets *brackets = &answer->brackets;
    builder_add(out, answer->name);
    builder_print(out, ": %zu opened, %zu closed, %zu deep, %zu unmatched\n", brackets->open,
                  brackets->close, brackets->depth, brackets->unmatched_count);
    uint32_t kinds[BRACKET_KIND_COUNT] = {0};
    for (uint32_t i = 0; i < brackets->slot_count; i++)
        kinds[brackets->slots[i].kind]++;
    builder_print(out, "%u slots:", brackets->slot_count);
    for (int kind = 0; kind < BRACKET_KIND_COUNT; kind++)
        if (kinds[kind] > 0)
            builder_print(out, " %u %s", kinds[kind],
                          bracket_kind_name((enum bracket_slot_kind)kind));
    builder_add_byte(out, '\n');
}

// The line around a place, cut to what helps to find it.
static void write_context(struct str text, struct text_place place, struct builder *out)
{
    size_t from = place.at;
    for (size_t i = 0; i < 30 && from > 0 && text.bytes[from - 1] != '\n'; i++) {
        size_t bytes;
        (void)utf8_before(text, from, &bytes);
        from -= bytes;
    }
    size_t to = place.at;
    for (size_t i = 0; i < 30 && to < text.length && text.bytes[to] != '\n'; i++) {
        size_t bytes;
        (void)utf8_at(text, to, &bytes);
        to += bytes;
    }
    builder_print(out, "\"%.*s\"", STR_ARGS(str_trim(str_slice(text, from, to))));
}

static void write_faults(const struct brackets_answer *answer, struct builder *out)
{
    const struct brackets *brackets = &answer->brackets;
    struct str text = brackets->input.text;
    for (size_t i = 0; i < brackets->unmatched_count; i++) {
        const struct unmatched_bracket *bracket = &brackets->unmatched[i];
        builder_print(out, "line %u, column %u: %s: ", bracket->place.line, bracket->place.column,
                      bracket->is_open ? "\"[\" is never closed" : "\"]\" closes nothing");
        write_context(text, bracket->place, out);
        builder_add_byte(out, '\n');
    }
    for (size_t i = 0; i < brackets->misnested_count; i++) {
        const struct misnested_bracket *bracket = &brackets->misnested[i];
        builder_print(out, "line %u, column %u: %s (line %u, column %u): ", bracket->open.line,
                      bracket->open.column,
                      bracket->kind == MISNESTED_BRACE
                          ? "the brace is closed across a bracket"
                          : "the bracket is closed in the middle of another point",
                      bracket->close.line, bracket->close.column);
        write_context(text, bracket->open, out);
        builder_add_byte(out, '\n');
    }
    for (size_t i = 0; i < brackets->slip_count; i++)
        builder_print(out, "line %u, column %u: %s: \"%.*s\"\n", brackets->slips[i].place.line,
                      brackets->slips[i].place.column, bracket_slip_name(brackets->slips[i].kind),
                      STR_ARGS(brackets->slips[i].text));
    for (size_t i = 0; i < answer->repaired_count; i++)
        builder_print(out, "line %u, column %u: broken UTF-8\n", answer->repaired[i].line,
                      answer->repaired[i].column);
    for (size_t i = 0; i < answer->note_count; i++)
        builder_print(out, "%.*s\n", STR_ARGS(answer->notes[i]));
}

static void write_parties(const struct brackets *brackets, struct builder *out)
{
    if (brackets->party_count > 0)
        builder_add_c(out, "\nparties\n");
    for (uint32_t i = 0; i < brackets->party_count; i++) {
        const struct party_found *party = &brackets->parties[i];
        builder_print(out, "  %-12.*s %u slots", STR_ARGS(party->code), party->brackets);
        for (int stance = 0; stance < STANCE_COUNT; stance++)
            if (party->stances[stance] > 0)
                builder_print(out, ", %s %u", bracket_stance_name((enum bracket_stance)stance),
                              party->stances[stance]);
        builder_add_byte(out, '\n');
    }
}

static void write_points(const struct brackets *brackets, struct builder *out)
{
    builder_add_c(out, "\npoints\n");
    for (uint32_t i = 0; i < brackets->input.point_count; i++) {
        const struct point_found *found = &brackets->points[i];
        if (found->opens + found->closes == 0)
            continue;
        struct str path = brackets->input.points[i].path;
        builder_print(out, "  %-28.*s %3u opened, %3u closed, %2u deep", STR_ARGS(path),
                      found->opens, found->closes, found->depth);
        for (int kind = 0; kind < BRACKET_KIND_COUNT; kind++)
            if (found->kinds[kind] > 0)
                builder_print(out, ", %u %s", found->kinds[kind],
                              bracket_kind_name((enum bracket_slot_kind)kind));
        builder_add_byte(out, '\n');
    }
}

static void write_variant(const struct brackets *brackets, const struct bracket_variant *variant,
                          struct builder *out)
{
    builder_add_c(out, "      ");
    if (variant->mark.length > 0)
        builder_print(out, "%.*s: ", STR_ARGS(variant->mark));
    builder_add_c(out, variant->is_base ? "base: " : "");
    for (uint32_t i = 0; i < variant->stance_count; i++)
        builder_print(out, "%s%.*s %s", i > 0 ? ", " : "",
                      STR_ARGS(brackets->parties[variant->stances[i].party].code),
                      bracket_stance_name(variant->stances[i].stance));
    if (variant->stance_count > 0)
        builder_add_c(out, ": ");
    if (variant->text.length == 0)
        builder_add_c(out, "(nothing)");
    for (size_t i = 0; i < variant->text.length; i++)
        builder_add_byte(out, variant->text.bytes[i] == '\n' ? ' ' : variant->text.bytes[i]);
    builder_add_byte(out, '\n');
}

struct str brackets_report(const struct brackets_answer *answer, struct arena *arena)
{
    const struct brackets *brackets = &answer->brackets;
    struct builder out = builder_make(arena);
    write_counts(answer, &out);
    write_faults(answer, &out);
    write_parties(brackets, &out);
    write_points(brackets, &out);
    builder_add_c(&out, "\nslots\n");
    for (uint32_t i = 0; i < brackets->slot_count; i++) {
        const struct bracket_slot *slot = &brackets->slots[i];
        builder_print(&out, "  %u. line %u, column %u: %s", i + 1, slot->from.line,
                      slot->from.column, bracket_kind_name(slot->kind));
        if (slot->parent != NO_INDEX)
            builder_print(&out, " inside %u", slot->parent + 1);
        if (slot->point != NO_INDEX && brackets->input.points[slot->point].path.length > 0)
            builder_print(&out, " in %.*s", STR_ARGS(brackets->input.points[slot->point].path));
        builder_add_byte(&out, '\n');
        for (uint32_t v = 0; v < slot->variant_count; v++)
            write_variant(brackets, &slot->variants[v], &out);
    }
    return direction_plain(builder_str(&out), arena);
}

struct str brackets_summary(const struct brackets_answer *answer, struct arena *arena)
{
    const struct brackets *brackets = &answer->brackets;
    return arena_print(arena,
                       "%zu brackets opened, %zu closed, %zu deep; %zu unmatched, %zu "
                       "mis-nested; %u slots, %u parties\n",
                       brackets->open, brackets->close, brackets->depth, brackets->unmatched_count,
                       brackets->misnested_count, brackets->slot_count, brackets->party_count);
}
