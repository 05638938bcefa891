import Foundation
import XMLSecurity

/// A file with the password of a new customer in its first line, that nobody else can read.
enum CustomerPasswordFile {
    private static let longest = 4096

    static func read(_ path: String) throws -> Secret {
        let bytes = try InputFile.read(path, longest: longest)
        if path != "-" {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0o777
            guard mode & 0o077 == 0 else {
                throw CommandFailure(
                    .unusable,
                    "\(path) can be read by others; run: chmod 600 \(path)",
                    "\(path) 可被他人读取，请执行：chmod 600 \(path)"
                )
            }
        }
        return Secret(Array(bytes.prefix { $0 != 0x0A && $0 != 0x0D }))
    }
}
