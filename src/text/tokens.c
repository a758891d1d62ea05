// SPDX-License-Identifier: Apache-2.0
#include "text/tokens.h"

#include "base/builder.h"
#include "base/eights.h"
#include "base/list.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/line_match.h"
#include "text/scan.h"

// A stretch of the first document's tokens: a paragraph without its mark.
struct known_line {
    uint32_t from; // bytes of the document's text
    uint32_t to;
    uint32_t first;
    uint32_t count;
};

// Most words are short, and a few hundred of them are most of a text: the last one of each kind is found by
// its letters themselves.
#define SHORT_WORD 8
#define RECENT_BITS 12

struct recent_word {
    uint64_t letters;
    uint32_t next_id; // the one behind its own; 0: none
};

// Drafts keep most paragraphs as they are, and much of the others: tokens that the first document has
// are copied.
struct dictionary {
    struct arena *arena;
    struct names *names;
    struct recent_word *recent;
    struct names *line_texts; // of the first document
    struct list lines;        // struct known_line, one a text
    const struct tokens *first;
};

struct dictionary *dictionary_make(struct arena *arena)
{
    struct dictionary *dictionary = ARENA_NEW(arena, struct dictionary);
    dictionary->arena = arena;
    dictionary->names = names_make(arena);
    dictionary->recent = ARENA_ARRAY(arena, struct recent_word, (size_t)1 << RECENT_BITS);
    dictionary->line_texts = names_make(arena);
    dictionary->lines = LIST_MAKE(arena, struct known_line);
    return dictionary;
}

// A text without blanks or NUL that there is one way only to set.
static uint32_t id_of_settled(struct dictionary *dictionary, struct str word)
{
    if (word.length > SHORT_WORD)
        return names_add(dictionary->names, word);
    uint64_t letters = eight_of(word.bytes, word.length);
    struct recent_word *recent =
        &dictionary->recent[letters * UINT64_C(0x9e3779b97f4a7c15) >> (64 - RECENT_BITS)];
    if (recent->next_id == 0 || recent->letters != letters)
        *recent = (struct recent_word){letters, names_add(dictionary->names, word) + 1};
    return recent->next_id - 1;
}

static uint32_t id_of_copy(struct dictionary *dictionary, struct str key)
{
    uint32_t id = names_find(dictionary->names, key);
    return id == NAMES_NONE ? names_add(dictionary->names, arena_copy(dictionary->arena, key)) : id;
}

struct token_cutter {
    const struct document *document;
    struct dictionary *dictionary;
    size_t max_tokens;
    struct arena *arena;
    struct arena *scratch;
    struct text_token *items; // room for `capacity`
    uint32_t *ids;
    size_t count;
    size_t capacity;
    struct flow *flows;
    uint32_t *flow_of_block;
    uint32_t mark_id;
    uint32_t expected; // the known line that the next one is most likely to be, or to have been
};

// Tokens are many and small: room is made for all that a stretch of text can hold at once.
static void make_room(struct token_cutter *cutter, size_t more)
{
    size_t capacity = cutter->capacity;
    if (cutter->count + more <= capacity)
        return;
    capacity = capacity * 2 + more;
    cutter->items =
        arena_extend_bare(cutter->arena, cutter->items, cutter->count * sizeof *cutter->items,
                          capacity * sizeof *cutter->items);
    cutter->ids = arena_extend_bare(cutter->arena, cutter->ids, cutter->count * sizeof *cutter->ids,
                                    capacity * sizeof *cutter->ids);
    cutter->capacity = capacity;
}

// Room must have been made. Blocks and paragraphs are fewer than 2^29: limits->paragraphs.
static void add_token(struct token_cutter *cutter, enum token_kind kind, uint32_t id, size_t from,
                      size_t to, uint32_t owner)
{
    cutter->items[cutter->count] =
        (struct text_token){(uint32_t)from, (uint32_t)to, owner & 0x1fffffff, kind & 7};
    cutter->ids[cutter->count++] = id;
}

