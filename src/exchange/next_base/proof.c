// SPDX-License-Identifier: Apache-2.0
#include "exchange/next_base/proof.h"

#include "base/utf8.h"
#include "exchange/docx/docx_read.h"
#include "exchange/docx_write/read_back.h"
#include "exchange/next_base/wanted.h"
#include "text/label.h"

#define RESULT "the Word file that was to be written"

static bool parts(struct str wanted, size_t at, struct error *error)
{
    return error_at(error, UNSUPPORTED, place_of(STR(RESULT)),
                    "read again it is not what was settled, near \"%.*s\"; nothing is written, and "
                    "this should be reported",
                    STR_ARGS(utf8_around(wanted, at)));
}

// Other formats than Word's have no objects that could be carried and type the labels that the base
// counts, so that both are left out of the comparison where a draft is of another.
static struct str bare(struct str line, struct arena *arena)
{
    struct str object = STR("\xef\xbf\xbc");
    struct builder out = builder_make(arena);
    struct typed_label label;
    for (size_t at = str_find(line, object); line.length > 0; at = str_find(line, object)) {
        builder_add(&out, str_slice(line, 0, at));
        line = str_skip(line, at + object.length);
    }
    struct str text = builder_str(&out);
    return label_typed(text, &label) ? str_skip(text, label.bytes) : text;
}

static bool same_bare(struct str found, struct str wanted, struct error *error)
{
    struct arena *arena = arena_open();
    struct str a = found;
    struct str b = wanted;
    bool same = true;
    while (same && (a.length > 0 || b.length > 0)) {
        struct str one;
        struct str other;
        size_t at = (size_t)(b.bytes - wanted.bytes);
        same = str_cut(&a, '\n', &one) && str_cut(&b, '\n', &other) &&
               str_equal(bare(one, arena), bare(other, arena));
        if (!same)
            parts(wanted, at, error);
    }
    arena_close(arena);
    return same;
}

static bool same_story(struct str found, struct str wanted, bool is_exact, struct error *error)
{
    if (str_equal(found, wanted))
        return true;
    if (!is_exact)
        return same_bare(found, wanted, error);
    size_t at = 0;
    while (at < found.length && at < wanted.length && found.bytes[at] == wanted.bytes[at])
        at++;
    return parts(wanted, at, error);
}

static const struct wanted_story *story_at(const struct wanted *wanted, size_t i)
{
    return LIST_AT(&wanted->stories, const struct wanted_story, i);
}

// Takes a story that was found out of those that are wanted.
static bool take_story(struct str found, const struct wanted *wanted, bool *taken)
{
    for (size_t i = 1; i < wanted->stories.count; i++) {
        const struct wanted_story *story = story_at(wanted, i);
        if (!taken[i] && (str_equal(story->text, found) || str_equal(story->other, found))) {
            taken[i] = true;
            return true;
        }
    }
    return false;
}

// The body as it stands, the other stories in any order.
static bool same_stories(const struct wanted *found, const struct wanted *wanted, bool is_exact,
                         struct arena *arena, struct error *error)
{
    if (!same_story(story_at(found, 0)->text, story_at(wanted, 0)->text, is_exact, error))
        return false;
    if (!is_exact) // what other stories the base has, such a draft says nothing about
        return true;
    bool *taken = ARENA_ARRAY(arena, bool, wanted->stories.count);
    for (size_t i = 1; i < found->stories.count; i++)
        if (!take_story(story_at(found, i)->text, wanted, taken))
            return parts(story_at(found, i)->text, 0, error);
    for (size_t i = 1; i < wanted->stories.count; i++)
        if (!taken[i])
            return parts(story_at(wanted, i)->text, 0, error);
    return true;
}

// Is every text that something came from a Word file's, but for our own brackets?
static bool is_exact(const struct merged *merged)
{
    bool exact = true;
    for (uint32_t p = 0; p + 1 < merged->party_count; p++)
        exact = exact && merged->drafts[p]->form == FORM_DOCX;
    return exact;
}

static bool reads_as(const struct docx_writer *writer, struct docx_package *package, uint32_t party,
                     struct error *error)
{
    struct arena *arena = arena_open();
    struct reading reading = {.kind = READING_REJECT};
    if (party != NO_INDEX)
        reading = docx_reading_of(writer, (struct party){party}, arena);
    struct wanted wanted;
    struct wanted found;
    const struct document *document;
    bool same = docx_read_words(STR(RESULT), package, &reading, writer->options->limits, arena,
                                &document, error);
    if (same) {
        wanted_make(writer->merged, writer->scheme, party, arena, &wanted);
        wanted_of(document, arena, &found);
        same = same_stories(&found, &wanted, is_exact(writer->merged), arena, error);
    }
    arena_close(arena);
    return same;
}

// Does the party hold anything that was left as a tracked change?
static bool has_changes(const struct docx_writer *writer, uint32_t party)
{
    uint32_t settler = writer->merged->party_count - 1;
    for (uint32_t i = 0; i < writer->author_holders.count; i++) {
        const struct holders *by = LIST_AT(&writer->author_holders, struct holders, i);
        if (holders_have(*by, (struct party){party}) && !holders_have(*by, (struct party){settler}))
            return true;
    }
    return false;
}

bool next_base_proof(const struct docx_writer *writer, struct str bytes, struct error *error)
{
    struct arena *arena = arena_open();
    struct docx_package *package;
    bool holds = docx_package_open_beside(STR(RESULT), bytes, writer->package,
                                          writer->options->limits, arena, &package, error) &&
                 docx_is_sound(writer, package, error) &&
                 reads_as(writer, package, NO_INDEX, error);
    for (uint32_t p = 0;
         holds && writer->scheme->leaves_open && p + 1 < writer->merged->party_count; p++)
        holds = !has_changes(writer, p) || reads_as(writer, package, p, error);
    arena_close(arena);
    return holds;
}
