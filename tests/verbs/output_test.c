// SPDX-License-Identifier: Apache-2.0
// The whole table of verbs against every ending: the real form, or a refusal that names the forms there
// are; and every verb against an output that is one of its inputs.
#include "verbs/output.h"

#include "base/file.h"
#include "base/input_limits.h"
#include "codec/json.h"
#include "tap.h"
#include "verbs/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// --- A face of memory: a few files by their names, the rest from the source tree

static const struct entente_file files[] = {
    {"base.md", "# Plan\n\n1. Within 30 days after signature.\n", 41},
    {"a.md", "# Plan\n\n1. Within 60 days after signature.\n", 41},
    {"actors.csv", "actor,capability,position,salience\nA,1,10,0.5\nB,0.6,80,0.9\n", 62},
    {"report.txt", "The envoy, Corin Haldane, said on Tuesday that he opposed it.\n", 62},
};
static size_t reads;
static const char *replaced; // what any output replaces; NULL: nothing

static bool read_file(void *self, const char *path, struct arena *arena, struct entente_file *file,
                      struct entente_error *refusal)
{
    struct str content;
    struct error error;
    (void)self;
    reads++;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (strcmp(path, files[i].name) == 0) {
            *file = (struct entente_file){path, files[i].bytes, strlen(files[i].bytes)};
            return true;
        }
    if (!file_read(path, input_limits_default.file_bytes, arena, &content, &error)) {
        *refusal = (struct entente_error){.code = ENTENTE_BAD_INPUT};
        error_print(&error, refusal->message, sizeof refusal->message);
        return false;
    }
    *file = (struct entente_file){path, content.bytes, content.length};
    return true;
}

static void list_folder(void *self, const char *folder, struct arena *arena, struct list *paths)
{
    (void)self, (void)folder, (void)arena, (void)paths;
}

static bool replaces(void *self, const char *output, const char *input)
{
    (void)self, (void)output;
    return replaced && strcmp(input, replaced) == 0;
}

static bool read_secret(void *self, const char *path, const char **line,
                        struct entente_error *refusal)
{
    (void)self, (void)path, (void)refusal;
    reads++;
    *line = "open sesame";
    return true;
}

static struct fresh *make_fresh(void *self)
{
    static unsigned char next = 1;
    static struct fresh fresh;
    (void)self;
    fresh = (struct fresh){.now = "2031-03-01T10:00:00Z", .seed = {next++}};
    return &fresh;
}

static struct entente_bounds bounds(void *self)
{
    (void)self;
    return (struct entente_bounds){.size = sizeof(struct entente_bounds)};
}

static const struct face face = {.read = read_file,
                                 .list = list_folder,
                                 .replaces = replaces,
                                 .secret = read_secret,
                                 .fresh = make_fresh,
                                 .bounds = bounds};

enum { WORDS_MAX = 12 };

static bool run(struct request *request, const char *verb, const char *const *words)
{
    size_t count = 0;
    while (count < WORDS_MAX && words[count])
        count++;
    return verb_run(request, verb_named(verb), &face, words, count, tap_arena());
}

// --- What each verb is asked

static char case_path[] = "/tmp/entente-output-XXXXXX";
static char merged_path[] = "/tmp/entente-merged-XXXXXX.json";

