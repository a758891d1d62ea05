// SPDX-License-Identifier: Apache-2.0
#include "exchange/next_base/bracket_groups.h"

#include "base/builder.h"
#include "exchange/next_base/bracket_head.h"

#include <string.h>

struct sign_scan {
    const struct bracket_text *text;
    struct arena *arena;
    struct list brackets; // struct sign_bracket
    struct list blanks;   // size_t: what parted brackets that are gone
    struct list *notes;
};

static char sign(const struct sign_scan *scan, size_t i)
{
    return i < scan->text->count ? scan->text->text.bytes[i] : '\0';
}

static bool is_mark(const struct sign_scan *scan, size_t i)
{
    return i < scan->text->count && glyph_is_mark(scan->text, i);
}

static uint32_t style(const struct sign_scan *scan, size_t i)
{
    return i < scan->text->count ? scan->text->glyphs[i].style : 0;
}

static const struct record_wording *wording(const struct sign_scan *scan, size_t i)
{
    uint32_t number = style(scan, i);
    return number > 0 ? &scan->text->record->wordings[number - 1] : NULL;
}

static bool is_blank(char c)
{
    return c == ' ' || c == SIGN_LINE;
}

struct str bracket_place(const struct bracket_text *text, size_t at, struct arena *arena)
{
    enum { AROUND = 30 };
    size_t from = at;
    size_t to = at;
    while (from > 0 && at - from < AROUND && text->text.bytes[from - 1] != SIGN_PARAGRAPH)
        from--;
    while (from < at && ((unsigned char)text->text.bytes[from] & 0xc0) == 0x80)
        from++;
    while (to < text->count && to - at < AROUND && text->text.bytes[to] != SIGN_PARAGRAPH)
        to++;
    while (to < text->count && ((unsigned char)text->text.bytes[to] & 0xc0) == 0x80)
        to++;
    struct builder out = builder_make(arena);
    for (size_t i = from; i < to; i++)
        builder_add_byte(&out,
                         (unsigned char)text->text.bytes[i] < ' ' ? ' ' : text->text.bytes[i]);
    return str_trim(builder_str(&out));
}

static void name(struct sign_scan *scan, size_t at, const char *what)
{
    *LIST_ADD(scan->notes, struct str) =
        arena_print(scan->arena, "%s, near \"%.*s\"", what,
                    STR_ARGS(bracket_place(scan->text, at, scan->arena)));
}

// --- One bracket

// How far the style of brackets goes on from here, within the paragraph.
static size_t mark_end(const struct sign_scan *scan, size_t i)
{
    while (is_mark(scan, i) && sign(scan, i) != SIGN_PARAGRAPH)
        i++;
    return i;
}

static bool holders_differ(const struct sign_scan *scan, const struct record_wording *by,
                           const bool *holds)
{
    const struct docx_record *record = scan->text->record;
    for (size_t p = 0; p < record->party_count; p++) {
        bool held = false;
        for (size_t i = 0; i < by->party_count; i++)
            held = held || str_equal(by->parties[i], record->parties[p]);
        if (held != holds[p])
            return true;
    }
    return false;
}

static bool *holders_of(const struct sign_scan *scan, const struct record_wording *by)
{
    const struct docx_record *record = scan->text->record;
    bool *holds = ARENA_ARRAY(scan->arena, bool, record->party_count + 1);
    for (size_t p = 0; by && p < record->party_count; p++)
        for (size_t i = 0; i < by->party_count; i++)
            if (str_equal(by->parties[i], record->parties[p]))
                holds[p] = true;
    return holds;
}

// A colon soon behind the bracket, with words of its style: a head that somebody has edited past reading.
static size_t unread_head(const struct sign_scan *scan, size_t words, size_t end)
{
    enum { LONGEST = 60 };
    for (size_t i = words; i + 1 < end && i < words + LONGEST && sign(scan, i) != ']'; i++)
        if (sign(scan, i) == ':' && sign(scan, i + 1) == ' ')
            return i + 2;
    return words;
}

