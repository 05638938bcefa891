import IdentityProvider
import Testing
import XMLSecurity

@Suite struct OpaqueIDTests {
    private static let zeros = OpaqueID(from: Randomness { [UInt8](repeating: 0, count: $0) })

    @Test("An id is 256 bits as 43 characters of base64url")
    func form() {
        #expect(Self.zeros.text == String(repeating: "A", count: 43))
        #expect(OpaqueID(from: .openSSL) != OpaqueID(from: .openSSL))
    }

    @Test("An id comes back from its text")
    func roundTrip() {
        let id = OpaqueID(from: .openSSL)
        #expect(OpaqueID(id.text) == id)
    }

    @Test(
        "What was never made here is no id",
        arguments: [
            "", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
            String(repeating: "A", count: 43) + "=",
            String(repeating: "A", count: 42) + "B", String(repeating: "+", count: 43),
            String(repeating: "/", count: 43),
            " " + String(repeating: "A", count: 42), String(repeating: "中", count: 43),
        ]
    )
    func refused(text: String) {
        #expect(OpaqueID(text) == nil)
    }

    @Test("The digest is SHA-256 of the text")
    func digest() {
        #expect(Self.zeros.digest == Digest.sha256(Array(Self.zeros.text.utf8)))
    }
}