// Texts that differ in their setting only have one id.
static uint32_t id_of_text(struct token_cutter *cutter, struct str text)
{
    struct dictionary *dictionary = cutter->dictionary;
    if (text_is_settled(text))
        return id_of_settled(dictionary, text);
    struct arena_mark mark = arena_mark(cutter->scratch);
    uint32_t id = id_of_copy(dictionary, text_fold(text, cutter->scratch));
    arena_rewind(cutter->scratch, mark);
    return id;
}

static uint32_t object_id(struct token_cutter *cutter, uint32_t object_index)
{
    const struct object *object = &cutter->document->objects[object_index];
    struct arena *arena = arena_open();
    struct str key = arena_print(arena, "\x02%d:%.*s", (int)object->kind, STR_ARGS(object->key));
    uint32_t id = id_of_copy(cutter->dictionary, key);
    arena_close(arena);
    return id;
}

static bool is_break_token(const struct document *document, char c)
{
    return c == '\n' && document->form == FORM_DOCX;
}

static size_t skip_space(const struct document *document, struct str text, size_t at)
{
    // Nearly always one blank and a word.
    if (at + 1 < text.length && text.bytes[at] == ' ' && text.bytes[at + 1] > ' ')
        return at + 1;
    while (at < text.length && !is_break_token(document, text.bytes[at])) {
        size_t bytes;
        if (!utf8_is_space(utf8_at(text, at, &bytes)))
            break;
        at += bytes;
    }
    return at;
}

static bool begins_with_digit(struct str text, const struct text_token *token)
{
    return text.bytes[token->from] >= '0' && text.bytes[token->from] <= '9';
}

// A date or a number begins with a digit, a sign before it, or a month with digits behind it.
static bool may_join(const struct token_cutter *cutter, size_t i)
{
    struct str text = cutter->document->text;
    const struct text_token *token = &cutter->items[i];
    unsigned char c = (unsigned char)text.bytes[token->from];
    return (c >= '0' && c <= '9') || c == '$' || c >= 0x80 ||
           (i + 1 < cutter->count && begins_with_digit(text, token + 1));
}

// How many tokens from the i-th on are one date or number, and which; 0 when they are none.
static size_t joined_at(const struct token_cutter *cutter, size_t i, enum token_kind *kind)
{
    const struct text_token *tokens = cutter->items;
    struct str pieces[SCAN_PIECES];
    bool gap_follows[SCAN_PIECES];
    size_t seen = 0;
    while (seen < SCAN_PIECES && i + seen < cutter->count) {
        const struct text_token *token = &tokens[i + seen];
        pieces[seen] = str_slice(cutter->document->text, token->from, token->to);
        gap_follows[seen] = i + seen + 1 < cutter->count && tokens[i + seen + 1].from > token->to;
        seen++;
    }
    *kind = TOKEN_DATE;
    size_t joined = scan_date(pieces, gap_follows, seen);
    if (joined > 0)
        return joined;
    *kind = TOKEN_NUMBER;
    return scan_number(pieces, gap_follows, seen);
}

// Joins the pieces of each date and number, from token `first` on, into one token.
static void join_figures(struct token_cutter *cutter, size_t first)
{
    struct str text = cutter->document->text;
    struct text_token *tokens = cutter->items;
    size_t count = cutter->count;
    size_t kept = first;
    for (size_t i = first; i < count; kept++) {
        enum token_kind kind = TOKEN_NUMBER;
        size_t joined = may_join(cutter, i) ? joined_at(cutter, i, &kind) : 0;
        struct text_token token = tokens[i];
        uint32_t id = cutter->ids[i];
        if (joined > 1) {
            token.to = tokens[i + joined - 1].to;
            token.kind = kind & 7;
            id = id_of_text(cutter, str_slice(text, token.from, token.to));
        }
        tokens[kept] = token;
        cutter->ids[kept] = id;
        i += joined > 1 ? joined : 1;
    }
    cutter->count = kept;
}

