// SPDX-License-Identifier: Apache-2.0
// A document's text in words throughout: what is no text there is named.

#ifndef ENTENTE_TEXT_SAID_H
#define ENTENTE_TEXT_SAID_H

#include "base/builder.h"
#include "text/document.h"

enum said_stories {
    STORIES_BY_NAME,  // "[footnote 2]": its words stand elsewhere
    STORIES_IN_WORDS, // "[footnote: Counted from signature.]"
};

// One opaque unit: "[picture 3.0 × 2.0 cm]", "[footnote 2]".
void object_say(const struct document *document, const struct object *object,
                enum said_stories stories, struct builder *out);

// Bytes [range.from, range.to) of a document's text with each opaque unit in words.
// Owner: the document itself when there is none, else the arena. Cost: O(length)
struct str text_said(const struct document *document, struct range range, enum said_stories stories,
                     struct arena *arena);

// The whole text with blanks where the opaque units are, so that every other byte keeps its place.
// Owner: the document itself when there are none, else the arena. Cost: O(length)
struct str text_in_words(const struct document *document, struct arena *arena);

#endif
