// SPDX-License-Identifier: Apache-2.0
#include "merge/agreed.h"

static struct str text_of(const struct span_flow *flow, struct range range)
{
    return str_slice(flow->tokens->document->text, range.from, range.to);
}

static void compare_gap(const struct agreed_stretch *stretch, uint32_t i,
                        const struct agreed_findings *findings)
{
    uint32_t b = stretch->base_from + i;
    uint32_t d = stretch->draft_from + i;
    struct range base = {span_before_gap(stretch->base, b), span_behind_gap(stretch->base, b)};
    struct range draft = {span_before_gap(stretch->draft, d), span_behind_gap(stretch->draft, d)};
    if (!str_equal(text_of(stretch->base, base), text_of(stretch->draft, draft)))
        *LIST_ADD(findings->spacings, struct spacing) =
            (struct spacing){base, findings->party, draft};
}

// The same word in another setting: curly quotation marks, a soft hyphen, another normal form.
static void compare_setting(const struct agreed_stretch *stretch, uint32_t i,
                            const struct agreed_findings *findings)
{
    const struct text_token *b = &stretch->base->items[stretch->base_from + i];
    const struct text_token *d = &stretch->draft->items[stretch->draft_from + i];
    if (b->kind == TOKEN_MARK || b->kind == TOKEN_BLOCK)
        return;
    struct range base = {b->from, b->to};
    struct range draft = {d->from, d->to};
    if (!str_equal(text_of(stretch->base, base), text_of(stretch->draft, draft)))
        *LIST_ADD(findings->spacings, struct spacing) =
            (struct spacing){base, findings->party, draft};
}

static const struct paragraph *line_of(const struct span_flow *flow, uint32_t at)
{
    if (at >= flow->count || flow->items[at].kind == TOKEN_BLOCK)
        return NULL;
    return &flow->tokens->document->paragraphs[flow->items[at].owner];
}

static bool is_computed(const struct paragraph *line)
{
    return line->label.typed_bytes == 0 && line->label.text.length > 0;
}

static void compare_label(const struct agreed_stretch *stretch, uint32_t i,
                          const struct agreed_findings *findings)
{
    uint32_t b = stretch->base_from + i;
    uint32_t d = stretch->draft_from + i;
    const struct paragraph *base_line = line_of(stretch->base, b);
    const struct paragraph *draft_line = line_of(stretch->draft, d);
    if (base_line && !draft_line && d < stretch->draft->count) {
        // A table stands where the line began: what label is left stands behind it, in the slot.
        uint32_t at = stretch->draft->items[d].from;
        struct range base = span_label(stretch->base, b);
        if (base.from < base.to)
            *LIST_ADD(findings->relabels, struct relabel) =
                (struct relabel){base, findings->party, {at, at}, findings->container};
        return;
    }
    if (!base_line || !draft_line)
        return;
    // A text file types the number that a Word file computes; between two of one form it is typed.
    bool is_one_form =
        stretch->base->tokens->document->form == stretch->draft->tokens->document->form;
    if (!is_one_form && (is_computed(base_line) || is_computed(draft_line)))
        return;
    struct range base = span_label(stretch->base, b);
    struct range draft = span_label(stretch->draft, d);
    if (!str_equal(text_of(stretch->base, base), text_of(stretch->draft, draft)))
        *LIST_ADD(findings->relabels, struct relabel) =
            (struct relabel){base, findings->party, draft, findings->container};
}

// Whole stretches are mostly equal to the byte: then there is nothing to look for.
static bool is_equal_to_the_byte(const struct agreed_stretch *stretch)
{
    if (stretch->count == 0)
        return true;
    const struct text_token *base = &stretch->base->items[stretch->base_from];
    const struct text_token *draft = &stretch->draft->items[stretch->draft_from];
    struct range b = {base[0].from, base[stretch->count - 1].to};
    struct range d = {draft[0].from, draft[stretch->count - 1].to};
    return str_equal(text_of(stretch->base, b), text_of(stretch->draft, d));
}

// A cursor over a document's runs.
struct looker {
    const struct document *document;
    uint32_t at;
};

static struct looker looker_at(const struct document *document, uint32_t byte)
{
    return (struct looker){document, run_at(document, byte)};
}

static const struct text_run *look(struct looker *looker, uint32_t byte)
{
    while (looker->at + 1 < looker->document->run_count &&
           looker->document->runs[looker->at].to <= byte)
        looker->at++;
    return &looker->document->runs[looker->at];
}

static bool looks_same(const struct look_table *looks, uint32_t base, uint32_t draft)
{
    const struct look_numbers *x = &looks->base[base];
    const struct look_numbers *y = &looks->draft[draft];
    return x->key == y->key || (x->written > 0 && x->written == y->written) ||
           (x->whole > 0 && x->whole == y->whole);
}

// A change of look at work: it goes on while the draft's look stays one.
struct open_look {
    struct looker base;
    struct looker draft;
    uint32_t marks;          // of the draft
    struct run_change *open; // NULL: none
};

