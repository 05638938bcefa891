import Outbound
public import XMLSecurity

/// Looks at our own public address as a stranger does.
public struct PublicBaseProbe: Sendable {
    private let client: GuardedClient
    private let now: @Sendable () -> Instant

    /// Makes a probe.
    /// - Parameters:
    ///   - limits: what it may cost.
    ///   - now: the clock that dates the report.
    public init(_ limits: ProbeLimits = ProbeLimits(), now: @escaping @Sendable () -> Instant) {
        client = GuardedClient(limits.fetch())
        self.now = now
    }

    /// Looks.
    /// - Parameter base: an https address, with or without a slash behind it.
    /// - Returns: what was seen.
    public func look(_ base: String) async -> PublicBaseReport {
        let root = base.hasSuffix("/") ? String(base.dropLast()) : base
        return PublicBaseReport(
            at: now(),
            base: base,
            health: await get(root + "/healthz"),
            metadata: await get(root + "/saml/metadata"),
            notification: await postNothing(to: root + "/huawei/association")
        )
    }

    private func get(_ url: String) async -> SeenAnswer {
        do {
            let body = try await client.fetch(url)
            return SeenAnswer(status: 200, sha256: Hexadecimal.encode(Digest.sha256(body)))
        } catch {
            return SeenAnswer(error)
        }
    }

    private func postNothing(to url: String) async -> SeenAnswer {
        do {
            try await client.post([], to: url, headers: [("Content-Type", "application/x-www-form-urlencoded")])
            return SeenAnswer(status: 200)
        } catch {
            return SeenAnswer(error)
        }
    }
}
