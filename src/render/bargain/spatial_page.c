// SPDX-License-Identifier: Apache-2.0
// A page of a table of actors: each dimension with its picture, its votes, and what would move it.
#include "base/list.h"
#include "codec/html.h"
#include "render/bargain/bargain_page_parts.h"
#include "render/bargain/challenge_page.h"
#include "render/bargain/spatial_forms.h"
#include "render/bargain/spatial_parts.h"
#include "render/page/assets.h"
#include "render/page/page.h"
#include "render/page/page_table.h"

#include <inttypes.h>

#define VOTES_WIDE 8    // positions; a wider table of votes is for the JSON
#define HOLDERS_SHOWN 8 // names beside a position

static const char how_to_read[] = "Each actor counts with its influence times its salience for the "
                                  "position that is nearer to its "
                                  "own. No weighted majority would replace the weighted median by "
                                  "another position. What moves it: "
                                  "the nearest figure at which the median is no longer what it "
                                  "was, while all others stay; – says "
                                  "that no change in that direction does it.";

// One dimension on its way out.
struct dimension_page {
    struct builder *out;
    const struct spatial_answer *answer;
    size_t number;
    const struct actors_dimension *dimension;
    const struct spatial *spatial;
};

static struct str position_text(const struct dimension_page *page, int64_t position)
{
    return spatial_decimal(position, page->dimension->scale.position_digits, page->out->arena);
}

static struct str weight_text(const struct dimension_page *page, int64_t weight)
{
    return spatial_decimal(weight, spatial_weight_digits(page->dimension), page->out->arena);
}

static void add_number(const struct dimension_page *page, struct str number)
{
    page_cell(page->out, CELL_NUMBER, page_grouped(number, page->out->arena));
}

static void add_middle(const struct dimension_page *page)
{
    struct builder *out = page->out;
    const struct spatial *spatial = page->spatial;
    struct ratio mean = spatial_mean_of(page->answer, page->number);
    builder_print(out, "<p class=\"verdict\">Weighted median <b>%.*s</b>",
                  STR_ARGS(position_text(page, spatial->lower)));
    if (spatial->lower != spatial->upper)
        builder_print(out, " to <b>%.*s</b> (half of the weight on each side)",
                      STR_ARGS(position_text(page, spatial->upper)));
    builder_print(out, "; weighted mean <b>%.*s</b>", STR_ARGS(spatial_about(mean, out->arena)));
    builder_print(out, " (exactly %.*s).</p>\n", STR_ARGS(ratio_print(mean, out->arena)));
}

// --- The picture: a bar at each position, as high as the weight of those who hold it

enum { LEFT = 30, TOP = 30, WIDTH = 660, HEIGHT = 130, LABEL_GAP = 56 };

static int64_t scaled(int64_t part, int64_t whole, int64_t length)
{
    for (; whole > (int64_t)1 << 40; whole /= 2)
        part /= 2;
    return whole == 0 ? length / 2 : part * length / whole;
}

static int64_t x_of(const struct dimension_page *page, int64_t position)
{
    const struct spatial *spatial = page->spatial;
    int64_t low = spatial->alternatives[0].position;
    int64_t high = spatial->alternatives[spatial->alternative_count - 1].position;
    return LEFT + scaled(position - low, high - low, WIDTH);
}

static int64_t heaviest(const struct spatial *spatial)
{
    int64_t most = 0;
    for (uint32_t i = 0; i < spatial->alternative_count; i++)
        most = spatial->alternatives[i].weight > most ? spatial->alternatives[i].weight : most;
    return most;
}

// Positions too near the one labelled before go without a label.
static void add_bars(const struct dimension_page *page)
{
    const struct spatial *spatial = page->spatial;
    int64_t most = heaviest(spatial);
    int64_t labelled = INT64_MIN / 2;
    for (uint32_t i = 0; i < spatial->alternative_count; i++) {
        const struct spatial_alternative *alternative = &spatial->alternatives[i];
        int64_t x = x_of(page, alternative->position);
        int64_t height = scaled(alternative->weight, most, HEIGHT);
        builder_print(page->out,
                      "<path d='M%" PRId64 " %dv-%" PRId64
                      "' stroke='currentColor' stroke-width='8'%s/>\n",
                      x, TOP + HEIGHT, height > 0 ? height : 1,
                      alternative->losses == 0 ? "" : " stroke-opacity='.45'");
        if (x - labelled < LABEL_GAP)
            continue;
        labelled = x;
        builder_print(page->out, "<text x='%" PRId64 "' y='%d' text-anchor='middle'>%.*s</text>\n",
                      x, TOP + HEIGHT + 20, STR_ARGS(position_text(page, alternative->position)));
    }
}

