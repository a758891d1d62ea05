// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_beside_text/asides.h"

#include "base/builder.h"
#include "exchange/docx_beside_text/places.h"
#include "merge/kept.h"

#define WORD14 "http://schemas.microsoft.com/office/word/2010/wordml"
#define WORD15 "http://schemas.microsoft.com/office/word/2012/wordml"

// What is known of one id while the text is walked.
struct found {
    enum aside_kind kind;
    uint32_t part; // where its content stands
    uint32_t node;
    bool is_begun;
    bool is_referred;
    uint32_t from;
    uint32_t to;
};

struct aside_finder {
    const struct document *document;
    const struct docx_package *package;
    struct arena *arena;
    struct docx_places *places;
    struct names *ids; // "comment 3", "bookmark 7"
    struct list found; // struct found, by number of the id
};

static struct found *found_at(struct aside_finder *finder, const char *kind, struct str id)
{
    struct str key = arena_print(finder->arena, "%s %.*s", kind, STR_ARGS(id));
    uint32_t number = names_add(finder->ids, key);
    if (number == finder->found.count)
        *LIST_ADD(&finder->found, struct found) = (struct found){.node = NO_NODE};
    return LIST_AT(&finder->found, struct found, number);
}

static void begin(struct found *found, uint32_t place)
{
    found->is_begun = true;
    found->from = place;
    found->to = place;
}

static void find_in_node(struct aside_finder *finder, uint32_t number, uint32_t node)
{
    const struct docx_part *part = &finder->package->parts[number];
    enum word word = docx_word(part, node);
    if (word < W_COMMENT_RANGE_START || word > W_BOOKMARK_END)
        return;
    struct str id = docx_attribute(part, node, W_ID);
    uint32_t place = docx_place(finder->places, number, node);
    if (word == W_BOOKMARK_START || word == W_BOOKMARK_END) {
        struct found *mark = found_at(finder, "bookmark", id);
        if (word == W_BOOKMARK_END) {
            mark->to = place;
            return;
        }
        begin(mark, place);
        mark->kind = ASIDE_BOOKMARK;
        mark->is_referred = true;
        mark->part = number;
        mark->node = node;
        return;
    }
    struct found *comment = found_at(finder, "comment", id);
    if (word == W_COMMENT_RANGE_START || !comment->is_begun)
        begin(comment, place);
    if (word == W_COMMENT_RANGE_END)
        comment->to = place;
    comment->is_referred = comment->is_referred || word == W_COMMENT_REFERENCE;
}

static void add_words(const struct docx_part *part, uint32_t node, struct builder *out)
{
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t i = node; i < nodes[node].end; i++) {
        if (docx_word(part, i) == W_P && out->length > 0)
            builder_add_byte(out, ' ');
        if (docx_word(part, i) == W_T && i + 1 < nodes[i].end)
            builder_add(out, xml_text(&part->xml, i + 1));
    }
}

// The comments' own part: who says what.
static void find_comments(struct aside_finder *finder, uint32_t number)
{
    const struct docx_part *part = &finder->package->parts[number];
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end) {
        if (docx_word(part, node) != W_COMMENT)
            continue;
        struct found *comment = found_at(finder, "comment", docx_attribute(part, node, W_ID));
        comment->kind = ASIDE_COMMENT;
        comment->part = number;
        comment->node = node;
    }
}

static struct str value_of(const struct docx_part *part, uint32_t node, const char *space,
                           const char *local)
{
    uint32_t name = xml_name(&part->xml, str_of(space), str_of(local));
    struct str value = STR("");
    if (name != NAMES_NONE && !xml_value(&part->xml, node, name, &value))
        return STR("");
    return value;
}

// By its last paragraph's number a comment is known where threads are told.
static struct str last_paragraph(const struct docx_part *part, uint32_t comment)
{
    struct str number = STR("");
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t node = comment + 1; node < nodes[comment].end; node = nodes[node].end)
        if (docx_word(part, node) == W_P)
            number = value_of(part, node, WORD14, "paraId");
    return number;
}

