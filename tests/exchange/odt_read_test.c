// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docx_read.h"
#include "odt_made.h"
#include "tap.h"

#define P(content) "<text:p>" content "</text:p>"
#define REGION(id, kind, content)                                                                  \
    "<text:changed-region text:id=\"" id "\"><text:" kind "><office:change-info><dc:creator>A"     \
    "</dc:creator><dc:date>2031-03-10T09:00:00</dc:date></office:change-info>" content             \
    "</text:" kind "></text:changed-region>"
#define CHANGES(regions) "<text:tracked-changes>" regions "</text:tracked-changes>"
#define HERE(id) "<text:change text:change-id=\"" id "\"/>"
#define FROM(id) "<text:change-start text:change-id=\"" id "\"/>"
#define UPTO(id) "<text:change-end text:change-id=\"" id "\"/>"

static const struct reading accept = {.kind = READING_ACCEPT};
static const struct reading reject = {.kind = READING_REJECT};

static const struct document *read_made(struct str text, const struct reading *reading)
{
    struct error error = {.code = ERROR_NONE};
    const struct document *document = NULL;
    if (!tap_done(docx_read(STR("made.odt"), odt_made(tap_arena(), text), reading,
                            &input_limits_default, tap_arena(), &document, &error),
                  &error, __FILE__, __LINE__) ||
        !tap_done(document_check(document, &error), &error, __FILE__, __LINE__))
        return NULL;
    return document;
}

// All paragraphs, a line each, computed numbers before them.
static struct str made_text(struct str text, const struct reading *reading)
{
    const struct document *document = read_made(text, reading);
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = 0; document && i < document->paragraph_count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        if (paragraph->label.text.length > 0 && paragraph->label.typed_bytes == 0)
            builder_print(&out, "%.*s ", STR_ARGS(paragraph->label.text));
        builder_add(&out, paragraph_text(document, paragraph));
        builder_add_byte(&out, '\n');
    }
    return document ? builder_str(&out) : STR("(not read)");
}

