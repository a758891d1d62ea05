// SPDX-License-Identifier: Apache-2.0
#include "proofreading/combinations.h"

#include "base/names.h"

#define CANDIDATES_MOST 400000 // of one size
#define OPEN_PACKS 24          // that a set is held against before a new pack is begun

// A set that is to be tried, and about what the links are that made it.
struct combination_candidate {
    struct combination_set set;
    uint32_t topic;
    bool is_again; // it is there with another topic
};

// Sets that are tried in one text, as numbers of candidates.
struct combination_pack {
    struct list members; // uint32_t
    bool *is_blocked;    // by place: taken, or linked to one that is
};

struct combination_search {
    struct combination_field field;
    struct arena *arena;
    uint32_t *options;      // of the text that is being read
    struct list candidates; // struct combination_candidate
    struct list queue;      // struct combination_pack, the next at the end
    struct combination_pack now;
    struct names *generated; // the sets, so that none is tried twice
    struct names *tagged;    // the same with their topics
    size_t last_size;        // the first candidate of the size that is tried now
    size_t set_count;        // sets of that size
    struct list sets;        // by finding: struct list of struct combination_set
    uint32_t *member_at;     // by place: the member of `now` that takes it, from 1; 0: none does
    uint32_t *single;        // by place: the candidate that takes its option 1 alone
    uint32_t texts;
    uint32_t size;  // of the sets that are tried now; 0: nothing was begun
    uint32_t depth; // sets of so many wordings were all tried
    bool *is_left;  // by place: a set with it was left untried
    bool is_seed;   // the text was read anyway: linked places stand in it together
    bool is_cut;
};

static struct combination_set candidate(const struct combination_search *search, size_t number)
{
    return LIST_AT(&search->candidates, struct combination_candidate, number)->set;
}

static void leave(struct combination_search *search, const struct combination_choice *items,
                  uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        search->is_left[items[i].place] = true;
    search->is_cut = true;
}

// Whether it was not there yet; then `names` has it.
static bool is_new(const struct combination_search *search, struct names *names, const void *items,
                   size_t bytes)
{
    struct str key = {(const char *)items, bytes};
    if (names_find(names, key) != NAMES_NONE)
        return false;
    names_add(names, arena_copy(search->arena, key));
    return true;
}

static void add_candidate(struct combination_search *search, const struct combination_choice *items,
                          uint32_t count, uint32_t topic)
{
    struct combination_choice key[COMBINATION_MOST + 2];
    memcpy(key, items, count * sizeof *items);
    key[count] = (struct combination_choice){topic, 0};
    if (search->candidates.count - search->last_size >= CANDIDATES_MOST) {
        leave(search, items, count);
        return;
    }
    if (!is_new(search, search->tagged, key, (count + 1) * sizeof *key))
        return;
    bool is_again = !is_new(search, search->generated, key, count * sizeof *key);
    struct combination_choice *own = ARENA_ARRAY(search->arena, struct combination_choice, count);
    memcpy(own, items, count * sizeof *items);
    search->set_count += !is_again;
    *LIST_ADD(&search->candidates, struct combination_candidate) =
        (struct combination_candidate){{own, count}, topic, is_again};
}

static bool has_place(struct combination_set set, uint32_t place)
{
    for (uint32_t i = 0; i < set.count; i++)
        if (set.items[i].place == place)
            return true;
    return false;
}

// The set with every other option of one more place.
static void add_grown(struct combination_search *search, struct combination_set set, uint32_t place,
                      uint32_t topic)
{
    struct combination_choice items[COMBINATION_MOST + 1]; // one more, to see whether there is any
    uint32_t at = 0;
    while (at < set.count && set.items[at].place < place)
        at++;
    for (uint32_t i = 0; i < set.count; i++)
        items[i < at ? i : i + 1] = set.items[i];
    for (uint32_t option = 1; option < search->field.option_counts[place]; option++) {
        items[at] = (struct combination_choice){place, option};
        add_candidate(search, items, set.count + 1, topic);
    }
}

