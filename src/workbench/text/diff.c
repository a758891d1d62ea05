// SPDX-License-Identifier: Apache-2.0
// diff: a merge with one draft, told as a list of revisions.
#include "base/builder.h"
#include "base/list.h"
#include "base/plain_name.h"
#include "exchange/docx_write/docx_write.h"
#include "render/text/diff_forms.h"
#include "text/said.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/text/sheet_file.h"
#include "workbench/text/table.h"

static struct str point_of_paragraph(const struct sheet *sheet, uint32_t paragraph)
{
    struct str path = STR("");
    for (uint32_t i = 0; i < sheet->point_count; i++) {
        if (sheet->points[i].paragraph == NO_INDEX)
            continue;
        if (sheet->points[i].paragraph > paragraph)
            break;
        path = sheet->points[i].path;
    }
    return path;
}

static void add_revision(struct list *revisions, const struct merged *merged,
                         const struct sheet *sheet, uint32_t slot, struct str before,
                         struct str after)
{
    if (before.length == 0 && after.length == 0)
        return;
    *LIST_ADD(revisions, struct revision) =
        (struct revision){.kind = before.length == 0  ? REVISION_INSERT
                                  : after.length == 0 ? REVISION_DELETE
                                                      : REVISION_REPLACE,
                          .point = sheet->points[sheet->slots[slot].point].path,
                          .before = before,
                          .after = after,
                          .at = merged->slots[slot].base.from};
}

// The end of a move that starts in the range and begins first behind byte `at`; NULL: there is none.
static const struct move *next_arrival(const struct sheet *sheet, uint32_t slot, uint32_t at)
{
    const struct move *next = NULL;
    for (uint32_t i = 0; i < sheet->move_count; i++) {
        const struct move *move = &sheet->moves[i];
        if (move->to_slot == slot && move->draft.from >= at &&
            (next == NULL || move->draft.from < next->draft.from))
            next = move;
    }
    return next;
}

// Where the line of words that moved begins: a number typed before them did not come on its own.
static uint32_t line_start(const struct document *document, uint32_t at)
{
    const struct paragraph *paragraph = &document->paragraphs[paragraph_at(document, at)];
    return paragraph->from + paragraph->label.typed_bytes == at ? paragraph->from : at;
}

// Words beside those that moved to a slot came on their own.
static void add_beside(const struct merged *merged, const struct sheet *sheet, uint32_t slot,
                       struct str before, struct arena *arena, struct list *revisions)
{
    const struct wording *wording = &sheet->slots[slot].wordings[1];
    uint32_t at = wording->range.from;
    uint32_t end = wording->range.to;
    while (at < end) {
        const struct move *move = next_arrival(sheet, slot, at);
        uint32_t to = move && move->draft.from < end ? move->draft.from : end;
        uint32_t line = line_start(wording->document, to);
        struct range beside = {at, to < end && line >= at ? line : to};
        struct str after = str_trim(text_said(wording->document, beside, STORIES_IN_WORDS, arena));
        add_revision(revisions, merged, sheet, slot, before, after);
        before = after.length > 0 ? STR("") : before;
        at = to < end && move->draft.to > to ? move->draft.to : to < end ? to + 1 : end;
    }
    add_revision(revisions, merged, sheet, slot, before, STR(""));
}

static void add_moves(const struct merged *merged, const struct sheet *sheet, uint32_t slot,
                      struct arena *arena, struct list *revisions)
{
    bool has_left = false;
    for (uint32_t i = 0; i < sheet->move_count; i++) {
        const struct move *move = &sheet->moves[i];
        if (move->from_slot != slot)
            continue;
        struct str after = text_said(merged->drafts[0], move->draft, STORIES_IN_WORDS, arena);
        *LIST_ADD(revisions, struct revision) = (struct revision){
            REVISION_MOVE, sheet->points[sheet->slots[slot].point].path,
            sheet->slots[slot].wordings[0].text, after, merged->slots[slot].base.from};
        has_left = true;
    }
    struct str before = has_left ? STR("") : sheet->slots[slot].wordings[0].text;
    add_beside(merged, sheet, slot, before, arena, revisions);
}

