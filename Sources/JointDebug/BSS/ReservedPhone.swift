/// Phones with which nobody is made a customer, so that their errors can be met; the code must be right all the same.
enum ReservedPhone {
    /// Each with its error.
    static let refusals: [String: BSSRefusal] = [
        "19900000004": .phoneIsRefused,
        "19900000030": .phoneIsFull,
        "19900000051": .customerIsReported,
    ]
}
