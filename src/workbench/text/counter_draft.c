// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/counter_draft.h"

#include "base/builder.h"
#include "counterparts/provisions.h"
#include "merge/point_answers.h"

static const struct str unit = STR_INIT("\xef\xbf\xbc"); // a picture, a note's mark and the like

// A match by the numbers of its points; NO_INDEX where it has none.
struct numbered_match {
    uint32_t point;
    uint32_t other;
};

struct countering {
    struct provisions base;
    struct provisions own;
    bool *is_named;     // by point of the base
    bool *is_elsewhere; // by point of the base: a point that answers it stands with another
    bool *goes_on;      // by point of the base: it stands together with the one before it
    uint32_t *home;     // by own point: the point of the base it stands with, or NO_INDEX
    bool *is_alone;     // by own point: only the counter-draft has it
    struct arena *arena;
    struct list answers; // struct point_answer
    struct counter_told {
        uint32_t answered;
        uint32_t struck;
        uint32_t elsewhere; // of these: what answers them stands with another point
        uint32_t alone;
        uint32_t units;
    } told;
};

static bool find_point(const struct provisions *text, struct str name, uint32_t *point,
                       struct error *error)
{
    *point = NO_INDEX;
    for (uint32_t i = 0; name.length > 0 && *point == NO_INDEX && i < text->count; i++)
        if (str_equal(text->items[i].name, name))
            *point = i;
    return name.length == 0 || *point != NO_INDEX ||
           error_at(error, BAD_INPUT, place_of(text->document->name),
                    "has no point \"%.*s\", which a match names", STR_ARGS(name));
}

static int by_point(const void *a, const void *b)
{
    const struct numbered_match *x = a;
    const struct numbered_match *y = b;
    if (x->point != y->point)
        return x->point < y->point ? -1 : 1;
    return (x->other > y->other) - (x->other < y->other);
}

// A point that answers the one before it too stands with both; else with the first that it answers.
static void place(struct countering *c, const struct numbered_match *match)
{
    uint32_t point = match->point;
    uint32_t other = match->other;
    if (point != NO_INDEX)
        c->is_named[point] = true;
    if (other == NO_INDEX)
        return;
    if (point == NO_INDEX)
        c->is_alone[other] = true;
    else if (c->home[other] == NO_INDEX)
        c->home[other] = point;
    else if (c->home[other] < point) {
        uint32_t before = point - 1;
        while (before > c->home[other] && c->goes_on[before])
            before--;
        c->goes_on[point] = c->goes_on[point] || before == c->home[other];
        c->is_elsewhere[point] = !c->goes_on[point];
    }
}

static bool place_all(struct countering *c, const struct counter_matches *matches,
                      struct error *error)
{
    struct list numbered = LIST_MAKE(c->arena, struct numbered_match);
    c->is_named = ARENA_ARRAY(c->arena, bool, c->base.count + 1);
    c->is_elsewhere = ARENA_ARRAY(c->arena, bool, c->base.count + 1);
    c->goes_on = ARENA_ARRAY(c->arena, bool, c->base.count + 1);
    c->home = ARENA_ARRAY(c->arena, uint32_t, c->own.count + 1);
    c->is_alone = ARENA_ARRAY(c->arena, bool, c->own.count + 1);
    for (uint32_t i = 0; i < c->own.count; i++)
        c->home[i] = NO_INDEX;
    for (uint32_t i = 0; i < matches->count; i++) {
        struct numbered_match match;
        if (!find_point(&c->base, matches->items[i].point, &match.point, error) ||
            !find_point(&c->own, matches->items[i].other, &match.other, error))
            return false;
        *LIST_ADD(&numbered, struct numbered_match) = match;
    }
    list_sort(&numbered, by_point);
    for (size_t i = 0; i < numbered.count; i++)
        place(c, LIST_AT(&numbered, struct numbered_match, i));
    return true;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

// Pictures, notes and the like have no place in another text.
static void add_text(struct countering *c, struct builder *words, struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        bool is_unit = str_starts_with(str_skip(text, i), unit);
        c->told.units += is_unit;
        if (is_unit)
            i += unit.length - 1;
        else
            builder_add_byte(words, text.bytes[i]);
    }
}

// Behind what is there already on a line of its own.
static void add_words(struct countering *c, struct builder *words, struct str text)
{
    if (words->length > 0)
        builder_add_byte(words, '\n');
    add_text(c, words, text);
}

static bool is_heading(const struct provisions *text, uint32_t point)
{
    return text->document->paragraphs[text->items[point].first].kind == PARAGRAPH_HEADING;
}

// A heading over the words of a point stays where the answer has none, and so does a number that stands
// alone.
static bool keeps_first(const struct countering *c, uint32_t point, uint32_t end, uint32_t own)
{
    const struct provision *first = &c->base.items[point];
    const struct paragraph *paragraph = &c->base.document->paragraphs[first->first];
    bool is_number_alone = paragraph->label.text.length > 0 &&
                           paragraph->to - paragraph->from == paragraph->label.typed_bytes;
    return end - first->first > 1 &&
           (is_number_alone || (is_heading(&c->base, point) && !is_heading(&c->own, own)));
}

