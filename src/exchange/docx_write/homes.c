// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/homes.h"

#define WORD15 "http://schemas.microsoft.com/office/word/2012/wordml"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define ROOT(element)                                                                              \
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:" element                   \
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
// The two separators that word processors expect in every part of notes.
#define SEPARATORS(element)                                                                        \
    "<w:" element                                                                                  \
    " w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:" element           \
    "><w:" element " w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>"                       \
    "<w:continuationSeparator/></w:r></w:p></w:" element ">"

static const struct {
    struct str type; // of the relationship, its last segment
    struct str address;
    struct str name;
    struct str content_type;
    struct str content;
} homes[HOME_COUNT] = {
    [HOME_FOOTNOTES] = {STR_INIT("footnotes"), STR_INIT(OFFICE "footnotes"),
                        STR_INIT("word/footnotes.xml"), STR_INIT(TYPE "footnotes+xml"),
                        STR_INIT(ROOT("footnotes") SEPARATORS("footnote") "</w:footnotes>")},
    [HOME_ENDNOTES] = {STR_INIT("endnotes"), STR_INIT(OFFICE "endnotes"),
                       STR_INIT("word/endnotes.xml"), STR_INIT(TYPE "endnotes+xml"),
                       STR_INIT(ROOT("endnotes") SEPARATORS("endnote") "</w:endnotes>")},
    [HOME_NUMBERING] = {STR_INIT("numbering"), STR_INIT(OFFICE "numbering"),
                        STR_INIT("word/numbering.xml"), STR_INIT(TYPE "numbering+xml"),
                        STR_INIT(ROOT("numbering") "</w:numbering>")},
    [HOME_STYLES] = {STR_INIT("styles"), STR_INIT(OFFICE "styles"), STR_INIT("word/styles.xml"),
                     STR_INIT(TYPE "styles+xml"), STR_INIT(ROOT("styles") "</w:styles>")},
    [HOME_COMMENTS] = {STR_INIT("comments"), STR_INIT(OFFICE "comments"),
                       STR_INIT("word/comments.xml"), STR_INIT(TYPE "comments+xml"),
                       STR_INIT(ROOT("comments") "</w:comments>")},
    [HOME_THREADS] =
        {STR_INIT("commentsExtended"),
         STR_INIT("http://schemas.microsoft.com/office/2011/relationships/commentsExtended"),
         STR_INIT("word/commentsExtended.xml"), STR_INIT(TYPE "commentsExtended+xml"),
         STR_INIT("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                  "<w15:commentsEx xmlns:w15=\"" WORD15 "\"></w15:commentsEx>")},
};

struct docx_part *package_home(struct docx_package *package, enum home home)
{
    uint32_t number = docx_related_part(package, package->main, homes[home].type);
    struct error error;
    if (number == NO_PART || !docx_part_tree(package, number, &error))
        return NULL;
    return &package->parts[number];
}

// The writer's package has room for one new part of each kind behind its own.
static uint32_t make(struct docx_writer *writer, enum home home)
{
    struct docx_package *package = writer->package;
    struct str name =
        writer_add_part(writer, homes[home].name, homes[home].content, homes[home].content_type);
    list_cut(&writer->changes, writer->changes.count - 1); // it is written with its patches
    writer_relate(writer, writer_part(writer, package->main), homes[home].address, name, false);
    uint32_t number = package->part_count++;
    package->parts[number] = (struct docx_part){.name = name,
                                                .content_type = homes[home].content_type,
                                                .content = homes[home].content,
                                                .is_unpacked = true};
    struct error error;
    return docx_part_tree(package, number, &error) ? number : NO_PART;
}

struct out_part *writer_home(struct docx_writer *writer, enum home home)
{
    if (writer->homes[home])
        return writer->homes[home];
    struct docx_package *package = writer->package;
    uint32_t number = docx_related_part(package, package->main, homes[home].type);
    struct error error;
    if (number == NO_PART)
        number = make(writer, home);
    if (number == NO_PART || !docx_part_tree(package, number, &error))
        return NULL;
    const struct xml_node *root = &package->parts[number].xml.nodes[0];
    if (root->close_from == root->to)
        return NULL; // <w:footnotes/>
    writer->homes[home] = writer_part(writer, number);
    return writer->homes[home];
}
