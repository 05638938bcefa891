import FuzzSupport
import SAML
import XMLSecurity

/// XML: as a document, as a posted request, and as a response.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let xml = unsafe Input.octets(start, count)
    // What is not XML is refused by the same parser everywhere.
    guard let document = try? XMLDocument(parsing: xml, limits: .message) else { return 0 }
    Rewriting.check(document, limits: .message)
    judgeRequest(xml)
    judgeResponse(xml)
    return 0
}

private func judgeRequest(_ xml: [UInt8]) {
    let body = Array(("SAMLRequest=" + PercentEncoding.encode(Base64.encode(xml))).utf8)
    guard body.count <= HTTPPOSTBinding.longestBody else { return }
    do {
        let message = try InboundMessage.post(body: body).decode(.request)
        always(message.xml == xml, "a posted message comes out as it went in")
        let verified = try UnverifiedRequest(message).verify(keys: [Scene.key], required: false)
        guard verified.signature != nil else {
            Rewriting.check(verified.message)
            let demanded = try? UnverifiedRequest(message).verify(keys: [Scene.key], required: true)
            always(demanded == nil, "a request without a signature is taken for a signed one")
            return
        }
        let octets = Rewriting.check(verified.message) ?? []
        always(Pinned.signed.contains(Scene.fingerprint(octets)), "a request that was never signed verifies")
    } catch {
        // Refused.
    }
}

private func judgeResponse(_ xml: [UInt8]) {
    guard case .success(let response) = ResponseValidator(Scene.expectations).validate(xml, at: Scene.now) else {
        return
    }
    let octets = response.signature.bytes
    always(Pinned.signed.contains(Scene.fingerprint(octets)), "a response that was never signed is valid")
    always(response.assertion.subject?.nameID?.value == "_name", "an assertion was read from something not signed")
}
