// SPDX-License-Identifier: Apache-2.0
// The words of a paragraph.
#include "codec/xml_write.h"
#include "exchange/docx/source.h"
#include "exchange/odt_write/output_parts.h"

#include <inttypes.h>

void odt_add_characters(struct builder *out, struct str text, bool *was_blank)
{
    for (size_t i = 0; i < text.length;) {
        size_t end = i;
        while (end < text.length && text.bytes[end] != ' ' && (unsigned char)text.bytes[end] >= ' ')
            end++;
        if (end > i) {
            xml_add_text(out, str_slice(text, i, end));
            *was_blank = false;
            i = end;
        } else if (text.bytes[i] == '\t') {
            builder_add_c(out, "<text:tab/>");
            *was_blank = false;
            i++;
        } else {
            builder_add_c(out, *was_blank ? "<text:s/>" : " ");
            *was_blank = true;
            i++;
        }
    }
}

// --- Fields

static bool is_code(const struct odt_output *output, const char *name)
{
    struct str code = str_trim(builder_str(&output->flow.field.code));
    return str_equal_ignoring_case(str_slice(code, 0, str_find_byte(code, ' ')), str_of(name));
}

// The numbers of pages are computed where they stand.
static void end_field(struct odt_output *output, struct builder *out)
{
    if (is_code(output, "PAGE"))
        builder_add_c(out, "<text:page-number text:select-page=\"current\">1</text:page-number>");
    else if (is_code(output, "NUMPAGES"))
        builder_add_c(out, "<text:page-count>1</text:page-count>");
}

static bool is_computed(const struct odt_output *output)
{
    return is_code(output, "PAGE") || is_code(output, "NUMPAGES");
}

static void turn_field(struct odt_output *output, uint32_t node, struct builder *out)
{
    struct odt_field *field = &output->flow.field;
    struct str type = docx_attribute(output->part, node, W_FLD_CHAR_TYPE);
    if (str_equal(type, STR("begin")) && field->depth++ == 0) {
        builder_cut(&field->code, 0);
    } else if (str_equal(type, STR("separate")) && field->depth == 1) {
        field->is_hidden = is_computed(output);
    } else if (str_equal(type, STR("end")) && field->depth > 0 && --field->depth == 0) {
        end_field(output, out);
        field->is_hidden = false;
    }
}

// --- One run

static bool add_piece(struct odt_output *output, uint32_t child, bool *was_blank,
                      struct builder *out)
{
    const struct docx_part *part = output->part;
    struct odt_field *field = &output->flow.field;
    struct str text;
    switch ((int)docx_word(part, child)) {
    case W_FLD_CHAR:
        turn_field(output, child, out);
        return true;
    case W_INSTR_TEXT:
        if (field->depth == 1 && docx_piece(part, child, output->arena, &text) == PIECE_NOTHING &&
            child + 1 < part->xml.nodes[child].end)
            builder_add(&field->code, xml_text(&part->xml, child + 1));
        return true;
    case W_FOOTNOTE_REFERENCE:
    case W_ENDNOTE_REFERENCE:
        *was_blank = false;
        return output->is_beside ||
               odt_write_note(output, child, docx_word(part, child) == W_ENDNOTE_REFERENCE, out);
    case W_DRAWING:
    case W_PICT:
    case W_OBJECT:
        *was_blank = false;
        return odt_write_drawing(output, child, out);
    case MC_ALTERNATE_CONTENT: {
        uint32_t branch = docx_branch(part, child);
        for (uint32_t i = branch + 1; branch != NO_NODE && i < part->xml.nodes[branch].end;
             i = part->xml.nodes[i].end)
            if (!add_piece(output, i, was_blank, out))
                return false;
        return true;
    }
    case W_BR:
        if (str_equal(docx_attribute(part, child, W_TYPE), STR("page")) ||
            str_equal(docx_attribute(part, child, W_TYPE), STR("column")))
            return true; // the paragraph's own look says it, or nobody
        break;
    }
    if (field->is_hidden || docx_piece(part, child, output->arena, &text) != PIECE_TEXT)
        return true;
    if (str_equal(text, STR("\n"))) {
        builder_add_c(out, "<text:line-break/>");
        *was_blank = false;
    } else {
        odt_add_characters(out, text, was_blank);
    }
    return true;
}

static bool write_run(struct odt_output *output, uint32_t node, struct odt_state state,
                      const struct odt_wrap *own_wrap)
{
    const struct docx_part *part = output->part;
    uint32_t properties = docx_child(part, node, W_RPR);
    struct builder piece = builder_make(output->arena);
    bool *was_blank = state.struck.is_set ? &output->flow.own_was_blank : &output->flow.was_blank;
    if (state.struck.is_set && !output->flow.own_is_open)
        *was_blank = true;
    for (uint32_t child = node + 1; child < part->xml.nodes[node].end;
         child = part->xml.nodes[child].end)
        if (!add_piece(output, child, was_blank, &piece))
            return false;
    if (properties != NO_NODE && docx_child(part, properties, W_RPR_CHANGE) != NO_NODE)
        output->looks_tracked++;
    if (piece.length == 0)
        return true;
    bool blank = *was_blank;
    struct builder *out = odt_words_to(output, &state, own_wrap);
    *was_blank = blank;
    struct str attributes = odt_run_attributes(output, properties);
    struct str style_id =
        properties == NO_NODE ? STR("") : docx_child_value(part, properties, W_R_STYLE);
    uint32_t style = style_id.length > 0 ? names_find(output->styles->ids, style_id) : NAMES_NONE;
    struct str parent = style == NAMES_NONE ? STR("") : output->style_names[style];
    struct str name = parent;
    if (attributes.length > 0)
        name = odt_automatic_style(
            output, "text", "T", parent,
            arena_print(output->arena, "<style:text-properties%.*s/>", STR_ARGS(attributes)));
    if (name.length > 0)
        builder_print(out, "<text:span text:style-name=\"%.*s\">", STR_ARGS(name));
    builder_add(out, builder_str(&piece));
    builder_add_c(out, name.length > 0 ? "</text:span>" : "");
    return true;
}

