// SPDX-License-Identifier: Apache-2.0
#include "workbench/timetable/clauses.h"

#include "base/names.h"
#include "exchange/open.h"
#include "exchange/plain/plain.h"
#include "merge/outline.h"
#include "workbench/answer.h"

#define BULLET_BYTES 3

static bool is_bullet(struct str part)
{
    for (size_t i = 0; i < part.length; i++) {
        char c = (char)(part.bytes[i] | 0x20);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            return false;
    }
    return part.length <= BULLET_BYTES;
}

// A part of a path, and where it begins.
struct part {
    struct str text;
    size_t at; // 0: the title
};

// The last part of a path, without the number that tells paragraphs of one clause apart. A bullet
// names nothing: its clause is the one above.
static struct part last_part(struct str path)
{
    size_t end = path.length;
    for (;;) {
        size_t from = str_behind_last(str_slice(path, 0, end), '/');
        struct str text = str_slice(path, from, end);
        text = str_slice(text, 0, str_find_byte(text, '#'));
        if (from == 0)
            return (struct part){STR(""), 0};
        if (!is_bullet(text))
            return (struct part){text, from};
        end = from - 1;
    }
}

// "Article 4/2" for "treaty/Part I/Article 4/2".
static struct str with_parent(struct str path, struct part last, struct arena *arena)
{
    struct part parent = last_part(str_slice(path, 0, last.at > 0 ? last.at - 1 : 0));
    if (parent.text.length == 0)
        return last.text;
    return arena_print(arena, "%.*s/%.*s", STR_ARGS(parent.text), STR_ARGS(last.text));
}

void clauses_name(const struct str *paths, size_t count, struct arena *arena, struct str *names)
{
    struct arena *scratch = arena_open();
    struct names *shorts = names_make(scratch);
    struct str *owner = ARENA_ARRAY(scratch, struct str, count + 1); // by short name: the way to it
    bool *is_shared = ARENA_ARRAY(scratch, bool, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct part last = last_part(paths[i]);
        struct str way = str_slice(paths[i], 0, last.at);
        uint32_t number = names_add(shorts, last.text);
        if (owner[number].bytes && !str_equal(owner[number], way))
            is_shared[number] = true;
        owner[number] = way;
    }
    for (size_t i = 0; i < count; i++) {
        struct part last = last_part(paths[i]);
        names[i] = is_shared[names_find(shorts, last.text)] ? with_parent(paths[i], last, arena)
                                                            : last.text;
    }
    arena_close(scratch);
}

static void find_clauses(const struct document *document, struct arena *arena,
                         struct limits_text *text)
{
    struct outline *outline = outline_make(arena, document);
    uint32_t count = document->paragraph_count;
    struct str *paths = ARENA_ARRAY(arena, struct str, count);
    struct str *names = ARENA_ARRAY(arena, struct str, count);
    struct limits_clause *clauses = ARENA_ARRAY(arena, struct limits_clause, count);
    for (uint32_t i = 0; i < count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        struct point point = {
            .label = paragraph->label.text,
            .kind = paragraph->kind,
            .level = paragraph->level,
            .paragraph = i,
        };
        outline_place(outline, document, i, &point);
        paths[i] = point.path;
    }
    clauses_name(paths, count, arena, names);
    for (uint32_t i = 0; i < count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        uint32_t at = text->has_paragraph_lines ? paragraph->from : paragraph->origin.from;
        clauses[i] = (struct limits_clause){at, names[i]};
    }
    text->clauses = clauses;
    text->clause_count = count;
}

bool clauses_open(const struct entente_file *file, struct arena *arena, struct limits_text *text,
                  struct error *error)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document;
    if (!document_open(str_of(file->name), answer_file(file), &accepted, &limits_default, arena,
                       &document, error))
        return false;
    *text = (struct limits_text){.name = str_of(file->name)};
    text->has_paragraph_lines = document->form == FORM_DOCX;
    text->text = text->has_paragraph_lines ? document->text
                                           : ((const struct plain_source *)document->source)->text;
    find_clauses(document, arena, text);
    return true;
}
