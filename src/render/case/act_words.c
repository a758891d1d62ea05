// SPDX-License-Identifier: Apache-2.0
// What an act entered, in plain words.
#include "render/case/record_forms.h"

#include <string.h>

struct act_noun {
    const char *kind;
    const char *one;  // begins a sentence
    const char *many; // follows a number
    bool has_name;    // its id is a name that people know
};

static struct act_noun noun_of(const char *kind)
{
    static const struct act_noun known[] = {
        {"stance", "The stance", "stances", false},
        {"comment", "The comment", "comments", false},
        {"note", "The note", "notes", false},
        {"draft", "The draft", "drafts", true},
        {"document", "The text", "texts", true},
        {"party", "The party", "parties", true},
        {"group", "The group", "groups", true},
        {"delegate", "The person", "people", false},
        {"meeting", "The meeting", "meetings", false},
        {"statement", "The statement", "statements", false},
        {"step", "The step", "steps", false},
        {"limit", "The limit", "limits", false},
        {"guarantee", "The guarantee", "guarantees", false},
        {"package", "The package", "packages", false},
        {"match", "The pair of points", "pairs of points", false},
        {"worth", "The table of scores", "tables of scores", false},
        {"acceptance", "The acceptance", "acceptances", false},
        {"slot", "The open place", "open places", false},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].kind, kind) == 0)
            return known[i];
    return (struct act_noun){kind, "This", "entries", false};
}

static void print_readers(struct builder *out, const struct act_answer *answer, struct str audience)
{
    const char *also = answer->with_mediator ? " and the mediators" : "";
    if (str_equal(audience, STR("public")))
        builder_add(out, STR(" It is public."));
    else if (str_starts_with(audience, STR("party:")))
        builder_print(out, " It is sealed: only %.*s%s can read it.",
                      STR_ARGS(str_skip(audience, strlen("party:"))), also);
    else if (str_starts_with(audience, STR("group:")))
        builder_print(out, " It is sealed: only the members of %.*s%s can read it.",
                      STR_ARGS(str_skip(audience, strlen("group:"))), also);
    else if (str_equal(audience, STR("mediator")))
        builder_add(out, STR(" It is sealed: only the mediators can read it."));
}

// What is told by the act rather than by the kind of what it entered; NULL: nothing
static const char *sentence_of(const char *verb)
{
    static const struct {
        const char *verb, *sentence;
    } known[] = {
        {"agree", "The wording is agreed ad referendum."},
        {"park", "The place is parked for later."},
        {"reopen", "The place is open again."},
        {"key", "The passphrase opens the party’s keys from now on."},
        {"consent", "The mediators can read it from now on."},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].verb, verb) == 0)
            return known[i].sentence;
    return NULL;
}

// As many as follow one another of one kind are one sentence. Gives how many they were.
static size_t print_entered(struct builder *out, const struct act_answer *answer, size_t first)
{
    const struct act_entered *entered = answer->entered + first;
    struct act_noun noun = noun_of(entered->kind);
    size_t count = 1;
    while (first + count < answer->entered_count && strcmp(entered[count].kind, entered->kind) == 0)
        count++;
    if (count > 1)
        builder_print(out, "%zu %s are entered.", count, noun.many);
    else if (noun.has_name)
        builder_print(out, "%s %.*s is entered.", noun.one, STR_ARGS(entered->id));
    else
        builder_print(out, "%s is entered.", noun.one);
    print_readers(out, answer, entered->audience);
    builder_add_byte(out, '\n');
    return count;
}

static void print_count(struct builder *out, size_t count, const char *words, bool *has_any)
{
    if (count == 0)
        return;
    builder_print(out, "%s %zu %s", *has_any ? "," : "Open places:", count, words);
    *has_any = true;
}

static void print_said(struct builder *out, size_t kept, size_t unheld, const struct str *named,
                       size_t count)
{
    if (kept > 0)
        builder_print(out, "%zu %s", kept, kept == 1 ? "stance stays" : "stances stay");
    if (unheld > 0)
        builder_print(out, ", %zu on wordings that no draft has any more", unheld);
    if (kept > 0)
        builder_add(out, STR(".\n"));
    for (size_t i = 0; i < count; i++)
        builder_print(out, "%.*s\n", STR_ARGS(named[i]));
}

static void print_slots(struct builder *out, const struct act_slots *slots)
{
    bool has_any = false;
    print_count(out, slots->stayed, "as before", &has_any);
    print_count(out, slots->arrived, "new", &has_any);
    print_count(out, slots->left, "gone", &has_any);
    print_count(out, slots->reopened, "open again", &has_any);
    builder_add(out, has_any ? STR(".\n") : STR(""));
    print_said(out, slots->stances_kept, slots->stances_unheld, slots->named, slots->named_count);
}

static void print_round(struct builder *out, const struct act_round *round)
{
    bool has_any = false;
    print_count(out, round->settled, "settled in the next base", &has_any);
    print_count(out, round->open, "still open", &has_any);
    print_count(out, round->unplaced, "that no draft has any more", &has_any);
    builder_add(out, has_any ? STR(".\n") : STR(""));
    print_said(out, round->stances_kept, round->stances_unheld, round->named, round->named_count);
}

static void print_list(struct builder *out, const struct act_list *list)
{
    if (list->stances + list->comments == 0)
        builder_add(out, STR("The list says nothing that is new.\n"));
    for (size_t i = 0; i < list->named_count; i++)
        builder_print(out, "%.*s\n", STR_ARGS(list->named[i]));
}

struct str act_words(const struct act_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    const char *sentence = sentence_of(answer->verb);
    bool is_one = sentence && answer->entered_count > 0 && !answer->slots && !answer->round;
    if (is_one) {
        builder_add(&out, str_of(sentence));
        print_readers(&out, answer, answer->entered[0].audience);
        builder_add_byte(&out, '\n');
    }
    for (size_t i = 0; !is_one && i < answer->entered_count;)
        i += print_entered(&out, answer, i);
    if (answer->without_base.length > 0)
        builder_print(&out,
                      "%.*s has no base yet, so the draft was compared with nothing: hand in the "
                      "base, then this draft again.\n",
                      STR_ARGS(answer->without_base));
    if (answer->slots)
        print_slots(&out, answer->slots);
    if (answer->round)
        print_round(&out, answer->round);
    if (answer->list)
        print_list(&out, answer->list);
    return builder_str(&out);
}
