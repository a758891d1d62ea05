// SPDX-License-Identifier: Apache-2.0
// What can be said of one bare network of links.

#ifndef ENTENTE_ANSWERS_NETWORK_ANSWER_H
#define ENTENTE_ANSWERS_NETWORK_ANSWER_H

#include "timetable/instance.h"
#include "timetable/negative_cycle.h"
#include "timetable/repair.h"
#include "timetable/schedule.h"

struct network_draft_answer {
    struct str name;
    bool is_possible;
};

struct network_answer {
    const struct network_instance *instance;
    bool is_possible;
    enum schedule_end end;
    struct schedule schedule;    // when possible
    struct negative_cycle cycle; // when not, and the rest too
    bool has_cycles;             // more contradictions were asked for
    struct cycles cycles;
    bool has_relaxation;
    struct relaxation relaxation;
    struct dropping links;
    struct dropping clauses;
    const struct network_draft_answer *drafts; // one for each of the instance
};

#endif
