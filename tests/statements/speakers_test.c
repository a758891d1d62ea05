// SPDX-License-Identifier: Apache-2.0
// Who speaks and what they say, form by form: our own sentences for each way a report attributes words.
#include "base/builder.h"
#include "reading.h"
#include "tap.h"

// `said` lists the statements found: SPEAKER (d|r) WORDS, separated by " | "; "" for none.
struct expected {
    const char *text;
    const char *said;
};

static const struct expected forms[] = {
    // Where the speaker stands.
    {"Anna Berg said the text was closed.", "Anna Berg r the text was closed"},
    {"\"The text is closed,\" Anna Berg said.", "Anna Berg d The text is closed"},
    {"\"The text is closed,\" said Anna Berg.", "Anna Berg d The text is closed"},
    {"\"The text is closed,\" said Anna Berg, the mediator.", "Anna Berg d The text is closed"},
    {"Anna Berg, the mediator, said: \"The text is closed.\"", "Anna Berg d The text is closed."},
    {"The mediator, Anna Berg, who arrived late, said the text was closed.",
     "Anna Berg r the text was closed"},
    {"The text, Anna Berg said, was closed.", "Anna Berg r The text was closed"},
    {"The text was closed, Anna Berg said.", "Anna Berg r The text was closed"},
    {"According to Anna Berg, the text was closed.", "Anna Berg r the text was closed"},
    {"The text was closed, according to Anna Berg.", "Anna Berg r The text was closed"},
    {"The text, according to Anna Berg, is closed.", "Anna Berg r The text is closed"},
    {"Alfa's government, according to two diplomats, considers the third point closed.",
     "two diplomats r Alfa's government considers the third point closed"},
    {"The plan, according to a person familiar with the talks, gives Alfa 30 days to answer.",
     "person familiar with the talks r The plan gives Alfa 30 days to answer"},
    {"Two villages, according to the army, have been retaken.",
     "army r Two villages have been retaken"},
    {"The corridor will open in May, according to the mediators, who met in Bree.",
     "mediators r The corridor will open in May"},
    {"The talks ended on Friday, according to Anna Berg, and the ministers left the city.",
     "Anna Berg r The talks ended on Friday"},
    {"Anna Berg was blunt: \"The text is closed.\"", "Anna Berg d The text is closed."},
    {"The agency quoted Anna Berg as saying that the text was closed.",
     "Anna Berg r the text was closed"},
    {"Anna Berg was quoted by the agency as saying that the text was closed.",
     "Anna Berg r the text was closed"},
    {"\"The text is closed,\" the Alfa channel quotes Anna Berg as saying.",
     "Anna Berg d The text is closed"},
    {"Anna Berg met reporters. \"The text is closed,\" the Alfa channel quotes her as saying.",
     "Anna Berg d The text is closed"},
    {"Anna Berg spoke on Monday. According to her, the text was closed.",
     "Anna Berg r the text was closed"},
    {"Anna Berg spoke on Monday. According to Axios, the text was closed.",
     "Axios r the text was closed"},
    {"Earlier, president Petrenko said that the text was closed.",
     "Petrenko r the text was closed"},
    {"A source close to the talks said the visit was off.\n\n- Earlier, president Petrenko said "
     "that the "
     "text was closed.\n- He also noted that talks continue.",
     "source close to the talks r the visit was off | Petrenko r the text was closed | Petrenko r "
     "talks "
     "continue"},
    {"The text is ready, three officials briefed on the matter told Reuters on condition of "
     "anonymity.",
     "three officials briefed on the matter r The text is ready"},
    {"\"The text is closed\", Anna Berg said.", "Anna Berg d The text is closed"},
    {"Karl Holm met reporters. \"The text is closed\", he said, leaving.",
     "Karl Holm d The text is closed"},
    {"\"The text is closed\", Anna Berg told the council. \"It goes out tomorrow\", she added.",
     "Anna Berg d The text is closed | Anna Berg d It goes out tomorrow"},
    {"Anna Berg said the text was closed, on condition of anonymity.",
     "Anna Berg r the text was closed"},
    {"Anna Berg met reporters. Berg went on to say that the text was closed.",
     "Anna Berg r the text was closed"},
    {"Anna Berg met reporters. In Berg's own words, the text was closed.",
     "Anna Berg r the text was closed"},
    {"In the words of Anna Berg, the text was closed.", "Anna Berg r the text was closed"},
    {"Workers complained that the text was closed.", "Workers r the text was closed"},
    {"\"The text is closed,\" read a statement signed by Anna Berg.",
     "Anna Berg d The text is closed"},
    // Who tells more of the speaker than a name.
    {"According to a diplomat who sat at the table, the text was closed.",
     "diplomat who sat at the table r the text was closed"},
    {"The union representing the dockers at Lannock said the text was closed.",
     "union representing the dockers at Lannock r the text was closed"},
    {"A joint statement issued after the meeting says the text was closed.",
     "joint statement issued after the meeting r the text was closed"},
    {"Ministers of Pelland, Norrmark and the Republic of Sard said the text was closed.",
     "Ministers of Pelland, Norrmark and the Republic of Sard r the text was closed"},
    {"Sard's Anna Berg said the text was closed.", "Anna Berg r the text was closed"},
    {"\"The text is closed,\" said a grower from the north. \"It stays so.\"",
     "grower from the north d The text is closed … It stays so."},
    {"\"The text is closed,\" said one woman, holding a bag.", "one woman d The text is closed"},
    {"The text costs three millions, estimates the chamber of commerce.",
     "chamber of commerce r The text costs three millions"},
    {"Anna Berg cautioned, however, that the text was closed.", "Anna Berg r the text was closed"},
    {"Anna Berg accused the government of closing the text.",
     "Anna Berg r the government of closing the text"},
    {"Anna Berg and Karl Holm met after each side accused the other of closing the text.", ""},
    {"Anna Berg called the letter an insult.", "Anna Berg r the letter an insult"},
    {"Anna Berg called a meeting of the council.", ""},
    {"Anna Berg called the minister an hour later.", ""},
    {"Karl Holm left after what Anna Berg called \"a text from another century\".",
     "Anna Berg r \"a text from another century\""},
    // A name's ending tells little: the only one near is meant, of two nobody.
    {"Minister Ilia Dorn met reporters. \"The text is closed,\" he said.",
     "Ilia Dorn d The text is closed"},
    {"Karl Holm spoke first. Minister Ilia Dorn met reporters. \"The text is closed,\" he said.",
     ""},
    {"Noting that spring was near, Anna Berg said that the text was closed.",
     "Anna Berg r spring was near | Anna Berg r the text was closed"},
    {"According to a statement issued on Monday by the Kremlin, the text was closed.",
     "Kremlin r the text was closed"},
    {"According to a letter from Anna Berg, the text was closed.",
     "Anna Berg r the text was closed"},
    {"Kenya left the room, saying that the text was closed.", "Kenya r the text was closed"},
    {"The delegation of Kenya left the room, saying that the text was closed.",
     "delegation of Kenya r the text was closed"},
    {"The Kremlin noted with concern that the text was closed.", "Kremlin r the text was closed"},
    {"\",\" Anna Berg said. \"The text is closed.\"", ""},
    {"Anna Berg wrote that down too.", ""},
    {"Anna Berg said the text was closed; the annex, Karl Holm added, was open.",
     "Anna Berg r the text was closed | Karl Holm r the annex was open"},
    {"Anna Berg said that the text was closed; that the annex was open; and that the map was lost, "
     "adding that it would be found.",
     "Anna Berg r the text was closed; that the annex was open; and that the map was lost | "
     "Anna Berg r it would be found"},
    // Who can speak.
    {"An official who asked not to be named because the talks are private said the text was "
     "closed.",
     "official r the text was closed"},
    {"Analysts at Holm & Berg said the text was closed.",
     "Analysts at Holm & Berg r the text was closed"},
    {"Both delegations said the text was closed.", "Both delegations r the text was closed"},
    {"The Kremlin said the text was closed.", "Kremlin r the text was closed"},
    {"The foreign ministry in Oslo said the text was closed.",
     "foreign ministry in Oslo r the text was closed"},
    {"Two diplomats familiar with the talks said the text was closed.",
     "Two diplomats familiar with the talks r the text was closed"},
    {"A person briefed on the matter said the text was closed.",
     "person briefed on the matter r the text was closed"},
    {"Officials on both sides said the text was closed.",
     "Officials on both sides r the text was closed"},
    {"Norway and Sweden said the text was closed.",
     "Norway r the text was closed | Sweden r the text was closed"},
    {"Foreign Ministers Anna Berg and Karl Holm said the text was closed.",
     "Anna Berg r the text was closed | Karl Holm r the text was closed"},
    {"U.S. Secretary of State John Marsh said the text was closed.",
     "John Marsh r the text was closed"},
    {"President Ursula von der Leyen met Anna Berg. Von der Leyen said the text was closed.",
     "Ursula von der Leyen r the text was closed"},
    {"JOHN MARSH (Ireland) said that the text was closed.", "John Marsh r the text was closed"},
    // Whom words mean.
    {"Anna Berg met Karl Holm in Bern. She said the text was closed.",
     "Anna Berg r the text was closed"},
    {"Anna Berg arrived at noon. Karl Holm met her. He said the text was closed.",
     "Karl Holm r the text was closed"},
    {"A senior official was tired. \"It is late,\" the official said.",
     "senior official d It is late"},
    {"The envoys met at noon. They said the text was closed.", "envoys r the text was closed"},
    // Quotations that go on.
    {"\"It is closed,\" Anna Berg said. \"It stays closed.\"",
     "Anna Berg d It is closed \xe2\x80\xa6 It stays closed."},
    {"\"It is closed,\" Anna Berg said, \"and it stays closed.\"",
     "Anna Berg d It is closed \xe2\x80\xa6 and it stays closed."},
    {"\"It is closed,\" Anna Berg said.\n\nThe room was cold. \"It stays closed,\" said Karl Holm.",
     "Anna Berg d It is closed | Karl Holm d It stays closed"},
    {"Anna Berg said the text was closed, adding that it would stay so.",
     "Anna Berg r the text was closed | Anna Berg r it would stay so"},
    {"Anna Berg called the text \"closed\" and warned that it would stay so.",
     "Anna Berg r the text \"closed\" | Anna Berg r it would stay so"},
    {"Anna Berg said the text was closed, while Karl Holm said that it was open.",
     "Anna Berg r the text was closed | Karl Holm r it was open"},
    {"Anna Berg said that Karl Holm had said nothing.", "Anna Berg r Karl Holm had said nothing"},
    {"The text, she was told, was open. Anna Berg urged both sides to sign.",
     "Anna Berg r both sides to sign"},
    {"\"It is closed,\" said Kovar.", "Kovar d It is closed"},
    {"Anna Berg: \"It is closed.\"", "Anna Berg d It is closed."},
    {"The deal \xe2\x80\x94 which Anna Berg called \"a step\" \xe2\x80\x94 was signed.",
     "Anna Berg r \"a step\""},
    {"Anna Berg denied reports that the text was closed.", "Anna Berg r the text was closed"},
    {"Anna Berg told Channel Nine\xe2\x80\x99s \xe2\x80\x9cTen Minutes\xe2\x80\x9d that it was "
     "closed.",
     "Anna Berg r it was closed"},
    // Nobody says anything.
    {"The parties agreed to \"pause\" the talks.", ""},
    {"Anna Berg did not say when the text would be closed.", ""},
    {"Anna Berg declined to say whether the text was closed.", ""},
    {"Anna Berg is expected to say on Monday that the text is closed.", ""},
    {"Anna Berg was told that the text was closed.", ""},
    {"It is said that the text is closed.", ""},
    {"Anna Berg said nothing.", ""},
    {"The so-called \"final text\" was closed at noon.", ""},
    {"Anna Berg welcomed the decision.", ""},
    {"Anna Berg confirmed the meeting.", ""},
    {"If asked, Anna Berg would say that the text was closed.", ""},
};

