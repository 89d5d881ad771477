package node

import "strings"

// phrase is one row of a table from words to what they mean. Words are compared in lower case.
type phrase struct {
	words string
	is    error
}

// phrases gives the package's errors for what nodes say. The first row that fits wins.
var phrases = []phrase{
	// rate limits of providers, whatever the code
	{"rate limit", ErrRateLimit},
	{"too many requests", ErrRateLimit},
	{"request limit reached", ErrRateLimit},            // QuickNode: 50/second request limit reached
	{"request count exceeded", ErrRateLimit},           // Infura: daily request count exceeded
	{"compute units per second", ErrRateLimit},         // Alchemy
	{"throughput", ErrRateLimit},                       // Alchemy: exceeded its throughput limit
	{"exceeded its concurrent requests", ErrRateLimit}, // Alchemy
	{"capacity limit", ErrRateLimit},
	{"requests per second", ErrRateLimit},
	{"quota exceeded", ErrRateLimit},
	// credentials
	{"unauthorized", ErrAuth},
	{"unauthenticated", ErrAuth},
	{"invalid api key", ErrAuth},
	{"must be authenticated", ErrAuth},
	{"invalid project id", ErrAuth},
	{"project id required", ErrAuth},
	{"forbidden", ErrAuth},
	// history that is gone
	{"pruned history", ErrPruned}, // geth, code 4444
	{"history has been pruned", ErrPruned},
	{"history pruned", ErrPruned},
	{"history expired", ErrPruned},
	// state that is gone
	{"missing trie node", ErrNoState}, // geth, hash scheme
	{"historical state", ErrNoState},  // geth, path scheme: historical state … is not available
	{"state not available", ErrNoState},
	{"state is not available", ErrNoState},
	{"no state available", ErrNoState}, // Nethermind
	{"state recreation", ErrNoState},
	{"state already discarded", ErrNoState},
	{"required historical state unavailable", ErrNoState}, // geth
	{"state at block is pruned", ErrNoState},              // Reth
	{"world state unavailable", ErrNoState},               // Besu
	{"old data not available due to pruning", ErrNoState}, // Erigon
	{"archive", ErrNoState},                               // providers: … requires an archive node
	// blocks that are not there (yet)
	{"beyond current head", ErrAheadOfHead}, // geth, eth_getLogs
	{"blockoutofrange", ErrAheadOfHead},     // anvil
	{"block not found", ErrNotFound},        // geth: finalized block not found
	{"header not found", ErrNotFound},       // geth
	{"header for hash not found", ErrNotFound},
	{"not currently canonical", ErrNotFound},
	{"unknown block", ErrNotFound},
	{"resource not found", ErrNotFound}, // EIP-1474; anvil
	{"block with such an id", ErrNotFound},
	// methods
	{"method not found", ErrNoMethod},
	{"does not exist/is not available", ErrNoMethod}, // geth
	{"method not supported", ErrNoMethod},
	{"unsupported method", ErrNoMethod},
	{"method is not supported", ErrNoMethod},
	{"is not whitelisted", ErrNoMethod},
}

// codes gives the package's errors for codes that mean one thing wherever they are seen.
var codes = map[int]error{
	429:    ErrRateLimit, // Alchemy
	-32007: ErrRateLimit, // QuickNode
	-32016: ErrRateLimit, // Cloudflare, Base
	-32029: ErrRateLimit, // Ankr
	-32090: ErrRateLimit, // several public gateways
	-32097: ErrRateLimit, // Alchemy
	401:    ErrAuth,
	403:    ErrAuth,
	4444:   ErrPruned, // geth: pruned history unavailable
	-32601: ErrNoMethod,
	-32004: ErrNoMethod, // EIP-1474: method not supported
	-39001: ErrNotFound, // execution API: unknown block
}

// meaning returns which of the package's errors a JSON-RPC error is, or nil. The code -32005 alone says nothing: it is
// a rate limit at some providers, a too wide range of logs at others, a too large batch at Besu.
func meaning(code int, message string) error {
	low := strings.ToLower(message)
	if is, ok := codes[code]; ok {
		return is
	}
	for _, p := range phrases {
		if strings.Contains(low, p.words) {
			return p.is
		}
	}
	if code == -32005 && !looksLikeRange(low) && !strings.Contains(low, "batch") {
		return ErrRateLimit // EIP-1474: limit exceeded
	}
	return nil
}
