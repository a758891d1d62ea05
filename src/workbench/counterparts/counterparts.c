// SPDX-License-Identifier: Apache-2.0
// entente counterparts: rival texts, point beside point.
#include "base/plain_name.h"
#include "exchange/docx_write/docx_table.h"
#include "render/counterparts/counterparts_forms.h"
#include "workbench/answer.h"
#include "workbench/counterparts/counterparts_find.h"
#include "workbench/counterparts/rival_slots.h"
#include "workbench/door.h"

static enum docx_look look_of(enum side_line_kind kind)
{
    switch (kind) {
    case LINE_DIFFERENCE:
        return DOCX_ALERT;
    case LINE_POINT:
    case LINE_WORDS:
        return DOCX_PLAIN;
    case LINE_CARRIED:
    case LINE_NOTHING:
        return DOCX_QUIET;
    }
    return DOCX_PLAIN;
}

static struct docx_cell docx_cell_of(const struct side_cell *cell, struct arena *arena)
{
    struct docx_line *lines = ARENA_ARRAY(arena, struct docx_line, cell->count + 1);
    for (uint32_t l = 0; l < cell->count; l++)
        lines[l] = (struct docx_line){look_of(cell->lines[l].kind), cell->lines[l].lead,
                                      cell->lines[l].text};
    return (struct docx_cell){lines, cell->count};
}

static bool write_docx(const struct side_table *table, struct arena *arena, struct str *output,
                       struct error *error)
{
    uint32_t count = table->row_count * table->column_count;
    struct docx_cell *cells = ARENA_ARRAY(arena, struct docx_cell, count + 1);
    for (uint32_t c = 0; c < count; c++)
        cells[c] = docx_cell_of(&table->cells[c], arena);
    struct docx_table written = {.title = table->title,
                                 .summary = table->summary,
                                 .heads = table->heads,
                                 .column_count = table->column_count,
                                 .cells = cells,
                                 .row_count = table->row_count};
    return docx_write_table(&written, arena, output, error);
}

static bool draw(const struct counterparts_answer *found, enum entente_counterparts_form form,
                 const struct side_table *table, struct arena *arena, struct str *output,
                 struct error *error)
{
    switch (form) {
    case ENTENTE_COUNTERPARTS_TEXT:
        *output = counterparts_text(table, arena);
        return true;
    case ENTENTE_COUNTERPARTS_JSON:
        *output = counterparts_json(found, arena);
        return true;
    case ENTENTE_COUNTERPARTS_MARKDOWN:
        *output = counterparts_markdown(table, arena);
        return true;
    case ENTENTE_COUNTERPARTS_HTML:
        *output = counterparts_page(table, arena);
        return true;
    case ENTENTE_COUNTERPARTS_DOCX:
        return write_docx(table, arena, output, error);
    case ENTENTE_COUNTERPARTS_MERGED:
        return rival_slots_json(found, arena, output, error);
    case ENTENTE_COUNTERPARTS_BRACKETS:
        *output = rival_slots_markdown(found, arena);
        return true;
    case ENTENTE_COUNTERPARTS_MATCHES:
        *output = counterparts_matches(found, arena);
        return true;
    }
    return error_set(error, MISUSE, "there is no such form of counterparts");
}

static bool has_lonely_point(const struct counterparts_answer *found)
{
    for (uint32_t t = 0; t < found->text_count; t++)
        for (uint32_t i = 0; i < found->texts[t].count; i++)
            if (!found->texts[t].is_matched[i])
                return true;
    return false;
}

// What is merged or confirmed is said of the base's points.
static bool may_be_rounds(const struct entente_counterparts_options *options, struct error *error)
{
    bool is_shown = options->form <= ENTENTE_COUNTERPARTS_DOCX;
    return (is_shown && !options->matches) ||
           error_set(error, MISUSE,
                     "rounds are shown, not merged or confirmed: set each text beside the base");
}

static bool counterparts_into(struct entente_answer *answer,
                              const struct entente_counterparts_options *options,
                              const struct entente_file *base, const struct entente_draft *drafts,
                              size_t draft_count, struct budget *budget, struct error *error)
{
    struct counterparts_answer found;
    if (options->rounds && !may_be_rounds(options, error))
        return false;
    const struct counterparts_wish wish = {.matches = options->matches,
                                           .are_rounds = options->rounds};
    if (!counterparts_answer_find(base, drafts, draft_count, &wish, budget, answer->arena, &found,
                                  error))
        return false;
    struct side_table table;
    side_table_make(&found, answer->arena, &table);
    if (!draw(&found, options->form, &table, answer->arena, &answer->output, error))
        return false;
    answer->summary = arena_print(answer->arena, "%.*s\n", STR_ARGS(table.summary));
    answer->is_no = has_lonely_point(&found);
    return true;
}

static bool parties_are_known(const struct entente_draft *drafts, size_t draft_count,
                              struct error *error)
{
    if (draft_count < 1 || draft_count > 9)
        return error_set(error, MISUSE, "counterparts wants one to nine texts beside the base");
    for (size_t d = 0; d < draft_count; d++)
        if (!plain_name_check(str_of(drafts[d].party), "a party's name", error))
            return false;
    for (size_t d = 0; d < draft_count; d++)
        for (size_t before = 0; before < d; before++)
            if (str_equal(str_of(drafts[d].party), str_of(drafts[before].party)))
                return error_set(error, MISUSE, "%s is given twice: one text a party",
                                 drafts[d].party);
    return true;
}

bool entente_counterparts(const struct entente_counterparts_options *options,
                          const struct entente_file *base, const struct entente_draft *drafts,
                          size_t draft_count, const struct entente_bounds *bounds,
                          struct entente_answer **answer, struct entente_error *error)
{
    struct entente_counterparts_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct budget budget = answer_budget(bounds);
    struct entente_answer *made = answer_new();
    struct error inner;
    if (!parties_are_known(drafts, draft_count, &inner) ||
        !counterparts_into(made, &own, base, drafts, draft_count, &budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
