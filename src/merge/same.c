// SPDX-License-Identifier: Apache-2.0
#include "merge/same.h"

#include <string.h>

static const struct paragraph *line_of(const struct tokens *tokens, const struct text_token *token)
{
    return &tokens->document->paragraphs[token->owner];
}

static bool lines_begin_alike(const struct kept_tokens *kept, const struct text_token *base,
                              const struct text_token *draft)
{
    const struct label *base_label = &line_of(kept->base, base)->label;
    const struct label *draft_label = &line_of(kept->draft, draft)->label;
    return base_label->typed_bytes == draft_label->typed_bytes &&
           (base_label->text.length > 0) == (draft_label->text.length > 0);
}

// The end of the kept tokens from `from` on that are as long and as far from the first in both, and whose
// lines begin in the same way.
static uint32_t alike_to(const struct kept_tokens *kept, uint32_t from)
{
    const struct text_token *base = kept->base_items + from;
    const struct text_token *draft = kept->draft_items + kept->draft_from + (from - kept->from);
    uint32_t apart = draft->from - base->from;
    bool begins_line = true; // for all we know
    for (uint32_t i = from; i < kept->to; i++, base++, draft++) {
        if (draft->from - base->from != apart || draft->to - base->to != apart ||
            base->kind != draft->kind || base->kind == TOKEN_BLOCK ||
            (begins_line && !lines_begin_alike(kept, base, draft)))
            return i;
        begins_line = base->kind == TOKEN_MARK;
    }
    return kept->to;
}

static bool has_same_bytes(const struct kept_tokens *kept, uint32_t from, uint32_t to)
{
    const struct text_token *base = kept->base_items + from;
    const struct text_token *draft = kept->draft_items + kept->draft_from + (from - kept->from);
    return memcmp(kept->base->document->text.bytes + base->from,
                  kept->draft->document->text.bytes + draft->from,
                  base[to - from - 1].to - base->from) == 0;
}

static bool looks_same(const struct kept_tokens *kept, uint32_t from, uint32_t to)
{
    const struct document *base = kept->base->document;
    const struct document *draft = kept->draft->document;
    if (draft->form == FORM_DOCX || base->marks_count > 1 || draft->marks_count > 1)
        return false;
    for (uint32_t i = from; i < to; i++) {
        const struct text_token *b = kept->base_items + i;
        const struct text_token *d = kept->draft_items + kept->draft_from + (i - kept->from);
        if (b->kind == TOKEN_MARK &&
            !str_equal(line_of(kept->base, b)->properties, line_of(kept->draft, d)->properties))
            return false;
    }
    return true;
}

// Tokens that stand alike: one stretch, or the halves of it that have the same bytes.
static void add_alike(const struct kept_tokens *kept, uint32_t from, uint32_t to,
                      struct list *stretches)
{
    if (to - from < 3)
        return; // what lies strictly inside is all that helps
    if (has_same_bytes(kept, from, to)) {
        *LIST_ADD(stretches, struct same_stretch) =
            (struct same_stretch){from, to, looks_same(kept, from, to)};
        return;
    }
    uint32_t middle = from + (to - from) / 2;
    add_alike(kept, from, middle, stretches);
    add_alike(kept, middle, to, stretches);
}

void same_add(const struct kept_tokens *kept, struct list *stretches)
{
    if (kept->base->document->form != kept->draft->document->form)
        return;
    for (uint32_t from = kept->from; from < kept->to;) {
        uint32_t to = alike_to(kept, from);
        add_alike(kept, from, to, stretches);
        from = to > from ? to : from + 1;
    }
}
