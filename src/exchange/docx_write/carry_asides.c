// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/carry_asides.h"

#include "base/names.h"
#include "codec/xml_write.h"
#include "exchange/docx_beside_text/asides.h"
#include "exchange/docx_write/carry.h"
#include "exchange/docx_write/homes.h"

static int by_place(const void *a, const void *b)
{
    const struct aside_mark *x = a;
    const struct aside_mark *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    if (x->is_end != y->is_end)
        return x->is_end ? 1 : -1;
    return str_compare(x->xml, y->xml); // numbers differ
}

// The story of the base that a byte lies in.
static enum block_kind story_at(const struct docx_writer *writer, uint32_t at)
{
    const struct document *base = writer->documents[0];
    uint32_t block = writer->paragraph_blocks[0][paragraph_at(base, at)];
    while (base->blocks[block].parent != NO_INDEX)
        block = base->blocks[block].parent;
    return base->blocks[block].kind;
}

#define WORD14 "http://schemas.microsoft.com/office/word/2010/wordml"
#define WORD15 "http://schemas.microsoft.com/office/word/2012/wordml"

// Comments are known by their last paragraphs' numbers where threads are told.
enum { FIRST_PARAGRAPH_NUMBER = 0x7e000000 };

// Gives the last paragraph in a comment's content its number.
static void number_paragraph(struct docx_writer *writer, struct out_part *part, uint32_t number,
                             struct builder *comment)
{
    struct str content = builder_str(comment);
    size_t at = content.length;
    for (size_t i = 0; i + 4 < content.length; i++)
        if (str_starts_with(str_skip(content, i), STR("<w:p>")) ||
            str_starts_with(str_skip(content, i), STR("<w:p ")))
            at = i + sizeof "<w:p" - 1;
    if (at == content.length)
        return;
    struct str rest = arena_copy(writer->arena, str_skip(content, at));
    builder_cut(comment, at);
    if (!writer_declare(writer, part, STR("w14"), STR(WORD14)))
        builder_add_c(comment, " xmlns:w14=\"" WORD14 "\"");
    builder_print(comment, " w14:paraId=\"%08X\"", (unsigned)FIRST_PARAGRAPH_NUMBER + number);
    builder_add(comment, rest);
}

static void add_author(const struct docx_writer *writer, const struct changed_aside *changed,
                       struct builder *out)
{
    struct str author = changed->aside.name;
    struct str party = writer->merged->party_names[changed->party.number];
    bool is_party = str_equal(author, party);
    xml_add_attribute(
        out, "w:author",
        is_party ? author
                 : arena_print(writer->arena, "%.*s (%.*s)", STR_ARGS(author), STR_ARGS(party)));
}

// The comment itself, in the part of comments. False when there is no place for it.
static bool carry_comment(struct docx_writer *writer, const struct changed_aside *changed,
                          uint32_t id, bool is_thread)
{
    enum block_kind story = story_at(writer, changed->base.from);
    struct out_part *part = writer_home(writer, HOME_COMMENTS);
    bool has_place = story == BLOCK_BODY || story == BLOCK_FOOTNOTE || story == BLOCK_ENDNOTE;
    if (!part || !has_place)
        return false;
    uint32_t document = changed->party.number + 1;
    const struct aside *aside = &changed->aside;
    const struct docx_part *from =
        &docx_source(writer->documents[document])->package->parts[aside->part];
    const struct carriage carriage = {writer, part, document, from};
    struct builder out = builder_make(writer->arena);
    builder_print(&out, "<w:comment w:id=\"%u\"", id);
    add_author(writer, changed, &out);
    if (docx_has_attribute(from, aside->node, W_DATE))
        xml_add_attribute(&out, "w:date", docx_attribute(from, aside->node, W_DATE));
    if (docx_has_attribute(from, aside->node, W_INITIALS))
        xml_add_attribute(&out, "w:initials", docx_attribute(from, aside->node, W_INITIALS));
    builder_add_byte(&out, '>');
    carry_children(&carriage, aside->node, (struct skipped){{WORD_UNKNOWN}}, &out);
    if (is_thread)
        number_paragraph(writer, part, id, &out);
    builder_add_c(&out, "</w:comment>");
    size_t end = part->tree->xml.nodes[0].close_from;
    patches_add(&part->patches, end, end, builder_str(&out));
    return true;
}

static void add_marks(struct list *marks, struct range base, struct str start, struct str end)
{
    bool is_empty = base.from == base.to;
    *LIST_ADD(marks, struct aside_mark) = (struct aside_mark){base.from, false, is_empty, start};
    *LIST_ADD(marks, struct aside_mark) = (struct aside_mark){base.to, true, is_empty, end};
}

static struct str comment_start(const struct docx_writer *writer, uint32_t id)
{
    return arena_print(writer->arena, "<w:commentRangeStart w:id=\"%u\"/>", id);
}

