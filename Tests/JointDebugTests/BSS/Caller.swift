import HuaweiCloud
import JointDebug
import Testing
import XMLSecurity

/// Who calls in the tests.
struct Caller: Sendable {
    static let partner = Caller(access: "PARTNERAK", secret: "PartnerSK")
    static let operatorWithoutFinance = Caller(
        access: "OPERATORAK",
        secret: "OperatorSK",
        items: ["BPC_ITEM_SUBCUSTSERV_010118"]
    )
    static let temporary = Caller(access: "TEMPORARYAK", secret: "TemporarySK", token: "SecurityToken")
    static let all = [partner, operatorWithoutFinance, temporary]

    let access: String
    let secret: String
    var token: String?
    var items: Set<String>?

    func credentials() throws -> BSSCredentials {
        BSSCredentials(
            accessKey: try #require(AccessKey(access)),
            secretKey: Secret(secret),
            securityToken: token.map { Secret($0) }
        )
    }

    func partner() throws -> BSSPartner {
        BSSPartner(
            credentials: try credentials(),
            accountName: "partner-account",
            password: Secret("partner-password"),
            platformID: try #require(PlatformID("platform")),
            permissionItems: items
        )
    }
}