// Reads what stands behind the "[" at `at`. False: it opens nothing that can be understood.
static bool read_head(struct sign_scan *scan, size_t at, struct sign_bracket *bracket)
{
    struct bracket_head head;
    const struct record_wording *by = is_mark(scan, at) ? wording(scan, at) : NULL;
    bool *holds = holders_of(scan, by);
    struct str behind = str_skip(scan->text->text, at + 1);
    size_t line = str_find_byte(behind, SIGN_PARAGRAPH);
    bracket->words = at + 1;
    bracket->by = by;
    bracket->is_base = by && by->is_base;
    if (bracket_head_read(str_slice(behind, 0, line), scan->text->record, scan->arena, holds,
                          &head)) {
        bracket->words += head.length;
        bracket->is_named = head.is_named;
        bracket->is_edited =
            by && head.is_named && (head.is_base != by->is_base || holders_differ(scan, by, holds));
        bracket->is_base = head.is_named ? head.is_base : head.is_base || bracket->is_base;
    } else {
        size_t words = unread_head(scan, at + 1, is_mark(scan, at) ? mark_end(scan, at) : at);
        if (words > at + 1 && !(by && style(scan, words) == style(scan, at) - 1)) {
            name(scan, at, "a bracket names nobody who is known, and stands as it is");
            return false;
        }
        bracket->words = words;
    }
    bracket->holds = holds;
    return true;
}

// Where a bracket that was written by us closes: at the next "]" in the style of brackets, in its own style
// if a paragraph was begun since.
static size_t close_of_ours(const struct sign_scan *scan, size_t at, size_t words)
{
    bool is_parted = false;
    for (size_t i = words; i < scan->text->count; i++) {
        is_parted = is_parted || (sign(scan, i) == SIGN_PARAGRAPH && style(scan, i) == 0);
        if (is_mark(scan, i) && sign(scan, i) == ']')
            return !is_parted || style(scan, i) == style(scan, at) ? i : SIZE_MAX;
        if (is_mark(scan, i) && sign(scan, i) == '[')
            break;
    }
    return SIZE_MAX;
}

// Where one that somebody typed closes: in its paragraph, or before any bracket of ours opens.
static size_t close_of_typed(const struct sign_scan *scan, size_t words)
{
    size_t depth = 0;
    bool is_parted = false;
    for (size_t i = words; i < scan->text->count; i++) {
        is_parted = is_parted || sign(scan, i) == SIGN_PARAGRAPH;
        if (sign(scan, i) == ']' && depth-- == 0)
            return i;
        if (sign(scan, i) == '[' && is_parted)
            break;
        depth += sign(scan, i) == '[';
    }
    return SIZE_MAX;
}

static const struct sign_bracket *last_bracket(const struct sign_scan *scan)
{
    return scan->brackets.count > 0
               ? LIST_AT(&scan->brackets, struct sign_bracket, scan->brackets.count - 1)
               : NULL;
}

// Nothing stands here but marks of paragraphs in styles of ours, and no paragraph is passed over.
static bool is_of_marks(const struct sign_scan *scan, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (sign(scan, i) != SIGN_PARAGRAPH || style(scan, i) == 0 ||
            scan->text->glyphs[i + 1].paragraph != scan->text->glyphs[i].paragraph + 1)
            return false;
    return true;
}

// Whether nothing but what parts two brackets stands between the last one and this place.
static bool is_beside(const struct sign_scan *scan, size_t at)
{
    const struct sign_bracket *last = last_bracket(scan);
    if (!last || last->to > at)
        return false;
    return (at == last->to + 1 && is_blank(sign(scan, last->to))) ||
           is_of_marks(scan, last->to, at);
}

// Within the last group: a style of brackets that it has already belongs to one that was typed behind it.
static bool is_style_taken(const struct sign_scan *scan, const struct record_wording *by)
{
    for (size_t i = scan->brackets.count; i-- > 0;) {
        const struct sign_bracket *other = LIST_AT(&scan->brackets, struct sign_bracket, i);
        if (other->by == by)
            return true;
        if (i == 0 || LIST_AT(&scan->brackets, struct sign_bracket, i - 1)->to < other->from)
            return false;
    }
    return false;
}

static bool is_struck(const struct sign_scan *scan, size_t from, size_t to)
{
    bool any = false;
    for (size_t i = from; i < to; i++) {
        bool counts = !is_blank(sign(scan, i)) && sign(scan, i) != SIGN_PARAGRAPH;
        if (counts && !scan->text->glyphs[i].is_struck)
            return false;
        any = any || counts;
    }
    return any;
}

