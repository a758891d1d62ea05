// SPDX-License-Identifier: Apache-2.0
#include "exchange/odt/odt_looks.h"

#include "codec/xml_write.h"

#include <inttypes.h>

#define SINGLE_LINE 240 // of w:line, for a line of 100 %

struct str odt_color(struct str value, struct arena *arena)
{
    if (value.length != 7 || value.bytes[0] != '#')
        return STR("");
    char *digits = arena_take(arena, 6, 1);
    for (size_t i = 0; i < 6; i++) {
        char c = value.bytes[i + 1];
        bool is_small = c >= 'a' && c <= 'f';
        if (!is_small && !(c >= 'A' && c <= 'F') && !(c >= '0' && c <= '9'))
            return STR("");
        digits[i] = is_small ? (char)(c - 'a' + 'A') : c;
    }
    return (struct str){digits, 6};
}

struct str odt_border(const char *side, struct str value, struct arena *arena)
{
    struct str rest = value;
    struct str piece;
    int64_t width = 0;
    struct str color = STR("");
    bool is_double = false;
    while (str_cut(&rest, ' ', &piece)) {
        int64_t twips;
        struct str found = odt_color(piece, arena);
        if (found.length > 0)
            color = found;
        else if (odt_twips(piece, &twips))
            width = twips;
        is_double = is_double || str_starts_with(piece, STR("double"));
    }
    if (width <= 0 || color.length == 0)
        return STR("");
    int64_t eighths = (width * 8 + 10) / 20;
    eighths = eighths < 2 ? 2 : eighths > 96 ? 96 : eighths;
    return arena_print(arena,
                       "<w:%s w:val=\"%s\" w:sz=\"%" PRId64 "\" w:space=\"0\" w:color=\"%.*s\"/>",
                       side, is_double ? "double" : "single", eighths, STR_ARGS(color));
}

// --- Words

struct run_reading {
    const struct odt_tree *tree;
    uint32_t node;
    struct arena *arena;
    struct odt_run_look *look;
};

static struct str value_of(const struct run_reading *run, enum odt_word word)
{
    return odt_value(run->tree, run->node, word);
}

static void put(const struct run_reading *run, enum odt_run_place place, const char *element)
{
    run->look->places[place] = str_of(element);
}

// A name that another format's attribute can hold, quotes and reserve fonts left out.
static void put_fonts(const struct run_reading *run, const struct names *fonts,
                      const struct str *faces)
{
    struct str name = value_of(run, ODT_FONT_NAME);
    uint32_t number = name.length > 0 ? names_find(fonts, name) : NAMES_NONE;
    struct str family = number != NAMES_NONE ? faces[number] : value_of(run, ODT_FO_FONT_FAMILY);
    if (family.length == 0)
        family = name;
    family = str_trim(str_slice(family, 0, str_find_byte(family, ',')));
    if (family.length > 1 && family.bytes[0] == '\'')
        family = str_slice(family, 1, family.length - 1);
    if (family.length == 0)
        return;
    struct builder out = builder_make(run->arena);
    builder_add_c(&out, "<w:rFonts");
    xml_add_attribute(&out, "w:ascii", family);
    xml_add_attribute(&out, "w:hAnsi", family);
    builder_add_c(&out, "/>");
    run->look->places[RUN_FONTS] = builder_str(&out);
}

static void put_lines(const struct run_reading *run)
{
    struct str under = value_of(run, ODT_UNDERLINE_STYLE);
    struct str through = value_of(run, ODT_THROUGH_STYLE);
    if (str_equal(under, STR("none")))
        put(run, RUN_UNDERLINE, "<w:u w:val=\"none\"/>");
    else if (str_equal(value_of(run, ODT_UNDERLINE_TYPE), STR("double")))
        put(run, RUN_UNDERLINE, "<w:u w:val=\"double\"/>");
    else if (str_equal(under, STR("dotted")))
        put(run, RUN_UNDERLINE, "<w:u w:val=\"dotted\"/>");
    else if (str_equal(under, STR("dash")))
        put(run, RUN_UNDERLINE, "<w:u w:val=\"dash\"/>");
    else if (str_equal(under, STR("wave")))
        put(run, RUN_UNDERLINE, "<w:u w:val=\"wave\"/>");
    else if (under.length > 0)
        put(run, RUN_UNDERLINE, "<w:u w:val=\"single\"/>");
    if (str_equal(through, STR("none")))
        put(run, RUN_STRIKE, "<w:strike w:val=\"0\"/>");
    else if (str_equal(value_of(run, ODT_THROUGH_TYPE), STR("double")))
        put(run, RUN_DOUBLE_STRIKE, "<w:dstrike/>");
    else if (through.length > 0)
        put(run, RUN_STRIKE, "<w:strike/>");
}

