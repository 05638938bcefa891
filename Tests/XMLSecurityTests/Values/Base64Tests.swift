import Testing
import XMLSecurity

@Suite("Base64")
struct Base64Tests {
    // RFC 4648 section 10, and the two characters that base64url replaces.
    @Test(
        "the vectors of RFC 4648 hold both ways",
        arguments: [
            ("", "", ""), ("f", "Zg==", "Zg"), ("fo", "Zm8=", "Zm8"), ("foo", "Zm9v", "Zm9v"),
            ("foob", "Zm9vYg==", "Zm9vYg"), ("fooba", "Zm9vYmE=", "Zm9vYmE"), ("foobar", "Zm9vYmFy", "Zm9vYmFy"),
            ("客户~?>", "5a6i5oi3fj8+", "5a6i5oi3fj8-"), ("???", "Pz8/", "Pz8_"),
        ]
    )
    func vectors(text: String, padded: String, url: String) {
        #expect(Base64.encode(Array(text.utf8)) == padded)
        #expect(Base64.encodeURL(Array(text.utf8)) == url)
        #expect(Base64.decode(padded.utf8) == Array(text.utf8))
        #expect(Base64.decodeURL(url.utf8) == Array(text.utf8))
    }

    @Test(
        "what does not encode back to itself is refused",
        arguments: [
            "Z", "Zg", "Zg=", "Zg===", "=", "==", "====", "Z===", "Zm8", "Zm8==", "Zh==", "Zm9=", "Zm9v=", "Zm9v====",
            "Zg==Zg==", "Zm9-", "Zm9_", "Zm9v\n", "Zm 9", "Zm9*", "Zm9v\0", "ＺＧＶ", "=Zm9", "Zm=9", "Zm9vZ", "Zm9vZm",
        ]
    )
    func refuses(text: String) {
        #expect(Base64.decode(text.utf8) == nil)
    }

    @Test(
        "base64url takes neither padding nor the other alphabet",
        arguments: ["Zg==", "Zm8=", "Pz8/", "+A", "Z", "Zh", "Zg\n"]
    )
    func refusesURL(text: String) {
        #expect(Base64.decodeURL(text.utf8) == nil)
    }

    @Test("line breaks are taken where POST forms and XML carry them, and nothing else")
    func lineBreaks() {
        #expect(Base64.decode("Zm9v\r\nYm\tFy \n".utf8, allowingLineBreaks: true) == Array("foobar".utf8))
        #expect(Base64.decode("Zg=\n=".utf8, allowingLineBreaks: true) == [UInt8(ascii: "f")])
        #expect(Base64.decode("Zm9v\u{0B}".utf8, allowingLineBreaks: true) == nil)
        #expect(Base64.decode("Zm9v\u{A0}".utf8, allowingLineBreaks: true) == nil)
        #expect(Base64.decode("Zm9v&#13;".utf8, allowingLineBreaks: true) == nil)
        #expect(Base64.decode(" \n".utf8, allowingLineBreaks: true) == [])
    }

    @Test("every octet and every length is read back")
    func roundTrip() {
        for length in 0..<260 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ length) }
            #expect(Base64.decode(Base64.encode(bytes).utf8) == bytes)
            #expect(Base64.decodeURL(Base64.encodeURL(bytes).utf8) == bytes)
            #expect(Array(Base64.encode(bytes).utf8) == Base64.encodeBytes(bytes))
        }
    }

    @Test("each of two characters has one meaning: 4,096 pairs decode to at most one octet each")
    func canonical() {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let decoded = alphabet.flatMap { first in
            alphabet.compactMap { second in Base64.decode([first, second] + Array("==".utf8)) }
        }
        #expect(decoded.count == 256)
        #expect(Set(decoded).count == 256)
    }

    @Test("digests are SHA-256, in hexadecimal as everybody writes it")
    func digest() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(Hexadecimal.encode(Digest.sha256(Array("abc".utf8))) == abc)
        let bytes = Array("xabcx".utf8)
        #expect(Hexadecimal.encode(Digest.sha256(of: [bytes[1..<2], bytes[2..<2], bytes[2..<4]])) == abc)
        #expect(
            Hexadecimal.encode(Digest.sha256(of: []))
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
        #expect(Digest.equal([1, 2, 3], [1, 2, 3]))
        #expect(!Digest.equal([1, 2, 3], [1, 2, 4]))
        #expect(!Digest.equal([1, 2, 3], [1, 2]))
        #expect(Digest.equal([], []))
    }

    @Test("random octets come in the number asked for, and never twice")
    func randomness() {
        #expect(Randomness.openSSL.bytes(0).isEmpty)
        #expect(Set((0..<100).map { _ in Randomness.openSSL.bytes(16) }).count == 100)
        #expect(Randomness { [UInt8](repeating: 7, count: $0) }.bytes(3) == [7, 7, 7])
    }
}
