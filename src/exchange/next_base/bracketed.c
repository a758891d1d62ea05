// SPDX-License-Identifier: Apache-2.0
//
//   […<w:r style="EntenteBrackets1">[UA: </w:r><w:r>30</w:r><w:r style="EntenteBrackets1">]</w:r>…]
//
// What stands between an opening and a closing run of brackets is the wording of these brackets' style; the
// mark of a paragraph is that of a wording when it is set in the style of its brackets.
#include "exchange/next_base/bracketed.h"

#include "base/checked.h"
#include "codec/xml_write.h"
#include "exchange/docx_write/patches.h"
#include "exchange/docx_write/prefixes.h"
#include "exchange/docx_write/record.h"
#include "exchange/docx_write/tags.h"

struct unbracketing {
    const struct docx_record *record;
    struct arena *arena;
    const struct docx_part *part;
    struct patches patches;
    const struct record_wording *open; // whose brackets are open; NULL: none
    uint32_t last_id;
    uint32_t count; // brackets found
};

static const struct xml_node *at(const struct unbracketing *un, uint32_t node)
{
    return &un->part->xml.nodes[node];
}

static const struct record_wording *wording_styled(const struct unbracketing *un, struct str style)
{
    for (size_t i = 0; style.length > 0 && i < un->record->wording_count; i++)
        if (str_equal(un->record->wordings[i].style, style))
            return &un->record->wordings[i];
    return NULL;
}

static bool is_among(struct str name, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(names[i], name))
            return true;
    return false;
}

// Who changes the base by this wording: its holders, or of the base's those who do not hold it.
static struct str author_of(const struct unbracketing *un, const struct record_wording *wording)
{
    struct builder out = builder_make(un->arena);
    for (size_t i = 0; i < un->record->party_count; i++) {
        struct str party = un->record->parties[i];
        if (is_among(party, wording->parties, wording->party_count) == wording->is_base)
            continue;
        builder_add_c(&out, out.length > 0 ? "; " : "");
        builder_add(&out, party);
    }
    return builder_str(&out);
}

static void add_tag(struct unbracketing *un, const struct record_wording *wording, const char *end,
                    struct builder *out)
{
    builder_print(out, "<w:%s w:id=\"%u\"", wording->is_base ? "del" : "ins", ++un->last_id);
    xml_add_attribute(out, "w:author", author_of(un, wording));
    builder_add_c(out, end);
}

static void replace(struct unbracketing *un, size_t from, size_t to, struct str with)
{
    patches_add(&un->patches, from, to, with);
}

// Takes a style of ours off; gives what it says.
static const struct record_wording *take_style(struct unbracketing *un, uint32_t properties)
{
    uint32_t style = properties == NO_NODE ? NO_NODE : docx_child(un->part, properties, W_R_STYLE);
    if (style == NO_NODE)
        return NULL;
    const struct record_wording *wording =
        wording_styled(un, docx_attribute(un->part, style, W_VAL));
    if (wording && !wording->is_mark)
        replace(un, at(un, style)->from, at(un, style)->to, STR(""));
    return wording;
}

static struct str text_of(const struct unbracketing *un, uint32_t run)
{
    struct builder out = builder_make(un->arena);
    for (uint32_t n = run + 1; n < at(un, run)->end; n++)
        if (docx_word(un->part, n) == W_T)
            builder_add(&out,
                        str_slice(un->part->xml.source, at(un, n)->open_to, at(un, n)->close_from));
    return builder_str(&out);
}

// The elements of text in a deletion have other names.
static void delete_text(struct unbracketing *un, uint32_t run)
{
    for (uint32_t n = run + 1; n < at(un, run)->end; n++) {
        enum word word = docx_word(un->part, n);
        if (word != W_T && word != W_INSTR_TEXT)
            continue;
        const struct xml_node *node = at(un, n);
        struct str name = tag_name(str_slice(un->part->xml.source, node->from, node->open_to));
        struct str local = word == W_T ? STR("t") : STR("instrText");
        struct str own = arena_print(un->arena, "%.*s%s",
                                     STR_ARGS(str_slice(name, 0, name.length - local.length)),
                                     word == W_T ? "delText" : "delInstrText");
        replace(un, node->from + 1, node->from + 1 + name.length, own);
        if (node->close_from < node->to)
            replace(un, node->close_from + 2, node->close_from + 2 + name.length, own);
    }
}

static void wrap(struct unbracketing *un, uint32_t node)
{
    struct builder out = builder_make(un->arena);
    add_tag(un, un->open, ">", &out);
    replace(un, at(un, node)->from, at(un, node)->from, builder_str(&out));
    if (un->open->is_base)
        delete_text(un, node);
    replace(un, at(un, node)->to, at(un, node)->to,
            un->open->is_base ? STR("</w:del>") : STR("</w:ins>"));
}

static void read_run(struct unbracketing *un, uint32_t run)
{
    uint32_t properties = docx_child(un->part, run, W_RPR);
    const struct record_wording *style = take_style(un, properties);
    if (style && style->is_mark) {
        struct str text = str_trim(text_of(un, run));
        un->open = str_ends_with(text, STR("]")) ? NULL : style;
        un->count++;
        replace(un, at(un, run)->from, at(un, run)->to, STR(""));
        return;
    }
    if (un->open)
        wrap(un, run);
}

// A paragraph's mark in the style of brackets comes and goes with their wording.
static void read_mark(struct unbracketing *un, uint32_t paragraph)
{
    uint32_t properties = docx_child(un->part, paragraph, W_PPR);
    uint32_t look = properties == NO_NODE ? NO_NODE : docx_child(un->part, properties, W_RPR);
    uint32_t style = look == NO_NODE ? NO_NODE : docx_child(un->part, look, W_R_STYLE);
    if (style == NO_NODE)
        return;
    const struct record_wording *wording =
        wording_styled(un, docx_attribute(un->part, style, W_VAL));
    if (!wording)
        return;
    struct builder out = builder_make(un->arena);
    add_tag(un, wording, "/>", &out);
    replace(un, at(un, style)->from, at(un, style)->to, builder_str(&out));
}

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
    un->open = NULL;
    for (uint32_t n = 0; n < un->part->xml.node_count; n++) {
        enum word word = docx_word(un->part, n);
        if (word == W_P)
            read_mark(un, n);
        bool is_whole = word == W_R || word == M_O_MATH || word == M_O_MATH_PARA;
        if (word == W_R)
            read_run(un, n);
        else if (is_whole && un->open)
            wrap(un, n);
        if (is_whole || word == W_INS || word == W_DEL)
            n = at(un, n)->end - 1; // tracked changes stay as they are
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

bool docx_brackets_as_tracked(struct str name, struct str bytes, const struct input_limits *limits,
                              struct arena *arena, struct str *tracked, struct error *error)
{
    struct docx_package *package;
    struct docx_record record;
    *tracked = bytes;
    if (!docx_package_open(name, bytes, limits, arena, &package, error))
        return false;
    if (!record_read(package, arena, &record) || record.wording_count == 0)
        return true;
    for (uint32_t i = 0; i < package->part_count; i++)
        if (holds_text(&package->parts[i]) && !docx_part_tree(package, i, error))
            return false;
    struct unbracketing un = {.record = &record, .arena = arena, .last_id = last_id(package)};
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
