// SPDX-License-Identifier: Apache-2.0
#include "exchange/open.h"

#include "exchange/docx/docx_read.h"
#include "exchange/markdown/markdown.h"
#include "exchange/plain/plain.h"

// What a file is by its first bytes, and why it is not read.
static const struct {
    struct str start;
    const char *refusal;
} foreign[] = {
    {STR_INIT("%PDF-"), "this is a PDF file; give the .docx it was made from, or its text"},
    {STR_INIT("{\\rtf"), "this is an RTF file; save it as .docx first"},
    {STR_INIT("\x89PNG"), "this is a picture, not a text"},
    {STR_INIT("\xff\xd8\xff"), "this is a picture, not a text"},
    {STR_INIT("GIF8"), "this is a picture, not a text"},
    {STR_INIT("\x1f\x8b"), "this is a gzip archive; unpack it first"},
    {STR_INIT("7z\xbc\xaf"), "this is a 7z archive; unpack it first"},
    {STR_INIT("Rar!"), "this is a RAR archive; unpack it first"},
    {STR_INIT("SQLite format 3"), "this is a case or another database, not a text; a case's texts: "
                                  "entente show CASE DOCUMENT --as brackets -o FILE"},
};

static const struct str compound_start = STR_INIT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");

// Stream names of compound files are UTF-16.
static bool has_stream(struct str bytes, const char *name)
{
    char wide[64];
    size_t length = 0;
    for (; *name && length + 2 <= sizeof wide; name++) {
        wide[length++] = *name;
        wide[length++] = '\0';
    }
    return str_contains(bytes, (struct str){wide, length});
}

// Compound files are old Word documents, or wrappings around encrypted ones.
static bool refuse_compound(struct str name, struct str bytes, struct error *error)
{
    if (has_stream(bytes, "EncryptedPackage"))
        return error_at(error, UNSUPPORTED, place_of(name),
                        "this file is encrypted; open it with its password and save it without");
    if (has_stream(bytes, "WordDocument"))
        return error_at(error, UNSUPPORTED, place_of(name),
                        "this is a Word 97 to 2003 document (.doc); save it as .docx first");
    return error_at(error, UNSUPPORTED, place_of(name),
                    "this is an old Office file; save it as .docx first");
}

static bool refuse_foreign(struct str name, struct str bytes, struct error *error)
{
    if (str_starts_with(bytes, compound_start))
        return refuse_compound(name, bytes, error);
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++)
        if (str_starts_with(bytes, foreign[i].start))
            return error_at(error, UNSUPPORTED, place_of(name), "%s", foreign[i].refusal);
    if (str_ends_with_ignoring_case(name, STR(".json")) &&
        str_starts_with(str_trim(str_slice(bytes, 0, 4096)), STR("{")))
        return error_at(error, UNSUPPORTED, place_of(name),
                        "this is JSON, which holds no text of one party's; of a merged text take "
                        "one reading: entente view FILE --party NAME -o text.md");
    return true;
}

static bool is_zip(struct str bytes)
{
    return str_starts_with(bytes, STR("PK\x03\x04")) || str_starts_with(bytes, STR("PK\x05\x06"));
}

// Does the name end in this, capitals or not?
// The text behind a byte order mark, an XML declaration and comments.
static struct str behind_prolog(struct str bytes)
{
    static const struct {
        struct str start;
        struct str end;
    } passed[] = {{STR_INIT("<?"), STR_INIT("?>")}, {STR_INIT("<!--"), STR_INIT("-->")}};
    struct str rest =
        str_trim(str_starts_with(bytes, STR("\xef\xbb\xbf")) ? str_skip(bytes, 3) : bytes);
    for (size_t i = 0; i < 2; i++)
        while (str_starts_with(rest, passed[i].start)) {
            size_t end = str_find(rest, passed[i].end);
            rest = str_trim(str_skip(rest, end + passed[i].end.length));
            i = 0;
        }
    return rest;
}

