// SPDX-License-Identifier: Apache-2.0
// How far an interview of a party has come.

#ifndef ENTENTE_ANSWERS_INTERVIEW_ANSWER_H
#define ENTENTE_ANSWERS_INTERVIEW_ANSWER_H

#include "uncertain_values/interview.h"

struct interview_answer {
    const struct interview *interview;
    const struct interview_state *state;
    // By reply: as it stands in the file, and where.
    const struct str *lines;
    const size_t *line_numbers;
    // What to write for each reply to the next question; empty where there is no such reply.
    struct str if_left;
    struct str if_right;
    struct str if_equal;
};

#endif
