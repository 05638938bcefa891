import HTTPTypes
import Hummingbird
import IdentityProvider
import NIOCore
import SAML
import Testing
import XMLSecurity

@testable import Server

@Suite("How often passwords may be tried")
struct LoginThrottleTests {
    private static let now = Instant(seconds: 1_795_000_000)
    // The places of names hang on the key; with this one the names below do not share one.
    private let throttle = LoginThrottle(Randomness { [UInt8](repeating: 3, count: $0) })

    private func network(_ address: String) throws -> AddressGroup {
        AddressGroup(try #require(NetworkAddress(address)))
    }

    @Test("A user has ten, wherever they come from, and another user has ten more")
    func users() throws {
        for number in 0..<LoginThrottle.perUser {
            #expect(try throttle.begin("a", from: network("192.0.2.\(number)"), at: Self.now) != nil)
        }
        #expect(try throttle.begin("a", from: network("192.0.2.99"), at: Self.now) == nil)
        #expect(try throttle.begin("b", from: network("192.0.2.99"), at: Self.now) != nil)
    }

    @Test("An address has fifty, whatever names it tries, and no number of names makes room for more")
    func addresses() throws {
        for number in 0..<LoginThrottle.perAddress {
            #expect(try throttle.begin("user-\(number)", from: network("192.0.2.1"), at: Self.now) != nil)
        }
        for number in 0..<100_000 {
            #expect(try throttle.begin("other-\(number)", from: network("192.0.2.1"), at: Self.now) == nil)
        }
        #expect(try throttle.begin("user-0", from: network("2001:db8::1"), at: Self.now) != nil)
    }

    @Test("What is forgiven is not counted, and what is old is forgotten")
    func forgiven() throws {
        for _ in 0..<100 {
            throttle.forgive(try #require(throttle.begin("a", from: nil, at: Self.now)))
        }
        for _ in 0..<LoginThrottle.perUser { #expect(throttle.begin("a", from: nil, at: Self.now) != nil) }
        let end = Self.now.adding(seconds: LoginThrottle.window)
        #expect(throttle.begin("a", from: nil, at: end.adding(seconds: -1)) == nil)
        #expect(throttle.begin("a", from: nil, at: end) != nil)
    }

    @Test("An unknown user waits for the hashing as any other does")
    func unknown() async throws {
        let passwords = PasswordQueue()
        let desk = LoginDesk(.openSSL, passwords: passwords)
        let directory = TestDirectory([], randomness: .openSSL)
        let body = ByteBuffer(string: "name=nobody&password=x")
        let head = HTTPRequest(
            method: .post,
            scheme: nil,
            authority: nil,
            path: "/login",
            headerFields: [.contentType: "application/x-www-form-urlencoded"]
        )
        let form = try await LoginForm(Request(head: head, body: RequestBody(buffer: body)))
        passwords.isHeld = true
        let refusals = await withTaskGroup(of: Refusal?.self) { group in
            for number in 0...PasswordQueue.longest {
                group.addTask {
                    do {
                        let address = try network("192.0.2.\(number)")
                        _ = try await desk.user(form, from: address, in: directory, at: Self.now)
                        return nil
                    } catch {
                        return error as? Refusal
                    }
                }
            }
            var refusals: [Refusal?] = []
            // Ten attempts are all that a name has; those behind are turned away while the others wait.
            for _ in 0...PasswordQueue.longest - LoginThrottle.perUser { refusals.append(await group.next() ?? nil) }
            passwords.isHeld = false
            for await refusal in group { refusals.append(refusal) }
            return refusals
        }
        let late = PasswordQueue.longest + 1 - LoginThrottle.perUser
        #expect(refusals.prefix(late).allSatisfy { $0?.code == .loginThrottled })
        #expect(refusals.dropFirst(late).allSatisfy { $0?.code == .loginWrong })
    }

    @Test("One more than may wait for the hashing is turned away at once")
    func queue() async throws {
        let passwords = PasswordQueue()
        let cost = try #require(PasswordHash.Cost("ln=14,r=8,p=1"))
        let hash = PasswordHash(ofNothing: cost, randomness: .openSSL)
        passwords.isHeld = true
        let verdicts = await withTaskGroup(of: Bool?.self) { group in
            for _ in 0...PasswordQueue.longest { group.addTask { await passwords.check(Secret("x"), hash) } }
            // Nobody else can be answered while the queue stands.
            let first = await group.next()
            passwords.isHeld = false
            return await group.reduce(into: [first ?? nil]) { $0.append($1) }
        }
        #expect(verdicts.first == .some(nil))
        #expect(verdicts.dropFirst() == Array(repeating: false, count: PasswordQueue.longest)[...])
        #expect(await passwords.check(Secret("x"), hash) == false, "there is room again")
    }
}
