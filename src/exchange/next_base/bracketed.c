// SPDX-License-Identifier: Apache-2.0
//
//   […<w:r style="EntenteBrackets1">[UA: </w:r><w:r>30</w:r><w:r style="EntenteBrackets1">]</w:r>…]
//
// The brackets are read sign by sign, since whoever edits them in a word processor types within runs: their
// heads and what parts them go, words become text, insertions or deletions, or go too. The mark of a
// paragraph is that of a wording when it is set in the style of its brackets.
#include "exchange/next_base/bracketed.h"

#include "base/checked.h"
#include "codec/xml_write.h"
#include "exchange/docx/docx_read.h"
#include "exchange/docx_write/patches.h"
#include "exchange/docx_write/prefixes.h"
#include "exchange/docx_write/settle.h"
#include "exchange/docx_write/tags.h"
#include "exchange/next_base/bracket_choice.h"
#include "exchange/next_base/bracket_slots.h"

// Nobody has such a name, so that what he puts in is in no reading.
#define NOBODY "(nobody)"

// Else: the words of that bracket.
#define SIGN_KEPT UINT32_MAX
#define SIGN_LEFT (UINT32_MAX - 1)
#define SIGN_DROPPED (UINT32_MAX - 2)

struct unbracketing {
    const struct docx_record *record;
    size_t party; // whose reading; SIZE_MAX: all
    struct arena *arena;
    struct list *notes;
    const struct docx_part *part;
    struct patches patches;
    struct bracket_text text;
    struct bracket_groups groups;
    const struct bracket_choice *choices;
    uint32_t *places; // by glyph
    uint32_t last_id;
};

static const struct xml_node *at(const struct unbracketing *un, uint32_t node)
{
    return &un->part->xml.nodes[node];
}

static void replace(struct unbracketing *un, size_t from, size_t to, struct str with)
{
    patches_add(&un->patches, from, to, with);
}

static struct str source(const struct unbracketing *un, size_t from, size_t to)
{
    return str_slice(un->part->xml.source, from, to);
}

// --- Tracked changes

static struct str author_of(const struct unbracketing *un, const struct bracket_choice *choice)
{
    struct builder out = builder_make(un->arena);
    for (size_t p = 0; choice->fate != BRACKET_GONE && p < un->record->party_count; p++)
        if (choice->by[p]) {
            builder_add_c(&out, out.length > 0 ? "; " : "");
            builder_add(&out, un->record->parties[p]);
        }
    return out.length > 0 ? builder_str(&out) : STR(NOBODY);
}

static void add_tag(struct unbracketing *un, const struct bracket_choice *choice, const char *end,
                    struct builder *out)
{
    builder_print(out, "<w:%s w:id=\"%u\"", choice->fate == BRACKET_TAKEN_OUT ? "del" : "ins",
                  ++un->last_id);
    xml_add_attribute(out, "w:author", author_of(un, choice));
    builder_add_c(out, end);
}

static bool is_tracked(const struct bracket_choice *choice)
{
    return choice->fate != BRACKET_TEXT && choice->fate != BRACKET_LEFT;
}

static const char *end_tag(const struct bracket_choice *choice)
{
    return choice->fate == BRACKET_TAKEN_OUT ? "</w:del>" : "</w:ins>";
}

// --- Where the signs belong

static void place(struct unbracketing *un, size_t from, size_t to, uint32_t where)
{
    for (size_t i = from; i < to; i++)
        un->places[i] = where;
}

static void place_all(struct unbracketing *un)
{
    un->places = ARENA_ARRAY(un->arena, uint32_t, un->text.count + 1);
    place(un, 0, un->text.count, SIGN_KEPT);
    for (size_t i = 0; i < un->groups.blank_count; i++)
        un->places[un->groups.blanks[i]] = SIGN_DROPPED;
    for (size_t i = 0; i < un->groups.count; i++) {
        const struct sign_bracket *bracket = &un->groups.items[i];
        if (un->choices[i].fate == BRACKET_LEFT) {
            place(un, bracket->from, bracket->to, SIGN_LEFT);
            continue;
        }
        bool is_behind_text = i > 0 && un->choices[i - 1].fate == BRACKET_LEFT &&
                              un->groups.items[i - 1].to == bracket->from;
        size_t from = bracket->from;
        while (is_behind_text && from < bracket->words && !glyph_is_mark(&un->text, from))
            from++;
        place(un, from, bracket->words, SIGN_DROPPED);
        place(un, bracket->words, bracket->words_to, (uint32_t)i);
        place(un, bracket->words_to, bracket->to, SIGN_DROPPED);
    }
}

