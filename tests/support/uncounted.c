// SPDX-License-Identifier: Apache-2.0
// Linked into a program that was built to count what it runs and is not asked what it has counted:
// each file's constructor hands its counters to this function in place of clang's own, which would
// write them at the end.
typedef void counters(void);
void __wrap_llvm_gcov_init(counters *write, counters *forget);

void __wrap_llvm_gcov_init(counters *write, counters *forget)
{
    (void)write;
    (void)forget;
}
