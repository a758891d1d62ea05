// SPDX-License-Identifier: Apache-2.0
#include "time_limits/acts.h"

#include "base/builder.h"
#include "clauses/citation.h"

#define TITLE_BYTES 70
#define NAME_WORDS 3

static bool is_one_of(const struct prose *prose, size_t word, const char *const *list)
{
    for (; *list; list++)
        if (prose_is_word(prose, word, *list))
            return true;
    return false;
}

bool word_is_bearing(const struct prose *prose, size_t word)
{
    static const char *const empty[] = {"date", "day",  "and",     "or",   "not",  "also", "such",
                                        "full", "said", "present", "both", "each", NULL};
    const struct token *token = prose_token(prose, word);
    if (token->kind != TOKEN_WORD || token->length < 3 || is_one_of(prose, word, empty))
        return false;
    return !prose_has_class(prose, word,
                            CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_AUXILIARY |
                                CLASS_CONNECTIVE | CLASS_MODAL);
}

static size_t stem_length(struct str word)
{
    static const struct str endings[] = {
        STR_INIT("ifications"), STR_INIT("ification"), STR_INIT("ations"), STR_INIT("ation"),
        STR_INIT("ments"),      STR_INIT("ment"),      STR_INIT("ings"),   STR_INIT("ing"),
        STR_INIT("ions"),       STR_INIT("ion"),       STR_INIT("als"),    STR_INIT("al"),
        STR_INIT("ance"),       STR_INIT("ify"),       STR_INIT("ied"),    STR_INIT("ies"),
        STR_INIT("ed"),         STR_INIT("es"),        STR_INIT("en"),     STR_INIT("s"),
        STR_INIT("y"),          STR_INIT("e")};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (str_ends_with(word, endings[i]) && word.length >= endings[i].length + 4)
            return word.length - endings[i].length;
    return word.length;
}

// Equal stems, or stems that differ in their last letter only: "suspens" and "suspend".
bool words_are_akin(struct str a, struct str b)
{
    // No stem is shorter than three letters: most pairs of words are told apart by these.
    if (a.length < 3 || b.length < 3 || ((a.bytes[0] ^ b.bytes[0]) & ~0x20) != 0 ||
        !str_equal_ignoring_case(str_slice(a, 0, 3), str_slice(b, 0, 3)))
        return false;
    struct str x = str_slice(a, 0, stem_length(a));
    struct str y = str_slice(b, 0, stem_length(b));
    size_t shorter = x.length < y.length ? x.length : y.length;
    size_t longer = x.length < y.length ? y.length : x.length;
    size_t same = shorter;
    while (same > 0 && !str_equal_ignoring_case(str_slice(x, 0, same), str_slice(y, 0, same)))
        same--;
    if (same == longer)
        return longer >= 3;
    return same >= 5 && same + 1 >= longer;
}

bool words_have_kin(const struct prose *prose, const struct act_words *words, size_t word)
{
    uint8_t first = prose_token(prose, word)->first;
    for (size_t i = 0; i < words->count; i++)
        if (prose_token(prose, words->items[i])->first == first &&
            prose_token(prose, words->items[i])->kind == TOKEN_WORD &&
            words_are_akin(prose_word(prose, words->items[i]), prose_word(prose, word)))
            return true;
    return false;
}

uint64_t words_marks(const struct prose *prose, const struct act_words *words, bool only_bearing)
{
    uint64_t marks = 0;
    for (size_t i = 0; i < words->count; i++) {
        struct str word = prose_word(prose, words->items[i]);
        if (word.length < 3 || (only_bearing && !word_is_bearing(prose, words->items[i])))
            continue;
        uint32_t letters = 0; // case is bit 0x20
        for (size_t k = 0; k < 3; k++)
            letters = letters * 31 + ((unsigned char)word.bytes[k] & ~0x20u);
        marks |= (uint64_t)1 << (letters % 64);
    }
    return marks;
}

