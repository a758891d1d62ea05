// SPDX-License-Identifier: Apache-2.0
#include "exchange/next_base/bracket_glyphs.h"

#include "base/builder.h"
#include "base/list.h"

struct glyph_reader {
    struct bracket_text *out;
    struct builder text;
    struct list glyphs; // struct bracket_glyph
    uint32_t paragraph;
    bool is_open; // a bracket of the last paragraph that was added is not closed in it
};

static const struct xml_node *at(const struct glyph_reader *reader, uint32_t node)
{
    return &reader->out->part->xml.nodes[node];
}

// From 1; 0: none of ours.
static uint32_t style_in(const struct glyph_reader *reader, uint32_t properties)
{
    const struct docx_record *record = reader->out->record;
    uint32_t node =
        properties == NO_NODE ? NO_NODE : docx_child(reader->out->part, properties, W_R_STYLE);
    if (node == NO_NODE)
        return 0;
    struct str style = docx_attribute(reader->out->part, node, W_VAL);
    for (size_t i = 0; style.length > 0 && i < record->wording_count; i++)
        if (str_equal(record->wordings[i].style, style))
            return (uint32_t)i + 1;
    return 0;
}

static bool is_on(const struct glyph_reader *reader, uint32_t properties, enum word word)
{
    uint32_t node =
        properties == NO_NODE ? NO_NODE : docx_child(reader->out->part, properties, word);
    if (node == NO_NODE)
        return false;
    struct str value = docx_attribute(reader->out->part, node, W_VAL);
    return !str_equal(value, STR("0")) && !str_equal(value, STR("false")) &&
           !str_equal(value, STR("off"));
}

static void add(struct glyph_reader *reader, char sign, const struct bracket_glyph *glyph)
{
    builder_add_byte(&reader->text, sign);
    *LIST_ADD(&reader->glyphs, struct bracket_glyph) = *glyph;
}

// "&amp;" is one sign; of characters by number no more is known than that they are there.
static char sign_of_entity(struct str entity)
{
    static const struct {
        const char *name;
        char sign;
    } known[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_equal(entity, str_of(known[i].name)))
            return known[i].sign;
    return SIGN_OBJECT;
}

static void add_words(struct glyph_reader *reader, uint32_t child, struct bracket_glyph glyph)
{
    const struct xml_node *node = at(reader, child);
    struct str source = reader->out->part->xml.source;
    size_t end = node->close_from;
    if (end <= node->open_to)
        return;
    struct str raw = str_slice(source, node->open_to, end);
    if (str_find_byte(raw, '<') < raw.length) { // marked sections: carried as they stand
        glyph.from = node->from;
        glyph.to = node->to;
        add(reader, SIGN_OBJECT, &glyph);
        return;
    }
    for (size_t i = 0; i < raw.length;) {
        size_t length = 1;
        if (raw.bytes[i] == '&')
            length = str_find_byte(str_skip(raw, i), ';') + 1;
        length = length > raw.length - i ? raw.length - i : length;
        struct str sign = str_slice(raw, i, i + length);
        glyph.from = node->open_to + i;
        glyph.to = glyph.from + length;
        add(reader, length > 1 ? sign_of_entity(sign) : sign.bytes[0], &glyph);
        i += length;
    }
}

static void add_run(struct glyph_reader *reader, uint32_t run)
{
    const struct docx_part *part = reader->out->part;
    uint32_t properties = docx_child(part, run, W_RPR);
    struct bracket_glyph glyph = {.node = run,
                                  .paragraph = reader->paragraph,
                                  .style = style_in(reader, properties),
                                  .is_struck = is_on(reader, properties, W_STRIKE) ||
                                               is_on(reader, properties, W_DSTRIKE)};
    for (uint32_t child = run + 1; child < at(reader, run)->end; child = at(reader, child)->end) {
        enum word word = docx_word(part, child);
        if (at(reader, child)->name == XML_TEXT || word == W_RPR)
            continue;
        glyph.child = child;
        if (word == W_T) {
            add_words(reader, child, glyph);
            continue;
        }
        glyph.from = at(reader, child)->from;
        glyph.to = at(reader, child)->to;
        add(reader,
            word == W_TAB                  ? SIGN_TAB
            : word == W_BR || word == W_CR ? SIGN_LINE
                                           : SIGN_OBJECT,
            &glyph);
    }
}

