// SPDX-License-Identifier: Apache-2.0
// When something was said, counted from the report's day.
#include "reading.h"
#include "tap.h"

// 2027-12-22 was a Wednesday.
static const struct {
    const char *text;
    const char *date;
    const char *date_text;
} dates[] = {
    {"Anna Berg said on Wednesday it was closed.", "2027-12-22", "on Wednesday"},
    {"Anna Berg said on Saturday it was closed.", "2027-12-18", "on Saturday"},
    {"Anna Berg said Saturday it was closed.", "2027-12-18", "Saturday"},
    {"On Saturday Anna Berg said it was closed.", "2027-12-18", "On Saturday"},
    {"Late on Saturday, Anna Berg said it was closed.", "2027-12-18", "Late on Saturday"},
    {"Anna Berg on Saturday said it was closed.", "2027-12-18", "on Saturday"},
    {"Anna Berg said last Wednesday it was closed.", "2027-12-15", "last Wednesday"},
    {"Anna Berg said on Monday morning it was closed.", "2027-12-20", "on Monday morning"},
    {"Anna Berg said on Dec. 20 it was closed.", "2027-12-20", "on Dec. 20"},
    {"Anna Berg said on 20 December 2026 it was closed.", "2026-12-20", "on 20 December 2026"},
    {"Anna Berg said on 2027-12-01 it was closed.", "2027-12-01", "on 2027-12-01"},
    {"Anna Berg said on March 3 it was closed.", "2027-03-03", "on March 3"},
    {"Anna Berg said on January 3 it was closed.", "2027-01-03", "on January 3"},
    {"Anna Berg said in October it was closed.", "2027-10", "in October"},
    {"Anna Berg said yesterday it was closed.", "2027-12-21", "yesterday"},
    {"Anna Berg said two days ago it was closed.", "2027-12-20", "two days ago"},
    {"Anna Berg said a week ago it was closed.", "2027-12-15", "a week ago"},
    {"Anna Berg had said a day earlier that it was closed.", "2027-12-21", "a day earlier"},
    {"Anna Berg said last week it was closed.", "", "last week"},
    {"Earlier this month Anna Berg said it was closed.", "", "Earlier this month"},
    {"Anna Berg said in a Dec. 3 post on X that it was closed.", "2027-12-03", "Dec. 3"},
    {"Anna Berg said it was closed on Monday.", "", ""},
};

TEST(dates_are_counted_from_the_day_of_the_report)
{
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        struct statements_found found = reading_of(str_of(dates[i].text), "2027-12-22");
        REQUIRE(found.count == 1);
        CHECK_STR(found.items[0].date, str_of(dates[i].date));
        CHECK_STR(found.items[0].date_text, str_of(dates[i].date_text));
    }
}

static const struct {
    const char *text;
    const char *day; // of the report; "" when it is not known
    enum report_date_origin origin;
} reports[] = {
    {"KYIV, Dec 21, 2027 (Agency) - Anna Berg left.", "2027-12-21", REPORT_DATE_DATELINE},
    {"Talks\n\n6 February 2026\n\nAnna Berg left.", "2026-02-06", REPORT_DATE_DATELINE},
    {"Talks\n\nLast updated on 6 February 2026\n\nAnna Berg left.", "2026-02-06",
     REPORT_DATE_DATELINE},
    {"date: 2026-02-06\n\nAnna Berg left on 7 March 2025.", "2026-02-06", REPORT_DATE_DATELINE},
    {"BERN, Nov. 9 (Agency) - Anna Berg will be back on November 16, 2026.", "2026-11-09",
     REPORT_DATE_DATELINE},
    {"Anna Berg left on 7 March 2025 and came back on 9 March 2025.", "2025-03-09",
     REPORT_DATE_TEXT},
    {"Anna Berg left on Saturday.", "", REPORT_DATE_UNKNOWN},
};

TEST(the_day_of_the_report_is_found_where_it_stands)
{
    for (size_t i = 0; i < sizeof reports / sizeof reports[0]; i++) {
        struct statements_found found = reading_of(str_of(reports[i].text), NULL);
        struct str day = found.date.year ? date_iso(&found.date, tap_arena()) : STR("");
        CHECK_STR(day, str_of(reports[i].day));
        CHECK_INT(found.date_origin, reports[i].origin);
    }
}

TESTS(TAP_ENTRY(dates_are_counted_from_the_day_of_the_report),
      TAP_ENTRY(the_day_of_the_report_is_found_where_it_stands))
