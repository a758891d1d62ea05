// SPDX-License-Identifier: Apache-2.0
// proofread: what is wrong, or may be, in a text or in each reading of a merged one.
#include "proofreading/proofread.h"

#include "base/builder.h"
#include "base/names.h"
#include "codec/json.h"
#include "exchange/merged/merged_text.h"
#include "exchange/open.h"
#include "merge/one_reading.h"
#include "prose/language.h"
#include "render/text/proofread_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/report_draw.h"
#include "workbench/text/merged_file.h"

#include <entente/proofread.h>

#define CONTEXT_BYTES 48 // on each side

struct finding_row {
    struct list told;    // struct told_finding
    struct names *known; // by kind, clause, words and message
    struct list in;      // by the same: bool *, by reading
    uint32_t reading_count;
    struct arena *arena;
};

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

// The words around a place, within its paragraph.
static struct str context_of(const struct document *document, struct range place,
                             struct arena *arena)
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

static struct told_finding tell(const struct proof_text *text, const struct proof_finding *finding,
                                struct arena *arena)
{
    struct told_finding told = {
        .kind = finding->kind,
        .certainty = finding->certainty,
        .clause = clause_of(text, finding->place),
        .quotation = one_line(arena, proof_words(text, finding->place)),
        .context = context_of(text->document, finding->place, arena),
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

static void add_reading(struct finding_row *row, const struct proofreading *proof, uint32_t reading)
{
    struct names *seen = names_make(row->arena);
    for (size_t f = 0; f < proof->findings.count; f++) {
        struct told_finding told =
            tell(&proof->text, LIST_AT(&proof->findings, struct proof_finding, f), row->arena);
        struct str key = key_of(&told, seen, row->arena);
        uint32_t known = names_find(row->known, key);
        if (known == NAMES_NONE) {
            known = names_add(row->known, key);
            bool *in =
                row->reading_count > 0 ? ARENA_ARRAY(row->arena, bool, row->reading_count) : NULL;
            told.in = in;
            *LIST_ADD(&row->in, bool *) = in;
            *LIST_ADD(&row->told, struct told_finding) = told;
        }
        if (row->reading_count > 0)
            (*LIST_AT(&row->in, bool *, known))[reading] = true;
    }
}

// base: what the reading is held against; NULL: nothing
static bool read_document(struct str name, struct str bytes, const struct input_limits *limits,
                          struct arena *arena, const struct proofreading *base,
                          struct proofreading *proof, struct error *error)
{
    struct reading accept = {.kind = READING_ACCEPT};
    const struct document *document;
    if (!document_open(name, bytes, &accept, limits, arena, &document, error) ||
        !proofread(document, limits, arena, proof, error))
        return false;
    if (base)
        proofread_beside(base, proof);
    return true;
}

static bool read_readings(const struct sheet *sheet, const struct input_limits *limits,
                          struct proofread_answer *answer, struct finding_row *row,
                          struct error *error)
{
    static const struct merged_style markdown = {MERGED_BRACKETS, MEDIUM_MARKDOWN, true};
    row->reading_count = answer->reading_count = sheet->party_count + 1;
    struct str *readings = ARENA_ARRAY(row->arena, struct str, answer->reading_count);
    readings[0] = STR("base");
    for (uint32_t p = 0; p < sheet->party_count; p++)
        readings[p + 1] = sheet->party_names[p];
    answer->readings = readings;
    struct proofreading base;
    for (uint32_t r = 0; r < answer->reading_count; r++) {
        struct sheet_reading reading = {.kind = r == 0 ? READ_BASE : READ_PARTY};
        if (r > 0)
            reading.party = (struct party){r - 1};
        struct sheet one;
        struct proofreading proof;
        sheet_of_reading(sheet, reading, row->arena, &one);
        if (!read_document(STR("text.md"), merged_text_write(&one, &markdown, row->arena), limits,
                           row->arena, r > 0 ? &base : NULL, &proof, error))
            return false;
        if (r == 0)
            base = proof;
        answer->is_foreign = answer->is_foreign || language_is_foreign(proof.text.document->text);
        add_reading(row, &proof, r);
    }
    return true;
}

// A merged text of this program's, by its own words: JSON, or a .docx that says so in itself.
static bool is_merged(const struct entente_file *file)
{
    struct str bytes = answer_file(file);
    return merged_file_is_ours(file) ||
           (str_starts_with(str_trim(str_slice(bytes, 0, 64)), STR("{")) &&
            str_contains(str_slice(bytes, 0, 4096), STR("\"entente-merge/")));
}

static void keep_sure(struct proofread_answer *answer, struct list *told,
                      enum entente_certainty least)
{
    struct told_finding *findings = LIST_ITEMS(told, struct told_finding);
    uint32_t kept = 0;
    for (size_t i = 0; i < told->count; i++)
        if ((int)findings[i].certainty + 1 >= (int)least)
            findings[kept++] = findings[i];
    answer->left_out = (uint32_t)told->count - kept;
    answer->findings = findings;
    answer->count = kept;
}

static bool find(const struct entente_file *file, const struct entente_proofread_options *options,
                 const struct input_limits *limits, struct arena *arena,
                 struct proofread_answer *answer, struct error *error)
{
    struct finding_row row = {.told = LIST_MAKE(arena, struct told_finding),
                              .known = names_make(arena),
                              .in = LIST_MAKE(arena, bool *),
                              .arena = arena};
    *answer = (struct proofread_answer){.title = str_of(file->name)};
    if (is_merged(file)) {
        struct sheet sheet;
        if (!merged_file_read(file, limits, arena, &sheet, error) ||
            !read_readings(&sheet, limits, answer, &row, error))
            return false;
    } else {
        struct proofreading proof;
        if (!read_document(str_of(file->name), answer_file(file), limits, arena, NULL, &proof,
                           error))
            return false;
        answer->is_foreign = language_is_foreign(proof.text.document->text);
        add_reading(&row, &proof, 0);
    }
    keep_sure(answer, &row.told, options->least);
    return true;
}

static bool draw(const struct proofread_answer *found, enum entente_proofread_form form,
                 struct entente_answer *made, struct error *error)
{
    static const enum report_form forms[] = {[ENTENTE_PROOFREAD_TEXT] = REPORT_TEXT,
                                             [ENTENTE_PROOFREAD_MARKDOWN] = REPORT_MARKDOWN,
                                             [ENTENTE_PROOFREAD_HTML] = REPORT_HTML,
                                             [ENTENTE_PROOFREAD_DOCX] = REPORT_DOCX};
    if (form == ENTENTE_PROOFREAD_JSON) {
        made->output = proofread_json(found, made->arena);
        return true;
    }
    struct report report = proofread_report(found, made->arena);
    return report_draw(&report, "Before signature", forms[form], made->arena, &made->output, error);
}

bool entente_proofread(const struct entente_proofread_options *options,
                       const struct entente_file *file, const struct entente_bounds *bounds,
                       struct entente_answer **answer, struct entente_error *error)
{
    struct entente_proofread_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct entente_answer *made = answer_new();
    struct budget budget = answer_budget(bounds);
    const struct input_limits *limits = answer_limits(&budget, made->arena);
    struct proofread_answer found;
    struct error inner;
    if (!find(file, &own, limits, made->arena, &found, &inner) ||
        !draw(&found, own.form, made, &inner) || !budget_check_room(&budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    made->summary = proofread_summary(&found, made->arena);
    made->is_no = own.no != ENTENTE_CERTAINTY_NONE &&
                  proofread_answer_at_least(&found, (enum proof_certainty)((int)own.no - 1)) > 0;
    *answer = made;
    return true;
}
