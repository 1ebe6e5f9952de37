package runtime

// Future is an asyncio future, the part of a task that others wait for.
type Future struct {
	Hdr
	state futureState
	val   Value // the result
	exc   *Exception
}

type futureState uint8

const (
	futurePending futureState = iota
	futureCancelled
	futureFinished
)
