import HuaweiCloud
import IdentityProvider
import SAML
import XMLSecurity

/// The sheet as one page to print, both languages side by side, without script and without anything from elsewhere.
///
/// Written by the writer of messages: every text is escaped in one place, and the page is well-formed XML.
struct AccessSheetHTML {
    private let sheet: AccessSheet
    private let time: TimeArgument
    private var page = HTMLWriter()

    // No `<`, `>` or `&` may stand in it: a style is not unescaped.
    private static let style = """
        body{font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:60em;margin:2em auto;\
        padding:0 1em;color:#222}h1{font-size:1.4em}h2{font-size:1.1em;margin-top:1.6em}\
        table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.4em .6em;text-align:left;\
        vertical-align:top}th{width:30%;background:#f6f6f6}code{word-break:break-all;user-select:all}\
        .zh,.en{display:block}.rule{color:#555;font-size:.85em}.missing{border-left:4px solid #c00;padding-left:1em}\
        @media print{body{margin:0;max-width:none}tr{break-inside:avoid}}
        """

    init(_ sheet: AccessSheet, time: TimeArgument) {
        self.sheet = sheet
        self.time = time
    }

    /// The page.
    func bytes() throws -> [UInt8] {
        var copy = self
        copy.write()
        return Array("<!DOCTYPE html>\n".utf8) + (try copy.page.finish()) + Array("\n".utf8)
    }

    private static let title = Bilingual("Access configuration in Partner Center", "伙伴中心接入配置")

    private mutating func write() {
        let body = body
        page.document(title: "\(Self.title.zh) / \(Self.title.en)", style: Self.style) { page in
            for part in body { part(&page) }
        }
    }

    private typealias Part = (inout HTMLWriter) -> Void

    private var body: [Part] {
        [heading, fields(on: .basic), fields(on: .returns), file, identifiers, uploads, missing]
    }

    private func heading(_ page: inout HTMLWriter) {
        page.heading("h1", Self.title)
        page.table { page in
            page.row(Bilingual("Site", "站点")) { $0.code(sheet.site) }
            page.row(Bilingual("Entity id", "entityID")) { $0.code(sheet.entityID) }
            page.row(Bilingual("Where", "位置")) { $0.both(PartnerCenter.accessConfiguration) }
            page.row(Bilingual("Made at", "生成时间")) { $0.text(time.show(sheet.madeAt)) }
        }
    }

    private func fields(on place: AccessField.Page) -> Part {
        { page in
            page.heading("h2", place.title)
            page.table { page in
                for row in sheet.rows(on: place) {
                    page.row(row.field.label, isMandatory: row.field.isMandatory) { page in
                        if let value = row.value { page.code(value) }
                        if let note = row.note { page.both(note) }
                        page.both(row.field.rule, class: "rule")
                    }
                }
            }
        }
    }

    private func file(_ page: inout HTMLWriter) {
        guard let file = sheet.file else { return }
        page.heading("h2", Bilingual("Metadata file", "元数据文件"))
        page.table { page in
            page.row(Bilingual("Path", "路径")) { $0.code(file.path) }
            page.row("SHA-256") { $0.code(file.sha256) }
            page.row(Bilingual("Octets (at most)", "字节数（上限）")) {
                $0.text("\(file.size) (\(PartnerCenter.largestMetadata))")
            }
            for (number, key) in file.keys.enumerated() {
                let label =
                    number == 0
                    ? Bilingual("First key: HUAWEI CLOUD uses it", "首个密钥：华为云使用此密钥")
                    : Bilingual("Key \(number + 1)", "第 \(number + 1) 个密钥")
                page.row(label) { page in
                    page.code(key.title)
                    if let end = key.end { page.both(Bilingual("ends \(time.show(end))", "到期 \(time.show(end))")) }
                }
            }
        }
    }

    private func identifiers(_ page: inout HTMLWriter) {
        page.heading("h2", Bilingual("What Partner Center gives", "伙伴中心给出的标识"))
        page.table { page in
            for id in sheet.identifiers {
                page.row(id.label) { page in
                    page.code(id.value ?? "-")
                    guard id.value != nil else { return }
                    guard let record = id.record else { return page.both(Bilingual("configuration", "来自配置")) }
                    page.text("\(record.person), \(time.show(record.at))")
                }
            }
        }
    }

    private func uploads(_ page: inout HTMLWriter) {
        guard !sheet.uploads.isEmpty else { return }
        page.heading("h2", Bilingual("Uploads that were recorded", "已登记的上传"))
        page.table { page in
            for item in sheet.uploads {
                page.row(time.show(item.upload.at)) { page in
                    page.text(item.upload.person)
                    page.code("SHA-256 " + item.upload.sha256)
                    page.code(item.firstKey.title)
                }
            }
        }
    }

    private func missing(_ page: inout HTMLWriter) {
        page.heading("h2", Bilingual("Still missing", "仍缺少"))
        guard !sheet.missing.isEmpty else {
            return page.both(Bilingual("Nothing is missing.", "没有缺失项。"))
        }
        page.list(sheet.missing, class: "missing")
    }
}
