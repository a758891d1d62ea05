// SPDX-License-Identifier: Apache-2.0
#include "news_reports/page.h"

#include "base/utf8.h"

#define LOOK_FOR_TAGS ((size_t)8192) // bytes

static bool starts_at(struct str file, size_t at, const char *word)
{
    struct str wanted = str_of(word);
    return str_equal_ignoring_case(str_slice(file, at, at + wanted.length), wanted);
}

static bool is_name_end(struct str file, size_t at)
{
    return at >= file.length || file.bytes[at] == '>' || file.bytes[at] == '/' ||
           file.bytes[at] == ' ' || file.bytes[at] == '\n' || file.bytes[at] == '\t' ||
           file.bytes[at] == '\r';
}

// True when one of the names, separated by blanks, begins at `at` and ends there.
static bool has_name(struct str file, size_t at, const char *names)
{
    struct str rest = str_of(names);
    struct str name;
    while (str_cut(&rest, ' ', &name))
        if (str_equal_ignoring_case(str_slice(file, at, at + name.length), name) &&
            is_name_end(file, at + name.length))
            return true;
    return false;
}

bool page_is(struct str file)
{
    struct str head = str_slice(file, 0, LOOK_FOR_TAGS);
    for (size_t i = 0; i + 1 < head.length; i++)
        if (head.bytes[i] == '<' &&
            (has_name(file, i + 1, "html body p div article section br h1 h2 span head") ||
             starts_at(file, i, "<!doctype html")))
            return true;
    return false;
}

struct web_page page_open(struct str file)
{
    return (struct web_page){file, 0};
}

static size_t find_from(struct str file, size_t from, struct str part)
{
    return from + str_find(str_skip(file, from), part);
}

// The byte after what a "<" begins: a comment, a tag, or a script with all it holds.
static size_t tag_end(struct str file, size_t at)
{
    if (starts_at(file, at, "<!--")) {
        size_t end = find_from(file, at, STR("-->"));
        return end < file.length ? end + 3 : file.length;
    }
    static const char *const hidden[] = {"script", "style", "head", "nav", "svg"};
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
        if (!has_name(file, at + 1, hidden[i]))
            continue;
        for (size_t end = at + 1; end < file.length; end++)
            if (file.bytes[end] == '<' && starts_at(file, end, "</") &&
                has_name(file, end + 2, hidden[i])) {
                at = end;
                break;
            }
        break;
    }
    size_t end = at + str_find_byte(str_skip(file, at), '>');
    return end < file.length ? end + 1 : file.length;
}

static bool is_block(struct str file, size_t at)
{
    size_t name = at + (starts_at(file, at, "</") ? 2 : 1);
    return has_name(file, name,
                    "p div br h1 h2 h3 h4 h5 h6 li ul ol blockquote article section header footer "
                    "tr table td th figure figcaption aside main html body head script style nav");
}

static const struct {
    const char *name;
    struct str text;
} entities[] = {
    {"&amp;", STR_INIT("&")},
    {"&lt;", STR_INIT("<")},
    {"&gt;", STR_INIT(">")},
    {"&quot;", STR_INIT("\"")},
    {"&apos;", STR_INIT("\xe2\x80\x99")},
    {"&nbsp;", STR_INIT(" ")},
    {"&ldquo;", STR_INIT("\xe2\x80\x9c")},
    {"&rdquo;", STR_INIT("\xe2\x80\x9d")},
    {"&bdquo;", STR_INIT("\xe2\x80\x9e")},
    {"&lsquo;", STR_INIT("\xe2\x80\x98")},
    {"&rsquo;", STR_INIT("\xe2\x80\x99")},
    {"&laquo;", STR_INIT("\xc2\xab")},
    {"&raquo;", STR_INIT("\xc2\xbb")},
    {"&ndash;", STR_INIT("\xe2\x80\x93")},
    {"&mdash;", STR_INIT("\xe2\x80\x94")},
    {"&hellip;", STR_INIT("\xe2\x80\xa6")},
    {"&#34;", STR_INIT("\"")},
    {"&#39;", STR_INIT("\xe2\x80\x99")},
    {"&#160;", STR_INIT(" ")},
    {"&#8211;", STR_INIT("\xe2\x80\x93")},
    {"&#8212;", STR_INIT("\xe2\x80\x94")},
    {"&#8216;", STR_INIT("\xe2\x80\x98")},
    {"&#8217;", STR_INIT("\xe2\x80\x99")},
    {"&#8220;", STR_INIT("\xe2\x80\x9c")},
    {"&#8221;", STR_INIT("\xe2\x80\x9d")},
    {"&#x27;", STR_INIT("\xe2\x80\x99")},
};

static size_t read_entity(struct str file, size_t at, struct str *text)
{
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (starts_at(file, at, entities[i].name)) {
            *text = entities[i].text;
            return str_of(entities[i].name).length;
        }
    return 0;
}

// White space and blocks. Result: true when a piece was made
static bool next_gap(struct web_page *page, struct page_piece *piece)
{
    size_t from = page->at;
    bool has_block = false;
    bool has_space = false;
    while (page->at < page->file.length) {
        char byte = page->file.bytes[page->at];
        bool is_space = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
        if (!is_space && byte != '<')
            break;
        has_space = has_space || is_space;
        has_block = has_block || (byte == '<' && is_block(page->file, page->at));
        page->at = is_space ? page->at + 1 : tag_end(page->file, page->at);
    }
    if (!has_block && !has_space)
        return false;
    *piece = (struct page_piece){has_block ? STR("\n\n") : STR(" "), from, page->at};
    return true;
}

bool page_next(struct web_page *page, struct page_piece *piece)
{
    if (next_gap(page, piece))
        return true;
    if (page->at >= page->file.length)
        return false;
    size_t bytes = 0;
    struct str text;
    if (page->file.bytes[page->at] == '&')
        bytes = read_entity(page->file, page->at, &text);
    if (bytes == 0) {
        utf8_at(page->file, page->at, &bytes);
        text = str_slice(page->file, page->at, page->at + bytes);
    }
    *piece = (struct page_piece){text, page->at, page->at + bytes};
    page->at += bytes;
    return true;
}

// The value that stands in quotation marks behind `key` and `=` in the same tag.
static struct str value_after(struct str file, struct str key, struct str attribute)
{
    size_t at = str_find(file, key);
    if (at == file.length)
        return STR("");
    size_t end = at + str_find_byte(str_skip(file, at), '>');
    struct str tag = str_slice(file, at, end);
    struct str value = str_skip(tag, str_find(tag, attribute) + attribute.length);
    return str_slice(value, 0, str_find_byte(value, '"'));
}

struct str page_date(struct str file)
{
    struct str published = value_after(file, STR("article:published_time"), STR("content=\""));
    if (published.length == 0)
        published = value_after(file, STR("<time"), STR("datetime=\""));
    return published;
}
