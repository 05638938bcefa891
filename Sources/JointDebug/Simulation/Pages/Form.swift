/// A form of a page.
struct Form {
    private let action: String
    private let attributes: String
    private var content = ""

    init(to action: String, isUpload: Bool = false) {
        self.action = action
        attributes = isUpload ? " enctype=\"multipart/form-data\"" : ""
    }

    mutating func hidden(_ name: String, _ value: String) {
        content += "<input type=\"hidden\" name=\"\(name)\" value=\"\(SimulationPage.escape(value))\">"
    }

    mutating func text(_ name: String, _ label: String, value: String = "", isRequired: Bool = true) {
        content += "<label>\(SimulationPage.escape(label)) <input name=\"\(name)\" "
        content += "value=\"\(SimulationPage.escape(value))\"\(isRequired ? " required" : "")></label>"
    }

    mutating func choice(_ name: String, _ label: String, _ values: [String], chosen: String) {
        let options = values.map { "<option\($0 == chosen ? " selected" : "")>\(SimulationPage.escape($0))</option>" }
        content +=
            "<label>\(SimulationPage.escape(label)) <select name=\"\(name)\">\(options.joined())</select></label>"
    }

    mutating func checkbox(_ name: String, _ label: String, isOn: Bool) {
        content += "<label><input type=\"checkbox\" name=\"\(name)\" value=\"on\"\(isOn ? " checked" : "")> "
        content += "\(SimulationPage.escape(label))</label>"
    }

    mutating func file(_ name: String, _ label: String) {
        content += "<label>\(SimulationPage.escape(label)) <input type=\"file\" name=\"\(name)\"></label>"
    }

    mutating func area(_ name: String, _ label: String) {
        content += "<label>\(SimulationPage.escape(label))<br><textarea name=\"\(name)\" rows=\"8\" cols=\"60\">"
        content += "</textarea></label>"
    }

    func html(button: String) -> String {
        "<form method=\"post\" action=\"\(SimulationPage.escape(action))\"\(attributes)>\(content)"
            + "<button>\(SimulationPage.escape(button))</button></form>"
    }
}
