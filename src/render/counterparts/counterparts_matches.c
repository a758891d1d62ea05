// SPDX-License-Identifier: Apache-2.0
#include "codec/yaml.h"
#include "render/counterparts/counterparts_forms.h"

static const char *const certainties[] = {[CERTAINTY_POSSIBLE] = "possible",
                                          [CERTAINTY_LIKELY] = "likely",
                                          [CERTAINTY_SURE] = "sure",
                                          [CERTAINTY_CONFIRMED] = "confirmed"};

// The start of a point's words, so that who corrects the file sees what it is about.
static void add_start(struct builder *out, const struct provision *point)
{
    size_t end = 0;
    while (end < point->text.length && point->text.bytes[end] != '\n' && end < 60)
        end++;
    while (end < point->text.length && end >= 60 &&
           ((unsigned char)point->text.bytes[end] & 0xC0) == 0x80)
        end--;
    builder_print(out, " # %.*s\n", (int)end, point->text.bytes);
}

struct str counterparts_matches(const struct counterparts_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add_c(
        &out, "# Which points of each text answer which points of the base. Correct the points, "
              "say \"certainty: confirmed\",\n# and give the file back with --matches: what is "
              "confirmed stands; of the rest a new proposal is made. Points of [] say that\n"
              "# nothing answers.\n"
              "format: entente-matches/1\nmatches:\n");
    for (uint32_t m = 0; m < answer->match_count; m++) {
        const struct matched_point *match = &answer->matches[m];
        const struct rival_text *text = &answer->texts[match->text];
        builder_add_c(&out, "  - base: ");
        yaml_scalar(&out, answer->texts[0].points[match->base].name);
        add_start(&out, &answer->texts[0].points[match->base]);
        builder_add_c(&out, "    party: ");
        yaml_scalar(&out, text->party);
        builder_add_c(&out, "\n    points:\n");
        for (uint32_t k = 0; k < match->count; k++) {
            builder_add_c(&out, "      - ");
            yaml_scalar(&out, text->points[match->points[k]].name);
            add_start(&out, &text->points[match->points[k]]);
        }
        builder_print(&out, "    certainty: %s\n", certainties[match->certainty]);
    }
    if (answer->match_count == 0)
        builder_cut(&out, out.length - 1), builder_add_c(&out, " []\n");
    return builder_str(&out);
}
