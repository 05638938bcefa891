import XMLSecurity

/// Where the next page begins, in a form that nobody is tempted to compute.
enum Cursor {
    static func text(_ place: String) -> String { Base64.encodeURL(Array(place.utf8)) }

    static func place(_ text: String) throws -> String {
        guard let octets = Base64.decodeURL(text.utf8), let place = String(validating: octets, as: UTF8.self),
            !place.isEmpty
        else { throw RequestFault.parameter("cursor") }
        return place
    }

    static func number(_ text: String?) throws -> Int64? {
        guard let text else { return nil }
        guard let number = Int64(try place(text)) else { throw RequestFault.parameter("cursor") }
        return number
    }
}
