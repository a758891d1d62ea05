// SPDX-License-Identifier: Apache-2.0
// The table of all verbs. It stands alone in its file, so that a smaller program can bring a shorter one.
#include "verbs/each_verb.h"

const struct verb *const verbs[] = {
    // clang-format off
    &brief_verb,
    &merge_verb,
    &view_verb,
    &counterparts_verb,
    &next_verb,
    &diff_verb,
    &brackets_verb,
    &proofread_verb,
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
    &backup_verb,
    &import_verb,
    &export_verb,
    &serve_verb,
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
    {&serve_verb, "All of it in a browser"},
    {&help_verb, "The program itself"},
    {NULL, NULL},
};
