public import SAML

/// Who answers for something in the checklist, and what proves it.
public struct ChecklistPerson: Hashable, Sendable {
    /// The name: of an operator's token, or a label.
    public let name: String
    /// The role of the operator whose token proved it; `nil` for a label, which proves nothing.
    public let role: OperatorRole?
    /// The user of the operating system, where the command ran; `nil` when nobody knows.
    public let systemUser: String?

    /// A name that somebody gave, which proves nothing.
    /// - Parameters:
    ///   - name: the name.
    ///   - systemUser: the user of the operating system.
    public init(label name: String, systemUser: String?) {
        self.name = name
        role = nil
        self.systemUser = systemUser
    }

    /// The person that a token stands for.
    /// - Parameters:
    ///   - person: the operator, whose token was looked up.
    ///   - systemUser: the user of the operating system.
    public init(_ person: Operator, systemUser: String?) {
        name = person.name
        role = person.role
        self.systemUser = systemUser
    }

    /// A person as a store keeps it.
    public init(name: String, role: OperatorRole?, systemUser: String?) {
        self.name = name
        self.role = role
        self.systemUser = systemUser
    }

    /// Whether a token proved the name.
    public var isProved: Bool { role != nil }

    /// Whether the person may answer for a rule that does not hold, where customers cross.
    public var mayWaive: Bool { role?.allows(.widen) == true }

    /// The name with what proves it.
    public var described: Bilingual {
        let user = systemUser ?? "?"
        guard let role else {
            return Bilingual(
                "\(name) (unproved, system user \(user))",
                "\(name)（未经证明，系统用户 \(user)）"
            )
        }
        return Bilingual(
            "\(name) (operator token, \(role.rawValue), system user \(user))",
            "\(name)（操作员令牌，\(role.rawValue)，系统用户 \(user)）"
        )
    }
}

extension ChecklistPerson: Codable {
    private enum Key: String, CodingKey {
        case name, role, systemUser
    }

    /// Reads a person; a run of an earlier version holds a name alone, which nothing proved.
    public init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.init(label: name, systemUser: nil)
            return
        }
        let fields = try decoder.container(keyedBy: Key.self)
        self.init(
            name: try fields.decode(String.self, forKey: .name),
            role: try fields.decodeIfPresent(OperatorRole.self, forKey: .role),
            systemUser: try fields.decodeIfPresent(String.self, forKey: .systemUser)
        )
    }

    /// Writes a person.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(name, forKey: .name)
        try fields.encodeIfPresent(role, forKey: .role)
        try fields.encodeIfPresent(systemUser, forKey: .systemUser)
    }
}
