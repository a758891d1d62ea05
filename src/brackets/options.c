// SPDX-License-Identifier: Apache-2.0
// "Option 1: … Option 2: …", in brackets of their own or as paragraphs, nested by their style of
// numbering.
//
// Where an option ends: in brackets of its own, at the closing one; else where the next option of
// its group begins; the last of a group, with its paragraph, or rather with the paragraphs that
// hang under it (further in, or numbered).
#include "base/sorted.h"
#include "base/utf8.h"
#include "brackets/brackets_parts.h"

#include <string.h>

enum number_style { STYLE_DIGITS, STYLE_ROMAN, STYLE_LETTER };

// "1", "(b)", "II".
struct option_number {
    uint32_t ordinal;
    uint32_t style; // number_style, with bits for parentheses and capitals
};

// A group that may still get another option.
struct open_group {
    uint32_t group;
    uint32_t style;
    uint32_t ordinal;   // of its last option
    uint32_t container; // pair around the options, NO_INDEX
    uint32_t last;      // option
    size_t from;        // of its first option
};

struct scan {
    const struct bracket_input *input;
    const struct signs *signs;
    struct pairs *pairs;
    struct list marks; // struct option_mark
    struct list stack; // struct open_group
    struct findings *findings;
    uint32_t next_sign; // first sign behind the place of the scan
    uint32_t group_count;
    struct arena *arena;
};

static bool is_blank_byte(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f';
}

static bool is_letter_byte(char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

// The word at byte `at` that announces an option; its length, or 0.
static size_t option_word(struct str text, size_t at)
{
    static const struct str words[] = {
        STR_INIT("Alternative"), STR_INIT("ALTERNATIVE"), STR_INIT("Option"), STR_INIT("OPTION"),
        STR_INIT("Variant"),     STR_INIT("VARIANT"),     STR_INIT("Alt"),    STR_INIT("ALT")};
    if (at > 0 && (is_letter_byte(text.bytes[at - 1]) || (unsigned char)text.bytes[at - 1] >= 0x80))
        return 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_starts_with(str_skip(text, at), words[i])) {
            size_t length = words[i].length;
            return at + length < text.length && is_letter_byte(text.bytes[at + length]) ? 0
                                                                                        : length;
        }
    return 0;
}

static uint32_t roman_value(struct str word)
{
    static const char *const romans[] = {"i",  "ii",  "iii",  "iv", "v",
                                         "vi", "vii", "viii", "ix", "x"};
    for (uint32_t i = 0; i < sizeof romans / sizeof romans[0]; i++)
        if (str_equal_ignoring_case(word, str_of(romans[i])))
            return i + 1;
    return 0;
}

static bool number_of(struct str word, bool in_parentheses, struct option_number *number)
{
    bool upper = word.bytes[0] >= 'A' && word.bytes[0] <= 'Z';
    uint32_t variety = (in_parentheses ? 4U : 0) + (upper ? 8U : 0);
    if (word.bytes[0] >= '0' && word.bytes[0] <= '9') {
        uint32_t value = 0;
        for (size_t i = 0; i < word.length; i++)
            value = value * 10 + (uint32_t)(word.bytes[i] - '0');
        *number = (struct option_number){value, STYLE_DIGITS + variety};
        return true;
    }
    uint32_t roman = roman_value(word);
    if (roman == 0 && word.length > 1)
        return false;
    *number = roman > 0 ? (struct option_number){roman, STYLE_ROMAN + variety}
                        : (struct option_number){(uint32_t)((word.bytes[0] | 0x20) - 'a') + 1,
                                                 STYLE_LETTER + variety};
    return true;
}

// Reads " 1", " (a)", ". II" behind the word; *at moves behind it.
static bool read_number(struct str text, size_t *at, struct option_number *number)
{
    size_t i = *at;
    i += i < text.length && text.bytes[i] == '.';
    while (i < text.length && (text.bytes[i] == ' ' || text.bytes[i] == '\t'))
        i++;
    bool in_parentheses = i < text.length && text.bytes[i] == '(';
    i += in_parentheses;
    size_t from = i;
    bool digits = i < text.length && text.bytes[i] >= '0' && text.bytes[i] <= '9';
    while (i < text.length && i - from < 5 &&
           (digits ? text.bytes[i] >= '0' && text.bytes[i] <= '9' : is_letter_byte(text.bytes[i])))
        i++;
    if (i == from || i - from > 4 || (digits && i - from > 3))
        return false;
    struct str word = str_slice(text, from, i);
    if (in_parentheses && (i >= text.length || text.bytes[i++] != ')'))
        return false;
    *at = i;
    return number_of(word, in_parentheses, number);
}

