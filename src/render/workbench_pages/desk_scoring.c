// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_scoring.h"
#include "render/page/page_table.h"
#include "render/workbench_pages/desk_sheet.h"

#include <inttypes.h>

enum { START_BYTES = 140, LABEL_BYTES = 60 };

struct str desk_issue_words(struct str name)
{
    size_t slash = str_find_byte(name, '/');
    return slash < name.length ? str_skip(name, slash + 1) : name;
}

const struct slot_issue *desk_issue_named(const struct desk_packages *packages, struct str name)
{
    for (size_t i = 0; i < packages->issue_count; i++)
        if (str_equal(desk_issue_words(packages->issues[i].name), name))
            return &packages->issues[i];
    return NULL;
}

void desk_issue_link(struct desk_page *page, const struct desk_packages *packages,
                     const struct slot_issue *issue, struct str name)
{
    struct str id = issue ? packages->document->slots[issue->slots[0]].id : STR("");
    if (id.length > 0)
        desk_slot_link(page, "", packages->document->id, id);
    desk_text(page, name);
    if (id.length > 0)
        desk_link_end(page);
}

// --- The grid: a row a place, a cell a wording

static void add_holders(struct desk_page *page, struct str holders)
{
    struct str each;
    bool is_first = true;
    while (str_cut(&holders, ',', &each)) {
        each = str_trim(each);
        desk_plain(page, is_first ? "" : " ");
        is_first = false;
        if (str_equal(each, STR("base")))
            desk_plain(page, "<span class=\"quiet\">base</span>");
        else
            desk_party(page, each);
    }
}

static void add_label(struct desk_page *page, const char *what, const struct slot_issue *issue,
                      const struct issue_option *option)
{
    builder_print(page->out, " aria-label=\"%s, ", what);
    desk_text(page, desk_issue_words(issue->name));
    if (option) {
        desk_plain(page, ": ");
        desk_text(page, desk_start(option->words, LABEL_BYTES, page->arena));
    }
    desk_plain(page, "\"");
}

static void add_score_field(struct desk_page *page, const struct slot_issue *issue, size_t number,
                            uint32_t option, const struct desk_score *score)
{
    builder_print(page->out, "<input type=\"number\" step=\"1\" name=\"score.%zu.%u\" value=\"",
                  number, option);
    if (score->is_known)
        builder_print(page->out, "%" PRId64, score->value);
    desk_plain(page, "\"");
    add_label(page, "Score", issue, &issue->options[option]);
    desk_plain(page, ">");
}

static void add_rank_field(struct desk_page *page, const struct slot_issue *issue, size_t number,
                           uint32_t option, const struct desk_score *score)
{
    builder_print(page->out,
                  "<input type=\"number\" step=\"1\" min=\"1\" max=\"%u\" name=\"rank.%zu.%u\" "
                  "value=\"",
                  issue->option_count, number, option);
    if (score->rank > 0)
        builder_print(page->out, "%u", score->rank);
    desk_plain(page, "\"");
    add_label(page, "Place in your order", issue, &issue->options[option]);
    desk_plain(page, ">");
}

static void add_option(struct desk_page *page, const struct desk_packages *packages, size_t number,
                       uint32_t option)
{
    const struct slot_issue *issue = &packages->issues[number];
    const struct desk_score *score = &packages->own.scores[number][option];
    desk_plain(page, "<td class=\"option\"><p dir=\"auto\">");
    desk_text(page, desk_start(issue->options[option].words, START_BYTES, page->arena));
    desk_plain(page, "</p><p class=\"held\">");
    add_holders(page, issue->options[option].holders);
    desk_plain(page, "</p><p class=\"say\">");
    if (packages->own.how == DESK_BY_ORDER)
        add_rank_field(page, issue, number, option, score);
    else
        add_score_field(page, issue, number, option, score);
    builder_print(page->out,
                  " <label class=\"red\"><input type=\"checkbox\" name=\"red\" "
                  "value=\"%zu.%u\"%s",
                  number, option, score->is_red ? " checked" : "");
    add_label(page, "Red line", issue, &issue->options[option]);
    desk_plain(page, "> red line</label></p></td>");
}

