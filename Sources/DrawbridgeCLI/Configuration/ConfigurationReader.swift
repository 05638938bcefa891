import Foundation
import HuaweiCloud
import SAML

/// Turns the texts of a configuration file into values, each with its rule.
struct ConfigurationReader {
    let file: ConfigurationFile

    init(_ file: ConfigurationFile) {
        self.file = file
    }

    func origin(_ key: String) throws -> String {
        guard let value = file[key] else { throw file.failure(key, "is missing.", "缺失。") }
        if let fault = Location.fault(of: value) {
            throw file.failure(key, "must be \(fault): \(value).", "不可用，须为 https 地址（本机可用 http）：\(value)。")
        }
        guard !value.hasSuffix("/"), !value.contains("?"), !value.contains("#") else {
            throw file.failure(key, "must end without slash, query and fragment.", "末尾不得有斜杠、查询串或片段。")
        }
        return value
    }

    func entityID(otherwise standard: String) throws -> String {
        let value = file["entity_id"] ?? standard
        guard value.utf8.count <= 1024, value.contains(":"), IdentifierRule.holds(value, longest: 1024) else {
            throw file.failure("entity_id", "must be a URI of at most 1024 characters.", "必须是不超过 1024 个字符的 URI。")
        }
        return value
    }

    func port(_ key: String, _ standard: Int) throws -> Int {
        guard let text = file[key] else { return standard }
        guard let port = Int(text), (0...65_535).contains(port) else {
            throw file.failure(key, "must be a port from 0 to 65535.", "必须是 0 到 65535 的端口。")
        }
        return port
    }

    func seconds(_ key: String, _ standard: Int64, _ range: ClosedRange<Int64>) throws -> Int64 {
        guard let text = file[key] else { return standard }
        guard let seconds = Int64(text), range.contains(seconds) else {
            let bounds = "\(range.lowerBound)…\(range.upperBound)"
            throw file.failure(key, "must be seconds in \(bounds).", "必须是 \(bounds) 范围内的秒数。")
        }
        return seconds
    }

    func choice<Choice: CaseIterable & RawRepresentable<String>>(_ key: String, _ standard: Choice) throws -> Choice {
        guard let text = file[key] else { return standard }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw file.failure(key, "takes one of \(known), not \(text).", "只能是 \(known) 之一，而不是 \(text)。")
        }
        return choice
    }

    func path(_ key: String, _ standard: String) -> String {
        let value = file[key] ?? standard
        guard !value.hasPrefix("/") else { return value }
        return URL(fileURLWithPath: file.path).deletingLastPathComponent().appendingPathComponent(value).path
    }

    func organization() throws -> Organization? {
        guard let name = file["organization.name"] else { return nil }
        guard let url = file["organization.url"] else {
            throw file.failure(
                "organization.url",
                "is missing beside organization.name.",
                "填写 organization.name 时不可缺少。"
            )
        }
        return Organization(
            name: name,
            displayName: file["organization.display_name"] ?? name,
            url: url,
            language: file["organization.language"] ?? "zh"
        )
    }

    func returnAddresses() throws -> ReturnAddresses {
        ReturnAddresses(paid: try address("partner_center.paid_url"), topUp: try address("partner_center.top_up_url"))
    }

    func testDirectory() throws -> TestDirectorySettings? {
        let accounts = (file["test_directory.accounts"] ?? "").split(separator: ",")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        let wrong = accounts.first { account in
            account.hasSuffix("*") || !IdentifierRule.holds(account, longest: IdentifierRule.longestAccount)
        }
        if let wrong {
            throw file.failure(
                "test_directory.accounts",
                "takes exact xAccountIds, separated by commas: \(wrong).",
                "须为以逗号分隔的准确 xAccountId：\(wrong)。"
            )
        }
        let isPreferred = try boolean("test_directory.sign_in")
        guard file["test_directory.file"] != nil else {
            guard accounts.isEmpty, isPreferred != true else {
                throw file.failure("test_directory.file", "is missing beside the other keys.", "缺失，其余键不起作用。")
            }
            return nil
        }
        return TestDirectorySettings(
            file: path("test_directory.file", ""),
            accounts: Set(accounts),
            isPreferred: isPreferred ?? false
        )
    }

    private func address(_ key: String) throws -> String? {
        guard let value = file[key] else { return nil }
        if let fault = Location.fault(of: value) {
            throw file.failure(key, "must be \(fault): \(value).", "不可用，须为 https 地址（本机可用 http）：\(value)。")
        }
        return value
    }

    func huawei() throws -> HuaweiPreset? {
        guard let site = try site() else { return nil }
        let optional = file["attributes.optional"] ?? OptionalAttributes.firstLogin.rawValue
        guard let optionalAttributes = OptionalAttributes(rawValue: optional) else {
            throw file.failure(
                "attributes.optional",
                "takes first-login, always or never.",
                "只能是 first-login、always 或 never。"
            )
        }
        return HuaweiPreset(
            site: site,
            serviceProvider: file["huawei.service_provider"],
            platformID: try identifier("huawei.platform_id", PlatformID.init),
            partnerID: try identifier("huawei.bp_id", PartnerID.init),
            optionalAttributes: optionalAttributes,
            firstLoginWhenUnknown: try boolean("first_login.when_unknown"),
            notificationSignedOver: try signedOver()
        )
    }

    private func signedOver() throws -> SignedOver {
        guard let text = file["notification.signed_over"] else { return .base64Text }
        guard let value = SignedOver(rawValue: text) else {
            throw file.failure(
                "notification.signed_over",
                "takes base64-text or decoded-json.",
                "只能是 base64-text 或 decoded-json。"
            )
        }
        return value
    }

    private func site() throws -> Site? {
        guard let name = file["huawei.site"] else { return nil }
        if let site = Site.all.first(where: { $0.name == name }) { return site }
        guard name == "simulation" else {
            throw file.failure(
                "huawei.site",
                "takes china, international, europe or simulation.",
                "只能是 china、international、europe 或 simulation。"
            )
        }
        guard let login = file["huawei.simulation.login"], let console = file["huawei.simulation.console"],
            let site = Site.simulation(login: login, console: console)
        else {
            throw file.failure(
                "huawei.simulation",
                "needs login and console, both on this machine.",
                "须填写 login 和 console，且都在本机。"
            )
        }
        return site
    }

    private func identifier<Value>(_ key: String, _ make: (String) -> Value?) throws -> Value? {
        guard let text = file[key] else { return nil }
        guard let value = make(text) else {
            throw file.failure(key, "must have 1 to 64 visible characters.", "必须是 1 到 64 个可见字符。")
        }
        return value
    }

    func boolean(_ key: String) throws -> Bool? {
        switch file[key] {
        case nil: return nil
        case "true": return true
        case "false": return false
        default: throw file.failure(key, "takes true or false.", "只能是 true 或 false。")
        }
    }
}
