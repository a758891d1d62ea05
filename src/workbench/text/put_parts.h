// SPDX-License-Identifier: Apache-2.0
// Words on their way into a file: what the files of put_wording share.

#ifndef ENTENTE_WORKBENCH_TEXT_PUT_PARTS_H
#define ENTENTE_WORKBENCH_TEXT_PUT_PARTS_H

#include "base/list.h"
#include "merge/edited_document.h"
#include "workbench/text/wording_place.h"

struct putting {
    const struct entente_file *file;
    const struct wording_place *place;
    struct budget *budget;
    struct arena *arena;
    struct list lines;    // struct str: what shall stand there
    struct list pieces;   // struct range: what stands there, by paragraph
    struct list edits;    // struct text_edit
    struct list arrivals; // struct text_arrival
};

// Says why it cannot be, and what to do; gives false.
bool putting_refuse(struct error *error, const char *why);
// The block of a paragraph.
uint32_t putting_block(const struct document *document, uint32_t paragraph);
// A file that was made, as it reads now; false: it cannot be read.
bool putting_read(const struct putting *putting, struct str bytes,
                  const struct document **document);
bool putting_reads_as(const struct putting *putting, struct str bytes, struct str wanted);

// The file with the edits and arrivals, which reads as `wanted`.
bool put_into_docx(const struct putting *putting, const struct document *wanted, struct str *bytes,
                   enum wording_settled *settled, struct error *error) MUST_CHECK;
bool put_into_text(const struct putting *putting, const struct document *wanted, struct str *bytes,
                   struct error *error) MUST_CHECK;

#endif
