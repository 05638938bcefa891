import Foundation
import IdentityProvider

/// The seals of both chains as a file, to be kept elsewhere.
struct SealFile: Codable {
    static let schema = "drawbridge.audit-seal.v1"

    let schema: String
    let items: [ChainSeal]

    static func text(_ seals: [ChainSeal]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(SealFile(schema: schema, items: seals)), as: UTF8.self)
    }

    static func read(_ path: String) throws -> [ChainSeal] {
        let bytes = try InputFile.read(path)
        guard let file = try? JSONDecoder().decode(SealFile.self, from: Data(bytes)), file.schema == schema else {
            throw CommandFailure(
                .unusable,
                "\(path) is not what `drawbridge audit seal` prints.",
                "\(path) 不是 drawbridge audit seal 的输出。"
            )
        }
        return file.items
    }
}
