// SPDX-License-Identifier: Apache-2.0
// The list of what was not read, where forms of the grammar are withheld: it must name what they would have
// read. The texts are the blind ones, marked by hand: [[words | relation value | reference]], [[? words]].
#include "base/builder.h"
#include "base/list.h"
#include "tap.h"
#include "time_limits/languages.h"
#include "time_limits/limits_one.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

extern const struct lexicon lexicon_english;

struct mark {
    size_t from, to; // bytes of the text without marks
    bool is_other;   // of time, and no limit
};

struct marked_text {
    struct str text;
    const struct mark *marks;
    size_t count;
};

static struct marked_text marked(struct str source)
{
    struct builder text = builder_make(tap_arena());
    struct list marks = LIST_MAKE(tap_arena(), struct mark);
    while (source.length > 0) {
        size_t open = str_find(source, STR("[["));
        builder_add(&text, str_slice(source, 0, open));
        source = str_skip(source, open);
        if (source.length == 0)
            break;
        size_t close = str_find(source, STR("]]"));
        struct str inner = str_slice(source, 2, close);
        struct str words = str_trim(str_slice(inner, 0, str_find_byte(inner, '|')));
        bool is_other = words.length > 0 && words.bytes[0] == '?';
        words = str_trim(str_skip(words, is_other ? 1 : 0));
        size_t from = builder_str(&text).length;
        builder_add(&text, words);
        *LIST_ADD(&marks, struct mark) = (struct mark){from, from + words.length, is_other};
        source = str_skip(source, close + 2);
    }
    return (struct marked_text){builder_str(&text), LIST_ITEMS(&marks, struct mark), marks.count};
}

// English without some of its forms.
static const struct limit_form_table *const own_tables[] = {&limit_particular_forms, &limit_forms,
                                                            &limit_general_forms};

static struct limit_language withhold(struct tap_random *random, uint32_t kept_of_8)
{
    static const struct limit_form never = {"notawordofanytext", LIMIT_OPEN, BOUNDS_NONE, 0, 0,
                                            UNIT_NONE,           NULL};
    struct limit_language language = {
        .lexicon = &lexicon_english, .pieces = limit_pieces, .unread = &limit_unread_forms};
    for (size_t t = 0; t < 3; t++) {
        const struct limit_form_table *own = own_tables[t];
        struct limit_form *kept = ARENA_ARRAY(tap_arena(), struct limit_form, own->count + 1);
        size_t count = 0;
        for (size_t i = 0; i < own->count; i++)
            if (tap_random_below(random, 8) < kept_of_8)
                kept[count++] = own->forms[i];
        kept[count++] = never;
        language.tables[t] = (struct limit_form_table){kept, count};
    }
    return language;
}

static bool is_shared(const struct mark *mark, size_t from, size_t to)
{
    size_t first = from > mark->from ? from : mark->from;
    size_t last = to < mark->to ? to : mark->to;
    size_t own = mark->to - mark->from < to - from ? mark->to - mark->from : to - from;
    return last > first && 2 * (last - first) >= own;
}

struct figures {
    size_t missed, listed;       // marks that no limit covers; of these listed
    size_t named, named_rightly; // what is listed; of this marked
};

static void tell(const char *what, struct str text, size_t from, size_t to)
{
    if (getenv("ENTENTE_TELL"))
        printf("# %s: %.*s\n", what, (int)(to - from), text.bytes + from);
}

static size_t byte_of(struct str text, size_t line, size_t column)
{
    size_t at = 0;
    for (; line > 1; line--)
        at += str_find_byte(str_skip(text, at), '\n') + 1;
    for (; column > 1; column--)
        do
            at++;
        while (((unsigned char)text.bytes[at] & 0xC0) == 0x80);
    return at;
}

