// SPDX-License-Identifier: Apache-2.0
// How words and paragraphs look, in the attributes of OpenDocument.
#include "codec/xml_write.h"
#include "exchange/odt_write/output_parts.h"

#include <inttypes.h>

uint32_t odt_named_child(const struct docx_part *part, uint32_t node, const char *local)
{
    const struct xml *xml = &part->xml;
    for (uint32_t child = node + 1; child < xml->nodes[node].end; child = xml->nodes[child].end)
        if (xml->nodes[child].name != XML_TEXT &&
            str_equal(xml_local(xml, xml->nodes[child].name), str_of(local)))
            return child;
    return NO_NODE;
}

struct str odt_attribute(const struct docx_part *part, uint32_t node, const char *local)
{
    const struct xml *xml = &part->xml;
    for (uint32_t i = xml_first_attribute(xml, node); i < xml_last_attribute(xml, node); i++)
        if (str_equal(xml_local(xml, xml->attributes[i].name), str_of(local)))
            return xml_attribute_value(xml, i);
    return STR("");
}

struct str odt_named_value(const struct docx_part *part, uint32_t node, const char *local)
{
    uint32_t child = node == NO_NODE ? NO_NODE : odt_named_child(part, node, local);
    return child == NO_NODE ? STR("") : odt_attribute(part, child, "val");
}

bool odt_number_of(struct str value, int64_t *number)
{
    bool is_negative = str_starts_with(value, STR("-"));
    int64_t found = 0;
    size_t at = is_negative;
    for (; at < value.length && found < 1000000; at++) {
        if (value.bytes[at] < '0' || value.bytes[at] > '9')
            return false;
        found = found * 10 + (value.bytes[at] - '0');
    }
    *number = is_negative ? -found : found;
    return at > is_negative && at == value.length;
}