static bool has_words_of(const struct sign_scan *scan, const struct sign_bracket *bracket)
{
    uint32_t own = (uint32_t)(bracket->by - scan->text->record->wordings); // the style before it
    for (size_t i = bracket->words; i < bracket->words_to; i++)
        if (style(scan, i) == own)
            return true;
    return false;
}

// "(nothing)" is no words.
static void take_nothing(const struct sign_scan *scan, struct sign_bracket *bracket)
{
    struct str words = str_slice(scan->text->text, bracket->words, bracket->words_to);
    if (str_equal(str_trim(words), STR("(nothing)")))
        bracket->words = bracket->words_to;
}

// Is it typed, though it took the style of the bracket that it was typed behind?
static bool is_typed_behind(const struct sign_scan *scan, const struct sign_bracket *bracket)
{
    bool is_nothing = bracket->words == bracket->words_to;
    if (!bracket->by || has_words_of(scan, bracket) || (is_nothing && !bracket->is_edited))
        return false;
    return bracket->is_edited ||
           (is_beside(scan, bracket->from) && is_style_taken(scan, bracket->by));
}

// The bracket that opens at `at`; false: it is text.
static bool read_bracket(struct sign_scan *scan, size_t at, struct sign_bracket *bracket)
{
    size_t before = at > 0 && is_mark(scan, at - 1) && is_blank(sign(scan, at - 1)) ? at - 1 : at;
    bool touches = is_beside(scan, at);
    *bracket = (struct sign_bracket){.from = before};
    size_t noted = scan->notes->count;
    if (!read_head(scan, at, bracket))
        return false;
    if (!bracket->by && !bracket->is_named && !touches) {
        list_cut(scan->notes, noted);
        return false; // a bracket of the text itself
    }
    size_t close = bracket->by ? close_of_ours(scan, at, bracket->words) : SIZE_MAX;
    if (close == SIZE_MAX)
        close = close_of_typed(scan, bracket->words);
    if (close == SIZE_MAX) {
        name(scan, at, "a bracket is not closed, and stands as it is");
        return false;
    }
    bracket->words_to = close;
    bracket->to = close + 1;
    take_nothing(scan, bracket);
    if (is_typed_behind(scan, bracket)) {
        bracket->is_base = bracket->is_named && bracket->is_base;
        bracket->by = NULL;
        if (!bracket->is_named)
            bracket->holds = holders_of(scan, NULL);
    }
    // What we write is parted in the style of brackets; who types takes any blank.
    if (!bracket->by && touches && sign(scan, last_bracket(scan)->to) != SIGN_PARAGRAPH)
        bracket->from = last_bracket(scan)->to;
    bracket->is_struck = is_struck(scan, at, bracket->to);
    return true;
}

// Words in the style of a wording whose brackets are gone.
static struct sign_bracket bare_words(const struct sign_scan *scan, size_t at)
{
    const struct record_wording *by = wording(scan, at) + 1; // that of its brackets is the next
    size_t to = at;
    while (style(scan, to) == style(scan, at) ||
           (sign(scan, to) == SIGN_PARAGRAPH && is_of_marks(scan, to, to + 1) &&
            style(scan, to + 1) == style(scan, at)))
        to++;
    return (struct sign_bracket){.from = at,
                                 .words = at,
                                 .words_to = to,
                                 .to = to,
                                 .by = by,
                                 .holds = holders_of(scan, by),
                                 .is_base = by->is_base,
                                 .is_bare = true,
                                 .is_struck = is_struck(scan, at, to)};
}

// The mark of a paragraph belongs to words in its style that follow it: so the last ones of a text begin.
static bool begins_bare(const struct sign_scan *scan, size_t at)
{
    return sign(scan, at) != SIGN_PARAGRAPH ||
           (is_of_marks(scan, at, at + 1) && style(scan, at + 1) == style(scan, at));
}

