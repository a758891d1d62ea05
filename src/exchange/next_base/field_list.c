// SPDX-License-Identifier: Apache-2.0
//
//   <w:fldChar begin/> <w:instrText> REF _Ref1 \r \h </w:instrText> <w:fldChar separate/> 3 <w:fldChar end/>
//   <w:fldSimple w:instr=" REF _Ref1 \r \h ">3</w:fldSimple>
#include "exchange/next_base/field_list.h"

#include "base/builder.h"
#include "base/names.h"

struct field_reader {
    struct arena *arena;
    const struct document *document;
    const struct docx_part *part;
    uint32_t main;           // number of the part
    uint32_t paragraph;      // of the document, at the node in hand
    struct list fields;      // struct text_field
    struct text_field *open; // the outermost of those that begin and have not ended
    uint32_t depth;
    bool is_result;
    struct builder code;
    struct names *names;
    struct list targets; // struct field_target
    struct str open_id;  // of the bookmark whose words are gathered
    struct builder words;
};

static const struct xml_node *at(const struct field_reader *reader, uint32_t node)
{
    return &reader->part->xml.nodes[node];
}

static struct str text_in(const struct field_reader *reader, uint32_t node)
{
    return node + 1 < at(reader, node)->end ? xml_text(&reader->part->xml, node + 1) : STR("");
}

// --- Fields

static struct str next_word(struct str *code)
{
    size_t end = 0;
    *code = str_trim(*code);
    while (end < code->length && code->bytes[end] != ' ' && code->bytes[end] != '\t')
        end++;
    struct str word = str_slice(*code, 0, end);
    *code = str_skip(*code, end);
    return word;
}

static void read_code(struct text_field *field, struct str code)
{
    field->code = str_trim(code);
    struct str rest = field->code;
    field->name = next_word(&rest);
    field->target = next_word(&rest);
    while (rest.length > 0) {
        struct str word = next_word(&rest);
        field->by_own_number |= str_equal_ignoring_case(word, STR("\\n"));
        field->by_full_number |= str_equal_ignoring_case(word, STR("\\w"));
        field->by_number |= str_equal_ignoring_case(word, STR("\\r"));
    }
    field->by_number = field->by_number || field->by_own_number || field->by_full_number;
}

static void open_field(struct field_reader *reader, uint32_t node)
{
    reader->open = LIST_ADD(&reader->fields, struct text_field);
    *reader->open = (struct text_field){.node = node,
                                        .is_plain = true,
                                        .texts = LIST_MAKE(reader->arena, uint32_t),
                                        .paragraph = reader->paragraph};
    reader->is_result = false;
    reader->code = builder_make(reader->arena);
}

static void close_field(struct field_reader *reader)
{
    struct builder result = builder_make(reader->arena);
    struct text_field *field = reader->open;
    for (size_t i = 0; i < field->texts.count; i++)
        builder_add(&result, text_in(reader, *LIST_AT(&field->texts, uint32_t, i)));
    field->result = builder_str(&result);
    reader->open = NULL;
    reader->depth = 0;
}

static void read_field_mark(struct field_reader *reader, uint32_t node)
{
    struct str type = docx_attribute(reader->part, node, W_FLD_CHAR_TYPE);
    if (str_equal(type, STR("begin"))) {
        if (reader->depth++ == 0)
            open_field(reader, node);
        else if (reader->open)
            reader->open->is_plain = false;
    } else if (str_equal(type, STR("separate"))) {
        if (reader->depth == 1 && reader->open) {
            read_code(reader->open, arena_copy(reader->arena, builder_str(&reader->code)));
            reader->is_result = true;
        }
    } else if (reader->depth > 0 && --reader->depth == 0 && reader->open) {
        if (!reader->is_result)
            read_code(reader->open, arena_copy(reader->arena, builder_str(&reader->code)));
        close_field(reader);
    }
}

static void read_simple_field(struct field_reader *reader, uint32_t node)
{
    if (reader->open) {
        reader->open->is_plain = false;
        return;
    }
    open_field(reader, node);
    read_code(reader->open, docx_attribute(reader->part, node, W_INSTR));
    for (uint32_t n = node + 1; n < at(reader, node)->end; n++) {
        enum word word = docx_word(reader->part, n);
        if (word == W_T)
            *LIST_ADD(&reader->open->texts, uint32_t) = n;
        if (word == W_FLD_CHAR || word == W_FLD_SIMPLE || word == W_INS || word == W_DEL)
            reader->open->is_plain = false;
    }
    close_field(reader);
}