bool odt_is_color(struct str value)
{
    for (size_t i = 0; i < value.length; i++) {
        char c = value.bytes[i];
        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return value.length == 6;
}

void odt_add_length(struct builder *out, const char *name, int64_t twips)
{
    int64_t hundredths = (twips < 0 ? -twips : twips) * 5;
    builder_print(out, " %s=\"%s%" PRId64 ".%02" PRId64 "pt\"", name, twips < 0 ? "-" : "",
                  hundredths / 100, hundredths % 100);
}

// --- Words

static void add_toggle(const struct docx_part *part, uint32_t node, enum word word, const char *on,
                       const char *off, struct builder *out)
{
    int said = docx_toggle(part, node, word);
    if (said >= 0)
        builder_add_c(out, said == 1 ? on : off);
}

static void add_lines(const struct docx_part *part, uint32_t node, struct builder *out)
{
    struct str under = docx_child_value(part, node, W_U);
    bool is_none = str_equal(under, STR("none"));
    if (is_none)
        builder_add_c(out, " style:text-underline-style=\"none\"");
    else if (str_equal(under, STR("double")))
        builder_add_c(out, " style:text-underline-style=\"solid\" "
                           "style:text-underline-type=\"double\"");
    else if (str_starts_with(under, STR("dot")))
        builder_add_c(out, " style:text-underline-style=\"dotted\"");
    else if (str_starts_with(under, STR("dash")))
        builder_add_c(out, " style:text-underline-style=\"dash\"");
    else if (str_starts_with(under, STR("wav")))
        builder_add_c(out, " style:text-underline-style=\"wave\"");
    else if (under.length > 0)
        builder_add_c(out, " style:text-underline-style=\"solid\"");
    if (under.length > 0 && !is_none)
        builder_add_c(out, " style:text-underline-width=\"auto\" "
                           "style:text-underline-color=\"font-color\"");
    add_toggle(part, node, W_STRIKE,
               " style:text-line-through-style=\"solid\" style:text-line-through-type=\"single\"",
               " style:text-line-through-style=\"none\"", out);
    add_toggle(part, node, W_DSTRIKE,
               " style:text-line-through-style=\"solid\" style:text-line-through-type=\"double\"",
               "", out);
}

static const struct {
    const char *pen;
    const char *color;
} pens[] = {
    {"yellow", "ffff00"},   {"green", "00ff00"},      {"cyan", "00ffff"},
    {"magenta", "ff00ff"},  {"blue", "0000ff"},       {"red", "ff0000"},
    {"darkBlue", "000080"}, {"darkCyan", "008080"},   {"darkGreen", "008000"},
    {"darkRed", "800000"},  {"darkYellow", "808000"}, {"darkMagenta", "800080"},
    {"darkGray", "808080"}, {"lightGray", "c0c0c0"},  {"black", "000000"},
};

static void add_colors(const struct docx_part *part, uint32_t node, struct builder *out)
{
    struct str color = odt_named_value(part, node, "color");
    struct str pen = odt_named_value(part, node, "highlight");
    uint32_t shade = odt_named_child(part, node, "shd");
    struct str fill = shade == NO_NODE ? STR("") : odt_attribute(part, shade, "fill");
    if (odt_is_color(color))
        builder_print(out, " fo:color=\"#%.*s\"", STR_ARGS(color));
    for (size_t i = 0; i < sizeof pens / sizeof *pens; i++)
        if (str_equal(pen, str_of(pens[i].pen)))
            fill = str_of(pens[i].color);
    if (odt_is_color(fill))
        builder_print(out, " fo:background-color=\"#%.*s\"", STR_ARGS(fill));
}

static void add_font(const struct odt_output *output, const struct docx_part *part, uint32_t node,
                     struct builder *out)
{
    uint32_t fonts = odt_named_child(part, node, "rFonts");
    if (fonts == NO_NODE)
        return;
    struct str name = odt_attribute(part, fonts, "ascii");
    struct str theme = odt_attribute(part, fonts, "asciiTheme");
    if (theme.length > 0)
        name = output->fonts[str_starts_with(theme, STR("minor"))];
    if (name.length == 0)
        return;
    struct builder quoted = builder_make(output->arena);
    builder_add_byte(&quoted, '\'');
    for (size_t i = 0; i < name.length; i++)
        if (name.bytes[i] != '\'')
            builder_add_byte(&quoted, name.bytes[i]);
    builder_add_byte(&quoted, '\'');
    xml_add_attribute(out, "fo:font-family", builder_str(&quoted));
}

static void add_measures(const struct docx_part *part, uint32_t node, struct builder *out)
{
    int64_t number;
    if (odt_number_of(odt_named_value(part, node, "sz"), &number) && number > 0)
        odt_add_length(out, "fo:font-size", number * 10);
    if (odt_number_of(odt_named_value(part, node, "spacing"), &number))
        odt_add_length(out, "fo:letter-spacing", number);
    struct str place = docx_child_value(part, node, W_VERT_ALIGN);
    if (str_equal(place, STR("superscript")))
        builder_add_c(out, " style:text-position=\"super 58%\"");
    else if (str_equal(place, STR("subscript")))
        builder_add_c(out, " style:text-position=\"sub 58%\"");
    else if (place.length > 0)
        builder_add_c(out, " style:text-position=\"0% 100%\"");
    struct str language = odt_named_value(part, node, "lang");
    size_t dash = str_find_byte(language, '-');
    if (language.length == 0)
        return;
    xml_add_attribute(out, "fo:language", str_slice(language, 0, dash));
    xml_add_attribute(out, "fo:country",
                      dash < language.length ? str_skip(language, dash + 1) : STR("none"));
}

struct str odt_run_attributes(struct odt_output *output, uint32_t node)
{
    const struct docx_part *part = output->part;
    struct builder out = builder_make(output->arena);
    if (node == NO_NODE)
        return STR("");
    add_font(output, part, node, &out);
    add_toggle(part, node, W_B, " fo:font-weight=\"bold\"", " fo:font-weight=\"normal\"", &out);
    add_toggle(part, node, W_I, " fo:font-style=\"italic\"", " fo:font-style=\"normal\"", &out);
    uint32_t caps = odt_named_child(part, node, "caps");
    uint32_t small = odt_named_child(part, node, "smallCaps");
    if (caps != NO_NODE)
        builder_add_c(&out, str_equal(odt_attribute(part, caps, "val"), STR("0"))
                                ? " fo:text-transform=\"none\""
                                : " fo:text-transform=\"uppercase\"");
    if (small != NO_NODE)
        builder_add_c(&out, str_equal(odt_attribute(part, small, "val"), STR("0"))
                                ? " fo:font-variant=\"normal\""
                                : " fo:font-variant=\"small-caps\"");
    if (odt_named_child(part, node, "vanish") != NO_NODE)
        builder_add_c(&out, " text:display=\"none\"");
    add_lines(part, node, &out);
    add_colors(part, node, &out);
    add_measures(part, node, &out);
    return builder_str(&out);
}

// --- Paragraphs

static void add_spacing(const struct docx_part *part, uint32_t node, struct builder *out)
{
    uint32_t spacing = odt_named_child(part, node, "spacing");
    int64_t number;
    if (spacing == NO_NODE)
        return;
    if (odt_number_of(odt_attribute(part, spacing, "before"), &number))
        odt_add_length(out, "fo:margin-top", number);
    if (odt_number_of(odt_attribute(part, spacing, "after"), &number))
        odt_add_length(out, "fo:margin-bottom", number);
    if (!odt_number_of(odt_attribute(part, spacing, "line"), &number) || number <= 0)
        return;
    struct str rule = odt_attribute(part, spacing, "lineRule");
    if (str_equal(rule, STR("exact")))
        odt_add_length(out, "fo:line-height", number);
    else if (str_equal(rule, STR("atLeast")))
        odt_add_length(out, "style:line-height-at-least", number);
    else
        builder_print(out, " fo:line-height=\"%" PRId64 "%%\"", (number * 100 + 120) / 240);
}

static void add_indent(const struct docx_part *part, uint32_t node, struct builder *out)
{
    uint32_t indent = odt_named_child(part, node, "ind");
    int64_t number;
    if (indent == NO_NODE)
        return;
    if (odt_number_of(odt_attribute(part, indent, "left"), &number) ||
        odt_number_of(odt_attribute(part, indent, "start"), &number))
        odt_add_length(out, "fo:margin-left", number);
    if (odt_number_of(odt_attribute(part, indent, "right"), &number) ||
        odt_number_of(odt_attribute(part, indent, "end"), &number))
        odt_add_length(out, "fo:margin-right", number);
    if (odt_number_of(odt_attribute(part, indent, "hanging"), &number))
        odt_add_length(out, "fo:text-indent", -number);
    else if (odt_number_of(odt_attribute(part, indent, "firstLine"), &number))
        odt_add_length(out, "fo:text-indent", number);
}

static void add_align(struct str value, struct builder *out)
{
    static const struct {
        const char *value;
        const char *align;
    } aligns[] = {{"left", "start"},        {"start", "start"},   {"right", "end"},
                  {"end", "end"},           {"center", "center"}, {"both", "justify"},
                  {"distribute", "justify"}};
    for (size_t i = 0; i < sizeof aligns / sizeof *aligns; i++)
        if (str_equal(value, str_of(aligns[i].value)))
            builder_print(out, " fo:text-align=\"%s\"", aligns[i].align);
}

static struct str tab_stops(const struct odt_output *output, uint32_t node)
{
    const struct docx_part *part = output->part;
    uint32_t tabs = odt_named_child(part, node, "tabs");
    struct builder out = builder_make(output->arena);
    for (uint32_t tab = tabs + 1; tabs != NO_NODE && tab < part->xml.nodes[tabs].end;
         tab = part->xml.nodes[tab].end) {
        int64_t at;
        struct str value = odt_attribute(part, tab, "val");
        if (!odt_number_of(odt_attribute(part, tab, "pos"), &at) || str_equal(value, STR("clear")))
            continue;
        builder_add_c(&out, "<style:tab-stop");
        odt_add_length(&out, "style:position", at);
        builder_print(&out, " style:type=\"%s\"/>",
                      str_equal(value, STR("right"))    ? "right"
                      : str_equal(value, STR("center")) ? "center"
                                                        : "left");
    }
    return out.length == 0 ? STR("")
                           : arena_print(output->arena, "<style:tab-stops>%.*s</style:tab-stops>",
                                         STR_ARGS(builder_str(&out)));
}

struct str odt_paragraph_attributes(struct odt_output *output, uint32_t node, struct str *inside)
{
    const struct docx_part *part = output->part;
    struct builder out = builder_make(output->arena);
    *inside = STR("");
    if (node == NO_NODE)
        return STR("");
    uint32_t next = odt_named_child(part, node, "keepNext");
    if (next != NO_NODE)
        builder_add_c(&out, str_equal(odt_attribute(part, next, "val"), STR("0"))
                                ? " fo:keep-with-next=\"auto\""
                                : " fo:keep-with-next=\"always\"");
    if (odt_named_child(part, node, "keepLines") != NO_NODE)
        builder_add_c(&out, " fo:keep-together=\"always\"");
    if (odt_named_child(part, node, "pageBreakBefore") != NO_NODE)
        builder_add_c(&out, " fo:break-before=\"page\"");
    uint32_t shade = odt_named_child(part, node, "shd");
    struct str fill = shade == NO_NODE ? STR("") : odt_attribute(part, shade, "fill");
    if (odt_is_color(fill))
        builder_print(&out, " fo:background-color=\"#%.*s\"", STR_ARGS(fill));
    if (odt_named_child(part, node, "bidi") != NO_NODE)
        builder_add_c(&out, " style:writing-mode=\"rl-tb\"");
    add_spacing(part, node, &out);
    add_indent(part, node, &out);
    add_align(odt_named_value(part, node, "jc"), &out);
    *inside = tab_stops(output, node);
    return builder_str(&out);
}

struct str odt_automatic_style(struct odt_output *output, const char *family, const char *letter,
                               struct str parent, struct str content)
{
    struct builder says = builder_make(output->arena);
    builder_print(&says, " style:family=\"%s\"", family);
    if (parent.length > 0)
        builder_print(&says, " style:parent-style-name=\"%.*s\"", STR_ARGS(parent));
    builder_add_c(&says, ">");
    builder_add(&says, content);
    uint32_t count = names_count(output->looks);
    uint32_t number = names_add(output->looks, builder_str(&says));
    struct str name = arena_print(output->arena, "%s%" PRIu32, letter, number + 1);
    if (number == count) {
        builder_print(&output->automatic, "<style:style style:name=\"%.*s\"", STR_ARGS(name));
        builder_add(&output->automatic, builder_str(&says));
        builder_add_c(&output->automatic, "</style:style>");
    }
    return name;
}
