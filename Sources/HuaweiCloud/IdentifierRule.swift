/// The rule that all identifiers share: not empty, not too long, nothing that cannot be seen.
public enum IdentifierRule: Sendable {
    /// The limit of `xaccount_id`, and of IAM's external user id (huawei-cloud.md 3.5, 6.4).
    public static let longestAccount = 128

    /// Whether a value has 1 to `longest` characters, none of them white space, control or formatting.
    public static func holds(_ value: String, longest: Int) -> Bool {
        guard !value.isEmpty, value.unicodeScalars.count <= longest else { return false }
        return value.unicodeScalars.allSatisfy { scalar in
            // The table of categories is slow, and most identifiers are ASCII.
            if scalar.isASCII { return scalar.value > 0x20 && scalar.value < 0x7F }
            return switch scalar.properties.generalCategory {
            case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
            default: true
            }
        }
    }
}
