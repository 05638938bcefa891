public import SAML

/// Why a fault cannot be switched on.
public struct FaultError: Error, Hashable, Sendable {
    /// One sentence with what to write instead.
    public let message: Bilingual

    init(unknown name: String) {
        let names = FaultKind.allCases.map(\.rawValue).joined(separator: ", ")
        message = Bilingual("There is no fault '\(name)'; there are \(names).", "没有故障“\(name)”；可用的有 \(names)。")
    }

    init(takesNoValue kind: FaultKind) {
        message = Bilingual("The fault \(kind.rawValue) takes no value.", "故障 \(kind.rawValue) 不带数值。")
    }

    init(_ kind: FaultKind, outside value: FaultValue) {
        let range = "\(value.range.lowerBound)–\(value.range.upperBound)"
        message = Bilingual(
            "The fault \(kind.rawValue) takes \(value.unit.en) from \(range), as in \(kind.rawValue)=\(value.assumed).",
            "故障 \(kind.rawValue) 的\(value.unit.zh)取值为 \(range)，例如 \(kind.rawValue)=\(value.assumed)。"
        )
    }
}
