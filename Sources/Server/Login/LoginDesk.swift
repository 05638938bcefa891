import IdentityProvider
import SAML
import XMLSecurity

/// Takes names and passwords at the test directory; what it remembers lives as long as the service.
struct LoginDesk: Sendable {
    let proof: LoginProof
    private let throttle: LoginThrottle
    private let passwords: PasswordQueue

    init(_ randomness: Randomness, passwords: PasswordQueue = PasswordQueue()) {
        self.passwords = passwords
        proof = LoginProof(randomness)
        throttle = LoginThrottle(randomness)
    }

    /// The user whose name and password these are; the same sentence and the same work when there is none.
    func user(_ form: LoginForm, from address: AddressGroup?, in directory: TestDirectory, at now: Instant) async throws
        -> TestUser
    {
        guard let attempt = throttle.begin(form.name, from: address, at: now) else {
            throw Refusal(.loginThrottled)
        }
        let user = directory.user(form.name)
        guard let isRight = await passwords.check(form.password, user?.password ?? directory.decoy) else {
            throttle.forgive(attempt)
            throw Refusal(.loginThrottled)
        }
        guard isRight, let user else { throw Refusal(.loginWrong) }
        throttle.forgive(attempt)
        return user
    }
}
