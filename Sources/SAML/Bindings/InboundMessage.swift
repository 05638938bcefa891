/// What arrived, before anything is read: the binding and its raw octets.
public enum InboundMessage: Sendable {
    /// The query string of a GET, without `?`, exactly as it stood in the request line.
    case redirect(query: [UInt8])
    /// The body of a POST, exactly as it came.
    case post(body: [UInt8])

    /// The binding.
    public var binding: Binding {
        switch self {
        case .redirect: .httpRedirect
        case .post: .httpPOST
        }
    }

    /// Takes the message out of its transport.
    /// - Parameter parameter: `SAMLRequest` or `SAMLResponse`, whichever is expected here.
    /// - Returns: the message's XML with what came beside it.
    /// - Throws: ``Refusal`` of class transport or limit.
    public func decode(_ parameter: MessageParameter) throws(Refusal) -> DecodedMessage {
        switch self {
        case .redirect(let query): try HTTPRedirectBinding.decode(query, parameter)
        case .post(let body): try HTTPPOSTBinding.decode(body, parameter)
        }
    }
}
