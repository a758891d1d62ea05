// SPDX-License-Identifier: Apache-2.0
// Real pairs of documents: the redline of each, read back, gives both sides.
#include "redline.h"

static struct str file_in_set(struct str name)
{
    struct str path = arena_print(tap_arena(), "data/docx/oxpt/%.*s", STR_ARGS(name));
    const char *full = tap_shared(path.bytes);
    return full ? tap_file(full) : STR("");
}

// One line of the manifest: id, kind, base, changed files joined by ";", …
static bool pair_holds(struct str line, size_t *looks)
{
    struct str id, kind, base, changed, file;
    str_cut(&line, '\t', &id);
    str_cut(&line, '\t', &kind);
    str_cut(&line, '\t', &base);
    if (!str_cut(&line, '\t', &changed))
        changed = STR("");
    struct party_draft drafts[8];
    size_t count = 0;
    while (count < 8 && str_cut(&changed, ';', &file)) {
        drafts[count].party = arena_print(tap_arena(), "P%zu", count + 1);
        drafts[count++].document = opened(file, file_in_set(file));
    }
    if (count == 0)
        return true;
    *looks += looks_hold(opened(base, file_in_set(base)), &drafts[0]);
    bool holds = readings_hold(opened(base, file_in_set(base)), drafts, count);
    if (!holds)
        printf("# %.*s %.*s\n", STR_ARGS(id), STR_ARGS(base));
    return holds;
}

static void check_kind(struct str wanted)
{
    const char *manifest = tap_shared("data/docx/oxpt/manifest.tsv");
    if (!manifest) {
        tap_skip("../shared is absent");
        return;
    }
    struct str rest = tap_file(manifest);
    struct str line;
    size_t pairs = 0;
    size_t held = 0;
    size_t looks = 0;
    while (str_cut(&rest, '\n', &line)) {
        struct str kind = str_skip(line, str_find_byte(line, '\t') + 1);
        if (!str_equal(str_slice(kind, 0, str_find_byte(kind, '\t')), wanted))
            continue;
        pairs++;
        held += pair_holds(line, &looks);
    }
    printf("# %zu of %zu pairs of \"%.*s\" read back exactly, %zu with all formatting\n", held,
           pairs, STR_ARGS(wanted), looks);
    CHECK_INT(held, pairs);
    CHECK_INT(looks, pairs);
}

TEST(a_redline_read_back_gives_both_sides)
{
    check_kind(STR("compare"));
}

TEST(a_text_compared_with_itself_gives_itself)
{
    check_kind(STR("compare-self"));
}

TEST(a_consolidated_document_gives_each_reviewers_copy)
{
    check_kind(STR("consolidate"));
}

TESTS(TAP_ENTRY(a_redline_read_back_gives_both_sides),
      TAP_ENTRY(a_text_compared_with_itself_gives_itself),
      TAP_ENTRY(a_consolidated_document_gives_each_reviewers_copy))
