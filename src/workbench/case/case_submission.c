// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_submission.h"

#include "casefile/access.h"
#include "exchange/open.h"
#include "workbench/answer.h"
#include "workbench/case/case_matches.h"
#include "workbench/text/merged_file.h"

static void set_text(struct json_object *object, struct arena *arena, const char *name,
                     const char *text)
{
    if (text)
        json_object_set(object, str_of(name), json_of_str(arena, str_of(text)));
}

// "plan-UA-2": the next draft of this party; "plan-UA-sealed-2" where not all may read it.
static struct str draft_id(const struct acting *acting, const struct entente_submission *submission)
{
    const struct items *items = acting_items(acting);
    struct str party = str_of(submission->party ? submission->party : "base");
    bool is_open = access_is_open(acting->act.audience);
    for (size_t number = 1;; number++) {
        struct str id = arena_print(acting->casefile->frame, "%s-%.*s%s-%zu", submission->document,
                                    STR_ARGS(party), is_open ? "" : "-sealed", number);
        if (!items_find(items, "draft", id))
            return id;
    }
}

struct item case_draft_coming(const struct entente_submission *submission, struct arena *arena)
{
    struct json_object reference = json_object_make(arena);
    struct json_object value = json_object_make(arena);
    struct str name = str_of(submission->file->name);
    struct str hash = hash_hex(hash_of(answer_file(submission->file)), arena);
    json_object_set(
        &reference, STR("name"),
        json_of_str(arena, arena_copy(arena, str_skip(name, str_behind_last(name, '/')))));
    json_object_set(&reference, STR("sha256"), json_of_str(arena, hash));
    set_text(&value, arena, "document", submission->document);
    set_text(&value, arena, "party", submission->party);
    set_text(&value, arena, "base", submission->base);
    json_object_set(&value, STR("file"), json_object_done(&reference, arena));
    return (struct item){.kind = STR("draft"), .value = json_object_done(&value, arena)};
}

// How what a draft speaks of is entered, where the case has it not.
static bool check_known(const struct acting *acting, const struct entente_submission *submission,
                        struct error *error)
{
    const struct items *items = acting_items(acting);
    const char *document = submission->document;
    const char *party = submission->party;
    struct arena *arena = acting->casefile->frame;
    if (acting->ways == ENTENTE_WAYS_OF_PAGES)
        return true; // a page offers what there is
    if (!items_find(items, "document", str_of(document)))
        return error_set(error, NOT_FOUND,
                         "the case has no document \"%s\" yet%.*s%s; enter it: entente enter CASE "
                         "document %s --set title=TITLE",
                         document,
                         STR_ARGS(items_meant(items, "document", str_of(document), arena)),
                         items_of(items, "document", acting->casefile->frame).count > 0
                             ? " (entente show CASE documents lists those it has)"
                             : "",
                         document);
    bool is_known = !party || items_find(items, "party", str_of(party)) ||
                    items_find(items, "group", str_of(party));
    return is_known ||
           error_set(error, NOT_FOUND,
                     "the case has no party or group \"%s\"%.*s (entente show CASE parties lists "
                     "those it has); enter it: entente party CASE %s --name NAME",
                     party, STR_ARGS(items_meant(items, "party", str_of(party), arena)), party);
}

// A base comes before the drafts, so nothing else reads it before it is entered.
static bool is_readable(const struct entente_submission *submission, struct budget *budget,
                        struct arena *arena, struct error *error)
{
    const struct entente_file *file = submission->file;
    const struct input_limits *limits = answer_limits(budget, arena);
    const struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document;
    return (kept_form_of(file) == KEPT_DOCX || !merged_file_refuse(file, limits, error)) &&
           document_open(str_of(file->name), answer_file(file), &accepted, limits, arena, &document,
                         error);
}

static bool make_draft(struct acting *acting, const struct entente_submission *submission,
                       struct item *draft, struct error *error)
{
    struct casefile *casefile = acting->casefile;
    struct arena *arena = casefile->frame;
    struct json_object tree = json_object_make(arena);
    const struct json *reference;
    const struct json *object;
    struct str unused;
    struct schema_source source = {.name = STR("submit"), .items = acting_items(acting)};
    struct str name = str_of(submission->file->name);
    if (!check_known(acting, submission, error) ||
        !casefile_add_file(casefile, &acting->act, str_skip(name, str_behind_last(name, '/')),
                           answer_file(submission->file), &acting->chance, &reference, error))
        return false;
    set_text(&tree, arena, "document", submission->document);
    set_text(&tree, arena, "party", submission->party);
    set_text(&tree, arena, "base", submission->base);
    set_text(&tree, arena, "date", submission->date);
    set_text(&tree, arena, "note", submission->note);
    if (submission->is_fragment)
        json_object_set(&tree, STR("fragment"), json_of_str(arena, STR("yes")));
    if (submission->matches)
        json_object_set(&tree, STR("counter"), json_of_str(arena, STR("yes")));
    json_object_set(&tree, STR("file"), reference);
    if (!schema_read(schema_kind(STR("draft")), json_object_done(&tree, arena), &source, arena,
                     &unused, &object, error))
        return false;
    struct str id =
        submission->id ? arena_copy(arena, str_of(submission->id)) : draft_id(acting, submission);
    if (!schema_id_is_good(id) || items_find(&casefile->items, "draft", id))
        return error_set(error, MISUSE, "\"%.*s\" names a draft already, or cannot name one",
                         STR_ARGS(str_slice(id, 0, 80)));
    // Younger than anything: it is the newest of its party.
    struct str order = order_of(acting->act.now, acting->act.audience, 0, arena);
    *draft = (struct item){STR("draft"), id, object, order, order};
    act_add(&acting->act, "draft", id, object);
    return true;
}

