// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/moves.h"

#include "base/list.h"
#include "base/sorted.h"

enum moved_end { END_FROM, END_TO, ENDS };
enum range_mark { MARK_NONE, MARK_FROM_START, MARK_FROM_END, MARK_TO_START, MARK_TO_END };

// No file that a program writes has moves in moves as deep as this.
enum { OPEN_MAX = 16 };

struct move_member {
    uint32_t node; // a w:moveFrom or w:moveTo
    uint32_t move;
};

struct move_worker {
    uint32_t move;
    struct str author;
};

// 1. members ascend by node. 2. the workers of move m are [first_worker[m], first_worker[m + 1]).
struct worked_moves {
    const struct move_member *members;
    size_t member_count;
    const struct move_worker *workers;
    const uint32_t *first_worker;
};

struct open_stretch {
    struct str id;
    struct str author;
    uint32_t move;
};

struct move_search {
    const struct docx_part *part;
    struct arena *arena;
    const uint8_t *marks; // enum range_mark, by name number
    struct names *names;  // the number of a name is that of its move
    struct open_stretch open[ENDS][OPEN_MAX];
    size_t open_count[ENDS];
    struct list members; // struct move_member
    struct list workers; // struct move_worker
    // Changes in the mark of a paragraph whose stretch begins behind its properties.
    uint32_t paragraph_end;
    struct list early; // uint32_t: nodes
};

static const uint8_t *marks_of(const struct xml *xml, struct arena *arena)
{
    static const struct {
        const char *local;
        enum range_mark mark;
    } known[] = {{"moveFromRangeStart", MARK_FROM_START},
                 {"moveFromRangeEnd", MARK_FROM_END},
                 {"moveToRangeStart", MARK_TO_START},
                 {"moveToRangeEnd", MARK_TO_END}};
    uint8_t *marks = ARENA_ARRAY(arena, uint8_t, names_count(xml->names) + 1);
    for (uint32_t name = 0; name < names_count(xml->names); name++)
        for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
            if (str_equal(xml_local(xml, name), str_of(known[i].local)))
                marks[name] = (uint8_t)known[i].mark;
    return marks;
}

static bool is_word(enum word word)
{
    return word == W_INS || word == W_DEL || word == W_MOVE_FROM || word == W_MOVE_TO ||
           word == W_RPR_CHANGE || word == W_PPR_CHANGE;
}

// The innermost open stretch of an author at one end; NULL: none.
static const struct open_stretch *stretch_of(const struct move_search *search, enum moved_end end,
                                             struct str author)
{
    for (size_t i = search->open_count[end]; i-- > 0;)
        if (str_equal(search->open[end][i].author, author))
            return &search->open[end][i];
    return NULL;
}

static void add_member(struct move_search *search, uint32_t node, enum word word, struct str author)
{
    if (word != W_MOVE_FROM && word != W_MOVE_TO)
        return;
    const struct open_stretch *own =
        stretch_of(search, word == W_MOVE_TO ? END_TO : END_FROM, author);
    if (own)
        *LIST_ADD(&search->members, struct move_member) = (struct move_member){node, own->move};
}

static void add_change(struct move_search *search, uint32_t node)
{
    struct str author = docx_attribute(search->part, node, W_AUTHOR);
    add_member(search, node, docx_word(search->part, node), author);
    for (size_t i = 0; i < search->open_count[END_TO]; i++) {
        const struct open_stretch *around = &search->open[END_TO][i];
        const struct move_worker *last =
            search->workers.count > 0
                ? LIST_AT(&search->workers, const struct move_worker, search->workers.count - 1)
                : NULL;
        bool is_known = last && last->move == around->move && str_equal(last->author, author);
        if (!str_equal(around->author, author) && !is_known)
            *LIST_ADD(&search->workers, struct move_worker) =
                (struct move_worker){around->move, author};
    }
}

static void open_stretch(struct move_search *search, uint32_t node, enum moved_end end)
{
    const struct docx_part *part = search->part;
    if (search->open_count[end] == OPEN_MAX)
        return;
    search->open[end][search->open_count[end]++] = (struct open_stretch){
        docx_attribute(part, node, W_ID), docx_attribute(part, node, W_AUTHOR),
        names_add(search->names, docx_attribute(part, node, W_NAME))};
    // The mark of the paragraph in which it begins belongs to it.
    bool is_within = node < search->paragraph_end;
    size_t kept = 0;
    for (size_t i = 0; is_within && i < search->early.count; i++) {
        uint32_t early = *LIST_AT(&search->early, uint32_t, i);
        size_t before = search->members.count + search->workers.count;
        add_change(search, early);
        if (search->members.count + search->workers.count == before)
            *LIST_AT(&search->early, uint32_t, kept++) = early;
    }
    list_cut(&search->early, kept);
}

