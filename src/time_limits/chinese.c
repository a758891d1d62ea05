// SPDX-License-Identifier: Apache-2.0
#include "time_limits/chinese.h"

#include "base/civil.h"
#include "base/list.h"
#include "base/utf8.h"
#include "prose/prose.h"

#define NUMBER_LIMIT 100000

static const struct {
    struct str word;
    enum unit unit;
    bool is_working;
} units[] = {
    {STR_INIT("个工作日"), UNIT_DAY, true}, {STR_INIT("個工作日"), UNIT_DAY, true},
    {STR_INIT("工作日"), UNIT_DAY, true},   {STR_INIT("个月"), UNIT_MONTH, false},
    {STR_INIT("個月"), UNIT_MONTH, false},  {STR_INIT("个星期"), UNIT_WEEK, false},
    {STR_INIT("个小时"), UNIT_HOUR, false}, {STR_INIT("小时"), UNIT_HOUR, false},
    {STR_INIT("小時"), UNIT_HOUR, false},   {STR_INIT("分钟"), UNIT_MINUTE, false},
    {STR_INIT("星期"), UNIT_WEEK, false},   {STR_INIT("周"), UNIT_WEEK, false},
    {STR_INIT("天"), UNIT_DAY, false},      {STR_INIT("日"), UNIT_DAY, false},
    {STR_INIT("年"), UNIT_YEAR, false},
};

static const struct {
    struct str digit;
    int64_t value;
    bool is_multiplier;
} digits[] = {
    {STR_INIT("一"), 1, false}, {STR_INIT("二"), 2, false},   {STR_INIT("两"), 2, false},
    {STR_INIT("三"), 3, false}, {STR_INIT("四"), 4, false},   {STR_INIT("五"), 5, false},
    {STR_INIT("六"), 6, false}, {STR_INIT("七"), 7, false},   {STR_INIT("八"), 8, false},
    {STR_INIT("九"), 9, false}, {STR_INIT("十"), 10, true},   {STR_INIT("百"), 100, true},
    {STR_INIT("零"), 0, false}, {STR_INIT("千"), 1000, true}, {STR_INIT("〇"), 0, false},
};

static bool starts_at(struct str text, size_t at, const char *word)
{
    return str_starts_with(str_skip(text, at), str_of(word));
}

// "30", "三十", "一百二十". Result: its bytes, 0 when there is none
static size_t read_number(struct str text, size_t at, int64_t *value)
{
    size_t from = at;
    int64_t sum = 0;
    int64_t last = 0;
    while (at < text.length && text.bytes[at] >= '0' && text.bytes[at] <= '9') {
        sum = sum < NUMBER_LIMIT ? sum * 10 + (text.bytes[at] - '0') : sum;
        at++;
    }
    *value = sum;
    if (at > from)
        return at - from;
    for (bool is_digit = true; is_digit;) {
        is_digit = false;
        for (size_t i = 0; i < sizeof digits / sizeof digits[0]; i++) {
            if (!str_starts_with(str_skip(text, at), digits[i].digit))
                continue;
            is_digit = sum < NUMBER_LIMIT;
            if (digits[i].is_multiplier) {
                sum += (last == 0 ? 1 : last) * digits[i].value;
                last = 0;
            } else {
                last = last * 10 + digits[i].value; // "二〇三一"
            }
            at += digits[i].digit.length;
            break;
        }
    }
    *value = sum + last;
    return at - from;
}

// "2031年10月12日". Result: its bytes
static size_t read_date(struct str text, size_t at, struct date *date)
{
    int64_t parts[3];
    static const char *const marks[] = {"年", "月", "日"};
    size_t from = at;
    for (size_t i = 0; i < 3; i++) {
        size_t count = read_number(text, at, &parts[i]);
        if (count == 0 || !starts_at(text, at + count, marks[i]))
            return 0;
        at += count + str_of(marks[i]).length;
    }
    if (parts[0] < 1500 || parts[0] > 2499 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1 ||
        parts[2] > 31)
        return 0;
    *date = (struct date){
        .year = (int32_t)parts[0], .month = (int32_t)parts[1], .day = (int32_t)parts[2]};
    date->is_impossible = date->day > days_in_month(date->year, date->month);
    return at - from;
}

