// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_sheet.h"

#include "base/utf8.h"
#include "codec/json.h"

const uint32_t *desk_hues(struct desk_page *page, const struct sheet *sheet)
{
    uint32_t *hues = ARENA_ARRAY(page->arena, uint32_t, sheet->party_count + 1);
    uint32_t others = page->frame->party_count;
    for (uint32_t i = 0; i < sheet->party_count; i++) {
        uint32_t number = desk_party_number(page->frame, sheet->party_names[i]);
        hues[i] = number < page->frame->party_count ? number : others++;
    }
    return hues;
}

struct str desk_start(struct str text, size_t bytes, struct arena *arena)
{
    if (str_trim(text).length == 0)
        return text.length == 0 ? STR("(nothing)") : STR("(white space)");
    text = str_trim(text);
    return text.length <= bytes ? text
                                : arena_print(arena, "%.*s …", STR_ARGS(utf8_start(text, bytes)));
}

struct str desk_point_words(const struct point *point)
{
    size_t slash = str_find_byte(point->path, '/');
    return slash < point->path.length ? str_skip(point->path, slash + 1) : STR("the text");
}

void desk_slot_link(struct desk_page *page, const char *classes, struct str document,
                    struct str slot)
{
    const struct str parts[] = {STR("/text/"), document, STR("/slots/"), slot, STR("")};
    desk_link_begin(page, classes, parts);
}

struct str desk_holders(const struct desk_slot *slot, struct str variant, struct arena *arena)
{
    const struct json *variants = json_member(slot->value, "variants");
    struct builder out = builder_make(arena);
    for (size_t i = 0; variants && i < variants->count; i++) {
        const struct json *parties = json_member(&variants->items[i], "parties");
        if (!str_equal(json_text(&variants->items[i], "id"), variant))
            continue;
        if (str_equal(variant, json_text(slot->value, "base")))
            return STR("base");
        for (size_t k = 0; parties && k < parties->count; k++)
            builder_print(&out, "%s%.*s", k > 0 ? ", " : "", STR_ARGS(parties->items[k].text));
    }
    return builder_str(&out);
}

// How a slot stands: a sign and a word.
static const char *status_words(struct str status)
{
    static const struct {
        const char *status;
        const char *words;
    } all[] = {{"agreed", "✓ agreed"},
               {"parked", "‖ parked"},
               {"reopened", "↺ reopened"},
               {"placeholder", "□ placeholder"}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (str_equal(status, str_of(all[i].status)))
            return all[i].words;
    return "▸<span class=\"unseen\"> open place</span>";
}

static void add_stances(struct desk_page *page, const struct desk_slot *slot)
{
    if (slot->stances.count == 0)
        return;
    desk_plain(page, "<span class=\"stances\">");
    for (size_t i = 0; i < slot->stances.count; i++) {
        const struct desk_stance *stance = LIST_AT(&slot->stances, struct desk_stance, i);
        struct str holders = desk_holders(slot, stance->variant, page->arena);
        desk_plain(page, i > 0 ? "; " : "");
        desk_text(page, stance->party);
        desk_plain(page, ": ");
        desk_text(page, stance->stance);
        desk_plain(page, holders.length > 0 ? " → " : "");
        desk_text(page, holders);
        desk_plain(page, stance->condition.length > 0 ? " *" : "");
    }
    desk_plain(page, "</span>");
}

static void add_mark(struct desk_page *page, const struct desk_document *document, uint32_t number)
{
    const struct desk_slot *slot = &document->slots[number];
    if (slot->id.length == 0)
        return;
    desk_plain(page, "<span class=\"mk\">");
    desk_slot_link(page, "at", document->id, slot->id);
    desk_plain(page, status_words(slot->status));
    if (slot->comment_count > 0)
        builder_print(page->out, ", %u comment%s", slot->comment_count,
                      slot->comment_count == 1 ? "" : "s");
    desk_link_end(page);
    add_stances(page, slot);
    desk_plain(page, "</span>");
}

// All marks lie in one text, so that very many cost few pieces of memory.
const struct str *desk_marks(struct desk_page *page, const struct desk_document *document)
{
    uint32_t count = document->sheet->slot_count;
    size_t *ends = ARENA_ARRAY(page->arena, size_t, count + 1);
    struct str *marks = ARENA_ARRAY(page->arena, struct str, count + 1);
    struct builder text = builder_make(page->arena);
    struct desk_page own = {&text, page->arena, page->frame};
    for (uint32_t i = 0; i < count; i++) {
        add_mark(&own, document, i);
        ends[i] = text.length;
    }
    for (uint32_t i = 0; i < count; i++)
        marks[i] = str_slice(builder_str(&text), i > 0 ? ends[i - 1] : 0, ends[i]);
    return marks;
}
