// SPDX-License-Identifier: Apache-2.0
// What the files of the .docx writer share: the package being rewritten, its new parts and
// relationships, the numbers and authors of the tracked changes.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_WRITER_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_WRITER_H

#include "exchange/docx/source.h"
#include "exchange/docx_lists/lists.h"
#include "exchange/docx_write/edits.h"
#include "exchange/docx_write/options.h"
#include "exchange/docx_write/patches.h"
#include "exchange/docx_write/scheme.h"

// A part of the base's package, and what is to be changed in it.
struct out_part {
    struct docx_part *tree;
    uint32_t number;
    struct patches patches;
    struct names *prefixes;       // of name spaces to be declared at its root
    struct list namespaces;       // struct str: their addresses, by prefix number
    struct builder relationships; // new ones, as elements
    uint32_t added_count;         // things brought into the part so far
};

struct docx_writer {
    const struct merged *merged;
    const struct docx_write_options *options;
    const struct docx_scheme *scheme; // NULL: none
    struct arena *arena;
    const struct document *const *documents; // base, then the drafts, without tracked changes
    uint32_t document_count;
    const uint32_t **paragraph_blocks; // of each document: the block of each paragraph
    struct docx_package *package;      // of the base
    struct edits edits;
    struct docx_lists lists;  // with its changes by paragraph of the base, then party
    struct str *made_ids;     // of the lists made: their number in the package
    struct out_part **parts;  // by number of the base's parts; NULL: untouched
    struct list changes;      // struct zip_change: new and replaced parts
    struct builder types;     // new elements of [Content_Types].xml
    struct names *part_names; // of new parts
    struct list notes;        // struct merge_note
    struct names *note_texts; // each note is said once
    struct str *dates;        // one a party
    uint32_t *used_ids;       // ascending
    size_t used_count;
    size_t used_next;
    uint32_t last_id;
    uint32_t *move_ids;           // by move: the number of the range that is open
    struct names *authors;        // as written
    struct list author_holders;   // struct holders, by author number
    struct names *fallbacks;      // of text boxes, dropped already
    struct names *bookmark_names; // of the base, and of those brought over
    struct carriers *carriers;
    struct out_part *homes[6]; // by enum home; NULL: not looked for yet
};

// The part as it is being rewritten.
struct out_part *writer_part(struct docx_writer *writer, uint32_t number);

// Adds `<w:ELEMENT w:id=… w:author=… w:date=…>`, with a number of its own.
void writer_add_tag(struct docx_writer *writer, struct builder *out, const char *element,
                    struct holders by);
// The same as an empty element.
void writer_add_empty(struct docx_writer *writer, struct builder *out, const char *element,
                      struct holders by);
// Whether a deletion or insertion with this move number is written as a real move, not as an edit.
bool writer_moves(const struct docx_writer *writer, uint32_t move);
// Adds the mark that begins ("moveFrom", "moveTo": …RangeStart) or ends one end of a move.
void writer_add_move_start(struct docx_writer *writer, struct builder *out, const char *end,
                           struct holders by, uint32_t move);
void writer_add_move_end(struct docx_writer *writer, struct builder *out, const char *end,
                         uint32_t move);
// A number that no tracked change, bookmark or comment bears.
uint32_t writer_id(struct docx_writer *writer);

// Who takes out all of these bytes of the base's text; none when nobody does.
struct holders writer_deleters(const struct docx_writer *writer, struct range range);

// A sentence about what could not be carried of a document, 0: of nobody's; said once.
void writer_note(struct docx_writer *writer, uint32_t document, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// Sees to it that a prefix stands for an address inside the part. False when the part's root
// means something else by it.
bool writer_declare(struct docx_writer *writer, struct out_part *part, struct str prefix,
                    struct str address);

// Adds a part; its name is `name`, or one like it when that is taken. Gives the name.
struct str writer_add_part(struct docx_writer *writer, struct str name, struct str content,
                           struct str content_type);
// Adds a relationship from a part of the base; gives its id. `type` is a whole address, `target`
// a part's name, or an address when external.
struct str writer_relate(struct docx_writer *writer, struct out_part *part, struct str type,
                         struct str target, bool is_external);

// `<Relationship …/>`, for a target seen from the package's root.
void add_relationship(struct builder *out, struct str id, struct str type, struct str target,
                      bool is_external);

// Writes the package. Errors: those of zip_write.
bool writer_finish(struct docx_writer *writer, struct str *bytes, struct error *error) MUST_CHECK;

#endif
