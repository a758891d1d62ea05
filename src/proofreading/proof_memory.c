// SPDX-License-Identifier: Apache-2.0
#include "proofreading/proof_memory.h"

#include "base/list.h"
#include "base/names.h"
#include "base/utf8.h"

#define STEM_BYTES 64

// A paragraph by itself. Its tokens stand at bytes of the paragraph.
struct known_paragraph {
    const struct token *tokens; // no break behind the last
    const uint32_t *stems;
    const uint16_t *signs;
    uint32_t count;
    uint32_t lead; // bytes of white space before its first sign; all of it: it has none
    bool may_be_blank;
    struct language_count language;
};

struct proof_memory {
    struct arena *arena;
    struct vocabulary *vocabulary;
    struct sign_words *sign_words;
    struct names *stems;
    struct names *texts;
    struct list known; // struct known_paragraph, by text
};

struct proof_memory *proof_memory_make(struct arena *arena)
{
    struct proof_memory *memory = ARENA_NEW(arena, struct proof_memory);
    *memory = (struct proof_memory){.arena = arena,
                                    .vocabulary = vocabulary_make(arena),
                                    .sign_words = sign_words_make(arena),
                                    .stems = names_make(arena),
                                    .texts = names_make(arena),
                                    .known = LIST_MAKE(arena, struct known_paragraph)};
    return memory;
}

uint32_t proof_memory_stem_count(const struct proof_memory *memory)
{
    return names_count(memory->stems);
}

struct str proof_memory_stem(const struct proof_memory *memory, uint32_t number)
{
    return names_at(memory->stems, number);
}

static uint32_t stem_of(struct proof_memory *memory, struct str word)
{
    char lower[STEM_BYTES];
    size_t length = word.length < STEM_BYTES ? word.length : STEM_BYTES;
    for (size_t i = 0; i < length; i++)
        lower[i] = word.bytes[i] >= 'A' && word.bytes[i] <= 'Z' ? (char)(word.bytes[i] | 0x20)
                                                                : word.bytes[i];
    // "parties" and "party", "services" and "service" are one.
    if (length > 4 && str_ends_with((struct str){lower, length}, STR("ies"))) {
        length -= 2;
        lower[length - 1] = 'y';
    } else {
        length -= length > 3 && lower[length - 1] == 's' && lower[length - 2] != 's';
    }
    struct str stem = {lower, length};
    uint32_t known = names_find(memory->stems, stem);
    return known != NAMES_NONE ? known : names_add(memory->stems, arena_copy(memory->arena, stem));
}

static uint32_t lead_of(struct str text)
{
    size_t at = 0;
    size_t bytes;
    while (at < text.length && (text.bytes[at] == '\n' || utf8_is_space(utf8_at(text, at, &bytes))))
        at += text.bytes[at] == '\n' ? 1 : bytes;
    return (uint32_t)at; // below a document's length
}

// Whether one of the words that blanks and placeholders begin with stands here.
static bool begins_blank(struct str rest)
{
    static const char *const markers[] = {"[",   "_",   "......", "\u2026", "\u25cf", "TBD",
                                          "TBC", "TBA", "XXX",    "dd/",    "DD/"};
    for (size_t i = 0; i < sizeof markers / sizeof markers[0]; i++)
        if (rest.bytes[0] == markers[i][0] && str_starts_with(rest, str_of(markers[i])))
            return true;
    return false;
}

static bool may_be_blank(struct str text)
{
    for (size_t at = 0; at < text.length; at++) {
        char byte = text.bytes[at];
        // Nearly every byte is a small letter, and of these only one begins any.
        if ((byte < 'a' || byte == 'd' || byte > 'z') && byte != ' ' &&
            begins_blank(str_skip(text, at)))
            return true;
    }
    return false;
}

static bool read_paragraph(struct proof_memory *memory, struct str source, struct str text,
                           struct known_paragraph *known, struct error *error)
{
    struct prose prose;
    if (!prose_read(source, text, LINES_ARE_PARAGRAPHS, memory->vocabulary, memory->arena, &prose,
                    error))
        return false;
    // The break behind a paragraph stands where the next one begins.
    while (prose.count > 0 && prose.tokens[prose.count - 1].kind == TOKEN_BREAK)
        prose.count--;
    uint32_t *stems = ARENA_ARRAY(memory->arena, uint32_t, prose.count + 1);
    uint16_t *signs = ARENA_ARRAY(memory->arena, uint16_t, prose.count + 1);
    for (size_t at = 0; at < prose.count; at++) {
        stems[at] = stem_of(memory, prose_word(&prose, at));
        signs[at] = token_signs(memory->sign_words, &prose, at);
    }
    *known = (struct known_paragraph){.tokens = prose.tokens,
                                      .stems = stems,
                                      .signs = signs,
                                      .count = (uint32_t)prose.count,
                                      .lead = lead_of(text),
                                      .may_be_blank = may_be_blank(text)};
    language_count_add(&known->language, text);
    return true;
}

