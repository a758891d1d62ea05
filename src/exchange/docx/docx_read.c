// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docx_read.h"

#include "base/utf8.h"
#include "exchange/docx/docx_parts.h"
#include "text/outline.h"

// The part that a relationship of the main document leads to, read as a tree; NO_PART when none.
static bool related_tree(struct docx_reader *reader, struct str type, uint32_t *part)
{
    *part = docx_related_part(reader->package, reader->package->main, type);
    return *part == NO_PART || docx_part_tree(reader->package, *part, reader->error);
}

static bool read_side_parts(struct docx_reader *reader)
{
    uint32_t styles;
    uint32_t numbering;
    if (!related_tree(reader, STR("styles"), &styles) ||
        !related_tree(reader, STR("numbering"), &numbering) ||
        !related_tree(reader, STR("footnotes"), &reader->footnotes.part) ||
        !related_tree(reader, STR("endnotes"), &reader->endnotes.part))
        return false;
    struct docx_styles *read = ARENA_NEW(reader->arena, struct docx_styles);
    *read = styles_read(reader->package, styles, reader->arena);
    reader->styles = read;
    reader->styled = looks_make(reader->package, read, reader->arena);
    reader->numbering = numbering_read(reader->package, numbering, reader->styles, reader->arena);
    note_part_read(reader, &reader->footnotes, W_FOOTNOTE);
    note_part_read(reader, &reader->endnotes, W_ENDNOTE);
    return true;
}

static struct docx_reader reader_make(struct str name, const struct reading *reading,
                                      const struct input_limits *limits, struct arena *arena,
                                      struct docx_package *package, struct error *error)
{
    return (struct docx_reader){
        .arena = arena,
        .name = name,
        .reading = reading,
        .limits = limits,
        .error = error,
        .package = package,
        .changes = ARENA_ARRAY(arena, struct changes, package->part_count),
        .is_queued = ARENA_ARRAY(arena, bool, package->part_count),
        .counts_authors = true,
        .author_names = names_make(arena),
        .authors = LIST_MAKE(arena, struct docx_author),
        .draft = draft_begin(arena, FORM_DOCX, name),
        .text_runs = LIST_MAKE(arena, struct docx_text_run),
        .paragraphs = LIST_MAKE(arena, struct docx_paragraph),
        .block_nodes = LIST_MAKE(arena, uint32_t),
        .stories = LIST_MAKE(arena, struct story),
        .anchors = LIST_MAKE(arena, struct story_anchor),
        .interned = names_make(arena),
        .scratch = builder_make(arena),
        .look_keys = names_make(arena),
        .looks = LIST_MAKE(arena, uint32_t),
        .paragraph_keys = names_make(arena),
        .paragraph_looks = LIST_MAKE(arena, struct paragraph_look),
        .style = NAMES_NONE,
        .style_ends = NO_NODE,
        .fields = LIST_MAKE(arena, struct open_field),
        .run_text = builder_make(arena),
    };
}

// Room for all that the part can give, so that nothing moves while it is read.
static void make_room(struct docx_reader *reader)
{
    const struct changes *found = &reader->changes[reader->number];
    draft_expect(&reader->draft, reader->part->xml.text.length, found->paragraphs, found->runs);
    list_reserve(&reader->text_runs, found->runs);
    list_reserve(&reader->paragraphs, found->paragraphs);
    list_reserve(&reader->block_nodes, found->paragraphs + 1);
}

static bool read_body(struct docx_reader *reader)
{
    if (!enter_part(reader, reader->package->main))
        return false;
    make_room(reader);
    uint32_t body = docx_child(reader->part, 0, W_BODY);
    if (body == NO_NODE)
        return error_at(reader->error, BAD_INPUT,
                        place_with_part(place_of(reader->name), reader->part->name),
                        "the document has no w:body");
    open_block(reader, BLOCK_BODY, STR("body"), body);
    if (!read_blocks(reader, body))
        return false;
    close_block(reader, STR(""), body);
    return true;
}

// Labels that were typed, and, in a document without styled headings, the headings themselves.
// Cells are left alone: a number there may be a figure.
static void find_typed_labels(struct docx_reader *reader)
{
    struct str text = builder_str(&reader->draft.text);
    struct paragraph *paragraphs = LIST_ITEMS(&reader->draft.paragraphs, struct paragraph);
    const struct block *blocks = LIST_ITEMS(&reader->draft.blocks, struct block);
    struct arena *scratch = arena_open();
    struct outline_line *lines = ARENA_ARRAY(scratch, struct outline_line, blocks[0].end);
    struct outline_fact *facts = ARENA_ARRAY(scratch, struct outline_fact, blocks[0].end);
    uint32_t *owners = ARENA_ARRAY(scratch, uint32_t, blocks[0].end);
    size_t count = 0;
    bool has_headings = false;
    for (uint32_t i = 1; i < blocks[0].end; i++) {
        if (blocks[i].kind != BLOCK_PARAGRAPH || blocks[i].parent != 0)
            continue;
        const struct paragraph *paragraph = &paragraphs[blocks[i].paragraph];
        has_headings = has_headings || paragraph->kind == PARAGRAPH_HEADING;
        owners[count] = blocks[i].paragraph;
        lines[count].text = str_trim(str_slice(text, paragraph->from, paragraph->to));
        lines[count].stands_apart = true; // paragraphs are set apart by their format
        count++;
    }
    outline_guess(lines, count, reader->arena, facts);
    for (size_t i = 0; i < count; i++) {
        struct paragraph *paragraph = &paragraphs[owners[i]];
        if (paragraph->label.text.length > 0 || facts[i].label.typed_bytes == 0)
            continue;
        size_t indent = (size_t)(lines[i].text.bytes - text.bytes) - paragraph->from;
        paragraph->label = facts[i].label;
        paragraph->label.text = arena_copy(reader->arena, facts[i].label.text);
        paragraph->label.typed_bytes += (uint32_t)indent;
        bool is_heading = facts[i].kind == PARAGRAPH_HEADING;
        if (paragraph->kind == PARAGRAPH_TEXT && !(is_heading && has_headings)) {
            paragraph->kind = facts[i].kind;
            paragraph->level = facts[i].level;
        }
    }
    arena_close(scratch);
}

