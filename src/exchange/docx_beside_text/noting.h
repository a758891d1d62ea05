// SPDX-License-Identifier: Apache-2.0
// One draft before the base, while notes are taken of what is not merged; for this room only.

#ifndef ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_NOTING_H
#define ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_NOTING_H

#include "base/list.h"
#include "exchange/docx/source.h"
#include "merge/merged.h"

struct noting {
    const struct merged *merged;
    struct party party;
    const struct document *base; // both .docx
    const struct document *draft;
    struct arena *arena;
    struct list *notes;   // struct merge_note
    struct list *layouts; // struct layout_change
};

// Adds a note of the party's.
void note_add(const struct noting *noting, enum note_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
// The same, for what is told as a change of layout at a paragraph of the base as well.
void note_layout(const struct noting *noting, enum note_kind kind, uint32_t base,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));
// The first words of the paragraph around a byte of a document, with the number it bears.
struct str note_words(const struct document *document, uint32_t at, struct arena *arena);
// A range of text as it can stand in a sentence: one line, at most some dozen words.
struct str note_text(struct str text, struct arena *arena);

#endif
