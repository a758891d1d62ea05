// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"
#include "base/file_beside.h"
#include "casefile/bundle.h"
#include "casefile/folder.h"
#include "casefile/schema.h"
#include "codec/yaml.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// A folder is made beside the one that it becomes, or whose files it renews, and seen when it is whole.
struct folder_writing {
    struct casefile *casefile;
    const char *path;  // what it becomes
    const char *stage; // where it is made
    struct arena *arena;
    struct names *taken; // folders of files written
    struct list folders; // const char *: made in the stage, from there
    struct list files;   // the same of files
    struct list gone;    // files of an earlier export that have nothing to hold now
    struct error *error;
};

// --- YAML

// A text of lines that YAML keeps as they are in a literal block.
static bool is_block(struct str text)
{
    if (text.length < 2 || text.bytes[0] == ' ' || text.bytes[0] == '\n' ||
        str_find_byte(text, '\n') == text.length || str_ends_with(text, STR("\n\n")))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        bool ends_line = c == '\n' || i + 1 == text.length;
        if ((c < ' ' && c != '\n') || c >= 0x7f ||
            (ends_line && i > 0 && text.bytes[i - (c == '\n')] == ' '))
            return false;
    }
    return true;
}

static void write_block(struct builder *out, struct str text, size_t indent)
{
    bool has_end = str_ends_with(text, STR("\n"));
    builder_add_c(out, has_end ? "|\n" : "|-\n");
    struct str rest = text;
    struct str line;
    while (str_cut(&rest, '\n', &line)) {
        if (line.length > 0)
            builder_add_spaces(out, indent);
        builder_add(out, line);
        builder_add_byte(out, '\n');
    }
}

static void write_fields(struct builder *out, const struct field *fields, const struct json *object,
                         size_t indent, bool on_first_line);

static void write_scalar(struct builder *out, const struct json *value, size_t indent)
{
    builder_add_byte(out, ' ');
    if (value->kind == JSON_BOOL)
        builder_add_c(out, value->truth ? "yes\n" : "no\n");
    else if (is_block(value->text)) {
        write_block(out, value->text, indent);
    } else {
        yaml_scalar(out, value->text);
        builder_add_byte(out, '\n');
    }
}

static void write_flow(struct builder *out, const struct json *list)
{
    builder_add_c(out, " [");
    for (size_t i = 0; i < list->count; i++) {
        builder_add_c(out, i > 0 ? ", " : "");
        yaml_scalar(out, list->items[i].text);
    }
    builder_add_c(out, "]\n");
}

static void write_rows(struct builder *out, const struct field *field, const struct json *list,
                       size_t indent)
{
    builder_add_c(out, list->count == 0 ? " []\n" : "\n");
    for (size_t i = 0; i < list->count; i++) {
        builder_add_spaces(out, indent);
        builder_add_c(out, "- ");
        write_fields(out, field->fields, &list->items[i], indent + 2, true);
    }
}

static void write_field(struct builder *out, const struct field *field, const struct json *value,
                        size_t indent)
{
    switch (field->type) {
    case FIELD_TEXTS:
    case FIELD_REFS:
        write_flow(out, value);
        break;
    case FIELD_ROWS:
        write_rows(out, field, value, indent + 2);
        break;
    case FIELD_ROW:
        builder_add_c(out, value->count == 0 ? " {}\n" : "\n");
        if (value->count > 0)
            write_fields(out, field->fields, value, indent + 2, false);
        break;
    case FIELD_TEXT:
    case FIELD_NAME:
    case FIELD_DATE:
    case FIELD_NUMBER:
    case FIELD_FLAG:
    case FIELD_CHOICE:
    case FIELD_REF:
    case FIELD_FILE: // its path by now
        write_scalar(out, value, indent + 2);
        break;
    }
}

