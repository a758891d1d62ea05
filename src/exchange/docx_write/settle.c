// SPDX-License-Identifier: Apache-2.0
//
// Each part is written again from its tree: what bears no tracked change is copied as it stands,
// the rest by these rules.
//
//   w:ins w:moveTo …        shown: its content alone; else nothing
//   w:del w:moveFrom …      the same; deleted text that is shown becomes text again
//   w:rPrChange and kin     accepted: dropped; else the old properties take the place of the new
//   a mark that is gone     its paragraph joins the next one, whose properties win
//   a row or cell gone      dropped; a table without rows as well
//   another prefix than w:  written with w:
//   a text without its last paragraph (a body of nothing but a section)  has one, empty
#include "exchange/docx_write/settle.h"

#include "base/builder.h"
#include "exchange/docx/changes.h"
#include "exchange/docx/docx_read.h"
#include "exchange/docx_write/homes.h"
#include "exchange/docx_write/prefixes.h"
#include "exchange/docx_write/tags.h"

#include <string.h>

struct settling {
    const struct docx_part *part;
    struct reading reading;
    struct prefixes prefixes;
    const struct changes
        *kept_around; // what bears none of these keeps its bytes; NULL: all is written
    uint32_t *last;   // by node: of a w:p that begins a paragraph, the w:p that ends it; of a body,
                      // cell or note that lacks its last paragraph NO_NODE; else 0
    struct builder out;
    struct builder tag; // room for one
};

static void add_node(struct settling *settling, uint32_t node);

static const struct xml_node *at(const struct settling *settling, uint32_t node)
{
    return &settling->part->xml.nodes[node];
}

static void add_bytes(struct settling *settling, uint32_t from, uint32_t to)
{
    builder_add(&settling->out, str_slice(settling->part->xml.source, from, to));
}

// The element as it stands.
static void add_whole(struct settling *settling, uint32_t node)
{
    add_bytes(settling, at(settling, node)->from, at(settling, node)->to);
}

static void add_children(struct settling *settling, uint32_t node)
{
    for (uint32_t child = node + 1; child < at(settling, node)->end;
         child = at(settling, child)->end)
        add_node(settling, child);
}

static void add_open(struct settling *settling, uint32_t node)
{
    prefixes_add_open(&settling->prefixes, node, &settling->out);
}

static void add_close(struct settling *settling, uint32_t node)
{
    prefixes_add_close(&settling->prefixes, node, &settling->out);
}

// The element with its children settled.
static void add_element(struct settling *settling, uint32_t node)
{
    add_open(settling, node);
    add_children(settling, node);
    add_close(settling, node);
}

// w:delText as w:t, w:delInstrText as w:instrText, with the prefix that the element is written with.
static void add_as_text(struct settling *settling, uint32_t node, const char *name)
{
    const struct xml_node *n = at(settling, node);
    struct builder *out = &settling->out;
    struct builder *tag = &settling->tag;
    builder_cut(tag, 0);
    prefixes_add_open(&settling->prefixes, node, tag);
    struct str written = builder_str(tag);
    struct str old = tag_name(written);
    size_t colon = str_find_byte(old, ':');
    struct str prefix = str_slice(old, 0, colon < old.length ? colon + 1 : 0);
    builder_add_byte(out, '<');
    builder_add(out, prefix);
    builder_add_c(out, name);
    builder_add(out, str_skip(written, 1 + old.length));
    if (n->close_from == n->to)
        return;
    add_bytes(settling, n->open_to, n->close_from);
    builder_add_c(out, "</");
    builder_add(out, prefix);
    builder_add_c(out, name);
    builder_add_byte(out, '>');
}

