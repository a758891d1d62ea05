// SPDX-License-Identifier: Apache-2.0
#include "proofreading/enumerations.h"

#include "text/label.h"

#define DEPTH_MOST 12
#define JOINED_MOST 4 // numbers in lines that were joined to another

// One list that is being counted: its kind of numbers, and where it is.
struct counted {
    struct typed_label label; // of the item before
    struct str stem;          // what stands before the last part: "3." in "3.2"
    uint32_t items;
    uint32_t paragraph; // of the item before
    int32_t off;        // by how many the count is off since the last finding: -1 after
                        // a repeated number
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

// Whether a letter is likely to count as a Roman number: "(c)" and "(l)" do so
// only in lists of fifty.
static bool may_count_as_roman(const struct typed_label *label)
{
    size_t at = stem_of(label).length;
    return label->may_be_roman && at < label->text.length &&
           strchr("ivxIVX", label->text.bytes[at]) != NULL;
}

static bool belongs(const struct counted *list, const struct typed_label *label)
{
    return list->label.style == label->style && list->label.parts == label->parts &&
           (list->label.number == label->number || may_count_as_roman(&list->label) ||
            may_count_as_roman(label)) &&
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

// Whether the numbers that are missing stand within the lines since: lines that
// were joined to the one before.
static bool stands_between(const struct list_counting *counting, const struct counted *list,
                           uint32_t paragraph, const struct typed_label *label)
{
    if (label->number != NUMBER_DIGITS || label->ordinal < list->label.ordinal + 2 ||
        label->ordinal > list->label.ordinal + 1 + JOINED_MOST)
        return false;
    const struct document *document = counting->text->document;
    struct arena *scratch = arena_open();
    struct str between = str_slice(document->text, document->paragraphs[list->paragraph].from,
                                   document->paragraphs[paragraph].from);
    struct str end = str_skip(label->text, list->stem.length);
    size_t digits = 0;
    while (digits < end.length && end.bytes[digits] >= '0' && end.bytes[digits] <= '9')
        digits++;
    bool found = true;
    for (uint32_t n = list->label.ordinal + 1; found && n < label->ordinal; n++) {
        struct str missing = arena_print(scratch, "%.*s%u%.*s", STR_ARGS(list->stem), n,
                                         STR_ARGS(str_skip(end, digits)));
        found = str_contains(between, arena_print(scratch, " %.*s", STR_ARGS(missing))) ||
                str_contains(between, arena_print(scratch, "\n%.*s", STR_ARGS(missing)));
    }
    arena_close(scratch);
    return found;
}

// Whether "(i)" may go on a list of letters that has come to "(h)", or begins a
// list of its own.
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
    counting->lists[counting->depth++] = (struct counted){*label, stem_of(label), 1, paragraph, 0};
}

static void take(struct list_counting *counting, uint32_t depth, uint32_t paragraph,
                 const struct typed_label *label)
{
    struct counted *list = &counting->lists[depth];
    list->label = *label;
    list->paragraph = paragraph;
    list->items++;
    counting->depth = depth + 1;
}

// The innermost list that bears the number before this one goes on, whatever
// stands open within it.
static bool count_next(struct list_counting *counting, uint32_t paragraph,
                       const struct typed_label *label)
{
    for (uint32_t d = counting->depth; d-- > 0;) {
        const struct counted *list = &counting->lists[d];
        if (!belongs(list, label) || label->ordinal != list->label.ordinal + 1)
            continue;
        take(counting, d, paragraph, label);
        return true;
    }
    return false;
}

static void count_label(struct list_counting *counting, uint32_t paragraph,
                        const struct typed_label *label)
{
    if (count_next(counting, paragraph, label))
        return;
    for (uint32_t d = counting->depth; d-- > 0;) {
        struct counted *list = &counting->lists[d];
        if (!belongs(list, label))
            continue;
        if (label->ordinal == 1 && list->label.ordinal > 1)
            break; // a new list of the same kind
        if (!goes_on(list, label)) {
            if (may_count_as_roman(label) || may_count_as_roman(&list->label))
                break;
            int32_t off = (int32_t)label->ordinal - (int32_t)list->label.ordinal - 1;
            // What makes good the number before it is no second fault: 1, 2, 2, 4.
            bool makes_good = off == -list->off;
            if (!makes_good && !stands_between(counting, list, paragraph, label))
                report(counting, list, paragraph, label);
            list->off = makes_good ? 0 : off;
        }
        take(counting, d, paragraph, label);
        return;
    }
    // A list that begins anew ends those of its kind and all below them.
    for (uint32_t d = 0; d < counting->depth; d++)
        if (belongs(&counting->lists[d], label))
            counting->depth = d;
    open_list(counting, paragraph, label);
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
        if (proof_is_aside(text, p) || is_counted ||
            !label_typed(str_skip(words, is_open), &label) || label.ordinal == 0 ||
            label.style == LABEL_BULLET)
            continue;
        if (paragraph->label.typed_bytes == 0 || label.is_doubtful)
            // A line that was not taken for a numbered one goes on the list that it
            // is next of.
            (void)count_next(&counting, p, &label);
        else
            count_label(&counting, p, &label);
    }
}
