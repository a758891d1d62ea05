// SPDX-License-Identifier: Apache-2.0
#include "proofreading/references.h"

#include "proofreading/cited.h"

// Clauses that must bear a word or number before one that is missing is surely
// missing.
#define SURE_COUNT 3

struct reference_check {
    const struct proof_text *text;
    const struct addresses *addresses;
    struct list *references;
    struct list *findings;
    struct names *own;
    struct arena *scratch;
    struct names *told; // annexes that are told once
    uint32_t paragraph; // that is read
};

// "this Agreement": the words by which the text calls itself.
static struct names *own_names(const struct proof_text *text, struct arena *arena)
{
    struct names *own = names_make(arena);
    const struct prose *prose = &text->prose;
    for (size_t at = 0; at + 1 < prose->count; at++)
        if (proof_has_sign(text, at, SIGN_THIS) && prose_token(prose, at + 1)->kind == TOKEN_WORD &&
            prose_token(prose, at + 1)->is_capital) {
            names_add(own, arena_lower(arena, prose_word(prose, at + 1)));
        }
    return own;
}

// "10(1)(b)" where the file says only that "10" holds "1" and "b": points
// behind a numbered list of Markdown hang on the clause, not on the item.
static bool stands_flat(const struct reference_check *r, const struct address *address,
                        uint32_t *target)
{
    if (address->count < 3)
        return false;
    struct address flat = *address;
    flat.count = address->count - 1;
    if (addresses_find(r->addresses, &flat) == NO_INDEX)
        return false;
    flat.parts[flat.count - 1] = address->parts[address->count - 1];
    *target = addresses_find(r->addresses, &flat);
    return *target != NO_INDEX;
}

// Whether there is such a clause; *target: its first paragraph, NO_INDEX where
// it has none of its own.
static bool stands(const struct reference_check *r, const struct address *address, uint32_t *target)
{
    *target = addresses_find(r->addresses, address);
    return *target != NO_INDEX || addresses_have_inline(r->addresses, address) ||
           stands_flat(r, address, target);
}

// The address under the first `count` parts of another.
static bool under(const struct address *above, uint32_t count, const struct address *address,
                  struct address *whole)
{
    if (count + address->count > ADDRESS_PARTS)
        return false;
    *whole = *above;
    whole->count = count;
    for (uint32_t i = 0; i < address->count; i++)
        whole->parts[whole->count++] = address->parts[i];
    return true;
}

static struct str first_of_kind(struct str part)
{
    return part.length > 0 && part.bytes[0] >= '0' && part.bytes[0] <= '9' ? STR("1") : STR("a");
}

// Whether what stands `count` parts above has numbers of this kind below it at
// all.
static bool has_level(const struct reference_check *r, const struct address *above, uint32_t count,
                      const struct address *address)
{
    struct address first = {.word = address->word, .count = 1};
    struct address whole;
    uint32_t unused;
    first.parts[0] = first_of_kind(address->parts[0]);
    return under(above, count, &first, &whole) && stands(r, &whole, &unused);
}

enum resolved { RESOLVED, NOT_TOLD, MISSING_LOOK, MISSING_LIKELY, MISSING_SURE };

// "paragraph 2", "point (b)": within the clause that cites it, or one above.
static enum resolved resolve_near(const struct reference_check *r, const struct address *address,
                                  bool is_far, uint32_t *target)
{
    const struct address *own = addresses_of(r->addresses, r->paragraph);
    bool is_numbered = false;
    for (uint32_t count = own->count + 1; count-- > 0;) {
        struct address whole;
        if (under(own, count, address, &whole) && stands(r, &whole, target))
            return RESOLVED;
        is_numbered = is_numbered || has_level(r, own, count, address);
    }
    struct address alone = *address;
    alone.word = WORD_NONE;
    if (stands(r, &alone, target) || addresses_have_anywhere(r->addresses, address, is_far))
        return RESOLVED;
    if (address->word == WORD_CLAUSE && addresses_count(r->addresses, WORD_NONE) >= SURE_COUNT)
        return MISSING_LIKELY;
    return is_numbered ? MISSING_LIKELY : NOT_TOLD;
}

