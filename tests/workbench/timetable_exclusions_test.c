// SPDX-License-Identifier: Apache-2.0
#include "exchange/open.h"
#include "merge/merge.h"
#include "workbench/timetable/timetable_rivals.h"

#include "tap.h"

static const struct document *read_plain(const char *name, const char *text)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document = NULL;
    struct error error;
    tap_done(document_open(str_of(name), str_of(text), &accepted, &input_limits_default,
                           tap_arena(), &document, &error),
             &error, __FILE__, __LINE__);
    return document;
}

// The exclusions of two drafts laid over a base.
static struct slot_exclusions exclusions(const char *base, const char *north, const char *south)
{
    struct party_draft drafts[] = {{STR("North"), read_plain("n.txt", north)},
                                   {STR("South"), read_plain("s.txt", south)}};
    struct budget budget = budget_unlimited();
    struct merge_options options = {.max_tokens = 100000};
    struct merged merged;
    struct sheet sheet;
    struct error error;
    struct slot_exclusions found = {0};
    bool done = merge_drafts(read_plain("b.txt", base), drafts, 2, &options, &budget, tap_arena(),
                             &merged, &error);
    if (done) {
        sheet_lay(&merged, tap_arena(), &sheet);
        done = timetable_exclusions(&sheet, &budget, tap_arena(), &found, &error);
    }
    tap_done(done, &error, __FILE__, __LINE__);
    return found;
}

#define POINTS(withdrawal, elections)                                                              \
    "1. The ceasefire shall take effect within 3 days of signature.\n\n"                           \
    "2. The withdrawal shall be completed " withdrawal ".\n\n"                                     \
    "3. The elections shall be held " elections ".\n"

TEST(wordings_of_two_parties_exclude_each_other)
{
    struct slot_exclusions found =
        exclusions(POINTS("no later than 30 days after the ceasefire",
                          "no earlier than 10 days after the withdrawal"),
                   POINTS("no earlier than 60 days after the ceasefire",
                          "no earlier than 10 days after the withdrawal"),
                   POINTS("no later than 30 days after the ceasefire",
                          "no later than 20 days after the ceasefire"));
    CHECK(found.is_complete);
    CHECK_INT(found.common.length, 0);
    for (size_t i = 0; i < found.count; i++) {
        CHECK(found.items[i].count >= 1);
        CHECK(str_contains(found.items[i].says, STR("contradict, short by")));
    }
}

TEST(a_change_of_style_excludes_nothing)
{
    struct slot_exclusions found =
        exclusions(POINTS("within 30 days of the ceasefire", "after the withdrawal"),
                   POINTS("in full within 30 days of the ceasefire", "after the withdrawal"),
                   POINTS("within 30 days of the ceasefire", "freely after the withdrawal"));
    CHECK(found.is_complete);
    CHECK_INT(found.count, 0);
}

TESTS(TAP_ENTRY(wordings_of_two_parties_exclude_each_other),
      TAP_ENTRY(a_change_of_style_excludes_nothing))
