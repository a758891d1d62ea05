// SPDX-License-Identifier: Apache-2.0
// Writes a merged text for people and programs: every rendering but .docx.

#ifndef ENTENTE_EXCHANGE_SHEET_SHEET_WRITE_H
#define ENTENTE_EXCHANGE_SHEET_SHEET_WRITE_H

#include "merge/sheet.h"

// How the rival wordings are shown.
enum sheet_form {
    SHEET_BRACKETS,  // [base, RU: within 30 days] [US, EU: immediately]
    SHEET_PROPOSALS, // [US, EU propose: immediately; RU keep: within 30 days]
    SHEET_OPTIONS,   // Option 1: … numbered within the point
    SHEET_REDLINE,   // base struck out, proposals underlined, initials behind
    SHEET_COLUMNS,   // point | base | a column a party | agreed text
    SHEET_JSON,      // entente-merge/1, whatever the medium
};

enum sheet_medium { MEDIUM_MARKDOWN, MEDIUM_TEXT, MEDIUM_TERMINAL, MEDIUM_HTML };

struct sheet_options {
    enum sheet_form form;
    enum sheet_medium medium;
    bool hide_names; // wordings without their holders
};

// Result: the whole file in the arena; every form exists in every medium. Same sheet, same bytes.
// Cost:   O(length of the result); columns: O(points × parties) more
struct str sheet_write(const struct sheet *sheet, const struct sheet_options *options,
                       struct arena *arena);

#endif
