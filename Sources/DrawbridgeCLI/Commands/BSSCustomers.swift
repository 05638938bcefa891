import ArgumentParser
import HuaweiCloud
import SAML

/// `bss customers`.
struct BSSCustomers: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "customers",
            abstract: say("List the partner's customers.", "查询客户列表。"),
            discussion: say(
                "Example: drawbridge bss customers --all",
                "示例：drawbridge bss customers --all"
            )
        )
    }

    @Option(help: ArgumentHelp(say("A part of the account's name.", "账号名的一部分。"), valueName: say("name", "名称")))
    var accountName: String?

    @Option(help: ArgumentHelp(say("The HUAWEI CLOUD account id.", "华为云账号 ID。"), valueName: "id"))
    var customer: String?

    @OptionGroup var page: BSSPageOptions
    @OptionGroup var options: BSSOptions

    private struct Item: Encodable {
        let customerID: String
        let accountName: String
        let xAccountID: String?
        let platformID: String?
        let associationType: String?
        let associatedOn: String?

        private enum CodingKeys: String, CodingKey {
            case customerID = "customer_id"
            case accountName = "account_name"
            case xAccountID = "x_account_id"
            case platformID = "platform_id"
            case associationType = "association_type"
            case associatedOn = "associated_on"
        }

        init(_ customer: PartnerCustomer) {
            customerID = customer.customerID
            accountName = customer.accountName
            xAccountID = customer.accountID
            platformID = customer.platformID
            associationType = customer.associationType
            associatedOn = customer.associatedOn
        }

        static var header: [String] {
            [
                say("ACCOUNT", "账号"), say("HUAWEI CLOUD", "华为云账号"), say("ID", "华为云账号 ID"),
                say("PLATFORM", "平台标识"), say("SINCE", "关联时间"),
            ]
        }

        var cells: [String] {
            [xAccountID, accountName, customerID, platformID, associatedOn].map { PrettyXML.plain($0 ?? "-") }
        }
    }

    func run() async throws {
        let connection = try await options.connect()
        let (count, customers) = try await fetch(connection)
        let items = customers.map(Item.init)
        switch options.output.format {
        case .json: try ListOutput(schema: "drawbridge.bss.customers.v1", items: items).print()
        case .text:
            Terminal.print(table: [Item.header] + items.map(\.cells))
            Terminal.print(say("\(items.count) of \(count)", "共 \(count) 个，列出 \(items.count) 个"))
        }
    }

    private func fetch(_ connection: BSSConnection) async throws -> (Int, [PartnerCustomer]) {
        guard page.all else {
            let answer = try await connection.send(try query(page.offset, page.limit))
            return (answer.count, answer.customers)
        }
        return try await connection.all(query) { ($0.count, $0.customers) }
    }

    private func query(_ offset: Int, _ limit: Int) throws -> CustomerQuery {
        try BSSInput.judged { () throws(BSSFieldFault) in
            try CustomerQuery(accountName: accountName, customerID: customer, offset: offset, limit: limit)
        }
    }
}
