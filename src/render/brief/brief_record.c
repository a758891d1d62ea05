// SPDX-License-Identifier: Apache-2.0
// The part of the page that is from the record: who takes part, who met, who said what.
#include "render/brief/brief_parts.h"
#include "render/case/case_forms.h"

// What a list is sorted by: the latest day first, those without one last.
struct dated {
    struct str day;
    struct str born;
    const void *what;
};

static int later(const void *a, const void *b)
{
    const struct dated *x = a;
    const struct dated *y = b;
    int order = str_compare(y->day, x->day);
    return order != 0 ? order : str_compare(y->born, x->born);
}

// --- Who

static void add_delegation(const struct brief_answer *brief, struct report *report,
                           struct str party)
{
    struct builder out = builder_make(report->arena);
    for (size_t i = 0; i < brief->delegates.count; i++) {
        const struct brief_delegate *delegate =
            LIST_AT(&brief->delegates, struct brief_delegate, i);
        bool has_role = delegate->role.length > 0;
        if (str_equal(delegate->party, party))
            builder_print(&out, "%s%.*s%s%.*s%s", out.length > 0 ? "; " : "",
                          STR_ARGS(delegate->name), has_role ? " (" : "", STR_ARGS(delegate->role),
                          has_role ? ")" : "");
    }
    if (out.length > 0)
        report_item(report, TONE_PLAIN, "%.*s is spoken for by %.*s.", STR_ARGS(party),
                    STR_ARGS(builder_str(&out)));
}

// What a group has adopted, and where its members hold something else.
static void add_position(struct report *report, const struct brief_group *group)
{
    for (size_t i = 0; i < group->positions.count; i++) {
        const struct case_divergence *common =
            LIST_AT(&group->positions, struct case_divergence, i);
        report_item(
            report, TONE_QUIET, "%.*s: common position of %.*s", STR_ARGS(common->slot),
            STR_ARGS(case_member_words(&common->members[0], common->variants, report->arena)));
    }
    for (size_t i = 0; i < group->divergence_count && i < BRIEF_CONTESTED; i++) {
        const struct case_divergence *differ = &group->divergences[i];
        struct builder out = builder_make(report->arena);
        for (size_t j = 0; j < differ->member_count; j++)
            builder_print(
                &out, "%s%.*s", j > 0 ? "; " : "",
                STR_ARGS(case_member_words(&differ->members[j], differ->variants, report->arena)));
        report_item(report, TONE_QUIET, "%.*s: its members differ. %.*s", STR_ARGS(differ->slot),
                    STR_ARGS(builder_str(&out)));
    }
    if (group->divergence_count > BRIEF_CONTESTED)
        report_item(report, TONE_QUIET, "its members differ in %zu more places.",
                    group->divergence_count - BRIEF_CONTESTED);
}

static void add_party_table(const struct brief_answer *brief, struct report *report)
{
    bool has_texts = brief_text_count(brief) > 0;
    report_table(report, has_texts ? "Party|Name|Role|Drafts|Proposals|Shared with others"
                                   : "Party|Name|Role");
    for (size_t i = 0; i < brief->parties.count; i++) {
        const struct brief_party *party = LIST_AT(&brief->parties, struct brief_party, i);
        report_cell(report, "%.*s", STR_ARGS(party->id));
        report_cell(report, "%.*s", STR_ARGS(party->name));
        report_cell(report, "%.*s", STR_ARGS(party->role));
        if (!has_texts)
            continue;
        report_cell(report, "%u", party->drafts);
        report_cell(report, "%u", party->proposals);
        report_cell(report, "%u", party->shared);
    }
}

static void add_who(const struct brief_answer *brief, struct report *report)
{
    report_heading(report, "Who");
    add_party_table(brief, report);
    for (size_t i = 0; i < brief->parties.count; i++)
        add_delegation(brief, report, LIST_AT(&brief->parties, struct brief_party, i)->id);
    for (size_t i = 0; i < brief->groups.count; i++) {
        const struct brief_group *group = LIST_AT(&brief->groups, struct brief_group, i);
        bool has_form = group->form.length > 0;
        report_item(report, TONE_PLAIN, "%.*s%s%.*s%s: %.*s", STR_ARGS(group->name),
                    has_form ? " (" : "", STR_ARGS(group->form), has_form ? ")" : "",
                    STR_ARGS(group->members));
        add_position(report, group);
    }
}

// --- Who met

static void add_list(struct report *report, struct str list, const char *says)
{
    if (list.length > 0)
        report_item(report, TONE_QUIET, "%s: %.*s", says, STR_ARGS(list));
}

