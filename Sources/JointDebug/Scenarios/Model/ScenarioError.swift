public import SAML
import Yams

/// What is wrong with a scenario file, and where.
public struct ScenarioError: Error, Sendable {
    /// One sentence with file and line.
    public let message: Bilingual

    init(_ file: String, _ node: Node?, _ message: Bilingual) {
        let place = node?.mark.map { "\(file):\($0.line)" } ?? file
        self.message = Bilingual("\(place): \(message.en)", "\(place)：\(message.zh)")
    }
}
