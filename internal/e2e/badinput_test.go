package e2e

import (
	"net"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/testchain"
)

// world is a chain with a token of ours and the odd ones, all held by the account, and a database that knows ours.
type world struct {
	*desk
	token common.Address
	paid  []row // of token
	odd   map[string]common.Address
}

func newWorld(t *testing.T) *world {
	t.Helper()
	n := testchain.Embedded(t)
	w := &world{desk: newDesk(t, n), odd: map[string]common.Address{}, paid: makeRows("paid", 3)}
	for _, name := range []string{"RudeToken", "MegabyteName", "ManyDecimals", "MinimalNft", "FeeToken", "FalseToken", "Bytes32Name", "StrictToken", "HugeSupply"} {
		w.odd[name] = oddToken(t, n, name) // before the program takes over the account
	}
	w.token = w.issue("GOOD", "1000")
	w.distribute(w.token, w.paid)
	w.send()
	w.settle()
	return w
}

// bad is one mistake: how the place is changed, what is run, and how that must end.
type bad struct {
	name string
	do   func(w *world, d *desk) (*desk, []string)
	code int
	want string // a pattern of the error, its hint included
}

// csvCase is a distribution of a file with the given text; {…} in it stands for parts of a good file.
func csvCase(name, text string, code int, want string) bad {
	return bad{name: name, code: code, want: want, do: func(w *world, d *desk) (*desk, []string) {
		good := common.HexToAddress("0x71C7656EC7ab88b098defB751B7401B5f6d8976F")
		for from, to := range map[string]string{"{header}": header, "{good}": good.Hex(), "{row}": "good-1,a@b.example,Ada," + good.Hex() + ",1",
			"{token}": w.token.Hex(), "{sender}": d.account.Hex(), "{paid}": w.paid[0].to.Hex()} {
			text = strings.ReplaceAll(text, from, to)
		}
		return d, []string{"distribute-multiple", "--csv-input", d.write("rows.csv", text), "--address", w.token.Hex()}
	}}
}

// plain is a mistake on the command line alone. GOOD stands for the token.
func plain(name string, code int, want string, args ...string) bad {
	return bad{name: name, code: code, want: want, do: func(w *world, d *desk) (*desk, []string) {
		out := make([]string, len(args))
		for i, a := range args {
			out[i] = strings.ReplaceAll(a, "GOOD", w.token.Hex())
		}
		return d, out
	}}
}

// odd is a distribution of another's token.
func odd(name, token string, code int, want string) bad {
	return bad{name: name, code: code, want: want, do: func(w *world, d *desk) (*desk, []string) {
		return d, d.distribution(w.odd[token], file(makeRows("odd", 2)))
	}}
}

const receiverText = "0x71C7656EC7ab88b098defB751B7401B5f6d8976F"

func single(pairs ...string) []string {
	given := map[string]string{"token-address": "GOOD", "to-address": receiverText, "external-id": "x", "email": "a@b.example", "name": "A", "amount": "1"}
	for i := 0; i < len(pairs); i += 2 {
		given[pairs[i]] = pairs[i+1]
	}
	args := []string{"distribute-single"}
	for _, k := range []string{"token-address", "to-address", "external-id", "email", "name", "amount"} {
		args = append(args, "--"+k+"="+given[k])
	}
	return args
}

