// SPDX-License-Identifier: Apache-2.0
// Builds a document from its beginning to its end; every reader uses it.
//
//   struct document_draft draft = draft_begin(arena, FORM_PLAIN, name);
//   draft_open(&draft, BLOCK_BODY, STR("body"), origin);
//   draft_open_paragraph(&draft, origin);
//   draft_text(&draft, STR("The Parties "), plain, origin);
//   draft_close_paragraph(&draft, &(struct paragraph){.kind = PARAGRAPH_TEXT});
//   draft_close(&draft);
//   const struct document *document = draft_end(&draft);

#ifndef ENTENTE_TEXT_DRAFT_H
#define ENTENTE_TEXT_DRAFT_H

#include "base/builder.h"
#include "base/list.h"
#include "base/names.h"
#include "text/document.h"

struct document_draft {
    struct arena *arena;
    enum document_form form;
    struct str name;
    struct builder text;
    struct list blocks;     // struct block
    struct list paragraphs; // struct paragraph
    struct list runs;       // struct text_run
    struct list marks;      // struct marks
    struct names *mark_keys;
    struct list objects; // struct object
    struct list notes;   // struct str
    uint32_t open_block; // innermost open block, NO_INDEX at the outside
};

struct document_draft draft_begin(struct arena *arena, enum document_form form, struct str name);

// Makes room for a document of about that size; a long one need not move while it grows.
void draft_expect(struct document_draft *draft, size_t text_bytes, size_t paragraphs, size_t runs);

// Opens a root, table, row or cell inside the innermost open block; gives its index.
uint32_t draft_open(struct document_draft *draft, enum block_kind kind, struct str key,
                    struct origin origin);
// Sets the end of the open block's origin (and its canonical properties) and closes it. A story
// or cell that has no paragraph at its end gets an empty one.
void draft_close(struct document_draft *draft, struct str properties, uint32_t origin_to);

uint32_t draft_open_paragraph(struct document_draft *draft, struct origin origin);
// Takes kind, level, label, style and properties from `facts`; ranges and counts are seen to, and
// the origin is the one it was opened with, up to origin_to.
void draft_close_paragraph(struct document_draft *draft, const struct paragraph *facts,
                           uint32_t origin_to);

// The index of these marks, added if new (by what says how they look).
uint32_t draft_marks(struct document_draft *draft, const struct marks *marks);
// Adds a run to the open paragraph. Empty text adds nothing.
void draft_text(struct document_draft *draft, struct str text, uint32_t marks,
                struct origin origin);
// Adds an opaque unit to the open paragraph; gives the object's index, whose story may be set
// with draft_set_story once that story is read.
uint32_t draft_object(struct document_draft *draft, const struct object *object, uint32_t marks,
                      struct origin origin);
void draft_set_story(struct document_draft *draft, uint32_t object, uint32_t root_block);
void draft_note(struct document_draft *draft, struct str note);

// The finished document, in the draft's arena.
struct document *draft_end(struct document_draft *draft);

#endif
