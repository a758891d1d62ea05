// SPDX-License-Identifier: Apache-2.0
#include "docx_made.h"
#include "exchange/docx/docx_read.h"
#include "exchange/docx/number_format.h"
#include "tap.h"

#define LVL(level, start, format, text, more)                                                      \
    "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"" start "\"/><w:numFmt w:val=\"" format          \
    "\"/>" more "<w:lvlText w:val=\"" text "\"/></w:lvl>"
#define ABSTRACT(id, levels) "<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>"
#define NUM(id, abstract, more)                                                                    \
    "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" abstract "\"/>" more "</w:num>"
#define ITEM(num, level)                                                                           \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" num                      \
    "\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"

// The computed labels, one after another.
static struct str labels(struct str text, enum reading_kind kind)
{
    struct error error = {.code = ERROR_NONE};
    const struct document *document = NULL;
    struct reading reading = {.kind = kind};
    if (!tap_done(docx_read(STR("made.docx"), docx_made(tap_arena(), text), &reading,
                            &input_limits_default, tap_arena(), &document, &error),
                  &error, __FILE__, __LINE__))
        return STR("(not read)");
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = 0; i < document->paragraph_count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        if (paragraph->label.text.length > 0)
            builder_print(&out, "%s%.*s", out.length > 0 ? " " : "",
                          STR_ARGS(paragraph->label.text));
    }
    return builder_str(&out);
}