// The words of a properties element and of the record of its change.
static enum word change_of(enum word properties)
{
    switch ((int)properties) {
    case W_RPR:
        return W_RPR_CHANGE;
    case W_PPR:
        return W_PPR_CHANGE;
    case W_TBL_PR:
        return W_TBL_PR_CHANGE;
    case W_TBL_PR_EX:
        return W_TBL_PR_EX_CHANGE;
    case W_TR_PR:
        return W_TR_PR_CHANGE;
    case W_TC_PR:
        return W_TC_PR_CHANGE;
    case W_SECT_PR:
        return W_SECT_PR_CHANGE;
    }
    return WORD_UNKNOWN;
}

// What stays in properties whatever was changed in the others: w:rPr and w:sectPr of a paragraph,
// the headers of a section.
static bool stays(enum word word)
{
    return word == W_RPR || word == W_SECT_PR || word == W_HEADER_REFERENCE ||
           word == W_FOOTER_REFERENCE;
}

static void add_old_properties(struct settling *settling, uint32_t node, uint32_t change)
{
    uint32_t old = docx_child(settling->part, change, docx_word(settling->part, node));
    const struct xml_node *n = at(settling, node);
    add_open(settling, node);
    bool behind = docx_word(settling->part, node) == W_PPR; // w:rPr stands behind the others
    if (old != NO_NODE && behind)
        add_children(settling, old);
    for (uint32_t child = node + 1; child < n->end; child = at(settling, child)->end)
        if (stays(docx_word(settling->part, child)))
            add_node(settling, child);
    if (old != NO_NODE && !behind)
        add_children(settling, old);
    add_close(settling, node);
}

// Whether a change is left as it stands.
static bool is_left(const struct settling *settling, uint32_t change)
{
    return settling->reading.leaves_others &&
           !reading_accepts(&settling->reading, docx_attribute(settling->part, change, W_AUTHOR));
}

static void add_properties(struct settling *settling, uint32_t node, enum word change_word)
{
    uint32_t change = docx_child(settling->part, node, change_word);
    bool rejected =
        change != NO_NODE && !settling->reading.leaves_others &&
        !reading_accepts(&settling->reading, docx_attribute(settling->part, change, W_AUTHOR));
    if (rejected)
        add_old_properties(settling, node, change);
    else
        add_element(settling, node);
}

static bool is_range_mark(const struct settling *settling, uint32_t node)
{
    static const char *const names[] = {
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "customXmlInsRangeStart",
        "customXmlInsRangeEnd",
        "customXmlDelRangeStart",
        "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd",
    };
    struct str local = xml_local(&settling->part->xml, at(settling, node)->name);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_equal(local, str_of(names[i])))
            return true;
    return false;
}

static bool mark_is_shown(const struct settling *settling, uint32_t paragraph)
{
    uint32_t properties = docx_child(settling->part, paragraph, W_PPR);
    uint32_t look = properties == NO_NODE ? NO_NODE : docx_child(settling->part, properties, W_RPR);
    return is_mark_shown(settling->part, look, &settling->reading);
}

static void add_paragraph_content(struct settling *settling, uint32_t node)
{
    for (uint32_t child = node + 1; child < at(settling, node)->end;
         child = at(settling, child)->end)
        if (docx_word(settling->part, child) != W_PPR)
            add_node(settling, child);
}

// Several w:p whose marks are gone, and the one that ends them, as one paragraph. Gives the node
// behind them.
static uint32_t add_joined(struct settling *settling, uint32_t first, uint32_t last)
{
    const struct xml_node *end = at(settling, last);
    uint32_t properties = docx_child(settling->part, last, W_PPR);
    add_open(settling, last);
    if (end->open_to == end->to) {
        builder_cut(&settling->out, settling->out.length - strlen("/>"));
        builder_add_byte(&settling->out, '>');
    }
    if (properties != NO_NODE)
        add_node(settling, properties);
    uint32_t node = first;
    for (; node < end->end; node = at(settling, node)->end) {
        if (docx_word(settling->part, node) == W_P)
            add_paragraph_content(settling, node);
        else if (docx_word(settling->part, node) != W_TBL) // rows that are gone hold it up
            add_node(settling, node);
    }
    struct builder tag = builder_make(settling->prefixes.arena);
    prefixes_add_open(&settling->prefixes, last, &tag);
    builder_print(&settling->out, "</%.*s>", STR_ARGS(tag_name(builder_str(&tag))));
    return node;
}