size_t words_head(const struct prose *prose, const struct act_words *words)
{
    size_t head = SIZE_MAX;
    for (size_t i = 0; i < words->count; i++) {
        size_t word = words->items[i];
        if (head != SIZE_MAX &&
            (prose_has_class(prose, word, CLASS_PREPOSITION | CLASS_MODAL) ||
             prose_is_word(prose, word, "of") || prose_token(prose, word)->kind == TOKEN_MARK))
            break;
        if (word_is_bearing(prose, word))
            head = word;
    }
    return head;
}

struct act_words words_between(const struct prose *prose, size_t from, size_t to)
{
    struct act_words words = {.count = 0};
    uint32_t depth = 0;
    for (size_t i = from; i < to && words.count < ACT_WORDS_MAX; i++) {
        size_t cited = depth == 0 ? citation_bracket(prose, i) : 0;
        for (size_t k = 0; k < cited && words.count < ACT_WORDS_MAX; k++)
            words.items[words.count++] = i + k;
        if (cited > 0) {
            i += cited - 1;
            continue;
        }
        depth += prose_is_mark(prose, i, '(');
        if (depth == 0)
            words.items[words.count++] = i;
        depth -= depth > 0 && prose_is_mark(prose, i, ')');
    }
    return words;
}

enum limit_side word_side(const struct prose *prose, size_t word)
{
    static const char *const starts[] = {"start",        "starts",    "started",   "starting",
                                         "begin",        "begins",    "begun",     "beginning",
                                         "commence",     "commences", "commenced", "commencing",
                                         "commencement", "launch",    "outset",    NULL};
    static const char *const ends[] = {
        "end",        "ends",        "ended",      "ending",     "complete",
        "completes",  "completed",   "completing", "completion", "finish",
        "finished",   "finalised",   "finalized",  "conclude",   "concluded",
        "conclusion", "expiry",      "expiration", "expire",     "expires",
        "close",      "termination", "terminate",  "terminated", NULL};
    if (is_one_of(prose, word, starts))
        return LIMIT_START;
    return is_one_of(prose, word, ends) ? LIMIT_END : LIMIT_WHOLE;
}

// Where the word that carries the verb stands: "shall", "is to".
static size_t find_modal(const struct prose *prose, const struct act_words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        size_t word = words->items[i];
        if (prose_has_class(prose, word, CLASS_MODAL))
            return i;
        bool is_to = i + 1 < words->count && prose_is_word(prose, words->items[i + 1], "to");
        if (is_to && (prose_is_word(prose, word, "is") || prose_is_word(prose, word, "are") ||
                      prose_is_word(prose, word, "and")))
            return i;
        if (i == 0 && prose_is_word(prose, word, "to"))
            return i;
    }
    return words->count;
}

static bool is_adverb(const struct prose *prose, size_t word)
{
    return prose_token(prose, word)->kind == TOKEN_WORD &&
           str_ends_with(prose_word(prose, word), STR("ly"));
}

// Verbs that say only that their subject happens.
static bool is_light(const struct prose *prose, size_t word)
{
    static const char *const light[] = {"take", "takes", "held",   "occur",  "occurs",
                                        "come", "enter", "enters", "begin",  "be",
                                        "has",  "exist", "place",  "effect", NULL};
    return is_one_of(prose, word, light) || word_side(prose, word) != LIMIT_WHOLE;
}

// "Merchants pay", "the Plan enters": not "release and exchange", which are nouns there.
static bool is_finite_after(const struct prose *prose, size_t before, size_t word)
{
    struct str verb = prose_word(prose, word);
    bool shows_tense = str_ends_with(verb, STR("s")) || str_ends_with(verb, STR("ed"));
    bool has_plural = prose_token(prose, before)->kind == TOKEN_WORD &&
                      str_ends_with(prose_word(prose, before), STR("s"));
    return prose_has_class(prose, word, CLASS_FINITE) && (shows_tense || has_plural);
}

