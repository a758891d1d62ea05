// SPDX-License-Identifier: Apache-2.0
// Rival drafts of one timetable with all that has been found out about them.

#ifndef ENTENTE_WORKBENCH_CONTEST_H
#define ENTENTE_WORKBENCH_CONTEST_H

#include "workbench/timetable/slot_limits.h"
#include "workbench/timetable/timetable_plan.h"

// What two drafts together give.
struct pair {
    uint32_t a;
    uint32_t b;
    struct plan_answer answer;
    struct rival_meetings meetings; // what one takes from the other so that they go together
};

struct contest {
    const struct entente_timetable_options *options;
    struct budget budget;
    struct arena *arena;
    const struct entente_rival *given;
    size_t given_count;
    bool is_merged;           // the rivals are slots of a merged text
    struct slot_limits slots; // when merged
    struct rivals rivals;
    const struct rival_parts *parts; // by slot of the rivals
    struct rival_findings findings;
    struct plan_answer *own; // by draft: what it gives alone
    struct list pairs;       // struct pair, the parties' drafts only
    struct list notes;       // struct str: what a person should know
    struct error *error;
};

struct str contest_json(const struct contest *contest);
struct str contest_text(const struct contest *contest);

#endif
