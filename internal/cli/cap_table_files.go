package cli

import (
	"io"

	"github.com/spf13/pflag"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// CapTableFiles are the files that cap-table writes beside what it prints; empty: none.
type CapTableFiles struct {
	XLSX  string
	Proof string
}

func (c *CapTableFiles) add(flags *pflag.FlagSet) {
	flags.StringVar(&c.XLSX, "xlsx", "", "also write the table to this `FILE` as an Excel workbook")
	flags.StringVar(&c.Proof, "proof", "", "also write to this `FILE` a proof that `sto cap-table-verify` and others can check")
}

// any reports whether a file is wanted.
func (c *CapTableFiles) any() bool { return c.XLSX != "" || c.Proof != "" }

// check refuses what can't be written, before any work.
func (c *CapTableFiles) check(compare bool) error {
	if compare && c.any() {
		return fault.New(fault.Usage, "files are written of one moment, not with --compare")
	}
	if err := freshFile("xlsx", c.XLSX); err != nil {
		return err
	}
	return freshFile("proof", c.Proof)
}

// write writes the files.
func (c *CapTableFiles) write(s *term.Streams, t *captable.Table) error {
	said := func(path string) { s.Infof("Wrote %s.", path) }
	if c.XLSX != "" {
		if err := writeFile("xlsx", c.XLSX, t.WriteXLSX); err != nil {
			return err
		}
		said(c.XLSX)
	}
	if c.Proof != "" {
		p, err := t.Proof()
		if err != nil {
			return err
		}
		if err := writeFile("proof", c.Proof, func(w io.Writer) error { return p.Write(w) }); err != nil {
			return err
		}
		s.Infof("Merkle root of %d holders at block %d: %s", p.Holders, p.Block, p.MerkleRoot.Hex())
		said(c.Proof)
	}
	return nil
}