static void find_verb(const struct prose *prose, struct worded_act *act)
{
    const struct act_words *words = &act->words;
    size_t at = find_modal(prose, words);
    act->subject_to = at;
    act->verb = words->count;
    if (at == words->count) {
        for (size_t i = 1; i < words->count; i++)
            if (is_finite_after(prose, words->items[i - 1], words->items[i])) {
                act->subject_to = act->verb = i;
                act->is_passive = is_light(prose, words->items[i]);
                return;
            }
        act->subject_to = 0;
        return;
    }
    for (at++; at < words->count; at++) {
        size_t word = words->items[at];
        if (prose_is_mark(prose, word, ',')) { // "shall, at the request of a Party, be referred"
            size_t next = at + 1;
            while (next < words->count && !prose_is_mark(prose, words->items[next], ','))
                next++;
            at = next < words->count ? next : at;
            continue;
        }
        bool is_helper = prose_has_class(prose, word, CLASS_AUXILIARY) ||
                         prose_is_word(prose, word, "to") || prose_is_word(prose, word, "not") ||
                         prose_is_word(prose, word, "also") || is_adverb(prose, word) ||
                         prose_token(prose, word)->kind != TOKEN_WORD;
        act->is_passive = act->is_passive || prose_is_word(prose, word, "be") ||
                          prose_is_word(prose, word, "been");
        if (!is_helper)
            break;
    }
    bool is_state = at < words->count && act->is_passive &&
                    prose_has_class(prose, words->items[at], CLASS_PREPOSITION | CLASS_DETERMINER);
    act->verb = is_state ? at - 1 : at; // "shall be at full strength"
    at = act->verb;
    if (at < words->count && is_light(prose, words->items[at]) &&
        word_side(prose, words->items[at]) == LIMIT_WHOLE)
        act->is_passive = true;
}

// What a condition begins with.
static const char *const conditions[] = {"if", "when", "where", "once", "whenever", "unless", NULL};

// "If the Mission finds a breach, the guarantors shall consult": the subject stands behind the comma.
static void drop_condition(const struct prose *prose, struct worded_act *act)
{
    struct act_words *words = &act->words;
    if (words->count == 0 || !is_one_of(prose, words->items[0], conditions))
        return;
    size_t cut = 0;
    for (size_t i = 1; i < words->count; i++)
        if (prose_is_mark(prose, words->items[i], ','))
            cut = i + 1;
    for (size_t i = 1; cut > 0 && i < words->count; i++)
        if (prose_has_class(prose, words->items[i], CLASS_MODAL)) {
            size_t comma = 0; // the last comma before the verb
            for (size_t k = 1; k < i; k++)
                comma = prose_is_mark(prose, words->items[k], ',') ? k + 1 : comma;
            cut = comma > 0 ? comma : cut;
            break;
        }
    for (size_t i = cut; i < words->count; i++)
        words->items[i - cut] = words->items[i];
    words->count -= cut;
}

static struct act_words part_of(const struct act_words *words, size_t from, size_t to)
{
    struct act_words part = {.count = 0};
    for (size_t i = from; i < to && i < words->count; i++)
        part.items[part.count++] = words->items[i];
    return part;
}

static bool is_particle(const struct prose *prose, size_t word)
{
    return prose_is_word(prose, word, "up") || prose_is_word(prose, word, "out") ||
           prose_is_word(prose, word, "off") || prose_is_word(prose, word, "over");
}

static void find_theme(const struct prose *prose, struct worded_act *act)
{
    const struct act_words *words = &act->words;
    size_t count = words->count;
    if (act->verb == count) {
        // "Launch a dialogue": before the article stands a verb.
        size_t from = 0;
        for (size_t i = 1; i < count && i < 4; i++)
            if (prose_has_class(prose, words->items[i], CLASS_DETERMINER))
                from = i;
        act->theme = part_of(words, from, count);
        return;
    }
    struct act_words after = part_of(words, act->verb + 1, count);
    bool has_object = words_head(prose, &after) != SIZE_MAX &&
                      (!prose_has_class(prose, after.items[0], CLASS_PREPOSITION) ||
                       is_particle(prose, after.items[0]));
    act->is_passive = act->is_passive || (act->side != LIMIT_WHOLE && !has_object);
    act->theme = act->is_passive || !has_object ? part_of(words, 0, act->subject_to) : after;
    act->is_bare = act->is_passive && words_head(prose, &act->theme) == SIZE_MAX;
}

