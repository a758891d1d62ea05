// SPDX-License-Identifier: Apache-2.0
#include "codec/json.h"
#include "tap.h"

static const struct json *read_text(struct str text, struct error *error)
{
    const struct json *value = NULL;
    *error = (struct error){.code = ERROR_NONE};
    return json_read(STR("x.json"), text, &limits_default, tap_arena(), &value, error) ? value
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

TEST(bad_json_is_refused_with_its_place)
{
    static const struct {
        struct str text;
        size_t line;
    } cases[] = {
        {STR_INIT("{\"a\":1,\n\"a\":2}"), 2},
        {STR_INIT("[1,\n2,\nNaN]"), 3},
        {STR_INIT("[1] 2"), 1},
        {STR_INIT("\n[\xff]"), 2},
        {STR_INIT("{"), 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct error error;
        CHECK(read_text(cases[i].text, &error) == NULL);
        CHECK_INT(error.code, BAD_INPUT);
        CHECK_INT(error.place.line, cases[i].line);
    }
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
      TAP_ENTRY(bad_json_is_refused_with_its_place), TAP_ENTRY(deep_nesting_is_over_a_limit),
      TAP_ENTRY(the_writer_sees_to_commas_and_escapes))