static void put_weight(const struct run_reading *run)
{
    struct str weight = value_of(run, ODT_FONT_WEIGHT);
    struct str style = value_of(run, ODT_FONT_STYLE);
    bool is_bold = str_equal(weight, STR("bold")) ||
                   (weight.length == 3 && weight.bytes[0] >= '6' && weight.bytes[0] <= '9');
    if (weight.length > 0)
        put(run, RUN_BOLD, is_bold ? "<w:b/>" : "<w:b w:val=\"0\"/>");
    if (style.length > 0)
        put(run, RUN_ITALIC, str_equal(style, STR("normal")) ? "<w:i w:val=\"0\"/>" : "<w:i/>");
    struct str variant = value_of(run, ODT_FONT_VARIANT);
    if (variant.length > 0)
        put(run, RUN_SMALL_CAPS,
            str_equal(variant, STR("small-caps")) ? "<w:smallCaps/>"
                                                  : "<w:smallCaps w:val=\"0\"/>");
    struct str transform = value_of(run, ODT_TEXT_TRANSFORM);
    if (transform.length > 0)
        put(run, RUN_CAPS,
            str_equal(transform, STR("uppercase")) ? "<w:caps/>" : "<w:caps w:val=\"0\"/>");
    if (str_equal(value_of(run, ODT_TEXT_DISPLAY), STR("none")))
        put(run, RUN_HIDDEN, "<w:vanish/>");
}

// "super 58%", "sub 58%", "33% 58%", "0% 100%".
static void put_position(const struct run_reading *run)
{
    struct str value = value_of(run, ODT_TEXT_POSITION);
    if (value.length == 0)
        return;
    bool is_below = str_starts_with(value, STR("sub")) || value.bytes[0] == '-';
    bool is_level = str_starts_with(value, STR("0"));
    put(run, RUN_POSITION,
        is_level   ? "<w:vertAlign w:val=\"baseline\"/>"
        : is_below ? "<w:vertAlign w:val=\"subscript\"/>"
                   : "<w:vertAlign w:val=\"superscript\"/>");
}

// The colours that Word's highlighter has; others are shades.
static void put_background(const struct run_reading *run)
{
    static const struct {
        const char *color;
        const char *element;
    } pens[] = {
        {"#ffff00", "<w:highlight w:val=\"yellow\"/>"},
        {"#00ff00", "<w:highlight w:val=\"green\"/>"},
        {"#00ffff", "<w:highlight w:val=\"cyan\"/>"},
        {"#ff00ff", "<w:highlight w:val=\"magenta\"/>"},
        {"#0000ff", "<w:highlight w:val=\"blue\"/>"},
        {"#ff0000", "<w:highlight w:val=\"red\"/>"},
        {"#000080", "<w:highlight w:val=\"darkBlue\"/>"},
        {"#008080", "<w:highlight w:val=\"darkCyan\"/>"},
        {"#008000", "<w:highlight w:val=\"darkGreen\"/>"},
        {"#800080", "<w:highlight w:val=\"darkMagenta\"/>"},
        {"#800000", "<w:highlight w:val=\"darkRed\"/>"},
        {"#808000", "<w:highlight w:val=\"darkYellow\"/>"},
        {"#808080", "<w:highlight w:val=\"darkGray\"/>"},
        {"#c0c0c0", "<w:highlight w:val=\"lightGray\"/>"},
        {"#000000", "<w:highlight w:val=\"black\"/>"},
    };
    struct str value = value_of(run, ODT_BACKGROUND);
    for (size_t i = 0; i < sizeof pens / sizeof *pens; i++)
        if (str_equal_ignoring_case(value, str_of(pens[i].color))) {
            put(run, RUN_HIGHLIGHT, pens[i].element);
            return;
        }
    struct str color = odt_color(value, run->arena);
    if (color.length > 0)
        run->look->places[RUN_SHADE] =
            arena_print(run->arena, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%.*s\"/>",
                        STR_ARGS(color));
}

