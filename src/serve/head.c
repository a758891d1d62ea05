// SPDX-License-Identifier: Apache-2.0
// A head is
//
//     METHOD SP TARGET SP HTTP/1.1 CR LF
//     NAME ":" OWS VALUE OWS CR LF      (RFC 9112, 5; any number)
//     CR LF
#include "serve/head.h"

static bool refuse(struct head_refusal *refusal, int status, const char *why)
{
    *refusal = (struct head_refusal){status, why};
    return false;
}

size_t head_end(struct str bytes)
{
    size_t at = str_find(bytes, STR("\r\n\r\n"));
    return at < bytes.length ? at + 4 : 0;
}

// --- Characters

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// RFC 9110, 5.6.2
static bool is_token(struct str s)
{
    for (size_t i = 0; i < s.length; i++)
        if (!is_letter(s.bytes[i]) && !is_digit(s.bytes[i]) &&
            (s.bytes[i] == '\0' || !strchr("!#$%&'*+-.^_`|~", s.bytes[i])))
            return false;
    return s.length > 0;
}

// A field's value: what can be seen, blanks, and bytes above ASCII, which nothing here reads.
static bool is_value(struct str s)
{
    for (size_t i = 0; i < s.length; i++)
        if (((unsigned char)s.bytes[i] < 0x20 && s.bytes[i] != '\t') || s.bytes[i] == 0x7f)
            return false;
    return true;
}

static int hex_value(char c)
{
    if (is_digit(c))
        return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// --- The target

// Of what is escaped in a path nothing may change how the path is parted, or end it.
static bool is_escape(struct str s, size_t at)
{
    if (at + 2 >= s.length || hex_value(s.bytes[at + 1]) < 0 || hex_value(s.bytes[at + 2]) < 0)
        return false;
    int byte = hex_value(s.bytes[at + 1]) * 16 + hex_value(s.bytes[at + 2]);
    return byte >= 0x20 && byte != 0x7f;
}

static bool has_good_bytes(struct str s, const char *marks)
{
    for (size_t i = 0; i < s.length; i++) {
        if (s.bytes[i] == '%') {
            if (!is_escape(s, i))
                return false;
            i += 2;
        } else if (!is_letter(s.bytes[i]) && !is_digit(s.bytes[i]) &&
                   (s.bytes[i] == '\0' || !strchr(marks, s.bytes[i]))) {
            return false;
        }
    }
    return true;
}

// Nothing is read in two ways: no escaped slash, backslash, dot or percent sign, no empty and no dotted part.
static bool has_good_parts(struct str path)
{
    static const char *const twofold[] = {"%2f", "%5c", "%2e", "%25"};
    for (size_t i = 0; i < sizeof twofold / sizeof *twofold; i++)
        if (str_contains_ignoring_case(path, str_of(twofold[i])))
            return false;
    struct str rest = str_skip(path, 1);
    struct str part;
    while (str_cut(&rest, '/', &part))
        if (part.length == 0 || str_equal(part, STR(".")) || str_equal(part, STR("..")))
            return false;
    return path.length == 1 || path.bytes[path.length - 1] != '/';
}

static bool target_read(struct str target, struct head *head, struct head_refusal *refusal)
{
    if (target.length > HEAD_TARGET_MAX)
        return refuse(refusal, 414, "the address is too long");
    size_t query = str_find_byte(target, '?');
    struct str path = str_slice(target, 0, query);
    if (path.length == 0 || path.bytes[0] != '/')
        return refuse(refusal, 400, "an address begins with a slash");
    if (!has_good_bytes(path, "-._~!$&'()*+,;=:@/") || !has_good_parts(path) ||
        !has_good_bytes(str_skip(target, query), "-._~!$&'()*+,;=:@/?"))
        return refuse(refusal, 400, "the address is not written as an address is");
    head->target = target;
    return true;
}

// --- The request line

static bool method_read(struct str name, struct head *head, struct head_refusal *refusal)
{
    static const struct str known[] = {STR_INIT("GET"), STR_INIT("HEAD"), STR_INIT("POST")};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_equal(name, known[i])) {
            head->method = (enum head_method)i;
            return true;
        }
    if (!is_token(name))
        return refuse(refusal, 400, "the request does not begin with a method");
    return refuse(refusal, 501, "only GET, HEAD and POST are known here");
}

