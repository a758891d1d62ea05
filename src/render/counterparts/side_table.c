// SPDX-License-Identifier: Apache-2.0
#include "render/counterparts/side_table.h"

#include "base/builder.h"

struct side_making {
    const struct counterparts_answer *answer;
    struct arena *arena;
    struct list lines; // struct side_line, of the cell at hand
    struct list cells; // struct side_cell
};

static const char *const certainties[] = {[CERTAINTY_POSSIBLE] = "possible counterpart",
                                          [CERTAINTY_LIKELY] = "likely",
                                          [CERTAINTY_SURE] = "sure",
                                          [CERTAINTY_CONFIRMED] = "confirmed"};

static const char *const kinds[] = {[DIFFERENCE_NUMBER] = "number",
                                    [DIFFERENCE_DATE] = "time",
                                    [DIFFERENCE_NAME] = "named",
                                    [DIFFERENCE_DUTY] = "duty",
                                    [DIFFERENCE_CONDITION] = "condition"};

static void add_line(struct side_making *making, enum side_line_kind kind, struct str lead,
                     struct str text)
{
    *LIST_ADD(&making->lines, struct side_line) = (struct side_line){kind, lead, text};
}

static void close_cell(struct side_making *making)
{
    *LIST_ADD(&making->cells, struct side_cell) = (struct side_cell){
        LIST_ITEMS(&making->lines, struct side_line), (uint32_t)making->lines.count};
    making->lines = LIST_MAKE(making->arena, struct side_line);
}

static struct str said(struct side_making *making, struct str words, struct str unit)
{
    if (words.length == 0)
        return STR("—");
    if (unit.length == 0)
        return words;
    return arena_print(making->arena, "%.*s %.*s", STR_ARGS(words), STR_ARGS(unit));
}

static void add_differences(struct side_making *making, const struct matched_point *match)
{
    for (uint32_t d = 0; d < match->difference_count; d++) {
        const struct difference *difference = &match->differences[d];
        struct str base = said(making, difference->base, difference->base_unit);
        struct str other = said(making, difference->other, difference->other_unit);
        add_line(making, LINE_DIFFERENCE, str_of(kinds[difference->kind]),
                 arena_print(making->arena, "%.*s → %.*s", STR_ARGS(base), STR_ARGS(other)));
    }
}

// A point's paragraphs, a line each.
static void add_words(struct side_making *making, const struct provision *point)
{
    struct str rest = point->text;
    struct str line;
    while (str_cut(&rest, '\n', &line))
        if (line.length > 0)
            add_line(making, LINE_WORDS, (struct str){NULL, 0}, line);
}

static void add_point(struct side_making *making, const struct provision *point,
                      const char *certainty)
{
    struct str more = point->heading;
    if (certainty)
        more = more.length == 0
                   ? str_of(certainty)
                   : arena_print(making->arena, "%s · %.*s", certainty, STR_ARGS(more));
    add_line(making, LINE_POINT, point->name, more);
    add_words(making, point);
}

static void add_carriers(struct side_making *making, const struct matched_point *match)
{
    struct builder words = builder_make(making->arena);
    for (uint32_t c = 0; c < match->carrier_count; c++) {
        const struct carried_word *carrier = &match->carriers[c];
        builder_add_c(&words, c > 0 ? ", " : "");
        builder_add(&words, carrier->base);
        if (!str_equal_ignoring_case(carrier->base, carrier->other))
            builder_print(&words, " / %.*s", STR_ARGS(carrier->other));
    }
    if (words.length > 0)
        add_line(making, LINE_CARRIED, STR("carried by"), builder_str(&words));
}

static void add_match(struct side_making *making, const struct matched_point *match)
{
    const struct rival_text *text = &making->answer->texts[match->text];
    bool is_possible = match->certainty == CERTAINTY_POSSIBLE;
    if (match->against != 0)
        add_line(making, LINE_CARRIED, STR("held against"),
                 making->answer->texts[match->against].party);
    if (!is_possible)
        add_differences(making, match);
    for (uint32_t k = 0; k < match->count; k++)
        add_point(making, &text->points[match->points[k]], certainties[match->certainty]);
    add_carriers(making, match);
    if (is_possible)
        add_differences(making, match);
}

