import Foundation
import Storage
import XMLSecurity

/// A secret of 32 random octets in a file of its own, made when it is first needed.
struct SecretFile {
    private static let octets = 32

    let path: String

    /// The secret; `nil` when the file holds something else.
    func load() throws -> Secret? {
        guard let data = FileManager.default.contents(atPath: path) else {
            let secret = Randomness.openSSL.bytes(Self.octets)
            let text = Base64.encode(secret) + "\n"
            try AtomicFile.write(Array(text.utf8), to: path, mode: .secret, replacing: false)
            return Secret(secret)
        }
        guard let secret = Base64.decode(Array(data), allowingLineBreaks: true), secret.count == Self.octets else {
            return nil
        }
        return Secret(secret)
    }
}
