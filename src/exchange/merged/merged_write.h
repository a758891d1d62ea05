// SPDX-License-Identifier: Apache-2.0
// Writes a merged text for people and programs: every rendering but .docx.

#ifndef ENTENTE_EXCHANGE_MERGED_MERGED_WRITE_H
#define ENTENTE_EXCHANGE_MERGED_MERGED_WRITE_H

#include "merge/sheet.h"

// How the rival wordings are shown.
enum merged_form {
    MERGED_BRACKETS,  // [base, RU: within 30 days] [US, EU: immediately]
    MERGED_PROPOSALS, // [US, EU propose: immediately; RU keep: within 30 days]
    MERGED_OPTIONS,   // Option 1: … numbered within the point
    MERGED_REDLINE,   // base struck out, proposals underlined, initials behind
    MERGED_COLUMNS,   // point | base | a column a party | agreed text
    MERGED_JSON,      // entente-merge/1, whatever the medium
};

enum merged_medium { MEDIUM_MARKDOWN, MEDIUM_TEXT, MEDIUM_TERMINAL, MEDIUM_HTML };

struct merged_style {
    enum merged_form form;
    enum merged_medium medium;
    bool hide_names; // wordings without their holders
};

// Result: the whole file in the arena; every form exists in every medium. Same sheet, same bytes.
// Cost:   O(length of the result); columns: O(points × parties) more
struct str merged_write(const struct sheet *sheet, const struct merged_style *options,
                        struct arena *arena);

#endif
