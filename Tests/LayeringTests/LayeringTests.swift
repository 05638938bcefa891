import Testing

@Suite("The house")
struct LayeringTests {
    @Test("every folder under Sources is in the table")
    func folders() throws {
        let folders = try SourceTree.folders()
        #expect(!folders.isEmpty)
        #expect(folders.filter { !Module.ownNames.contains($0) } == [])
    }

    @Test("every file keeps to its module's row of the table")
    func files() throws {
        let files = try SourceTree.files()
        #expect(!files.isEmpty)
        #expect(files.flatMap(Checks.all) == [])
    }

    @Test("the table itself goes in one direction only")
    func direction() {
        var above: Set = ["CXMLSecurity"]
        for module in Module.table {
            #expect(module.ours.isSubset(of: above), "\(module.name) imports a module that stands below it")
            above.insert(module.name)
        }
    }

    @Test("only XMLSecurity reaches C")
    func fence() {
        #expect(Module.table.filter { !$0.ours.isDisjoint(with: Module.foldersOfC) }.map(\.name) == ["XMLSecurity"])
    }
}
