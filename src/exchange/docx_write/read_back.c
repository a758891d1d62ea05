// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/read_back.h"

#include "base/utf8.h"
#include "exchange/docx/docx_read.h"
#include "exchange/docx_write/unique.h"
#include "text/label.h"

// One reading of the written file against what it should be.
struct readback {
    const struct document *found;
    const struct document *wanted;
    struct str what; // "base.docx", "the draft of Velmark"
    bool with_looks; // formatting too
    bool is_exact;   // to the byte
    struct error *error;
};

static struct place place_of_result(struct str part)
{
    return place_with_part(place_of(STR("the Word file that was to be written")), part);
}

// Says what does not hold; the lower error, if any, says why.
static bool refuse(struct error *error, struct str part, const char *what)
{
    return error_at(error, UNSUPPORTED, place_of_result(part),
                    "%s; nothing is written, and this should be reported", what);
}

static bool parts_at(const struct readback *comparison, size_t at, const char *in_what)
{
    struct str near = utf8_around(comparison->wanted->text, at);
    return error_at(comparison->error, UNSUPPORTED, place_of_result(STR("")),
                    "read again it differs from %.*s in its %s, near \"%.*s\"; nothing is written, "
                    "and this should be reported",
                    STR_ARGS(comparison->what), in_what, STR_ARGS(near));
}

// Another format than Word's has no objects that could be carried, and types labels that the base
// counts: what is left of a paragraph of it.
static struct str bare(struct str text, struct arena *arena)
{
    struct str object = STR("\xef\xbf\xbc");
    size_t at = str_find(text, object);
    if (at == text.length)
        return text;
    struct builder out = builder_make(arena);
    for (; at < text.length; at = str_find(text, object)) {
        builder_add(&out, str_slice(text, 0, at));
        text = str_skip(text, at + object.length);
    }
    builder_add(&out, text);
    return builder_str(&out);
}

static bool same_paragraph(struct str found, const struct document *wanted,
                           const struct paragraph *paragraph, struct arena *arena)
{
    struct str body = bare(paragraph_body(wanted, paragraph), arena);
    struct typed_label label;
    found = bare(found, arena);
    return str_equal(found, body) ||
           str_equal(found, bare(paragraph_text(wanted, paragraph), arena)) ||
           (label_typed(found, &label) && str_equal(str_skip(found, label.bytes), body));
}

// Paragraphs of the body: what other stories the base has, the draft says nothing about.
static uint32_t body_count(const struct document *document)
{
    uint32_t body = document->blocks[0].end;
    return body < document->block_count ? paragraph_at(document, block_range(document, body).from)
                                        : document->paragraph_count;
}

static bool same_paragraphs(const struct readback *comparison)
{
    const struct document *found = comparison->found;
    const struct document *wanted = comparison->wanted;
    struct arena *arena = arena_open();
    uint32_t end = body_count(wanted);
    uint32_t k = 0;
    while (k < body_count(found) && k < end &&
           same_paragraph(paragraph_text(found, &found->paragraphs[k]), wanted,
                          &wanted->paragraphs[k], arena))
        k++;
    arena_close(arena);
    return (k == end && k == body_count(found)) ||
           parts_at(comparison, wanted->paragraphs[k < end ? k : end - 1].from, "words");
}

static bool same_range(const struct readback *comparison, struct range found, struct range wanted)
{
    struct str one = str_slice(comparison->found->text, found.from, found.to);
    struct str other = str_slice(comparison->wanted->text, wanted.from, wanted.to);
    if (str_equal(one, other))
        return true;
    size_t at = 0;
    while (at < one.length && at < other.length && one.bytes[at] == other.bytes[at])
        at++;
    return parts_at(comparison, wanted.from + at, "words");
}

