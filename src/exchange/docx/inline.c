// SPDX-License-Identifier: Apache-2.0
// What stands in a paragraph: runs, in wrappers of many kinds, fields and equations.
#include "exchange/docx/computed.h"
#include "exchange/docx/docx_parts.h"

// Fields nest; a file that nests them deeper is broken.
#define FIELDS_MAX 64
#define LONGEST_FIELD 4096 // nodes that a link may take in
#define LONGEST_CONTENTS 65536
#define LONGEST_LINK 2048 // more is no address

static struct open_field *innermost_field(const struct docx_reader *reader)
{
    return reader->fields.count == 0
               ? NULL
               : LIST_AT(&reader->fields, struct open_field, reader->fields.count - 1);
}

// Text shows when it is no field's code.
static bool is_visible(const struct docx_reader *reader)
{
    for (size_t i = 0; i < reader->fields.count; i++)
        if (!LIST_AT(&reader->fields, struct open_field, i)->is_result)
            return false;
    return true;
}

// HYPERLINK "address" \l "place" -> the address, or "#place"
static struct str link_of_code(struct docx_reader *reader, struct str code)
{
    code = str_trim(code);
    if (!str_starts_with(code, STR("HYPERLINK")))
        return (struct str){NULL, 0};
    struct str address = {NULL, 0};
    size_t quote = str_find_byte(code, '"');
    bool is_place = str_contains(str_slice(code, 0, quote), STR("\\l"));
    if (quote < code.length) {
        address = str_skip(code, quote + 1);
        address = str_slice(address, 0, str_find_byte(address, '"'));
    }
    return is_place ? arena_print(reader->arena, "#%.*s", STR_ARGS(address))
                    : arena_copy(reader->arena, address);
}

static void begin_field(struct docx_reader *reader, uint32_t run, uint32_t properties)
{
    if (reader->fields.count >= FIELDS_MAX)
        return;
    *LIST_ADD(&reader->fields, struct open_field) =
        (struct open_field){.part = reader->number,
                            .run = run,
                            .properties = properties,
                            .begun_at = reader->text_runs.count,
                            .code = builder_make(reader->arena),
                            .outer_link = reader->link};
}

// The same for the fields around the innermost one.
static bool is_visible_around(const struct docx_reader *reader)
{
    for (size_t i = 0; i + 1 < reader->fields.count; i++)
        if (!LIST_AT(&reader->fields, struct open_field, i)->is_result)
            return false;
    return true;
}

bool is_in_contents(const struct docx_reader *reader)
{
    for (size_t i = 0; i < reader->fields.count; i++)
        if (LIST_AT(&reader->fields, struct open_field, i)->is_contents)
            return true;
    return false;
}

// Does a field that ends in this run begin in a sibling that gives no text of its own? Then it goes
// from there as a whole.
static bool begins_alone(const struct docx_reader *reader, const struct open_field *field,
                         uint32_t run)
{
    const struct xml_node *nodes = reader->part->xml.nodes;
    size_t count = reader->text_runs.count;
    return field->part == reader->number && field->begun_at == count &&
           nodes[field->run].parent == nodes[run].parent &&
           (count == 0 ||
            LIST_AT(&reader->text_runs, struct docx_text_run, count - 1)->node != field->run);
}

// Does the innermost field, whose code ends in this run, end in a run beside the one it begins in,
// so that it can be read as one unit? A field within one run has its result among its own pieces.
static bool ends_beside(const struct docx_reader *reader, uint32_t run)
{
    const struct docx_part *part = reader->part;
    const struct xml_node *nodes = part->xml.nodes;
    const struct open_field *field = innermost_field(reader);
    uint32_t last = nodes[nodes[run].parent].end;
    uint32_t depth = 1;
    if (field->part != reader->number || field->run == run ||
        nodes[field->run].parent != nodes[run].parent ||
        docx_child(part, field->run, W_FLD_CHAR) == NO_NODE)
        return false;
    for (uint32_t node = nodes[run].end; node < last; node = nodes[node].end) {
        uint32_t mark = docx_word(part, node) == W_R ? docx_child(part, node, W_FLD_CHAR) : NO_NODE;
        if (mark == NO_NODE)
            continue;
        struct str type = docx_attribute(part, mark, W_FLD_CHAR_TYPE);
        depth += str_equal(type, STR("begin"));
        if (str_equal(type, STR("end")) && --depth == 0)
            return true;
    }
    return false;
}

// What is counted anew with each laying out is nobody's wording: the field stands as a unit.
static bool is_unit(const struct docx_reader *reader, uint32_t run)
{
    const struct open_field *field = innermost_field(reader);
    return computed_result(builder_str(&field->code)).length > 0 && is_visible_around(reader) &&
           begins_alone(reader, field, run) && ends_beside(reader, run);
}

