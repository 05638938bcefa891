import Onboarding

/// The strong entity tag of a whitelist: its stage and revision (RFC 9110 section 8.8.3).
///
/// All that is read of a whitelist has the same tag: a change anywhere in it is one that its editor should have seen.
struct EntityTag: Hashable, Sendable {
    let stage: Stage
    let revision: Int64

    init(_ stage: Stage, _ revision: Int64) {
        self.stage = stage
        self.revision = revision
    }

    init(_ text: String) throws {
        let parts = text.dropFirst().dropLast().split(separator: ".", omittingEmptySubsequences: false)
        guard text.count > 2, text.first == "\"", text.last == "\"", parts.count == 2,
            let stage = Stage(rawValue: String(parts[0])), stage != .closed, let revision = Int64(parts[1]),
            "\(revision)" == parts[1],
            revision >= 0
        else { throw RequestFault.header("If-Match") }
        self.init(stage, revision)
    }

    var text: String { "\"\(stage.rawValue).\(revision)\"" }
}
