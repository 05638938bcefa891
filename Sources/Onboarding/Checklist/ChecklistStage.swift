/// The part of the way to production that a rule belongs to, after the chapters of HUAWEI's guide (design section 2).
///
/// A run of a stage judges the rules of the stages before it, too: what was ready once must still be.
public enum ChecklistStage: String, CaseIterable, Sendable, Codable, Comparable {
    /// 接入准备.
    case prepare
    /// 接口联调.
    case jointDebug = "joint-debug"
    /// 接入现网.
    case live

    /// Earlier on the way.
    public static func < (left: ChecklistStage, right: ChecklistStage) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