// A column that came or went: one revision, whose words are its cells from top to bottom.
struct column_revision {
    bool is_begun;
    size_t revision;
    struct builder before;
    struct builder after;
};

static void add_line(struct builder *lines, struct str line)
{
    builder_add_c(lines, lines->length > 0 && line.length > 0 ? "\n" : "");
    builder_add(lines, line);
}

static void add_column_cell(const struct merged *merged, const struct sheet *sheet, uint32_t slot,
                            struct column_revision *column, struct arena *arena,
                            struct list *revisions)
{
    if (!column->is_begun) {
        *column = (struct column_revision){true, revisions->count, builder_make(arena),
                                           builder_make(arena)};
        *LIST_ADD(revisions, struct revision) =
            (struct revision){.point = sheet->points[sheet->slots[slot].point].path,
                              .at = merged->slots[slot].base.from};
    }
    add_line(&column->before, sheet->slots[slot].wordings[0].text);
    add_line(&column->after, sheet->slots[slot].wordings[1].text);
}

static struct column_revision *columns_of(const struct sheet *sheet, struct arena *arena,
                                          uint32_t *count)
{
    *count = 0;
    for (uint32_t i = 0; i < sheet->slot_count; i++)
        *count = sheet->slots[i].column > *count ? sheet->slots[i].column : *count;
    return ARENA_ARRAY(arena, struct column_revision, *count + 1);
}

static void finish_columns(const struct column_revision *columns, uint32_t count,
                           struct list *revisions)
{
    for (uint32_t c = 1; c <= count; c++) {
        const struct column_revision *column = &columns[c];
        if (!column->is_begun)
            continue;
        struct revision *revision = LIST_AT(revisions, struct revision, column->revision);
        revision->before = builder_str(&column->before);
        revision->after = builder_str(&column->after);
        revision->kind = revision->before.length == 0  ? REVISION_INSERT
                         : revision->after.length == 0 ? REVISION_DELETE
                                                       : REVISION_REPLACE;
    }
}

static void add_slots(const struct merged *merged, const struct sheet *sheet, struct arena *arena,
                      struct list *revisions)
{
    uint32_t column_count;
    struct column_revision *columns = columns_of(sheet, arena, &column_count);
    for (uint32_t i = 0; i < sheet->slot_count; i++) {
        const struct sheet_slot *slot = &sheet->slots[i];
        if (slot->kind != SLOT_WORDING || slot->wording_count < 2)
            continue;
        if (slot->column > 0)
            add_column_cell(merged, sheet, i, &columns[slot->column], arena, revisions);
        else if (slot->move > 0)
            add_moves(merged, sheet, i, arena, revisions);
        else
            add_revision(revisions, merged, sheet, i, slot->wordings[0].text,
                         slot->wordings[1].text);
    }
    finish_columns(columns, column_count, revisions);
}

// Words that all went or came took their paragraph's look along: one change, not two.
static bool is_rewritten(const struct merged *merged, const struct paragraph *paragraph)
{
    for (uint32_t i = 0; i < merged->slot_count; i++) {
        struct range range = merged->slots[i].base;
        if (range.from <= paragraph->from && range.to >= paragraph->to)
            return true;
    }
    return false;
}

static void add_looks(const struct merged *merged, const struct sheet *sheet,
                      struct list *revisions)
{
    for (uint32_t i = 0; i < merged->run_change_count; i++) {
        struct range range = merged->run_changes[i].base;
        struct str text = str_slice(merged->base->text, range.from, range.to);
        *LIST_ADD(revisions, struct revision) = (struct revision){
            REVISION_FORMAT, point_of_paragraph(sheet, paragraph_at(merged->base, range.from)),
            text, text, range.from};
    }
    for (uint32_t i = 0; i < sheet->format_change_count; i++) {
        const struct format_change *change = &sheet->format_changes[i];
        if (change->scope != FORMAT_OF_NUMBER && change->scope != FORMAT_OF_LAYOUT)
            continue;
        bool is_number = change->scope == FORMAT_OF_NUMBER;
        *LIST_ADD(revisions, struct revision) = (struct revision){
            is_number ? REVISION_NUMBER : REVISION_LAYOUT, sheet->points[change->point].path,
            change->text, change->change, is_number ? change->base.from : 0};
    }
    for (uint32_t i = 0; i < merged->paragraph_change_count; i++) {
        const struct paragraph *paragraph =
            &merged->base->paragraphs[merged->paragraph_changes[i].base];
        struct str text = paragraph_text(merged->base, paragraph);
        if (is_rewritten(merged, paragraph))
            continue;
        *LIST_ADD(revisions, struct revision) = (struct revision){
            REVISION_PARAGRAPH_FORMAT, point_of_paragraph(sheet, merged->paragraph_changes[i].base),
            text, text, paragraph->from};
    }
}

