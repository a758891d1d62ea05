// SPDX-License-Identifier: Apache-2.0
//
// The page in order: what, who, the texts, what is contested, time, guarantees, packages, the
// record, and what is not known.
#include "render/bargain/bargain_forms.h"
#include "render/brief/brief_parts.h"

#include <inttypes.h>

// A whole number with its thousands apart.
static struct str grouped(struct str digits, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < digits.length; i++) {
        if (i > 0 && (digits.length - i) % 3 == 0)
            builder_add_byte(&out, ',');
        builder_add_byte(&out, digits.bytes[i]);
    }
    return builder_str(&out);
}

// "1,200", or "3 to 1,200" where only bounds are known.
static struct str tally_of(const struct tally *tally, struct arena *arena)
{
    struct str least = grouped(tally->at_least, arena);
    return tally->is_exact ? least
                           : arena_print(arena, "%.*s to %.*s", STR_ARGS(least),
                                         STR_ARGS(grouped(tally->at_most, arena)));
}

// --- Time

static void add_time(const struct brief_answer *brief, struct report *report)
{
    report_heading(report, "Time");
    if (brief->timetable_trouble.length > 0)
        report_paragraph(report, TONE_WARN, "Not laid: %.*s", STR_ARGS(brief->timetable_trouble));
    else if (!brief->timetable)
        report_paragraph(
            report, TONE_QUIET,
            "Not weighed: the case has no confirmed limits and no steps file was given.");
    else if (brief_is_possible(brief))
        report_paragraph(report, TONE_GOOD, "All time limits can be met together.");
    else
        brief_add_contradiction(brief->timetable, report);
    if (brief->unconfirmed_limits > 0)
        report_paragraph(report, TONE_WARN, "%zu limit%s not confirmed and left out.",
                         brief->unconfirmed_limits,
                         brief->unconfirmed_limits == 1 ? " is" : "s are");
    if (brief->timetable)
        brief_add_steps(brief->timetable, report);
}

static void add_guarantees(const struct brief_answer *brief, struct report *report)
{
    if (brief->guarantees.count == 0)
        return;
    report_heading(report, "Guarantees");
    report_table(report, "If|then|within|who|for whom|where");
    for (size_t i = 0; i < brief->guarantees.count; i++) {
        const struct brief_guarantee *g = LIST_AT(&brief->guarantees, struct brief_guarantee, i);
        report_cell(report, "%.*s", STR_ARGS(g->trigger));
        report_cell(report, "%.*s", STR_ARGS(g->response));
        report_cell(report, "%.*s", STR_ARGS(g->limit.length > 0 ? g->limit : STR("no limit")));
        report_cell(report, "%.*s", STR_ARGS(g->guarantor));
        report_cell(report, "%.*s", STR_ARGS(g->beneficiary));
        report_cell(report, "%.*s %.*s", STR_ARGS(g->document), STR_ARGS(g->point));
    }
}

// --- Packages

// What a party says in public about another's changes, beside what the packages say of the change.
static void add_public(const struct brief_answer *brief, struct report *report)
{
    for (size_t i = 0; i < brief->said.count; i++) {
        const struct brief_said *said = LIST_AT(&brief->said, struct brief_said, i);
        struct builder out = builder_make(report->arena);
        builder_print(&out, "In public (%.*s) %.*s about the changes of %.*s: %.*s. ",
                      STR_ARGS(said->date.length > 0 ? said->date : STR("undated")),
                      STR_ARGS(said->speaker), STR_ARGS(said->about), STR_ARGS(said->stance));
        if (!said->now)
            builder_add_c(&out, "Not weighed: the scenario has no such party.");
        else if (!said->before)
            builder_add_c(&out, "Not weighed: no scenario from before the change was given.");
        else
            builder_print(&out,
                          "By the scenarios, what it could accept went from %.*s to %.*s "
                          "packages with the latest change.",
                          STR_ARGS(tally_of(said->before, report->arena)),
                          STR_ARGS(tally_of(said->now, report->arena)));
        report_item(report, TONE_PLAIN, "%.*s", STR_ARGS(builder_str(&out)));
    }
}