static void write_fields(struct builder *out, const struct field *fields, const struct json *object,
                         size_t indent, bool on_first_line)
{
    bool is_first = on_first_line;
    for (const struct field *field = fields; field->name; field++) {
        const struct json *value = json_member(object, field->name);
        if (!value)
            continue;
        builder_add_spaces(out, is_first ? 0 : indent);
        builder_print(out, "%s:", field->name);
        write_field(out, field, value, indent);
        is_first = false;
    }
    if (is_first)
        builder_add_c(out, "{}\n");
}

// --- Files

static const char *joined(const struct folder_writing *writing, const char *folder,
                          const char *name)
{
    return arena_print(writing->arena, "%s/%s", folder, name).bytes;
}

static bool make_folder(struct folder_writing *writing, const char *name)
{
    const char *path = joined(writing, writing->stage, name);
    if (mkdir(path, 0777) == 0)
        *LIST_ADD(&writing->folders, const char *) = name;
    else if (errno != EEXIST)
        return error_at(writing->error, IO_FAILED, place_of(str_of(path)),
                        "the folder cannot be made");
    return true;
}

static bool put_file(struct folder_writing *writing, const char *name, struct str bytes)
{
    if (!file_write(joined(writing, writing->stage, name), bytes, writing->error))
        return false;
    *LIST_ADD(&writing->files, const char *) = name;
    return true;
}

// A name as one part of a path: what a foreign case file says must not lead elsewhere.
static struct str safe_part(struct str name, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < name.length && i < 100; i++) {
        unsigned char c = (unsigned char)name.bytes[i];
        bool is_safe = c > ' ' && c != '/' && c != 0x7f && c != '\\' && !(i == 0 && c == '.');
        builder_add_byte(&out, (char)(is_safe ? c : '_'));
    }
    return out.length > 0 ? builder_str(&out) : STR("_");
}

static bool write_attached(struct folder_writing *writing, const struct kind *kind,
                           const struct item *item, const struct json **object)
{
    const struct json *reference = json_member(item->value, "file");
    if (!reference)
        return true;
    struct str bytes;
    struct arena *arena = writing->arena;
    bool is_draft = strcmp(kind->name, "draft") == 0;
    struct str folder = arena_print(arena, "%s/%.*s", is_draft ? "drafts" : "files",
                                    STR_ARGS(safe_part(item->id, arena)));
    folder = names_add_numbered(writing->taken, folder, '~', 2);
    struct str name = arena_print(arena, "%.*s/%.*s", STR_ARGS(folder),
                                  STR_ARGS(safe_part(json_text(reference, "name"), arena)));
    struct arena *scratch = arena_open();
    bool done = make_folder(writing, is_draft ? "drafts" : "files") &&
                make_folder(writing, arena_c_string(arena, folder)) &&
                casefile_file(writing->casefile, reference, scratch, &bytes, writing->error) &&
                put_file(writing, arena_c_string(arena, name), bytes);
    arena_close(scratch);
    struct json_object with_path = json_object_from(arena, *object);
    json_object_set(&with_path, STR("file"), json_of_str(arena, name));
    *object = json_object_done(&with_path, arena);
    return done;
}

static bool write_item(struct folder_writing *writing, struct builder *out, const struct kind *kind,
                       const struct item *item)
{
    const struct json *object = item->value;
    if (!write_attached(writing, kind, item, &object))
        return false;
    builder_add_c(out, "  - id: ");
    yaml_scalar(out, item->id);
    builder_add_byte(out, '\n');
    if (str_equal(order_audience(item->last), STR("public")))
        builder_add_c(out, "    readers: public\n");
    if (object->count > 0) {
        builder_add_spaces(out, 4);
        write_fields(out, kind->fields, object, 4, true);
    }
    return true;
}

static void write_case(const struct folder_writing *writing, struct builder *out)
{
    const struct item *item = items_find(&writing->casefile->open, "case", STR("case"));
    builder_add_c(out, "# A negotiation, for entente. docs/case.md says what may stand here.\n"
                       "entente: 2\ncase:\n  id: ");
    yaml_scalar(out, writing->casefile->record.case_id);
    builder_add_byte(out, '\n');
    if (item && item->value->count > 0) {
        builder_add_c(out, "  ");
        write_fields(out, schema_kind(STR("case"))->fields, item->value, 2, true);
    }
}

