// SPDX-License-Identifier: Apache-2.0
// What stands beside the text: notes, comments, frames with pictures or words.
#include "codec/xml_write.h"
#include "exchange/odt/odt_parts.h"

#include "base/list.h"

#include <inttypes.h>

#define EMU_PER_TWIP 635

// --- Another text for a while

// What is set aside while a note, a comment or a box is written: its words are not tracked with those
// around it.
struct odt_aside {
    struct odt_paragraph paragraph;
    struct builder *out;
    struct list open;
    uint32_t struck_by;
    struct odt_struck *struck;
    enum odt_target target;
    struct str prefix;
    uint32_t contents_left;
};

static struct odt_aside turn_to(struct odt_writer *writer, struct builder *out,
                                enum odt_target target)
{
    struct odt_aside aside = {writer->paragraph, writer->out,          writer->open,
                              writer->struck_by, writer->struck,       writer->target,
                              writer->prefix,    writer->contents_left};
    writer->paragraph = (struct odt_paragraph){.content = builder_make(writer->arena)};
    writer->out = out;
    writer->open = LIST_MAKE(writer->arena, uint32_t);
    writer->struck_by = ODT_NO_REGION;
    writer->struck = NULL;
    writer->target = target;
    writer->prefix = STR("");
    writer->contents_left = 0;
    return aside;
}

static void turn_back(struct odt_writer *writer, const struct odt_aside *aside)
{
    writer->paragraph = aside->paragraph;
    writer->out = aside->out;
    writer->open = aside->open;
    writer->struck_by = aside->struck_by;
    writer->struck = aside->struck;
    writer->target = aside->target;
    writer->prefix = aside->prefix;
    writer->contents_left = aside->contents_left;
}

// A story holds a paragraph, and ends with one.
static void end_story(struct builder *out, size_t from)
{
    if (out->length == from || !str_ends_with(builder_str(out), STR("</w:p>")))
        builder_add_c(out, "<w:p/>");
}

struct str odt_relation(struct odt_writer *writer, const char *type, struct str target,
                        bool is_external)
{
    struct builder *out = &writer->relations[writer->target];
    struct str id = arena_print(writer->arena, "odt%" PRIu32, ++writer->relation_count);
    builder_print(out,
                  "<Relationship Id=\"%.*s\" Type=\"http://schemas.openxmlformats.org/"
                  "officeDocument/2006/relationships/%s\"",
                  STR_ARGS(id), type);
    xml_add_attribute(out, "Target", target);
    builder_add_c(out, is_external ? " TargetMode=\"External\"/>" : "/>");
    return id;
}

bool odt_add_story(struct odt_writer *writer, uint32_t node, enum odt_target target)
{
    struct builder *out = &writer->notes[target];
    struct odt_aside aside = turn_to(writer, out, target);
    bool done = writer->add_blocks(writer, node, NULL);
    end_story(out, 0);
    turn_back(writer, &aside);
    return done;
}

// --- Notes

bool odt_add_note(struct odt_writer *writer, uint32_t node, const struct odt_run_look *look)
{
    uint32_t body = odt_child(writer->tree, node, ODT_NOTE_BODY);
    bool is_end = odt_is(writer->tree, node, ODT_NOTE_CLASS, STR("endnote"));
    const char *kind = is_end ? "endnote" : "footnote";
    enum odt_target target = is_end ? TARGET_ENDNOTES : TARGET_FOOTNOTES;
    struct builder *out = &writer->notes[target];
    // A note within a note, a comment or a header has no place in Word.
    if (body == 0 || writer->target != TARGET_DOCUMENT)
        return true;
    uint32_t id = ++writer->note_count;
    struct odt_aside aside = turn_to(writer, out, target);
    builder_print(out, "<w:%s w:id=\"%" PRIu32 "\">", kind, id);
    size_t from = out->length;
    writer->prefix =
        arena_print(writer->arena,
                    "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:%sRef/>"
                    "</w:r>",
                    kind);
    bool done = writer->add_blocks(writer, body, NULL);
    end_story(out, from);
    builder_print(out, "</w:%s>", kind);
    turn_back(writer, &aside);
    struct odt_run_look raised = *look;
    raised.places[RUN_POSITION] = STR("<w:vertAlign w:val=\"superscript\"/>");
    odt_add_run(writer, &raised,
                arena_print(writer->arena, "<w:%sReference w:id=\"%" PRIu32 "\"/>", kind, id));
    writer->paragraph.drops_space = false;
    return done;
}