static const struct known_paragraph *find(struct proof_memory *memory, struct str source,
                                          struct str text, struct error *error)
{
    uint32_t number = names_find(memory->texts, text);
    if (number == NAMES_NONE) {
        struct known_paragraph known;
        struct str own = arena_copy(memory->arena, text);
        if (!read_paragraph(memory, source, own, &known, error))
            return NULL;
        number = names_add(memory->texts, own);
        *LIST_ADD(&memory->known, struct known_paragraph) = known;
    }
    return LIST_AT(&memory->known, struct known_paragraph, number);
}

// The tokens of a text, as they are put together.
struct joining {
    struct token *tokens;
    uint32_t *stems;
    uint16_t *signs;
    size_t count;
    uint32_t no_stem; // of breaks
};

static void join_break(struct joining *joining, uint32_t at)
{
    if (joining->count > 0 && joining->tokens[joining->count - 1].kind == TOKEN_BREAK)
        return;
    joining->tokens[joining->count] =
        (struct token){.at = at, .word = NAMES_NONE, .kind = TOKEN_BREAK};
    joining->stems[joining->count] = joining->no_stem;
    joining->signs[joining->count++] = SIGN_STOP;
}

static void join_paragraph(struct joining *joining, const struct known_paragraph *known,
                           uint32_t from)
{
    uint32_t first = joining->count > 0 && known->count > 0 &&
                     known->tokens[0].kind == TOKEN_BREAK &&
                     joining->tokens[joining->count - 1].kind == TOKEN_BREAK;
    size_t count = known->count - first;
    struct token *tokens = joining->tokens + joining->count;
    for (size_t i = 0; i < count; i++) {
        tokens[i] = known->tokens[first + i];
        tokens[i].at += from;
    }
    memcpy(joining->stems + joining->count, known->stems + first, count * sizeof *known->stems);
    memcpy(joining->signs + joining->count, known->signs + first, count * sizeof *known->signs);
    joining->count += count;
}

static struct joining joining_make(struct proof_memory *memory, size_t count, struct arena *arena)
{
    return (struct joining){.tokens = arena_take_bare(arena, count * sizeof(struct token)),
                            .stems = arena_take_bare(arena, count * sizeof(uint32_t)),
                            .signs = arena_take_bare(arena, count * sizeof(uint16_t)),
                            .no_stem = stem_of(memory, STR(""))};
}

static const struct known_paragraph **find_all(struct proof_memory *memory,
                                               const struct document *document, size_t *tokens,
                                               struct arena *arena, struct error *error)
{
    uint32_t paragraphs = document->paragraph_count;
    uint32_t *numbers = ARENA_ARRAY(arena, uint32_t, (size_t)paragraphs + 1);
    const struct known_paragraph **all =
        ARENA_ARRAY(arena, const struct known_paragraph *, (size_t)paragraphs + 1);
    *tokens = 2;
    for (uint32_t p = 0; p < paragraphs; p++) {
        const struct known_paragraph *known =
            find(memory, document->name, paragraph_text(document, &document->paragraphs[p]), error);
        if (known == NULL)
            return NULL;
        *tokens += known->count + 1;
        numbers[p] = (uint32_t)(known - LIST_ITEMS(&memory->known, struct known_paragraph));
    }
    // The list may have moved while it grew.
    for (uint32_t p = 0; p < paragraphs; p++)
        all[p] = LIST_AT(&memory->known, struct known_paragraph, numbers[p]);
    return all;
}

bool proof_memory_read(struct proof_memory *memory, const struct document *document,
                       struct arena *arena, struct proof_tokens *tokens, struct error *error)
{
    uint32_t paragraphs = document->paragraph_count;
    size_t count;
    const struct known_paragraph **all = find_all(memory, document, &count, arena, error);
    if (all == NULL)
        return false;
    struct joining joining = joining_make(memory, count, arena);
    uint32_t *first = ARENA_ARRAY(arena, uint32_t, (size_t)paragraphs + 1);
    bool *blank = ARENA_ARRAY(arena, bool, (size_t)paragraphs + 1);
    struct language_count language = {0};
    for (uint32_t p = 0; p < paragraphs; p++) {
        const struct paragraph *paragraph = &document->paragraphs[p];
        language_count_join(&language, &all[p]->language);
        first[p] = (uint32_t)joining.count; // fewer than the text's bytes
        blank[p] = all[p]->may_be_blank;
        if (p > 0 && all[p]->lead < paragraph->to - paragraph->from)
            join_break(&joining, paragraph->from + all[p]->lead);
        join_paragraph(&joining, all[p], paragraph->from);
    }
    uint32_t end = (uint32_t)document->text.length; // below 4 GiB
    if (paragraphs > 0)
        join_break(&joining, end);
    first[paragraphs] = (uint32_t)joining.count;
    joining.tokens[joining.count] = (struct token){.at = end, .word = NAMES_NONE};
    joining.stems[joining.count] = joining.no_stem;
    joining.signs[joining.count] = SIGN_STOP;
    struct prose prose = {document->text, memory->vocabulary, joining.tokens, joining.count};
    *tokens = (struct proof_tokens){.prose = prose,
                                    .stems = joining.stems,
                                    .signs = joining.signs,
                                    .first_token = first,
                                    .may_be_blank = blank,
                                    .is_foreign = language_count_is_foreign(&language)};
    return true;
}
