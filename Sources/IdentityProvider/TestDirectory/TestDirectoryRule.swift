import SAML

/// Simulation never passes for real (design 4.10): a user of the test directory crosses to an SP on this machine, or when
/// the operator listed the account by its exact name.
enum TestDirectoryRule {
    static func judge(
        _ customer: Customer,
        at assertionConsumerService: String,
        accounts: Set<String>
    ) throws(Refusal) {
        guard customer.isOfTestDirectory, !accounts.contains(customer.xAccountID) else { return }
        // An address that cannot be read is not on this machine.
        if let address = try? WebAddress(assertionConsumerService), address.isLoopback { return }
        throw Refusal(.sessionTestAccount, expected: "an xAccountId of test_directory.accounts")
    }
}
