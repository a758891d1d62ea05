#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: ical.js 2.2.1 (npm), the calendar reader of Thunderbird; beside it rrule 2.8.1 (npm).
# One would guess: "FREQ=YEARLY;BYDAY=20MO", the twentieth Monday of the year and an example in RFC 5545,
#   gives one day a year, whichever library counts it; so does "the second Monday of the year" as
#   BYDAY=MO;BYSETPOS=2.
# It is so: ical.js gives every Monday from the first day on, week after week, without an error. Within a
#   month (FREQ=MONTHLY or BYMONTH=…) both forms are counted well, and so is the last Monday of the year,
#   BYDAY=-1MO. A yearly review clause becomes a weekly one. rrule gives one day a year.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 rrule@2.8.1 >/dev/null 2>&1
cat >say.mjs <<'JS'
import { readFileSync } from "fs";
import ICAL from "ical.js";
import rrule from "rrule";

for (const name of ["ical.js", "rrule"])
    console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
for (const [start, rule] of [
    ["2027-05-17", "FREQ=YEARLY;BYDAY=20MO"],
    ["2027-01-11", "FREQ=YEARLY;BYDAY=MO;BYSETPOS=2"],
    ["2027-12-27", "FREQ=YEARLY;BYDAY=-1MO"],
]) {
    const days = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
    const first = [1, 2, 3].map(() => String(days.next()));
    const set = rrule.rrulestr(`DTSTART:${start.replaceAll("-", "")}T000000Z\nRRULE:${rule}`);
    const second = set.all((day, i) => i < 3).map((day) => day.toISOString().slice(0, 10));
    console.log(`${rule}: ical.js ${first.join(" ")}; rrule ${second.join(" ")}`);
}
JS
saw=$(node say.mjs)
echo "$saw"
[ "$saw" = "ical.js 2.2.1
rrule 2.8.1
FREQ=YEARLY;BYDAY=20MO: ical.js 2027-05-17 2027-05-24 2027-05-31; rrule 2027-05-17 2028-05-15 2029-05-14
FREQ=YEARLY;BYDAY=MO;BYSETPOS=2: ical.js 2027-01-11 2027-01-18 2027-01-25; rrule 2027-01-11 2028-01-10 2029-01-08
FREQ=YEARLY;BYDAY=-1MO: ical.js 2027-12-27 2028-12-25 2029-12-31; rrule 2027-12-27 2028-12-25 2029-12-31" ]
