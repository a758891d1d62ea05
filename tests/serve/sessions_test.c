// SPDX-License-Identifier: Apache-2.0
// Sessions end in four ways, and whoever holds something open for them hears of each.
#include "serve/sessions.h"

#include "tap.h"

#include <stdio.h>

enum { MOST = 2000, HOUR_MS = 3600 * 1000 };

struct heard {
    size_t count;
    const struct session *last;
};

static void hear(void *self, const struct session *session)
{
    struct heard *heard = self;
    heard->count++;
    heard->last = session;
}

static const struct session_seat party = {.role = ROLE_PARTY, .case_id = "talks", .party = "UA"};

TEST(a_session_that_is_ended_is_told_once)
{
    struct heard heard = {0, NULL};
    struct sessions *sessions = sessions_open();
    sessions_watch(sessions, hear, &heard);
    const struct session *one = sessions_begin(sessions, &party, 0);
    const struct session *two = sessions_begin(sessions, &party, 0);
    sessions_end(sessions, one);
    CHECK(heard.count == 1 && heard.last == one);
    sessions_end(sessions, one); // there is none
    CHECK(heard.count == 1);
    CHECK(sessions_find(sessions, str_of(two->name), 1) == two);
    sessions_close(sessions);
    CHECK(heard.count == 1);
}

TEST(a_session_is_over_when_nobody_used_it_for_twelve_hours)
{
    struct heard heard = {0, NULL};
    struct sessions *sessions = sessions_open();
    sessions_watch(sessions, hear, &heard);
    const struct session *one = sessions_begin(sessions, &party, 0);
    CHECK(!session_is_over(one, 12 * HOUR_MS));
    CHECK(session_is_over(one, 12 * HOUR_MS + 1));
    CHECK(sessions_find(sessions, str_of(one->name), 12 * HOUR_MS));
    CHECK(!session_is_over(one, 12 * HOUR_MS + 1)); // it was used
    CHECK(heard.count == 0);
    const struct session *next = sessions_begin(sessions, &party, (int64_t)24 * HOUR_MS + 1);
    CHECK(heard.count == 1 && heard.last == one && next);
    sessions_close(sessions);
}

TEST(the_oldest_makes_room_for_the_next_and_is_told)
{
    struct heard heard = {0, NULL};
    struct sessions *sessions = sessions_open();
    sessions_watch(sessions, hear, &heard);
    const struct session *oldest = sessions_begin(sessions, &party, 1);
    for (int64_t i = 1; i < MOST; i++)
        sessions_begin(sessions, &party, 1 + i);
    CHECK(heard.count == 0);
    sessions_begin(sessions, &party, MOST + 1);
    CHECK(heard.count == 1 && heard.last == oldest);
    sessions_close(sessions);
}

TEST(what_is_taken_back_from_one_party_of_one_case_is_that_alone)
{
    struct heard heard = {0, NULL};
    struct sessions *sessions = sessions_open();
    sessions_watch(sessions, hear, &heard);
    const struct session_seat other = {.role = ROLE_PARTY, .case_id = "talks", .party = "RU"};
    const struct session_seat elsewhere = {.role = ROLE_PARTY, .case_id = "trade", .party = "UA"};
    const struct session_seat host = {.role = ROLE_HOST};
    const struct session_seat *seats[] = {&party, &other, &elsewhere, &host, &party};
    char secrets[5][SECRET_DIGITS + 1];
    struct session *begun[5];
    for (size_t i = 0; i < 5; i++) {
        snprintf(secrets[i], sizeof secrets[i], "%s", sessions_link(sessions, seats[i], 0));
        begun[i] = sessions_begin(sessions, seats[i], 0);
    }
    struct sessions_taken taken = sessions_take_back(sessions, "talks", "UA");
    CHECK(taken.links == 2 && taken.sessions == 2 && heard.count == 2);
    for (size_t i = 0; i < 5; i++)
        CHECK((sessions_look(sessions, str_of(secrets[i]), 1) == NULL) == (i == 0 || i == 4));
    for (size_t i = 1; i < 4; i++)
        CHECK(sessions_find(sessions, str_of(begun[i]->name), 1) == begun[i]);
    taken = sessions_take_back(sessions, "talks", "UA");
    CHECK(taken.links == 0 && taken.sessions == 0);
    sessions_close(sessions);
}

TESTS(TAP_ENTRY(what_is_taken_back_from_one_party_of_one_case_is_that_alone),
      TAP_ENTRY(a_session_that_is_ended_is_told_once),
      TAP_ENTRY(a_session_is_over_when_nobody_used_it_for_twelve_hours),
      TAP_ENTRY(the_oldest_makes_room_for_the_next_and_is_told))
