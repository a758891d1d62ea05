// SPDX-License-Identifier: Apache-2.0
// Opaque units: notes' references, pictures, text boxes, equations, breaks, embedded files.
#include "exchange/docx/docx_parts.h"

#include <inttypes.h>

#define SHORT_KEY 64 // a canonical content up to here is its own key
#define EMU_PER_MILLIMETRE 36000

// The first node below `node` with this word, in the branches that are read; NO_NODE when none.
static uint32_t find_below(const struct docx_part *part, uint32_t node, enum word word)
{
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t i = node + 1; i < nodes[node].end;) {
        enum word found = docx_word(part, i);
        if (found == word)
            return i;
        bool is_branch = found == MC_CHOICE || found == MC_FALLBACK;
        bool is_other_branch = is_branch && docx_branch(part, nodes[i].parent) != i;
        i = is_other_branch || found == W_TXBX_CONTENT ? nodes[i].end : i + 1;
    }
    return NO_NODE;
}

// What the node holds, or its hash when that is long.
static struct str content_key(struct docx_reader *reader, uint32_t node)
{
    builder_cut(&reader->scratch, 0);
    canonical_add(reader->package, reader->number, node, reader->reading, &reader->scratch);
    struct str content = builder_str(&reader->scratch);
    if (content.length <= SHORT_KEY)
        return arena_copy(reader->arena, content);
    return arena_print(reader->arena, "%016" PRIx64 "/%zu", str_hash(content), content.length);
}

static void add_math_text(struct docx_reader *reader, uint32_t node, struct builder *out)
{
    const struct docx_part *part = reader->part;
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        if (docx_word(part, child) == M_T && child + 1 < nodes[child].end)
            builder_add(out, xml_text(&part->xml, child + 1));
        else if (is_shown(part, child, reader->reading))
            add_math_text(reader, child, out);
    }
}

static void read_equation_object(struct docx_reader *reader, uint32_t node, uint32_t properties,
                                 uint32_t *text_at)
{
    struct builder text = builder_make(reader->arena);
    add_math_text(reader, node, &text);
    bool is_all_deleted =
        text.length == 0 && changes_within(&reader->changes[reader->number], reader->part, node);
    if (is_all_deleted)
        return;
    struct object object = {
        .kind = OBJECT_EQUATION,
        .key = content_key(reader, node),
        .description = arena_print(reader->arena, "equation %.*s", STR_ARGS(builder_str(&text))),
        .story = NO_INDEX};
    add_object(reader, node, properties, text_at, &object);
}

// "3.0 × 2.5 cm", empty when the size is not said.
static struct str size_words(struct docx_reader *reader, uint32_t node)
{
    uint32_t extent = find_below(reader->part, node, WP_EXTENT);
    if (extent == NO_NODE)
        return (struct str){NULL, 0};
    const struct xml *xml = &reader->part->xml;
    int64_t millimetres[2] = {0, 0};
    for (uint32_t i = xml_first_attribute(xml, extent); i < xml_last_attribute(xml, extent); i++) {
        struct str local = xml_local(xml, xml->attributes[i].name);
        struct str value = xml_attribute_value(xml, i);
        int64_t number = 0;
        for (size_t k = 0; k < value.length && k < 12; k++)
            if (value.bytes[k] >= '0' && value.bytes[k] <= '9')
                number = number * 10 + (value.bytes[k] - '0');
        if (str_equal(local, STR("cx")) || str_equal(local, STR("cy")))
            millimetres[local.bytes[1] == 'y'] = number / EMU_PER_MILLIMETRE;
    }
    return arena_print(reader->arena, " %" PRId64 ".%" PRId64 " × %" PRId64 ".%" PRId64 " cm",
                       millimetres[0] / 10, millimetres[0] % 10, millimetres[1] / 10,
                       millimetres[1] % 10);
}

static bool has_text_box(const struct docx_reader *reader, uint32_t node)
{
    return find_below(reader->part, node, W_TXBX_CONTENT) != NO_NODE;
}

