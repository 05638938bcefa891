public import XMLSecurity

/// Keys of a simulation, with certificates that say so.
public enum SimulationKey: Sendable {
    /// Ten years, as the real certificate has.
    private static let days = 3650

    /// Makes a key with its certificate.
    /// - Parameters:
    ///   - size: the length of the modulus; the real one has 4096 bits.
    ///   - now: from five minutes before on, the certificate is valid.
    /// - Returns: the key.
    /// - Throws: ``KeyError`` when OpenSSL cannot make it.
    public static func make(_ size: RSAKeySize, at now: Instant) throws(KeyError) -> SigningKey {
        let key = try PrivateKey.generate(size)
        return try SigningKey(
            privateKey: key,
            certificate: Certificate.selfSigned(
                key: key,
                commonName: "auth.simulation",
                organization: SimulatedHuaweiCloud.organization,
                validFrom: now.adding(seconds: -300),
                days: days,
                serial: Randomness.openSSL.bytes(Certificate.serialLength)
            )
        )
    }
}
