#!/bin/bash
# The picture, the page and the calendar file of a timetable, read by other programs.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..4
for form in svg html ics csv; do
    "$ENTENTE" timetable tests/cases/timetable/package-2015-demand.yaml -o "$folder/t.$form" 2>/dev/null
done
calendar() {
    /usr/bin/python3 - "$folder/t.ics" <<'PYTHON'
import sys
import icalendar
tasks = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read()).walk("VTODO")
assert len(tasks) == 8, len(tasks)
assert not any(task.errors for task in tasks)
import datetime
due = {str(task["SUMMARY"]): task["DUE"].dt.isoformat() for task in tasks if "DUE" in task}
assert due["resolution"] == "2015-03-14", due
for task in tasks:
    if "DUE" in task and "DTSTART" in task:
        assert type(task["DUE"].dt) is type(task["DTSTART"].dt) and task["DUE"].dt > task["DTSTART"].dt
# Each step with a last day stands in calendars that know no tasks, as a whole day.
days = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read()).walk("VEVENT")
assert len(days) == len(due), (len(days), len(due))
for day in days:
    assert type(day["DTSTART"].dt) is datetime.date
    assert day["DTEND"].dt == day["DTSTART"].dt + datetime.timedelta(days=1)
    assert due[str(day["SUMMARY"]).removeprefix("Last day: ")] == day["DTSTART"].dt.isoformat()
border = next(task for task in tasks if task["SUMMARY"] == "Full control of the border")
kinds = {relation.params["RELTYPE"] for relation in border["RELATED-TO"]}
assert kinds == {"FINISHTOSTART", "FINISHTOFINISH"}, kinds
uids = {str(task["UID"]) for task in tasks}
assert len(uids | {str(day["UID"]) for day in days}) == len(tasks) + len(days)
for task in tasks:
    relations = task.get("RELATED-TO", [])
    for relation in relations if isinstance(relations, list) else [relations]:
        assert str(relation) in uids
PYTHON
}
gate 1 "an independent library reads the calendar file" calendar
gate 2 "the picture is well-formed XML" xmllint --noout "$folder/t.svg"
page() { grep -q "! in dispute" "$folder/t.html" && grep -q "full control of the border before" "$folder/t.html"; }
gate 3 "the page names what is in dispute" page
table() {
    /usr/bin/python3 - "$folder/t.csv" <<'PYTHON'
import csv
import sys
rows = list(csv.DictReader(open(sys.argv[1], newline="")))
assert len(rows) == 8
assert sum(row["in_dispute"] == "yes" for row in rows) == 2
PYTHON
}
gate 4 "the table is read as CSV" table