struct sample {
    const char *verb;
    const char *words[WORDS_MAX];
};
static const struct sample samples[] = {
    {"brief", {case_path, NULL}},
    {"merge", {"base.md", "A=a.md", NULL}},
    {"merge",
     {ENTENTE_SOURCE "/examples/ardel/plan/base.docx",
      "A=" ENTENTE_SOURCE "/examples/ardel/plan/velmark.docx", NULL}},
    {"counterparts", {"base.md", "A=a.md", NULL}},
    {"counterparts", {"base.md", "A=a.md", "--merged", NULL}},
    {"view", {merged_path, "--base", "--base-file", "base.md", NULL}},
    {"next", {merged_path, "--base", "base.md", NULL}},
    {"diff", {"base.md", "a.md", NULL}},
    {"diff",
     {ENTENTE_SOURCE "/examples/ardel/plan/base.docx",
      ENTENTE_SOURCE "/examples/ardel/plan/velmark.docx", NULL}},
    {"brackets", {"base.md", NULL}},
    {"proofread", {"base.md", NULL}},
    {"text", {"base.md", NULL}},
    {"timetable", {ENTENTE_SOURCE "/examples/ardel/timetable/base.yaml", NULL}},
    {"timetable",
     {ENTENTE_SOURCE "/examples/ardel/timetable/base.yaml",
      "A=" ENTENTE_SOURCE "/examples/ardel/timetable/velmark.yaml", NULL}},
    {"timetable", {"--date", "2031-03-01", "--period", "P3D", NULL}},
    {"limits", {"base.md", NULL}},
    {"bargain", {ENTENTE_SOURCE "/examples/ardel/bargain/scenario.json", NULL}},
    {"bargain",
     {ENTENTE_SOURCE "/examples/ardel/bargain/scenario.json", "--compare",
      ENTENTE_SOURCE "/examples/ardel/bargain/before.json", NULL}},
    {"interview",
     {ENTENTE_SOURCE "/examples/ardel/bargain/scenario.json", "--party", "Velmark", "--for",
      "trades", NULL}},
    {"issues", {merged_path, NULL}},
    {"spatial", {"actors.csv", NULL}},
    {"statements", {"report.txt", NULL}},
    {"statements", {"report.txt", "--proposal", NULL}},
    {"show", {case_path, NULL}},
    {"log", {case_path, NULL}},
    {"log", {case_path, "--prove", "0", NULL}},
    {"verify", {case_path, NULL}},
    {"export", {case_path, "--bundle", NULL}},
};

// Verbs whose output is no form of an answer: what was sealed, and the case itself.
static bool has_own_output(const struct verb *verb)
{
    return strcmp(verb->name, "unseal") == 0 || strcmp(verb->name, "import") == 0 ||
           strcmp(verb->name, "backup") == 0 || strcmp(verb->name, "copy") == 0;
}

static bool make_inputs(void)
{
    static bool is_made;
    struct request request;
    struct error error;
    if (is_made)
        return true;
    is_made = true;
    close(mkstemp(case_path));
    unlink(case_path);
    close(mkstemps(merged_path, 5));
    const char *init[] = {case_path, "--title", "Talks", NULL};
    const char *merge[] = {"base.md", "A=a.md", "-o", merged_path, NULL};
    if (!run(&request, "init", init))
        return false;
    request_close(&request);
    if (!run(&request, "merge", merge))
        return false;
    struct str json;
    json.bytes = entente_answer_output(request.answers[0], &json.length);
    bool done = file_write(merged_path, json, &error);
    request_close(&request);
    return done;
}

static void remove_inputs(void)
{
    unlink(case_path);
    unlink(merged_path);
}

// --- What an ending promises

static bool is_json(struct str bytes)
{
    const struct json *tree;
    struct error error;
    struct str line;
    struct str rest = bytes;
    if (json_read(STR("answer"), bytes, &input_limits_default, tap_arena(), &tree, &error))
        return true;
    while (str_cut(&rest, '\n', &line)) // JSON, a value a line
        if (!json_read(STR("line"), line, &input_limits_default, tap_arena(), &tree, &error))
            return false;
    return true;
}

static bool is_page(struct str bytes)
{
    return str_starts_with(bytes, STR("<!doctype html>")) ||
           str_starts_with(bytes, STR("<!DOCTYPE html>"));
}

static bool is_text(struct str bytes)
{
    return !is_page(bytes) && !str_starts_with(bytes, STR("PK")) &&
           !str_starts_with(bytes, STR("{")) && !str_contains(bytes, STR("\033[")) &&
           !str_contains(bytes, STR("<svg"));
}

static bool keeps_promise(const char *ending, struct str bytes)
{
    if (strcmp(ending, "docx") == 0)
        return str_starts_with(bytes, STR("PK")) && str_contains(bytes, STR("word/document.xml"));
    if (strcmp(ending, "xlsx") == 0)
        return str_starts_with(bytes, STR("PK")) && str_contains(bytes, STR("xl/workbook.xml"));
    if (strcmp(ending, "html") == 0 || strcmp(ending, "HTM") == 0)
        return is_page(bytes);
    if (strcmp(ending, "json") == 0 || strcmp(ending, "jsonl") == 0 || strcmp(ending, "proof") == 0)
        return is_json(bytes);
    if (strcmp(ending, "odt") == 0)
        return str_contains(str_slice(bytes, 0, 80),
                            STR("application/vnd.oasis.opendocument.text"));
    if (strcmp(ending, "svg") == 0)
        return str_contains(str_slice(bytes, 0, 200), STR("<svg"));
    if (strcmp(ending, "ics") == 0)
        return str_starts_with(bytes, STR("BEGIN:VCALENDAR"));
    if (strcmp(ending, "csv") == 0)
        return is_text(bytes) &&
               str_contains(str_slice(bytes, 0, str_find_byte(bytes, '\n')), STR(","));
    return is_text(bytes);
}

