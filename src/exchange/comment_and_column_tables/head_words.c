// SPDX-License-Identifier: Apache-2.0
#include "exchange/comment_and_column_tables/head_words.h"

#include "base/builder.h"
#include "base/utf8.h"

// How much of a head the phrase must be.
enum phrase_extent { WHOLE, WITHIN };

static const struct {
    enum column_role role;
    enum phrase_extent extent;
    const char *phrases; // in lower case, parted by "|"; "*" at the end: however the word goes on
} heads[] = {
    {COLUMN_NUMBER, WHOLE,
     "row|rows|no|nr|n|n°|nº|№|#|line|number|row number|row no|ligne|numéro|numéro de ligne|no de "
     "ligne|zeile|nummer|zeilennummer|lfd nr|laufende nummer|fila|línea|número|núm|número de "
     "fila|рядок|номер|номер рядка|з п|№ з п|№ п п"},
    {COLUMN_POINT, WHOLE,
     "point|points|article|articles|provision|clause|paragraph|reference|place|article "
     "paragraph|article recital|disposition|référence|artikel|bestimmung|punkt|stelle|artículo|"
     "punto|disposición|referencia|пункт|стаття|положення|місце"},
    {COLUMN_DELEGATION, WHOLE,
     "delegation|delegations|party|member state|from|author|délégation|partie|état membre|auteur|"
     "mitgliedstaat|partei|delegación|parte|estado miembro|autor|делегація|сторона|автор|"
     "держава член"},
    {COLUMN_STATUS, WHOLE,
     "status|state|state of play|statut|état|stand|sachstand|estado|situación|статус|стан"},
    {COLUMN_BASE, WITHIN,
     "base|base text|basis|original text|original|current text|existing text|text of the "
     "proposal|commission proposal|proposal of the commission|presidency text|presidency proposal|"
     "presidency compromise text|draft text|chair s text|text|texte de base|texte initial|texte "
     "actuel|texte|proposition de la commission|texte de la présidence|projet de texte|"
     "ausgangstext|grundtext|basistext|ursprünglicher text|vorschlag der kommission|"
     "kommissionsvorschlag|text des vorsitzes|entwurf|texto de base|texto base|texto original|"
     "texto actual|texto|propuesta de la comisión|texto de la presidencia|базовий текст|вихідний "
     "текст|чинна редакція|чинний текст|початковий текст|текст проєкту|текст|пропозиція комісії|"
     "текст головування"},
    {COLUMN_SUGGESTION, WITHIN,
     "drafting suggestion*|drafting proposal*|drafting|suggestion*|suggested text|suggested "
     "wording|proposed amendment*|amendment*|proposed text|proposed wording|proposed change*|"
     "suggestion* de rédaction|suggestions rédactionnelles|propositions "
     "rédactionnelles|rédaction proposée|texte proposé|amendement*|formulierungsvorschl*|"
     "änderungsvorschl*|textvorschl*|redaktionsvorschl*|vorgeschlagener text|sugerencia*|"
     "sugerencias de redacción|propuesta de redacción|propuestas de redacción|redacción "
     "propuesta|texto propuesto|enmienda*|пропозиці*|пропозиції до тексту|редакційні "
     "пропозиції|запропонована редакція|пропонована редакція|запропонований текст|поправк*"},
    {COLUMN_COMMENT, WITHIN,
     "comment*|remark*|justification*|reason|reasons|explanation*|observation*|commentaire*|"
     "remarque*|bemerkung*|kommentar*|anmerkung*|begründung*|comentario*|observacion*|"
     "observación|justificación|коментар*|зауваж*|приміт*|обґрунтуван*"},
    {COLUMN_AGREED, WITHIN,
     "agreement|agreed|agreed text|draft agreement|provisional agreement|compromise|compromise "
     "text|compromise proposal|accord|accord provisoire|texte convenu|texte agréé|compromis|"
     "einigung|vorläufige einigung|vereinbarter text|vereinbarung|kompromiss|kompromisstext|"
     "acuerdo|acuerdo provisional|texto acordado|compromiso|домовленість|узгоджено|узгоджений "
     "текст|угода|попередня домовленість|компроміс*"},
};

