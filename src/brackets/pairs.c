// SPDX-License-Identifier: Apache-2.0
// Pairs of brackets, and those among them that are no contested wording: Markdown's own, blanks,
// notes, and brackets around or across points.
#include "base/builder.h"
#include "base/names.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include "brackets/brackets_parts.h"

#include <string.h>

size_t bracket_skip_soft(struct str text, size_t at, size_t to)
{
    while (at < to) {
        size_t bytes;
        uint32_t code_point = utf8_at(text, at, &bytes);
        if (!utf8_is_space(code_point) && code_point != '*' && code_point != '_')
            break;
        at += bytes;
    }
    return at;
}

// The end of [from, to) without white space and emphasis behind it.
static size_t cut_soft(struct str text, size_t from, size_t to)
{
    while (to > from) {
        size_t bytes;
        uint32_t code_point = utf8_before(text, to, &bytes);
        if (!utf8_is_space(code_point) && code_point != '*' && code_point != '_')
            break;
        to -= bytes;
    }
    return to;
}

// An emphasis mark of Markdown: a row of "*" that touches a word on one side only. "NDMC*" bears a
// footnote's mark: a row that closes counts only where one was opened.
static size_t emphasis_at(struct str text, size_t at, size_t to, bool *is_open)
{
    size_t end = at;
    while (end < to && text.bytes[end] == '*')
        end++;
    if (end == at)
        return 0;
    bool touches_before = at > 0 && !strchr(" \t\n([", text.bytes[at - 1]);
    bool touches_behind = end < text.length && !strchr(" \t\n)]", text.bytes[end]);
    if (touches_before ? !*is_open : !touches_behind && !*is_open)
        return 0;
    *is_open = !*is_open;
    return end - at;
}

struct str bracket_passage(const struct bracket_input *input, size_t from, size_t to,
                           struct arena *arena)
{
    struct builder joined = builder_make(arena);
    struct str text = input->text;
    size_t breaks = 0;
    bool space = false;
    bool is_open = false;
    while (from < to) {
        size_t mark = input->is_markdown ? emphasis_at(text, from, to, &is_open) : 0;
        size_t bytes;
        uint32_t code_point = utf8_at(text, from, &bytes);
        if (utf8_is_space(code_point)) {
            space = true;
            breaks += code_point == '\n';
        } else if (mark == 0) {
            if (space)
                builder_add_byte(&joined, breaks > 1 && joined.length > 0 ? '\n' : ' ');
            space = false;
            breaks = 0;
            builder_add(&joined, str_slice(text, from, from + bytes));
        }
        from += mark > 0 ? mark : bytes;
    }
    if (space)
        builder_add_byte(&joined, ' ');
    return builder_str(&joined);
}

struct str bracket_wording(const struct bracket_input *input, size_t from, size_t to,
                           struct arena *arena)
{
    return str_trim(bracket_passage(input, from, to, arena));
}

static bool point_begins_by(const void *row, size_t at, uint64_t place)
{
    const struct bracket_point *points = row;
    return points[at].from <= place;
}

uint32_t bracket_point_at(const struct bracket_input *input, size_t at)
{
    size_t behind = sorted_before(input->point_count, input->points, point_begins_by, at);
    return behind == 0 ? NO_INDEX : (uint32_t)behind - 1;
}

struct pairs pairs_make(const struct signs *signs, struct arena *arena)
{
    struct list found = LIST_MAKE(arena, struct bracket_pair);
    uint32_t *pair_of = ARENA_ARRAY(arena, uint32_t, signs->count);
    for (uint32_t i = 0; i < signs->count; i++) {
        pair_of[i] = NO_INDEX;
        const struct sign *sign = &signs->items[i];
        if (sign->byte != '[' || sign->mate == NO_INDEX)
            continue;
        pair_of[i] = (uint32_t)found.count;
        *LIST_ADD(&found, struct bracket_pair) = (struct bracket_pair){
            .open = i,
            .close = sign->mate,
            .parent = sign->around == NO_INDEX ? NO_INDEX : pair_of[sign->around],
            .at = sign->place.at,
            .text_from = sign->place.at + 1,
            .text_to = signs->items[sign->mate].place.at,
            .option = NO_INDEX,
        };
    }
    return (struct pairs){LIST_ITEMS(&found, struct bracket_pair), (uint32_t)found.count, pair_of};
}

