// SPDX-License-Identifier: Apache-2.0
#include "exchange/odt_write/docx_to_odt.h"

#include "codec/xml_write.h"
#include "exchange/odt_write/output_parts.h"

#include <inttypes.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define KIND "application/vnd.oasis.opendocument.text"
#define SPACES                                                                                     \
    " xmlns:office=\"" OASIS "office:1.0\" xmlns:text=\"" OASIS "text:1.0\" xmlns:style=\"" OASIS  \
    "style:1.0\" xmlns:table=\"" OASIS "table:1.0\" xmlns:draw=\"" OASIS                           \
    "drawing:1.0\" xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\" xmlns:svg=\"" OASIS                 \
    "svg-compatible:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                          \
    "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "                                                \
    "xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" "        \
    "office:version=\"1.3\""

// --- What is read first

static bool read_theme(struct odt_output *output)
{
    const struct docx_part *theme;
    if (!odt_related(output, "theme", &theme))
        return false;
    for (uint32_t i = 1; theme && i < theme->xml.node_count; i++) {
        if (theme->xml.nodes[i].name == XML_TEXT)
            continue;
        struct str name = xml_local(&theme->xml, theme->xml.nodes[i].name);
        bool is_minor = str_equal(name, STR("minorFont"));
        if (!is_minor && !str_equal(name, STR("majorFont")))
            continue;
        uint32_t latin = odt_named_child(theme, i, "latin");
        if (latin != NO_NODE)
            output->fonts[is_minor] = odt_attribute(theme, latin, "typeface");
    }
    return true;
}

static bool read_comments(struct odt_output *output)
{
    output->comment_ids = names_make(output->arena);
    if (!odt_related(output, "comments", &output->comments))
        return false;
    const struct docx_part *part = output->comments;
    for (uint32_t node = 1; part && node < part->xml.nodes[0].end; node = part->xml.nodes[node].end)
        if (docx_word(part, node) == W_COMMENT &&
            names_add(output->comment_ids, docx_attribute(part, node, W_ID)) ==
                output->comment_nodes.count)
            *LIST_ADD(&output->comment_nodes, uint32_t) = node;
    return true;
}

static bool read_side_parts(struct odt_output *output)
{
    struct docx_package *package = output->package;
    const struct docx_part *part;
    if (!read_theme(output) || !read_comments(output) || !odt_related(output, "styles", &part) ||
        !odt_related(output, "numbering", &output->numbering))
        return false;
    struct docx_styles *styles = ARENA_NEW(output->arena, struct docx_styles);
    *styles = styles_read(package, docx_related_part(package, package->main, STR("styles")),
                          output->arena);
    output->styles = styles;
    output->counted =
        numbering_read(package, docx_related_part(package, package->main, STR("numbering")), styles,
                       output->arena);
    odt_name_styles(output);
    odt_read_lists(output);
    return true;
}

// --- The page

static uint32_t last_section(const struct docx_part *part, uint32_t body)
{
    uint32_t found = NO_NODE;
    for (uint32_t child = body + 1; child < part->xml.nodes[body].end;
         child = part->xml.nodes[child].end)
        if (docx_word(part, child) == W_SECT_PR)
            found = child;
    return found;
}

static void add_page(const struct odt_output *output, uint32_t section, struct builder *out)
{
    static const struct {
        const char *element;
        const char *attribute;
        const char *name;
        int64_t otherwise;
    } sizes[] = {
        {"pgSz", "w", "fo:page-width", 11906},     {"pgSz", "h", "fo:page-height", 16838},
        {"pgMar", "top", "fo:margin-top", 1134},   {"pgMar", "bottom", "fo:margin-bottom", 1134},
        {"pgMar", "left", "fo:margin-left", 1134}, {"pgMar", "right", "fo:margin-right", 1134},
    };
    int64_t found[2] = {0, 0};
    builder_add_c(out, "<style:page-layout style:name=\"page\"><style:page-layout-properties");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        uint32_t node =
            section == NO_NODE ? NO_NODE : odt_named_child(output->part, section, sizes[i].element);
        int64_t number;
        if (node == NO_NODE ||
            !odt_number_of(odt_attribute(output->part, node, sizes[i].attribute), &number) ||
            number <= 0)
            number = sizes[i].otherwise;
        odt_add_length(out, sizes[i].name, number);
        if (i < 2)
            found[i] = number;
    }
    builder_print(out, " style:print-orientation=\"%s\"/></style:page-layout>",
                  found[0] > found[1] ? "landscape" : "portrait");
}