// What a drawing is, by the first thing in it that says so.
static struct object drawing_kind(const struct docx_reader *reader, uint32_t node)
{
    static const struct {
        enum word word;
        enum object_kind kind;
        const char *name;
    } kinds[] = {
        {W_TXBX_CONTENT, OBJECT_TEXTBOX, "text box"},
        {C_CHART, OBJECT_OTHER, "chart"},
        {DGM_REL_IDS, OBJECT_OTHER, "diagram"},
        {O_OLE_OBJECT, OBJECT_OTHER, "embedded object"},
        {A_BLIP, OBJECT_PICTURE, "picture"},
        {V_IMAGEDATA, OBJECT_PICTURE, "picture"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (find_below(reader->part, node, kinds[i].word) != NO_NODE)
            return (struct object){.kind = kinds[i].kind, .description = str_of(kinds[i].name)};
    return (struct object){.kind = OBJECT_OTHER, .description = STR("drawing")};
}

static void read_drawing(struct docx_reader *reader, uint32_t run, uint32_t properties,
                         uint32_t node, uint32_t *text_at)
{
    struct object object = drawing_kind(reader, node);
    object.key = content_key(reader, node);
    object.story = NO_INDEX;
    object.description = arena_print(reader->arena, "%.*s%.*s", STR_ARGS(object.description),
                                     STR_ARGS(size_words(reader, node)));
    uint32_t number = (uint32_t)reader->draft.objects.count;
    add_object(reader, run, properties, text_at, &object);
    if (has_text_box(reader, node))
        queue_story(reader,
                    &(struct story){.kind = BLOCK_TEXTBOX, .part = reader->number, .node = node},
                    number);
}

static void read_note_reference(struct docx_reader *reader, uint32_t run, uint32_t properties,
                                uint32_t node, uint32_t *text_at)
{
    bool is_footnote = docx_word(reader->part, node) == W_FOOTNOTE_REFERENCE;
    struct note_part *notes = is_footnote ? &reader->footnotes : &reader->endnotes;
    struct object object = {.kind = is_footnote ? OBJECT_FOOTNOTE : OBJECT_ENDNOTE,
                            .description = is_footnote ? STR("footnote") : STR("endnote"),
                            .story = NO_INDEX};
    uint32_t number = (uint32_t)reader->draft.objects.count;
    add_object(reader, run, properties, text_at, &object);
    if (notes->part == NO_PART)
        return;
    uint32_t note = names_find(notes->ids, docx_attribute(reader->part, node, W_ID));
    if (note == NAMES_NONE)
        return;
    uint32_t *story = LIST_AT(&notes->stories, uint32_t, note);
    if (*story == NO_INDEX) // a second reference leads to the same note
        *story = queue_story(reader,
                             &(struct story){.kind = is_footnote ? BLOCK_FOOTNOTE : BLOCK_ENDNOTE,
                                             .part = notes->part,
                                             .node = *LIST_AT(&notes->nodes, uint32_t, note)},
                             number);
    else
        *LIST_ADD(&reader->anchors, struct story_anchor) = (struct story_anchor){number, *story};
}

static void read_simple_object(struct docx_reader *reader, uint32_t run, uint32_t properties,
                               uint32_t node, uint32_t *text_at)
{
    const struct docx_part *part = reader->part;
    struct object object = {.story = NO_INDEX};
    enum word word = docx_word(part, node);
    if (word == W_BR) {
        struct str type = docx_attribute(part, node, W_TYPE);
        object.kind = OBJECT_BREAK;
        object.key = type;
        object.description = arena_print(reader->arena, "%.*s break", STR_ARGS(type));
    } else if (word == W_SYM) {
        object.kind = OBJECT_OTHER;
        object.key = arena_print(reader->arena, "symbol %.*s %.*s",
                                 STR_ARGS(docx_attribute(part, node, W_FONT)),
                                 STR_ARGS(docx_attribute(part, node, W_CHAR)));
        object.description = object.key;
    } else {
        object.kind = word == W_CONTENT_PART ? OBJECT_OTHER : OBJECT_FIELD;
        object.key = xml_local(&part->xml, part->xml.nodes[node].name);
        object.description = object.key;
        if (word == W_CONTENT_PART)
            object.key = arena_print(reader->arena, "contentPart %.*s",
                                     STR_ARGS(docx_attribute(part, node, R_ID)));
    }
    add_object(reader, run, properties, text_at, &object);
}

void read_object(struct docx_reader *reader, uint32_t run, uint32_t properties, uint32_t node,
                 uint32_t *text_at)
{
    const struct docx_part *part = reader->part;
    switch ((int)docx_word(part, node)) {
    case MC_ALTERNATE_CONTENT: {
        uint32_t branch = docx_branch(part, node);
        struct str text;
        const struct xml_node *nodes = part->xml.nodes;
        uint32_t child = branch + 1;
        while (docx_piece(part, child, reader->arena, &text) != PIECE_OBJECT)
            child = nodes[child].end;
        read_object(reader, run, properties, child, text_at);
        break;
    }
    case M_O_MATH:
    case M_O_MATH_PARA:
        read_equation_object(reader, node, properties, text_at);
        break;
    case W_FOOTNOTE_REFERENCE:
    case W_ENDNOTE_REFERENCE:
        read_note_reference(reader, run, properties, node, text_at);
        break;
    case W_DRAWING:
    case W_PICT:
    case W_OBJECT:
        read_drawing(reader, run, properties, node, text_at);
        break;
    default:
        read_simple_object(reader, run, properties, node, text_at);
        break;
    }
}