// Children of a body, cell or note: paragraphs may join. Gives the node behind what was added.
static uint32_t add_block(struct settling *settling, uint32_t node)
{
    if (docx_word(settling->part, node) != W_P) {
        add_node(settling, node);
        return at(settling, node)->end;
    }
    uint32_t last = settling->last[node];
    bool joins = last != 0 && last != node;
    if (joins && at(settling, last)->parent == at(settling, node)->parent)
        return add_joined(settling, node, last);
    // One that would join across the border of a content control is dropped: nothing of it is
    // shown, or the text that is read again tells.
    if (!joins && (last != 0 || mark_is_shown(settling, node)))
        add_element(settling, node);
    return at(settling, node)->end;
}

static bool row_is_shown(const struct settling *settling, uint32_t row)
{
    return is_mark_shown(settling->part, docx_child(settling->part, row, W_TR_PR),
                         &settling->reading);
}

static bool table_is_shown(const struct settling *settling, uint32_t table)
{
    bool has_rows = false;
    for (uint32_t n = table + 1; n < at(settling, table)->end; n++)
        if (docx_word(settling->part, n) == W_TR) {
            has_rows = true;
            if (row_is_shown(settling, n))
                return true;
        }
    return !has_rows;
}

// What stands in a change of text. In a deletion that is shown all is written anew: its text is text again.
static void add_tracked(struct settling *settling, uint32_t node)
{
    if (is_left(settling, node)) {
        add_whole(settling, node);
        return;
    }
    if (!is_shown(settling->part, node, &settling->reading))
        return;
    const struct changes *kept_around = settling->kept_around;
    enum word word = docx_word(settling->part, node);
    if (word == W_DEL || word == W_MOVE_FROM)
        settling->kept_around = NULL;
    add_children(settling, node);
    settling->kept_around = kept_around;
}

// A body, cell or note with the empty paragraph that it must end in, before its section.
static void add_with_paragraph(struct settling *settling, uint32_t node)
{
    struct builder tag = builder_make(settling->prefixes.arena);
    prefixes_add_open(&settling->prefixes, node, &tag);
    bool is_closed = str_ends_with(builder_str(&tag), STR("/>"));
    if (is_closed) {
        builder_cut(&tag, tag.length - 2);
        builder_add_byte(&tag, '>');
    }
    struct str written = builder_str(&tag);
    struct str name = tag_name(written);
    struct str prefix = str_slice(name, 0, str_behind_last(name, ':'));
    builder_add(&settling->out, written);
    bool has_paragraph = false;
    for (uint32_t child = node + 1; child < at(settling, node)->end;) {
        if (docx_word(settling->part, child) == W_SECT_PR && !has_paragraph) {
            builder_print(&settling->out, "<%.*sp/>", STR_ARGS(prefix));
            has_paragraph = true;
        }
        child = add_block(settling, child);
    }
    if (!has_paragraph)
        builder_print(&settling->out, "<%.*sp/>", STR_ARGS(prefix));
    if (is_closed)
        builder_print(&settling->out, "</%.*s>", STR_ARGS(name));
    else
        add_close(settling, node);
}

