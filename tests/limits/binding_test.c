// SPDX-License-Identifier: Apache-2.0
// From which step a limit counts, where its words name a step of the text: its event is that step, not one
// beside it. Each row is a text of two sentences; the last limit is looked at.
#include "tap.h"
#include "time_limits/limits.h"

static struct limits_found read_text(const char *text)
{
    struct limits_found found = {0};
    struct error error;
    struct limits_text whole = {.name = STR("test"), .text = str_of(text)};
    CHECK(limits_read(&whole, tap_arena(), &found, &error));
    return found;
}

#define TRUCE "The ceasefire takes effect on the third day following signature. "
#define WITHDRAWAL                                                                                 \
    "3. The forces of the North shall be withdrawn no later than the 21st day after "              \
    "signature.\n\n4. "

// The side says which moment of the step is meant.
static const struct {
    const char *text;
    enum limit_side side;
} to_first_step[] = {
    {TRUCE "Maps are handed over within 72 hours of the ceasefire taking effect.", LIMIT_WHOLE},
    {TRUCE "Maps are handed over within 72 hours after the ceasefire takes effect.", LIMIT_WHOLE},
    {TRUCE "Maps are handed over within 72 hours after the ceasefire has taken effect.",
     LIMIT_WHOLE},
    {TRUCE
     "Maps are handed over no later than 7 days after the coming into effect of the ceasefire.",
     LIMIT_WHOLE},
    {TRUCE "The schools open on day 12.", LIMIT_WHOLE},
    {TRUCE "The schools open by day 12.", LIMIT_WHOLE},
    {TRUCE "The exchange begins on day 5 and is completed by day 30, counted from the ceasefire.",
     LIMIT_WHOLE},
    {TRUCE "The Fund is set up once the ceasefire has held for sixty days.", LIMIT_WHOLE},
    {TRUCE "The Fund is set up after the ceasefire has lasted for at least two months.",
     LIMIT_WHOLE},
    {WITHDRAWAL
     "The embargo ends 90 days after completion of the withdrawal referred to in point 3.",
     LIMIT_WHOLE},
    {WITHDRAWAL
     "The embargo ends 90 days after completion of the withdrawal provided for in point 3.",
     LIMIT_WHOLE},
    {WITHDRAWAL "The embargo ends 90 days after the withdrawal under point 3.", LIMIT_WHOLE},
    {WITHDRAWAL "The Fund is set up within 30 days after the beginning of the withdrawal referred "
                "to in point 3.",
     LIMIT_START},
};

// A time clause at the head of a sentence, without the comma at its end.
static const struct {
    const char *text;
    const char *reference;
    const char *step;
} without_comma[] = {
    {"Ten days after the crossings open the crossings shall be staffed.", "the crossings open",
     "the crossings shall be staffed"},
    {"Ten days after the Council adopts the list the Parties shall open the crossings.",
     "the Council adopts the list", "the Parties shall open the crossings"},
    {"Within 3 days after the parties sign the protocol the mediator shall publish it.",
     "the parties sign the protocol", "the mediator shall publish it"},
    {"Ten days after the ceasefire begins the first convoy shall leave.", "the ceasefire begins",
     "the first convoy shall leave"},
    {"Within 30 days after the list is adopted Tarsen will withdraw its forces.",
     "the list is adopted", "Tarsen will withdraw its forces"},
    {"Within 14 days after the Council has met the President of the Council and the Secretary "
     "shall sign the record.",
     "the Council has met", "the President of the Council and the Secretary shall sign the record"},
    {"Not later than 10 days after the date on which the Parties shall have agreed the list, the "
     "mediator shall publish it.",
     "the date on which the Parties shall have agreed the list", "the mediator shall publish it"},
    {"Within 48 hours of the outbreak being confirmed, the State shall notify the Commission.",
     "the outbreak being confirmed", "the State shall notify the Commission"},
    {"Within 15 days of the order having been placed the seller shall deliver the goods.",
     "the order having been placed", "the seller shall deliver the goods"},
    {"As soon as the schedule is agreed, the first stage starts and lasts 14 days.",
     "the schedule is agreed", "the first stage starts"},
};

TEST(a_time_clause_without_a_comma_ends_where_the_next_subject_begins)
{
    for (size_t i = 0; i < sizeof without_comma / sizeof without_comma[0]; i++) {
        struct limits_found found = read_text(without_comma[i].text);
        CHECK(found.count > 0);
        CHECK_STR(found.items[0].reference, str_of(without_comma[i].reference));
        CHECK_STR(found.items[0].step, str_of(without_comma[i].step));
    }
}

TEST(a_reference_names_the_step_that_the_text_has)
{
    for (size_t i = 0; i < sizeof to_first_step / sizeof to_first_step[0]; i++) {
        struct limits_found found = read_text(to_first_step[i].text);
        bool is_bound = found.count >= 2 &&
                        found.items[found.count - 1].reference_step == found.items[0].step_number &&
                        found.items[found.count - 1].reference_side == to_first_step[i].side;
        if (!is_bound)
            CHECK_STR(STR("not bound"), str_of(to_first_step[i].text));
        CHECK(is_bound);
    }
}

// What shall be done by a time ends by it, when its beginning is told apart.
TEST(a_beginning_that_is_named_is_not_the_end)
{
    struct limits_found found = read_text(to_first_step[12].text);
    CHECK_INT(found.items[0].side, LIMIT_END);
}

