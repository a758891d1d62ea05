// SPDX-License-Identifier: Apache-2.0
//
// The page in order: what, who, the texts, what is contested, time, guarantees, packages, the
// record, and what is not known.
#include "workbench/brief/brief_report.h"

#include "base/utf8.h"

#include <inttypes.h>
#include <string.h>

static const struct item *item_at(const struct list *items, size_t i)
{
    return *LIST_AT(items, const struct item *, i);
}

// At most so many characters' worth of a wording, on one line.
static struct str shortened(const struct brief *brief, struct str text)
{
    enum { MOST = 90 };
    struct builder out = builder_make(brief->arena);
    struct str cut = utf8_start(text, MOST);
    for (size_t i = 0; i < cut.length; i++)
        builder_add_byte(&out, cut.bytes[i] == '\n' ? ' ' : cut.bytes[i]);
    if (cut.length < text.length)
        builder_add_c(&out, "…");
    return builder_str(&out);
}

// Whom the latest draft came nearer to, and whom it went away from.
static void add_distances(struct report *report, const struct brief_document *document, bool nearer)
{
    struct builder out = builder_make(report->arena);
    for (size_t i = 0; i < document->nearer.count; i++) {
        const struct brief_distance *d = LIST_AT(&document->nearer, struct brief_distance, i);
        if ((d->now < d->before) == nearer)
            builder_print(&out, "%s%.*s (%u, before it %u)", out.length > 0 ? ", " : "",
                          STR_ARGS(d->party), d->now, d->before);
    }
    if (out.length > 0)
        report_item(report, TONE_QUIET, "%s, by open places worded otherwise: %.*s",
                    nearer ? "it comes nearer to" : "it goes away from",
                    STR_ARGS(builder_str(&out)));
}

static void add_latest(struct report *report, const struct brief_document *document)
{
    const struct current_draft *latest = document->latest;
    if (!latest)
        return;
    struct builder out = builder_make(report->arena);
    int64_t changed = document->opened < 0 ? -document->opened : document->opened;
    builder_print(&out, "%.*s: the latest draft is %.*s's of %.*s. It ",
                  STR_ARGS(document->item->id), STR_ARGS(brief_field(latest->draft, "party")),
                  STR_ARGS(case_draft_day(latest->draft)));
    if (changed == 0)
        builder_add_c(&out, "leaves as many places open as before");
    else
        builder_print(&out, "%s %" PRId64 " open place%s", document->opened < 0 ? "closes" : "adds",
                      changed, changed == 1 ? "" : "s");
    if (document->joined > 0)
        builder_print(&out, "; %u of its proposals another party makes too", document->joined);
    report_item(report, TONE_PLAIN, "%.*s.", STR_ARGS(builder_str(&out)));
    add_distances(report, document, true);
    add_distances(report, document, false);
}

// Documents that are spoken of but not in the case: no row of noughts that would read as agreed.
static void add_textless(const struct brief *brief, struct report *report)
{
    for (size_t i = 0; i < brief->documents.count; i++) {
        const struct brief_document *d = LIST_AT(&brief->documents, struct brief_document, i);
        struct str parties = brief_list(brief, d->item, "parties");
        if (!d->base)
            report_item(report, TONE_PLAIN, "%.*s: no text in the case%s%.*s.",
                        STR_ARGS(brief_field(d->item, "title")),
                        parties.length > 0 ? "; negotiated by " : "", STR_ARGS(parties));
    }
}

static void add_text_table(const struct brief *brief, struct report *report)
{
    report_table(report, "Document|Drafts|Points|Agreed|Open|Open places|Rival|Ad referendum");
    for (size_t i = 0; i < brief->documents.count; i++) {
        const struct brief_document *d = LIST_AT(&brief->documents, struct brief_document, i);
        if (!d->sheet)
            continue;
        report_cell(report, "%.*s", STR_ARGS(brief_field(d->item, "title")));
        report_cell(report, "%zu", d->drafts.count);
        report_cell(report, "%u", d->counts.agreed_points + d->counts.open_points);
        report_cell(report, "%u", d->counts.agreed_points);
        report_cell(report, "%u", d->counts.open_points);
        report_cell(report, "%u", d->counts.open_slots);
        report_cell(report, "%u", d->counts.rival_slots);
        report_cell(report, "%u", d->settled);
    }
}