// --- Runs

static uint32_t style_node(const struct unbracketing *un, const struct bracket_glyph *glyph)
{
    uint32_t properties = glyph->style > 0 ? docx_child(un->part, glyph->node, W_RPR) : NO_NODE;
    return properties == NO_NODE ? NO_NODE : docx_child(un->part, properties, W_R_STYLE);
}

static void take_style(struct unbracketing *un, const struct bracket_glyph *glyph)
{
    uint32_t style = style_node(un, glyph);
    if (style != NO_NODE)
        replace(un, at(un, style)->from, at(un, style)->to, STR(""));
}

// The elements of text in a deletion have other names.
static void delete_text(struct unbracketing *un, uint32_t run)
{
    for (uint32_t n = run + 1; n < at(un, run)->end; n++) {
        enum word word = docx_word(un->part, n);
        if (word != W_T && word != W_INSTR_TEXT)
            continue;
        const struct xml_node *node = at(un, n);
        struct str name = tag_name(source(un, node->from, node->open_to));
        struct str local = word == W_T ? STR("t") : STR("instrText");
        struct str own = arena_print(un->arena, "%.*s%s",
                                     STR_ARGS(str_slice(name, 0, name.length - local.length)),
                                     word == W_T ? "delText" : "delInstrText");
        replace(un, node->from + 1, node->from + 1 + name.length, own);
        if (node->close_from < node->to)
            replace(un, node->close_from + 2, node->close_from + 2 + name.length, own);
    }
}

// A run, or an equation, of which all signs belong to one place.
static void rewrite_whole(struct unbracketing *un, const struct bracket_glyph *glyph,
                          uint32_t where)
{
    const struct xml_node *node = at(un, glyph->node);
    if (where == SIGN_DROPPED) {
        replace(un, node->from, node->to, STR(""));
        return;
    }
    const struct bracket_choice *choice = where < SIGN_DROPPED ? &un->choices[where] : NULL;
    struct builder out = builder_make(un->arena);
    if (choice && is_tracked(choice)) {
        add_tag(un, choice, ">", &out);
        replace(un, node->from, node->from, builder_str(&out));
    }
    take_style(un, glyph);
    if (!choice || !is_tracked(choice))
        return;
    if (choice->fate == BRACKET_TAKEN_OUT)
        delete_text(un, glyph->node);
    replace(un, node->to, node->to, str_of(end_tag(choice)));
}

// The beginning of a run again, without a style of ours.
static void add_run_head(const struct unbracketing *un, const struct bracket_glyph *glyph,
                         struct builder *out)
{
    uint32_t properties = docx_child(un->part, glyph->node, W_RPR);
    uint32_t style = style_node(un, glyph);
    builder_add(out, source(un, at(un, glyph->node)->from, at(un, glyph->node)->open_to));
    if (properties == NO_NODE)
        return;
    size_t cut = style == NO_NODE ? at(un, properties)->to : at(un, style)->from;
    builder_add(out, source(un, at(un, properties)->from, cut));
    if (style != NO_NODE)
        builder_add(out, source(un, at(un, style)->to, at(un, properties)->to));
}

