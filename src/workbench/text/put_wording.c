// SPDX-License-Identifier: Apache-2.0
//
// The words become edits of single paragraphs and paragraphs that arrive; the edited text is what the new
// file must read as. A .docx is then written as the next base is: its own package with what differs in
// it. Of a file of text the bytes of the place are replaced.
#include "workbench/text/put_wording.h"

#include "workbench/text/put_parts.h"

static struct str piece_at(const struct putting *putting, size_t i)
{
    const struct range *piece = LIST_AT(&putting->pieces, struct range, i);
    return str_slice(putting->place->document->text, piece->from, piece->to);
}

static struct str line_at(const struct putting *putting, size_t i)
{
    return *LIST_AT(&putting->lines, struct str, i);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

// --- What is there, and what shall be

static void cut_lines(struct putting *putting, struct str words)
{
    struct str line;
    putting->lines = LIST_MAKE(putting->arena, struct str);
    while (str_cut(&words, '\n', &line))
        if (str_trim(line).length > 0)
            *LIST_ADD(&putting->lines, struct str) = str_trim(line);
}

// White space at the ends of a place stays as it is.
static struct range trimmed(struct str text, struct range range)
{
    while (range.from < range.to && is_blank(text.bytes[range.from]))
        range.from++;
    while (range.from < range.to && is_blank(text.bytes[range.to - 1]))
        range.to--;
    return range;
}

static void cut_pieces(struct putting *putting)
{
    const struct document *document = putting->place->document;
    struct range range = putting->place->range;
    putting->pieces = LIST_MAKE(putting->arena, struct range);
    for (uint32_t p = range.from < range.to ? paragraph_at(document, range.from) : NO_INDEX;
         p < document->paragraph_count && document->paragraphs[p].from < range.to; p++) {
        const struct paragraph *paragraph = &document->paragraphs[p];
        struct range piece = {range.from > paragraph->from ? range.from : paragraph->from,
                              range.to < paragraph->to ? range.to : paragraph->to};
        piece = trimmed(document->text, piece);
        if (piece.from < piece.to)
            *LIST_ADD(&putting->pieces, struct range) = piece;
    }
}

static uint32_t paragraph_of(const struct putting *putting, size_t piece)
{
    return paragraph_at(putting->place->document,
                        LIST_AT(&putting->pieces, struct range, piece)->from);
}

// But for its typed label, which is its mark's.
static bool is_all_of_its_paragraph(const struct putting *putting, size_t piece)
{
    const struct document *document = putting->place->document;
    const struct paragraph *paragraph = &document->paragraphs[paragraph_of(putting, piece)];
    uint32_t from = paragraph->from + paragraph->label.typed_bytes;
    struct range whole = trimmed(document->text, (struct range){from, paragraph->to});
    const struct range *own = LIST_AT(&putting->pieces, struct range, piece);
    return own->from <= whole.from && own->to >= whole.to;
}

// --- One paragraph

// Taken out with the blank before them, or behind them where they begin their paragraph.
static struct range with_a_blank(const struct document *document, struct range range)
{
    const struct paragraph *paragraph = &document->paragraphs[paragraph_at(document, range.from)];
    if (range.from > paragraph->from && document->text.bytes[range.from - 1] == ' ')
        range.from--;
    else if (range.to < paragraph->to && document->text.bytes[range.to] == ' ')
        range.to++;
    return range;
}

static void edit(struct putting *putting, size_t piece, struct str words)
{
    const struct document *document = putting->place->document;
    struct range range = *LIST_AT(&putting->pieces, struct range, piece);
    const struct paragraph *paragraph = &document->paragraphs[paragraph_of(putting, piece)];
    if (words.length == 0)
        range = is_all_of_its_paragraph(putting, piece)
                    ? (struct range){paragraph->from, paragraph->to}
                    : with_a_blank(document, range);
    *LIST_ADD(&putting->edits, struct text_edit) =
        (struct text_edit){.from = range.from, .to = range.to, .words = words};
}

// Between two words, with the blanks that part it from both.
static void insert(struct putting *putting, struct str words)
{
    const struct document *document = putting->place->document;
    uint32_t at = putting->place->range.from;
    const struct paragraph *paragraph = &document->paragraphs[paragraph_at(document, at)];
    bool follows = at > paragraph->from && !is_blank(document->text.bytes[at - 1]);
    char next = at < paragraph->to ? document->text.bytes[at] : ' ';
    bool is_joined = is_blank(next) || next == '.' || next == ',' || next == ';' || next == ':';
    const char *before = follows && words.bytes[0] != ',' && words.bytes[0] != ';' ? " " : "";
    words = arena_print(putting->arena, "%s%.*s%s", before, STR_ARGS(words), is_joined ? "" : " ");
    *LIST_ADD(&putting->edits, struct text_edit) =
        (struct text_edit){.from = at, .to = at, .words = words};
}

// --- Several paragraphs

// A new paragraph looks like the one it stands beside, and like the other neighbour where that is a heading.
static const struct paragraph *model_of(const struct document *document, uint32_t paragraph,
                                        bool is_before)
{
    const struct paragraph *beside = &document->paragraphs[paragraph];
    const struct paragraph *other = beside;
    if (is_before && paragraph > 0)
        other = &document->paragraphs[paragraph - 1];
    if (!is_before && paragraph + 1 < document->paragraph_count)
        other = &document->paragraphs[paragraph + 1];
    bool is_other = beside->kind == PARAGRAPH_HEADING && other->kind != PARAGRAPH_HEADING;
    return is_other ? other : beside;
}

static void arrive(struct putting *putting, uint32_t paragraph, bool is_before, struct str words)
{
    *LIST_ADD(&putting->arrivals, struct text_arrival) = (struct text_arrival){
        paragraph, is_before, words, model_of(putting->place->document, paragraph, is_before)};
}

static enum block_kind held_by(const struct document *document, uint32_t paragraph)
{
    return document->blocks[document->blocks[putting_block(document, paragraph)].parent].kind;
}

// New paragraphs between two: behind the first where that is of the same flow, else before the second.
static void arrive_between(struct putting *putting)
{
    const struct document *document = putting->place->document;
    uint32_t at = putting->place->range.from;
    uint32_t before = at > 0 ? paragraph_at(document, at - 1) : NO_INDEX;
    bool is_behind = before != NO_INDEX && held_by(document, before) == putting->place->flow;
    uint32_t paragraph = is_behind                    ? before
                         : at < document->text.length ? paragraph_at(document, at)
                                                      : before;
    for (size_t i = 0; i < putting->lines.count; i++)
        arrive(putting, paragraph, !is_behind && at < document->text.length, line_at(putting, i));
}

// Lines that stand there already at both ends stay; of those between, the i-th takes the i-th's place.
static void edit_paragraphs(struct putting *putting)
{
    size_t first = 0;
    size_t lines = putting->lines.count;
    size_t pieces = putting->pieces.count;
    while (first < lines && first < pieces &&
           str_equal(line_at(putting, first), piece_at(putting, first)))
        first++;
    while (lines > first && pieces > first &&
           str_equal(line_at(putting, lines - 1), piece_at(putting, pieces - 1))) {
        lines--;
        pieces--;
    }
    for (size_t i = first; i < pieces; i++)
        edit(putting, i, i < lines ? line_at(putting, i) : STR(""));
    size_t last = pieces > first ? pieces - 1 : first > 0 ? first - 1 : 0;
    for (size_t i = pieces; i < lines; i++)
        arrive(putting, paragraph_of(putting, last), pieces == first && first == 0,
               line_at(putting, i));
}

static bool plan(struct putting *putting, struct error *error)
{
    size_t lines = putting->lines.count;
    bool are_whole = true;
    for (size_t i = 0; i < putting->pieces.count; i++)
        are_whole = are_whole && is_all_of_its_paragraph(putting, i);
    if (putting->pieces.count == 0) {
        if (putting->place->is_whole)
            arrive_between(putting);
        else if (lines > 1)
            return putting_refuse(error,
                                  "the place is within a paragraph, and the wording has several");
        else if (lines == 1)
            insert(putting, line_at(putting, 0));
        return true;
    }
    if (!are_whole && lines != putting->pieces.count && (lines > 1 || putting->pieces.count > 1))
        return putting_refuse(error,
                              "the place takes in parts of paragraphs, and the wording has others");
    edit_paragraphs(putting);
    return true;
}

// --- The whole

bool wording_put(const struct entente_file *file, const struct wording_place *place,
                 struct str words, struct budget *budget, struct arena *arena,
                 struct entente_file *made, enum wording_settled *settled, struct error *error)
{
    *settled = SETTLED_NONE;
    struct putting putting = {.file = file,
                              .place = place,
                              .budget = budget,
                              .arena = arena,
                              .edits = LIST_MAKE(arena, struct text_edit),
                              .arrivals = LIST_MAKE(arena, struct text_arrival)};
    struct str bytes;
    cut_lines(&putting, words);
    cut_pieces(&putting);
    if (!plan(&putting, error))
        return false;
    const struct document_editing editing = {.edits = LIST_ITEMS(&putting.edits, struct text_edit),
                                             .edit_count = putting.edits.count,
                                             .arrivals =
                                                 LIST_ITEMS(&putting.arrivals, struct text_arrival),
                                             .arrival_count = putting.arrivals.count};
    const struct document *wanted = document_edited(place->document, &editing, arena);
    if (str_equal(wanted->text, place->document->text))
        return error_set(error, BAD_INPUT, "the draft has these words there already");
    if (!(place->document->form == FORM_DOCX
              ? put_into_docx(&putting, wanted, &bytes, settled, error)
              : put_into_text(&putting, wanted, &bytes, error)))
        return false;
    *made = (struct entente_file){file->name, bytes.bytes, bytes.length};
    return true;
}
