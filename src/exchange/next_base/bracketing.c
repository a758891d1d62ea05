// SPDX-License-Identifier: Apache-2.0
//
// A slot inside a paragraph:      … within [base, UA: 30] [EU, US: 14] days …
// A slot of whole paragraphs:     [base, UA: The Parties meet.] [EU: (nothing)]¶
//                                 [US: The Parties meet twice.]¶
//
// The words come from the documents they stand in, so that they keep their looks; brackets and holders come
// from a document of our own. A mark at the end of a wording's last paragraph is set in its style too.
#include "exchange/next_base/bracketing.h"

#include "base/builder.h"
#include "base/list.h"
#include "exchange/docx_write/edit_tables.h"
#include "text/draft.h"

struct bracketer {
    const struct merged *merged;
    const struct bracketing *how;
    struct arena *arena;
    struct builder marks; // the text of all brackets
    struct list pieces;   // struct bracket_piece, of the slot in hand
    struct list
        styles;      // struct bracket_style, two for each group of holders: of words, of brackets
    uint32_t option; // counted within the paragraph
    uint32_t paragraph;
};

static bool same_holders(const struct bracket_style *style, const struct variant *variant)
{
    bool same = style->is_base == variant->is_base && style->party_count == variant->party_count;
    for (uint32_t i = 0; same && i < variant->party_count; i++)
        same = style->parties[i].number == variant->parties[i].number;
    return same;
}

static void add_names(const struct bracketer *bracketer, const struct variant *variant,
                      const char *between, struct builder *out)
{
    for (uint32_t i = 0; i < variant->party_count; i++) {
        builder_add_c(out, i == 0 ? "" : between);
        builder_add(out, bracketer->merged->party_names[variant->parties[i].number]);
    }
}

static struct str holders_of(const struct bracketer *bracketer, const struct variant *variant)
{
    struct builder out = builder_make(bracketer->arena);
    if (variant->is_base)
        builder_add_c(&out, variant->party_count > 0 ? "base, " : "base");
    add_names(bracketer, variant, ", ", &out);
    return builder_str(&out);
}

// Colours that stand apart in print too, and lines under the words that tell them without any.
static const struct {
    const char *colour;
    const char *line;
} looks[] = {
    {"1C4A8A", "single"}, {"8A1C1C", "double"},  {"1B6B3A", "dash"},  {"7A4A00", "dotted"},
    {"5B2A86", "wave"},   {"00626B", "dotDash"}, {"8A1C6B", "thick"}, {"4F5B00", "dashLong"},
};

static struct str look_of(const struct bracketer *bracketer, const struct variant *variant,
                          bool is_mark)
{
    enum { LOOKS = sizeof looks / sizeof looks[0] };
    if (variant->is_base || variant->party_count == 0)
        return is_mark ? STR("<w:b/><w:color w:val=\"595959\"/>")
                       : STR("<w:color w:val=\"595959\"/>");
    uint32_t number = variant->parties[0].number % LOOKS;
    if (is_mark)
        return arena_print(bracketer->arena, "<w:b/><w:color w:val=\"%s\"/>", looks[number].colour);
    return arena_print(bracketer->arena, "<w:color w:val=\"%s\"/><w:u w:val=\"%s\"/>",
                       looks[number].colour, looks[number].line);
}

// A comma in the name of a style begins another name of it.
static struct str style_name(const struct bracketer *bracketer, const char *kind,
                             const struct variant *variant)
{
    struct str name =
        arena_print(bracketer->arena, "%s of %.*s", kind, STR_ARGS(holders_of(bracketer, variant)));
    struct builder out = builder_make(bracketer->arena);
    for (size_t i = 0; i < name.length; i++)
        if (name.bytes[i] == ',' || name.bytes[i] == ';')
            builder_add_c(&out, " +");
        else
            builder_add_byte(&out, name.bytes[i]);
    return builder_str(&out);
}

static void add_style(struct bracketer *bracketer, const struct variant *variant, bool is_mark)
{
    uint32_t number = (uint32_t)bracketer->styles.count / 2 + 1;
    const char *kind = is_mark ? "Brackets" : "Wording";
    *LIST_ADD(&bracketer->styles, struct bracket_style) =
        (struct bracket_style){.id = arena_print(bracketer->arena, "Entente%s%u", kind, number),
                               .name = style_name(bracketer, kind, variant),
                               .look = look_of(bracketer, variant, is_mark),
                               .is_mark = is_mark,
                               .is_base = variant->is_base,
                               .parties = variant->parties,
                               .party_count = variant->party_count};
}

// The number of the style that the variant's words are set in, from 1; that of its brackets is the next.
static uint32_t style_of(struct bracketer *bracketer, const struct variant *variant)
{
    uint32_t i = 0;
    while (i < bracketer->styles.count &&
           !same_holders(LIST_AT(&bracketer->styles, struct bracket_style, i), variant))
        i += 2;
    if (i == bracketer->styles.count) {
        add_style(bracketer, variant, false);
        add_style(bracketer, variant, true);
    }
    return i + 1;
}

