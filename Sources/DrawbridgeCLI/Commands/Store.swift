import ArgumentParser

/// `store`: the store as one file.
struct Store: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "store",
            abstract: say("Save, restore and check the store.", "备份、恢复与检查数据存储。"),
            subcommands: [StoreBackup.self, StoreRestore.self, StoreCheck.self]
        )
    }
}
