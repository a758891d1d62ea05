// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/bargain_parts.h"
#include "render/bargain/uncertain_forms.h"
#include "render/bargain/uncertain_parts.h"

static void write_digits(struct json_writer *writer, const char *name, struct str digits)
{
    json_name(writer, name);
    json_digits(writer, digits);
}

// What is left of `all`, exactly or within bounds.
static struct tally rest_of(struct str all, const struct tally *part, struct arena *arena)
{
    return (struct tally){digits_subtract(all, part->at_most, arena),
                          digits_subtract(all, part->at_least, arena), part->is_exact};
}

// Packages that are possible and not sure; bounds where either is not exact.
static struct tally undecided_of(const struct standings *standings, struct arena *arena)
{
    const struct tally *surely = &standings->surely;
    const struct tally *possibly = &standings->possibly;
    struct str least = digits_compare(possibly->at_least, surely->at_most) > 0
                           ? digits_subtract(possibly->at_least, surely->at_most, arena)
                           : STR("0");
    return (struct tally){least, digits_subtract(possibly->at_most, surely->at_least, arena),
                          surely->is_exact && possibly->is_exact};
}

static void write_standings(struct json_writer *writer, const struct standings *standings,
                            struct str feasible)
{
    struct arena *arena = writer->out->arena;
    struct tally never = rest_of(feasible, &standings->possibly, arena);
    struct tally undecided = undecided_of(standings, arena);
    bargain_json_tally(writer, "surely", &standings->surely);
    bargain_json_tally(writer, "possibly", &standings->possibly);
    bargain_json_tally(writer, "undecided", &undecided);
    bargain_json_tally(writer, "never", &never);
}

static void write_interval(struct json_writer *writer, int64_t least, int64_t most)
{
    json_begin_array_inline(writer);
    json_int(writer, steps_floor(least));
    json_int(writer, steps_ceiling(most));
    json_end_array(writer);
}

static void write_parties(struct json_writer *writer, const struct assessment *assessment)
{
    const struct views *views = assessment->views;
    json_name(writer, "acceptable_to_each");
    json_begin_array(writer);
    for (uint32_t p = 0; p < views->scenario->party_count; p++) {
        json_begin_object_inline(writer);
        json_member_str(writer, "party", views->scenario->parties[p].name);
        write_standings(writer, &assessment->for_each[p], assessment->feasible);
        json_name(writer, "reservation");
        write_interval(writer, views->views[p].bounds.reserve_least,
                       views->views[p].bounds.reserve_most);
        json_end_object(writer);
    }
    json_end_array(writer);
}

static void write_undominated(struct json_writer *writer, const struct assessment *assessment)
{
    const struct undominated_counts *counts = &assessment->undominated;
    json_name(writer, "undominated");
    if (!assessment->is_complete) {
        json_null(writer);
        return;
    }
    json_begin_object_inline(writer);
    json_member_int(writer, "surely", (int64_t)counts->surely);
    json_member_int(writer, "possibly", (int64_t)counts->possibly);
    json_member_int(writer, "never", (int64_t)counts->never);
    json_member_int(writer, "open", (int64_t)counts->open);
    json_end_object(writer);
}

static void write_package(struct json_writer *writer, const char *name, const uint32_t *package,
                          uint32_t issues)
{
    json_name(writer, name);
    json_begin_array_inline(writer);
    for (uint32_t i = 0; i < issues; i++)
        json_int(writer, package[i]);
    json_end_array(writer);
}

static void write_assessed(struct json_writer *writer, const struct scenario *scenario,
                           const struct assessed *one)
{
    write_package(writer, "package", one->package, scenario->issue_count);
    json_member_str(writer, "acceptable", standing_code(one->for_all));
    json_name(writer, "acceptable_to_each");
    json_begin_array_inline(writer);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        json_str(writer, standing_code(one->for_each[p]));
    json_end_array(writer);
    json_member_str(writer, "undominated", standing_code(one->efficiency.undominated));
    if (one->efficiency.beaten_by)
        write_package(writer, "beaten_by", one->efficiency.beaten_by, scenario->issue_count);
    json_name(writer, "worths");
    json_begin_array_inline(writer);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        write_interval(writer, one->least[p], one->most[p]);
    json_end_array(writer);
}

static void write_listed(struct json_writer *writer, const struct assessment *assessment)
{
    json_member_bool(writer, "listed_all", assessment->is_complete);
    json_name(writer, "listed");
    json_begin_array(writer);
    for (size_t i = 0; i < assessment->listed_count; i++) {
        json_begin_object_inline(writer);
        write_assessed(writer, assessment->views->scenario, &assessment->listed[i]);
        json_end_object(writer);
    }
    json_end_array(writer);
}