// "Article 4(2)", "Annex II": counted through the whole text.
static enum resolved resolve_global(const struct reference_check *r, struct address address,
                                    uint32_t *target)
{
    if (stands(r, &address, target))
        return RESOLVED;
    uint32_t known = addresses_count(r->addresses, address.word);
    if (known == 0 && address.word != WORD_ANNEX && address.word != WORD_TABLE) {
        address.word = WORD_NONE;
        known = addresses_count(r->addresses, WORD_NONE);
        if (stands(r, &address, target))
            return RESOLVED;
    }
    if (known == 0)
        return address.word == WORD_ANNEX ? MISSING_LOOK : NOT_TOLD;
    if (address.word == WORD_NONE && addresses_begin_line(r->addresses, &address))
        return NOT_TOLD;
    struct address head = address;
    head.count = 1;
    if (addresses_find(r->addresses, &head) == NO_INDEX)
        return known >= SURE_COUNT ? MISSING_SURE : MISSING_LIKELY;
    struct address tail = {.word = address.word};
    for (uint32_t i = 1; i < address.count; i++)
        tail.parts[tail.count++] = address.parts[i];
    // Where the outline of a plain text was guessed, a number may stand under
    // another clause than it seems.
    bool is_guessed =
        r->text->document->form == FORM_PLAIN && addresses_have_anywhere(r->addresses, &tail, true);
    return has_level(r, &head, 1, &tail) && !is_guessed ? MISSING_LIKELY : MISSING_LOOK;
}

static enum resolved resolve(const struct reference_check *r, const struct address *address,
                             bool is_far, uint32_t *target)
{
    return clause_word_is_global(address->word) ? resolve_global(r, *address, target)
                                                : resolve_near(r, address, is_far, target);
}

static void report_missing(const struct reference_check *r, const struct cited *cited,
                           const struct cited_label *label, enum resolved resolved)
{
    static const enum proof_certainty certainties[] = {
        [MISSING_LOOK] = PROOF_LOOK, [MISSING_LIKELY] = PROOF_LIKELY, [MISSING_SURE] = PROOF_SURE};
    size_t from = label == &cited->labels[0] ? cited->from : label->from;
    uint32_t told = names_count(r->told);
    struct str label_words = prose_range(&r->text->prose, label->from, label->to);
    if (resolved == MISSING_LOOK && label->address.word == WORD_ANNEX &&
        names_add(r->told, label_words) < told)
        return;
    struct range place = proof_range(r->text, from, label->to);
    struct str word = prose_word(&r->text->prose, cited->from);
    finding_add(r->findings, FINDING_REFERENCE, certainties[resolved], place,
                "there is no %.*s %.*s in this text", STR_ARGS(word), STR_ARGS(label_words));
}

static bool is_same(const struct address *one, const struct address *other)
{
    bool same = one->count == other->count;
    for (uint32_t i = 0; same && i < one->count; i++)
        same = str_equal(one->parts[i], other->parts[i]);
    return same;
}

static void check_itself(const struct reference_check *r, const struct cited *cited,
                         const struct cited_label *label)
{
    const struct address *own = addresses_of(r->addresses, r->paragraph);
    // "This Section 2(a)" means itself, and "Sections 3, 5 and 12.2 survive" may.
    bool is_meant = cited->count > 1 ||
                    (cited->from > 0 && prose_is_word(&r->text->prose, cited->from - 1, "this"));
    if (!is_meant && clause_word_is_global(label->address.word) && is_same(own, &label->address) &&
        label->address.count > 1)
        finding_add(r->findings, FINDING_REFERENCE, PROOF_LIKELY,
                    proof_range(r->text, cited->from, label->to), "the clause refers to itself");
}

static void check_range(const struct reference_check *r, const struct cited *cited, uint32_t l)
{
    const struct address *from = &cited->labels[l - 1].address;
    const struct address *to = &cited->labels[l].address;
    if (from->count != to->count || from->count == 0)
        return;
    uint32_t first = address_number(from->parts[from->count - 1]);
    uint32_t last = address_number(to->parts[to->count - 1]);
    if (first > 0 && last > 0 && last <= first)
        finding_add(r->findings, FINDING_REFERENCE, PROOF_SURE,
                    proof_range(r->text, cited->labels[l - 1].from, cited->labels[l].to),
                    last == first ? "a range of one" : "the range runs backwards");
}

