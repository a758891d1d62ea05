// SPDX-License-Identifier: Apache-2.0
// Where a careful reader would set the slots: one draft against its base, each slot shown as
// {base|draft}. Every row was read by eye in a real text of its kind before it was written here.
#include "base/builder.h"
#include "plain_text.h"

static struct str shown(const struct sheet *sheet)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = 0; i < sheet->segment_count; i++) {
        const struct segment *segment = &sheet->segments[i];
        if (segment->slot == NO_INDEX) {
            builder_add(&out, segment->text);
            continue;
        }
        const struct sheet_slot *slot = &sheet->slots[segment->slot];
        builder_print(&out, "{%.*s|%.*s}", STR_ARGS(slot->wordings[0].text),
                      STR_ARGS(slot->wordings[slot->wording_count - 1].text));
    }
    return builder_str(&out);
}

// One draft and its base, a line each.
struct wording_case {
    const char *base;
    const char *draft;
    const char *shown;
};

static void check_cases(const struct wording_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct party_draft one = draft(STR("A"), str_of(cases[i].draft));
        struct merged merged;
        REQUIRE(merge_plain(str_of(cases[i].base), &one, 1, &merged));
        struct sheet sheet;
        sheet_lay(&merged, tap_arena(), &sheet);
        CHECK_STR(shown(&sheet), str_of(cases[i].shown));
    }
}

#define CHECK_CASES(cases) check_cases(cases, sizeof(cases) / sizeof(cases)[0])

TEST(a_word_between_two_edits_of_one_phrase_is_a_crumb)
{
    static const struct wording_case cases[] = {
        {"Forces hold the line where they stood on 1 May 2027.",
         "Forces hold the line where they stands on the date of the ceasefire.",
         "Forces hold the line where they {stood on 1 May 2027|stands on the date of the "
         "ceasefire}."},
        {"It shall assess the impact on the protection of personal data.",
         "It shall assess the impact on the fundamental rights and freedoms of the data subjects.",
         "It shall assess the impact on the {protection of personal data|fundamental rights and "
         "freedoms of the data subjects}."},
        {"They acquire more information in order to identify the data subject for the sole purpose "
         "of complying.",
         "They acquire more information, nor to develop the means to engage in any processing of "
         "personal data for the sole purpose of complying.",
         "They acquire more information{ in order to identify the data subject|, nor to develop "
         "the means to engage in any processing of personal data} for the sole purpose of "
         "complying."},
    };
    CHECK_CASES(cases);
}

// What two edits leave between them stays visible when it says something of its own.
TEST(edits_that_lie_apart_stay_apart)
{
    static const struct wording_case cases[] = {
        {"The authority may give an opinion on the code.",
         "The authority shall give a binding opinion on the code.",
         "The authority {may|shall} give {an|a binding} opinion on the code."},
        {"The Parties shall withdraw 12 units within 30 days.",
         "The Parties may withdraw 12 brigades within 30 days.",
         "The Parties {shall|may} withdraw 12 {units|brigades} within 30 days."},
    };
    CHECK_CASES(cases);
}

TEST(a_deletion_is_a_deletion)
{
    static const struct wording_case cases[] = {
        {"The offering of services to such data subjects, or to the monitoring of their behaviour, "
         "the controller should name a representative.",
         "The offering of services to such data subjects, the controller should name a "
         "representative.",
         "The offering of services to such data subjects, {or to the monitoring of their "
         "behaviour, |}the controller should name a representative."},
    };
    CHECK_CASES(cases);
}

TEST(an_addition_begins_with_its_conjunction)
{
    static const struct wording_case cases[] = {
        {"The contact details of the data protection officer;",
         "The contact details of the data protection officer or, if appropriate, of the group and "
         "its data protection officer;",
         "The contact details of the data protection officer{| or, if appropriate, of the group "
         "and its data protection officer};"},
        {"The logic of the data that are undergoing the processing and what might be the "
         "consequences of such processing.",
         "The logic of the data that are undergoing the processing.",
         "The logic of the data that are undergoing the processing{ and what might be the "
         "consequences of such processing|}."},
    };
    CHECK_CASES(cases);
}

