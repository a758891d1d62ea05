// SPDX-License-Identifier: Apache-2.0
#include "merge/one_reading.h"
#include "merge/point_text.h"
#include "workbench/workbench_pages/desk_parts.h"

static uint32_t party_numbered(const struct sheet *sheet, struct str name)
{
    uint32_t number = 0;
    while (number < sheet->party_count && !str_equal(sheet->party_names[number], name))
        number++;
    return number;
}

static bool find_reading(struct desk_gathering *g, struct desk_text *text)
{
    const struct sheet *sheet = text->document->sheet;
    struct sheet_reading reading = {.kind = READ_PARTY};
    if (text->reading.length == 0)
        return true;
    if (str_equal(text->reading, STR("base")))
        reading.kind = READ_BASE;
    else if (str_equal(text->reading, STR("agreed")))
        reading.kind = READ_AGREED;
    else
        reading.party.number = party_numbered(sheet, text->reading);
    if (reading.party.number >= sheet->party_count && sheet->party_count > 0)
        return error_set(g->error, NOT_FOUND, "no draft of \"%.*s\" counts for this text",
                         STR_ARGS(text->reading));
    struct sheet *one = ARENA_NEW(g->arena, struct sheet);
    sheet_of_reading(sheet, reading, g->arena, one);
    text->one = one;
    return true;
}

// Whether any wording of the point has the words.
static bool is_in_point(const struct sheet *sheet, const struct point *point, struct str words)
{
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(sheet, point, i);
        const struct sheet_slot *slot = segment_slot(sheet, segment);
        if (!slot && str_contains_ignoring_case(segment->text, words))
            return true;
        for (uint32_t w = 0; slot && w < slot->wording_count; w++)
            if (str_contains_ignoring_case(slot->wordings[w].text, words))
                return true;
    }
    return str_contains_ignoring_case(point->label, words);
}

// Words that a slot cuts in two are found in the readings.
static bool is_in_reading(const struct sheet *sheet, const struct point *point, struct str words,
                          struct arena *scratch)
{
    for (uint32_t p = 0; p <= sheet->party_count; p++) {
        struct builder out = builder_make(scratch);
        struct sheet_reading reading = {.kind = p < sheet->party_count ? READ_PARTY : READ_BASE};
        reading.party.number = p < sheet->party_count ? p : 0;
        point_text(sheet, point, reading, &out);
        if (str_contains_ignoring_case(builder_str(&out), words))
            return true;
    }
    return false;
}

static void search(struct desk_gathering *g, struct desk_text *text)
{
    const struct sheet *sheet = text->one ? text->one : text->document->sheet;
    bool *is_found = ARENA_ARRAY(g->arena, bool, sheet->point_count + 1);
    text->is_found = is_found;
    for (uint32_t i = 0; text->search.length > 0 && i < sheet->point_count; i++) {
        const struct point *point = &sheet->points[i];
        struct arena *scratch = arena_open_small();
        is_found[i] =
            is_in_point(sheet, point, text->search) ||
            (point->segment_count > 1 && is_in_reading(sheet, point, text->search, scratch));
        arena_close(scratch);
        text->found_count += is_found[i];
    }
}

bool desk_text_find(struct desk_gathering *g, struct desk_text *text)
{
    const struct item *item;
    struct desk_document *document = ARENA_NEW(g->arena, struct desk_document);
    *text = (struct desk_text){.document = document,
                               .has_columns = g->options->page == ENTENTE_PAGE_COLUMNS,
                               .reading = str_of(g->options->reading),
                               .party = str_of(g->options->party),
                               .search = str_trim(str_of(g->options->search))};
    if (!desk_document_asked(g, &item) || !desk_document_find(g, item, document))
        return false;
    if (!document->sheet)
        return true;
    if (!find_reading(g, text))
        return false;
    search(g, text);
    return true;
}
