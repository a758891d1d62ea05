// SPDX-License-Identifier: Apache-2.0
#include "exchange/foreign_scenarios/scenario_files.h"

#include "base/utf8.h"
#include "codec/yaml.h"
#include "exchange/bargain/scenario_json.h"
#include "exchange/bargain/scores_table.h"
#include "exchange/bargain/uncertain_json.h"
#include "exchange/foreign_scenarios/genius.h"
#include "exchange/foreign_scenarios/geniusweb.h"
#include "exchange/foreign_scenarios/negmas.h"
#include "exchange/spreadsheet/spreadsheet.h"

enum scenario_form {
    FORM_OTHER,
    FORM_ASIDE, // laid beside a scenario; nothing to read
    FORM_GENIUS_DOMAIN,
    FORM_GENIUS_PROFILE,
    FORM_GENIUSWEB_DOMAIN,
    FORM_GENIUSWEB_PROFILE,
    FORM_NEGMAS_DOMAIN,
    FORM_NEGMAS_PROFILE,
    FORM_SCENARIO,
    FORM_TABLE, // of scores
};

struct opened {
    enum scenario_form form;
    struct genius genius;
    struct tree tree;
};

struct reading_files {
    const struct scenario_file *files;
    size_t count;
    const struct input_limits *limits;
    struct arena *arena;
    struct error *error;
    struct opened *opened; // `count` of them
    struct domain domain;
    struct list profiles; // struct profile
};

static bool is_xml(struct str bytes)
{
    return str_starts_with(str_trim(utf8_without_mark(bytes)), STR("<")) ||
           str_starts_with(bytes, STR("\xff\xfe")) || str_starts_with(bytes, STR("\xfe\xff"));
}

static bool is_json(struct str bytes)
{
    bytes = str_trim(utf8_without_mark(bytes));
    return str_starts_with(bytes, STR("{")) || str_starts_with(bytes, STR("["));
}

static bool is_scenario(struct str bytes)
{
    return is_json(bytes) && str_contains(str_slice(bytes, 0, 4096), STR("entente-bargain/1"));
}

static enum scenario_form form_of_genius(const struct genius *genius)
{
    if (genius_is_domain(genius))
        return FORM_GENIUS_DOMAIN;
    return genius_is_profile(genius) ? FORM_GENIUS_PROFILE : FORM_ASIDE;
}

static enum scenario_form form_of_tree(const struct tree *tree)
{
    if (json_member(tree->root, "format") || json_member(tree->root, "parties"))
        return FORM_SCENARIO;
    if (geniusweb_is_domain(tree))
        return FORM_GENIUSWEB_DOMAIN;
    if (geniusweb_is_profile(tree))
        return FORM_GENIUSWEB_PROFILE;
    if (geniusweb_is_settings(tree))
        return FORM_ASIDE;
    if (negmas_is_domain(tree))
        return FORM_NEGMAS_DOMAIN;
    return negmas_is_profile(tree) ? FORM_NEGMAS_PROFILE : FORM_OTHER;
}

// JSON as Python writes it may have infinities, which only YAML can read.
static bool read_tree(struct reading_files *r, const struct scenario_file *file, struct tree *tree)
{
    *tree = (struct tree){file->name, file->bytes, NULL};
    bool is_strict = is_json(file->bytes) && !str_contains(file->bytes, STR("Infinity"));
    return is_strict
               ? json_read(file->name, file->bytes, r->limits, r->arena, &tree->root, r->error)
               : yaml_read(file->name, file->bytes, r->limits, r->arena, &tree->root, r->error);
}

static bool open_file(struct reading_files *r, size_t number)
{
    const struct scenario_file *file = &r->files[number];
    struct opened *opened = &r->opened[number];
    if (r->count > 1 && negmas_is_aside(file->name)) {
        opened->form = FORM_ASIDE;
        return true;
    }
    if (spreadsheet_is_package(file->bytes) || scores_table_is(file->bytes)) {
        opened->form = FORM_TABLE;
        return true;
    }
    if (is_xml(file->bytes)) {
        opened->genius.name = file->name;
        if (!xml_read(place_of(file->name), file->bytes, r->limits, r->arena, &opened->genius.xml,
                      r->error))
            return false;
        opened->form = form_of_genius(&opened->genius);
        return true;
    }
    if (is_scenario(file->bytes)) {
        opened->form = FORM_SCENARIO;
        return true;
    }
    if (!read_tree(r, file, &opened->tree))
        return false;
    opened->form = form_of_tree(&opened->tree);
    return true;
}

static bool is_domain(enum scenario_form form)
{
    return form == FORM_GENIUS_DOMAIN || form == FORM_GENIUSWEB_DOMAIN ||
           form == FORM_NEGMAS_DOMAIN;
}

static bool is_profile(enum scenario_form form)
{
    return form == FORM_GENIUS_PROFILE || form == FORM_GENIUSWEB_PROFILE ||
           form == FORM_NEGMAS_PROFILE;
}

