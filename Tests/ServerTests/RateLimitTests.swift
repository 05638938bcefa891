import HTTPTypes
import Hummingbird
import Onboarding
import SAML
import Testing
import XMLSecurity

@testable import Server

@Suite("What one address may cost")
struct RateLimitTests {
    private static func group(_ text: String) throws -> AddressGroup {
        AddressGroup(try #require(NetworkAddress(text)))
    }

    @Test("A minute's worth may come at once, then they come evenly, and others are not concerned")
    func bucket() throws {
        let limiter = RateLimiter(perMinute: 60)
        let one = try Self.group("203.0.113.7")
        var now = Instant(seconds: 1_000)
        for _ in 0..<60 { #expect(limiter.wait(one, at: now) == nil) }
        #expect(limiter.wait(one, at: now) == 1)
        #expect(limiter.wait(try Self.group("203.0.113.8"), at: now) == nil)
        now = now.adding(seconds: 1)
        #expect(limiter.wait(one, at: now) == nil)
        #expect(limiter.wait(one, at: now) == 1)
        now = now.adding(seconds: 3600)
        for _ in 0..<60 { #expect(limiter.wait(one, at: now) == nil) }
        #expect(limiter.wait(one, at: now) != nil)
    }

    @Test("A clock that is set back gives nothing")
    func clockBack() throws {
        let limiter = RateLimiter(perMinute: 1)
        let one = try Self.group("203.0.113.7")
        #expect(limiter.wait(one, at: Instant(seconds: 1_000)) == nil)
        #expect(limiter.wait(one, at: Instant(seconds: 400)) == 60)
        #expect(limiter.wait(one, at: Instant(seconds: 460)) == nil)
    }

    @Test("The network of one household counts as one, v4 written as v6 as v4")
    func groups() throws {
        #expect(try Self.group("2001:db8:1:2::1") == Self.group("2001:db8:1:2:ffff::9"))
        #expect(try Self.group("2001:db8:1:2::1") != Self.group("2001:db8:1:3::1"))
        #expect(try Self.group("::ffff:203.0.113.7") == Self.group("203.0.113.7"))
        #expect(try Self.group("203.0.113.7") != Self.group("203.0.113.8"))
    }

    @Test("Connections are counted by address and in all, and those that left make room")
    func census() throws {
        let census = ConnectionCensus(ListenerLimits(connections: 3, connectionsPerAddress: 2))
        let one = try Self.group("203.0.113.7")
        let other = try Self.group("203.0.113.8")
        #expect(census.enter(one) && census.enter(one))
        #expect(!census.enter(one))
        #expect(census.enter(other))
        #expect(!census.enter(nil))
        census.leave(one)
        #expect(census.enter(nil))
        #expect(census.open == 3)
    }
}
