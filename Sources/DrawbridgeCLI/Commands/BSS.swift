import ArgumentParser

/// `bss`: the partner's APIs at HUAWEI CLOUD.
struct BSS: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "bss",
            abstract: say(
                "Call the partner's APIs at HUAWEI CLOUD: customers and adjustment records.",
                "调用华为云伙伴接口：客户与调账记录。"
            ),
            subcommands: [
                BSSCheckIdentity.self, BSSSendCode.self, BSSCreateCustomer.self, BSSCustomers.self,
                BSSAdjustRecords.self,
            ]
        )
    }
}
