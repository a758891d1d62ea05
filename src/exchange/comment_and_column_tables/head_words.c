// SPDX-License-Identifier: Apache-2.0
#include "exchange/comment_and_column_tables/head_words.h"

#include "exchange/comment_and_column_tables/phrases.h"

static const struct {
    enum column_role role;
    enum phrase_extent extent;
    const char *phrases; // in lower case, parted by "|"; "*" at the end: however the word goes on
} heads[] = {
    {COLUMN_NUMBER, PHRASE_WHOLE,
     "row|rows|no|nr|n|n°|nº|№|#|line|number|row number|row no|ligne|numéro|numéro de ligne|no de "
     "ligne|zeile|nummer|zeilennummer|lfd nr|laufende nummer|fila|línea|número|núm|número de "
     "fila|рядок|номер|номер рядка|з п|№ з п|№ п п"},
    {COLUMN_POINT, PHRASE_WHOLE,
     "point|points|article|articles|provision|clause|paragraph|reference|place|article "
     "paragraph|article recital|disposition|référence|artikel|bestimmung|punkt|stelle|artículo|"
     "punto|disposición|referencia|пункт|стаття|положення|місце"},
    {COLUMN_DELEGATION, PHRASE_WHOLE,
     "delegation|delegations|party|member state|from|author|délégation|partie|état membre|auteur|"
     "mitgliedstaat|partei|delegación|parte|estado miembro|autor|делегація|сторона|автор|"
     "держава член"},
    {COLUMN_STATUS, PHRASE_WHOLE,
     "status|state|state of play|statut|état|stand|sachstand|estado|situación|статус|стан"},
    {COLUMN_BASE, PHRASE_WITHIN,
     "base|base text|basis|original text|original|current text|existing text|text of the "
     "proposal|commission proposal|proposal of the commission|presidency text|presidency proposal|"
     "presidency compromise text|draft text|chair s text|text|texte de base|texte initial|texte "
     "actuel|texte|proposition de la commission|texte de la présidence|projet de texte|"
     "ausgangstext|grundtext|basistext|ursprünglicher text|vorschlag der kommission|"
     "kommissionsvorschlag|text des vorsitzes|entwurf|texto de base|texto base|texto original|"
     "texto actual|texto|propuesta de la comisión|texto de la presidencia|базовий текст|вихідний "
     "текст|чинна редакція|чинний текст|початковий текст|текст проєкту|текст|пропозиція комісії|"
     "текст головування"},
    {COLUMN_SUGGESTION, PHRASE_WITHIN,
     "drafting suggestion*|drafting proposal*|drafting|suggestion*|suggested text|suggested "
     "wording|proposed amendment*|amendment*|proposed text|proposed wording|proposed change*|"
     "suggestion* de rédaction|suggestions rédactionnelles|propositions "
     "rédactionnelles|rédaction proposée|texte proposé|amendement*|formulierungsvorschl*|"
     "änderungsvorschl*|textvorschl*|redaktionsvorschl*|vorgeschlagener text|sugerencia*|"
     "sugerencias de redacción|propuesta de redacción|propuestas de redacción|redacción "
     "propuesta|texto propuesto|enmienda*|пропозиці*|пропозиції до тексту|редакційні "
     "пропозиції|запропонована редакція|пропонована редакція|запропонований текст|поправк*"},
    {COLUMN_COMMENT, PHRASE_WITHIN,
     "comment*|remark*|justification*|reason|reasons|explanation*|observation*|commentaire*|"
     "remarque*|bemerkung*|kommentar*|anmerkung*|begründung*|comentario*|observacion*|"
     "observación|justificación|коментар*|зауваж*|приміт*|обґрунтуван*"},
    {COLUMN_AGREED, PHRASE_WITHIN,
     "agreement|agreed|agreed text|draft agreement|provisional agreement|compromise|compromise "
     "text|compromise proposal|accord|accord provisoire|texte convenu|texte agréé|compromis|"
     "einigung|vorläufige einigung|vereinbarter text|vereinbarung|kompromiss|kompromisstext|"
     "acuerdo|acuerdo provisional|texto acordado|compromiso|домовленість|узгоджено|узгоджений "
     "текст|угода|попередня домовленість|компроміс*"},
};

enum column_role head_role(struct str head, struct arena *arena)
{
    struct str words = phrase_words(head, arena);
    enum column_role found = COLUMN_OTHER;
    size_t longest = 0;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct str phrases = str_of(heads[i].phrases);
        struct str phrase;
        while (str_cut(&phrases, '|', &phrase))
            if (phrase.length > longest && phrase_stands_in(words, phrase, heads[i].extent)) {
                longest = phrase.length;
                found = heads[i].role;
            }
    }
    return found;
}

enum cell_word cell_word_of(struct str words, struct arena *arena)
{
    enum { LONGEST = 60 };
    words = str_trim(words);
    if (words.length == 0 || words.length > LONGEST)
        return CELL_WORDING;
    struct str plain = phrase_words(words, arena);
    if (phrase_is_one_of(plain,
                         "deleted|delete|deletion|to be deleted|supprimé|à supprimer|suppression|"
                         "gestrichen|entfällt|streichen|suprimido|suprímase|supresión|вилучено|"
                         "вилучити|видалити"))
        return CELL_DELETED;
    if (phrase_is_one_of(plain,
                         "=|no change|no changes|unchanged|same|idem|sans changement|inchangé|"
                         "unverändert|keine änderung|sin cambios|без змін"))
        return CELL_SAME;
    return CELL_WORDING;
}

bool comment_is_reservation(struct str text, struct arena *arena)
{
    enum { LONGEST = 80 };
    text = str_trim(text);
    return text.length <= LONGEST &&
           phrase_is_one_of(
               phrase_words(text, arena),
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
