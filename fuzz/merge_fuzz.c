// SPDX-License-Identifier: Apache-2.0
// Property: M1 to M5 on plain texts. The input is a base and up to four drafts, parted by 0x1e.
#include "base/utf8.h"
#include "exchange/plain/plain.h"
#include "merge/merge.h"
#include "merge/one_reading.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#define MOST_DRAFTS 4u

static void demand(bool truth)
{
    if (!truth)
        abort();
}

// Moves *at behind white space other than line ends; whether there was any.
static bool skip_gap(struct str text, size_t *at)
{
    size_t from = *at;
    while (*at < text.length && text.bytes[*at] != '\n') {
        size_t bytes;
        if (!utf8_is_space(utf8_at(text, *at, &bytes)))
            break;
        *at += bytes;
    }
    return *at > from;
}

// Equal when every run of blanks counts as one and blanks at the ends of lines as none.
static bool same_words(struct str a, struct str b)
{
    size_t i = 0;
    size_t k = 0;
    bool at_start = true;
    for (;;) {
        bool a_gap = skip_gap(a, &i);
        bool b_gap = skip_gap(b, &k);
        bool ends = i == a.length || k == b.length || a.bytes[i] == '\n' || b.bytes[k] == '\n';
        if (!at_start && !ends && a_gap != b_gap)
            return false;
        if (i == a.length || k == b.length)
            return i == a.length && k == b.length;
        if (a.bytes[i] != b.bytes[k])
            return false;
        at_start = a.bytes[i] == '\n';
        i++;
        k++;
    }
}

static void check_slots(const struct sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->slot_count; i++) {
        const struct sheet_slot *slot = &sheet->slots[i];
        uint32_t holders = 0;
        for (uint32_t w = 0; w < slot->wording_count; w++) {
            holders += slot->wordings[w].party_count;
            demand(slot->wordings[w].is_base == (w == 0));
            demand(w == 0 || slot->wordings[w].party_count > 0);
            for (uint32_t v = 0; v < w; v++)
                demand(!str_equal(slot->wordings[v].text, slot->wordings[w].text));
        }
        demand(holders == sheet->party_count);
    }
}

// One reading as a sheet of its own reads as it does in the merged one.
static void check_alone(const struct sheet *sheet, struct sheet_reading reading,
                        struct arena *arena)
{
    struct sheet one;
    sheet_of_reading(sheet, reading, arena, &one);
    demand(str_equal(sheet_read(&one, (struct sheet_reading){.kind = READ_BASE}, arena),
                     sheet_read(sheet, reading, arena)));
}

static void check_readings(const struct merged *merged, const struct sheet *sheet,
                           struct arena *arena)
{
    struct sheet_reading base = {.kind = READ_BASE};
    struct sheet_reading agreed = {.kind = READ_AGREED};
    demand(str_equal(sheet_read(sheet, base, arena), merged->base->text));
    check_alone(sheet, base, arena);
    check_alone(sheet, agreed, arena);
    for (uint32_t p = 0; p < merged->party_count; p++) {
        struct sheet_reading reading = {READ_PARTY, {p}};
        demand(same_words(sheet_read(sheet, reading, arena), merged->drafts[p]->text));
        check_alone(sheet, reading, arena);
    }
}

static bool lay(const struct document *base, const struct party_draft *drafts, size_t count,
                struct arena *arena, struct merged *merged, struct sheet *sheet)
{
    struct merge_options options = {.max_tokens = 1000000};
    struct budget budget = budget_unlimited();
    struct error error;
    if (!merge_drafts(base, drafts, count, &options, &budget, arena, merged, &error))
        return false;
    sheet_lay(merged, arena, sheet);
    return true;
}

// M4 and M5: the drafts in another order give the same slots.
static void check_order(const struct document *base, const struct party_draft *drafts, size_t count,
                        const struct merged *merged, struct arena *arena)
{
    struct party_draft turned[MOST_DRAFTS];
    for (size_t i = 0; i < count; i++)
        turned[i] = drafts[count - 1 - i];
    struct merged again;
    struct sheet sheet;
    demand(lay(base, turned, count, arena, &again, &sheet));
    demand(again.slot_count == merged->slot_count);
    for (uint32_t i = 0; i < again.slot_count; i++) {
        demand(again.slots[i].base.from == merged->slots[i].base.from);
        demand(again.slots[i].base.to == merged->slots[i].base.to);
        demand(again.slots[i].variant_count == merged->slots[i].variant_count);
        for (uint32_t v = 0; v < again.slots[i].variant_count; v++)
            demand(str_equal(again.slots[i].variants[v].text, merged->slots[i].variants[v].text));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct str names[MOST_DRAFTS] = {STR_INIT("A"), STR_INIT("B"), STR_INIT("C"),
                                                  STR_INIT("D")};
    struct arena *arena = arena_open();
    struct str rest = {(const char *)bytes, length};
    struct str piece;
    const struct document *base = NULL;
    struct party_draft drafts[MOST_DRAFTS];
    size_t count = 0;
    while (count < MOST_DRAFTS && str_cut(&rest, 0x1e, &piece)) {
        const struct document *document;
        struct error error;
        if (!plain_read(STR("fuzz.txt"), piece, &input_limits_default, arena, &document, &error))
            break;
        if (!base)
            base = document;
        else
            drafts[count] = (struct party_draft){names[count], document};
        count += base != document;
    }
    struct merged merged;
    struct sheet sheet;
    if (base && count > 0 && lay(base, drafts, count, arena, &merged, &sheet)) {
        check_readings(&merged, &sheet, arena);
        check_slots(&sheet);
        check_order(base, drafts, count, &merged, arena);
    }
    arena_close(arena);
    return 0;
}