static const struct {
    const char *text;
    const char *event; // of the last limit; "": it says none
} events[] = {
    {"Elections are held as soon as possible after signature, at the latest within 100 days.",
     "signing"},
    {"Payment is made promptly after delivery, and in any event within 14 days.", "delivery"},
    {"In the event of a renewed attack the guarantors shall consult within 24 hours.",
     "renewed.attack"},
    {"In case of a breach the guarantors shall consult within 24 hours.", "breach"},
    {"In the event that the pipeline is closed, the operator shall report within 24 hours.",
     "pipeline.closed"},
    {"The ceasefire is watched for. On day 4 the roads open, three days after the ceasefire takes "
     "effect.",
     "ceasefire"},
};

TEST(bounds_of_one_act_count_from_one_event)
{
    for (size_t i = 0; i < sizeof events / sizeof events[0]; i++) {
        struct limits_found found = read_text(events[i].text);
        CHECK(found.count > 0);
        if (found.count > 0)
            CHECK_STR(found.items[found.count - 1].event, str_of(events[i].event));
    }
}

// Nothing is counted from itself.
TEST(no_limit_counts_from_the_act_that_it_limits)
{
    static const char *const texts[] = {
        "Elections are held as soon as possible after signature, at the latest within 100 days.",
        "The report is due at once, at the latest within 10 days.",
        "The parties shall meet without delay and in any case within two weeks.",
        "An invoice is paid promptly, and not later than 30 days.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct limits_found found = read_text(texts[i]);
        for (size_t k = 0; k < found.count; k++)
            CHECK(found.items[k].reference_step != found.items[k].step_number ||
                  found.items[k].reference_side != found.items[k].side);
    }
}

// Neighbours: what only sounds like it.
TEST(what_names_another_step_stays_apart)
{
    static const char *const texts[] = {
        TRUCE "Maps are handed over within 72 hours of a violation of the ceasefire.",
        TRUCE "Claims are made within 72 hours of the inspection taking place.",
        WITHDRAWAL "The embargo ends 90 days after the vote referred to in point 3.",
        WITHDRAWAL "The embargo ends 90 days after the withdrawal of the complaint.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct limits_found found = read_text(texts[i]);
        bool is_apart = found.count >= 2 &&
                        found.items[found.count - 1].reference_step != found.items[0].step_number;
        if (!is_apart)
            CHECK_STR(STR("bound"), str_of(texts[i]));
        CHECK(is_apart);
    }
}

TEST(a_length_does_not_count_from_the_point_that_is_set_beside_it)
{
    static const char *const texts[] = {
        "The supplier may adjust prices on 90 days' notice, but not before the first anniversary.",
        "Either party may leave on three months' notice, but not before the harvest ends.",
        "Payment is due within 30 days, but not before acceptance.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct limits_found found = read_text(texts[i]);
        CHECK_INT((int64_t)found.count, 2);
        CHECK_STR(found.items[0].reference, STR(""));
        CHECK(found.items[1].reference.length > 0);
    }
}

TEST(talks_on_a_phase_are_not_the_phase)
{
    static const char *const texts[] = {
        "No later than day 16, talks on the second phase begin. The second phase begins once the "
        "first has been completed.",
        "By 3 May 2031 a report on the northern withdrawal is completed. The northern withdrawal "
        "is "
        "completed by 9 May 2031.",
        "The northern withdrawal is completed by 9 May 2031. By 13 May 2031 a report on the "
        "northern "
        "withdrawal is completed.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct limits_found found = read_text(texts[i]);
        CHECK_INT((int64_t)found.count, 2);
        CHECK(found.items[0].step_number != found.items[1].step_number);
    }
}

TEST(not_all_that_enters_enters_into_force)
{
    struct limits_found found = read_text("Humanitarian aid enters by 3 May 2031.");
    CHECK_INT((int64_t)found.count, 1);
    CHECK_STR(found.steps[found.items[0].step_number].name, STR("humanitarian.aid"));
    found = read_text("The treaty enters into force on signature.");
    CHECK_STR(found.steps[found.items[0].step_number].name, STR("entry.into.force"));
}

TEST(a_net_term_counts_from_what_it_names)
{
    static const char *const texts[] = {
        "Invoices are payable net 45 days from the invoice date.",
        "Invoices are payable net 45 from the invoice date.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct limits_found found = read_text(texts[i]);
        CHECK_INT((int64_t)found.count, 1);
        CHECK_STR(found.items[0].reference, STR("the invoice date"));
        CHECK_STR(found.items[0].value, STR("P45D"));
    }
}

TESTS(TAP_ENTRY(a_reference_names_the_step_that_the_text_has),
      TAP_ENTRY(a_time_clause_without_a_comma_ends_where_the_next_subject_begins),
      TAP_ENTRY(a_beginning_that_is_named_is_not_the_end),
      TAP_ENTRY(bounds_of_one_act_count_from_one_event),
      TAP_ENTRY(a_length_does_not_count_from_the_point_that_is_set_beside_it),
      TAP_ENTRY(talks_on_a_phase_are_not_the_phase),
      TAP_ENTRY(not_all_that_enters_enters_into_force),
      TAP_ENTRY(a_net_term_counts_from_what_it_names),
      TAP_ENTRY(no_limit_counts_from_the_act_that_it_limits),
      TAP_ENTRY(what_names_another_step_stays_apart))