static void cut_run(struct token_cutter *cutter, struct str text, size_t at, uint32_t owner)
{
    size_t first = cutter->count;
    bool has_digit = false;
    for (at = skip_space(cutter->document, text, at); at < text.length;
         at = skip_space(cutter->document, text, at)) {
        size_t end = scan_plain_word(text, at);
        if (end > at) {
            uint32_t id = id_of_settled(cutter->dictionary, str_slice(text, at, end));
            add_token(cutter, TOKEN_WORD, id, at, end, owner);
            at = end;
            continue;
        }
        enum token_kind kind = TOKEN_PUNCTUATION;
        end =
            is_break_token(cutter->document, text.bytes[at]) ? at + 1 : scan_token(text, at, &kind);
        has_digit = has_digit || (text.bytes[at] >= '0' && text.bytes[at] <= '9');
        add_token(cutter, kind, id_of_text(cutter, str_slice(text, at, end)), at, end, owner);
        at = end;
    }
    if (has_digit)
        join_figures(cutter, first);
}

// Copies tokens of the first document; `by`: how far they stand from there.
static void copy_tokens(struct token_cutter *cutter, uint32_t first, uint32_t count, size_t by,
                        uint32_t owner)
{
    const struct tokens *known = cutter->dictionary->first;
    for (uint32_t i = first; i < first + count; i++) {
        const struct text_token *token = &known->items[i];
        add_token(cutter, token->kind, known->ids[i], token->from + by, token->to + by, owner);
    }
}

// Cuts what a line has between the ends that it shares with the known one, and copies these.
static bool cut_changed_line(struct token_cutter *cutter, const struct known_line *line,
                             size_t from, size_t to, uint32_t owner)
{
    const struct tokens *first = cutter->dictionary->first;
    struct str text = cutter->document->text;
    const struct cut_line known = {str_slice(first->document->text, line->from, line->to),
                                   first->items + line->first, line->count, line->from};
    struct line_match match = line_match_find(&known, str_slice(text, from, to));
    if ((match.head_tokens + match.tail_tokens) * 2 < line->count)
        return false; // rather another line
    copy_tokens(cutter, line->first, match.head_tokens, from - line->from, owner);
    cut_run(cutter, str_slice(text, 0, to - match.tail_bytes), from + match.head_bytes, owner);
    copy_tokens(cutter, line->first + line->count - match.tail_tokens, match.tail_tokens,
                to - line->to, owner);
    return true;
}

// The same for a line that the first document has as it is, or so that some of it can be copied.
static bool copy_line(struct token_cutter *cutter, size_t from, size_t to, uint32_t owner)
{
    const struct dictionary *dictionary = cutter->dictionary;
    struct str text = str_slice(cutter->document->text, from, to);
    uint32_t number = names_find(dictionary->line_texts, text);
    bool is_known = number != NAMES_NONE;
    if (!is_known)
        number = cutter->expected;
    if (number >= dictionary->lines.count)
        return false;
    const struct known_line *line = LIST_AT(&dictionary->lines, struct known_line, number);
    if (is_known)
        copy_tokens(cutter, line->first, line->count, from - line->from, owner);
    else if (!cut_changed_line(cutter, line, from, to, owner))
        return false;
    cutter->expected = number + 1;
    return true;
}

static void cut_line(struct token_cutter *cutter, size_t from, size_t to, uint32_t owner)
{
    struct dictionary *dictionary = cutter->dictionary;
    const struct tokens *known = dictionary->first;
    if (known && known->document->form == cutter->document->form &&
        copy_line(cutter, from, to, owner))
        return;
    size_t first = cutter->count;
    cut_run(cutter, str_slice(cutter->document->text, 0, to), from, owner);
    struct str text = str_slice(cutter->document->text, from, to);
    if (known || names_add(dictionary->line_texts, text) < dictionary->lines.count)
        return;
    *LIST_ADD(&dictionary->lines, struct known_line) = (struct known_line){
        (uint32_t)from, (uint32_t)to, (uint32_t)first, (uint32_t)(cutter->count - first)};
}

