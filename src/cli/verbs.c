// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include <string.h>

const struct verb *const verbs[] = {
    // clang-format off
    &brief_verb,
    &merge_verb,
    &view_verb,
    &diff_verb,
    &brackets_verb,
    &timetable_verb,
    &limits_verb,
    &statements_verb,
    &issues_verb,
    &bargain_verb,
    &spatial_verb,
    &text_verb,
    &init_verb,
    &party_verb,
    &meeting_verb,
    &statement_verb,
    &enter_verb,
    &show_verb,
    &log_verb,
    &verify_verb,
    &rebuild_verb,
    &import_verb,
    &export_verb,
    &submit_verb,
    &stance_verb,
    &agree_verb,
    &reopen_verb,
    &seal_verb,
    &unseal_verb,
    &help_verb,
    &version_verb,
    &manual_verb,
    &completion_verb,
    NULL,
    // clang-format on
};

const struct verb *verb_named(const char *name)
{
    for (size_t i = 0; verbs[i]; i++)
        if (strcmp(verbs[i]->name, name) == 0)
            return verbs[i];
    return NULL;
}
