// SPDX-License-Identifier: Apache-2.0
#include "serve/cases.h"

#include "base/builder.h"
#include "base/database_address.h"
#include "base/memory.h"
#include "codec/json.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

// --- Stamps

bool case_stamp_equal(const struct case_stamp *a, const struct case_stamp *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

bool case_stamp_is_settled(const struct case_stamp *stamp)
{
    enum { STEP_NS = 50 * 1000 * 1000 };
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t then = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec - STEP_NS;
    return stamp->times[0] < then && stamp->times[1] < then;
}

struct case_stamp case_stamp_of(const struct case_file *file)
{
    struct case_stamp stamp = {{0, 0}, {0, 0}};
    if (file->is_database) {
        stamp.bytes[0] = (int64_t)atomic_load(&file->changes);
        return stamp;
    }
    struct arena *arena = arena_open_small();
    const char *paths[] = {file->path, arena_print(arena, "%s-wal", file->path).bytes};
    for (size_t i = 0; i < 2; i++) {
        struct stat found;
        if (stat(paths[i], &found) != 0)
            continue;
        stamp.times[i] = (int64_t)found.st_mtim.tv_sec * 1000000000 + found.st_mtim.tv_nsec;
        stamp.bytes[i] = (int64_t)found.st_size;
    }
    arena_close(arena);
    return stamp;
}

// --- Which cases

static bool is_ours(const char *id)
{
    static const char *const taken[] = {"api",  "assets", "drops",   "healthy",  "keep",
                                        "link", "merge",  "sign-in", "sign-out", "vault"};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (strcmp(id, taken[i]) == 0)
            return true;
    return false;
}

struct case_file *cases_find(const struct cases *cases, const char *id)
{
    for (size_t i = 0; i < cases->count; i++)
        if (strcmp(cases->all[i]->id, id) == 0)
            return cases->all[i];
    return NULL;
}

const char *cases_new_id(const struct cases *cases, const char *name, struct arena *arena)
{
    struct builder id = builder_make(arena);
    for (const char *c = name; *c && id.length < 60; c++) {
        bool is_plain = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');
        bool is_large = *c >= 'A' && *c <= 'Z';
        if (is_plain || is_large)
            builder_add_byte(&id, (char)(is_large ? *c | 0x20 : *c));
        else if (id.length > 0 && id.bytes[id.length - 1] != '-')
            builder_add_byte(&id, '-');
    }
    while (id.length > 0 && id.bytes[id.length - 1] == '-')
        builder_cut(&id, id.length - 1);
    const char *base = id.length > 0 ? arena_c_string(arena, builder_str(&id)) : "case";
    const char *each = base;
    for (int number = 2; is_ours(each) || cases_find(cases, each); number++)
        each = arena_print(arena, "%s-%d", base, number).bytes;
    return each;
}

// "talks" of "/home/ada/talks.entente", of "/home/ada/talks/" and of "postgres://host/database/talks".
static const char *stem_of(const char *path, struct arena *arena)
{
    struct database_address address;
    struct str name = str_of(path);
    if (database_address_read(path, &address))
        return arena_c_string(arena, address.name);
    while (name.length > 1 && name.bytes[name.length - 1] == '/')
        name.length--;
    name = str_skip(name, str_behind_last(name, '/'));
    size_t dot = str_behind_last(name, '.');
    if (dot > 1)
        name = str_slice(name, 0, dot - 1);
    return arena_c_string(arena, name);
}

static void shelf_lock(void *file)
{
    pthread_mutex_lock(&((struct case_file *)file)->shelf_lock);
}

static void shelf_unlock(void *file)
{
    pthread_mutex_unlock(&((struct case_file *)file)->shelf_lock);
}

// What all who look at a case see is held once. Without it each handle has its own, which is slower.
static void shelf_open(struct case_file *file)
{
    struct entente_case_shelf_options options = {
        .size = sizeof options, .self = file, .lock = shelf_lock, .unlock = shelf_unlock};
    struct entente_error error;
    pthread_mutex_init(&file->shelf_lock, NULL);
    if (!entente_case_shelf_new(&options, &file->shelf, &error))
        file->shelf = NULL;
}

struct case_file *cases_add(struct cases *cases, const char *path)
{
    if (cases->count == CASES_MAX)
        return NULL;
    struct case_file *file = ARENA_NEW(cases->arena, struct case_file);
    const char *id = cases_new_id(cases, stem_of(path, cases->arena), cases->arena);
    memcpy(file->id, id, strlen(id) + 1);
    file->path = arena_c_string(cases->arena, str_of(path));
    file->is_database = is_database_address(path);
    atomic_init(&file->changes, 1);
    file->stamp = case_stamp_of(file);
    pthread_mutex_init(&file->lock, NULL);
    shelf_open(file);
    atomic_init(&file->is_owed, false);
    atomic_init(&file->is_lost, false);
    cases->all[cases->count++] = file;
    return file;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void list_folder(struct cases *cases, const char *folder)
{
    DIR *open = opendir(folder);
    const struct dirent *entry;
    struct list paths = LIST_MAKE(cases->arena, const char *);
    while (open && (entry = readdir(open)))
        if (str_ends_with(str_of(entry->d_name), STR(".entente")))
            *LIST_ADD(&paths, const char *) =
                arena_print(cases->arena, "%s/%s", folder, entry->d_name).bytes;
    if (open)
        closedir(open);
    list_sort(&paths, compare_paths);
    for (size_t i = 0; i < paths.count; i++)
        cases_add(cases, *LIST_AT(&paths, const char *, i));
}

// Those that the server's own login may open.
static bool list_database(struct cases *cases, const char *place, struct error *error)
{
    struct entente_case_list_options options = {.size = sizeof options, .form = ENTENTE_CASE_JSON};
    struct entente_answer *answer;
    struct entente_error outer;
    const struct json *told;
    struct str output;
    if (!entente_case_list(&options, place, NULL, &answer, &outer))
        return error_set(error, BAD_INPUT, "%s", outer.message);
    output.bytes = entente_answer_output(answer, &output.length);
    output = arena_copy(cases->arena, output);
    entente_answer_free(answer);
    if (!json_read(STR("cases"), output, &input_limits_default, cases->arena, &told, error))
        return false;
    const struct json *all = json_member(told, "cases");
    for (size_t i = 0; i < all->count; i++)
        if (!cases_add(cases, arena_c_string(cases->arena, json_text(&all->items[i], "address"))))
            return error_set(error, TOO_LARGE, "the database has more than %d cases", CASES_MAX);
    return true;
}

static bool is_case_folder(const char *folder, struct arena *arena)
{
    struct stat found;
    return stat(arena_print(arena, "%s/entente.yaml", folder).bytes, &found) == 0;
}

bool cases_open(struct cases *cases, const char *place, const char *viewer, const char *passphrase,
                struct error *error)
{
    struct stat found;
    struct entente_error outer;
    struct case_seat *seat;
    struct session_seat host = {.role = ROLE_HOST};
    *cases = (struct cases){
        .arena = arena_open(), .folder = ".", .viewer = viewer, .passphrase = passphrase};
    cases->all = ARENA_ARRAY(cases->arena, struct case_file *, CASES_MAX);
    if (!place)
        return true;
    struct database_address address;
    bool is_file = !is_database_address(place);
    cases->database = is_file ? NULL : place;
    if (!is_file && !database_address_read(place, &address)) {
        cases->is_folder = cases->is_database = true;
        return list_database(cases, place, error);
    }
    if (is_file && stat(place, &found) != 0)
        return error_set(error, NOT_FOUND, "%s: %s", place, strerror(errno));
    if (is_file && S_ISDIR(found.st_mode) && !is_case_folder(place, cases->arena)) {
        cases->is_folder = true;
        cases->folder = place;
        list_folder(cases, place);
        return true;
    }
    struct case_file *file = cases_add(cases, place);
    cases->is_one = true;
    return seat_of(cases, file, ROOM_ACTS, &host, &seat, &outer) ||
           error_set(error, BAD_INPUT, "%s", outer.message);
}

// --- Seats

static void seat_close(struct case_seat *seat)
{
    if (!seat->is_shared)
        entente_case_close(seat->handle);
    entente_case_close(seat->coming);
    free(seat);
}

static void seats_close(struct case_file *file)
{
    for (size_t room = 0; room < ROOMS; room++)
        for (size_t i = 0; i < file->rooms[room].count; i++)
            seat_close(file->rooms[room].all[i]);
    entente_case_close(file->pen);
    pthread_mutex_destroy(&file->lock);
    entente_case_shelf_free(file->shelf);
    pthread_mutex_destroy(&file->shelf_lock);
}

void cases_close(struct cases *cases)
{
    for (size_t i = 0; i < cases->count; i++)
        seats_close(cases->all[i]);
    arena_close(cases->arena);
}

static struct case_seat *seat_found(const struct case_seats *seats, const char *viewer)
{
    for (size_t i = 0; i < seats->count; i++)
        if (strcmp(seats->all[i]->viewer, viewer) == 0)
            return seats->all[i];
    return NULL;
}

// Under the case's lock: the seat, or an empty one. NULL: there are too many
static struct case_seat *seat_made(struct case_seats *seats, const char *viewer)
{
    struct case_seat *found = seat_found(seats, viewer);
    if (found)
        return found;
    if (seats->count == SEATS_MAX || strlen(viewer) >= SESSION_NAME_MAX)
        return NULL;
    struct case_seat *made = calloc(1, sizeof *made);
    if (!made)
        memory_exhausted(sizeof *made);
    memcpy(made->viewer, viewer, strlen(viewer) + 1);
    seats->all[seats->count++] = made;
    return made;
}

static bool too_many(struct entente_error *error)
{
    error->code = ENTENTE_LIMIT;
    snprintf(error->message, sizeof error->message, "too many look at this case at once");
    return false;
}

static bool handle_open(const struct case_file *file, enum case_room room, const char *viewer,
                        const char *passphrase, struct entente_case **handle,
                        struct entente_error *error)
{
    struct entente_case_view view = {
        .size = sizeof view, .viewer = viewer, .passphrase = passphrase, .shelf = file->shelf};
    if (!entente_case_open(&view, file->path, NULL, handle, error))
        return false;
    if (room != ROOM_ACTS || entente_case_hold(*handle, error))
        return true;
    entente_case_close(*handle);
    return false;
}

// Puts a handle where the next job of this seat takes it up.
static bool handle_give(struct case_file *file, enum case_room room, const char *viewer,
                        struct entente_case *handle, struct entente_error *error)
{
    struct entente_case *before = handle;
    pthread_mutex_lock(&file->lock);
    struct case_seat *seat = seat_made(&file->rooms[room], viewer);
    if (seat) {
        before = seat->coming;
        seat->coming = handle;
    }
    pthread_mutex_unlock(&file->lock);
    entente_case_close(before);
    return seat || too_many(error);
}

bool seats_open(struct case_file *file, const char *viewer, const char *passphrase,
                struct entente_error *error)
{
    for (enum case_room room = 0; room < ROOM_DOOR; room++) {
        struct entente_case *handle;
        if (!handle_open(file, room, viewer, passphrase, &handle, error) ||
            !handle_give(file, room, viewer, handle, error))
            return false;
    }
    return true;
}

const char *case_viewer(const struct cases *cases, const struct session_seat *who)
{
    const char *viewer = who->role == ROLE_HOST ? cases->viewer : who->party;
    return viewer ? viewer : "";
}

// The name of the handles. Those of a party whose keys are in its own page are other ones than those that its
// passphrase opened here, if somebody ever gave it; no party is called so.
static const char *seat_name(const char *viewer, const struct session_seat *who,
                             char name[SESSION_NAME_MAX + 1])
{
    snprintf(name, SESSION_NAME_MAX + 1, "%s%s", who->is_sealed ? " " : "", viewer);
    return name;
}

// The seat is this thread's now, and so is its handle; what came from the door takes its place.
static struct case_seat *seat_take(struct case_file *file, enum case_room room, const char *viewer)
{
    struct entente_case *before = NULL;
    pthread_mutex_lock(&file->lock);
    struct case_seat *seat = seat_found(&file->rooms[room], viewer);
    if (seat && seat->coming) {
        before = seat->is_shared ? NULL : seat->handle;
        seat->is_shared = false;
        seat->handle = seat->coming;
        seat->coming = NULL;
    }
    pthread_mutex_unlock(&file->lock);
    if (before && file->writing == before)
        file->writing = NULL; // closing it lets go
    entente_case_close(before);
    return seat;
}

// Who has no keys here sees what all see, and acts by name; a party whose keys are in its own page has a log
// of its own.
static bool shares_pen(const struct cases *cases, const struct case_file *file, enum case_room room,
                       const struct session_seat *who)
{
    return file->is_database && room == ROOM_ACTS && !who->is_sealed &&
           !(who->role == ROLE_HOST && cases->passphrase);
}

static bool give_pen(struct case_file *file, const char *name, struct entente_error *error)
{
    if (!file->pen && !handle_open(file, ROOM_ACTS, NULL, NULL, &file->pen, error))
        return false;
    pthread_mutex_lock(&file->lock);
    struct case_seat *seat = seat_made(&file->rooms[ROOM_ACTS], name);
    if (seat && !seat->handle) {
        seat->handle = file->pen;
        seat->is_shared = true;
    }
    pthread_mutex_unlock(&file->lock);
    return seat || too_many(error);
}

static bool find_seat(const struct cases *cases, struct case_file *file, enum case_room room,
                      const struct session_seat *who, struct case_seat **seat,
                      struct entente_error *error)
{
    bool is_host = who->role == ROLE_HOST;
    const char *viewer = case_viewer(cases, who);
    char buffer[SESSION_NAME_MAX + 1];
    const char *name = seat_name(viewer, who, buffer);
    struct entente_case *handle;
    *seat = seat_take(file, room, name);
    if (*seat)
        return true;
    bool done = shares_pen(cases, file, room, who)
                    ? give_pen(file, name, error)
                    : handle_open(file, room, viewer[0] ? viewer : NULL,
                                  is_host ? cases->passphrase : NULL, &handle, error) &&
                          handle_give(file, room, name, handle, error);
    if (done)
        *seat = seat_take(file, room, name);
    return done;
}

bool seat_of(const struct cases *cases, struct case_file *file, enum case_room room,
             const struct session_seat *who, struct case_seat **seat, struct entente_error *error)
{
    if (!find_seat(cases, file, room, who, seat, error))
        return false;
    if (room != ROOM_ACTS || !file->is_database)
        return true;
    // One handle waits for what another has gathered, and both are this thread's.
    if (file->writing != (*seat)->handle)
        case_release(file, room);
    file->writing = (*seat)->handle;
    file->flushed.handle = NULL;
    return true;
}

void case_release(struct case_file *file, enum case_room room)
{
    struct entente_error unused; // the flush says so too
    if (room == ROOM_ACTS && file->writing)
        (void)!entente_case_release(file->writing, &unused);
}

// Several who act through one handle wait for one flush.
static bool flush_once(struct case_file *file, enum case_room room, struct entente_case *handle,
                       struct entente_error *error)
{
    struct case_flush *flushed = &file->flushed;
    if (room != ROOM_ACTS)
        return entente_case_flush(handle, error);
    if (flushed->handle != handle) {
        flushed->handle = handle;
        flushed->is_done = entente_case_flush(handle, &flushed->error);
    }
    if (!flushed->is_done)
        *error = flushed->error;
    return flushed->is_done;
}

bool case_flush(struct case_file *file, enum case_room room, const struct case_seat *seat,
                struct entente_error *error)
{
    // A database that comes back says of each act that was waiting whether its disk has it.
    if (file->is_database)
        return flush_once(file, room, seat->handle, error);
    if (!atomic_load(&file->is_lost) && entente_case_flush(seat->handle, error)) {
        // The one writer knows that nothing was entered since.
        if (room == ROOM_ACTS)
            atomic_store(&file->is_owed, false);
        return true;
    }
    if (atomic_exchange(&file->is_lost, true))
        snprintf(error->message, sizeof error->message,
                 "it failed before; look at the disk, then start the program again");
    return false;
}
