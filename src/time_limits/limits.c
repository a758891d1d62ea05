// SPDX-License-Identifier: Apache-2.0
// A text is read in each language that its lines are in; to each reading the lines of the others are blank,
// so that all places stay what they are. What was found is put together in the order of the text.
#include "time_limits/limits.h"

#include "base/list.h"
#include "base/utf8.h"
#include "prose/language.h"
#include "time_limits/chinese.h"
#include "time_limits/limits_one.h"

#include <string.h>

static const struct limit_language *const languages[LANGUAGE_COUNT] = {
    [LANGUAGE_FRENCH] = &limits_in_french,       [LANGUAGE_SPANISH] = &limits_in_spanish,
    [LANGUAGE_GERMAN] = &limits_in_german,       [LANGUAGE_RUSSIAN] = &limits_in_russian,
    [LANGUAGE_UKRAINIAN] = &limits_in_ukrainian, [LANGUAGE_ARABIC] = &limits_in_arabic,
};

// A line of the text with its language.
struct told_line {
    struct str line; // without its end
    enum language language;
};

struct told_lines {
    struct told_line *items;
    size_t count;
    bool has[LANGUAGE_COUNT];
};

static bool begins_small(struct str line)
{
    size_t bytes;
    uint32_t code_point = line.length > 0 ? utf8_at(line, 0, &bytes) : 0;
    return utf8_is_letter(code_point) && !utf8_is_upper(code_point);
}

// A line that does not tell, a heading say, is of what comes next; one that goes on with a sentence, of what
// was before.
static void settle_silent(struct told_lines *lines, enum language otherwise)
{
    enum language next = LANGUAGE_COUNT;
    for (size_t i = lines->count; i > 0; i--) {
        struct told_line *line = &lines->items[i - 1];
        if (line->language == LANGUAGE_COUNT && !begins_small(line->line))
            line->language = next;
        if (line->language != LANGUAGE_COUNT)
            next = line->language;
    }
    enum language before = LANGUAGE_COUNT;
    for (size_t i = 0; i < lines->count; i++) {
        struct told_line *line = &lines->items[i];
        if (line->language == LANGUAGE_COUNT)
            line->language = before == LANGUAGE_COUNT ? otherwise : before;
        before = line->language;
        lines->has[before] = true;
    }
}

static struct told_lines tell_lines(struct str text, struct arena *arena)
{
    struct language_words *words = language_words_make(arena);
    struct str whole = text;
    bool is_told = false;
    struct list items = LIST_MAKE(arena, struct told_line);
    while (text.length > 0) {
        struct str line = str_slice(text, 0, str_find_byte(text, '\n'));
        text = str_skip(text, line.length + (line.length < text.length ? 1 : 0));
        enum language language = language_of(words, line, LANGUAGE_COUNT);
        is_told = is_told || language != LANGUAGE_COUNT;
        *LIST_ADD(&items, struct told_line) = (struct told_line){line, language};
    }
    struct told_lines lines = {LIST_ITEMS(&items, struct told_line), items.count, {false}};
    // One sentence may have a single small word, a clause of an English text may name a street.
    settle_silent(&lines, is_told ? LANGUAGE_ENGLISH : language_of_few(words, whole));
    return lines;
}

// The text with all lines blank that are in another language. What no reader knows is left to English.
static struct str only_in(const struct told_lines *lines, struct str text, enum language language,
                          struct arena *arena)
{
    char *bytes = ARENA_ARRAY(arena, char, text.length + 1);
    memcpy(bytes, text.bytes, text.length);
    for (size_t i = 0; i < lines->count; i++) {
        const struct told_line *line = &lines->items[i];
        enum language own = line->language == LANGUAGE_OTHER ? LANGUAGE_ENGLISH : line->language;
        if (own == language)
            continue;
        size_t from = (size_t)(line->line.bytes - text.bytes);
        memset(bytes + from, ' ', line->line.length);
    }
    return (struct str){bytes, text.length};
}

// One reading on its way into the whole.
struct language_part {
    struct limits_found found;
    size_t next;         // the limit that comes next
    size_t *place;       // by limit: its index in the whole
    uint32_t first_step; // of its steps in the whole
    uint32_t first_group;
};

static bool comes_before(const struct limit *a, const struct limit *b)
{
    return a->line != b->line ? a->line < b->line : a->column < b->column;
}

static struct language_part *next_part(struct language_part *parts, size_t count)
{
    struct language_part *best = NULL;
    for (size_t p = 0; p < count; p++) {
        struct language_part *part = &parts[p];
        if (part->next == part->found.count)
            continue;
        if (!best || comes_before(&part->found.items[part->next], &best->found.items[best->next]))
            best = part;
    }
    return best;
}

static void join_steps(struct language_part *parts, size_t count, struct arena *arena,
                       struct limits_found *found)
{
    for (size_t p = 0; p < count; p++) {
        parts[p].first_step = found->step_count;
        found->step_count += parts[p].found.step_count;
        parts[p].place = ARENA_ARRAY(arena, size_t, parts[p].found.count);
        found->count += parts[p].found.count;
        found->unread_count += parts[p].found.unread_count;
    }
    struct limit_step *steps = ARENA_ARRAY(arena, struct limit_step, found->step_count);
    for (size_t p = 0; p < count; p++)
        for (uint32_t s = 0; s < parts[p].found.step_count; s++)
            steps[parts[p].first_step + s] = parts[p].found.steps[s];
    found->steps = steps;
}

