package cli

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/config"
	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/node"
	"github.com/sto-project/sto/internal/outbox"
)

const (
	// maxHeadAge is the age of the newest block from which on a node is not ready: it is syncing, or cut off.
	maxHeadAge = outbox.StaleAfter
	// clockSkew is how far a block may lie in the future before clock or node must be wrong.
	clockSkew = 15 * time.Second
)

// diagnosis is one run of diagnose. What a check finds, later ones use.
type diagnosis struct {
	ctx    context.Context // of the one command that this value lives for
	f      *Factory
	now    func() time.Time
	checks []Check

	network config.Network
	node    *node.Client
	account common.Address
}

func (d *diagnosis) checkBundle() {
	bundle, err := d.f.Bundle()
	if err != nil {
		d.fail("contracts", err)
		return
	}
	if bundle.Path() == "" {
		d.ok("contracts", "the built-in contracts are complete")
		return
	}
	d.ok("contracts", "the contracts of "+bundle.Path()+" are complete")
}

func (d *diagnosis) checkNetwork() bool {
	network, err := d.f.Network()
	if err != nil {
		return d.fail("network", err)
	}
	d.network = network
	return true
}

func (d *diagnosis) checkNode() bool {
	client, err := d.f.Node(d.ctx)
	if err != nil {
		return d.fail("node", err)
	}
	version, err := client.Version(d.ctx)
	if err != nil {
		return d.fail("node", err)
	}
	d.node = client
	d.ok("node", fmt.Sprintf("%s answers: %s", client.URL(), version))
	d.ok("network", fmt.Sprintf("%s, chain id %d", d.network.Name, client.ChainID()))
	return true
}

func (d *diagnosis) checkHead() {
	head, err := d.node.Header(d.ctx, node.Latest)
	if err != nil {
		d.fail("head", err)
		return
	}
	at := time.Unix(int64(head.Time), 0).UTC()
	age := d.now().Sub(at).Truncate(time.Second)
	detail := fmt.Sprintf("block %d of %s, %s old", head.Number, at.Format(time.RFC3339), age)
	switch {
	case age < -clockSkew && !d.network.Finality.Instant:
		d.fail("head", fault.New(fault.Node, "block %d of %s lies %s in the future", head.Number, at.Format(time.RFC3339), -age).
			WithHint("set the clock of this machine, or use another node"))
	case age > maxHeadAge && !d.network.Finality.Instant:
		d.fail("head", fault.New(fault.Node, "%s: older than %s", detail, maxHeadAge).
			WithHint("wait until the node has caught up with the network, or use another node"))
	case age > maxHeadAge:
		d.ok("head", detail+"; a development chain makes blocks when transactions come")
	default:
		d.ok("head", detail)
	}
}

func (d *diagnosis) checkSyncing() {
	busy, progress, err := d.node.Syncing(d.ctx)
	switch {
	case err != nil:
		d.warn("sync", "the node does not tell whether it is syncing: "+err.Error(), "")
	case busy:
		d.fail("sync", fault.New(fault.Node, "the node is still syncing: %s", progress).WithHint("wait until it is done, or use another node"))
	default:
		d.ok("sync", "the node is not syncing")
	}
}

func (d *diagnosis) checkAccount() bool {
	account, err := d.f.Sender()
	if err != nil {
		return d.fail("account", err)
	}
	d.account = account
	d.ok("account", account.Hex())
	return true
}

// checkKey unlocks the key where that needs no prompt.
func (d *diagnosis) checkKey() {
	o := d.f.Options()
	switch _, given, err := o.Passphrase(); {
	case o.From != nil:
		d.warn("key", "--from names an account without a key: only dry runs and looking on are possible", keyHint)
		return
	case err != nil:
		d.fail("key", err)
		return
	case o.Keystore != "" && !given:
		d.ok("key", "the keystore is readable; its passphrase will be asked for at the terminal")
		return
	}
	if _, err := d.f.Signer(d.ctx); err != nil {
		d.fail("key", err)
		return
	}
	d.ok("key", "the key can be unlocked")
}

func (d *diagnosis) checkBalance() {
	balance, err := d.node.Balance(d.ctx, d.account, node.Latest)
	switch {
	case err != nil:
		d.fail("balance", err)
	case balance.Sign() == 0:
		d.fail("balance", fault.New(fault.Funds, "account %s holds no ETH on %s", d.account.Hex(), d.network.Name).
			WithHint("send it some: each transaction pays a fee"))
	default:
		d.ok("balance", eth.FormatEther(balance)+" ETH")
	}
}

// checkDatabase looks into the database, if there is one, and compares its next nonce with the node's counts.
func (d *diagnosis) checkDatabase() {
	path := d.f.Options().DatabaseFile
	if _, err := os.Stat(path); os.IsNotExist(err) {
		d.ok("database", path+" does not exist yet; the first command that needs it makes it")
		return
	}
	st, err := d.f.Store(d.ctx)
	if err != nil {
		d.fail("database", err)
		return
	}
	d.ok("database", st.Path()+" is open and of the present version")
	if d.node == nil || d.account == (common.Address{}) {
		return
	}
	o, err := d.f.Watcher(d.ctx)
	if err != nil {
		d.fail("nonce", err)
		return
	}
	if err := d.compareNonces(o); err != nil {
		d.fail("nonce", err)
	}
}

func (d *diagnosis) compareNonces(o *outbox.Outbox) error {
	next, err := o.NextNonce(d.ctx)
	if err != nil {
		return err
	}
	unsettled, err := o.Unsettled(d.ctx)
	if err != nil {
		return err
	}
	latest, err := d.node.Nonce(d.ctx, d.account, node.Latest)
	if err != nil {
		return err
	}
	pending, err := d.node.Nonce(d.ctx, d.account, node.Pending)
	if err != nil {
		return err
	}
	if latest > next || pending > next {
		return fault.New(fault.Conflict, "the node counts %d transactions of the account, but the database's next nonce is %d", max(latest, pending), next).
			WithHint("the key was used elsewhere, or this database is an old copy: use the newest database of this account, or run sto db-adopt")
	}
	if latest == next && len(unsettled) > 0 {
		d.warn("nonce", fmt.Sprintf("next is %d; all %d unsettled transactions have had their turn", next, len(unsettled)), "run sto tx-update")
		return nil
	}
	d.ok("nonce", fmt.Sprintf("next is %d, which agrees with the node; %s waiting or on the way", next, plural(len(unsettled), "transaction")))
	return nil
}
