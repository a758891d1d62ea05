// SPDX-License-Identifier: Apache-2.0
// One reading of a merged text.

#ifndef ENTENTE_ANSWERS_VIEW_ANSWER_H
#define ENTENTE_ANSWERS_VIEW_ANSWER_H

#include "merge/sheet.h"

enum view_kind { VIEW_BASE, VIEW_PARTY, VIEW_AGREED, VIEW_PACKAGE };

struct view_answer {
    enum view_kind kind;
    struct str party;   // VIEW_PARTY
    struct str package; // VIEW_PACKAGE, as it was asked for
    struct sheet text;  // the reading alone (merge/one_reading.h)
};

#endif