static bool line_read(struct str line, struct head *head, struct head_refusal *refusal)
{
    size_t first = str_find_byte(line, ' ');
    struct str rest = str_skip(line, first + 1);
    size_t second = str_find_byte(rest, ' ');
    if (first >= line.length || second >= rest.length)
        return refuse(refusal, 400, "a request line has three parts with one blank between them");
    struct str version = str_skip(rest, second + 1);
    if (!str_equal(version, STR("HTTP/1.1"))) {
        bool is_version = version.length == 8 && str_starts_with(version, STR("HTTP/")) &&
                          is_digit(version.bytes[5]) && version.bytes[6] == '.' &&
                          is_digit(version.bytes[7]);
        return is_version ? refuse(refusal, 505, "only HTTP/1.1 is spoken here")
                          : refuse(refusal, 400, "a request line ends with HTTP/1.1");
    }
    return method_read(str_slice(line, 0, first), head, refusal) &&
           target_read(str_slice(rest, 0, second), head, refusal);
}

// --- Fields

struct head_reading {
    struct head *head;
    bool has_coding; // a Transfer-Encoding
    bool has_host;
    struct str coding;
};

struct head_field {
    const char *name;
    size_t offset; // of its view in struct head
};

static const struct head_field known_fields[] = {
    {"host", offsetof(struct head, host)},
    {"origin", offsetof(struct head, origin)},
    {"sec-fetch-site", offsetof(struct head, fetch_site)},
    {"sec-fetch-mode", offsetof(struct head, fetch_mode)},
    {"content-type", offsetof(struct head, content_type)},
    {"cookie", offsetof(struct head, cookie)},
    {"authorization", offsetof(struct head, authorization)},
    {"accept", offsetof(struct head, accept)},
    {"if-none-match", offsetof(struct head, if_none_match)},
    {"x-real-ip", offsetof(struct head, forwarded_for)},
};

static bool length_read(struct str value, struct head *head, struct head_refusal *refusal)
{
    if (head->has_content_length)
        return refuse(refusal, 400, "Content-Length stands twice");
    if (value.length == 0)
        return refuse(refusal, 400, "Content-Length is no number");
    for (size_t i = 0; i < value.length; i++) {
        if (!is_digit(value.bytes[i]))
            return refuse(refusal, 400, "Content-Length is no number");
        if (i >= 15)
            return refuse(refusal, 413, "the body is too large");
        head->content_length =
            head->content_length * 10 + (uint64_t)(unsigned char)(value.bytes[i] - '0');
    }
    if (value.length > 1 && value.bytes[0] == '0')
        return refuse(refusal, 400, "Content-Length begins with a zero");
    head->has_content_length = true;
    return true;
}

// Fields that frame the request. *is_framing says whether it was one.
static bool framing_read(struct str name, struct str value, struct head_reading *reading,
                         bool *is_framing, struct head_refusal *refusal)
{
    struct head *head = reading->head;
    *is_framing = true;
    if (str_equal_ignoring_case(name, STR("content-length")))
        return length_read(value, head, refusal);
    if (str_equal_ignoring_case(name, STR("transfer-encoding"))) {
        if (reading->has_coding)
            return refuse(refusal, 400, "Transfer-Encoding stands twice");
        reading->has_coding = true;
        reading->coding = value;
        return true;
    }
    if (str_equal_ignoring_case(name, STR("expect"))) {
        if (head->expects_continue || !str_equal_ignoring_case(value, STR("100-continue")))
            return refuse(refusal, 417, "only 100-continue can be expected, once");
        head->expects_continue = true;
        return true;
    }
    if (str_equal_ignoring_case(name, STR("connection"))) {
        head->is_last = head->is_last || str_contains_ignoring_case(value, STR("close"));
        return true;
    }
    *is_framing = false;
    return true;
}

static bool known_read(struct str name, struct str value, struct head_reading *reading,
                       struct head_refusal *refusal)
{
    for (size_t i = 0; i < sizeof known_fields / sizeof *known_fields; i++) {
        if (!str_equal_ignoring_case(name, str_of(known_fields[i].name)))
            continue;
        struct str *view = (struct str *)(void *)((char *)reading->head + known_fields[i].offset);
        if (view->bytes)
            return refuse(refusal, 400, "a field that may stand once stands twice");
        *view = value.length > 0 ? value : STR("");
        return true;
    }
    return true;
}

