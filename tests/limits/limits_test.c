// SPDX-License-Identifier: Apache-2.0
// The grammar of time limits, form by form: our own sentences for each pattern of legal time phrases.
#include "base/builder.h"
#include "tap.h"
#include "time_limits/limits.h"

#define NONE INT64_MIN // unbounded

struct expected {
    const char *text;
    const char *phrase; // NULL: nothing is to be found
    const char *relation;
    int64_t min;
    int64_t max;
    const char *unit;
    const char *value;
};

static struct limits_found found_in(struct str text)
{
    struct limits_found found = {0};
    struct error error;
    if (!limits_read(&(struct limits_text){.name = STR("test"), .text = text}, tap_arena(), &found,
                     &error))
        CHECK(false);
    return found;
}

static void check_bound(bool has_bound, int64_t bound, int64_t wanted)
{
    CHECK_INT(has_bound ? bound : NONE, wanted);
}

static void check_one(const struct expected *expected)
{
    struct limits_found found = found_in(str_of(expected->text));
    if (!expected->phrase) {
        CHECK_INT(found.count, 0);
        if (found.count > 0)
            CHECK_STR(found.items[0].phrase, str_of(expected->text));
        return;
    }
    if (found.count == 0) {
        CHECK_STR(STR("nothing found"), str_of(expected->phrase));
        return;
    }
    const struct limit *limit = &found.items[0];
    CHECK_STR(limit->phrase, str_of(expected->phrase));
    CHECK_STR(str_of(limit_relation_name(limit->relation)), str_of(expected->relation));
    check_bound(limit->has_min, limit->min, expected->min);
    check_bound(limit->has_max, limit->max, expected->max);
    CHECK_STR(str_of(quantity_unit_name(limit->unit, limit->is_working)), str_of(expected->unit));
    CHECK_STR(limit->value, str_of(expected->value));
}

static void check_all(const struct expected *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_one(&cases[i]);
}
#define CHECK_ALL(cases) check_all(cases, sizeof(cases) / sizeof(cases)[0])

TEST(periods_after_an_event_are_read)
{
    static const struct expected cases[] = {
        {"It shall reply within twenty-one (21) days of receipt.",
         "within twenty-one (21) days of receipt", "within_after", 0, 21, "day", "P21D"},
        {"They meet within one hundred and twenty (120) hours after the truce.",
         "within one hundred and twenty (120) hours after the truce", "within_after", 0, 120,
         "hour", "PT120H"},
        {"It decides within 10 working days.", "within 10 working days", "within_after", 0, 10,
         "working day", "P10D"},
        {"It acts within a further period of two to three weeks from the vote.",
         "within a further period of two to three weeks from the vote", "within_after", 0, 3,
         "week", "P3W"},
        {"A vote is held between 60 and 90 days after the truce.",
         "between 60 and 90 days after the truce", "between_after", 60, 90, "day", "P60D/P90D"},
        {"A vote is held between two weeks and three weeks from the truce.",
         "between two weeks and three weeks from the truce", "between_after", 2, 3, "week",
         "P2W/P3W"},
        {"A vote is held not less than ten (10) nor more than 60 days after the truce.",
         "not less than ten (10) nor more than 60 days after the truce", "between_after", 10, 60,
         "day", "P10D/P60D"},
        {"A vote is held at least two weeks and at most three weeks after the truce.",
         "at least two weeks and at most three weeks after the truce", "between_after", 2, 3,
         "week", "P2W/P3W"},
        {"A vote is held at least two weeks after the truce.", "at least two weeks after the truce",
         "at_least_after", 2, NONE, "week", "P2W"},
        {"Within the first six (6) months of the Interim Period a census is held.",
         "Within the first six (6) months of the Interim Period", "within_after", 0, 6, "month",
         "P6M"},
        {"Reports are due within 1,095 days of accession.", "within 1,095 days of accession",
         "within_after", 0, 1095, "day", "P1095D"},
        {"It replies within half a year of the request.", "within half a year of the request",
         "within_after", 0, 6, "month", "P6M"},
        {"The lists follow within seventy-two-hours upon the signing.",
         "within seventy-two-hours upon the signing", "within_after", 0, 72, "hour", "PT72H"},
        {"The panel reports no later than four (4) months into the Interim Period.",
         "no later than four (4) months into the Interim Period", "no_later_than_after", NONE, 4,
         "month", "P4M"},
        {"Duties end twelve years after entry into force.", "twelve years after entry into force",
         "exactly_after", 12, 12, "year", "P12Y"},
        {"On the expiry of eight months the mandate ends.", "On the expiry of eight months",
         "exactly_after", 8, 8, "month", "P8M"},
        {"Ships leave not earlier than six months after the landing.",
         "not earlier than six months after the landing", "no_earlier_than_after", 6, NONE, "month",
         "P6M"},
        {"If more than three years have elapsed since the deposit, it lapses.",
         "If more than three years have elapsed since the deposit", "at_least_after", 3, NONE,
         "year", "P3Y"},
        {"By EIF + 11 days all units leave.", "By EIF + 11 days", "no_later_than_after", NONE, 11,
         "day", "P11D"},
        {"D + 10 - first meeting of the staffs", "D + 10", "exactly_after", 10, 10, "day", "P10D"},
        {"One year thereafter the duty falls.", "One year thereafter", "exactly_after", 1, 1,
         "year", "P1Y"},
    };
    CHECK_ALL(cases);
}

