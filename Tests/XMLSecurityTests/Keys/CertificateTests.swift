import TestSupport
import Testing
import XMLSecurity

@Suite("Certificates")
struct CertificateTests {
    private func code(_ make: () throws(KeyError) -> Certificate) -> KeyError.Code? {
        do throws(KeyError) {
            _ = try make()
            return nil
        } catch {
            return error.code
        }
    }

    private static let names = [
        ("idp.partner.example", "Drawbridge Simulation", "CN=idp.partner.example,O=Drawbridge Simulation"),
        ("登录", "云桥科技（深圳）有限公司", "CN=登录,O=云桥科技（深圳）有限公司"),
        ("a,b+c", #"O"Neil"#, #"CN=a\,b\+c,O=O\"Neil"#),
        ("𠮷野", "Zażółć", "CN=𠮷野,O=Zażółć"),
    ]

    @Test("names come back as they were given, and openssl reads the same", arguments: names)
    func named(_ commonName: String, _ organization: String, _ text: String) throws {
        let certificate = try TestPKI.certificate(
            for: TestPKI.rsa2048,
            commonName: commonName,
            organization: organization
        )
        #expect(certificate.subject == text)
        #expect(certificate.issuer == text)
        #expect(certificate.organization == organization)
        let printed = try OpenSSLCommand.text(
            ["x509", "-in", "pem", "-noout", "-subject", "-nameopt", "RFC2253,-esc_msb"],
            files: ["pem": certificate.pem]
        )
        #expect(printed == "subject=\(text)\n")
        let structure = try OpenSSLCommand.text(["asn1parse", "-in", "pem"], files: ["pem": certificate.pem])
        #expect(structure.contains("UTF8STRING") && !structure.contains("PRINTABLESTRING"))
    }

    @Test("a self-signed certificate has exactly what a SAML signing certificate needs")
    func profile() throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa3072)
        let text = try OpenSSLCommand.text(
            ["x509", "-in", "pem", "-noout", "-text", "-fingerprint", "-sha256"],
            files: ["pem": certificate.pem]
        )
        for part in [
            "Version: 3 (0x2)", "Signature Algorithm: sha256WithRSAEncryption", "Public-Key: (3072 bit)",
            "Not Before: Jan  1 00:00:00 2026 GMT", "Not After : Dec 30 00:00:00 2035 GMT",
            "X509v3 Basic Constraints: critical\n                CA:FALSE",
            "X509v3 Key Usage: critical\n                Digital Signature\n",
            "X509v3 Subject Key Identifier:", "X509v3 Authority Key Identifier:",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        let fingerprint = text.split(separator: "\n").last?.split(separator: "=").last.map {
            $0.lowercased().filter { $0 != ":" }
        }
        #expect(fingerprint == certificate.fingerprint)
        #expect(certificate.signatureHash == "SHA256")
        #expect(certificate.publicKey == TestPKI.rsa3072.publicKey)
        #expect(certificate.notBefore == TestPKI.validFrom)
        #expect(certificate.notAfter == TestPKI.validFrom.adding(seconds: 3650 * 86_400))
        let verdict = try OpenSSLCommand.text(
            [
                "verify", "-check_ss_sig", "-x509_strict", "-partial_chain", "-attime", "1770000000", "-trusted", "pem",
                "pem",
            ],
            files: ["pem": certificate.pem]
        )
        #expect(verdict == "pem: OK\n")
    }

    @Test("subject and authority key identifiers are the same")
    func identifiers() throws {
        let text = try OpenSSLCommand.text(
            ["x509", "-in", "pem", "-noout", "-ext", "subjectKeyIdentifier,authorityKeyIdentifier"],
            files: ["pem": try TestPKI.certificate(for: TestPKI.ecP256).pem]
        )
        let identifiers = text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter {
            $0.contains(/^[0-9A-F:]+$/)
        }
        #expect(identifiers.count == 2)
        #expect(Set(identifiers).count == 1)
    }

    @Test(
        "a serial number is positive and twenty octets, whatever the random bytes",
        arguments: [UInt8(0x00), 0x7F, 0x80, 0xFF]
    )
    func serial(byte: UInt8) throws {
        let certificate = try Certificate.selfSigned(
            key: TestPKI.ecP256,
            commonName: "cn",
            organization: "o",
            validFrom: TestPKI.validFrom,
            days: 1,
            serial: [UInt8](repeating: byte, count: 20)
        )
        let text = try OpenSSLCommand.text(
            ["x509", "-in", "pem", "-noout", "-serial"],
            files: ["pem": certificate.pem]
        )
        let rest = String(repeating: Hexadecimal.encode([byte]).uppercased(), count: 19)
        #expect(text == "serial=\(Hexadecimal.encode([byte & 0x7F | 0x40]).uppercased())\(rest)\n")
    }