static void add_texts(const struct brief *brief, struct report *report)
{
    report_heading(report, "The texts");
    if (brief->documents.count == 0)
        report_paragraph(report, TONE_QUIET, "No document is in the case.");
    if (brief_text_count(brief) > 0)
        add_text_table(brief, report);
    add_textless(brief, report);
    for (size_t i = 0; i < brief->documents.count; i++)
        if (LIST_AT(&brief->documents, struct brief_document, i)->sheet)
            add_latest(report, LIST_AT(&brief->documents, struct brief_document, i));
    for (size_t i = 0; i < brief->failed.count; i++)
        report_item(report, TONE_BAD, "%.*s", STR_ARGS(*LIST_AT(&brief->failed, struct str, i)));
    if (brief->trend.date_count < 2)
        return;
    struct report_series *series =
        ARENA_ARRAY(brief->arena, struct report_series, brief->parties.count + 1);
    size_t count = 0;
    for (size_t p = 0; p < brief->parties.count; p++) {
        const struct brief_party *party = LIST_AT(&brief->parties, struct brief_party, p);
        if (party->drafts > 0)
            series[count++] = (struct report_series){
                party->item->id, brief->trend.values + p * brief->trend.date_count};
    }
    if (count > 0)
        report_chart(report, STR("Open proposals by party"), brief->trend.dates,
                     brief->trend.date_count, series, count);
}

// The last words of a text, or its first ones, as they stand around a slot.
static struct str words_before(struct str text)
{
    enum { MOST = 48 };
    struct str last = text;
    size_t line = last.length;
    while (line > 0 && last.bytes[line - 1] != '\n')
        line--;
    last = str_skip(last, line);
    if (last.length <= MOST)
        return last;
    last = str_skip(last, last.length - MOST);
    return str_skip(last, str_find_byte(last, ' '));
}

static struct str words_after(struct str text)
{
    enum { MOST = 32 };
    struct str first = str_slice(text, 0, str_find_byte(text, '\n'));
    if (first.length > MOST) {
        first.length = MOST;
        while (first.length > 0 && first.bytes[first.length - 1] != ' ')
            first.length--;
    }
    while (first.length > 0 && first.bytes[first.length - 1] == ' ')
        first.length--;
    return first;
}

// The agreed words beside a slot in its point; empty where another slot stands there.
static struct str words_beside(const struct brief_contest *contest, bool before)
{
    const struct sheet *sheet = contest->document->sheet;
    const struct point *point = contest->point;
    const struct segment *segments = sheet->segments + point->first_segment;
    uint32_t slot = (uint32_t)(contest->slot - sheet->slots);
    for (uint32_t i = 0; i < point->segment_count; i++) {
        if (segments[i].slot != slot)
            continue;
        if (before)
            return i > 0 ? words_before(segments[i - 1].text) : STR("");
        return i + 1 < point->segment_count ? words_after(segments[i + 1].text) : STR("");
    }
    return STR("");
}

