/// What a name of a person must be that is kept in a history.
enum PersonName {
    static var rule: String {
        say("a name has 1 to 128 characters and no control characters.", "姓名须为 1 到 128 个字符，且不含控制字符。")
    }

    static func holds(_ name: String) -> Bool {
        guard (1...128).contains(name.unicodeScalars.count), name.contains(where: { !$0.isWhitespace }) else {
            return false
        }
        return name.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: false
            default: true
            }
        }
    }
}
