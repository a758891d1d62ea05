// SPDX-License-Identifier: Apache-2.0
// A brief as a report for people.

#ifndef ENTENTE_WORKBENCH_BRIEF_BRIEF_REPORT_H
#define ENTENTE_WORKBENCH_BRIEF_BRIEF_REPORT_H

#include "render/page/report.h"
#include "workbench/brief/brief.h"

struct report brief_report(const struct brief *brief);
// Adds who takes part, the latest meetings and the latest statements.
void brief_report_record(const struct brief *brief, struct report *report);

#endif