static struct str row_of(const struct statements_found *found)
{
    struct builder row = builder_make(tap_arena());
    for (size_t i = 0; i < found->count; i++)
        builder_print(&row, "%s%.*s %c %.*s", i > 0 ? " | " : "", STR_ARGS(found->items[i].speaker),
                      found->items[i].form == FORM_DIRECT ? 'd' : 'r',
                      STR_ARGS(found->items[i].range.text));
    return builder_str(&row);
}

TEST(each_form_of_attribution_gives_its_speaker_and_words)
{
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        struct statements_found found = reading_of(str_of(forms[i].text), NULL);
        CHECK_STR(row_of(&found), str_of(forms[i].said));
    }
}

TEST(a_place_has_its_whole_name)
{
    static const struct {
        const char *text;
        const char *place;
    } rows[] = {
        {"\"It is closed,\" Anna Berg told reporters in Geneva.", "Geneva"},
        {"\"It is closed,\" Anna Berg told reporters at the Palais des Nations.",
         "Palais des Nations"},
        {"\"It is closed,\" Anna Berg told reporters in Rio de Janeiro.", "Rio de Janeiro"},
        {"\"It is closed,\" Anna Berg told reporters in March.", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct statements_found found = reading_of(str_of(rows[i].text), NULL);
        if (CHECK_INT(found.count, 1))
            CHECK_STR(found.items[0].place, str_of(rows[i].place));
    }
}

TEST(a_page_is_read_without_its_tags)
{
    struct str page = STR("<html><head><meta property=\"article:published_time\" "
                          "content=\"2031-05-14T08:00:00Z\"><style>p{}</style></head><body>"
                          "<h1>Talks</h1><p>&ldquo;It is <b>closed</b>,&rdquo; said Anna Berg on "
                          "Monday.</p><script>said()</script><p>Karl Holm&#8217;s office said it "
                          "wasn&rsquo;t.</p></body></html>");
    struct statements_found found = reading_of(page, NULL);
    CHECK_STR(
        row_of(&found),
        STR("Anna Berg d It is closed | Karl Holm\xe2\x80\x99s office r it wasn\xe2\x80\x99t"));
    REQUIRE(found.count == 2);
    CHECK_STR(found.items[0].date, STR("2031-05-12"));
    CHECK_INT(found.date_origin, REPORT_DATE_PAGE);
    CHECK_STR(str_slice(page, found.items[0].range.from, found.items[0].range.to),
              STR("It is <b>closed"));
}

TEST(what_nobody_was_found_for_is_listed)
{
    static const struct {
        const char *text;
        const char *unattributed; // NULL: nothing
    } rows[] = {
        {"\"The alliance is unshakable\", they said in a joint statement.",
         "The alliance is unshakable"},
        {"Karl Holm spoke first. Minister Ilia Dorn met reporters. \"The text is closed,\" he "
         "said.",
         "The text is closed,"},
        {"The door shut. \"nobody will sign this before the guns fall silent\" stood on the wall.",
         "nobody will sign this before the guns fall silent"},
        {"Karl Holm said the text was closed.", NULL},
        {"The \"Alfa Plan of May\" and the \"second text\" lie there.", "Alfa Plan of May"},
        {"The so-called \"red line\" is gone.", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct statements_found found = reading_of(str_of(rows[i].text), NULL);
        CHECK_INT(found.unattributed_count, rows[i].unattributed ? 1 : 0);
        if (found.unattributed_count > 0)
            CHECK_STR(found.unattributed[0].text, str_of(rows[i].unattributed));
    }
}

TESTS(TAP_ENTRY(each_form_of_attribution_gives_its_speaker_and_words),
      TAP_ENTRY(what_nobody_was_found_for_is_listed), TAP_ENTRY(a_place_has_its_whole_name),
      TAP_ENTRY(a_page_is_read_without_its_tags))
