// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/computed.h"

static const struct {
    struct str name;
    struct str result;
} computed[] = {
    {STR_INIT("PAGE"), STR_INIT("page number")},
    {STR_INIT("NUMPAGES"), STR_INIT("number of pages")},
    {STR_INIT("SECTIONPAGES"), STR_INIT("number of pages of the section")},
    {STR_INIT("SECTION"), STR_INIT("number of the section")},
    {STR_INIT("PAGEREF"), STR_INIT("page number")},
    {STR_INIT("DATE"), STR_INIT("date of today")},
    {STR_INIT("TIME"), STR_INIT("time of day")},
    {STR_INIT("SAVEDATE"), STR_INIT("date of saving")},
    {STR_INIT("PRINTDATE"), STR_INIT("date of printing")},
    {STR_INIT("CREATEDATE"), STR_INIT("date of the file")},
    {STR_INIT("EDITTIME"), STR_INIT("time of editing")},
    {STR_INIT("FILENAME"), STR_INIT("file name")},
    {STR_INIT("FILESIZE"), STR_INIT("size of the file")},
    {STR_INIT("NUMWORDS"), STR_INIT("number of words")},
    {STR_INIT("NUMCHARS"), STR_INIT("number of characters")},
    {STR_INIT("REVNUM"), STR_INIT("number of savings")},
    {STR_INIT("LASTSAVEDBY"), STR_INIT("who saved last")},
    {STR_INIT("USERNAME"), STR_INIT("name of the user")},
    {STR_INIT("TEMPLATE"), STR_INIT("name of the template")},
};

static const struct str contents[] = {STR_INIT("TOC"), STR_INIT("TOA"), STR_INIT("INDEX")};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Takes the next word off the front.
static struct str next_word(struct str *code)
{
    *code = str_trim(*code);
    size_t end = 0;
    while (end < code->length && !is_blank(code->bytes[end]) && code->bytes[end] != '\\')
        end++;
    struct str word = str_slice(*code, 0, end);
    *code = str_skip(*code, end);
    return word;
}

struct str computed_result(struct str code)
{
    struct str name = next_word(&code);
    for (size_t i = 0; i < sizeof computed / sizeof *computed; i++)
        if (str_equal_ignoring_case(name, computed[i].name))
            return computed[i].result;
    return (struct str){NULL, 0};
}

struct str computed_key(struct str code, bool in_contents, struct arena *arena)
{
    struct str name = next_word(&code);
    struct str place = next_word(&code);
    bool is_placed = place.length > 0 && !in_contents;
    return arena_print(arena, "%.*s%s%.*s", STR_ARGS(name), is_placed ? " " : "",
                       is_placed ? (int)place.length : 0, place.bytes);
}

bool is_contents_code(struct str code)
{
    struct str name = next_word(&code);
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++)
        if (str_equal_ignoring_case(name, contents[i]))
            return true;
    return false;
}