static void add_picture(const struct dimension_page *page)
{
    struct builder *out = page->out;
    int64_t x = x_of(page, page->spatial->lower);
    builder_print(
        out,
        "<figure class=\"front\"><figcaption>How much weight stands behind each position; "
        "dark: no majority replaces it; dashed: the median</figcaption>\n"
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img' "
        "font-size='13' fill='currentColor'><title>Weights of positions</title>\n"
        "<path d='M%d %dH%d' stroke='currentColor'/>\n",
        LEFT * 2 + WIDTH, TOP + HEIGHT + 32, LEFT - 14, TOP + HEIGHT, LEFT + WIDTH + 14);
    builder_print(out,
                  "<path d='M%" PRId64 " %dV%d' stroke='currentColor' stroke-dasharray='4 4'/>"
                  "<text x='%" PRId64
                  "' y='%d' text-anchor='middle' font-weight='600'>median</text>\n",
                  x, TOP - 10, TOP + HEIGHT, x, TOP - 16);
    add_bars(page);
    builder_add_c(out, "</svg></figure>\n");
}

// --- Tables

static void add_holders(const struct dimension_page *page, int64_t position)
{
    const struct actors_dimension *dimension = page->dimension;
    uint32_t count = 0;
    page_cell_begin(page->out, CELL_WORDS);
    for (uint32_t i = 0; i < dimension->line.count; i++) {
        if (dimension->line.position[i] != position)
            continue;
        if (count < HOLDERS_SHOWN) {
            builder_add_c(page->out, count > 0 ? ", " : "");
            html_text(page->out, page->answer->actors.names[dimension->actors[i]]);
        }
        count++;
    }
    if (count > HOLDERS_SHOWN)
        builder_print(page->out, " and %u more", count - HOLDERS_SHOWN);
    page_cell_end(page->out, CELL_WORDS);
}

