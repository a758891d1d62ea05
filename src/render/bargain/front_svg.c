// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/front_forms.h"

#include "render/bargain/bargain_parts.h"

#include "codec/html.h"
#include "render/bargain/value_text.h"

#include <inttypes.h>

enum { LEFT = 90, TOP = 40, WIDTH = 480, HEIGHT = 340, RIGHT = 320, BOTTOM = 70, DRAWN_MAX = 1500 };

// The fair points that are shown, each with a shape around its place.
static const struct {
    enum point_kind kind;
    const char *name;
    const char *shape; // a path around 0,0
    const char *dashes;
} fair_points[] = {
    {POINT_NASH, "Nash", "M-7-7H7V7H-7Z", ""},
    {POINT_KS, "Kalai–Smorodinsky", "M0-9 9 7H-9Z", "8 3"},
    {POINT_EGALITARIAN, "egalitarian", "M0-10 10 0 0 10-10 0Z", "3 3"},
    {POINT_UTILITARIAN, "utilitarian", "M-9-9 9 9M-9 9 9-9", "10 3 2 3"},
};
enum { FAIR_POINTS = sizeof fair_points / sizeof fair_points[0] };

struct axis {
    int64_t low;
    int64_t high;
};

struct picture {
    const struct solution *solution;
    struct builder *out;
    struct axis axes[SCENARIO_PARTIES_MAX];
    bool has_fair[FAIR_POINTS];
    int64_t fair[FAIR_POINTS][SCENARIO_PARTIES_MAX];
};

static void axis_take(struct axis *axis, int64_t value)
{
    axis->low = value < axis->low ? value : axis->low;
    axis->high = value > axis->high ? value : axis->high;
}

// Where a value stands on an axis of `length` pixels. Values stay within 2^61, so differences fit.
static int64_t axis_at(const struct axis *axis, int64_t value, int64_t length)
{
    int64_t range = axis->high - axis->low;
    int64_t above = value - axis->low;
    for (; range > (int64_t)1 << 40; range /= 2)
        above /= 2;
    return range == 0 ? length / 2 : above * length / range;
}

static struct str shown(const struct picture *picture, int64_t value)
{
    return value_text(picture->solution->scenario, value, picture->out->arena);
}

static const int64_t *fair_row(const struct picture *picture, size_t f)
{
    return picture->has_fair[f] ? picture->fair[f] : NULL;
}

static void find_fair_rows(struct picture *picture)
{
    for (size_t f = 0; f < FAIR_POINTS; f++) {
        const struct fair_point *point = &picture->solution->points[fair_points[f].kind];
        picture->has_fair[f] = point->is_defined && point->row_count > 0;
        if (picture->has_fair[f])
            front_point(point->front, point->rows[0], picture->fair[f]);
    }
}

static void axes_take(struct picture *picture, const int64_t *row)
{
    for (uint32_t p = 0; p < picture->solution->scenario->party_count; p++)
        axis_take(&picture->axes[p], row[p]);
}

static void measure(struct picture *picture)
{
    const struct solution *solution = picture->solution;
    int64_t row[SCENARIO_PARTIES_MAX];
    find_fair_rows(picture);
    for (uint32_t p = 0; p < solution->scenario->party_count; p++)
        picture->axes[p] = (struct axis){solution->reserve[p], solution->reserve[p]};
    for (size_t i = 0; i < solution->front.count; i++)
        axes_take(picture, front_point(&solution->front, i, row));
    for (size_t i = 0; i < solution->acceptable_front.count; i++)
        axes_take(picture, front_point(&solution->acceptable_front, i, row));
    for (size_t f = 0; f < FAIR_POINTS; f++)
        if (picture->has_fair[f])
            axes_take(picture, picture->fair[f]);
}

static size_t step_of(const struct front *front)
{
    return front->count / DRAWN_MAX + 1;
}

static int64_t scatter_x(const struct picture *picture, const int64_t *row)
{
    return LEFT + axis_at(&picture->axes[0], row[0], WIDTH);
}

static int64_t scatter_y(const struct picture *picture, const int64_t *row)
{
    return TOP + HEIGHT - axis_at(&picture->axes[1], row[1], HEIGHT);
}

static bool same_row(const int64_t *a, const int64_t *b, uint32_t count)
{
    for (uint32_t p = 0; p < count; p++)
        if (a[p] != b[p])
            return false;
    return true;
}

