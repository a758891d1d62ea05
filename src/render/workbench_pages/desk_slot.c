// SPDX-License-Identifier: Apache-2.0
#include "codec/json.h"
#include "render/workbench_pages/desk_pages.h"
#include "render/workbench_pages/desk_sheet.h"

static const char *const attitudes[] = {
    "propose", "support", "support in principle", "flexible", "silent", "reserve", "oppose"};

static void add_words(struct desk_page *page, struct str text)
{
    if (text.length == 0) {
        desk_plain(page, "<span class=\"quiet\">(nothing stands here)</span>");
        return;
    }
    desk_text(page, text);
}

// --- Forms

static void slot_form(struct desk_page *page, const struct desk_slot_view *view, const char *act,
                      const char *classes)
{
    desk_form_begin(page, act, classes);
    desk_hidden(page, "document", view->document);
    desk_hidden(page, "slot", view->slot->id);
}

static void add_stance_form(struct desk_page *page, const struct desk_slot_view *view,
                            const struct desk_variant *variant)
{
    slot_form(page, view, "stance", "act");
    desk_hidden(page, "variant", variant->id);
    desk_acting_party(page);
    desk_plain(page, "<label>Stance on this wording <select name=\"attitude\">");
    for (size_t i = 0; i < sizeof attitudes / sizeof *attitudes; i++)
        builder_print(page->out, "<option>%s</option>", attitudes[i]);
    desk_plain(page, "</select></label>\n<label class=\"grow\">Condition <input type=\"text\" "
                     "name=\"condition\" autocomplete=\"off\"></label>\n");
    desk_button(page, "Take this stance", false);
    desk_form_end(page);
}

static void add_agree_form(struct desk_page *page, const struct desk_slot_view *view,
                           const struct desk_variant *variant)
{
    if (variant->is_agreed)
        return;
    slot_form(page, view, "agree", "act");
    desk_hidden(page, "variant", variant->id);
    desk_button(page, "Agreed ad referendum on this wording", false);
    desk_form_end(page);
}

static void add_propose_form(struct desk_page *page, const struct desk_slot_view *view)
{
    desk_plain(page, "<section class=\"step\"><h2>Propose a wording</h2>\n");
    slot_form(page, view, "propose", "act");
    desk_acting_party(page);
    desk_plain(page,
               "<label class=\"full\">The words that should stand here <textarea name=\"wording\" "
               "dir=\"auto\">\n");
    desk_text(page, view->own);
    desk_plain(page, "</textarea></label>\n");
    desk_button(page, "Propose", true);
    desk_plain(
        page,
        "<small class=\"quiet\">It becomes the party’s next draft of the whole text; everything "
        "else in it stays.</small>\n");
    desk_form_end(page);
    desk_plain(page, "</section>\n");
}

static void add_settling(struct desk_page *page, const struct desk_slot_view *view)
{
    bool is_settled = str_equal(view->slot->status, STR("agreed")) ||
                      str_equal(view->slot->status, STR("parked"));
    slot_form(page, view, is_settled ? "reopen" : "park", "act");
    desk_button(page, is_settled ? "Reopen" : "Park for later", false);
    desk_form_end(page);
}

// --- Wordings

static void add_stances(struct desk_page *page, const struct desk_slot_view *view,
                        struct str variant)
{
    bool has_any = false;
    for (size_t i = 0; i < view->slot->stances.count; i++) {
        const struct desk_stance *stance = LIST_AT(&view->slot->stances, struct desk_stance, i);
        if (!str_equal(stance->variant, variant))
            continue;
        desk_plain(page, has_any ? "<li>" : "<ul class=\"plain-list\"><li>");
        has_any = true;
        desk_party(page, stance->party);
        desk_plain(page, " ");
        desk_text(page, stance->stance);
        desk_plain(page, stance->condition.length > 0 ? ", <span dir=\"auto\">" : "<span>");
        desk_text(page, stance->condition);
        desk_plain(page, "</span> <small>");
        desk_text(page, stance->date);
        desk_plain(page, "</small></li>\n");
    }
    desk_plain(page, has_any ? "</ul>\n" : "");
}

static void add_head(struct desk_page *page, const struct desk_variant *variant, uint32_t number)
{
    builder_print(page->out, "<h3>Wording %u", number + 1);
    desk_plain(page, variant->is_base ? ": the base’s" : "");
    desk_plain(page, variant->party_count > 0 ? " <span class=\"held\">held by " : "");
    for (uint32_t i = 0; i < variant->party_count; i++) {
        desk_plain(page, i > 0 ? " " : "");
        desk_party(page, variant->parties[i]);
    }
    desk_plain(page, variant->party_count > 0 ? "</span>" : "");
    desk_plain(page,
               variant->is_agreed ? " <span class=\"good\">✓ agreed ad referendum</span>" : "");
    desk_plain(page, "</h3>\n");
}

