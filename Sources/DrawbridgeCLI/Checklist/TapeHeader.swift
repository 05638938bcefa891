/// The block before a file in an archive.
struct TapeHeader {
    static let nameLength = 100
    private static let prefixLength = 155
    private static let magic = Array("ustar\u{0}00".utf8)
    private static let plainFile = UInt8(ascii: "0")

    let path: String
    let size: Int

    init(path: String, size: Int) {
        self.path = path
        self.size = size
    }

    /// Reads a block; anything but a plain file is refused.
    init(reading block: ArraySlice<UInt8>) throws(BundleRefusal) {
        let block = Array(block)
        guard block.count == TapeArchive.block, Array(block[257..<265]) == Self.magic,
            Self.octal(block[148..<155]) == Self.checksum(block)
        else { throw .notAnArchive }
        guard let name = Self.text(block[0..<100]), let prefix = Self.text(block[345..<500]) else {
            throw .notAnArchive
        }
        path = prefix.isEmpty ? name : prefix + "/" + name
        guard block[156] == Self.plainFile, block[157..<257].allSatisfy({ $0 == 0 }) else { throw .notAFile(path) }
        guard let size = Self.octal(block[124..<136]) else { throw .notAnArchive }
        guard size <= TapeArchive.largestEntry else { throw .tooLarge(path) }
        self.size = size
    }

    /// The block.
    func bytes(time: Int64) throws(BundleRefusal) -> [UInt8] {
        guard let (prefix, name) = split else { throw .longPath(path) }
        var block: [UInt8] = []
        Self.put(name, width: Self.nameLength, in: &block)
        Self.put("0000644", width: 8, in: &block)
        Self.put("0000000", width: 8, in: &block)
        Self.put("0000000", width: 8, in: &block)
        Self.put(Self.octal(size, digits: 11), width: 12, in: &block)
        Self.put(Self.octal(Int(min(max(time, 0), 0o77_777_777_777)), digits: 11), width: 12, in: &block)
        // While the sum is taken its own field counts as spaces.
        block += [UInt8](repeating: UInt8(ascii: " "), count: 8)
        block.append(Self.plainFile)
        Self.put("", width: 100, in: &block)
        block += Self.magic
        Self.put("", width: 64, in: &block)
        Self.put("0000000", width: 8, in: &block)
        Self.put("0000000", width: 8, in: &block)
        Self.put(prefix, width: Self.prefixLength, in: &block)
        Self.put("", width: 12, in: &block)
        let sum = Array((Self.octal(Self.checksum(block), digits: 6) + "\u{0} ").utf8)
        block.replaceSubrange(148..<156, with: sum)
        return block
    }

    /// Whether a name stays below the folder that it is unpacked in, on every system.
    static func isSafe(_ path: String) -> Bool {
        let isPlain = path.unicodeScalars.allSatisfy { scalar in
            scalar != "\\" && scalar != ":" && scalar.properties.generalCategory != .control
                && scalar.properties.generalCategory != .format
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return isPlain && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    // A long path stands in two fields, divided at a slash.
    private var split: (prefix: String, name: String)? {
        if path.utf8.count <= Self.nameLength { return ("", path) }
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let (prefix, name) = (String(path[..<slash]), String(path[path.index(after: slash)...]))
        return prefix.utf8.count <= Self.prefixLength && name.utf8.count <= Self.nameLength ? (prefix, name) : nil
    }

    private static func put(_ text: String, width: Int, in block: inout [UInt8]) {
        block += Array(text.utf8) + [UInt8](repeating: 0, count: width - text.utf8.count)
    }

    private static func octal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: digits - text.count) + text
    }

    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
        guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }) else {
            return nil
        }
        return Int(String(decoding: digits, as: UTF8.self), radix: 8)
    }

    private static func checksum(_ block: [UInt8]) -> Int {
        block.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String? {
        let text = field.prefix { $0 != 0 }
        guard field.dropFirst(text.count).allSatisfy({ $0 == 0 }) else { return nil }
        return String(validating: text, as: UTF8.self)
    }
}