static void add_matters_field(struct desk_page *page, const struct desk_packages *packages,
                              size_t number)
{
    if (packages->own.how != DESK_BY_ORDER)
        return;
    builder_print(page->out,
                  "<label class=\"matters\">matters <input type=\"number\" step=\"1\" min=\"1\" "
                  "name=\"matters.%zu\" value=\"",
                  number);
    if (packages->own.matters[number] > 0)
        builder_print(page->out, "%u", packages->own.matters[number]);
    desk_plain(page, "\"");
    add_label(page, "How much it matters, 1 the most", &packages->issues[number], NULL);
    desk_plain(page, "></label>");
}

static uint32_t most_options(const struct desk_packages *packages)
{
    uint32_t most = 1;
    for (size_t i = 0; i < packages->issue_count; i++)
        if (packages->issues[i].option_count > most)
            most = packages->issues[i].option_count;
    return most;
}

static void add_grid(struct desk_page *page, const struct desk_packages *packages)
{
    uint32_t most = most_options(packages);
    builder_print(page->out,
                  "<div class=\"scroll\"><table class=\"data scoring\">\n<thead><tr><th "
                  "scope=\"col\">Place</th><th scope=\"colgroup\" colspan=\"%u\">Its wordings"
                  "</th></tr></thead>\n<tbody>\n",
                  most);
    for (size_t i = 0; i < packages->issue_count; i++) {
        const struct slot_issue *issue = &packages->issues[i];
        desk_plain(page, "<tr><th scope=\"row\">");
        desk_issue_link(page, packages, issue, desk_issue_words(issue->name));
        add_matters_field(page, packages, i);
        desk_plain(page, "</th>");
        for (uint32_t o = 0; o < issue->option_count; o++)
            add_option(page, packages, i, o);
        if (issue->option_count < most)
            builder_print(page->out, "<td class=\"none\" colspan=\"%u\"></td>",
                          most - issue->option_count);
        desk_plain(page, "</tr>\n");
    }
    desk_plain(page, "</tbody></table></div>\n");
}

// --- What stands under the grid

static void add_radio(struct desk_page *page, const char *name, const char *value, bool is_chosen,
                      const char *words)
{
    builder_print(page->out,
                  "<label class=\"row\"><input type=\"radio\" name=\"%s\" value=\"%s\"%s> "
                  "%s</label>\n",
                  name, value, is_chosen ? " checked" : "", words);
}

static void add_empty_choice(struct desk_page *page, const struct desk_packages *packages)
{
    desk_plain(page, "<fieldset><legend>What you leave empty</legend>\n");
    add_radio(page, "empty", "same", !packages->own.is_open,
              "makes no difference to us: the wordings count 0");
    add_radio(page, "empty", "open", packages->own.is_open,
              "is not decided yet: packages are then acceptable for sure, possibly or never");
    desk_plain(page, "</fieldset>\n");
}

static void add_base_choice(struct desk_page *page, const struct desk_packages *packages)
{
    const struct desk_scoring *own = &packages->own;
    desk_plain(page,
               "<fieldset><legend>Could you live with the base’s wording everywhere?</legend>\n");
    add_radio(page, "base", "accepts", own->accepts_base, "yes");
    add_radio(page, "base", "rejects", own->rejects_base, "no");
    add_radio(page, "base", "open", !own->accepts_base && !own->rejects_base, "we do not say");
    desk_plain(page, "</fieldset>\n");
}

static void add_reserve(struct desk_page *page, const struct desk_packages *packages)
{
    desk_plain(page, "<p class=\"act\"><label>Reserve: the least total that you would accept "
                     "<input type=\"number\" step=\"1\" name=\"reserve\" value=\"");
    desk_text(page, packages->own.reserve);
    desk_plain(page, "\"></label>\n<small class=\"quiet\" id=\"totals\">What you have without an "
                     "agreement, in the same points. Empty counts 0.</small></p>\n");
}

static void add_sealing(struct desk_page *page)
{
    desk_plain(page, "<p class=\"act\"><label class=\"row\"><input type=\"checkbox\" "
                     "name=\"with_mediator\" value=\"yes\"> The mediators may read it too</label>\n"
                     "<button class=\"first\">Seal these scores</button></p>\n");
}

