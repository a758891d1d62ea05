// SPDX-License-Identifier: Apache-2.0
// "entente-brief/1": the same facts as the page, for programs.
#include "render/bargain/bargain_forms.h"
#include "render/brief/brief_parts.h"
#include "render/case/case_forms.h"
#include "render/timetable/timetable_forms.h"

static void write_latest(struct json_writer *json, const struct brief_latest *latest)
{
    json_name(json, "latest");
    json_begin_object_inline(json);
    json_member_str(json, "party", latest->party);
    json_member_str(json, "draft", latest->draft);
    json_member_str(json, "date", latest->day);
    json_member_int(json, "open_slots_more", latest->opened);
    json_member_int(json, "shared_proposals", latest->joined);
    json_name(json, "apart");
    json_begin_array(json);
    for (size_t i = 0; i < latest->nearer.count; i++) {
        const struct brief_distance *d = LIST_AT(&latest->nearer, struct brief_distance, i);
        json_begin_object(json);
        json_member_str(json, "party", d->party);
        json_member_int(json, "before", d->before);
        json_member_int(json, "now", d->now);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void write_document(struct json_writer *json, const struct brief_document *document)
{
    json_begin_object(json);
    json_member_str(json, "id", document->id);
    json_member_str(json, "title", document->title);
    json_member_bool(json, "has_text", document->has_text);
    json_member_int(json, "drafts", document->draft_count);
    json_member_int(json, "agreed_points", document->counts.agreed_points);
    json_member_int(json, "open_points", document->counts.open_points);
    json_member_int(json, "open_slots", document->counts.open_slots);
    json_member_int(json, "rival_slots", document->counts.rival_slots);
    json_member_int(json, "ad_referendum", document->settled);
    json_member_int(json, "parked", document->parked);
    if (document->latest)
        write_latest(json, document->latest);
    json_end_object(json);
}

static void write_contest(struct json_writer *json, const struct brief_contest *contest)
{
    json_begin_object(json);
    json_member_str(json, "document", contest->document->id);
    json_member_str(json, "point", contest->point->path);
    json_name(json, "wordings");
    json_begin_array(json);
    for (uint32_t w = 0; w < contest->slot->wording_count; w++) {
        const struct wording *wording = &contest->slot->wordings[w];
        json_begin_object_inline(json);
        json_member_str(json, "text", wording->text);
        json_member_str(json, "parties",
                        brief_holders(contest->document->sheet, wording, json->out->arena));
        json_member_bool(json, "base", wording->is_base);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void write_texts(struct json_writer *json, const struct brief_answer *brief)
{
    json_name(json, "documents");
    json_begin_array(json);
    for (size_t i = 0; i < brief->documents.count; i++)
        write_document(json, LIST_AT(&brief->documents, struct brief_document, i));
    json_end_array(json);
    json_name(json, "parties");
    json_begin_array(json);
    for (size_t i = 0; i < brief->parties.count; i++) {
        const struct brief_party *party = LIST_AT(&brief->parties, struct brief_party, i);
        json_begin_object_inline(json);
        json_member_str(json, "id", party->id);
        json_member_str(json, "name", party->name);
        json_member_str(json, "role", party->role);
        json_member_int(json, "drafts", party->drafts);
        json_member_int(json, "proposals", party->proposals);
        json_member_int(json, "shared", party->shared);
        json_end_object(json);
    }
    json_end_array(json);
    json_name(json, "contested");
    json_begin_array(json);
    for (size_t i = 0; i < brief->contests.count; i++)
        write_contest(json, LIST_AT(&brief->contests, struct brief_contest, i));
    json_end_array(json);
}

// An answer that was not asked for is null, never a number.
static void write_weighed(struct json_writer *json, const struct brief_answer *brief)
{
    json->spreads = true;
    json_name(json, "timetable");
    if (brief->timetable)
        timetable_json_write(json, brief->timetable, json->out->arena);
    else
        json_null(json);
    json_name(json, "packages");
    if (brief->bargain) {
        json_begin_object(json);
        bargain_json_write(brief->bargain, json);
        json_end_object(json);
    } else {
        json_null(json);
    }
    json->spreads = false;
    struct arena *arena = json->out->arena;
    json_member_str(json, "prospects",
                    brief->prospects
                        ? arena_print(arena, "Agreement is %s.",
                                      verdict_words(brief->prospects->prospects->verdict))
                        : STR(""));
}

static void write_tally(struct json_writer *json, const char *name, const struct tally *tally)
{
    json_name(json, name);
    if (tally && tally->is_exact)
        json_digits(json, tally->at_least);
    else
        json_null(json);
}

static void write_said(struct json_writer *json, const struct brief_answer *brief)
{
    json_name(json, "said_in_public");
    json_begin_array(json);
    for (size_t i = 0; i < brief->said.count; i++) {
        const struct brief_said *said = LIST_AT(&brief->said, struct brief_said, i);
        json_begin_object_inline(json);
        json_member_str(json, "statement", said->statement);
        json_member_str(json, "party", said->speaker);
        json_member_str(json, "about", said->about);
        json_member_str(json, "stance", said->stance);
        write_tally(json, "acceptable_before", said->before);
        write_tally(json, "acceptable_now", said->now);
        json_end_object(json);
    }
    json_end_array(json);
}

// The object of an item, which stays open.
static void write_item(struct json_writer *json, const struct brief_item *item)
{
    json_begin_object(json);
    case_json_item(json, item->id, item->value);
}

static void write_groups(struct json_writer *json, const struct list *groups)
{
    json_name(json, "groups");
    json_begin_array(json);
    for (size_t i = 0; i < groups->count; i++) {
        const struct brief_group *group = LIST_AT(groups, struct brief_group, i);
        write_item(json, &group->item);
        case_json_divergences(json, group->divergences, group->divergence_count);
        json_end_object(json);
    }
    json_end_array(json);
}

// Every struct of the record begins with its item.
static void write_items(struct json_writer *json, const char *name, const struct list *list)
{
    json_name(json, name);
    json_begin_array(json);
    for (size_t i = 0; i < list->count; i++) {
        write_item(json, list_at_of(list, i, list->element_bytes));
        json_end_object(json);
    }
    json_end_array(json);
}

struct str brief_json(const struct brief_answer *brief, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_str(&json, "format", STR("entente-brief/1"));
    json_member_str(&json, "title", brief->title);
    write_texts(&json, brief);
    brief_rounds_json(&json, brief);
    if (brief->is_from_drafts)
        brief_issues_json(&json, brief);
    write_weighed(&json, brief);
    write_said(&json, brief);
    write_items(&json, "delegates", &brief->delegates);
    write_groups(&json, &brief->groups);
    write_items(&json, "guarantees", &brief->guarantees);
    write_items(&json, "meetings", &brief->meetings);
    write_items(&json, "statements", &brief->statements);
    json_name(&json, "failed");
    json_begin_array(&json);
    for (size_t i = 0; i < brief->failed.count; i++)
        json_str(&json, *LIST_AT(&brief->failed, struct str, i));
    json_end_array(&json);
    json_end_object(&json);
    return builder_str(&out);
}
