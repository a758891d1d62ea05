// SPDX-License-Identifier: Apache-2.0
// Spanish.
#include "proofreading/version_words.h"

static const struct version_value numbers[] = {
    {1, "uno un una"},
    {2, "dos"},
    {3, "tres"},
    {4, "cuatro"},
    {5, "cinco"},
    {6, "seis"},
    {7, "siete"},
    {8, "ocho"},
    {9, "nueve"},
    {10, "diez"},
    {11, "once"},
    {12, "doce"},
    {13, "trece"},
    {14, "catorce"},
    {15, "quince"},
    {16, "dieciséis"},
    {17, "diecisiete"},
    {18, "dieciocho"},
    {19, "diecinueve"},
    {20, "veinte"},
    {21, "veintiuno veintiún veintiuna"},
    {22, "veintidós"},
    {23, "veintitrés"},
    {24, "veinticuatro"},
    {25, "veinticinco"},
    {26, "veintiséis"},
    {27, "veintisiete"},
    {28, "veintiocho"},
    {29, "veintinueve"},
    {30, "treinta"},
    {40, "cuarenta"},
    {50, "cincuenta"},
    {60, "sesenta"},
    {70, "setenta"},
    {80, "ochenta"},
    {90, "noventa"},
    {100, "cien ciento"},
    {200, "doscientos doscientas"},
    {300, "trescientos trescientas"},
    {400, "cuatrocientos cuatrocientas"},
    {500, "quinientos quinientas"},
    {600, "seiscientos seiscientas"},
    {700, "setecientos setecientas"},
    {800, "ochocientos ochocientas"},
    {900, "novecientos novecientas"},
    {1000, "mil"},
    {1000000, "millón millones"},
    {1000000000, "millardo millardos"},
    {0, NULL},
};

static const struct version_value months[] = {
    {1, "enero"},    {2, "febrero"},    {3, "marzo"},
    {4, "abril"},    {5, "mayo"},       {6, "junio"},
    {7, "julio"},    {8, "agosto"},     {9, "septiembre setiembre"},
    {10, "octubre"}, {11, "noviembre"}, {12, "diciembre"},
    {0, NULL},
};

static const struct version_value ordinals[] = {
    {1, "primero primera"},
    {0, NULL},
};

static const struct version_name currencies[] = {
    {"EUR", "eur euro euros"},     {"USD", "usd dólar dólares"},  {"GBP", "gbp libra libras"},
    {"CHF", "chf franco francos"}, {"JPY", "jpy yen yenes"},      {"CNY", "cny yuan yuanes"},
    {"RUB", "rub rublo rublos"},   {"UAH", "uah grivna grivnas"}, {NULL, NULL},
};

static const struct version_name heads[] = {
    {"", "artículo"},  {"S", "sección"},  {"X", "anexo apéndice"},
    {"C", "cláusula"}, {"K", "capítulo"}, {NULL, NULL},
};

static const char *const percents[] = {"por ciento", "por cien", NULL};

const struct version_words version_words_spanish = {
    .numbers = numbers,
    .months = months,
    .ordinals = ordinals,
    .currencies = currencies,
    .heads = heads,
    .references = "artículo artículos sección secciones anexo anexos apéndice apéndices "
                  "cláusula cláusulas capítulo capítulos párrafo párrafos apartado "
                  "apartados punto puntos cuadro protocolo",
    .letter_references = "letra letras inciso",
    .percents = percents,
    .joints = "y",
    .point = ',',
};
