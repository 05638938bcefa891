public import XMLSecurity

/// A signed message on its way through a browser.
public enum OutboundMessage: Sendable {
    /// Send the browser there (saml-bindings 3.4).
    case redirect(to: String)
    /// Answer with this form (saml-bindings 3.5).
    case form(PostForm)

    /// Writes and signs a message as the binding has it: the query's octets, or the element itself.
    /// - Parameters:
    ///   - parameter: which parameter carries it.
    ///   - address: where it goes, from metadata.
    ///   - binding: how.
    ///   - relayState: goes with it.
    ///   - key: signs.
    ///   - write: writes the message, with an enveloped signature when it is given a key.
    /// - Throws: ``KeyError`` when OpenSSL cannot sign; ``XMLError`` when a value cannot stand in XML.
    public init(
        _ parameter: MessageParameter,
        to address: String,
        by binding: Binding,
        relayState: RelayState?,
        signedBy key: SigningKey,
        _ write: (inout CanonicalWriter, SigningKey?) throws -> Void
    ) throws {
        var writer = CanonicalWriter()
        switch binding {
        case .httpRedirect:
            try write(&writer, nil)
            let query = try HTTPRedirectBinding.query(
                writer.finish(),
                as: parameter,
                relayState: relayState?.value,
                signedBy: key
            )
            self = .redirect(to: address + (address.contains("?") ? "&" : "?") + query)
        case .httpPOST:
            try write(&writer, key)
            self = .form(PostForm(try writer.finish(), as: parameter, to: address, relayState: relayState))
        }
    }
}
