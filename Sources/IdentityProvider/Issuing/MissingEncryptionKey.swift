/// The assertion was to be encrypted and the SP has no key for it: a fault of the set-up, for which nothing is sent.
struct MissingEncryptionKey: Error, CustomStringConvertible {
    let serviceProvider: String

    var description: String { "\(serviceProvider) has no key to encrypt to" }
}
