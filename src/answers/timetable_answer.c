// SPDX-License-Identifier: Apache-2.0
#include "answers/timetable_answer.h"

bool timetable_is_next(const struct timetable_answer *answer, const struct timeline_row *row)
{
    return answer->answer.schedule.latest[row->end] >= answer->from;
}
