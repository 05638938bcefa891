public import Onboarding
public import XMLSecurity

extension TLSSight {
    /// An authority that renews by itself does so a month before the end; below two weeks nobody does.
    public static let shortestRest: Int64 = 14 * 86_400

    /// Another's certificate is not ours to renew; a month before its end somebody should ask, in seconds.
    public static let gatewayRest: Int64 = 30 * 86_400

    /// What of it goes into `world.gateways`: version and suite as documented, a chain that is trusted, and time left
    /// (huawei-cloud.md 10 #68).
    /// - Parameters:
    ///   - gateway: how the gateway is written.
    ///   - now: the time.
    /// - Returns: the look; doubtful when the certificate ends soon.
    public func gatewayLook(_ gateway: String, at now: Instant) -> WorldEvidence.Look {
        let facts = [
            ChecklistFact(gateway, version.map { "\(address), \($0)" } ?? "\(address), no TLS"),
            ChecklistFact(
                "\(gateway) TLS 1.2",
                suites.isEmpty ? "no suite of the list" : suites.joined(separator: ", ")
            ),
            ChecklistFact("\(gateway) trusted", isTrusted ? "yes" : "no"),
            ChecklistFact("\(gateway) until", certificate?.notAfter.xsDateTime ?? "-"),
        ]
        guard isModern, isTrusted, let rest = certificate?.notAfter.seconds(since: now), rest > 0 else {
            return WorldEvidence.Look(.bad, facts: facts)
        }
        return WorldEvidence.Look(rest < Self.gatewayRest ? .doubtful : .good, facts: facts)
    }

    /// The look of `world.tls-certificate`: trusted, and good for some time yet.
    /// - Parameter now: the time.
    /// - Returns: the look.
    public func certificateLook(at now: Instant) -> WorldEvidence.Look {
        guard let certificate else {
            return WorldEvidence.Look(isGood: false, facts: [ChecklistFact(address, "no TLS")])
        }
        let lasts = certificate.notAfter.seconds(since: now) >= Self.shortestRest
        return WorldEvidence.Look(
            isGood: isTrusted && lasts,
            facts: [
                ChecklistFact("trusted", isTrusted ? "yes" : "no"),
                ChecklistFact("until", certificate.notAfter.xsDateTime),
                ChecklistFact("names", names.joined(separator: ", ")),
                ChecklistFact("sha256", certificate.fingerprint),
            ]
        )
    }
}