// --- Bookmarks

static void end_words(struct field_reader *reader, bool is_whole)
{
    if (reader->open_id.length == 0)
        return;
    struct field_target *target =
        LIST_AT(&reader->targets, struct field_target, reader->targets.count - 1);
    target->words = builder_str(&reader->words);
    target->is_plain = target->is_plain && is_whole;
    reader->open_id = STR("");
}

// Of bookmarks that begin within one another only the words of the last are known.
static void begin_bookmark(struct field_reader *reader, uint32_t node)
{
    struct str name = docx_attribute(reader->part, node, W_NAME);
    if (name.length == 0 || names_find(reader->names, name) != NAMES_NONE)
        return;
    end_words(reader, false);
    names_add(reader->names, name);
    *LIST_ADD(&reader->targets, struct field_target) =
        (struct field_target){.name = name, .paragraph = reader->paragraph, .is_plain = true};
    reader->open_id = docx_attribute(reader->part, node, W_ID);
    reader->words = builder_make(reader->arena);
}

// --- All

// The paragraph of the document in which a node stands, or, between two, the one behind it.
static void step_paragraph(struct field_reader *reader, uint32_t node)
{
    const struct docx_source *source = docx_source(reader->document);
    uint32_t before = reader->paragraph;
    while (reader->paragraph < reader->document->paragraph_count) {
        const struct paragraph *paragraph = &reader->document->paragraphs[reader->paragraph];
        const struct docx_paragraph *own = &source->paragraphs[reader->paragraph];
        bool is_over = own->first == NO_NODE || node >= at(reader, own->last)->end;
        if (paragraph->origin.part != reader->main || !is_over)
            break;
        reader->paragraph++;
    }
    if (reader->paragraph == before)
        return;
    end_words(reader, false);
    if (reader->open)
        reader->open->is_plain = false; // its result goes on in another paragraph
}

static void note_change(struct field_reader *reader)
{
    if (reader->open)
        reader->open->is_plain = false;
    if (reader->open_id.length > 0)
        LIST_AT(&reader->targets, struct field_target, reader->targets.count - 1)->is_plain = false;
}

static void read_node(struct field_reader *reader, uint32_t node)
{
    switch ((int)docx_word(reader->part, node)) {
    case W_BOOKMARK_START:
        begin_bookmark(reader, node);
        break;
    case W_BOOKMARK_END:
        if (str_equal(docx_attribute(reader->part, node, W_ID), reader->open_id))
            end_words(reader, true);
        break;
    case W_FLD_CHAR:
        read_field_mark(reader, node);
        break;
    case W_FLD_SIMPLE:
        read_simple_field(reader, node);
        break;
    case W_INSTR_TEXT:
        if (reader->depth == 1 && !reader->is_result)
            builder_add(&reader->code, text_in(reader, node));
        break;
    case W_T:
        if (reader->open && reader->depth == 1 && reader->is_result)
            *LIST_ADD(&reader->open->texts, uint32_t) = node;
        if (reader->open_id.length > 0)
            builder_add(&reader->words, text_in(reader, node));
        break;
    case W_INS:
    case W_DEL:
        note_change(reader);
        break;
    default:
        break;
    }
}

void field_list_make(const struct document *document, struct arena *arena, struct field_list *list)
{
    const struct docx_package *package = docx_source(document)->package;
    struct field_reader reader = {.arena = arena,
                                  .document = document,
                                  .part = &package->parts[package->main],
                                  .main = package->main,
                                  .fields = LIST_MAKE(arena, struct text_field),
                                  .names = names_make(arena),
                                  .targets = LIST_MAKE(arena, struct field_target)};
    for (uint32_t n = 0; n < reader.part->xml.node_count; n++) {
        if (reader.part->xml.nodes[n].name == XML_TEXT)
            continue;
        step_paragraph(&reader, n);
        read_node(&reader, n);
    }
    *list = (struct field_list){.part = reader.part,
                                .document = document,
                                .fields = LIST_ITEMS(&reader.fields, struct text_field),
                                .count = reader.fields.count - (reader.open ? 1 : 0),
                                .target_names = reader.names,
                                .targets = LIST_ITEMS(&reader.targets, struct field_target)};
}

const struct field_target *field_target_of(const struct field_list *list, struct str name)
{
    uint32_t number = names_find(list->target_names, name);
    return number == NAMES_NONE ? NULL : &list->targets[number];
}