// The looks of one token, which may run over several runs.
static void compare_token(struct open_look *state, const struct text_token *b,
                          const struct text_token *d, const struct agreed_findings *findings)
{
    uint32_t length = b->to - b->from;
    if (length != d->to - d->from) { // the same word in another normal form
        state->open = NULL;
        return;
    }
    for (uint32_t at = 0; at < length;) {
        const struct text_run *x = look(&state->base, b->from + at);
        const struct text_run *y = look(&state->draft, d->from + at);
        uint32_t x_left = x->to - b->from;
        uint32_t y_left = y->to - d->from;
        uint32_t next = x_left < y_left ? x_left : y_left;
        if (next <= at || next > length)
            next = length;
        if (looks_same(findings->looks, x->marks, y->marks)) {
            state->open = NULL;
        } else {
            if (!state->open || state->marks != y->marks) {
                state->open = LIST_ADD(findings->run_changes, struct run_change);
                state->open->base.from = b->from + at;
                state->open->draft.from = d->from + at;
                state->open->party = findings->party;
                state->marks = y->marks;
            }
            state->open->base.to = b->from + next;
            state->open->draft.to = d->from + next;
        }
        at = next;
    }
}

static void compare_looks(const struct agreed_stretch *stretch,
                          const struct agreed_findings *findings)
{
    const struct text_token *b = &stretch->base->items[stretch->base_from];
    const struct text_token *d = &stretch->draft->items[stretch->draft_from];
    const struct document *base = stretch->base->tokens->document;
    const struct document *draft = stretch->draft->tokens->document;
    if (stretch->count == 0 || findings->looks->all_same || base->run_count == 0 ||
        draft->run_count == 0)
        return;
    struct open_look state = {.base = looker_at(base, b[0].from),
                              .draft = looker_at(draft, d[0].from)};
    for (uint32_t i = 0; i < stretch->count; i++) {
        if (b[i].kind == TOKEN_MARK || b[i].kind == TOKEN_BLOCK)
            state.open = NULL;
        else
            compare_token(&state, &b[i], &d[i], findings);
    }
}

static void compare_paragraphs(const struct agreed_stretch *stretch,
                               const struct agreed_findings *findings)
{
    const struct text_token *b = &stretch->base->items[stretch->base_from];
    const struct text_token *d = &stretch->draft->items[stretch->draft_from];
    for (const struct text_token *end = b + stretch->count; b < end; b++, d++) {
        if (b->kind != TOKEN_MARK)
            continue;
        const struct paragraph *x = &stretch->base->tokens->document->paragraphs[b->owner];
        const struct paragraph *y = &stretch->draft->tokens->document->paragraphs[d->owner];
        if (!paragraphs_are_set_alike(x, y))
            *LIST_ADD(findings->paragraph_changes, struct paragraph_change) =
                (struct paragraph_change){b->owner, findings->party, d->owner};
    }
}

static void compare_formats(const struct agreed_stretch *stretch,
                            const struct agreed_findings *findings)
{
    if (!findings->looks)
        return;
    compare_looks(stretch, findings);
    compare_paragraphs(stretch, findings);
}

// Adds one kept stretch, or makes the last one longer when both stand equally far apart.
static void keep(const struct agreed_findings *findings, struct range base, struct range draft)
{
    struct list *all = findings->kept;
    struct kept_words *last =
        all->count > 0 ? LIST_AT(all, struct kept_words, all->count - 1) : NULL;
    bool goes_on = last && last->party.number == findings->party.number &&
                   last->base.to <= base.from && last->draft.to <= draft.from &&
                   base.from - last->base.to == draft.from - last->draft.to &&
                   base.from - last->base.to <= 1;
    if (goes_on) {
        last->base.to = base.to;
        last->draft.to = draft.to;
        return;
    }
    *LIST_ADD(all, struct kept_words) = (struct kept_words){findings->party, base, draft};
}

// Blocks are left to their own flows, unless all is equal to the byte.
static void note_kept(const struct agreed_stretch *stretch, const struct agreed_findings *findings,
                      bool is_equal)
{
    const struct text_token *base = &stretch->base->items[stretch->base_from];
    const struct text_token *draft = &stretch->draft->items[stretch->draft_from];
    uint32_t count = findings->kept ? stretch->count : 0;
    if (is_equal && count > 0)
        keep(findings, (struct range){base[0].from, base[count - 1].to},
             (struct range){draft[0].from, draft[count - 1].to});
    for (uint32_t i = 0; !is_equal && i < count; i++) {
        uint32_t length = base[i].to - base[i].from;
        if (base[i].kind != TOKEN_BLOCK && length == draft[i].to - draft[i].from)
            keep(findings, (struct range){base[i].from, base[i].to},
                 (struct range){draft[i].from, draft[i].to});
    }
}

void agreed_look(const struct agreed_stretch *stretch, const struct agreed_findings *findings)
{
    const struct span_flow *base = stretch->base;
    bool is_equal = is_equal_to_the_byte(stretch);
    note_kept(stretch, findings, is_equal);
    for (uint32_t i = 0; i < stretch->count && (i == 0 || !is_equal); i++) {
        bool owns_gap = i > 0 || stretch->owns_first_gap;
        if (owns_gap && span_is_line_start(base, stretch->base_from + i))
            compare_label(stretch, i, findings);
        if (owns_gap)
            compare_gap(stretch, i, findings);
        if (!is_equal)
            compare_setting(stretch, i, findings);
    }
    bool last_is_first = stretch->count == 0;
    if (stretch->owns_last_label && (!last_is_first || stretch->owns_first_gap))
        compare_label(stretch, stretch->count, findings);
    compare_formats(stretch, findings);
}

void agreed_look_held(const struct agreed_stretch *stretch, bool owns_last_gap,
                      const struct agreed_findings *findings)
{
    note_kept(stretch, findings, is_equal_to_the_byte(stretch));
    for (uint32_t i = stretch->owns_first_gap ? 0 : 1; i < stretch->count + owns_last_gap; i++)
        compare_gap(stretch, i, findings);
    compare_formats(stretch, findings);
}