// All lists that stand in one file, in the order of the kinds.
static bool write_lists(struct folder_writing *writing, const char *file, bool *is_empty,
                        struct builder *out)
{
    for (const struct kind *kind = schema_kinds; kind->name; kind++) {
        struct list items = items_of(&writing->casefile->open, kind->name, writing->arena);
        if (strcmp(kind->file, file) != 0 || strcmp(kind->name, "case") == 0 || items.count == 0)
            continue;
        *is_empty = false;
        builder_print(out, "%s%s:\n", out->length > 0 ? "\n" : "", kind->plural);
        for (size_t i = 0; i < items.count; i++)
            if (!write_item(writing, out, kind, *LIST_AT(&items, const struct item *, i)))
                return false;
    }
    return true;
}

static bool write_file(struct folder_writing *writing, const char *file)
{
    struct builder out = builder_make(writing->arena);
    bool is_main = strcmp(file, "entente.yaml") == 0;
    bool is_empty = !is_main;
    if (is_main)
        write_case(writing, &out);
    if (!write_lists(writing, file, &is_empty, &out))
        return false;
    if (is_empty)
        *LIST_ADD(&writing->gone, const char *) = file;
    return is_empty || put_file(writing, file, builder_str(&out));
}

// An empty folder or one that was a case before; anything else is somebody's.
static bool check_folder(const struct folder_writing *writing, bool *is_case)
{
    DIR *folder = opendir(writing->path);
    size_t others = 0;
    *is_case = false;
    if (!folder)
        return errno == ENOENT ||
               error_at(writing->error, IO_FAILED, place_of(str_of(writing->path)),
                        "cannot be written as a folder: %s", strerror(errno));
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        others += entry->d_name[0] != '.';
        *is_case = *is_case || strcmp(entry->d_name, "entente.yaml") == 0;
    }
    closedir(folder);
    return others == 0 || *is_case ||
           error_at(writing->error, MISUSE, place_of(str_of(writing->path)),
                    "the folder is not empty and holds no entente.yaml; name another one");
}

// Beside the folder under a name that nobody else has, so that it can take its place.
static bool open_stage(struct folder_writing *writing)
{
    struct str path = str_of(writing->path);
    while (path.length > 1 && path.bytes[path.length - 1] == '/')
        path.length--;
    struct str beside = str_slice(path, 0, str_behind_last(path, '/'));
    for (unsigned i = 0; i < 1000; i++) {
        writing->stage = arena_print(writing->arena, "%.*s.entente-%ld-%u.part", STR_ARGS(beside),
                                     (long)getpid(), i)
                             .bytes;
        if (mkdir(writing->stage, 0700) == 0)
            return true;
        if (errno != EEXIST)
            break;
    }
    writing->stage = NULL;
    return error_at(writing->error, IO_FAILED, place_of(path), "the folder cannot be made: %s",
                    strerror(errno));
}

// What is left in the stage goes; nothing else was ever in it.
static void close_stage(const struct folder_writing *writing)
{
    if (!writing->stage)
        return;
    for (size_t i = 0; i < writing->files.count; i++)
        unlink(joined(writing, writing->stage, *LIST_AT(&writing->files, const char *, i)));
    for (size_t i = writing->folders.count; i > 0; i--)
        rmdir(joined(writing, writing->stage, *LIST_AT(&writing->folders, const char *, i - 1)));
    rmdir(writing->stage);
}

static bool is_link(const struct folder_writing *writing, const char *name)
{
    struct stat status;
    return lstat(joined(writing, writing->path, name), &status) == 0 && S_ISLNK(status.st_mode);
}

