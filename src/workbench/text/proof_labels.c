// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/proof_labels.h"

#include "base/names.h"

#define LABEL_PARTS 9 // "1.2.3": deeper ones are counted as if they were not

enum counted_style { LABEL_FIGURE, LABEL_SMALL, LABEL_LARGE, LABEL_SMALL_ROMAN, LABEL_LARGE_ROMAN };

// "(iv)" as "(", 4, ")"; "2.3." as "2.", 3, ".".
struct counted_label {
    struct str before;
    struct str behind;
    enum counted_style style;
    uint32_t number; // 0: it counts nothing
    uint32_t parts;  // runs of figures and letters up to the number
};

// A row of labels that count on.
struct counted_row {
    uint32_t in_base; // the last number of the base's text
    uint32_t here;    // the last number that was given
    enum counted_style style;
};

struct label_counter {
    struct arena *arena;
    struct names *rows; // by how their labels look
    struct list states; // struct counted_row
    // Of each depth the last label up to its number, in the base and here: "2" that is "1" now.
    struct str base_heads[LABEL_PARTS];
    struct str heads[LABEL_PARTS];
};

static bool is_alnum(char byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

static bool is_figure(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
    return text.length > 0 && text.length < 8;
}

static uint32_t figure_of(struct str text)
{
    uint32_t number = 0;
    for (size_t i = 0; i < text.length; i++)
        number = number * 10 + (uint32_t)(text.bytes[i] - '0');
    return number;
}

static const char *const romans[] = {"",    "i",    "ii",  "iii",  "iv",    "v",   "vi",
                                     "vii", "viii", "ix",  "x",    "xi",    "xii", "xiii",
                                     "xiv", "xv",   "xvi", "xvii", "xviii", "xix", "xx"};
#define ROMANS (sizeof romans / sizeof romans[0])

static uint32_t roman_of(struct str text, struct arena *arena)
{
    struct str lower = arena_lower(arena, text);
    for (uint32_t n = 1; n < ROMANS; n++)
        if (str_equal(lower, str_of(romans[n])))
            return n;
    return 0;
}

// A letter that is a Roman number too counts on as the row before it does.
static void read_letters(struct counted_label *label, struct str run, const struct counted_row *row,
                         struct arena *arena)
{
    bool is_small = run.bytes[0] >= 'a';
    uint32_t roman = roman_of(run, arena);
    bool is_letter = run.length == 1;
    uint32_t letter = is_letter ? (uint32_t)((run.bytes[0] | 0x20) - 'a') + 1 : 0;
    bool was_roman =
        row != NULL && (row->style == LABEL_SMALL_ROMAN || row->style == LABEL_LARGE_ROMAN);
    bool is_roman = roman > 0 &&
                    (!is_letter || was_roman || (roman == 1 && (row == NULL || row->in_base != 8)));
    label->number = is_roman ? roman : letter;
    label->style = is_roman ? (is_small ? LABEL_SMALL_ROMAN : LABEL_LARGE_ROMAN)
                            : (is_small ? LABEL_SMALL : LABEL_LARGE);
}

static struct str written(enum counted_style style, uint32_t number, struct arena *arena)
{
    bool is_large = style == LABEL_LARGE || style == LABEL_LARGE_ROMAN;
    if ((style == LABEL_SMALL || style == LABEL_LARGE) && number <= 26)
        return arena_print(arena, "%c", (int)((is_large ? 'A' : 'a') + (int)number - 1));
    if ((style == LABEL_SMALL_ROMAN || style == LABEL_LARGE_ROMAN) && number < ROMANS) {
        struct str small = str_of(romans[number]);
        char *bytes = ARENA_ARRAY(arena, char, small.length + 1);
        for (size_t i = 0; i < small.length; i++)
            bytes[i] = is_large ? (char)(small.bytes[i] - 'a' + 'A') : small.bytes[i];
        return (struct str){bytes, small.length};
    }
    return arena_print(arena, "%u", number);
}

// Parts a label before its last run of figures or letters.
static struct counted_label part_label(struct str text)
{
    struct counted_label label = {.before = text};
    size_t end = text.length;
    while (end > 0 && !is_alnum(text.bytes[end - 1]))
        end--;
    size_t from = end;
    while (from > 0 && is_alnum(text.bytes[from - 1]))
        from--;
    label.before = str_slice(text, 0, from);
    label.behind = str_skip(text, end);
    for (size_t i = 0; i < end; i++)
        label.parts += is_alnum(text.bytes[i]) && (i == 0 || !is_alnum(text.bytes[i - 1]));
    return label;
}

static struct counted_row *row_of(struct label_counter *counter, const struct counted_label *label,
                                  const struct point *point)
{
    // A number before the last one does not make another row: 1.4 goes on as 2.1 begins.
    bool has_number =
        label->before.length > 0 && label->before.bytes[0] >= '0' && label->before.bytes[0] <= '9';
    struct str look = arena_print(
        counter->arena, "%u %u %u %.*s|%.*s", label->parts, point->level, (unsigned)point->kind,
        STR_ARGS(has_number ? STR("#") : label->before), STR_ARGS(label->behind));
    uint32_t number = names_add(counter->rows, look);
    if (number == counter->states.count)
        LIST_ADD(&counter->states, struct counted_row)->style = LABEL_FIGURE;
    return LIST_AT(&counter->states, struct counted_row, number);
}

// What stands before the number: another one where the clause above has another.
static struct str before_of(const struct label_counter *counter, const struct counted_label *label)
{
    uint32_t above = label->parts - 1;
    struct str before = label->before;
    if (above == 0 || above >= LABEL_PARTS || counter->base_heads[above].length == 0 ||
        !str_starts_with(before, counter->base_heads[above]))
        return before;
    return arena_print(counter->arena, "%.*s%.*s", STR_ARGS(counter->heads[above]),
                       STR_ARGS(str_skip(before, counter->base_heads[above].length)));
}

// The label by which a point is counted: of one that the base has not, what it bears for who put it in.
// Empty: it is not counted.
static struct str counted_of(const struct point *point)
{
    if (point->paragraph != NO_INDEX || point->label_count == 0)
        return point->label_is_computed ? point->label : STR("");
    for (uint32_t i = 0; i < point->label_count; i++)
        if (point->labels[i].party_count > 0 && point->labels[i].items[0].length > 0)
            return point->labels[i].items[0];
    return STR("");
}

// Gives the label that a point of the sheet bears here, if it is here.
static struct str count_on(struct label_counter *counter, const struct point *point,
                           struct str given, bool is_here)
{
    struct counted_label label = part_label(given);
    struct counted_row *row = row_of(counter, &label, point);
    struct str run = str_slice(given, label.before.length, given.length - label.behind.length);
    if (is_figure(run))
        label.number = figure_of(run);
    else if (run.length > 0)
        read_letters(&label, run, row, counter->arena);
    if (label.number == 0 || label.parts >= LABEL_PARTS)
        return given;
    if (point->paragraph != NO_INDEX) {
        if (label.number != row->in_base + 1)
            row->here = label.number - 1;
        row->in_base = label.number;
    }
    row->style = label.style;
    row->here += is_here;
    struct str before = before_of(counter, &label);
    struct str number = written(label.style, row->here, counter->arena);
    counter->base_heads[label.parts] = str_slice(given, 0, given.length - label.behind.length);
    counter->heads[label.parts] =
        arena_print(counter->arena, "%.*s%.*s", STR_ARGS(before), STR_ARGS(number));
    return arena_print(counter->arena, "%.*s%.*s", STR_ARGS(counter->heads[label.parts]),
                       STR_ARGS(label.behind));
}

void proof_labels_count(const struct sheet *sheet, struct sheet *one, struct arena *arena)
{
    struct label_counter counter = {
        .arena = arena, .rows = names_make(arena), .states = LIST_MAKE(arena, struct counted_row)};
    struct point *points = ARENA_ARRAY(arena, struct point, (size_t)one->point_count + 1);
    if (one->point_count > 0)
        memcpy(points, one->points, one->point_count * sizeof *points);
    uint32_t at = 0;
    for (uint32_t i = 0; i < sheet->point_count; i++) {
        const struct point *point = &sheet->points[i];
        bool is_here = at < one->point_count && str_equal(one->points[at].path, point->path);
        struct str given = counted_of(point);
        if (given.length > 0) {
            struct str label = count_on(&counter, point, given, is_here);
            if (is_here) {
                points[at].label = label;
                points[at].label_is_computed = true;
            }
        }
        while (at < one->point_count && str_equal(one->points[at].path, point->path))
            at++;
    }
    one->points = points;
}
