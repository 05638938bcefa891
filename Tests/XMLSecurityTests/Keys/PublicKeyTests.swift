import TestSupport
import Testing
import XMLSecurity

@Suite("Public keys")
struct PublicKeyTests {
    @Test("a public key survives its DER and equals itself")
    func roundTrip() throws {
        for key in [TestPKI.rsa2048, TestPKI.rsa4096, TestPKI.ecP256] {
            let read = try PublicKey(der: key.publicKey.der)
            #expect(read == key.publicKey)
            #expect(Set([read, key.publicKey, TestPKI.rsa2048Other.publicKey]).count == 2)
            #expect(read.algorithm == key.algorithm)
        }
    }

    @Test("bytes behind, bytes missing and garbage are refused")
    func strict() {
        let der = TestPKI.rsa2048.publicKey.der
        for bytes in [der + [0], Array(der.dropLast()), [], [0x30, 0x00], Array("garbage".utf8)] {
            #expect(throws: KeyError.self) { try PublicKey(der: bytes) }
        }
    }

    @Test("a short RSA key of an old peer is read and marked, for a linter must be able to name it")
    func short() throws {
        let pem = try OpenSSLCommand.run(["genrsa", "1024"])
        let der = try OpenSSLCommand.run(
            ["pkey", "-in", "key", "-pubout", "-outform", "DER"],
            files: ["key": pem]
        )
        let key = try PublicKey(der: der)
        #expect(key.algorithm == .rsa(bits: 1024))
        #expect(key.algorithm.isTooShort)
        #expect(!TestPKI.rsa2048.algorithm.isTooShort)
        #expect(!TestPKI.ecP256.algorithm.isTooShort)
    }
}
