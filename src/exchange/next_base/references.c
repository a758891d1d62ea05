// SPDX-License-Identifier: Apache-2.0
#include "exchange/next_base/references.h"

#include "base/names.h"
#include "base/utf8.h"
#include "codec/xml_write.h"
#include "codec/zip.h"
#include "exchange/docx/docx_read.h"
#include "exchange/docx_write/patches.h"
#include "exchange/docx_write/tags.h"
#include "exchange/next_base/field_list.h"
#include "merge/merge_note.h"

// What the result of a reference is made of.
enum shown {
    SHOWN_UNKNOWN,
    SHOWN_NUMBER, // "(a)", of the paragraph
    SHOWN_FULL,   // "2(a)", with those above it
    SHOWN_EITHER, // as long as both are the same
    SHOWN_WORDS,  // of the bookmark
};

struct reference_following {
    struct field_list before;
    struct field_list now;
    struct names *codes; // of the fields before
    struct list numbers; // size_t: by code its first field
    struct patches patches;
    struct arena *arena;
    bool is_same; // the words of both: no page has moved
    uint32_t updated;
    uint32_t marked;
    uint32_t lost;
    struct str lost_near; // the first of them
};

// --- What a target shows

static struct str without_stop(struct str label)
{
    while (label.length > 0 && label.bytes[label.length - 1] == '.')
        label.length--;
    return label;
}

static struct str number_of(const struct field_list *list, uint32_t paragraph)
{
    const struct label *label = &list->document->paragraphs[paragraph].label;
    return label->typed_bytes > 0 ? STR("") : without_stop(label->text);
}

// The numbers of the paragraphs that a counted one stands under, and its own. Empty: one of them counts in
// another list, and whether that goes on is not known.
static struct str full_number(const struct field_list *list, uint32_t paragraph,
                              struct arena *arena)
{
    const struct docx_paragraph *own = docx_source(list->document)->paragraphs;
    struct str full = number_of(list, paragraph);
    int level = own[paragraph].list.level;
    for (uint32_t i = paragraph; i-- > 0 && level > 0;) {
        if (own[i].list.level >= level || number_of(list, i).length == 0)
            continue;
        if (!str_equal(own[i].list.num_id, own[paragraph].list.num_id))
            return STR("");
        if (str_starts_with(full, number_of(list, i)))
            return full; // "2.1" says it itself
        level = own[i].list.level;
        full = arena_print(arena, "%.*s%.*s", STR_ARGS(number_of(list, i)), STR_ARGS(full));
    }
    return level > 0 ? STR("") : full;
}

// Empty: it has none, or it is not known.
static struct str shown_by(const struct field_list *list, const struct field_target *target,
                           enum shown shown, struct arena *arena)
{
    if (target->paragraph >= list->document->paragraph_count)
        return STR("");
    switch (shown) {
    case SHOWN_UNKNOWN:
        break;
    case SHOWN_NUMBER:
        return number_of(list, target->paragraph);
    case SHOWN_FULL:
        return full_number(list, target->paragraph, arena);
    case SHOWN_EITHER: {
        struct str own = number_of(list, target->paragraph);
        return str_equal(own, full_number(list, target->paragraph, arena)) ? own : STR("");
    }
    case SHOWN_WORDS:
        return target->is_plain ? target->words : STR("");
    }
    return STR("");
}

// How a field's result is made, where it is right.
static enum shown how_shown(const struct field_list *list, const struct text_field *field,
                            struct arena *arena)
{
    const struct field_target *target = field_target_of(list, field->target);
    if (!target || !field->is_plain || field->result.length == 0)
        return SHOWN_UNKNOWN;
    if (!field->by_number)
        return str_equal(shown_by(list, target, SHOWN_WORDS, arena), field->result) ? SHOWN_WORDS
                                                                                    : SHOWN_UNKNOWN;
    bool is_own = !field->by_full_number &&
                  str_equal(shown_by(list, target, SHOWN_NUMBER, arena), field->result);
    bool is_full = !field->by_own_number &&
                   str_equal(shown_by(list, target, SHOWN_FULL, arena), field->result);
    return is_own && is_full ? SHOWN_EITHER
           : is_own          ? SHOWN_NUMBER
           : is_full         ? SHOWN_FULL
                             : SHOWN_UNKNOWN;
}

// --- What becomes of a field

// The result as one text; what it had further is emptied.
static void set_result(struct reference_following *following, const struct text_field *field,
                       struct str result)
{
    const struct docx_part *part = following->now.part;
    for (size_t i = 0; i < field->texts.count; i++) {
        const struct xml_node *node = &part->xml.nodes[*LIST_AT(&field->texts, const uint32_t, i)];
        if (node->close_from >= node->to)
            continue;
        struct builder out = builder_make(following->arena);
        if (i == 0)
            xml_add_text(&out, result);
        patches_add(&following->patches, node->open_to, node->close_from, builder_str(&out));
    }
    following->updated++;
}