func badFiles() []bad {
	at := func(row, column string) string { return `rows\.csv row ` + row + `, column ` + column + `: ` }
	return []bad{
		csvCase("address malformed", "{header}\n{row}\nbad-1,a@b.example,B,0x1234,1\n", 2, at("3", "address")),
		csvCase("address without 0x", "{header}\nbad-1,a@b.example,B,71C7656EC7ab88b098defB751B7401B5f6d8976F,1\n", 2, at("2", "address")),
		csvCase("address with a bad checksum", "{header}\n{row}\nbad-1,a@b.example,B,0x71C7656EC7ab88b098defB751B7401B5f6d8976f,1\n", 2, at("3", "address")+".*checksum"),
		csvCase("zero address", "{header}\nbad-1,a@b.example,B,0x0000000000000000000000000000000000000000,1\n", 2, at("2", "address")+".*zero"),
		csvCase("the token as receiver", "{header}\nbad-1,a@b.example,B,{token},1\n", 2, at("2", "address")+".*token's own contract"),
		csvCase("the sender as receiver", "{header}\nbad-1,a@b.example,B,{sender},1\n", 2, at("2", "address")),
		csvCase("a missing column", "external_id,email,name,address\na,b,c,{good}\n", 2, at("1", "amount")+"the header lacks"),
		csvCase("a doubled column", "external_id,email,name,address,amount,amount\na,b,c,{good},1,2\n", 2, at("1", "amount")+".*twice"),
		csvCase("a row that is short", "{header}\n{row}\na,b,c\n", 2, `rows\.csv row 3: .*3 fields`),
		csvCase("an unquoted thousands separator", "{header}\na,b,c,{good},1,000\n", 2, `rows\.csv row 2: .*6 fields`),
		csvCase("a negative amount", "{header}\na,b,c,{good},-1\n", 2, at("2", "amount")),
		csvCase("an empty amount", "{header}\na,b,c,{good},\n", 2, at("2", "amount")),
		csvCase("an amount with an exponent", "{header}\na,b,c,{good},1e3\n", 2, at("2", "amount")),
		csvCase("an amount with a separator", "{header}\na,b,c,{good},\"1,000\"\n", 2, at("2", "amount")),
		csvCase("NaN", "{header}\na,b,c,{good},NaN\n", 2, at("2", "amount")),
		csvCase("infinity", "{header}\na,b,c,{good},Inf\n", 2, at("2", "amount")),
		csvCase("hexadecimal", "{header}\na,b,c,{good},0x10\n", 2, at("2", "amount")),
		csvCase("other digits", "{header}\na,b,c,{good},١٢\n", 2, at("2", "amount")),
		csvCase("a plus sign", "{header}\na,b,c,{good},+1\n", 2, at("2", "amount")),
		csvCase("zero", "{header}\na,b,c,{good},0.0\n", 2, at("2", "amount")+".*zero"),
		csvCase("nineteen decimals", "{header}\na,b,c,{good},0.0000000000000000001\n", 2, at("2", "amount")+".*decimals"),
		csvCase("more than 256 bits", "{header}\na,b,c,{good},"+strings.Repeat("9", 80)+"\n", 2, at("2", "amount")),
		csvCase("one external id twice", "{header}\n{row}\ngood-1,a@b.example,B,{good},2\n", 2, at("3", "external_id")+`.*"good-1".*row 2`),
		csvCase("an empty external id", "{header}\n,a@b.example,B,{good},2\n", 2, at("2", "external_id")),
		csvCase("a known id with another amount", "{header}\npaid-0001,a,b,{paid},500\n", 6, at("2", "amount")+`.*"paid-0001"`),
		csvCase("a known id with another receiver", "{header}\npaid-0001,a,b,{good},1\n", 6, at("2", "address")+`.*"paid-0001"`),
		csvCase("an empty file", "", 2, `rows\.csv is empty`),
		csvCase("a byte order mark alone", "\xef\xbb\xbf", 2, `rows\.csv is empty`),
		csvCase("a header alone", "{header}\n", 2, `rows\.csv has a header and no rows`),
		csvCase("an open quote", "{header}\na,\"b,c,{good},1\n", 2, `rows\.csv row 2`),
		csvCase("UTF-16", "\xff\xfee\x00x\x00", 2, `UTF-16`),
		csvCase("not UTF-8", "{header}\na,b,J\xf6rg,{good},1\n", 2, at("2", "name")+".*UTF-8"),
		csvCase("a program as file", "\x7fELF\x02\x01\x01\x00\x00\x00", 2, `rows\.csv`),
		csvCase("escapes in the header", "\x1b[31mexternal_id,email,name,address,amount\n{row}\n", 2, at("1", "external_id")),
		csvCase("escapes in the external id", "{header}\na\x1b[2Jb,b,c,{good},1\n", 2, at("2", "external_id")+".*control"),
		csvCase("escapes in the email", "{header}\na,b\x1b]0;x\x07,c,{good},1\n", 2, at("2", "email")+".*control"),
		csvCase("escapes in the name", "{header}\na,b,c\x9b31m,{good},1\n", 2, at("2", "name")),
		csvCase("escapes in the address", "{header}\na,b,c,\x1b[31m{good},1\n", 2, at("2", "address")+".*control"),
		csvCase("escapes in the amount", "{header}\na,b,c,{good},1\x1b[0m\n", 2, at("2", "amount")+".*control"),
		csvCase("direction marks in the external id", "{header}\na\u202eb,b,c,{good},1\n", 2, at("2", "external_id")),
		csvCase("too much in all", "{header}\na,b,c,{good},999\nb,b,c,{good},999\n", 7, `can move .* GOOD, but this distribution needs 1998 GOOD`),
		plain("a file that is not there", 2, "gone.csv", "distribute-multiple", "--csv-input", "gone.csv", "--address", "GOOD"),
		plain("a folder as file", 2, "folder|directory|can't be read", "distribute-multiple", "--csv-input", "/proc", "--address", "GOOD"),
		{name: "a file whose name holds escapes", code: 2, want: "row 2, column amount", do: func(w *world, d *desk) (*desk, []string) {
			return d, []string{"distribute-multiple", "--csv-input", d.write("a\x1b[31m\nb.csv", header+"\na,b,c,"+receiverText+",x\n"), "--address", w.token.Hex()}
		}},
		{name: "a file without end", code: 2, want: "larger than|larger", do: func(w *world, d *desk) (*desk, []string) {
			return d, []string{"distribute-multiple", "--csv-input", "/dev/zero", "--address", w.token.Hex()}
		}},
	}
}

