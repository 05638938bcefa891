/* OpenSSL's own speed: a key made once, one signature or verification over a digest, nothing else. */
#ifndef RAW_RSA_H
#define RAW_RSA_H

typedef struct raw_rsa raw_rsa;

/* A fresh key of that many bits with one signature made, or NULL. */
raw_rsa *raw_rsa_new(unsigned bits);
void raw_rsa_free(raw_rsa *key);
/* 1 when it worked. */
int raw_rsa_sign(raw_rsa *key);
int raw_rsa_verify(raw_rsa *key);

#endif