TEST(periods_before_an_event_are_counted_back)
{
    static const struct expected cases[] = {
        {"It is filed at least two months prior to the election.",
         "at least two months prior to the election", "at_least_before", NONE, -2, "month", "P2M"},
        {"Polls are held sixty (60) days before the end of the Interim Period.",
         "sixty (60) days before the end of the Interim Period", "exactly_before", -60, -60, "day",
         "P60D"},
        {"Notes go out no later than 30 days before the session.",
         "no later than 30 days before the session", "no_later_than_before", NONE, -30, "day",
         "P30D"},
        {"Lists are fixed within six weeks prior to the vote.",
         "within six weeks prior to the vote", "within_before", -6, 0, "week", "P6W"},
        {"It may leave with at least fourteen (14) days' notice.",
         "with at least fourteen (14) days' notice", "at_least_after", 14, NONE, "day", "P14D"},
        {"It tells the other three months in advance.", "three months in advance",
         "at_least_before", NONE, -3, "month", "P3M"},
        {"It ends on the day immediately preceding the accession.",
         "on the day immediately preceding the accession", "exactly_before", -1, -1, "day", "P1D"},
    };
    CHECK_ALL(cases);
}

TEST(a_notice_may_be_bounded_on_both_sides)
{
    static const struct expected cases[] = {
        {"Notice is given no fewer than five and no more than ten working days before the hearing.",
         "no fewer than five and no more than ten working days before the hearing",
         "between_before", -10, -5, "working day", "P5D/P10D"},
        {"Notice is given not less than 10 days nor more than 60 days before the meeting.",
         "not less than 10 days nor more than 60 days before the meeting", "between_before", -60,
         -10, "day", "P10D/P60D"},
    };
    CHECK_ALL(cases);
}

TEST(ordinals_count_from_the_event_or_from_the_first_day_of_a_process)
{
    static const struct expected cases[] = {
        {"It starts on day 2 of the truce at the latest.", "on day 2 of the truce at the latest",
         "nth_day_latest", NONE, 1, "day", "day 2"},
        {"Starting on day 1 after the elections, guards return.",
         "Starting on day 1 after the elections", "nth_day", 1, 1, "day", "day 1"},
        {"In force on the thirtieth day after the deposit.",
         "on the thirtieth day after the deposit", "nth_day", 30, 30, "day", "day 30"},
        {"In force on the first day of the third month following the deposit.",
         "on the first day of the third month following the deposit", "nth_month", 3, 3, "month",
         "month 3"},
        {"In force on the first day of the month following the exchange.",
         "on the first day of the month following the exchange", "nth_month", 1, 1, "month",
         "month 1"},
        {"Polls on the 1st date of the 27th month of the Transition.",
         "on the 1st date of the 27th month of the Transition", "nth_month", 26, 26, "month",
         "month 27"},
        {"A review begins on the second anniversary of the entry into force.",
         "on the second anniversary of the entry into force", "nth_year", 2, 2, "year", "year 2"},
        {"It ends before the end of the first year after the entry into force.",
         "before the end of the first year after the entry into force", "no_later_than_after", NONE,
         1, "year", "P1Y"},
    };
    CHECK_ALL(cases);
}