static void mark(struct reference_following *following, const struct text_field *field)
{
    const struct docx_part *part = following->now.part;
    const struct xml_node *node = &part->xml.nodes[field->node];
    struct str tag = str_slice(part->xml.source, node->from, node->open_to);
    if (following->is_same || str_contains(tag, STR(":dirty=")))
        return;
    struct str name = tag_name(tag);
    size_t colon = str_find_byte(name, ':');
    if (colon == name.length)
        return; // without a prefix its attributes could not be told
    size_t place = node->open_to - (tag.bytes[tag.length - 2] == '/' ? 2 : 1);
    patches_add(
        &following->patches, place, place,
        arena_print(following->arena, " %.*s:dirty=\"true\"", STR_ARGS(str_slice(name, 0, colon))));
    following->marked++;
}

static void name_lost(struct reference_following *following, const struct text_field *field)
{
    if (following->lost++ > 0)
        return;
    const struct document *document = following->now.document;
    following->lost_near = field->paragraph < document->paragraph_count
                               ? paragraph_text(document, &document->paragraphs[field->paragraph])
                               : field->result;
}

static void follow(struct reference_following *following, const struct text_field *field)
{
    const struct field_target *target = field_target_of(&following->now, field->target);
    uint32_t code = names_find(following->codes, field->code);
    if (!target) {
        name_lost(following, field);
        return;
    }
    enum shown shown = SHOWN_UNKNOWN;
    if (code != NAMES_NONE && field->is_plain && field->texts.count > 0)
        shown = how_shown(&following->before,
                          &following->before.fields[*LIST_AT(&following->numbers, size_t, code)],
                          following->arena);
    struct str result = shown_by(&following->now, target, shown, following->arena);
    if (result.length == 0 || str_find_byte(result, '\n') < result.length) {
        if (how_shown(&following->now, field, following->arena) == SHOWN_UNKNOWN)
            mark(following, field);
    } else if (!str_equal(result, field->result)) {
        set_result(following, field, result);
    }
}

static bool is_one_of(struct str name, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_ignoring_case(name, names[i]))
            return true;
    return false;
}

static void follow_all(struct reference_following *following)
{
    static const struct str counted[] = {STR_INIT("PAGEREF"), STR_INIT("NOTEREF"), STR_INIT("TOC"),
                                         STR_INIT("TOA"),     STR_INIT("INDEX"),   STR_INIT("SEQ"),
                                         STR_INIT("LISTNUM")};
    for (size_t i = 0; i < following->now.count; i++) {
        const struct text_field *field = &following->now.fields[i];
        if (str_equal_ignoring_case(field->name, STR("REF")))
            follow(following, field);
        else if (is_one_of(field->name, counted, sizeof counted / sizeof *counted))
            mark(following, field);
    }
}

// --- All

static void count_codes(struct reference_following *following)
{
    following->codes = names_make(following->arena);
    following->numbers = LIST_MAKE(following->arena, size_t);
    for (size_t i = 0; i < following->before.count; i++) {
        uint32_t known = names_count(following->codes);
        if (names_add(following->codes, following->before.fields[i].code) == known)
            *LIST_ADD(&following->numbers, size_t) = i;
    }
}

static void add_note(struct list *notes, enum note_kind kind, struct str words)
{
    *LIST_ADD(notes, struct merge_note) = (struct merge_note){kind, STR(""), words};
}

static void tell(const struct reference_following *following, struct list *notes)
{
    struct arena *arena = following->arena;
    if (following->updated > 0)
        add_note(notes, NOTE_READING,
                 arena_print(arena, "%u reference%s set to what %s to now", following->updated,
                             following->updated == 1 ? " was" : "s were",
                             following->updated == 1 ? "it leads" : "they lead"));
    if (following->marked > 0)
        add_note(notes, NOTE_READING,
                 arena_print(arena,
                             "%u field%s (page numbers, contents, references that are not known) "
                             "%s marked to be computed when the file is opened in Word",
                             following->marked, following->marked == 1 ? "" : "s",
                             following->marked == 1 ? "is" : "are"));
    if (following->lost > 0)
        add_note(notes, NOTE_READING,
                 arena_print(arena, "%u reference%s to a place that is not there, near \"%.*s\"",
                             following->lost, following->lost == 1 ? " leads" : "s lead",
                             STR_ARGS(utf8_around(following->lost_near, 0))));
}

static bool has_fields(const struct docx_part *part)
{
    for (uint32_t n = 0; n < part->xml.node_count; n++)
        if (part->xml.nodes[n].name != XML_TEXT &&
            (docx_word(part, n) == W_FLD_CHAR || docx_word(part, n) == W_FLD_SIMPLE))
            return true;
    return false;
}

bool references_follow(const struct document *before, const struct input_limits *limits,
                       struct arena *arena, struct list *notes, struct str *bytes,
                       struct error *error)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    const struct docx_package *package = docx_source(before)->package;
    const struct document *now;
    if (!has_fields(&package->parts[package->main]))
        return true;
    if (!docx_read(before->name, *bytes, &accepted, limits, arena, &now, error))
        return false;
    struct reference_following following = {.arena = arena,
                                            .patches = patches_make(arena),
                                            .is_same = str_equal(now->text, before->text)};
    field_list_make(before, arena, &following.before);
    field_list_make(now, arena, &following.now);
    count_codes(&following);
    follow_all(&following);
    tell(&following, notes);
    if (following.patches.items.count == 0)
        return true;
    const struct docx_part *part = following.now.part;
    const struct zip_change change = {
        .name = part->name, .content = patches_apply(&following.patches, part->xml.source, arena)};
    return zip_write(&docx_source(now)->package->zip, &change, 1, arena, bytes, error);
}