static void generate_singles(struct combination_search *search)
{
    const struct combination_set nothing = {NULL, 0};
    search->member_at = ARENA_ARRAY(search->arena, uint32_t, (size_t)search->field.place_count + 1);
    search->single = ARENA_ARRAY(search->arena, uint32_t, (size_t)search->field.place_count + 1);
    for (uint32_t place = 0; place < search->field.place_count; place++) {
        search->single[place] = (uint32_t)search->candidates.count;
        add_grown(search, nothing, place, COMBINATION_ANY);
    }
}

struct combination_search *combinations_make(const struct combination_field *field,
                                             struct arena *arena)
{
    struct combination_search *search = ARENA_NEW(arena, struct combination_search);
    *search = (struct combination_search){
        .field = *field,
        .arena = arena,
        .options = ARENA_ARRAY(arena, uint32_t, (size_t)field->place_count + 1),
        .candidates = LIST_MAKE(arena, struct combination_candidate),
        .queue = LIST_MAKE(arena, struct combination_pack),
        .is_left = ARENA_ARRAY(arena, bool, (size_t)field->place_count + 1),
        .generated = names_make(arena),
        .tagged = names_make(arena),
        .sets = LIST_MAKE(arena, struct list),
    };
    generate_singles(search);
    return search;
}

// A set grows by what is linked to one of its places about the set's own topic. Of two places alone the topic
// is any that they share.
static void grow(struct combination_search *search, struct combination_candidate from)
{
    for (uint32_t i = 0; i < from.set.count; i++) {
        const struct list *linked = &search->field.links[from.set.items[i].place];
        for (size_t l = 0; l < linked->count; l++) {
            struct combination_link link = *LIST_AT(linked, struct combination_link, l);
            bool is_free = from.topic == COMBINATION_ANY || link.topic == COMBINATION_ANY;
            if ((is_free || link.topic == from.topic) && !has_place(from.set, link.place))
                add_grown(search, from.set, link.place,
                          from.topic == COMBINATION_ANY ? link.topic : from.topic);
        }
    }
}

// All sets of the next size whose places hang together. False: there are none.
static bool generate(struct combination_search *search)
{
    size_t from = search->last_size;
    size_t to = search->candidates.count;
    search->last_size = to;
    search->set_count = 0;
    for (size_t c = from; c < to; c++)
        grow(search, *LIST_AT(&search->candidates, struct combination_candidate, c));
    return search->candidates.count > to;
}

static bool fits(const struct combination_pack *pack, struct combination_set set)
{
    for (uint32_t i = 0; i < set.count; i++)
        if (pack->is_blocked[set.items[i].place])
            return false;
    return true;
}

static void pack_into(const struct combination_search *search, struct combination_pack *pack,
                      uint32_t number)
{
    struct combination_set set = candidate(search, number);
    *LIST_ADD(&pack->members, uint32_t) = number;
    for (uint32_t i = 0; i < set.count; i++) {
        const struct list *linked = &search->field.links[set.items[i].place];
        pack->is_blocked[set.items[i].place] = true;
        for (size_t l = 0; l < linked->count; l++)
            pack->is_blocked[LIST_AT(linked, struct combination_link, l)->place] = true;
    }
}

static struct combination_pack pack_make(const struct combination_search *search)
{
    return (struct combination_pack){
        LIST_MAKE(search->arena, uint32_t),
        ARENA_ARRAY(search->arena, bool, (size_t)search->field.place_count + 1)};
}

static bool is_linked(const struct combination_search *search, struct combination_set set)
{
    return search->field.links[set.items[0].place].count > 0;
}

// Whether each set of this size can have a text of its own: then nothing else can hide what it does.
static bool can_stand_alone(const struct combination_search *search)
{
    return search->set_count * 2 <= search->field.most_texts - search->texts;
}

