package node

// known is one row of the table from a node's words to their class.
type known struct {
	words  string // lower case
	class  Class
	who    string // who says so; more may
	source string // where it was seen: a file of a public repository, or a page
}

// Sources that many rows share.
const (
	srcGethTxpool  = "ethereum/go-ethereum core/txpool/errors.go"
	srcGethPool    = "ethereum/go-ethereum core/txpool/legacypool/legacypool.go"
	srcGethCore    = "ethereum/go-ethereum core/error.go"
	srcGethTypes   = "ethereum/go-ethereum core/types/transaction.go"
	srcGethAPI     = "ethereum/go-ethereum internal/ethapi/api.go"
	srcGethBackend = "ethereum/go-ethereum eth/api_backend.go"
	srcGethFilter  = "ethereum/go-ethereum eth/filters/api.go"
	srcErigon      = "erigontech/erigon txnprovider/txpool/txpoolcfg/txpoolcfg.go"
	srcNethermind  = "NethermindEth/nethermind src/Nethermind/Nethermind.TxPool/TxPoolErrorMessages.cs"
	srcNetherNames = "NethermindEth/nethermind src/Nethermind/Nethermind.TxPool/AcceptTxResult.cs (names of the results, which older releases answer)"
	srcNetherTx    = "NethermindEth/nethermind src/Nethermind/Nethermind.Core/Messages/TxErrorMessages.cs"
	srcBesu        = "hyperledger/besu ethereum/api/src/main/java/org/hyperledger/besu/ethereum/api/jsonrpc/internal/response/RpcErrorType.java"
	srcRethAPI     = "paradigmxyz/reth crates/rpc/rpc-eth-types/src/error/mod.rs"
	srcRethPool    = "paradigmxyz/reth crates/transaction-pool/src/error.rs"
	srcAnvil       = "foundry-rs/foundry crates/anvil/src/eth/error.rs"
	srcParity      = "openethereum/openethereum crates/rpc/src/v1/helpers/errors.rs"
	srcAlchemy     = "https://alchemy.com/docs/reference/throughput"
	srcQuickNode   = "https://www.quicknode.com/docs/ethereum/error-references"
	srcInfura      = "https://github.com/blockscout/blockscout/issues/7339"
	srcAnkr        = "https://www.ankr.com/docs/rpc-service/errors/overview/"
	srcVultisig    = "vultisig/vultisig-sdk CHANGELOG.md (list of such words)"
)