bool document_is_page(struct str name, struct str bytes)
{
    static const struct str endings[] = {STR_INIT(".html"), STR_INIT(".htm"), STR_INIT(".xhtml")};
    static const struct str starts[] = {STR_INIT("<!doctype html"), STR_INIT("<html")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends_with_ignoring_case(name, endings[i]))
            return true;
    struct str rest = behind_prolog(bytes);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_equal_ignoring_case(str_slice(rest, 0, starts[i].length), starts[i]))
            return true;
    return false;
}

bool document_is_package(struct str name, struct str bytes, bool *is_package, struct error *error)
{
    if (!refuse_foreign(name, bytes, error))
        return false;
    if (!is_zip(bytes) && document_is_page(name, bytes))
        return error_at(error, UNSUPPORTED, place_of(name),
                        "this is a web page (HTML), which is written here but not read; give the "
                        ".docx, .md, .txt or .json beside it");
    *is_package = is_zip(bytes) || str_ends_with_ignoring_case(name, STR(".docx")) ||
                  str_ends_with_ignoring_case(name, STR(".docm")) ||
                  str_ends_with_ignoring_case(name, STR(".odt"));
    return true;
}

// One archive is unpacked and read once.
static bool open_package(struct str name, struct str bytes, const struct input_limits *limits,
                         struct arena *arena, struct opened_package *opened, struct error *error)
{
    bool is_same = opened->package && opened->bytes.bytes == bytes.bytes &&
                   opened->bytes.length == bytes.length;
    if (is_same)
        return true;
    *opened = (struct opened_package){.bytes = bytes};
    return docx_package_open(name, bytes, limits, arena, &opened->package, error);
}

static bool read_package(struct str name, const struct reading *reading,
                         const struct input_limits *limits, struct arena *arena,
                         struct opened_package *opened, const struct document **document,
                         struct error *error)
{
    bool is_accepted = reading->kind == READING_ACCEPT && !reading->skips_struck;
    if (is_accepted && opened->accepted && str_equal(opened->accepted->name, name)) {
        *document = opened->accepted;
        return true;
    }
    if (!docx_read_package(name, opened->package, reading, limits, arena, document, error))
        return false;
    if (is_accepted)
        opened->accepted = *document;
    return true;
}

bool document_open_again(struct str name, struct str bytes, const struct reading *reading,
                         const struct input_limits *limits, struct arena *arena,
                         struct opened_package *opened, const struct document **document,
                         struct error *error)
{
    bool is_package = false;
    if (!document_is_package(name, bytes, &is_package, error) ||
        !input_limits_spend(limits, bytes.length, error))
        return false;
    if (is_package)
        return open_package(name, bytes, limits, arena, opened, error) &&
               read_package(name, reading, limits, arena, opened, document, error);
    if (str_ends_with_ignoring_case(name, STR(".md")) ||
        str_ends_with_ignoring_case(name, STR(".markdown")))
        return markdown_read(name, bytes, limits, arena, document, error);
    return plain_read(name, bytes, limits, arena, document, error);
}

bool document_open(struct str name, struct str bytes, const struct reading *reading,
                   const struct input_limits *limits, struct arena *arena,
                   const struct document **document, struct error *error)
{
    struct opened_package opened = {.package = NULL};
    return document_open_again(name, bytes, reading, limits, arena, &opened, document, error);
}

size_t document_authors(const struct document *document, struct arena *arena,
                        const struct document_author **authors)
{
    *authors = NULL;
    if (document->form != FORM_DOCX)
        return 0;
    const struct docx_source *source = docx_source(document);
    struct document_author *found =
        ARENA_ARRAY(arena, struct document_author, source->author_count + 1);
    for (uint32_t i = 0; i < source->author_count; i++) {
        const struct docx_author *author = &source->authors[i];
        found[i].name = author->name;
        found[i].changes = author->insertions + author->deletions + author->moves + author->formats;
    }
    *authors = found;
    return source->author_count;
}
