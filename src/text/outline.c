// SPDX-License-Identifier: Apache-2.0
#include "text/outline.h"

#include "base/utf8.h"
#include "text/label.h"

#define TITLE_WORDS 12
#define DEPTH_MAX 16

// One level of numbering that is open: "(a)" inside "3.".
struct open_level {
    enum label_style style;
    enum label_number number;
    uint32_t parts;
    uint32_t ordinal;
};

struct line_outline {
    const struct outline_line *lines;
    size_t count;
    struct typed_label *labels; // bytes == 0: none
    uint32_t *ranks;            // of headings, 1 to RANK_MAX; 0: no heading
    struct open_level open[DEPTH_MAX];
    uint32_t depth;
};

// Ranks of headings, highest first; label words bring ranks 1 to 5 with them.
enum { RANK_CAPITALS = 1, RANK_NUMBERED = 6, RANK_SHORT = 12, RANK_MAX = 12 };

// Capitals are doubtful labels: "A. Smith". They count when the letter before or behind it is
// used the same way somewhere in the text, or other Roman numbers are ("I." beside "II.").
static void drop_doubtful(struct line_outline *outline)
{
    uint32_t seen = 0;
    bool has_roman = false;
    for (size_t i = 0; i < outline->count; i++) {
        const struct typed_label *label = &outline->labels[i];
        if (label->bytes == 0 || label->style != LABEL_DOT)
            continue;
        if (label->is_doubtful)
            seen |= (uint32_t)1 << label->ordinal;
        has_roman = has_roman || label->number == NUMBER_ROMAN;
    }
    for (size_t i = 0; i < outline->count; i++) {
        struct typed_label *label = &outline->labels[i];
        if (label->bytes == 0 || !label->is_doubtful)
            continue;
        uint32_t neighbours =
            ((uint32_t)1 << (label->ordinal + 1)) | ((uint32_t)1 << (label->ordinal - 1));
        if (!(seen & neighbours) && !(has_roman && label->may_be_roman))
            label->bytes = 0;
    }
}

struct line_look {
    size_t words;
    size_t letters;
    size_t small_letters;
    bool starts_upper;
    uint32_t last; // its last character
};

static struct line_look look_at(struct str text)
{
    struct line_look look = {.words = 0};
    bool in_word = false;
    bool is_first = true;
    for (size_t at = 0; at < text.length;) {
        size_t bytes;
        uint32_t code = utf8_at(text, at, &bytes);
        if (in_word && code - 'a' < 26 && !is_first) { // nearly every one
            look.letters++;
            look.small_letters++;
            look.last = code;
            at++;
            continue;
        }
        bool is_space = utf8_is_space(code);
        look.words += !is_space && !in_word;
        in_word = !is_space;
        if (utf8_is_letter(code)) {
            look.letters++;
            look.small_letters += !utf8_is_upper(code);
            if (is_first)
                look.starts_upper = utf8_is_upper(code);
            is_first = false;
        }
        look.last = code;
        at += bytes;
        if (look.words > TITLE_WORDS * 2 || (look.words > TITLE_WORDS && look.small_letters > 0))
            break; // no title, whatever follows
    }
    return look;
}

static bool ends_a_sentence(uint32_t last)
{
    static const uint32_t ends[] = {'.', ',',    ';',    ':',    '!', '?',
                                    '"', 0x201d, 0x2019, 0x2026, 0xbb};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (last == ends[i])
            return true;
    return false;
}

static bool is_capitals(const struct line_look *look)
{
    return look->letters >= 4 && look->small_letters == 0 && look->words <= TITLE_WORDS * 2 &&
           look->last != ';' && look->last != ',' && look->last != '.';
}

// "3. Definitions": a short title, with more than the next number under it.
static bool is_numbered_title(const struct line_outline *outline, size_t i,
                              const struct line_look *look)
{
    const struct typed_label *label = &outline->labels[i];
    if (label->style != LABEL_DOT || label->number == NUMBER_LETTER || look->words == 0 ||
        look->words > TITLE_WORDS || !look->starts_upper || ends_a_sentence(look->last) ||
        i + 1 == outline->count)
        return false;
    const struct typed_label *next = &outline->labels[i + 1];
    return next->bytes == 0 || next->style != label->style || next->number != label->number ||
           next->parts > label->parts;
}

static bool is_short_title(const struct line_outline *outline, size_t i,
                           const struct line_look *look)
{
    return outline->lines[i].stands_apart && look->words > 0 && look->words <= TITLE_WORDS - 2 &&
           look->letters >= 3 && look->starts_upper && !ends_a_sentence(look->last) &&
           i + 1 < outline->count;
}

