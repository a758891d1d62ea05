#!/bin/bash
# Makes the files of format 1 that lie here, with a program that wrote that format: make.sh ENTENTE FOLDER
set -eu
cd "$2"
at() { echo "--now 2031-03-0$1T10:00:00Z --seed $(printf '%064d' "$1$2")"; }
printf 'good offices\n' >un.pass
printf 'open sesame\n' >ua.pass
printf '# Plan\n\n1. Troops leave within 30 days.\n\n2. Elections are held in spring.\n' >base.md
sed 's/30/60/' base.md >us.md
run() { "$entente" "$@"; }
entente=$1
run init talks.entente --title Talks --id talks $(at 1 01)
run party talks.entente UN --name UN --role mediator --passphrase-file un.pass $(at 1 02)
run party talks.entente UA --name UA --passphrase-file ua.pass $(at 1 03)
run party talks.entente US --name US $(at 1 04)
run party talks.entente G --members UA,US --name Group $(at 1 05)
run enter talks.entente document plan --set title=Plan $(at 2 01)
run submit talks.entente base.md --document plan --base $(at 2 02)
run submit talks.entente us.md --document plan --party US $(at 2 03)
run log talks.entente --checkpoint --as UN --passphrase-file un.pass --now 2031-03-02T11:00:00Z >/dev/null
run enter talks.entente note --set "text=for all the world" --readers public $(at 3 01)
run seal talks.entente us.md --id worth --as UA --passphrase-file ua.pass $(at 3 02)
run agree talks.entente plan/1 1 $(at 3 03)
run log talks.entente --checkpoint --as UA --passphrase-file ua.pass --now 2031-03-04T10:00:00Z >/dev/null
run log talks.entente --checkpoint --as UN --passphrase-file un.pass --now 2031-03-04T10:00:01Z >/dev/null
run export talks.entente --bundle --with-sealed -o talks.jsonl
run export talks.entente folder --with-sealed
rm -f base.md us.md un.pass ua.pass
