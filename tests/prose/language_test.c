// SPDX-License-Identifier: Apache-2.0
// Texts of ours in several languages, and English that looks little like prose.
#include "prose/language.h"
#include "tap.h"

static bool is_foreign(const char *text)
{
    return language_is_foreign(str_of(text));
}

TEST(english_is_read)
{
    CHECK(!is_foreign("1. The Parties shall withdraw within 30 days of the date of signature."));
    CHECK(!is_foreign("Payment due 30 days following receipt."));
    CHECK(!is_foreign(""));
}

TEST(headings_and_figures_are_no_other_language)
{
    CHECK(!is_foreign("Annex 1\nSchedule 4\nTariff line 0102.21: 5 %; 0102.29: 7 %; free"));
    CHECK(!is_foreign("Kraków, Gdańsk, Łódź: 10 days"));
}

TEST(other_scripts_are_told)
{
    CHECK(is_foreign("1. Сторони домовляються про припинення вогню протягом 30 днів."));
    CHECK(is_foreign("يلتزم الطرفان بوقف إطلاق النار خلال 30 يوما"));
    CHECK(is_foreign("双方应在30天内停火。"));
}

TEST(other_languages_of_the_latin_script_are_told)
{
    CHECK(is_foreign(
        "Les Parties conviennent de cesser les hostilités dans un délai de trente jours à "
        "compter de la signature du présent accord et de retirer leurs forces de la zone "
        "décrite à l'annexe, sous le contrôle de la mission d'observation."));
    CHECK(
        is_foreign("Die Vertragsparteien stellen die Kampfhandlungen binnen dreißig Tagen nach der "
                   "Unterzeichnung dieses Abkommens ein und ziehen ihre Truppen aus dem im Anhang "
                   "beschriebenen Gebiet zurück; die Mission überwacht den Abzug und erstattet den "
                   "Vertragsparteien jede Woche Bericht darüber."));
}

TEST(a_line_is_told_by_its_small_words_and_letters)
{
    static const struct {
        const char *line;
        enum language language;
    } lines[] = {
        {"The Parties shall withdraw within 30 days of signature.", LANGUAGE_ENGLISH},
        {"Les Parties retirent leurs forces dans les trente jours.", LANGUAGE_FRENCH},
        {"Las Partes retirarán sus fuerzas en un plazo de diez días.", LANGUAGE_SPANISH},
        {"Die Parteien ziehen ihre Truppen innerhalb von zehn Tagen ab.", LANGUAGE_GERMAN},
        {"Стороны отводят войска в течение десяти дней; это подтверждается.", LANGUAGE_RUSSIAN},
        {"Сторони відводять війська протягом десяти днів.", LANGUAGE_UKRAINIAN},
        {"تسحب الأطراف قواتها خلال ثلاثين يوماً.", LANGUAGE_ARABIC},
        {"双方应在30天内停火。", LANGUAGE_CHINESE},
        {"Article 4", LANGUAGE_OTHER}, // tells nothing: as the one before
    };
    struct language_words *words = language_words_make(tap_arena());
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        enum language found = language_of(words, str_of(lines[i].line), LANGUAGE_OTHER);
        CHECK_STR(str_of(language_name(found)), str_of(language_name(lines[i].language)));
    }
    CHECK_INT(language_of(words, STR("Article 4"), LANGUAGE_GERMAN), LANGUAGE_GERMAN);
}

TESTS(TAP_ENTRY(english_is_read), TAP_ENTRY(headings_and_figures_are_no_other_language),
      TAP_ENTRY(other_scripts_are_told), TAP_ENTRY(other_languages_of_the_latin_script_are_told),
      TAP_ENTRY(a_line_is_told_by_its_small_words_and_letters))
