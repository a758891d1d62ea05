// SPDX-License-Identifier: Apache-2.0
// What the open slots of a merged text became as issues of a bargain.

#ifndef ENTENTE_ANSWERS_ISSUES_ANSWER_H
#define ENTENTE_ANSWERS_ISSUES_ANSWER_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct issues_answer {
    struct str scenario; // the sheet of scores, to be edited and read again
    size_t issue_count;
    uint32_t slot_count;
    size_t rule_count; // sets of options that are forbidden because their time limits contradict
    struct str common; // why what all agree on cannot be met in time; empty: it can
    bool is_complete;  // all choices were looked at
};

#endif
