import Testing
import XMLSecurity

@Suite("Sealing")
struct SealingKeyTests {
    private static func key(_ octet: UInt8 = 1) throws -> SealingKey {
        try #require(SealingKey(Secret(Array(repeating: octet, count: SealingKey.length))))
    }

    @Test("What was sealed opens with the same key and context", arguments: [0, 1, 15, 16, 17, 70_000])
    func roundTrip(length: Int) throws {
        let plain = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
        let sealed = try Self.key().seal(plain, context: [1, 2], randomness: .openSSL)
        #expect(sealed.count == length + 29)
        #expect(try Self.key().open(sealed, context: [1, 2]) == plain)
        #expect(try Self.key(2).open(sealed, context: [1, 2]) == nil)
        #expect(try Self.key().open(sealed, context: [1]) == nil)
    }

    @Test("A change of any octet, a missing and an additional one are found")
    func changes() throws {
        let key = try Self.key()
        let sealed = key.seal(Array("a notification".utf8), context: [], randomness: .openSSL)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(key.open(changed, context: []) == nil, "octet \(index)")
            #expect(key.open(Array(sealed.prefix(index)), context: []) == nil)
        }
        #expect(key.open(sealed + [0], context: []) == nil)
    }

    @Test("It is AES-256-GCM as published: test case 14 of McGrew and Viega's vectors")
    func vector() throws {
        let key = try #require(SealingKey(Secret([UInt8](repeating: 0, count: 32))))
        let zeros = Randomness { [UInt8](repeating: 0, count: $0) }
        let sealed = key.seal([UInt8](repeating: 0, count: 16), context: [], randomness: zeros)
        #expect(
            Hexadecimal.encode(sealed.dropFirst(13))
                == "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
        )
    }

    @Test("A key has 32 octets", arguments: [0, 16, 31, 33])
    func length(count: Int) {
        #expect(SealingKey(Secret([UInt8](repeating: 0, count: count))) == nil)
    }
}