TEST(dates_are_read_in_their_usual_forms)
{
    static const struct expected cases[] = {
        {"It opens not later than 1 January 1975.", "not later than 1 January 1975", "by_date",
         NONE, NONE, "", "1975-01-01"},
        {"It opens by the end of March 2020.", "by the end of March 2020", "by_date", NONE, NONE,
         "", "2020-03-31"},
        {"It ends by the end of 2015.", "by the end of 2015", "by_date", NONE, NONE, "",
         "2015-12-31"},
        {"It starts from 00:01hrs (local time) on 27 July 2020.",
         "from 00:01hrs (local time) on 27 July 2020", "from_date", NONE, NONE, "", "2020-07-27"},
        {"It takes effect on September 19, 2031.", "on September 19, 2031", "on_date", NONE, NONE,
         "", "2031-09-19"},
        {"It stops on the 3rd of May, 2031.", "on the 3rd of May, 2031", "on_date", NONE, NONE, "",
         "2031-05-03"},
        {"Paid by 2031-02-28.", "by 2031-02-28", "by_date", NONE, NONE, "", "2031-02-28"},
        {"Paid by 28.02.2031.", "by 28.02.2031", "by_date", NONE, NONE, "", "2031-02-28"},
        {"Polls will be held in October 2031.", "in October 2031", "in_date", NONE, NONE, "",
         "2031-10"},
        {"Trade opens before 1 June 2031.", "before 1 June 2031", "before_date", NONE, NONE, "",
         "2031-06-01"},
        {"Polls by the second quarter of 2031.", "by the second quarter of 2031", "by_date", NONE,
         NONE, "", "2031-06-30"},
        {"It ends before the end of the year 2031.", "before the end of the year 2031", "by_date",
         NONE, NONE, "", "2031-12-31"},
        {"It entered into force on 1 May 2031 and ends on 3 May 2032.", "on 3 May 2032", "on_date",
         NONE, NONE, "", "2032-05-03"},
        {"Paid by 31 February 2031.", "by 31 February 2031", "by_date", NONE, NONE, "", ""},
    };
    CHECK_ALL(cases);
}

TEST(dates_that_name_a_document_are_no_limits)
{
    static const struct expected cases[] = {
        {"The line follows the Memorandum of September 19, 2014.", NULL, NULL, 0, 0, NULL, NULL},
        {"The Protocol signed in Alder on 5 September 2014 applies.", NULL, NULL, 0, 0, NULL, NULL},
        {"The areas that voted in the 2001 plebiscite join.", NULL, NULL, 0, 0, NULL, NULL},
        {"Recalling the law adopted within two years of the war,", NULL, NULL, 0, 0, NULL, NULL},
        {"The voters must be at least 18 years of age.", NULL, NULL, 0, 0, NULL, NULL},
        {"The following information is given in the annex below.", NULL, NULL, 0, 0, NULL, NULL},
    };
    CHECK_ALL(cases);
}

TEST(durations_and_recurrences_are_read)
{
    static const struct expected cases[] = {
        {"The truce holds for a period of seven (7) days.", "for a period of seven (7) days",
         "duration", 7, 7, "day", "P7D"},
        {"The exchange shall not exceed forty-eight (48) hours.",
         "shall not exceed forty-eight (48) hours", "duration", 0, 48, "hour", "PT48H"},
        {"Aid is given for a period not exceeding one year.", "for a period not exceeding one year",
         "duration", 0, 1, "year", "P1Y"},
        {"It may be prolonged by one year.", "prolonged by one year", "extension", 0, 1, "year",
         "P1Y"},
        {"It is renewed for successive periods of ten years.",
         "for successive periods of ten years", "every", 10, 10, "year", "P10Y"},
        {"The Board shall meet at least once in six (6) months.", "at least once in six (6) months",
         "every", 0, 6, "month", "P6M"},
        {"They meet twice a year.", "twice a year", "every", 6, 6, "month", "P6M"},
        {"They meet every other week.", "every other week", "every", 2, 2, "week", "P2W"},
        {"The Board meets bi-monthly.", "bi-monthly", "every", 2, 2, "month", "P2M"},
        {"They hold biennial reviews.", "biennial", "every", 2, 2, "year", "P2Y"},
        {"They report quarterly.", "quarterly", "every", 3, 3, "month", "P3M"},
    };
    CHECK_ALL(cases);
}

