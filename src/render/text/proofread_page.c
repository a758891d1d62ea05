// SPDX-License-Identifier: Apache-2.0
// The page of a proofreading.
#include "base/list.h"
#include "codec/html.h"
#include "render/page/assets.h"
#include "render/page/page.h"
#include "render/text/proofread_forms.h"
#include "render/text/proofread_words.h"

struct proof_page {
    const struct proofread_answer *answer;
    struct builder *out;
    struct arena *arena;
    uint32_t next; // the first finding that the text has not come to
};

static const char *kind_class(const struct told_finding *finding)
{
    return finding_kind_name(finding->kind);
}

// What the label of a kind looks like in one state of its button.
static void add_label_rule(struct builder *out, const struct proofread_answer *answer,
                           const char *state, const char *rule)
{
    builder_print(out, "#pick-all:%s~.kinds label[for=pick-all]", state);
    for (int kind = 0; kind < FINDING_KIND_COUNT; kind++) {
        const char *name = finding_kind_name((enum finding_kind)kind);
        if (proofread_answer_of_kind(answer, (enum finding_kind)kind) > 0)
            builder_print(out, ",#pick-%s:%s~.kinds label[for=pick-%s]", name, state, name);
    }
    builder_print(out, "{%s}\n", rule);
}

// Where one kind is chosen, all that is of another is not shown. Kept in rules, so that no script is needed.
static struct str style_of(const struct proofread_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add(&out, proofread_page_css);
    add_label_rule(&out, answer, "checked", "background:var(--ink);color:var(--paper)");
    add_label_rule(&out, answer, "focus-visible",
                   "outline:2px solid var(--moved);outline-offset:2px");
    for (int kind = 0; kind < FINDING_KIND_COUNT; kind++) {
        const char *name = finding_kind_name((enum finding_kind)kind);
        if (proofread_answer_of_kind(answer, (enum finding_kind)kind) > 0)
            builder_print(&out,
                          "#pick-%s:checked~section .of:not(.%s){display:none}\n"
                          "#pick-%s:checked~section mark:not(.%s){background:none;border:0}\n",
                          name, name, name, name);
    }
    return builder_str(&out);
}

static void add_picks(struct proof_page *page)
{
    builder_add_c(page->out, "<input class=\"pick\" type=\"radio\" name=\"kind\" id=\"pick-all\" "
                             "checked>\n");
    for (int kind = 0; kind < FINDING_KIND_COUNT; kind++)
        if (proofread_answer_of_kind(page->answer, (enum finding_kind)kind) > 0)
            builder_print(page->out,
                          "<input class=\"pick\" type=\"radio\" name=\"kind\" id=\"pick-%s\">\n",
                          finding_kind_name((enum finding_kind)kind));
    builder_print(page->out,
                  "<nav class=\"kinds\" aria-label=\"Kinds of findings\">"
                  "<label for=\"pick-all\">All <b>%u</b></label>\n",
                  page->answer->count);
    for (int kind = 0; kind < FINDING_KIND_COUNT; kind++) {
        uint32_t count = proofread_answer_of_kind(page->answer, (enum finding_kind)kind);
        if (count > 0)
            builder_print(page->out, "<label for=\"pick-%s\">%s <b>%u</b></label>\n",
                          finding_kind_name((enum finding_kind)kind),
                          proofread_heading((enum finding_kind)kind), count);
    }
    builder_add_c(page->out, "</nav>\n");
}

static void add_text_of(struct builder *out, const char *before, struct str words,
                        const char *behind)
{
    if (words.length == 0)
        return;
    builder_add_c(out, before);
    html_text(out, words);
    builder_add_c(out, behind);
}

static bool has_text(const struct proof_page *page)
{
    return page->answer->text != NULL;
}

// One finding of the list; it leads to its place where the page has the text.
static void add_finding(struct proof_page *page, uint32_t number)
{
    const struct told_finding *finding = &page->answer->findings[number];
    const char *certainty = proof_certainty_name(finding->certainty);
    struct str place = finding->clause.length > 0 ? finding->clause : STR("(start)");
    builder_print(page->out, "<li class=\"of %s %s\" id=\"found-%u\"><p>", kind_class(finding),
                  certainty, number);
    if (has_text(page))
        builder_print(page->out, "<a class=\"place\" href=\"#text-%u\">", number);
    else
        builder_add_c(page->out, "<span class=\"place\">");
    html_text(page->out, place);
    builder_print(page->out, "%s <span class=\"how\">%s</span> ",
                  has_text(page) ? "</a>" : "</span>", certainty);
    html_text(page->out, proofread_message(finding, page->arena));
    builder_add_c(page->out, "</p>");
    add_text_of(page->out, "<blockquote dir=\"auto\">", finding->context, "</blockquote>");
    if (page->answer->reading_count > 0) {
        add_text_of(page->out, "<p class=\"quiet\">In: ",
                    proofread_readings(page->answer, finding, page->arena), "</p>");
        add_text_of(page->out, "<p class=\"quiet\">When this is taken: ",
                    proofread_causes(finding, page->arena), "</p>");
    }
    builder_add_c(page->out, "</li>\n");
}

