// SPDX-License-Identifier: Apache-2.0
// What drafts have put beside the text: comments and bookmarks, each with the words of the base
// that it belongs to. They are no proposals; a redline carries them, other renderings name them.

#ifndef ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_ASIDES_H
#define ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_ASIDES_H

#include "base/list.h"
#include "exchange/docx/source.h"
#include "merge/merged.h"

enum aside_kind { ASIDE_COMMENT, ASIDE_BOOKMARK };

// A comment or bookmark of one document.
struct aside {
    enum aside_kind kind;
    struct str key;       // equal ones mean the same thing
    struct str name;      // of a bookmark; of a comment who wrote it
    struct str words;     // of a comment
    struct str date;      // of a comment; may be empty, as the rest of it:
    struct str para_id;   // the number of its last paragraph
    struct str parent_id; // that of the comment that it answers
    bool is_resolved;
    uint32_t part; // of a comment the w:comment, of a bookmark its w:bookmarkStart
    uint32_t node;
    struct range text; // of the document, what it belongs to; may be empty
};

// All comments and bookmarks of a document, in the order of the file. Comments that nothing in the
// text refers to and marks of the word processor's own (_GoBack) are left out.
//
// Result: a list of struct aside; empty when the document is no .docx file
// Cost:   O(nodes of the parts read)
struct list asides_of(const struct document *document, struct arena *arena);

enum aside_fate {
    ASIDE_NEW,     // a draft has it, the base has not
    ASIDE_GONE,    // the base has it, a draft has not
    ASIDE_SETTLED, // a comment of both is settled in a draft alone
    ASIDE_MOVED,   // it belongs to another paragraph than in the base, or than in an earlier draft
};

struct changed_aside {
    enum aside_fate fate;
    struct aside aside; // of the draft; ASIDE_GONE: of the base
    struct party party; // of the draft
    struct range base;  // the words of the base that it belongs to
};

// What drafts have changed: a list of struct changed_aside in the order of parties and files. What
// several have put in stands once, as the first one's.
struct list asides_changed(const struct merged *merged, struct arena *arena);

#endif
