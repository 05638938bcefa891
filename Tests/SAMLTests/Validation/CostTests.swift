import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("What costs too much is refused by a limit with a name")
struct CostTests {
    // A gigabyte of zeros is one megabyte of DEFLATE and 1.4 of Base64: more than a body may have. What fits into a body
    // is not inflated at all, for POST has no DEFLATE.
    @Test("A DEFLATE bomb in a POST is not inflated")
    func bombInPost() throws {
        let bomb = Deflate.deflate([UInt8](repeating: UInt8(ascii: "A"), count: 64 * 1024 * 1024))
        let body = Array("SAMLResponse=\(PercentEncoding.encode(Base64.encode(bomb)))".utf8)
        #expect(body.count < HTTPPOSTBinding.longestBody)
        let decoded = try InboundMessage.post(body: body).decode(.response)
        #expect(decoded.xml == bomb)
        guard case .failure(let refusal) = ResponseCase.validate(decoded.xml) else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.code.refusalClass == .schema)
        let gigabyte = body + [UInt8](repeating: UInt8(ascii: "A"), count: 1024 * 1024)
        #expect(throws: Refusal.self) { try InboundMessage.post(body: gigabyte).decode(.response) }
    }

    @Test("A DEFLATE bomb in a query stops at the limit")
    func bombInQuery() throws {
        let bomb = Deflate.deflate([UInt8](repeating: UInt8(ascii: "A"), count: 8 * 1024 * 1024))
        let query = Array("SAMLRequest=\(PercentEncoding.encode(Base64.encode(bomb)))".utf8)
        #expect(query.count < HTTPRedirectBinding.longestQuery)
        do {
            _ = try InboundMessage.redirect(query: query).decode(.request)
            Issue.record("taken")
        } catch {
            #expect(error.code == .limitSize)
        }
    }

    @Test(
        "Depth, elements, attributes, namespaces and text each have their own limit",
        arguments: [
            String(repeating: "<a>", count: 100_000), "<a>" + String(repeating: "<b/>", count: 40_000) + "</a>",
            "<a " + (0..<20_000).map { "a\($0)=''" }.joined(separator: " ") + "/>",
            "<a " + (0..<9_000).map { "xmlns:n\($0)='urn:\($0)'" }.joined(separator: " ") + "/>",
            "<a>" + String(repeating: "x", count: 200_000) + "</a>",
            "<a b='" + String(repeating: "x", count: 200_000) + "'/>",
        ]
    )
    func structure(text: String) throws {
        guard case .failure(let refusal) = ResponseCase.validate(Array(text.utf8)) else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.code.refusalClass == .limit)
    }
}
