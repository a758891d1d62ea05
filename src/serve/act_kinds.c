// SPDX-License-Identifier: Apache-2.0
// Each act as a call of the public door.
#include "serve/act_kinds.h"

#include "base/checked.h"
#include "base/list.h"
#include "codec/json.h"
#include "serve/act_frame.h"
#include "serve/act_meeting.h"
#include "serve/act_next.h"
#include "serve/act_scores.h"

#include <entente/reading.h>
#include <stdio.h>

// The fields of an item that were posted, of those that its kind knows.
struct act_fields {
    struct list list; // struct entente_field
};

static void field_add(struct act_fields *fields, const char *name, const char *value)
{
    if (value && value[0])
        *LIST_ADD(&fields->list, struct entente_field) = (struct entente_field){name, value};
}

static struct act_fields fields_of(const struct case_job *job, const char *const *names)
{
    struct act_fields fields = {LIST_MAKE(job->visit->arena, struct entente_field)};
    for (; names && *names; names++)
        field_add(&fields, *names, posted_joined(&job->visit->posted, *names));
    return fields;
}

static bool enter(struct case_job *job, struct entente_entering *entering,
                  const struct act_fields *fields, struct entente_answer **answer,
                  struct entente_error *error)
{
    struct entente_act act;
    act_frame(job, &act);
    entering->size = sizeof *entering;
    if (fields) {
        entering->fields = LIST_ITEMS(&fields->list, struct entente_field);
        entering->count = fields->list.count;
    }
    return entente_case_enter(entering, job->seat->handle, &act, NULL, answer, error);
}

// For the acting party alone.
static bool enter_own(struct case_job *job, struct entente_entering *entering,
                      const struct act_fields *fields, struct entente_answer **answer,
                      struct entente_error *error)
{
    struct entente_act act;
    act_frame(job, &act);
    if (!act_party(job))
        return act_misuse(error, "whose is it? Say the party");
    act.readers = arena_print(job->visit->arena, "party:%s", act_party(job)).bytes;
    entering->size = sizeof *entering;
    entering->fields = LIST_ITEMS(&fields->list, struct entente_field);
    entering->count = fields->list.count;
    return entente_case_enter(entering, job->seat->handle, &act, NULL, answer, error);
}

// An id that names something there would change it: what is a party's own has no name that others could give.
static const char *own_id(const struct case_job *job)
{
    return job->visit->seat.role == ROLE_HOST ? act_field(job, "id") : NULL;
}

// --- Open places

static bool run_stance(struct case_job *job, struct entente_answer **answer,
                       struct entente_error *error)
{
    static const char *const names[] = {"slot", "condition", "date", "source", "note", NULL};
    struct entente_entering entering = {.verb = "stance", .kind = "stance"};
    struct act_fields fields = fields_of(job, names);
    const char *variant = act_field(job, "variant");
    const char *attitude = act_field(job, "attitude");
    if (!act_party(job))
        return act_misuse(error, "whose stance is it? Say the party");
    field_add(&fields, "party", act_party(job));
    field_add(&fields, "stance", attitude ? attitude : act_field(job, "stance"));
    if (variant && strcmp(variant, "any") != 0)
        field_add(&fields, "variant", variant);
    return enter(job, &entering, &fields, answer, error);
}

// Is the wording of this id the one that somebody calls so: by its number, as "base", by the start of its id?
static bool is_wording(const struct json *slot, struct str id, struct str called)
{
    const struct json *variants = json_member(slot, "variants");
    int64_t number;
    if (checked_parse(called, &number))
        return variants && number > 0 && (uint64_t)number <= variants->count &&
               str_equal(json_text(&variants->items[number - 1], "id"), id);
    if (str_equal(called, STR("base")))
        return str_equal(json_text(slot, "base"), id);
    return called.length >= 4 && str_starts_with(id, called);
}

