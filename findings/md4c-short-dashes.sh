#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: md4c 0.4.8 as Debian 12 packages it (libmd4c0 and libmd4c-html0 0.4.8-1), MD_DIALECT_GITHUB.
# One would guess: "|-|-|" or "|:-|-:|" below the head makes a table, as in GitHub's specification since
#   2017 (one dash a column is enough) and in cmark-gfm, markdown-it and remark.
# It is so: each column needs three signs, dashes or colons; with fewer the table is one paragraph full of
#   bars. "|:-:|:-:|" is enough, "|:-|-:|" is not, and one short column spoils all. Many editors set the
#   dashes as wide as the column, so a narrow column ("#") is what brings it about.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for package in libmd4c-dev libmd4c0 libmd4c-html0-dev libmd4c-html0; do
    apt-get download -q "$package=0.4.8-1" >/dev/null 2>&1
done
for package in *.deb; do dpkg-deb -x "$package" here; done
library=$(dirname "$(find here -name libmd4c.so)")
cat >say.c <<'C'
#include <md4c-html.h>
#include <stdio.h>
#include <string.h>
static void add(const MD_CHAR *bytes, MD_SIZE size, void *text)
{
    strncat(text, bytes, size);
}
int main(int count, char **dashes)
{
    for (int i = 1; i < count; i++) {
        char source[200];
        char page[2000] = "";
        snprintf(source, sizeof source, "| # | Fee |\n%s\n| 1 | 10 |\n", dashes[i]);
        md_html(source, (MD_SIZE)strlen(source), add, page, MD_DIALECT_GITHUB, 0);
        printf("%s %s\n", dashes[i], strstr(page, "<table>") != NULL ? "table" : "paragraph");
    }
    return 0;
}
C
cc -Ihere/usr/include say.c -o say -L"$library" -lmd4c-html -lmd4c
saw=$(LD_LIBRARY_PATH=$library ./say '|---|---|' '|:-:|:-:|' '|-|-|' '|--|--|' '|:-|-:|' '|-|-----|')
echo "md4c 0.4.8-1"
echo "$saw"
[ "$saw" = "|---|---| table
|:-:|:-:| table
|-|-| paragraph
|--|--| paragraph
|:-|-:| paragraph
|-|-----| paragraph" ]
