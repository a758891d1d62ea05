// SPDX-License-Identifier: Apache-2.0
// What Windows names otherwise or has not; put before every file of that build. Paths are UTF-8 with either
// slash and may be long, files are bytes, and a file that others hold open may be renamed and removed.

#ifndef ENTENTE_PLATFORM_WINDOWS_POSIX_H
#define ENTENTE_PLATFORM_WINDOWS_POSIX_H

#include <direct.h>
#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <limits.h>
#include <process.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#define O_CLOEXEC 0
#define O_NONBLOCK 0
#define O_DIRECTORY 0
#define O_NOFOLLOW 0
#define F_SETFL 4
#define S_IFLNK 0120000
#define S_ISLNK(mode) (((mode)&S_IFMT) == S_IFLNK)
#undef PATH_MAX
#define PATH_MAX 65536
#define SIGHUP 1
#define SIGQUIT 3
#define SIGALRM 14
#define SIG_BLOCK 0
#define SIG_SETMASK 2

// Signals do not wait here: none comes but Ctrl-C, which is heard in another thread.
typedef int sigset_t;
#define sigemptyset(set) ((void)(*(set) = 0))
#define sigaddset(set, number) ((void)(*(set) |= (number)))
#undef pthread_sigmask
#define pthread_sigmask(how, set, before) windows_sigmask((set), (before))
void windows_sigmask(const sigset_t *set, sigset_t *before);
// Of the alarm alone: it is heard in another thread, too.
#define signal(number, listener) windows_signal((number), (listener))
void (*windows_signal(int number, void (*listener)(int)))(int);
unsigned alarm(unsigned seconds);

struct windows_stat {
    uint64_t st_dev;
    uint64_t st_ino;
    unsigned st_mode;
    int64_t st_size;
};
int windows_stat(const char *path, struct windows_stat *status);
int windows_lstat(const char *path, struct windows_stat *status);
int windows_fstat(int descriptor, struct windows_stat *status);
int windows_open(const char *path, int flags, ...);
FILE *windows_fopen(const char *path, const char *how);
ssize_t windows_read(int descriptor, void *bytes, size_t count);
ssize_t windows_write(int descriptor, const void *bytes, size_t count);
int windows_fsync(int descriptor);
int windows_access(const char *path, int how);
int windows_unlink(const char *path);
int windows_rename(const char *from, const char *to);
int windows_link(const char *from, const char *to);
int windows_mkdir(const char *path, unsigned rights);
int windows_rmdir(const char *path);
ssize_t windows_readlink(const char *path, char *target, size_t room);
char *windows_realpath(const char *path, char *whole);
int windows_isatty(int descriptor);
struct tm *windows_gmtime_r(const time_t *moment, struct tm *day);
// Where the process ends in a fault, no report of it with its memory is made.
struct rlimit; // in sys/resource.h
int windows_setrlimit(int resource, const struct rlimit *limit);
void *memmem(const void *bytes, size_t count, const void *sought, size_t length);
void qsort_r(void *items, size_t count, size_t size,
             int (*compare)(const void *a, const void *b, void *context), void *context);

struct windows_entry {
    char d_name[1024];
};
struct windows_folder;
struct windows_folder *windows_opendir(const char *path);
struct windows_entry *windows_readdir(struct windows_folder *folder);
void windows_closedir(struct windows_folder *folder);

#undef DIR
#undef stat
#undef lstat
#undef fstat
#define stat windows_stat
#define lstat windows_lstat
#define fstat windows_fstat
#define open windows_open
#define fopen windows_fopen
#define read windows_read
#define write windows_write
#define fsync windows_fsync
#define access windows_access
#define unlink windows_unlink
#define rename windows_rename
#define link windows_link
#define mkdir(path, rights) windows_mkdir((path), (rights))
#define rmdir windows_rmdir
#define readlink windows_readlink
#define realpath windows_realpath
#define isatty windows_isatty
#define gmtime_r windows_gmtime_r
#define DIR struct windows_folder
#define dirent windows_entry
#define opendir windows_opendir
#define readdir windows_readdir
#define closedir windows_closedir
// Rights are those that the folder hands on.
#define chmod(path, rights) ((void)(path), (void)(rights), 0)
#define fchmod(descriptor, rights) ((void)(descriptor), (void)(rights), 0)
#define fcntl(descriptor, what, value) ((void)(descriptor), (void)(what), (void)(value), 0)
// io.h has functions under names of ours.
#define tell entente_tell
// The program itself; windows_start.c calls it with its words in UTF-8.
#define main entente_main
int entente_main(int count, char **words);

#endif