static bool write_docx(const struct merged *merged, const struct entente_diff_options *options,
                       struct entente_answer *answer, struct error *error)
{
    if (merged->base->form != FORM_DOCX)
        return error_set(error, MISUSE,
                         "a .docx redline can be written only over an old text that is .docx");
    struct docx_write_options how = {.date = table_date(options->date, answer->arena),
                                     .limits = &input_limits_default};
    struct docx_written written;
    if (!docx_write_tracked(merged, &how, answer->arena, &written, error))
        return false;
    answer->output = written.bytes;
    return true;
}

static struct diff_answer find(const struct merged *merged, const struct sheet *sheet,
                               const struct entente_diff_options *options, struct arena *arena)
{
    struct list revisions = LIST_MAKE(arena, struct revision);
    add_slots(merged, sheet, arena, &revisions);
    add_looks(merged, sheet, &revisions);
    return (struct diff_answer){
        .old_name = merged->base->name,
        .new_name = merged->drafts[0]->name,
        .similarity = merged->similarity[0],
        .revisions = LIST_ITEMS(&revisions, struct revision),
        .revision_count = revisions.count,
        .notes = merged->notes,
        .note_count = merged->note_count,
        .tells_every_note = options->notes == ENTENTE_NOTES_EACH,
    };
}

static struct str shown(const struct sheet *sheet, const struct diff_answer *found,
                        const struct entente_diff_options *options, struct arena *arena)
{
    struct merged_style style = {MERGED_REDLINE,
                                 options->html       ? MEDIUM_HTML
                                 : options->terminal ? MEDIUM_TERMINAL
                                                     : MEDIUM_TEXT,
                                 false};
    return options->json ? diff_json(found, arena) : sheet_shown(sheet, &style, arena);
}

// A file may have any name; one that cannot be an author's stands for nobody.
static const char *author_of(const struct entente_diff_options *options,
                             const struct entente_file *after)
{
    if (options->author)
        return options->author;
    return plain_name_is(str_of(after->name)) ? after->name : "new version";
}

static bool diff_into(struct entente_answer *answer, const struct entente_file *before,
                      const struct entente_file *after, const struct entente_diff_options *options,
                      struct budget *budget, struct error *error)
{
    struct entente_draft draft = {author_of(options, after), *after};
    if (!plain_name_check(str_of(draft.party), "the author's name", error))
        return false;
    struct table_options table = {.struck = options->struck,
                                  .gate = {GATE_DIFF, options->any_base, NULL},
                                  .fragments = &draft.party,
                                  .fragment_count = options->is_fragment ? 1 : 0,
                                  .keep_last_mark = options->docx,
                                  .takes_all_changes = true,
                                  .carries_asides = options->docx};
    struct merged merged;
    struct sheet sheet;
    if (!table_lay(before, &draft, 1, &table, budget, answer->arena, &merged, error))
        return false;
    table_sheet(&merged, answer->arena, &sheet);
    struct diff_answer found = find(&merged, &sheet, options, answer->arena);
    if (options->docx) {
        if (!write_docx(&merged, options, answer, error))
            return false;
    } else {
        answer->output = shown(&sheet, &found, options, answer->arena);
    }
    answer->summary = diff_summary(&found, answer->arena);
    answer->is_no = found.revision_count > 0;
    return true;
}

bool entente_diff(const struct entente_diff_options *options, const struct entente_file *before,
                  const struct entente_file *after, const struct entente_bounds *bounds,
                  struct entente_answer **answer, struct entente_error *error)
{
    struct entente_diff_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct budget budget = answer_budget(bounds);
    struct entente_answer *made = answer_new();
    struct error inner;
    if (!diff_into(made, before, after, options, &budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
