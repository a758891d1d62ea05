// SPDX-License-Identifier: Apache-2.0
#include "codec/markdown.h"
#include "exchange/markdown/markdown.h"
#include "origins.h"
#include "tap.h"

static const struct document *read_text(struct str text)
{
    const struct document *document = NULL;
    struct error error;
    if (tap_done(
            markdown_read(STR("a.md"), text, &input_limits_default, tap_arena(), &document, &error),
            &error, __FILE__, __LINE__)) {
        tap_done(document_check(document, &error), &error, __FILE__, __LINE__);
        struct builder out = builder_make(tap_arena());
        CHECK(from_origins(document, &out));
        CHECK_STR(builder_str(&out), text);
    }
    return document;
}

TEST(paragraphs_hold_what_a_reader_sees)
{
    static const struct {
        const char *source;
        const char *text;
    } rows[] = {
        {"", "\n"},
        {"One\ntwo\n\nthree", "One two\nthree\n"},
        {"# Plan *for* peace #\n", "Plan for peace\n"},
        {"Title\n=====\nText\n", "Title\nText\n"},
        {"a\\*b &amp; c&#8217;s  \nnext", "a*b & c’s\nnext\n"},
        {"[US](http://a \"t\") `x` ~~old~~", "US x old\n"},
        {"1. One\n2. Two\n   - a\n", "One\nTwo\na\n"},
        {"> quoted\n> more\n", "quoted more\n"},
        {"```\nint x;\n\ny\n```\n", "int x;\n\ny\n"},
        {"---\na: b\n---\n\nText\n", "---\na: b\n---\nText\n"},
        {"a\n\n***\n\n[x]: http://y\n", "a\n***\n[x]: http://y\n"},
        {"| a | b |\n|---|---|\n| | c |\n\nend", "a\nb\n\nc\nend\n"},
        {"H<sub>2</sub>O<br>x", "H\xef\xbf\xbc"
                                "2\xef\xbf\xbcO\nx\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        CHECK_STR(read_text(str_of(rows[i].source))->text, str_of(rows[i].text));
}

TEST(lists_headings_and_labels_have_levels)
{
    const struct document *document =
        read_text(STR("## Article 4\n\n3. Three\n   1) inner\n\n(a) typed\n\n- (b) both\n"));
    const struct paragraph *paragraphs = document->paragraphs;
    CHECK_INT(paragraphs[0].kind, PARAGRAPH_HEADING);
    CHECK_INT(paragraphs[0].level, 2);
    CHECK_STR(paragraphs[0].label.text, STR("Article 4"));
    CHECK_STR(paragraphs[1].label.text, STR("3."));
    CHECK_INT(paragraphs[1].label.typed_bytes, 0);
    CHECK_STR(paragraphs[2].label.text, STR("1)"));
    CHECK_INT(paragraphs[2].level, 2);
    CHECK_STR(paragraphs[3].label.text, STR("(a)"));
    CHECK_INT(paragraphs[3].label.typed_bytes, 4);
    CHECK_STR(paragraphs[4].label.text, STR("(b)"));
}

TEST(marks_are_kept)
{
    const struct document *document = read_text(STR("a **b *c*** `d` [e](#f)"));
    CHECK(document->marks[document->runs[1].marks].bold);
    const struct marks *both = &document->marks[document->runs[2].marks];
    CHECK(both->bold && both->italic);
    CHECK_STR(document->marks[document->runs[document->run_count - 1].marks].link, STR("#f"));
}

TEST(escaped_text_reads_as_itself)
{
    static const char *const texts[] = {"a*b_c`d[e]<f>\\|~&amp;",
                                        "- item",
                                        "# head",
                                        "12. twelve",
                                        "> quote",
                                        "+ x",
                                        "===",
                                        "1) y"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct builder out = builder_make(tap_arena());
        markdown_escape(&out, str_of(texts[i]), true);
        struct str text = read_text(builder_str(&out))->text;
        CHECK_STR(str_slice(text, 0, text.length - 1), str_of(texts[i]));
    }
}

TEST(real_drafts_come_back_from_their_origins)
{
    static const char *const names[] = {"data/brackets/paris-agreement_4-dec-2015.md",
                                        "data/brackets/paris-agreement_9-dec-2015.md",
                                        "data/brackets/paris-agreement_12-dec-2015.md"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *path = tap_shared(names[i]);
        if (path == NULL) {
            tap_skip("the real inputs are not here");
            return;
        }
        read_text(tap_file(path));
    }
}

TEST(no_word_of_a_source_is_swallowed)
{
    static const struct {
        const char *source;
        const char *text;
    } rows[] = {
        // A cell too many, in the head, in a row, behind an empty one, in a quote
        {"| No | Words |\n|---|---|\n| 1 | within 30 days | Tarsen objects |\n",
         "No\nWords\n\n1\nwithin 30 days\nTarsen objects\n\n"},
        {"| a | b | c |\n|---|---|\n| d |\n", "a\nb\nc\nd\n\n\n\n"},
        {"| a |\n|---|\n| b | | c |\n", "a\n\n\nb\n\nc\n\n"},
        {"a | b\n---|---\nc | d | e\n", "a\nb\n\nc\nd\ne\n\n"},
        {"> | a | b |\n> |:---|---:|\n> | c | d | e\n", "a\nb\n\nc\nd\ne\n\n"},
        // A bar inside brackets is one of the words, where else a cell would be too many
        {"| a | b |\n|---|---|\n| 1 | [A | B] said |\n", "a\nb\n1\n[A | B] said\n\n"},
        {"| a | b |\n|---|---|\n| 1 | `x|y` |\n| [l|m](#n) | o |\n", "a\nb\n1\nx|y\nl|m\no\n\n"},
        // One dash a column is enough, in a list, a quote and a note too, and beside a cell too many
        {"| # | Fee |\n|-|-|\n| 1 | 10 |\n", "#\nFee\n1\n10\n\n"},
        {"a|b\n:-|-:\nc|d\n\nend", "a\nb\nc\nd\nend\n"},
        {"> | a | b |\n> | - | -- |\n> | c | d |\n", "a\nb\nc\nd\n\n"},
        {"- | a |\n  |-|\n  | b |\n", "a\nb\n\n"},
        {"| a | b |\n|-|---|\n| c | d | e |\n", "a\nb\n\nc\nd\ne\n\n"},
        {"a | b\n-|-\nc | d | e\n", "a\nb\n\nc\nd\ne\n\n"},
        {"|a\\|b|c|\n|-|-|\n|d|e|\n", "a|b\nc\nd\ne\n\n"},
        // As with three, for another number of columns and below words as well
        {"| a | b | c |\n|-|-|\n", "a\nb\nc\n\n"},
        {"| a | b | c |\n|---|---|\n", "a\nb\nc\n\n"},
        {"words\n|-|\n", "words\n\n"},
        {"words\n|---|\n", "words\n\n"},
        // But not behind a second line, in code, or where nobody means a table
        {"| a |\nb\n|-|\n", "| a | b |-|\n"},
        {"```\n| a |\n|-|\n```\n", "| a |\n|-|\n"},
        {"| a | b |\n| - | x |\n", "| a | b | | - | x |\n"},
        // Ranges
        {"30~60 days, 20~25 days", "30~60 days, 20~25 days\n"},
        {"~a~ ~~b~~ \\~c~ `~d~`", "~a~ b ~c~ ~d~\n"},
        {"~~~\n~e~\n~~~", "~e~\n"},
        // Words as targets are words
        {"[shall](may) [shall](<may not>) [x]()", "[shall](may) [shall](<may not>) [x]()\n"},
        {"[US](http://a.b/~c) ![picture](words)", "US \xef\xbf\xbc\n"},
        {"[US]: may\n\n[US] [EU][US]", "[US]: may\n[US] [EU][US]\n"},
        {"`[shall](may)`", "[shall](may)\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        CHECK_STR(read_text(str_of(rows[i].source))->text, str_of(rows[i].text));
}

// Any two columns of dashes, with and without bars at the ends, within a quote, a list, a note.
TEST(a_table_is_one_however_few_its_dashes_are)
{
    static const char *const dashes[] = {"-", ":-", "-:", ":-:", "--", ":--", "---", " - "};
    static const char *const begins[] = {"", "> ", "  ", "[^n]\n\n[^n]: note\n\n    "};
    enum { DASHES = sizeof dashes / sizeof *dashes, BEGINS = sizeof begins / sizeof *begins };
    for (size_t i = 0; i < (size_t)DASHES * DASHES * BEGINS * 2; i++) {
        const char *first = dashes[i % DASHES];
        const char *second = dashes[i / DASHES % DASHES];
        const char *begin = begins[i / DASHES / DASHES % BEGINS];
        const char *bar = i / DASHES / DASHES / BEGINS == 0 ? "|" : "";
        if (*bar == '\0' && *first == ' ')
            continue; // an item of a list
        // Lines behind the first of a note stand as far in as that one.
        const char *next = i / DASHES / DASHES % BEGINS == 3 ? "    " : begin;
        static const char form[] = "%s%sa|b%s\n%s%s%s|%s%s\n%s%sc|d%s\n";
        struct str source = arena_print(tap_arena(), form, begin, bar, bar, next, bar, first,
                                        second, bar, next, bar, bar);
        struct str wide = arena_print(tap_arena(), form, begin, bar, bar, next, bar, "---", "---",
                                      bar, next, bar, bar);
        CHECK_STR(read_text(source)->text, read_text(wide)->text);
    }
}

static size_t dashes_in(struct str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.bytes[i] == '-';
    return count;
}

// What the parser gets to see beyond the source shows nowhere; and every source comes back.
TEST(no_dash_is_read_that_the_source_has_not)
{
    static const char *const pieces[] = {
        "|", "-", ":",  "a|b",  "|-|-|", "\n",   "\n", "\\",   "> ",   "- ",   "`",     "[",
        "]", " ", "~~", "\r\n", "![",    "](x)", "# ", "[^n]", "\n\n", "    ", "-|-\n", "|a|b|\n"};
    enum { PIECES = sizeof pieces / sizeof *pieces };
    struct tap_random random = {7};
    for (size_t n = tap_size(3000, 100000); n-- > 0;) {
        struct builder out = builder_make(tap_arena());
        builder_add_c(&out, tap_random_below(&random, 4) == 0 ? "[^n]: x\n\n" : "\n");
        for (uint32_t left = tap_random_below(&random, 24); left-- > 0;)
            builder_add_c(&out, pieces[tap_random_below(&random, PIECES)]);
        struct str source = builder_str(&out);
        const struct document *document = read_text(source);
        if (document != NULL)
            CHECK(dashes_in(document->text) <= dashes_in(source));
    }
}

TEST(notes_are_stories_that_their_references_lead_to)
{
    static const struct {
        const char *source;
        const char *text;
        uint32_t roots;
    } rows[] = {
        {"a[^1] b\n\n[^1]: First\n", "a\xef\xbf\xbc b\nFirst\n", 2},
        {"[^n]: First\nlazy\n\n    more\n\na[^n][^m]\n\n[^m]: Second\n",
         "a\xef\xbf\xbc\xef\xbf\xbc\nFirst lazy\nmore\nSecond\n", 3},
        {"a[^2][^1]\n\n[^1]: one\n[^2]: two\n", "a\xef\xbf\xbc\xef\xbf\xbc\ntwo\none\n", 3},
        // What nobody refers to, what has no note, code, escapes: words
        {"a\n\n[^1]: nobody asks\n", "a\n[^1]: nobody asks\n", 1},
        {"a[^1]", "a[^1]\n", 1},
        {"`[^1]` \\[^1] [^1]\n\n[^1]: x", "[^1] [^1] \xef\xbf\xbc\nx\n", 2},
        {"```\n[^1]: code\n```\n[^1]", "[^1]: code\n[^1]\n", 1},
        {"a[^1]\n\n[^1]: see [^1]\n", "a\xef\xbf\xbc\nsee [^1]\n", 2},
        {"a[^1]\n\n[^1]:\n", "a\xef\xbf\xbc\n\n", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct document *document = read_text(str_of(rows[i].source));
        CHECK_STR(document->text, str_of(rows[i].text));
        uint32_t roots = 0;
        for (uint32_t b = 0; b < document->block_count; b = document->blocks[b].end)
            roots++;
        CHECK_INT(roots, rows[i].roots);
        for (uint32_t k = 0; k < document->object_count; k++)
            CHECK(document->blocks[document->objects[k].story].kind == BLOCK_FOOTNOTE);
    }
}

TESTS(TAP_ENTRY(no_word_of_a_source_is_swallowed),
      TAP_ENTRY(no_dash_is_read_that_the_source_has_not),
      TAP_ENTRY(a_table_is_one_however_few_its_dashes_are),
      TAP_ENTRY(notes_are_stories_that_their_references_lead_to),
      TAP_ENTRY(paragraphs_hold_what_a_reader_sees),
      TAP_ENTRY(lists_headings_and_labels_have_levels), TAP_ENTRY(marks_are_kept),
      TAP_ENTRY(escaped_text_reads_as_itself), TAP_ENTRY(real_drafts_come_back_from_their_origins))
