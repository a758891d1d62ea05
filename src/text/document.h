// SPDX-License-Identifier: Apache-2.0
// What a document is, whatever file it came from: blocks, paragraphs, runs, marks, objects.
//
// All visible text stands in one buffer, in reading order, each paragraph followed by its mark, a
// "\n". So a range of bytes says exactly which words and which paragraph marks it takes in. Runs
// cut a paragraph into runs of one look; an opaque unit (a picture, an equation, a note's
// reference) is one U+FFFC character with an object behind it. Tables, cells and notes are blocks
// around paragraphs. Every part remembers where in its file it stood, so that the writer of the
// same format can copy what nobody touched, byte for byte.

#ifndef ENTENTE_TEXT_DOCUMENT_H
#define ENTENTE_TEXT_DOCUMENT_H

#include "base/arena.h"
#include "base/error.h"

#define NO_INDEX UINT32_MAX

enum document_form { FORM_PLAIN, FORM_MARKDOWN, FORM_DOCX };

// Bytes [from, to) of one part of the file. What `part` counts is the reader's affair; 0 for files
// of one part. from == to means the thing has no bytes of its own.
struct origin {
    uint32_t part;
    uint32_t from;
    uint32_t to;
};

// How a run looks. The first three say which runs look the same (marks_look_same); the rest is what
// renderings in other formats can show.
struct marks {
    struct str key; // how it looks otherwise than its paragraph does, canonical, only comparable
                    // within one form; empty: plain
    struct str written; // what its file says of it, canonical; empty: nothing, or the key says it
    struct str whole;   // all of its look, its paragraph's with it; empty: not known
    bool bold;
    bool italic;
    bool underline;
    bool strike;
    bool code;
    bool superscript;
    bool subscript;
    struct str link; // target of a hyperlink, empty when none
};

enum object_kind {
    OBJECT_PICTURE,
    OBJECT_EQUATION,
    OBJECT_FOOTNOTE, // a reference mark; `story` is the note
    OBJECT_ENDNOTE,
    OBJECT_TEXTBOX, // `story` is its text
    OBJECT_FIELD,   // a field with no visible result
    OBJECT_BREAK,   // page or column break
    OBJECT_OTHER,   // charts, embedded files, ink, symbols of unknown fonts
};

// An opaque unit. Equal kind and key means equal content.
struct object {
    enum object_kind kind;
    struct str key;         // canonical content or its hash; notes have the empty key
    struct str description; // for people: "picture 3 × 2 cm", "equation x = y"
    uint32_t story;         // root block that it anchors, or NO_INDEX
};

// A run of text with one look.
struct text_run {
    uint32_t from; // bytes in document.text
    uint32_t to;
    uint32_t marks;  // index into document.marks
    uint32_t object; // index into document.objects when the text is one U+FFFC, else NO_INDEX
    struct origin origin;
};

enum paragraph_kind { PARAGRAPH_TEXT, PARAGRAPH_HEADING, PARAGRAPH_ITEM, PARAGRAPH_VERBATIM };

// The number a paragraph bears: "Article 4", "3.", "(a)", "•".
// A typed label is part of the paragraph's text (typed_bytes of it, with the white space behind
// it); a computed one is not. Renumbering is no change.
struct label {
    struct str text;      // without the white space behind it; empty: none
    uint32_t typed_bytes; // 0: computed, or no label
};

struct paragraph {
    uint32_t from; // bytes in document.text; the mark is the byte at `to`
    uint32_t to;
    uint32_t first_run;
    uint32_t run_count; // consecutive, covering [from, to) exactly
    enum paragraph_kind kind;
    uint32_t level; // headings: 1 is the highest; items: 1 is the outermost; else 0
    struct label label;
    struct str style;      // the style's name for people, may be empty
    struct str properties; // canonical formatting of the paragraph; comparable within one form
    struct str written;    // what its file says of it, canonical; empty: nothing, or the same
    struct origin origin;  // all of it, with its mark
    bool is_computed;      // of a table of contents or an index: no wording of anybody's
};

enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_TABLE, // holds rows only
    BLOCK_ROW,   // holds cells only
    BLOCK_CELL,  // holds paragraphs and tables
    BLOCK_BODY,  // the roots from here on: stories, which hold paragraphs and tables
    BLOCK_FOOTNOTE,
    BLOCK_ENDNOTE,
    BLOCK_TEXTBOX,
    BLOCK_HEADER,
    BLOCK_FOOTER,
};

// Blocks stand in preorder: a block's descendants follow it, up to `end`.
struct block {
    enum block_kind kind;
    uint32_t parent;       // NO_INDEX for a root
    uint32_t end;          // index after its last descendant
    uint32_t paragraph;    // BLOCK_PARAGRAPH: index into document.paragraphs, else NO_INDEX
    struct str key;        // roots: names the story within its document ("footnote 2")
    struct str properties; // rows, cells, tables: canonical formatting
    struct origin origin;
};

// Invariants (document_check names the broken one):
// 1. blocks[0] is BLOCK_BODY; roots follow one another; `parent` and `end` nest properly
// 2. the BLOCK_PARAGRAPH blocks name the paragraphs 0, 1, 2 … in order; every story and cell holds
//    at least one paragraph, and its last child is a paragraph
// 3. the text is the paragraphs in order, a "\n" behind each; runs cover each paragraph. Line
//    breaks inside a paragraph are "\n", tabs "\t"
// 4. text is valid UTF-8; indices are in range; a run with an object is one U+FFFC
struct document {
    enum document_form form;
    struct str name; // the file's name as the user gave it
    struct str text;
    const struct block *blocks;
    uint32_t block_count;
    const struct paragraph *paragraphs;
    uint32_t paragraph_count;
    const struct text_run *runs;
    uint32_t run_count;
    const struct marks *marks; // marks[0] is plain
    uint32_t marks_count;
    const struct object *objects;
    uint32_t object_count;
    const struct str *notes; // what reading could not carry or had to decide, a sentence each
    uint32_t note_count;
    const void *source; // the reader's own record of the file; only its own writer looks inside
};

// The text of a paragraph, its mark not included.
struct str paragraph_text(const struct document *document, const struct paragraph *paragraph);
// The same without a typed label.
struct str paragraph_body(const struct document *document, const struct paragraph *paragraph);

// The paragraph whose text or mark holds byte `at` (at < text.length). Cost: O(log paragraphs).
uint32_t paragraph_at(const struct document *document, size_t at);
// The first run that ends behind byte `at`; run_count when none does. Cost: O(log runs).
uint32_t run_at(const struct document *document, size_t at);
// The bytes that a block takes in, the marks of its paragraphs included.
struct range {
    uint32_t from;
    uint32_t to;
};
struct range block_range(const struct document *document, uint32_t block);
// The first block that begins at byte `at` or behind it; block_count when none does. Cost: O(log blocks).
uint32_t block_from(const struct document *document, size_t at);

// The story that a run leads to: a note or a text box; NO_INDEX: none.
uint32_t run_story(const struct document *document, uint32_t run);
// The next run, from this one on and up to byte `to` of the text, that leads to a story; NO_INDEX: none.
uint32_t next_story_run(const struct document *document, uint32_t run, uint32_t to);

// Do two objects stand for the same? Notes and text boxes do when they say the same.
bool object_is_same(const struct document *one, uint32_t a, const struct document *other,
                    uint32_t b);
// Are two ranges the same to the last: equal bytes, a paragraph's mark where the other has one (and
// no line break), the same objects? Cost: O(bytes)
bool range_is_same(const struct document *one, struct range a, const struct document *other,
                   struct range b);

// Do runs with these marks look the same? They do when they differ alike from their paragraphs, when
// their files say the same of them, or when all in all they show the same.
bool marks_look_same(const struct marks *one, const struct marks *other);
// Are two paragraphs set alike, or do their files say the same of them?
bool paragraphs_are_set_alike(const struct paragraph *one, const struct paragraph *other);

// Walks the structure. Result: false and the number and words of a broken invariant in error.
// Cost: O(blocks + runs + text).
bool document_check(const struct document *document, struct error *error) MUST_CHECK;

#endif
