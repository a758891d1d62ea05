// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/looks.h"

#include "base/list.h"
#include "exchange/docx/properties.h"

#include <stdlib.h>

enum { CHAIN_MAX = 32, WORDS = 0, PARAGRAPHS = 1 };

// What a style with those it is based on says, read when it is first asked.
struct style_look {
    bool is_read[2];
    struct list properties[2]; // struct property; of its words, of its paragraphs
    bool is_table_read;
    struct table_looks table;
};

struct looks {
    struct docx_package *package;
    const struct docx_styles *styles;
    struct arena *arena;
    struct theme_fonts fonts;
    struct list defaults[2]; // struct property: w:docDefaults
    struct style_look *by_style;
};

static const enum word words_of_kind[2] = {W_RPR, W_PPR};

static struct property_source in_styles(const struct looks *looks)
{
    return (struct property_source){looks->package, looks->styles->part, &looks->fonts};
}

// w:docDefaults holds w:rPrDefault and w:pPrDefault, which hold a w:rPr and a w:pPr.
static void read_defaults(struct looks *looks)
{
    const struct docx_part *part = &looks->package->parts[looks->styles->part];
    const struct xml *xml = &part->xml;
    struct property_source source = in_styles(looks);
    for (uint32_t node = 1; node < xml->nodes[0].end; node = xml->nodes[node].end) {
        if (xml->nodes[node].name == XML_TEXT ||
            !str_equal(xml_local(xml, xml->nodes[node].name), STR("docDefaults")))
            continue;
        for (uint32_t child = node + 1; child < xml->nodes[node].end; child = xml->nodes[child].end)
            for (size_t kind = 0; kind < 2 && xml->nodes[child].name != XML_TEXT; kind++)
                properties_add(&source, docx_child(part, child, words_of_kind[kind]),
                               &looks->defaults[kind], looks->arena);
    }
}

struct looks *looks_make(struct docx_package *package, const struct docx_styles *styles,
                         struct arena *arena)
{
    struct looks *looks = ARENA_NEW(arena, struct looks);
    *looks = (struct looks){
        .package = package,
        .styles = styles,
        .arena = arena,
        .fonts = theme_fonts_read(package),
        .defaults = {LIST_MAKE(arena, struct property), LIST_MAKE(arena, struct property)},
        .by_style = ARENA_ARRAY(arena, struct style_look, names_count(styles->ids) + 1)};
    if (styles->part != NO_PART)
        read_defaults(looks);
    return looks;
}

// A style and those it is based on, the last one first. Gives how many.
static size_t chain_of(const struct looks *looks, uint32_t style, uint32_t *chain)
{
    size_t length = 0;
    while (style != NAMES_NONE && length < CHAIN_MAX) {
        chain[length++] = style;
        style = looks->styles->items[style].based_on;
    }
    return length;
}

static const struct list *style_properties(struct looks *looks, uint32_t style, size_t kind)
{
    static const struct list none = {.count = 0};
    if (style == NAMES_NONE)
        return &none;
    struct style_look *look = &looks->by_style[style];
    if (look->is_read[kind])
        return &look->properties[kind];
    look->is_read[kind] = true;
    look->properties[kind] = LIST_MAKE(looks->arena, struct property);
    const struct docx_part *part = &looks->package->parts[looks->styles->part];
    struct property_source source = in_styles(looks);
    uint32_t chain[CHAIN_MAX];
    for (size_t i = chain_of(looks, style, chain); i > 0; i--)
        properties_add(
            &source, docx_child(part, looks->styles->items[chain[i - 1]].node, words_of_kind[kind]),
            &look->properties[kind], looks->arena);
    return &look->properties[kind];
}

static void look_for_settings(const struct docx_part *part, uint32_t style,
                              struct table_looks *found)
{
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t node = style + 1; node < nodes[style].end; node++) {
        bool says_something = node + 1 < nodes[node].end;
        found->has_words |= says_something && docx_word(part, node) == W_RPR;
        found->has_paragraphs |= says_something && docx_word(part, node) == W_PPR;
    }
}

struct table_looks looks_of_table(struct looks *looks, const struct docx_part *part,
                                  uint32_t properties)
{
    struct str id = STR("");
    if (properties != NO_NODE)
        id = docx_child_value(part, properties, W_TBL_STYLE);
    uint32_t style = names_find(looks->styles->ids, id);
    if (style == NAMES_NONE)
        style = looks->styles->default_table;
    if (style == NAMES_NONE)
        return (struct table_looks){.has_words = false};
    struct style_look *look = &looks->by_style[style];
    if (!look->is_table_read) {
        uint32_t chain[CHAIN_MAX];
        for (size_t i = chain_of(looks, style, chain); i > 0; i--)
            look_for_settings(&looks->package->parts[looks->styles->part],
                              looks->styles->items[chain[i - 1]].node, &look->table);
        look->is_table_read = true;
    }
    return look->table;
}

uint32_t looks_paragraph_style(const struct looks *looks, const struct docx_part *part,
                               uint32_t properties)
{
    struct str id = STR("");
    if (properties != NO_NODE)
        id = docx_child_value(part, properties, W_P_STYLE);
    uint32_t style = id.length > 0 ? names_find(looks->styles->ids, id) : NAMES_NONE;
    return style != NAMES_NONE ? style : looks->styles->default_paragraph;
}