TEST(letters_and_numbers_in_brackets_are_whole)
{
    static const struct wording_case cases[] = {
        {"It is based on point (f) of the list.", "It is based on point (e) of the list.",
         "It is based on point {(f)|(e)} of the list."},
        {"It is laid down in Article 6(1)(f) of the act.",
         "It is laid down in Article 6(1)(c) of the act.",
         "It is laid down in Article {6(1)(f)|6(1)(c)} of the act."},
        {"The acts in points (b) and (c) of it.", "The acts in points (a) to (e) of it.",
         "The acts in points {(b) and (c)|(a) to (e)} of it."},
        {"The acts in points (d), (e) and (f) of it.", "The acts in points (d) and (e) of it.",
         "The acts in points (d){, (e) and (f)| and (e)} of it."},
    };
    CHECK_CASES(cases);
}

TEST(numbers_with_spaces_are_whole)
{
    static const struct wording_case cases[] = {
        {"A fine up to 500 000 EUR is due.", "A fine up to 1 000 000 EUR is due.",
         "A fine up to {500 000|1 000 000} EUR is due."},
        {"It fell from 12 500 to 12 000 in 2015.", "It fell from 12 500 to 11 000 in 2015.",
         "It fell from 12 500 to {12 000|11 000} in 2015."},
    };
    CHECK_CASES(cases);
}

// Another setting of the same words is no wording: the reading keeps it, no slot says it.
TEST(another_setting_of_the_same_words_is_no_slot)
{
    static const struct wording_case cases[] = {
        {"The “Parties” shall act within 30 days — at the latest on 1 May 2027 — and co-operate.",
         "The \"Parties\" shall act within 30\u00a0days - at the latest on 1\u00a0May\u00a02027 -- "
         "and "
         "co\u2011operate.",
         "The “Parties” shall act within 30 days — at the latest on 1 May 2027 — and co-operate."},
        {"The party's duties… shall bind non-state actors.",
         "The party’s duties... shall bind non-state act\u00adors.",
         "The party's duties… shall bind non-state actors."},
        {"The ca\u0301se is \ufb01nal.", "The c\u00e1se is final.", "The ca\u0301se is \ufb01nal."},
    };
    CHECK_CASES(cases);
}

TEST(words_of_any_script_are_whole)
{
    static const struct wording_case cases[] = {
        {"Стороны должны сообщить в течение тридцати дней.",
         "Стороны обязаны сообщить в течение десяти дней.",
         "Стороны {должны|обязаны} сообщить в течение {тридцати|десяти} дней."},
        {"缔约方应在三十天内报告其执行情况。", "各缔约方应在六十天内书面报告其执行情况。",
         "{|各}缔约方应在{三十|六十}天内{|书面}报告其执行情况。"},
        {"本协定于2027年5月1日生效。", "本协定于2027年6月1日生效。",
         "本协定于{2027年5月1日|2027年6月1日}生效。"},
        {"締約国は三十日以内に報告しなければならない。",
         "締約国は三十日以内に書面で報告しなければならない。",
         "締約国は三十日以内に{|書面で}報告しなければならない。"},
        {"ภาคีจะรายงานภายในสามสิบวัน", "ภาคีจะรายงานภายในหกสิบวัน", "ภาคีจะรายงานภายใน{สาม|หก}สิบวัน"},
        {"می\u200cخواهم بروم", "می\u200cخواهم بمانم", "می\u200cخواهم {بروم|بمانم}"},
    };
    CHECK_CASES(cases);
}

TESTS(TAP_ENTRY(a_word_between_two_edits_of_one_phrase_is_a_crumb),
      TAP_ENTRY(edits_that_lie_apart_stay_apart), TAP_ENTRY(a_deletion_is_a_deletion),
      TAP_ENTRY(an_addition_begins_with_its_conjunction),
      TAP_ENTRY(letters_and_numbers_in_brackets_are_whole),
      TAP_ENTRY(numbers_with_spaces_are_whole),
      TAP_ENTRY(another_setting_of_the_same_words_is_no_slot),
      TAP_ENTRY(words_of_any_script_are_whole))
