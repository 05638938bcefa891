import HuaweiCloud
import Outbound
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("Each documented error of the BSS can be met")
struct BSSErrorCodeTests {
    @Test("A code is provoked, and has its status", arguments: ProvokedError.all)
    func provoked(error: ProvokedError) async throws {
        let time = ManualTime()
        try await RunningBSS.run(time: time) { bss in
            var last: BSSSeenCall?
            do {
                try await error.provoke(bss, time)
            } catch let seen as ProvokedError.Seen {
                last = seen.call
            } catch is BSSFailure {
                // What the client made of it is its own tests' matter.
            }
            let call: BSSSeenCall? = if let last { last } else { await bss.host.calls().last }
            #expect(
                call?.code == error.code && call?.status == error.status,
                "\(String(describing: call?.exchange.text))"
            )
        }
    }

    @Test("Every code that is documented for these calls is provoked, and has an advice of its own")
    func complete() {
        let provoked = Set(ProvokedError.all.map(\.code))
        let documented: Set = [
            "CBC.0100", "CBC.0151", "CBC.0999", "CBC.99000026", "CBC.99000027", "CBC.99000029", "CBC.99000039",
            "CBC.99000050", "CBC.99000051", "CBC.99000004", "CBC.5017", "APIG.0308",
        ]
        #expect(documented.isSubset(of: provoked))
        let advised = Set(BSSAdvice.codes).union(["APIG.0308", "APIG.0201", "APIGW.0301"])
        #expect(provoked.isSubset(of: advised), "\(provoked.subtracting(advised))")
    }
}
