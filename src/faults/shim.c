/*
 * Stands between the program and the C library (LD_PRELOAD). Two things can be asked of it:
 *
 * FAULTS_BELOW=DIR FAULTS_ARM=FILE: as long as FILE is there, calls that write to files below DIR are counted; the one
 * whose number is in the file fails with EIO, once. The number of calls so far is written to FILE.count.
 *
 * FAULTS_CLOCK=FILE: the time of day is so many seconds behind as stand in FILE.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static long counted;
static long armed_for;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static long number_in(const char *path) {
  int fd = REAL(open)(path, O_RDONLY);
  if (fd < 0) return 0;
  char text[32] = {0};
  ssize_t length = read(fd, text, sizeof text - 1);
  close(fd);
  return length > 0 ? atol(text) : 0;
}

static int is_below(const char *path) {
  const char *below = getenv("FAULTS_BELOW");
  return below && path && strncmp(path, below, strlen(below)) == 0;
}

/* Whether this call is the one that fails. */
static int fails(const char *path) {
  const char *arm = getenv("FAULTS_ARM");
  if (!arm || !is_below(path)) return 0;
  pthread_mutex_lock(&turn);
  long number = number_in(arm);
  if (number != armed_for) {
    armed_for = number;
    counted = 0;
  }
  int hit = 0;
  if (number > 0) {
    hit = ++counted == number;
    char path_of_count[4096], text[32];
    snprintf(path_of_count, sizeof path_of_count, "%s.count", arm);
    int fd = REAL(open)(path_of_count, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd >= 0) {
      int length = snprintf(text, sizeof text, "%ld", counted);
      if (REAL(write)(fd, text, length) < 0) hit = 0;
      close(fd);
    }
  }
  pthread_mutex_unlock(&turn);
  if (hit) errno = EIO;
  return hit;
}

static int fails_fd(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  int before = errno;
  int hit = fails(path);
  if (!hit) errno = before;
  return hit;
}

#define WITH_FD(type, name, parameters, ...) \
  type name parameters { \
    if (fails_fd(fd)) return -1; \
    return REAL(name)(__VA_ARGS__); \
  }

WITH_FD(ssize_t, write, (int fd, const void *bytes, size_t n), fd, bytes, n)
WITH_FD(ssize_t, writev, (int fd, const struct iovec *v, int n), fd, v, n)
WITH_FD(ssize_t, pwrite, (int fd, const void *bytes, size_t n, off_t at), fd, bytes, n, at)
WITH_FD(ssize_t, pwrite64, (int fd, const void *bytes, size_t n, off64_t at), fd, bytes, n, at)
WITH_FD(int, fsync, (int fd), fd)
WITH_FD(int, fdatasync, (int fd), fd)
WITH_FD(int, ftruncate, (int fd, off_t n), fd, n)
WITH_FD(int, ftruncate64, (int fd, off64_t n), fd, n)

static int opens(const char *path, int flags, va_list rest, const char *name) {
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  if ((flags & (O_WRONLY | O_RDWR | O_CREAT)) && fails(path)) return -1;
  int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name);
  return real(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int fd = opens(path, flags, rest, "open");
  va_end(rest);
  return fd;
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int fd = opens(path, flags, rest, "open64");
  va_end(rest);
  return fd;
}

int rename(const char *from, const char *to) {
  if (fails(from)) return -1;
  return REAL(rename)(from, to);
}

void *mmap(void *at, size_t n, int protection, int flags, int fd, off_t offset) {
  if (fd >= 0 && (protection & PROT_WRITE) && (flags & MAP_SHARED) && fails_fd(fd)) return MAP_FAILED;
  return REAL(mmap)(at, n, protection, flags, fd, offset);
}

void *mmap64(void *at, size_t n, int protection, int flags, int fd, off64_t offset) {
  if (fd >= 0 && (protection & PROT_WRITE) && (flags & MAP_SHARED) && fails_fd(fd)) return MAP_FAILED;
  return REAL(mmap64)(at, n, protection, flags, fd, offset);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = REAL(clock_gettime)(clock, time);
  const char *behind = getenv("FAULTS_CLOCK");
  if (result == 0 && clock == CLOCK_REALTIME && behind) time->tv_sec -= number_in(behind);
  return result;
}
