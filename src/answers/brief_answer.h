// SPDX-License-Identifier: Apache-2.0
// Where the talks stand: texts, time, packages and record of one case, as one viewer sees it.
//
// Lists of what the case holds stand in order of birth.

#ifndef ENTENTE_ANSWERS_BRIEF_ANSWER_H
#define ENTENTE_ANSWERS_BRIEF_ANSWER_H

#include "answers/bargain_answer.h"
#include "answers/case_answer.h"
#include "answers/timetable_answer.h"
#include "merge/sheet_counts.h"

// An item of the case as it was entered.
struct brief_item {
    struct str id;
    struct str born;          // when it came into the case
    const struct json *value; // its fields
};

// --- The texts

// In how many open places the party of the latest draft and another hold different wordings.
struct brief_distance {
    struct str party;
    uint32_t before; // the latest draft
    uint32_t now;
};

// The newest draft against the merge as it was before it came.
struct brief_latest {
    struct str party; // as the draft names it: a party or a group
    struct str draft;
    struct str day;
    int64_t opened;     // open slots more than before
    uint32_t joined;    // its proposals that another party had made already
    struct list nearer; // struct brief_distance, where it changed
};

// One document as its current drafts leave it.
struct brief_document {
    struct str id;
    struct str title;
    struct str parties; // who negotiates it
    bool has_text;      // the case has a base
    uint32_t draft_count;
    const struct sheet *sheet; // NULL without a base, or when the drafts could not be laid out
    struct sheet_counts counts;
    uint32_t settled; // slots agreed ad referendum
    uint32_t parked;
    const struct brief_latest *latest; // NULL: no draft
};

// A slot with many wordings.
struct brief_contest {
    const struct brief_document *document;
    const struct point *point;
    const struct sheet_slot *slot;
};

// The number of a party's proposals after each of the latest dates on which a draft came.
struct brief_trend {
    const struct str *dates;
    size_t date_count;
    int64_t *values; // [party][date], by brief.parties
};

// The time limits of one draft as they were read; nobody has confirmed them.
struct brief_reading {
    struct str party;                    // empty: the base
    struct str trouble;                  // why they could not be laid; empty: they were
    const struct timetable_answer *laid; // NULL: trouble
    bool is_possible;
    size_t limits;
    size_t unread; // expressions of time that were not read
};

// --- From round to round

// A party's new draft holds another wording of a slot than its draft before.
struct brief_move {
    struct str day;
    struct str party;
    struct str document;
    struct str slot;
    struct str point;
    struct str from; // its words; empty: nothing
    struct str to;
    struct str towards; // who held that already; "the base" where nobody else is known to
};

// Words that were agreed, or that became the text.
struct brief_settlement {
    struct str day;
    struct str meeting; // empty: none was named
    struct str document;
    struct str slot;
    struct str point;
    struct str wording;
    struct str base;  // the base that has it; empty: agreed so far
    struct str how;   // "agreed", "chosen", …
    bool is_reopened; // or opened again since
};

// The open slots of one document when one of its bases gave way to the next, or now.
struct brief_round {
    struct str document;
    struct str base;
    struct str day;      // on which the next base came; empty: it is the newest
    size_t settled;      // of its slots, into the next
    size_t open;         // at its end
    struct list parties; // struct brief_open: proposals of each
    struct list points;  // struct brief_open: open slots under each label
};

struct brief_open {
    struct str name;
    size_t count;
};

// --- Who, and what the record says

struct brief_party {
    struct str id;
    struct str name;
    struct str role;
    uint32_t drafts;
    uint32_t proposals;
    uint32_t shared;
};

struct brief_delegate {
    struct brief_item item;
    struct str name;
    struct str party;
    struct str role;
};

struct brief_group {
    struct brief_item item;
    struct str name;
    struct str form;
    struct str members;
    struct list positions; // struct case_divergence with one member, the group: what it has adopted
    const struct case_divergence *divergences;
    size_t divergence_count;
};

struct brief_guarantee {
    struct brief_item item;
    struct str trigger;
    struct str response;
    struct str limit;
    struct str guarantor;
    struct str beneficiary;
    struct str document;
    struct str point;
};

struct brief_step {
    struct str text;
    struct str due;
};

struct brief_meeting {
    struct brief_item item;
    struct str day; // on which it ended; empty: not known
    struct str from;
    struct str to;
    struct str place;
    struct str title;
    struct str source;
    struct str format; // who met; groups by their members
    struct str documents;
    struct str agenda;
    struct list steps; // struct brief_step
};

// A stance that a statement implies.
struct brief_implied {
    struct str stance;
    struct str party; // on whose proposals; empty: not said
};

struct brief_statement {
    struct brief_item item;
    struct str day; // on which it was made; empty: not known
    struct str date;
    struct str speaker; // by name, where the case knows the delegate
    struct str party;   // for whom; else the delegate's own
    struct str capacity;
    struct str quote;
    struct str paraphrase;
    bool has_source;
    struct str source;   // its title, else its address
    struct list implied; // struct brief_implied
};

// --- Packages

// A stance on a party's changes that a statement implies, and how many packages the one who spoke
// could accept before and after the latest change.
struct brief_said {
    struct str statement;
    struct str date;
    struct str speaker; // a party or group
    struct str about;   // whose changes
    struct str stance;
    const struct tally *before; // NULL without a scenario from before
    const struct tally *now;    // NULL: the scenario has no such party
};

struct brief_answer {
    bool is_from_drafts;  // of files alone: there is no case, no record and nothing confirmed
    struct list readings; // struct brief_reading: the base's, then each party's; else empty
    struct str title;     // of the case; empty when it has none
    bool is_titled;
    struct str summary;
    struct str as_of;      // empty: as it is
    struct str viewer;     // empty: the mediator
    struct list documents; // struct brief_document
    struct list parties;   // struct brief_party
    struct list contests;  // struct brief_contest, the most contested first
    struct brief_trend trend;
    struct list rounds;      // struct brief_round, of documents with more bases than one
    struct list moves;       // struct brief_move, the latest first
    struct list settlements; // struct brief_settlement, by meeting, in order
    size_t too_many_slots;   // not 0: so many that the record was not read for the three above
    struct list failed;      // struct str: documents that could not be merged, and why
    // The timetable, or why there is none: a trouble, or else nothing that could be laid.
    const struct timetable_answer *timetable;
    struct str timetable_trouble;
    size_t unconfirmed_limits; // of the case, left out of it
    // NULL: no scenario was given, none from before; or the trouble says what it was not enough for.
    const struct bargain_answer *bargain;
    struct str bargain_trouble;
    const struct prospects_answer *prospects;
    struct str prospects_trouble;
    struct list said;       // struct brief_said; empty without a scenario
    struct list delegates;  // struct brief_delegate
    struct list groups;     // struct brief_group
    struct list guarantees; // struct brief_guarantee
    struct list meetings;   // struct brief_meeting
    struct list statements; // struct brief_statement
};

// Documents whose drafts are laid out: neither without a text nor failed.
uint32_t brief_text_count(const struct brief_answer *brief);
bool brief_is_possible(const struct brief_answer *brief); // true too when nothing was laid
// No proof that no package is acceptable; true too when none was weighed.
bool brief_is_acceptable(const struct brief_answer *brief);

#endif