static void add_meeting(struct report *report, const struct brief_meeting *m)
{
    bool is_long = m->to.length > 0 && !str_equal(m->from, m->to);
    report_item(report, TONE_PLAIN, "%.*s%s%.*s%s%.*s: %.*s (%.*s)%s%.*s",
                STR_ARGS(m->from.length > 0 ? m->from : STR("day not known")),
                is_long ? " to " : "", STR_ARGS(is_long ? m->to : STR("")),
                m->place.length > 0 ? ", " : "", STR_ARGS(m->place),
                STR_ARGS(m->title.length > 0 ? m->title : m->item.id), STR_ARGS(m->format),
                m->source.length > 0 ? " — " : "", STR_ARGS(m->source));
    add_list(report, m->documents, "on the table");
    add_list(report, m->agenda, "agenda");
    for (size_t i = 0; i < m->steps.count; i++) {
        const struct brief_step *step = LIST_AT(&m->steps, struct brief_step, i);
        report_item(report, TONE_QUIET, "decided there: %.*s%s%.*s", STR_ARGS(step->text),
                    step->due.length > 0 ? ", due " : "", STR_ARGS(step->due));
    }
}

// What did not fit on the page is counted.
static void add_rest(struct report *report, size_t count, size_t shown, const char *what)
{
    if (count > shown)
        report_item(report, TONE_QUIET, "%zu earlier %s in the case are not shown here.",
                    count - shown, what);
}

static void add_meetings(const struct brief_answer *brief, struct report *report)
{
    size_t count = brief->meetings.count;
    struct list latest = LIST_MAKE(report->arena, struct dated);
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++) {
        const struct brief_meeting *m = LIST_AT(&brief->meetings, struct brief_meeting, i);
        *LIST_ADD(&latest, struct dated) = (struct dated){m->day, m->item.born, m};
    }
    list_sort(&latest, later);
    report_heading(report, "Latest meetings");
    for (size_t i = 0; i < count && i < BRIEF_MEETINGS; i++)
        add_meeting(report, LIST_AT(&latest, struct dated, i)->what);
    add_rest(report, count, BRIEF_MEETINGS, "meetings");
}

// --- Who said what

static struct str words_of(const struct brief_statement *s, struct arena *arena)
{
    if (s->quote.length == 0)
        return s->paraphrase;
    return arena_print(arena, "%.*s%s“%.*s”", STR_ARGS(s->paraphrase),
                       s->paraphrase.length > 0 ? "; " : "", STR_ARGS(s->quote));
}

// What a party says in public about others' changes stands beside what it says.
static void add_statement(struct report *report, const struct brief_statement *s)
{
    struct str whose = arena_print(report->arena, "%.*s%s%.*s", STR_ARGS(s->party),
                                   s->party.length > 0 && s->capacity.length > 0 ? ", " : "",
                                   STR_ARGS(s->capacity));
    report_item(report, TONE_PLAIN, "%.*s, %.*s%s%.*s%s: %.*s — %.*s",
                STR_ARGS(s->date.length > 0 ? s->date : STR("undated")), STR_ARGS(s->speaker),
                whose.length > 0 ? " (" : "", STR_ARGS(whose), whose.length > 0 ? ")" : "",
                STR_ARGS(words_of(s, report->arena)),
                STR_ARGS(s->has_source ? s->source : STR("no source")));
    for (size_t i = 0; i < s->implied.count; i++) {
        const struct brief_implied *implied = LIST_AT(&s->implied, struct brief_implied, i);
        report_item(report, TONE_QUIET, "which implies: %.*s%s%.*s", STR_ARGS(implied->stance),
                    implied->party.length > 0 ? " what is proposed by " : "",
                    STR_ARGS(implied->party));
    }
}

static void add_statements(const struct brief_answer *brief, struct report *report)
{
    size_t count = brief->statements.count;
    struct list latest = LIST_MAKE(report->arena, struct dated);
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++) {
        const struct brief_statement *s = LIST_AT(&brief->statements, struct brief_statement, i);
        *LIST_ADD(&latest, struct dated) = (struct dated){s->day, s->item.born, s};
    }
    list_sort(&latest, later);
    report_heading(report, "Latest statements");
    for (size_t i = 0; i < count && i < BRIEF_STATEMENTS; i++)
        add_statement(report, LIST_AT(&latest, struct dated, i)->what);
    add_rest(report, count, BRIEF_STATEMENTS, "statements");
}

void brief_add_record(const struct brief_answer *brief, struct report *report)
{
    add_who(brief, report);
    add_meetings(brief, report);
    add_statements(brief, report);
}
