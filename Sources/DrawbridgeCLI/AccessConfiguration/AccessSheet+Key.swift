extension AccessSheet.Key {
    /// The name, or the fingerprint of a key that has none here.
    var title: String { name.map { "\($0) (\(fingerprint))" } ?? fingerprint }
}
