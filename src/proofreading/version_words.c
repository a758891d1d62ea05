// SPDX-License-Identifier: Apache-2.0
#include "proofreading/version_words.h"

const struct version_words *version_words_of(enum language language)
{
    static const struct version_words *const tables[LANGUAGE_COUNT] = {
        [LANGUAGE_ENGLISH] = &version_words_english,
        [LANGUAGE_FRENCH] = &version_words_french,
        [LANGUAGE_SPANISH] = &version_words_spanish,
        [LANGUAGE_GERMAN] = &version_words_german,
        [LANGUAGE_RUSSIAN] = &version_words_russian,
        [LANGUAGE_UKRAINIAN] = &version_words_ukrainian,
        [LANGUAGE_ARABIC] = &version_words_arabic,
        [LANGUAGE_CHINESE] = &version_words_chinese,
    };
    return tables[language];
}
