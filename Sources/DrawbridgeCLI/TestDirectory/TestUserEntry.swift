/// A test user as it stands in the file.
struct TestUserEntry: Codable {
    var name: String
    var password: String
    var xUserID: String
    var xAccountID: String
    var accountName: String?
    var email: String?
    var mobile: String?
    var firstLogin: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, password
        case xUserID = "x_user_id"
        case xAccountID = "x_account_id"
        case accountName = "account_name"
        case email, mobile
        case firstLogin = "first_login"
    }
}
