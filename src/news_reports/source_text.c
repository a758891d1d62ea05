// SPDX-License-Identifier: Apache-2.0
// A page's blocks become paragraphs and its entities characters. Straight single marks that quote
// become curly ones, and a closing mark behind an s is kept from being taken for a possessive, because
// the reader of prose takes every straight mark behind a word for an apostrophe.
#include "news_reports/source_text.h"

#include "base/builder.h"
#include "base/list.h"
#include "base/utf8.h"
#include "news_reports/page.h"

#define SINGLE_MAX 1500 // bytes; no closing mark so near: an apostrophe

struct cleaner {
    struct str file;
    struct builder prose;
    struct list spans; // struct source_span, one for each byte of prose
    const struct source_span
        *base;      // where the text that is cleaned has its bytes from; NULL: itself
    size_t closing; // where the open single quotation ends; 0: none is open
};

static void add(struct cleaner *cleaner, struct str text, size_t from, size_t to)
{
    struct source_span span = {(uint32_t)from, (uint32_t)to}; // below 4 GiB
    if (cleaner->base)
        span = (struct source_span){cleaner->base[from].from, cleaner->base[to - 1].to};
    for (size_t i = 0; i < text.length; i++)
        *LIST_ADD(&cleaner->spans, struct source_span) = span;
    builder_add(&cleaner->prose, text);
}

static bool is_letter_or_digit(struct str file, size_t at)
{
    size_t bytes;
    if (at >= file.length)
        return false;
    uint32_t code_point = utf8_at(file, at, &bytes);
    return utf8_is_letter(code_point) || utf8_is_digit(code_point);
}

static uint32_t before(struct str file, size_t at)
{
    size_t bytes;
    return at == 0 ? ' ' : utf8_before(file, at, &bytes);
}

// A mark that stands before a word and behind white space, a bracket, a dash or another mark.
static bool may_open(struct str file, size_t at, size_t bytes)
{
    uint32_t last = before(file, at);
    bool is_free = utf8_is_space(last) || last == '\n' || last == '(' || last == '[' ||
                   last == '"' || last == 0x201C || last == 0x2014 || last == 0x2013;
    size_t length;
    if (!is_free || at + bytes >= file.length)
        return false;
    return utf8_is_letter(utf8_at(file, at + bytes, &length));
}

static bool ends_paragraph(struct str file, size_t at)
{
    return file.bytes[at] == '\n' && at + 1 < file.length &&
           (file.bytes[at + 1] == '\n' || file.bytes[at + 1] == '\r');
}

// Where the quotation ends that a single mark opened: at the first mark behind a word or stop, before
// no letter. Behind an s only when no clearer one follows in the paragraph. 0 when there is none.
static size_t find_closing(struct str file, size_t from)
{
    size_t doubtful = 0;
    size_t bytes;
    for (size_t i = from; i < file.length && i < from + SINGLE_MAX; i += bytes) {
        uint32_t code_point = utf8_at(file, i, &bytes);
        if (code_point == 0x2018 || ends_paragraph(file, i))
            break;
        if ((code_point != '\'' && code_point != 0x2019) || is_letter_or_digit(file, i + bytes))
            continue;
        uint32_t last = before(file, i);
        if (last != 's' && !utf8_is_space(last) && last != '\n')
            return i;
        if (last == 's' && doubtful == 0)
            doubtful = i;
    }
    return doubtful;
}

// The mark at `at`, with how it was meant. Result: its bytes
static size_t add_single(struct cleaner *cleaner, size_t at, uint32_t mark, size_t bytes)
{
    struct str as_written = str_slice(cleaner->file, at, at + bytes);
    if (cleaner->closing == at && at > 0) {
        add(cleaner, STR("\xef\xbb\xbf\xe2\x80\x99"), at, at + bytes); // no possessive: U+FEFF
        cleaner->closing = 0;
    } else if (mark != 0x2019 && cleaner->closing <= at && may_open(cleaner->file, at, bytes) &&
               find_closing(cleaner->file, at + bytes) > 0) {
        cleaner->closing = find_closing(cleaner->file, at + bytes);
        add(cleaner, STR("\xe2\x80\x98"), at, at + bytes);
    } else {
        add(cleaner, as_written, at, at + bytes);
    }
    return bytes;
}

static void clean_text(struct cleaner *cleaner)
{
    size_t bytes;
    for (size_t i = 0; i < cleaner->file.length; i += bytes) {
        uint32_t code_point = utf8_at(cleaner->file, i, &bytes);
        if (code_point == '\'' || code_point == 0x2018 || code_point == 0x2019)
            add_single(cleaner, i, code_point, bytes);
        else
            add(cleaner, str_slice(cleaner->file, i, i + bytes), i, i + bytes);
    }
}

static void clean_page(struct cleaner *cleaner)
{
    struct web_page page = page_open(cleaner->file);
    struct page_piece piece;
    while (page_next(&page, &piece))
        add(cleaner, piece.text, piece.from, piece.to);
}

void source_text_read(struct str file, struct arena *arena, struct source_text *source)
{
    struct cleaner page = {
        .file = file, .prose = builder_make(arena), .spans = LIST_MAKE(arena, struct source_span)};
    bool is_page = page_is(file);
    if (is_page)
        clean_page(&page);
    struct cleaner text = {.file = is_page ? builder_str(&page.prose) : file,
                           .prose = builder_make(arena),
                           .spans = LIST_MAKE(arena, struct source_span),
                           .base = is_page ? LIST_ITEMS(&page.spans, struct source_span) : NULL};
    clean_text(&text);
    *source = (struct source_text){.file = file,
                                   .prose = builder_str(&text.prose),
                                   .spans = LIST_ITEMS(&text.spans, struct source_span),
                                   .is_page = is_page,
                                   .date = is_page ? page_date(file) : STR("")};
}