struct bracket_pair *pair_glued_behind(const struct signs *signs, const struct pairs *pairs,
                                       const struct bracket_pair *pair)
{
    uint32_t i = pair->close + 1;
    if (i >= signs->count || signs->items[i].place.at != pair->text_to + 1)
        return NULL;
    return pairs->of_sign[i] == NO_INDEX ? NULL : &pairs->items[pairs->of_sign[i]];
}

// Markdown's own brackets.

struct markup {
    struct str text;
    const struct signs *signs;
    struct pairs *pairs;
    struct names *labels; // of reference definitions, in lower case
    struct arena *arena;
};

static struct str inside_of(const struct markup *markup, const struct bracket_pair *pair)
{
    return str_slice(markup->text, pair->text_from, pair->text_to);
}

// A target is an address or a path. "paragraph [x](a)" is law, not a link.
static bool is_target(struct str target)
{
    if (target.length == 0)
        return false;
    if (target.bytes[0] == '<')
        return true;
    for (size_t i = 0; i < target.length; i++)
        if (strchr("/.#:", target.bytes[i]))
            return true;
    return false;
}

// "^1" and the like.
static bool is_footnote(struct str inside)
{
    return inside.length >= 2 && inside.length <= 40 && inside.bytes[0] == '^' &&
           str_find_byte(inside, ' ') == inside.length &&
           str_find_byte(inside, '\n') == inside.length &&
           str_find_byte(inside, '[') == inside.length;
}

// "[label]: target" at the start of a line.
static bool is_definition(struct str text, const struct bracket_pair *pair)
{
    size_t open = pair->text_from - 1;
    size_t from = open;
    while (from > 0 && open - from < 4 && text.bytes[from - 1] == ' ')
        from--;
    if (open - from > 3 || (from > 0 && text.bytes[from - 1] != '\n'))
        return false;
    struct str rest = str_skip(text, pair->text_to + 1);
    if (!str_starts_with(rest, STR(":")))
        return false;
    struct str line;
    rest = str_skip(rest, 1);
    return str_cut(&rest, '\n', &line) && is_target(str_trim(line)) &&
           str_find_byte(str_trim(line), ' ') == str_trim(line).length;
}

// "(target)" or "(target "title")" right behind the pair.
static bool is_inline_link(struct str text, const struct bracket_pair *pair)
{
    size_t at = pair->text_to + 1;
    if (at >= text.length || text.bytes[at] != '(')
        return false;
    size_t from = ++at;
    size_t depth = 1;
    while (at < text.length && depth > 0 && at - from < 2000 && text.bytes[at] != '\n') {
        depth += text.bytes[at] == '(';
        depth -= text.bytes[at] == ')';
        at++;
    }
    if (depth > 0)
        return false;
    struct str target = str_trim(str_slice(text, from, at - 1));
    size_t title = str_find(target, STR(" \""));
    target = str_slice(target, 0, title);
    return is_target(target) && str_find_byte(target, ' ') == target.length;
}

// "- [ ]" and "- [x]" in a bulleted list. A numbered "1. [x]" is a blank to be filled in.
static bool is_task(struct str text, const struct bracket_pair *pair)
{
    struct str inside = str_slice(text, pair->text_from, pair->text_to);
    if (inside.length != 1 || !strchr(" xX", inside.bytes[0]))
        return false;
    size_t open = pair->text_from - 1;
    size_t behind = pair->text_to + 1;
    if (behind >= text.length || text.bytes[behind] != ' ' || open < 2)
        return false;
    if (text.bytes[open - 1] != ' ' || !strchr("-*+", text.bytes[open - 2]))
        return false;
    for (size_t at = open - 2; at > 0 && text.bytes[at - 1] != '\n'; at--)
        if (text.bytes[at - 1] != ' ' && text.bytes[at - 1] != '\t')
            return false;
    return true;
}

static bool is_known_label(const struct markup *markup, struct str label)
{
    if (label.length == 0 || label.length > 200)
        return false;
    struct arena_mark mark = arena_mark(markup->arena);
    bool known = names_find(markup->labels, arena_lower(markup->arena, label)) != NAMES_NONE;
    arena_rewind(markup->arena, mark);
    return known;
}