TEST(numbers_are_written_in_many_forms)
{
    static const struct {
        uint32_t number;
        const char *format;
        struct str wanted;
    } cases[] = {
        {4, "decimal", STR_INIT("4")},
        {4, "decimalZero", STR_INIT("04")},
        {1994, "upperRoman", STR_INIT("MCMXCIV")},
        {4, "lowerRoman", STR_INIT("iv")},
        {4000, "lowerRoman", STR_INIT("4000")},
        {26, "lowerLetter", STR_INIT("z")},
        {27, "lowerLetter", STR_INIT("aa")},
        {54, "upperLetter", STR_INIT("BBB")},
        {1000000, "upperLetter", STR_INIT("1000000")},
        {2, "ordinal", STR_INIT("2nd")},
        {12, "ordinal", STR_INIT("12th")},
        {21, "cardinalText", STR_INIT("Twenty-one")},
        {120, "ordinalText", STR_INIT("One hundred twentieth")},
        {3000, "ordinalText", STR_INIT("Three thousandth")},
        {1100, "cardinalText", STR_INIT("One thousand one hundred")},
        {3, "russianLower", STR_INIT("в")},
        {5, "chicago", STR_INIT("**")},
        {7, "unheardOf", STR_INIT("7")},
        {7, "none", STR_INIT("")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct builder out = builder_make(tap_arena());
        number_format(cases[i].number, str_of(cases[i].format), &out);
        CHECK_STR(builder_str(&out), cases[i].wanted);
    }
}

#define LEGAL                                                                                      \
    ABSTRACT("0", LVL("0", "1", "decimal", "Article %1", "") LVL("1", "1", "decimal", "%1.%2", "") \
                      LVL("2", "1", "lowerLetter", "(%3)", "")                                     \
                          LVL("3", "1", "lowerRoman", "%3%4.", ""))

TEST(levels_count_restart_and_name_one_another)
{
    CHECK_STR(labels(STR(ITEM("1", "0") ITEM("1", "1") ITEM("1", "2") ITEM("1", "2") ITEM("1", "3")
                             ITEM("1", "1") ITEM("1", "2") ITEM("1", "0")
                                 ITEM("1", "1") "\n== numbering\n" LEGAL NUM("1", "0", "")),
                     READING_ACCEPT),
              STR("Article 1 1.1 (a) (b) bi. 1.2 (a) Article 2 2.1"));
}

TEST(a_list_may_begin_below_its_first_level)
{
    CHECK_STR(labels(STR(ITEM("1", "1") ITEM("1", "1")
                             ITEM("1", "0") "\n== numbering\n" LEGAL NUM("1", "0", "")),
                     READING_ACCEPT),
              STR("1.1 1.2 Article 2"));
}

TEST(lists_of_one_kind_count_on_unless_a_start_is_given)
{
    CHECK_STR(labels(STR(ITEM("1", "0") ITEM("2", "0") ITEM("3", "0") ITEM("3", "0") ITEM(
                         "1", "0") "\n== numbering\n" LEGAL NUM("1", "0", "") NUM("2", "0", "")
                             NUM("3", "0",
                                 "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/>"
                                 "</w:lvlOverride>")),
                     READING_ACCEPT),
              STR("Article 1 Article 2 Article 7 Article 8 Article 9"));
}

TEST(a_list_may_have_levels_of_its_own)
{
    CHECK_STR(labels(STR(ITEM("1", "0") ITEM("2", "0") "\n== numbering\n" LEGAL NUM("1", "0", "")
                             NUM("2", "0",
                                 "<w:lvlOverride w:ilvl=\"0\">" LVL(
                                     "0", "1", "upperRoman", "Annex %1", "") "</w:lvlOverride>")),
                     READING_ACCEPT),
              STR("Article 1 Annex II"));
}

TEST(restarts_and_legal_numbers_follow_the_level)
{
    CHECK_STR(labels(STR(ITEM("1", "0") ITEM("1", "1") ITEM("1", "0")
                             ITEM("1", "1") "\n== numbering\n" ABSTRACT(
                                 "0", LVL("0", "4", "upperRoman", "%1.", "")
                                          LVL("1", "1", "decimal", "%1.%2",
                                              "<w:lvlRestart w:val=\"0\"/><w:isLgl/>"))
                                 NUM("1", "0", "")),
                     READING_ACCEPT),
              STR("IV. 4.1 V. 5.2"));
}

TEST(bullets_of_symbol_fonts_are_shown_as_bullets)
{
    CHECK_STR(labels(STR(ITEM("1", "0") ITEM("1", "1") "\n== numbering\n" ABSTRACT(
                         "0", LVL("0", "1", "bullet", "\xef\x82\xb7", "")
                                  LVL("1", "1", "bullet", "-", "")) NUM("1", "0", "")),
                     READING_ACCEPT),
              STR("• -"));
}

TEST(styles_put_paragraphs_into_lists_and_make_headings)
{
    struct str text = STR(
        "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:pStyle w:val=\"S\"/></w:pPr><w:r><w:t>y</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:pStyle w:val=\"S\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
        "<w:r><w:t>z</w:t></w:r></w:p>"
        "\n== styles\n<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/>"
        "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:name w:val=\"Mine\"/>"
        "<w:basedOn w:val=\"H\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr>"
        "</w:style>\n== numbering\n" LEGAL NUM("1", "0", ""));
    CHECK_STR(labels(text, READING_ACCEPT), STR("Article 1 1.1"));
    struct error error;
    const struct document *document;
    REQUIRE_DONE(docx_read(STR("x"), docx_made(tap_arena(), text),
                           &(struct reading){.kind = READING_ACCEPT}, &input_limits_default,
                           tap_arena(), &document, &error),
                 &error);
    CHECK_INT(document->paragraphs[0].kind, PARAGRAPH_HEADING);
    CHECK_INT(document->paragraphs[0].level, 2);
    CHECK_STR(document->paragraphs[1].style, STR("Mine"));
}

TEST(a_list_may_be_linked_to_a_style)
{
    CHECK_STR(
        labels(STR(ITEM("2", "0") "\n== styles\n<w:style w:type=\"numbering\" w:styleId=\"L\">"
                                  "<w:name w:val=\"L\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
                                  "</w:numPr></w:pPr></w:style>\n== numbering\n" LEGAL ABSTRACT(
                                      "9", "<w:numStyleLink w:val=\"L\"/>") NUM("1", "0", "")
                                      NUM("2", "9", "")),
               READING_ACCEPT),
        STR("Article 1"));
}

TEST(numbers_are_those_of_the_reading)
{
    struct str text = STR(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr>"
        "<w:del w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr><w:del w:id=\"2\" w:author=\"A\"><w:r>"
        "<w:delText>x</w:delText></w:r></w:del></w:p>" ITEM(
            "1", "0") "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/><w:ins "
                      "w:id=\"3\" "
                      "w:author=\"A\"/></w:numPr></w:pPr></w:p>"
                      "\n== numbering\n" LEGAL NUM("1", "0", ""));
    CHECK_STR(labels(text, READING_ACCEPT), STR("Article 1 Article 2"));
    CHECK_STR(labels(text, READING_REJECT), STR("Article 1 Article 2"));
}

TESTS(TAP_ENTRY(numbers_are_written_in_many_forms),
      TAP_ENTRY(levels_count_restart_and_name_one_another),
      TAP_ENTRY(a_list_may_begin_below_its_first_level),
      TAP_ENTRY(lists_of_one_kind_count_on_unless_a_start_is_given),
      TAP_ENTRY(a_list_may_have_levels_of_its_own),
      TAP_ENTRY(restarts_and_legal_numbers_follow_the_level),
      TAP_ENTRY(bullets_of_symbol_fonts_are_shown_as_bullets),
      TAP_ENTRY(styles_put_paragraphs_into_lists_and_make_headings),
      TAP_ENTRY(a_list_may_be_linked_to_a_style), TAP_ENTRY(numbers_are_those_of_the_reading))
