/// A call to the BSS APIs whose fields keep the documented rules.
///
/// The types are plain `Codable`: who sends them writes and reads the JSON.
public protocol BSSCall: Sendable {
    /// The body, when there is one.
    associatedtype Body: Encodable & Sendable
    /// What comes back.
    associatedtype Answer: Decodable & Sendable

    /// What is called.
    var operation: BSSOperation { get }
    /// The parameters of the query.
    var query: [BSSParameter] { get }
    /// The body; `nil` when there is none.
    var body: Body? { get }
}

extension BSSCall {
    /// None.
    public var query: [BSSParameter] { [] }
}

extension BSSCall where Self: Encodable, Body == Self {
    /// The call itself.
    public var body: Self? { self }
}
