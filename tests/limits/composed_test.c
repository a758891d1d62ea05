// SPDX-License-Identifier: Apache-2.0
// A length of time reads the same whatever stands between its parts.
#include "base/builder.h"
#include "tap.h"
#include "time_limits/limits.h"

static struct limits_found found_in(struct str text)
{
    struct limits_found found = {0};
    struct error error;
    if (!limits_read(&(struct limits_text){.name = STR("test"), .text = text}, tap_arena(), &found,
                     &error))
        CHECK(false);
    return found;
}

// The bounds of the only limit of a text, "0..30" or "..-30"; with its relation and value.
static struct str reading_of(struct str text)
{
    struct limits_found found = found_in(text);
    struct builder out = builder_make(tap_arena());
    for (size_t i = 0; i < found.count; i++) {
        const struct limit *limit = &found.items[i];
        builder_print(&out, "%s%s ", i > 0 ? " + " : "", limit_relation_name(limit->relation));
        if (limit->has_min)
            builder_print(&out, "%lld", (long long)limit->min);
        builder_print(&out, "..");
        if (limit->has_max)
            builder_print(&out, "%lld", (long long)limit->max);
    }
    return builder_str(&out);
}

static bool is_read(struct str text, const char *reading)
{
    struct str ours = reading_of(text);
    bool is_right = str_equal(ours, str_of(reading));
    if (!is_right)
        CHECK_STR(arena_print(tap_arena(), "%.*s: %.*s", STR_ARGS(text), STR_ARGS(ours)),
                  str_of(reading));
    return is_right;
}

// What stands before the number, and what that makes of it after and before an event.
static const struct {
    const char *opening;
    const char *after;
    const char *before;
} openings[] = {
    {"within", "within_after 0..30", "within_before -30..0"},
    {"within a period of", "within_after 0..30", "within_before -30..0"},
    {"no later than", "no_later_than_after ..30", "no_later_than_before ..-30"},
    {"by no later than", "no_later_than_after ..30", "no_later_than_before ..-30"},
    {"at least", "at_least_after 30..", "at_least_before ..-30"},
    {"no less than", "at_least_after 30..", "at_least_before ..-30"},
    {"no earlier than", "no_earlier_than_after 30..", "no_earlier_than_before -30.."},
    {"not sooner than", "no_earlier_than_after 30..", "no_earlier_than_before -30.."},
};

static const char *const asides[] = {
    "",
    ", unless the parties agree otherwise,",
    ", or such longer period as the parties accept,",
    " (or such other period as is agreed)",
};

TEST(asides_and_adverbs_change_nothing)
{
    static const char *const adverbs[] = {"", "immediately "};
    static const char *const days[] = {"30 days", "thirty (30) days", "30 calendar days"};
    size_t wrong = 0;
    for (size_t o = 0; o < sizeof openings / sizeof *openings; o++)
        for (size_t a = 0; a < sizeof asides / sizeof *asides; a++)
            for (size_t v = 0; v < 2; v++)
                for (size_t d = 0; d < 3; d++)
                    for (size_t is_before = 0; is_before < 2; is_before++) {
                        struct str text = arena_print(
                            tap_arena(), "The inventory shall be sent %s %s%s %s%s the handover.",
                            openings[o].opening, days[d], asides[a], adverbs[v],
                            is_before ? "prior to" : "after");
                        wrong += !is_read(text, is_before ? openings[o].before : openings[o].after);
                    }
    CHECK_INT((int64_t)wrong, 0);
}

TEST(two_bounds_are_the_ends_of_one_range)
{
    static const char *const ranges[] = {
        "at least ten (10), but no more than thirty (30), days",
        "at least 10 but not more than 30 days",
        "not less than ten days and not more than thirty days",
        "not less than 10 days nor more than 30 days",
        "no earlier than ten (10) days and no later than thirty (30) days",
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        is_read(arena_print(tap_arena(), "Notice shall be given %s after the vote.", ranges[i]),
                "between_after 10..30");
        is_read(arena_print(tap_arena(), "Notice shall be given %s before the vote.", ranges[i]),
                "between_before -30..-10");
    }
    is_read(STR("The option may be exercised no earlier than fifteen (15) months and no later than "
                "twelve (12) months prior to the expiration of the term."),
            "between_before -15..-12");
}

TEST(several_numbers_share_a_unit)
{
    is_read(STR("The three reports shall be filed 30, 60 and 90 days after the vote."),
            "exactly_after 30..30 + exactly_after 60..60 + exactly_after 90..90");
    is_read(
        STR("The two tranches shall be paid within 30 and 60 days respectively after signature."),
        "within_after 0..30 + within_after 0..60");
}

TEST(notice_may_have_words_of_its_own)
{
    is_read(STR("The provider shall give at least 8 hours' electronic notice."),
            "at_least_after 8..");
    is_read(STR("The lessor may enter on two days' prior notice."), "at_least_after 2..");
    is_read(STR("The lessee shall give not less than ninety (90) days' prior written notice."),
            "at_least_after 90..");
}

TEST(what_is_prolonged_is_an_extension)
{
    is_read(STR("The period may be extended, but not by more than two years."), "extension 0..2");
    is_read(STR("The tenant may renew the lease for one (1) additional period of five (5) years."),
            "extension 0..5");
    is_read(STR("The tenant rents the shop for a period of five (5) years."), "duration 5..5");
}

TEST(what_a_length_is_of_is_not_from_when)
{
    is_read(STR("The staff shall complete three days of training."), "");
    is_read(STR("The court shall sit in 12 districts after the vote."), "after 0..");
    is_read(STR("At least 30 observers shall be sent after the vote."), "after 0..");
    is_read(STR("The parties shall exchange at least two lists before the vote."), "before ..0");
    is_read(STR("Up to 5,000 tonnes may be exported within 30 days, after which duties apply."),
            "within_after 0..30");
}

TESTS(TAP_ENTRY(asides_and_adverbs_change_nothing), TAP_ENTRY(two_bounds_are_the_ends_of_one_range),
      TAP_ENTRY(several_numbers_share_a_unit), TAP_ENTRY(notice_may_have_words_of_its_own),
      TAP_ENTRY(what_is_prolonged_is_an_extension), TAP_ENTRY(what_a_length_is_of_is_not_from_when))
