// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/next_text.h"

#include "base/builder.h"
#include "exchange/merged/merged_text.h"
#include "exchange/next_base/next_base.h"
#include "merge/one_reading.h"
#include "render/text/view_forms.h"
#include "workbench/text/form.h"
#include "workbench/text/merged_file.h"
#include "workbench/text/next_sheet.h"
#include "workbench/text/sheet_file.h"
#include "workbench/text/table.h"

static enum open_slots open_of(enum entente_open open)
{
    switch (open) {
    case ENTENTE_OPEN_BRACKETS:
        return OPEN_BRACKETS;
    case ENTENTE_OPEN_TRACKED:
        return OPEN_TRACKED;
    case ENTENTE_OPEN_BASE:
        break;
    }
    return OPEN_BASE;
}

bool next_form_check(const struct entente_next_options *options, struct error *error)
{
    bool is_bracketed = options->form == ENTENTE_BRACKETS || options->form == ENTENTE_PROPOSALS ||
                        options->form == ENTENTE_OPTIONS;
    return is_bracketed ||
           error_set(error, MISUSE, "open slots are shown as brackets, proposals or options");
}

bool next_docx(const struct entente_next_options *options, const struct merged *merged,
               const struct sheet *sheet, const struct choices *choices, struct arena *arena,
               struct str *bytes, struct str *notes, struct error *error)
{
    struct docx_written written;
    struct builder out = builder_make(arena);
    const struct bracketing brackets = {merged_form_of(options->form), options->hide_names,
                                        STR_INIT("")};
    const struct docx_write_options how = {.date = table_date(options->date, arena),
                                           .limits = &input_limits_default};
    const struct decisions decisions = {choices->wordings, open_of(options->open)};
    if (!docx_write_next(merged, &decisions, &brackets, &how, arena, &written, error))
        return false;
    for (size_t i = 0; i < written.note_count; i++)
        builder_print(&out, "note: %.*s\n", STR_ARGS(merge_note_text(&written.notes[i], arena)));
    builder_add(&out, merged_file_objects_note(sheet, arena));
    *bytes = written.bytes;
    *notes = builder_str(&out);
    return true;
}

// Nothing open is shown: one reading, in Markdown, text or as a page.
static struct str reading_of(const struct entente_next_options *options, const struct sheet *sheet,
                             const struct choices *choices, struct arena *arena)
{
    struct sheet settled;
    struct view_answer found = {.kind = VIEW_BASE};
    const struct merged_style markdown = {MERGED_BRACKETS, MEDIUM_MARKDOWN, true};
    choices_settle(sheet, choices, STR(""), arena, &settled);
    sheet_of_reading(&settled, (struct sheet_reading){.kind = READ_BASE}, arena, &found.text);
    if (options->format == ENTENTE_HTML)
        return view_page(&found, arena);
    if (options->format == ENTENTE_MARKDOWN)
        return merged_text_write(&found.text, &markdown, arena);
    return sheet_read(&found.text, (struct sheet_reading){.kind = READ_BASE}, arena);
}

bool next_lines(const struct entente_next_options *options, const struct sheet *sheet,
                const struct choices *choices, const struct sheet *laid, struct budget *budget,
                struct arena *arena, struct str *bytes, struct error *error)
{
    struct sheet next;
    if (options->open == ENTENTE_OPEN_BASE || choices->open == 0) {
        *bytes = reading_of(options, sheet, choices, arena);
        return true;
    }
    const struct sheet_file as = {options->open == ENTENTE_OPEN_TRACKED ? ENTENTE_REDLINE
                                                                        : options->form,
                                  options->format, options->hide_names};
    if (laid) {
        next = *laid;
        next.title = sheet->title;
    }
    return (laid || next_sheet(sheet, choices, budget, arena, &next, error)) &&
           sheet_file_write(&next, &as, arena, bytes, error);
}
