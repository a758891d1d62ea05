// SPDX-License-Identifier: Apache-2.0
#include "exchange/comment_and_column_tables/cell_words.h"

#include "base/builder.h"
#include "text/fold.h"

// What is taken for a mark of new words, each with those before it.
enum cell_marking { NEW_IS_HIGHLIGHTED, NEW_IS_UNDERLINED, NEW_IS_STRESSED, MARKING_COUNT };

static bool says(const struct marks *marks, const char *property)
{
    return str_contains(marks->key, str_of(property)) ||
           str_contains(marks->written, str_of(property));
}

static bool is_highlighted(const struct marks *marks)
{
    bool is_shaded =
        says(marks, "shd ") && !says(marks, "fill=auto") && !says(marks, "fill=FFFFFF");
    return is_shaded || says(marks, "highlight val=");
}

static bool is_new(const struct marks *marks, enum cell_marking marking)
{
    if (is_highlighted(marks))
        return true;
    if (marking >= NEW_IS_UNDERLINED && marks->underline)
        return true;
    return marking >= NEW_IS_STRESSED && (marks->bold || says(marks, "color val="));
}

// One of the two texts.
struct cell_text {
    struct builder text;
    bool has_gap; // something was left out just before
};

// The texts under one way to mark.
struct cell_builder {
    const struct document *document;
    enum cell_marking marking;
    struct cell_text words;
    struct cell_text kept;
    uint32_t units;
};

// Of two blanks around what is left out one stays. A line break would be a line of its own in one text
// and none
// in the other: it is a blank.
static void add_text(struct cell_text *out, struct str text, bool is_shown)
{
    if (!is_shown) {
        out->has_gap = true;
        return;
    }
    if (!out->has_gap && str_find_byte(text, '\n') == text.length) {
        builder_add(&out->text, text);
        return;
    }
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i] == '\n' ? ' ' : text.bytes[i];
        bool is_behind_blank = out->text.length == 0 ||
                               out->text.bytes[out->text.length - 1] == ' ' ||
                               out->text.bytes[out->text.length - 1] == '\n';
        if (byte != ' ' || !out->has_gap || !is_behind_blank)
            builder_add_byte(&out->text, byte);
        out->has_gap = out->has_gap && byte == ' ' && is_behind_blank;
    }
}

static void add_paragraph(struct cell_builder *cell, const struct paragraph *paragraph)
{
    const struct document *document = cell->document;
    if (paragraph->label.text.length > 0 && paragraph->label.typed_bytes == 0) {
        builder_print(&cell->words.text, "%.*s ", STR_ARGS(paragraph->label.text));
        builder_print(&cell->kept.text, "%.*s ", STR_ARGS(paragraph->label.text));
    }
    for (uint32_t i = 0; i < paragraph->run_count; i++) {
        const struct text_run *run = &document->runs[paragraph->first_run + i];
        const struct marks *marks = &document->marks[run->marks];
        struct str text = str_slice(document->text, run->from, run->to);
        if (run->object != NO_INDEX) {
            cell->units += document->objects[run->object].kind != OBJECT_BREAK;
            continue;
        }
        add_text(&cell->words, text, !marks->strike);
        add_text(&cell->kept, text, marks->strike || !is_new(marks, cell->marking));
    }
}

static struct cell_words words_under(const struct document *document, uint32_t block,
                                     enum cell_marking marking, struct arena *arena)
{
    struct cell_builder cell = {
        document, marking, {builder_make(arena), false}, {builder_make(arena), false}, 0};
    const struct block *blocks = document->blocks;
    bool is_first = true;
    for (uint32_t i = block + 1; i < blocks[block].end; i++) {
        if (blocks[i].kind != BLOCK_PARAGRAPH)
            continue;
        if (!is_first) {
            builder_add_byte(&cell.words.text, '\n');
            builder_add_byte(&cell.kept.text, '\n');
        }
        is_first = false;
        add_paragraph(&cell, &document->paragraphs[blocks[i].paragraph]);
    }
    struct cell_words made = {builder_str(&cell.words.text), builder_str(&cell.kept.text), false,
                              true, cell.units};
    made.is_marked = !str_equal(made.words, made.kept);
    return made;
}

// Whether any of a cell's words look otherwise than plain ones: only then do marks have to be told apart.
static bool has_marks(const struct document *document, uint32_t block)
{
    const struct block *blocks = document->blocks;
    for (uint32_t i = block + 1; i < blocks[block].end; i++) {
        if (blocks[i].kind != BLOCK_PARAGRAPH)
            continue;
        const struct paragraph *paragraph = &document->paragraphs[blocks[i].paragraph];
        for (uint32_t r = 0; r < paragraph->run_count; r++) {
            const struct marks *marks =
                &document->marks[document->runs[paragraph->first_run + r].marks];
            if (marks->strike || is_new(marks, NEW_IS_STRESSED))
                return true;
        }
    }
    return false;
}

struct cell_words cell_words_of(const struct document *document, uint32_t block, struct str base,
                                struct arena *arena)
{
    struct cell_words first = words_under(document, block, NEW_IS_HIGHLIGHTED, arena);
    if (str_trim(base).length == 0 || !has_marks(document, block))
        return first;
    struct str folded = text_fold(str_trim(base), arena);
    struct cell_words made = first;
    for (enum cell_marking marking = NEW_IS_HIGHLIGHTED;; marking++) {
        struct str kept = text_fold(str_trim(made.kept), arena);
        if (kept.length > 0 && str_contains(folded, kept))
            return made;
        if (marking + 1 == MARKING_COUNT)
            return first;
        made = words_under(document, block, marking + 1, arena);
    }
}
