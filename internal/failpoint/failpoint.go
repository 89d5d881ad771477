// Package failpoint names the moments at which a dying process would hurt most: those between two lasting steps, such as a
// commit and the sending of what was committed. A program that is built with the tag "failpoints" kills itself, as kill -9
// would, when it comes to the one that the environment names; in any other build a point does nothing. The end-to-end
// tests kill it at every point in turn, and look whether anything was doubled or lost.
package failpoint

// Point is such a moment.
type Point string

// The points, roughly in the order in which a payment passes them.
const (
	Claimed    Point = "claimed"    // the database file is there, and empty
	Planned    Point = "planned"    // a request is checked against the database, and nothing is signed
	Signed     Point = "signed"     // a request is signed, and not stored
	Committing Point = "committing" // a database transaction is written, and not committed
	Committed  Point = "committed"  // it is committed, and nobody knows
	Locked     Point = "locked"     // the process holds the lock of the account
	Found      Point = "found"      // the fate of what was sent is known, and not recorded
	Priced     Point = "priced"     // what goes out next is checked and priced, and not marked as sent
	Exposed    Point = "exposed"    // it is marked as sent, and was not sent
	Sent       Point = "sent"       // the node has answered, and nobody knows
	Replaced   Point = "replaced"   // a replacement is signed, and not stored
	Recalled   Point = "recalled"   // an account's past is read from the chain, and not stored
	Copied     Point = "copied"     // a backup is written, and not yet flushed to the disk
)

// All returns the points.
func All() []Point {
	return []Point{Claimed, Planned, Signed, Committing, Committed, Locked, Found, Priced, Exposed, Sent, Replaced, Recalled, Copied}
}
