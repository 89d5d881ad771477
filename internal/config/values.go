package config

import (
	"math/big"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/term"
)

// options checks all values. The first wrong one is the error.
func (vs *values) options() (*Options, error) {
	if err := vs.settle(); err != nil {
		return nil, err
	}
	c := &checker{vs: vs}
	o := &Options{
		DatabaseFile:     c.required(optDatabaseFile),
		Network:          c.network(optNetwork),
		NodeURLs:         c.nodeURLs(optNodeURL),
		ABIFile:          vs.text(optABIFile),
		GasPrice:         c.gwei(optGasPrice),
		MaxFee:           c.gwei(optMaxFee),
		PriorityFee:      c.gwei(optPriorityFee),
		MaxCost:          c.ether(optMaxCost),
		GasLimit:         c.gasLimit(optGasLimit),
		PrivateKey:       Secret(vs.text(optPrivateKey)),
		Keystore:         vs.text(optKeystore),
		PasswordFile:     vs.text(optPasswordFile),
		Password:         Secret(vs.text(optPassword)),
		EtherscanAPIKey:  Secret(vs.text(optEtherscanAPIKey)),
		From:             c.address(optFrom),
		LogLevel:         c.logLevel(optLogLevel),
		AutoRestartNonce: c.boolean(optAutoRestartNonce),
		Confirmations:    c.number(optConfirmations),
		Output:           c.format(optOutput),
		Yes:              c.boolean(optYes),
		DryRun:           c.boolean(optDryRun),
		Quiet:            c.boolean(optQuiet),
		Source:           vs.source,
	}
	if o.MaxFee != nil && o.PriorityFee != nil && o.PriorityFee.Cmp(o.MaxFee) > 0 {
		c.fail(optPriorityFee, "%s GWei is more than the whole fee of --%s, %s GWei", eth.FormatGwei(o.PriorityFee), optMaxFee, eth.FormatGwei(o.MaxFee))
	}
	if c.err != nil {
		return nil, c.err
	}
	return o, nil
}

func (vs *values) text(name string) string { return vs.v.GetString(name) }

// rank orders sources; the flag's is the highest.
func (vs *values) rank(name string) int {
	return slices.Index([]string{fromDefault, fromFile, fromEnv, fromFlag}, strings.SplitN(vs.source[name], " ", 2)[0])
}

// settle decides between options that exclude each other: the one whose source ranks higher is taken and the other left
// out, so that a flag can stand against a file; given in one place, they are an error.
func (vs *values) settle() error {
	for _, pair := range [][2]string{
		{optPrivateKey, optKeystore}, {optPassword, optPasswordFile}, {optGasPrice, optMaxFee}, {optGasPrice, optPriorityFee},
	} {
		a, b := pair[0], pair[1]
		if vs.text(a) == "" || vs.text(b) == "" {
			continue
		}
		ra, rb := vs.rank(a), vs.rank(b)
		switch {
		case ra > rb:
			vs.drop(b)
		case rb > ra:
			vs.drop(a)
		default:
			return fault.New(fault.Usage, "%s and %s exclude each other", vs.where(a), vs.where(b)).WithHint("give one of them")
		}
	}
	return nil
}

func (vs *values) drop(name string) {
	vs.v.Set(name, "")
	vs.source[name] = fromDefault
}

// where names an option as the user gave it.
func (vs *values) where(name string) string {
	source := vs.source[name]
	switch {
	case source == fromEnv:
		return "environment variable " + EnvVar(name)
	case strings.HasPrefix(source, fromFile+" "):
		return "option " + name + " in file " + strings.TrimPrefix(source, fromFile+" ")
	}
	return "option --" + name
}

// checker reads values and keeps the first error.
type checker struct {
	vs  *values
	err error
}

func (c *checker) fail(name, format string, args ...any) {
	c.failHint(name, "", format, args...)
}

func (c *checker) failHint(name, hint, format string, args ...any) {
	if c.err != nil {
		return
	}
	e := fault.New(fault.Usage, "%s: "+format, append([]any{c.vs.where(name)}, args...)...)
	if mayBeKey(c.vs.text(name)) { // given to the wrong option: it is not repeated, not even cut
		e, hint = fault.New(fault.Usage, "%s: the value has 64 hex digits, as a private key has", c.vs.where(name)), "the key belongs to --"+optPrivateKey+", or better into a keystore"
	}
	if hint != "" {
		e = e.WithHint("%s", hint)
	}
	c.err = e
}

func (c *checker) required(name string) string {
	text := c.vs.text(name)
	if text == "" {
		c.fail(name, "value is empty")
	}
	return text
}

