// SPDX-License-Identifier: Apache-2.0
// Tracked changes.
//
// OpenDocument keeps what was struck at the head of the text, as paragraphs, and a point where it stood:
//
//   <text:changed-region text:id="c1">
//     <text:deletion>… <text:p>end of one</text:p><text:p>start of two</text:p>
//   <text:p>One, <text:change text:change-id="c1"/> and what follows</text:p>
//
// Word keeps it in its place, a paragraph's mark struck with it. What was inserted stands between two points
// in both.
#include "exchange/odt/odt_parts.h"

#include "base/list.h"
#include "codec/xml_write.h"

#include <inttypes.h>

static void read_info(struct odt_writer *writer, uint32_t change, struct str *author,
                      struct str *date)
{
    const struct odt_tree *tree = writer->tree;
    uint32_t info = odt_child(tree, change, ODT_CHANGE_INFO);
    uint32_t creator = info == 0 ? 0 : odt_child(tree, info, ODT_CREATOR);
    uint32_t when = info == 0 ? 0 : odt_child(tree, info, ODT_DATE);
    *author = creator == 0 ? STR("") : odt_characters(tree, creator, writer->arena);
    *date = when == 0 ? STR("") : odt_characters(tree, when, writer->arena);
}

static void read_region(struct odt_writer *writer, uint32_t node)
{
    const struct odt_tree *tree = writer->tree;
    struct str id = odt_value(tree, node, ODT_XML_ID);
    if (id.length == 0)
        id = odt_value(tree, node, ODT_ID);
    if (names_add(writer->region_ids, id) != writer->regions.count)
        return; // the first of two with one id counts
    struct odt_region *region = LIST_ADD(&writer->regions, struct odt_region);
    for (uint32_t child = node + 1; child < tree->xml.nodes[node].end;
         child = tree->xml.nodes[child].end) {
        enum odt_word word = odt_word(tree, child);
        bool is_first = region->kind == ODT_UNKNOWN;
        if (is_first &&
            (word == ODT_INSERTION || word == ODT_DELETION || word == ODT_FORMAT_CHANGE)) {
            region->kind = word;
            region->content = child;
            read_info(writer, child, &region->author, &region->date);
        } else if (!is_first && word == ODT_INSERTION) {
            region->was_inserted = true;
            read_info(writer, child, &region->inserter, &region->inserted_on);
        }
    }
}

void odt_regions_read(struct odt_writer *writer, uint32_t text)
{
    const struct xml_node *nodes = writer->tree->xml.nodes;
    uint32_t changes = odt_child(writer->tree, text, ODT_TRACKED_CHANGES);
    for (uint32_t node = changes + 1; changes != 0 && node < nodes[changes].end;
         node = nodes[node].end)
        if (odt_word(writer->tree, node) == ODT_CHANGED_REGION)
            read_region(writer, node);
}

static struct odt_region *region_at(const struct odt_writer *writer, uint32_t number)
{
    return LIST_AT(&writer->regions, struct odt_region, number);
}

static uint32_t region_of(const struct odt_writer *writer, uint32_t node, enum odt_word kind)
{
    uint32_t number = names_find(writer->region_ids, odt_value(writer->tree, node, ODT_CHANGE_ID));
    return number != NAMES_NONE && region_at(writer, number)->kind == kind ? number : ODT_NO_REGION;
}

// --- Insertions

uint32_t odt_open_insertion(const struct odt_writer *writer)
{
    size_t count = writer->open.count;
    return count == 0 ? ODT_NO_REGION : *LIST_AT(&writer->open, uint32_t, count - 1);
}

void odt_change_start(struct odt_writer *writer, uint32_t node)
{
    uint32_t region = region_of(writer, node, ODT_INSERTION);
    if (region == ODT_NO_REGION || region_at(writer, region)->is_used)
        return;
    region_at(writer, region)->is_used = true;
    *LIST_ADD(&writer->open, uint32_t) = region;
}

void odt_change_end(struct odt_writer *writer, uint32_t node)
{
    uint32_t region = region_of(writer, node, ODT_INSERTION);
    uint32_t *open = LIST_ITEMS(&writer->open, uint32_t);
    for (size_t i = writer->open.count; i-- > 0;)
        if (open[i] == region) {
            for (size_t k = i + 1; k < writer->open.count; k++)
                open[k - 1] = open[k];
            list_cut(&writer->open, writer->open.count - 1);
            return;
        }
}

// --- Marks

