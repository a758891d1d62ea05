// SPDX-License-Identifier: Apache-2.0
// Lists of what a case holds, for whoever shows them beside other things.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_SHOW_H
#define ENTENTE_WORKBENCH_CASE_CASE_SHOW_H

#include "answers/case_answer.h"

#include <entente/case.h>

// All items of a kind that the viewer may see. False: there is no such kind.
bool case_list_of(struct entente_case *handle, const char *kind, struct arena *arena,
                  struct case_list *list);

#endif
