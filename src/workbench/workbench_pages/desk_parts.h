// SPDX-License-Identifier: Apache-2.0
// What the pages of a case show, found.

#ifndef ENTENTE_WORKBENCH_DESK_DESK_PARTS_H
#define ENTENTE_WORKBENCH_DESK_DESK_PARTS_H

#include "workbench/case/case_text.h"
#include "workbench/workbench_pages/desk.h"

struct desk_gathering {
    struct entente_case *handle;
    const struct items *items; // what the viewer may see
    const struct entente_page_options *options;
    const struct entente_bounds *bounds;
    struct budget budget;
    struct arena *arena;
    struct error *error;
};

// A text field of an item, and the texts of a list joined by ", ".
struct str desk_field(const struct item *item, const char *name);
struct str desk_joined(const struct desk_gathering *g, const struct item *item, const char *name);

// The frame of a page of the case.
struct desk_frame desk_case_frame(struct desk_gathering *g, enum desk_place place);

// The document that the options ask for, else the first. Errors: NOT_FOUND
bool desk_document_asked(struct desk_gathering *g, const struct item **document) MUST_CHECK;
// A document with its text and what the case says of its slots. A text that cannot be laid is told in
// `trouble`. Errors: STOPPED
bool desk_document_find(struct desk_gathering *g, const struct item *item,
                        struct desk_document *document) MUST_CHECK;

// One slot as the case knows it, with its stances.
void desk_slot_read(struct desk_gathering *g, const struct item *item, struct desk_slot *slot);
// Whether a note is about this slot.
bool desk_about(const struct item *note, struct str slot);

bool desk_slot_find(struct desk_gathering *g, struct desk_slot_view *view) MUST_CHECK;
// The words of a wording by its id. False: the slot has no such wording.
bool desk_wording_text(const struct desk_slot *slot, struct str variant, struct str *text);

bool desk_time_find(struct desk_gathering *g, struct desk_time *time) MUST_CHECK;
bool desk_packages_find(struct desk_gathering *g, struct desk_packages *packages) MUST_CHECK;
// A draft as lists show it, but for its note and whether it counts.
struct desk_draft desk_draft_of(const struct item *draft);
bool desk_beside_find(struct desk_gathering *g, struct desk_beside *beside) MUST_CHECK;
bool desk_drafts_find(struct desk_gathering *g, struct desk_drafts *drafts) MUST_CHECK;
bool desk_record_find(struct desk_gathering *g, struct desk_record *record) MUST_CHECK;
// Items of these kinds, parted by commas.
bool desk_items_find(struct desk_gathering *g, const char *kinds,
                     struct desk_items *items) MUST_CHECK;
// What the report of the options says.
void desk_report_find(struct desk_gathering *g, struct desk_items *items);
bool desk_findings_find(struct desk_gathering *g, struct desk_findings *findings) MUST_CHECK;
bool desk_text_find(struct desk_gathering *g, struct desk_text *text) MUST_CHECK;
bool desk_standing_find(struct desk_gathering *g, struct desk_standing *standing) MUST_CHECK;

#endif
