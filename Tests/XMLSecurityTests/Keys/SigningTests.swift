import TestSupport
import Testing
import XMLSecurity

@Suite("Signing and verifying")
struct SigningTests {
    private static let message = Array("<ds:SignedInfo>签名</ds:SignedInfo>".utf8)
    private static let hashes: [SignatureAlgorithm: String] = [
        .rsaSHA1: "-sha1", .rsaSHA256: "-sha256", .rsaSHA384: "-sha384", .rsaSHA512: "-sha512",
        .ecdsaSHA256: "-sha256", .ecdsaSHA384: "-sha384", .ecdsaSHA512: "-sha512",
    ]

    private static func key(for algorithm: SignatureAlgorithm) -> PrivateKey {
        algorithm.fits(TestPKI.rsa2048.algorithm) ? TestPKI.rsa2048 : TestPKI.ecP256
    }

    @Test("openssl verifies what we sign", arguments: SignatureAlgorithm.allCases)
    func opensslVerifies(algorithm: SignatureAlgorithm) throws {
        let key = Self.key(for: algorithm)
        let signature = try key.sign(Self.message, with: algorithm)
        let isECDSA = key.algorithm == .ec(curve: "prime256v1")
        #expect(signature.count == (isECDSA ? 64 : 256))
        let verdict = try OpenSSLCommand.text(
            ["dgst", try #require(Self.hashes[algorithm]), "-verify", "spki", "-signature", "signature", "message"],
            files: [
                "spki": spki(key.publicKey), "message": Self.message,
                "signature": isECDSA ? derECDSA(signature) : signature,
            ]
        )
        #expect(verdict == "Verified OK\n")
        #expect(key.publicKey.verify(signature, of: Self.message, with: algorithm))
    }

    @Test("we verify what openssl signs", arguments: SignatureAlgorithm.allCases)
    func weVerify(algorithm: SignatureAlgorithm) throws {
        let isRSA = algorithm.fits(.rsa(bits: 2048))
        let pem = try OpenSSLCommand.run(
            isRSA
                ? ["genpkey", "-algorithm", "RSA"]
                : ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp384r1"]
        )
        let key = try PrivateKey(pem: pem, passphrase: nil)
        let signature = try OpenSSLCommand.run(
            ["dgst", try #require(Self.hashes[algorithm]), "-sign", "key", "message"],
            files: ["key": pem, "message": Self.message]
        )
        let value = isRSA ? signature : try rawECDSA(signature, width: 48)
        #expect(key.publicKey.verify(value, of: Self.message, with: algorithm))
        #expect(!key.publicKey.verify(value, of: Self.message + [0x20], with: algorithm))
    }

    @Test("an RSA key of every size signs with its own length")
    func sizes() throws {
        for (key, bits) in [(TestPKI.rsa2048, 2048), (TestPKI.rsa3072, 3072), (TestPKI.rsa4096, 4096)] {
            #expect(key.algorithm == .rsa(bits: bits))
            #expect(key.algorithm.name == "RSA \(bits)")
            let signature = try key.sign(Self.message, with: .rsaSHA256)
            #expect(signature.count == bits / 8)
            #expect(key.publicKey.verify(signature, of: Self.message, with: .rsaSHA256))
        }
        #expect(TestPKI.ecP256.algorithm.name == "EC prime256v1")
    }

    @Test("an ECDSA value keeps its width when r or s begins with zeros")
    func constantWidth() throws {
        for number in 0..<2000 {
            let message = Array("\(number)".utf8)
            let signature = try TestPKI.ecP256.sign(message, with: .ecdsaSHA256)
            #expect(signature.count == 64)
            #expect(TestPKI.ecP256.publicKey.verify(signature, of: message, with: .ecdsaSHA256))
        }
    }

    @Test("a signature changed in any byte does not verify", arguments: [SignatureAlgorithm.rsaSHA256, .ecdsaSHA256])
    func everyByte(algorithm: SignatureAlgorithm) throws {
        let key = Self.key(for: algorithm)
        let signature = try key.sign(Self.message, with: algorithm)
        for index in signature.indices {
            var changed = signature
            changed[index] ^= 0x01
            #expect(!key.publicKey.verify(changed, of: Self.message, with: algorithm))
        }
    }

    @Test("what is malformed is simply not a signature", arguments: [SignatureAlgorithm.rsaSHA256, .ecdsaSHA256])
    func malformed(algorithm: SignatureAlgorithm) throws {
        let key = Self.key(for: algorithm)
        let good = try key.sign(Self.message, with: algorithm)
        let forms: [[UInt8]] = [
            [], [0], Array(good.dropLast()), good + [0], [0] + good, [UInt8](repeating: 0, count: good.count),
            [UInt8](repeating: 0xFF, count: good.count), [UInt8](repeating: 0x30, count: 100_000), derECDSA(good),
        ]
        for form in forms {
            #expect(!key.publicKey.verify(form, of: Self.message, with: algorithm))
        }
        #expect(key.publicKey.verify(good, of: Self.message, with: algorithm), "and nothing of it stays behind")
    }

    @Test("the hash, the key and the kind of key all count")
    func strictness() throws {
        let signature = try TestPKI.rsa2048.sign(Self.message, with: .rsaSHA256)
        #expect(!TestPKI.rsa2048.publicKey.verify(signature, of: Self.message, with: .rsaSHA384))
        #expect(!TestPKI.rsa2048.publicKey.verify(signature, of: Self.message, with: .ecdsaSHA256))
        #expect(!TestPKI.rsa2048Other.publicKey.verify(signature, of: Self.message, with: .rsaSHA256))
        #expect(!TestPKI.rsa3072.publicKey.verify(signature, of: Self.message, with: .rsaSHA256))
        #expect(!TestPKI.ecP256.publicKey.verify(signature, of: Self.message, with: .rsaSHA256))
        #expect(throws: KeyError.self) { try TestPKI.rsa2048.sign(Self.message, with: .ecdsaSHA256) }
        #expect(throws: KeyError.self) { try TestPKI.ecP256.sign(Self.message, with: .rsaSHA256) }
    }

    @Test("one key signs from many tasks at once")
    func shared() async throws {
        let expected = try TestPKI.rsa2048.sign(Self.message, with: .rsaSHA256)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<64 {
                group.addTask { try TestPKI.rsa2048.sign(Self.message, with: .rsaSHA256) }
            }
            for try await signature in group { #expect(signature == expected) }
        }
    }

    @Test("a message of no bytes signs and verifies")
    func empty() throws {
        let signature = try TestPKI.rsa2048.sign([], with: .rsaSHA512)
        #expect(TestPKI.rsa2048.publicKey.verify(signature, of: [], with: .rsaSHA512))
    }

    @Test("a key never prints itself")
    func description() {
        #expect("\(TestPKI.rsa2048)" == "PrivateKey(RSA 2048)")
    }

    /// DER of the SEQUENCE of r and s, written here a second time so that it checks ours.
    private func derECDSA(_ raw: [UInt8]) -> [UInt8] {
        let integers = [raw.prefix(raw.count / 2), raw.suffix(raw.count / 2)].map { half -> [UInt8] in
            var digits = Array(half.drop { $0 == 0 })
            if digits.first.map({ $0 > 0x7F }) ?? true { digits.insert(0, at: 0) }
            return [0x02, UInt8(truncatingIfNeeded: digits.count)] + digits
        }
        return [0x30, UInt8(truncatingIfNeeded: integers.joined().count)] + integers.joined()
    }

    private func rawECDSA(_ der: [UInt8], width: Int) throws -> [UInt8] {
        var rest = der.dropFirst(2)
        return try (0..<2).flatMap { _ in
            let length = Int(try #require(rest.dropFirst().first))
            let digits = rest.dropFirst(2).prefix(length).drop { $0 == 0 }
            rest = rest.dropFirst(2 + length)
            return [UInt8](repeating: 0, count: width - digits.count) + digits
        }
    }

    private func spki(_ key: PublicKey) -> [UInt8] {
        Array("-----BEGIN PUBLIC KEY-----\n\(Base64.encode(key.der))\n-----END PUBLIC KEY-----\n".utf8)
    }
}
