// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/prefixes.h"

#include "exchange/docx_write/tags.h"

#define WORD_PREFIX "w"
#define OTHER_PREFIX "wother" // for a name space that some file calls "w" and that is not Word's

static struct str start_tag(const struct docx_part *part, uint32_t node)
{
    const struct xml_node *at = &part->xml.nodes[node];
    return str_slice(part->xml.source, at->from, at->open_to);
}

static struct str space_of_name(const struct docx_part *part, uint32_t name)
{
    struct str whole = names_at(part->xml.names, name);
    return str_slice(whole, 0, whole.length - xml_local(&part->xml, name).length);
}

static bool is_word_space(struct str space)
{
    return str_equal(space, STR("http://schemas.openxmlformats.org/wordprocessingml/2006/main ")) ||
           str_equal(space, STR("http://purl.oclc.org/ooxml/wordprocessingml/main "));
}

uint32_t prefix_declared(const struct docx_part *part, uint32_t node, struct str prefix,
                         struct str *address)
{
    struct str wanted = prefix.length > 0 ? STR("xmlns") : STR("");
    struct str local = prefix.length > 0 ? prefix : STR("xmlns");
    *address = STR("");
    for (;; node = part->xml.nodes[node].parent) {
        struct str rest = start_tag(part, node);
        struct tag_attribute attribute;
        bool may_declare = str_find(rest, STR("xmlns")) < rest.length;
        while (may_declare && tag_attribute_next(&rest, &attribute))
            if (str_equal(attribute.prefix, wanted) && str_equal(attribute.local, local)) {
                *address = attribute.value;
                return node;
            }
        if (node == 0)
            return NO_NODE;
    }
}

struct str prefixes_word_address(const struct docx_part *part)
{
    struct str space = space_of_name(part, part->xml.nodes[0].name);
    return is_word_space(space) ? str_slice(space, 0, space.length - 1) : STR("");
}

struct prefixes prefixes_of(const struct docx_part *part, struct arena *arena)
{
    struct prefixes prefixes = {
        .part = part, .space = space_of_name(part, part->xml.nodes[0].name), .arena = arena};
    if (!is_word_space(prefixes.space))
        return prefixes;
    uint32_t count = names_count(part->xml.names);
    bool *is_word = ARENA_ARRAY(arena, bool, count);
    for (uint32_t i = 0; i < count; i++)
        is_word[i] = str_equal(space_of_name(part, i), prefixes.space);
    struct str address;
    prefix_declared(part, 0, STR(WORD_PREFIX), &address);
    prefixes.clashes = address.length > 0 && !str_equal(address, prefixes_word_address(part));
    const char *source = part->xml.source.bytes;
    for (uint32_t n = 0; n < part->xml.node_count; n++) {
        const struct xml_node *node = &part->xml.nodes[n];
        if (node->name == XML_TEXT)
            continue;
        bool bears = source[node->from + 1] == 'w' && source[node->from + 2] == ':';
        prefixes.change = prefixes.change || bears != is_word[node->name];
        prefixes.clashes = prefixes.clashes || (bears && !is_word[node->name]);
    }
    return prefixes;
}

// The prefix that a name is written with.
static struct str own_prefix(const struct prefixes *prefixes, uint32_t node, struct str prefix)
{
    struct str address;
    prefix_declared(prefixes->part, node, prefix, &address);
    struct str space = str_slice(prefixes->space, 0, prefixes->space.length - 1);
    if (str_equal(address, space))
        return STR(WORD_PREFIX);
    return str_equal(prefix, STR(WORD_PREFIX)) ? STR(OTHER_PREFIX) : prefix;
}

static void add_name(struct str prefix, struct str local, struct builder *out)
{
    builder_add(out, prefix);
    if (prefix.length > 0)
        builder_add_byte(out, ':');
    builder_add(out, local);
}