// A draft without a base named was made from the newest one.
static void name_base(struct acting *acting, struct item *draft)
{
    struct arena *arena = acting->casefile->frame;
    const struct item *base;
    struct list drafts;
    case_drafts(&acting->casefile->open, json_text(draft->value, "document"), NULL, arena, &base,
                &drafts);
    if (!base || json_member(draft->value, "base"))
        return;
    struct json_object object = json_object_from(arena, draft->value);
    json_object_set(&object, STR("base"), json_of_str(arena, base->id));
    draft->value = json_object_done(&object, arena);
    LIST_AT(&acting->act.changes, struct change, 0)->set = draft->value;
}

// The draft whose matches are corrected: the party's newest that counts, when it has matches already.
static bool find_counter_draft(const struct acting *acting,
                               const struct entente_submission *submission, struct arena *arena,
                               struct item *draft, struct error *error)
{
    const struct items *items = &acting->casefile->open;
    const struct item *base;
    struct list current;
    case_drafts(items, str_of(submission->document), NULL, arena, &base, &current);
    for (size_t i = 0; i < current.count; i++) {
        const struct item *own = LIST_AT(&current, struct current_draft, i)->draft;
        if (!str_equal(json_text(own->value, "party"), str_of(submission->party)) ||
            !case_draft_manner(items, NULL, own, arena).matches)
            continue;
        *draft = *own;
        return true;
    }
    return error_set(error, NOT_FOUND,
                     "%s has no counter-draft of %s whose matches could be corrected; give its "
                     "file too",
                     submission->party ? submission->party : "the base", submission->document);
}

// What a person said of the points of a counter-draft.
static bool enter_matches(struct acting *acting, const struct entente_submission *submission,
                          const struct item *draft, struct budget *budget, struct arena *arena,
                          struct str *told, struct error *error)
{
    struct casefile *casefile = acting->casefile;
    struct entente_file file = {.name = NULL};
    struct list current;
    const struct draft_choice choice = {.extra = submission->file ? draft : NULL};
    struct counter_entry entry = {.document = str_of(submission->document),
                                  .party = str_of(submission->party),
                                  .draft = draft,
                                  .file = submission->file ? submission->file : &file,
                                  .matches = submission->matches};
    case_drafts(&casefile->open, entry.document, &choice, arena, &entry.base, &current);
    if (!entry.base)
        return error_set(error, NOT_FOUND, "%s has no base yet that the matches could be of",
                         submission->document);
    return (submission->file || case_draft_file(casefile, draft, arena, &file, error)) &&
           case_matches_enter(casefile, &entry, budget, &acting->act, arena, told, error);
}

bool case_submit_one(struct acting *acting, const struct entente_submission *submission,
                     struct budget *budget, struct arena *arena, struct submitted *submitted,
                     struct error *error)
{
    bool is_open = access_is_open(acting->act.audience);
    bool is_new = submission->file != NULL;
    struct item *draft = &submitted->draft;
    *submitted = (struct submitted){.told = STR("")};
    if (submission->matches && !is_open)
        return error_set(error, MISUSE,
                         "matches are of a draft that all who negotiate, or the public, may read");
    if (is_new && !submission->party && !is_readable(submission, budget, arena, error))
        return false;
    if (!(is_new ? make_draft(acting, submission, draft, error)
                 : find_counter_draft(acting, submission, arena, draft, error)))
        return false;
    if (is_new)
        name_base(acting, draft);
    if (submission->matches &&
        !enter_matches(acting, submission, draft, budget, arena, &submitted->told, error))
        return false;
    const struct draft_change change = {.case_name = acting->case_name,
                                        .document = str_of(submission->document),
                                        .draft = draft,
                                        .is_new = is_new,
                                        .any_base = submission->any_base,
                                        .is_on_page = submission->ways == ENTENTE_WAYS_OF_PAGES,
                                        .shelf = acting->shelf,
                                        .lent = &acting->lent};
    return !is_open || case_carry_slots(acting->casefile, &change, budget, &acting->act, arena,
                                        &submitted->carried, &submitted->told, error);
}
