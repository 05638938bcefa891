/// How a caller proves to the BSS APIs who it is (huawei-cloud.md 6.1).
public enum BSSAuthentication: Sendable {
    /// Every call is signed with AK and SK.
    case keys(BSSCredentials)
    /// Every call carries a token that IAM, at this origin, gives for a password.
    case password(IAMUser, iam: String)
}
