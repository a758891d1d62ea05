// SPDX-License-Identifier: Apache-2.0
// Kinds of sentences with their right reading: each row is one limit of its sentence.
#include "base/builder.h"
#include "tap.h"
#include "time_limits/limits.h"

struct reading {
    const char *text;
    const char *relations; // of all limits, parted by a blank; empty: nothing is to be found
    const char *values;    // the same, "-" where the text gives no number
    const char *reference; // words that the last reference holds, or NULL
    const char *step;      // words that the last step holds, or NULL
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

static void check_reading(const struct reading *reading)
{
    struct limits_found found = found_in(str_of(reading->text));
    struct builder relations = builder_make(tap_arena());
    struct builder values = builder_make(tap_arena());
    for (size_t i = 0; i < found.count; i++) {
        const struct limit *limit = &found.items[i];
        builder_print(&relations, "%s%s", i > 0 ? " " : "", limit_relation_name(limit->relation));
        builder_print(&values, "%s%.*s", i > 0 ? "|" : "",
                      STR_ARGS(limit->value.length > 0 ? limit->value : STR("-")));
    }
    bool is_right = str_equal(builder_str(&relations), str_of(reading->relations)) &&
                    str_equal(builder_str(&values), str_of(reading->values));
    if (!is_right)
        CHECK_STR(STR("misread"), str_of(reading->text));
    CHECK_STR(builder_str(&relations), str_of(reading->relations));
    CHECK_STR(builder_str(&values), str_of(reading->values));
    const struct limit *last = found.count > 0 ? &found.items[found.count - 1] : NULL;
    if (last && reading->reference && !str_contains(last->reference, str_of(reading->reference)))
        CHECK_STR(last->reference, str_of(reading->reference));
    if (last && reading->step && !str_contains(last->step, str_of(reading->step)))
        CHECK_STR(last->step, str_of(reading->step));
}
#define CHECK_READINGS(rows)                                                                       \
    for (size_t row = 0; row < sizeof(rows) / sizeof(rows)[0]; row++)                              \
    check_reading(&(rows)[row])

TEST(days_of_a_plan_are_read)
{
    static const struct reading rows[] = {
        {"The hostages shall be exchanged on day 42.", "nth_day", "day 42", NULL, "exchanged"},
        {"The village shall be handed over on the 22nd day.", "nth_day", "day 22", NULL, NULL},
        {"Three prisoners are to be freed on Day 1 and four more on Day 7.", "nth_day nth_day",
         "day 1|day 7", NULL, "four more"},
        {"The withdrawal from the corridor is scheduled for the 50th day of the truce.", "nth_day",
         "day 50", "truce", "withdrawal"},
        {"By day 30 the corridor shall be cleared.", "nth_day_latest", "day 30", NULL, NULL},
        {"The gate shall be opened on the third day of the ceasefire.", "nth_day", "day 3",
         "ceasefire", NULL},
        {"From day 8 the patrols shall be joint.", "nth_day", "day 8", NULL, "patrols"},
        // Days that are counted, not numbered.
        {"Every second day the list shall be checked.", "every", "P2D", NULL, NULL},
    };
    CHECK_READINGS(rows);
}

TEST(a_plan_of_days_is_counted_from_what_it_begins_with)
{
    static const struct {
        const char *text;
        const char *reference;
        bool is_assumed;
    } cases[] = {
        {"1. The truce starts on 1 May 2031.\n\n2. The lists shall be exchanged on day 4.",
         "the truce", true},
        {"1. Day 1 is the day on which the withdrawal begins.\n\n2. The lists shall be exchanged "
         "on "
         "day 4.",
         "the withdrawal begins", false},
        {"1. The lists shall be exchanged on day 4.\n\n2. This Pact enters into force on 1 May "
         "2031.",
         "the entry into force", true},
        {"1. The lists shall be exchanged on day 4.", "the signature", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct limits_found found = found_in(str_of(cases[i].text));
        bool is_found = false;
        for (size_t k = 0; k < found.count; k++)
            if (found.items[k].relation == LIMIT_NTH_DAY) {
                is_found = true;
                CHECK_STR(found.items[k].reference, str_of(cases[i].reference));
                CHECK_INT(found.items[k].assumed.length > 0, cases[i].is_assumed);
            }
        CHECK(is_found);
    }
}

TEST(maxima_and_thresholds_are_read)
{
    static const struct reading rows[] = {
        {"The leave shall not exceed ten weeks for parents, eight weeks for children and four "
         "weeks "
         "for others.",
         "duration duration duration", "P10W|P8W|P4W", NULL, NULL},
        {"Leave of up to one year may be granted to a member and of up to three years to an "
         "officer.",
         "duration duration", "P1Y|P3Y", NULL, NULL},
        {"Seniority is kept where the absence is less than three months.", "duration", "P3M", NULL,
         NULL},
        {"A clerk who has completed six months of service may draw an advance.", "duration", "P6M",
         NULL, NULL},
        {"The Supplier may suspend the service if an invoice is more than thirty days past due.",
         "at_least_after", "P30D", NULL, "suspend the service"},
        {"If an invoice remains unpaid for more than 30 days, the Supplier may suspend the "
         "service.",
         "duration", "P30D", NULL, "remains unpaid"},
        {"In cases of fraud the period shall be reduced to 30 days.", "duration", "P30D", NULL,
         NULL},
        {"The leave shall last for one year or less.", "duration", "P1Y", NULL, "leave"},
        {"The penalty may be imposed for no more than six months following the decision.",
         "duration", "P6M", "the decision", "penalty"},
        {"The mandate is extended for another year, until 1 May 2031.", "extension by_date",
         "P1Y|2031-05-01", NULL, "mandate"},
        {"The Supplier may suspend the service if a bill is thirty or more days late.",
         "at_least_after", "P30D", NULL, NULL},
        {"The term of the licence is five (5) years, beginning on signature.", "duration", "P5Y",
         NULL, NULL},
        // How much in a time is no limit.
        {"Overtime shall not exceed twelve hours in any week.", "", "", NULL, NULL},
        {"The operator shall recall the product within the shorter of 15 working days and the "
         "period "
         "set by the authority.",
         "within_after", "P15D", NULL, "recall the product"},
    };
    CHECK_READINGS(rows);
}

TEST(events_are_points_in_time)
{
    static const struct reading rows[] = {
        {"The Buyer shall vacate the premises by the Expiration Date.", "by", "-",
         "Expiration Date", "vacate"},
        {"The first instalment is payable on the commencement of the lease.", "upon", "-",
         "commencement of the lease", "first instalment"},
        {"On the coming into force of the Agreement, the Parties shall release all detainees.",
         "upon", "-", "coming into force of the Agreement", "release"},
        {"At the expiration of the Agreement, either Party may propose its renewal.", "upon", "-",
         "expiration of the Agreement", "propose"},
        {"After such period, the Provider shall delete the data.", "after", "-", "such period",
         "delete"},
        {"Upon receiving a notice of loss, the carrier shall inform the sender.", "upon", "-",
         "receiving a notice", "inform the sender"},
        {"The decision shall be taken after consulting the Member States concerned.", "after", "-",
         "consulting the Member States", "decision"},
        {"All hostilities will end latest at the signing of this Memorandum.", "by", "-", "signing",
         "hostilities"},
        {"The corridor shall be cleared not before the hostages are freed.", "after", "-",
         "hostages are freed", "corridor"},
    };
    CHECK_READINGS(rows);
}

TEST(a_period_reaches_its_reference_past_asides)
{
    static const struct reading rows[] = {
        {"During the thirty-day period following delivery of the notice, the Parties shall "
         "consult.",
         "within_after", "P30D", "delivery of the notice", "consult"},
        {"During the 30 days following delivery of the notice, the Parties shall consult.",
         "within_after", "P30D", "delivery of the notice", "consult"},
        {"The seller shall inform the buyer not later than 10 days after the seller or, where "
         "applicable, the carrier, becomes aware of the loss.",
         "no_later_than_after", "P10D", "becomes aware of the loss", "inform the buyer"},
        {"The builder shall give notice not later than 28 days after the builder became aware, or "
         "should have become aware, of the delay.",
         "no_later_than_after", "P28D", "of the delay", "give notice"},
        {"A party may present a claim not later than the twenty-fifth (25th) day after the date on "
         "which it is notified.",
         "nth_day_latest", "day 25", "it is notified", "present a claim"},
        {"Completion shall take place no later than the third Business Day after the last "
         "condition is "
         "satisfied.",
         "nth_day_latest", "working day 3", "last condition is satisfied", "Completion"},
        {"The host shall answer within thirty (30) days when the request is made at the final "
         "level.",
         "within_after", "P30D", "request is made", "answer"},
        {"The authority shall act within seven days from the date it received the notice.",
         "within_after", "P7D", "received the notice", "act"},
        {"Where, within three months of receipt of the notice referred to in Article 9(5), "
         "objections "
         "are raised, the Board shall decide within six weeks.",
         "within_after within_after", "P3M|P6W", NULL, "the Board shall decide"},
        {"The transition shall begin as soon as possible after three months, and in any event not "
         "later "
         "than six months, from the date of signature.",
         "at_least_after no_later_than_after", "P3M|P6M", "signature", "transition"},
        {"GAM members shall be pardoned not later than within 15 days of the signature of this "
         "Memorandum.",
         "within_after", "P15D", "signature", "pardoned"},
    };
    CHECK_READINGS(rows);
}

TEST(contracts_are_read_by_their_clauses)
{
    static const struct reading rows[] = {
        {"The Provider shall make daily backups.", "every", "P1D", NULL, "The Provider shall make"},
        {"Either side may end this lease on 15 days' notice.", "at_least_after", "P15D", NULL,
         "end"},
        {"With a period of 15 days' notice the lessor may end this lease.", "at_least_after",
         "P15D", NULL, "the lessor may end"},
        {"This Lease is made this 1st day of May, 2031.", "on_date", "2031-05-01", NULL, NULL},
        {"Effective Date: May 1, 2031", "from_date", "2031-05-01", NULL, NULL},
        {"The report referred to in Article 79(5) shall be sent within six months.", "within_after",
         "P6M", NULL, "The report referred to in Article 79(5) shall be sent"},
        {"The Parties shall meet on the first day of each month.", "every", "P1M", NULL, "meet"},
    };
    CHECK_READINGS(rows);
    struct limits_found found = found_in(STR(
        "Service Agreement\n11.06 The Employer shall publish the roster within ten days after the "
        "end of the month.\n11.07 The Union may object within five days.\n3.1.1 The Seller shall "
        "pay within 3 days of signature."));
    static const char *const clauses[] = {"11.06", "11.07", "3.1.1"};
    static const char *const actors[] = {"The Employer", "The Union", "The Seller"};
    REQUIRE(found.count == 3);
    for (size_t i = 0; i < 3; i++) {
        CHECK_STR(found.items[i].clause, str_of(clauses[i]));
        CHECK_STR(found.steps[found.items[i].step_number].who, str_of(actors[i]));
    }
}

TEST(values_are_what_the_words_say)
{
    static const struct {
        const char *text;
        int64_t min;
        int64_t max;
        const char *value;
    } cases[] = {
        {"The Board shall decide within a month and a half of signature.", 0, 45, "P45D"},
        {"The Board shall decide within one and a half years of signature.", 0, 18, "P18M"},
        {"The Board shall decide within 1.5 years of signature.", 0, 18, "P18M"},
        {"The option shall be used between 60 and 30 days before the vote.", -60, -30, "P30D/P60D"},
        {"The levy ends three years to the day after signature.", 3, 3, "P3Y"},
        {"The vote shall be held no earlier than 9 and no later than 12 months after signature.", 9,
         12, "P9M/P12M"},
        {"The stay shall last between 20 and 25 days.", 20, 25, "P20D/P25D"},
        {"The stay shall last 20~25 days.", 20, 25, "P20D/P25D"},
        {"The Board shall decide within two years and six months of signature.", 0, 30, "P30M"},
        {"The Board shall decide within one week and two days of signature.", 0, 9, "P9D"},
        {"The call shall be answered within 2\xc2\xbd hours of receipt.", 0, 150, "PT150M"},
        {"The stay shall last a week after signature.", 1, 1, "P1W"},
        {"A notice shall be served not more than twelve and not less than six months before the "
         "vote.",
         -12, -6, "P6M/P12M"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct limits_found found = found_in(str_of(cases[i].text));
        REQUIRE(found.count == 1);
        CHECK_INT(found.items[0].min, cases[i].min);
        CHECK_INT(found.items[0].max, cases[i].max);
        CHECK_STR(found.items[0].value, str_of(cases[i].value));
    }
    static const struct reading dates[] = {
        {"The work shall be done from 11 to 13 September 2031.", "from_date by_date",
         "2031-09-11|2031-09-13", NULL, NULL},
        {"The work shall be done by 19-Nov-32.", "by_date", "2032-11-19", NULL, NULL},
        {"The work shall be done in Q3 2031.", "in_date", "2031-07-01/2031-09-30", NULL, NULL},
        {"The work shall be done by the last day of July 2031.", "by_date", "2031-07-31", NULL,
         NULL},
        {"The rent shall be paid by 30 June and 31 December of each year.", "every", "P1Y", NULL,
         NULL},
        {"The work shall be done in the week of 5 May 2031.", "in_date", "2031-05-05", NULL, NULL},
        {"The invoice shall be paid on the third business day of the following month.", "nth_day",
         "working day 3", NULL, NULL},
        {"The invoice shall be paid within 48h of receipt.", "within_after", "PT48H", "receipt",
         NULL},
    };
    CHECK_READINGS(dates);
}

TEST(of_two_sides_one_counts)
{
    static const struct {
        const char *text;
        const char *relations;
        bool takes_later;
        bool is_tied;
    } cases[] = {
        {"They shall stay until the later of 1 May 2034 and the ninetieth day after the elections.",
         "by_date nth_day", true, true},
        {"It shall close on the earlier of 1 May 2034 and 1 June 2034.", "on_date on_date", false,
         true},
        {"It shall be paid within the later of 30 days after delivery and 10 days after the "
         "invoice.",
         "within_after within_after", true, true},
        {"They shall meet until the later of the vote and 1 May 2034.", "until", true, false},
        {"It shall be paid no later than the earlier of 3 May 2034 and the vote.", "by_date", false,
         false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct limits_found found = found_in(str_of(cases[i].text));
        struct builder relations = builder_make(tap_arena());
        for (size_t k = 0; k < found.count; k++) {
            builder_print(&relations, "%s%s", k > 0 ? " " : "",
                          limit_relation_name(found.items[k].relation));
            CHECK_INT(found.items[k].takes_later, cases[i].takes_later);
            CHECK_INT(found.items[k].group > 0, cases[i].is_tied);
            // Where the other side was not read, the one that was is no bound.
            CHECK(cases[i].is_tied || found.items[k].assumed.length > 0);
        }
        CHECK_STR(builder_str(&relations), str_of(cases[i].relations));
    }
}

TEST(what_lies_around_a_period_is_seen)
{
    static const struct reading rows[] = {
        {"Elections shall be held not earlier than the 180th day and not later than the 240th day "
         "following the truce.",
         "no_earlier_than_after nth_day_latest", "P180D|day 240", "truce", NULL},
        {"Talks shall end within 45 days, or 25 days in cases of urgency, after the date of "
         "receipt.",
         "within_after within_after", "P45D|P25D", "receipt", NULL},
        {"The fee shall be paid on the last day of each March, June and December.", "every", "P1Y",
         NULL, NULL},
        {"The report shall be sent each March.", "every", "P1Y", NULL, NULL},
        {"The plan shall be shown each year before the recess.", "every before", "P1Y|-", "recess",
         NULL},
        {"The margin shall fall from the second anniversary onwards.", "nth_year", "year 2", NULL,
         NULL},
        {"Clearing shall start a week later.", "exactly_after", "P1W", NULL, NULL},
        // How to count is no limit.
        {"All periods are counted in calendar days from the day following the act.", "", "", NULL,
         NULL},
    };
    CHECK_READINGS(rows);
}

TEST(what_a_drafter_says_in_other_words_is_read)
{
    static const struct reading rows[] = {
        // Days and weeks of a plan
        {"Not later than the sixteenth day, talks shall open.", "nth_day_latest", "day 16", NULL,
         "talks"},
        {"Civilians may cross from the morning of the seventh day.", "nth_day", "day 7", NULL,
         NULL},
        {"The last detainees shall go free in the sixth week.", "nth_day", "week 6", NULL, NULL},
        {"Day 6 - eight women shall go free.", "nth_day", "day 6", NULL, NULL},
        {"Medical teams shall visit the prisons on days 2 to 5.", "between_after", "day 2/day 5",
         NULL, NULL},
        {"The patrols shall stop at H-Hour.", "at", "-", "H-Hour", NULL},
        // Recurrences
        {"The programme shall be updated monthly, on or before the fifth business day.", "every",
         "P1M", NULL, NULL},
        {"The measures shall be reviewed at six-month intervals.", "every", "P6M", NULL, NULL},
        {"The subscription shall renew for one-year terms.", "every", "P1Y", NULL, NULL},
        // Lengths
        {"Incidents shall be acknowledged in under fifteen minutes.", "within_after", "PT15M", NULL,
         NULL},
        {"Claims shall be answered in no more than ninety days.", "within_after", "P90D", NULL,
         NULL},
        {"The notice shall be given 60 or more days prior to the renewal date.", "at_least_before",
         "P60D", "renewal date", NULL},
        {"The notice shall be given 10 or fewer days prior to the vote.", "within_before", "P10D",
         "vote", NULL},
        {"The claim shall be made 30 days or more after the loss.", "at_least_after", "P30D",
         "loss", NULL},
        {"The period shall be no longer than 15 months from the presentation of the report.",
         "duration", "P15M", "presentation", NULL},
        {"By the end of Day Four the last of them shall be free.", "nth_day_latest", "day 4", NULL,
         NULL},
        {"Notices shall be served not more than twelve nor less than nine months before the end of "
         "the Term.",
         "between_before", "P9M/P12M", "the Term", NULL},
        {"The chair shall be chosen in the 15 days that follow the second appointment.",
         "within_after", "P15D", "second appointment", NULL},
        {"We shall tell you not later than 36 hours after we become aware of it.",
         "no_later_than_after", "PT36H", "become aware", NULL},
        {"The mandate shall be extended for a final period ending on 20 December 2032.", "by_date",
         "2032-12-20", NULL, NULL},
        {"The Council shall decide not later than the end of that year.", "by", "-", NULL, NULL},
        // What is counted from
        {"The monitors shall look into a complaint within 24 hours of its being lodged.",
         "within_after", "PT24H", "being lodged", NULL},
        {"The monitors shall look into a complaint within 24 hours of its being lodged and report "
         "no later than two days thereafter.",
         "within_after no_later_than_after", "PT24H|P2D", NULL, NULL},
        {"The security shall be returned within 21 days of the Contractor's having received the "
         "certificate.",
         "within_after", "P21D", "having received the certificate", NULL},
        {"It shall be renewed not less than ten days before then.", "at_least_before", "P10D",
         "then", NULL},
        // Dates
        {"This Agreement is for dockers, made this 3rd day of March, 2032.", "on_date",
         "2032-03-03", NULL, NULL},
        {"The polls shall be held before the end of the first quarter of 2033.", "by_date",
         "2033-03-31", NULL, NULL},
        {"The polls shall be held by the end of Q2 2033.", "by_date", "2033-06-30", NULL, NULL},
        {"The polls shall be held on the last Sunday of October 2032.", "on_date", "2032-10-31",
         NULL, NULL},
        {"The polls shall be held on the first Monday in March 2032.", "on_date", "2032-03-01",
         NULL, NULL},
        // Points in time
        {"The quiet shall go on as long as the talks go on.", "during", "-", "the talks", NULL},
        {"It is excused for so long as the event prevents performance.", "during", "-", "the event",
         NULL},
        {"Time shall stop from the request until the date on which the answer is received.",
         "until", "-", "the answer is received", NULL},
        {"The Parties shall consult upon the written request of a Party.", "upon", "-", "Party",
         NULL},
        {"The groups shall lay down their arms at once and allow access within 72 hours of the "
         "adoption.",
         "immediately_after within_after", "-|PT72H", "adoption", NULL},
    };
    CHECK_READINGS(rows);
}

TEST(a_reading_does_not_hang_on_its_number_or_unit)
{
    static const struct {
        const char *format; // %d and a unit in the plural
        const char *relation;
    } kinds[] = {
        {"The notice shall be given %d or more %s before the vote.", "at_least_before"},
        {"The notice shall be given %d or more %s after the vote.", "at_least_after"},
        {"The notice shall be given %d %s or less after the vote.", "within_after"},
        {"The notice shall be given in under %d %s.", "within_after"},
        {"The notice shall be given in no more than %d %s.", "within_after"},
        {"The notice shall be given at intervals of %d %s.", "every"},
        {"The notice shall be given within %d %s of its being asked for.", "within_after"},
        {"The notice shall be given no less than %d %s before then.", "at_least_before"},
    };
    static const struct {
        const char *unit;
        const char *value; // %d
    } units[] = {{"hours", "PT%dH"}, {"days", "P%dD"},   {"working days", "P%dD"},
                 {"weeks", "P%dW"},  {"months", "P%dM"}, {"years", "P%dY"}};
    for (size_t kind = 0; kind < sizeof kinds / sizeof kinds[0]; kind++)
        for (size_t unit = 0; unit < sizeof units / sizeof units[0]; unit++)
            for (int number = 2; number < 100; number = number * 3 + 1) {
                struct reading reading = {
                    .text = arena_print(tap_arena(), kinds[kind].format, number, units[unit].unit)
                                .bytes,
                    .relations = kinds[kind].relation,
                    .values = arena_print(tap_arena(), units[unit].value, number).bytes};
                check_reading(&reading);
            }
}

TEST(slips_are_named)
{
    static const struct {
        const char *text;
        const char *note;
    } cases[] = {
        {"The fund shall be closed six (5) months after signature.",
         "the number in words is another than the one in figures"},
        {"The ban shall begin on Monday 1 August 2031.", "that day is a Friday, not a Monday"},
        {"The fund shall be closed six (6) months after signature.", ""},
        {"The fund shall be closed no later than the twenty-fifth (25th) day after signature.", ""},
        {"The ban shall begin on Friday 1 August 2031.", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct limits_found found = found_in(str_of(cases[i].text));
        REQUIRE(found.count == 1);
        CHECK_STR(found.items[0].note, str_of(cases[i].note));
        CHECK_INT(found.items[0].assumed.length > 0, cases[i].note[0] != '\0');
    }
}

TEST(dates_of_history_are_neither_limits_nor_unread)
{
    struct limits_found found =
        found_in(STR("The rebuilding continues after the flood of 26 December 2024."));
    CHECK_INT(found.count, 0);
    CHECK_INT(found.unread_count, 0);
}

TEST(kinds_of_the_seventh_round_are_read)
{
    static const struct reading rows[] = {
        {"No vote may be held until 72 hours after the list has been published.", "at_least_after",
         "PT72H", "list", NULL},
        {"The term may not be extended by more than two years.", "extension", "P2Y", NULL, NULL},
        {"At least ninety days must pass between the readings.", "at_least_after", "P90D", NULL,
         NULL},
        {"Interest is owed if an invoice is 45 days past its due date.", "at_least_after", "P45D",
         NULL, NULL},
        {"Invoices are payable net 30.", "within_after", "P30D", NULL, NULL},
        {"Invoices are payable net 45 days from receipt.", "within_after", "P45D", NULL, NULL},
        {"Overtime shall be balanced within the quarter in which it was worked.", "during", "-",
         "worked", NULL},
        {"Claims shall be brought by the first anniversary of delivery.", "no_later_than_after",
         "P1Y", "delivery", NULL},
        {"Access shall be restored on the business day after payment clears.", "exactly_after",
         "P1D", "payment", NULL},
        {"A permit is valid for three months at a time.", "every", "P3M", NULL, NULL},
        {"A parent may take leave until the child turns three.", "until", "-", "child", NULL},
        {"The seller may enter as soon as the buyer can give access.", "after", "-", "buyer", NULL},
        {"The pump shall be read hourly.", "every", "PT1H", NULL, NULL},
        {"The ferry shall run twice a day.", "every", "PT12H", NULL, NULL},
        {"A client may cancel up to 24 hours before the agreed appointment.",
         "no_later_than_before", "PT24H", "appointment", NULL},
        {"Prices may be raised once per contract year.", "every", "P1Y", NULL, NULL},
        {"One per cent is owed for every day of delay.", "", "", NULL, NULL},
    };
    CHECK_READINGS(rows);
}

TEST(what_the_eighth_round_missed_is_read)
{
    static const struct reading rows[] = {
        {"An appeal is decided never more than three weeks after it was lodged.",
         "no_later_than_after", "P3W", "it was lodged", NULL},
        {"Goods are inspected in no case more than five days after arrival.", "no_later_than_after",
         "P5D", "arrival", NULL},
        {"The report shall under no circumstances be sent more than ten days after the visit.",
         "no_later_than_after", "P10D", "the visit", NULL},
        {"The claim may in no event be raised after two years have passed since the delivery.",
         "no_later_than_after", "P2Y", "the delivery", NULL},
        {"No claim shall be brought after five years have elapsed since the accident.",
         "no_later_than_after", "P5Y", "the accident", NULL},
        {"The inspector comes no later than the morning after the accident.", "no_later_than_after",
         "P1D", "the accident", NULL},
        {"The draw is published on the evening before the race.", "exactly_before", "P1D",
         "the race", NULL},
        {"The keys shall be returned by the morning following the election.", "no_later_than_after",
         "P1D", "the election", NULL},
        {"The bench meets the afternoon before the hearing.", "exactly_before", "P1D",
         "the hearing", NULL},
        {"The Tenant shall give notice no earlier than fifteen and no later than nine months "
         "before the expiry.",
         "between_before", "P9M/P15M", "the expiry", NULL},
        {"Bids shall be opened not earlier than ten and not later than four days before the "
         "auction.",
         "between_before", "P4D/P10D", "the auction", NULL},
        {"Suits must be brought within one year, reckoned from the day of the refusal.",
         "within_after", "P1Y", "refusal", NULL},
        {"The authority shall decide within two months, beginning on the day of receipt.",
         "within_after", "P2M", "receipt", NULL},
        {"The buyer shall pay within ten days, calculated from the date of the invoice.",
         "within_after", "P10D", "the invoice", NULL},
        {"The Board shall answer within six weeks, running from the receipt of the file.",
         "within_after", "P6W", "the receipt of the file", NULL},
        {"The defect shall be mended within 30 days, counted from the day after the notice.",
         "within_after", "P30D", "the notice", NULL},
        {"The Franchisor may act upon the expiry of a period of grace of twenty-one days.",
         "exactly_after", "P21D", NULL, NULL},
        {"The permit lapses on the expiry of a period of six months from its issue.",
         "exactly_after", "P6M", "its issue", NULL},
        {"The guarantee ends at the end of a term of two years.", "exactly_after", "P2Y", NULL,
         NULL},
        {"The crew shall be weighed an hour and a half before the start.", "exactly_before",
         "PT90M", "the start", NULL},
        {"The doors shall be opened half an hour before the vote.", "exactly_before", "PT30M",
         "the vote", NULL},
        {"The list shall be posted a day and a half before the meeting.", "exactly_before", "PT36H",
         "the meeting", NULL},
        {"Withdrawal may not take effect before the Treaty has been in force for fifteen years.",
         "no_earlier_than_after", "P15Y", NULL, NULL},
        {"The term runs for ten years from the date when the last party ratifies.", "duration",
         "P10Y", "the last party ratifies", NULL},
        {"The buyer shall reply within a month of the moment when it learns of the defect.",
         "within_after", "P1M", "it learns of the defect", NULL},
        {"Interest shall accrue from the moment the sum falls due.", "at", "-", "the sum falls due",
         NULL},
        {"The insured shall declare the shipment before it sets out.", "before", "-", "it sets out",
         NULL},
        {"He shall hold the post until he turns seventy.", "until", "-", "he turns seventy", NULL},
        {"The pilot shall report after she lands.", "after", "-", "she lands", NULL},
        {"The goods shall be weighed before being loaded.", "before", "-", "being loaded", NULL},
        {"The witness shall take an oath after having been identified.", "after", "-",
         "having been identified", NULL},
        {"Applications must be in the secretary's hands by the first of October 2033.", "by_date",
         "2033-10-01", NULL, NULL},
        {"The accounts shall be closed by the tenth of March 2034.", "by_date", "2034-03-10", NULL,
         NULL},
        {"The fee shall be paid by the thirty-first of May 2034.", "by_date", "2034-05-31", NULL,
         NULL},
        {"Notice shall be given not later than Easter.", "by", "-", "Easter", NULL},
        {"The roof shall be finished before Christmas.", "before", "-", "Christmas", NULL},
        {"The market shall stay closed until New Year's Day.", "until", "-", "New Year", NULL},
        {"Vacancies shall be filled at the next meeting.", "at", "-", "next meeting", NULL},
        {"The Commission shall adopt the budget at its first session.", "at", "-", "first session",
         NULL},
        {"The minutes shall be signed before the next meeting of the board.", "before", "-",
         "next meeting", NULL},
        {"A count shall be made each night.", "every", "P1D", NULL, NULL},
        {"The rate may be changed not more than once in any year.", "every", "P1Y", NULL, NULL},
        {"The policy is renewed from year to year.", "every", "P1Y", NULL, NULL},
        {"The tenancy runs from month to month.", "every", "P1M", NULL, NULL},
        {"A statement shall be issued on each anniversary of the signing.", "every", "P1Y", NULL,
         NULL},
    };
    CHECK_READINGS(rows);
}

TEST(more_of_what_the_eighth_round_missed_is_read)
{
    static const struct reading rows[] = {
        {"Returns shall be made after the close of the policy year.", "after", "-",
         "the policy year", NULL},
        {"The fund shall be wound up after the expiry of the mandate.", "after", "-", "the mandate",
         NULL},
        {"The notice is deemed to arrive on the second weekday after posting.", "nth_day",
         "working day 2", "posting", NULL},
        {"The bank shall answer within five weekdays of the request.", "within_after", "P5D",
         "the request", NULL},
        {"For the 48 hours preceding each exchange no fire shall be opened.", "within_before",
         "PT48H", "each exchange", NULL},
        {"For the two weeks before the vote no poll shall be published.", "within_before", "P2W",
         "the vote", NULL},
        {"If no decision is taken, it shall go on for a further sixty days.", "extension", "P60D",
         NULL, NULL},
        {"The Franchisee may extend it twice, each time by four years.", "extension", "P4Y", NULL,
         NULL},
        {"The rope shall be replaced after 15 000 hours of service.", "at_least_after", "PT15000H",
         NULL, NULL},
        {"This Agreement begins on the Opening Date.", "at", "-", "the Opening Date", NULL},
        {"The rent falls due on the Rent Commencement Date.", "at", "-",
         "the Rent Commencement Date", NULL},
        {"The balance is payable when the lease is signed.", "upon", "-", "the lease is signed",
         NULL},
        {"The second half shall be paid when the certificate is issued.", "upon", "-",
         "the certificate is issued", NULL},
        {"The escort leaves when the last bus has crossed the line.", "upon", "-",
         "the last bus has crossed the line", NULL},
        {"Logs shall be kept throughout the voyage.", "during", "-", "the voyage", NULL},
        {"The loan shall in no case be repaid more than ten years after the first drawing.",
         "no_later_than_after", "P10Y", "the first drawing", NULL},
        {"An objection may not be raised after sixty days have passed since the notice.",
         "no_later_than_after", "P60D", "the notice", NULL},
        {"The list shall be read out on the morning after the vote.", "exactly_after", "P1D",
         "the vote", NULL},
        {"The seals shall be broken by the evening following the count.", "no_later_than_after",
         "P1D", "the count", NULL},
        {"Tenders shall be lodged no sooner than eight and no later than three weeks before the "
         "award.",
         "between_before", "P3W/P8W", "the award", NULL},
        {"The court shall rule within six weeks, computed from the filing of the brief.",
         "within_after", "P6W", "the filing of the brief", NULL},
        {"The supplier may stop on the expiry of a notice period of fourteen days.",
         "exactly_after", "P14D", NULL, NULL},
        {"The hall shall be cleared half an hour before the session.", "exactly_before", "PT30M",
         "the session", NULL},
        {"The permit may not be sold until the plant has been in operation for two years.",
         "no_earlier_than_after", "P2Y", "the plant", NULL},
        {"The fine shall be refunded within a month if the appeal is upheld.", "within_after",
         "P1M", "the appeal is upheld", NULL},
        {"The right lapses three years from the day when the holder learned of it.",
         "exactly_after", "P3Y", "the holder learned of it", NULL},
        {"No later than midnight on the tenth day of the truce, tanks shall have left the town.",
         "nth_day_latest", "day 10", "truce", "tanks shall have left"},
        {"The seals shall be handed over no later than noon on 5 May 2031.", "by_date",
         "2031-05-05", NULL, "handed over"},
        {"The second stage starts in no event sooner than 1 September 2031.", "after_date",
         "2031-09-01", NULL, "second stage"},
        {"The embargo ends under no circumstances earlier than thirty days after the vote.",
         "no_earlier_than_after", "P30D", "the vote", "embargo"},
        {"The envoy shall leave before he takes the oath.", "before", "-", "he takes the oath",
         NULL},
        {"The meter shall be sealed before being fitted.", "before", "-", "being fitted", NULL},
        {"The returns shall be filed by the fifteenth of April 2034.", "by_date", "2034-04-15",
         NULL, NULL},
        {"The road shall be open again by the first of July 2034.", "by_date", "2034-07-01", NULL,
         NULL},
        {"The choir shall be named before Pentecost.", "before", "-", "Pentecost", NULL},
        {"The panel shall be named at its inaugural session.", "at", "-", "inaugural session",
         NULL},
        {"The pumps shall be checked every morning.", "every", "P1D", NULL, NULL},
        {"The fee may be raised no more often than once in any calendar year.", "every", "P1Y",
         NULL, NULL},
        {"The lease runs from week to week.", "every", "P1W", NULL, NULL},
        {"A report is due on every anniversary of the launch.", "every", "P1Y", NULL, NULL},
        {"Refunds shall be paid after the close of the season.", "after", "-", "the season", NULL},
        {"The clerk shall answer within three workdays of receipt.", "within_after", "P3D",
         "receipt", NULL},
        {"For the ten days preceding the election no rally shall be held.", "within_before", "P10D",
         "the election", NULL},
        {"Failing notice, the contract shall continue for a further two years.", "extension", "P2Y",
         NULL, NULL},
        {"The valve shall be changed after 20 000 hours of use.", "at_least_after", "PT20000H",
         NULL, NULL},
        {"The bond shall be returned when the works are completed.", "upon", "-",
         "the works are completed", NULL},
        {"The guard is withdrawn when the last crate has been unloaded.", "upon", "-",
         "the last crate has been unloaded", NULL},
        {"Watch shall be kept throughout the flight.", "during", "-", "the flight", NULL},
        {"The tax is due on the Completion Date and runs with the land.", "at", "-",
         "the Completion Date", NULL},
    };
    CHECK_READINGS(rows);
}

TEST(a_verb_is_told_by_where_it_stands)
{
    static const struct reading rows[] = {
        // Verbs of no list: a noun stands before them, an article behind.
        {"The deposit shall be returned after the surveyor endorses the plan.", "after", "-",
         "endorses", NULL},
        {"The board shall meet once the Parties countersign the text.", "after", "-", "countersign",
         NULL},
        {"The lessee shall pay within ten days after the lessor furnished a bond.", "within_after",
         "P10D", "furnished", NULL},
        // None is a verb here.
        {"The report shall be sent within ten days after receipt of the goods.", "within_after",
         "P10D", "receipt of the goods", NULL},
    };
    CHECK_READINGS(rows);
}

TEST(hours_of_the_day_are_a_time_during_which)
{
    static const struct reading rows[] = {
        {"A premium is paid for work between 6:00 p.m. and 6:00 a.m.", "during", "-", NULL, NULL},
        {"The gate shall be open from 08:00 to 18:00 daily.", "every", "P1D", NULL, NULL},
        {"Deliveries shall be made during normal business hours.", "during", "-", NULL, NULL},
        {"No flight shall take place between sunset and sunrise.", "during", "-", NULL, NULL},
        {"The tenant shall insure the premises during the term of this Agreement.", "during", "-",
         "Agreement", NULL},
        {"The claim may be filed on or after the tenth day after the vote.",
         "no_earlier_than_after", "P10D", "vote", NULL},
        {"The report is due at the latest by the end of 2033.", "by_date", "2033-12-31", NULL,
         NULL},
    };
    CHECK_READINGS(rows);
}

TEST(what_only_sounds_like_time_is_not_listed)
{
    static const char *const texts[] = {
        "This may help the parties, and this august body agrees.",
        "The house is closed for good, together with the barn.",
        "In the second place, the first subparagraph applies.",
        "The desk is staffed 24 hours a day, 7 days a week.",
        "Overdue amounts bear interest, and rules may change from time to time.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        CHECK_INT(found_in(str_of(texts[i])).unread_count, 0);
    CHECK_INT(found_in(STR("The body sits in August, as the ministers agree.")).unread_count +
                  found_in(STR("The body sits in August, as the ministers agree.")).count,
              1);
}

TESTS(TAP_ENTRY(kinds_of_the_seventh_round_are_read), TAP_ENTRY(days_of_a_plan_are_read),
      TAP_ENTRY(a_plan_of_days_is_counted_from_what_it_begins_with),
      TAP_ENTRY(maxima_and_thresholds_are_read), TAP_ENTRY(events_are_points_in_time),
      TAP_ENTRY(a_period_reaches_its_reference_past_asides),
      TAP_ENTRY(contracts_are_read_by_their_clauses), TAP_ENTRY(values_are_what_the_words_say),
      TAP_ENTRY(of_two_sides_one_counts), TAP_ENTRY(what_lies_around_a_period_is_seen),
      TAP_ENTRY(what_a_drafter_says_in_other_words_is_read),
      TAP_ENTRY(a_reading_does_not_hang_on_its_number_or_unit), TAP_ENTRY(slips_are_named),
      TAP_ENTRY(dates_of_history_are_neither_limits_nor_unread),
      TAP_ENTRY(what_the_eighth_round_missed_is_read),
      TAP_ENTRY(more_of_what_the_eighth_round_missed_is_read),
      TAP_ENTRY(a_verb_is_told_by_where_it_stands),
      TAP_ENTRY(hours_of_the_day_are_a_time_during_which),
      TAP_ENTRY(what_only_sounds_like_time_is_not_listed))
