import Foundation
public import Logging
public import XMLSecurity

/// How a line of the log looks; one event is one line in both.
public enum LogFormat: String, CaseIterable, Sendable {
    /// For people: time, level, message, then `name=value`.
    case text
    /// For machines: one object, whose first members are `time`, `level` and `message`.
    case json

    /// Writes one line, without its end.
    /// - Parameters:
    ///   - time: when.
    ///   - level: how grave.
    ///   - message: what happened.
    ///   - fields: the rest, by name.
    /// - Returns: the line; whatever would break it is escaped.
    public func line(_ time: Instant, _ level: Logger.Level, _ message: String, _ fields: [(String, String)]) -> String {
        switch self {
        case .text:
            let head = "\(time.xsDateTime) \(level.rawValue) \(Self.escape(message))"
            return fields.reduce(into: head) { line, field in
                let needsQuotes = field.1.isEmpty || field.1.contains { $0 == " " || $0 == "\"" || $0 == "=" }
                let value = Self.escape(field.1)
                line += needsQuotes ? " \(field.0)=\"\(value)\"" : " \(field.0)=\(value)"
            }
        case .json:
            let head = [("time", time.xsDateTime), ("level", level.rawValue), ("message", message)]
            // A field cannot take the place of one of ours.
            let others = fields.map { field in (head.contains { $0.0 == field.0 } ? "_" + field.0 : field.0, field.1) }
            let members = (head + others).map { "\"\(Self.escape($0.0))\":\"\(Self.escape($0.1))\"" }
            return "{" + members.joined(separator: ",") + "}"
        }
    }

    // RFC 8259 section 7. The escapes of JSON serve the text, too: no value can begin a line or move a terminal's cursor.
    private static func escape(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: needsEscape) else { return text }
        return text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case _ where needsEscape(scalar):
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    // The last four reorder or break lines on a screen; all of these stand in the first plane.
    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x22, 0x5C, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