// "2031-03-10T09:00:00.123" as Word writes it; nothing for what is no moment.
static struct str moment_of(struct str date, struct arena *arena)
{
    static const char shape[] = "0000-00-00T00:00:00";
    size_t length = date.length < 19 ? 10 : 19;
    if (date.length < 10)
        return STR("");
    for (size_t i = 0; i < length; i++) {
        bool is_digit = date.bytes[i] >= '0' && date.bytes[i] <= '9';
        if (shape[i] == '0' ? !is_digit : date.bytes[i] != shape[i])
            return STR("");
    }
    return arena_print(arena, "%.*s%sZ", (int)length, date.bytes, length == 10 ? "T00:00:00" : "");
}

void odt_add_change(struct odt_writer *writer, struct builder *out, const char *element,
                    struct str author, struct str date)
{
    struct str moment = moment_of(date, writer->arena);
    builder_print(out, "<w:%s w:id=\"%" PRIu32 "\"", element, ++writer->change_count);
    xml_add_attribute(out, "w:author", author);
    if (moment.length > 0)
        xml_add_attribute(out, "w:date", moment);
}

void odt_add_marks(struct odt_writer *writer, struct builder *out, bool is_struck)
{
    uint32_t open = odt_open_insertion(writer);
    const struct odt_region *struck = is_struck && writer->struck_by != ODT_NO_REGION
                                          ? region_at(writer, writer->struck_by)
                                          : NULL;
    if (struck && struck->was_inserted)
        odt_add_change(writer, out, "ins", struck->inserter, struck->inserted_on);
    else if (open != ODT_NO_REGION)
        odt_add_change(writer, out, "ins", region_at(writer, open)->author,
                       region_at(writer, open)->date);
    if ((struck && struck->was_inserted) || open != ODT_NO_REGION)
        builder_add_c(out, "/>");
    if (!struck)
        return;
    odt_add_change(writer, out, "del", struck->author, struck->date);
    builder_add_c(out, "/>");
}

void odt_add_run(struct odt_writer *writer, const struct odt_run_look *look, struct str content)
{
    struct builder *out = &writer->paragraph.content;
    uint32_t open = odt_open_insertion(writer);
    const struct odt_region *struck =
        writer->struck_by == ODT_NO_REGION ? NULL : region_at(writer, writer->struck_by);
    bool was_inserted = struck && struck->was_inserted;
    const struct odt_region *inserted = open == ODT_NO_REGION ? NULL : region_at(writer, open);
    if (was_inserted)
        odt_add_change(writer, out, "ins", struck->inserter, struck->inserted_on);
    else if (inserted)
        odt_add_change(writer, out, "ins", inserted->author, inserted->date);
    builder_add_c(out, was_inserted || inserted ? ">" : "");
    if (struck) {
        odt_add_change(writer, out, "del", struck->author, struck->date);
        builder_add_c(out, ">");
    }
    builder_add_c(out, "<w:r><w:rPr>");
    odt_run_look_add(look, out);
    builder_add_c(out, "</w:rPr>");
    builder_add(out, content);
    builder_add_c(out, struck ? "</w:r></w:del>" : "</w:r>");
    builder_add_c(out, was_inserted || inserted ? "</w:ins>" : "");
}

// --- What was struck

// The paragraphs of a deletion, those in tables and notes not counted.
static uint32_t count_paragraphs(const struct odt_tree *tree, uint32_t node)
{
    const struct xml_node *nodes = tree->xml.nodes;
    uint32_t count = 0;
    for (uint32_t i = node + 1; i < nodes[node].end;) {
        enum odt_word word = odt_word(tree, i);
        bool is_paragraph = word == ODT_P || word == ODT_H;
        count += is_paragraph;
        i = is_paragraph || word == ODT_TABLE ? nodes[i].end : i + 1;
    }
    return count;
}

// Where nothing stands around them, struck paragraphs are whole ones.
bool odt_change_point(struct odt_writer *writer, uint32_t node)
{
    uint32_t number = region_of(writer, node, ODT_DELETION);
    if (number == ODT_NO_REGION || region_at(writer, number)->is_used)
        return true;
    struct odt_region *region = region_at(writer, number);
    struct odt_struck struck = {.left = count_paragraphs(writer->tree, region->content),
                                .is_first = true,
                                .began_empty = writer->paragraph.content.length == 0,
                                .around = writer->paragraph.look};
    const uint32_t outer_by = writer->struck_by;
    struct odt_struck *outer = writer->struck;
    bool drops_space = writer->paragraph.drops_space;
    region->is_used = true;
    writer->struck_by = number;
    writer->struck = writer->paragraph.is_open ? &struck : NULL;
    bool done = writer->add_blocks(writer, region->content, NULL);
    writer->struck_by = outer_by;
    writer->struck = outer;
    writer->paragraph.drops_space = drops_space;
    return done;
}