// Who agrees already on the wording that a party agrees on now, and the party itself: it speaks for itself.
static const char *agreed_with(struct case_job *job, const char *slot, const char *variant)
{
    struct arena *arena = job->visit->arena;
    struct entente_show_options options = {
        .size = sizeof options, .form = ENTENTE_SHOW_JSON, .kind = "slot", .id = slot};
    struct entente_answer *shown;
    struct entente_error ignored;
    struct error broken;
    const struct json *value = NULL;
    struct builder by = builder_make(arena);
    if (entente_case_show(&options, job->seat->handle, NULL, &shown, &ignored)) {
        if (!json_read(STR("slot"), case_job_output(job, shown), &input_limits_default, arena,
                       &value, &broken))
            value = NULL;
        entente_answer_free(shown);
    }
    const struct json *agreed = json_member(value, "agreed");
    const struct json *before = json_member(agreed, "by");
    bool is_same = str_equal(json_text(value, "status"), STR("agreed")) &&
                   is_wording(value, json_text(agreed, "variant"), str_of(variant));
    for (size_t i = 0; is_same && before && i < before->count; i++)
        if (!str_equal(before->items[i].text, str_of(job->visit->seat.party))) {
            builder_add(&by, before->items[i].text);
            builder_add_byte(&by, ',');
        }
    builder_add_c(&by, job->visit->seat.party);
    return arena_c_string(arena, builder_str(&by));
}

static bool settle(struct case_job *job, const char *status, struct entente_answer **answer,
                   struct entente_error *error)
{
    struct entente_act act;
    struct entente_settling settling = {
        .size = sizeof settling,
        .slot = act_field(job, "slot"),
        .status = status,
        .variant = strcmp(status, "agreed") == 0 ? act_field(job, "variant") : NULL,
        .by = posted_joined(&job->visit->posted, "by"),
        .date = act_field(job, "date"),
        .meeting = act_field(job, "meeting"),
        .note = act_field(job, "note"),
    };
    act_frame(job, &act);
    if (!settling.slot)
        return act_misuse(error, "which place is it? Say the slot");
    if (settling.by && settling.by[0] == '\0')
        settling.by = NULL;
    if (job->visit->seat.role == ROLE_PARTY && settling.variant)
        settling.by = agreed_with(job, settling.slot, settling.variant);
    return entente_case_settle(&settling, job->seat->handle, &act, NULL, answer, error);
}

static bool run_agree(struct case_job *job, struct entente_answer **answer,
                      struct entente_error *error)
{
    return settle(job, "agreed", answer, error);
}

static bool run_park(struct case_job *job, struct entente_answer **answer,
                     struct entente_error *error)
{
    return settle(job, "parked", answer, error);
}

static bool run_reopen(struct case_job *job, struct entente_answer **answer,
                       struct entente_error *error)
{
    return settle(job, "reopened", answer, error);
}

static bool run_comment(struct case_job *job, struct entente_answer **answer,
                        struct entente_error *error)
{
    static const char *const names[] = {"text",   "slot",  "document", "point",
                                        "parent", "state", "date",     NULL};
    struct entente_entering entering = {.verb = "comment", .kind = "comment", .id = own_id(job)};
    struct act_fields fields = fields_of(job, names);
    if (!act_party(job))
        return act_misuse(error, "who comments? Say the party");
    field_add(&fields, "party", act_party(job));
    return enter(job, &entering, &fields, answer, error);
}

static bool run_note(struct case_job *job, struct entente_answer **answer,
                     struct entente_error *error)
{
    static const char *const names[] = {"title", "text", NULL};
    struct entente_entering entering = {.kind = "note", .id = own_id(job)};
    struct act_fields fields = fields_of(job, names);
    const char *slot = act_field(job, "slot");
    if (slot && !act_field(job, "title"))
        field_add(&fields, "title", slot);
    field_add(&fields, "party", act_party(job));
    if (act_field(job, "readers") && strcmp(act_field(job, "readers"), "own") == 0)
        return enter_own(job, &entering, &fields, answer, error);
    return enter(job, &entering, &fields, answer, error);
}

// What was found before signature and is accepted as it is: a party accepts for itself alone.
static bool run_finding(struct case_job *job, struct entente_answer **answer,
                        struct entente_error *error)
{
    static const char *const names[] = {"check", "quote", "document", "draft", "point",
                                        "slot",  "what",  "date",     "note",  NULL};
    struct entente_entering entering = {.kind = "finding", .id = own_id(job)};
    struct act_fields fields = fields_of(job, names);
    field_add(&fields, "by", act_party(job));
    if (!act_field(job, "check") || !act_field(job, "quote"))
        return act_misuse(error, "what is accepted? Say the check and the quotation");
    if (act_field(job, "readers") && strcmp(act_field(job, "readers"), "own") == 0)
        return enter_own(job, &entering, &fields, answer, error);
    return enter(job, &entering, &fields, answer, error);
}

// --- Texts

