import HTTPTypes

/// Every operation of the administration API.
///
/// What is added here is added to `Documentation/openapi.yaml`, too: a test compares both, either way.
public enum AdministrationRoutes: Sendable {
    static let all: [AdministrationRoute] =
        OperatorRoutes.all + WhitelistRoutes.all + WhitelistChangeRoutes.all + AuditRoutes.all
        + ServiceProviderRoutes.all + AssociationRoutes.all + ChecklistRoutes.all

    /// The operations as `GET /api/v1/...`.
    public static var operations: [String] { all.map { "\($0.method.rawValue) \($0.path)" } }
}
