// SPDX-License-Identifier: Apache-2.0
#include "proofreading/endings.h"

enum item_end {
    END_OTHER,
    END_OPEN,   // ";"
    END_JOINED, // "; and", "; or", ", and"
    END_LAST,   // "."
};

// A list whose items stand one behind the other, each with an end of its own.
struct ended_list {
    uint32_t first; // paragraphs
    uint32_t last;
    uint32_t joined;      // items that end with "and" or "or", the last but one left out
    bool is_joined;       // the last but one does
    struct range doubled; // end of the last of `joined`
};

// Where the words end on which a list is judged: ";" and what stands behind it.
static enum item_end end_of(const struct document *document, uint32_t p, struct range *place)
{
    const struct paragraph *paragraph = &document->paragraphs[p];
    struct str words = str_trim(paragraph_text(document, paragraph));
    static const char *const joints[] = {" and", " or", " and/or"};
    uint32_t to = paragraph->from + (uint32_t)(words.bytes - document->text.bytes -
                                               paragraph->from + (ptrdiff_t)words.length);
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++) {
        size_t length = strlen(joints[i]);
        struct str before =
            str_trim(str_slice(words, 0, words.length > length ? words.length - length : 0));
        if (str_ends_with(words, str_of(joints[i])) &&
            (str_ends_with(before, STR(";")) || str_ends_with(before, STR(",")))) {
            *place = (struct range){to - (uint32_t)length - 1, to};
            return END_JOINED;
        }
    }
    *place = (struct range){to > paragraph->from ? to - 1 : to, to};
    return str_ends_with(words, STR(";"))   ? END_OPEN
           : str_ends_with(words, STR(".")) ? END_LAST
                                            : END_OTHER;
}

// "(a)" and "(b)", or both without a number.
static bool is_like(const struct document *document, uint32_t one, uint32_t other)
{
    struct str a = document->paragraphs[one].label.text;
    struct str b = document->paragraphs[other].label.text;
    return (a.length > 0) == (b.length > 0) &&
           (a.length == 0 || ((a.bytes[0] == '(') == (b.bytes[0] == '(') &&
                              a.bytes[a.length - 1] == b.bytes[b.length - 1]));
}

// The list that begins at paragraph `first`; false: none that can be judged.
static bool read_list(const struct document *document, uint32_t first, struct ended_list *list)
{
    *list = (struct ended_list){.first = first};
    for (uint32_t p = first; p < document->paragraph_count; p++) {
        struct range place;
        enum item_end end = end_of(document, p, &place);
        if (end == END_OTHER || document->paragraphs[p].is_computed || !is_like(document, first, p))
            return false;
        if (end == END_LAST) {
            list->last = p;
            return p > first;
        }
        if (list->is_joined) {
            list->joined++;
            (void)end_of(document, p - 1, &list->doubled);
        }
        list->is_joined = end == END_JOINED;
    }
    return false;
}

// Whether a list may begin at paragraph p: behind a colon, or with the first number of its kind.
static bool may_begin(const struct document *document, uint32_t p)
{
    struct str before = str_trim(paragraph_text(document, &document->paragraphs[p - 1]));
    struct str label = document->paragraphs[p].label.text;
    return str_ends_with(before, STR(":")) || str_equal(label, STR("(a)")) ||
           str_equal(label, STR("(i)")) || str_equal(label, STR("(1)"));
}

static void report_missing(const struct document *document, const struct ended_list *list,
                           enum proof_certainty certainty, struct list *findings)
{
    struct range place;
    (void)end_of(document, list->last - 1, &place);
    uint32_t from = document->paragraphs[list->last - 1].from;
    // The last words of the item show where.
    uint32_t start = place.to > from + 24 ? place.to - 24 : from;
    while (start > from && document->text.bytes[start - 1] != ' ')
        start--;
    finding_add(findings, FINDING_ENUMERATION, certainty, (struct range){start, place.to},
                "\"and\" or \"or\" is missing before the last item");
}

static void report_doubled(const struct ended_list *list, struct list *findings)
{
    uint32_t items = list->last - list->first + 1;
    // All items but the last joined is a manner of its own.
    bool is_manner = list->joined + 2 == items;
    finding_add(findings, FINDING_ENUMERATION, is_manner ? PROOF_LOOK : PROOF_LIKELY, list->doubled,
                "\"and\" or \"or\" stands before more than the last item");
}

void endings_check(const struct proof_text *text, struct list *findings)
{
    const struct document *document = text->document;
    struct arena *arena = arena_open();
    struct list lists = LIST_MAKE(arena, struct ended_list);
    size_t joined = 0;
    for (uint32_t p = 1; p < document->paragraph_count; p++) {
        struct ended_list list;
        if (!may_begin(document, p) || !read_list(document, p, &list))
            continue;
        *LIST_ADD(&lists, struct ended_list) = list;
        joined += list.is_joined;
    }
    for (size_t i = 0; i < lists.count; i++) {
        const struct ended_list *list = LIST_AT(&lists, struct ended_list, i);
        size_t without = lists.count - joined;
        // Definitions, which bear no numbers, are often not joined where other lists are.
        bool is_numbered = document->paragraphs[list->first].label.text.length > 0;
        // A text that joins no list, or few, has another manner.
        if (!list->is_joined && joined >= without)
            report_missing(document, list,
                           joined >= 2 * without && is_numbered ? PROOF_LIKELY : PROOF_LOOK,
                           findings);
        if (list->joined > 0 && (list->last - list->first > 2 || joined > 1))
            report_doubled(list, findings);
    }
    arena_close(arena);
}