// Is the node shown, as far as tracked changes around it say?
static bool is_reached(const struct docx_reader *reader, uint32_t node)
{
    const struct xml_node *nodes = reader->part->xml.nodes;
    for (uint32_t n = node; n != 0; n = nodes[n].parent)
        if (!is_shown(reader->part, n, reader->reading))
            return false;
    return true;
}

// Does the innermost field end within so many nodes from this one? One that goes on for longer has
// lost its end.
static bool ends_behind(const struct docx_reader *reader, uint32_t node, uint32_t longest)
{
    const struct docx_part *part = reader->part;
    uint32_t depth = 1;
    uint32_t last = part->xml.node_count - node < longest ? part->xml.node_count : node + longest;
    for (; node < last; node++) {
        if (docx_word(part, node) != W_FLD_CHAR || !is_reached(reader, node))
            continue;
        struct str type = docx_attribute(part, node, W_FLD_CHAR_TYPE);
        if (str_equal(type, STR("begin")))
            depth++;
        else if (str_equal(type, STR("end")) && --depth == 0)
            return true;
    }
    return false;
}

static void begin_result(struct docx_reader *reader, uint32_t run)
{
    struct open_field *field = innermost_field(reader);
    if (!field || field->is_result || is_unit(reader, run))
        return;
    field->is_result = true;
    field->is_contents = is_contents_code(builder_str(&field->code)) &&
                         ends_behind(reader, reader->part->xml.nodes[run].end, LONGEST_CONTENTS);
    reader->paragraph.is_computed |= field->is_contents;
    field->text_runs_at = reader->text_runs.count;
    struct str link = link_of_code(reader, builder_str(&field->code));
    if (link.length > 0)
        reader->link = link;
}

// A field that shows nothing stands as an object.
static void add_empty_field(struct docx_reader *reader, uint32_t run, uint32_t properties,
                            struct str code, uint32_t *text_at)
{
    struct str result = computed_result(code);
    bool is_computed = result.length > 0;
    code = is_computed ? computed_key(code, is_in_contents(reader), reader->arena)
                       : arena_copy(reader->arena, str_trim(code));
    struct object object = {
        .kind = OBJECT_FIELD,
        .key = code,
        .description =
            is_computed ? result : arena_print(reader->arena, "field %.*s", STR_ARGS(code)),
        .story = NO_INDEX};
    add_object(reader, run, properties, text_at, &object);
}

static void end_field(struct docx_reader *reader, uint32_t run, uint32_t properties,
                      uint32_t *text_at)
{
    struct open_field *field = innermost_field(reader);
    if (!field)
        return;
    bool is_empty = !field->is_result || field->text_runs_at == reader->text_runs.count;
    struct str code = builder_str(&field->code);
    bool is_whole = is_empty && field->run != run && begins_alone(reader, field, run);
    uint32_t begin = field->run;
    uint32_t begin_properties = field->properties;
    uint32_t begin_text = 0;
    reader->link = field->outer_link;
    if (field->is_contents)
        reader->contents_to = reader->text_runs.count;
    list_cut(&reader->fields, reader->fields.count - 1);
    if (!is_empty || !is_visible(reader) || str_trim(code).length == 0)
        return;
    if (is_struck_out(reader, begin_properties)) {
        reader->struck++;
        return;
    }
    if (is_whole)
        add_empty_field(reader, begin, begin_properties, code, &begin_text);
    else
        add_empty_field(reader, run, properties, code, text_at);
}

static bool is_broken_link(const struct docx_reader *reader, uint32_t behind)
{
    const struct open_field *field = innermost_field(reader);
    return field && reader->link.length > 0 && reader->link.bytes != field->outer_link.bytes &&
           !ends_behind(reader, behind, LONGEST_FIELD);
}

void close_broken_fields(struct docx_reader *reader, uint32_t behind)
{
    while (!is_visible(reader) || is_broken_link(reader, behind)) {
        reader->link = innermost_field(reader)->outer_link;
        list_cut(&reader->fields, reader->fields.count - 1);
    }
}

static void read_field_mark(struct docx_reader *reader, uint32_t node, uint32_t run,
                            uint32_t properties, uint32_t *text_at)
{
    struct str type = docx_attribute(reader->part, node, W_FLD_CHAR_TYPE);
    if (str_equal(type, STR("begin")))
        begin_field(reader, run, properties);
    else if (str_equal(type, STR("separate")))
        begin_result(reader, run);
    else if (str_equal(type, STR("end")))
        end_field(reader, run, properties, text_at);
}