// Puts every set of this size into a pack of its own or, where the texts would be too many, into one in which
// nothing is linked to it.
static void pack_all(struct combination_search *search)
{
    bool are_alone = can_stand_alone(search);
    for (size_t c = search->last_size; c < search->candidates.count; c++) {
        struct combination_set set = candidate(search, c);
        if (LIST_AT(&search->candidates, struct combination_candidate, c)->is_again)
            continue;
        size_t first = search->queue.count > OPEN_PACKS ? search->queue.count - OPEN_PACKS : 0;
        first = are_alone ? search->queue.count : first;
        struct combination_pack *pack = NULL;
        for (size_t p = first; p < search->queue.count && pack == NULL; p++) {
            struct combination_pack *open = LIST_AT(&search->queue, struct combination_pack, p);
            pack = fits(open, set) ? open : NULL;
        }
        if (pack == NULL) {
            pack = LIST_ADD(&search->queue, struct combination_pack);
            *pack = pack_make(search);
        }
        pack_into(search, pack, (uint32_t)c);
    }
}

static void take(struct combination_search *search)
{
    memset(search->options, 0, search->field.place_count * sizeof *search->options);
    memset(search->member_at, 0, search->field.place_count * sizeof *search->member_at);
    for (size_t m = 0; m < search->now.members.count; m++) {
        struct combination_set set = candidate(search, *LIST_AT(&search->now.members, uint32_t, m));
        for (uint32_t i = 0; i < set.count; i++)
            search->options[set.items[i].place] = set.items[i].option;
        for (uint32_t i = 0; i < set.count; i++)
            search->member_at[set.items[i].place] = (uint32_t)m + 1;
    }
}

void combinations_seed(struct combination_search *search, const uint32_t *options)
{
    search->is_seed = true;
    search->now = (struct combination_pack){.members = LIST_MAKE(search->arena, uint32_t)};
    for (uint32_t place = 0; place < search->field.place_count; place++)
        if (options[place] > 0)
            *LIST_ADD(&search->now.members, uint32_t) = search->single[place] + options[place] - 1;
    take(search);
}

// What was not tried of this size.
static void leave_queue(struct combination_search *search)
{
    for (size_t q = 0; q < search->queue.count; q++) {
        const struct list *members = &LIST_AT(&search->queue, struct combination_pack, q)->members;
        for (size_t m = 0; m < members->count; m++) {
            struct combination_set set = candidate(search, *LIST_AT(members, uint32_t, m));
            leave(search, set.items, set.count);
        }
    }
}

// All that would be larger.
static void leave_larger(struct combination_search *search)
{
    if (search->is_cut || !generate(search))
        return;
    for (size_t c = search->last_size; c < search->candidates.count; c++) {
        struct combination_set set = candidate(search, c);
        leave(search, set.items, set.count);
    }
}

const uint32_t *combinations_next(struct combination_search *search)
{
    search->is_seed = false;
    while (search->queue.count == 0) {
        if (search->size == 0) {
            search->size = 1;
            pack_all(search);
            continue;
        }
        search->depth = search->is_cut ? search->depth : search->size;
        if (search->size == COMBINATION_MOST) {
            leave_larger(search);
            return NULL;
        }
        if (search->is_cut || !generate(search))
            return NULL;
        search->size++;
        pack_all(search);
    }
    if (search->texts >= search->field.most_texts) {
        leave_queue(search);
        return NULL;
    }
    search->now = *LIST_AT(&search->queue, struct combination_pack, search->queue.count - 1);
    list_cut(&search->queue, search->queue.count - 1);
    take(search);
    search->texts++;
    return search->options;
}

static bool is_taken(const struct combination_search *search, struct combination_set set)
{
    for (uint32_t i = 0; i < set.count; i++)
        if (search->options[set.items[i].place] != set.items[i].option)
            return false;
    return true;
}

bool combinations_wants(const struct combination_search *search, uint32_t finding)
{
    const struct list *sets = combinations_sets(search, finding);
    for (size_t i = 0; sets != NULL && i < sets->count; i++)
        if (is_taken(search, *LIST_AT(sets, struct combination_set, i)))
            return false;
    return true;
}

static void record(struct combination_search *search, uint32_t finding, struct combination_set set)
{
    while (search->sets.count <= finding)
        *LIST_ADD(&search->sets, struct list) = LIST_MAKE(search->arena, struct combination_set);
    *LIST_ADD(LIST_AT(&search->sets, struct list, finding), struct combination_set) = set;
}