// --- Questions: the best of what is not in the order yet

static void hide_order(struct desk_page *page, const struct desk_packages *packages)
{
    const struct desk_scoring *own = &packages->own;
    for (size_t i = 0; i < packages->issue_count; i++) {
        for (uint32_t o = 0; o < packages->issues[i].option_count; o++) {
            if (own->scores[i][o].rank > 0)
                builder_print(page->out,
                              "<input type=\"hidden\" name=\"rank.%zu.%u\" value=\"%u\">", i, o,
                              own->scores[i][o].rank);
            if (own->scores[i][o].is_red)
                builder_print(page->out, "<input type=\"hidden\" name=\"red\" value=\"%zu.%u\">", i,
                              o);
        }
        if (own->matters[i] > 0)
            builder_print(page->out, "<input type=\"hidden\" name=\"matters.%zu\" value=\"%u\">", i,
                          own->matters[i]);
    }
    desk_hidden(page, "empty", STR("open"));
    desk_hidden(page, "base",
                own->accepts_base   ? STR("accepts")
                : own->rejects_base ? STR("rejects")
                                    : STR("open"));
}

static uint32_t unranked(const struct desk_packages *packages, size_t number)
{
    uint32_t count = 0;
    for (uint32_t o = 0; o < packages->issues[number].option_count; o++)
        count += packages->own.scores[number][o].rank == 0;
    return count;
}

static void add_answers(struct desk_page *page, const struct desk_packages *packages, size_t number)
{
    const struct slot_issue *issue = &packages->issues[number];
    desk_plain(page, "<ul class=\"answers\">\n");
    for (uint32_t o = 0; o < issue->option_count; o++) {
        if (packages->own.scores[number][o].rank > 0)
            continue;
        builder_print(page->out, "<li><button name=\"best\" value=\"%zu.%u\"><span dir=\"auto\">",
                      number, o);
        desk_text(page, desk_start(issue->options[o].words, START_BYTES, page->arena));
        desk_plain(page, "</span></button> ");
        add_holders(page, issue->options[o].holders);
        desk_plain(page, "</li>\n");
    }
    builder_print(page->out,
                  "<li><button name=\"best\" value=\"%zu.same\">they are all the same to us"
                  "</button></li>\n</ul>\n",
                  number);
}

// How many places have an order already; *next is the first that has not, or the count.
static size_t find_next(const struct desk_packages *packages, size_t *next)
{
    size_t done = 0;
    *next = packages->issue_count;
    for (size_t i = packages->issue_count; i-- > 0;) {
        if (unranked(packages, i) > 0)
            *next = i;
        else
            done++;
    }
    return done;
}

static void add_questions(struct desk_page *page, const struct desk_packages *packages)
{
    size_t next;
    size_t done = find_next(packages, &next);
    if (next == packages->issue_count) {
        desk_plain(page, "<p class=\"good\">✓ Every place has an answer. Under “by order” you can "
                         "change them, and say which places matter most.</p>\n");
        return;
    }
    if (packages->own.is_given && !packages->own.is_ordered)
        desk_plain(page, "<p class=\"warn\">You gave scores already. The first answer here puts an "
                         "order in their place.</p>\n");
    const struct slot_issue *issue = &packages->issues[next];
    bool has_begun = unranked(packages, next) < issue->option_count;
    builder_print(page->out, "<p class=\"quiet\">%zu of %zu places have an answer.</p>\n", done,
                  packages->issue_count);
    desk_form_begin(page, "scores", "question");
    desk_hidden(page, "document", packages->document->id);
    desk_hidden(page, "how", STR("order"));
    hide_order(page, packages);
    desk_plain(page, "<h2 class=\"small\">");
    desk_issue_link(page, packages, issue, desk_issue_words(issue->name));
    desk_plain(page, has_begun ? ": and of these, which do you like best?</h2>\n"
                               : ": which do you like best?</h2>\n");
    add_answers(page, packages, next);
    desk_plain(page, "<p class=\"act\"><label class=\"row\"><input type=\"checkbox\" "
                     "name=\"with_mediator\" value=\"yes\"> The mediators may read the answers "
                     "too</label></p>\n");
    desk_form_end(page);
}

