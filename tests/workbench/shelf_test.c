// SPDX-License-Identifier: Apache-2.0
// Handles of one case that share a shelf say, draft by draft, what a handle says that is alone.
#include "base/builder.h"
#include "tap.h"

#include <entente/case.h>
#include <entente/pages.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PARTIES = 4, PARAGRAPHS = 24 };
static const char *const parties[PARTIES] = {"Lorvik", "Mestra", "Nordal", "Ostra"};

static struct entente_error refused;

// Inside a lock there is no other.
struct shelf_watch {
    int depth;
    int most;
    size_t times;
};

static void lock(void *self)
{
    struct shelf_watch *watch = self;
    watch->depth++;
    watch->times++;
    watch->most = watch->depth > watch->most ? watch->depth : watch->most;
}

static void unlock(void *self)
{
    ((struct shelf_watch *)self)->depth--;
}

static void must(bool done)
{
    if (CHECK(done))
        return;
    printf("# %s\n", refused.message);
    abort();
}

static struct entente_act act_at(uint32_t number)
{
    unsigned char *seed = arena_take(tap_arena(), ENTENTE_SEED_BYTES, 1);
    memcpy(seed, &number, sizeof number);
    struct str now = arena_print(tap_arena(), "2031-03-%02uT%02u:%02u:%02uZ", 1 + number / 86400,
                                 number / 3600 % 24, number / 60 % 60, number % 60);
    return (struct entente_act){
        .size = sizeof(struct entente_act), .now = arena_c_string(tap_arena(), now), .seed = seed};
}

static struct str told(struct entente_answer *answer)
{
    size_t length;
    const char *output = entente_answer_output(answer, &length);
    struct str whole =
        arena_print(tap_arena(), "%s\n%.*s", entente_answer_summary(answer), (int)length, output);
    entente_answer_free(answer);
    return whole;
}

static struct entente_case *opened(const char *path, struct entente_case_shelf *shelf)
{
    struct entente_case_view view = {.size = sizeof view, .shelf = shelf};
    struct entente_case *handle;
    must(entente_case_open(&view, path, NULL, &handle, &refused));
    return handle;
}

static void enter(struct entente_case *handle, const char *kind, const char *id, uint32_t number)
{
    const struct entente_field name = {strcmp(kind, "party") == 0 ? "name" : "title", id};
    struct entente_entering what = {
        .size = sizeof what, .kind = kind, .id = id, .fields = &name, .count = 1};
    struct entente_act act = act_at(number);
    struct entente_answer *answer;
    must(entente_case_enter(&what, handle, &act, NULL, &answer, &refused));
    entente_answer_free(answer);
}

static const char *made_case(const char *folder, const char *name)
{
    struct entente_field title = {"title", "Talks"};
    struct entente_init_options founding = {sizeof founding, "demo", &title, 1};
    struct entente_act act = act_at(1);
    struct entente_answer *answer;
    const char *path = arena_print(tap_arena(), "%s/%s.entente", folder, name).bytes;
    must(entente_case_init(&founding, path, &act, NULL, &answer, &refused));
    entente_answer_free(answer);
    struct entente_case *handle = opened(path, NULL);
    for (uint32_t p = 0; p < PARTIES; p++)
        enter(handle, "party", parties[p], 2 + p);
    enter(handle, "document", "plan", 10);
    enter(handle, "document", "annex", 11);
    entente_case_close(handle);
    return path;
}

// --- Drafts

static void add_words(struct builder *out, struct tap_random *random, uint32_t count)
{
    static const char *const words[] = {"water", "bridge", "within", "thirty", "days",  "of",
                                        "the",   "shared", "troops", "leave",  "equal", "parts"};
    for (uint32_t i = 0; i < count; i++)
        builder_print(out, " %s", words[tap_random_below(random, 12)]);
}

static struct str base_text(struct tap_random *random)
{
    struct builder out = builder_make(tap_arena());
    builder_add_c(&out, "# Plan\n");
    for (uint32_t i = 1; i <= PARAGRAPHS; i++) {
        builder_print(&out, "\n%u. Each", i);
        add_words(&out, random, 8 + tap_random_below(random, 12));
        builder_add_c(&out, ".\n");
    }
    return builder_str(&out);
}

// A copy in which some words are others, some are gone and some came in.
static struct str edited(struct str base, struct tap_random *random)
{
    struct builder out = builder_make(tap_arena());
    struct str word;
    while (str_cut(&base, ' ', &word)) {
        uint32_t choice = tap_random_below(random, 60);
        bool is_plain = !str_contains(word, STR("\n")) && !str_contains(word, STR("#"));
        if (is_plain && choice == 0)
            continue;
        builder_print(&out, "%s%.*s", out.length > 0 ? " " : "",
                      STR_ARGS(is_plain && choice == 1 ? STR("forthwith") : word));
        if (is_plain && choice == 2)
            builder_add_c(&out, " and fairly");
    }
    return builder_str(&out);
}