static bool submit(struct case_job *job, const char *document, const char *party,
                   const struct entente_file *file, struct entente_answer **answer,
                   struct entente_error *error)
{
    struct entente_act act;
    // What must end: a merge of drafts that have little in common.
    struct entente_bounds bounds = {.size = sizeof bounds, .steps = (uint64_t)1 << 36};
    struct entente_submission submission = {
        .size = sizeof submission,
        .document = document,
        .party = party,
        .id = act_field(job, "id"),
        .date = act_field(job, "date"),
        .note = act_field(job, "note"),
        .any_base = act_field(job, "any_base") != NULL,
        .is_fragment = act_field(job, "fragment") != NULL,
        .file = file,
        .slot = file ? NULL : act_field(job, "slot"),
        .wording = file ? NULL : visit_field(job->visit, "wording"),
        .ways = job->visit->is_api ? ENTENTE_WAYS_OF_COMMANDS : ENTENTE_WAYS_OF_PAGES,
    };
    act_frame(job, &act);
    return entente_case_submit(&submission, job->seat->handle, &act, &bounds, answer, error);
}

static bool run_draft(struct case_job *job, struct entente_answer **answer,
                      struct entente_error *error)
{
    struct entente_file file;
    const char *document = act_field(job, "document");
    bool is_base = job->visit->seat.role == ROLE_HOST && !act_field(job, "party");
    if (!act_file(job, &file, error))
        return false;
    if (!file.name || !document)
        return act_misuse(error, "say which document it is a draft of, and give the file");
    return submit(job, document, is_base ? NULL : act_party(job), &file, answer, error);
}

static bool run_propose(struct case_job *job, struct entente_answer **answer,
                        struct entente_error *error)
{
    const char *document = act_field(job, "document");
    if (!act_party(job))
        return act_misuse(error, "who proposes it? Say the party");
    if (!document || !act_field(job, "slot") || !visit_field(job->visit, "wording"))
        return act_misuse(error, "say the document, the place and the wording");
    return submit(job, document, act_party(job), NULL, answer, error);
}

// A document, and its base where a file came with it.
static bool run_document(struct case_job *job, struct entente_answer **answer,
                         struct entente_error *error)
{
    static const char *const names[] = {"title", "note", "source", NULL};
    struct arena *arena = job->visit->arena;
    const char *title = act_field(job, "title") ? act_field(job, "title") : act_field(job, "name");
    const char *id = act_field(job, "id");
    struct entente_file file;
    struct cases none = {.count = 0};
    if (!act_file(job, &file, error))
        return false;
    if (!title && !file.name)
        return act_misuse(error, "what is the text called? Say its title");
    if (!title)
        title = file.name;
    if (!id)
        id = cases_new_id(&none, title, arena);
    struct entente_entering entering = {.kind = "document", .id = id};
    struct act_fields fields = fields_of(job, names);
    if (!act_field(job, "title"))
        field_add(&fields, "title", title);
    if (!enter(job, &entering, &fields, answer, error) || !file.name)
        return *answer != NULL;
    entente_answer_free(*answer);
    *answer = NULL;
    return submit(job, id, NULL, &file, answer, error);
}

// --- People and meetings

static bool run_party(struct case_job *job, struct entente_answer **answer,
                      struct entente_error *error)
{
    static const char *const names[] = {"name", "role", "note", NULL};
    struct entente_entering entering = {
        .verb = "party", .kind = "party", .id = act_field(job, "id")};
    struct act_fields fields = fields_of(job, names);
    struct cases none = {.count = 0};
    if (!entering.id && act_field(job, "name"))
        entering.id = cases_new_id(&none, act_field(job, "name"), job->visit->arena);
    return enter(job, &entering, &fields, answer, error);
}

// The party must be there, or is entered.
static bool run_invite(struct case_job *job, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_show_options options = {.size = sizeof options,
                                           .form = ENTENTE_SHOW_JSON,
                                           .kind = "party",
                                           .id = act_field(job, "party")};
    if (options.id)
        return entente_case_show(&options, job->seat->handle, NULL, answer, error);
    if (!act_field(job, "id"))
        return act_misuse(error, "who is invited? Say the party");
    return run_party(job, answer, error);
}

static bool run_delegate(struct case_job *job, struct entente_answer **answer,
                         struct entente_error *error)
{
    static const char *const names[] = {"name", "role", "from", "to", "source", "note", NULL};
    struct entente_entering entering = {.kind = "delegate", .id = own_id(job)};
    struct act_fields fields = fields_of(job, names);
    field_add(&fields, "party", act_party(job));
    return enter(job, &entering, &fields, answer, error);
}

