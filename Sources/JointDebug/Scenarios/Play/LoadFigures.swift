import SAML

/// What a load comes to: how many arrived, how fast, and why the others did not.
struct LoadFigures {
    /// More reasons than these say nothing new.
    private static let mostReasons = 5

    private let crossings: [LoadCrossing.Outcome]
    private let width: Int
    private let seconds: Double
    private let rsa: (rate: Double, key: String)
    private let times: [Int64]

    init(_ crossings: [LoadCrossing.Outcome], width: Int, seconds: Double, rsa: (rate: Double, key: String)) {
        self.crossings = crossings
        self.width = width
        self.seconds = seconds
        self.rsa = rsa
        times = crossings.compactMap(\.milliseconds).sorted()
    }

    private var errors: Int { crossings.count - times.count }

    /// Why some did not arrive, the most frequent reason first.
    private var reasons: [(text: String, count: Int)] {
        Dictionary(grouping: crossings.compactMap(\.failure)) { $0 }
            .map { (text: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }

    /// Times and rates are of those that arrived.
    var facts: [StepFact] {
        var facts = [
            StepFact("customers", "客户数", "\(crossings.count), \(width) at once"),
            StepFact("errors", "错误数", String(errors)),
        ]
        for reason in reasons.prefix(Self.mostReasons) {
            facts.append(StepFact("error", "错误", "\(reason.count) × \(reason.text)"))
        }
        let rate = Double(times.count) / seconds
        facts.append(StepFact("throughput", "吞吐量", Self.text(rate) + " sign-ons/s"))
        if !times.isEmpty {
            facts.append(StepFact("median", "中位数", "\(percentile(50)) ms"))
            facts.append(StepFact("99th percentile", "99 分位", "\(percentile(99)) ms"))
        }
        facts.append(StepFact("RSA alone, one core", "仅 RSA（单核）", "\(Int(rsa.rate)) signatures/s, \(rsa.key)"))
        if !times.isEmpty {
            let cost = Self.text(rsa.rate / rate) + " signatures of one core"
            facts.append(StepFact("a sign-on costs", "每次登录相当于", cost))
        }
        return facts
    }

    /// One error is one too many.
    var failure: StepFailure? {
        guard let first = reasons.first else { return nil }
        return StepFailure(
            "\(errors) of \(crossings.count) customers did not arrive; most often: \(first.text)",
            "\(crossings.count) 位客户中有 \(errors) 位未到达；最常见的原因：\(first.text)"
        )
    }

    /// The nearest rank: so many of a hundred took no longer.
    private func percentile(_ part: Int) -> Int64 {
        times[max(0, (times.count * part + 99) / 100 - 1)]
    }

    private static func text(_ number: Double) -> String {
        number < 100 ? "\((number * 10).rounded() / 10)" : String(Int(number.rounded()))
    }
}
