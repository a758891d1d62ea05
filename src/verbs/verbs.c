// SPDX-License-Identifier: Apache-2.0
#include "verbs/verb.h"

#include <string.h>

enum { VERB_NAME_MAX = 31 };

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