static void put_measures(const struct run_reading *run)
{
    struct str color = odt_color(value_of(run, ODT_COLOR), run->arena);
    int64_t twips;
    if (color.length > 0)
        run->look->places[RUN_COLOR] =
            arena_print(run->arena, "<w:color w:val=\"%.*s\"/>", STR_ARGS(color));
    if (odt_twips(value_of(run, ODT_FONT_SIZE), &twips))
        run->look->places[RUN_SIZE] =
            arena_print(run->arena, "<w:sz w:val=\"%" PRId64 "\"/>", (twips + 5) / 10);
    if (odt_twips(value_of(run, ODT_LETTER_SPACING), &twips) && twips != 0)
        run->look->places[RUN_SPACING] =
            arena_print(run->arena, "<w:spacing w:val=\"%" PRId64 "\"/>", twips);
    struct str language = value_of(run, ODT_LANGUAGE);
    struct str country = value_of(run, ODT_COUNTRY);
    if (language.length == 0 || str_equal(language, STR("none")))
        return;
    bool has_country = country.length > 0 && !str_equal(country, STR("none"));
    struct builder out = builder_make(run->arena);
    builder_add_c(&out, "<w:lang");
    xml_add_attribute(
        &out, "w:val",
        has_country ? arena_print(run->arena, "%.*s-%.*s", STR_ARGS(language), STR_ARGS(country))
                    : language);
    builder_add_c(&out, "/>");
    run->look->places[RUN_LANGUAGE] = builder_str(&out);
}

void odt_run_look_read(const struct odt_tree *tree, uint32_t node, const struct names *fonts,
                       const struct str *faces, struct arena *arena, struct odt_run_look *look)
{
    if (node == 0)
        return;
    const struct run_reading run = {tree, node, arena, look};
    put_fonts(&run, fonts, faces);
    put_weight(&run);
    put_lines(&run);
    put_position(&run);
    put_background(&run);
    put_measures(&run);
}

// --- Paragraphs

static struct str spacing_of(const struct odt_tree *tree, uint32_t node, struct arena *arena)
{
    struct builder out = builder_make(arena);
    int64_t twips;
    if (odt_twips(odt_value(tree, node, ODT_MARGIN_TOP), &twips) && twips >= 0)
        builder_print(&out, " w:before=\"%" PRId64 "\"", twips);
    if (odt_twips(odt_value(tree, node, ODT_MARGIN_BOTTOM), &twips) && twips >= 0)
        builder_print(&out, " w:after=\"%" PRId64 "\"", twips);
    struct str height = odt_value(tree, node, ODT_LINE_HEIGHT);
    if (odt_twips(height, &twips) && twips > 0) {
        builder_print(&out, " w:line=\"%" PRId64 "\" w:lineRule=\"exact\"", twips);
    } else if (str_ends_with(height, STR("%"))) {
        int64_t percent = 0;
        for (size_t i = 0; i < height.length && i < 4; i++)
            if (height.bytes[i] >= '0' && height.bytes[i] <= '9')
                percent = percent * 10 + (height.bytes[i] - '0');
        builder_print(&out, " w:line=\"%" PRId64 "\" w:lineRule=\"auto\"",
                      (percent * SINGLE_LINE + 50) / 100);
    }
    return out.length == 0 ? STR("")
                           : arena_print(arena, "<w:spacing%.*s/>", STR_ARGS(builder_str(&out)));
}

static struct str indent_of(const struct odt_tree *tree, uint32_t node, struct arena *arena)
{
    struct builder out = builder_make(arena);
    int64_t twips;
    if (odt_twips(odt_value(tree, node, ODT_MARGIN_LEFT), &twips))
        builder_print(&out, " w:left=\"%" PRId64 "\"", twips);
    if (odt_twips(odt_value(tree, node, ODT_MARGIN_RIGHT), &twips))
        builder_print(&out, " w:right=\"%" PRId64 "\"", twips);
    if (odt_twips(odt_value(tree, node, ODT_TEXT_INDENT), &twips))
        builder_print(&out,
                      twips < 0 ? " w:hanging=\"%" PRId64 "\"" : " w:firstLine=\"%" PRId64 "\"",
                      twips < 0 ? -twips : twips);
    return out.length == 0 ? STR("")
                           : arena_print(arena, "<w:ind%.*s/>", STR_ARGS(builder_str(&out)));
}