// The signs [from, to) of one run as content of a run.
static void add_signs(const struct unbracketing *un, size_t from, size_t to, bool is_deleted,
                      struct builder *out)
{
    const char *text = is_deleted ? "delText" : "t";
    for (size_t i = from; i < to;) {
        const struct bracket_glyph *glyph = &un->text.glyphs[i];
        size_t end = i + 1;
        while (end < to && un->text.glyphs[end].child == glyph->child)
            end++;
        struct str bytes = source(un, glyph->from, un->text.glyphs[end - 1].to);
        bool is_words =
            docx_word(un->part, glyph->child) == W_T && glyph->from != at(un, glyph->child)->from;
        if (is_words)
            builder_print(out, "<w:%s xml:space=\"preserve\">", text);
        builder_add(out, bytes);
        if (is_words)
            builder_print(out, "</w:%s>", text);
        i = end;
    }
}

// A run of which the signs [from, to) belong to several places becomes several.
static void rewrite_cut(struct unbracketing *un, size_t from, size_t to)
{
    const struct bracket_glyph *glyph = &un->text.glyphs[from];
    const struct xml_node *node = at(un, glyph->node);
    struct builder out = builder_make(un->arena);
    for (size_t i = from; i < to;) {
        uint32_t where = un->places[i];
        size_t end = i;
        while (end < to && un->places[end] == where)
            end++;
        const struct bracket_choice *choice = where < SIGN_DROPPED ? &un->choices[where] : NULL;
        bool is_changed = choice && is_tracked(choice);
        if (where != SIGN_DROPPED) {
            if (is_changed)
                add_tag(un, choice, ">", &out);
            add_run_head(un, glyph, &out);
            add_signs(un, i, end, is_changed && choice->fate == BRACKET_TAKEN_OUT, &out);
            builder_add(&out, source(un, node->close_from, node->to));
            if (is_changed)
                builder_add_c(&out, end_tag(choice));
        }
        i = end;
    }
    replace(un, node->from, node->to, builder_str(&out));
}

static void rewrite_run(struct unbracketing *un, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (un->places[i] != un->places[from]) {
            rewrite_cut(un, from, to);
            return;
        }
    rewrite_whole(un, &un->text.glyphs[from], un->places[from]);
}

// --- Marks of paragraphs

// The glyphs of the paragraph that a mark ends.
static size_t paragraph_begin(const struct unbracketing *un, size_t mark)
{
    size_t from = mark;
    while (from > 0 && un->text.glyphs[from - 1].paragraph == un->text.glyphs[mark].paragraph)
        from--;
    return from;
}

// Who has words in a paragraph has its end too.
static bool join_choice(const struct unbracketing *un, uint32_t bracket, struct bracket_choice *all)
{
    const struct bracket_choice *own = &un->choices[bracket];
    size_t count = un->record->party_count;
    if (own->fate == BRACKET_GONE || all->fate == BRACKET_TEXT)
        return false;
    if (all->fate == BRACKET_GONE || own->fate == BRACKET_TEXT) {
        bool *by = ARENA_ARRAY(un->arena, bool, count + 1);
        for (size_t p = 0; p < count; p++)
            by[p] = own->by[p];
        *all = (struct bracket_choice){own->fate, by};
        return true;
    }
    bool was_out = all->fate == BRACKET_TAKEN_OUT;
    const struct bracket_choice before = *all;
    for (size_t p = 0; p < count; p++)
        all->by[p] = was_out                          ? before.by[p] && !own->by[p]
                     : own->fate == BRACKET_TAKEN_OUT ? own->by[p] && !before.by[p]
                                                      : before.by[p] || own->by[p];
    if (own->fate == BRACKET_TAKEN_OUT)
        all->fate = BRACKET_TAKEN_OUT;
    return true;
}

static bool is_empty(const struct bracket_choice *choice, size_t count)
{
    for (size_t p = 0; p < count; p++)
        if (choice->by[p])
            return false;
    return true;
}

// Words of the text itself stand before a mark: it ends their paragraph, whose looks it has lost to another.
static bool ends_in_text(const struct unbracketing *un, size_t mark)
{
    return mark > paragraph_begin(un, mark) && un->places[mark - 1] == SIGN_KEPT &&
           un->text.glyphs[mark - 1].style == 0;
}