// The points [from, to) of the base stand together.
static void answer_points(struct countering *c, uint32_t from, uint32_t to)
{
    struct builder words = builder_make(c->arena);
    uint32_t first = NO_INDEX;
    for (uint32_t i = 0; i < c->own.count; i++) {
        if (c->home[i] == NO_INDEX || c->home[i] < from || c->home[i] >= to)
            continue;
        first = first == NO_INDEX ? i : first;
        add_words(c, &words, c->own.items[i].text);
    }
    struct point_answer answer = {.from = c->base.items[from].first,
                                  .to = c->base.items[to - 1].end,
                                  .text = builder_str(&words),
                                  .name = c->base.items[from].name};
    if (first != NO_INDEX && keeps_first(c, from, answer.to, first))
        answer.from++;
    c->told.answered += first == NO_INDEX ? 0 : to - from;
    c->told.struck += first == NO_INDEX ? to - from : 0;
    c->told.elsewhere += first == NO_INDEX && c->is_elsewhere[from];
    *LIST_ADD(&c->answers, struct point_answer) = answer;
}

// The number of the base's last point, and from where to where the digits of it stand. False where it has
// none.
static bool last_number(const struct provisions *base, struct str *label, size_t *from, size_t *to)
{
    if (base->count == 0)
        return false;
    *label = base->document->paragraphs[base->items[base->count - 1].first].label.text;
    *to = label->length;
    while (*to > 0 && !is_digit(label->bytes[*to - 1]))
        --*to;
    for (*from = *to; *from > 0 && is_digit(label->bytes[*from - 1]);)
        --*from;
    return *from < *to && *to - *from < 10;
}

// "29." for the first point that only the counter-draft has, behind 28 of the base: so it is a point there
// too.
static struct str next_number(const struct countering *c)
{
    struct str label;
    size_t from;
    size_t to;
    uint64_t number = 0;
    if (!last_number(&c->base, &label, &from, &to))
        return STR("");
    for (size_t i = from; i < to; i++)
        number = number * 10 + (uint64_t)(label.bytes[i] - '0');
    return arena_print(c->arena, "%.*s%zu%.*s", STR_ARGS(str_slice(label, 0, from)),
                       (size_t)number + c->told.alone + 1, STR_ARGS(str_skip(label, to)));
}

static void answer_alone(struct countering *c, uint32_t own)
{
    struct builder words = builder_make(c->arena);
    uint32_t end = c->base.count > 0 ? c->base.items[c->base.count - 1].end : 0;
    struct point_answer answer = {.from = end, .to = end, .name = c->own.items[own].name};
    struct str number = next_number(c);
    if (number.length > 0)
        builder_print(&words, "%.*s ", STR_ARGS(number));
    add_text(c, &words, c->own.items[own].text);
    answer.text = builder_str(&words);
    c->told.alone++;
    *LIST_ADD(&c->answers, struct point_answer) = answer;
}

static void answer_all(struct countering *c)
{
    for (uint32_t from = 0, to; from < c->base.count; from = to) {
        to = from + 1;
        while (to < c->base.count && c->goes_on[to])
            to++;
        if (c->is_named[from])
            answer_points(c, from, to);
    }
    for (uint32_t i = 0; i < c->own.count; i++)
        if (c->is_alone[i] && c->home[i] == NO_INDEX)
            answer_alone(c, i);
}

static void tell(const struct counter_told *told, struct str party, struct arena *arena,
                 struct list *notes)
{
    struct builder note = builder_make(arena);
    builder_print(
        &note,
        "read as a counter-draft, point by point: it answers %u point%s of the base, says "
        "nothing to %u, and has %u that the base does not have",
        told->answered, told->answered == 1 ? "" : "s", told->struck, told->alone);
    if (told->elsewhere > 0)
        builder_print(&note,
                      "; what answers %u of these stands with another point that it answers too",
                      told->elsewhere);
    if (told->units > 0)
        builder_print(&note, "; %u picture%s, note%s or other unit%s of it left out", told->units,
                      told->units == 1 ? "" : "s", told->units == 1 ? "" : "s",
                      told->units == 1 ? " is" : "s are");
    *LIST_ADD(notes, struct merge_note) =
        (struct merge_note){NOTE_SIMILARITY, party, builder_str(&note)};
}

bool counter_draft_make_whole(const struct document *base, const struct counter_matches *matches,
                              struct party_draft *draft, struct arena *arena, struct list *notes,
                              const struct laid_points **points, struct error *error)
{
    struct countering c = {.arena = arena, .answers = LIST_MAKE(arena, struct point_answer)};
    struct laid_points *laid = ARENA_NEW(arena, struct laid_points);
    provisions_cut(base, arena, &c.base);
    provisions_cut(draft->document, arena, &c.own);
    if (!place_all(&c, matches, error))
        return false;
    answer_all(&c);
    if (!point_answers_lay(base, LIST_ITEMS(&c.answers, struct point_answer), c.answers.count,
                           arena, &draft->document, laid, error))
        return false;
    tell(&c.told, draft->party, arena, notes);
    *points = laid;
    return true;
}
