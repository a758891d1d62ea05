// SPDX-License-Identifier: Apache-2.0
// A timetable as a table for spreadsheets.
#include "render/timetable/timetable_forms.h"

#include "codec/csv.h"

static void add_csv(struct builder *out, struct str text, bool is_last)
{
    csv_words(out, text);
    builder_add_c(out, is_last ? "\r\n" : ",");
}

struct str timetable_csv(const struct timetable_answer *t, struct arena *arena)
{
    struct builder out = builder_make(arena);
    const struct schedule *s = &t->answer.schedule;
    builder_add_c(&out, "step,title,by,earliest_start,earliest_end,latest_end,critical,in_dispute,"
                        "clause,rule\r\n");
    for (size_t i = 0; i < t->timeline.count; i++) {
        const struct timeline_row *row = &t->timeline.rows[i];
        uint32_t number = row->late != LINK_NONE ? row->late : row->early;
        struct str clause = STR("");
        if (number != LINK_NONE)
            clause = LIST_AT(&t->plan.limits, struct plan_limit, number)->clause;
        add_csv(&out, row->name, false);
        add_csv(&out, row->title, false);
        add_csv(&out, row->party, false);
        add_csv(&out, timeline_date(&t->plan, s->earliest[row->start], arena), false);
        add_csv(&out, timeline_date(&t->plan, s->earliest[row->end], arena), false);
        add_csv(&out, timeline_date(&t->plan, s->latest[row->end], arena), false);
        add_csv(&out, row->is_critical ? STR("yes") : STR("no"), false);
        add_csv(&out, row->is_in_dispute ? STR("yes") : STR("no"), false);
        add_csv(&out, clause, false);
        add_csv(&out, timeline_rule(&t->plan, &t->answer, row, arena), true);
    }
    return builder_str(&out);
}