func (c *checker) boolean(name string) bool {
	text := c.vs.text(name)
	b, ok := parseBool(text)
	if !ok {
		c.fail(name, "%s is neither true nor false", quoted(text))
	}
	return b
}

func (c *checker) network(name string) string {
	text := c.required(name)
	if c.err == nil {
		if _, err := ParseNetwork(text); err != nil {
			c.failHint(name, fault.Hint(err), "%w", err)
		}
	}
	return text
}

// maxGwei bounds fees: no network has asked for one ether for one gas, and the store keeps fees as 64-bit wei.
const maxGwei = 1_000_000_000

func (c *checker) gwei(name string) *big.Int {
	v := c.amount(name, eth.ParseGwei)
	if v != nil && v.Cmp(scaled(maxGwei, 9)) > 0 {
		c.fail(name, "%s GWei is more than any network asks for", quoted(c.vs.text(name)))
	}
	if v != nil && v.Sign() == 0 && name == optMaxFee {
		c.fail(name, "a fee of 0 lets nothing be sent")
	}
	return v
}

func (c *checker) ether(name string) *big.Int {
	v := c.amount(name, eth.ParseEther)
	if v != nil && v.Sign() == 0 {
		c.fail(name, "a cost of 0 lets nothing be sent")
	}
	return v
}

func (c *checker) amount(name string, parse func(string) (*big.Int, error)) *big.Int {
	text := c.vs.text(name)
	if text == "" {
		return nil
	}
	v, err := parse(text)
	if err != nil {
		c.fail(name, "%w", err)
	}
	return v
}

// number reads digits; nil when there is none.
func (c *checker) number(name string) *uint64 {
	text := c.vs.text(name)
	if text == "" {
		return nil
	}
	n, err := strconv.ParseUint(text, 10, 63)
	if err != nil {
		c.fail(name, "%s is not a whole number", quoted(text))
	}
	return &n
}

// minTxGas is what the plainest transaction needs.
const minTxGas = 21_000

func (c *checker) gasLimit(name string) uint64 {
	n := c.number(name)
	if n == nil {
		return 0
	}
	if *n < minTxGas {
		c.fail(name, "%d is less than the %d gas that any transaction needs", *n, minTxGas)
	}
	return min(*n, MaxTxGas)
}

func (c *checker) address(name string) *common.Address {
	text := c.vs.text(name)
	if text == "" {
		return nil
	}
	a, err := eth.ParseReceiver(text)
	if err != nil {
		c.fail(name, "%w", err)
	}
	return &a
}

func (c *checker) format(name string) term.Format {
	f := term.Format(strings.ToLower(c.vs.text(name)))
	if !slices.Contains(term.Formats(), f) {
		c.fail(name, "%s is not one of table, json, csv", quoted(c.vs.text(name)))
	}
	return f
}

func (c *checker) logLevel(name string) string {
	switch level := strings.ToUpper(c.vs.text(name)); level {
	case "DEBUG", "INFO", "WARN", "ERROR":
		return level
	case "WARNING":
		return "WARN"
	case "CRITICAL", "FATAL":
		return "ERROR"
	}
	c.fail(name, "%s is not one of DEBUG, INFO, WARN, ERROR", quoted(c.vs.text(name)))
	return ""
}

// nodeURLs reads URLs with commas between them. Errors do not repeat a URL, since it may hold a secret.
func (c *checker) nodeURLs(name string) []string {
	var urls []string
	for i, text := range strings.Split(c.required(name), ",") {
		text = strings.TrimSpace(text)
		if why := badURL(text); why != "" {
			c.failHint(name, "write something like http://localhost:8545, wss://HOST/PATH or the path of an IPC socket", "node %d %s", i+1, why)
		}
		urls = append(urls, text)
	}
	return urls
}

func badURL(text string) string {
	scheme, _, isURL := strings.Cut(text, "://")
	if text == "" {
		return "is empty"
	}
	if !isURL {
		// A bare host:port would be taken for an IPC path.
		if _, port, err := net.SplitHostPort(text); err == nil && !strings.ContainsAny(text, `/\`) && port != "" {
			return "has no http:// or ws:// before its host"
		}
		return ""
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "ws", "wss":
	default:
		return "has a scheme other than http, https, ws and wss"
	}
	if u, err := url.Parse(text); err != nil || u.Hostname() == "" {
		return "is not a valid URL"
	}
	return ""
}

// mayBeKey reports whether a text has the form of a private key: 64 hex digits, with or without 0x.
func mayBeKey(s string) bool {
	digits := strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(s), "0x"), "0X")
	return len(digits) == 64 && strings.Trim(digits, "0123456789abcdefABCDEF") == ""
}

// quoted returns a user's text in ASCII and bounded.
func quoted(s string) string { return strconv.QuoteToASCII(term.SafeN(s, 80)) }
