// SPDX-License-Identifier: Apache-2.0
#include "proofreading/blanks.h"

#include <ctype.h>

// A row of one sign that stands for something to be filled in.
static size_t row_of(struct str text, size_t at, struct str sign)
{
    size_t count = 0;
    while (str_starts_with(str_skip(text, at + count * sign.length), sign))
        count++;
    return count;
}

static size_t blank_bytes(struct str text, size_t at)
{
    static const struct {
        struct str sign;
        size_t least;
    } signs[] = {
        {STR_INIT("_"), 3},
        {STR_INIT("\u2026"), 2},
        {STR_INIT("."), 6},
        {STR_INIT("\u25cf"), 1},
    };
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        size_t count = row_of(text, at, signs[i].sign);
        if (count >= signs[i].least)
            return count * signs[i].sign.length;
    }
    return 0;
}

static bool has_word(struct str text, const char *const *words)
{
    for (; *words; words++)
        if (str_contains_ignoring_case(text, str_of(*words)))
            return true;
    return false;
}

static bool begins_with_word(struct str text, struct str word)
{
    return str_equal_ignoring_case(str_slice(text, 0, word.length), word) &&
           (text.length == word.length || !isalpha((unsigned char)text.bytes[word.length]));
}

// "____", "……": nothing but signs that stand for what is to be written.
static bool is_row(struct str inside)
{
    static const char dots[] = "\u2026";
    const size_t length = sizeof dots - 1;
    size_t signs = 0;
    for (size_t at = 0; at < inside.length; signs++) {
        bool is_dots = at + length <= inside.length && memcmp(inside.bytes + at, dots, length) == 0;
        if (!is_dots && inside.bytes[at] != '_' && inside.bytes[at] != '.')
            return false;
        at += is_dots ? length : 1;
    }
    return signs > 1;
}

// What stands in brackets and asks for something: "[date]", "[•]", "[Note to draft: …]".
static bool asks(struct str inside, enum proof_certainty *certainty, const char **message)
{
    static const char *const notes[] = {
        "note to", "drafting note", "ntd:", "comment:", "to discuss", NULL};
    static const char *const orders[] = {"insert",
                                         "fill in",
                                         "specify",
                                         "tbd",
                                         "tbc",
                                         "tba",
                                         "xx",
                                         "to be added",
                                         "to be agreed",
                                         "to be completed",
                                         "to be confirmed",
                                         "to be decided",
                                         "to be defined",
                                         "to be determined",
                                         "to be discussed",
                                         "to be filled in",
                                         "to be inserted",
                                         "to be supplied",
                                         "placeholder",
                                         NULL};
    static const char *const endings[] = {"to be added",     "to be agreed",   "to be completed",
                                          "to be confirmed", "to be decided",  "to be filled in",
                                          "to be inserted",  "to be supplied", NULL};
    static const char *const things[] = {"date",  "name",  "amount",  "address", "number",
                                         "place", "party", "company", "country", NULL};
    inside = str_trim(inside);
    *certainty = PROOF_SURE;
    *message = "a placeholder is left";
    if (inside.length == 0 || str_equal(inside, STR("\u2022")) ||
        str_equal(inside, STR("\u25cf")) || str_equal(inside, STR("*")) ||
        str_equal(inside, STR("\u2026")) || str_equal(inside, STR("?")) || is_row(inside))
        return true;
    if (has_word(inside, notes)) {
        *message = "a note to the draft is left";
        return true;
    }
    for (const char *const *order = orders; inside.length <= 80 && *order; order++)
        if (begins_with_word(inside, str_of(*order)))
            return true;
    // "[name of the agent to be inserted]"
    for (const char *const *ending = endings; inside.length <= 80 && *ending; ending++)
        if (str_ends_with(inside, str_of(*ending))) {
            *certainty = PROOF_LIKELY;
            return true;
        }
    for (const char *const *thing = things; *thing; thing++)
        if (str_equal_ignoring_case(inside, str_of(*thing))) {
            *certainty = PROOF_LIKELY;
            return true;
        }
    return false;
}

static void check_bracket(const struct document *document, size_t at, struct list *findings)
{
    struct str rest = str_skip(document->text, at + 1);
    size_t length = str_find_byte(str_slice(rest, 0, str_find_byte(rest, '\n')), ']');
    enum proof_certainty certainty;
    const char *message;
    if (length < rest.length && rest.bytes[length] == ']' &&
        asks(str_slice(rest, 0, length), &certainty, &message))
        finding_add(findings, FINDING_BLANK, certainty,
                    (struct range){(uint32_t)at, (uint32_t)(at + length + 2)}, "%s", message);
}

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

// "TBD" and its like, as words of their own.
static size_t marker_bytes(struct str text, size_t at)
{
    static const char *const markers[] = {"TBD", "TBC", "TBA", "XXX", "dd/mm/yyyy", "DD/MM/YYYY"};
    if (!strchr("TXDd", text.bytes[at]) || (at > 0 && is_word_byte(text.bytes[at - 1])))
        return 0;
    for (size_t i = 0; i < sizeof markers / sizeof markers[0]; i++) {
        struct str marker = str_of(markers[i]);
        if (str_starts_with(str_skip(text, at), marker) &&
            (at + marker.length == text.length || !is_word_byte(text.bytes[at + marker.length])))
            return marker.length;
    }
    return 0;
}

// Signs for a signature are no blanks: a row of them alone, or with a name before or behind it, at the end.
static bool is_signature(const struct document *document, size_t at)
{
    const struct paragraph *paragraph = &document->paragraphs[paragraph_at(document, at)];
    struct str words = paragraph_text(document, paragraph);
    static const char *const marks[] = {"Sign",  "By:",  "By ",   "Name",
                                        "Title", "For ", "Date:", NULL};
    bool is_alone = true;
    for (size_t i = 0; is_alone && i < words.length; i++)
        is_alone = strchr("_. \t\n", words.bytes[i]) != NULL;
    for (const char *const *mark = marks; *mark; mark++)
        is_alone = is_alone || str_starts_with(words, str_of(*mark));
    return is_alone;
}

static void check_paragraph(const struct document *document, const struct paragraph *paragraph,
                            struct list *findings)
{
    for (size_t at = paragraph->from; at < paragraph->to;) {
        char c = document->text.bytes[at];
        size_t bytes = 0;
        if (c == '[')
            check_bracket(document, at, findings);
        else if (c == '_' || c == '.' || (unsigned char)c == 0xE2)
            bytes = blank_bytes(document->text, at);
        else if (c == 'T' || c == 'X' || c == 'd' || c == 'D')
            bytes = marker_bytes(document->text, at);
        bool in_bracket = at > 0 && document->text.bytes[at - 1] == '[';
        if (bytes > 0 && !in_bracket && !paragraph->is_computed && !is_signature(document, at))
            finding_add(findings, FINDING_BLANK, PROOF_SURE,
                        (struct range){(uint32_t)at, (uint32_t)(at + bytes)}, "a blank is left");
        at += bytes > 0 ? bytes : 1;
    }
}

void blanks_check(const struct proof_text *text, struct list *findings)
{
    const struct document *document = text->document;
    for (uint32_t p = 0; p < document->paragraph_count; p++)
        if (text->may_be_blank[p])
            check_paragraph(document, &document->paragraphs[p], findings);
}