// The names of all fair points with these values, when `f` is the first of them.
static bool add_fair_names(const struct picture *picture, size_t f)
{
    uint32_t parties = picture->solution->scenario->party_count;
    const int64_t *row = fair_row(picture, f);
    for (size_t g = 0; g < f; g++)
        if (fair_row(picture, g) && same_row(row, fair_row(picture, g), parties))
            return false;
    const char *between = "";
    for (size_t g = f; g < FAIR_POINTS; g++)
        if (fair_row(picture, g) && same_row(row, fair_row(picture, g), parties)) {
            builder_print(picture->out, "%s%s", between, fair_points[g].name);
            between = ", ";
        }
    return true;
}

// Nothing stands above and to the right of a point of the front, so labels go there; one that
// would lie on another is lifted.
static void add_scatter_fair(const struct picture *picture)
{
    struct builder *out = picture->out;
    int64_t last = INT64_MAX;
    for (size_t f = 0; f < FAIR_POINTS; f++) {
        const int64_t *row = fair_row(picture, f);
        if (!row)
            continue;
        int64_t x = scatter_x(picture, row);
        int64_t y = scatter_y(picture, row);
        builder_print(out,
                      "<path d='%s' transform='translate(%" PRId64 " %" PRId64
                      ")' fill='none' stroke='currentColor' stroke-width='2'/>\n",
                      fair_points[f].shape, x, y);
        int64_t label = y - 12;
        if (last != INT64_MAX && label > last - 15 && label < last + 15)
            label = last - 15;
        size_t before = out->length;
        builder_print(out, "<text x='%" PRId64 "' y='%" PRId64 "' font-weight='600'>", x + 12,
                      label);
        if (add_fair_names(picture, f)) {
            builder_add_c(out, "</text>\n");
            last = label;
        } else {
            builder_cut(out, before);
        }
    }
}

static void add_scatter_frame(const struct picture *picture)
{
    const struct solution *solution = picture->solution;
    struct builder *out = picture->out;
    int64_t x = scatter_x(picture, solution->reserve);
    int64_t y = scatter_y(picture, solution->reserve);
    builder_print(out, "<path d='M%d %dV%dH%d' fill='none' stroke='currentColor'/>\n", LEFT - 12,
                  TOP - 12, TOP + HEIGHT + 12, LEFT + WIDTH + 12);
    builder_print(out,
                  "<path d='M%" PRId64 " %dV%dM%d %" PRId64
                  "H%d' fill='none' stroke='currentColor' stroke-dasharray='4 4'/>\n",
                  x, TOP - 12, TOP + HEIGHT + 12, LEFT - 12, y, LEFT + WIDTH + 12);
    builder_print(out, "<text x='%d' y='%d'>%.*s</text>", LEFT, TOP + HEIGHT + 30,
                  STR_ARGS(shown(picture, picture->axes[0].low)));
    builder_print(out, "<text x='%d' y='%d' text-anchor='end'>%.*s</text>\n", LEFT + WIDTH,
                  TOP + HEIGHT + 30, STR_ARGS(shown(picture, picture->axes[0].high)));
    builder_print(out, "<text x='%d' y='%d' text-anchor='end'>%.*s</text>", LEFT - 18, TOP + HEIGHT,
                  STR_ARGS(shown(picture, picture->axes[1].low)));
    builder_print(out, "<text x='%d' y='%d' text-anchor='end'>%.*s</text>\n", LEFT - 18, TOP + 5,
                  STR_ARGS(shown(picture, picture->axes[1].high)));
    builder_print(out, "<text x='%d' y='%d' text-anchor='middle'>", LEFT + WIDTH / 2,
                  TOP + HEIGHT + 30);
    html_text(out, solution->scenario->parties[0].name);
    builder_print(out, " →</text>\n<text x='%d' y='%d'>↑ ", LEFT - 12, TOP - 20);
    html_text(out, solution->scenario->parties[1].name);
    builder_print(out,
                  "</text>\n<text x='%d' y='%d'>● acceptable to all   ○ not   "
                  "- - reserves</text>\n",
                  LEFT, TOP + HEIGHT + 54);
}

static void add_dots(const struct picture *picture, const struct front *front, const char *fill)
{
    int64_t row[SCENARIO_PARTIES_MAX];
    for (size_t i = 0; i < front->count; i += step_of(front)) {
        front_point(front, i, row);
        builder_print(picture->out,
                      "<circle cx='%" PRId64 "' cy='%" PRId64
                      "' r='3.5' stroke='currentColor' fill='%s'/>\n",
                      scatter_x(picture, row), scatter_y(picture, row), fill);
    }
}

static void add_scatter(const struct picture *picture)
{
    add_scatter_frame(picture);
    add_dots(picture, &picture->solution->front, "none");
    add_dots(picture, &picture->solution->acceptable_front, "currentColor");
    add_scatter_fair(picture);
}

static int64_t column_x(const struct picture *picture, uint32_t party)
{
    uint32_t count = picture->solution->scenario->party_count;
    return count < 2 ? LEFT : LEFT + (int64_t)party * WIDTH / (count - 1);
}

