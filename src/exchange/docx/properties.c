// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/properties.h"

#include "base/builder.h"
#include "exchange/docx/canonical.h"

#include <stdlib.h>

enum { ATTRIBUTES_MAX = 24 }; // no property has more; what has is compared as it stands

static bool is_one_of(struct str name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(name, str_of(names[i])))
            return true;
    return false;
}

#define IS_ONE_OF(name, names) is_one_of(name, names, sizeof(names) / sizeof(names)[0])

bool property_is_toggle(struct str name)
{
    static const char *const toggles[] = {"b",      "bCs",       "caps",    "emboss",
                                          "i",      "iCs",       "imprint", "outline",
                                          "shadow", "smallCaps", "strike",  "vanish"};
    return IS_ONE_OF(name, toggles);
}

static bool is_on_by_default(struct str name)
{
    static const char *const names[] = {"snapToGrid",    "kinsoku",     "wordWrap",
                                        "overflowPunct", "autoSpaceDE", "autoSpaceDN",
                                        "adjustRightInd"};
    return IS_ONE_OF(name, names);
}

static bool is_switch(struct str name)
{
    static const char *const names[] = {"dstrike",
                                        "rtl",
                                        "cs",
                                        "specVanish",
                                        "oMath",
                                        "keepNext",
                                        "keepLines",
                                        "bidi",
                                        "pageBreakBefore",
                                        "contextualSpacing",
                                        "mirrorIndents",
                                        "topLinePunct",
                                        "suppressLineNumbers",
                                        "suppressOverlap"};
    return property_is_toggle(name) || is_on_by_default(name) || IS_ONE_OF(name, names);
}

// What holds of the sides of a paragraph.
static struct str side_default(struct str name)
{
    static const char *const sides[] = {"ind left=0;",
                                        "ind right=0;",
                                        "ind first=0;",
                                        "spacing before=0;",
                                        "spacing after=0;",
                                        "spacing beforeAutospacing=0;",
                                        "spacing beforeLines=0;",
                                        "spacing afterLines=0;",
                                        "spacing afterAutospacing=0;"};
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++) {
        struct str side = str_of(sides[i]);
        if (side.length == name.length + 3 && str_starts_with(side, name))
            return side;
    }
    return STR("");
}

struct str property_default(struct str name)
{
    static const struct {
        const char *name;
        const char *text;
    } defaults[] = {
        {"sz", "sz val=20;"},
        {"szCs", "szCs val=20;"},
        {"u", "u val=none;"},
        {"color", "color val=auto;"},
        {"spacing", "spacing val=0;"},
        {"kern", "kern val=0;"},
        {"position", "position val=0;"},
        {"w", "w val=100;"},
        {"vertAlign", "vertAlign val=baseline;"},
        {"highlight", "highlight val=none;"},
        {"effect", "effect val=none;"},
        {"em", "em val=none;"},
        {"shd", "shd color=auto fill=auto val=clear;"},
        {"bdr", "bdr val=none;"},
        {"jc", "jc val=left;"},
        {"textAlignment", "textAlignment val=auto;"},
        {"textDirection", "textDirection val=lrTb;"},
        {"outlineLvl", "outlineLvl val=9;"},
        {"spacing line", "spacing line=240;"},
        {"spacing lineRule", "spacing lineRule=auto;"},
        {"rFonts hint", "rFonts hint=default;"},
    };
    for (size_t i = 0; i < sizeof defaults / sizeof defaults[0]; i++)
        if (str_equal(name, str_of(defaults[i].name)))
            return str_of(defaults[i].text);
    return side_default(name);
}

bool property_is_switch(struct str name, bool *is_on)
{
    *is_on = is_on_by_default(name);
    return is_switch(name);
}

struct str property_switched(struct str name, bool is_on, struct arena *arena)
{
    return arena_print(arena, is_on ? "%.*s;" : "%.*s val=0;", STR_ARGS(name));
}

struct str properties_find(const struct list *properties, struct str name)
{
    for (size_t i = 0; i < properties->count; i++) {
        const struct property *property = LIST_AT(properties, const struct property, i);
        if (str_equal(property->name, name))
            return property->text;
    }
    return STR("");
}

static void put(struct list *properties, struct str name, struct str text)
{
    for (size_t i = 0; i < properties->count; i++) {
        struct property *property = LIST_AT(properties, struct property, i);
        if (str_equal(property->name, name)) {
            property->text = text;
            return;
        }
    }
    *LIST_ADD(properties, struct property) = (struct property){name, text};
}

// One property of an element that bears several: a font slot, a side.
static void put_slot(struct list *properties, struct str element, struct str slot, struct str value,
                     struct arena *arena)
{
    struct str name = arena_print(arena, "%.*s %.*s", STR_ARGS(element), STR_ARGS(slot));
    put(properties, name, arena_print(arena, "%.*s=%.*s;", STR_ARGS(name), STR_ARGS(value)));
}

