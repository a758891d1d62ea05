// SPDX-License-Identifier: Apache-2.0
// What stands around every page of the workbench, and what each of them shows.

#ifndef ENTENTE_ANSWERS_DESK_ANSWER_H
#define ENTENTE_ANSWERS_DESK_ANSWER_H

#include "answers/brief_answer.h"
#include "answers/merge_answer.h"

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
    struct str party; // whose; empty: that is asked for too
    struct str back;
    struct str back_to;
    const struct desk_name *cases; // id: the address; name: the title
    const struct str *case_notes;
    size_t case_count;
};

#endif
