public import Onboarding

extension PublicBaseReport {
    // An empty form is refused by us and by nobody else with one of these; 404 says that a proxy does not pass it on.
    private static let refusals: Set = [400, 403]

    /// The looks of `world.public-base` and `world.notification`.
    /// - Parameters:
    ///   - base: our public address, as configured.
    ///   - metadataHash: SHA-256 of our metadata in lower-case hexadecimal.
    /// - Returns: the looks, by rule; not looked at when the report is of another address.
    public func looks(base: String, metadataHash: String) -> [String: WorldEvidence.Look] {
        guard Self.trimmed(base) == Self.trimmed(self.base) else {
            let other = WorldEvidence.Look(isGood: nil, facts: [ChecklistFact("report of another address", self.base)])
            return ["world.public-base": other, "world.notification": other]
        }
        return ["world.public-base": baseLook(metadataHash), "world.notification": notificationLook]
    }

    private func baseLook(_ metadataHash: String) -> WorldEvidence.Look {
        let isSame = metadata.sha256 == metadataHash
        let facts = [
            ChecklistFact("base", base), ChecklistFact("time", time), ChecklistFact("healthz", health.text),
            ChecklistFact("metadata", metadata.status == 200 && !isSame ? "200, other than ours" : metadata.text),
        ]
        let isGood = health.status == 200 && metadata.status == 200 && isSame
        let saysNothing = health.saysNothing || metadata.saysNothing
        return WorldEvidence.Look(isGood: saysNothing ? nil : isGood, facts: facts)
    }

    private var notificationLook: WorldEvidence.Look {
        WorldEvidence.Look(
            isGood: notification.saysNothing ? nil : notification.status.map(Self.refusals.contains) ?? false,
            facts: [
                ChecklistFact("base", base), ChecklistFact("time", time),
                ChecklistFact("empty form", notification.text),
            ]
        )
    }

    private static func trimmed(_ base: String) -> Substring {
        base.hasSuffix("/") ? base.dropLast() : base[...]
    }
}
