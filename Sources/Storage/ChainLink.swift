import Foundation
import XMLSecurity

/// What a row puts into the chain: exactly the octets that are stored, so that entries of other versions
/// stay verifiable.
struct ChainLink {
    // What the first entry is chained to.
    private static let beginning = Data(repeating: 0, count: 32)

    let sequence: Int64
    let at: Int64
    let content: String

    /// SHA-256 of the link before, number and time as eight octets each, and the content.
    func chain(behind previous: Data?) -> Data {
        let octets = Array(previous ?? Self.beginning) + Self.octets(sequence) + Self.octets(at) + Array(content.utf8)
        return Data(Digest.sha256(octets))
    }

    private static func octets(_ number: Int64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }
}
