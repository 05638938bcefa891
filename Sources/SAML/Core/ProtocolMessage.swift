public import XMLSecurity

/// A message that comes by the bindings and is verified alike: requests and logout messages (saml-core 3.2).
public protocol ProtocolMessage: Sendable {
    /// Reads the message.
    /// - Throws: ``Refusal`` at the first thing that is not as saml-core 3 has it.
    init(decoding element: XMLElement) throws(Refusal)

    /// Who says to have sent it.
    var issuer: String { get }
}

extension AuthnRequest: ProtocolMessage {}
extension LogoutRequest: ProtocolMessage {}
extension LogoutResponse: ProtocolMessage {}