// Text goes into the document as one text run up to the next object.
static void flush_run(struct docx_reader *reader, uint32_t run, uint32_t properties,
                      uint32_t *text_at)
{
    add_text(reader, run, properties, text_at, builder_str(&reader->run_text));
    builder_cut(&reader->run_text, 0);
}

static void read_run(struct docx_reader *reader, uint32_t run)
{
    const struct docx_part *part = reader->part;
    const struct xml_node *nodes = part->xml.nodes;
    uint32_t properties = properties_shown(part, run, W_RPR, W_RPR_CHANGE, reader->reading);
    bool is_out = is_struck_out(reader, properties);
    uint32_t text_at = 0;
    for (uint32_t child = run + 1; child < nodes[run].end; child = nodes[child].end) {
        enum word word = docx_word(part, child);
        if (word == W_FLD_CHAR) {
            flush_run(reader, run, properties, &text_at);
            read_field_mark(reader, child, run, properties, &text_at);
            continue;
        }
        if (word == W_INSTR_TEXT || word == W_DEL_INSTR_TEXT) {
            struct open_field *field = innermost_field(reader);
            if (field && !field->is_result && child + 1 < nodes[child].end)
                builder_add(&field->code, xml_text(&part->xml, child + 1));
            continue;
        }
        if (!is_visible(reader))
            continue;
        struct str text;
        enum docx_piece_kind kind = docx_piece(part, child, reader->arena, &text);
        if (is_out && kind != PIECE_NOTHING) {
            reader->struck++;
            continue;
        }
        switch (kind) {
        case PIECE_NOTHING:
            break;
        case PIECE_TEXT:
            builder_add(&reader->run_text, text);
            break;
        case PIECE_OBJECT:
            flush_run(reader, run, properties, &text_at);
            read_object(reader, run, properties, child, &text_at);
            break;
        }
    }
    flush_run(reader, run, properties, &text_at);
}

static void read_simple_field(struct docx_reader *reader, uint32_t node)
{
    struct str outer = reader->link;
    struct str code = docx_attribute(reader->part, node, W_INSTR);
    struct str link = link_of_code(reader, code);
    size_t before = reader->text_runs.count;
    if (link.length > 0)
        reader->link = link;
    if (computed_result(code).length == 0)
        read_inline(reader, node);
    reader->link = outer;
    uint32_t text_at = 0;
    if (reader->text_runs.count == before && is_visible(reader))
        add_empty_field(reader, node, NO_NODE, code, &text_at);
}

static void read_hyperlink(struct docx_reader *reader, uint32_t node)
{
    struct str outer = reader->link;
    const struct docx_relationship *to =
        docx_relationship(reader->part, docx_attribute(reader->part, node, R_ID));
    struct str anchor = docx_attribute(reader->part, node, W_ANCHOR);
    bool is_long = to && to->target.length + anchor.length > LONGEST_LINK;
    if (is_long)
        reader->link = STR("(a link too long to be one)");
    else if (anchor.length > 0)
        reader->link = arena_print(reader->arena, "%.*s#%.*s", to ? (int)to->target.length : 0,
                                   to ? to->target.bytes : "", STR_ARGS(anchor));
    else if (to)
        reader->link = to->target;
    read_inline(reader, node);
    reader->link = outer;
}

static void read_equation(struct docx_reader *reader, uint32_t node)
{
    uint32_t text_at = 0;
    if (is_visible(reader))
        read_object(reader, node, NO_NODE, node, &text_at);
}

void read_inline(struct docx_reader *reader, uint32_t node)
{
    const struct docx_part *part = reader->part;
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        switch ((int)docx_word(part, child)) {
        case W_R:
            read_run(reader, child);
            break;
        case W_INS:
        case W_DEL:
        case W_MOVE_FROM:
        case W_MOVE_TO:
            if (is_shown(part, child, reader->reading))
                read_inline(reader, child);
            break;
        case W_HYPERLINK:
            read_hyperlink(reader, child);
            break;
        case W_FLD_SIMPLE:
            read_simple_field(reader, child);
            break;
        case W_SDT:
        case W_SDT_CONTENT:
        case W_SMART_TAG:
        case W_CUSTOM_XML:
        case W_DIR:
        case W_BDO:
            read_inline(reader, child);
            break;
        case MC_ALTERNATE_CONTENT: {
            uint32_t branch = docx_branch(part, child);
            if (branch != NO_NODE)
                read_inline(reader, branch);
            break;
        }
        case M_O_MATH:
        case M_O_MATH_PARA:
            read_equation(reader, child);
            break;
        case W_SUB_DOC:
            reader->sub_documents++;
            break;
        default: // bookmarks, comments, permissions, spelling: no text
            break;
        }
    }
}
