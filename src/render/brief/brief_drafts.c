// SPDX-License-Identifier: Apache-2.0
// What a brief of drafts alone says otherwise than that of a case.
#include "render/brief/brief_parts.h"

// --- The open places as issues

// "base, Tarsen: 30 days; Velmark: 60 days"
static void add_wordings(const struct brief_document *document, const struct sheet_slot *slot,
                         struct report *report)
{
    struct builder out = builder_make(report->arena);
    for (uint32_t w = 0; w < slot->wording_count; w++) {
        const struct wording *wording = &slot->wordings[w];
        struct str holders = brief_holders(document->sheet, wording, report->arena);
        struct str words = brief_shortened(wording->text, report->arena);
        builder_print(&out, "%s[%s%s%.*s: %.*s]", w > 0 ? " " : "", wording->is_base ? "base" : "",
                      wording->is_base && holders.length > 0 ? ", " : "", STR_ARGS(holders),
                      STR_ARGS(words.length > 0 ? words : STR("nothing")));
    }
    report_cell(report, "%.*s", STR_ARGS(builder_str(&out)));
}

static struct str point_of(const struct sheet *sheet, const struct sheet_slot *slot)
{
    struct str path = sheet->points[slot->point].path;
    return str_skip(path, str_find_byte(path, '/') + 1);
}

// An issue has the number that its slot has in the merged text.
void brief_add_issues(const struct brief_answer *brief, const struct brief_places *places,
                      struct report *report)
{
    for (size_t i = 0; i < brief->documents.count; i++) {
        const struct brief_document *d = LIST_AT(&brief->documents, struct brief_document, i);
        if (!d->sheet || d->counts.open_slots == 0)
            continue;
        report_heading(report, "Open issues");
        report_paragraph(report, TONE_QUIET,
                         "Every open place, under the number that its slot has in the merged text. "
                         "What each is worth to whom is not known.");
        report_table(report, "Issue|Point|Wordings");
        for (uint32_t s = 0; s < d->sheet->slot_count; s++) {
            const struct sheet_slot *slot = &d->sheet->slots[s];
            if (!sheet_slot_is_open(slot) || sheet_slot_agreed(d->sheet, slot))
                continue;
            report_cell(report, "%u", s + 1);
            report_cell(report, "%.*s", STR_ARGS(point_of(d->sheet, slot)));
            report_link(report, brief_place_anchor(places, d->id, point_of(d->sheet, slot)),
                        point_of(d->sheet, slot).length);
            add_wordings(d, slot, report);
        }
    }
}

// --- Time as it was read

static struct str owner_of(const struct brief_reading *reading)
{
    return reading->party.length > 0 ? reading->party : STR("the base");
}

static struct str said_of(const struct brief_reading *reading, struct arena *arena)
{
    if (reading->trouble.length > 0)
        return arena_print(arena, "not laid: %.*s", STR_ARGS(reading->trouble));
    if (reading->limits == 0)
        return STR("no limit was read");
    return arena_print(arena, "%zu limit%s read %s", reading->limits,
                       reading->limits == 1 ? "" : "s",
                       reading->is_possible ? "fit together" : "contradict one another");
}

static struct str unread_of(const struct brief_reading *reading, struct arena *arena)
{
    return arena_print(arena, "%zu expression%s of time %s not read", reading->unread,
                       reading->unread == 1 ? "" : "s", reading->unread == 1 ? "was" : "were");
}

void brief_add_time_verdict(const struct brief_answer *brief, struct report *report)
{
    const struct brief_reading *base = LIST_AT(&brief->readings, struct brief_reading, 0);
    bool is_bad = base->trouble.length == 0 && !base->is_possible;
    report_paragraph(report, is_bad ? TONE_BAD : TONE_WARN,
                     "Time, as read, not confirmed: in the base %.*s; %.*s.",
                     STR_ARGS(said_of(base, report->arena)),
                     STR_ARGS(unread_of(base, report->arena)));
}

