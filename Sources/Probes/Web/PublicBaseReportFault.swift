public import SAML

/// Why a file is not what a probe wrote.
public enum PublicBaseReportFault: Error, Hashable, Sendable {
    /// Larger than any report.
    case tooLong
    /// Not its JSON.
    case malformed
    /// Another schema.
    case schema(String)
    /// Not a time.
    case time(String)

    /// What is wrong and what to do.
    public var message: Bilingual {
        switch self {
        case .tooLong: Bilingual("The file is too long for a probe's report.", "文件过长，不是探测报告。")
        case .malformed:
            Bilingual(
                "The file is not a probe's report; run the probe again and keep what it prints.",
                "文件不是探测报告，请重新执行探测并保存其输出。"
            )
        case .schema(let found):
            Bilingual(
                "The report has schema \(found), not \(PublicBaseReport.schema); run the probe of this version.",
                "报告的 schema 为 \(found)，应为 \(PublicBaseReport.schema)，请使用本版本执行探测。"
            )
        case .time(let found):
            Bilingual("The report's time is not a time: \(found)", "报告的时间无效：\(found)")
        }
    }
}