static void add_changed(struct settling *settling, uint32_t node)
{
    const struct docx_part *part = settling->part;
    enum word word = docx_word(part, node);
    switch ((int)word) {
    case W_INS:
    case W_DEL:
    case W_MOVE_FROM:
    case W_MOVE_TO:
    case W_CELL_INS:
    case W_CELL_DEL:
        add_tracked(settling, node);
        return;
    case W_CELL_MERGE:
    case W_RPR_CHANGE:
    case W_PPR_CHANGE:
    case W_TBL_PR_CHANGE:
    case W_TBL_PR_EX_CHANGE:
    case W_TBL_GRID_CHANGE:
    case W_TR_PR_CHANGE:
    case W_TC_PR_CHANGE:
    case W_SECT_PR_CHANGE:
    case W_NUMBERING_CHANGE:
        if (is_left(settling, node))
            add_whole(settling, node);
        return;
    case MC_FALLBACK: // the same again for old programs, with its own tracked changes
        return;
    case W_TR:
        if (row_is_shown(settling, node))
            add_element(settling, node);
        return;
    case W_TC:
        if (!is_mark_shown(part, docx_child(part, node, W_TC_PR), &settling->reading))
            return;
        break;
    case W_TBL:
        if (table_is_shown(settling, node))
            add_element(settling, node);
        return;
    }
    if (change_of(word) != WORD_UNKNOWN) {
        add_properties(settling, node, change_of(word));
        return;
    }
    if (settling->last[node] == NO_NODE) {
        add_with_paragraph(settling, node);
        return;
    }
    add_open(settling, node);
    for (uint32_t child = node + 1; child < at(settling, node)->end;)
        child = add_block(settling, child);
    add_close(settling, node);
}

// Whatever changes, all below it is looked at again: deleted text, marks of moves.
static void add_node(struct settling *settling, uint32_t node)
{
    enum word word = docx_word(settling->part, node);
    if (settling->kept_around && !changes_within(settling->kept_around, settling->part, node))
        add_whole(settling, node);
    else if (word == W_DEL_TEXT)
        add_as_text(settling, node, "t");
    else if (word == W_DEL_INSTR_TEXT)
        add_as_text(settling, node, "instrText");
    else if (word == WORD_TEXT_NODE)
        add_bytes(settling, at(settling, node)->from, at(settling, node)->to);
    else if (word == WORD_UNKNOWN && is_range_mark(settling, node) &&
             !settling->reading.leaves_others)
        return;
    else
        add_changed(settling, node);
}

// Is this block a paragraph that the file does not have?
static bool lacks_paragraph(const struct document *document, uint32_t block)
{
    const struct docx_source *source = docx_source(document);
    const struct block *one = &document->blocks[block];
    return one->kind == BLOCK_PARAGRAPH && source->paragraphs[one->paragraph].first == NO_NODE &&
           source->block_nodes[one->parent] != NO_NODE;
}

static bool lacks_any(const struct document *document, uint32_t part)
{
    for (uint32_t b = 0; b < document->block_count; b++)
        if (document->blocks[b].origin.part == part && lacks_paragraph(document, b))
            return true;
    return false;
}

static struct str settled_part(const struct document *document, uint32_t number,
                               const struct prefixes *prefixes, const struct changes *kept_around,
                               struct arena *arena)
{
    const struct docx_source *source = docx_source(document);
    const struct docx_part *part = &source->package->parts[number];
    struct settling settling = {.part = part,
                                .reading = source->reading,
                                .prefixes = *prefixes,
                                .kept_around = kept_around,
                                .last = ARENA_ARRAY(arena, uint32_t, part->xml.node_count),
                                .out = builder_make(arena),
                                .tag = builder_make(arena)};
    for (uint32_t k = 0; k < document->paragraph_count; k++)
        if (document->paragraphs[k].origin.part == number && source->paragraphs[k].first != NO_NODE)
            settling.last[source->paragraphs[k].first] = source->paragraphs[k].last;
    for (uint32_t b = 0; b < document->block_count; b++)
        if (document->blocks[b].origin.part == number && lacks_paragraph(document, b))
            settling.last[source->block_nodes[document->blocks[b].parent]] = NO_NODE;
    builder_reserve(&settling.out, part->xml.source.length);
    const struct xml_node *root = &part->xml.nodes[0];
    add_bytes(&settling, 0, root->from);
    add_node(&settling, 0);
    add_bytes(&settling, root->to, (uint32_t)part->xml.source.length);
    return builder_str(&settling.out);
}

