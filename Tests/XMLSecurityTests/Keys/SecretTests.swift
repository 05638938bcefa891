import Testing
import XMLSecurity

@Suite("Secret")
struct SecretTests {
    struct Holder: Sendable {
        let passphrase: Secret
    }

    @Test("however a secret is printed, its bytes do not appear")
    func redaction() {
        let secret = Secret("opensesame")
        let holder = Holder(passphrase: secret)
        var dumped = ""
        dump(holder, to: &dumped)
        let printed = ["\(secret)", String(reflecting: secret), "\(holder)", String(reflecting: [secret]), dumped]
        for text in printed {
            #expect(!text.contains("opensesame"))
            #expect(!text.contains("111"), "the bytes of the text in decimal")
            #expect(text.contains("<redacted>"))
        }
    }

    @Test("the one who uses it gets the UTF-8")
    func lending() {
        #expect(Secret("口令").withBytes { $0 } == Array("口令".utf8))
        #expect(Secret([1, 0, 2]).withBytes { $0.count } == 3)
    }
}
