import SAML

/// One thing that a step can do; parameters and expectations by name are all that a file can say.
protocol ScenarioAction: Sendable {
    /// Its name in files.
    static var name: String { get }
    /// What it is called in reports.
    static var title: Bilingual { get }
    /// What `with` may hold.
    static var parameters: Set<String> { get }
    /// What `expect` may hold.
    static var expectations: Set<String> { get }

    /// Does it.
    /// - Returns: what was seen.
    /// - Throws: ``StepFailure`` when something else is seen than expected, ``BrowserError`` when nothing is.
    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact]
}
