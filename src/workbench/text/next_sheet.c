// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/next_sheet.h"

#include "exchange/merged/merged_text.h"
#include "merge/one_reading.h"
#include "workbench/text/table.h"

// One reading as a file of the kind that the base was.
static struct entente_file file_of(const struct sheet *sheet, struct sheet_reading reading,
                                   struct arena *arena)
{
    bool is_plain = sheet->form == FORM_PLAIN;
    struct sheet one;
    sheet_of_reading(sheet, reading, arena, &one);
    const struct merged_style style = {MERGED_BRACKETS, MEDIUM_MARKDOWN, true};
    struct str bytes =
        is_plain ? sheet_read(sheet, reading, arena) : merged_text_write(&one, &style, arena);
    const char *name = arena_c_string(
        arena, arena_print(arena, "%.*s%s", STR_ARGS(sheet->title), is_plain ? ".txt" : ".md"));
    return (struct entente_file){name, bytes.bytes, bytes.length};
}

// The sheet in which every party holds what is settled.
static void agree(const struct sheet *sheet, const struct choices *choices, struct arena *arena,
                  struct sheet *agreed)
{
    struct sheet_slot *slots = ARENA_ARRAY(arena, struct sheet_slot, sheet->slot_count + 1);
    struct wording *wordings = ARENA_ARRAY(arena, struct wording, sheet->slot_count + 1);
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        slots[s] = sheet->slots[s];
        if (choices->wordings[s] == NO_INDEX)
            continue;
        wordings[s] = slots[s].wordings[choices->wordings[s]];
        wordings[s].is_base = true;
        slots[s].wordings = &wordings[s];
        slots[s].wording_count = 1;
    }
    *agreed = *sheet;
    agreed->slots = slots;
}

struct next_texts next_texts_make(const struct sheet *sheet, const struct choices *choices,
                                  struct arena *arena)
{
    struct sheet agreed;
    agree(sheet, choices, arena, &agreed);
    struct entente_draft *drafts = ARENA_ARRAY(arena, struct entente_draft, sheet->party_count + 1);
    for (uint32_t p = 0; p < sheet->party_count; p++)
        drafts[p] = (struct entente_draft){
            arena_c_string(arena, sheet->party_names[p]),
            file_of(&agreed, (struct sheet_reading){.kind = READ_PARTY, .party = {p}}, arena)};
    return (struct next_texts){file_of(&agreed, (struct sheet_reading){.kind = READ_BASE}, arena),
                               drafts};
}

bool next_sheet(const struct sheet *sheet, const struct choices *choices, struct budget *budget,
                struct arena *arena, struct sheet *next, struct error *error)
{
    const struct next_texts texts = next_texts_make(sheet, choices, arena);
    const struct table_options options = {.gate = {.any_base = true}};
    struct merged *merged = ARENA_NEW(arena, struct merged);
    if (!table_lay(&texts.base, texts.drafts, sheet->party_count, &options, budget, arena, merged,
                   error))
        return false;
    table_sheet(merged, arena, next);
    next->title = sheet->title;
    return true;
}
