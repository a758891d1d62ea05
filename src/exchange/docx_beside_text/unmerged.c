// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_beside_text/unmerged.h"

#include "base/builder.h"
#include "exchange/docx_beside_text/asides.h"
#include "exchange/docx_beside_text/definitions.h"
#include "exchange/docx_beside_text/noting.h"
#include "exchange/docx_beside_text/settings.h"
#include "merge/kept.h"

enum { MOST_NAMED = 5 };

static void note_comment(const struct noting *noting, const struct changed_aside *aside,
                         enum unmerged_for purpose)
{
    const struct document *base = noting->base;
    struct str who = aside->aside.name.length > 0 ? aside->aside.name : STR("somebody");
    struct str says = note_text(aside->aside.words, noting->arena);
    struct str about =
        note_text(str_slice(base->text, aside->base.from, aside->base.to), noting->arena);
    if (about.length == 0)
        about = note_words(base, aside->base.from, noting->arena);
    switch (aside->fate) {
    case ASIDE_NEW:
        if (purpose == UNMERGED_TEXT)
            note_add(noting, NOTE_COMMENT, "comment by %.*s on \"%.*s\": %.*s", STR_ARGS(who),
                     STR_ARGS(about), STR_ARGS(says));
        break;
    case ASIDE_GONE:
        note_add(noting, NOTE_COMMENT, "the comment by %.*s on \"%.*s\" is taken out: %.*s",
                 STR_ARGS(who), STR_ARGS(about), STR_ARGS(says));
        break;
    case ASIDE_SETTLED:
        note_add(noting, NOTE_COMMENT, "the comment by %.*s on \"%.*s\" is marked as settled: %.*s",
                 STR_ARGS(who), STR_ARGS(about), STR_ARGS(says));
        break;
    case ASIDE_MOVED:
        note_add(noting, NOTE_COMMENT, "the comment by %.*s stands at \"%.*s\" here: %.*s",
                 STR_ARGS(who), STR_ARGS(about), STR_ARGS(says));
        break;
    }
}

// Names that begin with a low line are the word processor's own.
static void note_bookmark(const struct noting *noting, const struct changed_aside *aside,
                          enum unmerged_for purpose)
{
    static const char *const fates[] = {[ASIDE_NEW] = "new",
                                        [ASIDE_GONE] = "taken out",
                                        [ASIDE_SETTLED] = "settled",
                                        [ASIDE_MOVED] = "elsewhere"};
    bool is_carried = purpose == UNMERGED_DOCX && aside->fate == ASIDE_NEW;
    if (is_carried || aside->fate == ASIDE_MOVED || str_starts_with(aside->aside.name, STR("_")))
        return;
    note_add(noting, NOTE_BOOKMARK, "the bookmark \"%.*s\" at \"%.*s\" is %s",
             STR_ARGS(aside->aside.name),
             STR_ARGS(note_words(noting->base, aside->base.from, noting->arena)),
             fates[aside->fate]);
}

// Word processors set bookmarks elsewhere when they save a text that nobody edited, so their names are told
// in one note and no words that stayed as they were.
static void note_moved_bookmarks(const struct noting *noting, const struct list *asides,
                                 size_t from, size_t to)
{
    struct builder names = builder_make(noting->arena);
    uint32_t count = 0;
    for (size_t i = from; i < to; i++) {
        const struct changed_aside *aside = LIST_AT(asides, struct changed_aside, i);
        if (aside->aside.kind != ASIDE_BOOKMARK || aside->fate != ASIDE_MOVED ||
            str_starts_with(aside->aside.name, STR("_")))
            continue;
        if (count++ < MOST_NAMED)
            builder_print(&names, "%s\"%.*s\"", count > 1 ? ", " : "", STR_ARGS(aside->aside.name));
    }
    if (count > MOST_NAMED)
        builder_print(&names, " and %u more", count - MOST_NAMED);
    if (count > 0)
        note_add(noting, NOTE_BOOKMARK, "%u bookmark%s elsewhere in the text: %.*s", count,
                 count == 1 ? " stands" : "s stand", STR_ARGS(builder_str(&names)));
}

static bool has_story(const struct document *document, const struct document *like, uint32_t root,
                      bool by_key)
{
    const struct block *blocks = document->blocks;
    struct range range = block_range(like, root);
    struct str text = str_slice(like->text, range.from, range.to);
    for (uint32_t b = blocks[0].end; b < document->block_count; b = blocks[b].end) {
        struct range own = block_range(document, b);
        if (blocks[b].kind == like->blocks[root].kind &&
            (by_key ? str_equal(blocks[b].key, like->blocks[root].key)
                    : str_equal(str_slice(document->text, own.from, own.to), text)))
            return true;
    }
    return false;
}