// "[words][label]", "[label][]" and "[label]" where the label is defined.
static void mark_reference(const struct markup *markup, uint32_t index)
{
    struct bracket_pair *pair = &markup->pairs->items[index];
    struct bracket_pair *next = pair_glued_behind(markup->signs, markup->pairs, pair);
    if (next && is_known_label(markup, inside_of(markup, next))) {
        pair->use = next->use = PAIR_MARKUP;
    } else if (is_known_label(markup, inside_of(markup, pair))) {
        pair->use = PAIR_MARKUP;
        if (next && next->text_from == next->text_to)
            next->use = PAIR_MARKUP;
    }
}

size_t pairs_mark_markup(const struct bracket_input *input, const struct signs *signs,
                         struct pairs *pairs, struct arena *arena)
{
    struct markup markup = {signs->text, signs, pairs, names_make(arena), arena};
    for (uint32_t i = 0; i < pairs->count; i++) {
        struct bracket_pair *pair = &pairs->items[i];
        struct str inside = inside_of(&markup, pair);
        bool is_label = input->is_markdown && is_definition(signs->text, pair);
        if (is_label && inside.length > 0 && inside.bytes[0] != '^')
            names_add(markup.labels, arena_lower(arena, inside));
        if (is_label || is_footnote(inside) || is_inline_link(signs->text, pair) ||
            (input->is_markdown && is_task(signs->text, pair)))
            pair->use = PAIR_MARKUP;
    }
    size_t count = 0;
    for (uint32_t i = 0; i < pairs->count; i++) {
        if (pairs->items[i].use == PAIR_TEXT && names_count(markup.labels) > 0)
            mark_reference(&markup, i);
        count += pairs->items[i].use == PAIR_MARKUP;
    }
    return count;
}

// What a bracket is by its words.

// "x", "XX", "…", "__", "TBD": something is to be filled in.
static bool is_filler(struct str word)
{
    if (str_equal_ignoring_case(word, STR("TBD")) || str_equal_ignoring_case(word, STR("TBC")))
        return true;
    if (word.length == 1 && strchr(".-", word.bytes[0]))
        return false; // "[.][, and …]" is a choice of punctuation
    for (size_t at = 0; at < word.length;) {
        size_t bytes;
        uint32_t code_point = utf8_at(word, at, &bytes);
        bool fills = code_point < 0x80 ? strchr("xX._-?*", (int)code_point) != NULL
                                       : code_point == 0x2026 || code_point == 0x2022 ||
                                             code_point == 0x25cf || code_point == 0x2014;
        if (!fills)
            return false;
        at += bytes;
    }
    return word.length > 0;
}

// Nothing, or up to three words of which one is to be filled in: "[X date]", "[year x]", "[ ]".
static bool is_blank(struct str inside)
{
    struct str rest = str_trim(inside);
    if (rest.length == 0)
        return true;
    if (rest.length > 30)
        return false;
    size_t words = 0;
    bool has_filler = false;
    struct str word;
    while (str_cut(&rest, ' ', &word)) {
        words += word.length > 0;
        has_filler |= is_filler(word);
    }
    return has_filler && words <= 3;
}

static bool starts_with_any(struct str text, const struct str *starts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text.length >= starts[i].length &&
            str_equal_ignoring_case(str_slice(text, 0, starts[i].length), starts[i]))
            return true;
    return false;
}

static bool is_placeholder(struct str inside)
{
    static const struct str starts[] = {STR_INIT("placeholder"), STR_INIT("place holder"),
                                        STR_INIT("to be inserted"), STR_INIT("insert "),
                                        STR_INIT("to be completed")};
    return starts_with_any(inside, starts, sizeof starts / sizeof starts[0]);
}

// Words with which chairs and secretariats speak about the text.
static bool is_note(struct str inside)
{
    static const struct str starts[] = {
        STR_INIT("note:"),
        STR_INIT("note by"),
        STR_INIT("note to "),
        STR_INIT("drafting note"),
        STR_INIT("drafter's note"),
        STR_INIT("chair's note"),
        STR_INIT("co-chairs' note"),
        STR_INIT("facilitator's note"),
        STR_INIT("secretariat note"),
        STR_INIT("secretariat's note"),
        STR_INIT("negotiator's note"),
        STR_INIT("negotiators' note"),
        STR_INIT("editorial note"),
        STR_INIT("placement"),
        STR_INIT("further discussion"),
        STR_INIT("further definitions may"),
        STR_INIT("additional p"),
        STR_INIT("potential paragraph"),
        STR_INIT("pending outcome"),
        STR_INIT("to be discussed"),
        STR_INIT("under discussion"),
    };
    return starts_with_any(inside, starts, sizeof starts / sizeof starts[0]);
}

