// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/made_lists.h"

#include "exchange/docx_write/carry.h"
#include "exchange/docx_write/carry_styles.h"
#include "exchange/docx_write/homes.h"

// Where new w:abstractNum and w:num go.
struct adding {
    struct docx_writer *writer;
    struct out_part *part;
    struct str *abstract_ids; // by list made: that of its counters
};

static const struct docx_part *numbering_of(const struct docx_writer *writer, uint32_t document)
{
    return package_home(docx_source(writer->documents[document])->package, HOME_NUMBERING);
}

static uint32_t abstract_of(const struct docx_part *tree, uint32_t list)
{
    return element_with(tree, W_ABSTRACT_NUM, W_ABSTRACT_NUM_ID,
                        docx_child_value(tree, list, W_ABSTRACT_NUM_ID));
}

static uint32_t level_among(const struct docx_part *tree, uint32_t node, int level)
{
    const struct xml_node *nodes = tree->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end)
        if ((docx_word(tree, child) == W_LVL || docx_word(tree, child) == W_LVL_OVERRIDE) &&
            docx_number(docx_attribute(tree, child, W_ILVL)) == level)
            return child;
    return NO_NODE;
}

// The w:lvl that a list of a document shows on a level; NO_NODE when it has none.
static uint32_t level_of(const struct docx_writer *writer, uint32_t document, struct str id,
                         int level)
{
    const struct docx_part *tree = numbering_of(writer, document);
    uint32_t list = tree ? element_with(tree, W_NUM, W_NUM_ID, id) : NO_NODE;
    if (list == NO_NODE)
        return NO_NODE;
    uint32_t own = level_among(tree, list, level);
    uint32_t instead = own == NO_NODE ? NO_NODE : docx_child(tree, own, W_LVL);
    if (instead != NO_NODE)
        return instead;
    uint32_t abstract = abstract_of(tree, list);
    if (abstract == NO_NODE)
        return NO_NODE;
    struct str link = docx_child_value(tree, abstract, W_NUM_STYLE_LINK);
    const struct docx_style *style =
        link.length > 0 ? styles_find(docx_source(writer->documents[document])->styles, link)
                        : NULL;
    uint32_t linked = style ? element_with(tree, W_NUM, W_NUM_ID, style->num_id) : NO_NODE;
    if (linked != NO_NODE && abstract_of(tree, linked) != NO_NODE)
        abstract = abstract_of(tree, linked);
    return level_among(tree, abstract, level);
}

// Without the style that goes with it and without a picture for a bullet: both are the draft's. start:
// instead of its own, or NUMBERING_NOT_SAID
static void add_level(const struct adding *adding, const struct made_list *made, int level,
                      int start, struct builder *out)
{
    uint32_t document = made->party.number + 1;
    uint32_t node = level_of(adding->writer, document, made->shown_id, level);
    if (node == NO_NODE)
        return;
    const struct docx_part *from = numbering_of(adding->writer, document);
    const struct carriage carriage = {adding->writer, adding->part, document, from};
    const struct xml_node *nodes = from->xml.nodes;
    builder_print(out, "<w:lvl w:ilvl=\"%d\">", level);
    if (start != NUMBERING_NOT_SAID)
        builder_print(out, "<w:start w:val=\"%d\"/>", start);
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        enum word word = docx_word(from, child);
        bool is_left_out =
            word == WORD_TEXT_NODE || word == W_P_STYLE ||
            (word == W_START && start != NUMBERING_NOT_SAID) ||
            str_equal(xml_local(&from->xml, nodes[child].name), STR("lvlPicBulletId"));
        if (!is_left_out)
            carry_node(&carriage, child, out);
    }
    builder_add_c(out, "</w:lvl>");
}

