// SPDX-License-Identifier: Apache-2.0
// Property: the words of a quotation are those at its characters in the file, whatever marks, scripts
// and line ends it is written with, and its line and column are those of its first character.
#include "base/builder.h"
#include "base/utf8.h"
#include "prose/prose.h"
#include "reading.h"
#include "tap.h"

static const struct {
    const char *open;
    const char *close;
} marks[] = {
    {"\"", "\""},
    {"\xe2\x80\x9c", "\xe2\x80\x9d"},
    {"\xe2\x80\x9e", "\xe2\x80\x9c"},
    {"\xc2\xab", "\xc2\xbb"},
    {"\xe2\x80\x98", "\xe2\x80\x99"},
    {"'", "'"},
};

static const char *const names[] = {"Anna Berg", "Сергій Коваль", "Jérôme Bonnet", "Karl Holm"};
static const char *const words[] = {"The text is closed",         "Die Tür bleibt zu",
                                    "It's the delegations' text", "Nobody’s ready",
                                    "Wir warten\nseit Jahren",    "Ми готові"};

static const char *pick(struct tap_random *random, const char *const *items, size_t count)
{
    return items[tap_random_below(random, (uint32_t)count)];
}
#define PICK(random, items) pick((random), (items), sizeof(items) / sizeof(items)[0])

static struct str report_of(struct tap_random *random)
{
    struct builder text = builder_make(tap_arena());
    builder_add_c(&text,
                  "G\xc3\xa9n\xc3\xa8ve, 3 May 2030 \xe2\x80\x94 The talks went on.\r\n\r\n");
    for (size_t i = 0; i < 8; i++) {
        size_t m = tap_random_below(random, sizeof marks / sizeof marks[0]);
        builder_print(&text, "%s%s,%s said %s. ", marks[m].open, PICK(random, words),
                      marks[m].close, PICK(random, names));
        builder_print(&text, "%s%s,%s %s told reporters on Friday, %s%s.%s\n\n", marks[m].open,
                      PICK(random, words), marks[m].close, PICK(random, names), marks[m].open,
                      PICK(random, words), marks[m].close);
    }
    return builder_str(&text);
}

// The characters [from, to) of the text.
static struct str characters(struct str text, size_t from, size_t to)
{
    size_t at = 0;
    size_t bytes;
    size_t start = 0;
    for (size_t i = 0; i < to && at < text.length; i++, at += bytes) {
        utf8_at(text, at, &bytes);
        if (i == from)
            start = at;
    }
    return str_slice(text, start, at);
}

static void check_range(struct str text, const struct text_range *range, bool is_whole)
{
    struct str here = characters(text, range->from, range->to);
    if (is_whole)
        CHECK_STR(prose_flat(here, tap_arena()), range->text);
    struct prose_cursor cursor = prose_cursor_make(text);
    prose_cursor_walk(&cursor, (size_t)(here.bytes - text.bytes));
    CHECK_INT(range->line, cursor.line);
    CHECK_INT(range->column, cursor.column);
}

TEST(quotations_stand_where_they_are_said_to_stand)
{
    struct tap_random random = {2031};
    size_t quotes = 0;
    for (size_t round = 0; round < 200; round++) {
        struct str text = report_of(&random);
        struct statements_found found = reading_of(text, NULL);
        for (size_t i = 0; i < found.count; i++) {
            check_range(text, &found.items[i].range, found.items[i].quote_count < 2);
            for (size_t k = 0; k < found.items[i].quote_count; k++)
                check_range(text, &found.items[i].quotes[k], true);
            quotes += found.items[i].quote_count;
        }
        for (size_t i = 0; i < found.document_count; i++)
            check_range(text, &found.documents[i].range, false);
    }
    CHECK_INT(quotes, 200 * 8 * 3);
}

TESTS(TAP_ENTRY(quotations_stand_where_they_are_said_to_stand))