// "following the signature, the Seller shall …", ", either party may …": the subject is what stands
// right before the verb.
static void drop_adjunct(const struct prose *prose, struct worded_act *act)
{
    struct act_words *words = &act->words;
    size_t cut = 0;
    size_t modal = find_modal(prose, words);
    bool is_adjunct =
        words->count > 0 && prose_has_class(prose, words->items[0], CLASS_PREPOSITION);
    for (size_t i = 0; is_adjunct && modal < words->count && i + 1 < modal; i++)
        if (prose_is_mark(prose, words->items[i], ','))
            cut = i + 1;
    while (cut < words->count && prose_is_mark(prose, words->items[cut], ','))
        cut++;
    *words = part_of(words, cut, words->count);
}

void act_parse(const struct prose *prose, struct worded_act *act)
{
    drop_condition(prose, act);
    drop_adjunct(prose, act);
    find_verb(prose, act);
    if (act->verb < act->words.count)
        act->side = word_side(prose, act->words.items[act->verb]);
    find_theme(prose, act);
}

// Up to so many bearing words of the first noun phrase, with the "of" phrase behind it.
static size_t add_name(const struct prose *prose, const struct act_words *words, size_t most,
                       struct builder *name)
{
    struct act_words chosen = {.count = 0};
    for (size_t i = 0; i < words->count; i++) {
        size_t word = words->items[i];
        bool ends = prose_has_class(prose, word, CLASS_PREPOSITION | CLASS_MODAL) ||
                    prose_token(prose, word)->kind == TOKEN_MARK;
        if (ends && !prose_is_word(prose, word, "of") && chosen.count > 0)
            break;
        if (word_is_bearing(prose, word) && !is_adverb(prose, word))
            chosen.items[chosen.count++] = word;
    }
    for (size_t i = 0; i < chosen.count && i < most; i++) {
        if (name->length > 0)
            builder_add_byte(name, '.');
        struct str word = prose_word(prose, chosen.items[i]);
        for (size_t k = 0; k < word.length; k++) {
            char byte = word.bytes[k];
            builder_add_byte(name, byte >= 'A' && byte <= 'Z' ? (char)(byte + 'a' - 'A') : byte);
        }
    }
    return chosen.count < most ? chosen.count : most;
}

// "enters into force": not whatever else enters something.
static bool enters_into_force(const struct prose *prose, const struct worded_act *act)
{
    if (act->verb >= act->words.count)
        return false;
    size_t verb = act->words.items[act->verb];
    return prose_is_word(prose, verb, "enters") && prose_is_word(prose, verb + 1, "into") &&
           prose_is_one_of(prose, verb + 2, "force effect operation");
}

struct str act_name(const struct prose *prose, const struct worded_act *act, struct arena *arena)
{
    struct builder name = builder_make(arena);
    bool has_verb = act->verb < act->words.count;
    struct act_words verb = part_of(&act->words, act->verb, act->verb + 1);
    bool says_verb = has_verb && !is_light(prose, verb.items[0]);
    if (enters_into_force(prose, act))
        return STR("entry.into.force");
    bool has_object =
        has_verb && !act->is_passive && act->theme.count > 0 && act->theme.items[0] > verb.items[0];
    if (says_verb && has_object)
        add_name(prose, &verb, 1, &name);
    if (has_object && is_particle(prose, act->theme.items[0]))
        builder_print(&name, ".%.*s", STR_ARGS(prose_word(prose, act->theme.items[0])));
    add_name(prose, &act->theme, NAME_WORDS, &name);
    if (says_verb && !has_object)
        add_name(prose, &verb, 1, &name);
    return builder_str(&name);
}

struct str words_flat(const struct prose *prose, const struct act_words *words, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < words->count;) {
        size_t to = i + 1;
        while (to < words->count && words->items[to] == words->items[to - 1] + 1)
            to++;
        struct str piece =
            prose_flat(prose_range(prose, words->items[i], words->items[to - 1] + 1), arena);
        builder_print(&out, "%s%.*s", out.length > 0 ? " " : "", STR_ARGS(piece));
        i = to;
    }
    return builder_str(&out);
}

