import Testing
import XMLSecurity

@Suite("Hashes of passwords")
struct PasswordHashTests {
    /// `pleaseletmein`, made by Python's hashlib.scrypt.
    private static let salt = "U29kaXVtQ2hsb3JpZGUwMQ"
    private static let known =
        "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGUwMQ$xipQFOL63QbCbyRp00xCVIkYfBL31PasuUNZdCFsxGM"

    @Test("A hash made elsewhere is read, written as it was, and fits its password alone")
    func foreign() throws {
        let hash = try #require(PasswordHash(Self.known))
        #expect(hash.text == Self.known)
        #expect(hash.matches(Secret("pleaseletmein")))
        for wrong in ["", "pleaseletmeiN", "pleaseletmein "] {
            #expect(!hash.matches(Secret(wrong)), "\(wrong)")
        }
    }

    @Test("A fresh hash fits, has a salt of its own, and survives being written")
    func fresh() throws {
        let cost = try #require(PasswordHash.Cost("ln=14,r=8,p=1"))
        let password = Secret("密码\u{1F511}")
        let hashes = try (0..<2).map { _ in
            try #require(PasswordHash(of: password, cost: cost, randomness: .openSSL))
        }
        #expect(hashes[0] != hashes[1])
        for hash in hashes {
            let read = try #require(PasswordHash(hash.text))
            #expect(read == hash && read.matches(password))
        }
        #expect(PasswordHash.Cost.standard == PasswordHash.Cost("ln=15,r=8,p=1"))
    }

    @Test("A decoy fits nothing and costs what is asked")
    func decoy() throws {
        let cost = try #require(PasswordHash.Cost("ln=14,r=8,p=1"))
        let decoy = PasswordHash(ofNothing: cost, randomness: .openSSL)
        #expect(decoy.cost == cost)
        #expect(!decoy.matches(Secret("")))
    }

    @Test("No hash is described")
    func description() throws {
        let hash = try #require(PasswordHash(Self.known))
        #expect("\(hash)" == "<password hash>")
    }

    @Test(
        "Another form, or costs outside the bounds, are not taken",
        arguments: [
            "", "pleaseletmein", "$scrypt$", "$argon2id$ln=14,r=8,p=1$SALT$HASH", "scrypt$ln=14,r=8,p=1$SALT$HASH",
            "$scrypt$ln=14,r=8,p=1$SALT$HASH$", "$scrypt$ln=13,r=8,p=1$SALT$HASH", "$scrypt$ln=18,r=8,p=1$SALT$HASH",
            "$scrypt$ln=63,r=8,p=1$SALT$HASH", "$scrypt$ln=-1,r=8,p=1$SALT$HASH", "$scrypt$ln=14,r=7,p=1$SALT$HASH",
            "$scrypt$ln=14,r=17,p=1$SALT$HASH", "$scrypt$ln=17,r=16,p=1$SALT$HASH", "$scrypt$ln=14,r=8,p=0$SALT$HASH",
            "$scrypt$ln=14,r=8,p=5$SALT$HASH", "$scrypt$ln=014,r=8,p=1$SALT$HASH", "$scrypt$ln=+14,r=8,p=1$SALT$HASH",
            "$scrypt$r=8,ln=14,p=1$SALT$HASH", "$scrypt$ln=14,r=8$SALT$HASH", "$scrypt$ln=14,r=8,p=1,x=1$SALT$HASH",
            "$scrypt$ln=14,r=8,p=1$$HASH", "$scrypt$ln=14,r=8,p=1$U2FsdA$HASH", "$scrypt$ln=14,r=8,p=1$SALT$",
            "$scrypt$ln=14,r=8,p=1$SALT$U2FsdA", "$scrypt$ln=14,r=8,p=1$SALT==$HASH",
            "$scrypt$ln=99999999999999999999,r=8,p=1$SALT$HASH",
        ]
    )
    func refused(form: String) throws {
        let hash = try #require(Self.known.split(separator: "$").last)
        let text = form.replacing("SALT", with: Self.salt).replacing("HASH", with: hash)
        #expect(PasswordHash(text) == nil)
        let good = "$scrypt$ln=14,r=8,p=1$SALT$HASH".replacing("SALT", with: Self.salt).replacing("HASH", with: hash)
        #expect(PasswordHash(good) != nil)
    }
}
