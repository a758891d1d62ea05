// SPDX-License-Identifier: Apache-2.0
// The functions of libmicrohttpd under their own names, from the library that is opened when a server starts:
// it brings along what TLS needs, which no other command shall wait for.
#include "serve/site.h"

#include "base/late_library.h"
#include "serve/library_late.h"

#include <stdarg.h>

// clang-format off
#define CALLED(each) \
    each(MHD_add_connection) each(MHD_add_response_header) each(MHD_create_post_processor) \
    each(MHD_create_response_from_buffer) each(MHD_create_response_from_callback) \
    each(MHD_create_response_from_fd) each(MHD_destroy_post_processor) each(MHD_destroy_response) \
    each(MHD_get_connection_info) each(MHD_get_connection_values) each(MHD_get_daemon_info) \
    each(MHD_get_timeout) each(MHD_lookup_connection_value) each(MHD_post_process) \
    each(MHD_queue_response) each(MHD_resume_connection) each(MHD_run) each(MHD_start_daemon_va) \
    each(MHD_stop_daemon) each(MHD_suspend_connection)
// clang-format on

#define DECLARE(name) __typeof__(name) *name##_;
static struct {
    CALLED(DECLARE)
} microhttpd;

#define PLACE(name) {#name, &microhttpd.name##_},
static const struct late_function functions[] = {CALLED(PLACE)};
static struct late_library library = {
    .file = "libmicrohttpd.so.12",
    .package = "libmicrohttpd12",
    .functions = functions,
    .count = sizeof functions / sizeof *functions,
    .lock = PTHREAD_MUTEX_INITIALIZER,
};

bool microhttpd_library_open(struct error *error)
{
    return late_library_open(&library, error);
}

enum MHD_Result MHD_add_connection(struct MHD_Daemon *daemon, MHD_socket client_socket,
                                   const struct sockaddr *addr, socklen_t addrlen)
{
    return microhttpd.MHD_add_connection_(daemon, client_socket, addr, addrlen);
}

enum MHD_Result MHD_add_response_header(struct MHD_Response *response, const char *header,
                                        const char *content)
{
    return microhttpd.MHD_add_response_header_(response, header, content);
}

struct MHD_PostProcessor *MHD_create_post_processor(struct MHD_Connection *connection,
                                                    size_t buffer_size, MHD_PostDataIterator iter,
                                                    void *iter_cls)
{
    return microhttpd.MHD_create_post_processor_(connection, buffer_size, iter, iter_cls);
}

struct MHD_Response *MHD_create_response_from_buffer(size_t size, void *buffer,
                                                     enum MHD_ResponseMemoryMode mode)
{
    return microhttpd.MHD_create_response_from_buffer_(size, buffer, mode);
}

struct MHD_Response *MHD_create_response_from_callback(uint64_t size, size_t block_size,
                                                       MHD_ContentReaderCallback crc, void *crc_cls,
                                                       MHD_ContentReaderFreeCallback crfc)
{
    return microhttpd.MHD_create_response_from_callback_(size, block_size, crc, crc_cls, crfc);
}

struct MHD_Response *MHD_create_response_from_fd(size_t size, int fd)
{
    return microhttpd.MHD_create_response_from_fd_(size, fd);
}

enum MHD_Result MHD_destroy_post_processor(struct MHD_PostProcessor *pp)
{
    return microhttpd.MHD_destroy_post_processor_(pp);
}

void MHD_destroy_response(struct MHD_Response *response)
{
    microhttpd.MHD_destroy_response_(response);
}

// Of its further arguments none is called for by what is asked here.
const union MHD_ConnectionInfo *MHD_get_connection_info(struct MHD_Connection *connection,
                                                        enum MHD_ConnectionInfoType info_type, ...)
{
    return microhttpd.MHD_get_connection_info_(connection, info_type);
}

int MHD_get_connection_values(struct MHD_Connection *connection, enum MHD_ValueKind kind,
                              MHD_KeyValueIterator iterator, void *iterator_cls)
{
    return microhttpd.MHD_get_connection_values_(connection, kind, iterator, iterator_cls);
}

// Of its further arguments none is called for by what is asked here.
const union MHD_DaemonInfo *MHD_get_daemon_info(struct MHD_Daemon *daemon,
                                                enum MHD_DaemonInfoType info_type, ...)
{
    return microhttpd.MHD_get_daemon_info_(daemon, info_type);
}

enum MHD_Result MHD_get_timeout(struct MHD_Daemon *daemon, MHD_UNSIGNED_LONG_LONG *timeout)
{
    return microhttpd.MHD_get_timeout_(daemon, timeout);
}

const char *MHD_lookup_connection_value(struct MHD_Connection *connection, enum MHD_ValueKind kind,
                                        const char *key)
{
    return microhttpd.MHD_lookup_connection_value_(connection, kind, key);
}

enum MHD_Result MHD_post_process(struct MHD_PostProcessor *pp, const char *post_data,
                                 size_t post_data_len)
{
    return microhttpd.MHD_post_process_(pp, post_data, post_data_len);
}

enum MHD_Result MHD_queue_response(struct MHD_Connection *connection, unsigned int status_code,
                                   struct MHD_Response *response)
{
    return microhttpd.MHD_queue_response_(connection, status_code, response);
}

void MHD_resume_connection(struct MHD_Connection *connection)
{
    microhttpd.MHD_resume_connection_(connection);
}

enum MHD_Result MHD_run(struct MHD_Daemon *daemon)
{
    return microhttpd.MHD_run_(daemon);
}

struct MHD_Daemon *MHD_start_daemon(unsigned int flags, uint16_t port, MHD_AcceptPolicyCallback apc,
                                    void *apc_cls, MHD_AccessHandlerCallback dh, void *dh_cls, ...)
{
    va_list more;
    va_start(more, dh_cls);
    struct MHD_Daemon *daemon =
        microhttpd.MHD_start_daemon_va_(flags, port, apc, apc_cls, dh, dh_cls, more);
    va_end(more);
    return daemon;
}

void MHD_stop_daemon(struct MHD_Daemon *daemon)
{
    microhttpd.MHD_stop_daemon_(daemon);
}

void MHD_suspend_connection(struct MHD_Connection *connection)
{
    microhttpd.MHD_suspend_connection_(connection);
}
