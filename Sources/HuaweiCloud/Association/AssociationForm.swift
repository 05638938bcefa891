public import SAML
public import XMLSecurity

/// The form that notifies of an association, taken apart and not verified (huawei-cloud.md 5).
///
/// It comes through the customer's browser: until ``signature`` verifies over ``signed``, nothing of it may be used.
public struct AssociationForm: Sendable {
    /// The longest body taken; the three fields have about 600 octets, and what stands before us may add some.
    public static let longestBody = 64 * 1024

    private static let names = ["bindRequest", "SigAlg", "Signature"]

    /// The JSON as it was in its Base64; not parsed here.
    public let json: [UInt8]
    /// The octets that are signed: the Base64 text of `bindRequest`.
    public let signed: [UInt8]
    /// The value of `bindRequest` as it was received, a part of the body with its percent escapes.
    ///
    /// The documentation does not say whether the signature is made before or after the form's encoding; joint
    /// debugging compares.
    public let received: [UInt8]
    /// The signature method.
    public let algorithm: SignatureAlgorithm
    /// The signature.
    public let signature: [UInt8]

    /// Reads a body.
    /// - Parameter body: the raw body of `application/x-www-form-urlencoded`.
    /// - Throws: ``Refusal`` unless each of the three fields is there exactly once and written as documented.
    public init(_ body: [UInt8]) throws(Refusal) {
        guard body.count <= Self.longestBody else {
            throw Refusal(.associationSize, expected: "at most \(Self.longestBody) octets", found: "\(body.count)")
        }
        let parameters = try URLEncodedParameters(body, known: Set(Self.names))
        signed = try Self.octets("bindRequest", in: parameters)
        received = parameters.raw("bindRequest").map { Array($0) } ?? []
        json = try Self.base64(signed, "bindRequest")
        algorithm = try Self.algorithm(in: parameters)
        signature = try Self.base64(Self.octets("Signature", in: parameters), "Signature")
    }

    /// Takes fields that came in another form: JSON from a server, or one that was kept.
    /// - Parameters:
    ///   - bindRequest: the Base64 text.
    ///   - sigAlg: the URI of the signature method.
    ///   - signature: the signature in Base64.
    /// - Throws: ``Refusal`` unless each is written as documented.
    public init(bindRequest: String, sigAlg: String, signature: String) throws(Refusal) {
        for (name, value) in [("bindRequest", bindRequest), ("SigAlg", sigAlg), ("Signature", signature)] {
            guard !value.isEmpty else { throw Refusal(.associationMissing, xpath: name, expected: name) }
        }
        signed = Array(bindRequest.utf8)
        received = signed
        json = try Self.base64(signed, "bindRequest")
        algorithm = try Self.algorithm(sigAlg)
        self.signature = try Self.base64(Array(signature.utf8), "Signature")
    }

    private static func octets(_ name: String, in parameters: URLEncodedParameters) throws(Refusal) -> [UInt8] {
        guard let octets = try parameters.decoded(name), !octets.isEmpty else {
            throw Refusal(.associationMissing, xpath: name, expected: name)
        }
        return octets
    }

    private static func base64(_ text: [UInt8], _ name: String) throws(Refusal) -> [UInt8] {
        guard let octets = Base64.decode(text) else { throw Refusal(.associationBase64, xpath: name, found: name) }
        return octets
    }

    private static func algorithm(in parameters: URLEncodedParameters) throws(Refusal) -> SignatureAlgorithm {
        guard let found = try parameters.text("SigAlg"), !found.isEmpty else {
            throw Refusal(.associationMissing, xpath: "SigAlg", expected: "SigAlg")
        }
        return try algorithm(found)
    }

    // The documentation prints the URI in capitals.
    private static func algorithm(_ found: String) throws(Refusal) -> SignatureAlgorithm {
        let allowed = SignaturePolicy.strict.signatures
        guard let algorithm = allowed.first(where: { $0.rawValue.lowercased() == found.lowercased() }) else {
            let expected = allowed.map(\.rawValue).joined(separator: ", ")
            throw Refusal(.associationAlgorithm, xpath: "SigAlg", expected: expected, found: found)
        }
        return algorithm
    }
}
