import SAML
import XMLSecurity

/// A message for reading: indented, with an arrow at each element that is wrong.
enum MarkedMessage {
    /// The message as text; what cannot be parsed is shown as it came, from its beginning.
    static func text(of xml: [UInt8], marking paths: [String], showsPersonalData: Bool = true) -> String {
        guard let root = try? XMLDocument(parsing: xml, limits: .metadata).root else {
            guard showsPersonalData else { return "[\(xml.count)]" }
            return PrettyXML.plain(String(decoding: xml.prefix(longestRaw), as: UTF8.self))
        }
        // An attribute is marked at its element.
        let elements = paths.map { path in
            path.firstRange(of: "/@").map { String(path[..<$0.lowerBound]) } ?? path
        }
        return PrettyXML(showsPersonalData: showsPersonalData, marked: Set(elements)).text(of: root)
    }

    private static let longestRaw = 4096
}
