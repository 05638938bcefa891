/// What a name must be that becomes a file's name: nothing that leaves its directory.
enum FileName {
    static let rule = say(
        "A name has 1 to 64 letters, digits, hyphens, underscores and dots, and does not begin with a dot.",
        "名称为 1 到 64 个字母、数字、连字符、下划线或点，且不以点开头。"
    )

    static func holds(_ name: String) -> Bool {
        guard (1...64).contains(name.utf8.count), name.first != "." else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
    }
}
