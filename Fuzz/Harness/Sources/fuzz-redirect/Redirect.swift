import FuzzSupport
import SAML
import XMLSecurity

private let known = ["SAMLRequest", "SAMLResponse", "RelayState", "SigAlg", "Signature", "SAMLEncoding"]

/// A query string: its parameters, the message in it, its signature.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let query = unsafe Input.octets(start, count)
    _ = try? InboundMessage.redirect(query: query).decode(.response)
    guard let message = try? InboundMessage.redirect(query: query).decode(.request) else { return 0 }
    judge(message, query)
    guard let request = try? UnverifiedRequest(message) else { return 0 }
    if let unsigned = try? request.verify(keys: [Scene.key], required: false) { Rewriting.check(unsigned.message) }
    if let verified = try? request.verify(keys: [Scene.key], required: true) {
        always(verified.signature != nil, "a request without a signature is taken for a signed one")
        let signed = message.detached?.signed ?? []
        always(Pinned.signed.contains(Scene.fingerprint(signed)), "a query that was never signed verifies")
    }
    return 0
}

private func judge(_ message: DecodedMessage, _ query: [UInt8]) {
    let fields = query.split(separator: UInt8(ascii: "&")).map { Array($0) }
    let names = fields.map { String(decoding: $0.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self) }
    for name in known {
        always(names.count { $0.lowercased() == name.lowercased() } <= 1, "\(name) twice, and accepted")
    }
    always(names.contains("SAMLRequest") && !names.contains("SAMLResponse"), "another message was read")
    always(message.xml.count <= HTTPRedirectBinding.longestMessage, "a message longer than the limit")
    always((message.relayState?.value.utf8.count ?? 0) <= RelayState.longest, "a RelayState longer than the limit")
    always((message.relayState != nil) == names.contains("RelayState"), "RelayState is lost or made up")
    guard let detached = message.detached else {
        always(!names.contains("Signature") && !names.contains("SigAlg"), "a signature was not looked at")
        return
    }
    let covered = ["SAMLRequest", "RelayState", "SigAlg"].compactMap { name in
        names.firstIndex(of: name).map { fields[$0] }
    }
    let expected = covered.map { $0.contains(UInt8(ascii: "=")) ? $0 : $0 + [UInt8(ascii: "=")] }
    always(
        detached.signed == Array(expected.joined(separator: [UInt8(ascii: "&")])),
        "other octets than those received"
    )
}
