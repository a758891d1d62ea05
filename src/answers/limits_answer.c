// SPDX-License-Identifier: Apache-2.0
#include "answers/limits_answer.h"

size_t limits_answer_count(const struct limits_answer *answer)
{
    size_t count = 0;
    for (size_t f = 0; f < answer->file_count; f++)
        count += answer->files[f].found.count;
    return count;
}

size_t limits_answer_open_count(const struct limits_answer *answer)
{
    size_t count = 0;
    for (size_t f = 0; f < answer->file_count; f++)
        for (size_t i = 0; i < answer->files[f].found.count; i++)
            count += answer->files[f].found.items[i].is_open;
    return count;
}

size_t limits_answer_unread_count(const struct limits_answer *answer)
{
    size_t count = 0;
    for (size_t f = 0; f < answer->file_count; f++)
        count += answer->files[f].found.unread_count;
    return count;
}
