import IdentityProvider
import Onboarding
import XMLSecurity

extension Workspace {
    /// The test directory; `nil` when it is switched off.
    func testDirectory() throws -> TestDirectory? {
        guard let settings = configuration.testDirectory else { return nil }
        return TestDirectory(
            try TestUserFile(path: settings.file).users(),
            isPreferred: settings.isPreferred,
            randomness: .openSSL
        )
    }

    /// The file of a directory that is switched on.
    func testUserFile() throws -> TestUserFile {
        guard let settings = configuration.testDirectory else {
            throw CommandFailure(
                .unusable,
                "The test directory is switched off; set test_directory.file in the configuration.",
                "测试目录未启用，请在配置中设置 test_directory.file。"
            )
        }
        return TestUserFile(path: settings.file)
    }

    /// Simulation never passes for real (design 4.10): a service in stage live does not begin with test users.
    func forbidTestDirectory(in stage: Stage) throws {
        guard stage == .live, configuration.testDirectory != nil else { return }
        throw CommandFailure(
            .unusable,
            "The stage is live, where there are no test users; take test_directory out of the configuration.",
            "当前阶段为 live，不允许测试用户；请从配置中去掉 test_directory。"
        )
    }
}
