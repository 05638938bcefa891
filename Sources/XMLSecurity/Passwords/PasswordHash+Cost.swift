extension PasswordHash {
    /// The three numbers of scrypt (RFC 7914 section 2).
    public struct Cost: Hashable, Sendable {
        // Below, a stolen file is tried too fast; above, one sign-in takes seconds and a gigabyte.
        private static let logarithms = 14...17
        private static let blockSizes = 8...16
        private static let parallelisms = 1...4
        /// What one try may take of the memory of a service: 128 MB.
        private static let mostMemory = 128 * 1024 * 1024

        /// A tenth of a second and 32 MB.
        public static let standard = Cost(logarithm: 15, blockSize: 8, parallelism: 1)

        let logarithm: Int
        let blockSize: Int
        let parallelism: Int

        /// Takes numbers as they are; the public way is ``init(_:)``.
        init(logarithm: Int, blockSize: Int, parallelism: Int) {
            self.logarithm = logarithm
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// Reads `ln=15,r=8,p=1`; `nil` for another form or numbers outside the bounds.
        public init?(_ text: some StringProtocol) {
            let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
            guard numbers.count == 3, let logarithm = Self.number(numbers[0], "ln="),
                let blockSize = Self.number(numbers[1], "r="), let parallelism = Self.number(numbers[2], "p=")
            else { return nil }
            self.init(logarithm: logarithm, blockSize: blockSize, parallelism: parallelism)
            guard Self.logarithms.contains(logarithm), Self.blockSizes.contains(blockSize),
                Self.parallelisms.contains(parallelism), table <= Self.mostMemory
            else { return nil }
        }

        var text: String { "ln=\(logarithm),r=\(blockSize),p=\(parallelism)" }
        var iterations: Int { 1 << logarithm }
        /// How much longer than the least it takes, to find the dearest of several.
        public var work: Int { table * parallelism }
        /// What OpenSSL is allowed to take: the table, a block for each lane and two to work in.
        var memory: Int { table + 128 * blockSize * (parallelism + 2) + 1024 }

        private var table: Int { 128 * blockSize * iterations }

        // As it was written, and no other way of writing it.
        private static func number(_ text: some StringProtocol, _ name: String) -> Int? {
            guard text.hasPrefix(name) else { return nil }
            let digits = String(text.dropFirst(name.count))
            return Int(digits).flatMap { String($0) == digits ? $0 : nil }
        }
    }
}
