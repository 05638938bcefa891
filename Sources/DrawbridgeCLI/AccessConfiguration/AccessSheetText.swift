import HuaweiCloud
import IdentityProvider
import SAML
import XMLSecurity

/// The sheet for a terminal, in one language.
struct AccessSheetText {
    let sheet: AccessSheet
    let time: TimeArgument

    var lines: [String] {
        heading + AccessField.Page.allCases.flatMap(page) + file + identifiers + uploads + missing
    }

    private var heading: [String] {
        [
            say("Access configuration in Partner Center", "伙伴中心接入配置"),
            say("site: ", "站点：") + sheet.site, "entityID: \(sheet.entityID)",
            say("where: ", "位置：") + PartnerCenter.accessConfiguration[Speech.language],
        ]
    }

    private func page(_ page: AccessField.Page) -> [String] {
        let rows = sheet.rows(on: page).flatMap { row -> [String] in
            let mark = row.field.isMandatory ? " *" : ""
            let rest = [row.note?[Speech.language], row.field.rule[Speech.language]].compactMap(\.self)
            return ["  " + row.field.label[Speech.language] + mark, "    " + (row.value.map(PrettyXML.plain) ?? "-")]
                + rest.map { "    (\(PrettyXML.plain($0)))" }
        }
        return ["", page.title[Speech.language]] + rows
    }

    private var file: [String] {
        guard let file = sheet.file else { return [] }
        let keys = file.keys.enumerated().map { number, key in
            "  \(number + 1). \(key.title)" + (key.end.map { say(", ends ", "，到期 ") + time.show($0) } ?? "")
                + (number == 0 ? say("  <- HUAWEI CLOUD uses this one", "  <- 华为云使用此密钥") : "")
        }
        let size = "\(file.size) / \(PartnerCenter.largestMetadata)"
        return ["", say("Metadata file", "元数据文件"), "  \(file.path)", "  SHA-256 \(file.sha256)"]
            + ["  " + say("octets: ", "字节：") + size] + keys
    }

    private var identifiers: [String] {
        let rows = sheet.identifiers.map { id in
            "  " + id.label[Speech.language] + say(": ", "：") + (id.value ?? "-") + origin(of: id)
        }
        return ["", say("What Partner Center gives", "伙伴中心给出的标识")] + rows
    }

    private func origin(of id: AccessSheet.Identifier) -> String {
        guard id.value != nil else { return "" }
        guard let record = id.record else { return say(" (configuration)", "（配置）") }
        return say(
            " (recorded by \(PrettyXML.plain(record.person)), \(time.show(record.at)))",
            "（\(PrettyXML.plain(record.person)) 登记于 \(time.show(record.at))）"
        )
    }

    private var uploads: [String] {
        guard !sheet.uploads.isEmpty else { return [] }
        let rows = sheet.uploads.map { item in
            "  \(time.show(item.upload.at))  \(PrettyXML.plain(item.upload.person))  SHA-256 \(item.upload.sha256)  "
                + item.firstKey.title
        }
        return ["", say("Uploads that were recorded", "已登记的上传")] + rows
    }

    private var missing: [String] {
        guard !sheet.missing.isEmpty else { return ["", say("Nothing is missing.", "没有缺失项。")] }
        return ["", say("Still missing", "仍缺少")] + sheet.missing.map { "  - " + $0[Speech.language] }
    }
}