// Words of a bracket stand in the paragraph that a mark ends.
static bool has_bracket_words(const struct unbracketing *un, size_t mark)
{
    for (size_t i = paragraph_begin(un, mark); i < mark; i++)
        if (un->places[i] < SIGN_DROPPED)
            return true;
    return false;
}

// What becomes of the end of a paragraph that is set in a style of ours. In that of a wording it was between
// two paragraphs of one: both are gone, or have been joined, and whoever has the words has their end.
static struct bracket_choice mark_choice(const struct unbracketing *un, size_t mark)
{
    if (un->places[mark] == SIGN_KEPT && !glyph_is_mark(&un->text, mark) &&
        !has_bracket_words(un, mark))
        return (struct bracket_choice){.fate =
                                           ends_in_text(un, mark) ? BRACKET_TEXT : BRACKET_GONE};
    struct bracket_choice all = {.fate = BRACKET_GONE};
    uint32_t last = SIGN_KEPT;
    for (size_t i = paragraph_begin(un, mark); i < mark; i++) {
        uint32_t where = un->places[i];
        if (where > SIGN_DROPPED)
            return (struct bracket_choice){.fate = BRACKET_TEXT};
        if (where < SIGN_DROPPED && where != last)
            join_choice(un, where, &all);
        last = where;
    }
    if (all.fate == BRACKET_TAKEN_OUT && is_empty(&all, un->record->party_count))
        all.fate = BRACKET_TEXT;
    return all;
}

// Puts content into an element at `place`, which one that closes itself has not yet.
static void put_into(struct unbracketing *un, uint32_t node, size_t place, struct str content)
{
    const struct xml_node *element = at(un, node);
    if (element->close_from < element->to) {
        replace(un, place, place, content);
        return;
    }
    struct str name = tag_name(source(un, element->from, element->open_to));
    replace(un, element->to - 2, element->to,
            arena_print(un->arena, ">%.*s</%.*s>", STR_ARGS(content), STR_ARGS(name)));
}

// The end of a paragraph that has no style of ours, in a wording: somebody began a new one there.
static void track_mark(struct unbracketing *un, uint32_t paragraph, struct str tag)
{
    uint32_t properties = docx_child(un->part, paragraph, W_PPR);
    uint32_t look = properties == NO_NODE ? NO_NODE : docx_child(un->part, properties, W_RPR);
    if (look != NO_NODE) {
        put_into(un, look, at(un, look)->open_to, tag);
        return;
    }
    struct str whole = arena_print(un->arena, "<w:rPr>%.*s</w:rPr>", STR_ARGS(tag));
    if (properties == NO_NODE) {
        put_into(un, paragraph, at(un, paragraph)->open_to,
                 arena_print(un->arena, "<w:pPr>%.*s</w:pPr>", STR_ARGS(whole)));
        return;
    }
    size_t place = at(un, properties)->close_from;
    for (uint32_t n = properties + 1; n < at(un, properties)->end; n = at(un, n)->end)
        if ((docx_word(un->part, n) == W_SECT_PR || docx_word(un->part, n) == W_PPR_CHANGE) &&
            at(un, n)->from < place)
            place = at(un, n)->from;
    put_into(un, properties, place, whole);
}

static struct str mark_tag(struct unbracketing *un, size_t mark)
{
    uint32_t where = un->places[mark];
    const struct bracket_choice choice =
        where < SIGN_DROPPED ? un->choices[where] : mark_choice(un, mark);
    struct builder tag = builder_make(un->arena);
    if (is_tracked(&choice))
        add_tag(un, &choice, "/>", &tag);
    return builder_str(&tag);
}

static void rewrite_mark(struct unbracketing *un, size_t mark)
{
    uint32_t paragraph = un->text.glyphs[mark].node;
    uint32_t look = docx_child(un->part, docx_child(un->part, paragraph, W_PPR), W_RPR);
    uint32_t style = docx_child(un->part, look, W_R_STYLE);
    replace(un, at(un, style)->from, at(un, style)->to, mark_tag(un, mark));
}

