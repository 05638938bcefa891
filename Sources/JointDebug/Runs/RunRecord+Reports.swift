public import XMLSecurity

extension RunRecord {
    /// Collects the reports of a run.
    /// - Parameters:
    ///   - reports: the scenarios.
    ///   - name: what the run is called.
    ///   - at: when it began.
    ///   - identityProvider: whom it was played against.
    ///   - milliseconds: how long it took.
    public init(
        _ reports: [ScenarioReport],
        name: String,
        at: Instant,
        identityProvider: Subject,
        milliseconds: Int64
    ) {
        self.init(
            name: name,
            at: at,
            kind: .simulation,
            identityProvider: identityProvider,
            milliseconds: milliseconds,
            scenarios: reports.map { ScenarioRecord($0) },
            rules: RunRules.judge(reports)
        )
    }
}
