// SPDX-License-Identifier: Apache-2.0
#include "tap.h"
#include "timetable/rules.h"

TEST(every_day_of_ten_millennia_has_one_date)
{
    struct civil expected = {1, 1, 1};
    for (int64_t day = DAY_FIRST; day <= DAY_LAST; day++) {
        struct civil civil = civil_of_day(day);
        if (civil.year != expected.year || civil.month != expected.month ||
            civil.day != expected.day || day_of_civil(civil) != day) {
            CHECK_INT(day, -1);
            return;
        }
        if (++expected.day > days_in_month(expected.year, expected.month)) {
            expected.day = 1;
            expected.month = expected.month % 12 + 1;
            expected.year += expected.month == 1;
        }
    }
    CHECK_INT(expected.year, 10000);
}

TEST(dates_that_do_not_exist_are_refused)
{
    static const struct str dates[] = {
        STR_INIT("2023-02-29"), STR_INIT("2024-13-01"), STR_INIT("2024-00-10"),
        STR_INIT("0000-01-01"), STR_INIT("2024-1-1"),   STR_INIT("2024-01-01x"),
        STR_INIT(""),           STR_INIT("24-01-01"),
    };
    int64_t day;
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++)
        CHECK(!day_parse(dates[i], &day));
    int64_t minutes;
    bool has_time;
    CHECK(!moment_parse(STR("2024-01-01T25:00"), &minutes, &has_time));
    CHECK(moment_parse(STR("2024-01-01 24:00"), &minutes, &has_time) && has_time);
}

TEST(periods_are_read_and_printed)
{
    static const struct {
        struct str text;
        struct str printed;
    } cases[] = {
        {STR_INIT("P30D"), STR_INIT("P30D")},
        {STR_INIT("P2W"), STR_INIT("P14D")},
        {STR_INIT("P18M"), STR_INIT("P1Y6M")},
        {STR_INIT("-P7CD"), STR_INIT("-P7CD")},
        {STR_INIT("PT72H"), STR_INIT("PT72H")},
        {STR_INIT("P10WD"), STR_INIT("P10WD")},
        {STR_INIT("P1M15D"), STR_INIT("P1M15D")},
        {STR_INIT("P0D"), STR_INIT("P0D")},
        {STR_INIT("1st-of-month+2"), STR_INIT("1st-of-month+2")},
        {STR_INIT("P3M,1st-of-month+1"), STR_INIT("P3M,1st-of-month+1")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct period period;
        struct error error;
        REQUIRE_DONE(period_parse(cases[i].text, &period, &error), &error);
        CHECK_STR(period_print(tap_arena(), &period), cases[i].printed);
    }
    static const struct str wrong[] = {
        STR_INIT(""),      STR_INIT("P"),     STR_INIT("30D"),  STR_INIT("PD"),
        STR_INIT("P3X"),   STR_INIT("P3H"),   STR_INIT("P1"),   STR_INIT("P9999999999D"),
        STR_INIT("PT"),    STR_INIT("P-3D"),  STR_INIT("P1D,"), STR_INIT("1st-of-month+"),
        STR_INIT("--P1D"), STR_INIT("PTT1H"),
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct period period;
        struct error error;
        CHECK(!period_parse(wrong[i], &period, &error));
    }
}

static struct str end_of(const char *rules, const char *start, const char *period)
{
    const struct rules *named;
    struct period read;
    struct due due;
    struct error error;
    int64_t minutes;
    bool has_time;
    if (!moment_parse(str_of(start), &minutes, &has_time) ||
        !rules_formula(str_of(rules), str_of(period), &named, &read, &error) ||
        !rules_end(named, &calendar_plain, minutes, has_time, &read, &due, &error))
        return STR("refused");
    return moment_print(tap_arena(), due.minutes, due.has_time);
}

// Numbers are those of the articles.
TEST(rule_sets_differ_where_the_law_differs)
{
    static const struct {
        const char *rules;
        const char *start;
        const char *period;
        struct str end;
    } cases[] = {
        // 1182/71 art. 3(4): moved to the next working day
        {"EU-1182/71", "2024-03-01", "P15D", STR_INIT("2024-03-18")},
        {"ETS-76", "2024-03-01", "P15D", STR_INIT("2024-03-18")},
        {"trade", "2024-03-01", "P15D", STR_INIT("2024-03-16")},
        {"calendar", "2024-03-01", "P15D", STR_INIT("2024-03-16")},
        // 1182/71 art. 3(5): two working days at least, when the period has two days or more
        {"EU-1182/71", "2024-03-01", "P2D", STR_INIT("2024-03-05")},
        {"EU-1182/71", "2024-03-01", "P1D", STR_INIT("2024-03-04")},
        {"ETS-76", "2024-03-01", "P2D", STR_INIT("2024-03-04")},
        // 1182/71 art. 3(1), (4): hours begin with the next full hour and are never moved
        {"EU-1182/71", "2024-03-01T10:30", "PT24H", STR_INIT("2024-03-02T11:00")},
        {"EU-1182/71", "2024-03-01T10:00", "PT24H", STR_INIT("2024-03-02T11:00")},
        {"ETS-76", "2024-03-01T10:30", "PT24H", STR_INIT("2024-03-02T10:30")},
        // counted back: never moved
        {"EU-1182/71", "2024-03-11", "-P1D", STR_INIT("2024-03-10")},
        {"WORKING-DAYS", "2024-03-11", "-P1WD", STR_INIT("2024-03-08")},
        {"calendar", "2024-03-11", "-P1M", STR_INIT("2024-02-11")},
        {"calendar", "2024-03-11", "P7CD", STR_INIT("2024-03-19")},
        {"calendar", "9999-12-31", "P1D", STR_INIT("refused")},
        {"calendar", "0001-01-01", "-P1D", STR_INIT("refused")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_STR(end_of(cases[i].rules, cases[i].start, cases[i].period), cases[i].end);
}

TEST(an_end_never_comes_earlier_for_a_later_event)
{
    static const char *const periods[] = {"P1M", "P30D", "P10WD", "-P1M", "1st-of-month+2", "P2D"};
    for (const struct rules *rules = rule_sets; rules->name; rules++)
        for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++) {
            struct period period;
            struct error error;
            REQUIRE_DONE(period_parse(str_of(periods[i]), &period, &error), &error);
            int64_t before = INT64_MIN;
            for (int64_t day = 19000; day < 20600; day++) {
                struct due due;
                REQUIRE_DONE(rules_end(rules, &calendar_plain, day * DAY_MINUTES, false, &period,
                                       &due, &error),
                             &error);
                REQUIRE(due.minutes >= before);
                before = due.minutes;
            }
        }
}

TESTS(TAP_ENTRY(every_day_of_ten_millennia_has_one_date),
      TAP_ENTRY(dates_that_do_not_exist_are_refused), TAP_ENTRY(periods_are_read_and_printed),
      TAP_ENTRY(rule_sets_differ_where_the_law_differs),
      TAP_ENTRY(an_end_never_comes_earlier_for_a_later_event))
