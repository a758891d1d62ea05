// SPDX-License-Identifier: Apache-2.0
#include "render/page/page.h"
#include "render/page/report.h"
#include "tap.h"

static struct str page_with(const struct page_head *head, struct str script)
{
    struct builder out = builder_make(tap_arena());
    page_begin(&out, head);
    builder_add_c(&out, "</header>\n");
    page_end(&out, script);
    return builder_str(&out);
}

static size_t count_of(struct str text, const char *part)
{
    size_t count = 0;
    size_t at;
    while ((at = str_find(text, str_of(part))) < text.length) {
        count++;
        text = str_skip(text, at + 1);
    }
    return count;
}

TEST(no_name_breaks_out_of_the_head)
{
    struct page_head head = {.title = STR("</title><script>alert(1)</script>"),
                             .kind = STR("<b>"),
                             .of = STR("a\"b & c.docx")};
    struct str page = page_with(&head, STR(""));
    CHECK_INT(count_of(page, "<script>"), 0);
    CHECK_INT(count_of(page, "</title>"), 1);
    CHECK_INT(count_of(page, "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"), 2);
    CHECK(str_contains(page, STR("&lt;b&gt; · a&quot;b &amp; c.docx</p>")));
}

TEST(a_page_asks_for_nothing_from_elsewhere)
{
    struct page_head head = {.title = STR("T"), .kind = STR("Page"), .hue_count = 3};
    struct str page = page_with(&head, STR("var x;\n"));
    CHECK(str_contains(page, STR("default-src 'none'")));
    CHECK_INT(count_of(page, "http://"), 0);
    CHECK_INT(count_of(page, "https://"), 0);
    CHECK_INT(count_of(page, "url("), 0);
    CHECK_INT(count_of(page, "@import"), 0);
    CHECK_INT(count_of(page, "<script>\nvar x;\n</script>"), 1);
    CHECK(str_contains(page, STR("prefers-color-scheme: dark")));
    CHECK(str_contains(page, STR("@media print")));
    CHECK(str_contains(page, STR("max-width: 46rem")));
}

TEST(ten_parties_have_colours_that_are_apart)
{
    enum { PARTIES = 10, LEAST = 20 };
    for (uint32_t a = 0; a < PARTIES; a++)
        for (uint32_t b = 0; b < a; b++) {
            uint32_t apart =
                page_hue(a) > page_hue(b) ? page_hue(a) - page_hue(b) : page_hue(b) - page_hue(a);
            CHECK((apart < 360 - apart ? apart : 360 - apart) >= LEAST);
        }
    CHECK(page_hue(199) < 360);
}

TEST(a_report_has_real_tables_and_closed_lists)
{
    struct report report = report_make(tap_arena(), STR("Talks"), STR("as of today"));
    report_item(&report, TONE_BAD, "one <item>");
    report_item(&report, TONE_PLAIN, "two");
    report_table(&report, "Who|How many|When");
    for (int row = 0; row < 3; row++) {
        report_cell(&report, "A & B");
        report_cell(&report, "%d", -12 * row);
        report_cell(&report, "2031-03-1%d", row);
    }
    report_item(&report, TONE_PLAIN, "last");
    struct str page = report_html(&report, "Brief");
    CHECK_INT(count_of(page, "<th scope=\"col\">"), 3);
    CHECK_INT(count_of(page, "<tr>"), 4);
    CHECK_INT(count_of(page, "</tr>"), 4);
    CHECK_INT(count_of(page, "<td>A &amp; B</td>"), 3);
    CHECK_INT(count_of(page, "<td class=\"n\">"), 3);
    CHECK_INT(count_of(page, "<td class=\"d\">"), 3);
    CHECK_INT(count_of(page, "<ul>"), 2);
    CHECK_INT(count_of(page, "</ul>"), 2);
    CHECK(str_contains(page, STR("<li class=\"bad\">✗ one &lt;item&gt;</li>")));
}

TESTS(TAP_ENTRY(no_name_breaks_out_of_the_head), TAP_ENTRY(a_page_asks_for_nothing_from_elsewhere),
      TAP_ENTRY(ten_parties_have_colours_that_are_apart),
      TAP_ENTRY(a_report_has_real_tables_and_closed_lists))
