"""python-xmlsec: the signature only, with a pinned key. Prints the microseconds of one reading."""

import pathlib
import sys
import time

import xmlsec
from lxml import etree

directory, seconds = pathlib.Path(sys.argv[1]), float(sys.argv[2])
document = (directory / "response.xml").read_bytes()
key = xmlsec.Key.from_file(str(directory / "certificate.pem"), xmlsec.constants.KeyDataFormatCertPem)


def read():
    root = etree.fromstring(document)
    xmlsec.tree.add_ids(root, ["ID"])
    signature = xmlsec.tree.find_node(root, xmlsec.constants.NodeSignature)
    context = xmlsec.SignatureContext()
    context.key = key
    context.verify(signature)


read()
start, count = time.perf_counter(), 0
while time.perf_counter() - start < seconds:
    read()
    count += 1
print((time.perf_counter() - start) / count * 1e6)
