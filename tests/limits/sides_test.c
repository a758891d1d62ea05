// SPDX-License-Identifier: Apache-2.0
// Which side of a length is open: "at most", "nicht länger als", "no inferior a", "не менее", in every
// language that is read. A bound that is read as its opposite is the worst that can be read.
#include "base/builder.h"
#include "tap.h"
#include "time_limits/limits.h"

enum side { MOST, LEAST, EXACT };

// A sentence in which "#" is a bound with its length.
struct carrier {
    const char *sentence;
    const char *const *most;  // the last is NULL
    const char *const *least; // the last is NULL
    const char *exact;        // NULL: it has none
};

#define WORDS(...)                                                                                 \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

static const struct carrier carriers[] = {
    {"The mediation lasts #.",
     WORDS("at most ten days", "for up to ten days", "no more than ten days",
           "for no longer than ten days"),
     WORDS("at least ten days", "no less than ten days", "for not less than ten days"),
     "for ten days"},
    {"Die Mission dauert #.",
     WORDS("höchstens zehn Tage", "nicht länger als zehn Tage", "nicht mehr als zehn Tage",
           "in keinem Fall mehr als zehn Tage", "maximal zehn Tage"),
     WORDS("mindestens zehn Tage", "nicht weniger als zehn Tage", "nicht kürzer als zehn Tage"),
     "zehn Tage"},
    {"Die Mission bleibt # im Land.",
     WORDS("für höchstens zehn Tage", "nicht länger als zehn Tage"),
     WORDS("für mindestens zehn Tage", "nicht weniger als zehn Tage"), "für zehn Tage"},
    {"La durée #.",
     WORDS("ne peut être supérieure à dix jours", "n’est pas supérieure à dix jours",
           "ne dépasse pas dix jours", "n'est en aucun cas supérieure à dix jours"),
     WORDS("ne peut être inférieure à dix jours", "n’est pas inférieure à dix jours",
           "est d’au moins dix jours"),
     NULL},
    {"La mission reste #.", WORDS("pendant au plus dix jours"),
     WORDS("pendant au moins dix jours", "au moins dix jours"), "pendant dix jours"},
    {"El plazo #.",
     WORDS("no será superior a diez días", "no podrá ser superior a diez días",
           "será de hasta diez días", "será de como máximo diez días"),
     WORDS("no será inferior a diez días", "no podrá ser inferior a diez días",
           "será de al menos diez días"),
     "será de diez días"},
    {"La mediación #.", WORDS("dura como máximo diez días", "dura no más de diez días"),
     WORDS("dura como mínimo diez días", "dura al menos diez días"), NULL},
    {"Перемирие длится #.",
     WORDS("не более десяти дней", "не дольше десяти дней", "не больше десяти дней"),
     WORDS("не менее десяти дней", "не меньше десяти дней", "по меньшей мере десяти дней"), NULL},
    {"Перемир’я триває #.", WORDS("не більше десяти днів", "не довше десяти днів"),
     WORDS("не менше десяти днів", "щонайменше десяти днів", "принаймні десяти днів"), NULL},
    {"تستمر البعثة #.", WORDS("لمدة لا تتجاوز عشرة أيام", "لمدة أقصاها عشرة أيام"),
     WORDS("لمدة لا تقل عن عشرة أيام"), "لمدة عشرة أيام"},
    {"任务期限#。", WORDS("不超过十日", "不得超过十日", "最长十日", "至多十日"),
     WORDS("不少于十日", "不得少于十日", "至少十日"), "为十日"},
};

static struct str sentence_with(const char *sentence, const char *bound)
{
    struct str text = str_of(sentence);
    size_t at = str_find_byte(text, '#');
    return arena_print(tap_arena(), "%.*s%s%.*s", (int)at, text.bytes, bound,
                       STR_ARGS(str_skip(text, at + 1)));
}

static void check_side(const char *sentence, const char *bound, enum side side)
{
    struct str text = sentence_with(sentence, bound);
    struct limits_found found = {0};
    struct error error;
    if (!limits_read(&(struct limits_text){.name = STR("test"), .text = text}, tap_arena(), &found,
                     &error)) {
        CHECK(false);
        return;
    }
    bool is_read = found.count == 1 && found.items[0].relation == LIMIT_DURATION;
    const struct limit *limit = &found.items[0];
    bool has_least = is_read && limit->has_min && limit->min == 10;
    bool has_most = is_read && limit->has_max && limit->max == 10;
    bool is_right =
        side == MOST ? has_most && !has_least : has_least && has_most == (side == EXACT);
    CHECK_STR(is_right ? STR("right") : text, STR("right"));
}

