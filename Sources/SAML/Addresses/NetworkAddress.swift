/// An IP address, judged by what it reaches.
public struct NetworkAddress: Hashable, Sendable {
    /// Four octets, or sixteen.
    public let octets: [UInt8]

    /// Reads an address as the system writes it: dotted, or with colons (RFC 5952); `nil` for anything else.
    public init?(_ text: String) {
        let octets = text.contains(":") ? Self.v6(text) : Self.v4(text[...])
        guard let octets else { return nil }
        self.octets = octets
    }

    /// Makes an address of four octets, or of sixteen; `nil` for another number.
    public init?(octets: [UInt8]) {
        guard octets.count == 4 || octets.count == 16 else { return nil }
        self.octets = octets
    }

    /// The address in its one form: dotted, or as RFC 5952 writes it.
    public var text: String {
        guard octets.count == 16 else { return octets.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map { UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]) }
        let zeros = Self.longestZeros(groups)
        func text(_ groups: ArraySlice<UInt16>) -> String {
            groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard zeros.count > 1 else { return text(groups[...]) }
        return text(groups[..<zeros.lowerBound]) + "::" + text(groups[zeros.upperBound...])
    }

    // RFC 5952 4.2.3: the longest run of zeros is left out, the first of several.
    private static func longestZeros(_ groups: [UInt16]) -> Range<Int> {
        var longest = 0..<0
        var start = 0
        for index in 0...groups.count where index == groups.count || groups[index] != 0 {
            if index - start > longest.count { longest = start..<index }
            start = index + 1
        }
        return longest
    }

    private static func v4(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let octets = parts.compactMap(octet)
        return parts.count == 4 && octets.count == 4 ? octets : nil
    }

    // `010` is eight to some readers and ten to others.
    private static func octet(_ text: Substring) -> UInt8? {
        guard let value = UInt8(text), String(value) == text else { return nil }
        return value
    }

    private static func v6(_ text: String) -> [UInt8]? {
        let address = text.prefix { $0 != "%" }
        let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false).map(groups)
        guard let head = halves[0] else { return nil }
        guard halves.count == 2 else { return head.count == 16 ? head : nil }
        guard let tail = halves[1], head.count + tail.count < 16 else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func groups(_ text: Substring) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var octets: [UInt8] = []
        for group in text.split(separator: ":", omittingEmptySubsequences: false) {
            if group.contains(".") {
                guard let mapped = v4(group) else { return nil }
                octets += mapped
            } else {
                guard group.count <= 4, group.allSatisfy(\.isHexDigit), let value = UInt16(group, radix: 16) else {
                    return nil
                }
                octets += [UInt8(value >> 8), UInt8(value & 0xFF)]
            }
        }
        return octets
    }

    /// The v4 address that a v6 address stands for (RFC 4291 2.5.5.2), or itself.
    public var unmapped: NetworkAddress {
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        guard octets.count == 16, octets.starts(with: mapped) else { return self }
        return NetworkAddress(octets: Array(octets[12...])) ?? self
    }

    /// Whether it belongs to the public Internet: not this machine, not its network, not a range that is reserved
    /// (IANA special-purpose registries; attacks.md C.2 58).
    public var isPublic: Bool {
        octets.count == 4 ? Self.isPublic(octets[...]) : isPublicV6
    }

    private static let privateV4: [(prefix: [UInt8], bits: Int)] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
        ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24),
        ([203, 0, 113], 24), ([224], 3),
    ]

    private static func isPublic(_ v4: ArraySlice<UInt8>) -> Bool {
        !privateV4.contains { matches(v4, $0.prefix, $0.bits) }
    }

    // Only 2000::/3 is given out. Inside it: Teredo and ORCHID (2001::/23), documentation, and 6to4, which hides a v4
    // address, as do the two translated ranges outside it.
    private var isPublicV6: Bool {
        let all = octets[...]
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        if Self.matches(all, mapped, 96) || Self.matches(all, translated, 96) { return Self.isPublic(octets[12...]) }
        guard Self.matches(all, [0x20], 3) else { return false }
        return !Self.matches(all, [0x20, 0x01, 0], 23) && !Self.matches(all, [0x20, 0x01, 0x0D, 0xB8], 32)
            && !Self.matches(all, [0x20, 0x02], 16)
    }

    private static func matches(_ address: ArraySlice<UInt8>, _ prefix: [UInt8], _ bits: Int) -> Bool {
        let octets = Array(address)
        let padded = prefix + [0, 0]
        for index in 0..<(bits / 8) where octets[index] != padded[index] { return false }
        let rest = bits % 8
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF00 >> rest)
        return octets[bits / 8] & mask == padded[bits / 8] & mask
    }
}
