// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "codec/xml.h"
#include "tap.h"

#include <stdio.h>
#include <string.h>

static bool read_text(struct str text, struct xml *xml, struct error *error)
{
    *error = (struct error){.code = ERROR_NONE};
    return xml_read(place_of(STR("x.xml")), text, &input_limits_default, tap_arena(), xml, error);
}

TEST(every_element_knows_its_bytes)
{
    struct xml xml;
    struct error error;
    REQUIRE_DONE(read_text(STR("<?xml version='1.0'?>\n<a xmlns='urn:n' x='1'>\n <b/> "
                               "<c y='&lt;&#233;'>t<!-- n -->&amp;u</c>\n</a>"),
                           &xml, &error),
                 &error);
    CHECK_INT(xml.node_count, 4);
    CHECK_STR(xml_local(&xml, xml.nodes[0].name), STR("a"));
    CHECK_INT(xml.nodes[0].name, xml_name(&xml, STR("urn:n"), STR("a")));
    CHECK_STR(xml_bytes(&xml, 1), STR("<b/>"));
    CHECK_INT(xml.nodes[1].open_to, xml.nodes[1].close_from);
    CHECK_STR(xml_bytes(&xml, 2), STR("<c y='&lt;&#233;'>t<!-- n -->&amp;u</c>"));
    CHECK_STR(str_slice(xml.source, xml.nodes[2].close_from, xml.nodes[2].to), STR("</c>"));
    CHECK_STR(xml_text(&xml, 3), STR("t&u"));
    CHECK_INT(xml.nodes[0].end, 4);
    struct str value;
    REQUIRE(xml_value(&xml, 2, xml_name(&xml, STR(""), STR("y")), &value));
    CHECK_STR(value, STR("<\xc3\xa9"));
    CHECK(!xml_value(&xml, 1, xml_name(&xml, STR(""), STR("y")), &value));
}

TEST(prefixes_mean_what_is_declared_where_they_stand)
{
    struct xml xml;
    struct error error;
    REQUIRE_DONE(read_text(STR("<p:a xmlns:p='u' xmlns='d' k='1' p:k='2'><p:b xmlns:p='v'/><p:c/>"
                               "<e xmlns=''/><f xml:space='preserve'/></p:a>"),
                           &xml, &error),
                 &error);
    CHECK_INT(xml.nodes[0].name, xml_name(&xml, STR("u"), STR("a")));
    CHECK_INT(xml.nodes[1].name, xml_name(&xml, STR("v"), STR("b")));
    CHECK_INT(xml.nodes[2].name, xml_name(&xml, STR("u"), STR("c")));
    CHECK_INT(xml.nodes[3].name, xml_name(&xml, STR(""), STR("e")));
    CHECK_INT(xml.nodes[4].name, xml_name(&xml, STR("d"), STR("f")));
    CHECK_INT(xml.attributes[0].name, xml_name(&xml, STR(""), STR("k")));
    CHECK_INT(xml.attributes[1].name, xml_name(&xml, STR("u"), STR("k")));
    CHECK_INT(xml.attributes[2].name,
              xml_name(&xml, STR("http://www.w3.org/XML/1998/namespace"), STR("space")));
}

TEST(white_space_beside_text_is_text_and_between_elements_nothing)
{
    struct xml xml;
    struct error error;
    REQUIRE_DONE(read_text(STR("<a> <b> </b> <b>></b>&#32;x<b/> y </a>"), &xml, &error), &error);
    REQUIRE(xml.node_count == 8);
    CHECK_STR(xml_text(&xml, 2), STR(" "));
    CHECK_STR(xml_text(&xml, 4), STR(">"));
    CHECK_STR(xml_text(&xml, 5), STR(" x"));
    CHECK_STR(xml_text(&xml, 7), STR(" y "));
}

TEST(utf16_is_read_as_utf8)
{
    static const char big[] = "\xfe\xff\0<\0?\0x\0m\0l\0 \0?\0>\0<\0a\0>\x20\xac\xd8\x3d\xde\x00"
                              "\0<\0/\0a\0>";
    struct xml xml;
    struct error error;
    REQUIRE_DONE(read_text((struct str){big, sizeof big - 1}, &xml, &error), &error);
    CHECK_STR(xml.source, STR("<a>\xe2\x82\xac\xf0\x9f\x98\x80</a>"));
    CHECK_STR(xml_text(&xml, 1), STR("\xe2\x82\xac\xf0\x9f\x98\x80"));
    REQUIRE_DONE(read_text(STR("<\0a\0/\0>\0"), &xml, &error), &error);
    CHECK_STR(xml.source, STR("<a/>"));
    CHECK(!read_text(STR("\xff\xfe<\0a\0>\0\0\xd8<\0"), &xml, &error));
    CHECK_INT(error.code, BAD_INPUT);
}

