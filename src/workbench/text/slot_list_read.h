// SPDX-License-Identifier: Apache-2.0
// Lists of open places read again, whatever program saved them since.

#ifndef ENTENTE_WORKBENCH_TEXT_SLOT_LIST_READ_H
#define ENTENTE_WORKBENCH_TEXT_SLOT_LIST_READ_H

#include "answers/slot_list_answer.h"
#include "base/error.h"
#include "base/input_limits.h"
#include "exchange/comment_and_column_tables/list_words.h"
#include "text/document.h"

#include <entente/entente.h>

// Which column of a list holds what; NO_INDEX: none does.
struct slot_list_columns {
    uint32_t row;
    uint32_t slot; // ids, in the list of a case
    uint32_t point;
    uint32_t base;
    uint32_t status;
    const enum list_role *roles; // of every column
};

// A list says where its places are: by a column "Slot" beside a base or stances, or by row and point beside
// one base and stances. Its heads may be in any of the five languages.
//
// Result: false: the heads are those of something else
// Owner:  arena
bool slot_list_columns_of(const struct slot_list *list, struct arena *arena,
                          struct slot_list_columns *columns);

// Reads .csv, .xlsx, .ods, .docx, .odt or Markdown. Of a workbook the first sheet that is a list counts, of
// a text its first table. The list's `left` are sentences on what else the file holds.
//
// Result: false: it is something else, or cannot be read at all
// Owner:  arena; borrows the file
bool slot_list_read(const struct entente_file *file, const struct input_limits *limits,
                    struct arena *arena, struct slot_list *list);

// The same of a text that is open already.
bool slot_list_of_document(const struct document *document, struct arena *arena,
                           struct slot_list *list);

// Whether it is worth the time to read a file so: a Word file has a table near its beginning.
bool slot_list_may_be(const struct entente_file *file);

#endif
