/// The pages of the portal where HUAWEI CLOUD sends a customer on (回跳地址).
struct ReturnAddresses: Sendable {
    /// Behind a paid order.
    let paid: String?
    /// For a top-up.
    let topUp: String?
}