static void add_text_cell(struct side_making *making, uint32_t origin, uint32_t base, uint32_t text)
{
    bool has_any = false;
    for (uint32_t m = 0; m < making->answer->match_count; m++) {
        const struct matched_point *match = &making->answer->matches[m];
        if (match->origin != origin || match->base != base || match->text != text)
            continue;
        add_match(making, match);
        has_any = true;
    }
    if (!has_any)
        add_line(making, LINE_NOTHING, (struct str){NULL, 0}, STR("nothing answers it"));
    close_cell(making);
}

static uint32_t add_base_rows(struct side_making *making)
{
    const struct rival_text *base = &making->answer->texts[0];
    for (uint32_t i = 0; i < base->count; i++) {
        add_point(making, &base->points[i], NULL);
        close_cell(making);
        for (uint32_t t = 1; t < making->answer->text_count; t++)
            add_text_cell(making, 0, i, t);
    }
    return base->count;
}

static uint32_t add_own_rows(struct side_making *making, uint32_t text)
{
    const struct rival_text *rival = &making->answer->texts[text];
    uint32_t rows = 0;
    for (uint32_t i = 0; i < rival->count; i++) {
        if (rival->is_matched[i])
            continue;
        rows++;
        add_line(making, LINE_NOTHING, (struct str){NULL, 0}, STR("not in the base"));
        close_cell(making);
        for (uint32_t t = 1; t < making->answer->text_count; t++) {
            if (making->answer->are_rounds && t > text) {
                add_text_cell(making, text, i, t);
                continue;
            }
            if (t == text)
                add_point(making, &rival->points[i], NULL);
            close_cell(making);
        }
    }
    return rows;
}

static uint32_t unmatched(const struct rival_text *text)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < text->count; i++)
        count += !text->is_matched[i];
    return count;
}

static struct str summary_of(const struct counterparts_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%u points of %.*s", answer->texts[0].count,
                  STR_ARGS(answer->texts[0].file));
    for (uint32_t t = 1; t < answer->text_count; t++) {
        uint32_t matched = 0;
        uint32_t possible = 0;
        for (uint32_t m = 0; m < answer->match_count; m++) {
            if (answer->matches[m].origin != 0)
                continue;
            matched +=
                answer->matches[m].text == t && answer->matches[m].certainty > CERTAINTY_POSSIBLE;
            possible +=
                answer->matches[m].text == t && answer->matches[m].certainty == CERTAINTY_POSSIBLE;
        }
        builder_print(&out, "; %.*s: %u of them answered, %u possibly, by %u points, %u its own",
                      STR_ARGS(answer->texts[t].party), matched, possible, answer->texts[t].count,
                      unmatched(&answer->texts[t]));
    }
    return builder_str(&out);
}

void side_table_make(const struct counterparts_answer *answer, struct arena *arena,
                     struct side_table *table)
{
    struct side_making making = {.answer = answer,
                                 .arena = arena,
                                 .lines = LIST_MAKE(arena, struct side_line),
                                 .cells = LIST_MAKE(arena, struct side_cell)};
    struct str *heads = ARENA_ARRAY(arena, struct str, answer->text_count);
    heads[0] = answer->texts[0].file;
    for (uint32_t t = 1; t < answer->text_count; t++)
        heads[t] = answer->texts[t].party;
    uint32_t rows = add_base_rows(&making);
    for (uint32_t t = 1; t < answer->text_count; t++)
        rows += add_own_rows(&making, t);
    *table = (struct side_table){
        .heads = heads,
        .column_count = answer->text_count,
        .cells = LIST_ITEMS(&making.cells, struct side_cell),
        .row_count = rows,
        .title = arena_print(arena, "Counterparts of %.*s", STR_ARGS(answer->texts[0].file)),
        .summary = summary_of(answer, arena)};
}
