// SPDX-License-Identifier: Apache-2.0
// A party's own page as a program, honest or not: what it hands over goes to the standard output.
//
//   own_page COPY PARTY PASSPHRASE NOW note TEXT
//   own_page COPY PARTY PASSPHRASE NOW sign AUDIENCE [CHECKPOINT]   signs a log, or co-signs
//   own_page COPY PARTY PASSPHRASE NOW seal READER PLAIN            an entry with this in it, whatever it is
//   own_page COPY PARTY PASSPHRASE NOW raw FILE                     an entry with these bytes
#include "base/file.h"
#include "casefile/sealed.h"
#include "workbench/case/case.h"

#include <entente/sealing.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct entente_error refused;
static struct error inner;
static struct arena *arena;
static struct entente_case *page;
static const char *party;
static const char *now;

static void must(bool done)
{
    if (done)
        return;
    fprintf(stderr, "own_page: %s%s\n", refused.message, inner.message);
    exit(1);
}

static void fill_seed(unsigned char seed[ENTENTE_SEED_BYTES])
{
    FILE *source = fopen("/dev/urandom", "rb");
    must(source && fread(seed, 1, ENTENTE_SEED_BYTES, source) == ENTENTE_SEED_BYTES);
    fclose(source);
}

static const char *own_log(void)
{
    return arena_c_string(arena, arena_print(arena, "party:%s", party));
}

static struct str bytes_of(const char *path)
{
    struct str bytes;
    must(file_read(path, (size_t)64 << 20, arena, &bytes, &inner));
    return bytes;
}

static void note(const char *text)
{
    unsigned char seed[ENTENTE_SEED_BYTES];
    const struct entente_field fields[] = {{"text", text}, {"party", party}};
    struct entente_entering entering = {
        .size = sizeof entering, .kind = "note", .fields = fields, .count = 2};
    struct entente_act act = {.size = sizeof act,
                              .now = now,
                              .seed = seed,
                              .by = party,
                              .readers = own_log(),
                              .at_any_time = true};
    struct entente_answer *answer;
    fill_seed(seed);
    must(entente_case_enter(&entering, page, &act, NULL, &answer, &refused));
    entente_answer_free(answer);
}

// What the verbs would never enter.
static void append(struct str content, struct chance *chance)
{
    struct casefile *casefile = page->casefile;
    uint64_t at;
    must(casefile_begin(casefile, &inner) && record_append(&casefile->record, str_of(own_log()),
                                                           content, STR(""), chance, &at, &inner));
    casefile->has_appended = true;
    must(casefile_commit(casefile, &inner));
}

static struct str sealed_to(const char *reader, struct str plain, struct chance *chance)
{
    struct public_keys keys;
    const struct item *key = items_find(&page->casefile->open, "key", str_of(reader));
    must(key && keys_public(key->value, &keys, &inner));
    return sealed_make(plain, &keys, 1, chance, arena);
}

static void sign(const char *audience, const char *cosign)
{
    struct str text = cosign ? bytes_of(cosign) : STR("");
    struct entente_file file = {"checkpoint", text.bytes, text.length};
    struct entente_checkpoint_options options = {
        .size = sizeof options, .audience = audience, .cosign = cosign ? &file : NULL, .now = now};
    struct entente_answer *answer;
    must(entente_case_checkpoint(&options, page, NULL, &answer, &refused));
    entente_answer_free(answer);
}

static void hand_over(const char *audience)
{
    struct entente_handing handing = {.size = sizeof handing, .audience = audience};
    struct entente_answer *answer;
    size_t length;
    must(entente_case_hand_over(&handing, page, NULL, &answer, &refused));
    const char *lines = entente_answer_output(answer, &length);
    fwrite(lines, 1, length, stdout);
    entente_answer_free(answer);
}

static void enter(char **words, int count)
{
    unsigned char seed[ENTENTE_SEED_BYTES];
    fill_seed(seed);
    struct chance chance = chance_make(seed);
    if (strcmp(words[0], "note") == 0)
        note(words[1]);
    else if (strcmp(words[0], "raw") == 0)
        append(bytes_of(words[1]), &chance);
    else if (count == 3)
        append(sealed_to(words[1], str_of(words[2]), &chance), &chance);
}

int main(int count, char **words)
{
    if (count < 7)
        return 2;
    struct entente_case_view view = {
        .size = sizeof view, .viewer = words[2], .passphrase = words[3], .is_copy = true};
    arena = arena_open();
    party = words[2];
    now = words[4];
    must(entente_case_open(&view, words[1], NULL, &page, &refused));
    bool is_of_all = strcmp(words[5], "sign") == 0;
    if (!is_of_all)
        enter(words + 5, count - 5);
    sign(is_of_all ? words[6] : own_log(), is_of_all && count > 7 ? words[7] : NULL);
    hand_over(is_of_all ? words[6] : NULL);
    entente_case_close(page);
    arena_close(arena);
    return 0;
}