// Whether an option's mark may begin at `from`: at the start of a line, a bracket or behind a
// sentence. *from moves back over emphasis.
static bool may_begin(struct str text, size_t *from)
{
    while (*from > 0 && (text.bytes[*from - 1] == '*' || text.bytes[*from - 1] == '_'))
        (*from)--;
    size_t at = *from;
    size_t spaces = 0;
    while (at > 0 && is_blank_byte(text.bytes[at - 1]) && spaces++ < 200)
        at--;
    return at == 0 || strchr("\n[].;:#", text.bytes[at - 1]) ||
           (spaces > 0 && text.bytes[at - 1] == ')') ||
           (spaces > 0 && at > 1 && text.bytes[at - 2] == ']' && text.bytes[at - 1] >= '0' &&
            text.bytes[at - 1] <= '9');
}

// Behind the colon, or what stands for it: emphasis or the end of the line. Footnote marks may
// stand between. False when this is a mention, not a mark.
static bool read_colon(struct str text, size_t *at)
{
    bool emphasis = false;
    size_t i = *at;
    for (;;) {
        struct str rest = str_skip(text, i);
        if (str_starts_with(rest, STR("[^")) && str_find_byte(rest, ']') < 40) {
            i += str_find_byte(rest, ']') + 1;
        } else if (rest.length > 0 && (rest.bytes[0] == '*' || rest.bytes[0] == '_')) {
            emphasis = true;
            i++;
        } else {
            break;
        }
    }
    size_t end = i;
    while (end < text.length && is_blank_byte(text.bytes[end]))
        end++;
    bool colon = end < text.length && text.bytes[end] == ':';
    bool line_end = end == text.length || text.bytes[end] == '\n';
    bool dash = i < text.length && text.bytes[i] == '.';
    if (colon)
        for (i = end; i < text.length && strchr(":*_", text.bytes[i]);)
            i++;
    *at = i + (!colon && dash);
    return colon || line_end || emphasis || dash;
}

// The innermost pair that is open at the scan's place.
static uint32_t pair_around(const struct scan *scan)
{
    if (scan->next_sign == 0)
        return NO_INDEX;
    uint32_t sign = scan->next_sign - 1;
    uint32_t pair = scan->pairs->of_sign[sign];
    if (pair == NO_INDEX && scan->signs->items[sign].around != NO_INDEX)
        pair = scan->pairs->of_sign[scan->signs->items[sign].around];
    while (pair != NO_INDEX && scan->pairs->items[pair].use == PAIR_ASTRAY)
        pair = scan->pairs->items[pair].parent;
    return pair;
}

static struct open_group *top_of(const struct scan *scan)
{
    return scan->stack.count == 0 ? NULL
                                  : LIST_AT(&scan->stack, struct open_group, scan->stack.count - 1);
}

static void pop(struct scan *scan, size_t at)
{
    struct option_mark *last = LIST_AT(&scan->marks, struct option_mark, top_of(scan)->last);
    if (last->pair == NO_INDEX && last->text_to > at)
        last->text_to = at;
    list_cut(&scan->stack, scan->stack.count - 1);
}

// Open groups are looked through from the innermost; nobody nests options deeper than this.
#define GROUPS_SEARCHED 64

// Puts the option into an open group or a new one.
static void place_in_group(struct scan *scan, struct option_mark *mark, struct option_number number,
                           uint32_t container)
{
    while (scan->stack.count > 0 && top_of(scan)->container != NO_INDEX &&
           scan->pairs->items[top_of(scan)->container].text_to < mark->from)
        pop(scan, mark->from);
    size_t found = scan->stack.count;
    size_t lowest = found > GROUPS_SEARCHED ? found - GROUPS_SEARCHED : 0;
    for (size_t i = found; i > lowest && found == scan->stack.count; i--) {
        const struct open_group *group = LIST_AT(&scan->stack, struct open_group, i - 1);
        if (group->style == number.style && group->container == container)
            found = i - 1;
    }
    size_t keep = found;
    bool goes_on = found < scan->stack.count && number.ordinal != 1;
    while (scan->stack.count > keep + goes_on)
        pop(scan, mark->from);
    uint32_t expected = goes_on ? top_of(scan)->ordinal + 1 : 1;
    if (number.ordinal != expected)
        *LIST_ADD(&scan->findings->slips, struct slip_found) =
            (struct slip_found){SLIP_OPTION_ORDER, {.at = mark->from}, mark->mark};
    if (goes_on) {
        struct option_mark *last = LIST_AT(&scan->marks, struct option_mark, top_of(scan)->last);
        if (last->pair == NO_INDEX)
            last->text_to = mark->from;
        last->is_last = false;
    } else {
        LIST_ADD(&scan->stack, struct open_group)->group = scan->group_count++;
    }
    struct open_group *group = top_of(scan);
    size_t group_from = goes_on ? group->from : mark->from;
    *group = (struct open_group){
        group->group, number.style, number.ordinal, container, (uint32_t)scan->marks.count,
        group_from};
    mark->group = group->group;
    mark->group_from = group_from;
    mark->is_last = true;
}