static void note_reference(const struct reference_check *r, const struct cited_label *label,
                           uint32_t target)
{
    *LIST_ADD(r->references, struct own_reference) =
        (struct own_reference){proof_range(r->text, label->from, label->to), r->paragraph, target};
}

static void check_labels(const struct reference_check *r, const struct cited *cited,
                         const struct address *outer)
{
    for (uint32_t l = 0; l < cited->count; l++) {
        const struct cited_label *label = &cited->labels[l];
        struct address whole = label->address;
        if (outer && !under(outer, outer->count, &label->address, &whole))
            continue;
        uint32_t target = NO_INDEX;
        enum resolved resolved = NOT_TOLD;
        if (!outer)
            resolved = resolve(r, &label->address, cited->is_near, &target);
        else if (addresses_find(r->addresses, outer) != NO_INDEX)
            resolved = resolve_global(r, whole, &target);
        if (resolved != NOT_TOLD)
            note_reference(r, label, target);
        if (resolved >= MISSING_LOOK)
            report_missing(r, cited, label, resolved);
        else if (resolved == RESOLVED && !outer)
            check_itself(r, cited, label);
        if (label->ends_range)
            check_range(r, cited, l);
    }
}

// "Article 4, paragraph 2(g), of the Convention": each within the one before.
// Gives the token behind.
static size_t check_chain(struct reference_check *r, const struct cited *cited, size_t at)
{
    struct cited next;
    if (!cited_read(r->text, at, r->own, r->scratch, &next))
        return at;
    if (next.where == CITED_ELSEWHERE)
        return next.to;
    check_labels(r, cited, NULL);
    if (cited->count == 1 && next.where == CITED_HERE)
        check_labels(r, &next, &cited->labels[0].address);
    return next.where == CITED_HERE ? next.to : at + 1;
}

// One citation, and the ones it stands within: "point (b) of paragraph 2 of
// Article 4". Gives the token behind.
static size_t check_citation(struct reference_check *r, const struct cited *cited)
{
    if (cited->where == CITED_ELSEWHERE)
        return cited->to;
    if (cited->where == CITED_HERE) {
        check_labels(r, cited, NULL);
        return cited->to;
    }
    size_t at = cited->to + 1;
    if (cited->where == CITED_ABOVE)
        return check_chain(r, cited, at);
    while (prose_token(&r->text->prose, at)->kind == TOKEN_WORD &&
           clause_word_of(prose_word(&r->text->prose, at)) == WORD_NONE)
        at++;
    struct cited next;
    if (!cited_read(r->text, at, r->own, r->scratch, &next))
        return at + 1;
    const struct address *outer = &next.labels[0].address;
    if (next.where == CITED_HERE && next.count == 1 && clause_word_is_global(outer->word))
        check_labels(r, cited, outer);
    if (next.where == CITED_HERE)
        check_labels(r, &next, NULL);
    return next.to;
}

static void check_paragraph(struct reference_check *r)
{
    const struct paragraph *paragraph = &r->text->document->paragraphs[r->paragraph];
    if (proof_is_aside(r->text, r->paragraph) || paragraph->kind == PARAGRAPH_HEADING)
        return;
    size_t at = r->text->first_token[r->paragraph];
    size_t end = r->text->first_token[r->paragraph + 1];
    // The clause's own number is no reference.
    while (at < end &&
           r->text->prose.tokens[at].at < paragraph->from + paragraph->label.typed_bytes)
        at++;
    while (at < end) {
        if (!proof_has_sign(r->text, at, SIGN_CLAUSE)) {
            at++;
            continue;
        }
        struct cited cited;
        struct arena_mark mark = arena_mark(r->scratch);
        at = cited_read(r->text, at, r->own, r->scratch, &cited) ? check_citation(r, &cited)
                                                                 : at + 1;
        arena_rewind(r->scratch, mark);
    }
}

void references_check(const struct proof_text *text, const struct addresses *addresses,
                      struct list *references, struct list *findings)
{
    struct arena *arena = arena_open();
    struct arena *scratch = arena_open();
    struct reference_check check = {
        .text = text,
        .addresses = addresses,
        .references = references,
        .findings = findings,
        .own = own_names(text, arena),
        .scratch = scratch,
        .told = names_make(arena),
    };
    for (; check.paragraph < text->document->paragraph_count; check.paragraph++)
        check_paragraph(&check);
    arena_close(scratch);
    arena_close(arena);
}
