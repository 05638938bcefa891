import Foundation
import HuaweiCloud
import JointDebug
import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("kill -9 while customers bind", .ownThread)
struct AssociationKillTests {
    private static let customers = 24
    private static let kills = 4

    /// What HUAWEI CLOUD was told.
    private actor Told {
        private(set) var bound: Set<Int> = []
        private(set) var tried = 0

        func add(_ number: Int, isTaken: Bool) {
            tried += 1
            if isTaken { bound.insert(number) }
        }
    }

    @Test("After it every notification that was acknowledged is a bound account, and the chains hold")
    func killed() async throws {
        let service = try await RunningService()
        let tokens = try (0..<Self.customers).map { try service.token(user: "u-\($0)", account: "a-\($0)") }
        let told = Told()
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (base, key) = (service.base, service.serviceProvider.key)
            group.addTask {
                for (number, token) in tokens.enumerated() {
                    let isTaken = try await Self.bind(number, token, at: base, key)
                    await told.add(number, isTaken: isTaken)
                }
            }
            for kill in 1...Self.kills {
                let moment = Self.customers * kill / (Self.kills + 1)
                while await told.tried < moment { try await Task.sleep(for: .milliseconds(Int.random(in: 1..<5))) }
                try await service.killAndStart()
            }
            try await group.waitForAll()
        }
        let listed = try service.installation.run("associations", "list", "--state", "bound", "--format", "json")
        let json = try JSONSerialization.jsonObject(with: Data(listed.output)) as? [String: Any]
        let items = try #require(json?["items"] as? [[String: Any]], "\(listed.errors)")
        let bound = Set(items.compactMap { $0["x_account_id"] as? String })
        let acknowledged = await told.bound
        #expect(acknowledged.count >= Self.customers - Self.kills - 1)
        #expect(Set(acknowledged.map { "a-\($0)" }).subtracting(bound).isEmpty, "\(acknowledged) \(bound)")
        #expect(try service.installation.run("audit", "verify").status == 0)
    }

    /// Tries until the hand-off and the notification came through or the token was used up by one that was cut off.
    private static func bind(_ number: Int, _ token: String, at base: String, _ key: SigningKey) async throws -> Bool {
        let message = AssociationMessage(
            xUserID: "u-\(number)",
            domainName: "d",
            domainID: "d-\(number)",
            action: .bind
        )
        let notification = try SimulatedNotification(message, signedBy: key)
        let fields = [
            ("bindRequest", notification.bindRequest), ("SigAlg", notification.sigAlg),
            ("Signature", notification.signature),
        ]
        var isHandedOver = false
        for _ in 0..<400 {
            var browser = Browser(language: .en)
            let portal = "https://mall.example.com/"
            if !isHandedOver {
                guard let posted = try? await browser.submit([("token", token)], to: base + "/sso/start", from: portal)
                else {
                    try await Task.sleep(for: .milliseconds(25))
                    continue
                }
                // A hand-off that the kill cut off may have used the token up.
                guard posted.status == 303 else { return false }
                isHandedOver = true
            }
            let answer = try? await browser.submit(fields, to: base + "/huawei/association", from: portal)
            if let answer { return answer.status < 400 }
            try await Task.sleep(for: .milliseconds(25))
        }
        return false
    }
}