static void add_contested(const struct brief *brief, struct report *report)
{
    if (brief->contests.count == 0)
        return;
    report_heading(report, "Most contested");
    for (size_t i = 0; i < brief->contests.count && i < BRIEF_CONTESTED; i++) {
        const struct brief_contest *contest = LIST_AT(&brief->contests, struct brief_contest, i);
        struct builder out = builder_make(brief->arena);
        size_t slash = str_find_byte(contest->point->path, '/');
        struct str before = str_trim(words_beside(contest, true));
        struct str after = words_beside(contest, false);
        builder_print(&out, "%.*s %.*s:%s%.*s", STR_ARGS(contest->document->item->id),
                      STR_ARGS(str_skip(contest->point->path, slash + 1)),
                      before.length > 0 ? " … " : "", STR_ARGS(before));
        for (uint32_t w = 0; w < contest->slot->wording_count; w++) {
            const struct wording *wording = &contest->slot->wordings[w];
            struct str holders = brief_holders(brief, contest->document->sheet, wording);
            struct str words = shortened(brief, wording->text);
            builder_print(&out, " [%s%s%.*s: %.*s]", wording->is_base ? "base" : "",
                          wording->is_base && holders.length > 0 ? ", " : "", STR_ARGS(holders),
                          STR_ARGS(words.length > 0 ? words : STR("nothing")));
        }
        if (str_trim(after).length > 0)
            builder_print(&out, "%s%.*s …", after.bytes[0] == ' ' ? "" : " ", STR_ARGS(after));
        report_item(report, TONE_PLAIN, "%.*s", STR_ARGS(builder_str(&out)));
    }
}

static struct str text_of(const struct json *object, const char *name)
{
    const struct json *value = json_member(object, name);
    return value && (value->kind == JSON_STRING || value->kind == JSON_NUMBER) ? value->text
                                                                               : STR("");
}

// A whole number with its thousands apart.
static struct str grouped(const struct brief *brief, struct str digits)
{
    struct builder out = builder_make(brief->arena);
    for (size_t i = 0; i < digits.length; i++) {
        if (i > 0 && (digits.length - i) % 3 == 0)
            builder_add_byte(&out, ',');
        builder_add_byte(&out, digits.bytes[i]);
    }
    return builder_str(&out);
}

// Minutes as days and hours.
static struct str slack_of(const struct brief *brief, const struct json *step)
{
    const struct json *critical = json_member(step, "critical");
    int64_t minutes;
    if (critical && critical->truth)
        return STR("none");
    if (!json_whole(json_member(step, "slack"), &minutes))
        return STR("open");
    int64_t days = minutes / 1440;
    int64_t hours = minutes % 1440 / 60;
    if (hours == 0)
        return arena_print(brief->arena, "%" PRId64 " day%s", days, days == 1 ? "" : "s");
    return arena_print(brief->arena, "%" PRId64 " days %" PRId64 " hours", days, hours);
}

static void add_steps(const struct brief *brief, struct report *report)
{
    const struct json *steps = json_member(brief->timetable, "next");
    if (!steps)
        steps = json_member(brief->timetable, "steps");
    if (!steps || steps->count == 0)
        return;
    report_table(report, brief_is_possible(brief) ? "Next steps|Earliest|Latest|Slack"
                                                  : "Next steps, once that is given|Earliest|"
                                                    "Latest|Slack");
    for (size_t i = 0; i < steps->count && i < BRIEF_STEPS; i++) {
        const struct json *step = &steps->items[i];
        struct str title = text_of(step, "title");
        struct str latest = text_of(step, "latest");
        report_cell(report, "%.*s", STR_ARGS(title.length > 0 ? title : text_of(step, "step")));
        report_cell(report, "%.*s", STR_ARGS(text_of(step, "earliest")));
        report_cell(report, "%.*s", STR_ARGS(latest.length > 0 ? latest : STR("open")));
        report_cell(report, "%.*s", STR_ARGS(slack_of(brief, step)));
    }
}

// The contradiction as the timetable says it: a verdict, then the limits, each with its words on
// the line behind it.
static void add_contradiction(const struct brief *brief, struct report *report)
{
    struct str rest = brief->timetable_says;
    struct str line;
    if (str_cut(&rest, '\n', &line))
        report_paragraph(report, TONE_BAD, "%.*s", STR_ARGS(str_trim(line)));
    while (str_cut(&rest, '\n', &line) && str_starts_with(line, STR(" "))) {
        struct str limit = str_trim(line);
        struct str words = str_trim(str_slice(rest, 0, str_find_byte(rest, '\n')));
        bool has_words = str_starts_with(words, STR("\""));
        if (has_words)
            (void)str_cut(&rest, '\n', &line);
        report_item(report, TONE_PLAIN, "%.*s%s%.*s", STR_ARGS(limit), has_words ? ": " : "",
                    STR_ARGS(has_words ? words : STR("")));
    }
}

