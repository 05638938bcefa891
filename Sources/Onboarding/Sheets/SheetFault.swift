public import SAML

/// What is wrong with a row of a file.
public struct SheetFault: Error, Hashable, Sendable {
    /// The line, from 1; of JSON the item.
    public let line: Int
    /// What is wrong and what to do.
    public let message: Bilingual

    /// Names a fault.
    public init(line: Int, _ message: Bilingual) {
        self.line = line
        self.message = message
    }
}