// --- Side by side

struct shelf_twins {
    struct entente_case *one, *other; // they share
    struct entente_case *alone;       // of the same case, in another file
    struct str bases[2];              // of the two documents
    struct str last;                  // draft
    struct tap_random random;
    uint32_t number; // of the next act
};

static struct str page_of(struct entente_case *handle, const char *document)
{
    struct entente_page_options options;
    struct entente_answer *answer;
    ENTENTE_CLEAR(&options);
    options.root = "/c1";
    options.assets = "/assets/";
    options.token = "token";
    options.now = "2031-03-20T10:00:00Z";
    options.page = ENTENTE_PAGE_TEXT;
    options.document = document;
    must(entente_case_page(&options, handle, NULL, &answer, &refused));
    return told(answer);
}

static void submit(struct shelf_twins *twins, const struct entente_submission *what)
{
    struct entente_act act = act_at(twins->number++);
    struct entente_answer *answer;
    bool done = entente_case_submit(what, twins->alone, &act, NULL, &answer, &refused);
    enum entente_code code = done ? ENTENTE_OK : refused.code;
    struct str alone = done ? told(answer) : STR("");
    struct entente_case *handle = twins->number % 2 ? twins->one : twins->other;
    done = entente_case_submit(what, handle, &act, NULL, &answer, &refused);
    CHECK_INT(done ? ENTENTE_OK : refused.code, code);
    CHECK_STR(done ? told(answer) : STR(""), alone);
}

static void submit_any(struct shelf_twins *twins)
{
    struct tap_random *random = &twins->random;
    uint32_t document = tap_random_below(random, 2);
    uint32_t kind = tap_random_below(random, 16);
    struct entente_file file = {"here/copy.md", NULL, 0};
    struct entente_submission what = {.size = sizeof what,
                                      .document = document == 0 ? "plan" : "annex",
                                      .party = parties[tap_random_below(random, PARTIES)],
                                      .file = &file};
    struct str text = kind == 0 ? twins->last : edited(twins->bases[document], random);
    if (kind == 1) {
        what.party = NULL; // a new base
        twins->bases[document] = text;
    } else if (kind == 2) {
        what.is_fragment = true;
        text = str_slice(text, 0, text.length / 4);
    } else if (kind == 3) {
        text = STR("Recipe for soup: take onions, carrots and salt.\n");
    } else if (kind == 4) {
        file.name = "copy.txt"; // of another form
    }
    twins->last = text;
    file.bytes = text.bytes;
    file.length = text.length;
    submit(twins, &what);
}

static void check_pages(const struct shelf_twins *twins)
{
    static const char *const documents[] = {"plan", "annex"};
    for (size_t d = 0; d < 2; d++) {
        struct str alone = page_of(twins->alone, documents[d]);
        CHECK_STR(page_of(twins->one, documents[d]), alone);
        CHECK_STR(page_of(twins->other, documents[d]), alone);
    }
}

static struct str state_of(struct entente_case *handle)
{
    struct entente_show_options options = {.size = sizeof options, .form = ENTENTE_SHOW_JSON};
    struct entente_answer *answer;
    must(entente_case_show(&options, handle, NULL, &answer, &refused));
    return told(answer);
}

// Whoever comes while others are there sees what one sees who reads all of the case.
static void come_anew(struct shelf_twins *twins, const char *path, struct entente_case_shelf *shelf)
{
    struct entente_case *fresh = opened(path, NULL);
    entente_case_close(twins->other);
    twins->other = opened(path, shelf);
    CHECK_STR(state_of(twins->other), state_of(fresh));
    CHECK_STR(state_of(twins->one), state_of(fresh));
    entente_case_close(fresh);
}

static void begin(struct shelf_twins *twins)
{
    static const char *const documents[] = {"plan", "annex"};
    for (size_t d = 0; d < 2; d++) {
        struct str text = twins->bases[d] = base_text(&twins->random);
        struct entente_file file = {"base.md", text.bytes, text.length};
        struct entente_submission what = {
            .size = sizeof what, .document = documents[d], .file = &file};
        submit(twins, &what);
    }
}