static void add_time(const struct brief *brief, struct report *report)
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
        add_contradiction(brief, report);
    if (brief->timetable)
        add_steps(brief, report);
}

static void add_guarantees(const struct brief *brief, struct report *report)
{
    struct list guarantees = brief_items(brief, "guarantee");
    if (guarantees.count == 0)
        return;
    report_heading(report, "Guarantees");
    report_table(report, "If|then|within|who|for whom|where");
    for (size_t i = 0; i < guarantees.count; i++) {
        const struct item *g = item_at(&guarantees, i);
        struct str limit = brief_field(g, "limit");
        report_cell(report, "%.*s", STR_ARGS(brief_field(g, "trigger")));
        report_cell(report, "%.*s", STR_ARGS(brief_field(g, "response")));
        report_cell(report, "%.*s", STR_ARGS(limit.length > 0 ? limit : STR("no limit")));
        report_cell(report, "%.*s", STR_ARGS(brief_list(brief, g, "guarantor")));
        report_cell(report, "%.*s", STR_ARGS(brief_list(brief, g, "beneficiary")));
        report_cell(report, "%.*s %.*s", STR_ARGS(brief_field(g, "document")),
                    STR_ARGS(brief_field(g, "point")));
    }
}

// What a party says in public about another's changes, beside what the packages say of the change.
static void add_public(const struct brief *brief, struct report *report)
{
    for (size_t i = 0; i < brief->said.count; i++) {
        const struct brief_said *said = LIST_AT(&brief->said, struct brief_said, i);
        struct str date = brief_field(said->statement, "date");
        struct builder out = builder_make(brief->arena);
        builder_print(&out, "In public (%.*s) %.*s about the changes of %.*s: %.*s. ",
                      STR_ARGS(date.length > 0 ? date : STR("undated")), STR_ARGS(said->speaker),
                      STR_ARGS(said->about), STR_ARGS(said->stance));
        if (!said->now)
            builder_add_c(&out, "Not weighed: the scenario has no such party.");
        else if (!said->before)
            builder_add_c(&out, "Not weighed: no scenario from before the change was given.");
        else
            builder_print(&out,
                          "By the scenarios, what it could accept went from %.*s to %.*s "
                          "packages with the latest change.",
                          STR_ARGS(grouped(brief, said->before->text)),
                          STR_ARGS(grouped(brief, said->now->text)));
        report_item(report, TONE_PLAIN, "%.*s", STR_ARGS(builder_str(&out)));
    }
}

static void add_packages(const struct brief *brief, struct report *report)
{
    report_heading(report, "Packages");
    if (!brief->bargain) {
        report_paragraph(report, TONE_QUIET, "Not weighed: no scenario was given.");
        return;
    }
    struct str acceptable = grouped(brief, text_of(brief->bargain, "acceptable"));
    report_paragraph(report, brief_is_acceptable(brief) ? TONE_GOOD : TONE_BAD,
                     "%.*s of %.*s packages are acceptable to all (%.*s fit the rules).",
                     STR_ARGS(acceptable),
                     STR_ARGS(grouped(brief, text_of(brief->bargain, "packages"))),
                     STR_ARGS(grouped(brief, text_of(brief->bargain, "feasible"))));
    if (brief->prospects.length > 0)
        report_paragraph(report, TONE_PLAIN,
                         "%.*s With the latest change, packages acceptable to all went from %.*s "
                         "to %.*s.",
                         STR_ARGS(brief->prospects),
                         STR_ARGS(grouped(brief, text_of(brief->before, "acceptable"))),
                         STR_ARGS(acceptable));
    const struct json *parties = json_member(brief->scenario, "parties");
    const struct json *each = json_member(brief->bargain, "acceptable_to_each");
    for (size_t i = 0; parties && each && i < each->count && i < parties->count; i++)
        report_item(report, TONE_PLAIN, "%.*s could accept %.*s of them.",
                    STR_ARGS(text_of(&parties->items[i], "name")),
                    STR_ARGS(grouped(brief, each->items[i].text)));
    add_public(brief, report);
}

