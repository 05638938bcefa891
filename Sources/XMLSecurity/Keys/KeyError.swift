/// Why a key or a certificate could not be made, read or used.
public struct KeyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The stable kinds; texts for people hang on these, not on `reason`.
    public enum Code: Hashable, Sendable {
        /// Not PEM, or PEM that is cut off or holds something else than one private key.
        case notPEM
        /// The key is encrypted and the passphrase given does not open it.
        case wrongPassphrase
        /// The key is encrypted, or is to be, and no passphrase was given.
        case passphraseRequired
        /// Neither RSA nor EC on a curve of `KeyAlgorithm`, or encrypted in a way that OpenSSL no longer reads.
        case unsupportedKey
        /// RSA below `KeyAlgorithm.shortestRSA`.
        case tooShort(bits: Int)
        /// Not exactly one X.509 certificate.
        case notCertificate
        /// OpenSSL could not make the key, the certificate or the encrypted file.
        case generation
        /// The key cannot sign with that algorithm.
        case signing
        /// The key cannot encrypt, or OpenSSL could not.
        case encryption
        /// A private and a public half that do not belong together.
        case mismatch
    }

    /// What kind of failure it is.
    public let code: Code
    /// One English sentence, with OpenSSL's own words where it had some.
    public let reason: String

    /// Used where OpenSSL left nothing to say.
    init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    /// Empties OpenSSL's error queue into the reason.
    static func openSSL(_ code: Code, _ reason: String) -> KeyError {
        let details = OpenSSLErrors.drain()
        return KeyError(code, details.isEmpty ? reason : "\(reason) (\(details))")
    }

    /// The reason.
    public var description: String { reason }
}
