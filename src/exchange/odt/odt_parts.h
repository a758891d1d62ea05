// SPDX-License-Identifier: Apache-2.0
// The state of one translation of an OpenDocument text into a Word file, shared by the files that write
// its paragraphs, tables, tracked changes and what stands beside the text.

#ifndef ENTENTE_EXCHANGE_ODT_ODT_PARTS_H
#define ENTENTE_EXCHANGE_ODT_ODT_PARTS_H

#include "codec/zip.h"
#include "exchange/odt/odt_lists.h"
#include "exchange/odt/odt_styles.h"

#define ODT_NO_REGION UINT32_MAX

// A tracked change as the head of the text has it.
struct odt_region {
    enum odt_word kind; // ODT_INSERTION, ODT_DELETION or ODT_FORMAT_CHANGE
    struct str author;
    struct str date;
    uint32_t content;  // of a deletion: its node
    bool is_used;      // it stood in the text: words are struck once
    bool was_inserted; // what is struck was somebody's insertion
    struct str inserter;
    struct str inserted_on;
};

enum odt_target {
    TARGET_DOCUMENT,
    TARGET_FOOTNOTES,
    TARGET_ENDNOTES,
    TARGET_COMMENTS,
    TARGET_HEADER,
    TARGET_FOOTER,
    TARGETS
};

// The paragraph at work, in the Word file: several of them where paragraph marks were struck.
struct odt_paragraph {
    bool is_open;
    bool drops_space; // white space would begin it
    struct odt_paragraph_look look;
    struct odt_run_look words;
    struct builder content;
    struct str link; // the tag of the hyperlink around what comes
    bool has_had;    // before the deletion at its beginning it looked otherwise
    struct odt_paragraph_look had;
    uint32_t had_until; // that deletion
};

// The struck paragraphs at work, which are set into the one that is open.
struct odt_struck {
    uint32_t left;    // how many come yet
    bool is_first;    // nothing of them is written
    bool began_empty; // the open paragraph had no words before them
    struct odt_paragraph_look around;
};

struct odt_list_place;

struct odt_writer {
    // odt_add_blocks, for the files below it: notes, cells and struck words hold blocks.
    bool (*add_blocks)(struct odt_writer *writer, uint32_t node, struct odt_list_place *place);
    struct arena *arena;
    struct str name;
    const struct input_limits *limits;
    struct error *error;
    const struct zip *zip;
    const struct odt_tree *tree;
    struct odt_styles *styles;
    struct odt_lists *lists;
    struct names *region_ids;
    struct list regions; // struct odt_region
    struct list open;    // uint32_t: the insertions that are open, the last inmost
    uint32_t struck_by;  // the deletion whose words are written, or ODT_NO_REGION
    struct odt_struck *struck;
    struct builder *out; // where blocks go
    enum odt_target target;
    struct odt_paragraph paragraph;
    struct str prefix;      // what the next paragraph begins with
    uint32_t contents_left; // paragraphs of a table of contents
    struct builder body;
    struct builder notes[TARGETS]; // by target
    struct builder relations[TARGETS];
    uint32_t relation_count;
    struct list media; // struct zip_change
    struct names *media_names;
    uint32_t change_count;
    uint32_t note_count;
    uint32_t comment_count;
    uint32_t drawing_count;
    struct names *bookmarks;
    struct names *comments; // ranges that are open, by name
    size_t repeated;        // cells, rows and blanks that stand once in the file
};

// A list around a paragraph; num changes where an item says its number.
struct odt_list_place {
    struct odt_list_style *style;
    uint32_t *num;
    uint32_t level;
    bool has_number; // the next paragraph bears one
};

// Blocks: the children of a node. place: NULL outside lists.
bool odt_add_blocks(struct odt_writer *writer, uint32_t node, struct odt_list_place *place);
bool odt_add_table(struct odt_writer *writer, uint32_t node);

// The words of a paragraph's node.
bool odt_add_inline(struct odt_writer *writer, uint32_t node, const struct odt_run_look *look);
// A run with this content, as what stands around it is tracked.
void odt_add_run(struct odt_writer *writer, const struct odt_run_look *look, struct str content);

void odt_paragraph_begin(struct odt_writer *writer, const struct odt_paragraph_look *look,
                         const struct odt_run_look *words);
bool odt_paragraph_end(struct odt_writer *writer, bool is_mark_struck);
// Tracked changes.
void odt_regions_read(struct odt_writer *writer, uint32_t text);
bool odt_change_point(struct odt_writer *writer, uint32_t node);
void odt_change_start(struct odt_writer *writer, uint32_t node);
void odt_change_end(struct odt_writer *writer, uint32_t node);
// The insertion around what is written now, or ODT_NO_REGION.
uint32_t odt_open_insertion(const struct odt_writer *writer);
// `<w:ins w:id=… w:author=… w:date=…` without its end.
void odt_add_change(struct odt_writer *writer, struct builder *out, const char *element,
                    struct str author, struct str date);
// The same for the insertion and the deletion that hold now, each as an empty element.
void odt_add_marks(struct odt_writer *writer, struct builder *out, bool is_struck);

// What stands beside the text.
bool odt_add_note(struct odt_writer *writer, uint32_t node, const struct odt_run_look *look);
bool odt_add_comment(struct odt_writer *writer, uint32_t node);
void odt_end_comment(struct odt_writer *writer, uint32_t node);
// A frame that stands beside all paragraphs is kept for the next one.
bool odt_keep_frame(struct odt_writer *writer, uint32_t node);
bool odt_add_frame(struct odt_writer *writer, uint32_t node, const struct odt_run_look *look);
// The id of a new relationship of the part at work.
struct str odt_relation(struct odt_writer *writer, const char *type, struct str target,
                        bool is_external);

// The page of the first master page as w:sectPr, with its header and footer; styles may be NULL.
bool odt_add_page(struct odt_writer *writer, const struct odt_tree *styles);
bool odt_add_story(struct odt_writer *writer, uint32_t node, enum odt_target target);

// Errors: TOO_LARGE when more was made of the text than a part may hold
bool odt_check_size(const struct odt_writer *writer);
// Counts what stands once in the file and is there `times` times.
// Errors: TOO_LARGE when a few bytes say too much
bool odt_repeat(struct odt_writer *writer, uint32_t times);

#endif
