// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/gate.h"

#include "base/builder.h"
#include "exchange/docx/docx_read.h"
#include "exchange/open.h"
#include "merge/draft_kind.h"

// From here on down the reader is told.
#define SIMILARITY_NOTED 500u
#define SOME_LENGTH 150u

// What the error names as ways out; %.*s is the party.
static const struct ways {
    const char *of_fragment;
    const char *of_stranger; // before those of a counter-draft, which it may be all the same
} ways_at[] = {
    [GATE_MERGE] =
        {"--fragment %.*s offers it as proposals for the clauses it resembles, --any-base "
         "reads it as the whole text, with all else struck",
         "name its base, or "},
    [GATE_DIFF] =
        {"--fragment compares it with the clauses it resembles, --any-base with the whole "
         "text",
         ""},
    [GATE_SUBMIT] =
        {"--fragment enters it as proposals for the clauses it resembles, --any-base as "
         "the whole text, with all else struck",
         "name its base, or "},
    [GATE_PAGE] = {"", ""}, // see refuse
    [GATE_TIMETABLE] = {"give the whole text as %.*s has it", ""},
};

// A name as a shell takes it.
static struct str quoted(struct str name, struct arena *arena)
{
    static const char plain[] = "._-/:=+,@%";
    bool is_plain = name.length > 0;
    struct builder out = builder_make(arena);
    builder_add_byte(&out, '\'');
    for (size_t i = 0; i < name.length; i++) {
        unsigned char byte = (unsigned char)name.bytes[i];
        bool is_word = (byte >= '0' && byte <= '9') ||
                       ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || byte >= 0x80 ||
                       str_find_byte(str_of(plain), (char)byte) < sizeof plain - 1;
        is_plain = is_plain && is_word;
        if (byte == '\'')
            builder_add_c(&out, "'\\'");
        builder_add_byte(&out, (char)byte);
    }
    builder_add_byte(&out, '\'');
    return is_plain ? name : builder_str(&out);
}

// How a text in words of its own is set beside the base, and taken: the commands as they are typed.
static struct str way_of_counter(const struct draft_gate *gate, const struct merged *merged,
                                 uint32_t party, struct arena *arena)
{
    struct str name = quoted(merged->party_names[party], arena);
    struct str file = quoted(merged->drafts[party]->name, arena);
    struct str base = quoted(merged->base->name, arena);
    switch (gate->place) {
    case GATE_MERGE:
        return arena_print(arena,
                           "set the two side by side, point by point: entente counterparts %.*s "
                           "%.*s=%.*s -o side-by-side.html; --any-base merges it all the same",
                           STR_ARGS(base), STR_ARGS(name), STR_ARGS(file));
    case GATE_SUBMIT:
        return arena_print(
            arena,
            "set the two side by side, point by point: entente counterparts %.*s %.*s %.*s=%.*s -o "
            "matches.yaml; look in that file at which point answers which, and enter it with: "
            "entente submit %.*s %.*s --document %.*s --party %.*s --matches matches.yaml; "
            "--any-base takes it all the same",
            STR_ARGS(quoted(gate->case_name, arena)), STR_ARGS(quoted(gate->document, arena)),
            STR_ARGS(name), STR_ARGS(file), STR_ARGS(quoted(gate->case_name, arena)),
            STR_ARGS(file), STR_ARGS(quoted(gate->document, arena)), STR_ARGS(name));
    case GATE_DIFF:
        break; // it compares any two texts
    case GATE_PAGE:
        break; // one sentence for all kinds
    case GATE_TIMETABLE:
        return STR("give a copy of the same text");
    }
    return STR("");
}

// What its tracked changes or a hand strike stands in the file: without them it may be the whole base.
static bool is_copy_before_changes(const struct merged *merged, const struct document *draft,
                                   struct arena *scratch)
{
    const struct document_author *authors;
    const struct document *before;
    const struct reading rejected = {.kind = READING_REJECT};
    struct draft_figures figures;
    struct error unused;
    bool may_be = document_authors(draft, scratch, &authors) > 0 ||
                  (draft->form == FORM_DOCX && docx_source(draft)->struck > 0);
    return may_be &&
           docx_read_words(draft->name, docx_source(draft)->package, &rejected,
                           &input_limits_default, scratch, &before, &unused) &&
           draft_figures_count(merged->base, before, 0, input_limits_default.tokens, &figures,
                               &unused) &&
           draft_kind_of(&figures) == DRAFT_COPY;
}

