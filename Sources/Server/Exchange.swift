import Hummingbird
import Instrumentation
import SAML
import XMLSecurity

/// One request of a browser: what language it reads, what cookies it brought, and the reference id that finds it in the
/// log.
struct Exchange: Sendable {
    let reference: String
    let language: Language
    let wantsJSON: Bool
    private let cookies: [String: String]

    /// Reads a request inside its ``RequestScope``; with `pagesOnlyOnDemand`, who does not ask for a page is taken for a
    /// program.
    init(_ request: Request, pagesOnlyOnDemand: Bool = false) {
        reference = InstrumentationContext.current?.reference ?? ""
        language = Self.language(request.headers[.acceptLanguage])
        let accept = request.headers[.accept] ?? ""
        wantsJSON = pagesOnlyOnDemand ? !accept.contains("text/html") : accept.contains("application/json")
        var cookies: [String: String] = [:]
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2 else { continue }
                let name = parts[0].drop { $0 == " " }
                // Of two cookies of one name neither is believed.
                cookies[String(name)] = cookies[String(name)] == nil ? String(parts[1]) : ""
            }
        }
        self.cookies = cookies
    }

    func cookie(_ name: String) -> String? {
        cookies[name]
    }

    // The first of the two languages that the header names; Chinese where it names neither.
    private static func language(_ header: String?) -> Language {
        for range in (header ?? "").lowercased().split(separator: ",") {
            let tag = range.drop { $0 == " " }
            if tag.hasPrefix("zh") { return .zh }
            if tag.hasPrefix("en") { return .en }
        }
        return .zh
    }
}