static void close_stretch(struct move_search *search, uint32_t node, enum moved_end end)
{
    struct str id = docx_attribute(search->part, node, W_ID);
    for (size_t i = search->open_count[end]; i-- > 0;) {
        if (!str_equal(search->open[end][i].id, id))
            continue;
        for (size_t k = i + 1; k < search->open_count[end]; k++)
            search->open[end][k - 1] = search->open[end][k];
        search->open_count[end]--;
        return;
    }
}

static void look_at(struct move_search *search, uint32_t node)
{
    const struct docx_part *part = search->part;
    const struct xml_node *nodes = part->xml.nodes;
    if (nodes[node].name == XML_TEXT)
        return;
    enum word word = docx_word(part, node);
    if (word == W_P) {
        search->paragraph_end = nodes[node].end;
        list_cut(&search->early, 0);
    }
    uint32_t holder = nodes[node].parent;
    bool is_mark =
        docx_word(part, holder) == W_RPR && docx_word(part, nodes[holder].parent) == W_PPR;
    if (is_word(word) && is_mark)
        *LIST_ADD(&search->early, uint32_t) = node;
    if (is_word(word))
        add_change(search, node);
    switch ((enum range_mark)search->marks[nodes[node].name]) {
    case MARK_NONE:
        break;
    case MARK_FROM_START:
        open_stretch(search, node, END_FROM);
        break;
    case MARK_TO_START:
        open_stretch(search, node, END_TO);
        break;
    case MARK_FROM_END:
        close_stretch(search, node, END_FROM);
        break;
    case MARK_TO_END:
        close_stretch(search, node, END_TO);
        break;
    }
}

static int by_node(const void *a, const void *b)
{
    const struct move_member *one = a;
    const struct move_member *other = b;
    return (one->node > other->node) - (one->node < other->node);
}

static int by_move(const void *a, const void *b)
{
    const struct move_worker *one = a;
    const struct move_worker *other = b;
    if (one->move != other->move)
        return (one->move > other->move) - (one->move < other->move);
    return str_compare(one->author, other->author);
}

// Sorted, each author of a move once.
static void sort_workers(struct list *workers)
{
    list_sort(workers, by_move);
    size_t kept = 0;
    for (size_t i = 0; i < workers->count; i++) {
        struct move_worker worker = *LIST_AT(workers, struct move_worker, i);
        if (kept == 0 || by_move(LIST_AT(workers, struct move_worker, kept - 1), &worker) != 0)
            *LIST_AT(workers, struct move_worker, kept++) = worker;
    }
    list_cut(workers, kept);
}

const struct worked_moves *moves_find(const struct docx_part *part, struct arena *arena)
{
    const struct xml *xml = &part->xml;
    struct arena *work = arena_open();
    struct move_search search = {.part = part,
                                 .arena = arena,
                                 .marks = marks_of(xml, work),
                                 .names = names_make(work),
                                 .members = LIST_MAKE(arena, struct move_member),
                                 .workers = LIST_MAKE(arena, struct move_worker),
                                 .early = LIST_MAKE(work, uint32_t)};
    bool has_moves = false;
    for (uint32_t name = 0; name < names_count(xml->names); name++)
        has_moves = has_moves || search.marks[name] == MARK_TO_START;
    for (uint32_t node = 0; has_moves && node < xml->node_count; node++)
        look_at(&search, node);
    struct worked_moves *moves = NULL;
    if (search.workers.count > 0) {
        sort_workers(&search.workers);
        list_sort(&search.members, by_node);
        uint32_t count = names_count(search.names);
        uint32_t *first = ARENA_ARRAY(arena, uint32_t, count + 1);
        uint32_t at = 0;
        for (uint32_t move = 0; move <= count; move++) {
            while (at < search.workers.count &&
                   LIST_AT(&search.workers, struct move_worker, at)->move < move)
                at++;
            first[move] = at;
        }
        moves = ARENA_NEW(arena, struct worked_moves);
        *moves = (struct worked_moves){LIST_ITEMS(&search.members, struct move_member),
                                       search.members.count,
                                       LIST_ITEMS(&search.workers, struct move_worker), first};
    }
    arena_close(work);
    return moves;
}

static bool member_is_before(const void *row, size_t at, uint64_t place)
{
    const struct move_member *members = row;
    return members[at].node < place;
}

bool moves_accept(const struct worked_moves *moves, uint32_t node, const struct reading *reading)
{
    if (!moves || reading->kind != READING_AUTHORS || reading->are_whole)
        return false;
    size_t k = sorted_before(moves->member_count, moves->members, member_is_before, node);
    if (k == moves->member_count || moves->members[k].node != node)
        return false;
    uint32_t move = moves->members[k].move;
    for (uint32_t i = moves->first_worker[move]; i < moves->first_worker[move + 1]; i++)
        if (reading_accepts(reading, moves->workers[i].author))
            return true;
    return false;
}
