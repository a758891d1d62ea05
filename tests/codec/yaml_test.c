// SPDX-License-Identifier: Apache-2.0
#include "codec/yaml.h"

#include "tap.h"

static struct error error;

static const struct json *read(const char *text)
{
    const struct json *value;
    if (!yaml_read(STR("a.yaml"), str_of(text), &input_limits_default, tap_arena(), &value, &error))
        return NULL;
    return value;
}

static struct str member(const struct json *object, const char *name)
{
    const struct json *value = json_member(object, name);
    return value ? value->text : STR("(none)");
}

TEST(every_scalar_stays_the_text_it_was)
{
    const struct json *value =
        read("country: NO\nyes: 1e3\nday: 2025-12-20\nnone:\nlist: [a, 'b', \"c\\n\"]\n");
    REQUIRE(value != NULL);
    CHECK_STR(member(value, "country"), STR("NO"));
    CHECK_STR(member(value, "yes"), STR("1e3"));
    CHECK_STR(member(value, "day"), STR("2025-12-20"));
    CHECK_STR(member(value, "none"), STR(""));
    const struct json *list = json_member(value, "list");
    REQUIRE(list && list->kind == JSON_ARRAY && list->count == 3);
    CHECK_STR(list->items[2].text, STR("c\n"));
}

TEST(a_value_knows_where_it_begins)
{
    const struct json *value = read("one: 1\ntwo:\n  three: here\n");
    REQUIRE(value != NULL);
    const struct json *inner = json_member(json_member(value, "two"), "three");
    REQUIRE(inner != NULL);
    CHECK_INT(inner->byte, 21);
}

TEST(a_block_of_text_keeps_its_lines)
{
    const struct json *value = read("text: |\n  one\n  two\nnext: x\n");
    REQUIRE(value != NULL);
    CHECK_STR(member(value, "text"), STR("one\ntwo\n"));
}

// The sanitised build sees here whether the library keeps anything.
TEST(a_text_full_of_quotes_and_escapes_is_read_whole)
{
    const struct json *value =
        read("single: '''''''''''''''''''''''''one''''''''''''''''two'\n"
             "double: \"\\t\\t\\t\\t\\t\\t\\t\\t\\t\\t\\t\\tthree\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\"\n"
             "folded: >\n  a\n  b\n  c\n  d\n  e\n  f\n  g\n  h\n  i\n  j\n  k\n  l\n");
    REQUIRE(value != NULL);
    CHECK_STR(member(value, "single"), STR("''''''''''''one''''''''two"));
    CHECK_STR(member(value, "double"), STR("\t\t\t\t\t\t\t\t\t\t\t\tthree\n\n\n\n\n\n\n\n\n\n"));
    CHECK_STR(member(value, "folded"), STR("a b c d e f g h i j k l\n"));
    value = read("a: 'it''s ''so'', ''''''she'''' said'\n"
                 "b: 'one  \n  two\n\n\n  three '\n"
                 "c: 'x\r\n  y'\n"
                 "d: ''\n"
                 "'e''': f\n");
    REQUIRE(value != NULL);
    CHECK_STR(member(value, "a"), STR("it's 'so', '''she'' said"));
    CHECK_STR(member(value, "b"), STR("one two\n\nthree "));
    CHECK_STR(member(value, "c"), STR("x y"));
    CHECK_STR(member(value, "d"), STR(""));
    CHECK_STR(member(value, "e'"), STR("f"));
    value = read("\xEF\xBB\xBFk: 'after a mark'\n");
    REQUIRE(value != NULL);
    CHECK_STR(member(value, "k"), STR("after a mark"));
}

TEST(an_alias_stands_for_its_anchor)
{
    const struct json *value = read("a: &x {k: v}\nb: *x\n");
    REQUIRE(value != NULL);
    CHECK_STR(member(json_member(value, "b"), "k"), STR("v"));
    value = read("&one first: &two x\n*two : *one\n");
    REQUIRE(value != NULL);
    CHECK_STR(member(value, "first"), STR("x"));
    CHECK_STR(member(value, "x"), STR("first"));
}