static bool must_change(const struct prefixes *prefixes, enum settled_prefixes kept)
{
    return kept == PREFIXES_KEPT ? prefixes->clashes : prefixes->change;
}

// The parts that bear tracked changes or another prefix, settled.
static size_t settle_parts(const struct document *document, enum settled_prefixes kept,
                           struct zip_change *changed, struct arena *arena)
{
    struct docx_package *package = docx_source(document)->package;
    const struct prefixes of_main = prefixes_of(&package->parts[package->main], arena);
    bool is_odd = must_change(&of_main, kept);
    for (enum home home = 0; is_odd && home < HOME_COUNT; home++)
        package_home(package, home); // those that nobody has read yet
    size_t count = 0;
    for (uint32_t i = 0; i < package->part_count; i++) {
        const struct docx_part *part = &package->parts[i];
        if (!part->is_tree)
            continue;
        struct prefixes prefixes = prefixes_of(part, arena);
        struct changes changes = changes_find(part, arena);
        bool must_be_made = kept == PREFIXES_KEPT && lacks_any(document, i);
        if (changes.count > 0 || must_change(&prefixes, kept) || must_be_made)
            changed[count++] = (struct zip_change){
                .name = part->name, .content = settled_part(document, i, &prefixes, NULL, arena)};
    }
    return count;
}

bool document_settled(const struct document *document, enum settled_prefixes kept,
                      const struct input_limits *limits, struct arena *arena,
                      const struct document **settled, struct error *error)
{
    *settled = document;
    if (document->form != FORM_DOCX)
        return true;
    const struct docx_package *package = docx_source(document)->package;
    struct zip_change *changed = ARENA_ARRAY(arena, struct zip_change, package->part_count);
    size_t count = settle_parts(document, kept, changed, arena);
    if (count == 0)
        return true;
    const struct reading accept = {.kind = READING_ACCEPT,
                                   .skips_struck = docx_source(document)->reading.skips_struck};
    struct str bytes;
    return zip_write_passing(&package->zip, changed, count, arena, &bytes, error) &&
           docx_read_alike(document, bytes, &accept, limits, arena, settled, error);
}

// The parts whose tracked changes are settled as they were read.
static size_t settled_parts(const struct document *document, const struct zip_change *further,
                            struct arena *arena, struct zip_change *changed)
{
    const struct docx_package *package = docx_source(document)->package;
    size_t count = 0;
    if (further)
        changed[count++] = *further;
    for (uint32_t i = 0; i < package->part_count; i++) {
        const struct docx_part *part = &package->parts[i];
        if (!part->is_tree)
            continue;
        struct changes changes = changes_find(part, arena);
        struct prefixes prefixes = {.part = part, .arena = arena}; // as they stand
        if (changes.count > 0)
            changed[count++] = (struct zip_change){
                .name = part->name,
                .content = settled_part(document, i, &prefixes, &changes, arena)};
    }
    return count;
}

bool document_settled_bytes(const struct document *document, const struct zip_change *further,
                            struct arena *arena, struct str *bytes, struct error *error)
{
    const struct docx_package *package = docx_source(document)->package;
    struct zip_change *changed = ARENA_ARRAY(arena, struct zip_change, package->part_count + 1);
    size_t count = settled_parts(document, further, arena, changed);
    return zip_write(&package->zip, changed, count, arena, bytes, error);
}

bool document_settled_passing(const struct document *document, struct arena *arena,
                              struct str *bytes, struct error *error)
{
    const struct docx_package *package = docx_source(document)->package;
    struct zip_change *changed = ARENA_ARRAY(arena, struct zip_change, package->part_count + 1);
    size_t count = settled_parts(document, NULL, arena, changed);
    return zip_write_passing(&package->zip, changed, count, arena, bytes, error);
}