// Which comment each one answers, and whether it is settled: a part of its own.
static void find_threads(struct docx_package *package, struct list *asides)
{
    uint32_t number = docx_related_part(package, package->main, STR("commentsExtended"));
    struct error error;
    if (number == NO_PART || !docx_part_tree(package, number, &error))
        return;
    const struct docx_part *part = &package->parts[number];
    uint32_t name = xml_name(&part->xml, STR(WORD15), STR("commentEx"));
    struct names *numbers = names_make(asides->arena);
    struct list nodes = LIST_MAKE(asides->arena, uint32_t);
    for (uint32_t node = 1; name != NAMES_NONE && node < part->xml.node_count; node++)
        if (part->xml.nodes[node].name == name &&
            names_add(numbers, value_of(part, node, WORD15, "paraId")) == nodes.count)
            *LIST_ADD(&nodes, uint32_t) = node;
    for (size_t i = 0; i < asides->count; i++) {
        struct aside *aside = LIST_AT(asides, struct aside, i);
        uint32_t found = names_find(numbers, aside->para_id);
        if (aside->para_id.length == 0 || found == NAMES_NONE)
            continue;
        uint32_t node = *LIST_AT(&nodes, uint32_t, found);
        struct str done = value_of(part, node, WORD15, "done");
        aside->parent_id = value_of(part, node, WORD15, "paraIdParent");
        aside->is_resolved = str_equal(done, STR("1")) || str_equal(done, STR("true"));
    }
}

static void add_aside(const struct aside_finder *finder, const struct found *found,
                      struct list *asides)
{
    if (found->node == NO_NODE || !found->is_begun || !found->is_referred)
        return;
    const struct docx_part *part = &finder->package->parts[found->part];
    struct aside aside = {.kind = found->kind,
                          .part = found->part,
                          .node = found->node,
                          .text = {found->from, found->to > found->from ? found->to : found->from}};
    if (found->kind == ASIDE_BOOKMARK) {
        aside.name = docx_attribute(part, found->node, W_NAME);
        aside.key = arena_print(finder->arena, "bookmark %.*s", STR_ARGS(aside.name));
        if (str_equal(aside.name, STR("_GoBack")))
            return;
    } else {
        struct builder words = builder_make(finder->arena);
        add_words(part, found->node, &words);
        aside.name = docx_attribute(part, found->node, W_AUTHOR);
        aside.words = builder_str(&words);
        aside.date = docx_attribute(part, found->node, W_DATE);
        aside.para_id = last_paragraph(part, found->node);
        aside.key =
            arena_print(finder->arena, "comment %.*s %.*s %.*s", STR_ARGS(aside.name),
                        STR_ARGS(docx_attribute(part, found->node, W_DATE)), STR_ARGS(aside.words));
    }
    *LIST_ADD(asides, struct aside) = aside;
}

struct list asides_of(const struct document *document, struct arena *arena)
{
    struct list asides = LIST_MAKE(arena, struct aside);
    if (document->form != FORM_DOCX)
        return asides;
    struct docx_package *package = docx_source(document)->package;
    struct aside_finder finder = {.document = document,
                                  .package = package,
                                  .arena = arena,
                                  .places = docx_places_make(document, arena),
                                  .ids = names_make(arena),
                                  .found = LIST_MAKE(arena, struct found)};
    uint32_t comments = docx_related_part(package, package->main, STR("comments"));
    struct error error;
    if (comments != NO_PART && docx_part_tree(package, comments, &error))
        find_comments(&finder, comments);
    for (uint32_t number = 0; number < package->part_count; number++)
        for (uint32_t node = 0; number != comments && package->parts[number].is_tree &&
                                node < package->parts[number].xml.node_count;
             node++)
            find_in_node(&finder, number, node);
    for (size_t i = 0; i < finder.found.count; i++)
        add_aside(&finder, LIST_AT(&finder.found, struct found, i), &asides);
    find_threads(package, &asides);
    return asides;
}

