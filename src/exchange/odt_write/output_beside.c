// SPDX-License-Identifier: Apache-2.0
// What stands beside the text: notes, comments, pictures, boxes.
#include "codec/xml_write.h"
#include "exchange/docx/source.h"
#include "exchange/odt_write/output_parts.h"

#include <inttypes.h>

bool odt_related(struct odt_output *output, const char *type, const struct docx_part **part)
{
    uint32_t number = docx_related_part(output->package, output->package->main, str_of(type));
    *part = NULL;
    if (number == NO_PART)
        return true;
    if (!docx_part_tree(output->package, number, output->error))
        return false;
    *part = &output->package->parts[number];
    return true;
}

bool odt_write_aside(struct odt_output *output, const struct docx_part *part, uint32_t node,
                     struct str *blocks)
{
    struct odt_flow flow = output->flow;
    struct builder out = output->out;
    struct odt_who open = output->open;
    const struct docx_part *text = output->part;
    bool is_beside = output->is_beside;
    output->flow = (struct odt_flow){.words = builder_make(output->arena),
                                     .own = builder_make(output->arena),
                                     .was_blank = true,
                                     .field = {.code = builder_make(output->arena)}};
    output->out = builder_make(output->arena);
    output->open = (struct odt_who){.is_set = false};
    output->part = part;
    output->is_beside = true;
    bool done = output->write_blocks(output, node);
    *blocks = builder_str(&output->out);
    output->flow = flow;
    output->out = out;
    output->open = open;
    output->part = text;
    output->is_beside = is_beside;
    return done;
}

bool odt_write_note(struct odt_output *output, uint32_t node, bool is_end, struct builder *out)
{
    const struct docx_part *notes;
    struct str id = docx_attribute(output->part, node, W_ID);
    if (!odt_related(output, is_end ? "endnotes" : "footnotes", &notes))
        return false;
    for (uint32_t note = 1; notes && note < notes->xml.nodes[0].end;
         note = notes->xml.nodes[note].end) {
        if (docx_word(notes, note) != (is_end ? W_ENDNOTE : W_FOOTNOTE) ||
            !str_equal(docx_attribute(notes, note, W_ID), id))
            continue;
        struct str blocks;
        uint32_t number = ++output->note_count;
        if (!odt_write_aside(output, notes, note, &blocks))
            return false;
        builder_print(out,
                      "<text:note text:id=\"n%" PRIu32 "\" text:note-class=\"%s\">"
                      "<text:note-citation>%" PRIu32 "</text:note-citation><text:note-body>",
                      number, is_end ? "endnote" : "footnote", number);
        builder_add(out, blocks);
        builder_add_c(out, "</text:note-body></text:note>");
        return true;
    }
    return true;
}

bool odt_write_comment(struct odt_output *output, uint32_t node, struct builder *out)
{
    struct str id = docx_attribute(output->part, node, W_ID);
    uint32_t number = output->comments ? names_find(output->comment_ids, id) : NAMES_NONE;
    if (number == NAMES_NONE)
        return true;
    if (docx_word(output->part, node) == W_COMMENT_RANGE_END) {
        builder_print(out, "<office:annotation-end office:name=\"k%" PRIu32 "\"/>", number);
        return true;
    }
    const struct docx_part *comments = output->comments;
    uint32_t comment = *LIST_AT(&output->comment_nodes, uint32_t, number);
    struct str blocks;
    if (!odt_write_aside(output, comments, comment, &blocks))
        return false;
    struct str date = docx_attribute(comments, comment, W_DATE);
    builder_print(out, "<office:annotation office:name=\"k%" PRIu32 "\"><dc:creator>", number);
    xml_add_text(out, docx_attribute(comments, comment, W_AUTHOR));
    builder_add_c(out, "</dc:creator><dc:date>");
    xml_add_text(out, str_ends_with(date, STR("Z")) ? str_slice(date, 0, date.length - 1) : date);
    builder_add_c(out, "</dc:date>");
    builder_add(out, blocks);
    builder_add_c(out, "</office:annotation>");
    return true;
}

// --- Drawings

static uint32_t find_below(const struct docx_part *part, uint32_t node, enum word word)
{
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t i = node + 1; i < nodes[node].end; i++)
        if (docx_word(part, i) == word)
            return i;
    return NO_NODE;
}

static void add_size(const struct docx_part *part, uint32_t node, struct builder *out)
{
    uint32_t extent = find_below(part, node, WP_EXTENT);
    int64_t size;
    if (extent == NO_NODE)
        return;
    if (odt_number_of(odt_attribute(part, extent, "cx"), &size) && size > 0)
        odt_add_length(out, "svg:width", size / 635);
    if (odt_number_of(odt_attribute(part, extent, "cy"), &size) && size > 0)
        odt_add_length(out, "svg:height", size / 635);
}

// The picture that a relationship leads to, as an entry of the new archive; empty: none.
static bool take_picture(struct odt_output *output, uint32_t node, struct str *name)
{
    const struct docx_part *part = output->part;
    uint32_t blip = find_below(part, node, A_BLIP);
    uint32_t image = find_below(part, node, V_IMAGEDATA);
    struct str id = blip != NO_NODE    ? docx_attribute(part, blip, R_EMBED)
                    : image != NO_NODE ? docx_attribute(part, image, R_ID)
                                       : STR("");
    const struct docx_relationship *link = id.length > 0 ? docx_relationship(part, id) : NULL;
    *name = STR("");
    uint32_t number =
        link && !link->is_external ? docx_part_named(output->package, link->target) : NO_PART;
    if (number == NO_PART)
        return true;
    if (!docx_part_content(output->package, number, output->error))
        return false;
    struct str target = output->package->parts[number].name;
    uint32_t taken = names_add(output->media_names, target);
    struct str file = str_skip(target, str_behind_last(target, '/'));
    for (size_t i = 0; i < file.length; i++)
        if (file.bytes[i] < '-' || file.bytes[i] > 'z')
            file = STR("picture");
    *name = arena_print(output->arena, "Pictures/%" PRIu32 "-%.*s", taken + 1, STR_ARGS(file));
    if (taken == output->media.count)
        *LIST_ADD(&output->media, struct zip_change) =
            (struct zip_change){.name = *name, .content = output->package->parts[number].content};
    return true;
}

bool odt_write_drawing(struct odt_output *output, uint32_t node, struct builder *out)
{
    const struct docx_part *part = output->part;
    uint32_t box = find_below(part, node, W_TXBX_CONTENT);
    struct str picture = STR("");
    struct str blocks = STR("");
    if (box != NO_NODE && output->is_beside)
        return true; // a box within a box or a note
    if (box != NO_NODE ? !odt_write_aside(output, part, box, &blocks)
                       : !take_picture(output, node, &picture))
        return false;
    if (box == NO_NODE && picture.length == 0)
        return true;
    builder_print(out, "<draw:frame draw:name=\"Frame%" PRIu32 "\" text:anchor-type=\"%s\"",
                  ++output->frame_count, box == NO_NODE ? "as-char" : "char");
    add_size(part, node, out);
    builder_add_c(out, ">");
    if (box != NO_NODE) {
        builder_add_c(out, "<draw:text-box>");
        builder_add(out, blocks);
        builder_add_c(out, "</draw:text-box>");
    } else {
        builder_print(out,
                      "<draw:image xlink:href=\"%.*s\" xlink:type=\"simple\" "
                      "xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>",
                      STR_ARGS(picture));
    }
    builder_add_c(out, "</draw:frame>");
    return true;
}
