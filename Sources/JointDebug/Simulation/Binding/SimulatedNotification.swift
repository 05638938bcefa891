import Foundation
public import HuaweiCloud
import SAML
public import XMLSecurity

/// An association notification as HUAWEI CLOUD posts it (huawei-cloud.md 5).
public struct SimulatedNotification: Sendable {
    /// The Base64 text of the JSON.
    public let bindRequest: String
    /// The signature method.
    public let sigAlg: String
    /// The signature in Base64.
    public let signature: String

    private struct JSON: Encodable {
        let domainName: String?
        let domainId: String
        let xUserId: String
        let bindAction: Int
    }

    /// Makes a notification.
    /// - Parameters:
    ///   - message: what it says.
    ///   - key: who signs it.
    ///   - signedOver: what the signature is made over.
    /// - Throws: ``KeyError`` when the key cannot sign.
    public init(
        _ message: AssociationMessage,
        signedBy key: SigningKey,
        over signedOver: SignedOver = .base64Text
    ) throws {
        let json = JSON(
            domainName: message.domainName,
            domainId: message.domainID,
            xUserId: message.xUserID,
            bindAction: message.action.rawValue
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try self.init(json: Array(encoder.encode(json)), signedBy: key, over: signedOver)
    }

    /// Makes a notification of any octets: the simulation may misbehave.
    /// - Parameters:
    ///   - json: what stands behind the Base64.
    ///   - key: who signs it.
    ///   - signedOver: what the signature is made over.
    /// - Throws: ``KeyError`` when the key cannot sign.
    public init(json: [UInt8], signedBy key: SigningKey, over signedOver: SignedOver = .base64Text) throws {
        let text = Base64.encode(json)
        let signed =
            switch signedOver {
            case .base64Text: Array(text.utf8)
            case .decodedJSON: json
            }
        bindRequest = text
        sigAlg = key.algorithm.rawValue
        signature = Base64.encode(try key.privateKey.sign(signed, with: key.algorithm))
    }

    /// The body of a form, or a query.
    public var form: String {
        [("bindRequest", bindRequest), ("SigAlg", sigAlg), ("Signature", signature)].map {
            "\($0.0)=\(PercentEncoding.encode($0.1, .upper))"
        }.joined(separator: "&")
    }

    /// The same as JSON.
    public var json: String {
        #"{"bindRequest":"\#(bindRequest)","SigAlg":"\#(sigAlg)","Signature":"\#(signature)"}"#
    }
}
