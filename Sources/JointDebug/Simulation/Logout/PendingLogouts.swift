/// The logouts that the identity provider was asked for, by the request's ID.
actor PendingLogouts {
    private var platforms: [String: String] = [:]

    func add(_ requestID: String, platformID: String) {
        platforms[requestID] = platformID
    }

    func take(_ requestID: String) -> String? {
        platforms.removeValue(forKey: requestID)
    }
}