static bool add_running(struct odt_output *output, uint32_t section, enum word word,
                        const char *name, struct builder *out)
{
    const struct docx_part *text = output->part;
    for (uint32_t node = section + 1; section != NO_NODE && node < text->xml.nodes[section].end;
         node = text->xml.nodes[node].end) {
        struct str type = docx_attribute(text, node, W_TYPE);
        if (docx_word(text, node) != word || (type.length > 0 && !str_equal(type, STR("default"))))
            continue;
        const struct docx_relationship *link =
            docx_relationship(text, docx_attribute(text, node, R_ID));
        uint32_t part = link ? docx_part_named(output->package, link->target) : NO_PART;
        struct str blocks;
        if (part == NO_PART)
            continue;
        if (!docx_part_tree(output->package, part, output->error) ||
            !odt_write_aside(output, &output->package->parts[part], 0, &blocks))
            return false;
        builder_print(out, "<style:%s>", name);
        builder_add(out, blocks);
        builder_print(out, "</style:%s>", name);
        return true;
    }
    return true;
}

// --- Parts

// styles.xml has the automatic styles of the header and footer, content.xml those of the text: both get all.
static bool styles_part(struct odt_output *output, uint32_t section, struct str *part)
{
    struct builder named = builder_make(output->arena);
    struct builder page = builder_make(output->arena);
    struct builder master = builder_make(output->arena);
    odt_add_named_styles(output, &named);
    add_page(output, section, &page);
    if (!add_running(output, section, W_HEADER_REFERENCE, "header", &master) ||
        !add_running(output, section, W_FOOTER_REFERENCE, "footer", &master))
        return false;
    struct builder out = builder_make(output->arena);
    builder_add_c(&out, HEAD "<office:document-styles" SPACES "><office:styles>");
    builder_add(&out, builder_str(&named));
    builder_add(&out, builder_str(&output->list_styles));
    builder_add_c(&out, "</office:styles><office:automatic-styles>");
    builder_add(&out, builder_str(&output->automatic));
    builder_add(&out, builder_str(&page));
    builder_add_c(&out, "</office:automatic-styles><office:master-styles><style:master-page "
                        "style:name=\"Standard\" style:page-layout-name=\"page\">");
    builder_add(&out, builder_str(&master));
    builder_add_c(&out, "</style:master-page></office:master-styles></office:document-styles>");
    *part = builder_str(&out);
    return true;
}

// The first place of `old` as `new`; false: there is none.
static bool replace_first(struct str text, struct str old, struct str new, struct arena *arena,
                          struct str *made)
{
    size_t at = str_find(text, old);
    *made = text;
    if (at == text.length)
        return false;
    struct builder out = builder_make(arena);
    builder_reserve(&out, text.length + new.length);
    builder_add(&out, str_slice(text, 0, at));
    builder_add(&out, new);
    builder_add(&out, str_skip(text, at + old.length));
    *made = builder_str(&out);
    return true;
}

// A list has its id where it first stands in the file, which is the head where words of it were struck.
static void move_ids(const struct odt_output *output, struct str *regions, struct str *blocks)
{
    for (uint32_t i = 1; i <= names_count(output->abstracts); i++) {
        struct str goes_on =
            arena_print(output->arena, " text:continue-list=\"list%" PRIu32 "\"", i);
        struct str begins = arena_print(output->arena, " xml:id=\"list%" PRIu32 "\"", i);
        if (replace_first(*regions, goes_on, begins, output->arena, regions))
            (void)replace_first(*blocks, begins, goes_on, output->arena, blocks);
    }
}

static struct str content_part(const struct odt_output *output, struct str blocks)
{
    struct str regions = builder_str(&output->regions);
    move_ids(output, &regions, &blocks);
    struct builder out = builder_make(output->arena);
    builder_reserve(&out, blocks.length + output->regions.length + output->automatic.length + 2000);
    builder_add_c(&out, HEAD "<office:document-content" SPACES "><office:automatic-styles>");
    builder_add(&out, builder_str(&output->automatic));
    builder_add_c(&out, "</office:automatic-styles><office:body><office:text>");
    if (output->regions.length > 0) {
        builder_add_c(&out, "<text:tracked-changes text:track-changes=\"false\">");
        builder_add(&out, regions);
        builder_add_c(&out, "</text:tracked-changes>");
    }
    builder_add(&out, blocks);
    builder_add_c(&out, "</office:text></office:body></office:document-content>");
    return builder_str(&out);
}

