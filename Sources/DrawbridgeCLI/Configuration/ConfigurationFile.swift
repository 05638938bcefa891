import Foundation
import SAML
import Yams

/// `drawbridge.yaml`, or another file of keys, as paths and texts: unknown keys refused with the nearest known one,
/// scalars overridden by `DRAWBRIDGE_<PATH>`.
struct ConfigurationFile {
    let path: String
    private let keys: [ConfigurationKey]
    private var values: [String: String] = [:]
    private var lines: [String: Int] = [:]

    init(path: String, environment: [String: String], keys: [ConfigurationKey] = ConfigurationKey.all) throws {
        self.path = path
        self.keys = keys
        let bytes = try InputFile.read(path)
        let root: Node?
        do {
            root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw CommandFailure(.unusable, "\(path) is not YAML: \(error)", "\(path) 不是合法的 YAML：\(error)")
        }
        if let root { try collect(root, prefix: "") }
        for key in keys {
            if let value = environment[Self.variable(key)] { values[key.path] = value }
        }
    }

    /// The environment variable that overrides a key.
    static func variable(_ key: ConfigurationKey) -> String {
        "DRAWBRIDGE_" + key.path.uppercased().replacing(".", with: "_")
    }

    subscript(path: String) -> String? {
        guard let value = values[path], !value.isEmpty else { return nil }
        return value
    }

    /// A failure that names the key with its line.
    func failure(_ key: String, _ en: String, _ zh: String) -> CommandFailure {
        let place = lines[key].map { "\(path):\($0): \(key)" } ?? "\(path): \(key)"
        return CommandFailure(.unusable, "\(place): \(en)", "\(place)：\(zh)")
    }

    private mutating func collect(_ node: Node, prefix: String) throws {
        guard let mapping = node.mapping else {
            guard keys.contains(where: { $0.path == prefix }) else {
                throw unknown(prefix, line: node.mark?.line)
            }
            guard let scalar = node.scalar else {
                lines[prefix] = node.mark?.line
                throw failure(prefix, "takes one value, not a list.", "应为单个值，而不是列表。")
            }
            lines[prefix] = node.mark?.line
            values[prefix] = scalar.string == "null" || scalar.string == "~" ? "" : scalar.string
            return
        }
        for (key, value) in mapping {
            let path = (prefix.isEmpty ? "" : prefix + ".") + (key.string ?? "")
            let isSection = keys.contains { $0.path.hasPrefix(path + ".") }
            // An empty section, such as `huawei:` alone, says nothing and is no mistake.
            if isSection, value.mapping == nil, value.scalar?.string.isEmpty == true { continue }
            guard isSection || keys.contains(where: { $0.path == path }) else {
                throw unknown(path, line: key.mark?.line)
            }
            try collect(value, prefix: path)
        }
    }

    private func unknown(_ key: String, line: Int?) -> CommandFailure {
        let nearest = keys.map(\.path).min { Self.distance($0, key) < Self.distance($1, key) } ?? ""
        let place = line.map { "\(path):\($0)" } ?? path
        return CommandFailure(
            .unusable,
            "\(place): there is no key \(key); did you mean \(nearest)?",
            "\(place)：没有键 \(key)，是否想写 \(nearest)？"
        )
    }

    /// Levenshtein's distance.
    private static func distance(_ left: String, _ right: String) -> Int {
        var row = Array(0...right.utf8.count)
        for (i, a) in left.utf8.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.utf8.enumerated() {
                let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[right.utf8.count]
    }
}
