import Foundation
import HuaweiCloud
import JointDebug
import Server
import Storage
import XMLSecurity

/// Who may call the simulated BSS: credentials that are made once, in files as the commands of `bss` read them.
struct SimulationCallers {
    /// Where the files are kept.
    let directory: String

    /// The partner's account, and its user for tokens.
    private static let account = "partner"

    /// The file of a caller, absolute.
    func path(_ caller: BSSCaller) -> String {
        URL(fileURLWithPath: directory).appending(path: caller.rawValue + ".yaml").path(percentEncoded: false)
    }

    /// The callers as the simulated BSS knows them.
    /// - Parameter platformID: the platform that the customers belong to; `nil` for all that there are.
    /// - Returns: the partner and the operator.
    /// - Throws: ``CommandFailure`` when the directory holds something else or cannot be written.
    func partners(of platformID: PlatformID?) throws -> [BSSPartner] {
        try Directory.make(directory, isPrivate: true)
        guard case .password(let user, _) = try load(.password, otherwise: Self.newUser) else {
            throw unusable(.password)
        }
        return [
            BSSPartner(name: "partner", credentials: try keys(.partner), user: user, platformID: platformID),
            BSSPartner(
                name: "operator",
                credentials: try keys(.operator),
                user: nil,
                platformID: platformID,
                permissionItems: []
            ),
        ]
    }

    private func keys(_ caller: BSSCaller) throws -> BSSCredentials {
        guard case .keys(let keys) = try load(caller, otherwise: Self.newKeys) else { throw unusable(caller) }
        return keys
    }

    private func load(_ caller: BSSCaller, otherwise made: () -> String) throws -> BSSAuthentication {
        let path = path(caller)
        if !FileManager.default.fileExists(atPath: path) {
            try AtomicFile.write(Array(made().utf8), to: path, mode: .secret, replacing: false)
        }
        return try BSSCredentialsFile(chosen: path, configured: nil, iam: "").load(environment: [:])
    }

    private func unusable(_ caller: BSSCaller) -> CommandFailure {
        let path = path(caller)
        return CommandFailure(
            .unusable,
            "\(path) is not one of ours; remove it, and it is made anew.",
            "\(path) 内容不正确；请删除该文件，系统会重新生成。"
        )
    }

    private static func newKeys() -> String {
        "access_key: \(random(20))\nsecret_key: \(random(40))\n"
    }

    private static func newUser() -> String {
        "user: \(account)\ndomain: \(account)\npassword: \(random(40))\n"
    }

    // A letter in front: what is digits alone, YAML takes for a number.
    private static func random(_ length: Int) -> String {
        "K" + Hexadecimal.encode(Randomness.openSSL.bytes(length)).prefix(length - 1).uppercased()
    }
}
