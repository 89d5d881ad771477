package config

import (
	"strings"

	"github.com/sto-project/sto/internal/term"
)

// Names of the options: of the flag (with --), of the key in the file, and in upper case with STO_ of the variable.
const (
	optConfig           = "config"
	optConfigAlias      = "config-file"
	optDatabaseFile     = "database-file"
	optNetwork          = "network"
	optNodeURL          = "ethereum-node-url"
	optABIFile          = "ethereum-abi-file"
	optGasPrice         = "ethereum-gas-price"
	optGasLimit         = "ethereum-gas-limit"
	optMaxFee           = "max-fee-gwei"
	optPriorityFee      = "priority-fee-gwei"
	optMaxCost          = "max-cost-eth"
	optConfirmations    = "confirmations"
	optPrivateKey       = "ethereum-private-key"
	optKeystore         = "keystore"
	optPasswordFile     = "password-file"
	optPassword         = "password"
	optFrom             = "from"
	optEtherscanAPIKey  = "etherscan-api-key"
	optLogLevel         = "log-level"
	optAutoRestartNonce = "auto-restart-nonce"
	optOutput           = "output"
	optYes              = "yes"
	optDryRun           = "dry-run"
	optQuiet            = "quiet"
)

// typeBool is the Type of the options that are true or false.
const typeBool = "BOOL"

// Field describes one global option. The documentation and the help about the environment are generated from these.
type Field struct {
	Name    string // of the flag and of the key in the file
	EnvVar  string
	Default string // empty: none
	Usage   string // one line
	Type    string // PATH, TEXT, INTEGER, DECIMAL, ADDRESS, BOOL
	NoFlag  bool   // set by the environment or the file only, since other users can read a command line
	NoFile  bool   // not allowed in the options file
}

// Fields returns all global options in the order in which help shows them.
func Fields() []Field {
	formats := make([]string, 0, 3)
	for _, f := range term.Formats() {
		formats = append(formats, string(f))
	}
	fields := []Field{
		{Name: optConfig, Type: "PATH", NoFile: true, Usage: "options file: INI, or YAML, TOML, JSON by its ending; also --config-file"},
		{Name: optDatabaseFile, Type: "PATH", Default: "transactions.sqlite", Usage: "SQLite database of transactions and scans"},
		{Name: optNetwork, Type: "TEXT", Default: "ethereum", Usage: "network name, or chain:ID for one that has no name here"},
		{Name: optNodeURL, Type: "TEXT", Default: "http://localhost:8545", Usage: "JSON-RPC node: http, https, ws, wss or an IPC path; several with commas or by repeating it"},
		{Name: optABIFile, Type: "PATH", Usage: "contract bundle used in place of the built-in contracts"},
		{Name: optGasPrice, Type: "DECIMAL", Usage: "gas price in GWei; makes transactions of the old kind, without a base fee"},
		{Name: optGasLimit, Type: "INTEGER", Usage: "most gas that one transaction may ask for; never over 16777216"},
		{Name: optMaxFee, Type: "DECIMAL", Usage: "most GWei to pay for one gas, in place of the network's bound"},
		{Name: optPriorityFee, Type: "DECIMAL", Usage: "GWei for one gas given to the block's producer, in place of the market's"},
		{Name: optMaxCost, Type: "DECIMAL", Usage: "most ether that one request may cost, in place of the network's bound"},
		{Name: optConfirmations, Type: "INTEGER", Usage: "blocks that must follow before a transaction counts as final, in place of the network's rule; 0 is at once"},
		{Name: optPrivateKey, Type: "TEXT", Usage: "private key of the account in hex, with or without 0x; a keystore is better"},
		{Name: optKeystore, Type: "PATH", Usage: "encrypted keystore file of the account"},
		{Name: optPasswordFile, Type: "PATH", Usage: "file whose first line is the keystore's passphrase"},
		{Name: optPassword, Type: "TEXT", NoFlag: true, Usage: "the keystore's passphrase"},
		{Name: optFrom, Type: "ADDRESS", Usage: "account to validate and simulate for, without any key"},
		{Name: optEtherscanAPIKey, Type: "TEXT", Usage: "API key of the block explorer, for tx-verify"},
		{Name: optLogLevel, Type: "TEXT", Default: "INFO", Usage: "diagnostics on stderr: DEBUG, INFO, WARN or ERROR"},
		{Name: optAutoRestartNonce, Type: typeBool, Default: "true", Usage: "with a fresh database, take the account's first nonce from the network"},
		{Name: optOutput, Type: "TEXT", Default: formats[0], Usage: "form of the result: " + strings.Join(formats, ", ")},
		{Name: optYes, Type: typeBool, Default: "false", Usage: "go ahead without asking"},
		{Name: optDryRun, Type: typeBool, Default: "false", Usage: "check and simulate, write and send nothing"},
		{Name: optQuiet, Type: typeBool, Default: "false", Usage: "no notices and no progress"},
	}
	for i := range fields {
		fields[i].EnvVar = EnvVar(fields[i].Name)
	}
	return fields
}

// EnvVar returns the environment variable of an option: STO_ and its name in upper case, dashes as underscores.
func EnvVar(name string) string {
	return "STO_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

// nearest returns the known name closest to a mistyped one, or "" when none is close.
func nearest(name string, fields []Field) string {
	best, distance := "", 4
	name = strings.ReplaceAll(strings.ToLower(name), "_", "-")
	for _, f := range fields {
		if f.NoFile {
			continue
		}
		if d := editDistance(name, f.Name); d < distance {
			best, distance = f.Name, d
		}
		if name != "" && (strings.HasSuffix(f.Name, "-"+name) || strings.HasPrefix(f.Name, name+"-")) && distance > 1 {
			best, distance = f.Name, 1
		}
	}
	return best
}

// editDistance is Levenshtein's, over bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			next := diagonal
			if a[i] != b[j] {
				next = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}