// New counters stand before the first w:num of the part.
static struct str add_abstract(const struct adding *adding, const struct made_list *made,
                               int64_t number)
{
    const struct docx_part *to = adding->part->tree;
    struct builder out = builder_make(adding->writer->arena);
    builder_print(
        &out, "<w:abstractNum w:abstractNumId=\"%lld\"><w:multiLevelType w:val=\"multilevel\"/>",
        (long long)number);
    for (int level = 0; level < NUMBERING_LEVELS; level++)
        add_level(adding, made, level,
                  level < made->level ? made->starts[level] : NUMBERING_NOT_SAID, &out);
    builder_add_c(&out, "</w:abstractNum>");
    uint32_t first = docx_child(to, 0, W_NUM);
    size_t before = first == NO_NODE ? to->xml.nodes[0].close_from : to->xml.nodes[first].from;
    patches_add(&adding->part->patches, before, before, builder_str(&out));
    return arena_print(adding->writer->arena, "%lld", (long long)number);
}

// The counters of a list of the base, or of one made before.
static struct str counters_of(const struct adding *adding, struct str id)
{
    const struct docx_lists *lists = &adding->writer->lists;
    for (size_t i = 0; i < lists->made_count; i++)
        if (str_equal(lists->made[i].id, id))
            return adding->abstract_ids[i];
    uint32_t list = element_with(adding->part->tree, W_NUM, W_NUM_ID, id);
    return list == NO_NODE ? STR("0")
                           : docx_child_value(adding->part->tree, list, W_ABSTRACT_NUM_ID);
}

static void add_overrides(const struct adding *adding, const struct made_list *made,
                          struct builder *out)
{
    bool is_own = made->like.length == 0;
    int start = is_own ? made->starts[made->level] : made->start;
    for (int level = 0; level <= made->level; level++) {
        bool shows = !is_own && made->shown_id.length > 0;
        bool starts = level == made->level && start != NUMBERING_NOT_SAID;
        if (!shows && !starts)
            continue;
        builder_print(out, "<w:lvlOverride w:ilvl=\"%d\">", level);
        if (starts)
            builder_print(out, "<w:startOverride w:val=\"%d\"/>", start);
        if (shows)
            add_level(adding, made, level, NUMBERING_NOT_SAID, out);
        builder_add_c(out, "</w:lvlOverride>");
    }
}

static void add_made(struct adding *adding, size_t i)
{
    struct docx_writer *writer = adding->writer;
    const struct made_list *made = &writer->lists.made[i];
    const struct docx_part *to = adding->part->tree;
    // Lists brought over before are not in the tree; added_count counts them.
    int64_t more = adding->part->added_count++;
    int64_t number = free_number(to, W_NUM, W_NUM_ID) + more;
    int64_t abstract = free_number(to, W_ABSTRACT_NUM, W_ABSTRACT_NUM_ID) + more;
    adding->abstract_ids[i] = made->like.length > 0 ? counters_of(adding, made->like)
                                                    : add_abstract(adding, made, abstract);
    writer->made_ids[i] = arena_print(writer->arena, "%lld", (long long)number);
    struct builder out = builder_make(writer->arena);
    builder_print(&out, "<w:num w:numId=\"%lld\"><w:abstractNumId w:val=\"%.*s\"/>",
                  (long long)number, STR_ARGS(adding->abstract_ids[i]));
    add_overrides(adding, made, &out);
    builder_add_c(&out, "</w:num>");
    const struct xml_node *nodes = to->xml.nodes;
    size_t behind = nodes[0].close_from;
    for (uint32_t child = 1; child < nodes[0].end; child = nodes[child].end)
        if (docx_word(to, child) == W_NUM)
            behind = nodes[child].to;
    patches_add(&adding->part->patches, behind, behind, builder_str(&out));
}

void made_lists_add(struct docx_writer *writer)
{
    const struct docx_lists *lists = &writer->lists;
    writer->made_ids = ARENA_ARRAY(writer->arena, struct str, lists->made_count + 1);
    struct adding adding = {.writer = writer,
                            .abstract_ids =
                                ARENA_ARRAY(writer->arena, struct str, lists->made_count + 1)};
    for (size_t i = 0; i < lists->made_count; i++) {
        if (!lists->made[i].is_needed)
            continue;
        if (!adding.part)
            adding.part = writer_home(writer, HOME_NUMBERING);
        if (!adding.part) {
            writer_note(
                writer, 0,
                "the numbering of a list is not carried: the base's part of lists is empty");
            return;
        }
        add_made(&adding, i);
    }
}