static struct str comment_end(const struct docx_writer *writer, uint32_t id)
{
    return arena_print(writer->arena,
                       "<w:commentRangeEnd w:id=\"%u\"/><w:r><w:commentReference "
                       "w:id=\"%u\"/></w:r>",
                       id, id);
}

// Gives the number that it bears, 0 when it has no place.
static uint32_t carry_one(struct docx_writer *writer, const struct changed_aside *changed,
                          bool is_thread, struct list *marks)
{
    struct arena *arena = writer->arena;
    struct range base = changed->base;
    uint32_t id = writer_id(writer);
    // A range that takes in a paragraph's mark ends before it.
    if (base.to > base.from && writer->documents[0]->text.bytes[base.to - 1] == '\n')
        base.to--;
    if (changed->aside.kind == ASIDE_BOOKMARK) {
        struct builder start = builder_make(arena);
        builder_print(&start, "<w:bookmarkStart w:id=\"%u\"", id);
        xml_add_attribute(&start, "w:name", changed->aside.name);
        builder_add_c(&start, "/>");
        add_marks(marks, base, builder_str(&start),
                  arena_print(arena, "<w:bookmarkEnd w:id=\"%u\"/>", id));
        return id;
    }
    if (!carry_comment(writer, changed, id, is_thread)) {
        writer_note(writer, changed->party.number + 1,
                    "a comment by %.*s has no place in the base and is left out: %.*s",
                    STR_ARGS(changed->aside.name), STR_ARGS(changed->aside.words));
        return 0;
    }
    add_marks(marks, base, comment_start(writer, id), comment_end(writer, id));
    return id;
}

// The numbers by which comments are known in the written file, by what they are.
struct thread_numbers {
    struct names *keys;
    struct list numbers; // struct str
};

static void add_number(struct thread_numbers *known, struct str key, struct str number)
{
    if (number.length > 0 && names_add(known->keys, key) == known->numbers.count)
        *LIST_ADD(&known->numbers, struct str) = number;
}

// The number of the comment that a draft's comment answers; empty when it answers none.
static struct str answered(struct docx_writer *writer, const struct thread_numbers *known,
                           const struct changed_aside *changed)
{
    struct list own = asides_of(writer->documents[changed->party.number + 1], writer->arena);
    for (size_t i = 0; changed->aside.parent_id.length > 0 && i < own.count; i++) {
        const struct aside *aside = LIST_AT(&own, struct aside, i);
        uint32_t number = names_find(known->keys, aside->key);
        if (str_equal(aside->para_id, changed->aside.parent_id) && number != NAMES_NONE)
            return *LIST_AT(&known->numbers, struct str, number);
    }
    return STR("");
}

static void add_thread(struct out_part *part, struct str number, struct str parent,
                       bool is_resolved, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add_c(&out, "<w15:commentEx xmlns:w15=\"" WORD15 "\"");
    xml_add_attribute(&out, "w15:paraId", number);
    if (parent.length > 0)
        xml_add_attribute(&out, "w15:paraIdParent", parent);
    builder_print(&out, " w15:done=\"%d\"/>", is_resolved ? 1 : 0);
    size_t end = part->tree->xml.nodes[0].close_from;
    patches_add(&part->patches, end, end, builder_str(&out));
}

static bool is_new_comment(const struct changed_aside *one)
{
    return one->fate == ASIDE_NEW && one->aside.kind == ASIDE_COMMENT;
}

// Whether a comment that is carried answers another, or is settled.
static bool has_threads(const struct list *changed)
{
    for (size_t i = 0; i < changed->count; i++) {
        const struct changed_aside *one = LIST_AT(changed, struct changed_aside, i);
        if (is_new_comment(one) && (one->aside.parent_id.length > 0 || one->aside.is_resolved))
            return true;
    }
    return false;
}

// Which comment answers which, of those that were carried; ids[i] is 0 where one was not.
static void carry_threads(struct docx_writer *writer, const struct list *changed,
                          const uint32_t *ids)
{
    struct arena *arena = writer->arena;
    bool is_made = package_home(writer->package, HOME_THREADS) == NULL;
    struct out_part *part = writer_home(writer, HOME_THREADS);
    struct thread_numbers known = {names_make(arena), LIST_MAKE(arena, struct str)};
    struct list base = asides_of(writer->documents[0], arena);
    if (!part)
        return;
    for (size_t i = 0; i < base.count; i++) {
        const struct aside *aside = LIST_AT(&base, struct aside, i);
        add_number(&known, aside->key, aside->para_id);
        if (is_made && aside->para_id.length > 0)
            add_thread(part, aside->para_id, STR(""), false, arena);
    }
    for (size_t i = 0; i < changed->count; i++)
        if (ids[i] != 0)
            add_number(&known, LIST_AT(changed, struct changed_aside, i)->aside.key,
                       arena_print(arena, "%08X", (unsigned)FIRST_PARAGRAPH_NUMBER + ids[i]));
    for (size_t i = 0; i < changed->count; i++) {
        const struct changed_aside *one = LIST_AT(changed, struct changed_aside, i);
        if (ids[i] != 0 && one->aside.kind == ASIDE_COMMENT)
            add_thread(part, arena_print(arena, "%08X", (unsigned)FIRST_PARAGRAPH_NUMBER + ids[i]),
                       answered(writer, &known, one), one->aside.is_resolved, arena);
    }
}

