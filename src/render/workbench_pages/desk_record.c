// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_pages.h"

#include "render/page/page_table.h"
#include "render/workbench_pages/desk_frame.h"

#include <inttypes.h>

enum { ENTRIES_SHOWN = 300, CHANGES_NAMED = 3 };

static void add_logs(struct desk_page *page, const struct log_answer *log)
{
    static const struct page_column columns[] = {
        {"Who may read it", false}, {"Entries", true}, {"Root of the hashes", false}};
    desk_plain(page, "<section data-part=\"logs\"><h2>The logs</h2>\n");
    page_table_begin(page->out, NULL);
    page_columns(page->out, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < log->log_count; i++) {
        const struct log_head *head = &log->logs[i];
        desk_plain(page, "<tr>");
        page_cell(page->out, CELL_ROW, head->audience);
        page_cell(page->out, CELL_NUMBER, arena_print(page->arena, "%" PRIu64, head->size));
        page_cell_begin(page->out, CELL_WORDS);
        desk_plain(page, "<code>");
        desk_text(page, head->root);
        desk_plain(page, "</code>");
        page_cell_end(page->out, CELL_WORDS);
        desk_plain(page, "</tr>\n");
    }
    page_table_end(page->out);
    desk_plain(page, "</section>\n");
}

static void add_changes(struct desk_page *page, const struct json *changes)
{
    for (size_t i = 0; i < changes->count && i < CHANGES_NAMED; i++) {
        const struct json *change = &changes->items[i];
        desk_plain(page, i > 0 ? ", " : "");
        desk_text(page,
                  desk_subject(json_text(change, "kind"), json_text(change, "id"), page->arena));
        desk_plain(page, json_member(change, "set") ? "" : " (taken out)");
    }
    if (changes->count > CHANGES_NAMED)
        builder_print(page->out, " and %zu more", changes->count - CHANGES_NAMED);
}

// All parties and the public may prove what they read; what is sealed is proved by who can open it.
static bool has_proof(const struct log_entry *entry)
{
    return str_equal(entry->audience, STR("all")) || str_equal(entry->audience, STR("public"));
}

static void add_entry(struct desk_page *page, const struct log_entry *entry)
{
    desk_plain(page, "<tr>");
    page_cell_begin(page->out, CELL_WORDS);
    desk_when(page, entry->time);
    page_cell_end(page->out, CELL_WORDS);
    struct str name =
        arena_print(page->arena, "%.*s:%" PRIu64, STR_ARGS(entry->audience), entry->at);
    page_cell_begin(page->out, CELL_WORDS);
    if (has_proof(entry)) {
        desk_plain(page, "<a download href=\"");
        desk_text(page, page->frame->root);
        builder_print(page->out, "/proofs/%.*s-%" PRIu64 ".json\" title=\"Proof of this entry\">",
                      STR_ARGS(entry->audience), entry->at);
        desk_text(page, name);
        desk_plain(page, "</a>");
    } else {
        desk_text(page, name);
    }
    page_cell_end(page->out, CELL_WORDS);
    page_cell_begin(page->out, CELL_WORDS);
    if (entry->by.length > 0)
        desk_party(page, entry->by);
    page_cell_end(page->out, CELL_WORDS);
    page_cell(page->out, CELL_WORDS, desk_act(entry->act));
    page_cell_begin(page->out, CELL_WORDS);
    add_changes(page, entry->changes);
    page_cell_end(page->out, CELL_WORDS);
    desk_plain(page, "</tr>\n");
}

static void add_entries(struct desk_page *page, const struct log_answer *log)
{
    static const struct page_column columns[] = {
        {"When", false}, {"Entry", false}, {"By", false}, {"Act", false}, {"What", false}};
    builder_print(page->out, "<section data-part=\"entries\"><h2>Entries (%zu)</h2>\n",
                  log->entry_count);
    page_table_begin(page->out, "The newest first");
    page_columns(page->out, columns, sizeof columns / sizeof *columns);
    size_t shown = log->entry_count < ENTRIES_SHOWN ? log->entry_count : ENTRIES_SHOWN;
    for (size_t i = 0; i < shown; i++)
        add_entry(page, &log->entries[log->entry_count - 1 - i]);
    page_table_end(page->out);
    if (shown < log->entry_count)
        builder_print(page->out,
                      "<p class=\"quiet\">%zu older entries are in the file of the record.</p>\n",
                      log->entry_count - shown);
    desk_plain(page, "</section>\n");
}

static void add_proofs(struct desk_page *page, const struct desk_record *record)
{
    desk_plain(page, "<p class=\"row\">Download: <a download href=\"");
    desk_text(page, page->frame->root);
    desk_plain(
        page,
        "/record.jsonl\">the record</a>, to be verified without this page: <code>entente verify "
        "record.jsonl</code>");
    if (record->has_checkpoint) {
        desk_plain(page, " · <a download href=\"");
        desk_text(page, page->frame->root);
        desk_plain(page, "/checkpoint.note\">the newest checkpoint</a>, with its signatures");
    }
    desk_plain(page, "</p>\n");
    if (!desk_may_act(page->frame))
        return;
    desk_form_begin(page, "verify", "act");
    desk_button(page, "Verify every hash and signature", false);
    desk_form_end(page);
    if (!record->has_keys && page->frame->vault.length == 0)
        return;
    desk_form_begin(page, "checkpoint", "act");
    desk_button(page, "Sign a checkpoint", false);
    desk_plain(
        page,
        "<small class=\"quiet\">Keep it elsewhere: nobody can then change what was entered before "
        "without its being seen.</small>\n");
    desk_form_end(page);
    desk_form_begin(page, "checkpoint", "act");
    desk_plain(page, "<label>A checkpoint that somebody else signed <input type=\"file\" "
                     "name=\"file\" required accept=\".note,.txt\"></label>\n");
    desk_button(page, "Co-sign it", false);
    desk_plain(page, "<small class=\"quiet\">It is signed only where this case has the very same "
                     "entries.</small>\n");
    desk_form_end(page);
}

struct str desk_record_page(const struct desk_frame *frame, const struct desk_record *record,
                            struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {.title = STR("Record")};
    desk_begin(&page, &head);
    desk_plain(&page, "<p class=\"lede\">Every act is one entry. Each log is chained by hashes, so "
                      "that nothing can be "
                      "changed or taken away afterwards without its being seen.</p>\n");
    desk_main(&page);
    add_proofs(&page, record);
    add_logs(&page, record->log);
    add_entries(&page, record->log);
    desk_main_end(&page);
    desk_end(&page);
    return builder_str(&out);
}
