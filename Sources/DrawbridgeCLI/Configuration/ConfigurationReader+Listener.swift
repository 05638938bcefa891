import Onboarding
import SAML
import Server

/// The keys of the public listener.
extension ConfigurationReader {
    func tls() throws -> ListenerFiles? {
        let names = (chain: "tls.certificate_file", key: "tls.key_file")
        switch (file[names.chain], file[names.key]) {
        case (nil, nil): return nil
        case (.some, nil):
            throw file.failure(names.key, "is missing beside \(names.chain).", "填写 \(names.chain) 时不可缺少。")
        case (nil, .some): throw file.failure(names.chain, "is missing beside \(names.key).", "填写 \(names.key) 时不可缺少。")
        case (.some, .some): return ListenerFiles(chain: path(names.chain, ""), key: path(names.key, ""))
        }
    }

    func proxies() throws -> [NetworkRange] {
        let key = "trusted_proxies"
        var networks: [NetworkRange] = []
        for part in (file[key] ?? "").split(separator: ",") {
            let text = String(part.replacing(" ", with: ""))
            do throws(WhitelistRefusal) {
                networks.append(try NetworkRange(text))
            } catch {
                throw file.failure(key, "\(text): \(error.message.en)", "\(text)：\(error.message.zh)")
            }
        }
        return networks
    }

    func limits() throws -> ListenerLimits {
        let usual = ListenerLimits()
        return ListenerLimits(
            connections: try count("limits.connections", usual.connections, 64...1_000_000),
            connectionsPerAddress: try count(
                "limits.connections_per_address",
                usual.connectionsPerAddress,
                6...1_000_000
            ),
            requestsPerMinute: try count("limits.requests_per_minute", usual.requestsPerMinute, 0...10_000_000)
        )
    }

    func count(_ key: String, _ standard: Int, _ range: ClosedRange<Int>) throws -> Int {
        guard let text = file[key] else { return standard }
        guard let count = Int(text), range.contains(count) else {
            let bounds = "\(range.lowerBound)…\(range.upperBound)"
            throw file.failure(key, "must be a number in \(bounds).", "必须是 \(bounds) 范围内的数。")
        }
        return count
    }
}
