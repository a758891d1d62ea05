// SPDX-License-Identifier: Apache-2.0
// The text with what is found in it before signature.
#include "render/text/proofread_words.h"
#include "render/workbench_pages/desk_pages.h"
#include "render/workbench_pages/desk_sheet.h"

enum { QUOTE_BYTES = 80 };

static bool is_shown(const struct desk_findings *findings, const struct told_finding *finding)
{
    return findings->kind.length == 0 ||
           str_equal(findings->kind, str_of(finding_kind_name(finding->kind)));
}

// --- Kinds

static void add_kind(struct desk_page *page, const struct desk_findings *findings, const char *kind,
                     const char *words, uint32_t count)
{
    bool is_own = str_equal(findings->kind, str_of(kind));
    desk_plain(page,
               is_own ? "<li class=\"own\"><a aria-current=\"true\" href=\"" : "<li><a href=\"");
    desk_text(page, page->frame->here);
    builder_print(page->out, "%s%s\">%s <b>%u</b></a></li>\n", kind[0] ? "?kind=" : "", kind, words,
                  count);
}

static void add_kinds(struct desk_page *page, const struct desk_findings *findings)
{
    const struct proofread_answer *found = findings->found;
    if (found->count == 0)
        return;
    desk_plain(page, "<nav aria-label=\"Kinds of findings\"><ul class=\"tabs\">\n");
    add_kind(page, findings, "", "All", found->count);
    for (int kind = 0; kind < FINDING_KIND_COUNT; kind++) {
        uint32_t count = proofread_answer_of_kind(found, (enum finding_kind)kind);
        if (count > 0)
            add_kind(page, findings, finding_kind_name((enum finding_kind)kind),
                     proofread_heading((enum finding_kind)kind), count);
    }
    desk_plain(page, "</ul></nav>\n");
}

// --- One finding

static void add_accept_form(struct desk_page *page, const struct desk_findings *findings,
                            const struct told_finding *finding)
{
    desk_plain(page, "<details class=\"fold\"><summary>Accept as it is</summary>\n");
    desk_form_begin(page, "finding", "act");
    desk_hidden(page, "document", findings->document->id);
    desk_hidden(page, "check", str_of(finding_kind_name(finding->kind)));
    desk_hidden(page, "quote", finding->quotation);
    if (finding->clause.length > 0)
        desk_hidden(page, "point", finding->clause);
    desk_hidden(page, "what", finding->message);
    desk_party_choice(page, "Accepted by", "all parties");
    desk_plain(page,
               "<label class=\"grow\">Why <input name=\"note\" required dir=\"auto\"></label>\n");
    if (page->frame->role == DESK_PARTY)
        desk_plain(page, "<label>Who may read it <select name=\"readers\">"
                         "<option value=\"own\">my party alone</option>"
                         "<option value=\"all\">all parties</option></select></label>\n");
    desk_button(page, "Accept", false);
    desk_form_end(page);
    desk_plain(page, "</details>\n");
}

static void add_quiet(struct desk_page *page, const char *before, struct str words)
{
    if (words.length == 0)
        return;
    builder_print(page->out, "<p class=\"row quiet\" dir=\"auto\">%s", before);
    desk_text(page, words);
    desk_plain(page, "</p>\n");
}

static void add_finding(struct desk_page *page, const struct desk_findings *findings,
                        uint32_t number)
{
    const struct told_finding *finding = &findings->found->findings[number];
    const char *certainty = proof_certainty_name(finding->certainty);
    builder_print(page->out,
                  "<li class=\"%s\" id=\"f%u\"><p dir=\"auto\"><span class=\"how\">%s</span> "
                  "<b>%s</b> <q>",
                  certainty, number + 1, certainty, proofread_heading(finding->kind));
    desk_text(page, finding->quotation);
    desk_plain(page, "</q>: ");
    desk_text(page, proofread_message(finding, page->arena));
    desk_plain(page, "</p>\n");
    if (!told_finding_is_everywhere(findings->found, finding))
        add_quiet(page, "In: ", proofread_readings(findings->found, finding, page->arena));
    add_quiet(page, "When this is taken: ", proofread_causes(finding, page->arena));
    if (desk_may_act(page->frame))
        add_accept_form(page, findings, finding);
    desk_plain(page, "</li>\n");
}

// --- Where they stand

// By point, a list of findings below it; those of no point under the last number. All lie in one text.
static const struct str *below_points(struct desk_page *page, const struct desk_findings *findings)
{
    const struct proofread_answer *found = findings->found;
    uint32_t points = findings->document->sheet->point_count;
    struct list *at = ARENA_ARRAY(page->arena, struct list, (size_t)points + 1);
    struct str *below = ARENA_ARRAY(page->arena, struct str, (size_t)points + 1);
    for (uint32_t p = 0; p <= points; p++)
        at[p] = LIST_MAKE(page->arena, uint32_t);
    for (uint32_t i = 0; i < found->count; i++)
        if (is_shown(findings, &found->findings[i]))
            *LIST_ADD(&at[found->findings[i].point < points ? found->findings[i].point : points],
                      uint32_t) = i;
    for (uint32_t p = 0; p <= points; p++) {
        if (at[p].count == 0)
            continue;
        struct builder text = builder_make(page->arena);
        struct desk_page own = {&text, page->arena, page->frame};
        desk_plain(&own, "<ul class=\"findings\">\n");
        for (size_t i = 0; i < at[p].count; i++)
            add_finding(&own, findings, *LIST_AT(&at[p], uint32_t, i));
        desk_plain(&own, "</ul>\n");
        below[p] = builder_str(&text);
    }
    return below;
}

