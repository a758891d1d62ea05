// SPDX-License-Identifier: Apache-2.0
#include "render/page/page_table.h"
#include "tap.h"

TEST(whole_digits_are_grouped_and_all_else_stays)
{
    static const struct {
        const char *number;
        const char *grouped;
    } cases[] = {{"", ""},
                 {"0", "0"},
                 {"999", "999"},
                 {"1000", "1,000"},
                 {"-999", "-999"},
                 {"-1000", "-1,000"},
                 {"123456", "123,456"},
                 {"1234567.8901", "1,234,567.8901"},
                 {"340282366920938463463374607431768211456",
                  "340,282,366,920,938,463,463,374,607,431,768,211,456"},
                 {"12000/7", "12000/7"},
                 {"3000 to 12000", "3000 to 12000"},
                 {"–", "–"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_STR(page_grouped(str_of(cases[i].number), tap_arena()), str_of(cases[i].grouped));
}

TEST(a_name_breaks_out_of_no_cell)
{
    struct builder out = builder_make(tap_arena());
    page_cell(&out, CELL_ROW, STR("</th><script>"));
    page_party(&out, STR("\"><b>A & B"), 3);
    CHECK_STR(builder_str(&out),
              STR("<th scope=\"row\">&lt;/th&gt;&lt;script&gt;</th>"
                  "<span class=\"party h3\" dir=\"auto\">&quot;&gt;&lt;b&gt;A &amp; B</span>"));
}

TESTS(TAP_ENTRY(whole_digits_are_grouped_and_all_else_stays),
      TAP_ENTRY(a_name_breaks_out_of_no_cell))
