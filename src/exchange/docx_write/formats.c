// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/formats.h"

#include "exchange/docx_write/list_places.h"

// How one party sets a paragraph of the base.
struct party_format {
    struct party party;
    const struct paragraph_change *format; // NULL: as in the base
    const struct number_change *number;    // NULL: as in the base
};

static const struct list_place *new_place(const struct docx_writer *writer,
                                          const struct party_format *one)
{
    if (!one->number)
        return NULL;
    return &writer->lists.places[one->party.number][one->number->draft];
}

static struct str format_of(const struct docx_writer *writer, const struct party_format *one)
{
    const struct document *draft = writer->merged->drafts[one->party.number];
    return draft->paragraphs[one->format->draft].properties;
}

static bool same_place(const struct docx_writer *writer, const struct party_format *one,
                       const struct party_format *other)
{
    if (!one->number || !other->number)
        return one->number == other->number;
    return list_place_is_same(*new_place(writer, one), *new_place(writer, other));
}

static bool same_format(const struct docx_writer *writer, const struct party_format *one,
                        const struct party_format *other)
{
    if (!one->format || !other->format)
        return one->format == other->format;
    return str_equal(format_of(writer, one), format_of(writer, other));
}

static void add_format(struct list *formats, struct party_format format)
{
    size_t at = formats->count;
    while (at > 0 &&
           LIST_AT(formats, struct party_format, at - 1)->party.number >= format.party.number)
        at--;
    if (at < formats->count &&
        LIST_AT(formats, struct party_format, at)->party.number == format.party.number) {
        LIST_AT(formats, struct party_format, at)->number = format.number;
        return;
    }
    *LIST_ADD(formats, struct party_format) = format;
    for (size_t i = formats->count - 1; i > at; i--)
        *LIST_AT(formats, struct party_format, i) = *LIST_AT(formats, struct party_format, i - 1);
    *LIST_AT(formats, struct party_format, at) = format;
}

// Those of the parties that do not have the paragraph as a whole, by party.
static struct list formats_at(const struct docx_writer *writer, struct format_walk *walk,
                              uint32_t number)
{
    const struct merged *merged = writer->merged;
    const struct docx_lists *lists = &writer->lists;
    const struct paragraph *paragraph = &writer->documents[0]->paragraphs[number];
    struct list formats = LIST_MAKE(writer->arena, struct party_format);
    for (; walk->paragraph_change < merged->paragraph_change_count &&
           merged->paragraph_changes[walk->paragraph_change].base <= number;
         walk->paragraph_change++) {
        const struct paragraph_change *change = &merged->paragraph_changes[walk->paragraph_change];
        if (change->base == number && merged->drafts[change->party.number]->form == FORM_DOCX)
            add_format(&formats, (struct party_format){change->party, change, NULL});
    }
    for (; walk->number_change < lists->change_count &&
           lists->changes[walk->number_change].base <= number;
         walk->number_change++) {
        const struct number_change *change = &lists->changes[walk->number_change];
        if (change->base == number)
            add_format(&formats, (struct party_format){change->party, NULL, change});
    }
    if (formats.count == 0)
        return formats;
    struct holders gone =
        writer_deleters(writer, (struct range){paragraph->from, paragraph->to + 1});
    size_t kept = 0;
    for (size_t i = 0; i < formats.count; i++) {
        struct party_format format = *LIST_AT(&formats, struct party_format, i);
        if (!holders_have(gone, format.party))
            *LIST_AT(&formats, struct party_format, kept++) = format;
    }
    list_cut(&formats, kept);
    return formats;
}

// The one that the base's paragraph bears.
static const struct party_format *shown_of(const struct list *formats)
{
    for (size_t i = 0; i < formats->count; i++)
        if (LIST_AT(formats, const struct party_format, i)->number)
            return LIST_AT(formats, const struct party_format, i);
    return LIST_AT(formats, const struct party_format, 0);
}

static void note_other(struct docx_writer *writer, const struct party_format *shown,
                       const struct party_format *other, const struct paragraph *paragraph)
{
    struct str name = writer->merged->party_names[other->party.number];
    struct str words = str_slice(paragraph_text(writer->documents[0], paragraph), 0, 40);
    if (!same_place(writer, shown, other) && other->number)
        writer_note(writer, other->party.number + 1,
                    "another number that %.*s gives to \"%.*s\" is not shown", STR_ARGS(name),
                    STR_ARGS(words));
    if (!same_format(writer, shown, other) && other->format)
        writer_note(writer, other->party.number + 1,
                    "another paragraph format that %.*s gives to \"%.*s\" is not shown",
                    STR_ARGS(name), STR_ARGS(words));
}

static bool is_alike(const struct docx_writer *writer, const struct party_format *one,
                     const struct party_format *other)
{
    return same_place(writer, one, other) && same_format(writer, one, other);
}

void formats_find(struct docx_writer *writer, struct format_walk *walk, uint32_t number,
                  struct touched *touched)
{
    struct list formats = formats_at(writer, walk, number);
    if (formats.count == 0)
        return;
    const struct party_format *shown = shown_of(&formats);
    struct party *by = ARENA_ARRAY(writer->arena, struct party, formats.count);
    by[touched->set_by.count++] = shown->party;
    for (size_t i = 0; i < formats.count; i++) {
        const struct party_format *other = LIST_AT(&formats, const struct party_format, i);
        if (other == shown)
            continue;
        if (is_alike(writer, shown, other))
            by[touched->set_by.count++] = other->party;
        else
            note_other(writer, shown, other, &writer->documents[0]->paragraphs[number]);
    }
    const struct party *settler = scheme_settles(writer->scheme, touched->set_by.count);
    touched->set_by =
        settler ? (struct holders){settler, 1} : (struct holders){by, touched->set_by.count};
    touched->paragraph_change = shown->format;
    touched->place = new_place(writer, shown);
}

static bool is_wished(const struct list *wholes, const struct paragraph_change *wish)
{
    for (size_t i = 0; i < wholes->count; i++) {
        const struct paragraph_change *whole = LIST_AT(wholes, const struct paragraph_change, i);
        if (whole->base == wish->base && whole->party.number == wish->party.number)
            return true;
    }
    return false;
}

bool formats_wish(struct docx_writer *writer, struct list *wholes)
{
    struct format_walk walk = {.paragraph_change = 0};
    size_t before = wholes->count;
    for (uint32_t k = 0; k < writer->documents[0]->paragraph_count; k++) {
        struct list formats = formats_at(writer, &walk, k);
        for (size_t i = 0; i < formats.count; i++) {
            const struct party_format *shown = shown_of(&formats);
            const struct party_format *own = LIST_AT(&formats, const struct party_format, i);
            if (is_alike(writer, shown, own) || !(shown->number || own->number))
                continue;
            struct paragraph_change wish = {k, own->party,
                                            own->number ? own->number->draft : own->format->draft};
            if (!is_wished(wholes, &wish))
                *LIST_ADD(wholes, struct paragraph_change) = wish;
        }
    }
    return wholes->count > before;
}
