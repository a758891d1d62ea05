// SPDX-License-Identifier: Apache-2.0
// What a brief says, gathered before it is shown.

#ifndef ENTENTE_WORKBENCH_BRIEF_BRIEF_H
#define ENTENTE_WORKBENCH_BRIEF_BRIEF_H

#include "merge/sheet_counts.h"
#include "workbench/case/case.h"
#include "workbench/case/case_slots.h"

// How many points, meetings and statements stand on the page.
enum {
    BRIEF_CONTESTED = 6,
    BRIEF_MEETINGS = 4,
    BRIEF_STATEMENTS = 8,
    BRIEF_STEPS = 8,
    BRIEF_DATES = 8
};

// One document as its current drafts leave it.
struct brief_document {
    const struct item *item;
    const struct item *base;   // NULL: no text yet
    struct list drafts;        // struct current_draft
    const struct sheet *sheet; // NULL without a base or drafts
    struct sheet_counts counts;
    uint32_t settled; // slots agreed ad referendum
    uint32_t parked;
    // The newest draft against the merge as it was before it came.
    const struct current_draft *latest; // NULL: none
    int64_t opened;                     // open slots more than before
    uint32_t joined;                    // its proposals that another party had made already
    struct list nearer;                 // struct brief_distance, where it changed
};

// In how many open places the party of the latest draft and another hold different wordings.
struct brief_distance {
    struct str party;
    uint32_t before; // the latest draft
    uint32_t now;
};

// A slot with many wordings.
struct brief_contest {
    const struct brief_document *document;
    const struct point *point;
    const struct sheet_slot *slot;
};

struct brief_party {
    const struct item *item;
    uint32_t drafts;
    uint32_t proposals;
    uint32_t shared;
};

// The number of a party's proposals after each of the latest dates on which a draft came.
struct brief_trend {
    const struct str *dates;
    size_t date_count;
    int64_t *values; // [party][date], by brief.parties
};

// A stance on a party's changes that a statement implies, and how many packages the one who spoke
// could accept before and after the latest change.
struct brief_said {
    const struct item *statement;
    struct str speaker; // a party or group
    struct str about;   // whose changes
    struct str stance;
    const struct json *before; // NULL without a scenario from before
    const struct json *now;    // NULL: the scenario has no such party
};

struct brief {
    struct arena *arena;
    struct casefile *casefile;
    const struct items *items;
    const struct entente_brief_options *options;
    struct list documents; // struct brief_document
    struct list parties;   // struct brief_party
    struct list contests;  // struct brief_contest, the most contested first
    struct brief_trend trend;
    struct list failed;           // struct str: documents that could not be merged, and why
    const struct json *timetable; // its JSON answer; NULL: nothing to lay
    struct str timetable_says;    // the contradiction in words
    struct str timetable_trouble; // why there is no timetable
    const struct json *bargain;   // its JSON answer; NULL: not weighed
    const struct json *scenario;  // as it was given; NULL: none, or in another format
    const struct json *before;    // the answer to the scenario before; NULL: none
    struct list said;             // struct brief_said; empty without a scenario
    struct str prospects;         // nearer or farther than before; empty: not asked
};

// Errors: those of a draft that cannot be read are told in `failed`; STOPPED
bool brief_gather(struct entente_case *handle, const struct entente_brief_options *options,
                  const struct entente_bounds *bounds, struct arena *arena, struct brief *brief,
                  struct error *error) MUST_CHECK;

// All items of a kind, in order of birth: const struct item *.
struct list brief_items(const struct brief *brief, const char *kind);
// A text field of an item; empty when it has none.
struct str brief_field(const struct item *item, const char *name);
// When a meeting ended or a statement was made; empty when that is not known.
struct str brief_day(const struct item *item);
// The strings of a list field, joined by ", ".
struct str brief_list(const struct brief *brief, const struct item *item, const char *name);
// Party names holding a wording: "Velmark, Nereth".
struct str brief_holders(const struct brief *brief, const struct sheet *sheet,
                         const struct wording *wording);
// Documents whose drafts are laid out: neither without a text nor failed.
uint32_t brief_text_count(const struct brief *brief);
bool brief_is_possible(const struct brief *brief); // true too when nothing was laid
bool brief_is_acceptable(const struct brief *brief);

struct str brief_json(const struct brief *brief);

#endif