static void add_sentences(struct desk_page *page, const char *what, const struct list *sentences)
{
    if (sentences->count == 0)
        return;
    builder_print(page->out, "<ul class=\"effects\" aria-label=\"What it does to the %s\">", what);
    for (size_t i = 0; i < sentences->count; i++) {
        desk_plain(page, "<li>");
        desk_text(page, *LIST_AT(sentences, struct str, i));
        desk_plain(page, "</li>");
    }
    desk_plain(page, "</ul>\n");
}

static void add_effects(struct desk_page *page, const struct desk_variant *variant)
{
    add_sentences(page, "time", &variant->times);
    if (variant->packages.count > 0)
        desk_plain(page, "<p class=\"effects\">In the packages:</p>\n");
    add_sentences(page, "packages", &variant->packages);
}

static void add_variant(struct desk_page *page, const struct desk_slot_view *view, uint32_t number)
{
    const struct desk_variant *variant = &view->variants[number];
    uint32_t hue = variant->party_count > 0 && !variant->is_base
                       ? desk_party_number(page->frame, variant->parties[0])
                       : page->frame->party_count;
    if (hue < page->frame->party_count)
        builder_print(page->out, "<section class=\"wording h%u\">", hue);
    else
        desk_plain(page, "<section class=\"wording\">");
    add_head(page, variant, number);
    desk_plain(page, "<blockquote class=\"words\" dir=\"auto\">");
    add_words(page, variant->text);
    desk_plain(page, "</blockquote>\n");
    add_effects(page, variant);
    add_stances(page, view, variant->id);
    if (desk_may_act(page->frame)) {
        add_stance_form(page, view, variant);
        add_agree_form(page, view, variant);
    }
    desk_plain(page, "</section>\n");
}

// --- Comments

static void add_comment_form(struct desk_page *page, const struct desk_slot_view *view,
                             struct str parent)
{
    slot_form(page, view, "comment", "act");
    if (parent.length > 0)
        desk_hidden(page, "parent", parent);
    desk_acting_party(page);
    desk_plain(page, parent.length > 0 ? "<label class=\"full\">Answer "
                                       : "<label class=\"full\">Comment ");
    desk_plain(page, "<textarea name=\"text\" required dir=\"auto\"></textarea></label>\n");
    desk_button(page, parent.length > 0 ? "Answer" : "Comment", false);
    desk_form_end(page);
}

static void add_said(struct desk_page *page, const struct desk_comment *comment)
{
    builder_print(page->out, "<li class=\"d%u%s\"><p>", comment->depth < 5 ? comment->depth : 5,
                  comment->is_resolved ? " done" : "");
    if (comment->party.length > 0)
        desk_party(page, comment->party);
    desk_plain(page, " <small>");
    desk_when(page, comment->date);
    desk_plain(page, comment->is_resolved ? " resolved</small></p><p dir=\"auto\">"
                                          : "</small></p><p dir=\"auto\">");
    desk_text(page, comment->text);
    desk_plain(page, "</p>");
}

static void add_comments(struct desk_page *page, const struct desk_slot_view *view)
{
    bool may_act = desk_may_act(page->frame);
    builder_print(page->out,
                  "<section class=\"step\" data-part=\"comments\"><h2>Comments (%zu)</h2>\n",
                  view->comments.count);
    desk_plain(page, view->comments.count > 0 ? "<ul class=\"thread\">\n" : "");
    for (size_t i = 0; i < view->comments.count; i++) {
        const struct desk_comment *comment = LIST_AT(&view->comments, struct desk_comment, i);
        add_said(page, comment);
        if (may_act) {
            builder_print(page->out, "<details class=\"fold\"><summary>Answer %zu</summary>\n",
                          i + 1);
            add_comment_form(page, view, comment->id);
            desk_plain(page, "</details>");
        }
        desk_plain(page, "</li>\n");
    }
    desk_plain(page, view->comments.count > 0 ? "</ul>\n" : "");
    if (may_act)
        add_comment_form(page, view, STR(""));
    desk_plain(page, "</section>\n");
}

