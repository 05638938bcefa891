public import XMLSecurity

/// The HTTP-Redirect binding (saml-bindings 3.4).
public enum HTTPRedirectBinding: Sendable {
    /// The longest query taken; browsers and proxies cut below this, and a HUAWEI CLOUD request has about 2 KB.
    public static let longestQuery = 16 * 1024
    /// What a message may inflate to.
    public static let longestMessage = 128 * 1024

    private static let deflate = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE"

    static func decode(_ query: [UInt8], _ parameter: MessageParameter) throws(Refusal) -> DecodedMessage {
        guard query.count <= longestQuery else {
            throw Refusal(.limitSize, expected: "a query of at most \(longestQuery) octets", found: "\(query.count)")
        }
        let parameters = try URLEncodedParameters(
            query,
            known: ["SAMLRequest", "SAMLResponse", "RelayState", "SigAlg", "Signature", "SAMLEncoding"]
        )
        guard parameters.raw(parameter.other.rawValue) == nil else { throw Refusal(.transportAmbiguous) }
        let encoding = try parameters.text("SAMLEncoding") ?? deflate
        guard encoding == deflate else { throw Refusal(.transportEncoding, expected: deflate, found: encoding) }
        guard let text = try parameters.decoded(parameter.rawValue) else {
            throw Refusal(.transportMissing, expected: parameter.rawValue)
        }
        guard let compressed = Base64.decode(text) else { throw Refusal(.transportBase64, found: parameter.rawValue) }
        let xml: [UInt8]
        do {
            xml = try Deflate.inflate(compressed, limit: longestMessage)
        } catch {
            throw Refusal(error)
        }
        let state = try parameters.text("RelayState")
        return DecodedMessage(
            xml: xml,
            binding: .httpRedirect,
            relayState: try state.map { state throws(Refusal) in try RelayState(state) },
            detached: try signature(in: parameters, parameter)
        )
    }

    // The signed octets are the received ones, in the order that the binding names: decoding and encoding again would
    // check another message than the one that was signed.
    private static func signature(
        in parameters: URLEncodedParameters,
        _ parameter: MessageParameter
    ) throws(Refusal) -> DecodedMessage.DetachedSignature? {
        let algorithm = try parameters.text("SigAlg")
        let encoded = try parameters.decoded("Signature")
        guard let algorithm, let encoded else {
            guard algorithm == nil, encoded == nil else { throw Refusal(.transportSignaturePair) }
            return nil
        }
        guard let value = Base64.decode(encoded, allowingLineBreaks: true), !value.isEmpty else {
            throw Refusal(.transportBase64, found: "Signature")
        }
        var signed: [UInt8] = []
        for name in [parameter.rawValue, "RelayState", "SigAlg"] {
            guard let raw = parameters.raw(name) else { continue }
            if !signed.isEmpty { signed.append(UInt8(ascii: "&")) }
            signed += Array(name.utf8) + [UInt8(ascii: "=")] + raw
        }
        return DecodedMessage.DetachedSignature(signed: signed, algorithm: algorithm, value: value)
    }

    /// The query that carries a message, signed when a key is given.
    /// - Parameters:
    ///   - xml: the message without an XML signature.
    ///   - parameter: which parameter carries it.
    ///   - relayState: goes with it.
    ///   - key: signs the query.
    ///   - escapes: how percent escapes are written; HUAWEI CLOUD writes them in lower case.
    /// - Returns: the query without `?`.
    /// - Throws: ``KeyError`` when OpenSSL cannot sign.
    public static func query(
        _ xml: [UInt8],
        as parameter: MessageParameter,
        relayState: String?,
        signedBy key: SigningKey?,
        escapes: PercentEncoding.Case = .upper
    ) throws(KeyError) -> String {
        let encode = { (text: String) in PercentEncoding.encode(text, escapes) }
        var query = parameter.rawValue + "=" + encode(Base64.encode(Deflate.deflate(xml)))
        if let relayState { query += "&RelayState=" + encode(relayState) }
        guard let key else { return query }
        query += "&SigAlg=" + encode(key.algorithm.rawValue)
        let signature = try key.privateKey.sign(Array(query.utf8), with: key.algorithm)
        return query + "&Signature=" + encode(Base64.encode(signature))
    }
}
