// SPDX-License-Identifier: Apache-2.0
// The state of one translation of a Word file into an OpenDocument text, shared by the files that write its
// paragraphs, looks, lists and tracked changes.

#ifndef ENTENTE_EXCHANGE_ODT_WRITE_OUTPUT_PARTS_H
#define ENTENTE_EXCHANGE_ODT_WRITE_OUTPUT_PARTS_H

#include "base/builder.h"
#include "base/list.h"
#include "exchange/docx/numbering.h"
#include "exchange/docx/package.h"
#include "exchange/docx/styles.h"

// Who tracked a change, and when; no bytes: nobody.
struct odt_who {
    bool is_set;
    struct str author;
    struct str date;
};

// What holds for words: somebody put them in, somebody struck them.
struct odt_state {
    struct odt_who inserted;
    struct odt_who struck;
};

// The tags around the words of a paragraph, those of its lists among them.
struct odt_wrap {
    struct str open;
    struct str close;
};

// A field that has begun: w:fldChar begin, code, separate, result, end.
struct odt_field {
    uint32_t depth;
    struct builder code;
    bool is_hidden; // its result is computed anew: it is not written
};

// The paragraph at work: what is shown of several of Word's where marks between them were struck.
struct odt_flow {
    bool is_begun; // a paragraph of Word's was written whose mark is struck
    struct builder words;
    bool was_blank;     // white space that comes now would not count
    struct builder own; // the words that are struck, as paragraphs of their own
    bool own_is_open;   // a paragraph of theirs
    bool own_was_blank;
    struct odt_state own_state; // whose they are; not set: there are none
    struct odt_wrap own_wrap;
    struct odt_field field;
};

struct odt_output {
    // odt_write_blocks, for the files below it: notes, cells and boxes hold blocks.
    bool (*write_blocks)(struct odt_output *output, uint32_t node);
    struct arena *arena;
    struct error *error;
    struct docx_package *package;
    const struct docx_part *part; // at work
    const struct docx_styles *styles;
    struct str *style_names; // in OpenDocument, by number of the style; empty: not written
    struct str fonts[2];     // of the theme: for headings, for the rest
    const struct docx_part *numbering; // NULL: no lists
    struct names *nums;                // ids of w:num
    struct list num_nodes;             // uint32_t
    struct list num_used;              // uint32_t: bits of the levels whose start was told
    struct names *abstracts;           // ids of w:abstractNum
    struct list abstract_nodes;        // uint32_t
    struct list abstract_used;         // bool: a list of it stands in the text
    struct names *list_keys;           // num ids whose list style is written
    struct builder list_styles;
    struct builder automatic;
    struct names *looks; // what the automatic styles say; the number of each is its name's
    struct builder regions;
    uint32_t region_count;
    struct builder out;
    struct odt_flow flow;
    struct odt_who open; // the insertion that is open, and its region
    uint32_t open_region;
    struct names *bookmark_ids;
    struct list bookmarks; // struct str: their names, by number of the id
    uint32_t note_count;
    uint32_t table_count;
    uint32_t frame_count;
    struct docx_numbering *counted;
    bool breaks_page;                 // the next paragraph begins a page
    const struct docx_part *comments; // NULL: none
    struct names *comment_ids;
    struct list comment_nodes; // uint32_t
    bool is_beside;            // in a note, a comment or a box
    struct list media;         // struct zip_change
    struct names *media_names;
    uint32_t rows_tracked;  // whose coming or going cannot be kept
    uint32_t looks_tracked; // changes of format, the same
};

// Looks: the attributes of style:text-properties and style:paragraph-properties, each behind a blank.
struct str odt_run_attributes(struct odt_output *output, uint32_t properties);
struct str odt_paragraph_attributes(struct odt_output *output, uint32_t properties,
                                    struct str *inside);
// The name of an automatic style of this family with this parent and content.
struct str odt_automatic_style(struct odt_output *output, const char *family, const char *letter,
                               struct str parent, struct str content);
void odt_name_styles(struct odt_output *output);
void odt_add_named_styles(struct odt_output *output, struct builder *out);
// The child of a node by its name without a prefix, NO_NODE: none; its w:val.
uint32_t odt_named_child(const struct docx_part *part, uint32_t node, const char *local);
struct str odt_named_value(const struct docx_part *part, uint32_t node, const char *local);
struct str odt_attribute(const struct docx_part *part, uint32_t node, const char *local);
// ` name="12.5pt"`.
void odt_add_length(struct builder *out, const char *name, int64_t twips);
bool odt_number_of(struct str value, int64_t *number);
bool odt_is_color(struct str value);

// Lists.
void odt_read_lists(struct odt_output *output);
// The tags around a paragraph of this list; is_struck: it does not count where it stands now.
struct odt_wrap odt_list_wrap(struct odt_output *output, struct str num_id, int level,
                              bool is_struck, struct odt_wrap inner);

// Blocks.
bool odt_write_blocks(struct odt_output *output, uint32_t node);
bool odt_write_table(struct odt_output *output, uint32_t node);
// Words.
bool odt_write_runs(struct odt_output *output, uint32_t node, struct odt_state state,
                    const struct odt_wrap *own_wrap);
// What stands in a node of this part, as blocks of their own.
bool odt_write_aside(struct odt_output *output, const struct docx_part *part, uint32_t node,
                     struct str *blocks);
// The part that the document's first relationship of this type leads to, as a tree; NULL: none.
bool odt_related(struct odt_output *output, const char *type, const struct docx_part **part);
bool odt_write_note(struct odt_output *output, uint32_t node, bool is_end, struct builder *out);
bool odt_write_comment(struct odt_output *output, uint32_t node, struct builder *out);
bool odt_write_drawing(struct odt_output *output, uint32_t node, struct builder *out);

// Tracked changes.
struct odt_state odt_state_within(const struct odt_output *output, uint32_t node,
                                  struct odt_state state);
// Where words of this state go; ends and begins what must be.
struct builder *odt_words_to(struct odt_output *output, const struct odt_state *state,
                             const struct odt_wrap *own_wrap);
void odt_switch_insertion(struct odt_output *output, const struct odt_who *who);
void odt_strike_mark(struct odt_output *output, const struct odt_state *state,
                     const struct odt_wrap *own_wrap);
// here: the tags of the paragraph that goes on, or NULL where none does.
void odt_end_struck(struct odt_output *output, const struct odt_wrap *here);

// Characters, white space written so that it stays.
void odt_add_characters(struct builder *out, struct str text, bool *was_blank);

#endif
