/// What libFuzzer hands over.
public enum Input: Sendable {
    /// The octets, copied: an array's bounds are checked, and the pointer is good for this call only.
    public static func octets(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
        unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }
}
