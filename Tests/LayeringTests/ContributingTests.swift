import Foundation
import Testing

@Suite("CONTRIBUTING.md")
struct ContributingTests {
    private let root = SourceTree.sources.deletingLastPathComponent()

    private func text() throws -> String {
        try String(contentsOf: root.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
    }

    @Test("every example file that it names is there")
    func examples() throws {
        let paths = try text().matches(of: /`((?:Sources|Tests)\/[^`]+\.swift)`/).map { String($0.output.1) }
        #expect(!paths.isEmpty)
        #expect(paths.filter { !FileManager.default.fileExists(atPath: root.appending(path: $0).path) } == [])
    }

    @Test("its table names every module")
    func modules() throws {
        let named = Set(try text().matches(of: /\n\| `(\w+)` \|/).map { String($0.output.1) })
        #expect(try SourceTree.folders().filter { !named.contains($0) && $0 != "CXMLSecFlags" } == [])
    }
}
