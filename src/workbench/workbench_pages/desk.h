// SPDX-License-Identifier: Apache-2.0
// What the pages of the workbench share before they are drawn.

#ifndef ENTENTE_WORKBENCH_DESK_DESK_H
#define ENTENTE_WORKBENCH_DESK_DESK_H

#include "answers/desk_answer.h"
#include "workbench/answer.h"

#include <entente/pages.h>

// The frame of a page outside of a case; what the options say. Borrowed texts.
struct desk_frame desk_frame_of(const struct entente_page_options *options);

#endif
