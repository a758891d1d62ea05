// SPDX-License-Identifier: Apache-2.0
#include "codec/json.h"
#include "render/case/case_forms.h"
#include "render/workbench_pages/desk_items.h"
#include "render/workbench_pages/desk_pages.h"

static void add_said(struct desk_page *page, const struct desk_said *said, size_t number)
{
    builder_print(
        page->out,
        "<li><label class=\"row\"><input type=\"checkbox\" name=\"confirm\" value=\"%zu\"> <b>",
        number);
    desk_text(page, said->speaker);
    desk_plain(page, "</b>");
    desk_plain(page, said->capacity.length > 0 ? ", " : "");
    desk_text(page, said->capacity);
    desk_plain(page, " <small>");
    desk_text(page, said->date.length > 0 ? said->date : STR("no date"));
    desk_plain(page, said->place.length > 0 ? ", " : "");
    desk_text(page, said->place);
    desk_plain(page, "</small></label>\n<blockquote dir=\"auto\">");
    desk_text(page, said->words);
    desk_plain(page, "</blockquote>");
    if (said->about.length > 0) {
        desk_plain(page, "<small>about: ");
        desk_text(page, said->about);
        desk_plain(page, "</small>");
    }
    desk_plain(page, "</li>\n");
}

// --- What was entered

static void add_joined(struct desk_page *page, const char *before, struct str text)
{
    if (text.length == 0)
        return;
    desk_plain(page, before);
    desk_text(page, text);
}

static void add_words(struct desk_page *page, const struct json *value)
{
    struct str quote = json_text(value, "quote");
    struct str words = quote.length > 0 ? quote : json_text(value, "paraphrase");
    if (words.length == 0)
        return;
    desk_plain(page, quote.length > 0 ? "<blockquote dir=\"auto\">“" : "<blockquote dir=\"auto\">");
    desk_text(page, words);
    desk_plain(page, quote.length > 0 ? "”</blockquote>" : "</blockquote>");
}

// "2031-03-10, Isenmoor, press conference": what of it is known.
static void add_when_and_where(struct desk_page *page, const struct json *value)
{
    static const char *const names[] = {"date", "place", "channel"};
    const char *before = "";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct str text = json_text(value, names[i]);
        add_joined(page, before, text);
        before = text.length > 0 ? ", " : before;
    }
}

static void add_statement(struct desk_page *page, const struct case_item *item)
{
    const struct json *value = item->value;
    const struct json *about = json_member(value, "about");
    struct str party = json_text(value, "party");
    desk_plain(page, "<li><b>");
    desk_text(page, item->speaker.length > 0 ? item->speaker : item->id);
    desk_plain(page, "</b>");
    add_joined(page, ", ", json_text(value, "capacity"));
    if (party.length > 0) {
        desk_plain(page, " ");
        desk_party(page, party);
    }
    desk_plain(page, " <small>");
    add_when_and_where(page, value);
    desk_plain(page, "</small>");
    add_words(page, value);
    if (about && about->count > 0)
        add_joined(page, "<small>about: ", case_value_words(about, page->arena));
    desk_plain(page, about && about->count > 0 ? "</small></li>\n" : "</li>\n");
}

// The newest first: what was said last is asked for most.
static void add_statements(struct desk_page *page, const struct case_list *list)
{
    builder_print(page->out, "<section data-part=\"statements\"><h2>Statements (%zu)</h2>\n",
                  list->count + list->before);
    if (list->count == 0)
        desk_plain(page, "<p>No statement has been entered yet.</p>\n");
    desk_plain(page, list->count > 0 ? "<ul class=\"plain-list spaced\">\n" : "");
    for (size_t i = list->count; i-- > 0;)
        add_statement(page, &list->items[i]);
    desk_plain(page, list->count > 0 ? "</ul>\n" : "");
    if (list->before > 0)
        builder_print(page->out, "<p class=\"quiet\">And %zu older ones.</p>\n", list->before);
    desk_plain(page, "</section>\n");
}

// --- What was read

// What was read is proposed; only what a person ticks is entered.
static void add_found(struct desk_page *page, const struct desk_items *items)
{
    desk_plain(page, "<section class=\"step\"><h2>What was read</h2>\n");
    if (items->trouble.length > 0) {
        desk_plain(page, "<p class=\"bad\">✗ ");
        desk_text(page, items->trouble);
        desk_plain(page, "</p></section>\n");
        return;
    }
    if (items->said.count == 0) {
        desk_plain(page,
                   items->unattributed > 0
                       ? "<p>Something is said there, but who said it was not read.</p></section>\n"
                       : "<p>No statement was read in it.</p></section>\n");
        return;
    }
    builder_print(
        page->out, "<p>%zu statement%s; look through them and tick those that are right.%s</p>\n",
        items->said.count, items->said.count == 1 ? "" : "s",
        items->unattributed > 0 ? " Some quotations have no speaker and are not listed." : "");
    desk_form_begin(page, "statement", "read");
    desk_plain(page, "<ol class=\"spaced\">\n");
    for (size_t i = 0; i < items->said.count; i++)
        add_said(page, LIST_AT(&items->said, struct desk_said, i), i);
    desk_plain(page, "</ol>\n");
    desk_hidden(page, "report", items->report);
    desk_button(page, "Enter what is ticked", true);
    desk_form_end(page);
    desk_plain(page, "</section>\n");
}

struct str desk_statements_page(const struct desk_frame *frame, const struct desk_items *items,
                                struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {.title = STR("Statements")};
    desk_begin(&page, &head);
    desk_main(&page);
    if (items->has_report)
        add_found(&page, items);
    for (size_t i = 0; i < items->list_count; i++)
        add_statements(&page, &items->lists[i]);
    if (desk_may_act(frame)) {
        desk_plain(&page, "<section class=\"step\"><h2>Read a report</h2>\n");
        desk_form_begin(&page, "read", "act");
        desk_plain(&page, "<label class=\"full\">Paste the report <textarea name=\"report\" "
                          "required dir=\"auto\" "
                          "rows=\"10\"></textarea></label>\n");
        desk_button(&page, "See who said what", true);
        desk_form_end(&page);
        desk_plain(&page, "</section>\n");
    }
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
