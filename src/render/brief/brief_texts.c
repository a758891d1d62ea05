// SPDX-License-Identifier: Apache-2.0
// The part of the page that is about the texts.
#include "base/utf8.h"
#include "render/brief/brief_parts.h"

#include <inttypes.h>

struct str brief_shortened(struct str text, struct arena *arena)
{
    enum { MOST = 90 };
    struct builder out = builder_make(arena);
    struct str cut = utf8_start(text, MOST);
    for (size_t i = 0; i < cut.length; i++)
        builder_add_byte(&out, cut.bytes[i] == '\n' ? ' ' : cut.bytes[i]);
    if (cut.length < text.length)
        builder_add_c(&out, "…");
    return builder_str(&out);
}

struct str brief_holders(const struct sheet *sheet, const struct wording *wording,
                         struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (uint32_t i = 0; i < wording->party_count; i++)
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "",
                      STR_ARGS(sheet->party_names[wording->parties[i].number]));
    return builder_str(&out);
}

// Whom the latest draft came nearer to, and whom it went away from.
static void add_distances(struct report *report, const struct brief_latest *latest, bool nearer)
{
    struct builder out = builder_make(report->arena);
    for (size_t i = 0; i < latest->nearer.count; i++) {
        const struct brief_distance *d = LIST_AT(&latest->nearer, struct brief_distance, i);
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
    const struct brief_latest *latest = document->latest;
    if (!latest)
        return;
    struct builder out = builder_make(report->arena);
    int64_t changed = latest->opened < 0 ? -latest->opened : latest->opened;
    builder_print(&out, "%.*s: the latest draft is %.*s's of %.*s. It ", STR_ARGS(document->id),
                  STR_ARGS(latest->party), STR_ARGS(latest->day));
    if (changed == 0)
        builder_add_c(&out, "leaves as many places open as before");
    else
        builder_print(&out, "%s %" PRId64 " open place%s", latest->opened < 0 ? "closes" : "adds",
                      changed, changed == 1 ? "" : "s");
    if (latest->joined > 0)
        builder_print(&out, "; %u of its proposals another party makes too", latest->joined);
    report_item(report, TONE_PLAIN, "%.*s.", STR_ARGS(builder_str(&out)));
    add_distances(report, latest, true);
    add_distances(report, latest, false);
}

// Documents that are spoken of but not in the case: no row of noughts that would read as agreed.
static void add_textless(const struct brief_answer *brief, struct report *report)
{
    for (size_t i = 0; i < brief->documents.count; i++) {
        const struct brief_document *d = LIST_AT(&brief->documents, struct brief_document, i);
        if (!d->has_text)
            report_item(report, TONE_PLAIN, "%.*s: no text in the case%s%.*s.", STR_ARGS(d->title),
                        d->parties.length > 0 ? "; negotiated by " : "", STR_ARGS(d->parties));
    }
}

static void add_text_table(const struct brief_answer *brief, struct report *report)
{
    bool has_record = !brief->is_from_drafts;
    report_table(report, has_record
                             ? "Document|Drafts|Points|Agreed|Open|Open places|Rival|Ad referendum"
                             : "Document|Drafts|Points|Agreed|Open|Open places|Rival");
    for (size_t i = 0; i < brief->documents.count; i++) {
        const struct brief_document *d = LIST_AT(&brief->documents, struct brief_document, i);
        if (!d->sheet)
            continue;
        report_cell(report, "%.*s", STR_ARGS(d->title));
        report_cell(report, "%u", d->draft_count);
        report_cell(report, "%u", d->counts.agreed_points + d->counts.open_points);
        report_cell(report, "%u", d->counts.agreed_points);
        report_cell(report, "%u", d->counts.open_points);
        report_cell(report, "%u", d->counts.open_slots);
        report_cell(report, "%u", d->counts.rival_slots);
        if (has_record)
            report_cell(report, "%u", d->settled);
    }
}

void brief_add_texts(const struct brief_answer *brief, struct report *report)
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
        ARENA_ARRAY(report->arena, struct report_series, brief->parties.count + 1);
    size_t count = 0;
    for (size_t p = 0; p < brief->parties.count; p++) {
        const struct brief_party *party = LIST_AT(&brief->parties, struct brief_party, p);
        if (party->drafts > 0)
            series[count++] = (struct report_series){party->id, brief->trend.values +
                                                                    p * brief->trend.date_count};
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

void brief_add_contested(const struct brief_answer *brief, const struct brief_places *places,
                         struct report *report)
{
    if (brief->contests.count == 0)
        return;
    report_heading(report, "Most contested");
    for (size_t i = 0; i < brief->contests.count && i < BRIEF_CONTESTED; i++) {
        const struct brief_contest *contest = LIST_AT(&brief->contests, struct brief_contest, i);
        struct builder out = builder_make(report->arena);
        struct str point = brief_point_name(contest->point);
        struct str before = str_trim(words_beside(contest, true));
        struct str after = words_beside(contest, false);
        builder_print(&out, "%.*s %.*s:%s%.*s", STR_ARGS(contest->document->id), STR_ARGS(point),
                      before.length > 0 ? " … " : "", STR_ARGS(before));
        for (uint32_t w = 0; w < contest->slot->wording_count; w++) {
            const struct wording *wording = &contest->slot->wordings[w];
            struct str holders = brief_holders(contest->document->sheet, wording, report->arena);
            struct str words = brief_shortened(wording->text, report->arena);
            builder_print(&out, " [%s%s%.*s: %.*s]", wording->is_base ? "base" : "",
                          wording->is_base && holders.length > 0 ? ", " : "", STR_ARGS(holders),
                          STR_ARGS(words.length > 0 ? words : STR("nothing")));
        }
        if (str_trim(after).length > 0)
            builder_print(&out, "%s%.*s …", after.bytes[0] == ' ' ? "" : " ", STR_ARGS(after));
        report_item(report, TONE_PLAIN, "%.*s", STR_ARGS(builder_str(&out)));
        report_link(report, brief_place_anchor(places, contest->document->id, point),
                    contest->document->id.length + 1 + point.length);
    }
}
