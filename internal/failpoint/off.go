//go:build !failpoints

package failpoint

// Here marks a point of the program.
func Here(Point) {}
