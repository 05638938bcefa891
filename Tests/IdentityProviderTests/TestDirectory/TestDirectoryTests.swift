import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import IdentityProvider

@Suite("The test directory")
struct TestDirectoryTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let address: String
        let accounts: Set<String>
        let isOfDirectory: Bool
        let isRefused: Bool

        var testDescription: String { "\(address) \(accounts) \(isOfDirectory)" }

        static let all: [Case] = [
            Case(address: "https://sp.example/acs", accounts: [], isOfDirectory: true, isRefused: true),
            Case(address: "https://sp.example/acs", accounts: ["account-1"], isOfDirectory: true, isRefused: false),
            Case(address: "https://sp.example/acs", accounts: ["account-*"], isOfDirectory: true, isRefused: true),
            Case(address: "https://sp.example/acs", accounts: ["Account-1"], isOfDirectory: true, isRefused: true),
            Case(address: "https://sp.example/acs", accounts: [], isOfDirectory: false, isRefused: false),
            Case(address: "http://127.0.0.1:9000/acs", accounts: [], isOfDirectory: true, isRefused: false),
            Case(address: "http://localhost/acs", accounts: [], isOfDirectory: true, isRefused: false),
            Case(address: "https://127.0.0.1.example/acs", accounts: [], isOfDirectory: true, isRefused: true),
            Case(address: "https://localhost.example/acs", accounts: [], isOfDirectory: true, isRefused: true),
            Case(address: "https://10.0.0.1/acs", accounts: [], isOfDirectory: true, isRefused: true),
        ]
    }

    @Test("Its users cross on this machine, or by an exact account", arguments: Case.all)
    func rule(row: Case) throws {
        let portal = row.isOfDirectory ? TestDirectory.portal : "mall"
        let customer = Customer(portal: portal, xUserID: "user-1", xAccountID: "account-1")
        do {
            try TestDirectoryRule.judge(customer, at: row.address, accounts: row.accounts)
            #expect(!row.isRefused)
        } catch {
            #expect(row.isRefused && error.code == .sessionTestAccount)
        }
    }

    @Test("The decoy is as dear as the dearest user")
    func decoy() throws {
        let costs = try ["ln=14,r=8,p=1", "ln=15,r=8,p=2", "ln=15,r=8,p=1"].map { try #require(PasswordHash.Cost($0)) }
        let users = costs.enumerated().map { number, cost in
            TestUser(
                name: "\(number)",
                password: PasswordHash(ofNothing: cost, randomness: .openSSL),
                xUserID: "u",
                xAccountID: "a"
            )
        }
        #expect(TestDirectory(users, randomness: .openSSL).decoy.cost == costs[1])
        #expect(TestDirectory([], randomness: .openSSL).decoy.cost == .standard)
        #expect("\(users[0])" == "<test user>")
    }
}
