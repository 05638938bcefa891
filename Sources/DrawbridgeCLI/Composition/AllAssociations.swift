import Onboarding
import Storage

/// Every association by account, a page at a time.
struct AllAssociations {
    private static let page = 1_000

    let store: SQLiteAssociationStore

    func collect(_ isWanted: (Association) -> Bool = { _ in true }) async throws -> [Association] {
        var all: [Association] = []
        var last = ""
        while true {
            let page = try await store.associations(after: last, limit: Self.page)
            all += page.filter(isWanted)
            guard page.count == Self.page, let end = page.last else { return all }
            last = end.account
        }
    }
}
