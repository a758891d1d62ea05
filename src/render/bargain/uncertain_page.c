// SPDX-License-Identifier: Apache-2.0
// The page of an answer while values are not all known.
#include "base/list.h"
#include "codec/html.h"
#include "render/bargain/bargain_page_parts.h"
#include "render/bargain/bargain_parts.h"
#include "render/bargain/uncertain_forms.h"
#include "render/bargain/uncertain_parts.h"
#include "render/page/page_table.h"

#include <inttypes.h>

#define PACKAGES_SHOWN 24
#define QUESTIONS_SHOWN 8

static const char how_to_read[] =
    "“For sure” holds for all worths that fit what is known, “possibly” for some; the sure ones "
    "are "
    "among the possible. A package is undominated when no other is better for somebody without "
    "loss to "
    "another. The front and the fair points (Nash and others) are not defined while worths are "
    "uncertain.";

const char *standing_tone(enum standing standing)
{
    switch (standing) {
    case STANDING_SURELY:
        return "good";
    case STANDING_POSSIBLY:
        return "warn";
    case STANDING_NEVER:
        return "bad";
    case STANDING_OPEN:
        break;
    }
    return "quiet";
}

static struct str number(uint64_t count, struct arena *arena)
{
    return page_grouped(arena_print(arena, "%" PRIu64, count), arena);
}

// "12" or "12 to 20": the whole values at and around the bounds, which are in steps.
struct str steps_range_text(int64_t least, int64_t most, struct arena *arena)
{
    int64_t from = steps_floor(least);
    int64_t to = steps_ceiling(most);
    if (from == to)
        return arena_print(arena, "%" PRId64, from);
    return arena_print(arena, "%" PRId64 " to %" PRId64, from, to);
}

static void add_lede(struct builder *out, const struct assessment *assessment)
{
    struct arena *arena = out->arena;
    builder_print(out,
                  "<p class=\"lede\"><b>%.*s</b> packages, <b>%.*s</b> of them by the rules and in "
                  "time; acceptable to all: <b>%.*s</b> for sure, <b>%.*s</b> possibly.</p>\n",
                  STR_ARGS(page_grouped(assessment->packages, arena)),
                  STR_ARGS(page_grouped(assessment->feasible, arena)),
                  STR_ARGS(grouped_tally(&assessment->for_all.surely, arena)),
                  STR_ARGS(grouped_tally(&assessment->for_all.possibly, arena)));
}

static void add_verdict(struct builder *out, const struct uncertain_answer *answer)
{
    const struct standings *all = &answer->assessment->for_all;
    if (uncertain_answer_is_no(answer))
        builder_add_c(out, "<p class=\"verdict bad\">No package is even possibly acceptable to all."
                           "</p>\n");
    else if (!str_equal(all->surely.at_least, STR("0")))
        builder_add_c(out,
                      "<p class=\"verdict good\">Some package is acceptable to all, whatever the "
                      "worths.</p>\n");
    else if (str_equal(all->surely.at_most, STR("0")))
        builder_add_c(out, "<p class=\"verdict warn\">No package is acceptable to all for sure."
                           "</p>\n");
}

static void add_standings(struct builder *out, const struct standings *standings)
{
    add_count_cell(out, &standings->surely);
    add_count_cell(out, &standings->possibly);
}

static void add_parties(struct builder *out, const struct assessment *assessment)
{
    static const struct page_column columns[] = {
        {"Who", false}, {"reserve", true}, {"would accept for sure", true}, {"possibly", true}};
    const struct views *views = assessment->views;
    builder_add_c(out, "<h2>What would be accepted</h2>\n");
    page_table_begin(out, "How many packages; the sure ones are among the possible");
    page_columns(out, columns, sizeof columns / sizeof columns[0]);
    for (uint32_t p = 0; p < views->scenario->party_count; p++) {
        builder_add_c(out, "<tr>");
        add_party_head(out, views->scenario, p);
        page_cell(out, CELL_NUMBER,
                  steps_range_text(views->views[p].bounds.reserve_least,
                                   views->views[p].bounds.reserve_most, out->arena));
        add_standings(out, &assessment->for_each[p]);
        builder_add_c(out, "</tr>\n");
    }
    builder_add_c(out, "<tr class=\"lit\">");
    page_cell(out, CELL_ROW, STR("all of them"));
    add_blank_cell(out);
    add_standings(out, &assessment->for_all);
    builder_add_c(out, "</tr>\n");
    page_table_end(out);
}