static struct str themed(struct str value, const struct theme_fonts *fonts)
{
    bool is_minor = str_starts_with(value, STR("minor"));
    if (!is_minor && !str_starts_with(value, STR("major")))
        return value;
    struct str script = str_skip(value, 5);
    enum theme_script number = str_equal(script, STR("EastAsia")) ? THEME_EAST_ASIA
                               : str_equal(script, STR("Bidi"))   ? THEME_COMPLEX
                                                                  : THEME_LATIN;
    struct str font = fonts->names[is_minor][number];
    return font.length > 0 ? font : value;
}

// A font of the theme wins over one by name in the same element, and gives way to one by name in
// an element that is nearer.
static void put_fonts(const struct docx_part *part, uint32_t node, const struct theme_fonts *fonts,
                      struct list *properties, struct arena *arena)
{
    static const struct {
        const char *slot;
        const char *theme;
    } slots[] = {{"ascii", "asciiTheme"},
                 {"hAnsi", "hAnsiTheme"},
                 {"eastAsia", "eastAsiaTheme"},
                 {"cs", "cstheme"},
                 {"hint", ""}};
    const struct xml *xml = &part->xml;
    for (size_t s = 0; s < sizeof slots / sizeof slots[0]; s++) {
        struct str value = {NULL, 0};
        for (uint32_t i = xml_first_attribute(xml, node); i < xml_last_attribute(xml, node); i++) {
            struct str local = xml_local(xml, xml->attributes[i].name);
            if (str_equal(local, str_of(slots[s].theme)))
                value = themed(xml_attribute_value(xml, i), fonts);
            else if (str_equal(local, str_of(slots[s].slot)) && value.length == 0)
                value = xml_attribute_value(xml, i);
        }
        if (value.length > 0)
            put_slot(properties, STR("rFonts"), str_of(slots[s].slot), value, arena);
    }
}

// In paragraphs "start" and "left" are one side, and a hanging indent is one to the other side.
static void put_sides(const struct docx_part *part, uint32_t node, struct str element,
                      struct list *properties, struct arena *arena)
{
    const struct xml *xml = &part->xml;
    struct str first = {NULL, 0};
    for (uint32_t i = xml_first_attribute(xml, node); i < xml_last_attribute(xml, node); i++) {
        struct str side = xml_local(xml, xml->attributes[i].name);
        struct str value = xml_attribute_value(xml, i);
        bool is_hanging = str_equal(side, STR("hanging"));
        if (is_hanging || (str_equal(side, STR("firstLine")) && first.length == 0)) {
            bool is_none = str_equal(value, STR("0"));
            first = is_hanging && !is_none ? arena_print(arena, "-%.*s", STR_ARGS(value)) : value;
            continue;
        }
        if (str_equal(side, STR("start")))
            side = STR("left");
        else if (str_equal(side, STR("end")))
            side = STR("right");
        bool is_no = str_equal(value, STR("false")) || str_equal(value, STR("off"));
        put_slot(properties, element, side, is_no ? STR("0") : value, arena);
    }
    if (first.length > 0)
        put_slot(properties, element, STR("first"), first, arena);
}

struct attribute {
    struct str name;
    struct str value;
};

static int by_name(const void *a, const void *b)
{
    const struct attribute *one = a;
    const struct attribute *other = b;
    return str_compare(one->name, other->name);
}

static bool is_idle(struct str element, struct str name, struct str value)
{
    bool is_underline_colour = str_equal(element, STR("u")) && str_equal(name, STR("color"));
    return str_starts_with(name, STR("rsid")) ||
           (is_underline_colour && str_equal(value, STR("auto")));
}

// A border or shading that is none says no more, whatever else stands beside it.
static struct str none_of(struct str element, const struct docx_part *part, uint32_t node)
{
    struct str value = docx_attribute(part, node, W_VAL);
    bool is_none = str_equal(value, STR("nil")) || str_equal(value, STR("none"));
    if (is_none && (str_equal(element, STR("bdr")) || str_equal(element, STR("shd"))))
        return property_default(element);
    if (str_equal(element, STR("jc")) && str_equal(value, STR("start")))
        return STR("jc val=left;");
    if (str_equal(element, STR("jc")) && str_equal(value, STR("end")))
        return STR("jc val=right;");
    return STR("");
}

