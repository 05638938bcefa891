import Foundation
public import Onboarding
public import XMLSecurity

/// A delivery as it goes over the wire: a JSON body, and headers that prove where it comes from and when.
public struct WebhookMessage: Sendable {
    /// The header with the seconds since 1970 at which this attempt was signed.
    public static let timestampHeader = "Drawbridge-Timestamp"
    /// The header with HMAC-SHA-256 of `timestamp.body` in hexadecimal.
    public static let signatureHeader = "Drawbridge-Signature"

    /// The body, the same in each attempt.
    public let body: [UInt8]
    /// The headers, signed anew in each attempt.
    public let headers: [(String, String)]

    private struct Body: Encodable {
        let id: String
        let type = "association.changed"
        let at: String
        let portal: String
        let x_account_id: String
        let state: String
        let previous_state: String
        let source: String
        let since: String
        let domain_id: String?
        let domain_name: String?

        init(_ delivery: WebhookDelivery) {
            let change = delivery.change
            let association = change.association
            id = String(delivery.id)
            at = change.at.xsDateTime
            portal = delivery.portal
            x_account_id = association.account
            state = association.state.rawValue
            previous_state = change.previous.rawValue
            source = association.source.rawValue
            since = association.since.xsDateTime
            domain_id = association.cloudAccount?.id
            domain_name = association.cloudAccount?.name
        }
    }

    /// Signs a delivery.
    /// - Parameters:
    ///   - delivery: what is told.
    ///   - secret: the portal's.
    ///   - now: the time.
    /// - Throws: never in practice: the body is texts.
    public init(_ delivery: WebhookDelivery, secret: Secret, at now: Instant) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = Array(try encoder.encode(Body(delivery)))
        let timestamp = String(now.milliseconds / 1000)
        let signed = Array((timestamp + ".").utf8) + body
        let code = secret.withBytes { Digest.hmacSHA256(signed, key: $0) }
        self.body = body
        headers = [
            ("Content-Type", "application/json"), (Self.timestampHeader, timestamp),
            (Self.signatureHeader, Hexadecimal.encode(code)),
        ]
    }
}
