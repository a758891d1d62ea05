// SPDX-License-Identifier: Apache-2.0
// The merged text laid out to be read: points in order, each a row of segments. Every rendering
// (JSON, brackets, options, redline, columns) is written from a sheet, and the readers of our own
// JSON and bracketed Markdown give a sheet again.

#ifndef ENTENTE_MERGE_SHEET_H
#define ENTENTE_MERGE_SHEET_H

#include "clauses/clause_paths.h"
#include "merge/merged.h"
#include "merge/numbered_rows.h"

// A table, row or cell in a wording, in preorder as the blocks of a document: bytes [from, to) of the
// wording's text, without the mark at the end; those within it follow it, up to `end`.
struct wording_part {
    enum block_kind kind; // BLOCK_TABLE, BLOCK_ROW, BLOCK_CELL
    uint32_t from;
    uint32_t to;
    uint32_t end;
    struct range
        exact; // the same in the document's own text, counted from where the wording begins
};

// One wording inside a sheet.
struct wording {
    struct str text;                  // exact; "\n" is a paragraph's end (or a line break)
    const struct wording_part *parts; // what tables, rows or cells it has; the outermost are those
    uint32_t part_count;              // that the slot's unit says
    const struct party *parties;      // ascending; may be empty only for the base
    uint32_t party_count;
    bool is_base;
    const struct document *document; // in whose text it stands; NULL: only its words are known
    struct range range;              // the bytes of that text
    bool names_objects; // only its words are known, and some of them name a note, a picture
};

// Another white space that some parties have in place of an agreed segment's text.
struct respacing {
    struct str text;
    const struct party *parties;
    uint32_t party_count;
};

// Either agreed text (slot == NO_INDEX) or a slot.
struct segment {
    struct str text;   // agreed text, exact
    uint32_t slot;     // index into sheet.slots
    struct range base; // agreed text of a merge: where it stands in the base, else empty
    const struct respacing *respacings;
    uint32_t respacing_count;
};

// What the wordings of a slot are made of.
enum slot_unit {
    UNIT_WORDS, // words, paragraphs, and tables among them
    UNIT_ROWS,  // whole rows of a table
    UNIT_CELLS, // whole cells of a row
};

struct sheet_slot {
    enum slot_kind kind;
    enum slot_unit unit;
    uint32_t
        column; // number from 1 of the column that came or went, the same in each of its rows; else 0
    bool whole;        // takes in the paragraph's end: a reading in which it is empty has no such
                       // paragraph
    bool touches_next; // neighbour of the next slot
    uint32_t move;     // as in struct slot
    uint32_t point;    // index of its point
    const struct wording *wordings; // [0] is the base's
    uint32_t wording_count;
};

// The numbers that a point bears in the texts of some parties, a paragraph each: where clauses were put in or
// taken out before it, or it counts otherwise.
struct other_labels {
    const struct str *items; // empty: no number, or one that is part of the words
    uint32_t count;
    const struct party
        *parties; // ascending; none: the base, of which the point is several paragraphs
    uint32_t party_count;
};

// One paragraph of the base, or several whose marks are contested, or an inserted one. The end
// of a point is a paragraph's end, unless its only segment is a `whole` slot, whose wordings then
// say nothing of the last mark: an empty wording means that the paragraph is not there.
struct point {
    struct str label; // "7(a)", "Article 4"; may be empty
    struct str path;  // "plan/7(a)"; unique, made from the labels and headings above it
    enum paragraph_kind kind;
    uint32_t level;
    bool label_is_computed;            // the label is not part of the segments' text
    bool counts_otherwise;             // for some party, see FORMAT_OF_NUMBER
    const struct other_labels *labels; // of texts that have others than `label`; the base first
    uint32_t label_count;
    struct str cell;  // "table 2, row 3, column 1" inside tables, else empty; a slot of whole rows
                      // has "table 2, row 3", counted in the base
    struct str story; // "footnote 2", "header" …, empty for the body
    uint32_t first_segment;
    uint32_t segment_count;
    uint32_t paragraph; // of the base, NO_INDEX for an inserted point
    uint32_t row;       // number from 1 of its row in sheet.rows; 0 where there are none
};

// Says where a point stands: path, cell and story; a new one's label and level too. Points come in
// the order of the text.
void point_place(struct point *point, struct clause_paths *paths, const struct document *document,
                 uint32_t paragraph);

// What a change of format is of.
enum format_scope {
    FORMAT_OF_WORDS,
    FORMAT_OF_PARAGRAPH,
    FORMAT_OF_NUMBER, // the number that is counted before the paragraph
    FORMAT_OF_LAYOUT, // sections, headers and footers; `text` and the places in the texts are empty
};

// Words, or a whole paragraph, that some parties keep but show in another way: no wording, so no
// slot.
struct format_change {
    uint32_t point;
    enum format_scope scope;
    struct range base;
    const struct party *parties; // ascending
    uint32_t party_count;
    const struct document *draft; // of the first party; NULL in a sheet that was read again
    uint32_t draft_from;          // where the words, or the paragraph, begin there
    struct str text;              // the base's words
    struct str change;            // what people see of it: "bold"; filled by who knows the formats
};

// What somebody has said beside the text; no part of it.
struct sheet_comment {
    uint32_t parent; // index of the comment that it answers, which stands before it; NO_INDEX: none
    bool is_of_base; // else of the draft of `party`
    struct party party; // the first of those whose drafts have it
    struct str author;
    struct str date; // as the file has it; may be empty
    bool is_resolved;
    struct str text;
    struct str about; // the base's words that it belongs to; may be empty
    uint32_t point;   // where these stand
};

struct sheet {
    struct str title; // the base's name
    enum document_form form;
    const struct str *party_names;
    uint32_t party_count;
    const struct point *points;
    uint32_t point_count;
    const struct segment *segments;
    uint32_t segment_count;
    const struct sheet_slot *slots;
    uint32_t slot_count;
    const struct move *moves; // slots as indices into sheet.slots
    uint32_t move_count;
    const struct format_change *format_changes; // by scope, then base.from
    uint32_t format_change_count;
    const struct sheet_comment *comments; // the base's first; filled by who knows the files
    uint32_t comment_count;
    const struct numbered_rows *rows; // NULL: the base is no table of columns
    const struct merge_note *notes;
    uint32_t note_count;
    const struct document *base; // NULL for a sheet that was read from our own output
};

// The wording on which nothing is open any more: the one that all hold, or the base's where only
// numbering differs. NULL: the slot is open.
const struct wording *sheet_slot_agreed(const struct sheet *sheet, const struct sheet_slot *slot);

// Which reading of a sheet.
struct sheet_reading {
    enum { READ_BASE, READ_PARTY, READ_AGREED } kind;
    struct party party; // READ_PARTY
};

// The text of one reading, a line a paragraph. READ_AGREED marks each open slot as "[…]".
struct str sheet_read(const struct sheet *sheet, struct sheet_reading reading, struct arena *arena);

#endif
