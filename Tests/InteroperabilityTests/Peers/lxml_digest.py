"""lxml's opinion on what was signed: for each signature of a document the digest of its parent without it."""

import base64
import hashlib
import json
import sys

from lxml import etree

DS = "{http://www.w3.org/2000/09/xmldsig#}"

document = json.load(sys.stdin)["xml"].encode()
digests = []
for place in range(len(list(etree.fromstring(document).iter(DS + "Signature")))):
    root = etree.fromstring(document)
    signature = list(root.iter(DS + "Signature"))[place]
    parent = signature.getparent()
    claimed = signature.find(f"{DS}SignedInfo/{DS}Reference/{DS}DigestValue").text
    parent.remove(signature)
    canonical = etree.tostring(parent, method="c14n", exclusive=True, with_comments=False)
    computed = base64.b64encode(hashlib.sha256(canonical).digest()).decode()
    digests.append({"claimed": claimed, "computed": computed})
whole = etree.tostring(etree.fromstring(document), method="c14n", exclusive=True, with_comments=False)
print(json.dumps({"digests": digests, "is_canonical": whole == document}))
