// SPDX-License-Identifier: Apache-2.0
// The words that files use for kinds, and back.

#ifndef ENTENTE_EXCHANGE_SHEET_WORDS_H
#define ENTENTE_EXCHANGE_SHEET_WORDS_H

#include "text/document.h"

const char *paragraph_kind_word(enum paragraph_kind kind);
const char *document_form_word(enum document_form form);
// The kind with this word; false when there is none.
bool paragraph_kind_of_word(struct str word, enum paragraph_kind *kind);
bool document_form_of_word(struct str word, enum document_form *form);

#endif
