// SPDX-License-Identifier: Apache-2.0
// The pages of the workbench, each from its answer.

#ifndef ENTENTE_RENDER_DESK_DESK_PAGES_H
#define ENTENTE_RENDER_DESK_DESK_PAGES_H

#include "answers/desk_answer.h"
#include "base/arena.h"

struct str desk_drop_page(const struct desk_frame *frame, struct arena *arena);
struct str desk_result_page(const struct desk_frame *frame, const struct desk_dropped *dropped,
                            struct arena *arena);
struct str desk_message_page(const struct desk_frame *frame, const struct desk_message *message,
                             struct arena *arena);

// Pages of a case.
struct str desk_standing_page(const struct desk_frame *frame, const struct desk_standing *standing,
                              struct arena *arena);
struct str desk_text_page(const struct desk_frame *frame, const struct desk_text *text,
                          struct arena *arena);
struct str desk_findings_page(const struct desk_frame *frame, const struct desk_findings *findings,
                              struct arena *arena);
struct str desk_slot_page(const struct desk_frame *frame, const struct desk_slot_view *view,
                          struct arena *arena);
struct str desk_time_page(const struct desk_frame *frame, const struct desk_time *time,
                          struct arena *arena);
struct str desk_packages_page(const struct desk_frame *frame, const struct desk_packages *packages,
                              struct arena *arena);
struct str desk_drafts_page(const struct desk_frame *frame, const struct desk_drafts *drafts,
                            struct arena *arena);
struct str desk_beside_page(const struct desk_frame *frame, const struct desk_beside *beside,
                            struct arena *arena);
struct str desk_record_page(const struct desk_frame *frame, const struct desk_record *record,
                            struct arena *arena);
struct str desk_people_page(const struct desk_frame *frame, const struct desk_items *items,
                            struct arena *arena);
struct str desk_meetings_page(const struct desk_frame *frame, const struct desk_items *items,
                              struct arena *arena);
struct str desk_statements_page(const struct desk_frame *frame, const struct desk_items *items,
                                struct arena *arena);

#endif