// --- Comments

static void refer_to_comment(struct odt_writer *writer, uint32_t id)
{
    builder_print(&writer->paragraph.content,
                  "<w:commentRangeEnd w:id=\"%" PRIu32
                  "\"/><w:r><w:commentReference w:id=\"%" PRIu32 "\"/></w:r>",
                  id, id);
}

bool odt_add_comment(struct odt_writer *writer, uint32_t node)
{
    const struct odt_tree *tree = writer->tree;
    struct builder *out = &writer->notes[TARGET_COMMENTS];
    uint32_t creator = odt_child(tree, node, ODT_CREATOR);
    uint32_t date = odt_child(tree, node, ODT_DATE);
    struct str name = odt_value(tree, node, ODT_OFFICE_NAME);
    if (writer->target != TARGET_DOCUMENT)
        return true; // Word has no comments on notes of comments
    uint32_t id = writer->comment_count++;
    struct odt_aside aside = turn_to(writer, out, TARGET_COMMENTS);
    struct builder tag = builder_make(writer->arena);
    odt_add_change(writer, &tag, "comment",
                   creator == 0 ? STR("") : odt_characters(tree, creator, writer->arena),
                   date == 0 ? STR("") : odt_characters(tree, date, writer->arena));
    // Comments count their ids for themselves.
    struct str behind = str_skip(builder_str(&tag), str_find(builder_str(&tag), STR(" w:author")));
    builder_print(out, "<w:comment w:id=\"%" PRIu32 "\"%.*s>", id, STR_ARGS(behind));
    size_t from = out->length;
    bool done = writer->add_blocks(writer, node, NULL);
    end_story(out, from);
    builder_add_c(out, "</w:comment>");
    turn_back(writer, &aside);
    builder_print(&writer->paragraph.content, "<w:commentRangeStart w:id=\"%" PRIu32 "\"/>", id);
    // The number of its name is that of the comment, or it has none.
    bool is_range = name.length > 0 && names_add(writer->comments, name) == id;
    if (!is_range) {
        refer_to_comment(writer, id);
        while (names_count(writer->comments) <= id)
            (void)names_add_numbered(writer->comments, STR(" none"), ' ', 1);
    }
    return done;
}

void odt_end_comment(struct odt_writer *writer, uint32_t node)
{
    uint32_t id = names_find(writer->comments, odt_value(writer->tree, node, ODT_OFFICE_NAME));
    if (id != NAMES_NONE && id < writer->comment_count && writer->target == TARGET_DOCUMENT)
        refer_to_comment(writer, id);
}

// --- Frames

// A picture of the package as a part of the new one; empty when there is no such entry.
static bool take_picture(struct odt_writer *writer, struct str href, struct str *id)
{
    *id = STR("");
    const struct zip_entry *entry = zip_find(writer->zip, href);
    if (!entry || str_find_byte(href, '.') == href.length)
        return true;
    uint32_t number = names_add(writer->media_names, href);
    struct str ending = str_skip(href, str_behind_last(href, '.'));
    for (size_t i = 0; i < ending.length; i++)
        if (ending.length > 4 || ending.bytes[i] < '0' || ending.bytes[i] > 'z')
            return true;
    struct str name =
        arena_print(writer->arena, "media/picture%" PRIu32 ".%.*s", number + 1, STR_ARGS(ending));
    if (number == writer->media.count) {
        struct zip_change *part = LIST_ADD(&writer->media, struct zip_change);
        part->name = arena_print(writer->arena, "word/%.*s", STR_ARGS(name));
        if (!zip_unpack(writer->zip, entry, writer->arena, &part->content, writer->error))
            return false;
    }
    *id = odt_relation(writer, "image", name, false);
    return true;
}

static void frame_size(const struct odt_writer *writer, uint32_t node, int64_t *width,
                       int64_t *height)
{
    if (!odt_twips(odt_value(writer->tree, node, ODT_WIDTH), width) || *width <= 0)
        *width = 1440;
    if (!odt_twips(odt_value(writer->tree, node, ODT_HEIGHT), height) || *height <= 0)
        *height = 1440;
}

