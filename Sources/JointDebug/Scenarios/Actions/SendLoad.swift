import NIOCore
import SAML
import XMLSecurity

/// Many customers cross at once; how fast is told beside how fast RSA alone is on this machine.
enum SendLoad: ScenarioAction {
    static let name = "load"
    static let title = Bilingual("Many customers cross at once", "大量客户同时进入")
    static let parameters: Set = ["customers", "parallel"]
    static let expectations: Set<String> = []

    /// A thousand cross; the next begins when one of those under way arrives.
    static let usual: (customers: Int64, width: Int64) = (1000, 32)
    /// More would only measure this machine's sockets.
    private static let most = 100_000
    private static let mostAtOnce = 1024

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        let customers = Int(step.number("customers") ?? usual.customers)
        let width = Int(step.number("parallel") ?? usual.width)
        guard (1...most).contains(customers), (1...mostAtOnce).contains(width) else {
            throw StepFailure(
                "customers is 1 to \(most), parallel 1 to \(mostAtOnce)",
                "customers 为 1 到 \(most)，parallel 为 1 到 \(mostAtOnce)"
            )
        }
        let algorithm = try play.stage.registration().certificate.publicKey.algorithm
        let rsa = try RSARate.measure(algorithm)
        let began = NIODeadline.now()
        let crossings = await LoadCrossing(stage: play.stage, first: play.customer).cross(customers, width: width)
        let seconds = Double((NIODeadline.now() - began).nanoseconds) / 1e9
        let figures = LoadFigures(crossings, width: width, seconds: seconds, rsa: (rsa, algorithm.name))
        play.seen = figures.facts
        if let failure = figures.failure { throw failure }
        return figures.facts
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
