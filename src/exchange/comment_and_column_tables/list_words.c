// SPDX-License-Identifier: Apache-2.0
#include "exchange/comment_and_column_tables/list_words.h"

#include "exchange/comment_and_column_tables/head_words.h"
#include "exchange/comment_and_column_tables/phrases.h"

#include <string.h>

enum list_role list_role_of(struct str head, struct arena *arena)
{
    static const struct {
        enum list_role role;
        const char *phrases;
    } own[] = {
        {LIST_SLOT,
         "slot|slots|id|open place|emplacement ouvert|offene stelle|lugar abierto|відкрите місце"},
        {LIST_STANCES,
         "stance|stances|position|positions|attitude|attitudes|prise de position|prises de "
         "position|haltung|haltungen|standpunkt|standpunkte|postura|posturas|posición|posiciones|"
         "позиція|позиції|ставлення"},
        {LIST_NOTE, "note|notes|notiz|notizen|vermerk|vermerke|nota|notas|нотатка|нотатки"},
    };
    struct str words = phrase_words(head, arena);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (phrase_is_one_of(words, own[i].phrases))
            return own[i].role;
    switch (head_role(head, arena)) {
    case COLUMN_NUMBER:
        return LIST_ROW;
    case COLUMN_POINT:
        return LIST_POINT;
    case COLUMN_BASE:
        return LIST_BASE;
    case COLUMN_STATUS:
        return LIST_STATUS;
    case COLUMN_COMMENT:
        return LIST_NOTE;
    case COLUMN_OTHER:
    case COLUMN_SUGGESTION:
    case COLUMN_DELEGATION:
    case COLUMN_AGREED:
        break;
    }
    return LIST_WORDINGS;
}

// The attitude that the words name; empty: none. Longer phrases come before those that they begin with.
static struct str attitude_of(struct str words, struct arena *arena)
{
    static const struct {
        const char *stance;
        const char *phrases;
    } known[] = {
        {"support in principle",
         "support in principle|supports in principle|supportive in principle|agree in principle|"
         "soutien de principe|soutient en principe|accord de principe|grundsätzliche "
         "unterstützung|unterstützt grundsätzlich|grundsätzlich dafür|grundsätzlich "
         "einverstanden|apoyo en principio|apoya en principio|apoyo de principio|підтримує в "
         "принципі|підтримуємо в принципі|підтримка в принципі"},
        {"support",
         "support|supports|supported|we support|in favour|in favor|accept|accepts|acceptable|can "
         "accept|we can accept|agree|agrees|we agree|soutien|soutient|nous "
         "soutenons|pour|favorable|"
         "accepte|d accord|unterstützt|unterstützung|wir unterstützen|dafür|zustimmung|"
         "einverstanden|annehmbar|apoyo|apoya|apoyamos|a favor|acepta|aceptamos|aceptable|de "
         "acuerdo|підтримує|підтримка|підтримуємо|за|прийнятно|згода|згодні"},
        {"flexible", "flexible|we are flexible|flexibel|гнучко|гнучкий|гнучка|гнучка позиція"},
        {"silent",
         "silent|no position|no view|no comment|sans position|keine position|keine stellungnahme|"
         "sin posición|без позиції"},
        {"oppose",
         "oppose|opposes|opposed|we oppose|against|object|objects|we object|objection|reject|"
         "rejects|rejected|we reject|cannot accept|we cannot accept|not acceptable|unacceptable|"
         "opposition|s oppose|opposé|nous nous opposons|contre|rejette|rejet|inacceptable|"
         "dagegen|ablehnung|abgelehnt|lehnt ab|wir lehnen ab|widerspruch|nicht annehmbar|"
         "oposición|se opone|nos oponemos|en contra|rechazo|rechaza|inaceptable|проти|"
         "заперечує|заперечення|заперечуємо|відхиляє|неприйнятно"},
        {"reserve",
         "reserves|reserved|we reserve our position|position reserved|réservé|reservado"},
        {"propose", "propose|proposes|proposed|we propose|proposition|schlägt vor|vorschlag|"
                    "propone|proponemos|propuesta|пропонує|пропонуємо|пропозиція"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (phrase_is_one_of(words, known[i].phrases))
            return str_of(known[i].stance);
    return comment_is_reservation(words, arena) ? STR("reserve") : STR("");
}

static bool begins_condition(struct str text, struct arena *arena)
{
    static const char words[] =
        "if|only if|unless|provided|subject|pending|until|once|when|as long|on condition|si|sauf|"
        "pourvu|à condition|sous|wenn|nur wenn|falls|sofern|solange|vorbehaltlich|unter|siempre|"
        "salvo|a condición|con sujeción|hasta|якщо|за умови|крім|доки";
    struct str plain = phrase_words(text, arena);
    struct str rest = str_of(words);
    struct str phrase;
    while (str_cut(&rest, '|', &phrase)) {
        struct str behind = str_skip(plain, 1 + phrase.length);
        if (str_starts_with(str_skip(plain, 1), phrase) && str_starts_with(behind, STR(" ")))
            return true;
    }
    return false;
}

// Where the bracket that a text begins with is closed; its length: nowhere.
static size_t bracket_end(struct str text)
{
    size_t depth = 0;
    for (size_t i = 0; i < text.length; i++) {
        depth += text.bytes[i] == '(';
        if (text.bytes[i] == ')' && --depth == 0)
            return i;
    }
    return text.length;
}

static struct str without_signs(struct str text)
{
    static const struct str signs[] = {STR_INIT(","), STR_INIT(";"), STR_INIT(":"), STR_INIT("."),
                                       STR_INIT("-"), STR_INIT("–"), STR_INIT("—")};
    struct str rest = str_trim(text);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts_with(rest, signs[i])) {
            rest = str_trim(str_skip(rest, signs[i].length));
            i = SIZE_MAX; // from the first again
        }
    return rest;
}

// What follows attitude and bracket: a condition, or nothing.
static bool read_condition(struct str text, struct arena *arena, struct str *condition)
{
    struct str rest = without_signs(text);
    *condition = rest;
    return rest.length == 0 || begins_condition(rest, arena);
}

// Attitude and rest are parted behind one of the line's words; the longest attitude counts.
static bool read_parted(struct str line, size_t end, struct arena *arena, struct list_stance *read)
{
    struct str rest = str_skip(line, end);
    struct str trimmed = str_trim(rest);
    read->stance = attitude_of(phrase_words(str_slice(line, 0, end), arena), arena);
    read->whose = STR("");
    read->condition = STR("");
    if (read->stance.length == 0)
        return false;
    if (str_starts_with(trimmed, STR("("))) {
        size_t close = bracket_end(trimmed);
        read->whose = str_trim(str_slice(trimmed, 1, close));
        return close < trimmed.length && read->whose.length > 0 &&
               read_condition(str_skip(trimmed, close + 1), arena, &read->condition);
    }
    if (read_condition(rest, arena, &read->condition))
        return true;
    read->condition = STR("");
    read->whose = trimmed;
    return str_starts_with(rest, STR(" ")) && !strchr(",;:.", trimmed.bytes[0]);
}

bool list_stance_read(struct str line, struct arena *arena, struct list_stance *read)
{
    enum { LONGEST = 80 }; // of an attitude, in bytes
    line = str_trim(line);
    size_t most = str_find_byte(line, '(');
    for (size_t end = most < LONGEST ? most : LONGEST; end > 0; end--) {
        bool is_word_end = end == line.length || strchr(" (,;:.", line.bytes[end]) != NULL;
        if (is_word_end && read_parted(line, end, arena, read))
            return true;
    }
    return false;
}