static void add_undominated(struct builder *out, const struct assessment *assessment)
{
    const struct undominated_counts *counts = &assessment->undominated;
    struct arena *arena = out->arena;
    builder_add_c(out, "<p>Undominated: ");
    if (!assessment->is_complete)
        builder_print(out, "not counted; of the %.*s listed ",
                      STR_ARGS(number(assessment->listed_count, arena)));
    builder_print(out, "<b>%.*s</b> for sure, <b>%.*s</b> possibly, <b>%.*s</b> never",
                  STR_ARGS(number(counts->surely, arena)),
                  STR_ARGS(number(counts->possibly, arena)),
                  STR_ARGS(number(counts->never, arena)));
    if (counts->open > 0)
        builder_print(out, ", <b>%.*s</b> not decided", STR_ARGS(number(counts->open, arena)));
    builder_add_c(out, ".</p>\n");
}

// --- Packages

static void begin_packages(struct builder *out, const struct scenario *scenario,
                           const char *caption)
{
    page_table_begin(out, caption);
    page_columns_begin(out);
    page_cell(out, CELL_COLUMN, STR("acceptable to all"));
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        page_cell_begin(out, CELL_COLUMN);
        page_party(out, scenario->parties[p].name, p);
        page_cell_end(out, CELL_COLUMN);
    }
    page_cell(out, CELL_COLUMN, STR("undominated"));
    page_columns_end(out);
}

static void add_standing(struct builder *out, enum standing standing)
{
    builder_print(out, "<td class=\"%s\">%.*s</td>", standing_tone(standing),
                  STR_ARGS(standing_words(standing)));
}

static void add_words_row(struct builder *out, const struct scenario *scenario, const char *before,
                          const uint32_t *package)
{
    struct builder words = builder_make(out->arena);
    add_package_words(&words, scenario, package);
    builder_print(out, "<tr><td class=\"long\" colspan=\"%u\">%s", scenario->party_count + 2,
                  before);
    html_text(out, builder_str(&words));
    builder_add_c(out, "</td></tr>\n");
}

// Two rows: what each makes of it, and under that what it says.
static void add_package(struct builder *out, const struct scenario *scenario,
                        const struct assessed *one)
{
    builder_add_c(out, "<tr class=\"under\">");
    add_standing(out, one->for_all);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        builder_print(out, "<td><span class=\"%s\">%.*s</span><small>worth ",
                      standing_tone(one->for_each[p]), STR_ARGS(standing_words(one->for_each[p])));
        html_text(out, steps_range_text(one->least[p], one->most[p], out->arena));
        builder_add_c(out, "</small></td>");
    }
    add_standing(out, one->efficiency.undominated);
    builder_add_c(out, "</tr>\n");
    add_words_row(out, scenario, "", one->package);
    if (one->efficiency.beaten_by)
        add_words_row(out, scenario,
                      "Better for all, whatever the worths: ", one->efficiency.beaten_by);
}

static void add_draft(struct builder *out, const struct uncertain_answer *answer)
{
    const struct scenario *scenario = answer->assessment->views->scenario;
    if (!answer->draft)
        return;
    builder_add_c(out, "<h2>The draft on the table</h2>\n");
    if (!answer->draft_is_allowed)
        builder_add_c(out, "<p class=\"bad\">The rules or times forbid it.</p>\n");
    begin_packages(out, scenario, NULL);
    add_package(out, scenario, answer->draft);
    page_table_end(out);
}

static void add_packages(struct builder *out, const struct assessment *assessment)
{
    if (assessment->listed_count == 0)
        return;
    builder_add_c(out, "<h2>Packages, the surest first</h2>\n");
    add_undominated(out, assessment);
    begin_packages(out, assessment->views->scenario, NULL);
    for (size_t i = 0; i < assessment->listed_count && i < PACKAGES_SHOWN; i++)
        add_package(out, assessment->views->scenario, &assessment->listed[i]);
    page_table_end(out);
    if (assessment->listed_count > PACKAGES_SHOWN)
        builder_print(out,
                      "<p class=\"quiet\">And %.*s more; written as .csv or .json they are all "
                      "listed.</p>\n",
                      STR_ARGS(number(assessment->listed_count - PACKAGES_SHOWN, out->arena)));
}

// --- What to ask next

