import SAML
import XMLSecurity

/// Chooses between both languages of a page without script: three buttons that the style asks for.
enum LanguageSwitch {
    static func write(_ language: Language, _ page: inout HTMLWriter) {
        choice(&page, "only-zh", "中文", isChosen: language == .zh)
        choice(&page, "only-en", "English", isChosen: language == .en)
        choice(&page, "both", "中文 + English", isChosen: false)
    }

    private static func choice(_ page: inout HTMLWriter, _ id: String, _ label: String, isChosen: Bool) {
        let chosen = isChosen ? [XMLAttribute("checked", "checked")] : []
        let input = [XMLAttribute("id", id), XMLAttribute("name", "language"), XMLAttribute("type", "radio")]
        page.element("input", input + chosen)
        page.element("label", [XMLAttribute("for", id)]) { $0.text(label) }
    }
}