// table is read from the top: the first row whose words are in the message wins, so longer phrases stand above those that
// they hold. Limits of ranges and batches are judged by size and not here: see suggestRange and batchTooLarge.
var table = []known{
	{"unknown transaction", Unclear, "several", "it holds the words known transaction"},

	// Providers and gateways.
	{"rate limit", RateLimited, "Infura, others", srcInfura},
	{"request rate", RateLimited, "Infura", "https://github.com/gnosis/safe-ios-legacy/issues/1122"},
	{"too many requests", RateLimited, "QuickNode, Chainstack", "https://support.chainstack.com/hc/en-us/articles/16196954793881-429-Errors-Response-Information"},
	{"request limit reached", RateLimited, "QuickNode", srcQuickNode},
	{"request count exceeded", RateLimited, "Infura", srcInfura},
	{"compute units per second", RateLimited, "Alchemy", srcAlchemy},
	{"compute unit quota", RateLimited, "gateways", "https://docs.lab.au.ro/guide/errors.html"},
	{"throughput", RateLimited, "Alchemy", srcAlchemy},
	{"exceeded its concurrent requests", RateLimited, "Alchemy", srcAlchemy},
	{"capacity limit", RateLimited, "Alchemy, BlockVision", "https://docs.blockvision.org/reference/error-code-reference"},
	{"requests per second", RateLimited, "QuickNode", srcQuickNode},
	{"quota exceeded", RateLimited, "several", srcAlchemy},
	{"unauthorized", Unauthorized, "Besu, QuickNode", srcBesu},
	{"unauthenticated", Unauthorized, "gateways", srcAnkr},
	{"invalid api key", Unauthorized, "Chainnodes", "https://chainnodes.org/docs/FAQs/error_codes"},
	{"api key not found", Unauthorized, "Ankr", srcAnkr},
	{"no api key found", Unauthorized, "gateways", "https://docs.lab.au.ro/guide/errors.html"},
	{"must be authenticated", Unauthorized, "Alchemy", "https://docs.alchemy.com/alchemy/documentation/error-reference"},
	{"invalid project id", Unauthorized, "Infura", "https://docs.metamask.io/services/reference/scroll/json-rpc-methods"},
	{"project id required", Unauthorized, "Infura", "https://docs.metamask.io/services/reference/scroll/json-rpc-methods"},
	{"project id not provided", Unauthorized, "Infura", "https://github.com/gnosis/safe-ios-legacy/issues/1122"},
	{"forbidden", Unauthorized, "QuickNode", srcQuickNode},
	{"no archive nodes available", StatePruned, "Ankr", "https://www.ankr.com/docs/rpc-service/errors/per-chain-quirks/"},
	{"no nodes available", NotSynced, "Ankr", srcAnkr},

	// What is gone, or not there yet.
	{"pruned history", HistoryPruned, "geth, reth", "ethereum/go-ethereum core/history/historymode.go"},
	{"history has been pruned", HistoryPruned, "geth", "ethereum/go-ethereum triedb/pathdb/reader.go"},
	{"history pruned", HistoryPruned, "several", "variant of EIP-4444's words"},
	{"history expired", HistoryPruned, "several", "variant of EIP-4444's words"},
	{"missing trie node", StatePruned, "geth, Ankr", "ethereum/go-ethereum trie/errors.go"},
	{"required historical state", StatePruned, "geth", "ethereum/go-ethereum eth/state_accessor.go"},
	{"historical state", StatePruned, "geth", "ethereum/go-ethereum core/state/database_history.go"},
	{"state not available", StatePruned, "several", "ethereum/go-ethereum triedb/hashdb/database.go"},
	{"state is not available", StatePruned, "several", "ethereum/go-ethereum triedb/hashdb/database.go"},
	{"no state available", StatePruned, "Nethermind", "NethermindEth/nethermind, GetStateFailureResult of the RPC module"},
	{"state at block is pruned", StatePruned, "reth", "paradigmxyz/reth, ProviderError::StateAtBlockPruned"},
	{"required data unavailable", StatePruned, "anvil", srcAnvil},
	{"world state unavailable", StatePruned, "Besu", srcBesu},
	{"statepruned", StatePruned, "OpenEthereum", srcParity},
	{"old data not available due to pruning", StatePruned, "erigon", "erigontech/erigon, PrunedError of HistoryReaderV3"},
	{"archive", StatePruned, "providers", "https://www.ankr.com/docs/rpc-service/errors/per-chain-quirks/"},
	{"extends beyond current head", AheadOfHead, "geth", srcGethFilter},
	{"beyond current head", AheadOfHead, "geth", srcGethFilter},
	{"blockoutofrange", AheadOfHead, "anvil", srcAnvil},
	{"block not found", NotFoundHere, "geth, Besu, reth", srcBesu},
	{"header not found", NotFoundHere, "geth, reth", "ethereum/go-ethereum eth/filters/filter.go"},
	{"header for hash not found", NotFoundHere, "geth", srcGethBackend},
	{"not currently canonical", NotFoundHere, "geth", srcGethBackend},
	{"unknown block", NotFoundHere, "geth, Besu, reth", srcGethFilter},
	{"resource not found", NotFoundHere, "anvil", srcAnvil},
	{"block with such an id", NotFoundHere, "zkSync", "matter-labs/zksync-era, Web3Error::NoBlock"},
	{"method not found", MethodUnavailable, "Besu, several", srcBesu},
	{"method not enabled", MethodUnavailable, "Besu", srcBesu},
	{"method disabled", MethodUnavailable, "Ankr", "https://www.ankr.com/docs/rpc-service/errors/per-chain-quirks/"},
	{"method deprecated", MethodUnavailable, "OpenEthereum", srcParity},
	{"does not exist/is not available", MethodUnavailable, "geth", "ethereum/go-ethereum rpc/errors.go"},
	{"method not supported", MethodUnavailable, "several", "EIP-1474"},
	{"unsupported method", MethodUnavailable, "several", "variant of EIP-1474's words"},
	{"method is not supported", MethodUnavailable, "several", "variant of EIP-1474's words"},
	{"rpc endpoint not implemented", MethodUnavailable, "anvil", srcAnvil},
	{"is not whitelisted", MethodUnavailable, "QuickNode", srcQuickNode},
	{"initial sync is still in progress", NotSynced, "Besu", srcBesu},
	{"transaction pool not enabled", NotSynced, "Besu", srcBesu},
	{"node is syncing", NotSynced, "Nethermind", srcNethermind},
	{"not connected to any peers", NotSynced, "OpenEthereum", srcParity},

	// Sending: it is there already.
	{"already known", AlreadyKnown, "geth, erigon, Nethermind, reth", srcGethTxpool},
	{"alreadyknown", AlreadyKnown, "Nethermind", srcNetherNames},
	{"already imported", AlreadyKnown, "anvil, reth, OpenEthereum", srcAnvil},
	{"known transaction", AlreadyKnown, "Besu, older geth", srcBesu},
	{"existing txn with same hash", AlreadyKnown, "erigon", srcErigon},
	{"same hash was already", AlreadyKnown, "OpenEthereum", srcParity},
	{"already in mempool", AlreadyKnown, "several chains", srcVultisig},
	{"transaction already exists", AlreadyKnown, "several chains", srcVultisig},

	// Sending: nonces.
	{"nonce too low", NonceTooLow, "geth, erigon, Nethermind, Besu, reth, anvil", srcGethCore},
	{"nonce is too low", NonceTooLow, "OpenEthereum", srcParity},
	{"oldnonce", NonceTooLow, "Nethermind", srcNetherNames},
	{"nonce too high", NonceGap, "geth, Nethermind, Besu, reth, anvil", srcGethCore},
	{"noncetoohigh", Malformed, "Nethermind", srcNetherTx},
	{"nonce has max value", Malformed, "geth, anvil, reth", srcGethCore},
	{"nonce is too distant", NonceGap, "Besu", srcBesu},
	{"nonce too distant", NonceGap, "erigon", srcErigon},
	{"nonce too far in future", NonceGap, "Nethermind", srcNethermind},
	{"noncegap", NonceGap, "Nethermind", srcNetherNames},
	{"noncetoofarinfuture", NonceGap, "Nethermind", srcNetherNames},
	{"delegation nonce gap", NonceGap, "Nethermind", srcNethermind},
	{"gapped-nonce", NonceGap, "geth", srcGethPool},
	{"future transaction tries to replace", NonceGap, "geth", srcGethPool},

	// Sending: fees.
	{"replacement transaction underpriced", ReplaceFee, "geth, erigon, Nethermind, Besu, reth", srcGethTxpool},
	{"replacementnotallowed", ReplaceFee, "Nethermind", srcNetherNames},
	{"could not replace existing", ReplaceFee, "erigon, Ankr", srcErigon},
	{"insufficient gas price to replace", ReplaceFee, "anvil, reth", srcAnvil},
	{"replacement underpriced", ReplaceFee, "several", srcVultisig},
	{"replacement fee too low", ReplaceFee, "ethers", "ethers-io/ethers.js src.ts/providers/provider-jsonrpc.ts"},
	{"another transaction with same nonce", ReplaceFee, "OpenEthereum", srcParity},
	{"max fee per gas less than block base fee", FeeBelow, "geth, reth, anvil", srcGethCore},
	{"transaction underpriced", FeeBelow, "geth, Nethermind, reth", srcGethTxpool},
	{"gas price below", FeeBelow, "geth, Besu", srcBesu},
	{"below chain minimum", FeeBelow, "reth", srcRethPool},
	{"below minimum required priority fee", FeeBelow, "reth", srcRethAPI},
	{"feetoolow", FeeBelow, "Nethermind", srcNetherNames},
	{"fee too low", FeeBelow, "erigon", srcErigon},
	{"gas price is too low", FeeBelow, "OpenEthereum", srcParity},
	{"price is less than", FeeBelow, "Besu", "hyperledger/besu, MainnetTransactionValidator"},
	{"underpriced", FeeBelow, "erigon", srcErigon},

	// Sending: money.
	{"insufficient funds", Funds, "geth, erigon, Nethermind, reth, anvil, OpenEthereum", srcGethCore},
	{"insufficientfunds", Funds, "Nethermind", srcNetherNames},
	{"insufficient balance", Funds, "several chains", "ethers-io/ethers.js src.ts/providers/provider-jsonrpc.ts"},
	{"upfront cost exceeds", Funds, "Besu", srcBesu},
	{"overdraws from account", Funds, "reth", srcRethPool},
	{"not enough funds", Funds, "OpenEthereum", srcParity},

	// Sending: no room. The same bytes may be taken later.
	{"txpool is full", PoolBusy, "reth, older geth", srcRethAPI},
	{"sub-pool is full", PoolBusy, "erigon", srcErigon},
	{"account limit exceeded", PoolBusy, "geth", srcGethTxpool},
	{"out of capacity", PoolBusy, "geth", srcGethTxpool},
	{"address already reserved", PoolBusy, "geth", srcGethTxpool},
	{"authority already reserved", PoolBusy, "geth, erigon", srcGethPool},
	{"in-flight transaction limit", PoolBusy, "geth", srcGethTxpool},
	{"pool size constraints", PoolBusy, "reth", srcRethPool},
	{"spammer", PoolBusy, "erigon, reth", srcErigon},
	{"transaction type conflict", PoolBusy, "Nethermind", srcNethermind},
	{"conflicts with existing transaction", PoolBusy, "reth", srcRethPool},
	{"authority has pending transaction", PoolBusy, "Nethermind", srcNethermind},
	{"invalid transaction with a lower nonce", PoolBusy, "Besu", srcBesu},

	// Sending: gas and size.
	{"transaction gas limit too high", GasLimit, "geth", srcGethCore},
	{"gas limit too high", GasLimit, "reth", srcRethAPI},
	{"gas limit is too high", GasLimit, "erigon", srcErigon},
	{"exceeds block gas limit", GasLimit, "geth, Besu, reth", srcGethTxpool},
	{"exceeds block's gas limit", GasLimit, "reth", srcRethPool},
	{"greater than the block gas limit", GasLimit, "anvil", srcAnvil},
	{"exceeds max transaction gas limit", GasLimit, "reth", srcRethAPI},
	{"gas limit reached", GasLimit, "Nethermind", srcNethermind},
	{"gaslimitexceeded", GasLimit, "Nethermind", srcNetherNames},
	{"txgaslimitcapexceeded", GasLimit, "Nethermind", srcNetherTx},
	{"intrinsic gas too high", GasLimit, "anvil, reth", srcAnvil},
	{"exceeds the configured cap", GasLimit, "geth, reth", srcGethAPI},
	{"fee cap exceeded", GasLimit, "Besu", srcBesu},
	{"intrinsic gas too low", GasTooLow, "geth, Nethermind, reth, anvil", srcGethCore},
	{"intrinsicgas", GasTooLow, "erigon", srcErigon},
	{"intrinsic gas exceeds", GasTooLow, "Besu", srcBesu},
	{"floor data gas", GasTooLow, "geth", srcGethCore},
	{"oversized data", Oversized, "geth, erigon", srcGethTxpool},
	{"input data too large", Oversized, "reth", srcRethPool},
	{"transaction too large", Oversized, "Nethermind", srcNethermind},
	{"transaction is too big", Oversized, "OpenEthereum", srcParity},
	{"maxtxsizeexceeded", Oversized, "Nethermind", srcNetherNames},
	{"max initcode size exceeded", Oversized, "geth, Nethermind, anvil", srcAnvil},
	{"exceeds max_init_code_size", Oversized, "reth", srcRethPool},
	{"initcode too large", Oversized, "erigon", srcErigon},
	{"rlptoolong", Oversized, "erigon", srcErigon},

	// Sending: not of this chain, or no transaction at all.
	{"invalid chain id", WrongChain, "geth, reth, anvil", "ethereum/go-ethereum core/types/transaction_signing.go"},
	{"wrong chainid", WrongChain, "Besu", srcBesu},
	{"wrong chain id", WrongChain, "several", srcBesu},
	{"invalidtxchainid", WrongChain, "Nethermind", srcNetherTx},
	{"chain id mismatch", WrongChain, "several", srcGethCore},
	{"chainid not supported", WrongChain, "Besu", srcBesu},
	{"chainid is required", WrongChain, "Besu", srcBesu},
	{"signed for another chain", WrongChain, "anvil", srcAnvil},
	{"only replay-protected", WrongChain, "geth", srcGethAPI},
	{"invalid sender", Malformed, "geth, erigon, reth", srcGethTxpool},
	{"failed to recover sender", Malformed, "Nethermind", srcNethermind},
	{"invalid signature", Malformed, "Besu", srcBesu},
	{"invalid transaction signature", Malformed, "reth", srcRethAPI},
	{"invalidtxsignature", Malformed, "Nethermind", srcNetherTx},
	{"invalid transaction v, r, s", Malformed, "geth", srcGethTypes},
	{"sender not an eoa", Malformed, "geth, Nethermind, anvil", srcGethCore},
	{"sender is not an eoa", Malformed, "reth", srcRethAPI},
	{"senderiscontract", Malformed, "Nethermind", srcNetherNames},
	{"negative value", Malformed, "geth, erigon", srcGethTxpool},
	{"gasuintoverflow", Malformed, "erigon", srcErigon},
	{"transaction cost overflow", Malformed, "Nethermind", srcNethermind},
	{"type not supported", Malformed, "geth, reth", srcGethTypes},
	{"typenotsupported", Malformed, "Nethermind", srcNetherNames},
	{"unsupported transaction type", Malformed, "Nethermind", srcNethermind},
	{"invalid transaction type", Malformed, "Besu", srcBesu},
	{"invalidtxtype", Malformed, "Nethermind", srcNetherTx},
	{"transaction type is not enabled", Malformed, "OpenEthereum", srcParity},
	{"supporting this transaction type is not activated", Malformed, "erigon", srcErigon},
	{"higher than max fee per gas", Malformed, "geth, reth, anvil", srcGethCore},
	{"priority fee per gas exceeds max fee", Malformed, "Besu", srcBesu},
	{"greater than `max_fee_per_gas`", Malformed, "anvil", srcAnvil},
	{"invalidmaxpriorityfeepergas", Malformed, "Nethermind", srcNetherTx},
	{"higher than 2^256", Malformed, "geth, reth", srcGethCore},
	{"transaction invalid", Malformed, "Nethermind", srcNethermind},
	{"rlp:", Malformed, "geth", "ethereum/go-ethereum rlp/decode.go"},
	{"invalid rlp", Malformed, "OpenEthereum", srcParity},
	{"typed transaction too short", Malformed, "geth", srcGethTypes},
	{"failed to decode", Malformed, "anvil, reth", srcAnvil},
	{"empty transaction data", Malformed, "reth", srcRethAPI},
	{"transaction data is empty", Malformed, "anvil", srcAnvil},
	{"not authorized to send", NotAllowed, "Besu", srcBesu},
	{"not permitted", NotAllowed, "OpenEthereum", srcParity},
	{"marked the transaction as invalid", NotAllowed, "Besu", srcBesu},
}
