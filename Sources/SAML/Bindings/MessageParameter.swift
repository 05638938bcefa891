/// The parameter that carries a message in both bindings.
public enum MessageParameter: String, Sendable {
    /// A request.
    case request = "SAMLRequest"
    /// A response.
    case response = "SAMLResponse"

    var other: MessageParameter {
        self == .request ? .response : .request
    }
}