// The blocks of one story, from its root on.
static bool same_blocks(const struct readback *comparison, uint32_t found_root,
                        uint32_t wanted_root)
{
    const struct document *found = comparison->found;
    const struct document *wanted = comparison->wanted;
    uint32_t count = wanted->blocks[wanted_root].end - wanted_root;
    bool same = found->blocks[found_root].end - found_root == count;
    for (uint32_t i = 0; same && i < count; i++) {
        const struct block *one = &found->blocks[found_root + i];
        const struct block *other = &wanted->blocks[wanted_root + i];
        same = one->kind == other->kind && one->end - found_root == other->end - wanted_root &&
               (!comparison->with_looks || str_equal(one->properties, other->properties));
        if (!same)
            return parts_at(comparison, block_range(wanted, wanted_root + i).from, "tables");
    }
    return same || parts_at(comparison, block_range(wanted, wanted_root).to - 1, "tables");
}

// A story, and those that it leads to: notes and text boxes.
static bool same_story(const struct readback *comparison, uint32_t found_root, uint32_t wanted_root)
{
    const struct document *found = comparison->found;
    const struct document *wanted = comparison->wanted;
    struct range one = block_range(found, found_root);
    struct range other = block_range(wanted, wanted_root);
    if (!same_range(comparison, one, other) || !same_blocks(comparison, found_root, wanted_root))
        return false;
    uint32_t i = next_story_run(found, run_at(found, one.from), one.to);
    uint32_t k = next_story_run(wanted, run_at(wanted, other.from), other.to);
    for (; i != NO_INDEX && k != NO_INDEX;
         i = next_story_run(found, i + 1, one.to), k = next_story_run(wanted, k + 1, other.to))
        if (!same_story(comparison, run_story(found, i), run_story(wanted, k)))
            return false;
    return i == k || parts_at(comparison, other.from, "notes and text boxes");
}

static uint32_t story_named(const struct document *document, struct str key)
{
    for (uint32_t b = 0; b < document->block_count; b = document->blocks[b].end)
        if (str_equal(document->blocks[b].key, key))
            return b;
    return NO_INDEX;
}

// Headers and footers that only one of the two has are told in notes: sections are not carried.
static bool same_stories(const struct readback *comparison)
{
    const struct document *wanted = comparison->wanted;
    for (uint32_t b = 0; b < wanted->block_count; b = wanted->blocks[b].end) {
        enum block_kind kind = wanted->blocks[b].kind;
        bool is_margin = kind == BLOCK_HEADER || kind == BLOCK_FOOTER;
        if (kind != BLOCK_BODY && !is_margin)
            continue; // something leads to it
        uint32_t found = story_named(comparison->found, wanted->blocks[b].key);
        if (found == NO_INDEX && is_margin && !comparison->with_looks)
            continue;
        if (found == NO_INDEX)
            return parts_at(comparison, block_range(wanted, b).from, "stories");
        if (!same_story(comparison, found, b))
            return false;
    }
    return true;
}

static bool same_run(const struct document *one, const struct text_run *a,
                     const struct document *other, const struct text_run *b)
{
    if (!marks_look_same(&one->marks[a->marks], &other->marks[b->marks]))
        return false;
    if (a->object == NO_INDEX || b->object == NO_INDEX)
        return a->object == b->object;
    const struct object *x = &one->objects[a->object];
    const struct object *y = &other->objects[b->object];
    return x->kind == y->kind && str_equal(x->key, y->key);
}

// The texts are equal. Runs may be cut otherwise, as long as they look the same.
static bool same_looks(const struct readback *comparison)
{
    const struct document *found = comparison->found;
    const struct document *wanted = comparison->wanted;
    for (uint32_t k = 0; k < wanted->paragraph_count; k++)
        if (!paragraphs_are_set_alike(&found->paragraphs[k], &wanted->paragraphs[k]))
            return parts_at(comparison, wanted->paragraphs[k].from, "paragraph formats");
    uint32_t i = 0;
    for (uint32_t k = 0; k < wanted->run_count; k++) {
        const struct text_run *run = &wanted->runs[k];
        while (i < found->run_count && found->runs[i].to <= run->from)
            i++;
        for (uint32_t n = i; n < found->run_count && found->runs[n].from < run->to; n++)
            if (!same_run(found, &found->runs[n], wanted, run))
                return parts_at(comparison, run->from, "formatting");
    }
    return true;
}