static enum draft_kind kind_of(const struct merged *merged, uint32_t party,
                               struct draft_figures *figures)
{
    const struct document *draft = merged->drafts[party];
    struct error unused;
    // The merge has cut both already, so that they are not too large.
    if (draft_is_plain_copy(merged->similarity[party]) ||
        !draft_figures_count(merged->base, draft, merged->similarity[party],
                             input_limits_default.tokens, figures, &unused))
        return DRAFT_COPY;
    enum draft_kind kind = draft_kind_of(figures);
    struct arena *scratch = arena_open();
    if (kind != DRAFT_COPY && is_copy_before_changes(merged, draft, scratch))
        kind = DRAFT_COPY;
    arena_close(scratch);
    return kind;
}

static struct str kind_said(enum draft_kind kind, struct str base, struct arena *arena)
{
    switch (kind) {
    case DRAFT_COPY:
        break;
    case DRAFT_FRAGMENT:
        return arena_print(arena, "is a fragment of %.*s, not a copy", STR_ARGS(base));
    case DRAFT_COUNTER:
        return arena_print(arena,
                           "is a counter-draft, a text on the subject of %.*s in words of its own: "
                           "it was made from another text",
                           STR_ARGS(base));
    case DRAFT_STRANGER:
        return arena_print(arena, "has little to do with %.*s: it was made from another text",
                           STR_ARGS(base));
    }
    return (struct str){NULL, 0};
}

static bool refuse(const struct draft_gate *gate, const struct merged *merged, uint32_t party,
                   enum draft_kind kind, const struct draft_figures *figures, struct error *error)
{
    struct arena *scratch = arena_open();
    const struct document *draft = merged->drafts[party];
    const struct ways *ways = &ways_at[gate->place];
    struct str said = kind_said(kind, merged->base->name, scratch);
    struct str reasons = draft_reasons(figures, scratch);
    if (gate->place == GATE_PAGE) {
        error_at(
            error, BAD_INPUT, place_of(draft->name),
            "%.*s (%.*s) Choose the document, or the earlier base, that it is a draft of; a text "
            "of its own can be entered as another document.",
            STR_ARGS(said), STR_ARGS(reasons));
        arena_close(scratch);
        return false;
    }
    struct str way =
        kind == DRAFT_FRAGMENT
            ? arena_print(scratch, ways->of_fragment, STR_ARGS(merged->party_names[party]))
            : arena_print(scratch, "%s%.*s", kind == DRAFT_STRANGER ? ways->of_stranger : "",
                          STR_ARGS(way_of_counter(gate, merged, party, scratch)));
    error_at(error, BAD_INPUT, place_of(draft->name), "%.*s (%.*s); %.*s", STR_ARGS(said),
             STR_ARGS(reasons), STR_ARGS(way));
    arena_close(scratch);
    return false;
}

static bool has_some_length(const struct document *document)
{
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < document->text.length && words < SOME_LENGTH; i++) {
        bool is_word = (unsigned char)document->text.bytes[i] > ' ';
        words += is_word && !inside;
        inside = is_word;
    }
    return words >= SOME_LENGTH;
}

static void tell(const struct merged *merged, uint32_t party, enum draft_kind kind,
                 const struct draft_figures *figures, struct arena *arena, struct list *notes)
{
    struct str words = STR("");
    if (kind != DRAFT_COPY)
        words = arena_print(arena, "the draft %.*s (%.*s)",
                            STR_ARGS(kind_said(kind, merged->base->name, arena)),
                            STR_ARGS(draft_reasons(figures, arena)));
    else if (merged->similarity[party] < SIMILARITY_NOTED && has_some_length(merged->base) &&
             has_some_length(merged->drafts[party]))
        words =
            arena_print(arena,
                        "the draft shares only %u %% of its words with the base; was it made from "
                        "another version?",
                        merged->similarity[party] / 10);
    if (words.length > 0)
        *LIST_ADD(notes, struct merge_note) =
            (struct merge_note){NOTE_SIMILARITY, merged->party_names[party], words};
}

static bool is_passed(const struct draft_gate *gate, enum draft_kind kind)
{
    bool is_compared = gate->place == GATE_DIFF && kind != DRAFT_FRAGMENT;
    return kind == DRAFT_COPY || gate->any_base || is_compared;
}

bool gate_pass(const struct draft_gate *gate, const struct merged *merged, struct arena *arena,
               struct list *notes, struct error *error)
{
    for (uint32_t p = 0; p < merged->party_count; p++) {
        if (gate->newcomer && !str_equal(merged->party_names[p], str_of(gate->newcomer)))
            continue;
        struct draft_figures figures;
        enum draft_kind kind = kind_of(merged, p, &figures);
        if (!is_passed(gate, kind))
            return refuse(gate, merged, p, kind, &figures, error);
        tell(merged, p, kind, &figures, arena, notes);
    }
    return true;
}
