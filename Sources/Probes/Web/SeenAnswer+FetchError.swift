import Outbound

extension SeenAnswer {
    // The client throws the status that it does not take.
    init(_ error: FetchError) {
        let status = error.code == .status ? Int(error.found) : nil
        self.init(status: status, failure: status == nil ? error.code.rawValue : nil)
    }
}