static void count_listed(const struct marked_text *text, const struct limits_found *found,
                         struct figures *figures)
{
    size_t *from = ARENA_ARRAY(tap_arena(), size_t, found->unread_count + 1);
    for (size_t u = 0; u < found->unread_count; u++) {
        const struct limit_unread *unread = &found->unread[u];
        from[u] = byte_of(text->text, unread->line, unread->column);
        bool is_right = false;
        for (size_t m = 0; m < text->count && !is_right; m++)
            is_right = is_shared(&text->marks[m], from[u], from[u] + unread->phrase.length);
        figures->named++;
        figures->named_rightly += is_right;
        if (!is_right)
            tell("of no matter", text->text, from[u], from[u] + unread->phrase.length);
    }
    for (size_t m = 0; m < text->count; m++) {
        const struct mark *mark = &text->marks[m];
        bool is_found = mark->is_other;
        for (size_t i = 0; i < found->count && !is_found; i++)
            is_found =
                is_shared(mark, found->items[i].at, found->items[i].at + found->items[i].length);
        bool is_listed = false;
        for (size_t u = 0; u < found->unread_count && !is_listed; u++)
            is_listed = is_shared(mark, from[u], from[u] + found->unread[u].phrase.length);
        figures->missed += !is_found;
        figures->listed += !is_found && is_listed;
        if (!is_found && !is_listed)
            tell("silent", text->text, mark->from, mark->to);
    }
}

static void add_folder(const char *number, struct list *texts)
{
    struct builder path = builder_make(tap_arena());
    builder_print(&path, "tests/limits/blind/%s%c", number, 0);
    const char *folder = tap_source(builder_str(&path).bytes);
    DIR *open = opendir(folder);
    REQUIRE(open != NULL);
    for (struct dirent *entry = readdir(open); entry; entry = readdir(open)) {
        struct builder name = builder_make(tap_arena());
        builder_print(&name, "%s/%s%c", folder, entry->d_name, 0);
        if (str_ends_with(str_of(entry->d_name), STR(".mark")))
            *LIST_ADD(texts, struct marked_text) = marked(tap_file(builder_str(&name).bytes));
    }
    closedir(open);
}

static struct list texts_read(void)
{
    struct list texts = LIST_MAKE(tap_arena(), struct marked_text);
    static const char *const folders[] = {"1", "3", "4", "5", "6"};
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
        add_folder(folders[i], &texts);
    return texts;
}

static void read_without(const struct list *texts, const struct limit_language *language,
                         struct figures *figures)
{
    struct limits_grammars *grammars = limits_grammars_make(tap_arena());
    for (size_t i = 0; i < texts->count; i++) {
        const struct marked_text *text = LIST_AT(texts, struct marked_text, i);
        struct limits_text own = {.name = STR("blind"), .text = text->text, .grammars = grammars};
        struct limits_found found;
        struct error error;
        REQUIRE_DONE(limits_read_one(&own, language, tap_arena(), &found, &error), &error);
        count_listed(text, &found, figures);
    }
}

static void check_figures(const struct figures *figures)
{
    printf("# of %zu missed %zu are listed; of %zu listed %zu matter\n", figures->missed,
           figures->listed, figures->named, figures->named_rightly);
    CHECK(figures->missed > 100);
    CHECK(figures->listed * 100 >= figures->missed * 95);
    CHECK(figures->named_rightly * 100 >= figures->named * 80);
}

TEST(without_any_form_the_list_names_what_is_there)
{
    struct list texts = texts_read();
    struct tap_random random = {1};
    struct limit_language language = withhold(&random, 0);
    struct figures figures = {0};
    read_without(&texts, &language, &figures);
    check_figures(&figures);
}

TEST(without_some_forms_the_list_names_what_they_would_have_read)
{
    struct list texts = texts_read();
    struct tap_random random = {2};
    struct figures figures = {0};
    size_t count = tap_size(12, 200);
    for (size_t i = 0; i < count; i++) {
        struct limit_language language = withhold(&random, 2 + tap_random_below(&random, 5));
        read_without(&texts, &language, &figures);
    }
    check_figures(&figures);
}

TESTS(TAP_ENTRY(without_any_form_the_list_names_what_is_there),
      TAP_ENTRY(without_some_forms_the_list_names_what_they_would_have_read))
