/*
 * Where the C is: libxml2, libxmlsec1, OpenSSL, zlib.
 *
 * SwiftPM drops the -D flags of xmlsec1-openssl.pc. They decide struct layout: without XMLSEC_NO_SIZE_T xmlSecSize is
 * 8 bytes here and 4 in Debian's library, and a signature's verdict would be read from the wrong memory.
 * XMLSecurity's self-test proves the layout at start-up.
 *
 * After editing this header: swift package clean.
 */
#ifndef CXMLSECURITY_H
#define CXMLSECURITY_H

#define XMLSEC_NO_SIZE_T 1
#define XMLSEC_OPENSSL3_ENGINES 1
#define XMLSEC_NO_GOST 1
#define XMLSEC_NO_GOST2012 1
#define XMLSEC_NO_CRYPTO_DYNAMIC_LOADING 1
#define XMLSEC_CRYPTO_OPENSSL 1
#define __XMLSEC_FUNCTION__ __func__

/* libxml2's encoding.h would pull ICU headers, which clash with Foundation's own ICU. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/io.h>
#include <xmlsec/keyinfo.h>
#include <xmlsec/keys.h>
#include <xmlsec/openssl/crypto.h>
#include <xmlsec/openssl/evp.h>
#include <xmlsec/transforms.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlenc.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <zlib.h>

#if XMLSEC_VERSION_MAJOR != 1 || XMLSEC_VERSION_MINOR != 2
#error "xmlsec 1.2 expected: compare the defines above with the Cflags of xmlsec1-openssl.pc"
#endif

/* MARK: error capture, the one piece of C state (errors.c) */

/* Sends xmlsec's process-wide error callback into a buffer of the thread that failed. Call once. */
void drawbridge_capture_install(void);
/* Empties this thread's buffer. */
void drawbridge_capture_reset(void);
/* The text captured on this thread since the last reset; never NULL, valid until the next reset. */
const char *drawbridge_capture_text(void);

/* MARK: libxml2 */

/* xmlFree is a global variable, which Swift 6 refuses. */
static inline void drawbridge_xmlFree(void *pointer) {
    if (pointer != NULL) xmlFree(pointer);
}

/* An entity loader that loads nothing, so that no document can reach a file or the network. */
void drawbridge_forbid_external_entities(void);

/* Keeps libxml2 from printing to standard error, on this thread and on those that begin later. */
void drawbridge_silence_libxml2(void);

/* MARK: xmlsec */

/* Macro in the library. */
static inline int drawbridge_xmlSecCheckVersion(void) {
    return xmlSecCheckVersion();
}

/* The BIO interface is a macro jungle: the PEM or DER in a memory BIO, as bytes owned by the BIO. */
static inline long drawbridge_BIO_get_mem_data(BIO *bio, char **data) {
    return BIO_get_mem_data(bio, data);
}

/* MARK: zlib (inflateInit2 and deflateInit2 are macros) */

/* Window bits -15: raw DEFLATE as the Redirect binding wants (saml-bindings 3.4.4.1). */
static inline int drawbridge_inflateInitRaw(z_stream *stream) {
    return inflateInit2(stream, -15);
}
static inline int drawbridge_deflateInitRaw(z_stream *stream) {
    return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}

/* MARK: OpenSSL macros */

static inline int drawbridge_EVP_PKEY_is_RSA(EVP_PKEY *key) {
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA;
}
static inline int drawbridge_EVP_PKEY_is_EC(EVP_PKEY *key) {
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC;
}

/* The order and the escapes of RFC 2253, but characters outside ASCII are left readable as UTF-8. */
static inline int drawbridge_X509_NAME_print(BIO *bio, const X509_NAME *name) {
    return X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
}

#endif