// Blanks that parted a bracket from others which are gone.
static void take_left_blank(struct sign_scan *scan)
{
    struct sign_bracket *last =
        LIST_AT(&scan->brackets, struct sign_bracket, scan->brackets.count - 1);
    while (is_mark(scan, last->to) && is_blank(sign(scan, last->to)) &&
           !(is_mark(scan, last->to + 1) && sign(scan, last->to + 1) == '['))
        last->to++;
}

static void scan_all(struct sign_scan *scan)
{
    for (size_t i = 0; i < scan->text->count;) {
        struct sign_bracket bracket;
        const struct record_wording *by = wording(scan, i);
        if (sign(scan, i) == '[' && read_bracket(scan, i, &bracket)) {
            *LIST_ADD(&scan->brackets, struct sign_bracket) = bracket;
            take_left_blank(scan);
            i = last_bracket(scan)->to;
        } else if (by && !by->is_mark && style(scan, i) < scan->text->record->wording_count &&
                   begins_bare(scan, i)) {
            bracket = bare_words(scan, i);
            *LIST_ADD(&scan->brackets, struct sign_bracket) = bracket;
            take_left_blank(scan);
            i = last_bracket(scan)->to;
        } else {
            bool is_alone = is_mark(scan, i) && !is_mark(scan, i + 1);
            if (is_alone && is_blank(sign(scan, i)) && (i == 0 || !is_mark(scan, i - 1)))
                *LIST_ADD(&scan->blanks, size_t) = i;
            if (sign(scan, i) == ']' && is_mark(scan, i))
                name(scan, i, "a bracket closes that was not opened, and stands as it is");
            i++;
        }
    }
}

// --- Groups

bool bracket_begins(const struct docx_record *record, const struct sign_bracket *items,
                    size_t first, size_t at)
{
    const struct sign_bracket *bracket = &items[at];
    if (!bracket->by || bracket->is_edited)
        return false;
    if (bracket->by->is_base)
        return true;
    for (size_t i = first; i < at; i++)
        for (size_t p = 0; items[i].by && !items[i].is_edited && p < record->party_count; p++)
            if (items[i].holds[p] && bracket->holds[p])
                return true;
    return false;
}

// The paragraph in which a bracket closes is all its place's: its mark is set in a style of ours.
static bool is_of_whole(const struct sign_scan *scan, const struct sign_bracket *bracket)
{
    size_t mark = bracket->to;
    while (mark < scan->text->count && sign(scan, mark) != SIGN_PARAGRAPH)
        mark++;
    return style(scan, mark) > 0;
}

static bool is_joined(const struct sign_scan *scan, const struct sign_bracket *before,
                      const struct sign_bracket *bracket)
{
    if (bracket->from > before->to && bracket->by && !is_of_whole(scan, bracket))
        return false;
    return is_of_marks(scan, before->to, bracket->from);
}

static struct list make_groups(struct sign_scan *scan)
{
    struct list groups = LIST_MAKE(scan->arena, struct bracket_group);
    struct sign_bracket *items = LIST_ITEMS(&scan->brackets, struct sign_bracket);
    for (size_t i = 0; i < scan->brackets.count; i++) {
        struct bracket_group *last =
            groups.count > 0 ? LIST_AT(&groups, struct bracket_group, groups.count - 1) : NULL;
        items[i].is_joined = i > 0 && is_joined(scan, &items[i - 1], &items[i]);
        if (last && items[i].is_joined &&
            !bracket_begins(scan->text->record, items, last->first, i))
            last->count++;
        else
            *LIST_ADD(&groups, struct bracket_group) = (struct bracket_group){i, 1, NULL};
        items[i].group = (uint32_t)groups.count - 1;
    }
    return groups;
}

void bracket_groups_of(const struct bracket_text *text, struct arena *arena, struct list *notes,
                       struct bracket_groups *groups)
{
    struct sign_scan scan = {text, arena, LIST_MAKE(arena, struct sign_bracket),
                             LIST_MAKE(arena, size_t), notes};
    scan_all(&scan);
    struct list made = make_groups(&scan);
    *groups = (struct bracket_groups){LIST_ITEMS(&scan.brackets, struct sign_bracket),
                                      scan.brackets.count,
                                      LIST_ITEMS(&made, struct bracket_group),
                                      made.count,
                                      LIST_ITEMS(&scan.blanks, size_t),
                                      scan.blanks.count};
}
