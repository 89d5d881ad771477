package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
)

// namesOne and namesMany are how usage lines spell the names of transactions.
const (
	namesOne  = "ID|HASH|EXTERNAL-ID"
	namesMany = "ID|HASH|EXTERNAL-ID..."
)

// NamedFlags are the names of transactions that a command line gives, and how to read them.
type NamedFlags struct {
	Names []string
	Token *common.Address // with it, names are external ids of this token

	token string
}

func (n *NamedFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&n.token, "token-address", "", "`ADDRESS` of a token: the names given are external ids of it")
}

// read takes the names from the arguments.
func (n *NamedFlags) read(cmd *cobra.Command, args []string) (err error) {
	if n.Token, err = optionalAddress(cmd, "token-address", n.token); err != nil {
		return err
	}
	for _, name := range args {
		if strings.TrimSpace(name) == "" {
			return fault.New(fault.Usage, "a transaction is named by an empty argument").WithHint("%s", nameHint)
		}
	}
	if n.Names = args; len(args) == 0 && n.Token != nil {
		return fault.New(fault.Usage, "--token-address says whose external ids are given, but none is").WithHint("%s", nameHint)
	}
	return nil
}

const nameHint = "name a transaction by the id that sto tx-list shows, by its hash or by its external id"

// someNames refuses a command line that names no transaction.
func someNames(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return nil
	}
	return fault.New(fault.Usage, "%s wants the name of a transaction", cmd.CommandPath()).WithHint("%s", nameHint)
}

// oneName refuses a command line that does not name just one transaction.
func oneName(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return fault.New(fault.Usage, "%s takes one transaction, but %d are named", cmd.CommandPath(), len(args)).WithHint("see %s --help", cmd.CommandPath())
	}
	return someNames(cmd, args)
}

// own finds the transactions named, which must be of the account that the options name.
func (n *NamedFlags) own(ctx context.Context, f *Factory) ([]store.Intent, error) {
	if len(n.Names) == 0 {
		return nil, nil
	}
	sender, err := f.Sender()
	if err != nil {
		return nil, err
	}
	found, err := n.find(ctx, f)
	if err != nil {
		return nil, err
	}
	rows := make([]store.Intent, len(found))
	for k, m := range found {
		if rows[k] = m.Intent; m.Intent.Sender != eth.Lower(sender) {
			return nil, fault.New(fault.Conflict, "transaction %d (%s) is of account %s, not of %s", m.Intent.ID, m.Intent.Note,
				common.HexToAddress(m.Intent.Sender).Hex(), sender.Hex()).WithHint("use the key of that account")
		}
	}
	return rows, nil
}

// find finds the transactions named, each once, in the order of their names. All names that stand for none, or for several,
// are told of together.
func (n *NamedFlags) find(ctx context.Context, f *Factory) ([]outbox.Match, error) {
	o, err := f.Books(ctx)
	if err != nil {
		return nil, err
	}
	var found []outbox.Match
	var problems []error
	for _, name := range n.Names {
		matches, err := o.Named(ctx, name, n.Token)
		if err != nil {
			return nil, err
		}
		m, err := n.only(o, name, matches)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		if !slices.ContainsFunc(found, func(have outbox.Match) bool { return have.Intent.ID == m.Intent.ID }) {
			found = append(found, m)
		}
	}
	return found, errors.Join(problems...)
}

// only is the one match of a name.
func (n *NamedFlags) only(o *outbox.Outbox, name string, matches []outbox.Match) (outbox.Match, error) {
	here := slices.DeleteFunc(slices.Clone(matches), func(m outbox.Match) bool { return m.Intent.ChainID != o.ChainID })
	switch {
	case len(here) == 1:
		return here[0], nil
	case len(here) > 1:
		text := fmt.Sprintf("%s names %d transactions:", sayArgument(name), len(here))
		for _, m := range here {
			by := m.By
			if m.Token != nil {
				by = "external id of token " + m.Token.Hex()
			}
			text += fmt.Sprintf("\ntransaction %d, by its %s: %s, %s", m.Intent.ID, by, m.Intent.Note, m.Status())
		}
		return outbox.Match{}, fault.New(fault.Usage, "%s", text).
			WithHint("write id:%d for one of them by its id, or add --token-address ADDRESS to name an external id", here[0].Intent.ID)
	case len(matches) > 0:
		m := matches[0]
		return outbox.Match{}, fault.New(fault.Conflict, "transaction %d (%s) is of chain %d, not of chain %d", m.Intent.ID, m.Intent.Note, m.Intent.ChainID, o.ChainID).
			WithHint("add --network chain:%d, and a node of that chain", m.Intent.ChainID)
	case n.Token != nil:
		return outbox.Match{}, fault.New(fault.Usage, "database %s holds no transaction with the external id %s of token %s on chain %d", o.Store.Path(),
			sayArgument(name), n.Token.Hex(), o.ChainID).WithHint("sto tx-list --token-address %s shows them", n.Token.Hex())
	}
	return outbox.Match{}, fault.New(fault.Usage, "database %s holds no transaction %s on chain %d", o.Store.Path(), sayArgument(name), o.ChainID).
		WithHint("%s", nameHint)
}