// --- The whole

static void add_way(struct desk_page *page, const struct desk_packages *packages,
                    enum desk_saying how, const char *name, const char *words)
{
    bool is_own = packages->own.how == how;
    desk_plain(page,
               is_own ? "<li class=\"own\"><a aria-current=\"true\" href=\"" : "<li><a href=\"");
    desk_text(page, page->frame->root);
    desk_plain(page, "/packages?document=");
    desk_address(page->out, packages->document->id);
    builder_print(page->out, "&amp;reading=%s#scoring\">%s</a></li>\n", name, words);
}

static void add_ways(struct desk_page *page, const struct desk_packages *packages)
{
    static const char *const how[] = {
        [DESK_BY_SCORES] = "Give each wording points, in whole numbers: more is better, and only "
                           "the differences count. Begin with the places that matter most; what "
                           "makes no difference to you may stay empty.",
        [DESK_BY_ORDER] = "At each place give 1 to the wording that you like best, 2 to the next; "
                          "equal numbers where it is the same to you. “Matters” says which places "
                          "matter most: 1 for the first, 2 for the next.",
        [DESK_BY_QUESTIONS] = ("One question at a time; each answer is sealed as you give it, and "
                               "goes into the order."),
    };
    desk_plain(page, "<ul class=\"tabs\" aria-label=\"How to say it\">\n");
    add_way(page, packages, DESK_BY_SCORES, "scores", "by scores");
    add_way(page, packages, DESK_BY_ORDER, "order", "by order");
    add_way(page, packages, DESK_BY_QUESTIONS, "questions", "by questions");
    builder_print(page->out, "</ul>\n<p>%s</p>\n", how[packages->own.how]);
}

static void add_state(struct desk_page *page, const struct desk_packages *packages)
{
    const struct desk_scoring *own = &packages->own;
    if (!own->is_given)
        desk_plain(page, "<p>Nothing is sealed yet. ");
    else if (own->unsaid > 0)
        builder_print(page->out,
                      "<p>Sealed; at %u of %zu places nothing is said, or all wordings count the "
                      "same. ",
                      own->unsaid, packages->issue_count);
    else
        desk_plain(page, "<p><span class=\"good\">✓ Sealed</span>, with every place. ");
    desk_plain(page, "What you give here is sealed to your party: other parties never see it, and "
                     "the mediators only if you say so below.</p>\n");
}

static void add_form(struct desk_page *page, const struct desk_packages *packages)
{
    bool is_order = packages->own.how == DESK_BY_ORDER;
    desk_form_begin(page, "scores", "scores");
    desk_hidden(page, "document", packages->document->id);
    desk_hidden(page, "how", is_order ? STR("order") : STR("scores"));
    add_grid(page, packages);
    add_empty_choice(page, packages);
    if (is_order)
        add_base_choice(page, packages);
    else
        add_reserve(page, packages);
    add_sealing(page);
    desk_form_end(page);
}

void desk_scoring(struct desk_page *page, const struct desk_packages *packages)
{
    if (page->frame->role != DESK_PARTY || packages->is_of_all)
        return;
    if (packages->is_too_long)
        builder_print(page->out,
                      "<p class=\"warn\">%zu places are open: too many to score on a page. The "
                      "list of open places as a workbook can be scored and given to the program "
                      "instead.</p>\n",
                      packages->issue_count);
    if (!packages->may_score)
        return;
    builder_print(page->out,
                  "<details class=\"fold step\" id=\"scoring\"%s><summary>What each wording of ",
                  packages->own.is_given && !packages->own.is_asked ? "" : " open");
    desk_text(page, packages->document->title);
    desk_plain(page, " is worth to your party</summary>\n");
    add_state(page, packages);
    add_ways(page, packages);
    if (packages->own.how == DESK_BY_QUESTIONS)
        add_questions(page, packages);
    else
        add_form(page, packages);
    desk_plain(page, "</details>\n");
}