static void join_limits(struct language_part *parts, size_t count, struct arena *arena,
                        struct limits_found *found)
{
    struct limit *items = ARENA_ARRAY(arena, struct limit, found->count);
    struct language_part **of = ARENA_ARRAY(arena, struct language_part *, found->count);
    for (size_t i = 0; i < found->count; i++) {
        struct language_part *part = next_part(parts, count);
        of[i] = part;
        items[i] = part->found.items[part->next];
        part->place[part->next++] = i;
    }
    for (size_t i = 0; i < found->count; i++) {
        items[i].step_number += of[i]->first_step;
        if (items[i].reference_step != NO_STEP)
            items[i].reference_step += of[i]->first_step;
        if (items[i].joins != LIMIT_NO_INDEX)
            items[i].joins = of[i]->place[items[i].joins];
        items[i].group += items[i].group > 0 ? of[i]->first_group : 0;
    }
    found->items = items;
}

static void join_unread(const struct language_part *parts, size_t count, struct arena *arena,
                        struct limits_found *found)
{
    struct limit_unread *unread = ARENA_ARRAY(arena, struct limit_unread, found->unread_count);
    size_t *next = ARENA_ARRAY(arena, size_t, count);
    for (size_t i = 0; i < found->unread_count; i++) {
        size_t best = count;
        for (size_t p = 0; p < count; p++) {
            if (next[p] == parts[p].found.unread_count)
                continue;
            const struct limit_unread *here = &parts[p].found.unread[next[p]];
            const struct limit_unread *least =
                best < count ? &parts[best].found.unread[next[best]] : NULL;
            if (!least || here->line < least->line ||
                (here->line == least->line && here->column < least->column))
                best = p;
        }
        unread[i] = parts[best].found.unread[next[best]++];
    }
    found->unread = unread;
}

// The whole of several readings.
static void join(struct language_part *parts, size_t count, struct arena *arena,
                 struct limits_found *found)
{
    *found = (struct limits_found){0};
    uint32_t groups = 0;
    for (size_t p = 0; p < count; p++) {
        const struct limits_found *own = &parts[p].found;
        parts[p].first_group = groups;
        for (size_t i = 0; i < own->count; i++)
            groups = own->items[i].group + parts[p].first_group > groups
                         ? own->items[i].group + parts[p].first_group
                         : groups;
        if (own->rule_count > 0) {
            found->rules = own->rules;
            found->rule_count = own->rule_count;
        }
        bool is_better = own->is_signing_date && !found->is_signing_date;
        if (own->document_date.year != 0 && (found->document_date.year == 0 || is_better)) {
            found->document_date = own->document_date;
            found->is_signing_date = own->is_signing_date;
        }
    }
    join_steps(parts, count, arena, found);
    join_limits(parts, count, arena, found);
    join_unread(parts, count, arena, found);
}

static bool is_mostly_other(const struct told_lines *lines)
{
    size_t other = 0;
    size_t all = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct told_line *line = &lines->items[i];
        all += line->line.length;
        other += line->language == LANGUAGE_OTHER ? line->line.length : 0;
    }
    return other * 2 > all;
}

static bool read_part(const struct limits_text *text, const struct told_lines *lines,
                      enum language language, struct arena *arena, struct limits_found *found,
                      struct error *error)
{
    struct limits_text own = *text;
    own.text = only_in(lines, text->text, language, arena);
    if (language == LANGUAGE_CHINESE)
        return chinese_limits_read(&own, arena, found, error);
    return limits_read_one(&own, languages[language], arena, found, error);
}

bool limits_read(const struct limits_text *text, struct arena *arena, struct limits_found *found,
                 struct error *error)
{
    if (utf8_valid_length(text->text) < text->text.length) // the reader says where
        return limits_read_one(text, NULL, arena, found, error);
    struct told_lines lines = tell_lines(text->text, arena);
    struct language_part parts[LANGUAGE_COUNT];
    size_t count = 0;
    bool is_other = false;
    for (uint32_t l = 1; l < LANGUAGE_OTHER; l++)
        is_other = is_other || lines.has[l];
    if (!is_other) {
        bool is_read = limits_read_one(text, NULL, arena, found, error);
        found->is_foreign = is_read && lines.has[LANGUAGE_OTHER] && language_is_foreign(text->text);
        return is_read;
    }
    for (uint32_t l = 0; l < LANGUAGE_OTHER; l++) {
        if (!lines.has[l] && l != LANGUAGE_ENGLISH)
            continue;
        parts[count] = (struct language_part){.next = 0};
        if (!read_part(text, &lines, (enum language)l, arena, &parts[count++].found, error))
            return false;
    }
    join(parts, count, arena, found);
    found->is_foreign = is_mostly_other(&lines);
    found->is_partly_read = lines.has[LANGUAGE_ARABIC] || lines.has[LANGUAGE_CHINESE];
    return true;
}