static bool field_read(struct str line, struct head_reading *reading, struct head_refusal *refusal)
{
    size_t colon = str_find_byte(line, ':');
    struct str name = str_slice(line, 0, colon);
    struct str value = str_skip(line, colon + 1);
    bool is_framing;
    if (line.bytes[0] == ' ' || line.bytes[0] == '\t')
        return refuse(refusal, 400, "a field is folded over two lines");
    if (colon >= line.length || !is_token(name))
        return refuse(refusal, 400, "a field has no name with a colon right behind it");
    if (!is_value(value))
        return refuse(refusal, 400, "a field holds a control character");
    while (value.length > 0 && (value.bytes[0] == ' ' || value.bytes[0] == '\t'))
        value = str_skip(value, 1);
    while (value.length > 0 &&
           (value.bytes[value.length - 1] == ' ' || value.bytes[value.length - 1] == '\t'))
        value.length--;
    return framing_read(name, value, reading, &is_framing, refusal) &&
           (is_framing || known_read(name, value, reading, refusal));
}

// What the fields say together.
static bool framing_holds(const struct head_reading *reading, struct head_refusal *refusal)
{
    const struct head *head = reading->head;
    if (!head->host.bytes || head->host.length == 0)
        return refuse(refusal, 400, "the request names no host");
    if (reading->has_coding && head->has_content_length)
        return refuse(refusal, 400, "the length of the body is said in two ways");
    if (reading->has_coding)
        return str_equal_ignoring_case(reading->coding, STR("chunked"))
                   ? refuse(refusal, 411, "say the length of the body beforehand")
                   : refuse(refusal, 501, "only bodies sent as they are are taken");
    if (head->method == HEAD_POST && !head->has_content_length)
        return refuse(refusal, 411, "say the length of the body beforehand");
    if (head->method != HEAD_POST && head->content_length > 0)
        return refuse(refusal, 400, "only POST carries a body");
    if (head->expects_continue && head->content_length == 0)
        return refuse(refusal, 400, "nothing follows that could be continued");
    return true;
}

// The next line without its end; false when a CR or LF stands alone.
static bool line_cut(struct str *rest, struct str *line)
{
    size_t end = str_find_byte(*rest, '\r');
    *line = str_slice(*rest, 0, end);
    if (str_find_byte(*line, '\n') < line->length || end + 1 >= rest->length ||
        rest->bytes[end + 1] != '\n')
        return false;
    *rest = str_skip(*rest, end + 2);
    return true;
}

bool head_read(struct str bytes, struct head *head, struct head_refusal *refusal)
{
    struct head_reading reading = {.head = head};
    struct str rest = bytes;
    struct str line;
    size_t count = 0;
    *head = (struct head){.method = HEAD_GET};
    if (!line_cut(&rest, &line))
        return refuse(refusal, 400, "lines end with CR and LF");
    if (!line_read(line, head, refusal))
        return false;
    while (true) {
        if (!line_cut(&rest, &line))
            return refuse(refusal, 400, "lines end with CR and LF");
        if (line.length == 0)
            break;
        if (++count > HEAD_FIELDS_MAX)
            return refuse(refusal, 431, "the request has too many fields");
        if (!field_read(line, &reading, refusal))
            return false;
    }
    return framing_holds(&reading, refusal);
}

static bool is_among(struct str each, const struct str *known, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_ignoring_case(each, known[i]))
            return true;
    return false;
}

bool head_belongs(const struct head *head, const struct head_site *site,
                  struct head_refusal *refusal)
{
    bool is_ours = !head->fetch_site.bytes || str_equal(head->fetch_site, STR("same-origin")) ||
                   str_equal(head->fetch_site, STR("none"));
    if (!is_among(head->host, site->hosts, site->count))
        return refuse(refusal, 421, "this host is not served here");
    if (head->origin.bytes && !is_among(head->origin, site->origins, site->count))
        return refuse(refusal, 403, "another site may not ask this");
    if (head->method == HEAD_POST && !is_ours)
        return refuse(refusal, 403, "another site may not send this");
    // A link from elsewhere opens a page; nothing else of ours is for other pages to load.
    if (!is_ours && !str_equal(head->fetch_mode, STR("navigate")))
        return refuse(refusal, 403, "another site may not load this");
    return true;
}
