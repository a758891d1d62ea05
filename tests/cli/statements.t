#!/bin/bash
# entente statements on annotated reports: our own, and the shared one where it is at hand; other forms of
# files; the way of a statement into a case.
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root" || exit 1
ENTENTE=$(realpath "${ENTENTE:-build/gcc/entente}")
shared=${ENTENTE_SHARED:-../shared}/data/statements
least='found=0.99,true=0.99,speaker=0.99,form=0.99,quotation=0.99,position=1,date=1,place=1,capacity=0.99'
least+=',addressee=1,channel=1,person=0.99,role=0.99,meeting=1,document=1,report date=1'
score() { python3 tests/statements/score_statements.py "$ENTENTE" "$@" "--at-least=$least"; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
number=0
report() { # name, command…
    local name=$1 verdict=ok
    shift
    number=$((number + 1))
    output=$("$@" 2>&1) || verdict="not ok"
    printf '%s\n' "$output" | sed 's/^/# /'
    echo "$verdict $number - $name"
}
read_json() { "$ENTENTE" statements --json "$@" 2>"$work/notes"; }
is_true() { # jq condition, file…
    local condition=$1
    shift
    read_json "$@" | jq -e "$condition"
}

report "our own annotated reports" score tests/statements/annotated/*.json
if [ -d "$shared" ]; then
    report "the shared report" score tests/statements/annotated/shared/*.json "--texts=$shared"
else
    number=$((number + 1))
    echo "ok $number - the shared report # SKIP no ../shared"
fi

report "the blind reports, after what failed in them was mended" python3 tests/statements/score_statements.py "$ENTENTE" \
    tests/statements/blind/1/*.json --at-least=found=0.95,true=0.95,speaker=0.96

printf 'Anna Berg said \xff.\n' >"$work/broken.txt"
refused() { "$ENTENTE" statements "$1"; [ $? -eq 2 ]; }
report "broken UTF-8 is refused" refused "$work/broken.txt"

printf 'On Saturday Anna Berg said the text was closed.\n' >"$work/undated.txt"
says_so() {
    read_json "$work/undated.txt" | jq -e '.reports[0] == {file: $file, date: null, date_from: "unknown", author: null}
        and (.notes | length == 1) and .statements[0].date == null' --arg file "$work/undated.txt" &&
        grep -q "date is not known" "$work/notes"
}
report "a report without a date says so" says_so
report "--date gives it" is_true '.statements[0].date == "2027-12-18" and .notes == []
    and .reports[0].date_from == "given"' "$work/undated.txt" --date 2027-12-22

cat >"$work/page.html" <<'PAGE'
<!doctype html><html><head><title>x</title><meta property="article:published_time" content="2027-12-22T07:00:00Z"></head>
<body><p>&#8220;The text is <em>closed</em>,&#8221; said Anna Berg on Saturday.</p></body></html>
PAGE
report "a web page is read as its text, with its date" is_true '.statements[0] | .text == "The text is closed"
    and .date == "2027-12-18"' "$work/page.html"

cat >"$work/notes.md" <<'NOTES'
# Talks

*22 December 2027*

- **Anna Berg** said on Saturday that the text was *closed*.

> "It stays closed," Karl Holm told reporters.
NOTES
report "Markdown is read without its marks" is_true '[.statements[] | .speaker + ": " + .date] ==
    ["Anna Berg: 2027-12-18", "Karl Holm: "]' "$work/notes.md"

make_docx() {
    python3 - "$1" <<'PYTHON'
import sys
import zipfile
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
with zipfile.ZipFile(sys.argv[1], "w") as package:
    package.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                     '<Default Extension="xml" ContentType="application/xml"/>'
                     '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                     '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
                     '.wordprocessingml.document.main+xml"/></Types>')
    package.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                     '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                     'officeDocument" Target="word/document.xml"/></Relationships>')
    package.writestr("docProps/core.xml", '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/'
                     'metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/">'
                     '<dcterms:created>2027-12-22T08:00:00Z</dcterms:created></c:coreProperties>')
    lines = ["Talks", "On Saturday Anna Berg said the text was closed.", "“It stays closed,” Karl Holm said."]
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    package.writestr("word/document.xml", f"<w:document {W}><w:body>{paragraphs}</w:body></w:document>")
PYTHON
}
make_docx "$work/report.docx"
report "a .docx gives its words and, for want of a better one, its own date" is_true '.reports[0].date_from ==
    "file properties" and [.statements[] | .speaker + " " + .form] == ["Anna Berg reported", "Karl Holm direct"]
    and .statements[0].date == "2027-12-18"' "$work/report.docx"

# docs/statements.md shows this way; only what a person let stand goes in.
into_a_case() {
    cd "$work" || return 1
    cp "$root/tests/statements/annotated/river.txt" river.txt
    "$ENTENTE" init talks.entente --title "River talks" --id river &&
        "$ENTENTE" statements river.txt --proposal -o proposal.json &&
        jq 'map(select(.speaker == "Kemal Aydin"))' proposal.json >confirmed.json &&
        "$ENTENTE" statement talks.entente confirmed.json &&
        "$ENTENTE" show talks.entente statements --json >entered.json &&
        jq -e 'length == 2 and .[0].speaker == "Kemal Aydin" and .[0].capacity == "Turkey'"'"'s chief negotiator"
            and .[0].addressee == "reporters" and (.[0].quote | startswith("We came with a paper"))
            and .[0].source.title == "river.txt:7:2"' entered.json &&
        "$ENTENTE" verify talks.entente
}
report "a proposal, looked through, enters a case" into_a_case
nothing_recorded() { cd "$work" && before=$(sha256sum talks.entente) && read_json river.txt >/dev/null && [ "$before" = "$(sha256sum talks.entente)" ]; }
report "reading alone records nothing" nothing_recorded
report "a pipe does it too" bash -c "cd '$work' && '$ENTENTE' statements river.txt --proposal | '$ENTENTE' statement talks.entente -"
echo "1..$number"
