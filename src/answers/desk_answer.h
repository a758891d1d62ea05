// SPDX-License-Identifier: Apache-2.0
// What stands around every page of the workbench, and what each of them shows.

#ifndef ENTENTE_ANSWERS_DESK_ANSWER_H
#define ENTENTE_ANSWERS_DESK_ANSWER_H

#include "answers/brief_answer.h"
#include "answers/issues_answer.h"
#include "answers/merge_answer.h"
#include "answers/proofread_answer.h"
#include "answers/record_answer.h"
#include "answers/uncertain_answer.h"

enum desk_place {
    DESK_NOWHERE, // outside of a case
    DESK_STANDING,
    DESK_TEXT,
    DESK_DRAFTS,
    DESK_TIME,
    DESK_PACKAGES,
    DESK_RECORD,
    DESK_PEOPLE,
    DESK_MEETINGS,
    DESK_STATEMENTS,
};

enum desk_role { DESK_READER, DESK_PARTY, DESK_SECRETARIAT };

enum desk_tone { DESK_DONE, DESK_TOLD, DESK_REFUSED };

// Somebody or something by its id and its name.
struct desk_name {
    struct str id;
    struct str name;
};

// The frame of a page: where it stands, who looks, what was just done.
struct desk_frame {
    enum desk_place place;
    enum desk_role role;
    struct str root;    // address of the case
    struct str assets;  // address before an asset's name
    struct str token;   // of the forms
    struct str now;     // "2025-12-20T10:00:00Z"
    struct str list;    // address of the list of cases; empty: none
    struct str leave;   // where "sign out" is posted; empty: no such form
    struct str vault;   // address of the module that seals in the page; empty: none
    struct str message; // empty: none
    enum desk_tone tone;
    struct str here;   // address of this page, with what it asks for
    struct str title;  // of the case
    struct str viewer; // a party's id; empty: what all may see
    uint64_t size;     // entries of the record that the page was made from
    const struct desk_name *parties;
    uint32_t party_count;
    const struct desk_name *documents;
    uint32_t document_count;
};

// What a party thinks of a wording, or of a place as a whole.
struct desk_stance {
    struct str party;
    struct str variant; // empty: the place as a whole
    struct str stance;
    struct str condition;
    struct str date;
};

// A slot as the case knows it.
struct desk_slot {
    struct str id; // empty: the case does not know it
    struct str status;
    const struct json *value; // with its wordings; NULL when the case does not know it
    struct str agreed;        // the variant
    struct str agreed_by;
    struct list stances; // struct desk_stance
    uint32_t comment_count;
};

// A document of the case, with its text.
struct desk_document {
    struct str id;
    struct str title;
    const struct sheet *sheet; // NULL: no text yet, or the trouble says why
    const struct sheet_counts *counts;
    struct str trouble;
    const struct desk_slot *slots; // by slot of the sheet
    uint32_t agreed;               // slots agreed ad referendum
    uint32_t parked;
};

// The text of one document, and how it is looked at.
struct desk_text {
    const struct desk_document *document;
    bool has_columns;
    struct str reading;      // "base", "agreed" or a party's id; empty: all wordings
    const struct sheet *one; // the sheet of that reading
    struct str party;        // its proposals alone; empty: all
    struct str search;       // empty: nothing is looked for
    const bool *is_found;    // by point
    uint32_t found_count;
};

// A finding that somebody has accepted as it is.
struct desk_accepted {
    struct str check; // its kind: "reference"
    struct str quote;
    struct str point; // empty: wherever it stands
    struct str what;
    struct str by; // empty: all parties
    struct str why;
};

// The text of one document with what is found in it before signature.
struct desk_findings {
    const struct desk_document *document;
    const struct proofread_answer *found; // NULL: there is no text, or the trouble says why
    struct str trouble;
    struct str kind;      // shown alone; empty: all are
    struct list accepted; // struct desk_accepted
};

// One wording of a slot on its page.
struct desk_variant {
    struct str id;
    struct str text;
    const struct str *parties; // who holds it
    uint32_t party_count;
    bool is_base;
    bool is_agreed;
    // What it does to the time, a sentence each (struct str): limits in its words, and with which
    // others it cannot stand.
    struct list times;
    struct list packages; // what it does to the packages that the viewer may weigh: struct str
};

// A comment and those that answer it, in the order of a thread.
struct desk_comment {
    struct str id;
    struct str party;
    struct str text;
    struct str date;
    bool is_resolved;
    uint32_t depth;
};

// An entry of the record that touched a slot.
struct desk_event {
    struct str time;
    struct str by;
    struct str act;
    struct str says;
};

struct desk_slot_view {
    struct str document;
    struct str document_title;
    const struct desk_slot *slot;
    struct str point;
    struct str before; // the words before it, and after
    struct str after;
    const struct desk_variant *variants;
    uint32_t variant_count;
    struct str own;       // the wording that the viewer's draft has, else the base's
    struct list comments; // struct desk_comment
    struct list notes;    // struct desk_comment: kept by the viewer's party
    struct list events;   // struct desk_event, the newest first
    struct str previous;  // the open slots beside it; empty: none
    struct str next;
    uint32_t row;     // of the text's page; 0: it stands in no row now
    bool has_history; // the events were looked for
    bool has_times;   // the time limits of the wordings were looked at
};

