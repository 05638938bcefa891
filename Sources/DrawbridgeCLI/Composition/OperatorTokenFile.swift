import Foundation
import Onboarding
import XMLSecurity

/// A file with one operator token, that nobody else can read.
enum OperatorTokenFile {
    /// A token and the end of its line; more is another file.
    private static let longest = 4096

    static func read(_ path: String) throws -> OperatorToken {
        let bytes = try InputFile.read(path, longest: longest)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0o777
        guard mode & 0o077 == 0 else {
            throw CommandFailure(
                .unusable,
                "\(path) can be read by others; run: chmod 600 \(path)",
                "\(path) 可被他人读取，请执行：chmod 600 \(path)"
            )
        }
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let token = OperatorToken(text) else { throw OperatorRefusal(.stranger, path) }
        return token
    }

    static func write(_ token: OperatorToken, to path: String) throws {
        try AtomicFile.write(Array((token.shownOnce + "\n").utf8), to: path, mode: .secret, replacing: false)
    }
}
