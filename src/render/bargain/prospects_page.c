// SPDX-License-Identifier: Apache-2.0
// The page of a comparison: is agreement nearer or farther, for whom, and what moved it?
#include "codec/html.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/bargain_page_parts.h"
#include "render/bargain/bargain_parts.h"
#include "render/bargain/value_text.h"
#include "render/page/page_table.h"

static const char how_to_read[] = "For all, what everybody can gain over the reserves at the same "
                                  "time decides whether agreement is "
                                  "nearer, then how many packages are acceptable; below zero, all "
                                  "reserves must sink by that much. "
                                  "For one party, the best it gets over its reserve from a package "
                                  "that all would accept decides, "
                                  "then how many it would accept. An issue’s change alone: that "
                                  "issue as it is now, all else as it "
                                  "was.";

static const char *tone_of(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_NEARER:
        return "good";
    case VERDICT_FARTHER:
        return "bad";
    case VERDICT_UNCHANGED:
    case VERDICT_NOT_KNOWN:
        break;
    }
    return "quiet";
}

static void add_verdict(struct builder *out, const struct prospects *prospects)
{
    struct arena *arena = out->arena;
    builder_print(
        out, "<p class=\"lede\"><b>%.*s</b> packages acceptable to all before, <b>%.*s</b> now",
        STR_ARGS(grouped_tally(&prospects->old.acceptable, arena)),
        STR_ARGS(grouped_tally(&prospects->new.acceptable, arena)));
    if (prospects->gained.length > 0)
        builder_print(out, " (<b>%.*s</b> gained, <b>%.*s</b> lost)",
                      STR_ARGS(page_grouped(prospects->gained, arena)),
                      STR_ARGS(page_grouped(prospects->lost, arena)));
    builder_add_c(out, ".</p>\n</header>\n<main class=\"wrap report\">\n");
    if (prospects->is_cut)
        builder_add_c(out,
                      "<p class=\"verdict warn\">Not finished: the time or the steps given ran "
                      "out. What stands here is proved; where it says “at least” or “at most”, "
                      "or nothing, more may be had.</p>\n");
    builder_print(out, "<p class=\"verdict %s\">Agreement is %s.</p>\n",
                  tone_of(prospects->verdict), verdict_words(prospects->verdict));
}

static void add_value_or_blank(struct builder *out, const struct scenario *scenario, bool is_known,
                               int64_t value)
{
    if (is_known)
        add_value_cell(out, scenario, value);
    else
        add_blank_cell(out);
}

static void add_range_cell(struct builder *out, const struct scenario *scenario,
                           struct gain_range gain)
{
    if (gain.least == gain.most || gain.most == GAIN_NONE)
        add_value_or_blank(out, scenario, gain.most != GAIN_NONE, gain.most);
    else
        page_cell(out, CELL_NUMBER, gain_text(scenario, gain, out->arena));
}

static void add_count_pair(struct builder *out, const char *words, const struct tally *before,
                           const struct tally *now)
{
    builder_add_c(out, "<tr>");
    page_cell(out, CELL_ROW, str_of(words));
    add_count_cell(out, before);
    add_count_cell(out, now);
    builder_add_c(out, "</tr>\n");
}

static void add_all(struct builder *out, const struct scenario *scenario,
                    const struct prospects *prospects)
{
    static const struct page_column columns[] = {
        {"For all", false}, {"before", true}, {"now", true}};
    const struct side_prospects *before = &prospects->old;
    const struct side_prospects *now = &prospects->new;
    page_table_begin(out, NULL);
    page_columns(out, columns, 3);
    add_count_pair(out, "acceptable packages", &before->acceptable, &now->acceptable);
    if (prospects->is_comparable)
        add_count_pair(out, "of these, acceptable both times", &prospects->kept, &prospects->kept);
    builder_add_c(out, "<tr>");
    page_cell(out, CELL_ROW, STR("what all can gain together"));
    add_range_cell(out, scenario, before->common);
    add_range_cell(out, scenario, now->common);
    builder_add_c(out, "</tr>\n");
    page_table_end(out);
}

static void add_each(struct builder *out, const struct scenario *scenario,
                     const struct prospects *prospects)
{
    static const struct page_column columns[] = {
        {"Party", false},           {"for it, agreement is", false}, {"would accept before", true},
        {"would accept now", true}, {"best before", true},           {"best now", true}};
    const int64_t *before = prospects->old.ideal;
    const int64_t *now = prospects->new.ideal;
    builder_add_c(out, "<h2>For each party</h2>\n");
    page_table_begin(out, "Best: what the party gets from the best package that all would accept");
    page_columns(out, columns, sizeof columns / sizeof columns[0]);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        enum verdict verdict = prospects->for_each[p];
        builder_add_c(out, "<tr>");
        add_party_head(out, scenario, p);
        builder_print(out, "<td class=\"%s\">%s</td>", tone_of(verdict), verdict_words(verdict));
        add_count_cell(out, &prospects->old.to_each[p]);
        add_count_cell(out, &prospects->new.to_each[p]);
        add_value_or_blank(out, scenario, before != NULL, before ? before[p] : 0);
        add_value_or_blank(out, scenario, now != NULL, now ? now[p] : 0);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

static void add_changes(struct builder *out, const struct scenario *scenario,
                        const struct prospects *prospects)
{
    static const struct page_column columns[] = {{"Issue", false},
                                                 {"changes the common gain by", true},
                                                 {"touches most", false},
                                                 {"whose best changes by", true}};
    if (prospects->change_count == 0)
        return;
    builder_add_c(out, "<h2>What moved it</h2>\n");
    page_table_begin(out, "Each issue’s change alone, the strongest first");
    page_columns(out, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < prospects->change_count; i++) {
        const struct issue_change *change = &prospects->changes[i];
        bool has_hit = change->most_hit != UINT32_MAX;
        builder_add_c(out, "<tr>");
        page_cell(out, CELL_ROW, scenario->issues[change->issue].name);
        add_value_cell(out, scenario, change->raises);
        page_cell_begin(out, CELL_WORDS);
        if (has_hit)
            page_party(out, scenario->parties[change->most_hit].name, change->most_hit);
        page_cell_end(out, CELL_WORDS);
        add_value_or_blank(out, scenario, has_hit, change->hit_by);
        builder_add_c(out, "</tr>\n");
    }
    page_table_end(out);
}

struct str prospects_page(const struct prospects_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    const struct scenario *scenario = answer->old->scenario;
    const struct prospects *prospects = answer->prospects;
    packages_page_begin(&out, answer->new->scenario->name, "Is agreement nearer or farther?",
                        scenario->party_count);
    add_verdict(&out, prospects);
    add_all(&out, scenario, prospects);
    add_each(&out, scenario, prospects);
    add_changes(&out, scenario, prospects);
    packages_page_end(&out, NULL, 0, how_to_read);
    return builder_str(&out);
}
