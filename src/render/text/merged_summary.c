// SPDX-License-Identifier: Apache-2.0
#include "render/text/merged_forms.h"
#include "render/text/notes_forms.h"

static const char *ending(uint32_t count)
{
    return count == 1 ? "" : "s";
}

// What is open, all in all.
static void add_totals(struct builder *out, const struct sheet_counts *counts)
{
    builder_print(out, "%u point%s: %u agreed, %u open, with %u open slot%s",
                  counts->agreed_points + counts->open_points,
                  ending(counts->agreed_points + counts->open_points), counts->agreed_points,
                  counts->open_points, counts->open_slots, ending(counts->open_slots));
    if (counts->rival_slots > 0)
        builder_print(out, " (%u with rival wordings)", counts->rival_slots);
    if (counts->settled_slots > 0)
        builder_print(out, ", %u change%s that all parties make", counts->settled_slots,
                      ending(counts->settled_slots));
    if (counts->format_changes > 0)
        builder_print(out, ", %u change%s of format alone", counts->format_changes,
                      ending(counts->format_changes));
    if (counts->number_changes > 0)
        builder_print(out, ", %u change%s of numbering", counts->number_changes,
                      ending(counts->number_changes));
    if (counts->layout_changes > 0)
        builder_print(out, ", %u change%s of layout", counts->layout_changes,
                      ending(counts->layout_changes));
    builder_add_c(out, "\n");
}

static void add_parties(struct builder *out, const struct merge_answer *answer)
{
    const struct sheet *sheet = &answer->sheet;
    const struct party_counts *parties = answer->counts.parties;
    for (uint32_t p = 0; p < sheet->party_count; p++) {
        builder_print(out, "  %.*s: %u proposal%s", STR_ARGS(sheet->party_names[p]),
                      parties[p].proposals, ending(parties[p].proposals));
        if (parties[p].shared > 0)
            builder_print(out, ", %u of them shared", parties[p].shared);
        if (answer->similarity)
            builder_print(out, "; %u %% of the words as in the base", answer->similarity[p] / 10);
        builder_add_c(out, "\n");
    }
}

struct str merged_summary(const struct merge_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    add_totals(&out, &answer->counts);
    add_parties(&out, answer);
    struct list notes = LIST_MAKE(arena, struct merge_note);
    for (uint32_t i = 0; i < answer->sheet.note_count; i++)
        *LIST_ADD(&notes, struct merge_note) = answer->sheet.notes[i];
    for (uint32_t i = 0; i < answer->file_note_count; i++)
        *LIST_ADD(&notes, struct merge_note) = answer->file_notes[i];
    notes_add_lines(&out, LIST_ITEMS(&notes, struct merge_note), (uint32_t)notes.count,
                    answer->tells_every_note);
    return builder_str(&out);
}
