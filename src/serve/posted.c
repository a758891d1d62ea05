// SPDX-License-Identifier: Apache-2.0
#include "serve/posted.h"

#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    POSTED_TEXT_MAX = 1 << 20,
    POSTED_FIELDS_MAX = 2000,
    POSTED_FILES_MAX = 256,
    POSTED_NAME_MAX = 240,
    PROCESSOR_BYTES = 8192,
};

static bool refuse(struct posted *posted, int status, const char *wrong)
{
    if (!posted->wrong) {
        posted->wrong = wrong;
        posted->status = status;
    }
    return false;
}

// --- Files

// What a browser says of a file: never a folder, and nothing that a file's name does not hold.
static const char *plain_file_name(const char *said, struct arena *arena)
{
    struct str name = str_of(said);
    name = str_skip(name, str_behind_last(name, '/'));
    name = str_skip(name, str_behind_last(name, '\\'));
    if (name.length > POSTED_NAME_MAX)
        name = str_skip(name, name.length - POSTED_NAME_MAX);
    while (name.length > 0 && ((unsigned char)name.bytes[0] & 0xc0) == 0x80)
        name = str_skip(name, 1);
    for (size_t i = 0; i < name.length; i++)
        if ((unsigned char)name.bytes[i] < 0x20)
            return "file";
    return name.length > 0 ? arena_c_string(arena, name) : "file";
}

static struct posted_file *file_begin(struct posted *posted, const char *field, const char *name)
{
    if (posted->files.count >= POSTED_FILES_MAX) {
        refuse(posted, 413, "too many files at once");
        return NULL;
    }
    char *path =
        (char *)(uintptr_t)arena_print(posted->arena, "%s/file-XXXXXX", posted->folder).bytes;
    int descriptor = mkostemp(path, O_CLOEXEC);
    if (descriptor < 0) {
        refuse(posted, 507, "there is no room to keep the file while it is read");
        return NULL;
    }
    struct posted_file *file = LIST_ADD(&posted->files, struct posted_file);
    *file = (struct posted_file){.field = arena_c_string(posted->arena, str_of(field)),
                                 .name = plain_file_name(name, posted->arena),
                                 .path = path,
                                 .descriptor = descriptor};
    return file;
}

static void file_end(const struct posted *posted)
{
    if (posted->files.count == 0)
        return;
    struct posted_file *last = LIST_AT(&posted->files, struct posted_file, posted->files.count - 1);
    if (last->descriptor >= 0)
        close(last->descriptor);
    last->descriptor = -1;
}

static bool file_add(struct posted *posted, const char *field, const char *name, uint64_t at,
                     struct str bytes)
{
    struct posted_file *file = NULL;
    if (at == 0) {
        file_end(posted);
        file = file_begin(posted, field, name);
    } else if (posted->files.count > 0) {
        file = LIST_AT(&posted->files, struct posted_file, posted->files.count - 1);
    }
    if (!file)
        return false;
    while (bytes.length > 0) {
        ssize_t count = write(file->descriptor, bytes.bytes, bytes.length);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return refuse(posted, 507, "there is no room to keep the file while it is read");
        file->bytes += (uint64_t)count;
        bytes = str_skip(bytes, (size_t)count);
    }
    return true;
}

// --- Fields

static bool field_add(struct posted *posted, const char *name, uint64_t at, struct str bytes)
{
    struct posted_field *field = NULL;
    posted->text_bytes += bytes.length + strlen(name);
    if (posted->text_bytes > POSTED_TEXT_MAX || posted->fields.count >= POSTED_FIELDS_MAX)
        return refuse(posted, 413, "too much text in one form");
    if (at > 0 && posted->fields.count > 0)
        field = LIST_AT(&posted->fields, struct posted_field, posted->fields.count - 1);
    if (!field || strcmp(field->name, name) != 0) {
        field = LIST_ADD(&posted->fields, struct posted_field);
        field->name = arena_c_string(posted->arena, str_of(name));
        field->value = builder_make(posted->arena);
    }
    builder_add(&field->value, bytes);
    return true;
}

