// SPDX-License-Identifier: Apache-2.0
#include "codec/json.h"
#include "tap.h"

static const struct json *read_text(struct str text, struct error *error)
{
    const struct json *value = NULL;
    *error = (struct error){.code = ERROR_NONE};
    return json_read(STR("x.json"), text, &input_limits_default, tap_arena(), &value, error) ? value
                                                                                             : NULL;
}

TEST(a_tree_keeps_its_order_and_its_digits)
{
    struct error error;
    const struct json *value =
        read_text(STR("{\"b\":[1,2.50,1e2],\"a\":{\"x\":\"\\u00e9\"}}"), &error);
    REQUIRE(value != NULL);
    CHECK_STR(value->names[0], STR("b"));
    const struct json *numbers = json_member(value, "b");
    REQUIRE(numbers && numbers->count == 3);
    CHECK_STR(numbers->items[1].text, STR("2.50"));
    int64_t whole;
    CHECK(!json_whole(&numbers->items[1], &whole));
    CHECK(json_whole(&numbers->items[2], &whole) && whole == 100);
    CHECK_STR(json_member(json_member(value, "a"), "x")->text, STR("\xc3\xa9"));
}

TEST(bad_json_is_refused_with_its_place_and_what_was_expected)
{
    static const struct {
        struct str text;
        size_t line, column;
        const char *says;
    } cases[] = {
        {STR_INIT("{\"a\":1,\n\"a\":2}"), 2, 1, "the name \"a\" twice"},
        {STR_INIT(
             "{\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0,\"7\":0,\"8\":0,\n\"9\":0,\"8\":1}"),
         2, 7, "the name \"8\" twice"},
        {STR_INIT("[1,\n2,\nNaN]"), 3, 1, "a value was expected, not NaN"},
        {STR_INIT("[1] 2"), 1, 5, "the end of the file was expected, not 2"},
        {STR_INIT("\n[\xff]"), 2, 2, "not UTF-8"},
        {STR_INIT("{"), 1, 2, "it ends where a name in double quotes was expected"},
        {STR_INIT("{\"a\":[1,\n2"), 2, 2, "it ends where a comma or ] was expected"},
        {STR_INIT("{\"\xc3\xa9\" 1}"), 1, 6, "a colon was expected, not 1"},
        {STR_INIT("{'a':1}"), 1, 2, "not '"},
        {STR_INIT("{\"a\":1,}"), 1, 8, "a name in double quotes was expected, not }"},
        {STR_INIT("[1,]"), 1, 4, "a value was expected, not ]"},
        {STR_INIT("[1 2]"), 1, 4, "a comma or ]"},
        {STR_INIT("[01]"), 1, 3, "a comma or ]"},
        {STR_INIT("[1.]"), 1, 4, "a digit"},
        {STR_INIT("[-]"), 1, 3, "a digit"},
        {STR_INIT("[1e+]"), 1, 5, "a digit"},
        {STR_INIT("[\"a\tb\"]"), 1, 4, "an escape like \\n was expected, not byte 0x09"},
        {STR_INIT("[\"\\x\"]"), 1, 4, "not x"},
        {STR_INIT("[\"\\u12g4\"]"), 1, 7, "a hexadecimal digit"},
        {STR_INIT("[\"x\\ud800y\"]"), 1, 4, "half a pair"},
        {STR_INIT("[\"\\ud800\\u0041\"]"), 1, 3, "half a pair"},
        {STR_INIT("[\"\\udc00\"]"), 1, 3, "half a pair"},
        {STR_INIT("\"abc"), 1, 5, "it ends where the end of a text in quotes"},
        {STR_INIT("[\f1]"), 1, 2, "not byte 0x0c"},
        {STR_INIT("\xef\xbb\xbf[1,\xc3\xa9t\xc3\xa9]"), 1, 4, "not \xc3\xa9"},
        {STR_INIT("\xef\xbb\xbf"), 0, 0, "is empty"},
        {STR_INIT(" \n"), 0, 0, "is empty"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct error error;
        CHECK(read_text(cases[i].text, &error) == NULL);
        CHECK_INT(error.code, BAD_INPUT);
        CHECK_INT(error.place.line, cases[i].line);
        CHECK_INT(error.place.column, cases[i].column);
        if (!CHECK(str_contains(str_of(error.message), str_of(cases[i].says))))
            tap_check_str(str_of(error.message), str_of(cases[i].says), __FILE__, __LINE__,
                          "message");
    }
}

TEST(a_byte_order_mark_is_skipped)
{
    struct error error;
    const struct json *value = read_text(STR("\xef\xbb\xbf {\"a\": 8.5}"), &error);
    REQUIRE(value != NULL);
    CHECK_STR(json_member(value, "a")->text, STR("8.5"));
    CHECK(read_text(STR("\xef\xbb\xbf\xef\xbb\xbf{}"), &error) == NULL);
}

TEST(escapes_stand_for_their_characters)
{
    struct error error;
    const struct json *value =
        read_text(STR("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"a\\ud83d\\uDE00b\",\"\\u0000\"]"), &error);
    REQUIRE(value != NULL && value->count == 3);
    CHECK_STR(value->items[0].text, STR("\"\\/\b\f\n\r\t"));
    CHECK_STR(value->items[1].text, STR("a\xf0\x9f\x98\x80"
                                        "b"));
    CHECK_STR(value->items[2].text, STR("\0"));
}

TEST(a_value_knows_where_it_begins)
{
    struct error error;
    const struct json *value = read_text(STR(" [10, \"x\", {\"a\" : [ ]}, true]"), &error);
    REQUIRE(value != NULL && value->count == 4);
    CHECK_INT(value->byte, 1);
    CHECK_INT(value->items[0].byte, 2);
    CHECK_INT(value->items[1].byte, 6);
    CHECK_INT(value->items[2].byte, 11);
    CHECK_INT(value->items[2].items[0].byte, 18);
    CHECK_INT(value->items[3].byte, 24);
}

TEST(deep_nesting_is_over_a_limit)
{
    struct builder text = builder_make(tap_arena());
    for (int i = 0; i < 100000; i++)
        builder_add_byte(&text, '[');
    struct error error;
    CHECK(read_text(builder_str(&text), &error) == NULL);
    CHECK_INT(error.code, TOO_LARGE);
}

TEST(the_writer_sees_to_commas_and_escapes)
{
    struct builder out = builder_make(tap_arena());
    struct json_writer writer = json_writer_make(&out, 0);
    json_begin_object(&writer);
    json_member_str(&writer, "a", STR("x\"\\\n\x01"));
    json_name(&writer, "b");
    json_begin_array(&writer);
    json_int(&writer, -5);
    json_null(&writer);
    json_end_array(&writer);
    json_end_object(&writer);
    CHECK_STR(builder_str(&out), STR("{\"a\":\"x\\\"\\\\\\n\\u0001\",\"b\":[-5,null]}"));
}

TESTS(TAP_ENTRY(a_tree_keeps_its_order_and_its_digits),
      TAP_ENTRY(bad_json_is_refused_with_its_place_and_what_was_expected),
      TAP_ENTRY(a_byte_order_mark_is_skipped), TAP_ENTRY(escapes_stand_for_their_characters),
      TAP_ENTRY(a_value_knows_where_it_begins), TAP_ENTRY(deep_nesting_is_over_a_limit),
      TAP_ENTRY(the_writer_sees_to_commas_and_escapes))
