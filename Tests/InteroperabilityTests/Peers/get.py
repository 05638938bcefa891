"""Opens an address once, without cookies: a request that somebody recorded."""

import json
import sys
import urllib.error
import urllib.request

try:
    answer = urllib.request.urlopen(json.load(sys.stdin)["url"], timeout=20)
except urllib.error.HTTPError as error:
    answer = error
print(json.dumps({"status": answer.getcode(), "page": answer.read().decode()}))
