package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/sto-project/sto/internal/term"
)

// TestKeysInTheWrongPlaceAreNotRepeated gives a private key to options and arguments that are for something else.
func TestKeysInTheWrongPlaceAreNotRepeated(t *testing.T) {
	const key = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"
	t.Chdir(t.TempDir())
	for _, form := range []string{key, "0x" + key, strings.ToUpper(key)} {
		for _, line := range []string{
			"tx-last --limit KEY", "tx-last --limit=KEY", "tx-list --since KEY", "tx-list --state KEY", "tx-show KEY", "tx-show --token-address KEY x",
			"token-status --address KEY", "cap-table --token-address KEY --order-by KEY", "tx-last --network KEY", "tx-last --output KEY",
			"tx-last --log-level=KEY", "tx-last --confirmations KEY", "tx-last --max-fee-gwei KEY", "tx-last --quiet=KEY", "tx-last --from KEY",
			"tx-last --config KEY", "tx-broadcast --ethereum-node-url KEY", "tx-broadcast --timeout KEY", "tx-last --keystore KEY", "diagnose --keystore KEY",
			"tx-next-nonce --keystore KEY", "tx-last --KEY", "KEY", "issue KEY", "issue --symbol A --name B --url KEY --amount 1 --dry-run", "tx-last --limit 1KEY",
			"tx-reissue KEY", "tx-withdraw --request-id KEY", "db-adopt --from-block KEY", "tx-last --database-file ./KEY/x",
		} {
			for _, format := range []string{"table", "json"} {
				args := append(strings.Fields(strings.ReplaceAll(line, "KEY", form)), "--output="+format)
				var out, errs bytes.Buffer
				code := run(context.Background(), args, []string{"HOME=" + t.TempDir()}, &term.Streams{Out: &out, Err: &errs, In: strings.NewReader("")})
				if text := out.String() + errs.String(); strings.Contains(strings.ToLower(text), key[:leastShown]) {
					t.Errorf("sto %s: exit %d, %s", line, code, text)
				}
			}
		}
		// The same from the environment.
		for _, name := range []string{"STO_NETWORK", "STO_CONFIRMATIONS", "STO_OUTPUT", "STO_FROM", "STO_ETHEREUM_GAS_PRICE", "STO_ETHEREUM_NODE_URL", "STO_DATABASE_FILE"} {
			var out, errs bytes.Buffer
			run(context.Background(), []string{"tx-next-nonce"}, []string{"HOME=" + t.TempDir(), name + "=" + form}, &term.Streams{Out: &out, Err: &errs, In: strings.NewReader("")})
			if text := out.String() + errs.String(); strings.Contains(strings.ToLower(text), key[:leastShown]) {
				t.Errorf("%s: %s", name, text)
			}
		}
	}
}
