import NIOCore
import Onboarding
import Testing
import XMLSecurity

@testable import Probes

@Suite("A time server is asked how our clock stands")
struct ClockProbeTests {
    // A busy machine must not decide a test.
    private static let patient = ProbeLimits(step: .hours(24))
    private static let now = Instant(seconds: 1_795_000_000)

    /// An answer of stratum 2 by a clock that is so many seconds ahead.
    private static func answer(_ question: [UInt8], ahead: Int64 = 0) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 24)
        bytes[0] = 4 << 3 | 4
        bytes[1] = 2
        let time = SNTPTimestamp(now.adding(seconds: ahead)).bits
        let octets = (0..<8).map { UInt8(truncatingIfNeeded: time >> (56 - 8 * UInt64($0))) }
        return bytes + question[40..<48] + octets + octets
    }

    private static func read(_ answer: @escaping FakeTimeServer.Answer) async throws -> ClockReading {
        let server = try await FakeTimeServer(answer)
        let result: Result<ClockReading, any Error>
        do {
            result = .success(try await ClockProbe(patient, now: { now }).read("127.0.0.1", port: server.port))
        } catch {
            result = .failure(error)
        }
        try await server.stop()
        return try result.get()
    }

    @Test(
        "The offset is what the server is ahead of us; over two seconds are doubtful, over a minute is wrong",
        arguments: [
            (0, .good), (2, .good), (-2, .good), (3, .doubtful), (-3, .doubtful), (60, .doubtful), (-60, .doubtful),
            (61, .bad), (-61, .bad), (86_400, .bad),
        ] as [(Int64, WorldEvidence.Look.Judgement)]
    )
    func offset(ahead: Int64, expected: WorldEvidence.Look.Judgement) async throws {
        let reading = try await Self.read { Self.answer($0, ahead: ahead) }
        #expect(reading.offset == ahead * 1000)
        #expect(reading.delay == 0)
        #expect(reading.look.judgement == expected)
    }

    @Test(
        "A gateway's time counts but for the half second that it may hide, and the way of the answer",
        arguments: [
            (0, 0, .good), (2, 0, .good), (-3, 0, .good), (3, 0, .doubtful), (3, 4000, .good), (-4, 0, .doubtful),
            (60, 0, .doubtful), (61, 0, .bad), (-62, 0, .bad), (62, 10_000, .doubtful),
        ] as [(Int64, Int64, WorldEvidence.Look.Judgement)]
    )
    func gateway(ahead: Int64, delay: Int64, expected: WorldEvidence.Look.Judgement) {
        let heard = Instant(milliseconds: Self.now.milliseconds + delay)
        let date = Self.now.adding(seconds: ahead + delay / 2000)
        let look = GatewayClockProbe.look("g", date, between: Self.now, and: heard)
        #expect(look.judgement == expected, "\(look.facts)")
    }

    @Test(
        "The time of an answer is read in the one form that servers may send",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Tue, 03 Feb 2026 00:00:00 GMT", "2026-02-03T00:00:00Z"), ("Sunday, 06-Nov-94 08:49:37 GMT", nil),
            ("Sun Nov  6 08:49:37 1994", nil), ("Sun, 06 Nov 1994 08:49:37 +0000", nil),
            ("Sun, 31 Feb 1994 08:49:37 GMT", nil), ("", nil),
        ] as [(String, String?)]
    )
    func date(text: String, expected: String?) {
        #expect(HTTPDate.instant(text) == expected.flatMap { Instant(xsDateTime: $0) })
    }

    /// One way in which an answer says nothing.
    struct Useless: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let fault: ClockFault
        let change: @Sendable (inout [UInt8]) -> Void

        init(_ name: String, _ fault: ClockFault, _ change: @escaping @Sendable (inout [UInt8]) -> Void) {
            testDescription = name
            self.fault = fault
            self.change = change
        }

        static let kiss: [UInt8] = [0] + [UInt8](repeating: 0, count: 10) + Array("RATE".utf8)

        static let all: [Useless] = [
            Useless("leap alarm", .unsynchronised) { $0[0] = 3 << 6 | 4 << 3 | 4 },
            Useless("stratum 16", .unsynchronised) { $0[1] = 16 },
            Useless("kiss of death", .kissOfDeath("RATE")) { $0.replaceSubrange(1..<16, with: kiss) },
            Useless("another question's", .notOurs) { $0[24] ^= 1 },
            Useless("a question", .malformed) { $0[0] = 4 << 3 | 3 },
            Useless("no time", .malformed) { $0.replaceSubrange(40..<48, with: [UInt8](repeating: 0, count: 8)) },
        ]
    }

    @Test("An answer that says nothing is refused", arguments: Useless.all)
    func refused(answer: Useless) async throws {
        let (change, fault) = (answer.change, answer.fault)
        await #expect(throws: fault) {
            try await Self.read { question in
                var bytes = Self.answer(question)
                change(&bytes)
                return bytes
            }
        }
    }

    @Test("A short answer is refused")
    func short() async throws {
        await #expect(throws: ClockFault.malformed) { try await Self.read { Array(Self.answer($0).dropLast()) } }
    }

    @Test("A server that never answers is told from a port where nobody listens")
    func silent() async throws {
        let server = try await FakeTimeServer { _ in nil }
        let port = server.port
        let probe = ClockProbe(ProbeLimits(step: .milliseconds(50)), now: { Self.now })
        await #expect(throws: ClockFault.silent(.timedOut)) { try await probe.read("127.0.0.1", port: port) }
        try await server.stop()
        let waiting = ClockProbe(Self.patient, now: { Self.now })
        await #expect(throws: ClockFault.silent(.refused)) { try await waiting.read("127.0.0.1", port: port) }
    }

    @Test("A time is read as it was written, also when the count begins again in 2036")
    func era() {
        for seconds: Int64 in [1_767_225_600, 2_085_978_495, 2_085_978_496, 2_200_000_000] {
            let instant = Instant(seconds: seconds)
            #expect(SNTPTimestamp(instant).instant == instant)
        }
    }

    @Test("The question says nothing of ours but a number")
    func question() {
        let bytes = SNTPReply.question(0x0102_0304_0506_0708)
        #expect(bytes == [0x23] + [UInt8](repeating: 0, count: 39) + [1, 2, 3, 4, 5, 6, 7, 8])
    }
}