static void add_notes(struct desk_page *page, const struct desk_slot_view *view)
{
    if (!desk_may_act(page->frame) && view->notes.count == 0)
        return;
    desk_plain(page, "<section class=\"step\" data-part=\"notes\"><h2>Notes</h2>\n");
    desk_plain(page, view->notes.count > 0 ? "<ul class=\"thread\">\n" : "");
    for (size_t i = 0; i < view->notes.count; i++) {
        add_said(page, LIST_AT(&view->notes, struct desk_comment, i));
        desk_plain(page, "</li>\n");
    }
    desk_plain(page, view->notes.count > 0 ? "</ul>\n" : "");
    if (desk_may_act(page->frame)) {
        slot_form(page, view, "note", "act");
        desk_plain(page, "<label class=\"full\">Note <textarea name=\"text\" required dir=\"auto\">"
                         "</textarea></label>\n<label>Who may read it <select name=\"readers\">"
                         "<option value=\"own\">my party alone (sealed)</option>"
                         "<option value=\"all\">all parties</option></select></label>\n");
        desk_button(page, "Keep the note", false);
        desk_form_end(page);
    }
    desk_plain(page, "</section>\n");
}

static void add_history(struct desk_page *page, const struct desk_slot_view *view)
{
    if (!view->has_history) {
        desk_plain(page, "<p class=\"row\"><a href=\"");
        desk_text(page, page->frame->here);
        desk_plain(page, "?reading=history\">History of this place</a></p>\n");
        return;
    }
    builder_print(page->out,
                  "<details class=\"step fold\" data-part=\"history\"><summary>History (%zu)"
                  "</summary>\n<ol class=\"history\">\n",
                  view->events.count);
    for (size_t i = 0; i < view->events.count; i++) {
        const struct desk_event *event = LIST_AT(&view->events, struct desk_event, i);
        desk_plain(page, "<li><small>");
        desk_when(page, event->time);
        desk_plain(page, "</small> ");
        desk_text(page, event->by);
        desk_plain(page, event->by.length > 0 ? " " : "");
        desk_text(page, desk_act(event->act));
        desk_plain(page, ": ");
        desk_text(page, event->says);
        desk_plain(page, "</li>\n");
    }
    desk_plain(page, "</ol></details>\n");
}

// --- The page

static void add_ways(struct desk_page *page, const struct desk_slot_view *view)
{
    desk_plain(page, "<p class=\"row ways\"><a href=\"");
    desk_text(page, page->frame->root);
    desk_plain(page, "/text/");
    desk_address(page->out, view->document);
    if (view->row > 0)
        builder_print(page->out, "#r%u", view->row);
    desk_plain(page, "\">In the text</a>");
    if (view->previous.length > 0) {
        desk_plain(page, " · ");
        desk_slot_link(page, "", view->document, view->previous);
        desk_plain(page, "↑ open place before</a>");
    }
    if (view->next.length > 0) {
        desk_plain(page, " · ");
        desk_slot_link(page, "open-next", view->document, view->next);
        desk_plain(page, "next open place ↓</a>");
    }
    desk_plain(page, "</p>\n");
}

static void add_standing(struct desk_page *page, const struct desk_slot_view *view)
{
    desk_plain(page, "<div data-part=\"status\">\n<p class=\"lede\" dir=\"auto\">… ");
    desk_text(page, view->before);
    desk_plain(page, " <b class=\"gap\">[…]</b> ");
    desk_text(page, view->after);
    desk_plain(page, " …</p>\n<p class=\"row\">Status: <b>");
    desk_text(page, view->slot->status.length > 0 ? view->slot->status : STR("open"));
    desk_plain(page, "</b>");
    if (view->slot->agreed_by.length > 0) {
        desk_plain(page, ", by ");
        desk_text(page, view->slot->agreed_by);
    }
    desk_plain(page, "</p>\n");
    add_stances(page, view, STR(""));
    if (desk_may_act(page->frame))
        add_settling(page, view);
    desk_plain(page, "</div>\n");
}

struct str desk_slot_page(const struct desk_frame *frame, const struct desk_slot_view *view,
                          struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {
        .title = view->point.length > 0 ? view->point : STR("An open place"),
        .kind = arena_print(arena, "Open place · %.*s", STR_ARGS(view->document_title))};
    desk_begin(&page, &head);
    add_ways(&page, view);
    add_standing(&page, view);
    desk_main(&page);
    desk_plain(&page, "<div data-part=\"wordings\">\n<h2 class=\"unseen\">Wordings</h2>\n");
    for (uint32_t i = 0; i < view->variant_count; i++)
        add_variant(&page, view, i);
    desk_plain(&page, "</div>\n");
    if (!view->has_times)
        desk_plain(
            &page,
            "<p class=\"quiet\">What these wordings do to the time was not looked at: the place "
            "is not in the text as it stands now.</p>\n");
    if (desk_may_act(frame))
        add_propose_form(&page, view);
    add_comments(&page, view);
    add_notes(&page, view);
    add_history(&page, view);
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
