// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "exchange/bargain/actors_csv.h"
#include "tap.h"

static bool read_text(struct str text, struct actors *actors, struct error *error)
{
    return actors_csv_read(STR("a.csv"), text, tap_arena(), actors, error);
}

TEST(line_ends_separators_and_headings_may_differ)
{
    static const struct str tables[] = {
        STR_INIT("Actor,Capability,Position,Salience\rNorth,0.5,4,80\rSouth,0.25,-7,40\r"),
        STR_INIT("\xEF\xBB\xBFname;POWER;stance;importance\r\n\r\nNorth;0,50;4;80\r\n"
                 "South;0,25;-7;40"),
        STR_INIT("Case,  2,\nCountry,  Salience, Influence, Ideal point\n\"North\",80, .5, 4\n"
                 "South, 40, 2.5e-1, -7,\n"),
        STR_INIT("actor\tresources\tposition\tpriority\nNorth\t0.5\t4\t80\nSouth\t0.25\t-7\t40\n"),
    };
    for (size_t t = 0; t < sizeof tables / sizeof tables[0]; t++) {
        struct actors actors;
        struct error error;
        REQUIRE_DONE(read_text(tables[t], &actors, &error), &error);
        REQUIRE(actors.count == 2 && actors.dimension_count == 1);
        const struct actors_dimension *dimension = &actors.dimensions[0];
        CHECK_STR(actors.names[0], STR("North"));
        CHECK_INT(dimension->scale.influence_digits, 2);
        CHECK_INT(dimension->line.influence[0], 50);
        CHECK_INT(dimension->line.influence[1], 25);
        CHECK_INT(dimension->line.position[1], -7);
        CHECK_INT(dimension->line.salience[0], 80);
    }
}

TEST(each_dimension_takes_its_own_columns_and_actors)
{
    struct actors actors;
    struct error error;
    REQUIRE_DONE(read_text(STR("Actor,Influence,Fish Position,Fish Salience,Tax_Position,"
                               "Tax_Salience\nA,1,10,5,20,6\nB,2,,5,30,7\n"),
                           &actors, &error),
                 &error);
    REQUIRE(actors.dimension_count == 2);
    CHECK_STR(actors.dimensions[0].name, STR("Fish"));
    CHECK_STR(actors.dimensions[1].name, STR("Tax"));
    CHECK_INT(actors.dimensions[0].line.count, 1);
    CHECK_INT(actors.dimensions[1].line.salience[1], 7);
    CHECK(str_contains(actors.notes, STR("1 actor(s) with an empty cell")));
}

TEST(short_headings_with_numbers_name_dimensions)
{
    struct actors actors;
    struct error error;
    REQUIRE_DONE(read_text(STR("Trial ,\"A universal factor\",2,2,\n"
                               "Actor,Substance,Power,Pstn1,Sal1,Pstn2,Sal2,\n"
                               "A,all, 1.5, 7.79, 4,  6.37,  10.91,\nB,all, 2, 1, 2, 3, 4,\n"),
                           &actors, &error),
                 &error);
    REQUIRE(actors.dimension_count == 2);
    CHECK_STR(actors.names[1], STR("B"));
    CHECK_STR(actors.dimensions[1].name, STR("2"));
    CHECK_INT(actors.dimensions[1].line.position[0], 637);
    CHECK_INT(actors.dimensions[1].line.salience[0], 1091);
    CHECK_INT(actors.dimensions[0].line.influence[1], 20);
}

TEST(bad_tables_are_refused_with_their_line)
{
    static const struct {
        struct str text;
        size_t line;
        const char *part;
    } cases[] = {
        {STR_INIT(""), 0, "headings"},
        {STR_INIT("a,b\n1,2\n"), 0, "headings"},
        {STR_INIT("Actor,Power,Position\nA,1,x\n"), 2, "decimal"},
        {STR_INIT("Actor,Power,Position\nA,1,nan\n"), 2, "decimal"},
        {STR_INIT("Actor,Power,Position\n\nA,-1,2\n"), 3, "below 0"},
        {STR_INIT("Actor,Power,Position\nA,1,2\nA,1,2\n"), 3, "twice"},
        {STR_INIT("Actor,Power,Position\nA,99999999999999999999,2\n"), 2, "fits"},
        {STR_INIT("Actor,Power,Position\nA,1,1e18\nB,1,1e-3\n"), 2, "digits"},
        {STR_INIT("Actor,Power,Position\n\"A,1,2\n"), 2, "never closed"},
        {STR_INIT("Actor,Power,Position\n\"A\"b,1,2\n"), 2, "behind"},
        {STR_INIT("Actor,Power,Position\n\xff,1,2\n"), 2, "UTF-8"},
        {STR_INIT("Actor,Power,Position,X Salience,Y Salience\nA,1,2,3,4\n"), 1, "salience"},
    };
    for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
        struct actors actors;
        struct error error;
        REQUIRE(!read_text(cases[c].text, &actors, &error));
        CHECK_INT(error.place.line, cases[c].line);
        CHECK(str_contains(str_of(error.message), str_of(cases[c].part)));
    }
}

TEST(too_many_columns_of_positions_are_refused)
{
    struct builder text = builder_make(tap_arena());
    builder_add_c(&text, "Actor,Power");
    for (int i = 0; i <= ACTORS_DIMENSIONS_MAX; i++)
        builder_print(&text, ",Pos%d", i);
    struct actors actors;
    struct error error;
    CHECK(!read_text(builder_str(&text), &actors, &error));
    CHECK_INT(error.code, TOO_LARGE);
}

TEST(published_tables_are_read)
{
    static const struct {
        const char *path;
        uint32_t count;
    } files[] = {{"data/bargain/spatial/ExampleActors.csv", 10},
                 {"data/bargain/spatial/dummyData-a040.csv", 40}};
    for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
        const char *path = tap_shared(files[f].path);
        if (!path) {
            tap_skip("no ../shared");
            return;
        }
        struct actors actors;
        struct error error;
        REQUIRE_DONE(read_text(tap_file(path), &actors, &error), &error);
        CHECK_INT(actors.count, files[f].count);
        CHECK_INT(actors.dimension_count, 1);
    }
}

TESTS(TAP_ENTRY(line_ends_separators_and_headings_may_differ),
      TAP_ENTRY(each_dimension_takes_its_own_columns_and_actors),
      TAP_ENTRY(short_headings_with_numbers_name_dimensions),
      TAP_ENTRY(bad_tables_are_refused_with_their_line),
      TAP_ENTRY(too_many_columns_of_positions_are_refused), TAP_ENTRY(published_tables_are_read))
