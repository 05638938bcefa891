import TestSupport
import Testing
import XMLSecurity

@Suite("Private keys in PEM")
struct PrivateKeyPEMTests {
    private static let passphrase = "correct horse 电池"

    private func code(_ pem: [UInt8], _ passphrase: String? = nil) -> KeyError.Code? {
        do throws(KeyError) {
            _ = try PrivateKey(pem: pem, passphrase: passphrase.map { Secret($0) })
            return nil
        } catch {
            return error.code
        }
    }

    @Test("what is written encrypted opens with its passphrase only")
    func encryptedRoundTrip() throws {
        let pem = try TestPKI.rsa2048.encryptedPEM(passphrase: Secret(Self.passphrase))
        let read = try PrivateKey(pem: pem, passphrase: Secret(Self.passphrase))
        #expect(read.publicKey == TestPKI.rsa2048.publicKey)
        #expect(code(pem) == .passphraseRequired)
        #expect(code(pem, "") == .wrongPassphrase)
        #expect(code(pem, "correct horse") == .wrongPassphrase)
        #expect(String(decoding: pem, as: UTF8.self).hasPrefix("-----BEGIN \("ENCRYPTED PRIVATE") KEY-----\n"))
    }

    @Test("openssl opens it too, and finds AES-256, HMAC-SHA-256 and 600,000 rounds over a salt of 16 bytes")
    func encryptedForOpenSSL() throws {
        let pem = try TestPKI.ecP256.encryptedPEM(passphrase: Secret(Self.passphrase))
        let files = ["key": pem, "pass": Array(Self.passphrase.utf8)]
        let spki = try OpenSSLCommand.run(
            ["pkey", "-in", "key", "-passin", "file:pass", "-pubout", "-outform", "DER"],
            files: files
        )
        #expect(spki == TestPKI.ecP256.publicKey.der)
        let structure = try OpenSSLCommand.text(["asn1parse", "-in", "key"], files: files)
        #expect(structure.contains("aes-256-cbc"))
        #expect(structure.contains("hmacWithSHA256"))
        #expect(structure.contains("INTEGER           :0927C0"))
        #expect(structure.contains(/l=  16 prim: OCTET STRING/))
    }

    @Test("an empty passphrase is not written")
    func emptyPassphrase() {
        #expect(throws: KeyError.self) { try TestPKI.ecP256.encryptedPEM(passphrase: Secret("")) }
    }

    /// Arguments of openssl that turn the plain key in file `key` into each form in use.
    private static let forms: [[String]] = [
        ["pkey", "-in", "key"],
        ["pkey", "-in", "key", "-traditional"],
        ["pkey", "-in", "key", "-traditional", "-aes256", "-passout", "file:pass"],
        ["pkey", "-in", "key", "-traditional", "-des3", "-passout", "file:pass"],
        ["pkcs8", "-topk8", "-in", "key", "-v2", "aes-128-cbc", "-passout", "file:pass"],
        ["pkcs8", "-topk8", "-in", "key", "-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA512", "-passout", "file:pass"],
        ["pkcs8", "-topk8", "-in", "key", "-scrypt", "-passout", "file:pass"],
    ]

    @Test(
        "every form that openssl writes is read",
        arguments: [["-algorithm", "RSA"], ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp384r1"]],
        forms
    )
    func everyForm(kind: [String], form: [String]) throws {
        let plain = try OpenSSLCommand.run(["genpkey"] + kind)
        let files = ["key": plain, "pass": Array(Self.passphrase.utf8)]
        let spki = try OpenSSLCommand.run(["pkey", "-in", "key", "-pubout", "-outform", "DER"], files: files)
        let pem = try OpenSSLCommand.run(form, files: files)
        let isEncrypted = form.contains("-passout")
        let read = try PrivateKey(pem: pem, passphrase: isEncrypted ? Secret(Self.passphrase) : nil)
        #expect(read.publicKey.der == spki)
        if isEncrypted {
            #expect(code(pem) == .passphraseRequired)
            #expect(code(pem, "wrong") == .wrongPassphrase)
        } else {
            #expect(code(pem, "not needed") == nil)
        }
    }

    @Test(
        "every wrong passphrase is called wrong, also the one in 256 that leaves good padding",
        arguments: [
            ["rsa", "-in", "key", "-traditional", "-aes128", "-passout", "pass:right"],
            ["pkcs8", "-topk8", "-in", "key", "-v2", "aes-256-cbc", "-iter", "1", "-passout", "pass:right"],
        ]
    )
    func luckyPadding(form: [String]) throws {
        let pem = try OpenSSLCommand.run(form, files: ["key": try OpenSSLCommand.run(["genrsa", "2048"])])
        #expect(code(pem, "right") == nil)
        for number in 0..<2000 {
            #expect(code(pem, "wrong \(number)") == .wrongPassphrase)
        }
    }

    @Test("a passphrase longer than OpenSSL's buffer is wrong, not an overrun")
    func longPassphrase() throws {
        let files = ["pass": Array(Self.passphrase.utf8)]
        let pem = try OpenSSLCommand.run(
            ["genrsa", "-traditional", "-aes256", "-passout", "file:pass", "2048"],
            files: files
        )
        #expect(code(pem, Self.passphrase) == nil)
        #expect(code(pem, String(repeating: "x", count: 5000)) == .wrongPassphrase)
    }

    @Test("parameters and a certificate beside the key are skipped; two keys, none or a certificate alone are refused")
    func otherBlocks() throws {
        let ec = try OpenSSLCommand.run(["ecparam", "-name", "prime256v1", "-genkey"])
        #expect(String(decoding: ec, as: UTF8.self).contains("BEGIN EC PARAMETERS"))
        #expect(code(ec) == nil)
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048).pem
        #expect(code(certificate + ec) == nil)
        #expect(code(ec + ec) == .notPEM)
        #expect(code(certificate) == .notPEM)
        #expect(code(pem("PUBLIC KEY", TestPKI.rsa2048.publicKey.der)) == .notPEM)
    }

