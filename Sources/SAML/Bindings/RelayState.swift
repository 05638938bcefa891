/// State of the SP that comes back to it unchanged (saml-bindings 3.4.3, 3.5.3).
///
/// Opaque: never a link, never logged.
public struct RelayState: Hashable, Sendable, Codable, CustomStringConvertible {
    /// saml-bindings allows an SP 80 octets; SPs that put a whole address there are common, whole documents are not.
    public static let longest = 2048

    /// The value as it is sent back.
    public let value: String

    /// Takes a state as it came.
    /// - Parameter value: the decoded value, which may be empty.
    /// - Throws: ``Refusal`` when it is longer than ``longest`` octets.
    public init(_ value: String) throws(Refusal) {
        guard value.utf8.count <= Self.longest else {
            throw Refusal(.limitRelayState, expected: "at most \(Self.longest) octets", found: "\(value.utf8.count)")
        }
        self.value = value
    }

    /// A placeholder: the state may hold addresses of the customer.
    public var description: String { "<relay state>" }
}
