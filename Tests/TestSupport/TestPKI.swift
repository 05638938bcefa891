public import XMLSecurity

/// Throw-away keys, one of each kind, made once a test run.
public enum TestPKI: Sendable {
    /// The usual signing key.
    public static let rsa2048 = made { () throws(KeyError) in try .generate(.bits2048) }
    /// Another of the same size: the attacker's, or the next one of a rollover.
    public static let rsa2048Other = made { () throws(KeyError) in try .generate(.bits2048) }
    /// Our default size.
    public static let rsa3072 = made { () throws(KeyError) in try .generate(.bits3072) }
    /// The size HUAWEI CLOUD signs with.
    public static let rsa4096 = made { () throws(KeyError) in try .generate(.bits4096) }
    /// For the allow-lists: good, and not on HUAWEI CLOUD's.
    public static let ecP256 = made { () throws(KeyError) in try .generateEC() }

    /// What keeps simulated certificates out of stage `live`.
    public static let simulationOrganization = "Drawbridge Simulation"

    /// 2026-01-01T00:00:00Z.
    public static let validFrom = Instant(seconds: 1_767_225_600)

    /// Ten years, so that the tests outlive us.
    public static let days = 3650

    /// A self-signed certificate; the same arguments give the same certificate (for RSA, to the byte).
    ///
    /// - Parameters:
    ///   - key: The key it carries.
    ///   - commonName: CN.
    ///   - organization: O.
    ///   - validFrom: When its validity begins.
    ///   - days: How long it is valid.
    /// - Returns: The certificate.
    /// - Throws: `KeyError` when OpenSSL refuses a name.
    public static func certificate(
        for key: PrivateKey,
        commonName: String = "idp.test",
        organization: String = simulationOrganization,
        validFrom: Instant = validFrom,
        days: Int = days
    ) throws(KeyError) -> Certificate {
        let serial = Digest.sha256(key.publicKey.der + Array(commonName.utf8))
        return try .selfSigned(
            key: key,
            commonName: commonName,
            organization: organization,
            validFrom: validFrom,
            days: days,
            serial: Array(serial.prefix(Certificate.serialLength))
        )
    }

    private static func made(_ make: () throws(KeyError) -> PrivateKey) -> PrivateKey {
        do {
            return try make()
        } catch {
            fatalError("no test can run without keys: \(error)")
        }
    }
}
