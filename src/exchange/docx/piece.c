// SPDX-License-Identifier: Apache-2.0
#include "base/eights.h"
#include "base/utf8.h"
#include "exchange/docx/docx_parts.h"
#include "exchange/docx/symbol_fonts.h"

// XML white space at the ends of w:t is not text unless xml:space says so, here or at the root.
static bool keeps_space(const struct docx_part *part, uint32_t node)
{
    struct str value = docx_attribute(part, node, XML_SPACE);
    if (value.length == 0)
        value = docx_attribute(part, 0, XML_SPACE);
    return str_equal(value, STR("preserve"));
}

static bool is_control(char c)
{
    return (unsigned char)c < ' ' && c != '\t';
}

// Line ends and other control characters in w:t are shown as spaces.
static struct str without_controls(struct str text, struct arena *arena)
{
    size_t at = 0;
    while (at + 8 <= text.length && eight_controls(eight_at(text.bytes + at)) == 0)
        at += 8;
    while (at < text.length && !is_control(text.bytes[at]))
        at++;
    if (at == text.length)
        return text;
    char *bytes = arena_take(arena, text.length, 1);
    for (size_t i = 0; i < text.length; i++)
        bytes[i] = is_control(text.bytes[i]) ? ' ' : text.bytes[i];
    return (struct str){bytes, text.length};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static struct str plain_text(const struct docx_part *part, uint32_t node, struct arena *arena)
{
    uint32_t child = node + 1;
    if (child >= part->xml.nodes[node].end || part->xml.nodes[child].name != XML_TEXT)
        return (struct str){NULL, 0};
    struct str text = xml_text(&part->xml, child);
    bool may_trim =
        text.length > 0 && (is_blank(text.bytes[0]) || is_blank(text.bytes[text.length - 1]));
    if (may_trim && !keeps_space(part, node))
        text = str_trim(text);
    return without_controls(text, arena);
}

static bool hexadecimal(struct str digits, uint32_t *number)
{
    *number = 0;
    for (size_t i = 0; i < digits.length; i++) {
        char c = digits.bytes[i];
        uint32_t digit;
        if (c >= '0' && c <= '9')
            digit = (uint32_t)(c - '0');
        else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
            digit = (uint32_t)((c | 32) - 'a') + 10;
        else
            return false;
        *number = *number << 4 | digit;
    }
    return digits.length > 0 && digits.length <= 4;
}

// A character of an ordinary font is text, and so is one of a font of signs that Unicode has too; what
// else stands in the area for private use means nothing without its font.
static enum docx_piece_kind symbol(const struct docx_part *part, uint32_t node, struct arena *arena,
                                   struct str *text)
{
    uint32_t code_point;
    bool is_number = hexadecimal(docx_attribute(part, node, W_CHAR), &code_point);
    uint32_t sign =
        is_number ? symbol_font_character(docx_attribute(part, node, W_FONT), code_point) : 0;
    code_point = sign != 0 ? sign : code_point;
    bool is_text = is_number && code_point > ' ' && (code_point < 0xd800 || code_point > 0xf8ff) &&
                   (code_point < 0xfff0 || sign != 0);
    if (!is_text) {
        *text = STR("\xef\xbf\xbc");
        return PIECE_OBJECT;
    }
    char *bytes = arena_take(arena, UTF8_MAX, 1);
    *text = (struct str){bytes, utf8_encode(code_point, bytes)};
    return PIECE_TEXT;
}

// All text below a node, run by run: the base text of a ruby.
static struct str text_below(const struct docx_part *part, uint32_t node, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (uint32_t i = node + 1; node != NO_NODE && i < part->xml.nodes[node].end; i++)
        if (docx_word(part, i) == W_T || docx_word(part, i) == W_DEL_TEXT)
            builder_add(&out, plain_text(part, i, arena));
    return builder_str(&out);
}

static struct str fixed_text(enum word word)
{
    switch ((int)word) {
    case W_TAB:
    case W_PTAB:
        return STR("\t");
    case W_CR:
        return STR("\n");
    case W_NO_BREAK_HYPHEN:
        return STR("\xe2\x80\x91");
    default:
        return STR("\xc2\xad");
    }
}

uint32_t docx_branch(const struct docx_part *part, uint32_t node)
{
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end)
        if (child + 1 < nodes[child].end)
            return child;
    return NO_NODE;
}

static enum docx_piece_kind branch_piece(const struct docx_part *part, uint32_t node,
                                         struct arena *arena, struct str *text)
{
    uint32_t branch = docx_branch(part, node);
    if (branch == NO_NODE)
        return PIECE_NOTHING;
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t child = branch + 1; child < nodes[branch].end; child = nodes[child].end) {
        enum docx_piece_kind kind = docx_piece(part, child, arena, text);
        if (kind != PIECE_NOTHING)
            return kind;
    }
    return PIECE_NOTHING;
}

enum docx_piece_kind docx_piece(const struct docx_part *part, uint32_t node, struct arena *arena,
                                struct str *text)
{
    *text = (struct str){NULL, 0};
    switch ((int)docx_word(part, node)) {
    case W_T:
    case W_DEL_TEXT:
        *text = plain_text(part, node, arena);
        return PIECE_TEXT;
    case W_BR: {
        struct str type = docx_attribute(part, node, W_TYPE);
        if (type.length == 0 || str_equal(type, STR("textWrapping"))) {
            *text = STR("\n");
            return PIECE_TEXT;
        }
        break;
    }
    case W_TAB:
    case W_PTAB:
    case W_CR:
    case W_NO_BREAK_HYPHEN:
    case W_SOFT_HYPHEN:
        *text = fixed_text(docx_word(part, node));
        return PIECE_TEXT;
    case W_SYM:
        return symbol(part, node, arena, text);
    case W_RUBY:
        *text = text_below(part, docx_child(part, node, W_RUBY_BASE), arena);
        return PIECE_TEXT;
    case MC_ALTERNATE_CONTENT:
        return branch_piece(part, node, arena, text);
    case W_FOOTNOTE_REFERENCE:
    case W_ENDNOTE_REFERENCE:
    case W_DRAWING:
    case W_PICT:
    case W_OBJECT:
    case W_CONTENT_PART:
    case W_PG_NUM:
    case W_DAY_SHORT:
    case W_DAY_LONG:
    case W_MONTH_SHORT:
    case W_MONTH_LONG:
    case W_YEAR_SHORT:
    case W_YEAR_LONG:
        break;
    default:
        return PIECE_NOTHING;
    }
    *text = STR("\xef\xbf\xbc");
    return PIECE_OBJECT;
}
