import Foundation
import TestSupport
import Testing

@Suite("An import that is killed leaves nothing behind", .ownThread)
struct WhitelistKillTests {
    private static let count = 100_000

    @Test("kill -9 during an import of 100,000 entries: all or nothing, and the store holds")
    func killed() throws {
        let installation = try Installation()
        let rows = (0..<Self.count).map { "account,customer-\($0),active\n" }.joined()
        _ = try installation.command.file("in.csv", "kind,subject,state\n" + rows)
        let log = installation.command.directory.appending(path: "drawbridge.sqlite-wal").path(percentEncoded: false)
        // What a transaction has written before it ends stands in the write-ahead log: kill the process early, in the
        // middle and late in it.
        for size in [1 << 16, 4 << 20, 12 << 20] {
            let process = try installation.command.start(
                "whitelist",
                "import",
                "in.csv",
                "--as",
                "li",
                "--approved-by",
                "wang"
            )
            while process.isRunning, Self.size(log) < size { usleep(1_000) }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let count = try Self.entries(installation)
            #expect(count == 0 || count == Self.count, "\(count) after \(size)")
            #expect(try installation.run("store", "check").status == 0)
            guard count == 0 else { return }
        }
        let whole = try installation.run("whitelist", "import", "in.csv", "--as", "li", "--approved-by", "wang")
        #expect(whole.status == 0, "\(whole.errors)")
        #expect(try Self.entries(installation) == Self.count)
        #expect(try installation.run("whitelist", "check", "--account", "customer-77777").status == 0)
    }

    private static func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    private static func entries(_ installation: Installation) throws -> Int {
        let listed = try installation.run("whitelist", "export")
        return listed.output.count { $0 == UInt8(ascii: "\n") } - 1
    }
}
