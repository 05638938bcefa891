/// Who told us of an association's state.
public enum AssociationSource: String, CaseIterable, Sendable, Codable {
    /// HUAWEI CLOUD's signed notification.
    case notification
    /// The operations API, or an operator at the command line.
    case api
    /// A file.
    case imported = "import"
    /// The customer query of HUAWEI CLOUD's BSS API.
    case sync
    /// A hand-off.
    case portal
}