TEST(events_without_a_number_are_read)
{
    static const struct expected cases[] = {
        {"Upon entry into force the duty ends.", "Upon entry into force", "upon", 0, 0, "day", ""},
        {"Guards stay until a lasting truce is agreed upon.",
         "until a lasting truce is agreed upon", "until", 0, 0, "day", ""},
        {"Once the withdrawal has been verified by the mission, talks open.",
         "Once the withdrawal has been verified", "after", 0, NONE, "day", ""},
        {"It opens provided that paragraph 4 has been implemented.",
         "provided that paragraph 4 has been implemented", "condition", 0, NONE, "day", ""},
        {"It ends by the end of the Interim Period.", "by the end of the Interim Period", "by",
         NONE, 0, "day", ""},
        {"It is done concurrently with the withdrawal of all forces.",
         "concurrently with the withdrawal of all forces", "at", 0, 0, "day", ""},
        {"It falls on the same day as the treaty takes effect.",
         "on the same day as the treaty takes effect", "at", 0, 0, "day", ""},
        {"Lists are fixed before the elections.", "before the elections", "before", NONE, 0, "day",
         ""},
    };
    CHECK_ALL(cases);
}

TEST(vague_terms_are_open_and_get_no_number)
{
    static const char *const texts[] = {
        "The parties shall promptly exchange lists.",
        "All forces shall immediately freeze.",
        "It shall answer within a reasonable period of time.",
        "It shall answer without undue delay.",
        "They shall meet as soon as practicable.",
        "They shall meet at regular intervals.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct limits_found found = found_in(str_of(texts[i]));
        REQUIRE(found.count == 1);
        CHECK(found.items[0].is_open);
        CHECK(!found.items[0].has_max);
        CHECK_INT(found.items[0].value.length, 0);
    }
}

TEST(a_limit_is_bound_to_what_it_counts_from)
{
    struct limits_found found = found_in(STR(
        "1. The withdrawal of heavy weapons shall start on 1 May 2031 and shall be completed "
        "within "
        "14 days.\n\n2. Prisoners are exchanged five days after the withdrawal.\n\n3. If a breach "
        "occurs, the commission meets within 24 hours.\n\n4. Lists follow within 3 days of the "
        "signing of this text.\n"));
    REQUIRE(found.count == 5);
    CHECK_INT(found.items[0].binding, BINDING_DATE);
    CHECK_INT(found.items[1].binding, BINDING_IMPLIED);
    CHECK_INT(found.items[1].joins, 0);
    CHECK_INT(found.items[2].binding, BINDING_STEP);
    CHECK_INT(found.items[2].joins, 1); // after the withdrawal: after its end
    CHECK_INT(found.items[2].reference_side, LIMIT_END);
    CHECK_INT(found.items[1].reference_side, LIMIT_START);
    CHECK_INT(found.items[0].step_number, found.items[1].step_number);
    CHECK_STR(found.steps[found.items[0].step_number].name, STR("withdrawal.heavy.weapons"));
    CHECK_STR(found.items[3].reference, STR("a breach occurs"));
    CHECK_INT(found.items[4].binding, BINDING_SIGNING);
    CHECK_STR(found.items[4].clause, STR("4"));
}