static const char *const endings[] = {"docx",    "html",  "HTM",  "md",  "markdown", "txt",
                                      "json",    "jsonl", "csv",  "svg", "ics",      "note",
                                      "proof",   "key",   "xlsx", "ods", "pdf",      "odt",
                                      "entente", "yaml",  "xml",  "png", "doc"};

// Runs the sample with -o x.ENDING and looks at what came.
static void check_ending(const struct sample *sample, const char *ending, size_t *written)
{
    struct request request;
    const char *words[WORDS_MAX] = {NULL};
    size_t count = 0;
    for (; sample->words[count]; count++)
        words[count] = sample->words[count];
    words[count++] = "-o";
    words[count] = arena_c_string(tap_arena(), arena_print(tap_arena(), "folder.d/x.%s", ending));
    bool is_right;
    if (run(&request, sample->verb, words)) {
        struct str bytes;
        bytes.bytes = entente_answer_output(request.answers[0], &bytes.length);
        is_right = keeps_promise(ending, bytes) && request.output == words[count];
        ++*written;
    } else {
        struct str told = str_of(request.error.message);
        struct str known = output_endings(&request);
        is_right =
            request.error.code == ENTENTE_BAD_INPUT &&
            (str_contains(told, known) || str_contains(told, STR("can be written only over")) ||
             str_contains(told, STR("a .docx holds")) ||
             str_contains(told, STR("written as text or .json")) ||
             str_contains(told, STR("it is .txt")));
    }
    if (!is_right)
        printf("# %s -o x.%s: %s\n", sample->verb, ending, request.error.message);
    CHECK(is_right);
    request_close(&request);
}

TEST(every_ending_gives_its_own_form_or_a_refusal_that_names_the_forms)
{
    REQUIRE(make_inputs());
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        size_t written = 0;
        for (size_t e = 0; e < sizeof endings / sizeof *endings; e++)
            check_ending(&samples[i], endings[e], &written);
        CHECK(written > 0);
    }
    remove_inputs();
}

TEST(every_verb_that_writes_is_among_the_samples)
{
    for (size_t v = 0; verbs[v]; v++) {
        size_t count = 0;
        for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
            count += strcmp(samples[i].verb, verbs[v]->name) == 0;
        bool has_output = false;
        for (const struct option *o = verbs[v]->options; o && o->name; o++)
            has_output = has_output || o->kind == OPTION_OUTPUT;
        CHECK(has_output == (verbs[v]->forms != NULL));
        CHECK((count > 0) == (has_output && !has_own_output(verbs[v])));
    }
}

// A word for each place, and the path in it that is an input; NULL when it is none.
static const char *word_of(enum input_kind kind, const char **input)
{
    *input = "in.json";
    switch (kind) {
    case INPUT_END:
    case INPUT_NAME:
    case NEW_CASE:
    case NEW_FOLDER:
        *input = NULL;
        return "name";
    case INPUT_DRAFT:
        return "A=in.json";
    case INPUT_FILE:
    case INPUT_SCENARIO:
    case INPUT_ITEM:
    case INPUT_CASE:
    case INPUT_FOLDER:
        break;
    }
    return "in.json";
}

static const char *output_option(const struct verb *verb)
{
    for (const struct option *o = verb->options; o && o->name; o++)
        if (o->kind == OPTION_OUTPUT)
            return "-o";
    return NULL;
}

// An output with an ending that the verb writes, and with the options given.
static const char *own_output(const struct verb *verb)
{
    struct str all = str_of(verb->forms[0].endings);
    struct str first = {NULL, 0};
    (void)str_cut(&all, '|', &first);
    if (str_equal(first, STR("*")))
        return "out";
    return arena_c_string(tap_arena(), arena_print(tap_arena(), "out.%.*s", STR_ARGS(first)));
}

