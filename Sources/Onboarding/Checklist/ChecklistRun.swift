import SAML
public import XMLSecurity

/// One run of a stage's rules, as it is kept.
public struct ChecklistRun: Hashable, Sendable, Codable {
    /// What results were taken under; a result of another surrounding proves nothing any more.
    public struct Surrounding: Hashable, Sendable, Codable {
        /// The version of this program.
        public let version: String
        /// The SHA-256 of the configuration file, in hexadecimal.
        public let configuration: String
        /// The SHA-256 of our metadata, in hexadecimal; `nil` when there is none.
        public let metadata: String?
        /// The SHA-256 of HUAWEI CLOUD's metadata, in hexadecimal; `nil` when none is imported.
        public let huaweiMetadata: String?
        /// The SHA-256 of what the environment sets in place of the configuration file; `nil` when it sets nothing.
        public let environment: String?

        /// Collects the hashes.
        public init(
            version: String,
            configuration: String,
            metadata: String?,
            huaweiMetadata: String? = nil,
            environment: String? = nil
        ) {
            self.version = version
            self.configuration = configuration
            self.metadata = metadata
            self.huaweiMetadata = huaweiMetadata
            self.environment = environment
        }
    }

    /// The stage.
    public let stage: ChecklistStage
    /// When.
    public let at: Instant
    /// Who ran it.
    public let person: String
    /// Under what.
    public let surrounding: Surrounding
    /// The results, in the order of the rules.
    public let results: [ChecklistResult]

    /// Describes a run.
    public init(
        _ stage: ChecklistStage,
        at: Instant,
        by person: String,
        under surrounding: Surrounding,
        results: [ChecklistResult]
    ) {
        self.stage = stage
        self.at = at
        self.person = person
        self.surrounding = surrounding
        self.results = results
    }

    /// How many results have a verdict.
    public func count(_ verdict: ChecklistVerdict) -> Int { results.count { $0.verdict == verdict } }

    /// What stands between the partner and the stage: each rule that must hold and does not.
    public var blocking: [ChecklistResult] {
        let must = Set(ChecklistRule.all.filter { $0.level == .must }.map(\.id))
        return results.filter { must.contains($0.rule) && $0.blocks }
    }

    /// Whether every rule of its stage was judged: a run of some rules alone proves nothing of the others.
    public var isWhole: Bool { Set(ChecklistRule.of(stage).map(\.id)) == Set(results.map(\.rule)) }

    /// What the run is worth today.
    /// - Parameters:
    ///   - present: what is there now.
    ///   - now: the time.
    /// - Returns: the run with every result that has become too old, or was taken under something else, not verified.
    public func seen(under present: Surrounding, at now: Instant) -> ChecklistRun {
        let changed = surrounding != present
        let ages = Dictionary(ChecklistRule.all.map { ($0.id, $0.longestAge) }) { first, _ in first }
        let results = results.map { result in
            if changed { return result.outdated(Self.changed) }
            if now.seconds(since: at) > Self.longestAge { return result.outdated(Self.tooOld) }
            if result.verdict == .waived, result.waiver?.holds(at: now) != true {
                return result.outdated(Self.unwaived)
            }
            guard let longest = ages[result.rule] ?? nil, let taken = result.takenAt,
                now.seconds(since: taken) > longest
            else { return result }
            // Who answers for what nobody knows goes on answering.
            return result.verdict == .waived ? result : result.outdated(Self.tooOld)
        }
        return ChecklistRun(stage, at: at, by: person, under: surrounding, results: results)
    }

    /// How long a run counts at all, in seconds: a week (design section 10).
    public static let longestAge: Int64 = 7 * 86_400

    private static let changed = Bilingual(
        "The configuration, the metadata or this program changed since; run the checklist again.",
        "此后配置、元数据或程序已变化，请重新运行检查。"
    )
    private static let unwaived = Bilingual(
        "The waiver has ended; run the checklist again.",
        "豁免已到期，请重新运行检查。"
    )
    private static let tooOld = Bilingual(
        "The evidence has become too old; run the checklist again.",
        "证据已过期，请重新运行检查。"
    )
}
