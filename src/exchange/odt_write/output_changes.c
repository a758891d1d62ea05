// SPDX-License-Identifier: Apache-2.0
// Tracked changes: what was put in stands between two points, what was struck moves to the head of the text.
#include "codec/xml_write.h"
#include "exchange/odt_write/output_parts.h"

#include <inttypes.h>

static struct odt_who who_of(const struct docx_part *part, uint32_t node)
{
    return (struct odt_who){.is_set = true,
                            .author = docx_attribute(part, node, W_AUTHOR),
                            .date = docx_attribute(part, node, W_DATE)};
}

static bool same_who(const struct odt_who *a, const struct odt_who *b)
{
    return a->is_set == b->is_set && str_equal(a->author, b->author) && str_equal(a->date, b->date);
}

struct odt_state odt_state_within(const struct odt_output *output, uint32_t node,
                                  struct odt_state state)
{
    switch ((int)docx_word(output->part, node)) {
    case W_INS:
    case W_MOVE_TO:
        state.inserted = who_of(output->part, node);
        break;
    case W_DEL:
    case W_MOVE_FROM:
        state.struck = who_of(output->part, node);
        break;
    }
    return state;
}

static void add_info(struct odt_output *output, const struct odt_who *who)
{
    struct str date = who->date;
    if (str_ends_with(date, STR("Z")))
        date = str_slice(date, 0, date.length - 1);
    builder_add_c(&output->regions, "<office:change-info><dc:creator>");
    xml_add_text(&output->regions, who->author);
    builder_add_c(&output->regions, "</dc:creator><dc:date>");
    xml_add_text(&output->regions, date.length > 0 ? date : STR("1970-01-01T00:00:00"));
    builder_add_c(&output->regions, "</dc:date></office:change-info>");
}

static uint32_t begin_region(struct odt_output *output)
{
    uint32_t region = ++output->region_count;
    builder_print(&output->regions,
                  "<text:changed-region xml:id=\"c%" PRIu32 "\" text:id=\"c%" PRIu32 "\">", region,
                  region);
    return region;
}

static void add_point(struct builder *out, const char *name, uint32_t region)
{
    builder_print(out, "<text:%s text:change-id=\"c%" PRIu32 "\"/>", name, region);
}

void odt_switch_insertion(struct odt_output *output, const struct odt_who *who)
{
    if (same_who(&output->open, who))
        return;
    if (output->open.is_set)
        add_point(&output->flow.words, "change-end", output->open_region);
    output->open = *who;
    if (!who->is_set)
        return;
    output->open_region = begin_region(output);
    builder_add_c(&output->regions, "<text:insertion>");
    add_info(output, who);
    builder_add_c(&output->regions, "</text:insertion></text:changed-region>");
    add_point(&output->flow.words, "change-start", output->open_region);
}

// --- What is struck

void odt_end_struck(struct odt_output *output, const struct odt_wrap *here)
{
    struct odt_flow *flow = &output->flow;
    if (!flow->own_state.struck.is_set)
        return;
    // Where the last mark was struck, the paragraph behind it goes on from here.
    const struct odt_wrap *last = flow->own_is_open || !here ? &flow->own_wrap : here;
    if (!flow->own_is_open)
        builder_add(&flow->own, last->open);
    builder_add(&flow->own, last->close);
    uint32_t region = begin_region(output);
    builder_add_c(&output->regions, "<text:deletion>");
    add_info(output, &flow->own_state.struck);
    builder_add(&output->regions, builder_str(&flow->own));
    builder_add_c(&output->regions, "</text:deletion>");
    if (flow->own_state.inserted.is_set) {
        builder_add_c(&output->regions, "<text:insertion>");
        add_info(output, &flow->own_state.inserted);
        builder_add_c(&output->regions, "</text:insertion>");
    }
    builder_add_c(&output->regions, "</text:changed-region>");
    add_point(&flow->words, "change", region);
    builder_cut(&flow->own, 0);
    flow->own_is_open = false;
    flow->own_state = (struct odt_state){.struck = {.is_set = false}};
}

static void begin_struck(struct odt_output *output, const struct odt_state *state,
                         const struct odt_wrap *own_wrap)
{
    struct odt_flow *flow = &output->flow;
    bool goes_on = flow->own_state.struck.is_set &&
                   same_who(&flow->own_state.struck, &state->struck) &&
                   same_who(&flow->own_state.inserted, &state->inserted);
    if (!goes_on) {
        odt_end_struck(output, own_wrap);
        odt_switch_insertion(output, &(struct odt_who){.is_set = false});
        flow->own_state = *state;
    }
    if (!flow->own_is_open) {
        builder_add(&flow->own, own_wrap->open);
        flow->own_is_open = true;
        flow->own_was_blank = true;
    }
    flow->own_wrap = *own_wrap;
}

struct builder *odt_words_to(struct odt_output *output, const struct odt_state *state,
                             const struct odt_wrap *own_wrap)
{
    if (state->struck.is_set) {
        begin_struck(output, state, own_wrap);
        return &output->flow.own;
    }
    odt_end_struck(output, own_wrap);
    odt_switch_insertion(output, &state->inserted);
    return &output->flow.words;
}

void odt_strike_mark(struct odt_output *output, const struct odt_state *state,
                     const struct odt_wrap *own_wrap)
{
    begin_struck(output, state, own_wrap);
    builder_add(&output->flow.own, own_wrap->close);
    output->flow.own_is_open = false;
}
