// SPDX-License-Identifier: Apache-2.0
#include "codec/json.h"
#include "render/counterparts/counterparts_forms.h"

static const char *const certainties[] = {[CERTAINTY_POSSIBLE] = "possible",
                                          [CERTAINTY_LIKELY] = "likely",
                                          [CERTAINTY_SURE] = "sure",
                                          [CERTAINTY_CONFIRMED] = "confirmed"};

static const char *const kinds[] = {[DIFFERENCE_NUMBER] = "numbers",
                                    [DIFFERENCE_DATE] = "dates",
                                    [DIFFERENCE_NAME] = "names",
                                    [DIFFERENCE_DUTY] = "duty",
                                    [DIFFERENCE_CONDITION] = "conditions"};

static void write_points(struct json_writer *writer, const struct counterparts_answer *answer,
                         const struct matched_point *match)
{
    json_begin_array_inline(writer);
    for (uint32_t k = 0; k < match->count; k++)
        json_str(writer, answer->texts[match->text].points[match->points[k]].name);
    json_end_array(writer);
}

static void write_carriers(struct json_writer *writer, const struct matched_point *match,
                           struct arena *arena)
{
    json_begin_array_inline(writer);
    for (uint32_t c = 0; c < match->carrier_count; c++) {
        const struct carried_word *carrier = &match->carriers[c];
        if (str_equal_ignoring_case(carrier->base, carrier->other))
            json_str(writer, carrier->base);
        else
            json_str(writer, arena_print(arena, "%.*s / %.*s", STR_ARGS(carrier->base),
                                         STR_ARGS(carrier->other)));
    }
    json_end_array(writer);
}

static void write_differences(struct json_writer *writer, const struct matched_point *match)
{
    json_begin_object(writer);
    for (uint32_t d = 0; d < match->difference_count; d++) {
        const struct difference *difference = &match->differences[d];
        bool is_first = d == 0 || match->differences[d - 1].kind != difference->kind;
        bool is_last =
            d + 1 == match->difference_count || match->differences[d + 1].kind != difference->kind;
        if (is_first) {
            json_name(writer, kinds[difference->kind]);
            json_begin_array_inline(writer);
        }
        json_begin_array_inline(writer);
        json_str(writer, difference->base);
        json_str(writer, difference->other);
        json_end_array(writer);
        if (is_last)
            json_end_array(writer);
    }
    json_end_object(writer);
}

static void write_match(struct json_writer *writer, const struct counterparts_answer *answer,
                        const struct matched_point *match, struct arena *arena)
{
    json_begin_object(writer);
    if (answer->are_rounds) {
        json_member_str_or_null(writer, "of", answer->texts[match->origin].party);
        json_member_str_or_null(writer, "against", answer->texts[match->against].party);
    }
    json_member_str(writer, "base", answer->texts[match->origin].points[match->base].name);
    json_member_str(writer, "party", answer->texts[match->text].party);
    json_name(writer, "points");
    write_points(writer, answer, match);
    json_member_int(writer, "score", match->score);
    json_member_str(writer, "certainty", str_of(certainties[match->certainty]));
    json_name(writer, "by");
    write_carriers(writer, match, arena);
    json_name(writer, "differs");
    write_differences(writer, match);
    json_end_object(writer);
}

static void write_matches(struct json_writer *writer, const char *name,
                          const struct counterparts_answer *answer, bool possible,
                          struct arena *arena)
{
    json_name(writer, name);
    json_begin_array(writer);
    for (uint32_t m = 0; m < answer->match_count; m++)
        if ((answer->matches[m].certainty == CERTAINTY_POSSIBLE) == possible)
            write_match(writer, answer, &answer->matches[m], arena);
    json_end_array(writer);
}

static void write_unmatched(struct json_writer *writer, const struct rival_text *text)
{
    json_begin_array_inline(writer);
    for (uint32_t i = 0; i < text->count; i++)
        if (!text->is_matched[i])
            json_str(writer, text->points[i].name);
    json_end_array(writer);
}

// Every text, so that who reads the answer needs no other file.
static void write_texts(struct json_writer *writer, const struct counterparts_answer *answer)
{
    json_name(writer, "texts");
    json_begin_array(writer);
    for (uint32_t t = 0; t < answer->text_count; t++) {
        const struct rival_text *text = &answer->texts[t];
        json_begin_object(writer);
        json_member_str_or_null(writer, "party", text->party);
        json_member_str(writer, "file", text->file);
        json_name(writer, "points");
        json_begin_array(writer);
        for (uint32_t i = 0; i < text->count; i++) {
            json_begin_object(writer);
            json_member_str(writer, "name", text->points[i].name);
            json_member_str(writer, "heading", text->points[i].heading);
            json_member_str(writer, "text", text->points[i].text);
            json_end_object(writer);
        }
        json_end_array(writer);
        json_end_object(writer);
    }
    json_end_array(writer);
}

struct str counterparts_json(const struct counterparts_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 2);
    json_begin_object(&writer);
    json_member_str(&writer, "format", STR("entente-counterparts/1"));
    write_matches(&writer, "pairs", answer, false, arena);
    write_matches(&writer, "possible", answer, true, arena);
    json_name(&writer, "base_only");
    write_unmatched(&writer, &answer->texts[0]);
    json_name(&writer, "only");
    json_begin_object(&writer);
    for (uint32_t t = 1; t < answer->text_count; t++) {
        json_name_str(&writer, answer->texts[t].party);
        write_unmatched(&writer, &answer->texts[t]);
    }
    json_end_object(&writer);
    write_texts(&writer, answer);
    json_end_object(&writer);
    builder_add_byte(&out, '\n');
    return builder_str(&out);
}