// The layers that give words their look, the nearest last.
struct layers {
    const struct list *defaults;
    const struct list *paragraph;
    const struct list *character;
    const struct list *own;
};

static bool is_on(const struct list *properties, struct str name)
{
    struct str text = properties_find(properties, name);
    return text.length > 0 && !str_ends_with(text, STR(" val=0;"));
}

// Section 17.7.3: what the document's defaults turn on stays on; else each style that says so
// turns it over once.
static bool toggled(const struct layers *layers, struct str name, bool with_character)
{
    bool by_character = with_character && is_on(layers->character, name);
    return is_on(layers->defaults, name) || is_on(layers->paragraph, name) != by_character;
}

static struct str unsaid(struct str name, struct arena *arena)
{
    bool on;
    return property_is_switch(name, &on) ? property_switched(name, on, arena)
                                         : property_default(name);
}

// What holds with the character style and the words' own settings, or without them.
static struct str holding(const struct layers *layers, struct str name, bool is_inherited,
                          struct arena *arena)
{
    struct str text = STR("");
    if (!is_inherited)
        text = properties_find(layers->own, name);
    if (text.length == 0 && property_is_toggle(name))
        return property_switched(name, toggled(layers, name, !is_inherited), arena);
    if (text.length == 0 && !is_inherited)
        text = properties_find(layers->character, name);
    if (text.length == 0)
        text = properties_find(layers->paragraph, name);
    if (text.length == 0)
        text = properties_find(layers->defaults, name);
    return text.length > 0 ? text : unsaid(name, arena);
}

static int by_text(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static void gather(struct list *names, const struct list *properties)
{
    for (size_t i = 0; i < properties->count; i++)
        *LIST_ADD(names, struct str) = LIST_AT(properties, const struct property, i)->name;
}

// Struck words are told even where all of the paragraph is struck: whoever reads them must know.
static bool is_always_told(struct str name)
{
    return str_equal(name, STR("strike")) || str_equal(name, STR("dstrike"));
}

static void add_look(const struct layers *layers, struct list *names, bool is_whole,
                     struct builder *out, struct arena *arena)
{
    list_sort(names, by_text);
    for (size_t i = 0; i < names->count; i++) {
        struct str name = *LIST_AT(names, const struct str, i);
        if (i > 0 && str_equal(name, *LIST_AT(names, const struct str, i - 1)))
            continue;
        bool from_nothing = is_whole || is_always_told(name);
        struct str before = from_nothing ? unsaid(name, arena) : holding(layers, name, true, arena);
        struct str text = holding(layers, name, false, arena);
        if (!str_equal(text, before))
            builder_add(out, text);
    }
}

static bool is_character_style(const struct looks *looks, uint32_t style)
{
    const struct docx_part *part = &looks->package->parts[looks->styles->part];
    struct str type = docx_attribute(part, looks->styles->items[style].node, W_TYPE);
    return type.length == 0 || str_equal(type, STR("character"));
}

void looks_add_words(struct looks *looks, const struct docx_part *part, uint32_t properties,
                     uint32_t style, struct builder *relative, struct builder *whole)
{
    struct arena *work = arena_open();
    struct list own = LIST_MAKE(work, struct property);
    struct property_source source = {looks->package, (uint32_t)(part - looks->package->parts),
                                     &looks->fonts};
    properties_add(&source, properties, &own, work);
    uint32_t character = NAMES_NONE;
    if (properties != NO_NODE)
        character = names_find(looks->styles->ids, docx_child_value(part, properties, W_R_STYLE));
    if (character != NAMES_NONE && !is_character_style(looks, character))
        character = NAMES_NONE;
    struct layers layers = {.defaults = &looks->defaults[WORDS],
                            .paragraph = style_properties(looks, style, WORDS),
                            .character = style_properties(looks, character, WORDS),
                            .own = &own};
    struct list names = LIST_MAKE(work, struct str);
    gather(&names, layers.own);
    gather(&names, layers.character);
    gather(&names, layers.paragraph);
    gather(&names, layers.defaults);
    add_look(&layers, &names, false, relative, work);
    add_look(&layers, &names, true, whole, work);
    arena_close(work);
}

void looks_add_paragraph(struct looks *looks, const struct docx_part *part, uint32_t properties,
                         bool has_list, struct builder *relative)
{
    struct arena *work = arena_open();
    uint32_t style = looks_paragraph_style(looks, part, properties);
    if (style != NAMES_NONE && style != looks->styles->default_paragraph)
        builder_print(relative, "pStyle val=%.*s;", STR_ARGS(looks->styles->items[style].name));
    static const struct list none = {.count = 0};
    struct list own = LIST_MAKE(work, struct property);
    struct property_source source = {looks->package, (uint32_t)(part - looks->package->parts),
                                     &looks->fonts};
    properties_add(&source, properties, &own, work);
    struct layers layers = {.defaults = &looks->defaults[PARAGRAPHS],
                            .paragraph = style_properties(looks, style, PARAGRAPHS),
                            .character = &none,
                            .own = &own};
    struct list names = LIST_MAKE(work, struct str);
    for (size_t i = 0; i < own.count; i++) {
        const struct property *property = LIST_AT(&own, const struct property, i);
        if (has_list && str_starts_with(property->name, STR("ind ")))
            builder_add(relative, property->text);
        else
            *LIST_ADD(&names, struct str) = property->name;
    }
    add_look(&layers, &names, false, relative, work);
    arena_close(work);
}