// The element with its attributes in the order of their names.
static struct str sorted(const struct docx_part *part, uint32_t node, struct str element,
                         struct arena *arena)
{
    const struct xml *xml = &part->xml;
    struct attribute attributes[ATTRIBUTES_MAX] = {{STR_INIT(""), STR_INIT("")}};
    size_t count = 0;
    for (uint32_t i = xml_first_attribute(xml, node);
         i < xml_last_attribute(xml, node) && count < ATTRIBUTES_MAX; i++) {
        struct attribute one = {xml_local(xml, xml->attributes[i].name),
                                xml_attribute_value(xml, i)};
        if (!is_idle(element, one.name, one.value))
            attributes[count++] = one;
    }
    qsort(attributes, count, sizeof attributes[0], by_name);
    struct builder out = builder_make(arena);
    builder_add(&out, element);
    for (size_t i = 0; i < count; i++)
        builder_print(&out, " %.*s=%.*s", STR_ARGS(attributes[i].name),
                      STR_ARGS(attributes[i].value));
    builder_add_byte(&out, ';');
    return builder_str(&out);
}

static void put_element(const struct property_source *source, uint32_t node, struct str element,
                        struct list *properties, struct arena *arena)
{
    static const struct reading accept = {.kind = READING_ACCEPT};
    const struct docx_part *part = &source->package->parts[source->part];
    struct str text = none_of(element, part, node);
    if (text.length == 0 && node + 1 == part->xml.nodes[node].end)
        text = sorted(part, node, element, arena);
    if (text.length == 0) {
        struct builder out = builder_make(arena);
        canonical_add_element(source->package, source->part, node, &accept, &out);
        text = builder_str(&out);
    }
    put(properties, element, text);
}

static void put_one(const struct property_source *source, uint32_t node, bool is_paragraph,
                    struct list *properties, struct arena *arena)
{
    const struct docx_part *part = &source->package->parts[source->part];
    struct str element = xml_local(&part->xml, part->xml.nodes[node].name);
    bool has_sides = str_equal(element, STR("spacing")) || str_equal(element, STR("ind"));
    if (docx_word(part, node) == W_R_FONTS) {
        put_fonts(part, node, source->fonts, properties, arena);
    } else if (is_paragraph && has_sides) {
        put_sides(part, node, element, properties, arena);
    } else if (is_switch(element)) {
        struct str value = docx_attribute(part, node, W_VAL);
        bool is_off = str_equal(value, STR("0")) || str_equal(value, STR("false")) ||
                      str_equal(value, STR("off"));
        put(properties, element, property_switched(element, !is_off, arena));
    } else {
        put_element(source, node, element, properties, arena);
    }
}

void properties_add(const struct property_source *source, uint32_t node, struct list *properties,
                    struct arena *arena)
{
    if (node == NO_NODE)
        return;
    const struct docx_part *part = &source->package->parts[source->part];
    const struct xml_node *nodes = part->xml.nodes;
    bool is_paragraph = docx_word(part, node) == W_PPR;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        enum word word = docx_word(part, child);
        bool is_apart = word == W_RPR || word == W_R_STYLE || word == W_P_STYLE;
        if (word != WORD_TEXT_NODE && !is_apart && !canonical_is_silent(word))
            put_one(source, child, is_paragraph, properties, arena);
    }
}

static uint32_t child_named(const struct xml *xml, uint32_t node, const char *name)
{
    for (uint32_t child = node + 1; child < xml->nodes[node].end; child = xml->nodes[child].end)
        if (xml->nodes[child].name != XML_TEXT &&
            str_equal(xml_local(xml, xml->nodes[child].name), str_of(name)))
            return child;
    return NO_NODE;
}

static struct str typeface(const struct docx_part *part, uint32_t fonts, const char *script)
{
    uint32_t node = child_named(&part->xml, fonts, script);
    if (node == NO_NODE)
        return STR("");
    const struct xml *xml = &part->xml;
    for (uint32_t i = xml_first_attribute(xml, node); i < xml_last_attribute(xml, node); i++)
        if (str_equal(xml_local(xml, xml->attributes[i].name), STR("typeface")))
            return xml_attribute_value(xml, i);
    return STR("");
}

struct theme_fonts theme_fonts_read(struct docx_package *package)
{
    struct theme_fonts fonts = {.names = {{{NULL, 0}}}};
    uint32_t number = docx_related_part(package, package->main, STR("theme"));
    struct error error;
    if (number == NO_PART || !docx_part_tree(package, number, &error))
        return fonts; // a theme that cannot be read says nothing of fonts
    const struct docx_part *part = &package->parts[number];
    uint32_t elements = child_named(&part->xml, 0, "themeElements");
    uint32_t scheme =
        elements == NO_NODE ? NO_NODE : child_named(&part->xml, elements, "fontScheme");
    static const char *const kinds[2] = {"majorFont", "minorFont"};
    for (size_t k = 0; k < 2 && scheme != NO_NODE; k++) {
        uint32_t kind = child_named(&part->xml, scheme, kinds[k]);
        if (kind == NO_NODE)
            continue;
        fonts.names[k][THEME_LATIN] = typeface(part, kind, "latin");
        fonts.names[k][THEME_EAST_ASIA] = typeface(part, kind, "ea");
        fonts.names[k][THEME_COMPLEX] = typeface(part, kind, "cs");
    }
    return fonts;
}
