public import XMLSecurity

extension RunRecord {
    /// Collects the reports of a run.
    /// - Parameters:
    ///   - reports: the scenarios.
    ///   - all: all scenarios that there are, played or not; without them what was played is all.
    ///   - name: what the run is called.
    ///   - at: when it began.
    ///   - kind: what was on the other side.
    ///   - identityProvider: whom it was played against.
    ///   - milliseconds: how long it took.
    public init(
        _ reports: [ScenarioReport],
        of all: [Scenario] = [],
        name: String,
        at: Instant,
        kind: Kind = .simulation,
        identityProvider: Subject,
        milliseconds: Int64
    ) {
        self.init(
            name: name,
            at: at,
            kind: kind,
            identityProvider: identityProvider,
            milliseconds: milliseconds,
            scenarios: reports.map { ScenarioRecord($0) },
            rules: RunRules.judge(reports, of: all)
        )
    }
}
