import Testing

@testable import XMLSecurity

@Suite("scrypt")
struct ScryptTests {
    struct Vector: Sendable {
        let password: String
        let salt: String
        let cost: PasswordHash.Cost
        let key: String
    }

    /// RFC 7914 section 12, but the last one, which takes a gigabyte.
    static let vectors = [
        Vector(
            password: "",
            salt: "",
            cost: .init(logarithm: 4, blockSize: 1, parallelism: 1),
            key: """
                77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442\
                fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906
                """
        ),
        Vector(
            password: "password",
            salt: "NaCl",
            cost: .init(logarithm: 10, blockSize: 8, parallelism: 16),
            key: """
                fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162\
                2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640
                """
        ),
        Vector(
            password: "pleaseletmein",
            salt: "SodiumChloride",
            cost: .init(logarithm: 14, blockSize: 8, parallelism: 1),
            key: """
                7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2\
                d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887
                """
        ),
    ]

    @Test("The vectors of RFC 7914", arguments: vectors)
    func vector(_ vector: Vector) {
        let key = Scrypt.derive(
            Secret(vector.password),
            salt: Array(vector.salt.utf8),
            cost: vector.cost,
            length: 64
        )
        #expect(key.map { Hexadecimal.encode($0) } == vector.key)
    }
}
