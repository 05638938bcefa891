public import SAML
public import XMLSecurity

/// A run as it is kept: what was played against whom, and what came of it.
public struct RunRecord: Codable, Sendable {
    /// The form of the file.
    public static let schema = "drawbridge.joint-debug.run.v1"

    /// What it was played against.
    public enum Kind: String, Codable, Sendable {
        /// The real HUAWEI CLOUD, followed by `joint-debug watch`.
        case real
        /// A simulated one.
        case simulation
    }

    /// The form of the file.
    public let schema: String
    /// Its name, which is its folder's.
    public let name: String
    /// When it began.
    public let at: String
    /// What it was played against.
    public let kind: Kind
    /// The identity provider.
    public let identityProvider: Subject
    /// How long it took, in milliseconds.
    public let milliseconds: Int64
    /// The scenarios in their order.
    public let scenarios: [ScenarioRecord]
    /// The checklist rules that it judged.
    public let rules: [RuleRecord]

    /// An identity provider under test.
    public struct Subject: Codable, Hashable, Sendable {
        /// Its entity id.
        public let entityID: String
        /// The SHA-256 of its metadata when the run ended.
        public let metadataSHA256: String
        /// The SHA-256 of its configuration file; `nil` when that is not on this machine.
        public let configurationSHA256: String?
        /// The version of Drawbridge that it is; `nil` when that is not known.
        public let version: String?

        // Names that survive the way through snake case and back.
        private enum CodingKeys: String, CodingKey {
            case entityID = "entityId"
            case metadataSHA256 = "metadataSha256"
            case configurationSHA256 = "configurationSha256"
            case version
        }

        /// Names it.
        public init(
            entityID: String,
            metadataSHA256: String,
            configurationSHA256: String? = nil,
            version: String? = nil
        ) {
            self.entityID = entityID
            self.metadataSHA256 = metadataSHA256
            self.configurationSHA256 = configurationSHA256
            self.version = version
        }

        /// Names it by its metadata.
        /// - Parameters:
        ///   - metadata: its metadata.
        ///   - configurationSHA256: the SHA-256 of its configuration file, when that is on this machine.
        ///   - version: the version of Drawbridge that it is, when that is known.
        /// - Throws: when the metadata cannot be written.
        public init(_ metadata: EntityDescriptor, configurationSHA256: String? = nil, version: String? = nil) throws {
            self.init(
                entityID: metadata.entityID,
                metadataSHA256: Hexadecimal.encode(Digest.sha256(try metadata.document())),
                configurationSHA256: configurationSHA256,
                version: version
            )
        }
    }

    /// A checklist rule with whether it held.
    public struct RuleRecord: Codable, Sendable {
        /// The rule's id.
        public let rule: String
        /// Whether it held in every scenario that shows it.
        public let holds: Bool
        /// Those scenarios.
        public let scenarios: [String]
    }

    /// Collects a run.
    public init(
        name: String,
        at: Instant,
        kind: Kind,
        identityProvider: Subject,
        milliseconds: Int64,
        scenarios: [ScenarioRecord],
        rules: [RuleRecord]
    ) {
        schema = Self.schema
        self.name = name
        self.at = at.xsDateTime
        self.kind = kind
        self.identityProvider = identityProvider
        self.milliseconds = milliseconds
        self.scenarios = scenarios
        self.rules = rules
    }

    /// How many scenarios ended so.
    public func count(_ verdict: ScenarioReport.Verdict) -> Int {
        scenarios.count { $0.verdict == verdict }
    }

    /// Whether something was played and nothing failed.
    public var holds: Bool { count(.failed) == 0 && count(.passed) > 0 }
}