    @Test("a cut-off file is not PEM, wherever it was cut")
    func truncated() throws {
        let whole = try OpenSSLCommand.run(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
        #expect(code(whole) == nil)
        // The last byte is the line break, which a file may lack.
        for length in stride(from: 0, to: whole.count - 1, by: 7) {
            #expect(code(Array(whole.prefix(length))) == .notPEM, "cut to \(length) bytes")
        }
    }

    private static let garbage: [(String, [UInt8])] = [
        ("empty", []),
        ("text", Array("this is not a key".utf8)),
        ("zeros", [UInt8](repeating: 0, count: 4096)),
        ("all byte values", Array(0...255)),
        ("a label only", Array("-----BEGIN \("PRIVATE") KEY-----\n-----END PRIVATE KEY-----\n".utf8)),
        ("not Base64", Array("-----BEGIN \("PRIVATE") KEY-----\n!!!!\n-----END PRIVATE KEY-----\n".utf8)),
        ("labels that differ", Array("-----BEGIN \("PRIVATE") KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n".utf8)),
        ("too large", [UInt8](repeating: 0x41, count: 1 << 21)),
    ]

    @Test("garbage is not PEM", arguments: garbage)
    func notPEM(_ name: String, _ bytes: [UInt8]) {
        #expect(code(bytes) == .notPEM)
    }

    @Test(
        "PEM around something that is no key is refused by name",
        arguments: ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"]
    )
    func notAKey(label: String) {
        #expect(code(pem(label, [0x30, 0x03, 0x02, 0x01, 0x00])) == .unsupportedKey)
    }

    @Test("an encrypted block that is not PKCS#8 is refused")
    func notEncryptedPKCS8() {
        #expect(code(pem("ENCRYPTED PRIVATE KEY", [0x30, 0x03, 0x02, 0x01, 0x00]), "x") == .unsupportedKey)
    }

    @Test(
        "kinds of key that no profile of ours uses are refused",
        arguments: [
            ["-algorithm", "ED25519"], ["-algorithm", "X25519"], ["-algorithm", "RSA-PSS"],
            ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"],
            ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt", "ec_param_enc:explicit"],
        ]
    )
    func unsupported(kind: [String]) throws {
        #expect(code(try OpenSSLCommand.run(["genpkey"] + kind)) == .unsupportedKey)
    }

    @Test("RSA below 2048 bits is refused, and the refusal says how long it was", arguments: [512, 1024, 2047])
    func tooShort(bits: Int) throws {
        #expect(code(try OpenSSLCommand.run(["genrsa", "\(bits)"])) == .tooShort(bits: bits))
    }

    @Test("a key encrypted with what OpenSSL 3 has put away is named as unsupported, not as a wrong passphrase")
    func legacyEncryption() throws {
        let files = ["pass": Array(Self.passphrase.utf8), "key": try OpenSSLCommand.run(["genrsa", "2048"])]
        let pem = try OpenSSLCommand.run(
            [
                "pkcs8", "-topk8", "-in", "key", "-v1", "PBE-SHA1-RC2-40", "-passout", "file:pass",
                "-provider", "legacy", "-provider", "default",
            ],
            files: files
        )
        #expect(code(pem, Self.passphrase) == .unsupportedKey)
    }

    @Test("a key whose public half belongs to another key is refused when it is loaded")
    func assembled() throws {
        let pair = try (0..<2).map { _ in
            try OpenSSLCommand.run(["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-outform", "DER"])
        }
        // SEC 1: the public point is the last 65 bytes of the structure.
        #expect(code(pem("EC PRIVATE KEY", pair[0])) == nil)
        #expect(code(pem("EC PRIVATE KEY", pair[0].dropLast(65) + pair[1].suffix(65))) == .mismatch)
    }

    private func pem(_ label: String, _ der: [UInt8]) -> [UInt8] {
        Array("-----BEGIN \(label)-----\n\(Base64.encode(der))\n-----END \(label)-----\n".utf8)
    }
}
