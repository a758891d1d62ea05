// SPDX-License-Identifier: Apache-2.0
#include "exchange/next_base/wanted.h"

#include "base/builder.h"

// A story that a draft's words lead to.
struct reached {
    struct str text;
    uint32_t base; // the base's story that says the same, NO_INDEX: none
};

struct wanting {
    const struct merged *merged;
    const struct docx_scheme *scheme;
    uint32_t party;
    struct arena *arena;
    struct list *stories; // struct reached
    bool *is_reached;     // by block of the base: a story that some words lead to
    uint32_t slot;        // the next one
    uint32_t spacing;     // the next one
};

static const struct document *document_of(const struct wanting *wanting, uint32_t number)
{
    return number == 0 ? wanting->merged->base : wanting->merged->drafts[number - 1];
}

static struct str text_in(const struct document *document, struct range range)
{
    return str_slice(document->text, range.from, range.to);
}

// The base's story that a note of a draft stands for, in the words that it takes the place of.
static uint32_t story_like(const struct wanting *wanting, const struct document *draft,
                           uint32_t run, struct range base_range)
{
    const struct document *base = wanting->merged->base;
    for (uint32_t r = next_story_run(base, run_at(base, base_range.from), base_range.to);
         r != NO_INDEX; r = next_story_run(base, r + 1, base_range.to))
        if (object_is_same(base, base->runs[r].object, draft, draft->runs[run].object))
            return run_story(base, r);
    return NO_INDEX;
}

static void add_stories_in(const struct wanting *wanting, const struct document *draft,
                           struct range range, struct range base_range)
{
    for (uint32_t r = next_story_run(draft, run_at(draft, range.from), range.to); r != NO_INDEX;
         r = next_story_run(draft, r + 1, range.to)) {
        struct range inner = block_range(draft, run_story(draft, r));
        *LIST_ADD(wanting->stories, struct reached) =
            (struct reached){text_in(draft, inner), story_like(wanting, draft, r, base_range)};
        add_stories_in(wanting, draft, inner, (struct range){0, 0});
    }
}

// Words that come in from a document, with the stories that they lead to, for words of the base.
static void put(const struct wanting *wanting, uint32_t document_number, struct range range,
                struct range base_range, struct builder *out)
{
    const struct document *document = document_of(wanting, document_number);
    builder_add(out, text_in(document, range));
    if (document_number > 0) {
        add_stories_in(wanting, document, range, base_range);
        return;
    }
    for (uint32_t r = next_story_run(document, run_at(document, range.from), range.to);
         r != NO_INDEX; r = next_story_run(document, r + 1, range.to))
        wanting->is_reached[run_story(document, r)] = true;
}

static void add_base(const struct wanting *wanting, uint32_t from, uint32_t to, struct builder *out)
{
    if (from < to)
        put(wanting, 0, (struct range){from, to}, (struct range){0, 0}, out);
}

static bool has(const struct variant *variant, uint32_t party)
{
    for (uint32_t i = 0; i < variant->party_count; i++)
        if (variant->parties[i].number == party)
            return true;
    return false;
}

// The wording of this reading: the settler's where there is one, else the party's.
static const struct variant *variant_of(const struct wanting *wanting, const struct slot *slot)
{
    uint32_t settler = wanting->merged->party_count - 1;
    for (uint32_t v = 1; v < slot->variant_count; v++)
        if (has(&slot->variants[v], settler) ||
            (wanting->party != NO_INDEX && has(&slot->variants[v], wanting->party)))
            return &slot->variants[v];
    return NULL;
}

static void add_slot(struct wanting *wanting, uint32_t number, struct builder *out)
{
    const struct slot *slot = &wanting->merged->slots[number];
    const struct docx_scheme *scheme = wanting->scheme;
    if (scheme->slots && scheme->slots[number].count > 0) {
        for (uint32_t i = 0; i < scheme->slots[number].count; i++)
            put(wanting, scheme->slots[number].pieces[i].document,
                scheme->slots[number].pieces[i].range, slot->base, out);
        return;
    }
    const struct variant *variant = variant_of(wanting, slot);
    if (!variant) {
        add_base(wanting, slot->base.from, slot->base.to, out);
        return;
    }
    struct range range = variant->range;
    uint32_t document = variant->document;
    for (uint32_t i = 0; wanting->party != NO_INDEX && i < wanting->merged->setting_count; i++) {
        const struct setting *setting = &wanting->merged->settings[i];
        if (setting->slot == number && setting->party.number == wanting->party) {
            range = setting->draft;
            document = wanting->party + 1;
        }
    }
    put(wanting, document, range, slot->base, out);
}

