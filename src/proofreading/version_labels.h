// SPDX-License-Identifier: Apache-2.0
// The numbers and letters that clauses bear, in whatever script, as figures and letters of Latin.

#ifndef ENTENTE_PROOFREADING_VERSION_LABELS_H
#define ENTENTE_PROOFREADING_VERSION_LABELS_H

#include "proofreading/version_lexicon.h"

// The number that a line of this kind gives an article, an annex: "Article premier", "Artikel 4 – Ende",
// "第四条".
// Result: false when it gives none; *key: "4" of an article, "X2" of an annex; *bytes: the length of it
bool version_head_read(const struct version_lexicon *lexicon, struct str line, struct arena *arena,
                       struct str *key, size_t *bytes);

// "(ب)" as "b", "二、" as "2", "2.1." as "2.1"; empty: no label of a clause.
struct str version_label_plain(const struct version_lexicon *lexicon, struct str label,
                               struct arena *arena);

// The label at the start of a line that the reader of the text took for words; its length, 0: none.
size_t version_label_typed(const struct version_lexicon *lexicon, struct str line);

// The place of a letter in the row of its labels, from 1; 0: it is none.
uint32_t version_letter_place(const struct version_lexicon *lexicon, struct str letter);

#endif