static void add_outcome(struct builder *out, const char *reply, const struct outcome *outcome)
{
    page_cell(out, CELL_WORDS, str_of(reply));
    page_cell(out, CELL_NUMBER, page_grouped(outcome->undecided, out->arena));
    page_cell(out, CELL_NUMBER, page_grouped(outcome->surely, out->arena));
    page_cell(out, CELL_NUMBER, page_grouped(outcome->possibly, out->arena));
    builder_add_c(out, "</tr>\n");
}

static void add_question(struct builder *out, const struct scenario *scenario,
                         const struct weighed_question *weighed, bool is_best)
{
    builder_print(out, "<tr><td rowspan=\"2\">%s",
                  is_best ? "<span class=\"lead\" title=\"leaves fewest undecided\">★</span> "
                          : "");
    html_text(out, question_words(scenario, &weighed->question, out->arena));
    builder_add_c(out, "</td>");
    add_outcome(out, "yes", &weighed->yes);
    builder_add_c(out, "<tr>");
    add_outcome(out, "no", &weighed->no);
}

static void add_question_table(struct builder *out, const struct scenario *scenario,
                               const struct questions *questions)
{
    static const struct page_column columns[] = {{"Question", false},
                                                 {"answer", false},
                                                 {"then undecided", true},
                                                 {"acceptable for sure", true},
                                                 {"possibly", true}};
    if (questions->count == 0) {
        builder_add_c(out, "<p>No single question narrows this.</p>\n");
        return;
    }
    page_table_begin(out, "★ leaves fewest packages undecided after its worse answer");
    page_columns(out, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < questions->count && i < QUESTIONS_SHOWN; i++)
        add_question(out, scenario, &questions->items[i], i < questions->best_count);
    page_table_end(out);
    if (questions->best_count > 1)
        builder_print(out,
                      "<p class=\"quiet\">%zu questions leave as many after their worse "
                      "answer.</p>\n",
                      questions->best_count);
}

static void add_questions(struct builder *out, const struct scenario *scenario,
                          const struct questions *questions)
{
    if (!questions || str_equal(questions->undecided, STR("0")))
        return;
    builder_add_c(out, "<h2>What to ask next</h2>\n");
    if (questions->undecided.length == 0) {
        builder_add_c(out, "<p>Not weighed: the packages could not be counted exactly.</p>\n");
        return;
    }
    builder_print(out,
                  "<p><b>%.*s</b> packages are undecided; %zu of %zu questions were weighed.</p>\n",
                  STR_ARGS(page_grouped(questions->undecided, out->arena)), questions->weighed,
                  questions->possible);
    add_question_table(out, scenario, questions);
    if (questions->is_stopped)
        builder_add_c(out,
                      "<p class=\"warn\">Some questions could not be weighed within the budget."
                      "</p>\n");
}

static struct list notes_of(const struct uncertain_answer *answer, struct arena *arena)
{
    const struct scenario *scenario = answer->assessment->views->scenario;
    struct list notes = LIST_MAKE(arena, struct str);
    if (answer->is_stopped)
        *LIST_ADD(&notes, struct str) = STR(UNCERTAIN_STOPPED);
    for (size_t i = 0; i < scenario->note_count; i++)
        *LIST_ADD(&notes, struct str) = scenario->notes[i];
    return notes;
}

static void add_sections(struct builder *out, const struct uncertain_answer *answer)
{
    add_verdict(out, answer);
    add_parties(out, answer->assessment);
    add_draft(out, answer);
    add_questions(out, answer->assessment->views->scenario, answer->questions);
    add_packages(out, answer->assessment);
}

void uncertain_page_verdict(const struct uncertain_answer *answer, struct builder *out)
{
    add_lede(out, answer->assessment);
    add_verdict(out, answer);
    add_parties(out, answer->assessment);
}

void uncertain_page_foot(const struct uncertain_answer *answer, struct builder *out)
{
    struct list notes = notes_of(answer, out->arena);
    packages_page_notes(out, LIST_ITEMS(&notes, struct str), notes.count, how_to_read);
}

struct str uncertain_page(const struct uncertain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    const struct scenario *scenario = answer->assessment->views->scenario;
    struct list notes = notes_of(answer, arena);
    packages_page_begin(&out, scenario->name, "What everyone could accept", scenario->party_count);
    add_lede(&out, answer->assessment);
    builder_add_c(&out, "</header>\n<main class=\"wrap report\">\n");
    add_sections(&out, answer);
    packages_page_end(&out, LIST_ITEMS(&notes, struct str), notes.count, how_to_read);
    return builder_str(&out);
}
