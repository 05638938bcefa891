import Onboarding
import SAML
import XMLSecurity

/// The words that every form of the report uses.
enum ChecklistWords {
    static let heading = Bilingual("Checklist", "检查报告")
    static let left = Bilingual("Left to do", "待办")
    static let nothingLeft = Bilingual("Nothing is left to do.", "没有待办事项。")

    static func verdict(_ verdict: ChecklistVerdict) -> Bilingual {
        switch verdict {
        case .pass: Bilingual("pass", "通过")
        case .fail: Bilingual("fail", "未通过")
        case .warn: Bilingual("warning", "警告")
        case .notVerified: Bilingual("not verified", "未验证")
        case .waived: Bilingual("waived", "已豁免")
        }
    }

    static func mark(_ verdict: ChecklistVerdict) -> String {
        switch verdict {
        case .pass: "✓"
        case .fail: "✗"
        case .warn: "!"
        case .notVerified: "?"
        case .waived: "~"
        }
    }

    static func stage(_ stage: ChecklistStage) -> Bilingual {
        switch stage {
        case .prepare: Bilingual("preparing", "接入准备")
        case .jointDebug: Bilingual("joint debugging", "接口联调")
        case .live: Bilingual("going live", "接入现网")
        }
    }

    static func level(_ level: ChecklistLevel) -> Bilingual {
        switch level {
        case .must: Bilingual("must", "必须")
        case .should: Bilingual("should", "建议")
        }
    }

    static func provenance(_ provenance: Provenance) -> Bilingual {
        switch provenance {
        case .real: Bilingual("the real HUAWEI CLOUD", "真实华为云")
        case .simulation: Bilingual("a simulation", "模拟环境")
        case .ownMeasurement: Bilingual("our own measurement", "自行测量")
        case .person: Bilingual("the word of a person", "人工确认")
        }
    }

    /// Of a waiver or a file that no operator token stands behind.
    static let inVain = Bilingual(
        "It does not count for going live: that takes an operator token, of an approver for a waiver.",
        "不计入 go-live：须使用操作员令牌；豁免须由批准人作出。"
    )

    static func waiver(_ waiver: ChecklistWaiver, counts: Bool) -> Bilingual {
        let (until, person) = (waiver.until.xsDateTime, waiver.person.described)
        let given = Bilingual(
            "Waived by \(person.en) until \(until): \(waiver.reason)",
            "由 \(person.zh) 豁免至 \(until)：\(waiver.reason)"
        )
        return counts ? given : Bilingual("\(given.en). \(inVain.en)", "\(given.zh)。\(inVain.zh)")
    }

    /// Who answers for a result, if anybody does.
    static func waiver(of result: ChecklistResult) -> Bilingual? {
        result.waiver.map { waiver($0, counts: result.verdict == .waived) }
    }

    /// How many of each verdict there are.
    static func counts(_ run: ChecklistRun) -> Bilingual {
        let counts = ChecklistVerdict.allCases.map { ($0, run.count($0)) }
        return Bilingual(
            counts.map { "\($1) \(verdict($0).en)" }.joined(separator: ", "),
            counts.map { "\(verdict($0).zh) \($1)" }.joined(separator: "，")
        )
    }

    /// The run's facts as rows.
    static func facts(_ report: ChecklistReport) -> [(Bilingual, String)] {
        let run = report.run
        let rows: [(Bilingual, String?)] = [
            (Bilingual("Run", "运行编号"), report.number.map(String.init)),
            (Bilingual("At", "时间"), run.at.xsDateTime), (Bilingual("By", "执行人"), run.person),
            (Bilingual("Version", "版本"), run.surrounding.version),
            (Bilingual("SHA-256 of the configuration", "配置的 SHA-256"), run.surrounding.configuration),
            (Bilingual("SHA-256 of the metadata", "元数据的 SHA-256"), run.surrounding.metadata),
            (Bilingual("SHA-256 of HUAWEI CLOUD's metadata", "华为云元数据的 SHA-256"), run.surrounding.huaweiMetadata),
            (Bilingual("SHA-256 of what the environment sets", "环境变量设置的 SHA-256"), run.surrounding.environment),
        ]
        return rows.compactMap { label, value in value.map { (label, $0) } }
    }
}
