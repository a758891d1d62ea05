// SPDX-License-Identifier: Apache-2.0
//
//   mimetype                application/vnd.oasis.opendocument.text
//   content.xml             automatic styles, tracked changes, the text     -> word/document.xml and notes
//   styles.xml              named styles, list styles, pages                -> word/styles.xml, numbering.xml
//   Pictures/…                                                              -> word/media/…
//   META-INF/manifest.xml   which parts are encrypted
#include "exchange/odt/odt_to_docx.h"

#include "base/list.h"
#include "codec/xml_write.h"
#include "exchange/odt/odt_parts.h"

#include <inttypes.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define SPACES                                                                                     \
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" OFFICE  \
    "\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "      \
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "                           \
    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "                      \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\""

#define KIND "application/vnd.oasis.opendocument."

bool zip_is_odt(const struct zip *zip)
{
    const struct zip_entry *kind = zip_find(zip, STR("mimetype"));
    return (kind && str_starts_with(kind->packed, STR(KIND))) ||
           (zip_find(zip, STR("content.xml")) && !zip_find(zip, STR("[Content_Types].xml")) &&
            zip_find(zip, STR("META-INF/manifest.xml")));
}

// --- What is read

static bool check_kind(const struct zip *zip, const struct input_limits *limits,
                       struct arena *arena, struct error *error)
{
    const struct zip_entry *kind = zip_find(zip, STR("mimetype"));
    const struct zip_entry *manifest = zip_find(zip, STR("META-INF/manifest.xml"));
    struct str listed = STR("");
    bool is_stored = kind && str_starts_with(kind->packed, STR(KIND));
    struct str word = is_stored ? str_trim(str_skip(kind->packed, sizeof KIND - 1)) : STR("text");
    if (!str_starts_with(word, STR("text")))
        return error_at(error, UNSUPPORTED, place_of(zip->source),
                        "this is an OpenDocument file, but no text (it is a %.*s)",
                        STR_ARGS(str_slice(word, 0, 40)));
    if (manifest && (!input_limits_spend(limits, manifest->bytes, error) ||
                     !zip_unpack(zip, manifest, arena, &listed, error)))
        return false;
    if (str_contains(listed, STR("encryption-data")))
        return error_at(error, UNSUPPORTED, place_of(zip->source),
                        "this file is encrypted; open it with its password and save it without");
    return true;
}

// The part as a tree; `found` is false when the archive has none.
static bool read_part(const struct zip *zip, struct str name, const struct input_limits *limits,
                      struct arena *arena, struct odt_tree *tree, bool *found, struct error *error)
{
    const struct zip_entry *entry = zip_find(zip, name);
    struct str bytes;
    *found = entry != NULL;
    return !entry || (input_limits_spend(limits, entry->bytes, error) &&
                      zip_unpack(zip, entry, arena, &bytes, error) &&
                      odt_tree_read(place_with_part(place_of(zip->source), name), bytes, limits,
                                    arena, tree, error));
}

static bool find_text(const struct zip *zip, const struct odt_tree *tree, uint32_t *text,
                      struct error *error)
{
    uint32_t body = odt_child(tree, 0, ODT_BODY);
    *text = body == 0 ? 0 : odt_child(tree, body, ODT_TEXT);
    return *text != 0 ||
           error_at(error, BAD_INPUT, place_with_part(place_of(zip->source), STR("content.xml")),
                    "this OpenDocument file has no text (no office:text)");
}

// --- What is written

static const struct {
    const char *part;
    const char *root;
    const char *relation;
    const char *before; // what Word itself wants in it
} targets[TARGETS] = {
    [TARGET_DOCUMENT] = {"document", "document", "officeDocument", ""},
    [TARGET_FOOTNOTES] = {"footnotes", "footnotes", "footnotes",
                          "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/>"
                          "</w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" "
                          "w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"
                          "</w:footnote>"},
    [TARGET_ENDNOTES] = {"endnotes", "endnotes", "endnotes",
                         "<w:endnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/>"
                         "</w:r></w:p></w:endnote><w:endnote w:type=\"continuationSeparator\" "
                         "w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"
                         "</w:endnote>"},
    [TARGET_COMMENTS] = {"comments", "comments", "comments", ""},
    [TARGET_HEADER] = {"header", "hdr", "header", ""},
    [TARGET_FOOTER] = {"footer", "ftr", "footer", ""},
};

struct odt_package {
    struct arena *arena;
    struct list parts; // struct zip_change
    struct builder types;
};

static void add_part(struct odt_package *package, struct str name, struct str content)
{
    struct zip_change *part = LIST_ADD(&package->parts, struct zip_change);
    part->name = name;
    part->content = content;
}

static void add_typed(struct odt_package *package, const char *part, const char *type,
                      struct str content)
{
    builder_print(&package->types,
                  "<Override PartName=\"/word/%s.xml\" ContentType=\"" TYPE "%s+xml\"/>", part,
                  type);
    add_part(package, arena_print(package->arena, "word/%s.xml", part), content);
}

static void add_relations(struct odt_package *package, const char *part, struct str relations)
{
    if (relations.length == 0)
        return;
    add_part(package, arena_print(package->arena, "word/_rels/%s.xml.rels", part),
             arena_print(package->arena,
                         HEAD "<Relationships xmlns=\"" PACKAGE
                              "relationships\">%.*s</Relationships>",
                         STR_ARGS(relations)));
}

