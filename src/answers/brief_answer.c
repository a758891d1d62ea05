// SPDX-License-Identifier: Apache-2.0
#include "answers/brief_answer.h"

uint32_t brief_text_count(const struct brief_answer *brief)
{
    uint32_t count = 0;
    for (size_t i = 0; i < brief->documents.count; i++)
        count += LIST_AT(&brief->documents, struct brief_document, i)->sheet != NULL;
    return count;
}

bool brief_is_possible(const struct brief_answer *brief)
{
    return !brief->timetable || brief->timetable->answer.is_possible;
}

bool brief_is_acceptable(const struct brief_answer *brief)
{
    return !brief->bargain || !bargain_answer_is_no(brief->bargain);
}
