// SPDX-License-Identifier: Apache-2.0
#include "exchange/merged/look_words.h"

#include "base/builder.h"
#include "exchange/docx/canonical.h"

static void add(struct builder *out, const char *before, const char *words)
{
    builder_add_c(out, out->length > 0 ? ", " : "");
    builder_add_c(out, before);
    builder_add_c(out, words);
}

// A canonical element at the front of another or behind its end: "b;".
static bool has_element(struct str key, const char *element)
{
    struct str wanted = str_of(element);
    size_t at = str_find(key, wanted);
    while (at < key.length && at > 0 && key.bytes[at - 1] != ';') {
        size_t next = at + 1;
        at = next + str_find(str_skip(key, next), wanted);
    }
    return at < key.length;
}

// What the keys of a Word file say is on or off: flags do not know what a paragraph's style gives.
static void add_switches(struct str old, struct str new, struct builder *out)
{
    static const struct {
        const char *on;
        const char *off;
        const char *words;
    } switches[] = {
        {"b;", "b val=0;", "bold"},
        {"i;", "i val=0;", "italic"},
        {"u val=", "u val=none;", "underlined"},
        {"strike;", "strike val=0;", "struck through"},
        {"dstrike;", "dstrike val=0;", "struck through twice"},
        {"vertAlign val=superscript;", "vertAlign val=baseline;", "raised"},
        {"vertAlign val=subscript;", "vertAlign val=baseline;", "lowered"},
    };
    for (size_t i = 0; i < sizeof switches / sizeof switches[0]; i++) {
        const char *on = switches[i].on;
        const char *off = switches[i].off;
        bool was_off = has_element(old, off);
        bool is_off = has_element(new, off);
        bool was_on = !was_off && has_element(old, on);
        bool is_on = !is_off && has_element(new, on);
        if (was_on != is_on || was_off != is_off)
            add(out, is_on || (was_off && !is_off) ? "" : "not ", switches[i].words);
    }
}

static void add_link(const struct marks *old, const struct marks *new, struct builder *out)
{
    if (!str_equal(old->link, new->link))
        add(out, "", new->link.length > 0 ? "another link" : "no link");
}

// What marks say themselves.
static void add_flags(const struct marks *old, const struct marks *new, struct builder *out)
{
    const struct {
        bool was;
        bool is;
        const char *words;
    } flags[] = {
        {old->bold, new->bold, "bold"},
        {old->italic, new->italic, "italic"},
        {old->underline, new->underline, "underlined"},
        {old->strike, new->strike, "struck through"},
        {old->code, new->code, "code"},
        {old->superscript, new->superscript, "raised"},
        {old->subscript, new->subscript, "lowered"},
    };
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
        if (flags[i].was != flags[i].is)
            add(out, flags[i].is ? "" : "not ", flags[i].words);
}

// Elements of WordprocessingML that change a look; NULL: told by the flags, or seen by nobody.
static const struct {
    const char *element;
    const char *words;
} elements[] = {
    {"b", NULL},
    {"bCs", NULL},
    {"i", NULL},
    {"iCs", NULL},
    {"u", NULL},
    {"strike", NULL},
    {"dstrike", NULL},
    {"vertAlign", NULL},
    {"lang", NULL},
    {"szCs", NULL},
    {"sz", "another size"},
    {"color", "another colour"},
    {"rFonts", "another font"},
    {"highlight", "another highlight"},
    {"shd", "another shading"},
    {"caps", "capitals"},
    {"smallCaps", "small capitals"},
    {"vanish", "hidden or shown"},
    {"rStyle", "another style"},
    {"pStyle", "another style"},
    {"jc", "another alignment"},
    {"ind", "another indent"},
    {"spacing", "other spacing"},
    {"outlineLvl", "another outline level"},
    {"tabs", "other tab stops"},
    {"pBdr", "other borders"},
    {"bidi", "another direction"},
    {"rtl", "another direction"},
    {"keepNext", "other page breaks"},
    {"keepLines", "other page breaks"},
    {"pageBreakBefore", "other page breaks"},
};

static void add_elements(struct str old, struct str new, struct arena *arena, struct builder *out)
{
    const struct str *names;
    size_t count = canonical_differences(old, new, arena, &names);
    bool is_other = false;
    for (size_t i = 0; i < count; i++) {
        size_t k = 0;
        while (k < sizeof elements / sizeof elements[0] &&
               !str_equal(names[i], str_of(elements[k].element)))
            k++;
        if (k == sizeof elements / sizeof elements[0])
            is_other = true;
        else if (elements[k].words && !str_contains(builder_str(out), str_of(elements[k].words)))
            add(out, "", elements[k].words);
    }
    if (is_other && out->length == 0)
        add(out, "", "another format");
}

static void add_kind(const struct paragraph *paragraph, struct builder *out)
{
    switch (paragraph->kind) {
    case PARAGRAPH_TEXT:
        builder_add_c(out, "running text");
        break;
    case PARAGRAPH_HEADING:
        builder_print(out, "a heading of level %u", paragraph->level);
        break;
    case PARAGRAPH_ITEM:
        builder_print(out, "a list item of level %u", paragraph->level);
        break;
    case PARAGRAPH_VERBATIM:
        builder_add_c(out, "verbatim");
        break;
    }
}

static const struct marks *marks_at(const struct document *document, uint32_t at)
{
    uint32_t run = run_at(document, at);
    return &document->marks[run < document->run_count ? document->runs[run].marks : 0];
}

static struct str change_words(const struct sheet *sheet, const struct format_change *format_change,
                               struct arena *arena)
{
    struct builder out = builder_make(arena);
    if (format_change->scope == FORMAT_OF_PARAGRAPH) {
        const struct paragraph *old =
            &sheet->base->paragraphs[paragraph_at(sheet->base, format_change->base.from)];
        const struct paragraph *new =
            &format_change->draft
                 ->paragraphs[paragraph_at(format_change->draft, format_change->draft_from)];
        if (!str_equal(old->style, new->style) && new->style.length > 0)
            builder_print(&out, "style %.*s", STR_ARGS(new->style));
        else if (old->kind != new->kind || old->level != new->level)
            add_kind(new, &out);
        if (sheet->form == FORM_DOCX)
            add_elements(old->properties, new->properties, arena, &out);
        return builder_str(&out);
    }
    const struct marks *old = marks_at(sheet->base, format_change->base.from);
    const struct marks *new = marks_at(format_change->draft, format_change->draft_from);
    if (sheet->form == FORM_DOCX)
        add_switches(old->key, new->key, &out);
    else
        add_flags(old, new, &out);
    add_link(old, new, &out);
    if (sheet->form == FORM_DOCX)
        add_elements(old->key, new->key, arena, &out);
    return builder_str(&out);
}

void look_words_fill(struct sheet *sheet, struct arena *arena)
{
    struct format_change *changes =
        ARENA_ARRAY(arena, struct format_change, sheet->format_change_count);
    for (uint32_t i = 0; i < sheet->format_change_count; i++) {
        changes[i] = sheet->format_changes[i];
        if (changes[i].draft && changes[i].scope <= FORMAT_OF_PARAGRAPH)
            changes[i].change = change_words(sheet, &changes[i], arena);
    }
    sheet->format_changes = changes;
}