static void add_whole(struct glyph_reader *reader, uint32_t node)
{
    const struct bracket_glyph glyph = {.node = node,
                                        .child = NO_NODE,
                                        .from = at(reader, node)->from,
                                        .to = at(reader, node)->to,
                                        .paragraph = reader->paragraph};
    add(reader, SIGN_OBJECT, &glyph);
}

static uint32_t mark_style(const struct glyph_reader *reader, uint32_t paragraph)
{
    uint32_t properties = docx_child(reader->out->part, paragraph, W_PPR);
    return properties == NO_NODE
               ? 0
               : style_in(reader, docx_child(reader->out->part, properties, W_RPR));
}

// Only a paragraph with a bracket, or within one, or with something in a style of ours, is of interest.
static bool is_ours(const struct glyph_reader *reader, uint32_t paragraph)
{
    const struct docx_part *part = reader->out->part;
    const struct xml_node *node = at(reader, paragraph);
    struct str bytes = str_slice(part->xml.source, node->from, node->to);
    if (reader->is_open || str_find_byte(bytes, '[') < bytes.length ||
        str_find_byte(bytes, ']') < bytes.length || mark_style(reader, paragraph) > 0)
        return true;
    for (uint32_t n = paragraph + 1; n < node->end; n++)
        if (docx_word(part, n) == W_R && style_in(reader, docx_child(part, n, W_RPR)) > 0)
            return true;
    return false;
}

// Whether a bracket opens in the signs from here, or before them, that does not close.
static bool leaves_open(const struct glyph_reader *reader, size_t from)
{
    struct str signs = str_skip(builder_str(&reader->text), from);
    size_t depth = reader->is_open ? 1 : 0;
    for (size_t i = 0; i < signs.length; i++)
        if (signs.bytes[i] == '[')
            depth++;
        else if (signs.bytes[i] == ']' && depth > 0)
            depth--;
    return depth > 0;
}

static void add_paragraph(struct glyph_reader *reader, uint32_t paragraph)
{
    const struct docx_part *part = reader->out->part;
    size_t from = reader->text.length;
    for (uint32_t n = paragraph + 1; n < at(reader, paragraph)->end; n++) {
        enum word word = docx_word(part, n);
        bool is_whole = word == M_O_MATH || word == M_O_MATH_PARA;
        if (word == W_R)
            add_run(reader, n);
        else if (is_whole)
            add_whole(reader, n);
        if (word == W_R || is_whole || word == W_INS || word == W_DEL || word == W_PPR)
            n = at(reader, n)->end - 1;
    }
    const struct bracket_glyph mark = {.node = paragraph,
                                       .child = NO_NODE,
                                       .from = at(reader, paragraph)->to,
                                       .to = at(reader, paragraph)->to,
                                       .paragraph = reader->paragraph,
                                       .style = mark_style(reader, paragraph)};
    reader->is_open = leaves_open(reader, from);
    add(reader, SIGN_PARAGRAPH, &mark);
}

void bracket_text_of(const struct docx_part *part, const struct docx_record *record,
                     struct arena *arena, struct bracket_text *text)
{
    *text = (struct bracket_text){.record = record, .part = part};
    struct glyph_reader reader = {
        .out = text, .text = builder_make(arena), .glyphs = LIST_MAKE(arena, struct bracket_glyph)};
    for (uint32_t n = 0; n < part->xml.node_count; n++) {
        enum word word = docx_word(part, n);
        if (word == W_P) {
            reader.paragraph++;
            if (is_ours(&reader, n))
                add_paragraph(&reader, n);
        }
        if (word == W_P || word == W_INS || word == W_DEL)
            n = at(&reader, n)->end - 1;
    }
    text->text = builder_str(&reader.text);
    text->glyphs = LIST_ITEMS(&reader.glyphs, struct bracket_glyph);
    text->count = reader.glyphs.count;
}
