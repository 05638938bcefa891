import JointDebug
import SAML

/// The words of a run's reports.
enum RunWords {
    static let heading = Bilingual("Joint-debug run", "联调运行")

    static func verdict(_ verdict: ScenarioReport.Verdict) -> Bilingual {
        switch verdict {
        case .passed: Bilingual("passed", "通过")
        case .failed: Bilingual("failed", "失败")
        case .notRun: Bilingual("not run", "未运行")
        }
    }

    static func mark(_ verdict: ScenarioReport.Verdict) -> String {
        switch verdict {
        case .passed: "✓"
        case .failed: "✗"
        case .notRun: "–"
        }
    }

    static func counts(_ run: RunRecord) -> Bilingual {
        let (passed, failed, rest) = (run.count(.passed), run.count(.failed), run.count(.notRun))
        return Bilingual(
            "\(passed) passed, \(failed) failed, \(rest) not run",
            "\(passed) 项通过，\(failed) 项失败，\(rest) 项未运行"
        )
    }

    static func kind(_ kind: RunRecord.Kind) -> Bilingual {
        switch kind {
        case .real: Bilingual("the real HUAWEI CLOUD", "真实华为云")
        case .simulation: Bilingual("a simulated HUAWEI CLOUD", "模拟华为云")
        }
    }

    /// What stands at the head of a report.
    static func facts(_ run: RunRecord) -> [(Bilingual, String)] {
        [
            (Bilingual("Run", "运行"), run.name), (Bilingual("Begun", "开始时间"), run.at),
            (Bilingual("Identity provider", "身份提供商"), run.identityProvider.entityID),
            (Bilingual("Its metadata, SHA-256", "其元数据 SHA-256"), run.identityProvider.metadataSHA256),
            (Bilingual("Took", "耗时"), "\(run.milliseconds) ms"),
        ]
    }

    static func attempts(_ count: Int) -> Bilingual {
        Bilingual("held at attempt \(count)", "第 \(count) 次尝试时符合")
    }

    static let hint = Bilingual("what to do", "处理建议")
}