struct str act_who(const struct prose *prose, const struct worded_act *act, struct arena *arena)
{
    if (act->verb == act->words.count)
        return STR("");
    if (!act->is_passive) {
        struct act_words subject = part_of(&act->words, 0, act->subject_to);
        bool is_condition = subject.count > 0 && is_one_of(prose, subject.items[0], conditions);
        return is_condition || words_head(prose, &subject) == SIZE_MAX
                   ? STR("")
                   : words_flat(prose, &subject, arena);
    }
    for (size_t i = act->verb; i < act->words.count; i++) {
        if (!prose_is_word(prose, act->words.items[i], "by"))
            continue;
        size_t to = i + 1;
        while (to < act->words.count &&
               prose_token(prose, act->words.items[to])->kind != TOKEN_MARK &&
               (to == i + 1 ||
                !prose_has_class(prose, act->words.items[to], CLASS_PREPOSITION | CLASS_MODAL) ||
                prose_is_word(prose, act->words.items[to], "of")))
            to++;
        struct act_words by = part_of(&act->words, i + 1, to);
        return words_flat(prose, &by, arena);
    }
    return STR("");
}

// Cut between two words.
static struct str cut_short(struct str text, struct arena *arena)
{
    if (text.length <= TITLE_BYTES)
        return text;
    size_t end = TITLE_BYTES;
    while (end > 0 && text.bytes[end] != ' ')
        end--;
    return arena_print(arena, "%.*s…", (int)end, text.bytes);
}

// Without the article or "if" that it begins with.
static struct act_words bare(const struct prose *prose, struct act_words words)
{
    size_t from = 0;
    static const char *const articles[] = {"the", "a", "an", NULL};
    while (from < words.count && (is_one_of(prose, words.items[from], articles) ||
                                  is_one_of(prose, words.items[from], conditions)))
        from++;
    return part_of(&words, from, words.count);
}

// Whether the act is one that shall not be: "shall not compete".
static bool is_denied(const struct prose *prose, const struct worded_act *act)
{
    for (size_t i = act->subject_to; i < act->verb && i < act->words.count; i++)
        if (prose_is_word(prose, act->words.items[i], "not"))
            return true;
    return false;
}

// "certificate of withdrawal issued", "withdrawal of its forces": what happens; or who does what.
struct str act_title(const struct prose *prose, const struct worded_act *act, struct arena *arena)
{
    struct act_words verb = part_of(&act->words, act->verb, act->verb + 1);
    struct act_words theme = bare(prose, act->theme);
    bool says_verb = verb.count > 0 && !is_light(prose, verb.items[0]);
    bool tells_theme = act->is_pointing || act->is_passive || act->side != LIMIT_WHOLE;
    bool has_object = verb.count > 0 && act->theme.count > 0 && act->theme.items[0] > verb.items[0];
    struct str title;
    struct act_words rest = part_of(&act->words, act->verb + 1, act->words.count);
    if (enters_into_force(prose, act))
        title = STR("entry into force");
    else if (verb.count > 0 && prose_is_word(prose, verb.items[0], "be"))
        title = arena_print(arena, "%.*s %.*s", STR_ARGS(words_flat(prose, &theme, arena)),
                            STR_ARGS(words_flat(prose, &rest, arena)));
    else if (tells_theme && !says_verb)
        title = words_flat(prose, &theme, arena);
    else if (verb.count > 0 && !has_object)
        title = arena_print(arena, "%.*s %s%.*s", STR_ARGS(words_flat(prose, &theme, arena)),
                            is_denied(prose, act) ? "not " : "",
                            STR_ARGS(words_flat(prose, &verb, arena)));
    else {
        struct act_words said =
            part_of(&act->words, verb.count > 0 ? act->verb : 0, act->words.count);
        said = bare(prose, said);
        title = words_flat(prose, &said, arena);
        if (verb.count > 0 && is_denied(prose, act))
            title = arena_print(arena, "not %.*s", STR_ARGS(title));
    }
    return cut_short(title, arena);
}