TEST(handles_that_share_say_draft_by_draft_what_one_says_that_is_alone)
{
    struct shelf_watch watch = {0, 0, 0};
    struct entente_case_shelf_options options = {sizeof options, &watch, lock, unlock};
    struct entente_case_shelf *shelf;
    const char *folder = tap_folder();
    const char *shared = made_case(folder, "shared");
    const char *alone = made_case(folder, "lonely");
    must(entente_case_shelf_new(&options, &shelf, &refused));
    struct shelf_twins twins = {.one = opened(shared, shelf),
                                .other = opened(shared, shelf),
                                .alone = opened(alone, NULL),
                                .random = {7},
                                .number = 100};
    begin(&twins);
    for (size_t round = tap_size(60, 3000); round > 0; round--) {
        submit_any(&twins);
        if (tap_random_below(&twins.random, 3) == 0)
            check_pages(&twins);
        if (tap_random_below(&twins.random, 4 + twins.number / 50) ==
            0) // as it grows, it takes longer
            come_anew(&twins, shared, shelf);
    }
    entente_case_close(twins.one);
    check_pages(&(struct shelf_twins){.one = twins.other,
                                      .other = twins.other,
                                      .alone = twins.alone}); // what the first had stays
    entente_case_close(twins.other);
    entente_case_close(twins.alone);
    entente_case_shelf_free(shelf);
    CHECK_INT(watch.depth, 0);
    CHECK_INT(watch.most, 1);
    CHECK(watch.times > 0);
    must(unlink(shared) == 0 && unlink(alone) == 0);
}

static const char *refusal_of(struct entente_case *handle, const char *name, enum entente_ways ways)
{
    static const char soup[] = "Recipe for soup,two onions,three carrots\nsalt,pepper,a bay leaf\n";
    struct entente_file file = {name, soup, sizeof soup - 1};
    struct entente_submission what = {
        .size = sizeof what, .document = "plan", .party = parties[0], .file = &file, .ways = ways};
    struct entente_act act = act_at(500);
    struct entente_answer *answer;
    if (!CHECK(!entente_case_submit(&what, handle, &act, NULL, &answer, &refused)))
        return "";
    return arena_c_string(tap_arena(), str_of(refused.message));
}

TEST(a_refusal_names_the_ways_out_of_where_it_is_read)
{
    static const char *const names[] = {"soup.txt", "soup.csv"};
    struct entente_case_shelf_options options = {.size = sizeof options};
    struct entente_case_shelf *shelf;
    struct shelf_twins twins = {.random = {3}, .number = 100};
    const char *path = made_case(tap_folder(), "refused");
    must(entente_case_shelf_new(&options, &shelf, &refused));
    for (size_t i = 0; i < 4; i++) { // with a shelf, and alone
        struct entente_case *handle = opened(path, i % 2 ? shelf : NULL);
        twins.bases[0] = base_text(&twins.random);
        struct entente_file file = {"base.md", twins.bases[0].bytes, twins.bases[0].length};
        struct entente_submission what = {.size = sizeof what, .document = "plan", .file = &file};
        struct entente_act act = act_at(100 + (uint32_t)i);
        struct entente_answer *answer;
        must(entente_case_submit(&what, handle, &act, NULL, &answer, &refused));
        entente_answer_free(answer);
        struct str typed = str_of(refusal_of(handle, names[i / 2], ENTENTE_WAYS_OF_COMMANDS));
        struct str shown = str_of(refusal_of(handle, names[i / 2], ENTENTE_WAYS_OF_PAGES));
        CHECK(str_contains(typed, STR("--")) || str_contains(typed, STR("entente ")));
        CHECK(!str_contains(shown, STR("--")) && !str_contains(shown, STR("entente ")));
        CHECK(str_contains(shown, STR("another document")));
        entente_case_close(handle);
    }
    entente_case_shelf_free(shelf);
    must(unlink(path) == 0);
}

TEST(what_was_taken_out_is_on_no_shelf)
{
    struct entente_case_shelf_options options = {.size = sizeof options};
    struct entente_forgetting what = {.size = sizeof what, .kind = "document", .id = "damsons"};
    struct entente_case_shelf *shelf;
    struct entente_answer *answer;
    struct entente_act act = act_at(101);
    const char *path = made_case(tap_folder(), "forgotten");
    must(entente_case_shelf_new(&options, &shelf, &refused));
    struct entente_case *maker = opened(path, NULL);
    enter(maker, "document", "damsons", 100);
    struct entente_case *before = opened(path, shelf);
    CHECK(str_contains(state_of(before), STR("damsons")));
    must(entente_case_forget(&what, maker, &act, NULL, &answer, &refused));
    entente_answer_free(answer);
    struct entente_case *after = opened(path, shelf); // over what `before` stands on
    CHECK(!str_contains(state_of(after), STR("damsons")));
    CHECK(!str_contains(state_of(before), STR("damsons")));
    CHECK_STR(state_of(after), state_of(maker));
    enter(before, "document", "plums", 102);
    CHECK_STR(state_of(after), state_of(before));
    entente_case_close(before);
    entente_case_close(after);
    entente_case_close(maker);
    entente_case_shelf_free(shelf);
    must(unlink(path) == 0);
}

TESTS(TAP_ENTRY(what_was_taken_out_is_on_no_shelf),
      TAP_ENTRY(a_refusal_names_the_ways_out_of_where_it_is_read),
      TAP_ENTRY(handles_that_share_say_draft_by_draft_what_one_says_that_is_alone))