static void add_mark(struct scan *scan, size_t from, size_t number_to, size_t text_from,
                     struct option_number number)
{
    while (scan->next_sign < scan->signs->count &&
           scan->signs->items[scan->next_sign].place.at < from)
        scan->next_sign++;
    uint32_t around = pair_around(scan);
    size_t word_from = from;
    while (strchr("*_", scan->input->text.bytes[word_from]))
        word_from++;
    struct option_mark mark = {.from = from,
                               .text_from = text_from,
                               .text_to = scan->input->text.length,
                               .mark = str_slice(scan->input->text, word_from, number_to),
                               .pair = NO_INDEX};
    uint32_t container = around;
    if (around != NO_INDEX) {
        struct bracket_pair *pair = &scan->pairs->items[around];
        mark.text_to = pair->text_to;
        if (bracket_skip_soft(scan->input->text, pair->text_from, from) == word_from ||
            bracket_skip_soft(scan->input->text, pair->text_from, from) == from) {
            mark.pair = around;
            mark.from = pair->text_from - 1;
            container = pair->parent;
            pair->use = PAIR_OPTION;
            pair->option = (uint32_t)scan->marks.count;
        }
    }
    place_in_group(scan, &mark, number, container);
    *LIST_ADD(&scan->marks, struct option_mark) = mark;
}

// Headings end every option.
static uint32_t end_at_headings(struct scan *scan, uint32_t point, size_t at)
{
    for (; point < scan->input->point_count && scan->input->points[point].from <= at; point++)
        if (scan->input->points[point].kind == PARAGRAPH_HEADING)
            while (scan->stack.count > 0)
                pop(scan, scan->input->points[point].from);
    return point;
}

static void find_marks(struct scan *scan)
{
    struct str text = scan->input->text;
    uint32_t point = 0;
    for (size_t at = 0; at < text.length; at++) {
        size_t word = text.bytes[at] == 'O' || text.bytes[at] == 'A' || text.bytes[at] == 'V'
                          ? option_word(text, at)
                          : 0;
        size_t from = at;
        size_t number_to = at + word;
        struct option_number number;
        if (word == 0 || !may_begin(text, &from) || !read_number(text, &number_to, &number))
            continue;
        size_t text_from = number_to;
        if (!read_colon(text, &text_from))
            continue;
        point = end_at_headings(scan, point, at);
        add_mark(scan, from, number_to, text_from, number);
    }
    (void)end_at_headings(scan, point, text.length);
    while (scan->stack.count > 0)
        pop(scan, text.length);
}

// Ends of last options.

static size_t line_end(struct str text, size_t at)
{
    const char *found = at < text.length ? memchr(text.bytes + at, '\n', text.length - at) : NULL;
    return found ? (size_t)(found - text.bytes) : text.length;
}

// The end of the paragraph that holds `at`: before the next blank line, or where it passes `limit`.
static size_t paragraph_end(struct str text, size_t at, size_t limit)
{
    for (;;) {
        size_t end = line_end(text, at);
        if (end >= limit)
            return limit;
        size_t next = end + 1;
        while (next < text.length && is_blank_byte(text.bytes[next]))
            next++;
        if (next >= text.length || text.bytes[next] == '\n')
            return end;
        at = next;
    }
}

// How far a line is set in; a row of blank lines is skipped first. *at becomes its first word.
static size_t next_indent(struct str text, size_t *at)
{
    size_t indent = 0;
    for (; *at < text.length; (*at)++) {
        char byte = text.bytes[*at];
        if (byte == '\n')
            indent = 0;
        else if (is_blank_byte(byte))
            indent++;
        else
            break;
    }
    return indent;
}

// "1. ", "(a) ", "12bis ": a paragraph with a number of its own.
static bool is_numbered(struct str text, size_t at)
{
    struct str rest = str_slice(text, at, at + 8);
    size_t i = rest.length > 0 && rest.bytes[0] == '(';
    size_t from = i;
    while (i < rest.length &&
           (is_letter_byte(rest.bytes[i]) || (rest.bytes[i] >= '0' && rest.bytes[i] <= '9')))
        i++;
    return i > from && i + 1 < rest.length && strchr(".)", rest.bytes[i]) &&
           rest.bytes[i + 1] == ' ';
}

// The number of a numbered paragraph.
static struct option_number paragraph_number(struct str text, size_t at)
{
    bool in_parentheses = text.bytes[at] == '(';
    size_t from = at + in_parentheses;
    size_t to = from;
    while (to < text.length && !strchr(".)", text.bytes[to]))
        to++;
    struct option_number number = {0, 0};
    struct str word = str_slice(text, from, to);
    return number_of(word, in_parentheses, &number) ? number : (struct option_number){0, 0};
}

