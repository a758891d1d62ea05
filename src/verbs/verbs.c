// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"

#include <string.h>

enum { VERB_NAME_MAX = 31 };

const struct verb *const verbs[] = {
    // clang-format off
    &brief_verb,
    &merge_verb,
    &view_verb,
    &counterparts_verb,
    &next_verb,
    &diff_verb,
    &brackets_verb,
    &text_verb,
    &timetable_verb,
    &limits_verb,
    &bargain_verb,
    &issues_verb,
    &spatial_verb,
    &init_verb,
    &party_verb,
    &meeting_verb,
    &statement_verb,
    &statements_verb,
    &submit_verb,
    &stance_verb,
    &agree_verb,
    &reopen_verb,
    &comment_verb,
    &enter_verb,
    &show_verb,
    &log_verb,
    &verify_verb,
    &rebuild_verb,
    &seal_verb,
    &unseal_verb,
    &import_verb,
    &export_verb,
    &help_verb,
    &version_verb,
    &manual_verb,
    &completion_verb,
    NULL,
    // clang-format on
};

const struct verb_heading verb_headings[] = {
    {&brief_verb, "Where do the talks stand?"},
    {&merge_verb, "What does the text say now, who wants which words, what is open?"},
    {&timetable_verb, "Can it be carried out in time, and in what order?"},
    {&bargain_verb, "Which combination of the open wordings could everyone accept?"},
    {&init_verb, "What happened so far, and can it be proved?"},
    {&help_verb, "The program itself"},
    {NULL, NULL},
};

const struct verb *verb_named(const char *name)
{
    for (size_t i = 0; verbs[i]; i++)
        if (strcmp(verbs[i]->name, name) == 0)
            return verbs[i];
    return NULL;
}

// Levenshtein's distance: letters to change, add or drop. `b` is a verb.
static size_t distance(const char *a, const char *b)
{
    size_t row[VERB_NAME_MAX + 1];
    size_t length = strlen(b);
    if (length > VERB_NAME_MAX)
        return SIZE_MAX;
    for (size_t j = 0; j <= length; j++)
        row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        size_t corner = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < length; j++) {
            size_t changed = corner + (a[i] != b[j]);
            size_t moved = (row[j] < row[j + 1] ? row[j] : row[j + 1]) + 1;
            corner = row[j + 1];
            row[j + 1] = changed < moved ? changed : moved;
        }
    }
    return row[length];
}

const struct verb *verb_like(const char *name)
{
    const struct verb *best = NULL;
    size_t nearest = 3;
    for (size_t i = 0; verbs[i]; i++) {
        size_t far = distance(name, verbs[i]->name);
        if (far < nearest) {
            nearest = far;
            best = verbs[i];
        }
    }
    return best;
}