func badArguments() []bad {
	return []bad{
		plain("single: escapes in the external id", 2, "--external-id", single("external-id", "a\x1b[31m")...),
		plain("single: escapes in the name", 2, "--name", single("name", "\x1b[31m")...),
		plain("single: a bad address", 2, "--to-address", single("to-address", "0x12")...),
		plain("single: the zero address", 2, "--to-address", single("to-address", "0x0000000000000000000000000000000000000000")...),
		plain("single: the token as receiver", 2, "--to-address", single("to-address", "GOOD")...),
		plain("single: a bad amount", 2, "--amount", single("amount", "1e3")...),
		plain("single: too much", 7, "can move", single("amount", "5000")...),
		plain("single: a bad token", 2, "--token-address", single("token-address", "0xnonsense\x1b[31m")...),
		plain("a token without code", 2, "no contract|0x71C7656EC7ab88b098defB751B7401B5f6d8976F", single("token-address", receiverText, "to-address", "GOOD")...),
		plain("token-status without code", 2, "0x71C7656EC7ab88b098defB751B7401B5f6d8976F", "token-status", "--address", receiverText),
		plain("token-scan without code", 2, "0x71C7656EC7ab88b098defB751B7401B5f6d8976F", "token-scan", "--token-address", receiverText),
		plain("cap-table of a token that was never scanned", 2, "token-scan", "cap-table", "--token-address", "GOOD"),
		plain("scan: a range that ends before it starts", 2, "10.*5|5.*10", "token-scan", "--token-address", "GOOD", "--start-block", "10", "--end-block", "5"),
		plain("scan: beyond the head", 2, "99999", "token-scan", "--token-address", "GOOD", "--end-block", "99999"),
		plain("scan: a start beyond the head", 2, "99999", "token-scan", "--token-address", "GOOD", "--start-block", "99999"),
		plain("scan: no number", 2, "--end-block", "token-scan", "--token-address", "GOOD", "--end-block", "soon\x1b[0m"),
		plain("escapes as network", 2, "network", "tx-last", "--network", "\x1b[31mx"),
		plain("escapes as command", 2, "unknown", "tx\x1b[31m-last"),
		plain("escapes as option", 2, "unknown", "tx-last", "--\x1b[31mx"),
		plain("issue: escapes as name", 2, "--name", "issue", "--symbol", "X", "--name", "a\x1b[31mb", "--url", "https://x.example", "--amount", "1"),
		plain("issue: half a share", 2, "--amount", "issue", "--symbol", "X", "--name", "X", "--url", "https://x.example", "--amount", "1.5"),
		plain("issue: restricted without a registry", 9, "kyc-deploy", "issue", "--symbol", "X", "--name", "X", "--url", "https://x.example",
			"--amount", "1", "--transfer-restriction", "restricted"),
		plain("batch 0", 2, "--batch", "distribute-multiple", "--csv-input", "x", "--address", "GOOD", "--batch", "0"),
		plain("a dead network", 2, "sepolia", "tx-last", "--network", "kovan"),
		odd("a token that refuses with escapes", "RudeToken", 9, "all is well"),
		odd("an ERC-721", "MinimalNft", 2, "can't be distributed"),
		odd("200 decimals", "ManyDecimals", 2, "can't be distributed"),
		odd("a transfer that answers false", "FalseToken", 9, "does not transfer"),
		{name: "batches of another's token", code: 2, want: "--batch", do: func(w *world, d *desk) (*desk, []string) {
			return d, d.distribution(w.odd["HugeSupply"], file(makeRows("x", 2))[:len(header)+1]+"a,b,c,"+receiverText+",1\n", "--batch", "2")
		}},
		{name: "scan of an ERC-721", code: 2, want: "", do: func(w *world, d *desk) (*desk, []string) {
			return d, []string{"token-scan", "--token-address", w.odd["MinimalNft"].Hex()}
		}},
		{name: "scan of 200 decimals", code: 2, want: "decimals", do: func(w *world, d *desk) (*desk, []string) {
			return d, []string{"token-scan", "--token-address", w.odd["ManyDecimals"].Hex()}
		}},
	}
}

