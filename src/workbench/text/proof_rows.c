// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/proof_rows.h"

#define CONTEXT_BYTES 48 // on each side

static size_t utf8_start(struct str text, size_t at)
{
    while (at > 0 && at < text.length && ((unsigned char)text.bytes[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static struct str one_line(struct arena *arena, struct str text)
{
    char *bytes = ARENA_ARRAY(arena, char, text.length + 1);
    for (size_t i = 0; i < text.length; i++)
        bytes[i] = (unsigned char)text.bytes[i] < ' ' ? ' ' : text.bytes[i];
    return (struct str){bytes, text.length};
}

struct str proof_context(const struct document *document, struct range place, struct arena *arena)
{
    const struct paragraph *paragraph = &document->paragraphs[paragraph_at(document, place.from)];
    size_t from =
        place.from > paragraph->from + CONTEXT_BYTES ? place.from - CONTEXT_BYTES : paragraph->from;
    size_t to = place.to + CONTEXT_BYTES < paragraph->to ? place.to + CONTEXT_BYTES : paragraph->to;
    from = utf8_start(document->text, from);
    to = utf8_start(document->text, to);
    struct str words = one_line(arena, str_slice(document->text, from, to));
    return arena_print(arena, "%s%.*s%s", from > paragraph->from ? "…" : "", STR_ARGS(words),
                       to < paragraph->to ? "…" : "");
}

static struct str clause_of(const struct proof_text *text, struct range place)
{
    return text->clauses.names[paragraph_at(text->document, place.from)];
}

struct told_finding proof_told(const struct proof_text *text, const struct proof_choice *choice,
                               const struct proof_finding *finding, struct arena *arena)
{
    uint32_t paragraph = paragraph_at(text->document, finding->place.from);
    struct told_finding told = {
        .kind = finding->kind,
        .certainty = finding->certainty,
        .clause = clause_of(text, finding->place),
        .quotation = one_line(arena, proof_words(text, finding->place)),
        .context = proof_context(text->document, finding->place, arena),
        .place = finding->place,
        .point = choice ? choice->points[paragraph] : NO_INDEX,
        .message = finding->message,
        .right = finding->right,
    };
    if (finding->other.to > finding->other.from) {
        told.other = one_line(arena, proof_words(text, finding->other));
        told.other_clause = clause_of(text, finding->other);
    }
    return told;
}

// Whether a finding of another reading is this one: same kind, clause, words and message, the same time.
static struct str key_of(const struct told_finding *told, struct names *seen, struct arena *arena)
{
    struct str key =
        arena_print(arena, "%d\n%.*s\n%.*s\n%.*s", (int)told->kind, STR_ARGS(told->clause),
                    STR_ARGS(told->quotation), STR_ARGS(told->message));
    return names_add_numbered(seen, key, '\n', 2);
}

struct proof_rows proof_rows_make(uint32_t reading_count, struct arena *arena)
{
    return (struct proof_rows){.told = LIST_MAKE(arena, struct told_finding),
                               .in = LIST_MAKE(arena, bool *),
                               .known = names_make(arena),
                               .identities = names_make(arena),
                               .row_of = LIST_MAKE(arena, uint32_t),
                               .reading_count = reading_count,
                               .arena = arena};
}

uint32_t proof_rows_identity(struct proof_rows *rows, struct str identity)
{
    uint32_t known = names_find(rows->identities, identity);
    if (known != NAMES_NONE)
        return known;
    *LIST_ADD(&rows->row_of, uint32_t) = NO_INDEX;
    return names_add(rows->identities, arena_copy(rows->arena, identity));
}

static uint32_t add_row(struct proof_rows *rows, struct told_finding told)
{
    bool *in = rows->reading_count > 0 ? ARENA_ARRAY(rows->arena, bool, rows->reading_count) : NULL;
    told.in = in;
    *LIST_ADD(&rows->in, bool *) = in;
    *LIST_ADD(&rows->told, struct told_finding) = told;
    return (uint32_t)rows->told.count - 1;
}

void proof_rows_add_combined(struct proof_rows *rows, uint32_t identity, struct told_finding told)
{
    *LIST_AT(&rows->row_of, uint32_t, identity) = add_row(rows, told);
}

static void note_identity(struct proof_rows *rows, uint32_t row, struct str identity)
{
    uint32_t number = proof_rows_identity(rows, identity);
    uint32_t *row_of = LIST_AT(&rows->row_of, uint32_t, number);
    *row_of = *row_of == NO_INDEX ? row : *row_of;
}

void proof_rows_add(struct proof_rows *rows, const struct proofreading *proof, uint32_t reading,
                    const struct proof_places *places, const struct proof_choice *choice)
{
    struct names *seen = names_make(rows->arena);
    struct names *stood = names_make(rows->arena);
    for (size_t f = 0; f < proof->findings.count; f++) {
        const struct proof_finding *finding = LIST_AT(&proof->findings, struct proof_finding, f);
        struct told_finding told = proof_told(&proof->text, choice, finding, rows->arena);
        struct str key = key_of(&told, seen, rows->arena);
        uint32_t row = names_find(rows->known, key);
        if (row == NAMES_NONE) {
            row = names_add(rows->known, key);
            add_row(rows, told);
        }
        if (rows->reading_count > 0)
            (*LIST_AT(&rows->in, bool *, row))[reading] = true;
        if (places != NULL)
            note_identity(rows, row,
                          proof_choice_identity(places, choice, finding, stood, rows->arena));
    }
}
