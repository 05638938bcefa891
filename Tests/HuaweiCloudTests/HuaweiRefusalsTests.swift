import HuaweiCloud
import SAML
import Testing

@Suite("Texts")
struct HuaweiRefusalsTests {
    @Test("Every code is listed once")
    func unique() {
        #expect(Set(HuaweiRefusals.all.map(\.id)).count == HuaweiRefusals.all.count)
    }

    @Test("Every text is there in both languages", arguments: HuaweiRefusals.all)
    func bilingual(code: RefusalCode) {
        #expect(!code.spec.isEmpty)
        for text in [code.message, code.hint] {
            #expect(text.en.hasSuffix(".") && text.en.utf8.allSatisfy { $0 < 0x80 })
            #expect(text.zh.hasSuffix("。") && text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        }
    }

    @Test("Every menu is named in both languages")
    func menus() {
        for menu in [PartnerCenter.openAPIs, PartnerCenter.accessConfiguration, PartnerCenter.credentials] {
            #expect(!menu.en.isEmpty && menu.zh.contains(">"))
        }
    }
}