TEST(a_bound_leaves_its_own_side_open)
{
    for (size_t c = 0; c < sizeof carriers / sizeof *carriers; c++) {
        const struct carrier *carrier = &carriers[c];
        for (size_t i = 0; carrier->most[i]; i++)
            check_side(carrier->sentence, carrier->most[i], MOST);
        for (size_t i = 0; carrier->least[i]; i++)
            check_side(carrier->sentence, carrier->least[i], LEAST);
        if (carrier->exact)
            check_side(carrier->sentence, carrier->exact, EXACT);
    }
}

static void check_relation(const char *sentence, const char *relation, int64_t days)
{
    struct limits_found found = {0};
    struct error error;
    if (!limits_read(&(struct limits_text){.name = STR("test"), .text = str_of(sentence)},
                     tap_arena(), &found, &error) ||
        found.count != 1) {
        CHECK_STR(str_of(sentence), STR("one limit"));
        return;
    }
    const struct limit *limit = &found.items[0];
    CHECK_STR(str_of(limit_relation_name(limit->relation)), str_of(relation));
    CHECK(limit->has_min ? limit->min == days && !limit->has_max : limit->max == days);
}

TEST(a_comparison_that_is_denied_is_turned_round_after_an_event_too)
{
    check_relation("Die Mitteilung erfolgt nicht mehr als zehn Tage nach der Unterzeichnung.",
                   "no_later_than_after", 10);
    check_relation("Die Mitteilung erfolgt nicht weniger als zehn Tage nach der Unterzeichnung.",
                   "at_least_after", 10);
    check_relation("Die Mitteilung erfolgt mehr als zehn Tage nach der Unterzeichnung.",
                   "at_least_after", 10);
    check_relation("La notification n’a pas lieu plus de dix jours après la signature.",
                   "no_later_than_after", 10);
    check_relation("La notificación no se hará más de diez días después de la firma.",
                   "no_later_than_after", 10);
}

TEST(what_may_not_be_before_something_has_lasted_comes_that_long_after_it)
{
    static const char *const sentences[] = {
        "A party may withdraw, but not before the treaty has been in force for ten days.",
        "The corridor shall open not until the ceasefire has held for ten days.",
        "The corridor shall not open before the ceasefire has held for ten days.",
        "The corridor shall not open until the ceasefire has held for ten days.",
        "No party may withdraw until the treaty has been in force for ten days.",
        "The corridor shall open once the ceasefire has been in force for ten days.",
    };
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        check_relation(sentences[i], "no_earlier_than_after", 10);
}

TEST(no_longer_than_a_date_is_by_that_date)
{
    struct limits_found found = {0};
    struct error error;
    struct str text = STR("The permit runs no longer than 31 December 2036.");
    CHECK(limits_read(&(struct limits_text){.name = STR("test"), .text = text}, tap_arena(), &found,
                      &error));
    CHECK_INT((int64_t)found.count, 1);
    CHECK_STR(str_of(limit_relation_name(found.items[0].relation)), STR("by_date"));
    CHECK_STR(found.items[0].value, STR("2036-12-31"));
}

TEST(what_stands_behind_a_length_is_said_once)
{
    struct limits_found found = {0};
    struct error error;
    struct str text = STR("Die Mission bleibt für höchstens sechs Monate im Land.");
    CHECK(limits_read(&(struct limits_text){.name = STR("test"), .text = text}, tap_arena(), &found,
                      &error));
    CHECK_INT((int64_t)found.count, 1);
    CHECK_STR(found.items[0].step, STR("Die Mission bleibt im Land"));
}

TESTS(TAP_ENTRY(a_bound_leaves_its_own_side_open),
      TAP_ENTRY(a_comparison_that_is_denied_is_turned_round_after_an_event_too),
      TAP_ENTRY(what_may_not_be_before_something_has_lasted_comes_that_long_after_it),
      TAP_ENTRY(no_longer_than_a_date_is_by_that_date),
      TAP_ENTRY(what_stands_behind_a_length_is_said_once))
