// SPDX-License-Identifier: Apache-2.0
// What the open slots of a merged text became as issues of a bargain.

#ifndef ENTENTE_ANSWERS_ISSUES_ANSWER_H
#define ENTENTE_ANSWERS_ISSUES_ANSWER_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct issue_option {
    struct str name;    // "Nereth, Velmark: 1,000": who holds it, then its first words
    struct str holders; // "base, Nereth"
    struct str words;   // whole; those of several slots parted by " … "
};

struct slot_issue {
    struct str name;          // the path of its point, numbered where the point has several
    const uint32_t *slots;    // as the sheet counts them
    const struct str *points; // by slot
    uint32_t slot_count;
    const struct issue_option *options; // the base's first
    const struct str *wordings;         // by option, then slot
    const bool *held;                   // by option, then party: who holds it
    uint32_t option_count;
};

struct issue_choice {
    uint32_t issue;
    uint32_t option;
};

// Options of different issues that do not go together, all taken.
struct issue_rule {
    const struct issue_choice *choices; // ascending by issue
    uint32_t count;
    struct str reason;  // with the clauses quoted
    bool is_of_numbers; // they do not make their whole; else their time limits contradict
};

// Numbers of options that have to make a whole.
struct issue_sum {
    const struct issue_choice *choices; // every option of each issue, ascending
    const int64_t *millionths;          // by choice
    uint32_t count;
    int64_t exactly;   // millionths
    struct str reason; // "2: the shares have to make 100"
};

struct issues_answer {
    struct str title; // of the merged text
    const struct str *parties;
    uint32_t party_count;
    struct str scenario; // the sheet of scores, to be edited and read again
    const struct slot_issue *issues;
    size_t issue_count;
    const struct issue_rule *rules;
    uint32_t slot_count;
    size_t rule_count; // sets of options that are forbidden
    const struct issue_sum *sums;
    size_t sum_count;
    struct str sums_common; // what has to make a whole and never does; empty: nothing
    bool are_sums_complete; // all that may be linked was tried
    struct str common;      // why what all agree on cannot be met in time; empty: it can
    bool is_complete;       // all choices were looked at
};

#endif
