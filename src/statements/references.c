// SPDX-License-Identifier: Apache-2.0
// The latest that fits in number and sex is meant.
#include "statements/references.h"

#define PERSONS_MAX 500 // of more persons nobody is the only one of a role
#define REACH 12        // how many of those before may be meant
#define NEAR_START 10   // tokens from the start of a sentence in which its subject is named

struct known_reference {
    struct speaker speaker;
    bool is_many;
    bool is_unread; // somebody spoke whose name was not read
};

struct references references_make(const struct news *news)
{
    return (struct references){news, LIST_MAKE(news->arena, struct known_reference)};
}

// Bodies are "it", and "they" too; several persons and nouns in the plural are "they".
static bool is_many(const struct news *news, const struct speaker *speaker)
{
    if (speaker->kind == SPEAKER_PERSON)
        return false;
    if (news_has_kind(news, speaker->head, KIND_PLURAL_SELF))
        return true;
    bool is_noun = news_has_kind(news, speaker->head, KIND_ROLE | KIND_PEOPLE) ||
                   !news_is_capital(news, speaker->head);
    return is_noun && str_ends_with(prose_word(&news->prose, speaker->head), STR("s"));
}

static void note(struct references *references, const struct speaker *speaker)
{
    if (speaker->is_pronoun)
        return;
    *LIST_ADD(&references->known, struct known_reference) =
        (struct known_reference){*speaker, is_many(references->news, speaker), false};
}

void references_block(struct references *references)
{
    LIST_ADD(&references->known, struct known_reference)->is_unread = true;
}

void references_note(struct references *references, const struct speakers *speakers)
{
    for (size_t i = 0; i < speakers->count; i++)
        note(references, &speakers->items[i]);
}

void references_note_named(struct references *references, const struct sentence *sentence,
                           size_t at)
{
    const struct news *news = references->news;
    struct speakers subject;
    size_t verb = attribution_subject(news, sentence, &subject);
    if (verb > sentence->from && verb < at && subject.count == 1 &&
        is_many(news, &subject.items[0]))
        note(references, &subject.items[0]);
    for (size_t i = sentence->from; i < at && i < sentence->from + NEAR_START; i++) {
        const struct mention *mention = news_person_at(news, i);
        bool is_object = i > sentence->from && news_has_class(news, i - 1, CLASS_PREPOSITION) &&
                         !news_is_word(news, i - 1, "when") &&
                         !news_is_word(news, i - 1, "while") &&
                         !news_is_word(news, i - 1, "after") && !news_is_word(news, i - 1, "as");
        if (news_is_quoted(news, i))
            return;
        if (!mention || is_object || news_is_possessive(news, mention->to - 1))
            continue;
        struct speaker speaker = {.kind = SPEAKER_PERSON,
                                  .person = mention->index,
                                  .name = news_person(news, mention->index)->name,
                                  .head = i};
        note(references, &speaker);
        return;
    }
}

static bool fits_pronoun(const struct news *news, const struct known_reference *reference,
                         struct str pronoun)
{
    bool is_he = str_equal_ignoring_case(pronoun, STR("he"));
    bool is_she = str_equal_ignoring_case(pronoun, STR("she"));
    if (str_equal_ignoring_case(pronoun, STR("they")))
        return reference->is_many;
    if (str_equal_ignoring_case(pronoun, STR("it")))
        return reference->speaker.kind == SPEAKER_BODY && !reference->is_many;
    if (reference->is_many || reference->speaker.kind == SPEAKER_BODY || (!is_he && !is_she))
        return false;
    uint32_t wanted = is_he ? KIND_MALE : KIND_FEMALE;
    uint32_t sex = reference->speaker.kind == SPEAKER_PERSON
                       ? news_person(news, reference->speaker.person)->sex
                       : news->kinds[reference->speaker.head] & (KIND_MALE | KIND_FEMALE);
    return sex == 0 || sex == wanted;
}

static const struct known_reference *known_at(const struct references *references, size_t back)
{
    size_t count = references->known.count;
    return back < REACH && back < count
               ? LIST_AT(&references->known, struct known_reference, count - 1 - back)
               : NULL;
}

bool references_latest(const struct references *references, struct speaker *speaker)
{
    const struct known_reference *latest = known_at(references, 0);
    if (latest && latest->is_unread)
        return false;
    if (latest)
        *speaker = latest->speaker;
    return latest != NULL;
}

// "Ilia": the name's ending lets one guess a woman, who is the nearest and may be "he" all the same.
static bool may_be_misjudged(const struct news *news, const struct known_reference *reference,
                             struct str pronoun)
{
    bool is_one =
        str_equal_ignoring_case(pronoun, STR("he")) || str_equal_ignoring_case(pronoun, STR("she"));
    return is_one && reference->speaker.kind == SPEAKER_PERSON &&
           news_person(news, reference->speaker.person)->is_sex_guessed;
}

