// SPDX-License-Identifier: Apache-2.0
#include "workbench/given_date.h"

bool reading_given_date(const char *text, struct arena *arena, struct date *date,
                        struct error *error)
{
    struct prose prose;
    struct vocabulary *vocabulary = vocabulary_make(arena);
    if (!prose_read(STR("--date"), str_of(text), LINES_WRAP, vocabulary, arena, &prose, error))
        return false;
    size_t count = date_read(&prose, 0, false, date);
    bool is_full = count > 0 && date->year != 0 && date->day != 0;
    if (!is_full || count != prose.count || date->is_impossible)
        return error_set(error, MISUSE, "\"%s\" is not a date like 2015-02-12", text);
    return true;
}