static void add_alternatives(const struct dimension_page *page)
{
    static const struct page_column columns[] = {{"Position", true}, {"weight", true},
                                                 {"wins", true},     {"losses", true},
                                                 {"ties", true},     {"held by", false}};
    struct builder *out = page->out;
    builder_add_c(out, "<h3>Each position against each other</h3>\n");
    page_table_begin(out, "Votes won, lost and tied; lit: no majority replaces it");
    page_columns(out, columns, sizeof columns / sizeof columns[0]);
    for (uint32_t i = 0; i < page->spatial->alternative_count; i++) {
        const struct spatial_alternative *alternative = &page->spatial->alternatives[i];
        builder_print(out, "<tr%s>", alternative->losses == 0 ? " class=\"lit\"" : "");
        add_number(page, position_text(page, alternative->position));
        add_number(page, weight_text(page, alternative->weight));
        builder_print(out, "<td class=\"n\">%u</td><td class=\"n\">%u</td><td class=\"n\">%u</td>",
                      alternative->wins, alternative->losses, alternative->ties);
        add_holders(page, alternative->position);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

static void add_votes(const struct dimension_page *page)
{
    struct builder *out = page->out;
    const struct spatial *spatial = page->spatial;
    uint32_t count = spatial->alternative_count;
    if (count > VOTES_WIDE) {
        builder_print(out,
                      "<p class=\"quiet\">The votes between %u positions stand in the JSON.</p>\n",
                      count);
        return;
    }
    page_table_begin(out, "Votes for the row against the column");
    page_columns_begin(out);
    page_cell(out, CELL_NUMBER_COLUMN, STR("Position"));
    for (uint32_t b = 0; b < count; b++)
        page_cell(out, CELL_NUMBER_COLUMN, position_text(page, spatial->alternatives[b].position));
    page_columns_end(out);
    for (uint32_t a = 0; a < count; a++) {
        builder_add_c(out, "<tr>");
        page_cell(out, CELL_NUMBER_COLUMN, position_text(page, spatial->alternatives[a].position));
        for (uint32_t b = 0; b < count; b++)
            add_number(page, a == b ? STR("·") : weight_text(page, spatial_support(spatial, a, b)));
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

// Where a figure must go for the median to move.
enum direction { DOWN, UP };

static void add_turn(const struct dimension_page *page, enum direction direction,
                     struct spatial_turn turn, bool is_possible, struct str value)
{
    static const char *const signs[][2] = {[DOWN] = {"≤", "&lt;"}, [UP] = {"≥", "&gt;"}};
    builder_add_c(page->out, "<td class=\"n\">");
    if (!turn.is_possible || !is_possible)
        builder_add_c(page->out, "–");
    else
        builder_print(page->out, "%s %.*s", signs[direction][turn.is_beyond], STR_ARGS(value));
    builder_add_c(page->out, "</td>");
}

static void add_factor(const struct dimension_page *page, enum direction direction,
                       struct spatial_turn turn, int64_t other, uint32_t digits)
{
    bool is_possible = turn.is_possible && other != 0;
    struct str value = is_possible
                           ? spatial_about(spatial_factor(turn, other, digits), page->out->arena)
                           : (struct str){0};
    add_turn(page, direction, turn, is_possible, value);
}

static void add_actor_head(const struct dimension_page *page, uint32_t i)
{
    page_cell(page->out, CELL_ROW, page->answer->actors.names[page->dimension->actors[i]]);
}

static void add_positions(const struct dimension_page *page)
{
    static const struct page_column columns[] = {
        {"Actor", false}, {"position", true}, {"or lower", true}, {"or higher", true}};
    page_table_begin(page->out, NULL);
    page_columns(page->out, columns, sizeof columns / sizeof columns[0]);
    for (uint32_t i = 0; i < page->dimension->line.count; i++) {
        const struct spatial_turns *turns = &page->spatial->turns[i];
        builder_add_c(page->out, "<tr>");
        add_actor_head(page, i);
        add_number(page, position_text(page, page->dimension->line.position[i]));
        add_turn(page, DOWN, turns->lower, true, position_text(page, turns->lower.at));
        add_turn(page, UP, turns->higher, true, position_text(page, turns->higher.at));
        builder_add_c(page->out, "</tr>\n");
    }
    page_table_end(page->out);
}

static void add_weight(const struct dimension_page *page, uint32_t i)
{
    const struct spatial_turns *turns = &page->spatial->turns[i];
    const struct actors_scale *scale = &page->dimension->scale;
    int64_t influence = page->dimension->line.influence[i];
    int64_t salience = page->dimension->line.salience[i];
    struct arena *arena = page->out->arena;
    add_number(page, spatial_decimal(influence, scale->influence_digits, arena));
    add_factor(page, DOWN, turns->less_weight, salience, scale->influence_digits);
    add_factor(page, UP, turns->more_weight, salience, scale->influence_digits);
    add_number(page, spatial_decimal(salience, scale->salience_digits, arena));
    add_factor(page, DOWN, turns->less_weight, influence, scale->salience_digits);
    add_factor(page, UP, turns->more_weight, influence, scale->salience_digits);
}

static void add_weights(const struct dimension_page *page)
{
    static const struct page_column columns[] = {
        {"Actor", false},   {"influence", true}, {"or less", true}, {"or more", true},
        {"salience", true}, {"or less", true},   {"or more", true}};
    page_table_begin(page->out, NULL);
    page_columns(page->out, columns, sizeof columns / sizeof columns[0]);
    for (uint32_t i = 0; i < page->dimension->line.count; i++) {
        builder_add_c(page->out, "<tr>");
        add_actor_head(page, i);
        add_weight(page, i);
        builder_add_c(page->out, "</tr>\n");
    }
    page_table_end(page->out);
}

static void add_turns(const struct dimension_page *page)
{
    builder_add_c(page->out, "<h3>What moves the median</h3>\n<p>One actor alone, with one of the "
                             "figures that stand behind its own:</p>\n");
    add_positions(page);
    add_weights(page);
}

static void add_dimension(struct builder *out, const struct spatial_answer *answer, size_t d)
{
    struct dimension_page page = {out, answer, d, &answer->actors.dimensions[d],
                                  &answer->dimensions[d]};
    builder_add_c(out, "<h2>");
    html_text(out, page.dimension->name);
    builder_add_c(out, "</h2>\n");
    add_middle(&page);
    add_picture(&page);
    add_alternatives(&page);
    add_votes(&page);
    add_turns(&page);
    if (answer->challenges)
        challenge_page_write(answer, d, out);
}

// The table's notes, a line each.
static struct list notes_of(struct str lines, struct arena *arena)
{
    struct list notes = LIST_MAKE(arena, struct str);
    struct str line;
    while (str_cut(&lines, '\n', &line))
        if (line.length > 0)
            *LIST_ADD(&notes, struct str) = line;
    return notes;
}

struct str spatial_page(const struct spatial_answer *answer, struct str name, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct page_head head = {.title = STR("Positions on a line"),
                             .kind = STR("Actors"),
                             .of = name,
                             .style = bargain_page_css};
    page_begin(&out, &head);
    builder_print(&out,
                  "<p class=\"lede\"><b>%u</b> actor%s, <b>%zu</b> dimension%s.</p>\n"
                  "</header>\n<main class=\"wrap report\">\n",
                  answer->actors.count, answer->actors.count == 1 ? "" : "s",
                  answer->actors.dimension_count, answer->actors.dimension_count == 1 ? "" : "s");
    for (size_t d = 0; d < answer->actors.dimension_count; d++)
        add_dimension(&out, answer, d);
    struct list notes = notes_of(answer->actors.notes, arena);
    packages_page_end(&out, LIST_ITEMS(&notes, struct str), notes.count, how_to_read);
    return builder_str(&out);
}