static enum MHD_Result take(void *self, enum MHD_ValueKind kind, const char *name,
                            const char *file_name, const char *type, const char *coding,
                            const char *bytes, uint64_t at, size_t length)
{
    struct posted *posted = self;
    struct str piece = {bytes, length};
    (void)kind;
    (void)type;
    if (coding && strcmp(coding, "binary") != 0 && strcmp(coding, "8bit") != 0 &&
        strcmp(coding, "7bit") != 0)
        return refuse(posted, 400, "a part of the form is encoded") ? MHD_YES : MHD_NO;
    // A file field that was left empty comes with an empty name.
    if (file_name && file_name[0] == '\0')
        return MHD_YES;
    bool done = file_name ? file_add(posted, name, file_name, at, piece)
                          : field_add(posted, name, at, piece);
    return done ? MHD_YES : MHD_NO;
}

// --- All of it

bool posted_open(struct posted *posted, struct MHD_Connection *connection, struct arena *arena,
                 const char *folder, bool is_whole)
{
    *posted = (struct posted){.arena = arena,
                              .folder = folder,
                              .fields = LIST_MAKE(arena, struct posted_field),
                              .files = LIST_MAKE(arena, struct posted_file),
                              .whole = builder_make(arena)};
    if (is_whole)
        return true;
    posted->processor = MHD_create_post_processor(connection, PROCESSOR_BYTES, take, posted);
    return posted->processor != NULL;
}

bool posted_add(struct posted *posted, const char *bytes, size_t length)
{
    if (posted->wrong)
        return false;
    if (!posted->processor) {
        if (posted->whole.length + length > POSTED_TEXT_MAX)
            return refuse(posted, 413, "the JSON is too large");
        builder_add(&posted->whole, (struct str){bytes, length});
        return true;
    }
    if (MHD_post_process(posted->processor, bytes, length) == MHD_YES)
        return true;
    return refuse(posted, 400, "the form is not written as a form is");
}

bool posted_end(struct posted *posted)
{
    file_end(posted);
    if (!posted->processor || posted->wrong)
        return !posted->wrong;
    bool done = MHD_destroy_post_processor(posted->processor) == MHD_YES;
    posted->processor = NULL;
    if (!done)
        return refuse(posted, 400, "the form ends before its end");
    for (size_t i = 0; i < posted->fields.count; i++) {
        struct posted_field *field = LIST_AT(&posted->fields, struct posted_field, i);
        struct str text = builder_str(&field->value);
        if (utf8_valid_length(text) < text.length || str_find_byte(text, '\0') < text.length)
            return refuse(posted, 400, "a field of the form is no text in UTF-8");
    }
    return true;
}

void posted_close(struct posted *posted)
{
    file_end(posted);
    if (posted->processor)
        MHD_destroy_post_processor(posted->processor);
    posted->processor = NULL;
    for (size_t i = 0; i < posted->files.count; i++) {
        const struct posted_file *file = LIST_AT(&posted->files, struct posted_file, i);
        if (file->path)
            unlink(file->path);
    }
}

static const char *text_of(const struct posted *posted, const struct posted_field *field)
{
    return arena_c_string(posted->arena, builder_str(&field->value));
}

const char *posted_value(const struct posted *posted, const char *name)
{
    for (size_t i = 0; i < posted->fields.count; i++) {
        const struct posted_field *field = LIST_AT(&posted->fields, struct posted_field, i);
        if (strcmp(field->name, name) == 0)
            return text_of(posted, field);
    }
    return NULL;
}

const char *posted_joined(const struct posted *posted, const char *name)
{
    struct builder all = builder_make(posted->arena);
    bool is_there = false;
    for (size_t i = 0; i < posted->fields.count; i++) {
        const struct posted_field *field = LIST_AT(&posted->fields, struct posted_field, i);
        if (strcmp(field->name, name) != 0)
            continue;
        if (is_there)
            builder_add_byte(&all, ',');
        builder_add(&all, builder_str(&field->value));
        is_there = true;
    }
    return is_there ? arena_c_string(posted->arena, builder_str(&all)) : NULL;
}

const struct posted_file *posted_file(const struct posted *posted, const char *field)
{
    for (size_t i = 0; i < posted->files.count; i++) {
        const struct posted_file *file = LIST_AT(&posted->files, struct posted_file, i);
        if (strcmp(file->field, field) == 0)
            return file;
    }
    return NULL;
}
