// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/view_docx.h"

#include "exchange/next_base/next_base.h"
#include "workbench/answer.h"
#include "workbench/text/choices.h"
#include "workbench/text/merged_file.h"

// A .docx of ours, read as the base or one party has it.
static bool read_own(const struct entente_file *file, const struct view_wanted *wanted,
                     const struct input_limits *limits, struct arena *arena, struct str *bytes,
                     struct error *error)
{
    struct sheet sheet;
    struct reading reading = {.kind = READING_REJECT};
    if (!merged_file_read(file, limits, arena, &sheet, error))
        return false;
    if (wanted->reading.kind == READ_PARTY)
        reading = (struct reading){.kind = READING_AUTHORS,
                                   .authors = &sheet.party_names[wanted->reading.party.number],
                                   .author_count = 1};
    return docx_write_reading(str_of(file->name), answer_file(file), &reading,
                              &input_limits_default, arena, bytes, error);
}

static void take_reading(const struct sheet *sheet, struct sheet_reading reading,
                         struct choices *choices)
{
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        const struct sheet_slot *slot = &sheet->slots[s];
        if (reading.kind == READ_PARTY)
            choices->wordings[s] = (uint32_t)(wording_of(slot, reading.party) - slot->wordings);
        else if (reading.kind == READ_BASE)
            choices->wordings[s] = 0;
    }
}

bool view_docx(const struct entente_file *file, const struct entente_file *base,
               const struct view_wanted *wanted, const struct input_limits *limits,
               struct arena *arena, struct str *bytes, uint32_t *open_count, struct str *note,
               struct error *error)
{
    struct merged merged;
    struct sheet sheet;
    struct choices choices;
    struct docx_written written;
    *open_count = 0;
    *note = STR("");
    bool is_own = kept_form_of(file) == KEPT_DOCX && !base && !wanted->package;
    if (is_own && wanted->reading.kind != READ_AGREED)
        return read_own(file, wanted, limits, arena, bytes, error);
    const struct entente_next_options options = {.scenario = wanted->scenario,
                                                 .package = wanted->package};
    if (!merged_file_lay(file, base, limits, arena, &merged, &sheet, error) ||
        !choices_read(&options, &sheet, arena, &choices, error))
        return false;
    if (!wanted->package)
        take_reading(&sheet, wanted->reading, &choices);
    for (uint32_t s = 0; s < sheet.slot_count; s++)
        *open_count += choices.wordings[s] == NO_INDEX;
    const struct bracketing gaps = {.gap = STR("[…]")};
    const struct decisions decisions = {choices.wordings,
                                        *open_count > 0 ? OPEN_BRACKETS : OPEN_BASE};
    const struct docx_write_options how = {.limits = &input_limits_default};
    if (!docx_write_next(&merged, &decisions, &gaps, &how, arena, &written, error))
        return false;
    *bytes = written.bytes;
    *note = merged_file_objects_note(&sheet, arena);
    return true;
}