// "九十(90)日": the number once more, in brackets. Result: its bytes
static size_t read_repetition(struct str text, size_t at)
{
    static const char *const brackets[][2] = {{"(", ")"}, {"（", "）"}};
    for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++) {
        int64_t again;
        size_t from = at + str_of(brackets[i][0]).length;
        size_t count = starts_at(text, at, brackets[i][0]) ? read_number(text, from, &again) : 0;
        if (count > 0 && starts_at(text, from + count, brackets[i][1]))
            return from + count + str_of(brackets[i][1]).length - at;
    }
    return 0;
}

static size_t read_quantity(struct str text, size_t at, struct quantity *quantity)
{
    int64_t value;
    size_t count = read_number(text, at, &value);
    count += count > 0 ? read_repetition(text, at + count) : 0;
    for (size_t i = 0; count > 0 && i < sizeof units / sizeof units[0]; i++)
        if (str_starts_with(str_skip(text, at + count), units[i].word)) {
            *quantity = (struct quantity){.least = value,
                                          .most = value,
                                          .unit = units[i].unit,
                                          .is_working = units[i].is_working};
            bool is_year = units[i].unit == UNIT_YEAR && value >= 1500; // "2031年"
            return is_year ? 0 : count + units[i].word.length;
        }
    return 0;
}

// What follows says how the step stands to it. Result: its bytes
static size_t read_behind(struct str text, size_t at, bool is_date, enum limit_relation *relation)
{
    static const struct {
        struct str word;
        enum limit_relation of_length;
        enum limit_relation of_date;
    } words[] = {
        {STR_INIT("以内"), LIMIT_WITHIN_AFTER, LIMIT_BY_DATE},
        {STR_INIT("之内"), LIMIT_WITHIN_AFTER, LIMIT_BY_DATE},
        {STR_INIT("内"), LIMIT_WITHIN_AFTER, LIMIT_BY_DATE},
        {STR_INIT("內"), LIMIT_WITHIN_AFTER, LIMIT_BY_DATE},
        {STR_INIT("以前"), LIMIT_EXACTLY_BEFORE, LIMIT_BY_DATE},
        {STR_INIT("之前"), LIMIT_EXACTLY_BEFORE, LIMIT_BY_DATE},
        {STR_INIT("前"), LIMIT_EXACTLY_BEFORE, LIMIT_BY_DATE},
        {STR_INIT("以后"), LIMIT_EXACTLY_AFTER, LIMIT_AFTER_DATE},
        {STR_INIT("之后"), LIMIT_EXACTLY_AFTER, LIMIT_AFTER_DATE},
        {STR_INIT("后"), LIMIT_EXACTLY_AFTER, LIMIT_AFTER_DATE},
        {STR_INIT("起"), LIMIT_RELATION_COUNT, LIMIT_FROM_DATE},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        enum limit_relation found = is_date ? words[i].of_date : words[i].of_length;
        if (found == LIMIT_RELATION_COUNT || !str_starts_with(str_skip(text, at), words[i].word))
            continue;
        *relation = found;
        return words[i].word.length;
    }
    return 0;
}

// What stands before says it where nothing behind does. Result: its bytes
static size_t read_before(struct str text, size_t at, bool is_date, enum limit_relation *relation)
{
    static const struct {
        struct str word;
        enum limit_relation of_length;
        enum limit_relation of_date;
    } words[] = {
        {STR_INIT("不迟于"), LIMIT_NO_LATER_THAN_AFTER, LIMIT_BY_DATE},
        {STR_INIT("不晚于"), LIMIT_NO_LATER_THAN_AFTER, LIMIT_BY_DATE},
        {STR_INIT("截至"), LIMIT_RELATION_COUNT, LIMIT_BY_DATE},
        {STR_INIT("至"), LIMIT_RELATION_COUNT, LIMIT_BY_DATE},
        {STR_INIT("自"), LIMIT_RELATION_COUNT, LIMIT_FROM_DATE},
        {STR_INIT("至少提前"), LIMIT_AT_LEAST_BEFORE, LIMIT_RELATION_COUNT},
        {STR_INIT("提前"), LIMIT_AT_LEAST_BEFORE, LIMIT_RELATION_COUNT},
        {STR_INIT("延长"), LIMIT_EXTENSION, LIMIT_RELATION_COUNT},
        {STR_INIT("每"), LIMIT_EVERY, LIMIT_RELATION_COUNT},
    };
    struct str before = str_slice(text, 0, at);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        enum limit_relation found = is_date ? words[i].of_date : words[i].of_length;
        if (found == LIMIT_RELATION_COUNT || !str_ends_with(before, words[i].word))
            continue;
        *relation = found;
        return words[i].word.length;
    }
    return 0;
}