// Words in lower case with one blank between two and at either end.
static struct str plain_words(struct str text, struct arena *arena)
{
    struct builder out = builder_make(arena);
    char bytes[UTF8_MAX];
    bool is_in_word = false;
    builder_add_byte(&out, ' ');
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t letter = utf8_at(text, at, &length);
        bool is_sign =
            letter == '#' || letter == '=' || letter == 0xB0 || letter == 0xBA || letter == 0x2116;
        if (is_sign || utf8_is_letter(letter) || utf8_is_digit(letter)) {
            size_t written = utf8_encode(utf8_lower(letter), bytes);
            builder_add(&out, (struct str){bytes, written});
            is_in_word = true;
        } else if (is_in_word) {
            builder_add_byte(&out, ' ');
            is_in_word = false;
        }
    }
    if (is_in_word)
        builder_add_byte(&out, ' ');
    return builder_str(&out);
}

// Does the phrase stand among the words, which have a blank at either end?
static bool stands_in(struct str words, struct str phrase, enum phrase_extent extent)
{
    bool goes_on = str_ends_with(phrase, STR("*"));
    struct str rest = words;
    phrase.length -= goes_on;
    if (extent == WHOLE)
        return words.length == phrase.length + 2 &&
               str_equal(str_slice(words, 1, words.length - 1), phrase);
    for (size_t at = str_find(rest, phrase); at < rest.length; at = str_find(rest, phrase)) {
        bool is_word_start = at > 0 && rest.bytes[at - 1] == ' ';
        rest = str_skip(rest, at + phrase.length);
        if (is_word_start && (goes_on || str_starts_with(rest, STR(" "))))
            return true;
    }
    return false;
}

enum column_role head_role(struct str head, struct arena *arena)
{
    struct str words = plain_words(head, arena);
    enum column_role found = COLUMN_OTHER;
    size_t longest = 0;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct str phrases = str_of(heads[i].phrases);
        struct str phrase;
        while (str_cut(&phrases, '|', &phrase))
            if (phrase.length > longest && stands_in(words, phrase, heads[i].extent)) {
                longest = phrase.length;
                found = heads[i].role;
            }
    }
    return found;
}

static bool is_one_of(struct str words, const char *phrases)
{
    struct str rest = str_of(phrases);
    struct str phrase;
    while (str_cut(&rest, '|', &phrase))
        if (stands_in(words, phrase, WHOLE))
            return true;
    return false;
}

enum cell_word cell_word_of(struct str words, struct arena *arena)
{
    enum { LONGEST = 60 };
    words = str_trim(words);
    if (words.length == 0 || words.length > LONGEST)
        return CELL_WORDING;
    struct str plain = plain_words(words, arena);
    if (is_one_of(plain, "deleted|delete|deletion|to be deleted|supprimé|à supprimer|suppression|"
                         "gestrichen|entfällt|streichen|suprimido|suprímase|supresión|вилучено|"
                         "вилучити|видалити"))
        return CELL_DELETED;
    if (is_one_of(plain, "=|no change|no changes|unchanged|same|idem|sans changement|inchangé|"
                         "unverändert|keine änderung|sin cambios|без змін"))
        return CELL_SAME;
    return CELL_WORDING;
}

bool comment_is_reservation(struct str text, struct arena *arena)
{
    enum { LONGEST = 80 };
    text = str_trim(text);
    return text.length <= LONGEST &&
           is_one_of(plain_words(text, arena),
                     "reservation|reserve|scrutiny reservation|general scrutiny "
                     "reservation|parliamentary reservation|"
                     "parliamentary scrutiny reservation|réserve|réserve d examen|réserve générale "
                     "d examen|réserve "
                     "parlementaire|vorbehalt|prüfvorbehalt|allgemeiner "
                     "prüfvorbehalt|parlamentsvorbehalt|reserva|reserva "
                     "de examen|reserva general de examen|reserva "
                     "parlamentaria|застереження|застереження щодо "
                     "вивчення|загальне застереження щодо вивчення|парламентське застереження");
}
