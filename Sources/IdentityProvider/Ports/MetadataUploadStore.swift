/// What was uploaded to Partner Center, kept for ever.
public protocol MetadataUploadStore: Sendable {
    /// All uploads, the oldest first.
    func uploads() async throws -> [MetadataUpload]
    /// Adds one.
    func record(_ upload: MetadataUpload) async throws
}
