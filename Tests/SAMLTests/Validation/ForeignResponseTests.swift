import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("Responses that another program signed")
struct ForeignResponseTests {
    @Test("What is right is accepted, however unusual it looks", arguments: ResponseCase.accepted)
    func accepted(response: ResponseCase) throws {
        let document = try response.document()
        for policy in ValidationPolicy.allCases {
            let validated = try ResponseCase.validate(document, policy: policy).get()
            #expect(validated.assertion.issuer == ResponseText.idp)
            #expect(validated.warnings.isEmpty)
        }
    }

    @Test("What is wrong in one thing is refused for that thing", arguments: ResponseCase.refused)
    func refused(response: ResponseCase) throws {
        guard case .failure(let refusal) = try ResponseCase.validate(response.document()) else {
            Issue.record("accepted")
            return
        }
        #expect(response.codes.contains(refusal.code.id), "\(refusal.code.id) \(refusal)")
    }

    @Test("Texts are read whole: comments neither cut nor hide, null is no value, an element's text counts")
    func texts() throws {
        func values(_ what: String) throws -> [String] {
            let response = try #require(ResponseCase.accepted.first { $0.name == what })
            return try ResponseCase.validate(response.document()).get().assertion.attributes[0].values
        }
        #expect(try values("a comment and CDATA inside texts") == ["user-1"])
        #expect(try values("an attribute with several values, one of them null, one empty") == ["1", ""])
        #expect(try values("an attribute value that is an element") == ["pairwise"])
    }

    @Test("interop takes SHA-1 and short keys, and says so")
    func interop() throws {
        var text = ResponseText(at: ResponseCase.now)
        text.pair = .rsa1024
        text.method = SignatureAlgorithm.rsaSHA1.rawValue
        text.digest = DigestAlgorithm.sha1.rawValue
        let document = try text.document()
        let validated = try ResponseCase.validate(document, policy: .interop).get()
        let codes = validated.warnings.map(\.code.id)
        #expect(codes == ["algorithm.sha1-accepted", "algorithm.sha1-accepted", "key.short-accepted"])
    }

    @Test("Any of several keys verifies, and a signature by none of them names those that are known")
    func rollover() throws {
        let document = try ResponseText(at: ResponseCase.now).document()
        let old = SigningPair.rsaOther.verification
        #expect((try? ResponseCase.validate(document, keys: [old, SigningPair.rsa.verification]).get()) != nil)
        #expect((try? ResponseCase.validate(document, keys: [old]).get()) == nil)
        #expect((try? ResponseCase.validate(document, keys: []).get()) == nil)
    }

    @Test("Twenty megabytes in one attribute value are refused by their size")
    func huge() throws {
        let text = String(decoding: try ResponseText(at: ResponseCase.now).document(), as: UTF8.self)
        let huge = text.replacing("user-1", with: String(repeating: "A", count: 20 * 1024 * 1024))
        guard case .failure(let refusal) = ResponseCase.validate(Array(huge.utf8)) else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.code == .limitSize)
    }
}
