// SPDX-License-Identifier: Apache-2.0
// The state of one reading of a .docx file, shared by the files that read blocks, runs and stories.

#ifndef ENTENTE_EXCHANGE_DOCX_DOCX_PARTS_H
#define ENTENTE_EXCHANGE_DOCX_DOCX_PARTS_H

#include "exchange/docx/canonical.h"
#include "exchange/docx/changes.h"
#include "exchange/docx/looks.h"
#include "exchange/docx/numbering.h"
#include "exchange/docx/styles.h"
#include "text/draft.h"

// A complex field that has begun: w:fldChar begin, code, separate, result, end.
struct open_field {
    bool is_result;      // behind the separate mark
    bool is_contents;    // a table of contents or an index, whose end was seen
    size_t text_runs_at; // how many there were at that mark
    uint32_t part;
    uint32_t run;          // in which it begins
    uint32_t properties;   // of that run
    size_t begun_at;       // how many text runs there were
    struct builder code;   // its instruction
    struct str outer_link; // the link that holds again behind the field
};

// Text that is read after the body: a note, a text box, a header.
struct story {
    enum block_kind kind;
    struct str key;
    uint32_t part;
    uint32_t node; // of a text box: the drawing, in which all its boxes are looked up
    uint32_t root; // its block, once read
};

// A thing in the text that leads to a story.
struct story_anchor {
    uint32_t object;
    uint32_t story;
};

// The notes of one part, by id.
struct note_part {
    uint32_t part; // NO_PART: the file has none
    struct names *ids;
    struct list nodes;   // uint32_t, by number of the id
    struct list stories; // uint32_t: index of the story, NO_INDEX: not referred to yet
};

// The paragraph at work. It begins with a w:p and goes on in the next one as long as tracked
// changes take the marks away.
struct open_paragraph {
    bool is_computed; // the result of a table of contents stands in it
    bool is_begun;    // a w:p was seen whose mark is gone; it may have left nothing behind
    bool is_open;     // it stands in the draft
    uint32_t first;   // nodes
    uint32_t last;
    bool has_changes;
};

// How the last run looked, and why.
struct last_look {
    bool is_set;
    uint32_t part;
    struct str properties; // their bytes
    struct str link;
    uint32_t style;
    bool is_as_written;
    uint32_t look;
};

// How a paragraph is set.
struct paragraph_look {
    struct str properties;
    struct str written;
};

struct docx_reader {
    struct arena *arena;
    struct str name;
    const struct reading *reading;
    const struct input_limits *limits;
    struct error *error;
    struct docx_package *package;
    const struct docx_styles *styles;
    struct docx_numbering *numbering;
    struct note_part footnotes;
    struct note_part endnotes;
    struct changes *changes; // by part number
    bool counts_authors;     // in the two below
    struct names *author_names;
    struct list authors; // struct docx_author

    struct document_draft draft;
    struct list text_runs;   // struct docx_text_run
    struct list paragraphs;  // struct docx_paragraph
    struct list block_nodes; // uint32_t
    struct list stories;     // struct story
    struct list anchors;     // struct story_anchor
    struct names *interned;  // property texts, so that equal ones are stored once
    struct builder scratch;
    struct names *look_keys; // run properties as they stand, with their link
    struct list looks;       // uint32_t: index of the marks, by number of the key
    struct last_look last_look;
    struct looks *styled;         // how styles look
    struct names *paragraph_keys; // paragraph properties as they stand
    struct list paragraph_looks;  // struct paragraph_look, by number of the key
    struct table_looks table;     // what the table says in which we are
    uint32_t style;               // of the paragraph at work
    uint32_t style_ends;          // the node of the w:p whose mark says it

    uint32_t number; // the part at work
    const struct docx_part *part;
    struct open_paragraph paragraph;
    struct list fields; // struct open_field, innermost last
    size_t contents_to; // how many text runs there were where the last contents ended
    struct str link;    // of the hyperlink at work, empty outside
    struct builder run_text;
    uint32_t header_counts[2][3]; // headers, footers: default, first, even
    uint32_t story_counts[BLOCK_FOOTER - BLOCK_BODY + 1];
    bool *is_queued; // by part: a header or footer that will be read
    uint32_t sub_documents;
    uint32_t struck; // pieces of text that were struck by hand and skipped
};

// Blocks: paragraphs and tables among the children of a story or cell. Wrappers are looked into.
bool read_blocks(struct docx_reader *reader, uint32_t node) MUST_CHECK;
// Ends the paragraph whose mark was taken away, if it left anything behind.
void end_paragraph(struct docx_reader *reader);
// Puts the paragraph at work into the draft, if it is not there yet.
void begin_paragraph(struct docx_reader *reader);

// Is what is read now the result of a table of contents or an index?
bool is_in_contents(const struct docx_reader *reader);

// Runs and all else that stands in a paragraph.
void read_inline(struct docx_reader *reader, uint32_t node);
// Closes the fields of a paragraph whose code does not end in it.
// Nor links that have no end behind this node, where the paragraph ends.
void close_broken_fields(struct docx_reader *reader, uint32_t behind);

// Are words with these properties struck by hand, and does the reading skip such words?
bool is_struck_out(struct docx_reader *reader, uint32_t properties);
// Adds a text run or object to the paragraph at work. properties: the rPr that holds.
void add_text(struct docx_reader *reader, uint32_t node, uint32_t properties, uint32_t *text_at,
              struct str text);
void add_object(struct docx_reader *reader, uint32_t node, uint32_t properties, uint32_t *text_at,
                const struct object *object);

// The object that a child of a run, or an equation, stands for. Its story, if any, is queued.
void read_object(struct docx_reader *reader, uint32_t run, uint32_t properties, uint32_t node,
                 uint32_t *text_at);

// How a paragraph with these properties is set.
struct paragraph_look paragraph_look_of(struct docx_reader *reader, uint32_t properties,
                                        bool has_list);
// The canonical form of some properties, stored once for all equal ones.
struct str intern_canonical(struct docx_reader *reader, const uint32_t *nodes, size_t count);

// Keeps the records beside the draft in step with it.
uint32_t open_block(struct docx_reader *reader, enum block_kind kind, struct str key,
                    uint32_t node);
void close_block(struct docx_reader *reader, struct str properties, uint32_t node);

// Stories.
void queue_headers(struct docx_reader *reader, uint32_t section);
uint32_t queue_story(struct docx_reader *reader, const struct story *story, uint32_t object);
bool read_stories(struct docx_reader *reader) MUST_CHECK;
// Makes a part the one at work.
bool enter_part(struct docx_reader *reader, uint32_t number) MUST_CHECK;
void note_part_read(struct docx_reader *reader, struct note_part *notes, enum word word);

#endif