static struct str tabs_of(const struct odt_tree *tree, uint32_t node, struct arena *arena)
{
    uint32_t stops = odt_child(tree, node, ODT_TAB_STOPS);
    struct builder out = builder_make(arena);
    for (uint32_t stop = stops + 1; stops != 0 && stop < tree->xml.nodes[stops].end;
         stop = tree->xml.nodes[stop].end) {
        int64_t twips;
        if (odt_word(tree, stop) != ODT_TAB_STOP ||
            !odt_twips(odt_value(tree, stop, ODT_POSITION), &twips))
            continue;
        struct str type = odt_value(tree, stop, ODT_TYPE);
        builder_print(&out, "<w:tab w:val=\"%s\" w:pos=\"%" PRId64 "\"/>",
                      str_equal(type, STR("right"))    ? "right"
                      : str_equal(type, STR("center")) ? "center"
                      : str_equal(type, STR("char"))   ? "decimal"
                                                       : "left",
                      twips);
    }
    return out.length == 0
               ? STR("")
               : arena_print(arena, "<w:tabs>%.*s</w:tabs>", STR_ARGS(builder_str(&out)));
}

static struct str align_of(struct str value)
{
    static const struct {
        const char *value;
        const char *element;
    } aligns[] = {
        {"start", "<w:jc w:val=\"left\"/>"},    {"left", "<w:jc w:val=\"left\"/>"},
        {"end", "<w:jc w:val=\"right\"/>"},     {"right", "<w:jc w:val=\"right\"/>"},
        {"center", "<w:jc w:val=\"center\"/>"}, {"justify", "<w:jc w:val=\"both\"/>"},
    };
    for (size_t i = 0; i < sizeof aligns / sizeof *aligns; i++)
        if (str_equal(value, str_of(aligns[i].value)))
            return str_of(aligns[i].element);
    return STR("");
}

void odt_paragraph_look_read(const struct odt_tree *tree, uint32_t node, struct arena *arena,
                             struct odt_paragraph_look *look)
{
    if (node == 0)
        return;
    struct str *places = look->places;
    if (odt_has(tree, node, ODT_KEEP_WITH_NEXT))
        places[PARAGRAPH_KEEP_NEXT] = odt_is(tree, node, ODT_KEEP_WITH_NEXT, STR("always"))
                                          ? STR("<w:keepNext/>")
                                          : STR("<w:keepNext w:val=\"0\"/>");
    if (odt_is(tree, node, ODT_KEEP_TOGETHER, STR("always")))
        places[PARAGRAPH_KEEP_LINES] = STR("<w:keepLines/>");
    if (odt_is(tree, node, ODT_BREAK_BEFORE, STR("page")))
        places[PARAGRAPH_PAGE_BREAK] = STR("<w:pageBreakBefore/>");
    struct str color = odt_color(odt_value(tree, node, ODT_BACKGROUND), arena);
    if (color.length > 0)
        places[PARAGRAPH_SHADE] = arena_print(
            arena, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%.*s\"/>", STR_ARGS(color));
    places[PARAGRAPH_TABS] = tabs_of(tree, node, arena);
    if (str_starts_with(odt_value(tree, node, ODT_WRITING_MODE), STR("rl")))
        places[PARAGRAPH_BIDI] = STR("<w:bidi/>");
    places[PARAGRAPH_SPACING] = spacing_of(tree, node, arena);
    places[PARAGRAPH_INDENT] = indent_of(tree, node, arena);
    places[PARAGRAPH_ALIGN] = align_of(odt_value(tree, node, ODT_TEXT_ALIGN));
}

// --- Over and out

void odt_run_look_over(struct odt_run_look *outer, const struct odt_run_look *inner)
{
    if (inner->style.length > 0)
        outer->style = inner->style;
    for (size_t i = 0; i < RUN_PLACES; i++)
        if (inner->places[i].length > 0)
            outer->places[i] = inner->places[i];
}

void odt_paragraph_look_over(struct odt_paragraph_look *outer,
                             const struct odt_paragraph_look *inner)
{
    if (inner->style.length > 0)
        outer->style = inner->style;
    for (size_t i = 0; i < PARAGRAPH_PLACES; i++)
        if (inner->places[i].length > 0)
            outer->places[i] = inner->places[i];
}

void odt_run_look_add(const struct odt_run_look *look, struct builder *out)
{
    if (look->style.length > 0)
        builder_print(out, "<w:rStyle w:val=\"%.*s\"/>", STR_ARGS(look->style));
    for (size_t i = 0; i < RUN_PLACES; i++)
        builder_add(out, look->places[i]);
}

void odt_paragraph_look_add(const struct odt_paragraph_look *look, struct builder *out)
{
    if (look->style.length > 0)
        builder_print(out, "<w:pStyle w:val=\"%.*s\"/>", STR_ARGS(look->style));
    for (size_t i = 0; i < PARAGRAPH_PLACES; i++)
        builder_add(out, look->places[i]);
}