TEST(white_space_is_one_blank_wherever_it_stands)
{
    static const struct {
        struct str body;
        struct str text;
    } cases[] = {
        {STR_INIT(P("  a \n b ")), STR_INIT("a b \n")},
        {STR_INIT(P("<text:span>a</text:span> <text:span>b</text:span>")), STR_INIT("a b\n")},
        {STR_INIT(P("<text:span>a </text:span> <text:span> b</text:span>")), STR_INIT("a b\n")},
        {STR_INIT(P("a<text:span> </text:span>b")), STR_INIT("a b\n")},
        {STR_INIT(P(" <text:span>a</text:span>\n")), STR_INIT("a \n")},
        {STR_INIT(P("a<text:s text:c=\"3\"/>b<text:tab/>c<text:s/> d")), STR_INIT("a   b\tc  d\n")},
        {STR_INIT(P("a<text:line-break/>b")), STR_INIT("a\nb\n")},
        {STR_INIT(P("a<text:soft-page-break/>b<text:title>t</text:title>")), STR_INIT("abt\n")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_STR(made_text(cases[i].body, &accept), cases[i].text);
}

TEST(changed_words_and_paragraphs_are_read_both_ways)
{
    static const struct {
        struct str body;
        struct str accepted;
        struct str rejected;
    } cases[] = {
        // Words in a paragraph.
        {STR_INIT(CHANGES(REGION("d", "deletion", P("old ")) REGION("i", "insertion", ""))
                      P("a " HERE("d") FROM("i") "new " UPTO("i") "b")),
         STR_INIT("a new b\n"), STR_INIT("a old b\n")},
        // A deletion over three paragraphs.
        {STR_INIT(CHANGES(REGION("d", "deletion", P("<text:s/>one") P("two") P("three ")))
                      P("a" HERE("d") "b") P("c")),
         STR_INIT("ab\nc\n"), STR_INIT("a one\ntwo\nthree b\nc\n")},
        // A whole paragraph that was struck, and one that was added.
        {STR_INIT(CHANGES(REGION("d", "deletion", P("gone") P("")) REGION("i", "insertion", ""))
                      P("a") P(HERE("d") "b" FROM("i")) P("added" UPTO("i"))),
         STR_INIT("a\nb\nadded\n"), STR_INIT("a\ngone\nb\n")},
        // An insertion that was struck again.
        {STR_INIT(
             CHANGES("<text:changed-region text:id=\"x\"><text:deletion><office:change-info/>" P(
                 "twice") "</text:deletion><text:insertion><office:change-info/>"
                          "</text:insertion></text:changed-region>") P("a" HERE("x") "b")),
         STR_INIT("ab\n"), STR_INIT("ab\n")},
        // Words are struck once, wherever else the same change is named; and not within themselves.
        {STR_INIT(CHANGES(REGION("d", "deletion", P("old" HERE("d")))) P("a" HERE("d"))
                      P("b" HERE("d") HERE("none"))),
         STR_INIT("a\nb\n"), STR_INIT("aold\nb\n")},
        // A struck table.
        {STR_INIT(CHANGES(REGION(
             "d", "deletion",
             P("x") "<table:table><table:table-row>"
                    "<table:table-cell>" P("cell") "</table:table-cell>"
                                                   "</table:table-row></table:table>" P("y")))
                      P("a" HERE("d") "b")),
         STR_INIT("ab\n"), STR_INIT("ax\ncell\nyb\n")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK_STR(made_text(cases[i].body, &accept), cases[i].accepted);
        CHECK_STR(made_text(cases[i].body, &reject), cases[i].rejected);
    }
}

#define LEVEL(n, prefix, suffix, format, shown)                                                    \
    "<text:list-level-style-number text:level=\"" n "\" style:num-prefix=\"" prefix                \
    "\" style:num-suffix=\"" suffix "\" style:num-format=\"" format                                \
    "\" text:display-levels=\"" shown "\"/>"
#define LISTS                                                                                      \
    "\n== styles\n<text:list-style style:name=\"L\">" LEVEL("1", "", ".", "1", "1")                \
        LEVEL("2", "(", ")", "a", "1") LEVEL("3", "", "", "i", "3") "</text:list-style>"
#define LIST(more, items) "<text:list text:style-name=\"L\"" more ">" items "</text:list>"
#define ITEM(content) "<text:list-item>" content "</text:list-item>"

TEST(lists_count_as_their_levels_say)
{
    CHECK_STR(
        made_text(STR(LIST("", ITEM(P("one") "<text:list>" ITEM(P("deep") "<text:list>" ITEM(
                                   P("deeper")) "</text:list>") ITEM(P("next")) "</text:list>")
                                   ITEM(P("two") P("more of it"))) LISTS),
                  &accept),
        STR("1. one\n(a) deep\n1.a.i deeper\n(b) next\n2. two\nmore of it\n"));
    CHECK_STR(made_text(STR(LIST(" xml:id=\"x\"", ITEM(P("one"))) P("-")
                                LIST(" text:continue-numbering=\"true\"", ITEM(P("two"))) P("-")
                                    LIST("", ITEM(P("anew")))
                                        LIST(" text:continue-list=\"x\"", ITEM(P("three"))) LISTS),
                        &accept),
              STR("1. one\n-\n2. two\n-\n1. anew\n3. three\n"));
    CHECK_STR(
        made_text(
            STR(LIST("",
                     "<text:list-item text:start-value=\"7\">" P("seven") "</text:list-item>" ITEM(
                         P("eight")) "<text:list-header>" P("none") "</text:list-header>") LISTS),
            &accept),
        STR("7. seven\n8. eight\nnone\n"));
}

TEST(headings_count_by_the_outline_unless_their_style_says_no)
{
#define H(style, level, words)                                                                     \
    "<text:h text:style-name=\"" style "\" text:outline-level=\"" level "\">" words "</text:h>"
    static const char text[] = H("S", "1", "One") H("S", "2", "Two") H("N", "1", "None") H(
        "S", "1",
        "Three") "\n== styles\n<style:style style:name=\"S\" style:family=\"paragraph\"/>"
                 "<style:style style:name=\"N\" style:family=\"paragraph\" "
                 "style:list-style-name=\"\"/>"
                 "<text:outline-style style:name=\"O\"><text:outline-level-style text:level=\"1\" "
                 "style:num-format=\"I\"/><text:outline-level-style text:level=\"2\" "
                 "style:num-format=\"1\" text:display-levels=\"2\"/></text:outline-style>";
    const struct document *document = read_made(str_of(text), &accept);
    CHECK_STR(made_text(str_of(text), &accept), STR("I One\nI.1 Two\nNone\nII Three\n"));
    REQUIRE(document);
    CHECK_INT(document->paragraphs[1].kind, PARAGRAPH_HEADING);
    CHECK_INT(document->paragraphs[1].level, 2);
}

TEST(looks_are_those_of_the_styles_and_of_the_words)
{
    const struct document *document = read_made(STR(P("a<text:span "
                                                      "text:style-name=\"T\">b</"
                                                      "text:span><text:span text:style-name=\"T\">"
                                                      "<text:span "
                                                      "text:style-name=\"U\">c</text:span></"
                                                      "text:span>") "\n== automatic\n<style:style "
                                                                    "style:name=\"T\" "
                                                                    "style:family=\"text\">"
                                                                    "<style:text-properties "
                                                                    "fo:font-weight=\"bold\"/></"
                                                                    "style:style><style:style "
                                                                    "style:name=\"U\" "
                                                                    "style:family=\"text\"><style:"
                                                                    "text-properties "
                                                                    "fo:font-weight=\"normal\" "
                                                                    "style:text-position=\"super "
                                                                    "58%\" "
                                                                    "style:text-underline-style="
                                                                    "\"solid\"/></style:style>"),
                                                &accept);
    REQUIRE(document && document->run_count == 3);
    const struct marks *marks = document->marks;
    CHECK(!marks[document->runs[0].marks].bold && marks[document->runs[1].marks].bold);
    CHECK(!marks[document->runs[2].marks].bold && marks[document->runs[2].marks].underline &&
          marks[document->runs[2].marks].superscript);
}

TEST(cells_over_several_rows_and_columns_leave_their_places)
{
#define CELL(more, words) "<table:table-cell" more ">" P(words) "</table:table-cell>"
#define COVERED "<table:covered-table-cell/>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
    const struct document *document = read_made(
        STR("<table:table><table:table-column table:number-columns-repeated=\"3\"/>"
            "<table:table-header-rows>" ROW(
                CELL(" table:number-columns-spanned=\"2\"", "ab") COVERED CELL(
                    "",
                    "c")) "</table:table-header-rows>" ROW(CELL(" table:number-rows-spanned=\"2\"",
                                                                "tall") CELL("", "1") CELL("", "2"))
                ROW(COVERED CELL("", "3") CELL("", "4")) "</table:table>"),
        &accept);
    REQUIRE(document);
    CHECK_STR(document->text, STR("ab\nc\ntall\n1\n2\n\n3\n4\n\n"));
}

TEST(notes_links_and_references_keep_their_words)
{
    CHECK_STR(
        made_text(
            STR(P(
                "a<text:note text:note-class=\"footnote\"><text:note-citation>1"
                "</text:note-citation><text:note-body>" P(
                    "said below") "</text:note-body>"
                                  "</text:note>b <text:a "
                                  "xlink:href=\"https://example.org/\">site</text:a> "
                                  "<text:bookmark-start text:name=\"x\"/>here<text:bookmark-end "
                                  "text:name=\"x\"/> <text:bookmark-ref "
                                  "text:reference-format=\"text\" "
                                  "text:ref-name=\"x\">here</text:bookmark-ref><office:annotation>"
                                  "<dc:creator>B</dc:creator>" P(
                                      "a remark") "</office:annotation>")),
            &accept),
        STR("a\xef\xbf\xbc"
            "b site here here\nsaid below\n"));
}

TEST(what_would_grow_without_end_is_refused)
{
    static const struct str texts[] = {
        STR_INIT("<table:table><table:table-row table:number-rows-repeated=\"1048576\">"
                 "<table:table-cell table:number-columns-repeated=\"16384\">" P(
                     "x") "</table:table-cell></table:table-row></table:table>"),
        STR_INIT("<table:table><table:table-row table:number-rows-repeated=\"999999999\">"
                 "<table:table-cell>" P("x") "</table:table-cell></table:table-row></table:table>"),
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct error error = {.code = ERROR_NONE};
        const struct document *document;
        CHECK(!docx_read(STR("made.odt"), odt_made(tap_arena(), texts[i]), &accept,
                         &input_limits_default, tap_arena(), &document, &error));
        CHECK_INT(error.code, TOO_LARGE);
    }
}

TEST(styles_and_lists_that_go_in_circles_come_to_an_end)
{
    CHECK_STR(made_text(STR("<text:h text:style-name=\"A\" text:outline-level=\"1\">x</text:h>"
                            "\n== styles\n<style:style style:name=\"A\" style:family=\"paragraph\" "
                            "style:parent-style-name=\"B\"/><style:style style:name=\"B\" "
                            "style:family=\"paragraph\" style:parent-style-name=\"A\"/>"),
                        &accept),
              STR("x\n"));
}

TESTS(TAP_ENTRY(white_space_is_one_blank_wherever_it_stands),
      TAP_ENTRY(changed_words_and_paragraphs_are_read_both_ways),
      TAP_ENTRY(lists_count_as_their_levels_say),
      TAP_ENTRY(headings_count_by_the_outline_unless_their_style_says_no),
      TAP_ENTRY(looks_are_those_of_the_styles_and_of_the_words),
      TAP_ENTRY(cells_over_several_rows_and_columns_leave_their_places),
      TAP_ENTRY(notes_links_and_references_keep_their_words),
      TAP_ENTRY(what_would_grow_without_end_is_refused),
      TAP_ENTRY(styles_and_lists_that_go_in_circles_come_to_an_end))
