public import Onboarding
public import XMLSecurity

extension TLSSight {
    /// An authority that renews by itself does so a month before the end; below two weeks nobody does.
    public static let shortestRest: Int64 = 14 * 86_400

    /// What of it goes into `world.gateways`: reached, with TLS 1.2 or later.
    ///
    /// Trust is a fact, not a condition: HUAWEI CLOUD's own test of reachability does not ask for it
    /// (huawei-cloud.md 1.3).
    /// - Parameter gateway: how the gateway is written.
    /// - Returns: the look.
    public func gatewayLook(_ gateway: String) -> WorldEvidence.Look {
        let facts = [
            ChecklistFact(gateway, version.map { "\(address), \($0)" } ?? "\(address), no TLS"),
            ChecklistFact("\(gateway) TLS 1.2", takesTLS12 ? "yes" : "no"),
            ChecklistFact("\(gateway) trusted", isTrusted ? "yes" : "no"),
        ]
        return WorldEvidence.Look(isGood: isModern, facts: facts)
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
