/// Lets a few through at a time; the others wait in the order in which they came.
actor Turnstile {
    private let width: Int
    private var inside = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ width: Int) {
        self.width = width
    }

    func enter() async {
        guard inside >= width else {
            inside += 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Whoever waits longest takes the place.
    func leave() {
        guard !waiting.isEmpty else {
            inside -= 1
            return
        }
        waiting.removeFirst().resume()
    }
}