    @Test("DER, PEM and Base64 give the same certificate")
    func roundTrips() throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048)
        #expect(try Certificate(der: certificate.der) == certificate)
        #expect(try Certificate(pem: certificate.pem) == certificate)
        #expect(try Certificate(base64: certificate.base64) == certificate)
        let lines = String(decoding: certificate.pem, as: UTF8.self).split(separator: "\n").dropFirst().dropLast()
        #expect(try Certificate(base64: lines.joined(separator: "\n")) == certificate)
        #expect(!certificate.base64.contains("\n"))
        let rewritten = try OpenSSLCommand.run(["x509", "-in", "pem"], files: ["pem": certificate.pem])
        #expect(rewritten == certificate.pem)
        let withText = try OpenSSLCommand.run(["x509", "-in", "pem", "-text"], files: ["pem": certificate.pem])
        #expect(try Certificate(pem: withText) == certificate)
    }

    @Test("a file with anything else than one certificate is refused")
    func strictPEM() throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048)
        let key = try OpenSSLCommand.run(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
        let relabelled = String(decoding: certificate.pem, as: UTF8.self).split(separator: "CERTIFICATE")
            .joined(separator: "TRUSTED CERTIFICATE")
        let files: [[UInt8]] = [
            certificate.pem + certificate.pem, certificate.pem + key, key, Array(relabelled.utf8), certificate.der, [],
            Array(certificate.pem.prefix(300)), certificate.pem + Array(certificate.pem.prefix(300)),
        ]
        for file in files {
            #expect(code { () throws(KeyError) in try Certificate(pem: file) } == .notCertificate)
        }
    }

    @Test("bytes behind, bytes missing and garbage are refused")
    func strictDER() throws {
        let der = try TestPKI.certificate(for: TestPKI.rsa2048).der
        for bytes in [der + [0], der + der, Array(der.dropLast()), [], [0x30, 0x00], Array(0...255)] {
            #expect(code { () throws(KeyError) in try Certificate(der: bytes) } == .notCertificate)
            let text = Base64.encode(bytes)
            #expect(code { () throws(KeyError) in try Certificate(base64: text) } == .notCertificate)
        }
        #expect(code { () throws(KeyError) in try Certificate(base64: "not Base64!") } == .notCertificate)
    }

    @Test(
        "what openssl issues is described as it is",
        arguments: [
            (["-newkey", "rsa:1024", "-sha1"], KeyAlgorithm.rsa(bits: 1024), "SHA1"),
            (["-newkey", "rsa:4096", "-sha512"], .rsa(bits: 4096), "SHA512"),
            (["-newkey", "rsa:2048", "-sha384", "-sigopt", "rsa_padding_mode:pss"], .rsa(bits: 2048), "SHA384"),
            (["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"], .ec(curve: "secp384r1"), "SHA256"),
        ]
    )
    func foreign(options: [String], algorithm: KeyAlgorithm, hash: String) throws {
        let certificate = try Certificate(pem: issue(options, subject: "/C=CN/CN=sp"))
        #expect(certificate.publicKey.algorithm == algorithm)
        #expect(certificate.signatureHash == hash)
        #expect(certificate.subject == "CN=sp,C=CN")
        #expect(certificate.organization == nil)
    }

    @Test("a certificate for a kind of key that we do not use is refused as such")
    func unsupportedKey() throws {
        let pem = try issue(["-newkey", "ed25519"], subject: "/CN=sp")
        #expect(code { () throws(KeyError) in try Certificate(pem: pem) } == .unsupportedKey)
    }

    @Test("validity beyond 2050 and until the end of time is read")
    func farDates() throws {
        let pem = try issue(["-newkey", "rsa:2048", "-days", "2912000"], subject: "/CN=sp")
        #expect(try Certificate(pem: pem).notAfter > Instant(seconds: 250_000_000_000))
    }

    private func issue(_ options: [String], subject: String) throws -> [UInt8] {
        try OpenSSLCommand.run(
            ["req", "-x509", "-noenc", "-keyout", "key", "-subj", subject, "-utf8"] + options
        )
    }

    private static let refused: [(String, String, Int, Int)] = [
        ("", "o", 1, 20), ("cn", "", 1, 20), (String(repeating: "x", count: 65), "o", 1, 20),
        ("cn", String(repeating: "司", count: 65), 1, 20), ("cn", "o", 0, 20), ("cn", "o", -1, 20),
        ("cn", "o", .max, 20), ("cn", "o", 1, 19), ("cn", "o", 1, 21), ("cn", "o", 1, 0),
    ]

    @Test("empty or overlong names, no days and a serial of another length are refused", arguments: refused)
    func refusals(_ commonName: String, _ organization: String, _ days: Int, _ serial: Int) {
        let result = code { () throws(KeyError) in
            try .selfSigned(
                key: TestPKI.ecP256,
                commonName: commonName,
                organization: organization,
                validFrom: TestPKI.validFrom,
                days: days,
                serial: [UInt8](repeating: 7, count: serial)
            )
        }
        #expect(result == .generation)
    }

    @Test("a certificate is matched with its key and refused another")
    func match() throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048)
        try certificate.requireMatch(TestPKI.rsa2048)
        #expect(throws: KeyError.self) { try certificate.requireMatch(TestPKI.rsa2048Other) }
    }
}
