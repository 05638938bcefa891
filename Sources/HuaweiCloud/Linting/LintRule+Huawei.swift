import SAML

extension LintRule {
    /// A rule of huawei-cloud.md section 10 by its number there, and the sections that it rests on.
    static func numbered(
        _ number: Int,
        _ id: String,
        _ level: LintLevel,
        _ sections: String,
        _ title: Bilingual,
        _ hint: Bilingual
    ) -> LintRule {
        LintRule("huawei." + id, level, spec: "huawei-cloud.md 10 #\(number) (\(sections))", title: title, hint: hint)
    }

    /// The rules of both files, by number.
    static let ofHuaweiCloud = huaweiFile + huaweiCertificate + huaweiServiceProvider
}
