// SPDX-License-Identifier: Apache-2.0
// English.
#include "proofreading/version_words.h"

static const struct version_value numbers[] = {
    {1, "one"},
    {2, "two twice both"},
    {3, "three thrice"},
    {4, "four"},
    {5, "five"},
    {6, "six"},
    {7, "seven"},
    {8, "eight"},
    {9, "nine"},
    {10, "ten"},
    {11, "eleven"},
    {12, "twelve"},
    {13, "thirteen"},
    {14, "fourteen"},
    {15, "fifteen"},
    {16, "sixteen"},
    {17, "seventeen"},
    {18, "eighteen"},
    {19, "nineteen"},
    {20, "twenty"},
    {30, "thirty"},
    {40, "forty"},
    {50, "fifty"},
    {60, "sixty"},
    {70, "seventy"},
    {80, "eighty"},
    {90, "ninety"},
    {100, "hundred"},
    {1000, "thousand"},
    {1000000, "million millions"},
    {1000000000, "billion billions"},
    {0, NULL},
};

static const struct version_value months[] = {
    {1, "january"},   {2, "february"},  {3, "march"},  {4, "april"},     {5, "may"},
    {6, "june"},      {7, "july"},      {8, "august"}, {9, "september"}, {10, "october"},
    {11, "november"}, {12, "december"}, {0, NULL},
};

static const struct version_value ordinals[] = {
    {1, "first"},
    {0, NULL},
};

static const struct version_name currencies[] = {
    {"EUR", "eur euro euros"},
    {"USD", "usd dollar dollars"},
    {"GBP", "gbp pound pounds"},
    {"CHF", "chf franc francs"},
    {"JPY", "jpy yen"},
    {"CNY", "cny yuan renminbi"},
    {"RUB", "rub rouble roubles ruble rubles"},
    {"UAH", "uah hryvnia hryvnias"},
    {NULL, NULL},
};

static const struct version_name heads[] = {
    {"", "article"}, {"S", "section"}, {"X", "annex appendix"},
    {"C", "clause"}, {"K", "chapter"}, {NULL, NULL},
};

static const char *const percents[] = {"per cent", "percent", NULL};

const struct version_words version_words_english = {
    .numbers = numbers,
    .months = months,
    .ordinals = ordinals,
    .currencies = currencies,
    .heads = heads,
    .references = "article articles section sections annex annexes appendix appendices "
                  "clause clauses chapter chapters paragraph paragraphs point points part "
                  "parts table tables protocol",
    .letter_references = "letter letters",
    .percents = percents,
    .joints = "and",
    .point = '.',
};