// How far back the paragraphs before the options are looked at.
enum { LOOK_BACK_BYTES = 4000, LOOK_BACK_LINES = 60, STYLES = 16 };

// The last number of each style that stands before the options, as far in as they; 0: none.
struct numbers_before {
    uint32_t ordinal[STYLES];
};

static struct numbers_before numbers_before(struct str text, size_t options_from, size_t indent)
{
    struct numbers_before before = {{0}};
    size_t limit = options_from > LOOK_BACK_BYTES ? options_from - LOOK_BACK_BYTES : 0;
    size_t line = options_from;
    for (int i = 0; i < LOOK_BACK_LINES && line > limit; i++) {
        size_t end = line - 1;
        for (line = end; line > limit && text.bytes[line - 1] != '\n';)
            line--;
        size_t first = line;
        if (next_indent(text, &first) != indent || first >= end || !is_numbered(text, first))
            continue;
        struct option_number number = paragraph_number(text, first);
        if (before.ordinal[number.style] == 0)
            before.ordinal[number.style] = number.ordinal;
    }
    return before;
}

// Whether the numbered paragraph at `at` goes on from one that stands before the options: then it
// hangs under none of them.
static bool goes_on_from(struct str text, const struct numbers_before *before, size_t at)
{
    struct option_number number = paragraph_number(text, at);
    return number.ordinal > 1 && before->ordinal[number.style] + 1 == number.ordinal;
}

#define BRACKET_DEPTH_SEARCHED 1000

static bool sign_is_before(const void *row, size_t at, uint64_t place)
{
    const struct sign *signs = row;
    return signs[at].place.at < place;
}

// The outermost bracket around byte `at` that opened at or behind `from`; where it closes, or 0.
static size_t bracket_end_around(const struct scan *scan, size_t from, size_t at)
{
    struct scan there = *scan;
    there.next_sign =
        (uint32_t)sorted_before(scan->signs->count, scan->signs->items, sign_is_before, at);
    size_t end = 0;
    size_t depth = 0;
    for (uint32_t i = pair_around(&there); i != NO_INDEX && depth++ < BRACKET_DEPTH_SEARCHED;
         i = scan->pairs->items[i].parent) {
        if (scan->pairs->items[i].text_from <= from)
            break;
        end = scan->pairs->items[i].text_to + 1;
    }
    return end;
}

#define OPTION_PARAGRAPHS_MAX 60

static size_t line_start(struct str text, size_t at)
{
    size_t line = at;
    while (line > 0 && text.bytes[line - 1] != '\n' && at - line < 200)
        line--;
    return line;
}

static size_t last_option_end(const struct scan *scan, const struct option_mark *mark)
{
    struct str text = scan->input->text;
    size_t column = mark->from - line_start(text, mark->from);
    struct numbers_before before = numbers_before(text, line_start(text, mark->group_from), column);
    bool has_text = line_end(text, mark->text_from) >
                    bracket_skip_soft(text, mark->text_from, line_end(text, mark->text_from));
    size_t end = paragraph_end(text, mark->text_from, mark->text_to);
    for (size_t i = 0; i < OPTION_PARAGRAPHS_MAX && end < mark->text_to; i++) {
        size_t closes = bracket_end_around(scan, mark->from, end);
        if (closes > 0) {
            end = paragraph_end(text, closes, mark->text_to);
            continue;
        }
        size_t next = end;
        size_t indent = next_indent(text, &next);
        bool hangs = indent > column || (indent == column && is_numbered(text, next) &&
                                         !goes_on_from(text, &before, next));
        if (next >= mark->text_to || (has_text && !hangs))
            break;
        has_text = true;
        end = paragraph_end(text, next, mark->text_to);
    }
    return end < mark->text_to ? end : mark->text_to;
}

struct option_marks options_read(const struct bracket_input *input, const struct signs *signs,
                                 struct pairs *pairs, struct arena *arena,
                                 struct findings *findings)
{
    struct scan scan = {.input = input,
                        .signs = signs,
                        .pairs = pairs,
                        .marks = LIST_MAKE(arena, struct option_mark),
                        .stack = LIST_MAKE(arena, struct open_group),
                        .findings = findings,
                        .arena = arena};
    find_marks(&scan);
    for (size_t i = 0; i < scan.marks.count; i++) {
        struct option_mark *mark = LIST_AT(&scan.marks, struct option_mark, i);
        if (mark->pair == NO_INDEX && mark->is_last)
            mark->text_to = last_option_end(&scan, mark);
        if (mark->text_to < mark->text_from)
            mark->text_to = mark->text_from;
    }
    return (struct option_marks){LIST_ITEMS(&scan.marks, struct option_mark),
                                 (uint32_t)scan.marks.count, scan.group_count};
}