// The role is the one the text gives first, not the last one's.
static void mean(struct speaker *speaker, const struct known_reference *reference)
{
    *speaker = reference->speaker;
    speaker->capacity = STR("");
}

static bool resolve_pronoun(const struct references *references, struct speaker *speaker)
{
    const struct known_reference *reference;
    const struct known_reference *doubtful = NULL;
    for (size_t back = 0; (reference = known_at(references, back)); back++) {
        if (reference->is_unread)
            return false; // the pronoun may well mean that one
        if (fits_pronoun(references->news, reference, speaker->name)) {
            if (doubtful)
                return false; // either may be meant
            mean(speaker, reference);
            return true;
        }
        if (!may_be_misjudged(references->news, reference, speaker->name))
            continue;
        if (doubtful && doubtful->speaker.person != reference->speaker.person)
            return false;
        doubtful = reference;
    }
    if (doubtful) {
        mean(speaker, doubtful);
        return true;
    }
    // "They said" after a body: its people.
    if (str_equal_ignoring_case(speaker->name, STR("they")) &&
        (reference = known_at(references, 0)) && reference->speaker.kind == SPEAKER_BODY) {
        *speaker = reference->speaker;
        return true;
    }
    return false;
}

// The only person whose role ends in or begins with the noun: "the envoy said".
static size_t person_with_role(const struct news *news, struct str noun)
{
    size_t found = NEWS_NONE;
    for (size_t i = 0; i < news->persons.count && news->persons.count <= PERSONS_MAX; i++) {
        const struct person *person = news_person(news, i);
        for (size_t k = 0; k < person->roles.count; k++) {
            if (!str_contains_ignoring_case(*LIST_AT(&person->roles, struct str, k), noun))
                continue;
            if (found != NEWS_NONE && found != i)
                return NEWS_NONE;
            found = i;
        }
    }
    return found;
}

static bool is_same_word(const struct news *news, size_t a, size_t b)
{
    return str_equal_ignoring_case(prose_word(&news->prose, a), prose_word(&news->prose, b));
}

// "The group", "the movement": a word for whatever body was spoken of.
static bool is_any_body(const struct news *news, size_t head)
{
    static const char *const nouns[] = {"group",    "movement", "organization", "organisation",
                                        "militia",  "agency",   "company",      "body",
                                        "alliance", "bloc"};
    for (size_t k = 0; k < sizeof nouns / sizeof nouns[0]; k++)
        if (news_is_word(news, head, nouns[k]))
            return true;
    return false;
}

// "The diplomat": a word for whatever person in office spoke last.
static bool is_any_person(const struct news *news, size_t head)
{
    static const char *const nouns[] = {"diplomat", "politician", "lawmaker", "statesman",
                                        "expert",   "analyst",    "senator",  "spokesperson"};
    for (size_t k = 0; k < sizeof nouns / sizeof nouns[0]; k++)
        if (news_is_word(news, head, nouns[k]))
            return true;
    return false;
}

static bool latest_is_person(const struct references *references, struct speaker *speaker)
{
    const struct known_reference *latest = known_at(references, 0);
    if (!latest || latest->is_unread || latest->speaker.kind != SPEAKER_PERSON)
        return false;
    *speaker = latest->speaker;
    return true;
}

// "The envoy": the person of that role, if there is one only; else who was called so before.
static void resolve_definite(const struct references *references, struct speaker *speaker)
{
    const struct news *news = references->news;
    bool is_role = news_has_kind(news, speaker->head, KIND_ROLE);
    size_t person = is_role ? person_with_role(news, speaker->name) : NEWS_NONE;
    if (person != NEWS_NONE) {
        speaker->capacity = speaker->name;
        speaker->kind = SPEAKER_PERSON;
        speaker->person = person;
        speaker->name = news_person(news, person)->name;
        return;
    }
    if (news_is_capital(news, speaker->head))
        return; // "the Ministers": a defined term
    if (is_any_person(news, speaker->head) && latest_is_person(references, speaker))
        return;
    const struct known_reference *reference;
    for (size_t back = 0; (reference = known_at(references, back)); back++) {
        const struct speaker *known = &reference->speaker;
        if (reference->is_unread)
            continue;
        bool is_noun =
            known->kind != SPEAKER_PERSON && is_same_word(news, known->head, speaker->head);
        bool is_body = known->kind == SPEAKER_BODY && is_any_body(news, speaker->head);
        if (is_noun || is_body) {
            *speaker = *known;
            return;
        }
    }
}

bool references_resolve(const struct references *references, struct speakers *speakers)
{
    for (size_t i = 0; i < speakers->count; i++) {
        struct speaker *speaker = &speakers->items[i];
        if (speaker->is_pronoun && !resolve_pronoun(references, speaker))
            return false;
        if (speaker->is_definite)
            resolve_definite(references, speaker);
        if (speaker->kind != SPEAKER_PERSON)
            speaker->capacity = STR("");
    }
    return speakers->count > 0;
}
