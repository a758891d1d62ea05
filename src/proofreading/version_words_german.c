// SPDX-License-Identifier: Apache-2.0
// German.
#include "proofreading/version_words.h"

static const struct version_value numbers[] = {
    {1, "ein eins eine einer eines einem einen"},
    {2, "zwei zweier"},
    {3, "drei dreier"},
    {4, "vier"},
    {5, "fünf"},
    {6, "sechs"},
    {7, "sieben"},
    {8, "acht"},
    {9, "neun"},
    {10, "zehn"},
    {11, "elf"},
    {12, "zwölf"},
    {13, "dreizehn"},
    {14, "vierzehn"},
    {15, "fünfzehn"},
    {16, "sechzehn"},
    {17, "siebzehn"},
    {18, "achtzehn"},
    {19, "neunzehn"},
    {20, "zwanzig"},
    {30, "dreißig dreissig"},
    {40, "vierzig"},
    {50, "fünfzig"},
    {60, "sechzig"},
    {70, "siebzig"},
    {80, "achtzig"},
    {90, "neunzig"},
    {100, "hundert"},
    {1000, "tausend"},
    {1000000, "million millionen"},
    {1000000000, "milliarde milliarden"},
    {0, NULL},
};

static const struct version_value months[] = {
    {1, "januar jänner"}, {2, "februar"},   {3, "märz"},   {4, "april"},     {5, "mai"},
    {6, "juni"},          {7, "juli"},      {8, "august"}, {9, "september"}, {10, "oktober"},
    {11, "november"},     {12, "dezember"}, {0, NULL},
};

static const struct version_name currencies[] = {
    {"EUR", "eur euro"}, {"USD", "usd dollar"}, {"GBP", "gbp pfund"}, {"CHF", "chf franken"},
    {"JPY", "jpy yen"},  {"CNY", "cny yuan"},   {"RUB", "rub rubel"}, {"UAH", "uah hrywnja griwna"},
    {NULL, NULL},
};

static const struct version_name heads[] = {
    {"", "artikel"},  {"S", "abschnitt"}, {"X", "anhang anlage"},
    {"C", "klausel"}, {"K", "kapitel"},   {NULL, NULL},
};

static const char *const percents[] = {"prozent", "vom hundert", NULL};

const struct version_words version_words_german = {
    .numbers = numbers,
    .months = months,
    .currencies = currencies,
    .heads = heads,
    .references = "artikel artikeln artikels abschnitt abschnitte anhang anhänge anhängen "
                  "anhangs anlage anlagen klausel klauseln kapitel absatz absätze "
                  "absätzen nummer nummern ziffer ziffern punkt teil tabelle protokoll",
    .letter_references = "buchstabe buchstaben",
    .percents = percents,
    .joints = "und",
    .point = ',',
    .joins_numbers = true,
    .has_units_first = true,
};