// What is put in front of the first run of a paragraph stands before what becomes of that run.
static void rewrite_new_marks(struct unbracketing *un)
{
    for (size_t i = 0; i < un->text.count; i++) {
        bool is_new = un->text.text.bytes[i] == SIGN_PARAGRAPH && un->text.glyphs[i].style == 0 &&
                      un->places[i] < SIGN_DROPPED;
        if (is_new && is_tracked(&un->choices[un->places[i]]))
            track_mark(un, un->text.glyphs[i].node, mark_tag(un, i));
    }
}

// --- Parts

// What was put in has the prefix that the part has for Word's elements.
static void give_prefix(struct unbracketing *un)
{
    const struct xml_node *root = at(un, 0);
    struct str tag = str_slice(un->part->xml.source, root->from, root->open_to);
    struct str prefix = prefixes_root(un->part);
    if (un->patches.items.count == 0 || str_contains(tag, STR("xmlns:w=")))
        return;
    if (prefix.length > 0)
        patches_set_prefix(&un->patches, prefix);
    else
        replace(
            un, root->open_to - 1, root->open_to - 1,
            arena_print(un->arena, " xmlns:w=\"%.*s\"", STR_ARGS(prefixes_word_address(un->part))));
}

static void read_part(struct unbracketing *un)
{
    un->patches = patches_make(un->arena);
    bracket_text_of(un->part, un->record, un->arena, &un->text);
    bracket_groups_of(&un->text, un->arena, un->notes, &un->groups);
    bracket_slots_find(&un->text, un->arena, &un->groups);
    un->choices = un->party == SIZE_MAX
                      ? bracket_choices_all(&un->text, &un->groups, un->arena, un->notes)
                      : bracket_choices_of(&un->text, &un->groups, un->party, un->arena, un->notes);
    place_all(un);
    rewrite_new_marks(un);
    for (size_t i = 0; i < un->text.count;) {
        size_t end = i + 1;
        if (un->text.text.bytes[i] == SIGN_PARAGRAPH) {
            if (un->text.glyphs[i].style > 0)
                rewrite_mark(un, i);
        } else {
            while (end < un->text.count && un->text.glyphs[end].node == un->text.glyphs[i].node)
                end++;
            rewrite_run(un, i, end);
        }
        i = end;
    }
    give_prefix(un);
}

static uint32_t last_id(const struct docx_package *package)
{
    int64_t last = 0;
    for (uint32_t i = 0; i < package->part_count; i++) {
        const struct docx_part *part = &package->parts[i];
        for (uint32_t n = 0; part->is_tree && n < part->xml.node_count; n++) {
            int64_t id;
            bool is_number = part->xml.nodes[n].name != XML_TEXT &&
                             checked_parse(docx_attribute(part, n, W_ID), &id);
            if (is_number && id > last && id < INT32_MAX / 2)
                last = id;
        }
    }
    return (uint32_t)last;
}

static bool holds_text(const struct docx_part *part)
{
    return str_contains(part->content_type, STR("wordprocessingml")) &&
           !str_contains(part->content_type, STR("styles"));
}

// The number of a party of the record, which takes in one that it does not know yet.
static size_t party_in(struct docx_record *record, struct str party, struct arena *arena)
{
    for (size_t p = 0; p < record->party_count; p++)
        if (str_equal(record->parties[p], party))
            return p;
    struct str *parties = ARENA_ARRAY(arena, struct str, record->party_count + 1);
    for (size_t p = 0; p < record->party_count; p++)
        parties[p] = record->parties[p];
    parties[record->party_count] = party;
    record->parties = parties;
    return record->party_count++;
}

static bool unbracket(struct docx_package *package, struct docx_record *record, size_t party,
                      struct arena *arena, struct list *notes, struct str *tracked,
                      struct error *error)
{
    for (uint32_t i = 0; i < package->part_count; i++)
        if (holds_text(&package->parts[i]) && !docx_part_tree(package, i, error))
            return false;
    struct unbracketing un = {.record = record,
                              .party = party,
                              .arena = arena,
                              .notes = notes,
                              .last_id = last_id(package)};
    struct zip_change *changes = ARENA_ARRAY(arena, struct zip_change, package->part_count + 1);
    size_t count = 0;
    for (uint32_t i = 0; i < package->part_count; i++) {
        un.part = &package->parts[i];
        if (!holds_text(un.part) || !un.part->is_tree)
            continue;
        read_part(&un);
        if (un.patches.items.count > 0)
            changes[count++] = (struct zip_change){
                .name = un.part->name,
                .content = patches_apply(&un.patches, un.part->xml.source, arena)};
    }
    return count == 0 || zip_write_passing(&package->zip, changes, count, arena, tracked, error);
}

