// SPDX-License-Identifier: Apache-2.0
// What the pages of a case show, found.

#ifndef ENTENTE_WORKBENCH_DESK_DESK_PARTS_H
#define ENTENTE_WORKBENCH_DESK_DESK_PARTS_H

#include "workbench/case/case_text.h"
#include "workbench/desk/desk.h"

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

bool desk_text_find(struct desk_gathering *g, struct desk_text *text) MUST_CHECK;
bool desk_standing_find(struct desk_gathering *g, struct desk_standing *standing) MUST_CHECK;

#endif