// How far the edge of a point is looked for.
#define EDGE_MAX 200

// Whether byte `at` is the first of its point's words: only white space, emphasis, brackets and
// the point's label stand before it.
static bool is_point_start(const struct bracket_input *input, uint32_t point, size_t at)
{
    const struct bracket_point *p = &input->points[point];
    size_t from = p->from;
    if (at - from > EDGE_MAX)
        return false;
    size_t label = str_find(str_slice(input->text, from, at), p->label);
    if (from + label < at)
        from += label + p->label.length;
    for (; from < at; from++)
        if (!strchr(" \t\n\r\f*_[.)#>-", input->text.bytes[from]))
            return false;
    return true;
}

// Whether nothing but white space, punctuation and a footnote's mark stands between `at` and the
// end of the point.
static bool is_point_end(const struct bracket_input *input, uint32_t point, size_t at)
{
    size_t to = input->points[point].to;
    if (to > at + EDGE_MAX)
        return false;
    for (; at < to; at++)
        if (!strchr(" \t\n\r\f*_].;,^0123456789", input->text.bytes[at]))
            return false;
    return true;
}

// A bracket around more points than this, or around a heading, says that all of it is unsettled;
// around fewer it is a wording of several paragraphs.
#define WORDING_POINTS_MAX 20

static enum pair_use use_across_points(const struct bracket_input *input,
                                       const struct bracket_pair *pair)
{
    uint32_t first = bracket_point_at(input, pair->text_from - 1);
    uint32_t last = bracket_point_at(input, pair->text_to);
    if (first == last || first == NO_INDEX)
        return PAIR_TEXT;
    bool starts = is_point_start(input, first, pair->text_from - 1);
    bool ends = is_point_end(input, last, pair->text_to + 1);
    if (!starts && !ends)
        return PAIR_ASTRAY;
    bool is_wide = last - first > WORDING_POINTS_MAX;
    for (uint32_t i = first + 1; i <= last && !is_wide; i++)
        is_wide = input->points[i].kind == PARAGRAPH_HEADING;
    if (!is_wide)
        return PAIR_TEXT;
    // Who brackets whole sections does not begin in a list item, nor end before a section does.
    bool is_item = input->points[first].kind == PARAGRAPH_ITEM;
    bool ends_section =
        last + 1 == input->point_count || input->points[last + 1].kind == PARAGRAPH_HEADING;
    return starts && ends && ends_section && !is_item ? PAIR_SCOPE : PAIR_ASTRAY;
}

static void find_crossing_braces(const struct signs *signs, struct list *misnested)
{
    for (uint32_t i = 0; i < signs->count; i++) {
        const struct sign *sign = &signs->items[i];
        if (sign->byte == '{' && sign->mate != NO_INDEX &&
            sign->around != signs->items[sign->mate].around)
            *LIST_ADD(misnested, struct misnested_bracket) = (struct misnested_bracket){
                MISNESTED_BRACE, sign->place, signs->items[sign->mate].place};
    }
}

void pairs_mark_content(const struct bracket_input *input, const struct signs *signs,
                        struct pairs *pairs, struct list *misnested)
{
    find_crossing_braces(signs, misnested);
    for (uint32_t i = 0; i < pairs->count; i++) {
        struct bracket_pair *pair = &pairs->items[i];
        while (pair->parent != NO_INDEX && pairs->items[pair->parent].use == PAIR_ASTRAY)
            pair->parent = pairs->items[pair->parent].parent;
        if (pair->use != PAIR_TEXT)
            continue;
        size_t from = bracket_skip_soft(signs->text, pair->text_from, pair->text_to);
        size_t to = cut_soft(signs->text, from, pair->text_to);
        struct str inside = str_slice(signs->text, from, to);
        pair->use = use_across_points(input, pair);
        if (pair->use == PAIR_ASTRAY)
            *LIST_ADD(misnested, struct misnested_bracket) = (struct misnested_bracket){
                MISNESTED_POINT, signs->items[pair->open].place, signs->items[pair->close].place};
        if (is_placeholder(inside))
            pair->use = PAIR_PLACEHOLDER;
        else if (is_note(inside))
            pair->use = PAIR_NOTE;
        else if (is_blank(str_slice(signs->text, pair->text_from, pair->text_to)))
            pair->use = PAIR_BLANK;
    }
}
