/// What most likely happened to signed content, found by undoing it and digesting again.
///
/// Never a reason to accept anything: it only tells people where to look.
public enum ContentChange: String, CaseIterable, Sendable {
    /// White space was put between the elements.
    case prettyPrinted = "pretty-printed"
    /// LF became CR LF.
    case lineEnds = "line-ends"
    /// Line ends and tabs were put into attribute values.
    case attributeWhiteSpace = "attribute-white-space"
    /// White space was put around a text.
    case paddedText = "padded-text"

    /// Tries each change.
    /// - Parameters:
    ///   - content: the canonical octets as they are now.
    ///   - digest: what the signer digested.
    ///   - algorithm: how.
    /// - Returns: the change that explains the difference, `nil` when none of them does.
    static func explaining(_ content: [UInt8], digest: [UInt8], _ algorithm: DigestAlgorithm) -> ContentChange? {
        allCases.first { change in
            let undone = change.undone(content)
            return undone != content && Digest.of(undone, algorithm) == digest
        }
    }

    private func undone(_ content: [UInt8]) -> [UInt8] {
        switch self {
        case .prettyPrinted: Self.mappingTexts(of: content) { Self.isBlank($0) ? [] : Array($0) }
        case .paddedText: Self.mappingTexts(of: content) { Self.isBlank($0) ? [] : Self.trimmed($0) }
        case .lineEnds: Self.removing(Array("&#xD;".utf8), from: content, instead: [])
        case .attributeWhiteSpace:
            ["&#xA;", "&#xD;", "&#x9;"].reduce(content) {
                Self.removing(Array($1.utf8), from: $0, instead: [UInt8(ascii: " ")])
            }
        }
    }

    // In canonical form `<` and `>` stand in markup only, but for `>` in attribute values, which makes the guess miss and
    // no more.
    private static func mappingTexts(
        of content: [UInt8],
        _ transform: (ArraySlice<UInt8>) -> [UInt8]
    ) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        var rest = content[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            result += transform(rest[..<open])
            let end = rest[open...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex - 1
            result += rest[open...end]
            rest = rest[(end + 1)...]
        }
        return result + rest
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
        text.allSatisfy(isWhiteSpace)
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
        Array(text.drop(while: isWhiteSpace).reversed().drop(while: isWhiteSpace).reversed())
    }

    private static func removing(_ needle: [UInt8], from content: [UInt8], instead: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < content.count {
            if content[index] == needle[0], content[index...].starts(with: needle) {
                result += instead
                index += needle.count
            } else {
                result.append(content[index])
                index += 1
            }
        }
        return result
    }
}