static void note_story(const struct noting *noting, const struct document *of, uint32_t root,
                       const char *what)
{
    struct range range = block_range(of, root);
    struct str text = note_text(str_slice(of->text, range.from, range.to), noting->arena);
    struct str key = of->blocks[root].key;
    bool is_layout = of->blocks[root].kind == BLOCK_HEADER || of->blocks[root].kind == BLOCK_FOOTER;
    if (text.length > 0 && is_layout)
        note_layout(noting, NOTE_HEADER, 0, "%s %.*s: %.*s", what, STR_ARGS(key), STR_ARGS(text));
    else if (text.length > 0)
        note_add(noting, NOTE_STORY, "%s %.*s: %.*s", what, STR_ARGS(key), STR_ARGS(text));
}

// Headers and footers that only one of the two texts has.
static void note_headers(const struct noting *noting)
{
    const struct document *pair[] = {noting->base, noting->draft};
    for (size_t i = 0; i < 2; i++) {
        const struct block *blocks = pair[i]->blocks;
        for (uint32_t b = blocks[0].end; b < pair[i]->block_count; b = blocks[b].end)
            if ((blocks[b].kind == BLOCK_HEADER || blocks[b].kind == BLOCK_FOOTER) &&
                !has_story(pair[1 - i], pair[i], b, true))
                note_story(noting, pair[i], b, i == 0 ? "leaves out the" : "has a new");
    }
}

// Notes and text boxes that a draft has put in: their text is in no slot.
static void note_new_stories(const struct noting *noting)
{
    const struct document *draft = noting->draft;
    for (uint32_t k = 0; k < draft->run_count; k++) {
        const struct text_run *text_run = &draft->runs[k];
        uint32_t root = run_story(draft, k);
        if (root != NO_INDEX &&
            kept_base_at(noting->merged, noting->party, text_run->from) == NO_INDEX &&
            !has_story(noting->base, draft, root, false))
            note_story(noting, draft, root, "has put in");
    }
}

static struct str link_at(const struct document *document, uint32_t at)
{
    uint32_t text_run = run_at(document, at);
    if (text_run == document->run_count)
        return STR("");
    return document->marks[document->runs[text_run].marks].link;
}

static void note_links(const struct noting *noting)
{
    const struct merged *merged = noting->merged;
    for (uint32_t i = 0; i < merged->run_change_count; i++) {
        const struct run_change *run_change = &merged->run_changes[i];
        if (run_change->party.number != noting->party.number)
            continue;
        struct str old = link_at(noting->base, run_change->base.from);
        struct str new = link_at(noting->draft, run_change->draft.from);
        struct str words =
            note_text(str_slice(noting->base->text, run_change->base.from, run_change->base.to),
                      noting->arena);
        if (str_equal(old, new))
            continue;
        if (new.length == 0)
            note_add(noting, NOTE_LINK, "\"%.*s\" leads no more to %.*s", STR_ARGS(words),
                     STR_ARGS(old));
        else
            note_add(noting, NOTE_LINK, "\"%.*s\" leads to %.*s, in the base %.*s", STR_ARGS(words),
                     STR_ARGS(new), STR_ARGS(old.length > 0 ? old : STR("nowhere")));
    }
}

static void note_draft(const struct noting *noting, enum unmerged_for purpose)
{
    if (purpose == UNMERGED_TEXT)
        note_new_stories(noting);
    note_headers(noting);
    note_links(noting);
    note_sections(noting);
    note_tables(noting);
    note_definitions(noting);
}

size_t unmerged_notes(const struct merged *merged, enum unmerged_for purpose, struct arena *arena,
                      const struct merge_note **notes, struct list *layouts)
{
    struct list made = LIST_MAKE(arena, struct merge_note);
    *layouts = LIST_MAKE(arena, struct layout_change);
    struct list asides = asides_changed(merged, arena);
    size_t next = 0;
    for (uint32_t p = 0; p < merged->party_count; p++) {
        const struct noting noting = {merged, {p},   merged->base, merged->drafts[p],
                                      arena,  &made, layouts};
        size_t first = next;
        for (; next < asides.count; next++) {
            const struct changed_aside *aside = LIST_AT(&asides, struct changed_aside, next);
            if (aside->party.number != p)
                break;
            if (aside->aside.kind == ASIDE_COMMENT)
                note_comment(&noting, aside, purpose);
            else
                note_bookmark(&noting, aside, purpose);
        }
        note_moved_bookmarks(&noting, &asides, first, next);
        if (noting.base->form == FORM_DOCX && noting.draft->form == FORM_DOCX)
            note_draft(&noting, purpose);
    }
    *notes = LIST_ITEMS(&made, struct merge_note);
    return made.count;
}
