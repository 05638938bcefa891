import Synchronization

/// Where actions of a test meet: nobody leaves before as many are there as are asked for, and who came when is kept.
actor Meeting {
    private static let all = Mutex<[String: Meeting]>([:])

    private let size: Int
    private var arrivals = 0
    private var inside = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private(set) var most = 0
    private(set) var events: [String] = []

    private init(size: Int) { self.size = size }

    /// Opens a meeting that steps name in `with`.
    static func open(_ name: String, of size: Int = 1) -> Meeting {
        let meeting = Meeting(size: size)
        all.withLock { $0[name] = meeting }
        return meeting
    }

    static func named(_ name: String) -> Meeting? { all.withLock { $0[name] } }

    func attend(_ who: String) async {
        events.append("\(who) comes")
        arrivals += 1
        inside += 1
        most = max(most, inside)
        if arrivals.isMultiple(of: size) {
            for one in waiting { one.resume() }
            waiting = []
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
        inside -= 1
        events.append("\(who) goes")
    }

    /// Comes and goes, and says how often somebody did.
    func count() -> Int {
        arrivals += 1
        return arrivals
    }
}
