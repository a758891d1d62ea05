// SPDX-License-Identifier: Apache-2.0
#include "proofreading/enumerations.h"

#include "text/label.h"

#define DEPTH_MOST 12

// One list that is being counted: its kind of numbers, and where it is.
struct counted {
    struct typed_label label; // of the item before
    struct str stem;          // what stands before the last part: "3." in "3.2"
    uint32_t items;
    uint32_t paragraph; // of the item before
};

// Lists that are open, the outermost first.
struct list_counting {
    const struct proof_text *text;
    struct list *findings;
    struct counted lists[DEPTH_MOST];
    uint32_t depth;
};

// "Article " of "Article 4", "3." of "3.2": what all numbers of one list share.
static struct str stem_of(const struct typed_label *label)
{
    size_t end = label->text.length;
    while (end > 0 && strchr(".):", label->text.bytes[end - 1]))
        end--;
    while (end > 0) {
        char c = (char)(label->text.bytes[end - 1] | 0x20);
        bool is_part = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
        if (!is_part)
            break;
        end--;
    }
    return str_slice(label->text, 0, end);
}

static bool is_roman_style(const struct typed_label *label)
{
    return label->number == NUMBER_ROMAN;
}

static bool belongs(const struct counted *list, const struct typed_label *label)
{
    return list->label.style == label->style && list->label.parts == label->parts &&
           (list->label.number == label->number || list->label.may_be_roman ||
            label->may_be_roman) &&
           str_equal_ignoring_case(list->stem, stem_of(label));
}

static const char *kind_words(const struct typed_label *label)
{
    return label->number == NUMBER_DIGITS ? "number" : is_roman_style(label) ? "numeral" : "letter";
}

static void report(struct list_counting *counting, const struct counted *list, uint32_t paragraph,
                   const struct typed_label *label)
{
    const struct paragraph *at = &counting->text->document->paragraphs[paragraph];
    struct range place = {at->from, at->from + (uint32_t)label->text.length};
    bool is_repeated = label->ordinal == list->label.ordinal;
    bool is_back = label->ordinal < list->label.ordinal;
    finding_add(counting->findings, FINDING_ENUMERATION,
                list->items >= 2 && !is_back ? PROOF_SURE : PROOF_LIKELY, place,
                is_repeated ? "the %s stands twice: %.*s follows %.*s"
                : is_back   ? "the %s goes back: %.*s follows %.*s"
                            : "a %s is skipped: %.*s follows %.*s",
                kind_words(label), STR_ARGS(label->text), STR_ARGS(list->label.text));
}

// Whether the number that is missing stands within the lines since: a line that was joined to the one before.
static bool stands_between(const struct list_counting *counting, const struct counted *list,
                           uint32_t paragraph, const struct typed_label *label)
{
    if (label->number != NUMBER_DIGITS || label->ordinal != list->label.ordinal + 2)
        return false;
    const struct document *document = counting->text->document;
    struct arena *scratch = arena_open();
    struct str between = str_slice(document->text, document->paragraphs[list->paragraph].from,
                                   document->paragraphs[paragraph].from);
    struct str end = str_skip(label->text, list->stem.length);
    size_t digits = 0;
    while (digits < end.length && end.bytes[digits] >= '0' && end.bytes[digits] <= '9')
        digits++;
    struct str missing = arena_print(scratch, "%.*s%u%.*s", STR_ARGS(list->stem),
                                     label->ordinal - 1, STR_ARGS(str_skip(end, digits)));
    bool found = str_contains(between, arena_print(scratch, " %.*s", STR_ARGS(missing))) ||
                 str_contains(between, arena_print(scratch, "\n%.*s", STR_ARGS(missing)));
    arena_close(scratch);
    return found;
}

// Whether "(i)" may go on a list of letters that has come to "(h)", or begins a list of its own.
static bool goes_on(const struct counted *list, const struct typed_label *label)
{
    // "2bis" and "171a" behind "2" and "171" go on too.
    return label->ordinal == list->label.ordinal + 1 ||
           (label->ordinal == list->label.ordinal &&
            !str_equal_ignoring_case(label->text, list->label.text));
}

static void open_list(struct list_counting *counting, uint32_t paragraph,
                      const struct typed_label *label)
{
    if (counting->depth == DEPTH_MOST)
        return;
    counting->lists[counting->depth++] = (struct counted){*label, stem_of(label), 1, paragraph};
}

static void count_label(struct list_counting *counting, uint32_t paragraph,
                        const struct typed_label *label)
{
    for (uint32_t d = counting->depth; d-- > 0;) {
        struct counted *list = &counting->lists[d];
        if (!belongs(list, label))
            continue;
        if (label->ordinal == 1 && list->label.ordinal > 1)
            break; // a new list of the same kind
        if (!goes_on(list, label)) {
            bool may_be_other = label->may_be_roman || list->label.may_be_roman;
            if (may_be_other)
                break;
            if (!stands_between(counting, list, paragraph, label))
                report(counting, list, paragraph, label);
        }
        list->label = *label;
        list->paragraph = paragraph;
        list->items++;
        counting->depth = d + 1;
        return;
    }
    // A list that begins anew ends those of its kind and all below them.
    for (uint32_t d = 0; d < counting->depth; d++)
        if (belongs(&counting->lists[d], label))
            counting->depth = d;
    open_list(counting, paragraph, label);
}

// A line that was not taken for a numbered one but bears the number that is next: it goes on the list.
static void count_doubtful(struct list_counting *counting, uint32_t paragraph,
                           const struct typed_label *label)
{
    for (uint32_t d = counting->depth; d-- > 0;) {
        struct counted *list = &counting->lists[d];
        if (!belongs(list, label) || label->ordinal != list->label.ordinal + 1)
            continue;
        list->label = *label;
        list->paragraph = paragraph;
        list->items++;
        counting->depth = d + 1;
        return;
    }
}

void enumerations_check(const struct proof_text *text, struct list *findings)
{
    struct list_counting counting = {.text = text, .findings = findings};
    const struct document *document = text->document;
    for (uint32_t p = 0; p < document->paragraph_count; p++) {
        const struct paragraph *paragraph = &document->paragraphs[p];
        struct str words = paragraph_text(document, paragraph);
        bool is_open = words.length > 0 && words.bytes[0] == '['; // "[Article 17" is counted too
        bool is_counted = paragraph->label.text.length > 0 && paragraph->label.typed_bytes == 0;
        struct typed_label label;
        if (paragraph->is_computed || is_counted ||
            !label_typed(str_skip(words, is_open), &label) || label.ordinal == 0 ||
            label.style == LABEL_BULLET)
            continue;
        if (paragraph->label.typed_bytes == 0 || label.is_doubtful)
            count_doubtful(&counting, p, &label);
        else
            count_label(&counting, p, &label);
    }
}