// Whoever has edited the file is none of those who hold anything in it.
static bool is_editor(const struct docx_record *record, struct str author)
{
    const struct reading of_parties = {
        .kind = READING_AUTHORS, .authors = record->parties, .author_count = record->party_count};
    for (size_t i = 0; i < record->author_count; i++)
        if (str_equal(record->authors[i].name, author))
            return false;
    return !reading_accepts(&of_parties, author);
}

// The file with the tracked changes of whoever has edited it accepted.
static bool accept_editors(struct str name, struct str bytes, const struct docx_record *record,
                           const struct input_limits *limits, struct arena *arena,
                           struct str *settled, struct error *error)
{
    const struct document *document;
    const struct reading accepted = {.kind = READING_ACCEPT};
    *settled = bytes;
    if (!docx_read(name, bytes, &accepted, limits, arena, &document, error))
        return false;
    const struct docx_source *source = docx_source(document);
    struct list editors = LIST_MAKE(arena, struct str);
    for (uint32_t i = 0; i < source->author_count; i++)
        if (is_editor(record, source->authors[i].name))
            *LIST_ADD(&editors, struct str) = source->authors[i].name;
    if (editors.count == 0)
        return true;
    const struct reading theirs = {.kind = READING_AUTHORS,
                                   .authors = LIST_ITEMS(&editors, struct str),
                                   .author_count = editors.count,
                                   .are_whole = true,
                                   .leaves_others = true};
    return docx_read(name, bytes, &theirs, limits, arena, &document, error) &&
           document_settled_passing(document, arena, settled, error);
}

// Opens a file of ours with brackets, as its editors left it; *is_ours is false where it has none.
static bool open_bracketed(struct str name, struct str bytes, const struct input_limits *limits,
                           struct arena *arena, struct docx_package **package,
                           struct docx_record *record, struct str *settled, bool *is_ours,
                           struct error *error)
{
    *settled = bytes;
    if (!docx_package_open(name, bytes, limits, arena, package, error))
        return false;
    *is_ours = record_read(*package, arena, record) && record->wording_count > 0;
    return !*is_ours || (accept_editors(name, bytes, record, limits, arena, settled, error) &&
                         (settled->bytes == bytes.bytes ||
                          docx_package_open(name, *settled, limits, arena, package, error)));
}

bool docx_brackets_as_tracked(struct str name, struct str bytes, const struct input_limits *limits,
                              struct arena *arena, struct list *notes, struct docx_package **opened,
                              struct str *tracked, struct error *error)
{
    struct docx_package *package;
    struct docx_record record;
    struct list unused = LIST_MAKE(arena, struct str);
    bool is_ours;
    if (!open_bracketed(name, bytes, limits, arena, &package, &record, tracked, &is_ours, error) ||
        (is_ours &&
         !unbracket(package, &record, SIZE_MAX, arena, notes ? notes : &unused, tracked, error)))
        return false;
    if (opened && tracked->bytes == bytes.bytes)
        *opened = package;
    return true;
}

bool docx_brackets_of_party(struct str name, struct str bytes, struct str party,
                            const struct input_limits *limits, struct arena *arena,
                            struct list *notes, struct str *tracked, struct error *error)
{
    struct docx_package *package;
    struct docx_record record;
    bool is_ours;
    return open_bracketed(name, bytes, limits, arena, &package, &record, tracked, &is_ours,
                          error) &&
           (!is_ours || unbracket(package, &record, party_in(&record, party, arena), arena, notes,
                                  tracked, error));
}