static void note_changes(struct docx_reader *reader)
{
    uint32_t accepted = 0;
    uint32_t rejected = 0;
    for (size_t i = 0; i < reader->authors.count; i++) {
        const struct docx_author *author = LIST_AT(&reader->authors, struct docx_author, i);
        uint32_t all = author->insertions + author->deletions + author->moves + author->formats;
        if (reading_accepts(reader->reading, author->name))
            accepted += all;
        else
            rejected += all;
    }
    if (accepted > 0)
        draft_note(&reader->draft,
                   arena_print(reader->arena, "%u tracked change%s read as accepted", accepted,
                               accepted == 1 ? " was" : "s were"));
    if (rejected > 0)
        draft_note(&reader->draft,
                   arena_print(reader->arena, "%u tracked change%s read as rejected", rejected,
                               rejected == 1 ? " was" : "s were"));
}

// Many programs write the part for comments whether or not there is one. A part that cannot be read may hold
// some.
static bool has_comments(struct docx_package *package)
{
    uint32_t number = docx_related_part(package, package->main, STR("comments"));
    struct error ignored;
    if (number == NO_PART)
        return false;
    if (!docx_part_tree(package, number, &ignored))
        return true;
    const struct docx_part *part = &package->parts[number];
    uint32_t node = 0;
    while (node < part->xml.node_count && docx_word(part, node) != W_COMMENT)
        node++;
    return node < part->xml.node_count;
}

static void add_notes(struct docx_reader *reader)
{
    note_changes(reader);
    if (has_comments(reader->package))
        draft_note(&reader->draft, STR("comments stay in the file; they are no part of its text"));
    if (reader->sub_documents > 0)
        draft_note(&reader->draft, STR("linked sub-documents are not read"));
}

static struct document *finished(struct docx_reader *reader)
{
    struct docx_source *source = ARENA_NEW(reader->arena, struct docx_source);
    *source = (struct docx_source){
        .package = reader->package,
        .text_runs = LIST_ITEMS(&reader->text_runs, struct docx_text_run),
        .paragraphs = LIST_ITEMS(&reader->paragraphs, struct docx_paragraph),
        .block_nodes = LIST_ITEMS(&reader->block_nodes, uint32_t),
        .authors = LIST_ITEMS(&reader->authors, struct docx_author),
        .author_count = (uint32_t)reader->authors.count,
        .reading = *reader->reading,
        .struck = reader->struck,
        .styles = reader->styles,
        .numbering = reader->numbering,
    };
    struct document *made = draft_end(&reader->draft);
    made->source = source;
    return made;
}

bool docx_read_words(struct str name, struct docx_package *package, const struct reading *reading,
                     const struct input_limits *limits, struct arena *arena,
                     const struct document **document, struct error *error)
{
    struct docx_reader reader = reader_make(name, reading, limits, arena, package, error);
    reader.counts_authors = false;
    if (!read_side_parts(&reader) || !read_body(&reader) || !read_stories(&reader))
        return false;
    *document = finished(&reader);
    return true;
}

// What was found of labels and headings in the same words.
static void take_labels(const struct document *known, struct document_draft *draft)
{
    struct paragraph *paragraphs = LIST_ITEMS(&draft->paragraphs, struct paragraph);
    for (uint32_t k = 0; k < known->paragraph_count; k++) {
        paragraphs[k].label = known->paragraphs[k].label;
        paragraphs[k].kind = known->paragraphs[k].kind;
        paragraphs[k].level = known->paragraphs[k].level;
    }
}

bool docx_read_alike(const struct document *known, struct str bytes, const struct reading *reading,
                     const struct input_limits *limits, struct arena *arena,
                     const struct document **document, struct error *error)
{
    struct docx_package *package;
    if (!docx_package_open(known->name, bytes, limits, arena, &package, error))
        return false;
    struct docx_reader reader = reader_make(known->name, reading, limits, arena, package, error);
    reader.counts_authors = false;
    if (!read_side_parts(&reader) || !read_body(&reader) || !read_stories(&reader))
        return false;
    if (!str_equal(builder_str(&reader.draft.text), known->text) ||
        reader.draft.blocks.count != known->block_count)
        return error_at(error, UNSUPPORTED, place_of(known->name),
                        "has tracked changes that cannot be settled here; accept or reject them "
                        "in a word processor first");
    take_labels(known, &reader.draft);
    *document = finished(&reader);
    return true;
}

bool docx_read_package(struct str name, struct docx_package *package, const struct reading *reading,
                       const struct input_limits *limits, struct arena *arena,
                       const struct document **document, struct error *error)
{
    struct docx_reader reader = reader_make(name, reading, limits, arena, package, error);
    if (!read_side_parts(&reader) || !read_body(&reader) || !read_stories(&reader))
        return false;
    find_typed_labels(&reader);
    add_notes(&reader);
    *document = finished(&reader);
    return true;
}

bool docx_read(struct str name, struct str bytes, const struct reading *reading,
               const struct input_limits *limits, struct arena *arena,
               const struct document **document, struct error *error)
{
    struct docx_package *package;
    return docx_package_open(name, bytes, limits, arena, &package, error) &&
           docx_read_package(name, package, reading, limits, arena, document, error);
}
