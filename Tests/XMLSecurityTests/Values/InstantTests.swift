import Foundation
import Testing
import XMLSecurity

@Suite("Instant")
struct InstantTests {
    @Test(
        "an xs:dateTime is read",
        arguments: [
            ("1970-01-01T00:00:00Z", 0),
            ("1970-01-01T00:00:00.001Z", 1),
            ("1999-12-31T23:59:59Z", 946_684_799_000),
            ("2000-02-29T00:00:00Z", 951_782_400_000),
            ("2024-02-29T12:30:45Z", 1_709_209_845_000),
            ("2026-03-01T00:00:00Z", 1_772_323_200_000),
            ("2026-11-23T05:57:28Z", 1_795_413_448_000),
            ("2026-11-23T05:57:28.1Z", 1_795_413_448_100),
            ("2026-11-23T05:57:28.12Z", 1_795_413_448_120),
            ("2026-11-23T05:57:28.123Z", 1_795_413_448_123),
            ("2026-11-23T05:57:28.1239999Z", 1_795_413_448_123),
            ("2026-11-23T05:57:28.123456789012345678Z", 1_795_413_448_123),
            ("2100-02-28T23:59:59Z", 4_107_542_399_000),
            ("2100-03-01T00:00:00Z", 4_107_542_400_000),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ]
    )
    func reads(text: String, milliseconds: Int64) {
        #expect(Instant(xsDateTime: text)?.milliseconds == milliseconds)
    }

    @Test(
        "anything besides UTC in the one form is refused",
        arguments: [
            "", "Z", "2026-11-23", "2026-11-23T05:57:28", "2026-11-23T05:57:28+00:00", "2026-11-23T05:57:28+08:00",
            "2026-11-23T05:57:28z", "2026-11-23t05:57:28Z", "2026-11-23 05:57:28Z", " 2026-11-23T05:57:28Z",
            "2026-11-23T05:57:28Z ", "2026-11-23T05:57:28.Z", "2026-11-23T05:57:28,5Z", "2026-11-23T05:57:28.5.5Z",
            "2026-11-23T05:57:28.-5Z", "2026-11-23T05:57:28.5eZ", "2026-11-23T05:57Z", "2026-11-23T24:00:00Z",
            "2026-11-23T05:60:00Z", "2026-11-23T05:57:60Z", "2026-00-23T05:57:28Z", "2026-13-23T05:57:28Z",
            "2026-11-00T05:57:28Z", "2026-11-31T05:57:28Z", "2026-02-29T05:57:28Z", "2100-02-29T05:57:28Z",
            "1969-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "-2026-11-23T05:57:28Z", "12026-11-23T05:57:28Z",
            "+026-11-23T05:57:28Z", "２０２６-11-23T05:57:28Z", "2026-1-23T05:57:28.00Z", "2026-11-23T5:57:28.000Z",
            "2026-11-23T05:57:28.1234567890123456789012345678901234567890Z", "2026/11/23T05:57:28Z",
        ]
    )
    func refuses(text: String) {
        #expect(Instant(xsDateTime: text) == nil)
    }

    @Test(
        "what is written is read back",
        arguments: [0, 1, 999, 951_782_400_000, 1_795_413_448_123, 253_402_300_799_999]
    )
    func roundTrip(milliseconds: Int64) {
        let instant = Instant(milliseconds: milliseconds)
        #expect(Instant(xsDateTime: instant.xsDateTime) == instant)
        #expect(instant.xsDateTime.utf8.count == 24)
    }

    @Test("every day of four centuries is read back as itself")
    func everyDay() {
        for day in stride(from: Int64(0), to: 146_097, by: 1) {
            let instant = Instant(milliseconds: day * 86_400_000 + 86_399_999)
            #expect(Instant(xsDateTime: instant.xsDateTime) == instant)
        }
    }

    @Test("the date command writes the same text")
    func dateCommand() throws {
        let seconds: [Int64] = [
            -62_135_596_800, -2_203_891_200, -1, 0, 68_169_600, 951_868_799, 951_868_800, 1_709_164_800, 1_795_413_448,
            4_107_542_400, 13_569_465_600, 253_402_300_799,
        ]
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["date", "-u", "-f", "-", "+%Y-%m-%dT%H:%M:%S.000Z"]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(seconds.map { "@\($0)\n" }.joined().utf8))
        try input.fileHandleForWriting.close()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text.split(separator: "\n").map(String.init) == seconds.map { Instant(seconds: $0).xsDateTime })
    }

    @Test("no number overflows: what is out of the years 1 to 9999 counts as the nearest instant within")
    func bounds() {
        let last = "9999-12-31T23:59:59.999Z"
        let first = "0001-01-01T00:00:00.000Z"
        #expect(Instant(milliseconds: .max).xsDateTime == last)
        #expect(Instant(seconds: .max).xsDateTime == last)
        #expect(Instant(seconds: .max).adding(seconds: .max).xsDateTime == last)
        #expect(Instant(milliseconds: .min).xsDateTime == first)
        #expect(Instant(seconds: .min).xsDateTime == first)
        #expect(Instant(seconds: .min).adding(seconds: .min).xsDateTime == first)
        #expect(Instant(seconds: .min).adding(seconds: .max).xsDateTime == last)
        #expect(Instant(seconds: .max).adding(seconds: .min).xsDateTime == first)
        #expect(Instant(seconds: .max).seconds(since: Instant(seconds: .min)) == 315_537_897_599)
    }

    @Test("instants are ordered, moved and told apart by seconds")
    func arithmetic() {
        let instant = Instant(milliseconds: 1_500)
        #expect(instant.adding(seconds: 2).milliseconds == 3_500)
        #expect(instant.adding(seconds: -2).milliseconds == -500)
        #expect(instant.adding(seconds: -2).xsDateTime == "1969-12-31T23:59:59.500Z")
        #expect(instant.adding(seconds: 2).seconds(since: instant) == 2)
        #expect(instant.seconds(since: Instant(milliseconds: 3_499)) == -1)
        #expect(instant < instant.adding(seconds: 1))
    }

    @Test("as JSON it is one number")
    func codable() throws {
        let instant = Instant(milliseconds: 1_795_413_448_123)
        let data = try JSONEncoder().encode([instant])
        #expect(String(decoding: data, as: UTF8.self) == "[1795413448123]")
        #expect(try JSONDecoder().decode([Instant].self, from: data) == [instant])
    }
}
