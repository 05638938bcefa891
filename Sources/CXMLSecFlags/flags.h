/* Empty on purpose: this target only carries the -I and -l flags that pkg-config gives for xmlsec1-openssl. */
