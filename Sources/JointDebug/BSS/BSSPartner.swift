public import HuaweiCloud
import XMLSecurity

/// Who may call the simulated BSS: a partner, or an operator of one.
public struct BSSPartner: Sendable {
    /// What it is called where calls are shown.
    public let name: String
    /// The keys that the calls are signed with.
    public let credentials: BSSCredentials
    /// Who gets a token; `nil` for nobody.
    public let user: IAMUser?
    /// The platform that its customers belong to; `nil` for every one that metadata was uploaded for.
    public let platformID: PlatformID?
    /// The permission items of an operator; `nil` for the partner itself, who may do all.
    public let permissionItems: Set<String>?

    /// Makes a caller.
    public init(
        name: String,
        credentials: BSSCredentials,
        user: IAMUser?,
        platformID: PlatformID?,
        permissionItems: Set<String>? = nil
    ) {
        self.name = name
        self.credentials = credentials
        self.user = user
        self.platformID = platformID
        self.permissionItems = permissionItems
    }

    func may(_ operation: BSSOperation) -> Bool {
        permissionItems.map { !$0.isDisjoint(with: operation.permissionItems) } ?? true
    }

    func isKnown(as asking: IAMUser) -> Bool {
        guard let user, user.name == asking.name, user.domain == asking.domain else { return false }
        return user.password.withBytes { right in asking.password.withBytes { Digest.equal(right, $0) } }
    }
}
