// SPDX-License-Identifier: Apache-2.0
// Paragraphs and headings.
#include "codec/xml_write.h"
#include "exchange/docx/numbering.h"
#include "exchange/odt_write/output_parts.h"

#include <inttypes.h>

// --- How a paragraph stands

static uint32_t style_of(const struct odt_output *output, uint32_t properties)
{
    struct str id =
        properties == NO_NODE ? STR("") : docx_child_value(output->part, properties, W_P_STYLE);
    uint32_t style = id.length > 0 ? names_find(output->styles->ids, id) : NAMES_NONE;
    return style == NAMES_NONE ? output->styles->default_paragraph : style;
}

static struct str style_name(struct odt_output *output, uint32_t properties, uint32_t style)
{
    struct str inside;
    struct str attributes = odt_paragraph_attributes(output, properties, &inside);
    struct str parent = style == NAMES_NONE ? STR("Standard") : output->style_names[style];
    if (output->breaks_page)
        attributes =
            arena_print(output->arena, "%.*s fo:break-before=\"page\"", STR_ARGS(attributes));
    if (attributes.length == 0 && inside.length == 0)
        return parent;
    return odt_automatic_style(output, "paragraph", "P", parent,
                               arena_print(output->arena,
                                           "<style:paragraph-properties%.*s>%.*s"
                                           "</style:paragraph-properties>",
                                           STR_ARGS(attributes), STR_ARGS(inside)));
}

// 1 is the highest heading; 0: running text.
static int outline_of(const struct odt_output *output, uint32_t properties, uint32_t style)
{
    int64_t said;
    if (properties != NO_NODE &&
        odt_number_of(docx_child_value(output->part, properties, W_OUTLINE_LVL), &said))
        return said >= 0 && said < 9 ? (int)said + 1 : 0;
    int outline = style == NAMES_NONE ? NO_LEVEL : output->styles->items[style].outline;
    return outline >= 0 && outline < 9 ? outline + 1 : 0;
}

struct odt_counted {
    struct str num_id;
    int level;
};

static struct odt_counted list_of(const struct odt_output *output, uint32_t properties,
                                  uint32_t style)
{
    const struct docx_part *part = output->part;
    const struct docx_style *of_style = style == NAMES_NONE ? NULL : &output->styles->items[style];
    uint32_t said = properties == NO_NODE ? NO_NODE : docx_child(part, properties, W_NUM_PR);
    struct odt_counted counted = {STR(""), 0};
    int64_t level;
    if (of_style && of_style->num_id.length > 0) {
        counted.num_id = of_style->num_id;
        counted.level = of_style->num_level != NO_LEVEL
                            ? of_style->num_level
                            : numbering_style_level(output->counted, of_style->num_id,
                                                    names_at(output->styles->ids, style));
    }
    if (said == NO_NODE)
        return counted;
    struct str num_id = docx_child_value(part, said, W_NUM_ID);
    if (num_id.length > 0)
        counted.num_id = num_id;
    if (odt_number_of(docx_child_value(part, said, W_ILVL), &level))
        counted.level = (int)level;
    return counted;
}

static struct odt_wrap wrap_of(struct odt_output *output, uint32_t properties, bool is_struck)
{
    uint32_t style = style_of(output, properties);
    int outline = outline_of(output, properties, style);
    struct odt_counted counted = list_of(output, properties, style);
    struct str name = style_name(output, properties, style);
    struct odt_wrap inner;
    if (outline > 0)
        inner = (struct odt_wrap){
            arena_print(output->arena,
                        "<text:h text:style-name=\"%.*s\" text:outline-level=\"%d\">",
                        STR_ARGS(name), outline),
            STR("</text:h>")};
    else
        inner = (struct odt_wrap){
            arena_print(output->arena, "<text:p text:style-name=\"%.*s\">", STR_ARGS(name)),
            STR("</text:p>")};
    return odt_list_wrap(output, counted.num_id, counted.level, is_struck, inner);
}

// --- Paragraphs

static struct odt_state mark_state(const struct odt_output *output, uint32_t properties)
{
    const struct docx_part *part = output->part;
    struct odt_state state = {.inserted = {.is_set = false}};
    uint32_t mark = properties == NO_NODE ? NO_NODE : docx_child(part, properties, W_RPR);
    for (uint32_t child = mark + 1; mark != NO_NODE && child < part->xml.nodes[mark].end;
         child = part->xml.nodes[child].end)
        state = odt_state_within(output, child, state);
    return state;
}