// Does every party, of two at least, space this place as the first one does?
static bool is_of_all(const struct merged *merged, uint32_t first)
{
    const struct spacing *one = &merged->spacings[first];
    uint32_t parties = merged->party_count - 1; // without the settler
    uint32_t same = 0;
    for (uint32_t i = first;
         i < merged->spacing_count && merged->spacings[i].base.from == one->base.from; i++) {
        const struct spacing *other = &merged->spacings[i];
        same += other->base.to == one->base.to &&
                str_equal(text_in(merged->drafts[one->party.number], one->draft),
                          text_in(merged->drafts[other->party.number], other->draft));
    }
    return parties > 1 && same == parties;
}

// The spacing that begins at or behind `from` and counts in this reading; spacing_count: none.
static uint32_t next_spacing(struct wanting *wanting, uint32_t from)
{
    const struct merged *merged = wanting->merged;
    for (; wanting->spacing < merged->spacing_count; wanting->spacing++) {
        const struct spacing *spacing = &merged->spacings[wanting->spacing];
        if (spacing->base.from < from)
            continue;
        if (spacing->party.number == wanting->party || is_of_all(merged, wanting->spacing))
            break;
    }
    return wanting->spacing;
}

// Agreed text, with the white space that this reading has in it.
static void add_agreed(struct wanting *wanting, uint32_t from, uint32_t to, struct builder *out)
{
    const struct merged *merged = wanting->merged;
    while (next_spacing(wanting, from) < merged->spacing_count &&
           merged->spacings[wanting->spacing].base.to <= to) {
        const struct spacing *spacing = &merged->spacings[wanting->spacing++];
        add_base(wanting, from, spacing->base.from, out);
        builder_add(out, text_in(merged->drafts[spacing->party.number], spacing->draft));
        from = spacing->base.to;
    }
    add_base(wanting, from, to, out);
}

// A story of the base with its slots. Slots inside a slot that is replaced go with it.
static struct str story_of(struct wanting *wanting, struct range range)
{
    const struct merged *merged = wanting->merged;
    struct builder out = builder_make(wanting->arena);
    uint32_t at = range.from;
    for (; wanting->slot < merged->slot_count; wanting->slot++) {
        const struct slot *slot = &merged->slots[wanting->slot];
        if (slot->base.from >= range.to)
            break;
        bool is_changed =
            variant_of(wanting, slot) ||
            (wanting->scheme->slots && wanting->scheme->slots[wanting->slot].count > 0);
        if (slot->base.from < at || !is_changed)
            continue;
        add_agreed(wanting, at, slot->base.from, &out);
        add_slot(wanting, wanting->slot, &out);
        at = slot->base.to;
    }
    add_agreed(wanting, at, range.to, &out);
    return builder_str(&out);
}

static bool is_led_to(enum block_kind kind)
{
    return kind == BLOCK_FOOTNOTE || kind == BLOCK_ENDNOTE || kind == BLOCK_TEXTBOX;
}

void wanted_make(const struct merged *merged, const struct docx_scheme *scheme, uint32_t party,
                 struct arena *arena, struct wanted *wanted)
{
    const struct document *base = merged->base;
    struct list reached = LIST_MAKE(arena, struct reached);
    struct wanting wanting = {.merged = merged,
                              .scheme = scheme,
                              .party = party,
                              .arena = arena,
                              .stories = &reached,
                              .is_reached = ARENA_ARRAY(arena, bool, base->block_count)};
    // What leads to a story may stand behind it.
    struct str *stories = ARENA_ARRAY(arena, struct str, base->block_count);
    for (uint32_t b = 0; b < base->block_count; b = base->blocks[b].end)
        stories[b] = story_of(&wanting, block_range(base, b));
    wanted->stories = LIST_MAKE(arena, struct wanted_story);
    for (uint32_t b = 0; b < base->block_count; b = base->blocks[b].end)
        if (!is_led_to(base->blocks[b].kind) || wanting.is_reached[b])
            *LIST_ADD(&wanted->stories, struct wanted_story) =
                (struct wanted_story){stories[b], stories[b]};
    for (size_t i = 0; i < reached.count; i++) {
        const struct reached *one = LIST_AT(&reached, struct reached, i);
        *LIST_ADD(&wanted->stories, struct wanted_story) = (struct wanted_story){
            one->text, one->base == NO_INDEX ? one->text : stories[one->base]};
    }
}

void wanted_of(const struct document *document, struct arena *arena, struct wanted *wanted)
{
    wanted->stories = LIST_MAKE(arena, struct wanted_story);
    for (uint32_t b = 0; b < document->block_count; b = document->blocks[b].end) {
        struct str text = text_in(document, block_range(document, b));
        *LIST_ADD(&wanted->stories, struct wanted_story) = (struct wanted_story){text, text};
    }
}
