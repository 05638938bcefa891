import HuaweiCloud
import IdentityProvider
import SAML
import Testing
import XMLSecurity

@Suite("The ids of Partner Center, configured and recorded")
struct PartnerCenterIDsTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let configured: String?
        let recorded: [String]
        /// What is used; `nil` for a contradiction.
        let used: String??

        var testDescription: String { "\(configured ?? "-") / \(recorded)" }

        static let all: [Case] = [
            Case(configured: nil, recorded: [], used: .some(nil)),
            Case(configured: "a", recorded: [], used: "a"),
            Case(configured: nil, recorded: ["a"], used: "a"),
            Case(configured: nil, recorded: ["a", "b"], used: "b"),
            Case(configured: "a", recorded: ["a"], used: "a"),
            Case(configured: "a", recorded: ["b", "a"], used: "a"),
            Case(configured: "a", recorded: ["b"], used: nil),
            Case(configured: "a", recorded: ["a", "b"], used: nil),
            Case(configured: "a", recorded: ["A"], used: nil),
        ]
    }

    private static let now = Instant(seconds: 1_795_000_000)

    @Test("Configuration wins over nothing, the last record fills in, and two values are an error", arguments: Case.all)
    func completing(row: Case) throws {
        for kind in [RecordedID.Kind.platformID, .partnerID] {
            let ids = PartnerCenterIDs(row.recorded.map { RecordedID(kind, $0, at: Self.now, by: "Li") })
            let isPlatform = kind == .platformID
            let preset = HuaweiPreset(
                site: .china,
                platformID: isPlatform ? row.configured.flatMap(PlatformID.init) : nil,
                partnerID: isPlatform ? nil : row.configured.flatMap(PartnerID.init),
                firstLoginWhenUnknown: true
            )
            guard let used = row.used else {
                let error = #expect(throws: PartnerCenterContradiction.self) { try ids.completing(preset) }
                let message = try #require(error?.message)
                for text in [message.en, message.zh] {
                    for part in [isPlatform ? "huawei.platform_id" : "huawei.bp_id", "Li", row.recorded.last ?? ""] {
                        #expect(text.contains(part), "\(text)")
                    }
                }
                continue
            }
            let completed = try ids.completing(preset)
            #expect((isPlatform ? completed.platformID?.value : completed.partnerID?.value) == used)
            #expect(completed.firstLoginWhenUnknown == true && completed.site == .china, "the rest stays as it is")
        }
    }
}
