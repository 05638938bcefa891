import XMLSecurity

/// The HTTP-POST binding (saml-bindings 3.5).
public enum HTTPPOSTBinding: Sendable {
    /// The longest body taken.
    public static let longestBody = 256 * 1024

    static func decode(_ body: [UInt8], _ parameter: MessageParameter) throws(Refusal) -> DecodedMessage {
        guard body.count <= longestBody else {
            throw Refusal(.limitSize, expected: "a body of at most \(longestBody) octets", found: "\(body.count)")
        }
        let parameters = try URLEncodedParameters(body, known: ["SAMLRequest", "SAMLResponse", "RelayState"])
        guard parameters.raw(parameter.other.rawValue) == nil else { throw Refusal(.transportAmbiguous) }
        guard let text = try parameters.decoded(parameter.rawValue) else {
            throw Refusal(.transportMissing, expected: parameter.rawValue)
        }
        guard let xml = Base64.decode(text, allowingLineBreaks: true) else {
            throw Refusal(.transportBase64, found: parameter.rawValue)
        }
        let state = try parameters.text("RelayState")
        return DecodedMessage(
            xml: xml,
            binding: .httpPOST,
            relayState: try state.map { state throws(Refusal) in try RelayState(state) },
            detached: nil
        )
    }
}
