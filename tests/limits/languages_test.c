// SPDX-License-Identifier: Apache-2.0
// Kinds of sentences in other languages with their right reading, tests/limits/kinds/*.txt, one row
// a sentence:
//
//   sentence || relation value; relation value || words of the last reference || words of the last step
//
// "-" is no value, "unread words" an expression of time that must be listed. A row that begins with
// "~" is not read rightly yet: of it no limit with another value may be found.
#include "base/builder.h"
#include "tap.h"
#include "time_limits/limits.h"

#define FIELDS 4

struct kind {
    struct str text;
    struct str limits;
    struct str reference;
    struct str step;
    bool is_unread;
};

// Cuts the next field of a row, which ends before "||".
static struct str field_cut(struct str *row)
{
    size_t end = 0;
    while (end < row->length && !str_starts_with(str_skip(*row, end), STR("||")))
        end++;
    struct str field = str_trim(str_slice(*row, 0, end));
    *row = str_skip(*row, end + (end < row->length ? 2 : 0));
    return field;
}

static struct kind kind_of(struct str row)
{
    struct kind kind = {.is_unread = str_starts_with(row, STR("~"))};
    row = str_skip(row, kind.is_unread ? 1 : 0);
    kind.text = field_cut(&row);
    kind.limits = field_cut(&row);
    kind.reference = field_cut(&row);
    kind.step = field_cut(&row);
    return kind;
}

static struct str told(const struct limits_found *found)
{
    struct builder told = builder_make(tap_arena());
    for (size_t i = 0; i < found->count; i++) {
        const struct limit *limit = &found->items[i];
        builder_print(&told, "%s%s %.*s", i > 0 ? "; " : "", limit_relation_name(limit->relation),
                      STR_ARGS(limit->value.length > 0 ? limit->value : STR("-")));
    }
    for (size_t i = 0; i < found->unread_count; i++)
        builder_print(&told, "%sunread %.*s", told.length > 0 ? "; " : "",
                      STR_ARGS(found->unread[i].phrase));
    return builder_str(&told);
}

static bool is_right(const struct kind *kind, const struct limits_found *found)
{
    if (!str_equal(told(found), kind->limits))
        return false;
    const struct limit *last = found->count > 0 ? &found->items[found->count - 1] : NULL;
    return !last ||
           (str_contains(last->reference, kind->reference) && str_contains(last->step, kind->step));
}

// Every value that is told for a row which is not read rightly yet must be one of the right ones.
static bool is_harmless(const struct kind *kind, const struct limits_found *found)
{
    for (size_t i = 0; i < found->count; i++)
        if (!str_contains(kind->limits, found->items[i].value))
            return false;
    return true;
}

static void check_kind(const struct kind *kind)
{
    struct limits_found found = {0};
    struct error error;
    REQUIRE_DONE(limits_read(&(struct limits_text){.name = STR("kinds"), .text = kind->text},
                             tap_arena(), &found, &error),
                 &error);
    bool is_done = kind->is_unread ? is_harmless(kind, &found) : is_right(kind, &found);
    CHECK(is_done);
    if (is_done)
        return;
    CHECK_STR(told(&found), kind->limits);
    CHECK_STR(STR("misread"), kind->text);
    if (found.count > 0) {
        CHECK_STR(found.items[found.count - 1].reference, kind->reference);
        CHECK_STR(found.items[found.count - 1].step, kind->step);
    }
}

static void check_language(const char *path)
{
    struct str rest = tap_file(tap_source(path));
    size_t count = 0;
    while (rest.length > 0) {
        struct str row = str_slice(rest, 0, str_find_byte(rest, '\n'));
        rest = str_skip(rest, row.length + (row.length < rest.length ? 1 : 0));
        if (row.length == 0 || str_starts_with(row, STR("#")))
            continue;
        struct kind kind = kind_of(row);
        check_kind(&kind);
        count++;
    }
    CHECK(count >= 20);
}

TEST(french_is_read)
{
    check_language("tests/limits/kinds/fr.txt");
}

TEST(german_is_read)
{
    check_language("tests/limits/kinds/de.txt");
}

TEST(spanish_is_read)
{
    check_language("tests/limits/kinds/es.txt");
}

TEST(russian_is_read)
{
    check_language("tests/limits/kinds/ru.txt");
}

TEST(ukrainian_is_read)
{
    check_language("tests/limits/kinds/uk.txt");
}

TEST(arabic_lengths_and_dates_are_read)
{
    check_language("tests/limits/kinds/ar.txt");
}

TEST(chinese_lengths_and_dates_are_read)
{
    check_language("tests/limits/kinds/zh.txt");
}

TESTS(TAP_ENTRY(french_is_read), TAP_ENTRY(german_is_read), TAP_ENTRY(spanish_is_read),
      TAP_ENTRY(russian_is_read), TAP_ENTRY(ukrainian_is_read),
      TAP_ENTRY(arabic_lengths_and_dates_are_read), TAP_ENTRY(chinese_lengths_and_dates_are_read))
