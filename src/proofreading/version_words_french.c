// SPDX-License-Identifier: Apache-2.0
// French.
#include "proofreading/version_words.h"

static const struct version_value numbers[] = {
    {1, "un une"},
    {2, "deux"},
    {3, "trois"},
    {4, "quatre"},
    {5, "cinq"},
    {6, "six"},
    {7, "sept"},
    {8, "huit"},
    {9, "neuf"},
    {10, "dix"},
    {11, "onze"},
    {12, "douze"},
    {13, "treize"},
    {14, "quatorze"},
    {15, "quinze"},
    {16, "seize"},
    {20, "vingt vingts"},
    {30, "trente"},
    {40, "quarante"},
    {50, "cinquante"},
    {60, "soixante"},
    {70, "septante"},
    {80, "huitante octante"},
    {90, "nonante"},
    {100, "cent cents"},
    {1000, "mille"},
    {1000000, "million millions"},
    {1000000000, "milliard milliards"},
    {0, NULL},
};

static const struct version_value months[] = {
    {1, "janvier"},   {2, "février"},   {3, "mars"}, {4, "avril"},     {5, "mai"},
    {6, "juin"},      {7, "juillet"},   {8, "août"}, {9, "septembre"}, {10, "octobre"},
    {11, "novembre"}, {12, "décembre"}, {0, NULL},
};

static const struct version_value ordinals[] = {
    {1, "premier première"},
    {0, NULL},
};

static const struct version_name currencies[] = {
    {"EUR", "eur euro euros"},     {"USD", "usd dollar dollars"},   {"GBP", "gbp"},
    {"CHF", "chf franc francs"},   {"JPY", "jpy yen yens"},         {"CNY", "cny yuan yuans"},
    {"RUB", "rub rouble roubles"}, {"UAH", "uah hryvnia hryvnias"}, {NULL, NULL},
};

static const struct version_name heads[] = {
    {"", "article"}, {"S", "section"},  {"X", "annexe appendice"},
    {"C", "clause"}, {"K", "chapitre"}, {NULL, NULL},
};

static const char *const percents[] = {"pour cent", "pourcent", NULL};

const struct version_words version_words_french = {
    .numbers = numbers,
    .months = months,
    .ordinals = ordinals,
    .currencies = currencies,
    .heads = heads,
    .references = "article articles section sections annexe annexes appendice appendices "
                  "clause clauses chapitre chapitres paragraphe paragraphes point points "
                  "partie tableau protocole alinéa alinéas",
    .letter_references = "lettre lettres",
    .percents = percents,
    .joints = "et",
    .point = ',',
    .counts_by_twenties = true,
};
