// SPDX-License-Identifier: Apache-2.0
// The record of a case: its entries, whether it is as it was recorded, what an act entered.

#ifndef ENTENTE_ANSWERS_RECORD_ANSWER_H
#define ENTENTE_ANSWERS_RECORD_ANSWER_H

#include "codec/json.h"

// A log as long as the viewer sees it.
struct log_head {
    struct str audience;
    struct str origin; // the name that checkpoints give it; empty: only the size was asked for
    uint64_t size;
    struct str root; // base64
};

struct log_entry {
    struct str audience;
    uint64_t at;
    struct str time;
    struct str act;
    struct str by; // may be empty
    const struct json *changes;
};

// An entry without what it made of its items.
struct log_mark {
    struct log_entry entry;  // changes: NULL
    struct str party;        // whose stance, draft or comment it is; may be empty
    const struct str *slots; // that it changed, or took a stance or commented on
    size_t slot_count;
};

struct log_answer {
    struct str case_id;
    const struct log_head *logs;
    size_t log_count;
    const struct log_entry *entries;
    size_t entry_count;
    const struct log_mark *marks; // in place of the entries
    size_t mark_count;
};

// Something that is not as it was recorded: in entries [from, to) of a log.
struct verify_finding {
    struct str audience; // empty: of no one log
    uint64_t from;
    uint64_t to;
    struct str what;
};

struct verify_signature {
    struct str audience;
    uint64_t size;
    struct str by;
    bool is_trusted; // by a key that whoever asks brought along
};

// A record whose very form is broken, so that nothing else can be said.
struct verify_broken {
    struct str file;
    size_t line;
    struct str what;
    struct str sentence; // file, line and what in one
};

// An entry that was taken out, and the one of the same log that says so.
struct forget_entry {
    struct str audience;
    uint64_t at;
    uint64_t told_at;
};

struct verify_answer {
    const struct verify_broken *broken; // NULL, or all there is to say
    struct str case_id;
    const struct log_head *logs;
    size_t log_count;
    const struct verify_signature *signatures;
    size_t signature_count;
    bool has_trusted; // keys were brought along
    bool is_partial;  // a database let only a part of the case be read
    bool is_folder;   // its files were held against its record
    size_t compared;  // items that they say
    const struct forget_entry *forgotten;
    size_t forgotten_count;
    const struct verify_finding *findings;
    size_t finding_count;
};

// What the checkpoints and keys that were kept make of a proof.
struct proof_answer {
    struct str kind; // "entry-proof/1"
    bool holds;
    size_t checkpoints;
    const struct str *signed_by; // names whose keys are trusted
    size_t signed_by_count;
    bool has_keys;
};

struct act_entered {
    const char *kind;
    struct str id;
    struct str audience;
    uint64_t at;
};

// What a new draft did to the slots and stances.
struct act_slots {
    size_t stayed;
    size_t arrived;
    size_t left;
    size_t reopened;
    size_t stances_kept;
    size_t stances_unheld; // of these, on wordings that no draft has any more
    const struct str
        *named; // what was said of a place or a wording that no draft has: a sentence each
    size_t named_count;
};

// What a next base did to them.
struct act_round {
    struct str base;         // its draft
    size_t settled;          // slots that are its text now
    size_t open;             // that stay open on it
    size_t unplaced;         // that no draft on it has
    size_t stances_kept;     // on open slots; those on settled ones stay with them
    size_t stances_unheld;   // of these, on wordings that no draft has
    const struct str *named; // what could not be carried, or should be looked at: a sentence each
    size_t named_count;
};

// What a list of open places that came back brought.
struct act_list {
    size_t rows;
    size_t stances;
    size_t comments;
    const struct str *named; // what of it was not entered: a sentence each
    size_t named_count;
};

struct forget_answer {
    struct str case_name;
    const struct forget_entry *taken;
    size_t taken_count;
    size_t file_count; // that went with them
    bool is_clean;     // nothing of them is left in what the case lies in
};

struct act_answer {
    const char *verb;   // the act's name in the record
    bool with_mediator; // what is sealed may be read by the mediators too
    const struct act_entered *entered;
    size_t entered_count;
    struct str without_base;       // the document that has none yet; empty: no such
    const struct act_slots *slots; // NULL: no draft came in
    const struct act_round *round; // NULL: no next base
    const struct act_list *list;   // NULL: no list came back
};

#endif