static bool check_links(const struct folder_writing *writing, const struct list *names)
{
    for (size_t i = 0; i < names->count; i++) {
        const char *name = *LIST_AT(names, const char *, i);
        if (is_link(writing, name))
            return error_at(writing->error, MISUSE,
                            place_of(str_of(joined(writing, writing->path, name))),
                            "is a link; what it leads to is not written over");
    }
    return true;
}

static bool move_file(const struct folder_writing *writing, const char *name)
{
    const char *to = joined(writing, writing->path, name);
    return rename(joined(writing, writing->stage, name), to) == 0 ||
           error_at(writing->error, IO_FAILED, place_of(str_of(to)), "cannot be written: %s",
                    strerror(errno));
}

// The folder is a case already: its files are renewed one by one.
static bool renew(const struct folder_writing *writing)
{
    if (!check_links(writing, &writing->folders) || !check_links(writing, &writing->files))
        return false;
    for (size_t i = 0; i < writing->folders.count; i++) {
        const char *path =
            joined(writing, writing->path, *LIST_AT(&writing->folders, const char *, i));
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            return error_at(writing->error, IO_FAILED, place_of(str_of(path)),
                            "the folder cannot be made");
    }
    for (size_t i = 0; i < writing->files.count; i++)
        if (!move_file(writing, *LIST_AT(&writing->files, const char *, i)))
            return false;
    for (size_t i = 0; i < writing->gone.count; i++) {
        const char *path =
            joined(writing, writing->path, *LIST_AT(&writing->gone, const char *, i));
        if (unlink(path) != 0 && errno != ENOENT)
            return error_at(writing->error, IO_FAILED, place_of(str_of(path)),
                            "this file of an earlier export cannot be removed");
    }
    return true;
}

// A new folder gets the rights of one that is made in the usual way.
static bool appear(struct folder_writing *writing)
{
    struct stat usual;
    bool has_made = mkdir(writing->path, 0777) == 0;
    bool done = writing->stage && (has_made || errno == EEXIST) &&
                stat(writing->path, &usual) == 0 &&
                chmod(writing->stage, usual.st_mode & 07777) == 0 &&
                rename(writing->stage, writing->path) == 0;
    if (done) {
        writing->stage = NULL;
        return true;
    }
    int reason = errno;
    if (has_made)
        rmdir(writing->path);
    return error_at(writing->error, IO_FAILED, place_of(str_of(writing->path)),
                    "the folder cannot be made: %s", strerror(reason));
}

static bool write_files(struct folder_writing *writing, bool with_sealed, size_t *gone)
{
    for (const struct kind *kind = schema_kinds; kind->name; kind++) {
        bool is_first = true;
        for (const struct kind *before = schema_kinds; before != kind; before++)
            is_first = is_first && strcmp(before->file, kind->file) != 0;
        if (is_first && !write_file(writing, kind->file))
            return false;
    }
    struct builder record = builder_make(writing->arena);
    return bundle_write(writing->casefile, with_sealed ? BUNDLE_ALL_SEALED : BUNDLE_NO_SEALED,
                        &record, gone, writing->error) &&
           put_file(writing, "record.jsonl", builder_str(&record));
}

bool folder_write(struct casefile *casefile, const char *path, bool with_sealed, size_t *gone,
                  struct error *error)
{
    struct arena *arena = arena_open();
    struct folder_writing writing = {.casefile = casefile,
                                     .path = file_followed(path, arena),
                                     .arena = arena,
                                     .taken = names_make(arena),
                                     .folders = LIST_MAKE(arena, const char *),
                                     .files = LIST_MAKE(arena, const char *),
                                     .gone = LIST_MAKE(arena, const char *),
                                     .error = error};
    bool is_case;
    sigset_t before;
    signals_hold(&before);
    bool done = check_folder(&writing, &is_case) && open_stage(&writing) &&
                write_files(&writing, with_sealed, gone) &&
                (is_case ? renew(&writing) : appear(&writing));
    close_stage(&writing);
    signals_release(&before);
    arena_close(arena);
    return done;
}
