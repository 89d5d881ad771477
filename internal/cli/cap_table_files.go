package cli

import (
	"context"
	"io"
	"os"
	"time"

	"github.com/spf13/pflag"

	"github.com/sto-project/sto/internal/captable"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// CapTableFiles are the files that cap-table writes beside what it prints; empty: none.
type CapTableFiles struct {
	XLSX  string
	Proof string
	OCF   string
	// Issuer names the file that tells of the issuer, for OCF.
	Issuer string
}

func (c *CapTableFiles) add(flags *pflag.FlagSet) {
	flags.StringVar(&c.XLSX, "xlsx", "", "also write the table to this `FILE` as an Excel workbook")
	flags.StringVar(&c.Proof, "proof", "", "also write to this `FILE` a proof that `sto cap-table-verify` and others can check")
	flags.StringVar(&c.OCF, "ocf", "", "also write the history up to the table to this `FILE`, a ZIP in Open Cap Format")
	flags.StringVar(&c.Issuer, "ocf-issuer", "", "JSON `FILE` that tells for --ocf what no chain knows: legal_name, formation_date, country_of_formation, share_price, currency")
}

// any reports whether a file is wanted.
func (c *CapTableFiles) any() bool { return c.XLSX != "" || c.Proof != "" || c.OCF != "" }

// check refuses what can't be written, before any work.
func (c *CapTableFiles) check(compare bool) error {
	if compare && c.any() {
		return fault.New(fault.Usage, "files are written of one moment, not with --compare")
	}
	if (c.OCF == "") != (c.Issuer == "") {
		return fault.New(fault.Usage, "--ocf and --ocf-issuer are given together or not at all")
	}
	if err := freshFile("ocf", c.OCF); err != nil {
		return err
	}
	if err := freshFile("xlsx", c.XLSX); err != nil {
		return err
	}
	return freshFile("proof", c.Proof)
}

// write writes the files.
func (c *CapTableFiles) write(ctx context.Context, s *term.Streams, st *store.Store, t *captable.Table, ids captable.Identities) error {
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
	if c.OCF != "" {
		issuer, err := readIssuer(c.Issuer)
		if err != nil {
			return err
		}
		err = writeFile("ocf", c.OCF, func(w io.Writer) error { return t.WriteOCF(ctx, st, issuer, ids, time.Now(), w) })
		if err != nil {
			return err
		}
		said(c.OCF)
	}
	return nil
}

func readIssuer(path string) (*captable.OCFIssuer, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.Usage, "--ocf-issuer: %w", err)
	}
	defer f.Close()
	return captable.ReadOCFIssuer(f)
}
