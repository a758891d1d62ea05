// SPDX-License-Identifier: Apache-2.0
// A range of lengths has two ends, whatever words and signs part them, in every language that is read.
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

static void check_range(struct str text, const char *relation, int64_t min, int64_t max,
                        const char *value)
{
    struct limits_found found = found_in(text);
    CHECK_INT((int64_t)found.count, 1);
    CHECK_INT((int64_t)found.unread_count, 0);
    if (found.count != 1)
        return;
    const struct limit *limit = &found.items[0];
    CHECK_STR(str_of(limit_relation_name(limit->relation)), str_of(relation));
    CHECK(limit->has_min && limit->min == min);
    CHECK(limit->has_max && limit->max == max);
    CHECK_STR(limit->value, str_of(value));
}

TEST(ends_are_parted_by_words_or_signs)
{
    static const char *const openers[] = {"", "from "};
    static const char *const joints[] = {" to ", "-", " - ", "–",  " – ",
                                         "—",    "~", " ~ ", "～", "−"};
    static const struct {
        const char *unit;
        const char *value;
    } units[] = {{"days", "P20D/P25D"},   {"working days", "P20D/P25D"}, {"weeks", "P20W/P25W"},
                 {"months", "P20M/P25M"}, {"years", "P20Y/P25Y"},        {"hours", "PT20H/PT25H"}};
    for (size_t o = 0; o < 2; o++)
        for (size_t j = 0; j < sizeof joints / sizeof *joints; j++)
            for (size_t u = 0; u < sizeof units / sizeof *units; u++)
                check_range(
                    arena_print(tap_arena(),
                                "The report shall be delivered %s20%s25 %s after signature.",
                                openers[o], joints[j], units[u].unit),
                    "between_after", 20, 25, units[u].value);
}

TEST(ends_are_joined_by_between_and_its_like)
{
    static const char *const ranges[] = {
        "between 20 and 25 days",
        "between twenty (20) and twenty-five (25) days",
        "between 20 days and 25 days",
        "20 days to 25 days",
        "not less than 20 and not more than 25 days",
        "at least 20 but no more than 25 days",
        "anywhere between 20 and 25 days",
        "twenty to twenty-five days",
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        check_range(arena_print(tap_arena(), "The report shall be delivered %s after signature.",
                                ranges[i]),
                    "between_after", 20, 25, "P20D/P25D");
        if (i > 1)
            continue;
        check_range(arena_print(tap_arena(), "The truce lasts %s.", ranges[i]), "duration", 20, 25,
                    "P20D/P25D");
    }
    check_range(STR("The notice shall be given between 25 and 20 days before the vote."),
                "between_before", -25, -20, "P20D/P25D");
    check_range(STR("The vote shall be held between the 20th and the 25th day after signature."),
                "between_after", 20, 25, "day 20/day 25");
}

TEST(other_languages_have_ranges_too)
{
    static const char *const texts[] = {
        "Le rapport est remis entre 20 et 25 jours après la signature.",
        "Le rapport est remis 20 à 25 jours après la signature.",
        "Der Bericht wird zwischen 20 und 25 Tagen nach der Unterzeichnung vorgelegt.",
        "Der Bericht wird 20 bis 25 Tage nach der Unterzeichnung vorgelegt.",
        "El informe se presentará entre 20 y 25 días después de la firma.",
        "El informe se presentará de 20 a 25 días después de la firma.",
        "Доклад представляется от 20 до 25 дней после подписания.",
        "Звіт подається від 20 до 25 днів після підписання.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_range(str_of(texts[i]), "between_after", 20, 25, "P20D/P25D");
}

TEST(where_one_end_alone_counts_that_is_said)
{
    struct limits_found within =
        found_in(STR("The report shall be delivered within 20 to 25 days of signature."));
    REQUIRE(within.count == 1);
    CHECK_INT(within.items[0].max, 25);
    CHECK(str_contains(within.items[0].note, STR("its greater end is taken")));
    struct limits_found least =
        found_in(STR("The report shall be delivered at least 20 to 25 days after signature."));
    REQUIRE(least.count == 1);
    CHECK_INT(least.items[0].min, 20);
    CHECK_STR(least.items[0].value, STR("P20D"));
    CHECK(str_contains(least.items[0].note, STR("its lesser end is taken")));
    struct limits_found units =
        found_in(STR("The vote shall be held between 2 weeks and 3 months after signature."));
    REQUIRE(units.count == 1);
    CHECK_INT(units.items[0].min, 0);
    CHECK_INT(units.items[0].max, 3);
    CHECK(units.items[0].assumed.length > 0);
    check_range(STR("The vote shall be held between 2 weeks and 20 days after signature."),
                "between_after", 14, 20, "P14D/P20D");
}

TEST(two_points_between_which_something_is_done_are_its_bounds)
{
    static const char *const texts[] = {
        "The vote shall be held between day 20 and day 25 of the ceasefire.",
        "The vote shall be held between 20 days after signature and 30 days after ratification.",
    };
    for (size_t i = 0; i < 2; i++) {
        struct limits_found found = found_in(str_of(texts[i]));
        REQUIRE(found.count == 2);
        CHECK(found.items[0].has_min && !found.items[0].has_max);
        CHECK(!found.items[1].has_min && found.items[1].has_max);
    }
}

TESTS(TAP_ENTRY(ends_are_parted_by_words_or_signs),
      TAP_ENTRY(ends_are_joined_by_between_and_its_like),
      TAP_ENTRY(other_languages_have_ranges_too),
      TAP_ENTRY(where_one_end_alone_counts_that_is_said),
      TAP_ENTRY(two_points_between_which_something_is_done_are_its_bounds))
