// SPDX-License-Identifier: Apache-2.0
// The table of the small module: what is done with texts alone. next is not here: it also enters a base
// into a case.
#include "verbs/counterparts_beside.h"
#include "verbs/each_verb.h"

const struct verb *const verbs[] = {
    &merge_verb,    &view_verb, &counterparts_verb, &diff_verb,
    &brackets_verb, &text_verb, &limits_verb,       NULL,
};

const struct verb_heading verb_headings[] = {{NULL, NULL}};

bool counterparts_in_case(struct request *request, const struct texts_beside *rivals)
{
    (void)rivals;
    return request_misuse(request, "this part of the program opens no case; name the base's file");
}
