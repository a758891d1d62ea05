#!/bin/bash
# Several threads at once, over a program that watches them: nightly over one built with ThreadSanitizer, which takes
# minutes to build, and once more over the one with the other sanitisers, which knows what is read after it was given
# back; by day over the program as it is, where whoever waits for ever is found.
. "$(dirname "$0")/../gates/gate.sh"
cheap_passphrases
if "$ENTENTE" serve /nowhere 2>&1 | grep -q "built without the server"; then
    echo "1..0 # SKIP built without the server"
    exit 0
fi
echo 1..2
if [ -n "${ENTENTE_NIGHTLY:-}" ] && command -v clang >/dev/null; then
    [ -f build/threads/build.ninja ] || CC=clang meson setup build/threads -Db_sanitize=thread -Dtests=false >build/threads.log 2>&1 || cat build/threads.log
    ninja -C build/threads entente >build/threads.log 2>&1 || tail -n 20 build/threads.log
    export ENTENTE="$root/build/threads/entente" ENTENTE_SANITISED=1
    # No library is suppressed: they are not watched, and what they do with our memory has no race in it.
    unset LD_PRELOAD # it was built for a program that is not watched
fi
gate 1 "everything at once" python3 tests/serve/races.py "$(size 3 60)"
sanitised=$root/build/sanitised/entente
if [ -n "${ENTENTE_NIGHTLY:-}" ] && [ -x "$sanitised" ]; then
    unset LD_PRELOAD # the sanitisers' own library has to come before it
    # What is lost at the end is not looked for: a reader of foreign files may not do what that asks of the system.
    export ENTENTE=$sanitised ENTENTE_SANITISED=1 ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
    gate 2 "everything at once, and nothing is read that was given back" python3 tests/serve/races.py 60
else
    echo "ok 2 # SKIP at night, where there is a sanitised build"
fi