TEST(a_clause_that_begins_a_sentence_goes_to_its_comma)
{
    static const struct {
        const char *text;
        const char *reference;
        const char *step;
    } cases[] = {
        {"After agreeing on new borders, both sides shall respect them.", "agreeing on new borders",
         "both sides shall respect them"},
        {"Once all parties agree to this text, the truce shall take effect.",
         "all parties agree to this text", "the truce shall take effect"},
        {"Once autonomy has been achieved by the Region, the Board shall be dissolved.",
         "autonomy has been achieved by the Region", "the Board shall be dissolved"},
        {"Once autonomy has been achieved by the Region then the Board shall be dissolved.",
         "autonomy has been achieved by the Region", "the Board shall be dissolved"},
        {"As soon as the funds are paid into the account, the works shall begin.",
         "the funds are paid into the account", "the works shall begin"},
        {"Once the troops have withdrawn from the zone, observers shall enter it.",
         "the troops have withdrawn from the zone", "observers shall enter it"},
        // Another time, or no clause behind the comma: the event ends where its verb does.
        {"After the map is agreed in 2031, the Commission shall mark the border.",
         "the map is agreed", NULL},
        {"After the parties have agreed on the map the Commission shall mark it.",
         "the parties have agreed", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct limits_found found = found_in(str_of(cases[i].text));
        REQUIRE(found.count > 0);
        CHECK_STR(found.items[0].reference, str_of(cases[i].reference));
        if (cases[i].step)
            CHECK_STR(found.items[0].step, str_of(cases[i].step));
    }
}

TEST(a_limit_is_not_bound_to_another_clause_that_it_does_not_take_up)
{
    struct limits_found found =
        found_in(STR("1. The Parties shall enter into consultations within 10 days of a request.\n"
                     "2. If the consultations fail within 60 days, a panel shall be set up.\n"
                     "3. A member may leave by giving six months' notice.\n"));
    if (!CHECK_INT(found.count, 3))
        return;
    CHECK_INT(found.items[1].binding, BINDING_IMPLIED);
    CHECK_INT(found.items[1].joins, 0);
    CHECK_INT(found.items[2].binding, BINDING_NONE);
}

TEST(lines_and_columns_count_characters_from_one)
{
    struct limits_found found = found_in(STR("First.\n\n\xc3\x89tat: it ends by 1 May 2031."));
    REQUIRE(found.count == 1);
    CHECK_INT(found.items[0].line, 3);
    CHECK_INT(found.items[0].column, 15);
}

TEST(a_phrase_may_go_over_the_end_of_a_line)
{
    struct limits_found found =
        found_in(STR("It shall reply within\nthirty days of the date of\nreceipt."));
    REQUIRE(found.count == 1);
    CHECK_STR(found.items[0].phrase, STR("within thirty days of the date of receipt"));
}

TEST(a_form_feed_is_white_space)
{
    struct limits_found found = found_in(STR("It ends\fwithin \v three days."));
    REQUIRE(found.count == 1);
    CHECK_STR(found.items[0].value, STR("P3D"));
}

TEST(alternatives_are_tied_by_whichever_comes_first)
{
    struct limits_found found = found_in(STR(
        "It ends eight years after Adoption Day or on the date on which the report is submitted, "
        "whichever is earlier."));
    REQUIRE(found.count == 2);
    CHECK_INT(found.items[0].group, 1);
    CHECK_INT(found.items[1].group, 1);
    CHECK(!found.items[1].takes_later);
}

TEST(the_year_comes_from_the_closing_formula)
{
    struct limits_found found = found_in(
        STR("It ends by the end of the year.\n\nDone at Alder, this 3rd day of May 2031.\n"));
    REQUIRE(found.count == 2);
    CHECK_STR(found.items[0].value, STR("2031-12-31"));
    CHECK_INT(found.document_date.month, 5);
}

TEST(only_a_date_that_dates_the_text_is_its_own)
{
    static const struct {
        const char *text;
        uint32_t year; // of the text's own date, 0: none
        bool is_signing;
    } cases[] = {
        {"Agreement on works\n\nMinsk, 12 February 2015\n\n1. It ends in June.\n", 2015, true},
        {"Agreement on works\n\n3 March 2031\n\n1. The flow is kept.\n", 2031, true},
        {"1. The flow is kept.\n\nMinsk, 12 February 2015\n", 2015, true},
        // What a clause announces, lists or sets in a table says when something is done.
        {"Works\n\n2. The lock shall be completed as follows:\n\n31 December 2028\n", 0, false},
        {"Works\n\n2. The lock shall be completed as follows:\n\nAlder, 31 December 2028\n", 0,
         false},
        {"Works\n\n2. The lock shall be completed by these days\n\n31 December 2028\n\n"
         "30 June 2029\n",
         0, false},
        {"Works\n\nArticle 2\n\nThe lock shall be completed, in turn:\n\n31 December 2028;\n\n"
         "30 June 2029\n",
         0, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct limits_found found = found_in(str_of(cases[i].text));
        CHECK_INT(found.document_date.year, cases[i].year);
        CHECK_INT(found.is_signing_date, cases[i].is_signing);
    }
}

TEST(a_day_of_each_year_has_no_year)
{
    static const char *const texts[] = {
        "The flow is kept from 1 May to 30 September of each year.\n\nMinsk, 12 February 2015\n",
        "Reports shall be sent by 31 March and by 30 September of every year.\n\n"
        "Minsk, 12 February 2015\n",
        "The flow is kept from 1 May until 30 September every calendar year.\n\n"
        "Minsk, 12 February 2015\n",
        "The flow is kept from 1 May to 30 September annually.\n\nMinsk, 12 February 2015\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct limits_found found = found_in(str_of(texts[i]));
        for (size_t k = 0; k < found.count; k++)
            if (found.items[k].has_date && found.items[k].date.month > 2)
                CHECK_INT(found.items[k].date.year, 0);
    }
    struct limits_found once =
        found_in(STR("It ends by 30 September.\n\nMinsk, 12 February 2015\n"));
    REQUIRE(once.count == 2);
    CHECK_STR(once.items[0].value, STR("2015-09-30"));
}

TEST(a_comma_does_not_part_a_time_from_its_event)
{
    static const char *const texts[] = {
        "Lists shall be exchanged not later than six months, from the date of signature.",
        "Lists shall be exchanged within six months, counted from the date of signature.",
        "Lists shall be exchanged within six months, as from the date of signature.",
        "Lists shall be exchanged within six months, starting on the date of signature."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct limits_found found = found_in(str_of(texts[i]));
        REQUIRE(found.count == 1);
        CHECK_STR(found.items[0].value, STR("P6M"));
        CHECK_INT(found.items[0].binding, BINDING_SIGNING);
        CHECK(found.items[0].has_max && found.items[0].max == 6);
    }
    // Another clause behind the comma is one of its own.
    struct limits_found two = found_in(
        STR("Lists shall be exchanged within six months, after which the seat shall move."));
    REQUIRE(two.count >= 1);
    CHECK(two.items[0].binding != BINDING_SIGNING);
}

TEST(what_speaks_of_time_and_is_no_limit_is_listed)
{
    static const struct {
        const char *text;
        const char *unread; // NULL: nothing
    } cases[] = {
        {"The office keeps hundred days of stock.", "hundred days"},
        {"The gates open Monday mornings to all.", "Monday"},
        {"The lists are kept; the quota of 30 days is shared.", "30 days"},
        {"The Board may move the deadline, a deadline of its own.", "deadline"},
        {"The reserve covers week 12 alone.", "week 12"},
        {"The tally names 5 May 2031 as free.", "5 May 2031"},
        // In whatever way a number stands near a unit of time.
        {"The claim lapses two years and one day after the loss.", "two years and one day"},
        {"The pump runs 2\xc2\xbe hours.", "2\xc2\xbe hours"},
        {"The ban covers ten uninterrupted days.", "ten uninterrupted days"},
        {"A letter counts as received on the next business day.", "next business day"},
        {"A letter of the following month is late.", "following month"},
        {"A letter sent past 17:00 counts as late.", "17:00"},
        {"The work ends before the winter.", "winter"},
        {"The court rules on the eve of the vote.", "on the eve of"},
        // Words for how soon, how often, and for what happens, wherever no form knows them.
        {"The seat passes with the first sitting of the new house.", "with the first sitting"},
        {"The lists go together with each set of accounts.", "together with each"},
        {"The sum is released when the certificate is issued.", "when the certificate is issued"},
        {"The budget covers 2031 to 2035.", "2031 to 2035"},
        {"The list is kept by post and upon application.", NULL},
        {"The seat changes halfway through the term.", "halfway"},
        {"The tally names the fourth anniversary.", "fourth anniversary"},
        {"Time limits", NULL}, // a heading
        {"The ratio is 40:70, and 3 visitors came with the day boat.", NULL},
        // Numbers, other documents, persons and what a limit covers are not.
        {"The quota is 30 tons in 4 lots, and 12 members vote.", NULL},
        {"The Protocol of 3 May 2020 and Regulation 2016/679 of 27 April 2016 apply.", NULL},
        {"A judge is at least 40 years of age.", NULL},
        {"The lists shall be exchanged within 30 days of signature.", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct limits_found found = found_in(str_of(cases[i].text));
        CHECK_INT(found.unread_count, cases[i].unread ? 1 : 0);
        if (found.unread_count > 0)
            CHECK_STR(found.unread[0].phrase, str_of(cases[i].unread));
    }
    // However many are joined, reading them takes no deeper stack.
    struct builder many = builder_make(tap_arena());
    builder_add_c(&many, "The ban covers");
    for (size_t i = 0; i < 300000; i++)
        builder_add_c(&many, " ten odd days and");
    CHECK_INT(found_in(builder_str(&many)).unread_count, 150000);
    struct limits_found placed = found_in(STR("1. It ends.\n\n2. The tally names week 7.\n"));
    REQUIRE(placed.unread_count == 1);
    CHECK_INT(placed.unread[0].line, 3);
    CHECK_INT(placed.unread[0].column, 20);
    CHECK_STR(placed.unread[0].clause, STR("2"));
}

TEST(what_a_limit_does_not_say_is_told_as_assumed)
{
    static const struct {
        const char *text;
        bool is_assumed; // of the last limit
    } cases[] = {
        {"1. Lists shall be exchanged by 1 May 2031. The seat shall be moved within 9 days.", true},
        {"1. Lists shall be exchanged by 1 May 2031. The seat shall be moved 9 days thereafter.",
         false},
        {"1. Lists shall be exchanged within 9 days of signature.", false},
        {"1. Lists shall be exchanged by 05/06/2031.", true},
        {"1. Lists shall be exchanged by 5 June 2031.", false},
        {"Minsk, 12 February 2015\n\n1. Lists shall be exchanged by 5 June.", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct limits_found found = found_in(str_of(cases[i].text));
        REQUIRE(found.count > 0);
        CHECK_INT(found.items[found.count - 1].assumed.length > 0, cases[i].is_assumed);
    }
}

TEST(rules_for_counting_are_listed_apart)
{
    struct limits_found found = found_in(STR("In this text days means calendar days."));
    CHECK_INT(found.count, 0);
    REQUIRE(found.rule_count == 1);
    CHECK_STR(str_of(found.rules[0].rule), STR("calendar days"));
}

TESTS(TAP_ENTRY(periods_after_an_event_are_read),
      TAP_ENTRY(periods_before_an_event_are_counted_back),
      TAP_ENTRY(a_notice_may_be_bounded_on_both_sides),
      TAP_ENTRY(ordinals_count_from_the_event_or_from_the_first_day_of_a_process),
      TAP_ENTRY(dates_are_read_in_their_usual_forms),
      TAP_ENTRY(dates_that_name_a_document_are_no_limits),
      TAP_ENTRY(durations_and_recurrences_are_read), TAP_ENTRY(events_without_a_number_are_read),
      TAP_ENTRY(vague_terms_are_open_and_get_no_number),
      TAP_ENTRY(a_limit_is_bound_to_what_it_counts_from),
      TAP_ENTRY(a_clause_that_begins_a_sentence_goes_to_its_comma),
      TAP_ENTRY(a_limit_is_not_bound_to_another_clause_that_it_does_not_take_up),
      TAP_ENTRY(lines_and_columns_count_characters_from_one),
      TAP_ENTRY(a_phrase_may_go_over_the_end_of_a_line), TAP_ENTRY(a_form_feed_is_white_space),
      TAP_ENTRY(alternatives_are_tied_by_whichever_comes_first),
      TAP_ENTRY(the_year_comes_from_the_closing_formula),
      TAP_ENTRY(only_a_date_that_dates_the_text_is_its_own),
      TAP_ENTRY(a_day_of_each_year_has_no_year),
      TAP_ENTRY(a_comma_does_not_part_a_time_from_its_event),
      TAP_ENTRY(what_speaks_of_time_and_is_no_limit_is_listed),
      TAP_ENTRY(what_a_limit_does_not_say_is_told_as_assumed),
      TAP_ENTRY(rules_for_counting_are_listed_apart))