static void add_counts(const struct brief_answer *brief, struct report *report)
{
    const struct solution *solution = brief->bargain->solution;
    struct arena *arena = report->arena;
    struct str acceptable = tally_of(&solution->acceptable, arena);
    report_paragraph(report, brief_is_acceptable(brief) ? TONE_GOOD : TONE_BAD,
                     "%.*s of %.*s packages are acceptable to all (%.*s fit the rules).",
                     STR_ARGS(acceptable), STR_ARGS(grouped(solution->outcomes, arena)),
                     STR_ARGS(tally_of(&solution->feasible, arena)));
    if (brief->prospects)
        report_paragraph(report, TONE_PLAIN,
                         "Agreement is %s. With the latest change, packages acceptable to all went "
                         "from %.*s to %.*s.",
                         verdict_words(brief->prospects->prospects->verdict),
                         STR_ARGS(tally_of(&brief->prospects->prospects->old.acceptable, arena)),
                         STR_ARGS(acceptable));
    if (brief->prospects && brief->prospects->prospects->is_cut)
        report_paragraph(report, TONE_WARN,
                         "The comparison with the scenario from before was not finished; what is "
                         "told of it is proved.");
    if (brief->prospects_trouble.length > 0)
        report_paragraph(report, TONE_WARN, "Not compared with the scenario from before: %.*s",
                         STR_ARGS(brief->prospects_trouble));
    for (uint32_t p = 0; p < solution->scenario->party_count; p++)
        report_item(report, TONE_PLAIN, "%.*s could accept %.*s of them.",
                    STR_ARGS(solution->scenario->parties[p].name),
                    STR_ARGS(tally_of(&solution->acceptable_to_each[p], arena)));
}

static void add_packages(const struct brief_answer *brief, struct report *report)
{
    report_heading(report, "Packages");
    if (brief->bargain_trouble.length > 0) {
        report_paragraph(report, TONE_WARN, "Not weighed: %.*s", STR_ARGS(brief->bargain_trouble));
        return;
    }
    if (!brief->bargain) {
        report_paragraph(report, TONE_QUIET, "Not weighed: no scenario was given.");
        return;
    }
    if (brief->bargain->solution->has_ended)
        report_paragraph(report, TONE_WARN, "Not finished: %s.", brief->bargain->solution->note);
    if (brief->bargain->solution->has_counts)
        add_counts(brief, report);
    else
        report_paragraph(report, TONE_WARN, "Not counted: %s.",
                         brief->bargain->solution->note ? brief->bargain->solution->note
                                                        : "a limit was reached before");
    add_public(brief, report);
}

static void add_unknown(const struct brief_answer *brief, struct report *report)
{
    report_heading(report, "Not known");
    uint32_t before = (uint32_t)report->blocks.count;
    for (size_t i = 0; i < brief->documents.count; i++) {
        const struct brief_document *d = LIST_AT(&brief->documents, struct brief_document, i);
        if (!d->has_text)
            report_item(report, TONE_WARN, "No text of %.*s is in the case.", STR_ARGS(d->title));
        else if (d->draft_count == 0)
            report_item(report, TONE_WARN, "Nobody has answered the text of %.*s.",
                        STR_ARGS(d->title));
    }
    for (size_t i = 0; i < brief->parties.count; i++) {
        const struct brief_party *party = LIST_AT(&brief->parties, struct brief_party, i);
        if (brief_text_count(brief) > 0 && party->drafts == 0 &&
            str_equal(party->role, STR("party")))
            report_item(report, TONE_WARN, "%.*s has submitted no draft.", STR_ARGS(party->id));
    }
    size_t unsourced = 0;
    for (size_t i = 0; i < brief->statements.count; i++)
        unsourced += !LIST_AT(&brief->statements, struct brief_statement, i)->has_source;
    if (brief->guarantees.count == 0)
        report_item(report, TONE_WARN, "No guarantee, nor what would set one off, is in the case.");
    if (unsourced > 0)
        report_item(report, TONE_WARN, "%zu statement%s no source.", unsourced,
                    unsourced == 1 ? " has" : "s have");
    if (!brief->bargain)
        report_item(report, TONE_WARN, "What the parties could accept was not weighed.");
    if (!brief->timetable)
        report_item(report, TONE_WARN, "Whether it fits in time was not weighed.");
    if (report->blocks.count == before)
        report_paragraph(report, TONE_GOOD, "Nothing that the case asks for is missing.");
}

