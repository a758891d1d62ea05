// SPDX-License-Identifier: Apache-2.0
// The agenda and the next steps of a meeting, typed a line each.

#ifndef ENTENTE_SERVE_ACT_MEETING_H
#define ENTENTE_SERVE_ACT_MEETING_H

#include "serve/case_job.h"

// The whole meeting as JSON to be entered; its name is NULL when no field has lines, and the plain fields do.
struct entente_file act_meeting_lines(struct case_job *job);

#endif