// A single file that is nothing of a platform is held to our own form, which says what is wrong.
static bool read_single(struct reading_files *r, struct scenario *scenario,
                        struct uncertain *uncertain, bool *is_done)
{
    const struct scenario_file *file = &r->files[0];
    enum scenario_form form = r->opened[0].form;
    *is_done = r->count == 1 && !is_domain(form) && !is_profile(form);
    if (!*is_done)
        return true;
    if (form == FORM_TABLE)
        return scores_table_read(file->name, file->bytes, r->limits, r->arena, scenario, uncertain,
                                 r->error);
    if (form == FORM_ASIDE || !is_json(file->bytes))
        return error_at(r->error, BAD_INPUT, place_of(file->name),
                        "is neither a scenario nor a domain or profile of Genius, GeniusWeb or "
                        "NegMAS");
    return uncertain ? uncertain_json_read(file->name, file->bytes, r->limits, r->arena, scenario,
                                           uncertain, r->error)
                     : scenario_json_read(file->name, file->bytes, r->limits, r->arena, scenario,
                                          r->error);
}

// What of several files has no part in the scenario.
static bool sort_out(struct reading_files *r)
{
    for (size_t i = 0; i < r->count; i++) {
        struct place place = place_of(r->files[i].name);
        if (r->opened[i].form == FORM_ASIDE)
            domain_note(&r->domain, "%.*s is no domain or profile and was passed over",
                        STR_ARGS(r->files[i].name));
        if (r->opened[i].form == FORM_SCENARIO || r->opened[i].form == FORM_TABLE)
            return error_at(r->error, BAD_INPUT, place,
                            "is a scenario of its own; name it alone, without other files");
        if (r->opened[i].form == FORM_OTHER)
            return error_at(r->error, BAD_INPUT, place,
                            "is no domain or profile of Genius, GeniusWeb or NegMAS; name the "
                            "files of the scenario without it");
    }
    return true;
}

static bool read_domain(struct reading_files *r, const struct opened *opened)
{
    switch (opened->form) {
    case FORM_GENIUS_DOMAIN:
    case FORM_GENIUS_PROFILE:
        return genius_read_domain(&opened->genius, &r->domain, r->error);
    case FORM_GENIUSWEB_DOMAIN:
    case FORM_GENIUSWEB_PROFILE:
        return geniusweb_read_domain(&opened->tree, &r->domain, r->error);
    case FORM_NEGMAS_DOMAIN:
    case FORM_NEGMAS_PROFILE:
        return negmas_read_domain(&opened->tree, &r->domain, r->error);
    case FORM_OTHER:
    case FORM_ASIDE:
    case FORM_SCENARIO:
    case FORM_TABLE:
        break;
    }
    return true;
}

static bool read_domains(struct reading_files *r)
{
    const struct scenario_file *first = NULL;
    for (size_t i = 0; i < r->count; i++) {
        if (!is_domain(r->opened[i].form))
            continue;
        if (first)
            return error_at(r->error, BAD_INPUT, place_of(r->files[i].name),
                            "is a second domain beside %.*s; name the files of one scenario",
                            STR_ARGS(first->name));
        first = &r->files[i];
        if (!read_domain(r, &r->opened[i]))
            return false;
    }
    return true;
}

static bool read_profile(struct reading_files *r, const struct opened *opened)
{
    if (r->domain.issues.count == 0 && !read_domain(r, opened))
        return false;
    struct profile *profile = LIST_ADD(&r->profiles, struct profile);
    if (opened->form == FORM_GENIUS_PROFILE)
        return genius_read_profile(&opened->genius, &r->domain, profile, r->error);
    return opened->form == FORM_GENIUSWEB_PROFILE
               ? geniusweb_read_profile(&opened->tree, &r->domain, profile, r->error)
               : negmas_read_profile(&opened->tree, &r->domain, profile, r->error);
}

static bool read_profiles(struct reading_files *r)
{
    for (size_t i = 0; i < r->count; i++) {
        if (is_profile(r->opened[i].form) && !read_profile(r, &r->opened[i]))
            return false;
        if (r->profiles.count > SCENARIO_PARTIES_MAX)
            return error_at(r->error, TOO_LARGE, place_of(r->files[i].name),
                            "is one profile more than %d parties", SCENARIO_PARTIES_MAX);
    }
    return r->profiles.count > 0 ||
           error_at(r->error, BAD_INPUT, place_of(r->files[0].name),
                    "is a domain without profiles; name the profiles too, one a party");
}

bool scenario_files_read(const struct scenario_file *files, size_t count,
                         const struct input_limits *limits, struct arena *arena,
                         struct scenario *scenario, struct uncertain *uncertain,
                         struct error *error)
{
    struct reading_files r = {.files = files,
                              .count = count,
                              .limits = limits,
                              .arena = arena,
                              .error = error,
                              .opened = ARENA_ARRAY(arena, struct opened, count),
                              .domain = domain_make(arena),
                              .profiles = LIST_MAKE(arena, struct profile)};
    bool is_done;
    for (size_t i = 0; i < count; i++)
        if (!open_file(&r, i))
            return false;
    if (uncertain)
        *uncertain = (struct uncertain){scenario, NULL};
    if (!read_single(&r, scenario, uncertain, &is_done))
        return false;
    return is_done || (sort_out(&r) && read_domains(&r) && read_profiles(&r) &&
                       domain_finish(&r.domain, &r.profiles, scenario, error));
}