static void add_words(struct bracketer *bracketer, uint32_t document, struct range range,
                      uint32_t style)
{
    if (range.from < range.to)
        *LIST_ADD(&bracketer->pieces, struct bracket_piece) =
            (struct bracket_piece){document, range, style};
}

// Words of our own, from the settler's text.
static void add_mark(struct bracketer *bracketer, struct str text, uint32_t style)
{
    uint32_t from = (uint32_t)bracketer->marks.length; // far below 4 GiB: a few words a wording
    builder_add(&bracketer->marks, text);
    add_words(bracketer, bracketer->merged->party_count + 1,
              (struct range){from, (uint32_t)bracketer->marks.length}, style);
}

static bool is_empty(const struct variant *variant)
{
    return variant->range.from == variant->range.to;
}

static struct range range_of(const struct slot *slot, const struct variant *variant)
{
    return variant->is_base ? slot->base : variant->range;
}

static bool is_long(const struct slot *slot)
{
    enum { LONG_WORDING = 120 };
    for (uint32_t v = 0; v < slot->variant_count; v++)
        if (slot->variants[v].text.length > LONG_WORDING ||
            str_contains(slot->variants[v].text, STR("\n")))
            return true;
    return slot->whole;
}

// "US/EU propose; RU oppose", "base; RU keep; US propose to delete".
static void add_attitudes(const struct bracketer *bracketer, const struct slot *slot,
                          const struct variant *variant, struct builder *out)
{
    bool has_names = !bracketer->how->hide_names;
    const struct variant *base = &slot->variants[0];
    if (!variant->is_base) {
        if (has_names)
            add_names(bracketer, variant, "/", out);
        builder_add_c(out, !has_names          ? "proposed"
                           : is_empty(variant) ? " propose to delete"
                                               : " propose");
        if (has_names && base->party_count > 0) {
            builder_add_c(out, "; ");
            add_names(bracketer, base, "/", out);
            builder_add_c(out, " oppose");
        }
        return;
    }
    builder_add_c(out, "base");
    if (has_names && base->party_count > 0) {
        builder_add_c(out, "; ");
        add_names(bracketer, base, "/", out);
        builder_add_c(out, " keep");
    }
}

// What stands before the words of a wording: "[base, UA: ".
static struct str head_of(struct bracketer *bracketer, const struct slot *slot,
                          const struct variant *variant)
{
    struct builder out = builder_make(bracketer->arena);
    bool has_names = !bracketer->how->hide_names;
    bool is_option = bracketer->how->form == MERGED_OPTIONS && is_long(slot);
    builder_add_c(&out, "[");
    if (bracketer->how->form == MERGED_PROPOSALS)
        add_attitudes(bracketer, slot, variant, &out);
    else if (is_option)
        builder_print(&out, "Option %u", ++bracketer->option);
    if (bracketer->how->form != MERGED_PROPOSALS && has_names) {
        builder_add_c(&out, is_option ? " (" : "");
        builder_add(&out, holders_of(bracketer, variant));
        builder_add_c(&out, is_option ? ")" : "");
    }
    if (out.length > 1)
        builder_add_c(&out, ": ");
    return builder_str(&out);
}

// A base of no words is not said: who is not named keeps it.
static bool is_said(const struct slot *slot, const struct variant *variant)
{
    return !variant->is_base || !is_empty(variant) || slot->variant_count == 1;
}

static void add_nothing(struct bracketer *bracketer, const struct slot *slot,
                        const struct variant *variant, const char *before)
{
    uint32_t style = style_of(bracketer, variant);
    struct str head = head_of(bracketer, slot, variant);
    add_mark(bracketer, arena_print(bracketer->arena, "%s%.*s(nothing)]", before, STR_ARGS(head)),
             style + 1);
}

// The words between brackets; the mark of their last paragraph behind these, where they end one.
static void add_wording(struct bracketer *bracketer, const struct slot *slot,
                        const struct variant *variant, const char *before)
{
    uint32_t style = style_of(bracketer, variant);
    struct range range = range_of(slot, variant);
    uint32_t end = slot->whole ? range.to - 1 : range.to;
    struct str head = head_of(bracketer, slot, variant);
    add_mark(bracketer, arena_print(bracketer->arena, "%s%.*s", before, STR_ARGS(head)), style + 1);
    add_words(bracketer, variant->document, (struct range){range.from, end}, style);
    add_mark(bracketer, STR("]"), style + 1);
}

static void end_paragraph(struct bracketer *bracketer, const struct slot *slot,
                          const struct variant *variant)
{
    struct range range = range_of(slot, variant);
    add_words(bracketer, variant->document, (struct range){range.to - 1, range.to},
              style_of(bracketer, variant) + 1);
}

