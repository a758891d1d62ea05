// SPDX-License-Identifier: Apache-2.0
#include "workbench/counterparts/rival_slots.h"

#include "codec/markdown.h"
#include "exchange/merged/bracketed.h"
#include "exchange/merged/merged_json.h"

#define NOWHERE UINT32_MAX

struct slot_writing {
    const struct counterparts_answer *answer;
    struct arena *arena;
    struct builder out;
    uint32_t **home; // by text and point: the point of the base that it stands with, or NOWHERE
};

// A point of a text stands with the point of the base that it is most like.
static void find_homes(struct slot_writing *writing)
{
    const struct counterparts_answer *answer = writing->answer;
    writing->home = ARENA_ARRAY(writing->arena, uint32_t *, answer->text_count);
    for (uint32_t t = 1; t < answer->text_count; t++) {
        uint32_t count = answer->texts[t].count;
        uint32_t *score = ARENA_ARRAY(writing->arena, uint32_t, count);
        writing->home[t] = ARENA_ARRAY(writing->arena, uint32_t, count);
        for (uint32_t i = 0; i < count; i++)
            writing->home[t][i] = NOWHERE;
        for (uint32_t m = 0; m < answer->match_count; m++) {
            const struct matched_point *match = &answer->matches[m];
            if (match->text != t || match->certainty == CERTAINTY_POSSIBLE)
                continue;
            for (uint32_t k = 0; k < match->count; k++) {
                uint32_t point = match->points[k];
                if (writing->home[t][point] != NOWHERE && match->score <= score[point])
                    continue;
                score[point] = match->score;
                writing->home[t][point] = match->base;
            }
        }
    }
}

// Paragraphs, a blank line between two.
static void add_paragraphs(struct builder *words, struct str text)
{
    struct str line;
    while (str_cut(&text, '\n', &line)) {
        if (line.length == 0)
            continue;
        builder_add_c(words, words->length > 0 ? "\n\n" : "");
        markdown_escape(words, line, true);
    }
}

// What a text says at a point of the base.
static struct str words_of(const struct slot_writing *writing, uint32_t base, uint32_t text)
{
    struct builder words = builder_make(writing->arena);
    for (uint32_t i = 0; i < writing->answer->texts[text].count; i++)
        if (writing->home[text][i] == base)
            add_paragraphs(&words, writing->answer->texts[text].points[i].text);
    return words.length > 0 ? builder_str(&words) : STR("(nothing)");
}

static void add_name(struct builder *out, struct str name)
{
    for (size_t i = 0; i < name.length; i++) {
        if (name.bytes[i] == ',' || name.bytes[i] == ':' || name.bytes[i] == ';' ||
            name.bytes[i] == '[' || name.bytes[i] == ']' || name.bytes[i] == '\\')
            builder_add_byte(out, '\\');
        builder_add_byte(out, name.bytes[i]);
    }
}

// One wording for all texts that have these words; those before `first` have been written.
static void add_wording(struct slot_writing *writing, const struct str *words, uint32_t first)
{
    for (uint32_t t = 0; t < first; t++)
        if (str_equal(words[t], words[first]))
            return;
    builder_add_c(&writing->out, first > 0 ? " [" : "[");
    for (uint32_t t = first; t < writing->answer->text_count; t++) {
        if (!str_equal(words[t], words[first]))
            continue;
        builder_add_c(&writing->out, t > first ? ", " : "");
        if (t == 0)
            builder_add_c(&writing->out, "base");
        else
            add_name(&writing->out, writing->answer->texts[t].party);
    }
    builder_print(&writing->out, ": %.*s]", STR_ARGS(words[first]));
}

static void add_heading(struct slot_writing *writing, uint32_t base)
{
    const struct provision *points = writing->answer->texts[0].points;
    if (points[base].heading.length == 0 ||
        (base > 0 && str_equal(points[base].heading, points[base - 1].heading)))
        return;
    builder_add_c(&writing->out, "## ");
    markdown_escape(&writing->out, points[base].heading, false);
    builder_add_c(&writing->out, "\n\n");
}

static void add_base_point(struct slot_writing *writing, uint32_t base)
{
    const struct counterparts_answer *answer = writing->answer;
    struct str *words = ARENA_ARRAY(writing->arena, struct str, answer->text_count);
    struct builder own = builder_make(writing->arena);
    add_paragraphs(&own, answer->texts[0].points[base].text);
    words[0] = builder_str(&own);
    bool is_open = false;
    for (uint32_t t = 1; t < answer->text_count; t++) {
        words[t] = words_of(writing, base, t);
        is_open = is_open || !str_equal(words[t], words[0]);
    }
    add_heading(writing, base);
    builder_add(&writing->out, answer->texts[0].points[base].label);
    builder_add_c(&writing->out, answer->texts[0].points[base].label.length > 0 ? " " : "");
    if (!is_open)
        builder_add(&writing->out, words[0]);
    for (uint32_t t = 0; is_open && t < answer->text_count; t++)
        add_wording(writing, words, t);
    builder_add_c(&writing->out, "\n\n");
}

static void add_own_points(struct slot_writing *writing, uint32_t text)
{
    const struct rival_text *rival = &writing->answer->texts[text];
    for (uint32_t i = 0; i < rival->count; i++) {
        if (writing->home[text][i] != NOWHERE)
            continue;
        struct builder words = builder_make(writing->arena);
        add_paragraphs(&words, rival->points[i].text);
        builder_add_byte(&writing->out, '[');
        add_name(&writing->out, rival->party);
        builder_print(&writing->out, ": %.*s]\n\n", STR_ARGS(builder_str(&words)));
    }
}

struct str rival_slots_markdown(const struct counterparts_answer *answer, struct arena *arena)
{
    struct slot_writing writing = {answer, arena, builder_make(arena), NULL};
    find_homes(&writing);
    for (uint32_t i = 0; i < answer->texts[0].count; i++)
        add_base_point(&writing, i);
    for (uint32_t t = 1; t < answer->text_count; t++)
        add_own_points(&writing, t);
    builder_add_c(&writing.out, "<!-- entente-merge/1; parties:");
    for (uint32_t t = 1; t < answer->text_count; t++)
        builder_print(&writing.out, "%s %.*s", t > 1 ? ";" : "", STR_ARGS(answer->texts[t].party));
    builder_add_c(&writing.out, " -->\n");
    return builder_str(&writing.out);
}

bool rival_slots_json(const struct counterparts_answer *answer, struct arena *arena,
                      struct str *json, struct error *error)
{
    struct sheet sheet;
    if (!bracketed_read(answer->texts[0].file, rival_slots_markdown(answer, arena), MEDIUM_MARKDOWN,
                        &input_limits_default, arena, &sheet, error))
        return false;
    *json = merged_json_write(&sheet, arena);
    return true;
}
