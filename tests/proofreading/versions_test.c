// SPDX-License-Identifier: Apache-2.0
// Numbers as eight languages write them, and the labels of their clauses.
#include "proofreading/version_labels.h"
#include "proofreading/version_numbers.h"

#include "tap.h"

struct number_case {
    enum language language;
    const char *words;
    uint64_t value;
    const char *rest; // what the number leaves
};

static struct version_lexicon *lexicon_of(enum language language)
{
    return version_lexicon_make(version_words_of(language), tap_arena());
}

TEST(numbers_in_words_are_read_to_their_end)
{
    static const struct number_case cases[] = {
        {LANGUAGE_ENGLISH, "one hundred and eighty days", 180, " days"},
        {LANGUAGE_ENGLISH, "twenty-one", 21, ""},
        {LANGUAGE_ENGLISH, "Two thousand and thirty-two", 2032, ""},
        {LANGUAGE_ENGLISH, "three and four", 3, " and four"},
        {LANGUAGE_ENGLISH, "two million five hundred thousand", 2500000, ""},
        {LANGUAGE_ENGLISH, "nineteen hundred", 1900, ""},
        {LANGUAGE_FRENCH, "quatre-vingt-dix-neuf jours", 99, " jours"},
        {LANGUAGE_FRENCH, "soixante et onze", 71, ""},
        {LANGUAGE_FRENCH, "soixante-dix-huit", 78, ""},
        {LANGUAGE_FRENCH, "dix-huit", 18, ""},
        {LANGUAGE_FRENCH, "deux cent quatre-vingts", 280, ""},
        {LANGUAGE_FRENCH, "mille neuf cent quatre-vingt-dix-huit", 1998, ""},
        {LANGUAGE_FRENCH, "cinq ou six", 5, " ou six"},
        {LANGUAGE_SPANISH, "treinta y cinco días", 35, " días"},
        {LANGUAGE_SPANISH, "doscientos cuarenta y dos", 242, ""},
        {LANGUAGE_SPANISH, "veintiún", 21, ""},
        {LANGUAGE_SPANISH, "dos y tres", 2, " y tres"},
        {LANGUAGE_GERMAN, "hundertfünfzig Personen", 150, " Personen"},
        {LANGUAGE_GERMAN, "fünfunddreißig", 35, ""},
        {LANGUAGE_GERMAN, "zweihundertachtundvierzig", 248, ""},
        {LANGUAGE_GERMAN, "viermal", 4, ""},
        {LANGUAGE_GERMAN, "tausendfünfhundert", 1500, ""},
        {LANGUAGE_RUSSIAN, "ста восьмидесяти дней", 180, " дней"},
        {LANGUAGE_RUSSIAN, "Двадцати одного", 21, ""},
        {LANGUAGE_RUSSIAN, "две тысячи тридцать два", 2032, ""},
        {LANGUAGE_RUSSIAN, "пятисот сорока", 540, ""},
        {LANGUAGE_UKRAINIAN, "дев’яноста п'яти днів", 95, " днів"},
        {LANGUAGE_UKRAINIAN, "двісті сорок", 240, ""},
        {LANGUAGE_ARABIC, "خمسة وثلاثين يوما", 35, " يوما"},
        {LANGUAGE_ARABIC, "مائة وخمسة وعشرين", 125, ""},
        {LANGUAGE_ARABIC, "ثمانية عشر شهرا", 18, " شهرا"},
        {LANGUAGE_ARABIC, "ثلاثمائة وستين", 360, ""},
        {LANGUAGE_ARABIC, "شهرين", 2, ""},
        {LANGUAGE_ARABIC, "ثلاثة آلاف", 3000, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint64_t value = 0;
        struct str text = str_of(cases[i].words);
        size_t end = version_words_read(lexicon_of(cases[i].language), text, 0, &value);
        CHECK_INT((int64_t)value, (int64_t)cases[i].value);
        CHECK_STR(str_skip(text, end), str_of(cases[i].rest));
    }
}

TEST(words_that_only_begin_like_numbers_are_none)
{
    static const struct number_case cases[] = {
        {LANGUAGE_GERMAN, "Dreieck", 0, ""},  {LANGUAGE_GERMAN, "achtbar", 0, ""},
        {LANGUAGE_GERMAN, "einmalig", 0, ""}, {LANGUAGE_ENGLISH, "tenant", 0, ""},
        {LANGUAGE_RUSSIAN, "стадия", 0, ""},  {LANGUAGE_ARABIC, "وعشيرة", 0, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint64_t value;
        CHECK(version_words_read(lexicon_of(cases[i].language), str_of(cases[i].words), 0,
                                 &value) == 0);
    }
}

TEST(chinese_numerals_are_read_by_place_and_by_power)
{
    static const struct number_case cases[] = {
        {0, "一百八十天", 180, "天"},  {0, "十六次", 16, "次"},
        {0, "二〇三二年", 2032, "年"}, {0, "两千零五", 2005, ""},
        {0, "三万五千", 35000, ""},    {0, "四亿八千万", 480000000, ""},
        {0, "十万", 100000, ""},       {0, "二十一万三", 210003, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint64_t value = 0;
        struct str text = str_of(cases[i].words);
        size_t end = version_han_read(text, 0, &value);
        CHECK_INT((int64_t)value, (int64_t)cases[i].value);
        CHECK_STR(str_skip(text, end), str_of(cases[i].rest));
    }
}

struct figure_case {
    enum language language;
    const char *figure;
    const char *value;
};

TEST(figures_are_one_however_they_are_grouped)
{
    static const struct figure_case cases[] = {
        {LANGUAGE_ENGLISH, "1,250,000.50", "1250000.50"},
        {LANGUAGE_FRENCH, "1 250 000,50", "1250000.50"},
        {LANGUAGE_GERMAN, "1.250.000,50", "1250000.50"},
        {LANGUAGE_RUSSIAN, "1 250 000,50", "1250000.50"},
        {LANGUAGE_ARABIC, "١٬٢٥٠٬٠٠٠٫٥٠", "1250000.50"},
        {LANGUAGE_ENGLISH, "2.4 million", "2400000"},
        {LANGUAGE_CHINESE, "240万", "2400000"},
        {LANGUAGE_CHINESE, "3,860万", "38600000"},
        {LANGUAGE_CHINESE, "4.8亿", "480000000"},
        {LANGUAGE_UKRAINIAN, "2,4 млн", "2400000"},
        {LANGUAGE_ENGLISH, "2032. The", "2032"},
        {LANGUAGE_ENGLISH, "12, 345", "12"},
        {LANGUAGE_OTHER, "1.250", "1250"},
        {LANGUAGE_CHINESE, "１５", "15"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str value = {NULL, 0};
        CHECK(version_figure_read(lexicon_of(cases[i].language), str_of(cases[i].figure), 0,
                                  tap_arena(), &value) > 0);
        CHECK_STR(value, str_of(cases[i].value));
    }
}

TEST(heads_and_labels_are_one_in_every_script)
{
    static const struct figure_case heads[] = {
        {LANGUAGE_ENGLISH, "Article 4", "4"},    {LANGUAGE_FRENCH, "Article premier", "1"},
        {LANGUAGE_SPANISH, "Anexo II", "X2"},    {LANGUAGE_RUSSIAN, "СТАТЬЯ 12", "12"},
        {LANGUAGE_UKRAINIAN, "Додаток I", "X1"}, {LANGUAGE_ARABIC, "المادة الأولى", "1"},
        {LANGUAGE_ARABIC, "المادة ١٢", "12"},    {LANGUAGE_CHINESE, "第十二条", "12"},
        {LANGUAGE_CHINESE, "附件二", "X2"},      {LANGUAGE_CHINESE, "第四条规定的决定", ""},
    };
    static const struct figure_case labels[] = {
        {LANGUAGE_RUSSIAN, "в)", "c"},     {LANGUAGE_RUSSIAN, "b)", "b"},
        {LANGUAGE_ARABIC, "(ب)", "b"},     {LANGUAGE_ARABIC, "٢ -", "2"},
        {LANGUAGE_CHINESE, "二、", "2"},   {LANGUAGE_CHINESE, "（三）", "3"},
        {LANGUAGE_ENGLISH, "2.1.", "2.1"},
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct str key = {NULL, 0};
        size_t bytes;
        bool is_head = version_head_read(lexicon_of(heads[i].language), str_of(heads[i].figure),
                                         tap_arena(), &key, &bytes);
        CHECK(is_head == (heads[i].value[0] != '\0'));
        CHECK_STR(is_head ? key : STR(""), str_of(heads[i].value));
    }
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        CHECK_STR(version_label_plain(lexicon_of(labels[i].language), str_of(labels[i].figure),
                                      tap_arena()),
                  str_of(labels[i].value));
}

TESTS(TAP_ENTRY(numbers_in_words_are_read_to_their_end),
      TAP_ENTRY(words_that_only_begin_like_numbers_are_none),
      TAP_ENTRY(chinese_numerals_are_read_by_place_and_by_power),
      TAP_ENTRY(figures_are_one_however_they_are_grouped),
      TAP_ENTRY(heads_and_labels_are_one_in_every_script))
