/// Writes lines as a JSON object, so that a small change of the input is a small change of the claims.
enum JSON {
    private static let numbers: Set = ["iat", "exp", "auth_time"]

    static func object(ofLines octets: [UInt8]) -> [UInt8] {
        let lines = String(decoding: octets, as: UTF8.self).split(separator: "\n")
        let members = lines.map { line in
            let name = String(line.prefix { $0 != "=" })
            let value = String(line.dropFirst(name.count + 1))
            return text(name) + ":" + member(name, value)
        }
        return Array(("{" + members.joined(separator: ",") + "}").utf8)
    }

    private static func member(_ name: String, _ value: String) -> String {
        switch name {
        case "aud" where value.contains(","):
            "[" + value.split(separator: ",").map { text(String($0)) }.joined(separator: ",") + "]"
        case "first_login": value == "true" ? "true" : "false"
        // As it stands, so that the fuzzer finds the forms of numbers that JSON has.
        case _ where numbers.contains(name): value
        default: text(value)
        }
    }

    private static func text(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
