// SPDX-License-Identifier: Apache-2.0
// Word's styles under the names that OpenDocument gives them.
#include "codec/xml_write.h"
#include "exchange/odt_write/output_parts.h"

#include <inttypes.h>

static const struct {
    const char *id;
    const char *name;
} same_styles[] = {
    {"Normal", "Standard"},
    {"BodyText", "Text_20_body"},
    {"FootnoteText", "Footnote"},
    {"EndnoteText", "Endnote"},
    {"Hyperlink", "Internet_20_link"},
    {"ListParagraph", "List_20_Paragraph"},
};

// A name may hold letters and digits; other bytes stand as their number.
static struct str plain_name(struct str id, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < sizeof same_styles / sizeof *same_styles; i++)
        if (str_equal(id, str_of(same_styles[i].id)))
            return str_of(same_styles[i].name);
    bool is_heading = id.length == 8 && str_starts_with(id, STR("Heading")) && id.bytes[7] >= '1' &&
                      id.bytes[7] <= '9';
    if (is_heading)
        return arena_print(arena, "Heading_20_%c", id.bytes[7]);
    for (size_t i = 0; i < id.length; i++) {
        char c = id.bytes[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_letter || (i > 0 && c >= '0' && c <= '9'))
            builder_add_byte(&out, c);
        else
            builder_print(&out, "_%x_", (unsigned)(unsigned char)c);
    }
    return builder_str(&out);
}

static bool is_of(const struct odt_output *output, uint32_t style, const char *type)
{
    const struct docx_part *part = &output->package->parts[output->styles->part];
    return str_equal(docx_attribute(part, output->styles->items[style].node, W_TYPE), str_of(type));
}

void odt_name_styles(struct odt_output *output)
{
    uint32_t count = names_count(output->styles->ids);
    struct names *taken = names_make(output->arena);
    output->style_names = ARENA_ARRAY(output->arena, struct str, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        output->style_names[i] = STR("");
        if (!is_of(output, i, "paragraph") && !is_of(output, i, "character"))
            continue;
        struct str id = names_at(output->styles->ids, i);
        struct str name = i == output->styles->default_paragraph ? STR("Standard")
                                                                 : plain_name(id, output->arena);
        output->style_names[i] = names_add_numbered(taken, name, 'x', 2);
    }
}

static void add_properties(struct odt_output *output, uint32_t node, bool has_paragraph,
                           struct builder *out)
{
    const struct docx_part *part = output->part;
    struct str inside;
    struct str attributes =
        odt_paragraph_attributes(output, docx_child(part, node, W_PPR), &inside);
    if (has_paragraph && (attributes.length > 0 || inside.length > 0)) {
        builder_add_c(out, "<style:paragraph-properties");
        builder_add(out, attributes);
        builder_add_c(out, ">");
        builder_add(out, inside);
        builder_add_c(out, "</style:paragraph-properties>");
    }
    attributes = odt_run_attributes(output, docx_child(part, node, W_RPR));
    if (attributes.length > 0) {
        builder_add_c(out, "<style:text-properties");
        builder_add(out, attributes);
        builder_add_c(out, "/>");
    }
}

static void add_style(struct odt_output *output, uint32_t number, struct builder *out)
{
    const struct docx_style *style = &output->styles->items[number];
    const struct docx_part *part = output->part;
    bool is_paragraph = is_of(output, number, "paragraph");
    builder_print(out, "<style:style style:name=\"%.*s\" style:family=\"%s\"",
                  STR_ARGS(output->style_names[number]), is_paragraph ? "paragraph" : "text");
    struct str display = style->name;
    bool is_heading = display.length == 9 && str_starts_with(display, STR("heading "));
    xml_add_attribute(out, "style:display-name",
                      is_heading ? arena_print(output->arena, "Heading %c", display.bytes[8])
                                 : display);
    if (style->based_on != NAMES_NONE && output->style_names[style->based_on].length > 0)
        builder_print(out, " style:parent-style-name=\"%.*s\"",
                      STR_ARGS(output->style_names[style->based_on]));
    uint32_t own = docx_child(part, style->node, W_PPR);
    bool says_outline =
        is_heading || (own != NO_NODE && docx_child(part, own, W_OUTLINE_LVL) != NO_NODE);
    if (is_paragraph && says_outline && style->outline >= 0 && style->outline < 9)
        builder_print(out, " style:default-outline-level=\"%d\"", style->outline + 1);
    builder_add_c(out, ">");
    add_properties(output, style->node, is_paragraph, out);
    builder_add_c(out, "</style:style>");
}

void odt_add_named_styles(struct odt_output *output, struct builder *out)
{
    const struct docx_part *text = output->part;
    if (output->styles->part == NO_PART)
        return;
    output->part = &output->package->parts[output->styles->part];
    uint32_t defaults = odt_named_child(output->part, 0, "docDefaults");
    uint32_t words =
        defaults == NO_NODE ? NO_NODE : odt_named_child(output->part, defaults, "rPrDefault");
    uint32_t paragraphs =
        defaults == NO_NODE ? NO_NODE : odt_named_child(output->part, defaults, "pPrDefault");
    builder_add_c(out, "<style:default-style style:family=\"paragraph\">");
    if (paragraphs != NO_NODE)
        add_properties(output, paragraphs, true, out);
    if (words != NO_NODE)
        add_properties(output, words, false, out);
    builder_add_c(out, "</style:default-style>");
    for (uint32_t i = 0; i < names_count(output->styles->ids); i++)
        if (output->style_names[i].length > 0)
            add_style(output, i, out);
    output->part = text;
}
