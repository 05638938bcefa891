public import XMLSecurity

/// How strictly a message is judged (design 4.9).
public enum ValidationPolicy: String, CaseIterable, Sendable {
    /// The service, always.
    case strict
    /// Looking at messages of old peers by hand: SHA-1, RSA-1024, CBC and PKCS#1 v1.5 pass with a warning.
    case interop

    /// The signature algorithms and key lengths taken.
    public var signatures: SignaturePolicy {
        switch self {
        case .strict: .strict
        case .interop: .interop
        }
    }

    /// The encryption algorithms taken.
    public var encryption: EncryptionPolicy {
        switch self {
        case .strict: .strict
        case .interop: .interop
        }
    }

    /// What `strict` would have refused of an encryption that `interop` took.
    static func warnings(on decrypted: DecryptedElement) -> [Refusal] {
        let weak = [
            EncryptionPolicy.strict.contents.contains(decrypted.content) ? nil : decrypted.content.rawValue,
            EncryptionPolicy.strict.transports.contains(decrypted.transport) ? nil : decrypted.transport.rawValue,
        ]
        return weak.compactMap { $0 }.map { Refusal(.warningEncryption, found: $0) }
    }
}
