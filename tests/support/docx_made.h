// SPDX-License-Identifier: Apache-2.0
// Small .docx files from their parts, for tests and fuzz targets.
//
// The text is the content of w:body; a line "== styles" (numbering, footnotes, endnotes, header1,
// comments) begins the content of another part. Namespaces w, r, m, mc, wp, a, wps, v are declared.

#ifndef ENTENTE_TESTS_DOCX_MADE_H
#define ENTENTE_TESTS_DOCX_MADE_H

#include "base/builder.h"
#include "codec/zip.h"

static const char made_spaces[] =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

static const struct {
    struct str name;
    struct str root;
} made_parts[] = {
    {STR_INIT("document"), STR_INIT("document")},   {STR_INIT("styles"), STR_INIT("styles")},
    {STR_INIT("numbering"), STR_INIT("numbering")}, {STR_INIT("footnotes"), STR_INIT("footnotes")},
    {STR_INIT("endnotes"), STR_INIT("endnotes")},   {STR_INIT("header1"), STR_INIT("hdr")},
    {STR_INIT("comments"), STR_INIT("comments")},
};
#define MADE_PARTS (sizeof made_parts / sizeof made_parts[0])
#define MADE_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define MADE_MAIN "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

static inline struct zip_change made_part(struct arena *arena, size_t i, struct str content)
{
    struct str root = made_parts[i].root;
    struct builder xml = builder_make(arena);
    builder_print(&xml, "<w:%.*s%s>%s", STR_ARGS(root), made_spaces, i == 0 ? "<w:body>" : "");
    builder_add(&xml, content);
    builder_print(&xml, "%s</w:%.*s>", i == 0 ? "</w:body>" : "", STR_ARGS(root));
    return (struct zip_change){
        .name = arena_print(arena, "word/%.*s.xml", STR_ARGS(made_parts[i].name)),
        .content = builder_str(&xml)};
}

static inline struct str made_relationships(struct arena *arena)
{
    struct builder xml = builder_make(arena);
    builder_add_c(&xml, "<Relationships>");
    for (size_t i = 1; i < MADE_PARTS; i++) {
        struct str type = made_parts[i].root.length == 3 ? STR("header") : made_parts[i].name;
        builder_print(&xml,
                      "<Relationship Id=\"%.*s\" Type=\"" MADE_OFFICE "%.*s\" "
                      "Target=\"%.*s.xml\"/>",
                      STR_ARGS(made_parts[i].name), STR_ARGS(type), STR_ARGS(made_parts[i].name));
    }
    builder_add_c(&xml, "<Relationship Id=\"site\" Type=\"" MADE_OFFICE "hyperlink\" "
                        "Target=\"https://example.org/\" TargetMode=\"External\"/>"
                        "</Relationships>");
    return builder_str(&xml);
}

// The archive's bytes.
static inline struct str docx_made(struct arena *arena, struct str text)
{
    struct zip_change parts[MADE_PARTS + 3];
    size_t count = 0;
    size_t part = 0;
    while (part < MADE_PARTS) {
        size_t end = str_find(text, STR("\n== "));
        parts[count++] = made_part(arena, part, str_slice(text, 0, end));
        text = str_skip(text, end + 4);
        size_t line = str_find_byte(text, '\n');
        part = 0;
        while (part < MADE_PARTS && !str_equal(str_slice(text, 0, line), made_parts[part].name))
            part++;
        for (size_t i = 0; i < count && part < MADE_PARTS; i++)
            if (str_equal(parts[i].name,
                          arena_print(arena, "word/%.*s.xml", STR_ARGS(made_parts[part].name))))
                part = MADE_PARTS; // the same part again ends the text
        text = str_skip(text, line + 1);
    }
    parts[count++] = (struct zip_change){
        .name = STR("[Content_Types].xml"),
        .content = STR("<Types><Default Extension=\"rels\" ContentType=\"r\"/><Override "
                       "PartName=\"/word/document.xml\" ContentType=\"" MADE_MAIN "\"/></Types>")};
    parts[count++] = (struct zip_change){
        .name = STR("_rels/.rels"),
        .content = STR("<Relationships><Relationship Id=\"m\" Type=\"" MADE_OFFICE
                       "officeDocument\" Target=\"word/document.xml\"/></Relationships>")};
    parts[count++] = (struct zip_change){.name = STR("word/_rels/document.xml.rels"),
                                         .content = made_relationships(arena)};
    struct str file = {NULL, 0};
    struct error error;
    return zip_write(NULL, parts, count, arena, &file, &error) ? file : (struct str){NULL, 0};
}

#endif
