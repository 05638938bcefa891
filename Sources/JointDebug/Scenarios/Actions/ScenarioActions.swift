/// All that a step can do.
enum ScenarioActions {
    static let all: [any ScenarioAction.Type] = [
        FetchMetadata.self, HandOver.self, OpenLoginLink.self, MakeRequest.self, SendRequest.self, SignIn.self,
        CheckResponse.self, PostResponse.self, GivenAccount.self, NewBrowser.self, Bind.self, Unbind.self, Notify.self,
        RunCommand.self, OpenPage.self,
        LogOut.self, RollOver.self, UploadMetadata.self, Wait.self, SendLoad.self,
        RunBSSCommand.self, CallBSS.self, ReadPhone.self, FeedRecord.self, CheckSigner.self,
    ]

    static func named(_ name: String) -> (any ScenarioAction.Type)? {
        all.first { $0.name == name }
    }
}