static bool compare(const struct docx_writer *writer, struct docx_package *package,
                    const struct reading *reading, struct readback *comparison)
{
    struct arena *arena = arena_open();
    struct error lower;
    bool same;
    if (!docx_read_words(STR("the Word file that was to be written"), package, reading,
                         writer->options->limits, arena, &comparison->found, &lower)) {
        *comparison->error = lower;
        same = false;
    } else {
        same = comparison->is_exact ? same_stories(comparison)
                                    : same_paragraphs(comparison) && same_blocks(comparison, 0, 0);
        same = same && (!comparison->with_looks || same_looks(comparison));
    }
    arena_close(arena);
    return same;
}

// The names of authors under which a party's changes were written: its own, and those that it
// shares with others.
struct reading docx_reading_of(const struct docx_writer *writer, struct party party,
                               struct arena *arena)
{
    struct list names = LIST_MAKE(arena, struct str);
    for (uint32_t i = 0; i < writer->author_holders.count; i++) {
        const struct holders *by = LIST_AT(&writer->author_holders, struct holders, i);
        for (uint32_t k = 0; k < by->count; k++)
            if (by->items[k].number == party.number)
                *LIST_ADD(&names, struct str) = names_at(writer->authors, i);
    }
    return (struct reading){READING_AUTHORS, LIST_ITEMS(&names, struct str), names.count, true};
}

static bool reads_as_all(const struct docx_writer *writer, struct docx_package *package,
                         struct error *error)
{
    const struct merged *merged = writer->merged;
    struct readback base = {.wanted = writer->documents[0],
                            .what = merged->base->name,
                            .with_looks = true,
                            .is_exact = true,
                            .error = error};
    if (!compare(writer, package, &(struct reading){.kind = READING_REJECT}, &base))
        return false;
    for (uint32_t i = 0; i < merged->party_count; i++) {
        const struct reading reading = docx_reading_of(writer, (struct party){i}, package->arena);
        const struct document *draft = writer->documents[i + 1];
        struct readback own = {.wanted = draft,
                               .what = arena_print(package->arena, "the draft of %.*s",
                                                   STR_ARGS(merged->party_names[i])),
                               .is_exact = draft->form == FORM_DOCX,
                               .error = error};
        if (!compare(writer, package, &reading, &own))
            return false;
    }
    return true;
}

// Parts of the text, and relationships; what was only brought over is as it was in its draft.
static bool is_ours(const struct docx_part *part)
{
    return !part->is_unchanged && (str_contains(part->content_type, STR("wordprocessingml")) ||
                                   str_ends_with(part->name, STR(".rels")));
}

static bool read_parts(struct docx_package *package, struct error *error)
{
    for (uint32_t i = 0; i < package->part_count; i++)
        if (is_ours(&package->parts[i]) && !docx_part_tree(package, i, error))
            return false;
    return true;
}

bool docx_is_sound(const struct docx_writer *writer, struct docx_package *package,
                   struct error *error)
{
    struct arena *arena = arena_open();
    struct unsound unsound;
    bool holds = read_parts(package, error);
    if (holds && !unique_check(package, writer->package, arena, &unsound))
        holds = refuse(error, unsound.part, unsound.what);
    arena_close(arena);
    return holds;
}

bool docx_read_back(const struct docx_writer *writer, struct str bytes, struct error *error)
{
    struct arena *arena = arena_open();
    struct docx_package *package;
    bool holds = docx_package_open_beside(STR("the Word file that was to be written"), bytes,
                                          writer->package, writer->options->limits, arena, &package,
                                          error) &&
                 docx_is_sound(writer, package, error) && reads_as_all(writer, package, error);
    arena_close(arena);
    return holds;
}

bool docx_read_back_new(struct str bytes, const struct input_limits *limits, struct error *error)
{
    struct arena *arena = arena_open();
    struct docx_package *package;
    bool holds = docx_package_open(STR("the Word file that was to be written"), bytes, limits,
                                   arena, &package, error) &&
                 read_parts(package, error);
    arena_close(arena);
    return holds;
}