static void add_unknown(const struct brief *brief, struct report *report)
{
    report_heading(report, "Not known");
    uint32_t before = (uint32_t)report->blocks.count;
    for (size_t i = 0; i < brief->documents.count; i++) {
        const struct brief_document *d = LIST_AT(&brief->documents, struct brief_document, i);
        if (!d->base)
            report_item(report, TONE_WARN, "No text of %.*s is in the case.",
                        STR_ARGS(brief_field(d->item, "title")));
        else if (d->drafts.count == 0)
            report_item(report, TONE_WARN, "Nobody has answered the text of %.*s.",
                        STR_ARGS(brief_field(d->item, "title")));
    }
    for (size_t i = 0; i < brief->parties.count; i++) {
        const struct brief_party *party = LIST_AT(&brief->parties, struct brief_party, i);
        if (brief_text_count(brief) > 0 && party->drafts == 0 &&
            str_equal(brief_field(party->item, "role"), STR("party")))
            report_item(report, TONE_WARN, "%.*s has submitted no draft.",
                        STR_ARGS(party->item->id));
    }
    struct list statements = brief_items(brief, "statement");
    size_t unsourced = 0;
    for (size_t i = 0; i < statements.count; i++)
        unsourced += !json_member(item_at(&statements, i)->value, "source");
    if (brief_items(brief, "guarantee").count == 0)
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

static void add_text_verdict(const struct brief *brief, struct report *report)
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

static void add_verdict(const struct brief *brief, struct report *report)
{
    add_text_verdict(brief, report);
    if (brief->timetable)
        report_paragraph(report, brief_is_possible(brief) ? TONE_GOOD : TONE_BAD, "Time: %s.",
                         brief_is_possible(brief) ? "the limits fit together"
                                                  : "the limits contradict one another");
    else
        report_paragraph(report, TONE_QUIET, "Time: not weighed.");
    if (brief->bargain)
        report_paragraph(report, brief_is_acceptable(brief) ? TONE_GOOD : TONE_BAD,
                         "Packages: %.*s acceptable to all%s%.*s.",
                         STR_ARGS(grouped(brief, text_of(brief->bargain, "acceptable"))),
                         brief->before ? ", before the latest change " : "",
                         STR_ARGS(grouped(brief, text_of(brief->before, "acceptable"))));
    else
        report_paragraph(report, TONE_QUIET, "Packages: not weighed.");
}

struct report brief_report(const struct brief *brief)
{
    const struct item *talks = items_find(brief->items, "case", STR("case"));
    struct str title = talks ? brief_field(talks, "title") : STR("A case");
    struct str summary = talks ? brief_field(talks, "summary") : STR("");
    struct str as_of = brief->casefile->view.as_of;
    struct report report =
        report_make(brief->arena, title,
                    arena_print(brief->arena, "%.*s%s%.*s%s%.*s", STR_ARGS(summary),
                                as_of.length > 0 ? ", as of " : "", STR_ARGS(as_of),
                                brief->casefile->view.viewer.length > 0 ? ", for " : "",
                                STR_ARGS(brief->casefile->view.viewer)));
    add_verdict(brief, &report);
    add_texts(brief, &report);
    add_contested(brief, &report);
    add_time(brief, &report);
    add_guarantees(brief, &report);
    add_packages(brief, &report);
    brief_report_record(brief, &report);
    add_unknown(brief, &report);
    return report;
}