// --- All of them

static bool write_link(struct odt_output *output, uint32_t node, struct odt_state state,
                       const struct odt_wrap *own_wrap)
{
    const struct docx_part *part = output->part;
    struct str id = docx_attribute(part, node, R_ID);
    struct str anchor = docx_attribute(part, node, W_ANCHOR);
    const struct docx_relationship *link = id.length > 0 ? docx_relationship(part, id) : NULL;
    struct str target = link                ? link->target
                        : anchor.length > 0 ? arena_print(output->arena, "#%.*s", STR_ARGS(anchor))
                                            : STR("");
    if (target.length == 0 || state.struck.is_set)
        return odt_write_runs(output, node, state, own_wrap);
    odt_end_struck(output, own_wrap);
    builder_add_c(&output->flow.words, "<text:a xlink:type=\"simple\"");
    xml_add_attribute(&output->flow.words, "xlink:href", target);
    builder_add_c(&output->flow.words, ">");
    bool done = odt_write_runs(output, node, state, own_wrap);
    odt_end_struck(output, own_wrap);
    builder_add_c(&output->flow.words, "</text:a>");
    return done;
}

static void write_bookmark(struct odt_output *output, uint32_t node)
{
    const struct docx_part *part = output->part;
    struct str id = docx_attribute(part, node, W_ID);
    bool is_start = docx_word(part, node) == W_BOOKMARK_START;
    struct str name = docx_attribute(part, node, W_NAME);
    if (is_start) {
        struct str *known = LIST_ADD(&output->bookmarks, struct str);
        if (names_add(output->bookmark_ids, id) + 1 != output->bookmarks.count) {
            list_cut(&output->bookmarks, output->bookmarks.count - 1);
            return;
        }
        *known = name;
    } else {
        uint32_t number = names_find(output->bookmark_ids, id);
        name = number == NAMES_NONE ? STR("") : *LIST_AT(&output->bookmarks, struct str, number);
    }
    if (name.length == 0 || output->is_beside)
        return;
    builder_print(&output->flow.words, "<text:bookmark-%s", is_start ? "start" : "end");
    xml_add_attribute(&output->flow.words, "text:name", name);
    builder_add_c(&output->flow.words, "/>");
}

static bool write_simple_field(struct odt_output *output, uint32_t node, struct odt_state state,
                               const struct odt_wrap *own_wrap)
{
    struct odt_field *field = &output->flow.field;
    if (field->depth > 0)
        return odt_write_runs(output, node, state, own_wrap);
    builder_cut(&field->code, 0);
    builder_add(&field->code, docx_attribute(output->part, node, W_INSTR));
    if (!is_computed(output))
        return odt_write_runs(output, node, state, own_wrap);
    end_field(output, odt_words_to(output, &state, own_wrap));
    return true;
}

// The words of an equation, one behind the other.
static void write_equation(struct odt_output *output, uint32_t node, struct odt_state state,
                           const struct odt_wrap *own_wrap)
{
    const struct docx_part *part = output->part;
    struct builder *out = odt_words_to(output, &state, own_wrap);
    bool *was_blank = state.struck.is_set ? &output->flow.own_was_blank : &output->flow.was_blank;
    for (uint32_t i = node + 1; i < part->xml.nodes[node].end; i++)
        if (docx_word(part, i) == WORD_TEXT_NODE)
            odt_add_characters(out, xml_text(&part->xml, i), was_blank);
}

bool odt_write_runs(struct odt_output *output, uint32_t node, struct odt_state state,
                    const struct odt_wrap *own_wrap)
{
    const struct docx_part *part = output->part;
    for (uint32_t child = node + 1; child < part->xml.nodes[node].end;
         child = part->xml.nodes[child].end) {
        struct odt_state own = odt_state_within(output, child, state);
        bool done = true;
        switch ((int)docx_word(part, child)) {
        case W_R:
            done = write_run(output, child, state, own_wrap);
            break;
        case W_HYPERLINK:
            done = write_link(output, child, state, own_wrap);
            break;
        case W_BOOKMARK_START:
        case W_BOOKMARK_END:
            write_bookmark(output, child);
            break;
        case W_COMMENT_RANGE_START:
        case W_COMMENT_RANGE_END:
            done = output->is_beside || odt_write_comment(output, child, &output->flow.words);
            break;
        case W_FLD_SIMPLE:
            done = write_simple_field(output, child, state, own_wrap);
            break;
        case M_O_MATH:
        case M_O_MATH_PARA:
            write_equation(output, child, state, own_wrap);
            break;
        case W_INS:
        case W_DEL:
        case W_MOVE_FROM:
        case W_MOVE_TO:
        case W_SDT:
        case W_SDT_CONTENT:
        case W_SMART_TAG:
        case W_CUSTOM_XML:
        case W_DIR:
        case W_BDO:
            done = odt_write_runs(output, child, own, own_wrap);
            break;
        }
        if (!done)
            return false;
    }
    return true;
}
