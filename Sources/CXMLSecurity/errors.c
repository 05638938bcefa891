#include "CXMLSecurity.h"

#include <stdio.h>
#include <string.h>

/* Eight kilobytes hold the deepest error chain that xmlsec prints; what does not fit is cut. */
#define CAPTURE_SIZE 8192

static _Thread_local char captured[CAPTURE_SIZE];
static _Thread_local size_t captured_length;

static void capture(const char *file, int line, const char *function, const char *object, const char *subject,
                    int reason, const char *message) {
    (void)file;
    (void)line;
    size_t room = CAPTURE_SIZE - captured_length;
    int written = snprintf(captured + captured_length, room, "%s: %s %s: %s (%d)\n", function ? function : "",
                           object ? object : "", subject ? subject : "", message ? message : "", reason);
    if (written <= 0) return;
    captured_length += (size_t)written < room ? (size_t)written : room - 1;
}

void drawbridge_capture_install(void) {
    xmlSecErrorsSetCallback(capture);
}

void drawbridge_capture_reset(void) {
    captured_length = 0;
    captured[0] = '\0';
}

const char *drawbridge_capture_text(void) {
    return captured;
}

static xmlParserInputPtr load_nothing(const char *url, const char *identifier, xmlParserCtxtPtr context) {
    (void)url;
    (void)identifier;
    (void)context;
    return NULL;
}

void drawbridge_forbid_external_entities(void) {
    xmlSetExternalEntityLoader(load_nothing);
}

static void say_nothing(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

void drawbridge_silence_libxml2(void) {
    xmlSetStructuredErrorFunc(NULL, say_nothing);
    xmlThrDefSetStructuredErrorFunc(NULL, say_nothing);
}