static bool add_remark(struct docx_writer *writer, const struct docx_remark *remark, uint32_t id)
{
    enum block_kind story = story_at(writer, remark->from);
    struct out_part *part = writer_home(writer, HOME_COMMENTS);
    if (!part || (story != BLOCK_BODY && story != BLOCK_FOOTNOTE && story != BLOCK_ENDNOTE))
        return false;
    struct builder out = builder_make(writer->arena);
    builder_print(&out, "<w:comment w:id=\"%u\"", id);
    xml_add_attribute(&out, "w:author", remark->author);
    builder_add_byte(&out, '>');
    struct str rest = remark->words;
    struct str line;
    while (str_cut(&rest, '\n', &line)) {
        builder_add_c(&out, "<w:p><w:r>");
        add_run_text(&out, line);
        builder_add_c(&out, "</w:r></w:p>");
    }
    builder_add_c(&out, "</w:comment>");
    size_t end = part->tree->xml.nodes[0].close_from;
    patches_add(&part->patches, end, end, builder_str(&out));
    return true;
}

// The comments that the options ask for.
static void add_remarks(struct docx_writer *writer, struct list *marks)
{
    for (size_t i = 0; i < writer->options->remark_count; i++) {
        const struct docx_remark *remark = &writer->options->remarks[i];
        uint32_t id = writer_id(writer);
        if (add_remark(writer, remark, id))
            add_marks(marks, (struct range){remark->from, remark->to}, comment_start(writer, id),
                      comment_end(writer, id));
        else
            writer_note(writer, 0, "a comment has no place in the file and is left out: %.*s",
                        STR_ARGS(remark->words));
    }
}

struct list carry_asides(struct docx_writer *writer)
{
    struct merged settled = *writer->merged; // the same texts, without tracked changes
    settled.base = writer->documents[0];
    settled.drafts = writer->documents + 1;
    struct list changed = asides_changed(&settled, writer->arena);
    struct list marks = LIST_MAKE(writer->arena, struct aside_mark);
    bool are_threads = has_threads(&changed);
    uint32_t *ids = ARENA_ARRAY(writer->arena, uint32_t, changed.count + 1);
    for (size_t i = 0; i < changed.count; i++) {
        const struct changed_aside *one = LIST_AT(&changed, struct changed_aside, i);
        if (one->fate == ASIDE_NEW)
            ids[i] = carry_one(writer, one, are_threads, &marks);
    }
    if (are_threads)
        carry_threads(writer, &changed, ids);
    add_remarks(writer, &marks);
    list_sort(&marks, by_place);
    return marks;
}

// Adds an item in front of the one at `index`.
static void put_in(struct list *items, struct list *places, size_t index,
                   const struct inserted_item *item, uint32_t at)
{
    LIST_ADD(items, struct inserted_item);
    LIST_ADD(places, uint32_t);
    for (size_t i = items->count - 1; i > index; i--) {
        *LIST_AT(items, struct inserted_item, i) = *LIST_AT(items, struct inserted_item, i - 1);
        *LIST_AT(places, uint32_t, i) = *LIST_AT(places, uint32_t, i - 1);
    }
    *LIST_AT(items, struct inserted_item, index) = *item;
    *LIST_AT(places, uint32_t, index) = at;
}

// Of what goes in at the same byte, words without a paragraph's end belong to the range that
// begins or ends there; whole paragraphs before the paragraph's start stay before the mark.
void aside_mark_place(const struct aside_mark *mark, uint32_t from, struct list *items,
                      struct list *places)
{
    size_t first = 0;
    while (first < items->count && *LIST_AT(places, uint32_t, first) < mark->at)
        first++;
    size_t end = first;
    size_t break_from = items->count; // the first item that is a mark or block, and behind the last
    size_t break_to = first;
    for (; end < items->count && *LIST_AT(places, uint32_t, end) == mark->at; end++) {
        if (item_is_inline(LIST_AT(items, struct inserted_item, end)))
            continue;
        break_from = break_from < end ? break_from : end;
        break_to = end + 1;
    }
    break_from = break_from < end ? break_from : end;
    size_t index = mark->is_end ? break_from : break_to;
    if (break_to > first && mark->at == from)
        index = mark->is_end && !mark->is_empty ? end : break_to;
    else if (break_to > first && mark->is_empty)
        index = break_from;
    if (mark->is_end && mark->is_empty) // behind its own start
        while (index < end && LIST_AT(items, struct inserted_item, index)->kind == ITEM_ASIDE)
            index++;
    const struct inserted_item item = {.kind = ITEM_ASIDE, .xml = mark->xml};
    put_in(items, places, index, &item, mark->at);
}
