#include "RawRSA.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <stdlib.h>

struct raw_rsa {
    EVP_PKEY *key;
    EVP_PKEY_CTX *signer;
    EVP_PKEY_CTX *verifier;
    unsigned char digest[32];
    unsigned char signature[1024];
    size_t length;
};

static EVP_PKEY_CTX *prepare(EVP_PKEY *key, int (*init)(EVP_PKEY_CTX *)) {
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key, NULL);
    if (context == NULL || init(context) != 1 || EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) != 1 ||
        EVP_PKEY_CTX_set_signature_md(context, EVP_sha256()) != 1) {
        EVP_PKEY_CTX_free(context);
        return NULL;
    }
    return context;
}

raw_rsa *raw_rsa_new(unsigned bits) {
    raw_rsa *raw = calloc(1, sizeof *raw);
    if (raw == NULL) return NULL;
    raw->key = EVP_RSA_gen(bits);
    raw->signer = raw->key ? prepare(raw->key, EVP_PKEY_sign_init) : NULL;
    raw->verifier = raw->key ? prepare(raw->key, EVP_PKEY_verify_init) : NULL;
    if (raw->signer && raw->verifier && raw_rsa_sign(raw) == 1) return raw;
    raw_rsa_free(raw);
    return NULL;
}

void raw_rsa_free(raw_rsa *raw) {
    if (raw == NULL) return;
    EVP_PKEY_CTX_free(raw->signer);
    EVP_PKEY_CTX_free(raw->verifier);
    EVP_PKEY_free(raw->key);
    free(raw);
}

int raw_rsa_sign(raw_rsa *raw) {
    raw->length = sizeof raw->signature;
    return EVP_PKEY_sign(raw->signer, raw->signature, &raw->length, raw->digest, sizeof raw->digest);
}

int raw_rsa_verify(raw_rsa *raw) {
    return EVP_PKEY_verify(raw->verifier, raw->signature, raw->length, raw->digest, sizeof raw->digest);
}