TEST(what_is_no_plain_xml_is_refused_with_its_place)
{
    static const struct {
        struct str text;
        enum error_code code;
        size_t line;
    } cases[] = {
        {STR_INIT(""), BAD_INPUT, 1},
        {STR_INIT("<a>\n<b></a>"), BAD_INPUT, 2},
        {STR_INIT("<a>\n\xff</a>"), BAD_INPUT, 2},
        {STR_INIT("<a>\n\xed\xa0\x80</a>"), BAD_INPUT, 2},
        {STR_INIT("<a><b>"), BAD_INPUT, 1},
        {STR_INIT("<a/><b/>"), BAD_INPUT, 1},
        {STR_INIT("<a>\n&e;</a>"), BAD_INPUT, 2},
        {STR_INIT("<p:a/>"), BAD_INPUT, 1},
        {STR_INIT("<a>\n<b xmlns:p='u' q:c='1'/></a>"), BAD_INPUT, 2},
        {STR_INIT("<a><b xmlns:p='u'/>\n<p:c/></a>"), BAD_INPUT, 2},
        {STR_INIT("<a:b:c xmlns:a='u'/>"), BAD_INPUT, 1},
        {STR_INIT("<a xmlns:p=''/>"), BAD_INPUT, 1},
        {STR_INIT("<!DOCTYPE a [<!ENTITY e 'x'>]>\n<a>&e;</a>"), UNSUPPORTED, 1},
        {STR_INIT("<?xml version='1.0' encoding='ISO-8859-1'?><a/>"), UNSUPPORTED, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct xml xml;
        struct error error;
        CHECK(!read_text(cases[i].text, &xml, &error));
        CHECK_INT(error.code, cases[i].code);
        CHECK_INT(error.place.line, cases[i].line);
    }
}

// Adds the same words `count` times, between a beginning and an end.
static struct str repeated(const char *begin, const char *again, size_t count, const char *end)
{
    struct builder text = builder_make(tap_arena());
    builder_add_c(&text, begin);
    for (size_t i = 0; i < count; i++)
        if (strchr(again, '%'))
            builder_print(&text, again, i);
        else
            builder_add_c(&text, again);
    builder_add_c(&text, end);
    return builder_str(&text);
}

TEST(what_is_too_large_is_refused)
{
    struct str cases[] = {
        repeated("", "<a>", 257, ""),
        repeated("<a", " b%zu='1'", 200000, "/>"),
        repeated("<a>", "<b/>", input_limits_default.xml_nodes, "</a>"),
        repeated("<a>", "<b%zu/>", 70000, "</a>"),
        repeated("<a xmlns='", "0123456789", 100, "'/>"),
        repeated("<a>", "x>", input_limits_default.xml_nodes, "</a>"),
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct xml xml;
        struct error error;
        CHECK(!read_text(cases[i], &xml, &error));
        CHECK_INT(error.code, TOO_LARGE);
    }
}

TEST(a_token_of_many_pieces_is_read_once_or_twice)
{
    struct xml xml;
    struct error error;
    struct str text = repeated("<a b='", "0123456789", 2000000, "'/>");
    REQUIRE_DONE(read_text(text, &xml, &error), &error);
    CHECK_INT(xml.text.length, 20000000);
}

// A comment behind the root makes expat read the same text.
static bool same_by_expat(struct str text)
{
    struct xml quick;
    struct xml slow;
    struct error error;
    struct error slow_error;
    bool done = read_text(text, &quick, &error);
    struct str with_comment = arena_print(tap_arena(), "%.*s<!-- long way -->", STR_ARGS(text));
    if (read_text(with_comment, &slow, &slow_error) != done)
        return false;
    if (!done)
        return str_equal(str_of(error.message), str_of(slow_error.message)) || error.place.line > 0;
    bool same = quick.node_count == slow.node_count;
    for (uint32_t n = 0; same && n < quick.node_count; n++) {
        const struct xml_node *a = &quick.nodes[n];
        const struct xml_node *b = &slow.nodes[n];
        bool same_inside = a->name == XML_TEXT
                               ? str_equal(xml_text(&quick, n), xml_text(&slow, n))
                               : a->open_to == b->open_to && a->close_from == b->close_from;
        same = a->parent == b->parent && a->end == b->end && a->from == b->from && a->to == b->to &&
               a->first_attribute == b->first_attribute && a->name == b->name && same_inside;
    }
    // Where their values stand is each reader's own affair.
    for (uint32_t i = 0; same && i < quick.nodes[quick.node_count].first_attribute; i++)
        same = quick.attributes[i].name == slow.attributes[i].name &&
               str_equal(xml_attribute_value(&quick, i), xml_attribute_value(&slow, i));
    return same;
}

static uint32_t drawn(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

TEST(the_quick_reader_and_expat_agree_on_every_text)
{
    static const char *const pieces[] = {
        "<a>",
        "</a>",
        "<b/>",
        "<p:c x=\"1\">",
        "</p:c>",
        "<d y='a&amp;b\t' z=\"\">",
        "</d>",
        " ",
        "\n",
        "text",
        "&lt;",
        "&#233;",
        "&#xe9;",
        "&#10;",
        "&#0;",
        "&none;",
        "]]>",
        "\xc3\xa9",
        "\xff",
        "\xef\xbf\xbe",
        "\x01",
        "\r\n",
        "<!-- -->",
        "<![CDATA[x]]>",
        "<?q?>",
        "<a xmlns='u'>",
        "<a x='1' x='2'>",
        "<a xmlns:p='v' p:k='<'>",
        "<é>",
        "<a b=c>",
        "<a\n q = \"1\" >",
        "</a >",
        ">",
        "<",
        "&",
        "\"",
        "\t",
    };
    enum { PIECES = sizeof pieces / sizeof pieces[0] };
    uint32_t state = 7;
    size_t wrong = 0;
    for (size_t n = 0; n < 20000; n++) {
        struct builder text = builder_make(tap_arena());
        if (drawn(&state) % 2)
            builder_add_c(&text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        builder_add_c(&text, "<r xmlns:p=\"urn:p\">");
        for (uint32_t k = drawn(&state) % 7; k > 0; k--)
            builder_add_c(&text, pieces[drawn(&state) % (drawn(&state) % 2 ? 14 : PIECES)]);
        builder_add_c(&text, drawn(&state) % 8 ? "</r>" : "</r> \n");
        if (!same_by_expat(builder_str(&text)) && wrong++ < 5)
            printf("# %.*s\n", STR_ARGS(builder_str(&text)));
    }
    CHECK_INT(wrong, 0);
}

// Tags of few forms, so that most stand there again, under other declarations or with a ">" in a value.
static struct str tags_again(uint32_t *state)
{
    static const char *const tags[] = {"<a>",
                                       "<a xmlns='u'>",
                                       "<a xmlns:p='w'>",
                                       "<a p:k='1' b='2'>",
                                       "<a b='x>y'>",
                                       "<a b='x>z'>",
                                       "<p:b/>",
                                       "<b xmlns='v' p:k='&lt;'/>",
                                       "<b p:k='&lt;'/>",
                                       "<b p:k='1'\n/>"};
    struct builder text = builder_make(tap_arena());
    builder_add_c(&text, "<r xmlns:p=\"urn:p\">");
    uint32_t open = 0;
    for (uint32_t k = drawn(state) % 24; k > 0; k--) {
        const char *tag = tags[drawn(state) % (sizeof tags / sizeof tags[0])];
        bool closes = open > 0 && drawn(state) % 3 == 0;
        builder_add_c(&text, closes ? "</a>" : tag);
        if (closes)
            open--;
        else
            open += tag[1] == 'a';
    }
    for (; open > 0; open--)
        builder_add_c(&text, "</a>");
    builder_add_c(&text, "</r>");
    return builder_str(&text);
}

TEST(a_tag_that_stands_there_again_means_what_it_means_there)
{
    uint32_t state = 11;
    size_t wrong = 0;
    for (size_t n = 0; n < 3000; n++) {
        struct str text = tags_again(&state);
        if (!same_by_expat(text) && wrong++ < 5)
            printf("# %.*s\n", STR_ARGS(text));
    }
    CHECK_INT(wrong, 0);
}

TESTS(TAP_ENTRY(the_quick_reader_and_expat_agree_on_every_text),
      TAP_ENTRY(a_tag_that_stands_there_again_means_what_it_means_there),
      TAP_ENTRY(every_element_knows_its_bytes),
      TAP_ENTRY(prefixes_mean_what_is_declared_where_they_stand),
      TAP_ENTRY(white_space_beside_text_is_text_and_between_elements_nothing),
      TAP_ENTRY(utf16_is_read_as_utf8), TAP_ENTRY(what_is_no_plain_xml_is_refused_with_its_place),
      TAP_ENTRY(what_is_too_large_is_refused),
      TAP_ENTRY(a_token_of_many_pieces_is_read_once_or_twice))