// A verb of keeping before a length makes it a duration.
static bool is_kept(struct str text, size_t at)
{
    static const char *const words[] = {"保存",   "为期",   "期限为", "有效期为",
                                        "期间为", "有效期", "期为"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_ends_with(str_slice(text, 0, at), str_of(words[i])))
            return true;
    return false;
}

struct chinese {
    struct str text;
    struct arena *arena;
    struct list limits;
    struct list unread;
    struct prose_cursor cursor;
};

// The sentence up to the phrase.
static struct str step_before(const struct chinese *c, size_t at)
{
    size_t from = at;
    while (from > 0) {
        size_t bytes;
        uint32_t before = utf8_before(c->text, from, &bytes);
        if (before == 0x3002 || before == '\n' || before == 0xFF1B || bytes == 0)
            break;
        from -= bytes;
    }
    return prose_flat(str_slice(c->text, from, at), c->arena);
}

static void add_limit(struct chinese *c, size_t at, size_t length, const struct limit *made)
{
    prose_cursor_walk(&c->cursor, at);
    struct limit *limit = LIST_ADD(&c->limits, struct limit);
    *limit = *made;
    limit->at = at;
    limit->length = length;
    limit->line = c->cursor.line;
    limit->column = c->cursor.column;
    limit->phrase = str_slice(c->text, at, at + length);
    limit->step = step_before(c, at);
    limit->joins = LIMIT_NO_INDEX;
    limit->reference_step = NO_STEP;
    limit->binding = made->has_date ? BINDING_DATE : BINDING_NONE;
    limit->step_number = (uint32_t)c->limits.count - 1; // below 2^32: one in some bytes of the text
}

static size_t take_date(struct chinese *c, size_t at)
{
    struct limit limit = {.relation = LIMIT_ON_DATE, .has_date = true};
    size_t count = read_date(c->text, at, &limit.date);
    if (count == 0)
        return 0;
    size_t behind = read_behind(c->text, at + count, true, &limit.relation);
    size_t before = behind == 0 ? read_before(c->text, at, true, &limit.relation) : 0;
    limit.value = date_iso(&limit.date, c->arena);
    add_limit(c, at - before, before + count + behind, &limit);
    return count + behind;
}

static void set_bounds(struct limit *limit, int64_t amount)
{
    limit->has_min = limit->has_max = true;
    bool is_up_to = limit->relation == LIMIT_WITHIN_AFTER || limit->relation == LIMIT_EXTENSION;
    limit->min = is_up_to ? 0 : amount;
    limit->max = amount;
    if (limit->relation == LIMIT_NO_LATER_THAN_AFTER || limit->relation == LIMIT_AT_LEAST_BEFORE) {
        limit->has_min = false;
        limit->min = 0;
        limit->max = limit->relation == LIMIT_AT_LEAST_BEFORE ? -amount : amount;
    }
    if (limit->relation == LIMIT_EXACTLY_BEFORE)
        limit->min = limit->max = -amount;
}

// What stands before a length may leave one side of it open. Result: its bytes
static size_t read_side(struct str text, size_t at, bool *is_least)
{
    static const struct {
        struct str word;
        bool is_least;
    } words[] = {
        {STR_INIT("不得少于"), true},  {STR_INIT("不应少于"), true}, {STR_INIT("不少于"), true},
        {STR_INIT("不得低于"), true},  {STR_INIT("不低于"), true},   {STR_INIT("不短于"), true},
        {STR_INIT("至少"), true},      {STR_INIT("最短"), true},     {STR_INIT("不得超过"), false},
        {STR_INIT("不应超过"), false}, {STR_INIT("不超过"), false},  {STR_INIT("不得多于"), false},
        {STR_INIT("不多于"), false},   {STR_INIT("不长于"), false},  {STR_INIT("最长"), false},
        {STR_INIT("最多"), false},     {STR_INIT("至多"), false},
    };
    struct str before = str_slice(text, 0, at);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (!str_ends_with(before, words[i].word))
            continue;
        *is_least = words[i].is_least;
        return words[i].word.length;
    }
    return 0;
}