static void add_list(struct desk_page *page, const struct desk_findings *findings)
{
    const struct proofread_answer *found = findings->found;
    uint32_t count = 0;
    for (uint32_t i = 0; i < found->count; i++)
        count += is_shown(findings, &found->findings[i]);
    if (count == 0)
        return;
    builder_print(page->out,
                  "<details class=\"fold\"><summary>List of findings (%u)</summary><ol>\n", count);
    for (int certainty = PROOF_COUNT; certainty-- > 0;)
        for (uint32_t i = 0; i < found->count; i++) {
            const struct told_finding *finding = &found->findings[i];
            if (!is_shown(findings, finding) || (int)finding->certainty != certainty)
                continue;
            builder_print(page->out, "<li><a class=\"finding\" href=\"#f%u\">", i + 1);
            desk_text(page, finding->clause.length > 0 ? finding->clause : STR("(start)"));
            desk_plain(page, "</a> <q dir=\"auto\">");
            desk_text(page, desk_start(finding->quotation, QUOTE_BYTES, page->arena));
            builder_print(page->out, "</q> <span class=\"quiet\">%s</span>: ",
                          proof_certainty_name(finding->certainty));
            desk_text(page, finding->message);
            desk_plain(page, "</li>\n");
        }
    desk_plain(page, "</ol></details>\n");
}

// --- What was accepted

static void add_one_accepted(struct desk_page *page, const struct desk_accepted *accepted)
{
    desk_plain(page, "<li dir=\"auto\"><q>");
    desk_text(page, accepted->quote);
    desk_plain(page, accepted->point.length > 0 ? "</q> in " : "</q>");
    desk_text(page, accepted->point);
    desk_plain(page, accepted->what.length > 0 ? ": " : " ");
    desk_text(page, accepted->what.length > 0 ? accepted->what : accepted->check);
    desk_plain(page, ". Accepted by ");
    desk_text(page, accepted->by.length > 0 ? accepted->by : STR("all parties"));
    desk_plain(page, accepted->why.length > 0 ? ": " : "");
    desk_text(page, accepted->why);
    desk_plain(page, "</li>\n");
}

static void add_accepted(struct desk_page *page, const struct desk_findings *findings)
{
    if (findings->accepted.count == 0)
        return;
    builder_print(page->out,
                  "<details class=\"fold\"><summary>Accepted as they are (%zu)</summary><ul>\n",
                  findings->accepted.count);
    for (size_t i = 0; i < findings->accepted.count; i++)
        add_one_accepted(page, LIST_AT(&findings->accepted, struct desk_accepted, i));
    desk_plain(page, "</ul></details>\n");
}

// --- The page

static void add_remarks(struct desk_page *page, const struct proofread_answer *found)
{
    if (found->is_foreign)
        desk_plain(page,
                   "<p class=\"bad\">Hardly a word of this text is English, which is all that "
                   "is read: references, terms and figures in words were not looked "
                   "for.</p>\n");
    if (found->accepted > 0)
        builder_print(page->out,
                      "<p class=\"row\">%u further finding%s accepted as %s and %s not told.</p>\n",
                      found->accepted, found->accepted == 1 ? " was" : "s were",
                      found->accepted == 1 ? "it is" : "they are",
                      found->accepted == 1 ? "is" : "are");
    add_quiet(page, "", proofread_reach(found, page->arena));
    add_quiet(page, "! ", proofread_cut(found, page->arena));
}

static void add_ways(struct desk_page *page, const struct desk_document *document)
{
    const struct str parts[] = {STR("/text/"), document->id, STR("")};
    desk_plain(page, "<p class=\"row ways\">");
    desk_link_begin(page, "", parts);
    desk_plain(page, "The text without findings");
    desk_link_end(page);
    desk_plain(page, "</p>\n");
}

static void add_text(struct desk_page *page, const struct desk_findings *findings)
{
    const struct desk_document *document = findings->document;
    const struct str *below = below_points(page, findings);
    struct merged_page body = desk_sheet_page(page, document->sheet, MERGED_REDLINE);
    body.hues = desk_hues(page, document->sheet);
    body.marks = desk_marks(page, document);
    body.below = below;
    add_list(page, findings);
    add_accepted(page, findings);
    desk_header_end(page);
    desk_plain(page, "<div class=\"wrap text\">\n");
    builder_add(page->out, below[document->sheet->point_count]);
    merged_page_rows(&body);
    desk_plain(page, "</div>\n");
}

static void add_nothing(struct desk_page *page, const struct desk_findings *findings)
{
    desk_main(page);
    if (findings->trouble.length > 0) {
        desk_plain(page, "<p class=\"bad\">The text cannot be looked through: ");
        desk_text(page, findings->trouble);
        desk_plain(page, "</p>\n");
    } else {
        desk_plain(page, "<p>There is no text yet.</p>\n");
    }
    desk_main_end(page);
}

struct str desk_findings_page(const struct desk_frame *frame, const struct desk_findings *findings,
                              struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct desk_page page = {&out, arena, frame};
    struct desk_head head = {
        .title = findings->document->title, .kind = STR("Before signature"), .style = "text.css"};
    desk_begin(&page, &head);
    add_ways(&page, findings->document);
    if (findings->found) {
        desk_plain(&page, "<div data-part=\"counts\">\n<p class=\"lede\">");
        desk_text(&page, proofread_counts(findings->found, arena));
        desk_plain(&page, ".</p>\n");
        add_kinds(&page, findings);
        add_remarks(&page, findings->found);
        desk_plain(&page, "</div>\n");
        add_text(&page, findings);
    } else {
        add_nothing(&page, findings);
    }
    desk_end(&page);
    return builder_str(&out);
}