// A page that breaks before the words of a paragraph is its look here, one behind them that of the next.
enum odt_break { BREAK_NONE, BREAK_BEFORE, BREAK_BEHIND };

static enum odt_break break_of(const struct odt_output *output, uint32_t paragraph)
{
    const struct docx_part *part = output->part;
    bool has_words = false;
    for (uint32_t i = paragraph + 1; i < part->xml.nodes[paragraph].end; i++) {
        enum word word = docx_word(part, i);
        if (word == W_BR && str_equal(docx_attribute(part, i, W_TYPE), STR("page")))
            return has_words ? BREAK_BEHIND : BREAK_BEFORE;
        has_words = has_words || word == W_T || word == W_DEL_TEXT;
    }
    return BREAK_NONE;
}

// What is shown ends where a mark stands that nobody struck; up to there marks are struck, and words go on.
static bool write_paragraph(struct odt_output *output, uint32_t node)
{
    const struct docx_part *part = output->part;
    const struct odt_state plain = {.inserted = {.is_set = false}};
    uint32_t properties = docx_child(part, node, W_PPR);
    struct odt_state mark = mark_state(output, properties);
    bool breaks_page = output->breaks_page;
    output->breaks_page = false;
    struct odt_wrap own = wrap_of(output, properties, true);
    output->breaks_page = breaks_page;
    if (properties != NO_NODE && docx_child(part, properties, W_PPR_CHANGE) != NO_NODE)
        output->looks_tracked++;
    enum odt_break breaks = break_of(output, node);
    if (!odt_write_runs(output, node, plain, &own))
        return false;
    output->flow.is_begun = true;
    if (mark.struck.is_set) {
        odt_strike_mark(output, &mark, &own);
        return true;
    }
    odt_end_struck(output, &own);
    odt_switch_insertion(output, &mark.inserted);
    output->breaks_page = output->breaks_page || breaks == BREAK_BEFORE;
    struct odt_wrap wrap = wrap_of(output, properties, false);
    output->breaks_page = breaks == BREAK_BEHIND;
    builder_add(&output->out, wrap.open);
    builder_add(&output->out, builder_str(&output->flow.words));
    builder_add(&output->out, wrap.close);
    builder_cut(&output->flow.words, 0);
    output->flow.was_blank = true;
    output->flow.is_begun = false;
    return true;
}

// Where a cell or a story ends, nothing stays open; a paragraph whose mark was struck last is there yet.
static void end_blocks(struct odt_output *output)
{
    const struct odt_who nobody = {.is_set = false};
    if (output->flow.is_begun || output->open.is_set) {
        odt_end_struck(output, NULL);
        odt_switch_insertion(output, &nobody);
        builder_add_c(&output->out, "<text:p text:style-name=\"Standard\">");
        builder_add(&output->out, builder_str(&output->flow.words));
        builder_add_c(&output->out, "</text:p>");
    }
    builder_cut(&output->flow.words, 0);
    output->flow.was_blank = true;
    output->flow.is_begun = false;
}

static bool write_each(struct odt_output *output, uint32_t node)
{
    const struct docx_part *part = output->part;
    for (uint32_t child = node + 1; child < part->xml.nodes[node].end;
         child = part->xml.nodes[child].end) {
        bool done = true;
        switch ((int)docx_word(part, child)) {
        case W_P:
            done = write_paragraph(output, child);
            break;
        case W_TBL:
            end_blocks(output);
            done = odt_write_table(output, child);
            break;
        case W_SDT:
        case W_SDT_CONTENT:
        case W_CUSTOM_XML:
        case W_INS:
        case W_DEL:
        case W_MOVE_TO:
        case W_MOVE_FROM:
            done = write_each(output, child);
            break;
        }
        if (!done)
            return false;
    }
    return true;
}

bool odt_write_blocks(struct odt_output *output, uint32_t node)
{
    size_t from = output->out.length;
    if (!write_each(output, node))
        return false;
    end_blocks(output);
    if (output->out.length == from)
        builder_add_c(&output->out, "<text:p/>");
    return true;
}
