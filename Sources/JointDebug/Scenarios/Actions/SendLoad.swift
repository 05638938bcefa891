import NIOCore
import SAML
import XMLSecurity

/// Many customers cross at once; how fast is told beside how fast RSA alone is on this machine.
enum SendLoad: ScenarioAction {
    static let name = "load"
    static let title = Bilingual("Many customers cross at once", "大量客户同时进入")
    static let parameters: Set = ["customers", "parallel"]
    static let expectations: Set<String> = []

    /// More would only measure this machine's sockets.
    private static let most = 100_000

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let (customers, width) = (Int(step.number("customers") ?? 1000), Int(step.number("parallel") ?? 32))
        guard (1...most).contains(customers), (1...1024).contains(width) else {
            throw StepFailure(
                "customers is 1 to \(most), parallel 1 to 1024",
                "customers 为 1 到 \(most)，parallel 为 1 到 1024"
            )
        }
        let bits = try play.stage.registration().certificate.publicKey.algorithm
        let rsa = try RSARate.measure(bits)
        let began = NIODeadline.now()
        let crossings = await LoadCrossing(stage: play.stage, first: play.customer).cross(customers, width: width)
        let seconds = Double((NIODeadline.now() - began).nanoseconds) / 1e9
        let times = crossings.compactMap(\.milliseconds).sorted()
        if let failure = crossings.compactMap(\.failure).first {
            let count = customers - times.count
            throw StepFailure(
                "\(count) of \(customers) customers did not arrive; the first: \(failure)",
                "\(customers) 位客户中有 \(count) 位未到达；第一个：\(failure)"
            )
        }
        let rate = Double(customers) / seconds
        return [
            StepFact("customers", "客户数", "\(customers), \(width) at once, 0 errors"),
            StepFact("throughput", "吞吐量", String(Int(rate)) + " sign-ons/s"),
            StepFact("median", "中位数", "\(times[times.count / 2]) ms"),
            StepFact("99th percentile", "99 分位", "\(times[times.count * 99 / 100]) ms"),
            StepFact("RSA alone, one core", "仅 RSA（单核）", "\(Int(rsa)) signatures/s, \(bits.name)"),
            StepFact("a sign-on costs", "每次登录相当于", "\(Int((rsa / rate).rounded())) signatures of one core"),
        ]
    }
}

/// How fast a key of some kind signs on this machine, now.
private enum RSARate {
    private static let nanoseconds: Int64 = 500_000_000

    static func measure(_ algorithm: KeyAlgorithm) throws -> Double {
        let size: RSAKeySize =
            switch algorithm {
            case .rsa(let bits) where bits <= 2048: .bits2048
            case .rsa(let bits) where bits <= 3072: .bits3072
            default: .bits4096
            }
        let key = try PrivateKey.generate(size)
        let message = [UInt8](repeating: 7, count: 1024)
        let began = NIODeadline.now()
        var count = 0
        while (NIODeadline.now() - began).nanoseconds < nanoseconds {
            _ = try key.sign(message, with: .rsaSHA256)
            count += 1
        }
        return Double(count) * 1e9 / Double((NIODeadline.now() - began).nanoseconds)
    }
}
