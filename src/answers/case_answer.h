// SPDX-License-Identifier: Apache-2.0
// What a viewer may see of a case: everything, one kind, or one item. Values of items are the JSON
// that the record holds.

#ifndef ENTENTE_ANSWERS_CASE_ANSWER_H
#define ENTENTE_ANSWERS_CASE_ANSWER_H

#include "codec/json.h"

// When and for whom something was recorded, as which entry of that log.
struct recorded {
    struct str time;
    struct str audience;
    uint64_t at;
};

struct case_item {
    struct str id;
    // As it is shown: of a slot with all who hold its wordings, of a key with the text to keep.
    const struct json *value;
    struct str speaker; // of a statement: the delegate's name, or what stands in its place
    struct recorded recorded;
};

// Items of one kind, in the order of their birth.
struct case_list {
    struct str kind;          // "slot"
    struct str plural;        // "slots"
    const struct str *fields; // of the kind, in their order
    size_t field_count;
    size_t before; // older ones that were left out
    const struct case_item *items;
    size_t count;
};

struct case_stance {
    struct str party;
    struct str variant; // empty: the place as a whole
    struct str stance;
    struct str condition;
};

// What one party or group says of a slot: the wordings that its draft has, and its stances.
struct case_member {
    struct str party;
    const struct str *variants;
    size_t variant_count;
    const struct case_stance *stances;
    size_t stance_count;
};

// A slot on which the members of a group differ.
struct case_divergence {
    struct str slot;
    const struct json *variants; // of the slot, for their words
    const struct case_member *members;
    size_t member_count;
};

// One item with what belongs to it.
struct case_detail {
    struct case_item item;
    const struct str *fields; // of its kind, in their order
    size_t field_count;
    const struct case_stance *stances; // on a slot: everybody's
    size_t stance_count;
    bool is_group;
    const struct case_divergence *divergences; // of a group
    size_t divergence_count;
};

enum case_shown { SHOWN_ALL, SHOWN_KIND, SHOWN_ITEM };

struct case_answer {
    enum case_shown shown;
    const struct case_list *lists; // SHOWN_ALL: of every kind; SHOWN_KIND: one
    size_t list_count;
    struct str kind; // SHOWN_ITEM
    struct case_detail detail;
};

// A case of a database that whoever asks may open.
struct listed_case {
    struct str name;
    struct str address;
    int64_t format;
    bool is_writable;
    const struct str *readers; // who else may open it; told to those who may write to it
    size_t reader_count;
};

struct cases_answer {
    const struct listed_case *cases;
    size_t count;
};

#endif
