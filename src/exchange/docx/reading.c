// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/reading.h"

static bool is_chosen(const struct reading *reading, struct str name)
{
    for (size_t i = 0; i < reading->author_count; i++)
        if (str_equal(reading->authors[i], name))
            return true;
    return false;
}

bool reading_accepts(const struct reading *reading, struct str author)
{
    switch (reading->kind) {
    case READING_ACCEPT:
        return true;
    case READING_REJECT:
        return false;
    case READING_AUTHORS:
        break;
    }
    if (is_chosen(reading, author))
        return true;
    struct str name;
    while (!reading->are_whole && str_cut(&author, ';', &name))
        if (is_chosen(reading, str_trim(name)))
            return true;
    return false;
}
