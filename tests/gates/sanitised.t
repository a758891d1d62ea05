#!/bin/bash
# The whole program under the sanitisers, by the tests of the command line in their quick form: what one room gives
# back and another still reads shows only where both run. By day those that take a few seconds, at night all.
. "$(dirname "$0")/gate.sh"
[ -z "${ENTENTE_QUICK:-}" ] || { echo "1..0 # SKIP by --quick"; exit; }
program=$root/build/sanitised/entente
[ -x "$program" ] || { echo "1..0 # SKIP there is no sanitised build"; exit; }
# These preload a library, which the sanitisers' own has to come before.
preloaded=$(grep -lE 'cheap_passphrases|LD_PRELOAD' tests/cli/*.t)
long="bargain_pages brief case_acts case_flow computed counterparts direction faults fragments growth help hostile moved_on
    next odd_docx paragraph_numbers proofread_other_texts proofread_seeds redlines same_looks stacked struck tables timetable_plan"
chosen=()
for test in tests/cli/*.t; do
    name=$(basename "$test" .t)
    # library.t builds programs of its own and links them to the library as it is given away.
    [[ $preloaded == *"$test"* || $name == library ]] && continue
    [[ -z ${ENTENTE_NIGHTLY:-} && " ${long//$'\n'/ } " == *" $name "* ]] && continue
    chosen+=("$test")
done
echo "1..${#chosen[@]}"
unset ENTENTE_NIGHTLY
export ENTENTE=$program ENTENTE_QUICK=yes ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=1}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-halt_on_error=1:print_stacktrace=1}
number=0
for test in "${chosen[@]}"; do gate $((++number)) "$(basename "$test" .t)" prove --exec '' "$test"; done
