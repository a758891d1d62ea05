// SPDX-License-Identifier: Apache-2.0
// The time limits of several agreements.

#ifndef ENTENTE_ANSWERS_LIMITS_ANSWER_H
#define ENTENTE_ANSWERS_LIMITS_ANSWER_H

#include "time_limits/limits.h"

struct limits_of_file {
    struct str file; // its name
    struct limits_found found;
    const struct str *notes; // what reading the file could not carry or had to decide
    uint32_t note_count;
};

struct limits_answer {
    const struct limits_of_file *files;
    size_t file_count;
};

// All limits, and those without a number.
size_t limits_answer_count(const struct limits_answer *answer);
size_t limits_answer_open_count(const struct limits_answer *answer);
// Expressions of time that no limit covers.
size_t limits_answer_unread_count(const struct limits_answer *answer);

#endif
