package e2e

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/sto-project/sto/internal/failpoint"
	"github.com/sto-project/sto/internal/testchain"
)

// story is a run of commands towards one effect.
type story struct {
	steps []step
	check func() // that all was done, and once
}

// step is one command of a story, which may be killed, and is given again then.
type step struct {
	args  []string
	after func() // what the world does once it is done; may be nil
	again int    // the exit code of a second run after one that was killed when its work was done; else 0
}

// end is the step that waits until all is settled.
var end = step{args: []string{"tx-update", "--watch", "--timeout", "60s"}}

// loss is what becomes of the database when the program is killed.
type loss string

const (
	untouched loss = "kept"
	deleted   loss = "deleted"
	older     loss = "replaced by an older copy"
)

// passed are the points at which some test has killed the program.
type passed struct {
	sync.Mutex
	points map[failpoint.Point]int
}

func (p *passed) add(at failpoint.Point) {
	p.Lock()
	defer p.Unlock()
	p.points[at]++
}

// matrix plays a story once to learn which points each of its commands passes, and then once more for each of them, with
// the command killed there: the first time that it passes the point, in a deep run every time. tell makes the story anew,
// with payments of its own.
func (d *desk) matrix(died *passed, what loss, tell func(round int) story) {
	d.t.Helper()
	round := 0
	next := func() story { round++; return tell(round) }
	learn := next()
	var marks []mark
	for n, s := range learn.steps {
		for _, at := range d.trace(s) {
			marks = append(marks, mark{step: n, at: at})
		}
	}
	learn.check()
	for n := range marks { // the how manyth time of its step
		for _, m := range marks[:n+1] {
			if m.step == marks[n].step && m.at == marks[n].at {
				marks[n].time++
			}
		}
	}
	for _, m := range marks {
		if m.time == 1 || deep() {
			d.killedAt(m, died, what, next())
		}
	}
}

// mark is a point in a step.
type mark struct {
	step int
	at   failpoint.Point
	time int
}

func (m mark) String() string { return fmt.Sprintf("%s:%d", m.at, m.time) }

// trace runs a step to its end, and returns the points that it passes.
func (d *desk) trace(s step) []failpoint.Point {
	d.t.Helper()
	file := d.path("points")
	if err := os.RemoveAll(file); err != nil {
		d.t.Fatal(err)
	}
	if r := d.mortal(s, "STO_FAILPOINT_TRACE", file); r.code != 0 {
		d.t.Fatalf("it failed: %s", r)
	}
	s.done()
	text, err := os.ReadFile(file)
	if err != nil {
		d.t.Fatal(err)
	}
	var out []failpoint.Point
	for _, line := range strings.Fields(string(text)) {
		if !slices.Contains(failpoint.All(), failpoint.Point(line)) {
			d.t.Fatalf("the program passes the point %q, which the list lacks", line)
		}
		out = append(out, failpoint.Point(line))
	}
	return out
}

func (s step) done() {
	if s.after != nil {
		s.after()
	}
}

// mortal runs a step with the program that can be killed.
func (d *desk) mortal(s step, variables ...string) result {
	d.t.Helper()
	c := d.with(variables...)
	return c.startAs(testchain.Mortal(d.t), nil, nil, s.args...).wait()
}

// killedAt plays a story with one of its commands killed, and goes on from there, with what is left of the database.
func (d *desk) killedAt(m mark, died *passed, what loss, s story) {
	d.t.Helper()
	backup := d.path("backup.sqlite")
	d.copyTo(backup)
	for _, before := range s.steps[:m.step] {
		d.ok(before.args...)
		before.done()
	}
	r := d.mortal(s.steps[m.step], "STO_FAILPOINT", m.String())
	switch {
	case r.code == -1:
		died.add(m.at)
	case r.code != 0 || m.time == 1: // how often it looks at the chain is not the same each time
		d.t.Fatalf("it was to be killed at %s: %s", m, r)
	}
	from := m.step
	switch what {
	case deleted:
		d.lose()
		from = 0
	case older:
		copyDatabase(d.t, backup, d.db())
		from = 0
	}
	for n, rest := range s.steps[from:] {
		if what == untouched {
			r := d.run(rest.args...)
			if r.code != 0 && (n > 0 || r.code != rest.again) {
				d.t.Fatalf("after a kill at %s: %s", m, r)
			}
		} else {
			d.persist(m, rest)
		}
		rest.done()
	}
	d.ok("db-check")
	s.check()
	if d.t.Failed() {
		d.t.Fatalf("after a kill of %q at %s with the database %s", s.steps[m.step].args, m, what)
	}
}

// persist does what the program says until a step is done: it waits for what is on its way, and has an old copy learn from
// the chain.
func (d *desk) persist(m mark, s step) {
	d.t.Helper()
	var r result
	for range 40 {
		switch r = d.run(s.args...); {
		case r.code == 0:
			return
		case strings.Contains(r.stderr, "sto db-adopt"):
			d.run("db-adopt")
		case r.code == 6 || r.code == 8: // something unknown is on its way
			time.Sleep(50 * time.Millisecond)
		default:
			d.t.Fatalf("after a kill at %s: %s", m, r)
		}
	}
	d.t.Fatalf("no end after a kill at %s: %s", m, r)
}

// as is the desk with another key of the node.
func (d *desk) as(key int) *desk {
	c := d.with("STO_ETHEREUM_PRIVATE_KEY", keyHex(d.node, key))
	c.account = d.node.Address(key)
	return c
}
