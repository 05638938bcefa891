import SAML

/// Everything that rules are judged on; what nobody collected says so.
public struct ChecklistEvidence: Sendable {
    /// Our own metadata file.
    public var ownMetadata: Evidence<MetadataEvidence>
    /// The metadata of HUAWEI CLOUD that is imported.
    public var huaweiMetadata: Evidence<MetadataEvidence>
    /// What Partner Center was told, and what it gave.
    public var partnerCenter: Evidence<PartnerCenterEvidence>
    /// The attacks that this build was tried with.
    public var defences: Evidence<DefenceEvidence>
    /// The keys in our metadata.
    public var keys: Evidence<[KeyEvidence]>
    /// What the configuration says that must not stay so.
    public var settings: Evidence<SettingsEvidence>
    /// The store and its backups.
    public var store: Evidence<StoreEvidence>
    /// The whitelist of stage live.
    public var whitelist: Evidence<WhitelistEvidence>
    /// Who of the known customers the whitelist of stage live would refuse.
    public var coverage: Evidence<CoverageEvidence>
    /// What was issued to the real HUAWEI CLOUD, and what came from it.
    public var crossings: Evidence<CrossingEvidence>
    /// What persons vouch for with files, by rule.
    public var attachments: Evidence<[String: ChecklistAttachment]>
    /// A joint-debug run.
    public var run: Evidence<RunEvidence>
    /// What probes saw of the world.
    public var world: Evidence<WorldEvidence>

    /// Nothing is collected yet.
    public init() {
        let nobody = Bilingual("It was not looked at.", "尚未采集。")
        ownMetadata = .missing(nobody)
        huaweiMetadata = .missing(nobody)
        partnerCenter = .missing(nobody)
        defences = .missing(nobody)
        keys = .missing(nobody)
        settings = .missing(nobody)
        store = .missing(nobody)
        whitelist = .missing(nobody)
        coverage = .missing(nobody)
        crossings = .missing(nobody)
        attachments = .missing(nobody)
        run = .missing(Bilingual("It needs a joint-debug run.", "需要一次联调运行。"))
        world = .missing(Bilingual("It needs a probe from this machine.", "需要从本机探测。"))
    }
}
