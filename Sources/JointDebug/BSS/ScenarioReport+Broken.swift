extension ScenarioReport {
    /// The rules that a failure breaks: those that the scenario proves, unless it failed before it came to them and says
    /// by which rule.
    var broken: [String] {
        guard verdict == .failed else { return [] }
        guard let code = failure?.code, BSSBlame.rules.contains(code) else { return scenario.proves }
        return [code]
    }
}