void brief_add_time_read(const struct brief_answer *brief, struct report *report)
{
    report_heading(report, "Time");
    report_paragraph(
        report, TONE_WARN,
        "As read, not confirmed: a program read these limits from the words, and nobody "
        "has looked at them.");
    for (size_t i = 0; i < brief->readings.count; i++) {
        const struct brief_reading *reading = LIST_AT(&brief->readings, struct brief_reading, i);
        bool is_bad = reading->trouble.length == 0 && !reading->is_possible;
        struct str unread =
            reading->trouble.length > 0
                ? STR("")
                : arena_print(report->arena, "; %.*s", STR_ARGS(unread_of(reading, report->arena)));
        report_item(report, is_bad ? TONE_BAD : TONE_PLAIN, "%.*s: %.*s%.*s.",
                    STR_ARGS(owner_of(reading)), STR_ARGS(said_of(reading, report->arena)),
                    STR_ARGS(unread));
    }
    for (size_t i = 0; i < brief->readings.count; i++) {
        const struct brief_reading *reading = LIST_AT(&brief->readings, struct brief_reading, i);
        if (!reading->laid || reading->is_possible)
            continue;
        report_paragraph(report, TONE_PLAIN, "In the text of %.*s:", STR_ARGS(owner_of(reading)));
        brief_add_contradiction(reading->laid, report);
    }
    if (brief->timetable)
        brief_add_steps(brief->timetable, report);
}

// --- What files alone cannot say

void brief_add_unsaid(const struct brief_answer *brief, struct report *report)
{
    size_t unread = 0;
    for (size_t i = 0; i < brief->readings.count; i++)
        unread += LIST_AT(&brief->readings, struct brief_reading, i)->unread;
    report_heading(report, "Not known");
    report_item(report, TONE_WARN, "What the parties could accept was not weighed.");
    if (unread > 0)
        report_item(
            report, TONE_WARN,
            "%zu expression%s of time in these texts %s not read: entente limits lists them.",
            unread, unread == 1 ? "" : "s", unread == 1 ? "was" : "were");
    report_item(
        report, TONE_WARN,
        "Who met, what was said and what was agreed is not in these files: a case keeps it.");
}

// --- For programs

static void write_issue(struct json_writer *json, const struct sheet *sheet, uint32_t s)
{
    const struct sheet_slot *slot = &sheet->slots[s];
    json_begin_object(json);
    json_member_int(json, "issue", s + 1);
    json_member_str(json, "point", point_of(sheet, slot));
    json_name(json, "wordings");
    json_begin_array(json);
    for (uint32_t w = 0; w < slot->wording_count; w++) {
        json_begin_object_inline(json);
        json_member_str(json, "text", slot->wordings[w].text);
        json_member_str(json, "parties",
                        brief_holders(sheet, &slot->wordings[w], json->out->arena));
        json_member_bool(json, "base", slot->wordings[w].is_base);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void write_reading(struct json_writer *json, const struct brief_reading *reading)
{
    json_begin_object_inline(json);
    json_member_str_or_null(json, "party", reading->party);
    if (reading->trouble.length > 0)
        json_member_str(json, "trouble", reading->trouble);
    else
        json_member_bool(json, "is_possible", reading->is_possible);
    json_member_int(json, "limits", (int64_t)reading->limits);
    json_member_int(json, "unread", (int64_t)reading->unread);
    json_member_bool(json, "confirmed", false);
    json_end_object(json);
}

void brief_issues_json(struct json_writer *json, const struct brief_answer *brief)
{
    json_name(json, "issues");
    json_begin_array(json);
    for (size_t i = 0; i < brief->documents.count; i++) {
        const struct sheet *sheet = LIST_AT(&brief->documents, struct brief_document, i)->sheet;
        for (uint32_t s = 0; sheet && s < sheet->slot_count; s++)
            if (sheet_slot_is_open(&sheet->slots[s]) && !sheet_slot_agreed(sheet, &sheet->slots[s]))
                write_issue(json, sheet, s);
    }
    json_end_array(json);
    json_name(json, "time_as_read");
    json_begin_array(json);
    for (size_t i = 0; i < brief->readings.count; i++)
        write_reading(json, LIST_AT(&brief->readings, struct brief_reading, i));
    json_end_array(json);
}
