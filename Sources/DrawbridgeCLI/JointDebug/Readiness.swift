import JointDebug

/// Waits until every listener answers.
enum Readiness {
    private static let attempts = 200

    static func wait(for probes: [String]) async throws {
        for probe in probes {
            var answered = false
            for _ in 0..<attempts where !answered {
                var browser = Browser(language: Speech.language)
                if let answer = try? await browser.open(probe), answer.status < 500 {
                    answered = true
                } else {
                    try await Task.sleep(for: .milliseconds(25))
                }
            }
            guard answered else {
                throw CommandFailure(.unusable, "Nothing answers at \(probe).", "\(probe) 没有响应。")
            }
        }
    }
}