// The members of the pack on which a finding may rest, all of them where it names none: is_meant by
// member. Gives how many.
static size_t meant_by(const struct combination_search *search,
                       const struct combination_sight *sight, bool *is_meant)
{
    size_t count = 0;
    size_t all = search->now.members.count;
    memset(is_meant, 0, all * sizeof *is_meant);
    for (uint32_t i = 0; i < sight->place_count; i++) {
        uint32_t member = search->member_at[sight->places[i]];
        count += member > 0 && !is_meant[member - 1];
        if (member > 0)
            is_meant[member - 1] = true;
    }
    if (count == 0)
        memset(is_meant, true, all * sizeof *is_meant);
    return count > 0 ? count : all;
}

// Half of the members again, for what may rest on more than one.
static void try_part(struct combination_search *search, const bool *is_meant, size_t count,
                     bool is_rest)
{
    size_t seen = 0;
    struct combination_pack part = {.members = LIST_MAKE(search->arena, uint32_t)};
    for (size_t m = 0; m < search->now.members.count; m++)
        if (is_meant[m] && (seen++ >= count / 2) == is_rest)
            *LIST_ADD(&part.members, uint32_t) = *LIST_AT(&search->now.members, uint32_t, m);
    *LIST_ADD(&search->queue, struct combination_pack) = part;
}

// Whether the one member of the text that a finding may rest on is surely its cause: where linked places
// stand together it may be both of them.
static bool is_plain(const struct combination_search *search, const bool *is_meant, size_t count)
{
    for (size_t m = 0; search->is_seed && m < search->now.members.count; m++)
        if (is_meant[m] &&
            is_linked(search, candidate(search, *LIST_AT(&search->now.members, uint32_t, m))))
            return false;
    return count == 1;
}

static void tell_one(struct combination_search *search, const struct combination_sight *sight,
                     bool *is_meant, bool *is_open)
{
    bool is_sure = is_plain(search, is_meant, meant_by(search, sight, is_meant));
    for (size_t m = 0; m < search->now.members.count; m++) {
        struct combination_set set = candidate(search, *LIST_AT(&search->now.members, uint32_t, m));
        if (is_meant[m] && is_sure)
            record(search, sight->finding, set);
        // Linked ones are tried by themselves in any case.
        bool is_tried = search->is_seed && is_linked(search, set);
        is_open[m] = is_open[m] || (is_meant[m] && !is_sure && !is_tried);
    }
}

void combinations_tell(struct combination_search *search, const struct combination_sight *sights,
                       size_t count)
{
    size_t all = search->now.members.count;
    if (search->is_seed && all > 0 && can_stand_alone(search))
        return;
    bool *is_meant = ARENA_ARRAY(search->arena, bool, all + 1);
    bool *is_open = ARENA_ARRAY(search->arena, bool, all + 1);
    for (size_t s = 0; s < count; s++) {
        if (all == 0)
            record(search, sights[s].finding, (struct combination_set){NULL, 0});
        else
            tell_one(search, &sights[s], is_meant, is_open);
    }
    size_t open = 0;
    for (size_t m = 0; m < all; m++)
        open += is_open[m];
    if (open == 0 || (open == 1 && !search->is_seed))
        return;
    if (open > 1)
        try_part(search, is_open, open, true);
    try_part(search, is_open, open, open == 1);
}

const struct list *combinations_sets(const struct combination_search *search, uint32_t finding)
{
    return finding < search->sets.count ? LIST_AT(&search->sets, struct list, finding) : NULL;
}

uint32_t combinations_texts(const struct combination_search *search)
{
    return search->texts;
}

uint32_t combinations_depth(const struct combination_search *search)
{
    return search->depth;
}

bool combinations_is_cut(const struct combination_search *search)
{
    return search->is_cut;
}

bool combinations_is_left(const struct combination_search *search, uint32_t place)
{
    return search->is_left[place];
}