// Each wording that has words is paragraphs of its own, those that have none stand behind the first.
static void add_whole_slot(struct bracketer *bracketer, const struct slot *slot)
{
    bool is_first = true;
    for (uint32_t v = 0; v < slot->variant_count; v++) {
        if (is_empty(&slot->variants[v]))
            continue;
        add_wording(bracketer, slot, &slot->variants[v], "");
        for (uint32_t k = 0; is_first && k < slot->variant_count; k++)
            if (is_empty(&slot->variants[k]) && is_said(slot, &slot->variants[k]))
                add_nothing(bracketer, slot, &slot->variants[k], " ");
        end_paragraph(bracketer, slot, &slot->variants[v]);
        is_first = false;
    }
}

static void add_slot(struct bracketer *bracketer, const struct slot *slot)
{
    bool is_option = bracketer->how->form == MERGED_OPTIONS && is_long(slot);
    const char *before = "";
    for (uint32_t v = 0; v < slot->variant_count; v++) {
        const struct variant *variant = &slot->variants[v];
        if (!is_said(slot, variant))
            continue;
        if (is_empty(variant))
            add_nothing(bracketer, slot, variant, before);
        else
            add_wording(bracketer, slot, variant, before);
        before = is_option ? "\n" : " ";
    }
}

// One mark for all wordings of a slot; where it takes in whole paragraphs, in one of its own.
static void add_gap(struct bracketer *bracketer, const struct slot *slot)
{
    add_mark(bracketer, bracketer->how->gap, 0);
    for (uint32_t v = 0; slot->whole && v < slot->variant_count; v++) {
        struct range range = range_of(slot, &slot->variants[v]);
        if (range.from == range.to)
            continue;
        add_words(bracketer, slot->variants[v].document, (struct range){range.to - 1, range.to}, 0);
        break;
    }
}

static bool is_of_words(const struct merged *merged, const struct slot *slot)
{
    enum block_kind kind = merged->base->blocks[slot->container].kind;
    bool words = kind != BLOCK_TABLE && kind != BLOCK_ROW &&
                 last_table_end(merged->base, slot->base) == NO_INDEX;
    for (uint32_t v = 1; words && v < slot->variant_count; v++) {
        const struct variant *variant = &slot->variants[v];
        words = variant->document == 0 ||
                last_table_end(merged->drafts[variant->document - 1], variant->range) == NO_INDEX;
    }
    return words;
}

// All brackets, one behind the other, as a document of one paragraph.
static const struct document *marks_document(struct bracketer *bracketer)
{
    const struct origin nowhere = {0, 0, 0};
    struct document_draft draft = draft_begin(bracketer->arena, FORM_PLAIN, STR("brackets"));
    draft_open(&draft, BLOCK_BODY, STR("body"), nowhere);
    draft_open_paragraph(&draft, nowhere);
    draft_text(&draft, builder_str(&bracketer->marks), 0, nowhere);
    draft_close_paragraph(&draft, &(struct paragraph){.kind = PARAGRAPH_TEXT}, 0);
    draft_close(&draft, STR(""), 0);
    return draft_end(&draft);
}

void bracketing_make(const struct merged *merged, const uint32_t *variants,
                     const struct bracketing *brackets, struct arena *arena,
                     struct docx_scheme *scheme, const struct document **marks)
{
    struct bracketer bracketer = {.merged = merged,
                                  .how = brackets,
                                  .arena = arena,
                                  .marks = builder_make(arena),
                                  .styles = LIST_MAKE(arena, struct bracket_style),
                                  .paragraph = NO_INDEX};
    struct bracketed_slot *slots =
        ARENA_ARRAY(arena, struct bracketed_slot, merged->slot_count + 1);
    for (uint32_t s = 0; s < merged->slot_count; s++) {
        const struct slot *slot = &merged->slots[s];
        uint32_t last = (uint32_t)merged->base->text.length - 1;
        uint32_t paragraph =
            paragraph_at(merged->base, slot->base.from < last ? slot->base.from : last);
        bracketer.option = paragraph == bracketer.paragraph ? bracketer.option : 0;
        bracketer.paragraph = paragraph;
        if (variants[s] != NO_INDEX || !is_of_words(merged, slot))
            continue;
        bracketer.pieces = LIST_MAKE(arena, struct bracket_piece);
        if (brackets->gap.length > 0)
            add_gap(&bracketer, slot);
        else if (slot->whole)
            add_whole_slot(&bracketer, slot);
        else
            add_slot(&bracketer, slot);
        slots[s] = (struct bracketed_slot){LIST_ITEMS(&bracketer.pieces, struct bracket_piece),
                                           (uint32_t)bracketer.pieces.count};
    }
    scheme->slots = slots;
    scheme->styles = LIST_ITEMS(&bracketer.styles, struct bracket_style);
    scheme->style_count = (uint32_t)bracketer.styles.count;
    *marks = marks_document(&bracketer);
}
