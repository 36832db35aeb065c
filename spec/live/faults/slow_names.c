/* A name server that does not answer: preloaded into a server, it lets whoever looks up a name that ends with ".silent" wait for 4 seconds. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netdb.h>
#include <string.h>
#include <unistd.h>

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
	static int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
	if (!real) real = (int (*)(const char *, const char *, const struct addrinfo *, struct addrinfo **)) dlsym(RTLD_NEXT, "getaddrinfo");
	size_t length = name ? strlen(name) : 0;
	if (length >= 7 && strcmp(name + length - 7, ".silent") == 0) {
		sleep(4);
		return EAI_AGAIN;
	}
	return real(name, service, hints, found);
}
