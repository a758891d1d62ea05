// SPDX-License-Identifier: Apache-2.0
// Small .odt files from their parts, for tests and fuzz targets.
//
// The text is the content of office:text; a line "== automatic" begins the automatic styles of the text,
// "== styles" the named ones. The namespaces have the prefixes that everybody gives them.

#ifndef ENTENTE_TESTS_ODT_MADE_H
#define ENTENTE_TESTS_ODT_MADE_H

#include "base/builder.h"
#include "codec/zip.h"

// The vocabularies of OpenDocument, by the prefix that everybody gives them.
static const struct {
    const char *prefix;
    const char *name;
} odt_made_spaces[] = {
    {"office", "office"},      {"text", "text"},    {"style", "style"},
    {"table", "table"},        {"draw", "drawing"}, {"fo", "xsl-fo-compatible"},
    {"svg", "svg-compatible"},
};

static inline void odt_made_begin(struct builder *out, const char *root)
{
    builder_print(out, "<office:%s xmlns:dc=\"http://purl.org/dc/elements/1.1/\"", root);
    builder_add_c(out, " xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    for (size_t i = 0; i < sizeof odt_made_spaces / sizeof *odt_made_spaces; i++)
        builder_print(out, " xmlns:%s=\"urn:oasis:names:tc:opendocument:xmlns:%s:1.0\"",
                      odt_made_spaces[i].prefix, odt_made_spaces[i].name);
    builder_add_c(out, ">");
}

// The part of the text behind the line "== name", or before the first such line for "".
static inline struct str odt_made_part(struct str text, const char *name, struct arena *arena)
{
    struct str line = arena_print(arena, "\n== %s\n", name);
    size_t from = name[0] == '\0' ? 0 : str_find(text, line);
    struct str rest = str_skip(text, name[0] == '\0' ? 0 : from + line.length);
    return str_slice(rest, 0, str_find(rest, STR("\n== ")));
}

// The archive's bytes.
static inline struct str odt_made(struct arena *arena, struct str text)
{
    struct builder content = builder_make(arena);
    struct builder styles = builder_make(arena);
    odt_made_begin(&content, "document-content");
    builder_add_c(&content, "<office:automatic-styles>");
    builder_add(&content, odt_made_part(text, "automatic", arena));
    builder_add_c(&content, "</office:automatic-styles><office:body><office:text>");
    builder_add(&content, odt_made_part(text, "", arena));
    builder_add_c(&content, "</office:text></office:body></office:document-content>");
    odt_made_begin(&styles, "document-styles");
    builder_add_c(&styles, "<office:styles>");
    builder_add(&styles, odt_made_part(text, "styles", arena));
    builder_add_c(&styles, "</office:styles></office:document-styles>");
    const struct zip_change parts[] = {
        {.name = STR("mimetype"), .content = STR("application/vnd.oasis.opendocument.text")},
        {.name = STR("content.xml"), .content = builder_str(&content)},
        {.name = STR("styles.xml"), .content = builder_str(&styles)},
        {.name = STR("META-INF/manifest.xml"), .content = STR("<manifest/>")},
    };
    struct str file = {NULL, 0};
    struct error error;
    return zip_write(NULL, parts, sizeof parts / sizeof *parts, arena, &file, &error)
               ? file
               : (struct str){NULL, 0};
}

#endif