static const char *media_type(struct str name)
{
    static const struct {
        struct str ending;
        const char *type;
    } types[] = {{STR_INIT(".png"), "image/png"},
                 {STR_INIT(".jpg"), "image/jpeg"},
                 {STR_INIT(".jpeg"), "image/jpeg"},
                 {STR_INIT(".gif"), "image/gif"},
                 {STR_INIT(".svg"), "image/svg+xml"}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_ends_with_ignoring_case(name, types[i].ending))
            return types[i].type;
    return "";
}

static struct str manifest(const struct odt_output *output)
{
    struct builder out = builder_make(output->arena);
    builder_add_c(&out, HEAD "<manifest:manifest xmlns:manifest=\"" OASIS "manifest:1.0\" "
                             "manifest:version=\"1.3\"><manifest:file-entry "
                             "manifest:full-path=\"/\" manifest:version=\"1.3\" "
                             "manifest:media-type=\"" KIND "\"/><manifest:file-entry "
                             "manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
                             "<manifest:file-entry manifest:full-path=\"styles.xml\" "
                             "manifest:media-type=\"text/xml\"/>");
    for (size_t i = 0; i < output->media.count; i++) {
        struct str name = LIST_AT(&output->media, struct zip_change, i)->name;
        builder_print(&out, "<manifest:file-entry manifest:media-type=\"%s\"", media_type(name));
        xml_add_attribute(&out, "manifest:full-path", name);
        builder_add_c(&out, "/>");
    }
    builder_add_c(&out, "</manifest:manifest>");
    return builder_str(&out);
}

static struct odt_output output_make(struct docx_package *package, struct arena *arena,
                                     struct error *error)
{
    return (struct odt_output){
        .write_blocks = odt_write_blocks,
        .arena = arena,
        .error = error,
        .package = package,
        .part = &package->parts[package->main],
        .fonts = {STR_INIT(""), STR_INIT("")},
        .num_nodes = LIST_MAKE(arena, uint32_t),
        .num_used = LIST_MAKE(arena, uint32_t),
        .abstract_nodes = LIST_MAKE(arena, uint32_t),
        .abstract_used = LIST_MAKE(arena, uint32_t),
        .list_keys = names_make(arena),
        .list_styles = builder_make(arena),
        .automatic = builder_make(arena),
        .looks = names_make(arena),
        .regions = builder_make(arena),
        .out = builder_make(arena),
        .flow = {.words = builder_make(arena),
                 .own = builder_make(arena),
                 .was_blank = true,
                 .field = {.code = builder_make(arena)}},
        .bookmark_ids = names_make(arena),
        .bookmarks = LIST_MAKE(arena, struct str),
        .comment_nodes = LIST_MAKE(arena, uint32_t),
        .media = LIST_MAKE(arena, struct zip_change),
        .media_names = names_make(arena),
    };
}

bool docx_to_odt(struct docx_package *package, struct arena *arena, struct str *odt,
                 struct odt_losses *losses, struct error *error)
{
    struct odt_output output = output_make(package, arena, error);
    uint32_t body = docx_child(output.part, 0, W_BODY);
    struct str styles;
    if (!read_side_parts(&output) || !odt_write_blocks(&output, body))
        return false;
    struct str blocks = builder_str(&output.out);
    if (!styles_part(&output, last_section(output.part, body), &styles))
        return false;
    struct list parts = LIST_MAKE(arena, struct zip_change);
    *LIST_ADD(&parts, struct zip_change) =
        (struct zip_change){.name = STR("mimetype"), .content = STR(KIND)};
    *LIST_ADD(&parts, struct zip_change) =
        (struct zip_change){.name = STR("content.xml"), .content = content_part(&output, blocks)};
    *LIST_ADD(&parts, struct zip_change) =
        (struct zip_change){.name = STR("styles.xml"), .content = styles};
    for (size_t i = 0; i < output.media.count; i++)
        *LIST_ADD(&parts, struct zip_change) = *LIST_AT(&output.media, struct zip_change, i);
    *LIST_ADD(&parts, struct zip_change) =
        (struct zip_change){.name = STR("META-INF/manifest.xml"), .content = manifest(&output)};
    *losses = (struct odt_losses){output.rows_tracked, output.looks_tracked};
    return zip_write(NULL, LIST_ITEMS(&parts, struct zip_change), parts.count, arena, odt, error);
}
