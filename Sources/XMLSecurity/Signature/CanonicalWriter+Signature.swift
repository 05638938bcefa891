extension CanonicalWriter {
    /// Writes an element and signs it: enveloped, exclusive C14N, a digest as strong as the method, over the very octets written.
    /// - Parameters:
    ///   - name: the element, whose prefix no ancestor uses.
    ///   - attributes: its attributes besides `ID`.
    ///   - id: the value of its attribute `ID`.
    ///   - key: the key that signs.
    ///   - head: writes the children in front of the signature: `Issuer`, or nothing in metadata.
    ///   - rest: writes the children behind it.
    /// - Throws: ``KeyError`` when OpenSSL cannot sign, or what the closures throw.
    public mutating func signedElement(
        _ name: QName,
        _ attributes: [XMLAttribute],
        id: String,
        key: SigningKey,
        head: (inout CanonicalWriter) throws -> Void = { _ in },
        rest: (inout CanonicalWriter) throws -> Void
    ) throws {
        let start = bytes.count
        var point = start
        try standalone { writer in
            try writer.element(name, attributes + [XMLAttribute("ID", id)]) { writer in
                try head(&writer)
                point = writer.bytes.count
                try rest(&writer)
            }
        }
        let digest = Self.digest(of: [bytes[start..<point], bytes[point...]], key.algorithm.digest)
        insert(try Self.signature(over: digest, id: id, key: key), at: point)
    }

    private static func digest(of runs: [ArraySlice<UInt8>], _ algorithm: DigestAlgorithm) -> [UInt8] {
        algorithm == .sha256 ? Digest.sha256(of: runs) : Digest.of(runs.flatMap(\.self), algorithm)
    }

    private static func signature(over digest: [UInt8], id: String, key: SigningKey) throws -> [UInt8] {
        var info = CanonicalWriter()
        writeSignedInfo(to: &info, digest: digest, id: id, algorithm: key.algorithm)
        let value = try key.privateKey.sign(info.finish(), with: key.algorithm)
        var writer = CanonicalWriter()
        writer.element(QName("ds", DSig.signature)) { writer in
            writeSignedInfo(to: &writer, digest: digest, id: id, algorithm: key.algorithm)
            writer.element(QName("ds", DSig.signatureValue), text: Base64.encode(value))
            writer.element(QName("ds", DSig.keyInfo)) { writer in
                writer.element(QName("ds", DSig.x509Data)) { writer in
                    writer.element(QName("ds", DSig.x509Certificate), text: key.certificate.base64)
                }
            }
        }
        return try writer.finish()
    }

    // Written twice by the same code: alone it declares its prefix, as its canonical form does (xmldsig-core 4.3); inside
    // ds:Signature the declaration is in force already.
    private static func writeSignedInfo(
        to writer: inout CanonicalWriter,
        digest: [UInt8],
        id: String,
        algorithm: SignatureAlgorithm
    ) {
        writer.element(QName("ds", DSig.signedInfo)) { writer in
            writer.method(DSig.canonicalizationMethod, DSig.exclusiveC14N)
            writer.method(DSig.signatureMethod, algorithm.rawValue)
            writer.element(QName("ds", DSig.reference), [XMLAttribute("URI", "#" + id)]) { writer in
                writer.element(QName("ds", DSig.transforms)) { writer in
                    writer.method(DSig.transform, DSig.enveloped)
                    writer.method(DSig.transform, DSig.exclusiveC14N)
                }
                writer.method(DSig.digestMethod, algorithm.digest.rawValue)
                writer.element(QName("ds", DSig.digestValue), text: Base64.encode(digest))
            }
        }
    }

    private mutating func method(_ name: XMLName, _ algorithm: String) {
        element(QName("ds", name), [XMLAttribute("Algorithm", algorithm)])
    }
}