static size_t take_length(struct chinese *c, size_t at)
{
    struct quantity quantity;
    size_t count = read_quantity(c->text, at, &quantity);
    if (count == 0)
        return 0;
    struct limit limit = {
        .relation = LIMIT_DURATION, .unit = quantity.unit, .is_working = quantity.is_working};
    size_t behind = read_behind(c->text, at + count, false, &limit.relation);
    size_t before = behind == 0 ? read_before(c->text, at, false, &limit.relation) : 0;
    bool is_least = false;
    size_t side = before == 0 ? read_side(c->text, at, &is_least) : 0;
    if (behind + before + side == 0 && !is_kept(c->text, at)) {
        prose_cursor_walk(&c->cursor, at);
        *LIST_ADD(&c->unread, struct limit_unread) = (struct limit_unread){
            c->cursor.line, c->cursor.column, str_slice(c->text, at, at + count), STR("")};
        return count;
    }
    set_bounds(&limit, quantity.most);
    if (side > 0 && limit.relation == LIMIT_DURATION) {
        limit.has_max = !is_least;
        limit.max = is_least ? 0 : limit.max;
        limit.min = is_least ? limit.min : 0;
        before = side;
    }
    limit.value = quantity_iso(quantity.most, quantity.unit, c->arena);
    limit.assumed = STR("does not say from when in a way that is read");
    limit.is_guess = limit.relation != LIMIT_DURATION && limit.relation != LIMIT_EVERY;
    limit.assumed = limit.relation == LIMIT_EVERY ? STR("") : limit.assumed;
    add_limit(c, at - before, before + count + behind, &limit);
    return count + behind;
}

// "每年", "每月": every one of a unit.
static size_t take_every(struct chinese *c, size_t at)
{
    static const struct {
        struct str word;
        enum unit unit;
    } every[] = {{STR_INIT("每年"), UNIT_YEAR},
                 {STR_INIT("每月"), UNIT_MONTH},
                 {STR_INIT("每周"), UNIT_WEEK},
                 {STR_INIT("每日"), UNIT_DAY},
                 {STR_INIT("每天"), UNIT_DAY}};
    for (size_t i = 0; i < sizeof every / sizeof every[0]; i++) {
        if (!str_starts_with(str_skip(c->text, at), every[i].word))
            continue;
        struct limit limit = {.relation = LIMIT_EVERY, .unit = every[i].unit};
        set_bounds(&limit, 1);
        limit.value = quantity_iso(1, every[i].unit, c->arena);
        add_limit(c, at, every[i].word.length, &limit);
        return every[i].word.length;
    }
    return 0;
}

static void name_steps(struct chinese *c, struct limits_found *found)
{
    struct limit_step *steps = ARENA_ARRAY(c->arena, struct limit_step, c->limits.count);
    for (size_t i = 0; i < c->limits.count; i++)
        steps[i] = (struct limit_step){.name = arena_print(c->arena, "step.%zu", i + 1),
                                       .title = LIST_AT(&c->limits, struct limit, i)->step};
    found->steps = steps;
    found->step_count = (uint32_t)c->limits.count;
}

bool chinese_limits_read(const struct limits_text *text, struct arena *arena,
                         struct limits_found *found, struct error *error)
{
    if (text->text.length >= UINT32_MAX)
        return error_at(error, TOO_LARGE, place_of(text->name), "the text is larger than 4 GiB");
    struct chinese c = {.text = text->text,
                        .arena = arena,
                        .limits = LIST_MAKE(arena, struct limit),
                        .unread = LIST_MAKE(arena, struct limit_unread),
                        .cursor = prose_cursor_make(text->text)};
    for (size_t at = 0; at < text->text.length;) {
        size_t bytes;
        utf8_at(text->text, at, &bytes);
        size_t count = take_date(&c, at);
        if (count == 0)
            count = take_length(&c, at);
        if (count == 0)
            count = take_every(&c, at);
        at += count > 0 ? count : bytes;
    }
    *found = (struct limits_found){.items = LIST_ITEMS(&c.limits, struct limit),
                                   .count = c.limits.count,
                                   .unread = LIST_ITEMS(&c.unread, struct limit_unread),
                                   .unread_count = c.unread.count};
    name_steps(&c, found);
    return true;
}