static bool run_meeting(struct case_job *job, struct entente_answer **answer,
                        struct entente_error *error)
{
    static const char *const names[] = {"title",     "format",    "place",  "from", "to",
                                        "delegates", "documents", "agenda", "note", NULL};
    struct entente_file lines = act_meeting_lines(job);
    struct entente_entering entering = {.verb = "meeting",
                                        .kind = "meeting",
                                        .id = act_field(job, "id"),
                                        .json = lines.name ? &lines : NULL};
    struct act_fields fields = fields_of(job, names);
    return enter(job, &entering, &fields, answer, error);
}

// --- Statements, steps, limits, packages: by their fields, or as JSON under "items"

static bool enter_items(struct case_job *job, const char *kind, const char *const *names,
                        struct entente_answer **answer, struct entente_error *error)
{
    const char *items = act_field(job, "items");
    struct entente_file json = {"items", items, items ? strlen(items) : 0};
    struct entente_entering entering = {
        .kind = kind, .id = act_field(job, "id"), .json = items ? &json : NULL};
    struct act_fields fields = fields_of(job, names);
    return enter(job, &entering, items ? NULL : &fields, answer, error);
}

static bool is_confirmed(struct str confirmed, size_t number)
{
    struct str each;
    int64_t value;
    while (str_cut(&confirmed, ',', &each))
        if (checked_parse(str_trim(each), &value) && value >= 0 && (uint64_t)value == number)
            return true;
    return false;
}

// Of what was read in a report the statements that a person confirmed, by their numbers from 0.
static bool enter_report(struct case_job *job, struct entente_answer **answer,
                         struct entente_error *error)
{
    struct arena *arena = job->visit->arena;
    const char *report = act_field(job, "report");
    struct str confirmed = str_of(posted_joined(&job->visit->posted, "confirm"));
    struct entente_file file = {"report.txt", report, strlen(report)};
    struct entente_statements_options options = {
        .size = sizeof options, .date = act_field(job, "date"), .proposal = true};
    struct entente_answer *read;
    const struct json *items;
    struct error inner;
    struct builder out = builder_make(arena);
    if (!entente_statements(&options, &file, 1, NULL, &read, error))
        return false;
    bool is_json = json_read(STR("report"), case_job_output(job, read), &input_limits_default,
                             arena, &items, &inner);
    entente_answer_free(read);
    builder_add_byte(&out, '[');
    struct json_writer writer = json_writer_make(&out, 0);
    for (size_t i = 0; is_json && items->kind == JSON_ARRAY && i < items->count; i++) {
        if (!is_confirmed(confirmed, i))
            continue;
        builder_add(&out, out.length > 1 ? STR(", ") : STR(""));
        writer = json_writer_make(&out, 0);
        json_value(&writer, &items->items[i]);
    }
    builder_add_byte(&out, ']');
    if (out.length <= 2)
        return act_misuse(error, "none of the statements was confirmed");
    struct str text = builder_str(&out);
    struct entente_file json = {"report", text.bytes, text.length};
    struct entente_entering entering = {.verb = "statement", .kind = "statement", .json = &json};
    return enter(job, &entering, NULL, answer, error);
}

static bool run_statement(struct case_job *job, struct entente_answer **answer,
                          struct entente_error *error)
{
    static const char *const names[] = {
        "speaker",          "party", "capacity", "date",       "place",        "channel",
        "addressee",        "about", "quote",    "paraphrase", "source.title", "source.url",
        "source.retrieved", "note",  NULL};
    if (act_field(job, "report"))
        return enter_report(job, answer, error);
    return enter_items(job, "statement", names, answer, error);
}

static bool run_step(struct case_job *job, struct entente_answer **answer,
                     struct entente_error *error)
{
    static const char *const names[] = {"text", "by",   "document",  "point", "start",
                                        "end",  "days", "confirmed", "note",  NULL};
    return enter_items(job, "step", names, answer, error);
}

static bool run_limit(struct case_job *job, struct entente_answer **answer,
                      struct entente_error *error)
{
    static const char *const names[] = {"from",   "to",        "least",    "most",
                                        "slot",   "variant",   "document", "point",
                                        "clause", "confirmed", "note",     NULL};
    return enter_items(job, "limit", names, answer, error);
}

