// SPDX-License-Identifier: Apache-2.0
// Where the talks stand by a base and its drafts alone.
#include "workbench/brief/brief_find.h"
#include "workbench/brief/brief_parts.h"

#include "exchange/merged/merged_text.h"
#include "merge/one_reading.h"
#include "workbench/text/table.h"
#include "workbench/timetable/timetable_find.h"

struct drafts_brief {
    const struct entente_drafts_brief_options *options;
    const struct entente_file *base;
    const struct entente_draft *drafts;
    size_t count;
    struct budget budget;
    struct arena *arena;
    struct sheet *sheet;
    struct brief_answer *brief;
    struct error *error;
};

static bool find_texts(struct drafts_brief *d)
{
    const struct table_options options = {
        .gate = {.place = GATE_MERGE, .any_base = d->options->any_base}};
    struct merged *merged = ARENA_NEW(d->arena, struct merged);
    struct brief_document *document = LIST_ADD(&d->brief->documents, struct brief_document);
    d->sheet = ARENA_NEW(d->arena, struct sheet);
    if (!table_lay(d->base, d->drafts, d->count, &options, &d->budget, d->arena, merged, d->error))
        return false;
    table_sheet(merged, d->arena, d->sheet);
    struct str path = str_of(d->base->name);
    struct str name = str_skip(path, str_behind_last(path, '/'));
    size_t dot = str_behind_last(name, '.');
    *document = (struct brief_document){.id = dot > 1 ? str_slice(name, 0, dot - 1) : name,
                                        .title = name,
                                        .has_text = true,
                                        .draft_count = d->sheet->party_count,
                                        .sheet = d->sheet,
                                        .counts = sheet_counts_make(d->sheet, d->arena)};
    d->brief->title = name;
    d->brief->is_titled = true;
    for (uint32_t p = 0; p < d->sheet->party_count; p++)
        *LIST_ADD(&d->brief->parties, struct brief_party) = (struct brief_party){
            .id = d->sheet->party_names[p], .name = d->sheet->party_names[p], .role = STR("party")};
    brief_weigh_texts(d->brief);
    return true;
}

// --- Time

// A reading of the merged text as a file: where one file holds several drafts as tracked changes.
static struct entente_file reading_file(const struct drafts_brief *d, struct sheet_reading reading)
{
    const struct merged_style markdown = {MERGED_BRACKETS, MEDIUM_MARKDOWN, true};
    struct sheet one;
    sheet_of_reading(d->sheet, reading, d->arena, &one);
    struct str text = merged_text_write(&one, &markdown, d->arena);
    const char *name = arena_c_string(d->arena, arena_print(d->arena, "%s.md", d->base->name));
    return (struct entente_file){name, text.bytes, text.length};
}

static struct entente_file file_of_party(const struct drafts_brief *d, struct party party)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->drafts[i].party &&
            str_equal(str_of(d->drafts[i].party), d->sheet->party_names[party.number]))
            return d->drafts[i].file;
    return reading_file(d, (struct sheet_reading){.kind = READ_PARTY, .party = party});
}

static void count_read(const struct plan *plan, struct brief_reading *reading)
{
    for (size_t i = 0; i < plan->limits.count; i++)
        reading->limits += LIST_AT(&plan->limits, struct plan_limit, i)->kind != PLAN_ANCHOR;
    reading->unread = plan->unread.count;
}

// Errors: STOPPED; what else goes wrong is told in the reading
static bool read_time(struct drafts_brief *d, const struct entente_file *text, struct str party)
{
    const struct entente_timetable_options options = {.size = sizeof options,
                                                      .text = text,
                                                      .steps = d->options->steps,
                                                      .signed_on = d->options->signed_on,
                                                      .from = d->options->from};
    struct brief_reading reading = {.party = party};
    struct timetable_answer *found = ARENA_NEW(d->arena, struct timetable_answer);
    struct error trouble = {.code = ERROR_NONE};
    if (timetable_find(&options, &d->budget, d->arena, found, &trouble)) {
        count_read(&found->plan, &reading);
        reading.is_possible = found->answer.is_possible;
        reading.laid = found;
        if (party.length == 0)
            d->brief->timetable = found;
    } else {
        char line[1024];
        if (trouble.code == STOPPED) {
            *d->error = trouble;
            return false;
        }
        error_print(&trouble, line, sizeof line);
        reading.trouble = arena_copy(d->arena, str_of(line));
        if (party.length == 0)
            d->brief->timetable_trouble = reading.trouble;
    }
    *LIST_ADD(&d->brief->readings, struct brief_reading) = reading;
    return true;
}

static bool find_time(struct drafts_brief *d)
{
    struct entente_file base =
        d->count > 0 ? *d->base : reading_file(d, (struct sheet_reading){.kind = READ_BASE});
    if (!read_time(d, &base, STR("")))
        return false;
    for (uint32_t p = 0; p < d->sheet->party_count; p++) {
        struct entente_file own = file_of_party(d, (struct party){p});
        if (!read_time(d, &own, d->sheet->party_names[p]))
            return false;
    }
    return true;
}

bool brief_find_drafts(const struct entente_drafts_brief_options *options,
                       const struct entente_file *base, const struct entente_draft *drafts,
                       size_t count, const struct entente_bounds *bounds, struct arena *arena,
                       struct brief_answer *brief, struct error *error)
{
    struct drafts_brief d = {.options = options,
                             .base = base,
                             .drafts = drafts,
                             .count = count,
                             .budget = answer_budget(bounds),
                             .arena = arena,
                             .brief = brief,
                             .error = error};
    *brief = brief_make(arena);
    brief->is_from_drafts = true;
    return find_texts(&d) && find_time(&d);
}
