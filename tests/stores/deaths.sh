#!/bin/bash
# deaths.sh ROOM PG_CTL AS… HOW: lets the server of postgresql.sh die, and starts it again.
#   kill-one      one of the processes that serve somebody; the server then throws out everybody
#   kill-all      every process of it
#   stop-at-once  as an administrator in haste does
room=$1 program=$2
shift 2
as=("${@:1:$#-1}")
how=${*: -1}
cd "$room" || exit 1
server=$(head -n 1 "$room/data/postmaster.pid")
processes() { cat "/proc/$server/task/$server/children"; }
control() { "${as[@]}" "$program" -D "$room/data" -l "$room/data/server.log" "$@" >/dev/null 2>&1; }
case $how in
kill-one)
    for process in $(processes); do
        tr '\0' ' ' <"/proc/$process/cmdline" 2>/dev/null | grep -q '^postgres: tests postgres' && serving="${serving:-} $process"
    done
    victim=$(printf '%s\n' ${serving:-} | shuf -n 1)
    [ -z "$victim" ] || kill -9 "$victim"
    exit
    ;;
kill-all) kill -9 "$server" $(processes) 2>/dev/null ;;
stop-at-once) control -m immediate -w stop ;;
*) exit 2 ;;
esac
# What the dead held of the machine is free a little later.
for _ in $(seq 100); do
    control -w start && exit
    sleep 0.05
done
exit 1