static void add_text_verdict(const struct brief_answer *brief, struct report *report)
{
    uint32_t agreed = 0;
    uint32_t open = 0;
    for (size_t i = 0; i < brief->documents.count; i++) {
        const struct brief_document *d = LIST_AT(&brief->documents, struct brief_document, i);
        agreed += d->counts.agreed_points;
        open += d->counts.open_points;
    }
    uint32_t texts = brief_text_count(brief);
    if (texts == 0)
        report_paragraph(report, TONE_WARN, "Text: not weighed, no text %s.",
                         brief->failed.count > 0 ? "could be laid out" : "is in the case");
    else
        report_paragraph(report,
                         open == 0 && texts == brief->documents.count ? TONE_GOOD : TONE_WARN,
                         "Text: %u of %u points agreed, %u open.", agreed, agreed + open, open);
}

static void add_package_verdict(const struct brief_answer *brief, struct report *report)
{
    struct arena *arena = report->arena;
    if (!brief->bargain)
        report_paragraph(report, TONE_QUIET, "Packages: not weighed.");
    else if (!brief->bargain->solution->has_counts)
        report_paragraph(report, TONE_WARN, "Packages: not counted.");
    else
        report_paragraph(
            report, brief_is_acceptable(brief) ? TONE_GOOD : TONE_BAD,
            "Packages: %.*s acceptable to all%s%.*s.",
            STR_ARGS(tally_of(&brief->bargain->solution->acceptable, arena)),
            brief->prospects ? ", before the latest change " : "",
            STR_ARGS(brief->prospects
                         ? tally_of(&brief->prospects->prospects->old.acceptable, arena)
                         : STR("")));
}

static void add_verdict(const struct brief_answer *brief, struct report *report)
{
    add_text_verdict(brief, report);
    if (brief->is_from_drafts)
        brief_add_time_verdict(brief, report);
    else if (brief->timetable)
        report_paragraph(report, brief_is_possible(brief) ? TONE_GOOD : TONE_BAD, "Time: %s%s.",
                         brief_is_possible(brief) ? "the limits fit together"
                                                  : "the limits contradict one another",
                         brief->unconfirmed_limits > 0 ? ", without those not confirmed" : "");
    else
        report_paragraph(report, TONE_QUIET, "Time: not weighed.");
    add_package_verdict(brief, report);
}

// What files alone can say.
static void add_drafts(const struct brief_answer *brief, const struct brief_places *places,
                       struct report *report)
{
    brief_add_issues(brief, places, report);
    brief_add_time_read(brief, report);
    brief_add_record(brief, report);
    brief_add_unsaid(brief, report);
}

// Every party in a colour; those of the chart have the colours of their lines.
static void mark_parties(const struct brief_answer *brief, struct report *report)
{
    struct str *names = ARENA_ARRAY(report->arena, struct str, brief->parties.count + 1);
    for (int has_drafts = 1; has_drafts >= 0; has_drafts--)
        for (size_t p = 0; p < brief->parties.count; p++) {
            const struct brief_party *party = LIST_AT(&brief->parties, struct brief_party, p);
            if ((party->drafts > 0) == (has_drafts == 1))
                names[report->name_count++] = party->id;
        }
    report->names = names;
}

struct report brief_report(const struct brief_answer *brief, struct arena *arena)
{
    struct report report =
        report_make(arena, brief->is_titled ? brief->title : STR("A case"),
                    arena_print(arena, "%.*s%s%.*s%s%.*s", STR_ARGS(brief->summary),
                                brief->as_of.length > 0 ? ", as of " : "", STR_ARGS(brief->as_of),
                                brief->viewer.length > 0 ? ", for " : "", STR_ARGS(brief->viewer)));
    const struct brief_places places = brief_places_of(brief, arena);
    mark_parties(brief, &report);
    add_verdict(brief, &report);
    brief_add_texts(brief, &report);
    brief_add_contested(brief, &places, &report);
    brief_add_rounds(brief, &places, &report);
    if (brief->is_from_drafts) {
        add_drafts(brief, &places, &report);
        brief_add_places(brief, &places, &report);
        return report;
    }
    add_time(brief, &report);
    add_guarantees(brief, &report);
    add_packages(brief, &report);
    brief_add_record(brief, &report);
    add_unknown(brief, &report);
    brief_add_places(brief, &places, &report);
    return report;
}
