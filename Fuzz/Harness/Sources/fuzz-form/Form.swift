import FuzzSupport
import HuaweiCloud
import SAML
import XMLSecurity

private let known: Set = ["bindRequest", "SigAlg", "Signature"]

/// The body of an association notification: the parameters, the Base64, the form.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let body = unsafe Input.octets(start, count)
    judgeBase64(body)
    judgeEncoding(body)
    guard let parameters = try? URLEncodedParameters(body, known: known) else {
        always((try? AssociationForm(body)) == nil, "a form is made of parameters that are refused")
        return 0
    }
    for name in known {
        if let raw = parameters.raw(name) { always(body[raw.indices] == raw, "a value that was not received") }
        guard let decoded = try? parameters.decoded(name) else { continue }
        let text = try? parameters.text(name)
        always(text.map { Array($0.utf8) == decoded } ?? true, "a text that is not its octets")
        judgeBase64(decoded)
    }
    if let form = try? AssociationForm(body) { judge(form, body) }
    return 0
}

private func judge(_ form: AssociationForm, _ body: [UInt8]) {
    always(body.contains(form.received), "octets that were not received")
    always(Base64.encodeBytes(form.json) == form.signed, "the JSON is not what was signed")
    always(!form.json.isEmpty && !form.signature.isEmpty, "an empty value is taken")
    let fields = body.split(separator: UInt8(ascii: "&"))
    for name in known {
        always(fields.count { $0.starts(with: Array((name + "=").utf8)) } == 1, "\(name) is not there exactly once")
    }
    let again =
        "Signature=\(PercentEncoding.encode(Base64.encode(form.signature)))"
        + "&SigAlg=\(PercentEncoding.encode(form.algorithm.rawValue))"
        + "&bindRequest=\(PercentEncoding.encode(Base64.encode(form.json), .lower))"
    guard again.utf8.count <= AssociationForm.longestBody else { return }
    let other = try? AssociationForm(Array(again.utf8))
    always(other?.signed == form.signed && other?.signature == form.signature, "a form written and read is another")
    always(other?.algorithm == form.algorithm, "another algorithm")
}

// Strict: what is decoded encodes back to itself.
private func judgeBase64(_ octets: [UInt8]) {
    if let decoded = Base64.decode(octets) { always(Base64.encodeBytes(decoded) == octets, "Base64 is lenient") }
    if let decoded = Base64.decodeURL(octets) {
        always(Array(Base64.encodeURL(decoded).utf8) == octets, "base64url is lenient")
    }
    always(Base64.decode(Base64.encodeBytes(octets)) == octets, "Base64 loses octets")
}

private func judgeEncoding(_ octets: [UInt8]) {
    guard let text = String(validating: octets, as: UTF8.self), !octets.contains(0) else { return }
    let escapes: PercentEncoding.Case = octets.count.isMultiple(of: 2) ? .upper : .lower
    let body = Array(("SigAlg=" + PercentEncoding.encode(text, escapes)).utf8)
    let read = try? URLEncodedParameters(body, known: known).text("SigAlg")
    always(read == text, "percent-encoding loses octets")
}