static bool run_package(struct case_job *job, struct entente_answer **answer,
                        struct entente_error *error)
{
    static const char *const names[] = {"title", "by", "note", NULL};
    return enter_items(job, "package", names, answer, error);
}

// --- What is the party's own, and the record

// A valuation as the bargain reads it: sealed to the party that enters it.
static bool run_scores(struct case_job *job, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_file file;
    struct entente_act act;
    struct act_fields fields = fields_of(job, NULL);
    const char *party = act_party(job);
    const char *scenario = act_field(job, "scenario");
    if (!act_file(job, &file, error))
        return false;
    if (!file.name && scenario)
        file = (struct entente_file){"worth.json", scenario, strlen(scenario)};
    if (!file.name && party && !act_scores_file(job, party, &file, error))
        return false;
    if (!file.name || !party)
        return act_misuse(error,
                          "give the scores as \"entente-bargain/1\", in a file or as scenario, "
                          "or say the document that was scored");
    act_frame(job, &act);
    field_add(&fields, "party", party);
    act.readers = arena_print(job->visit->arena, "party:%s", party).bytes;
    // What was said of one document leaves what was said of another.
    const char *document = act_field(job, "document");
    const char *id =
        document ? arena_print(job->visit->arena, "%s-%s", party, document).bytes : party;
    struct entente_entering entering = {.size = sizeof entering,
                                        .verb = "seal",
                                        .kind = "worth",
                                        .id = id,
                                        .fields = LIST_ITEMS(&fields.list, struct entente_field),
                                        .count = fields.list.count,
                                        .file = &file};
    return entente_case_enter(&entering, job->seat->handle, &act, NULL, answer, error);
}

static bool run_checkpoint(struct case_job *job, struct entente_answer **answer,
                           struct entente_error *error)
{
    struct entente_file cosign;
    if (!act_file(job, &cosign, error))
        return false;
    struct entente_checkpoint_options options = {.size = sizeof options,
                                                 .audience = act_field(job, "audience"),
                                                 .cosign = cosign.name ? &cosign : NULL,
                                                 .now = visit_clock(job->visit)};
    return entente_case_checkpoint(&options, job->seat->handle, NULL, answer, error);
}

static bool run_verify(struct case_job *job, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_verify_options options = {.size = sizeof options};
    return entente_case_verify(&options, job->file->path, NULL, answer, error);
}

const struct act_kind act_kinds[] = {
    {"stance", "slot", run_stance, ROLES_ALL, ROOM_ACTS},
    {"agree", "slot", run_agree, ROLES_ALL, ROOM_ACTS},
    {"park", "slot", run_park, ROLES_ALL, ROOM_ACTS},
    {"reopen", "slot", run_reopen, ROLES_ALL, ROOM_ACTS},
    {"comment", NULL, run_comment, ROLES_ALL, ROOM_ACTS},
    {"note", NULL, run_note, ROLES_ALL, ROOM_ACTS},
    {"finding", NULL, run_finding, ROLES_ALL, ROOM_ACTS},
    {"propose", "slot", run_propose, ROLES_ALL, ROOM_LONG},
    {"draft", NULL, run_draft, ROLES_ALL, ROOM_LONG},
    {"next", NULL, act_next, ROLE_HOST, ROOM_LONG},
    {"document", NULL, run_document, ROLE_HOST, ROOM_LONG},
    {"party", NULL, run_party, ROLE_HOST, ROOM_ACTS},
    {"invite", NULL, run_invite, ROLE_HOST, ROOM_ACTS},
    {"delegate", NULL, run_delegate, ROLES_ALL, ROOM_ACTS},
    {"meeting", NULL, run_meeting, ROLES_ALL, ROOM_ACTS},
    {"statement", NULL, run_statement, ROLES_ALL, ROOM_LONG},
    {"step", NULL, run_step, ROLES_ALL, ROOM_ACTS},
    {"limit", NULL, run_limit, ROLES_ALL, ROOM_ACTS},
    {"package", NULL, run_package, ROLES_ALL, ROOM_ACTS},
    {"scores", NULL, run_scores, ROLES_ALL, ROOM_LONG},
    {"verify", NULL, run_verify, ROLES_ALL, ROOM_LONG},
    {"checkpoint", NULL, run_checkpoint, ROLES_ALL, ROOM_ACTS},
    {NULL, NULL, NULL, 0, ROOMS},
};