static void add_text_part(struct odt_package *package, struct odt_writer *writer,
                          enum odt_target target, struct str content)
{
    struct builder out = builder_make(package->arena);
    builder_reserve(&out, content.length + 2000);
    builder_print(&out, HEAD "<w:%s" SPACES ">%s", targets[target].root, targets[target].before);
    builder_add(&out, content);
    builder_print(&out, "</w:%s>", targets[target].root);
    bool is_document = target == TARGET_DOCUMENT;
    add_typed(package, targets[target].part, is_document ? "document.main" : targets[target].part,
              builder_str(&out));
    if (!is_document && target != TARGET_HEADER && target != TARGET_FOOTER) {
        writer->target = TARGET_DOCUMENT;
        (void)odt_relation(writer, targets[target].relation,
                           arena_print(package->arena, "%s.xml", targets[target].part), false);
    }
    add_relations(package, targets[target].part, builder_str(&writer->relations[target]));
}

static bool write_package(struct odt_writer *writer, struct str *docx)
{
    struct odt_package package = {writer->arena, LIST_MAKE(writer->arena, struct zip_change),
                                  builder_make(writer->arena)};
    add_part(&package, STR("[Content_Types].xml"), STR(""));
    add_part(&package, STR("_rels/.rels"),
             STR(HEAD "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" "
                      "Type=\"" OFFICE "/officeDocument\" Target=\"word/document.xml\"/>"
                      "</Relationships>"));
    for (int t = TARGET_FOOTNOTES; t < TARGETS; t++)
        if (writer->notes[t].length > 0)
            add_text_part(&package, writer, (enum odt_target)t, builder_str(&writer->notes[t]));
    (void)odt_relation(writer, "styles", STR("styles.xml"), false);
    (void)odt_relation(writer, "numbering", STR("numbering.xml"), false);
    add_text_part(&package, writer, TARGET_DOCUMENT, builder_str(&writer->body));
    add_typed(&package, "styles", "styles", odt_styles_part(writer->styles, writer->arena));
    add_typed(&package, "numbering", "numbering", odt_lists_part(writer->lists, writer->arena));
    for (size_t i = 0; i < writer->media.count; i++) {
        const struct zip_change *picture = LIST_AT(&writer->media, struct zip_change, i);
        add_part(&package, picture->name, picture->content);
    }
    LIST_AT(&package.parts, struct zip_change, 0)->content = arena_print(
        writer->arena,
        HEAD "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
             "<Default Extension=\"png\" ContentType=\"image/png\"/>"
             "<Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>"
             "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
             "<Default Extension=\"gif\" ContentType=\"image/gif\"/>"
             "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
             "<Default Extension=\"bmp\" ContentType=\"image/bmp\"/>"
             "<Default Extension=\"tif\" ContentType=\"image/tiff\"/>"
             "<Default Extension=\"tiff\" ContentType=\"image/tiff\"/>"
             "<Default Extension=\"emf\" ContentType=\"image/x-emf\"/>"
             "<Default Extension=\"wmf\" ContentType=\"image/x-wmf\"/>%.*s</Types>",
        STR_ARGS(builder_str(&package.types)));
    return zip_write_passing(NULL, LIST_ITEMS(&package.parts, struct zip_change),
                             package.parts.count, writer->arena, docx, writer->error);
}

static struct odt_writer writer_make(const struct zip *zip, const struct input_limits *limits,
                                     struct arena *arena, struct error *error)
{
    struct odt_writer writer = {
        .arena = arena,
        .name = zip->source,
        .limits = limits,
        .error = error,
        .zip = zip,
        .region_ids = names_make(arena),
        .regions = LIST_MAKE(arena, struct odt_region),
        .open = LIST_MAKE(arena, uint32_t),
        .add_blocks = odt_add_blocks,
        .struck_by = ODT_NO_REGION,
        .paragraph = {.content = builder_make(arena)},
        .body = builder_make(arena),
        .media = LIST_MAKE(arena, struct zip_change),
        .media_names = names_make(arena),
        .bookmarks = names_make(arena),
        .comments = names_make(arena),
    };
    for (int i = 0; i < TARGETS; i++) {
        writer.notes[i] = builder_make(arena);
        writer.relations[i] = builder_make(arena);
    }
    return writer;
}

bool odt_to_docx(const struct zip *zip, const struct input_limits *limits, struct arena *arena,
                 struct str *docx, struct error *error)
{
    struct odt_tree content;
    struct odt_tree styles;
    bool has_content;
    bool has_styles;
    uint32_t text;
    if (!check_kind(zip, limits, arena, error) ||
        !read_part(zip, STR("content.xml"), limits, arena, &content, &has_content, error))
        return false;
    if (!has_content)
        return error_at(error, BAD_INPUT, place_of(zip->source),
                        "this OpenDocument file has no content.xml");
    if (!read_part(zip, STR("styles.xml"), limits, arena, &styles, &has_styles, error) ||
        !find_text(zip, &content, &text, error))
        return false;
    struct odt_writer writer = writer_make(zip, limits, arena, error);
    writer.tree = &content;
    writer.out = &writer.body;
    writer.styles = odt_styles_read(&content, has_styles ? &styles : NULL, arena);
    writer.lists = odt_lists_read(&content, has_styles ? &styles : NULL, arena);
    odt_regions_read(&writer, text);
    builder_add_c(&writer.body, "<w:body>");
    if (!odt_add_blocks(&writer, text, NULL))
        return false;
    if (!str_ends_with(builder_str(&writer.body), STR("</w:p>")))
        builder_add_c(&writer.body, "<w:p/>");
    if (!odt_add_page(&writer, has_styles ? &styles : NULL))
        return false;
    builder_add_c(&writer.body, "</w:body>");
    return write_package(&writer, docx);
}
