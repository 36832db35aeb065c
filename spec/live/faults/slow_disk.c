/* A disk that takes longer: preloaded into a server, it lets each fdatasync and fsync take so many microseconds more as the file
 * SLOW_DISK_DELAY says at that moment (one uint32_t, in the machine's byte order). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static volatile const uint32_t *delay;

__attribute__((constructor)) static void look_up(void) {
	const char *path = getenv("SLOW_DISK_DELAY");
	int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
	if (file < 0) return;
	void *page = mmap(NULL, sizeof *delay, PROT_READ, MAP_SHARED, file, 0);
	if (page != MAP_FAILED) delay = page;
	close(file);
}

static int then_wait(int result) {
	if (delay && *delay > 0) {
		int error = errno;
		struct timespec time = { *delay / 1000000, *delay % 1000000 * 1000L };
		while (nanosleep(&time, &time) < 0 && errno == EINTR) {}
		errno = error;
	}
	return result;
}

int fdatasync(int file) {
	static int (*real)(int);
	if (!real) real = (int (*)(int)) dlsym(RTLD_NEXT, "fdatasync");
	return then_wait(real(file));
}

int fsync(int file) {
	static int (*real)(int);
	if (!real) real = (int (*)(int)) dlsym(RTLD_NEXT, "fsync");
	return then_wait(real(file));
}
