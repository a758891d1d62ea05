// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/unique.h"

#include "base/names.h"

#define WORD14 "http://schemas.microsoft.com/office/word/2010/wordml"

enum numbered_kind {
    KIND_CHANGE,
    KIND_BOOKMARK,
    KIND_COMMENT,
    KIND_PARAGRAPH,
    KIND_RANGE,
    KIND_COUNT
};

static const char *const shared_numbers[KIND_COUNT] = {
    [KIND_CHANGE] = "two tracked changes have one number, or one has none",
    [KIND_BOOKMARK] = "two bookmarks have one number",
    [KIND_COMMENT] = "two comments have one number",
    [KIND_PARAGRAPH] = "two paragraphs have one number",
    [KIND_RANGE] = "the range of a move begins and does not end",
};

// The numbers of one kind in all parts.
struct numbers_given {
    struct names *different;
    size_t count; // with those that are given again
    bool has_empty;
};

struct numbers {
    struct numbers_given kinds[KIND_COUNT];
};

static void add_number(struct numbers *numbers, enum numbered_kind kind, struct str number)
{
    struct numbers_given *given = &numbers->kinds[kind];
    names_add(given->different, number);
    given->count++;
    given->has_empty = given->has_empty || number.length == 0;
}

static bool is_revision(enum word word)
{
    return word >= W_INS && word <= W_NUMBERING_CHANGE;
}

// The numbers of the names that tell ends of moves, and of w14:paraId.
struct part_names {
    uint32_t ranges[4]; // starts, then ends
    uint32_t paragraph;
};

static struct part_names names_of(const struct docx_part *part)
{
    static const char *const ranges[4] = {"moveFromRangeStart", "moveToRangeStart",
                                          "moveFromRangeEnd", "moveToRangeEnd"};
    struct str root = names_at(part->xml.names, part->xml.nodes[0].name);
    size_t blank = str_find_byte(root, ' ');
    struct part_names names;
    for (size_t i = 0; i < 4; i++)
        names.ranges[i] = xml_name(&part->xml, str_slice(root, 0, blank), str_of(ranges[i]));
    names.paragraph = xml_name(&part->xml, STR(WORD14), STR("paraId"));
    return names;
}

static void add_node(const struct docx_part *part, const struct part_names *names, uint32_t node,
                     struct numbers *numbers)
{
    enum word word = docx_word(part, node);
    if (is_revision(word))
        add_number(numbers, KIND_CHANGE, docx_attribute(part, node, W_ID));
    else if (word == W_BOOKMARK_START)
        add_number(numbers, KIND_BOOKMARK, docx_attribute(part, node, W_ID));
    else if (word == W_COMMENT)
        add_number(numbers, KIND_COMMENT, docx_attribute(part, node, W_ID));
    struct str id;
    if (word == W_P && names->paragraph != NAMES_NONE &&
        xml_value(&part->xml, node, names->paragraph, &id))
        add_number(numbers, KIND_PARAGRAPH, id);
    if (word != WORD_UNKNOWN)
        return;
    for (size_t i = 0; i < 4; i++)
        if (names->ranges[i] == part->xml.nodes[node].name)
            add_number(numbers, KIND_RANGE, docx_attribute(part, node, W_ID));
}

static void add_part(const struct docx_part *part, struct numbers *numbers)
{
    const struct part_names names = names_of(part);
    for (uint32_t node = 0; node < part->xml.node_count; node++) {
        if (docx_word(part, node) == MC_FALLBACK) // says the same again
            node = part->xml.nodes[node].end - 1;
        else if (docx_word(part, node) != WORD_TEXT_NODE)
            add_node(part, &names, node, numbers);
    }
}

static struct numbers numbers_of(const struct docx_package *package, struct arena *arena)
{
    struct numbers numbers;
    for (size_t kind = 0; kind < KIND_COUNT; kind++)
        numbers.kinds[kind] = (struct numbers_given){.different = names_make(arena)};
    for (uint32_t i = 0; i < package->part_count; i++)
        if (package->parts[i].is_tree)
            add_part(&package->parts[i], &numbers);
    return numbers;
}

// How many numbers of a kind are given again.
static size_t shared_count(const struct numbers *numbers, enum numbered_kind kind)
{
    const struct numbers_given *given = &numbers->kinds[kind];
    return given->count - names_count(given->different);
}

static const char *wrong_numbers(const struct docx_package *package,
                                 const struct docx_package *base, struct arena *arena)
{
    struct numbers numbers = numbers_of(package, arena);
    struct numbers old;
    bool has_old = false;
    for (enum numbered_kind kind = 0; kind < KIND_RANGE; kind++) {
        size_t shared = shared_count(&numbers, kind);
        if (kind == KIND_CHANGE && (shared > 0 || numbers.kinds[kind].has_empty))
            return shared_numbers[kind];
        if (shared > 0 && !has_old)
            old = numbers_of(base, arena);
        has_old = has_old || shared > 0;
        if (shared > 0 && shared > shared_count(&old, kind))
            return shared_numbers[kind];
    }
    // Each start has its end: every number stands twice.
    return 2 * shared_count(&numbers, KIND_RANGE) == numbers.kinds[KIND_RANGE].count
               ? NULL
               : shared_numbers[KIND_RANGE];
}

static bool has_content(const struct docx_part *part, uint32_t node)
{
    return part->xml.nodes[node].end > node + 1;
}

// How tracked changes nest from one node on. Text boxes are stories of their own.
static const char *wrong_nesting(const struct docx_part *part, uint32_t node, uint32_t end)
{
    uint32_t deleted = node; // up to this node all stands in a deletion
    uint32_t inserted = node;
    for (; node < end; node++) {
        enum word word = docx_word(part, node);
        uint32_t behind = word == WORD_TEXT_NODE ? node + 1 : part->xml.nodes[node].end;
        if (word == W_TXBX_CONTENT) {
            const char *wrong = wrong_nesting(part, node + 1, behind);
            if (wrong)
                return wrong;
            node = behind - 1;
        } else if (word == W_DEL && has_content(part, node)) {
            if (node < deleted)
                return "a deletion stands in a deletion";
            deleted = behind;
        } else if (word == W_INS && has_content(part, node)) {
            if (node < inserted)
                return "an insertion stands in an insertion";
            inserted = behind;
        } else if (word == W_T && node < deleted) {
            return "text in a deletion is not marked as deleted";
        } else if (word == W_DEL_TEXT && node >= deleted) {
            return "text outside of deletions is marked as deleted";
        }
    }
    return NULL;
}

bool unique_check(const struct docx_package *package, const struct docx_package *base,
                  struct arena *arena, struct unsound *unsound)
{
    for (uint32_t i = 0; i < package->part_count; i++) {
        const struct docx_part *part = &package->parts[i];
        if (!part->is_tree || part->is_unchanged)
            continue;
        *unsound = (struct unsound){part->name, wrong_nesting(part, 0, part->xml.node_count)};
        if (unsound->what)
            return false;
    }
    *unsound =
        (struct unsound){package->parts[package->main].name, wrong_numbers(package, base, arena)};
    return !unsound->what;
}
