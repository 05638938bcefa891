/// What is wrong with the first bad entry of a chain.
public enum ChainFault: String, CaseIterable, Sendable {
    /// Its number is not there: it was removed.
    case missing
    /// Its content, time, place or link is not what was written.
    case altered
    /// The end is not there: entries were cut off.
    case cutOff = "cut-off"
    /// It stands behind the checkpoint in front of which everything was removed.
    case behindCheckpoint = "behind-checkpoint"
    /// The checkpoint was not sealed with our secret.
    case checkpoint
    /// It does not fit a seal that was made earlier: the chain was computed anew.
    case rewritten
}