static int64_t column_y(const struct picture *picture, uint32_t party, int64_t value)
{
    return TOP + HEIGHT - axis_at(&picture->axes[party], value, HEIGHT);
}

static void add_line(const struct picture *picture, const int64_t *row, const char *look)
{
    builder_print(picture->out, "<polyline fill='none' stroke='currentColor' %s points='", look);
    for (uint32_t p = 0; p < picture->solution->scenario->party_count; p++)
        builder_print(picture->out, "%" PRId64 ",%" PRId64 " ", column_x(picture, p),
                      column_y(picture, p, row[p]));
    builder_add_c(picture->out, "'/>\n");
}

static void add_columns(const struct picture *picture)
{
    const struct solution *solution = picture->solution;
    struct builder *out = picture->out;
    for (uint32_t p = 0; p < solution->scenario->party_count; p++) {
        int64_t x = column_x(picture, p);
        int64_t y = column_y(picture, p, solution->reserve[p]);
        builder_print(out,
                      "<path d='M%" PRId64 " %dV%d' stroke='currentColor'/>"
                      "<path d='M%" PRId64 " %" PRId64
                      "h20' stroke='currentColor' stroke-width='4'/>\n",
                      x, TOP, TOP + HEIGHT, x - 10, y);
        builder_print(out, "<text x='%" PRId64 "' y='%d' text-anchor='middle'>%.*s</text>", x,
                      TOP - 6, STR_ARGS(shown(picture, picture->axes[p].high)));
        builder_print(out, "<text x='%" PRId64 "' y='%d' text-anchor='middle'>%.*s</text>", x,
                      TOP + HEIGHT + 16, STR_ARGS(shown(picture, picture->axes[p].low)));
        builder_print(out, "<text x='%" PRId64 "' y='%d' text-anchor='middle'>", x, TOP - 22);
        html_text(out, solution->scenario->parties[p].name);
        builder_add_c(out, "</text>\n");
    }
    builder_print(out,
                  "<text x='%d' y='%d'>dark lines: acceptable to all; pale: not; thick bars: "
                  "reserves</text>\n",
                  LEFT, TOP + HEIGHT + 44);
}

static void add_lines(const struct picture *picture, const struct front *front, const char *look)
{
    int64_t row[SCENARIO_PARTIES_MAX];
    for (size_t i = 0; i < front->count; i += step_of(front))
        add_line(picture, front_point(front, i, row), look);
}

static void add_parallel(const struct picture *picture)
{
    const struct solution *solution = picture->solution;
    add_lines(picture, &solution->front, "stroke-opacity='.1'");
    add_lines(picture, &solution->acceptable_front, "stroke-opacity='.7'");
    add_columns(picture);
    uint32_t last = solution->scenario->party_count - 1;
    int64_t before = INT64_MAX;
    for (size_t f = 0; f < FAIR_POINTS; f++) {
        const int64_t *row = fair_row(picture, f);
        if (!row)
            continue;
        size_t start = picture->out->length;
        int64_t y = column_y(picture, last, row[last]) + 4;
        if (before != INT64_MAX && y > before - 15 && y < before + 15)
            y = before + 15;
        builder_print(picture->out, "<text x='%d' y='%" PRId64 "' font-weight='600'>",
                      LEFT + WIDTH + 16, y);
        if (!add_fair_names(picture, f)) {
            builder_cut(picture->out, start);
            continue;
        }
        before = y;
        builder_add_c(picture->out, "</text>\n");
        struct str look = arena_print(picture->out->arena, "stroke-width='3' stroke-dasharray='%s'",
                                      fair_points[f].dashes);
        add_line(picture, row, arena_c_string(picture->out->arena, look));
    }
}

void front_svg(const struct solution *solution, struct builder *out)
{
    struct picture picture = {.solution = solution, .out = out};
    measure(&picture);
    builder_print(out,
                  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img' "
                  "font-family='sans-serif' font-size='13' fill='currentColor'>\n"
                  "<title>Pareto front, ",
                  LEFT + WIDTH + RIGHT, TOP + HEIGHT + BOTTOM);
    struct str part = front_part_words(solution, out->arena);
    if (part.length > 0)
        builder_print(out, "%.*s</title>\n<text x='%d' y='%d' font-weight='600'>%.*s</text>\n",
                      STR_ARGS(part), LEFT, TOP + HEIGHT + BOTTOM - 6, STR_ARGS(part));
    else
        builder_print(out, "%zu points</title>\n", solution->front.count);
    if (solution->scenario->party_count == 2)
        add_scatter(&picture);
    else
        add_parallel(&picture);
    builder_add_c(out, "</svg>\n");
}