static void add_element_name(const struct prefixes *prefixes, uint32_t node, struct builder *out)
{
    struct str name = tag_name(start_tag(prefixes->part, node));
    size_t colon = str_find_byte(name, ':');
    bool has_prefix = colon < name.length;
    struct str prefix = has_prefix ? str_slice(name, 0, colon) : STR("");
    add_name(own_prefix(prefixes, node, prefix), has_prefix ? str_skip(name, colon + 1) : name,
             out);
}

static void add_attribute(const struct prefixes *prefixes, uint32_t node,
                          const struct tag_attribute *attribute, struct builder *out)
{
    struct str prefix = attribute->prefix;
    struct str local = attribute->local;
    if (str_equal(prefix, STR("xmlns")))
        local = str_equal(local, STR(WORD_PREFIX)) ? own_prefix(prefixes, node, local) : local;
    else if (prefix.length > 0)
        prefix = own_prefix(prefixes, node, prefix);
    if (str_equal(prefix, STR("xmlns")) && str_equal(local, STR(WORD_PREFIX)))
        return; // it is declared at the root
    char quote = attribute->value.bytes[-1];
    builder_add_byte(out, ' ');
    add_name(prefix, local, out);
    builder_add_byte(out, '=');
    builder_add_byte(out, quote);
    builder_add(out, attribute->value);
    builder_add_byte(out, quote);
}

void prefixes_add_open(const struct prefixes *prefixes, uint32_t node, struct builder *out)
{
    struct str rest = start_tag(prefixes->part, node);
    if (!prefixes->change) {
        builder_add(out, rest);
        return;
    }
    bool closes_itself = rest.bytes[rest.length - 2] == '/';
    builder_add_byte(out, '<');
    add_element_name(prefixes, node, out);
    if (node == 0)
        builder_print(out, " xmlns:" WORD_PREFIX "=\"%.*s\"",
                      STR_ARGS(str_slice(prefixes->space, 0, prefixes->space.length - 1)));
    struct tag_attribute attribute;
    while (tag_attribute_next(&rest, &attribute))
        add_attribute(prefixes, node, &attribute, out);
    builder_add_c(out, closes_itself ? "/>" : ">");
}

void prefixes_add_close(const struct prefixes *prefixes, uint32_t node, struct builder *out)
{
    const struct xml_node *at = &prefixes->part->xml.nodes[node];
    if (at->close_from == at->to)
        return;
    if (!prefixes->change) {
        builder_add(out, str_slice(prefixes->part->xml.source, at->close_from, at->to));
        return;
    }
    builder_add_c(out, "</");
    add_element_name(prefixes, node, out);
    builder_add_byte(out, '>');
}

struct str prefixes_root(const struct docx_part *part)
{
    struct str name = tag_name(start_tag(part, 0));
    size_t colon = str_find_byte(name, ':');
    return colon < name.length ? str_slice(name, 0, colon) : STR("");
}

// Where the quoted value that begins at `at` ends.
static size_t behind_value(struct str xml, size_t at)
{
    size_t end = at + 1 + str_find_byte(str_skip(xml, at + 1), xml.bytes[at]);
    return end < xml.length ? end + 1 : xml.length;
}

struct str prefixes_renamed(struct str xml, struct str prefix, struct arena *arena)
{
    struct builder out = builder_make(arena);
    size_t done = 0;
    bool is_in_tag = false;
    for (size_t at = 0; at < xml.length;) {
        char c = xml.bytes[at];
        bool begins_name = c == '<' || (is_in_tag && (c == ' ' || c == '/'));
        is_in_tag = c == '<' || (is_in_tag && c != '>');
        if (is_in_tag && (c == '"' || c == '\'')) {
            at = behind_value(xml, at);
            continue;
        }
        at++;
        if (!begins_name || !str_starts_with(str_skip(xml, at), STR(WORD_PREFIX ":")))
            continue;
        builder_add(&out, str_slice(xml, done, at));
        builder_add(&out, prefix);
        done = at + sizeof WORD_PREFIX - 1;
    }
    builder_add(&out, str_skip(xml, done));
    return builder_str(&out);
}