static void add_drawing(struct odt_writer *writer, uint32_t node, struct str id,
                        const struct odt_run_look *look)
{
    int64_t width;
    int64_t height;
    uint32_t number = ++writer->drawing_count;
    uint32_t description = odt_child(writer->tree, node, ODT_DESCRIPTION);
    struct builder out = builder_make(writer->arena);
    frame_size(writer, node, &width, &height);
    builder_print(&out,
                  "<w:drawing><wp:inline><wp:extent cx=\"%" PRId64 "\" cy=\"%" PRId64
                  "\"/><wp:docPr id=\"%" PRIu32 "\" name=\"Picture %" PRIu32 "\"",
                  width * EMU_PER_TWIP, height * EMU_PER_TWIP, number, number);
    if (description != 0)
        xml_add_attribute(&out, "descr", odt_characters(writer->tree, description, writer->arena));
    builder_print(
        &out,
        "/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/"
        "picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"%" PRIu32
        "\" name=\"Picture\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
        "r:embed=\"%.*s\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"%" PRId64 "\" cy=\"%" PRId64
        "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>",
        number, STR_ARGS(id), width * EMU_PER_TWIP, height * EMU_PER_TWIP);
    odt_add_run(writer, look, builder_str(&out));
}

static bool add_box(struct odt_writer *writer, uint32_t frame, uint32_t box,
                    const struct odt_run_look *look)
{
    int64_t width;
    int64_t height;
    struct builder content = builder_make(writer->arena);
    struct builder out = builder_make(writer->arena);
    frame_size(writer, frame, &width, &height);
    struct odt_aside aside = turn_to(writer, &content, writer->target);
    bool done = writer->add_blocks(writer, box, NULL);
    turn_back(writer, &aside);
    end_story(&content, 0);
    builder_print(&out,
                  "<w:pict><v:rect style=\"width:%" PRId64 "pt;height:%" PRId64
                  "pt\"><v:textbox><w:txbxContent>",
                  width / 20, height / 20);
    builder_add(&out, builder_str(&content));
    builder_add_c(&out, "</w:txbxContent></v:textbox></v:rect></w:pict>");
    odt_add_run(writer, look, builder_str(&out));
    return done;
}

bool odt_add_frame(struct odt_writer *writer, uint32_t node, const struct odt_run_look *look)
{
    const struct odt_tree *tree = writer->tree;
    uint32_t box = odt_child(tree, node, ODT_TEXT_BOX);
    uint32_t image = odt_child(tree, node, ODT_IMAGE);
    bool is_shape = odt_word(tree, node) == ODT_SHAPE;
    bool has_words = is_shape && (odt_child(tree, node, ODT_P) || odt_child(tree, node, ODT_LIST));
    struct str id = STR("");
    writer->paragraph.drops_space = false;
    if (box != 0 || has_words)
        return add_box(writer, node, box != 0 ? box : node, look);
    if (image != 0 && !take_picture(writer, odt_value(tree, image, ODT_HREF), &id))
        return false;
    if (id.length > 0)
        add_drawing(writer, node, id, look);
    else // nothing in it that Word could show: what it held is its place alone
        odt_add_run(writer, look,
                    arena_print(writer->arena, "<w:pict><v:rect id=\"shape%" PRIu32 "\"/></w:pict>",
                                ++writer->drawing_count));
    return true;
}

bool odt_keep_frame(struct odt_writer *writer, uint32_t node)
{
    const struct odt_run_look plain = {.style = STR("")};
    struct odt_paragraph before = writer->paragraph;
    if (writer->paragraph.is_open)
        return odt_add_frame(writer, node, &plain);
    writer->paragraph = (struct odt_paragraph){.content = builder_make(writer->arena)};
    bool done = odt_add_frame(writer, node, &plain);
    writer->prefix = arena_print(writer->arena, "%.*s%.*s", STR_ARGS(writer->prefix),
                                 STR_ARGS(builder_str(&writer->paragraph.content)));
    writer->paragraph = before;
    return done;
}