static void check_spared(const struct verb *verb, const char *const *words, const char *input)
{
    struct request request;
    replaced = input;
    reads = 0;
    bool done = run(&request, verb->name, words);
    bool is_right = !done && reads == 0 && request.answer_count == 0 &&
                    str_contains(str_of(request.error.message), STR("would be replaced by")) &&
                    str_starts_with(str_of(request.error.message), str_of(input));
    if (!is_right)
        printf("# %s: %s is not spared: %s\n", verb->name, input, request.error.message);
    CHECK(is_right);
    request_close(&request);
    replaced = NULL;
}

TEST(no_verb_writes_over_what_it_reads)
{
    size_t places = 0;
    for (size_t v = 0; verbs[v]; v++) {
        const struct verb *verb = verbs[v];
        if (!output_option(verb))
            continue;
        const char *words[WORDS_MAX] = {"-o", own_output(verb)};
        for (size_t i = 0; i < INPUTS_MAX && verb->inputs[i] != INPUT_END; i++) {
            const char *input;
            words[2 + i] = word_of(verb->inputs[i], &input);
            if (input)
                check_spared(verb, words, input);
            places += input != NULL;
            words[2 + i] = "other";
        }
        for (const struct option *o = verb->options; o->name; o++) {
            const char *option =
                arena_c_string(tap_arena(), arena_print(tap_arena(), "--%s", o->name));
            const char *with[] = {"-o", own_output(verb), option, "in.txt", NULL};
            if (o->kind == OPTION_FILE)
                check_spared(verb, with, "in.txt");
            places += o->kind == OPTION_FILE;
        }
    }
    printf("# %zu places of inputs\n", places);
    CHECK(places > 30);
}

TEST(a_case_is_spared_with_its_journal_and_a_new_case_spares_its_folder)
{
    static const char *const beside[] = {"t.entente", "t.entente-wal", "t.entente-shm",
                                         "t.entente-journal"};
    for (size_t i = 0; i < 4; i++) {
        const char *show[] = {"t.entente", "-o", "out.txt", NULL};
        check_spared(verb_named("show"), show, beside[i]);
        const char *written[] = {"t.entente", "folder", NULL};
        check_spared(verb_named("export"), written, beside[i]);
        const char *copied[] = {"t.entente", "-o", "copy.entente", NULL};
        check_spared(verb_named("backup"), copied, beside[i]);
    }
    const char *import[] = {"folder", "-o", "folder.entente", NULL};
    check_spared(verb_named("import"), import, "folder");
}

TEST(a_flag_that_says_a_form_agrees_with_the_ending)
{
    struct request request;
    static const struct {
        const char *verb;
        const char *words[5];
    } wrong[] = {{"limits", {"base.md", "--json", "-o", "x.txt", NULL}},
                 {"bargain", {"s.json", "--json", "-o", "x.svg", NULL}},
                 {"merge", {"base.md", "--as=json", "-o", "x.md", NULL}},
                 {"merge", {"base.md", "--as=columns", "-o", "x.json", NULL}},
                 {"brackets", {"base.md", "--as=options", "-o", "x.json", NULL}},
                 {"brackets", {"base.md", "--json", "-o", "x.docx", NULL}}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        reads = 0;
        CHECK(!run(&request, wrong[i].verb, wrong[i].words));
        CHECK_INT(reads, 0);
        request_close(&request);
    }
    const char *right[] = {"base.md", "--json", "-o", "x.JSON", NULL};
    CHECK(run(&request, "limits", right));
    request_close(&request);
    const char *plain[] = {"base.md", "-o", "folder.docx/x", NULL};
    CHECK(run(&request, "limits", plain) && !request.has_ending);
    request_close(&request);
}

TESTS(TAP_ENTRY(every_ending_gives_its_own_form_or_a_refusal_that_names_the_forms),
      TAP_ENTRY(every_verb_that_writes_is_among_the_samples),
      TAP_ENTRY(no_verb_writes_over_what_it_reads),
      TAP_ENTRY(a_case_is_spared_with_its_journal_and_a_new_case_spares_its_folder),
      TAP_ENTRY(a_flag_that_says_a_form_agrees_with_the_ending))
