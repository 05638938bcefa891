/// The scenarios that come with the program.
public enum ScenarioSet: Sendable {
    /// All of them, by family.
    /// - Returns: the scenarios.
    /// - Throws: ``ScenarioError``; a test reads them all.
    public static func builtIn() throws(ScenarioError) -> [Scenario] {
        var all: [Scenario] = []
        for (name, bytes) in files {
            all += try ScenarioFile.scenarios(in: String(decoding: bytes, as: UTF8.self), named: name)
        }
        return all
    }

    static var files: [(String, [UInt8])] {
        [
            ("metadata.yaml", PackageResources.metadata_yaml), ("sign-on.yaml", PackageResources.sign_on_yaml),
            ("first-login.yaml", PackageResources.first_login_yaml),
            ("attributes.yaml", PackageResources.attributes_yaml), ("requests.yaml", PackageResources.requests_yaml),
            ("waiting.yaml", PackageResources.waiting_yaml), ("logout.yaml", PackageResources.logout_yaml),
            ("notification.yaml", PackageResources.notification_yaml), ("bss.yaml", PackageResources.bss_yaml),
            ("rollover.yaml", PackageResources.rollover_yaml), ("load.yaml", PackageResources.load_yaml),
        ]
    }
}