// A draft as the page of drafts lists it.
struct desk_draft {
    struct str id;
    struct str party; // empty: a base
    struct str date;
    struct str file; // its name
    struct str note;
    bool is_current; // it counts now
};

// What a file that is not entered yet would change.
struct desk_preview {
    struct str party;
    struct str file;
    struct str upload;         // under which the server keeps it
    struct str trouble;        // why it cannot be entered; empty: it can
    const struct sheet *sheet; // with it among the drafts; NULL: it is a base
    uint32_t proposals;        // of the party
    uint32_t shared;
    uint32_t open_before;
    uint32_t open_after;
    uint32_t number; // of the party in the sheet
};

struct desk_drafts_of {
    struct desk_name document;
    struct list drafts; // struct desk_draft, the newest first
    bool has_base;
    bool has_drafts; // some party's counts now
};

// Two of a document's drafts side by side.
struct desk_beside {
    struct desk_name document;
    struct list drafts; // struct desk_draft, the newest first
    struct str one;     // ids of the two; empty: there are none to choose
    struct str other;
    const struct sheet
        *sheet;         // the one as the base, the other as its only draft; NULL: see trouble
    struct str trouble; // why they cannot be compared; may be empty
};

struct desk_drafts {
    const struct desk_drafts_of *documents;
    uint32_t document_count;
    struct desk_name previewed;         // the document; empty id: nothing is previewed
    const struct desk_preview *preview; // NULL: none
};

// Pages that list items of the case, and the forms that add to them.
struct desk_items {
    const struct case_list *lists;
    size_t list_count;
    // A report that was read and not entered: what it says, or why it could not be read.
    bool has_report;
    struct str report;
    struct str trouble;
    struct list said; // struct desk_said
    size_t unattributed;
};

// What somebody says in a report.
struct desk_said {
    struct str speaker;
    struct str capacity;
    struct str date;
    struct str place;
    struct str words;
    struct str about;
};

// The record as the viewer may read it.
struct desk_record {
    const struct log_answer *log;
    size_t from; // the first entry that is shown, counted from the newest
    bool has_keys;
    bool has_checkpoint; // the case keeps one of the log that all parties read
};

// What must happen when, under wordings that are chosen.
struct desk_time {
    const struct desk_document *document;
    const uint32_t *chosen;                // by slot of the sheet: a wording
    bool has_places;                       // it was looked which open places bear on the time
    struct list places;                    // uint32_t: slots of the sheet
    const struct timetable_answer *answer; // NULL: the trouble says why, or there is no text
    struct str trouble;
};

// What a party says of one option of an issue.
struct desk_score {
    bool is_known; // it gave a score
    int64_t value;
    uint32_t rank; // 1: the best of its issue; 0: it was not put in an order
    bool is_red;
};

enum desk_saying { DESK_BY_SCORES, DESK_BY_ORDER, DESK_BY_QUESTIONS };

// What the viewer's own party said of the open places of a document.
struct desk_scoring {
    enum desk_saying how;                   // how it is asked now
    bool is_asked;                          // the address says so
    bool is_given;                          // something is sealed for this document
    bool is_ordered;                        // and it is an order, not scores
    bool is_open;                           // and what was left out of it may be anything
    const struct desk_score *const *scores; // by issue, then option
    const uint32_t *matters;                // by issue: 1 matters most; 0: not said
    struct str reserve;                     // empty: not said
    bool accepts_base;                      // it could live with the base everywhere
    bool rejects_base;
    uint32_t unsaid; // issues of which nothing was said
};

// Which combination of the open wordings could everyone accept.
struct desk_packages {
    const struct desk_document *document; // NULL: the case has none
    bool may_score;
    bool is_too_long; // there are more issues than anybody scores
    const struct slot_issue *issues;
    size_t issue_count;
    struct desk_scoring own;
    bool is_of_all;                           // below are all parties, else the viewer's alone
    const struct bargain_answer *answer;      // NULL: nothing to weigh, or the trouble says why
    const struct uncertain_answer *uncertain; // instead of it, where scores are not all known
    const uint32_t *table; // the package on the table, by issue of what is weighed; NULL: none
    // Where no package is acceptable to all: the one that is nearest to it, and its values by party.
    const uint32_t *nearest;
    const int64_t *nearest_values;
    struct str trouble;
};

// Where the talks stand.
struct desk_standing {
    struct str summary; // of the case
    const struct desk_document *documents;
    uint32_t document_count;
    const struct brief_answer
        *brief; // time, packages and what the record says; its texts are above
};

// What was dropped, merged.
struct desk_dropped {
    const struct merge_answer *merge;
    struct str address; // of the downloads, before the dot
    struct str keep;    // empty: cannot be kept
};

// A page of one message.
struct desk_message {
    int status; // 0: not shown
    struct str headline;
    struct str text; // paragraphs parted by line ends
    bool asks_passphrase;
    bool is_new_passphrase; // asked for twice
    struct str party;       // whose; empty: that is asked for too
    struct str link;        // the invitation that is answered; may be empty
    struct str back;
    struct str back_to;
    const struct desk_name *cases; // id: the address; name: the title
    const struct str *case_notes;
    size_t case_count;
};

#endif
