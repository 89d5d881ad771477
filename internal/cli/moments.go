package cli

import (
	"strings"
	"time"
	_ "time/tzdata" // names of time zones also where the system has none

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// pinPatience is how long a table waits for what a node says of its block; it can do without.
const pinPatience = 20 * time.Second

// parseMoment reads a day, as its last second or with start as its first, or a moment. Both are in the zone unless the
// moment brings its own.
func parseMoment(option, text, zone string, start bool) (time.Time, error) {
	// LoadLocation takes "" for UTC and "Local" for the machine's zone, neither of which a record should depend on.
	loc, err := time.LoadLocation(zone)
	if err != nil || zone == "" || zone == "Local" {
		return time.Time{}, fault.New(fault.Usage, "--timezone %q is no known time zone", term.Safe(zone)).WithHint("give a name such as Europe/Berlin or UTC")
	}
	if day, err := time.ParseInLocation(time.DateOnly, text, loc); err == nil {
		year, month, date := day.Date()
		if start {
			return time.Date(year, month, date, 0, 0, 0, 0, loc).UTC(), nil
		}
		return time.Date(year, month, date+1, 0, 0, 0, 0, loc).Add(-time.Second).UTC(), nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime, "2006-01-02T15:04", "2006-01-02 15:04"} {
		if at, err := time.ParseInLocation(layout, text, loc); err == nil {
			return at.UTC(), nil
		}
	}
	return time.Time{}, fault.New(fault.Usage, "--%s %q is no date", option, term.Safe(text)).
		WithHint("write a day as 2025-12-31, a moment as 2025-12-31T12:00:00")
}

// whenFlag reads a block or a date; of a day start says whether its beginning or its end counts.
func whenFlag(option, text, zone string, start bool) (captable.When, error) {
	if text == "" {
		return captable.When{}, nil
	}
	if strings.Trim(text, "0123456789") == "" {
		block, err := blockFlag(option, text)
		return captable.When{Block: block}, err
	}
	at, err := parseMoment(option, text, zone, start)
	if err != nil {
		return captable.When{}, err
	}
	return captable.When{Time: &at}, nil
}
