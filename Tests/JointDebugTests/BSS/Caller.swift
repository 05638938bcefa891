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
        let user = IAMUser(name: "partner-account", domain: "partner-account", password: Secret("partner-password"))
        return BSSPartner(
            name: access,
            credentials: try credentials(),
            user: items == nil && token == nil ? user : nil,
            platformID: PlatformID("platform"),
            permissionItems: items
        )
    }
}
