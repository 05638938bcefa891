/* Empty on purpose: this target only carries the flags that pkg-config gives for libcrypto. */