static void add_list(struct proof_page *page)
{
    const struct proofread_answer *answer = page->answer;
    for (int kind = 0; kind < FINDING_KIND_COUNT; kind++) {
        if (proofread_answer_of_kind(answer, (enum finding_kind)kind) == 0)
            continue;
        builder_print(page->out, "<section><h2 class=\"of %s\">%s</h2>\n<ul class=\"found\">\n",
                      finding_kind_name((enum finding_kind)kind),
                      proofread_heading((enum finding_kind)kind));
        for (int certainty = PROOF_COUNT; certainty-- > 0;)
            for (uint32_t i = 0; i < answer->count; i++)
                if ((int)answer->findings[i].kind == kind &&
                    (int)answer->findings[i].certainty == certainty)
                    add_finding(page, i);
        builder_add_c(page->out, "</ul></section>\n");
    }
}

// The words of a paragraph with those marked that something was found in. Findings [from, to) begin in it;
// of two that overlap the first is marked, and both are told below.
static void add_marked(struct proof_page *page, const struct paragraph *paragraph, uint32_t from,
                       uint32_t to)
{
    struct str text = page->answer->text->text;
    uint32_t at = paragraph->from;
    for (uint32_t i = from; i < to; i++) {
        const struct told_finding *finding = &page->answer->findings[i];
        uint32_t end = finding->place.to < paragraph->to ? finding->place.to : paragraph->to;
        if (finding->place.from < at || end <= finding->place.from)
            continue;
        html_text(page->out, str_slice(text, at, finding->place.from));
        builder_print(page->out, "<mark class=\"%s %s\"><a href=\"#found-%u\">",
                      kind_class(finding), proof_certainty_name(finding->certainty), i);
        html_text(page->out, str_slice(text, finding->place.from, end));
        builder_add_c(page->out, "</a></mark>");
        at = end;
    }
    html_text(page->out, str_slice(text, at, paragraph->to));
}

static void add_notes(struct proof_page *page, uint32_t from, uint32_t to)
{
    if (from == to)
        return;
    builder_add_c(page->out, "<ul class=\"found\">\n");
    for (uint32_t i = from; i < to; i++) {
        const struct told_finding *finding = &page->answer->findings[i];
        const char *certainty = proof_certainty_name(finding->certainty);
        builder_print(page->out,
                      "<li class=\"of %s %s\" id=\"text-%u\"><p><a class=\"place\" "
                      "href=\"#found-%u\">",
                      kind_class(finding), certainty, i, i);
        html_text(page->out, finding->quotation);
        builder_print(page->out, "</a> <span class=\"how\">%s</span> ", certainty);
        html_text(page->out, proofread_message(finding, page->arena));
        builder_add_c(page->out, "</p></li>\n");
    }
    builder_add_c(page->out, "</ul>\n");
}

static void add_paragraph(struct proof_page *page, const struct paragraph *paragraph)
{
    const struct proofread_answer *answer = page->answer;
    uint32_t from = page->next;
    while (page->next < answer->count && answer->findings[page->next].place.from <= paragraph->to)
        page->next++;
    struct str label = paragraph->label.typed_bytes == 0 ? paragraph->label.text : STR("");
    if (label.length == 0 && str_trim(paragraph_text(answer->text, paragraph)).length == 0)
        return;
    const char *element = paragraph->kind == PARAGRAPH_HEADING ? "h3" : "p";
    builder_print(page->out, "<%s dir=\"auto\">", element);
    add_text_of(page->out, "", label, " ");
    add_marked(page, paragraph, from, page->next);
    builder_print(page->out, "</%s>\n", element);
    add_notes(page, from, page->next);
}

static void add_text(struct proof_page *page)
{
    const struct document *text = page->answer->text;
    builder_add_c(page->out, "<section class=\"the-text\"><h2>The text</h2>\n");
    for (uint32_t p = 0; p < text->paragraph_count; p++)
        add_paragraph(page, &text->paragraphs[p]);
    builder_add_c(page->out, "</section>\n");
}

static void add_remarks(struct proof_page *page)
{
    const struct proofread_answer *answer = page->answer;
    if (answer->is_foreign)
        builder_add_c(page->out, "<p class=\"warn\">! Hardly a word of this text is English, which "
                                 "is all that is read: references, terms and figures in words were "
                                 "not looked for.</p>\n");
    if (answer->count == 0)
        builder_add_c(page->out, "<p class=\"good\">✓ Nothing was found by these checks.</p>\n");
    if (answer->left_out > 0)
        builder_print(
            page->out,
            "<p class=\"quiet\">%u further findings were less sure and are left out.</p>\n",
            answer->left_out);
    if (answer->accepted > 0)
        builder_print(
            page->out,
            "<p class=\"quiet\">%u further findings have been accepted as they are and are "
            "not told again.</p>\n",
            answer->accepted);
    add_text_of(page->out, "<p class=\"quiet\">", proofread_reach(answer, page->arena), "</p>\n");
    add_text_of(page->out, "<p class=\"warn\">! ", proofread_cut(answer, page->arena), "</p>\n");
}

struct str proofread_page(const struct proofread_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct proof_page page = {.answer = answer, .out = &out, .arena = arena};
    struct page_head head = {
        .title = answer->title, .kind = STR("Before signature"), .style = style_of(answer, arena)};
    page_begin(&out, &head);
    add_text_of(&out, "<p class=\"lede\">", proofread_counts(answer, arena),
                "</p>\n</header>\n<main class=\"wrap report\">\n");
    if (answer->count > 0)
        add_picks(&page);
    add_list(&page);
    add_remarks(&page);
    if (has_text(&page) && answer->count > 0)
        add_text(&page);
    builder_add_c(&out, "</main>\n");
    page_end(&out, STR(""));
    return builder_str(&out);
}
