import SAML
import XMLSecurity

/// Rules 1, 2 and 13, which look at the octets.
enum FileLint {
    private static let largest = PartnerCenter.largestMetadata
    private static let usual = PartnerCenter.usualMetadata

    static func findings(_ bytes: [UInt8], fileName: String?) -> [LintFinding] {
        name(fileName) + size(bytes.count) + secrets(bytes)
    }

    static func findings(_ error: XMLError) -> [LintFinding] {
        // Its size has been told.
        guard error.code != .tooLarge else { return [] }
        return [LintFinding(.idpXML, line: error.line, found: error.reason)]
    }

    static func finding(crowded element: XMLElement) -> LintFinding {
        let expected = "at most \(MetadataTree.mostChildren) children"
        return LintFinding(.idpXML, at: element, expected: expected, found: "\(element.children.count)")
    }

    private static func name(_ name: String?) -> [LintFinding] {
        guard let name, !name.lowercased().hasSuffix(".xml") else { return [] }
        return [LintFinding(.idpFile, expected: "a name that ends with .xml", found: name)]
    }

    private static func size(_ count: Int) -> [LintFinding] {
        guard !usual.contains(count) else { return [] }
        guard count <= largest else {
            return [LintFinding(.idpFile, expected: "at most \(largest) octets", found: "\(count)")]
        }
        let expected = "\(usual.lowerBound) to \(usual.upperBound) octets"
        return [LintFinding(.idpFile, level: .warning, expected: expected, found: "\(count)")]
    }

    private static let words = ["password", "passwd", "username", "user_name", "user-name", "access_key", "secret_key"]

    // A word before `=`, `:` or `>`; so neither the class PasswordProtectedTransport nor a sentence is one. Comments
    // are no part of the tree, and are searched as well.
    private static func secrets(_ bytes: [UInt8]) -> [LintFinding] {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { index, bytes -> [LintFinding] in
            let line = String(decoding: bytes, as: UTF8.self).lowercased()[...]
            let found =
                words.filter { isNamed($0, in: line) } + (line.contains("private key-----") ? ["private key"] : [])
            return found.map { LintFinding(.idpSecret, line: index + 1, found: $0) }
        }
    }

    private static func isNamed(_ word: String, in line: Substring) -> Bool {
        line.ranges(of: word).contains { range in
            let next = line[range.upperBound...].first { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
            return next.map { "=:>".contains($0) } ?? false
        }
    }
}