// The words of the base that a range of a draft was made from, or where it was put in. The end of
// a range belongs to the words before it.
static struct range base_range(const struct merged *merged, struct party party, struct range draft)
{
    uint32_t from = kept_base_near(merged, party, draft.from);
    uint32_t to = from;
    if (draft.to > draft.from) {
        uint32_t last = kept_base_at(merged, party, draft.to - 1);
        to = last == NO_INDEX ? kept_base_near(merged, party, draft.to) : last + 1;
    }
    uint32_t end = (uint32_t)merged->base->text.length - 1; // the last mark stays behind
    from = from < end ? from : end;
    to = to < end ? to : end;
    return (struct range){from, to > from ? to : from};
}

// Those that are known, the base's first.
struct known {
    struct names *keys;
    struct list places;   // uint32_t: the byte of the base's text, by number of the key
    struct list resolved; // bool
};

static void know(struct known *known, const struct aside *aside, uint32_t place)
{
    if (names_add(known->keys, aside->key) < known->places.count)
        return;
    *LIST_ADD(&known->places, uint32_t) = place;
    *LIST_ADD(&known->resolved, bool) = aside->is_resolved;
}

static void add_gone(const struct list *base, const struct list *own, struct party party,
                     struct arena *arena, struct list *changed)
{
    struct names *kept = names_make(arena);
    for (size_t i = 0; i < own->count; i++)
        names_add(kept, LIST_AT(own, struct aside, i)->key);
    for (size_t i = 0; i < base->count; i++) {
        const struct aside *aside = LIST_AT(base, struct aside, i);
        if (names_find(kept, aside->key) == NAMES_NONE)
            *LIST_ADD(changed, struct changed_aside) =
                (struct changed_aside){ASIDE_GONE, *aside, party, aside->text};
    }
}

static void add_own(const struct merged *merged, struct party party, const struct list *own,
                    struct known *known, struct list *changed)
{
    for (size_t i = 0; i < own->count; i++) {
        struct changed_aside one = {ASIDE_NEW, *LIST_AT(own, struct aside, i), party, {0, 0}};
        one.base = base_range(merged, party, one.aside.text);
        uint32_t number = names_find(known->keys, one.aside.key);
        if (number != NAMES_NONE) {
            uint32_t place = *LIST_AT(&known->places, uint32_t, number);
            bool is_settled = one.aside.is_resolved && !*LIST_AT(&known->resolved, bool, number);
            bool is_there =
                paragraph_at(merged->base, place) == paragraph_at(merged->base, one.base.from);
            if (is_there && !is_settled)
                continue;
            one.fate = is_there ? ASIDE_SETTLED : ASIDE_MOVED;
        } else {
            know(known, &one.aside, one.base.from);
        }
        *LIST_ADD(changed, struct changed_aside) = one;
    }
}

struct list asides_changed(const struct merged *merged, struct arena *arena)
{
    struct list changed = LIST_MAKE(arena, struct changed_aside);
    struct list base = asides_of(merged->base, arena);
    struct known known = {names_make(arena), LIST_MAKE(arena, uint32_t), LIST_MAKE(arena, bool)};
    uint32_t last = (uint32_t)merged->base->text.length - 1;
    for (size_t i = 0; i < base.count; i++) {
        const struct aside *aside = LIST_AT(&base, struct aside, i);
        know(&known, aside, aside->text.from < last ? aside->text.from : last);
    }
    for (uint32_t p = 0; p < merged->party_count; p++) {
        if (merged->drafts[p]->form != FORM_DOCX)
            continue;
        struct list own = asides_of(merged->drafts[p], arena);
        if (merged->base->form == FORM_DOCX)
            add_gone(&base, &own, (struct party){p}, arena, &changed);
        add_own(merged, (struct party){p}, &own, &known, &changed);
    }
    return changed;
}