// Text between opaque units is cut as running text; each unit is a token.
static void cut_paragraph(struct token_cutter *cutter, uint32_t index)
{
    const struct document *document = cutter->document;
    const struct paragraph *paragraph = &document->paragraphs[index];
    size_t at = paragraph->from + paragraph->label.typed_bytes;
    make_room(cutter, paragraph->to + 1 - paragraph->from);
    for (uint32_t i = 0; i < paragraph->run_count; i++) {
        const struct text_run *run = &document->runs[paragraph->first_run + i];
        if (run->object == NO_INDEX || run->from < at)
            continue;
        cut_run(cutter, str_slice(document->text, 0, run->from), at, index);
        add_token(cutter, TOKEN_OBJECT, object_id(cutter, run->object), run->from, run->to, index);
        at = run->to;
    }
    cut_line(cutter, at, paragraph->to, index);
    add_token(cutter, TOKEN_MARK, cutter->mark_id, paragraph->to, paragraph->to + 1, index);
}

// A block's id stands for the ids of all that it holds.
static uint32_t block_id(struct token_cutter *cutter, uint32_t block)
{
    const struct flow *flow = &cutter->flows[cutter->flow_of_block[block]];
    struct arena *arena = arena_open();
    struct builder key = builder_make(arena);
    builder_print(&key, "\x03%d:", (int)cutter->document->blocks[block].kind);
    for (uint32_t i = 0; i < flow->count; i++) {
        uint32_t id = cutter->ids[flow->first + i];
        builder_add(&key, (struct str){(const char *)&id, sizeof id});
    }
    uint32_t id = id_of_copy(cutter->dictionary, builder_str(&key));
    arena_close(arena);
    return id;
}

static void cut_flow(struct token_cutter *cutter, uint32_t container)
{
    const struct document *document = cutter->document;
    struct flow *flow = &cutter->flows[cutter->flow_of_block[container]];
    flow->block = container;
    flow->first = (uint32_t)cutter->count;
    for (uint32_t child = container + 1; child < document->blocks[container].end;
         child = document->blocks[child].end) {
        if (document->blocks[child].kind == BLOCK_PARAGRAPH) {
            cut_paragraph(cutter, document->blocks[child].paragraph);
            continue;
        }
        struct range range = block_range(document, child);
        make_room(cutter, 1);
        add_token(cutter, TOKEN_BLOCK, block_id(cutter, child), range.from, range.to, child);
    }
    flow->count = (uint32_t)cutter->count - flow->first;
}

bool tokens_cut(const struct document *document, size_t max_tokens, struct dictionary *dictionary,
                struct arena *arena, struct tokens *tokens, struct error *error)
{
    struct token_cutter cutter = {.document = document,
                                  .dictionary = dictionary,
                                  .max_tokens = max_tokens,
                                  .arena = arena,
                                  .scratch = arena_open(),
                                  .mark_id = names_add(dictionary->names, STR("\n")),
                                  .flow_of_block =
                                      ARENA_ARRAY(arena, uint32_t, document->block_count)};
    // Few texts have more tokens than one in four bytes.
    make_room(&cutter, document->text.length / 4 + 16);
    uint32_t flow_count = 0;
    for (uint32_t i = 0; i < document->block_count; i++)
        cutter.flow_of_block[i] =
            document->blocks[i].kind == BLOCK_PARAGRAPH ? NO_INDEX : flow_count++;
    cutter.flows = ARENA_ARRAY(arena, struct flow, flow_count);
    // Inner containers first, so that a block's id can stand for what it holds.
    for (uint32_t i = document->block_count; i > 0 && cutter.count <= max_tokens; i--)
        if (cutter.flow_of_block[i - 1] != NO_INDEX)
            cut_flow(&cutter, i - 1);
    arena_close(cutter.scratch);
    if (cutter.count > max_tokens)
        return error_at(error, TOO_LARGE, place_of(document->name),
                        "has more than %zu words, the limit for one document", max_tokens);
    *tokens = (struct tokens){.document = document,
                              .items = cutter.items,
                              .ids = cutter.ids,
                              .count = (uint32_t)cutter.count,
                              .flows = cutter.flows,
                              .flow_count = flow_count,
                              .flow_of_block = cutter.flow_of_block};
    if (!dictionary->first)
        dictionary->first = tokens;
    return true;
}
