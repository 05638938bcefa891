/// The steps of a cut-over to a key, with their commands.
struct CutOverPlan {
    let name: String

    var steps: [String] {
        let file = "idp-metadata-\(name).xml"
        return [
            say("Put the key into metadata: ", "将密钥写入元数据：") + "drawbridge keys publish \(name)",
            say("Write metadata with it first: ", "生成以其为首的元数据：")
                + "drawbridge metadata generate --first \(name) --output \(file)",
            say(
                "Choose a quiet hour. Upload \(file) in Partner Center: Support > Open APIs > Access configuration. Sign-ons are refused from now on.",
                "选择业务低峰，在伙伴中心上传 \(file)：支持 > 能力开放 > 接入配置。此刻起登录会被拒绝。"
            ),
            say("Record the upload: ", "登记上传：")
                + "drawbridge access-config record --uploaded \(file) --by "
                + say("YOUR-NAME", "姓名"),
            say("Sign with it; sign-ons work again within a second: ", "启用密钥，一秒内登录恢复：")
                + "drawbridge keys activate \(name)",
            say("Sign on once, then take the old key out: ", "完成一次登录后停用旧密钥：")
                + "drawbridge keys retire " + say("OLD-NAME", "旧名称"),
        ]
    }

    func print() {
        for (number, step) in steps.enumerated() { Terminal.print("\(number + 1). \(step)") }
    }
}
