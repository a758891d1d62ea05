// SPDX-License-Identifier: Apache-2.0
// Chinese. Its numerals are read by their signs.
#include "proofreading/version_words.h"

static const struct version_name currencies[] = {
    {"EUR", "欧元"},     {"USD", "美元"},     {"GBP", "英镑"},
    {"CHF", "瑞士法郎"}, {"JPY", "日元"},     {"CNY", "人民币 元"},
    {"RUB", "卢布"},     {"UAH", "格里夫纳"}, {NULL, NULL},
};

static const struct version_name heads[] = {
    {"", "条"}, {"S", "节"}, {"K", "章"}, {"X", "附件 附录"}, {NULL, NULL},
};

static const char *const percents[] = {"百分之", NULL};

const struct version_words version_words_chinese = {
    .currencies = currencies,
    .heads = heads,
    .references = "条 款 项 段 章 节 编 目 附件 附录",
    .percents = percents,
    .letters = "甲 乙 丙 丁 戊 己 庚 辛",
    .point = '.',
    .is_han = true,
};
