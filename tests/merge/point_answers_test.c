// SPDX-License-Identifier: Apache-2.0
// Texts laid over a base point by point: each point is one place as a whole, and every text reads as itself.
#include "merge/point_answers.h"

#include "base/builder.h"
#include "merge/sheet.h"
#include "plain_text.h"

#define MOST_POINTS 9

// A base of paragraphs, and what one text has in the place of each: NULL as the base, empty: nothing.
struct answered_text {
    const char *answers[MOST_POINTS];
    const char *own; // points that only this text has; NULL: none
};

static struct str base_of(size_t points, struct tap_random *random)
{
    struct builder out = builder_make(tap_arena());
    for (size_t i = 0; i < points; i++)
        builder_print(&out, "%zu. The %s of point %zu holds.\n", i + 1,
                      tap_random_below(random, 2) ? "word" : "second word", i + 1);
    return builder_str(&out);
}

static struct answered_text text_of(size_t points, struct tap_random *random)
{
    static const char *const wordings[] = {
        NULL, "",   "The word of another hand.",     "Two lines.\n(a) The second of them.",
        NULL, NULL, "The word of point 1 holds not."};
    static const char *const owns[] = {NULL, "A point of its own.", "Another.\nWith two lines."};
    struct answered_text text = {.own = owns[tap_random_below(random, 3)]};
    for (size_t i = 0; i < points; i++)
        text.answers[i] = wordings[tap_random_below(random, sizeof wordings / sizeof *wordings)];
    return text;
}

static const struct document *lay_text(const struct document *base,
                                       const struct answered_text *text, size_t points,
                                       struct laid_points *laid)
{
    struct point_answer answers[MOST_POINTS + 1];
    struct error error;
    const struct document *whole = NULL;
    size_t count = 0;
    for (uint32_t i = 0; i < points; i++)
        if (text->answers[i])
            answers[count++] = (struct point_answer){i, i + 1, str_of(text->answers[i]), STR("n")};
    if (text->own)
        answers[count++] = (struct point_answer){.text = str_of(text->own), .name = STR("own")};
    if (!CHECK(point_answers_lay(base, answers, count, tap_arena(), &whole, laid, &error)))
        return NULL;
    CHECK(document_check(whole, &error));
    return whole;
}

// Whether no place begins or ends inside a paragraph's words: whole points alone are open, the last ones with
// the mark before them.
static bool are_whole_points(const struct merged *merged)
{
    for (uint32_t s = 0; s < merged->slot_count; s++) {
        const struct slot *slot = &merged->slots[s];
        struct range range = slot->base;
        if (slot->kind != SLOT_WORDING || range.from == range.to)
            continue;
        const struct paragraph *first =
            &merged->base->paragraphs[paragraph_at(merged->base, range.from)];
        bool begins = range.from == first->from || range.from == first->to ||
                      range.from == first->from + first->label.typed_bytes;
        bool ends = range.to == merged->base->text.length ||
                    merged->base->text.bytes[range.to] == '\n' ||
                    merged->base->text.bytes[range.to - 1] == '\n';
        if (!begins || !ends)
            return false;
    }
    return true;
}

static struct str read_as(const struct merged *merged, struct sheet_reading reading)
{
    struct sheet sheet;
    sheet_lay(merged, tap_arena(), &sheet);
    return sheet_read(&sheet, reading, tap_arena());
}

TEST(texts_laid_point_by_point_read_as_the_base_and_as_themselves)
{
    struct tap_random random = {7};
    for (size_t round = 0; round < tap_size(400, 20000); round++) {
        size_t points = 2 + tap_random_below(&random, MOST_POINTS - 1);
        struct str base_text = base_of(points, &random);
        const struct document *base = plain(base_text);
        struct laid_points laid[3];
        const struct laid_points *of[3];
        struct party_draft drafts[3];
        static const char *const names[] = {"A", "B", "C"};
        size_t count = 1 + tap_random_below(&random, 3);
        for (size_t p = 0; p < count; p++) {
            struct answered_text text = text_of(points, &random);
            bool is_all_struck = text.own == NULL;
            for (size_t i = 0; i < points; i++)
                is_all_struck = is_all_struck && text.answers[i] && text.answers[i][0] == '\0';
            text.own = is_all_struck ? "At least this." : text.own;
            drafts[p] =
                (struct party_draft){str_of(names[p]), lay_text(base, &text, points, &laid[p])};
            of[p] = &laid[p];
            REQUIRE(drafts[p].document != NULL);
        }
        const struct merge_options options = {100000, tap_random_below(&random, 2) == 1, of};
        struct budget budget = budget_unlimited();
        struct merged merged;
        struct error error;
        REQUIRE(merge_drafts(base, drafts, count, &options, &budget, tap_arena(), &merged, &error));
        CHECK(are_whole_points(&merged));
        CHECK_STR(str_trim(read_as(&merged, (struct sheet_reading){.kind = READ_BASE})),
                  str_trim(base_text));
        for (uint32_t p = 0; p < merged.party_count; p++)
            CHECK_STR(str_trim(read_as(&merged, (struct sheet_reading){READ_PARTY, {p}})),
                      str_trim(merged.drafts[p]->text));
    }
}

TEST(points_that_only_one_text_has_are_places_of_their_own)
{
    const struct document *base = plain(STR("1. One holds.\n2. Two holds.\n"));
    struct answered_text a = {.own = "The first of A."};
    struct answered_text b = {.own = "The first of B."};
    struct laid_points laid[2];
    const struct laid_points *of[] = {&laid[0], &laid[1]};
    const struct party_draft drafts[] = {{STR("A"), lay_text(base, &a, 2, &laid[0])},
                                         {STR("B"), lay_text(base, &b, 2, &laid[1])}};
    const struct merge_options options = {100000, false, of};
    struct budget budget = budget_unlimited();
    struct merged merged;
    struct error error;
    REQUIRE(merge_drafts(base, drafts, 2, &options, &budget, tap_arena(), &merged, &error));
    CHECK_INT((int)merged.slot_count, 2);
    for (uint32_t s = 0; s < merged.slot_count; s++)
        CHECK_INT((int)merged.slots[s].variant_count, 2);
}

TESTS(TAP_ENTRY(texts_laid_point_by_point_read_as_the_base_and_as_themselves),
      TAP_ENTRY(points_that_only_one_text_has_are_places_of_their_own))