static void write_outcome(struct json_writer *writer, const char *name,
                          const struct outcome *outcome)
{
    json_name(writer, name);
    json_begin_object_inline(writer);
    write_digits(writer, "surely", outcome->surely);
    write_digits(writer, "possibly", outcome->possibly);
    write_digits(writer, "undecided", outcome->undecided);
    json_end_object(writer);
}

static void write_pair(struct json_writer *writer, const char *name, uint32_t a, uint32_t b)
{
    json_name(writer, name);
    json_begin_array_inline(writer);
    json_int(writer, a);
    json_int(writer, b);
    json_end_array(writer);
}

static void write_kind(struct json_writer *writer, const struct question *question, uint32_t issues)
{
    switch (question->kind) {
    case QUESTION_RESERVE:
        json_member_str(writer, "kind", STR("reserve"));
        json_member_int(writer, "reservation", question->reserve);
        break;
    case QUESTION_OPTIONS:
        json_member_str(writer, "kind", STR("options"));
        json_member_int(writer, "issue", question->a.issue);
        write_pair(writer, "options", question->a.option, question->b.option);
        break;
    case QUESTION_ISSUES:
        json_member_str(writer, "kind", STR("issues"));
        write_pair(writer, "issues", question->a.issue, question->b.issue);
        break;
    case QUESTION_PACKAGE:
        json_member_str(writer, "kind", STR("package"));
        write_package(writer, "package", question->package, issues);
        break;
    }
}

static void write_question(struct json_writer *writer, const struct scenario *scenario,
                           const struct weighed_question *weighed)
{
    json_begin_object_inline(writer);
    json_member_str(writer, "question",
                    question_words(scenario, &weighed->question, writer->out->arena));
    json_member_int(writer, "party", weighed->question.party);
    write_kind(writer, &weighed->question, scenario->issue_count);
    write_outcome(writer, "yes", &weighed->yes);
    write_outcome(writer, "no", &weighed->no);
    write_digits(writer, "undecided_at_worst", weighed->worst);
    json_end_object(writer);
}

static void write_questions(struct json_writer *writer, const struct scenario *scenario,
                            const struct questions *questions)
{
    json_member_int(writer, "questions_possible", (int64_t)questions->possible);
    json_member_int(writer, "questions_weighed", (int64_t)questions->weighed);
    json_member_int(writer, "questions_best", (int64_t)questions->best_count);
    json_name(writer, "questions");
    json_begin_array(writer);
    for (size_t i = 0; i < questions->count; i++)
        write_question(writer, scenario, &questions->items[i]);
    json_end_array(writer);
}

static void write_not_defined(struct json_writer *writer)
{
    static const char *const names[] = {"front",  "nash",        "utilitarian",
                                        "maxmin", "egalitarian", "ks"};
    json_name(writer, "not_defined");
    json_begin_array_inline(writer);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        json_str(writer, str_of(names[i]));
    json_end_array(writer);
}

static void write_notes(struct json_writer *writer, const struct scenario *scenario)
{
    json_name(writer, "notes");
    json_begin_array(writer);
    for (size_t i = 0; i < scenario->note_count; i++)
        json_str(writer, scenario->notes[i]);
    json_end_array(writer);
}

static void write_answer(const struct uncertain_answer *answer, struct json_writer *writer)
{
    const struct assessment *assessment = answer->assessment;
    const struct scenario *scenario = assessment->views->scenario;
    if (scenario->name.length > 0)
        json_member_str(writer, "name", scenario->name);
    write_digits(writer, "packages", assessment->packages);
    write_digits(writer, "feasible", assessment->feasible);
    json_name(writer, "acceptable");
    json_begin_object_inline(writer);
    write_standings(writer, &assessment->for_all, assessment->feasible);
    json_end_object(writer);
    write_parties(writer, assessment);
    write_undominated(writer, assessment);
    if (answer->draft) {
        json_name(writer, "draft");
        json_begin_object_inline(writer);
        json_member_bool(writer, "feasible", answer->draft_is_allowed);
        write_assessed(writer, scenario, answer->draft);
        json_end_object(writer);
    }
    if (answer->questions)
        write_questions(writer, scenario, answer->questions);
    write_listed(writer, assessment);
    write_not_defined(writer);
    if (answer->is_stopped)
        json_member_str(writer, "note", STR(UNCERTAIN_STOPPED));
    write_notes(writer, scenario);
}

struct str uncertain_json(const struct uncertain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 1);
    json_begin_object(&writer);
    json_member_str(&writer, "format", STR("entente-bargain-uncertain/1"));
    write_answer(answer, &writer);
    json_end_object(&writer);
    return builder_str(&out);
}
