/// The attacks that this build was tried with, and which of them got through.
public struct DefenceEvidence: Sendable {
    /// One class of attack of the catalogue.
    public struct Class: Sendable {
        /// Its number in the catalogue.
        public let number: Int
        /// How many variants were tried.
        public let tried: Int
        /// Those that were not refused as expected.
        public let open: [String]

        /// Describes a class.
        public init(number: Int, tried: Int, open: [String]) {
            self.number = number
            self.tried = tried
            self.open = open
        }
    }

    /// All that were tried.
    public let classes: [Class]

    /// Collects the classes.
    public init(_ classes: [Class]) {
        self.classes = classes
    }
}