static uint32_t heading_rank(const struct line_outline *outline, size_t i)
{
    const struct typed_label *label = &outline->labels[i];
    struct str body = str_skip(outline->lines[i].text, label->bytes);
    struct line_look look = look_at(body);
    if (label->bytes == 0) {
        if (is_capitals(&look))
            return RANK_CAPITALS;
        return is_short_title(outline, i, &look) ? RANK_SHORT : 0;
    }
    switch (label->style) {
    case LABEL_WORD:
        return look.words <= TITLE_WORDS && !ends_a_sentence(look.last) ? label->rank : 0;
    case LABEL_DOT:
        if (is_capitals(&look) || is_numbered_title(outline, i, &look))
            return RANK_NUMBERED + (label->parts < 6 ? label->parts : 6) - 1;
        return 0;
    case LABEL_BRACKETS:
    case LABEL_BRACKET:
    case LABEL_BULLET:
        return 0;
    }
    return 0;
}

// Whether a list that is open comes to this label next: "(c)" behind "(b)", whatever stands between them.
static bool is_next(const struct line_outline *outline, const struct typed_label *label)
{
    for (uint32_t k = 0; k < outline->depth; k++) {
        const struct open_level *level = &outline->open[k];
        if (level->style == label->style && level->number == label->number &&
            level->ordinal + 1 == label->ordinal)
            return true;
    }
    return false;
}

// "(i)" is Roman unless "(h)" stands before it.
static void settle_roman(const struct line_outline *outline, struct typed_label *label)
{
    if (!label->may_be_roman || is_next(outline, label))
        return;
    for (uint32_t k = outline->depth; k-- > 0;) {
        const struct open_level *level = &outline->open[k];
        if (level->style == label->style && level->number == NUMBER_ROMAN) {
            label->number = NUMBER_ROMAN;
            return;
        }
    }
    char c = (char)(label->text.bytes[label->style == LABEL_BRACKETS ? 1 : 0] | 0x20);
    if (c == 'i')
        label->number = NUMBER_ROMAN;
}

static uint32_t item_level(struct line_outline *outline, struct typed_label *label)
{
    settle_roman(outline, label);
    struct open_level level = {label->style, label->number, label->parts, label->ordinal};
    uint32_t k = 0;
    while (k < outline->depth) {
        const struct open_level *open = &outline->open[k];
        if (open->style == level.style && open->number == level.number &&
            open->parts == level.parts)
            break;
        k++;
    }
    if (k == DEPTH_MAX)
        k--;
    outline->open[k] = level;
    outline->depth = k + 1;
    return k + 1;
}

// Three short lines in a row are a list (of names, say), not titles.
static void drop_runs(uint32_t *ranks, size_t count)
{
    size_t from = 0;
    for (size_t i = 0; i <= count; i++) {
        if (i < count && ranks[i] == RANK_SHORT)
            continue;
        for (size_t k = from; i - from >= 3 && k < i; k++)
            ranks[k] = 0;
        from = i + 1;
    }
}

// Ranks that occur become the levels 1, 2, 3 … without holes.
static void number_levels(const uint32_t *ranks, size_t count, uint32_t levels[RANK_MAX + 1])
{
    bool used[RANK_MAX + 1] = {false};
    for (size_t i = 0; i < count; i++)
        used[ranks[i]] = true;
    uint32_t level = 0;
    for (uint32_t rank = 1; rank <= RANK_MAX; rank++)
        levels[rank] = used[rank] ? ++level : level;
}

void outline_guess(const struct outline_line *lines, size_t count, struct arena *arena,
                   struct outline_fact *facts)
{
    struct line_outline outline = {.lines = lines,
                                   .count = count,
                                   .labels = ARENA_ARRAY(arena, struct typed_label, count),
                                   .ranks = ARENA_ARRAY(arena, uint32_t, count)};
    for (size_t i = 0; i < count; i++)
        if (!label_typed(lines[i].text, &outline.labels[i]))
            outline.labels[i].bytes = 0;
    drop_doubtful(&outline);
    for (size_t i = 0; i < count; i++)
        outline.ranks[i] = heading_rank(&outline, i);
    drop_runs(outline.ranks, count);
    uint32_t levels[RANK_MAX + 1] = {0};
    number_levels(outline.ranks, count, levels);
    for (size_t i = 0; i < count; i++) {
        struct typed_label *label = &outline.labels[i];
        struct outline_fact fact = {.kind = PARAGRAPH_TEXT};
        if (label->bytes > 0)
            fact.label = (struct label){label->text, (uint32_t)label->bytes};
        if (outline.ranks[i] > 0) {
            fact.kind = PARAGRAPH_HEADING;
            fact.level = levels[outline.ranks[i]];
            outline.depth = 0;
        } else if (label->bytes > 0) {
            fact.kind = PARAGRAPH_ITEM;
            fact.level = item_level(&outline, label);
        }
        facts[i] = fact;
    }
}
