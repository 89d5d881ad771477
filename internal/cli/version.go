package cli

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// version is set by the linker in releases: -ldflags "-X github.com/sto-project/sto/internal/cli.version=1.2.3".
// It is never written at run time.
var version string

// VersionOptions is what version needs.
type VersionOptions struct {
	Streams *term.Streams
	JSON    bool
}

// VersionInfo is what version prints with --output json.
type VersionInfo struct {
	Version string `json:"version"` // "development" when the build names none
	Commit  string `json:"commit"`  // empty when the build knows none; "+dirty" after it for uncommitted changes
	Go      string `json:"go"`
	OS      string `json:"os"`
	Arch    string `json:"arch"`
}

// NewCmdVersion builds the command version.
func NewCmdVersion(f *Factory, runF func(context.Context, *VersionOptions) error) *cobra.Command {
	opts := &VersionOptions{Streams: f.Streams}
	cmd := &cobra.Command{
		Use:         "version",
		Short:       "Print the version and exit",
		GroupID:     groupSetup,
		Annotations: map[string]string{bareMark: "true"},
		Args:        noArguments,
		Long:        "version prints the version of sto, the commit that it was built from and the version of Go.",
		Example:     "  sto version\n  sto version --output json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			opts.JSON = f.wantsJSON()
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runVersion(cmd.Context(), opts)
		},
	}
	return describe(cmd, effectNothing, fault.OK)
}

func runVersion(_ context.Context, opts *VersionOptions) error {
	info := buildVersion()
	if opts.JSON {
		return opts.Streams.JSON(info)
	}
	commit := info.Commit
	if commit == "" {
		commit = "unknown"
	}
	_, err := fmt.Fprintf(opts.Streams.Out, "sto %s\ncommit %s\n%s %s/%s\n", info.Version, commit, info.Go, info.OS, info.Arch)
	return err
}

// buildVersion reads what the linker and the Go tool left in the binary.
func buildVersion() VersionInfo {
	info := VersionInfo{Version: version, Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH}
	build, ok := debug.ReadBuildInfo()
	if ok {
		if info.Version == "" && build.Main.Version != "" && build.Main.Version != "(devel)" {
			info.Version = build.Main.Version
		}
		for _, s := range build.Settings {
			switch {
			case s.Key == "vcs.revision":
				info.Commit = s.Value + info.Commit
			case s.Key == "vcs.modified" && s.Value == "true":
				info.Commit += "+dirty"
			}
		}
	}
	if info.Version == "" {
		info.Version = "development"
	}
	return info
}
