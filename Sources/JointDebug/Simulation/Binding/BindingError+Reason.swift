import SAML

extension SimulatedCustomers.BindingError {
    /// Why, for the customer.
    var reason: Bilingual {
        switch self {
        case .nameIsTaken: Bilingual("There is an account of that name.", "该账号名已被使用。")
        case .mobileIsTaken: Bilingual("There is an account with that phone number.", "该手机号已被其他账号使用。")
        case .accountIsBound: Bilingual("The partner's account is bound already.", "该伙伴账号已绑定。")
        case .noSuchName: Bilingual("There is no account of that name.", "没有该名称的账号。")
        case .isBoundElsewhere: Bilingual("The account is bound to another one of the partner.", "该华为云账号已绑定其他伙伴账号。")
        }
    }

    /// The same for programs.
    var name: String {
        switch self {
        case .nameIsTaken: "name-is-taken"
        case .mobileIsTaken: "mobile-is-taken"
        case .accountIsBound: "account-is-bound"
        case .noSuchName: "no-such-name"
        case .isBoundElsewhere: "is-bound-elsewhere"
        }
    }
}
