// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_beside_text/comments.h"

#include "base/list.h"
#include "base/names.h"
#include "exchange/docx_beside_text/asides.h"
#include "text/said.h"

struct commenting {
    const struct merged *merged;
    const struct sheet *sheet;
    struct arena *arena;
    struct names *keys;   // by number: of the comment with that index
    struct list comments; // struct sheet_comment
};

// The point that a byte of the base's text lies in.
static uint32_t point_of(const struct commenting *commenting, uint32_t at)
{
    const struct document *base = commenting->merged->base;
    uint32_t last = (uint32_t)base->text.length - 1;
    uint32_t paragraph = paragraph_at(base, at < last ? at : last);
    uint32_t found = 0;
    for (uint32_t i = 0; i < commenting->sheet->point_count; i++) {
        uint32_t own = commenting->sheet->points[i].paragraph;
        if (own != NO_INDEX && own <= paragraph)
            found = i;
    }
    return found;
}

static void add(struct commenting *commenting, const struct aside *aside, struct range base,
                const struct party *party)
{
    uint32_t number = names_add(commenting->keys, aside->key);
    if (number < commenting->comments.count)
        return;
    struct str about =
        text_said(commenting->merged->base, base, STORIES_BY_NAME, commenting->arena);
    *LIST_ADD(&commenting->comments, struct sheet_comment) =
        (struct sheet_comment){.parent = NO_INDEX,
                               .is_of_base = party == NULL,
                               .party = party != NULL ? *party : (struct party){0},
                               .author = aside->name,
                               .date = aside->date,
                               .is_resolved = aside->is_resolved,
                               .text = aside->words,
                               .about = str_trim(about),
                               .point = point_of(commenting, base.from)};
}

// The comment that a reply answers, by the number of that one's last paragraph in the same file.
static void join_threads(struct commenting *commenting, const struct list *asides)
{
    struct names *paragraphs = names_make(commenting->arena);
    struct list keys = LIST_MAKE(commenting->arena, struct str);
    for (size_t i = 0; i < asides->count; i++) {
        const struct aside *aside = LIST_AT(asides, struct aside, i);
        if (aside->para_id.length > 0 && names_add(paragraphs, aside->para_id) == keys.count)
            *LIST_ADD(&keys, struct str) = aside->key;
    }
    for (size_t i = 0; i < asides->count; i++) {
        const struct aside *aside = LIST_AT(asides, struct aside, i);
        uint32_t parent = names_find(paragraphs, aside->parent_id);
        uint32_t own = names_find(commenting->keys, aside->key);
        if (parent == NAMES_NONE || aside->parent_id.length == 0 || own == NAMES_NONE)
            continue;
        uint32_t above = names_find(commenting->keys, *LIST_AT(&keys, struct str, parent));
        if (above < own)
            LIST_AT(&commenting->comments, struct sheet_comment, own)->parent = above;
    }
}

static struct list comments_among(struct list asides)
{
    size_t kept = 0;
    for (size_t i = 0; i < asides.count; i++)
        if (LIST_AT(&asides, struct aside, i)->kind == ASIDE_COMMENT)
            *LIST_AT(&asides, struct aside, kept++) = *LIST_AT(&asides, struct aside, i);
    list_cut(&asides, kept);
    return asides;
}

static uint32_t party_numbered(const struct merged *merged, struct str name)
{
    uint32_t number = 0;
    while (number < merged->party_count && !str_equal(merged->party_names[number], name))
        number++;
    return number;
}

static void add_row_comments(struct commenting *commenting)
{
    const struct merged *merged = commenting->merged;
    for (uint32_t i = 0; i < merged->row_comment_count; i++) {
        const struct row_comment *comment = &merged->row_comments[i];
        const struct paragraph *paragraph = &merged->base->paragraphs[comment->paragraph];
        struct party party = {party_numbered(merged, comment->party)};
        *LIST_ADD(&commenting->comments, struct sheet_comment) =
            (struct sheet_comment){.parent = NO_INDEX,
                                   .party = party,
                                   .author = comment->party,
                                   .text = comment->text,
                                   .about = str_trim(paragraph_body(merged->base, paragraph)),
                                   .point = point_of(commenting, paragraph->from)};
    }
}

void comments_fill(const struct merged *merged, struct sheet *sheet, struct arena *arena)
{
    struct commenting commenting = {merged, sheet, arena, names_make(arena),
                                    LIST_MAKE(arena, struct sheet_comment)};
    struct list own = comments_among(asides_of(merged->base, arena));
    for (size_t i = 0; i < own.count; i++) {
        const struct aside *aside = LIST_AT(&own, struct aside, i);
        add(&commenting, aside, aside->text, NULL);
    }
    join_threads(&commenting, &own);
    struct list changed = asides_changed(merged, arena);
    for (size_t i = 0; i < changed.count; i++) {
        const struct changed_aside *one = LIST_AT(&changed, struct changed_aside, i);
        if (one->aside.kind == ASIDE_COMMENT && one->fate == ASIDE_NEW)
            add(&commenting, &one->aside, one->base, &one->party);
    }
    for (uint32_t p = 0; p < merged->party_count; p++) {
        own = comments_among(asides_of(merged->drafts[p], arena));
        join_threads(&commenting, &own);
    }
    add_row_comments(&commenting);
    sheet->comments = LIST_ITEMS(&commenting.comments, struct sheet_comment);
    sheet->comment_count = (uint32_t)commenting.comments.count;
}
