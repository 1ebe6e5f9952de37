package runtime

// Loops that run on strands. The clock is the run's, and only the first stack lets
// time pass: so a loop on a strand that has nothing to do blocks as the strand would in
// time.sleep, until the time of its first timer or until another stack gives it
// something.

// takeTurns hands over before a pass of a loop that runs on s, if it has nothing to run
// or somebody else has.
func (el *EventLoop) takeTurns(s *strand) {
	now := el.q.Now()
	if el.q.Ready() > 0 || el.stopping || el.q.Posted() {
		if !s.crowded(now) {
			return
		}
		s.block(strandSleeping, now)
	} else if until := el.q.NextTimer(); until > now {
		s.block(strandWaiting, until)
	}
	if el.q.Now() > now {
		el.q.Still = 0
	}
}

// crowded says whether anybody else has something to do at the present time.
func (s *strand) crowded(now float64) bool {
	vm := s.thread.VM
	if b := vm.Main.blocked; b != nil {
		if b.until <= now || b.ready() {
			return true
		}
	} else if el := s.loop; el != nil && el.running && (el.stopping || el.q.Ready() > 0 || el.q.NextTimer() <= now) {
		return true
	}
	if vm.Main.stop.Load() != 0 {
		return true
	}
	for _, o := range vm.strands {
		if o != s && (o.state == strandNew || o.woken || o.until <= now) {
			return true
		}
	}
	return false
}

// wake has the loop look into its queue, if it runs on a strand that waits.
func (el *EventLoop) wake() {
	if el.running && el.thread.strand != nil {
		el.thread.strand.wake()
	}
}

// strandsAwaitOutside says whether a loop on a strand waits for outside work.
func (vm *VM) strandsAwaitOutside() bool {
	for _, s := range vm.strands {
		if s.thread != nil && s.thread.running != nil && s.thread.running.q.Outside() > 0 {
			return true
		}
	}
	return false
}

// wakePosted wakes the loops on strands for which outside work is done.
func (vm *VM) wakePosted() {
	for _, s := range vm.strands {
		if s.thread != nil && s.thread.running != nil && s.thread.running.q.Posted() {
			s.wake()
		}
	}
}