static const struct {
    const char *text;
    size_t line, column;
    const char *says;
} wrong[] = {
    {"a: 1\na: 2\n", 2, 1, "twice"},
    {"a: 1\n--- \nb: 2\n", 2, 1, "one document"},
    {"a: !x 1\n", 1, 0, "tags"},
    {"a: *nobody\n", 1, 4, "anchor"},
    {"? [a]\n: b\n", 1, 0, "key"},
    {"a: [1, 2\nb: 3\n", 2, 2, "begins on line 1"},
    {"a:\n\t- x\n", 2, 0, "YAML"},
    {"\xff", 1, 1, "UTF-8"},
    {"a: &x [1]\n*x : b\n", 2, 1, "key"},
    {"\xef\xbb\xbf"
     "a: 1\n\xc3\xa9: \"\\q\"\n",
     2, 5, "escape"},
    {"a: x\xe2\x80\xa8y\n", 1, 5, "\\L"},
    {"\xef\xbb\xbf"
     "a: \x07\n",
     1, 4, "escape"},
    {"a: \"\\ud800\"\n", 1, 7, "escape"},
    {"a: \"x\\0\"\n", 1, 4, "escape"},
    {"? -':\t-\n", 1, 7, "YAML"},
};

TEST(wrong_text_is_refused_with_its_place)
{
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        error = (struct error){.code = ERROR_NONE};
        CHECK(read(wrong[i].text) == NULL);
        CHECK_INT(error.code, BAD_INPUT);
        CHECK_INT(error.place.line, wrong[i].line);
        if (wrong[i].column > 0)
            CHECK_INT(error.place.column, wrong[i].column);
        if (!CHECK(str_contains(str_of(error.message), str_of(wrong[i].says))))
            tap_check_str(str_of(error.message), str_of(wrong[i].says), __FILE__, __LINE__,
                          "message");
    }
}

TEST(a_key_that_stands_twice_among_many_is_found)
{
    struct builder text = builder_make(tap_arena());
    for (int i = 0; i < 40; i++)
        builder_print(&text, "k%d: x\n", i);
    const struct json *value = read(arena_c_string(tap_arena(), builder_str(&text)));
    REQUIRE(value != NULL && value->count == 40);
    builder_add_c(&text, "k17: y\n");
    CHECK(read(arena_c_string(tap_arena(), builder_str(&text))) == NULL);
    CHECK_INT(error.place.line, 41);
}

TEST(deep_and_multiplied_files_are_refused)
{
    struct builder deep = builder_make(tap_arena());
    for (int i = 0; i < 1000; i++)
        builder_add_byte(&deep, '[');
    CHECK(read(arena_c_string(tap_arena(), builder_str(&deep))) == NULL);
    struct builder many = builder_make(tap_arena());
    builder_add_c(&many, "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 9; i++) {
        builder_print(&many, "a%d: &a%d [", i, i);
        for (int j = 0; j < 10; j++)
            builder_print(&many, "*a%d,", i - 1);
        builder_add_c(&many, "]\n");
    }
    CHECK(read(arena_c_string(tap_arena(), builder_str(&many))) == NULL);
    CHECK_INT(error.code, TOO_LARGE);
}

TEST(what_is_written_reads_back)
{
    static const char *const texts[] = {"NO",
                                        "a: b",
                                        "- x",
                                        "",
                                        " x",
                                        "x ",
                                        "1e3",
                                        "\"",
                                        "a\nb",
                                        "#c",
                                        "2025-12-20T10:00:00Z",
                                        "plan/7(a)",
                                        "x #y",
                                        "\xc3\xa4",
                                        "@x",
                                        "a:",
                                        "~",
                                        "{a}",
                                        "it's",
                                        "null",
                                        "a, b",
                                        "* x",
                                        "---",
                                        "x\xc2\x85y",
                                        " \xe2\x80\xa8 \xe2\x80\xa9\"\xef\xbb\xbf",
                                        "\x7f\xc2\x80",
                                        "\xf0\x9f\x98\x80"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct builder out = builder_make(tap_arena());
        builder_add_c(&out, "k: ");
        yaml_scalar(&out, str_of(texts[i]));
        builder_add_c(&out, "\nl: [");
        yaml_scalar(&out, str_of(texts[i]));
        builder_add_c(&out, "]\n");
        const struct json *value = read(arena_c_string(tap_arena(), builder_str(&out)));
        REQUIRE(value != NULL);
        CHECK_STR(member(value, "k"), str_of(texts[i]));
        CHECK_STR(json_member(value, "l")->items[0].text, str_of(texts[i]));
    }
}

TESTS(TAP_ENTRY(every_scalar_stays_the_text_it_was), TAP_ENTRY(a_value_knows_where_it_begins),
      TAP_ENTRY(a_block_of_text_keeps_its_lines),
      TAP_ENTRY(a_text_full_of_quotes_and_escapes_is_read_whole),
      TAP_ENTRY(an_alias_stands_for_its_anchor), TAP_ENTRY(wrong_text_is_refused_with_its_place),
      TAP_ENTRY(a_key_that_stands_twice_among_many_is_found),
      TAP_ENTRY(deep_and_multiplied_files_are_refused), TAP_ENTRY(what_is_written_reads_back))