func badPlaces() []bad {
	any := []string{"tx-last"}
	return []bad{
		{name: "the node is down", code: 5, want: "127.0.0.1", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_ETHEREUM_NODE_URL", "http://"+freePort(d.t)), d.distribution(w.token, file(makeRows("down", 2)))
		}},
		{name: "another chain", code: 6, want: "11155111.*1337|1337.*11155111", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_NETWORK", "sepolia"), d.distribution(w.token, file(makeRows("chain", 2)))
		}},
		{name: "no funds", code: 7, want: "holds 0 ETH", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_ETHEREUM_PRIVATE_KEY", strings.Repeat("7", 64)), []string{"kyc-deploy"}
		}},
		{name: "a key that is none", code: 4, want: "key", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_ETHEREUM_PRIVATE_KEY", strings.Repeat("z", 64)), []string{"kyc-deploy"}
		}},
		{name: "no key", code: 4, want: "--keystore", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_ETHEREUM_PRIVATE_KEY", ""), []string{"kyc-deploy"}
		}},
		{name: "a wrong passphrase", code: 4, want: "passphrase", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_ETHEREUM_PRIVATE_KEY", "", "STO_KEYSTORE", w.node.Keystore(d.t, 1, "the right one"), "STO_PASSWORD", "the wrong one"), []string{"kyc-deploy"}
		}},
		{name: "a keystore that is none", code: 4, want: "keystore", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_ETHEREUM_PRIVATE_KEY", "", "STO_KEYSTORE", d.write("k.json", "{}\x1b[31m"), "STO_PASSWORD", "whatever"), []string{"kyc-deploy"}
		}},
		{name: "an unknown key of the options file", code: 2, want: "nonsense", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_CONFIG", d.write("sto.ini", "nonsense = 1\n")), any
		}},
		{name: "escapes in the options file", code: 2, want: "sto.ini", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_CONFIG", d.write("sto.ini", "\x1b[31mnonsense = \x1b[0m\n")), any
		}},
		{name: "an options file that is not there", code: 2, want: "gone.ini", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_CONFIG", d.path("gone.ini")), any
		}},
		{name: "a folder as database", code: 1, want: "folder", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_DATABASE_FILE", d.dir), any
		}},
		{name: "a database where none can be made", code: 1, want: "database", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_DATABASE_FILE", "/proc/sto.sqlite"), []string{"kyc-deploy"}
		}},
		{name: "a database in a folder that is not there", code: 1, want: "database", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_DATABASE_FILE", d.path("gone/x.sqlite")), []string{"kyc-deploy"}
		}},
		{name: "a text as database", code: 1, want: "damaged or no SQLite", do: func(w *world, d *desk) (*desk, []string) {
			return d.with("STO_DATABASE_FILE", d.write("x.sqlite", strings.Repeat("This is no database.\n", 500))), any
		}},
		{name: "a database of another program", code: 1, want: "tables that this program did not make", do: func(w *world, d *desk) (*desk, []string) {
			d = d.with("STO_DATABASE_FILE", d.path("other.sqlite"))
			d.exec("CREATE TABLE other (x)")
			return d, any
		}},
	}
}

// TestBadInput makes every mistake that a user, a file or another's contract can make: the right exit code, one clear
// sentence on standard error with what to do next, nothing changed in the database, nothing on the chain.
func TestBadInput(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	sent := nonce(t, w.node, w.account)
	for kind, cases := range map[string][]bad{"files": badFiles(), "arguments": badArguments(), "places": badPlaces()} {
		t.Run(kind, func(t *testing.T) {
			for _, c := range cases {
				t.Run(c.name, func(t *testing.T) {
					t.Parallel()
					d := w.at(t)
					before := d.counts()
					place, args := c.do(w, d)
					r := place.run(args...)
					place.failed(r, c.code, c.want)
					if !strings.Contains(r.stderr, "\nhint: ") {
						t.Errorf("no hint: %s", r)
					}
					if r.stdout != "" {
						t.Errorf("standard output is not empty: %s", r)
					}
					d.unchanged(before, sent)
				})
			}
		})
	}
}

// freePort is host:port where nothing listens.
func freePort(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
