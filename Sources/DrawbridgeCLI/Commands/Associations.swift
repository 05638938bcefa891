import ArgumentParser

/// `associations`: which customers are bound to which HUAWEI CLOUD accounts.
struct Associations: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "associations",
            abstract: say(
                "Which customers are bound to HUAWEI CLOUD accounts.",
                "客户与华为云账号的绑定关系。"
            ),
            subcommands: [
                AssociationsList.self, AssociationsShow.self, AssociationsImport.self, AssociationsExport.self,
                AssociationsSet.self, AssociationsSync.self,
                AssociationsReplay.self, AssociationsDeliveries.self,
            ]
        )
    }
}
