// SPDX-License-Identifier: Apache-2.0
// The parts of the report that stand in files of their own; for the files of this folder only.

#ifndef ENTENTE_RENDER_BRIEF_BRIEF_PARTS_H
#define ENTENTE_RENDER_BRIEF_BRIEF_PARTS_H

#include "base/names.h"
#include "render/brief/brief_forms.h"

// How many points, meetings, statements and steps stand on the page.
enum {
    BRIEF_CONTESTED = 6,
    BRIEF_MEETINGS = 4,
    BRIEF_STATEMENTS = 8,
    BRIEF_STEPS = 8,
    BRIEF_PLACES = 200
};

// What the texts say: how much is agreed and open, and what is contested most.
void brief_add_texts(const struct brief_answer *brief, struct report *report);
struct brief_places;
void brief_add_contested(const struct brief_answer *brief, const struct brief_places *places,
                         struct report *report);

// A point of a text, as long as something is open in it or happened to it.
struct brief_place {
    struct str document;
    struct str point;
    const struct sheet *sheet; // NULL: no text has it now
    uint32_t at;               // of sheet.points
};

// The points that the report speaks of, each with a section of its own, to which others lead.
struct brief_places {
    struct arena *arena;
    struct names *names;
    struct list items; // struct brief_place
};
struct brief_places brief_places_of(const struct brief_answer *brief, struct arena *arena);
// Index of a point into the items; NAMES_NONE: it is not among them.
uint32_t brief_place_number(const struct brief_places *places, struct str document,
                            struct str point);
// Where a point has its section; empty: it has none.
struct str brief_place_anchor(const struct brief_places *places, struct str document,
                              struct str point);
void brief_add_places(const struct brief_answer *brief, const struct brief_places *places,
                      struct report *report);
// A point's path without its first part, the base's file name.
struct str brief_point_name(const struct point *point);
// Adds who takes part, the latest meetings and the latest statements.
void brief_add_record(const struct brief_answer *brief, struct report *report);

// Of drafts alone: the open places as issues, time as it was read, and what these files cannot say.
void brief_add_issues(const struct brief_answer *brief, const struct brief_places *places,
                      struct report *report);
void brief_add_time_read(const struct brief_answer *brief, struct report *report);
void brief_add_unsaid(const struct brief_answer *brief, struct report *report);
// The sentence on time among the first lines.
void brief_add_time_verdict(const struct brief_answer *brief, struct report *report);
void brief_issues_json(struct json_writer *json, const struct brief_answer *brief);

// What the record says from round to round; nothing where it has no more than one.
bool brief_has_rounds(const struct brief_answer *brief);
void brief_add_rounds(const struct brief_answer *brief, const struct brief_places *places,
                      struct report *report);
void brief_rounds_json(struct json_writer *json, const struct brief_answer *brief);

// At most so many characters' worth of a wording, on one line.
struct str brief_shortened(struct str text, struct arena *arena);
// Limits that contradict, or the next steps.
void brief_add_contradiction(const struct timetable_answer *t, struct report *report);
void brief_add_steps(const struct timetable_answer *t, struct report *report);

// Names holding a wording: "Velmark, Nereth".
struct str brief_holders(const struct sheet *sheet, const struct wording *wording,
                         struct arena *arena);

#endif
