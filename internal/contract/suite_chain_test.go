package contract

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// later mines blocks until the chain's clock is past the time.
func (c *chain) later(seconds uint64) uint64 {
	c.t.Helper()
	c.backend.Commit() // an empty block: only its making waits until the pool has let go of what the last one mined
	if err := c.backend.AdjustTime(time.Duration(seconds) * time.Second); err != nil {
		c.t.Fatal(err)
	}
	return c.clock()
}

// clock is the time of the latest block, in Unix seconds.
func (c *chain) clock() uint64 {
	c.t.Helper()
	head, err := c.backend.Client().HeaderByNumber(c.t.Context(), nil)
	if err != nil {
		c.t.Fatal(err)
	}
	return head.Time
}

func big64(v int64) *big.Int { return big.NewInt(v) }

// A payout and a ballot of one record date, from their creation to the end.
func TestPayoutAndBallotLife(t *testing.T) {
	c := newChain(t)
	b := Builtin()
	alice := common.HexToAddress("0xa11ce00000000000000000000000000000000001")
	bob := common.HexToAddress("0xb0b0000000000000000000000000000000000002")
	kyc := c.deploy(b.DeployKycRegistry(c.me))
	token := c.deploy(b.DeploySecurityToken("T", "T", "", 0, c.me))
	money := c.deploy(b.DeployTestToken("M", "M", 2, big64(1_000_000)))
	payouts := c.deploy(b.DeployPayouts())
	ballots := c.deploy(b.DeployBallots())
	for _, a := range []common.Address{c.me, alice} {
		c.send(&kyc, SetWhitelisted(a, true))
	}
	c.send(&token, BatchIssue([]common.Address{c.me, alice, bob}, []*big.Int{big64(60), big64(30), big64(10)}))
	c.send(&token, SetRecordDate(0))
	date := c.clock()
	c.later(10)

	p := Payout{
		Token: token, Money: money, Registry: kyc, Issuer: c.me, RecordDate: date, Expires: date + 1000,
		Excluded: SortAddresses([]common.Address{bob, bob}), Salt: common.Hash{1},
	}
	at := ask(c, payouts, PayoutAddress(p))
	made := c.send(&payouts, CreatePayout(p))
	want(t, "address", common.BytesToAddress(made.Logs[len(made.Logs)-1].Topics[1][:]), at)
	_, why := c.call(&payouts, CreatePayout(p))
	want(t, "again", why, "the contract could not be created: one of the same arguments is there already")
	_, why = c.call(&at, ClaimPayout())
	want(t, "not funded", why, "the payout is not funded yet")
	c.send(&money, Approve(at, big64(900)))
	c.send(&at, FundPayout(big64(900)))
	parts := ask(c, at, Entitlements([]common.Address{c.me, alice, bob}))
	want(t, "parts", parts[0].Int64()*1_000_000+parts[1].Int64()*1000+parts[2].Int64(), 600_300_000)
	want(t, "deposit", ask(c, at, Deposit()).Int64(), 900)
	want(t, "money", ask(c, at, PayoutMoney()), money)
	want(t, "token", ask(c, at, TokenOf()), token)
	want(t, "registry", ask(c, at, RegistryOf()), kyc)
	want(t, "issuer", ask(c, at, IssuerOf()), c.me)
	want(t, "record date", ask(c, at, RecordDateOf()).Uint64(), date)
	want(t, "expires", ask(c, at, PayoutExpires()).Uint64(), date+1000)
	want(t, "excluded", len(ask(c, at, ExcludedFrom())), 1)
	want(t, "entitled", ask(c, at, EntitledSupply()).Int64(), 90)
	c.send(&at, PushPayout([]common.Address{alice, bob}))
	want(t, "alice", ask(c, money, BalanceOf(alice)).Int64(), 300)
	want(t, "served", ask(c, at, Served(alice)), true)
	c.send(&at, ClaimPayout())
	_, why = c.call(&at, PayTo(alice, c.me))
	want(t, "twice", why, "the account "+alice.Hex()+" was paid or has voted already, or its part went to another wallet")
	_, why = c.call(&at, ReclaimPayout())
	want(t, "too early", why, "the payout has not expired yet")

	bal := Ballot{
		Token: token, Registry: kyc, Issuer: c.me, RecordDate: date, Opens: c.clock(), Closes: date + 1000, Quorum: 6000,
		Options: 2, Proposal: common.Hash{7},
	}
	where := ask(c, ballots, BallotAddress(bal))
	c.send(&ballots, CreateBallot(bal))
	terms := AskBallot()
	want(t, "opens", ask(c, where, terms.Opens).Uint64(), bal.Opens)
	want(t, "closes", ask(c, where, terms.Closes).Uint64(), bal.Closes)
	want(t, "quorum", ask(c, where, terms.Quorum).Uint64(), 6000)
	want(t, "options", ask(c, where, terms.Options), 2)
	want(t, "proposal", common.BigToHash(ask(c, where, terms.Proposal)), bal.Proposal)
	want(t, "votes", ask(c, where, VotesOf([]common.Address{c.me}))[0].Int64(), 60)
	_, why = c.call(&where, VoteSplit([]*big.Int{big64(50), big64(11)}))
	want(t, "too many", why, "11 votes are more than the 10 that are left")
	_, why = c.call(&where, VoteBySignature(alice, 1, date+500, make([]byte, 65)))
	want(t, "forged", why, "the signed vote is not by "+alice.Hex()+", or not for this")
	c.send(&where, Reassign(alice, c.me))
	c.send(&where, Vote(1))
	tally := ask(c, where, BallotTally())
	want(t, "tally", tally.Votes[1].Int64(), 90)
	want(t, "cast", tally.Cast.Int64(), 90)
	want(t, "entitled", tally.Entitled.Int64(), 100)
	want(t, "quorate", tally.Quorate, true)
	want(t, "over", tally.Over, false)
}

// Rules say no in their own words, and can be changed within what they declared.
func TestRuleSetLife(t *testing.T) {
	c := newChain(t)
	b := Builtin()
	alice := common.HexToAddress("0xa11ce00000000000000000000000000000000001")
	kyc := c.deploy(b.DeployKycRegistry(c.me))
	token := c.deploy(b.DeploySecurityToken("T", "T", "", 0, c.me))
	c.send(&kyc, BatchSet([]common.Address{c.me, alice}, []Entry{{Expiry: NoExpiry, Country: 276}, {Expiry: NoExpiry, Country: 250}}))
	terms := RuleTerms{Kinds: map[Rule]Kind{RuleCountry: KindTransfer, RuleMaxHolders: KindTransfer | KindIssue}, MaxHolders: 5}
	rules := c.deploy(b.DeployRuleSet(token, kyc, c.me, terms))
	c.send(&token, SetPolicy(rules))
	c.send(&token, Issue(c.me, big64(10)))
	want(t, "holders", ask(c, rules, RuleHolders()).Int64(), 1)
	want(t, "held", ask(c, rules, HeldByInvestor(c.me)).Int64(), 10)
	want(t, "token", ask(c, rules, TokenOf()), token)
	want(t, "role", ask(c, rules, HasRole(RoleRules, c.me)), true)
	want(t, "code", ask(c, token, DetectTransferRestriction(c.me, alice, big64(1))), 48)
	want(t, "words on the chain", ask(c, token, MessageForTransferRestriction(48)), Restriction(48))
	c.send(&rules, SetCountries([]uint16{250}, true))
	c.send(&rules, SetCountryMaximum(250, 1))
	c.send(&token, Transfer(alice, big64(1)))
	c.send(&rules, SyncCounts([]common.Address{alice}))
	want(t, "holders", ask(c, rules, RuleHolders()).Int64(), 2)
	terms.Kinds = map[Rule]Kind{RuleHolderLock: KindTransfer, RuleApproval: KindTransfer}
	c.send(&rules, SetRules(terms))
	want(t, "code", ask(c, token, DetectTransferRestriction(c.me, alice, big64(1))), 57)
	c.send(&rules, ApproveTransfer(c.me, alice, big64(1), NoExpiry))
	want(t, "code", ask(c, token, DetectTransferRestriction(c.me, alice, big64(1))), 0)
	c.send(&rules, LockHolder(c.me, NoExpiry))
	want(t, "code", ask(c, token, DetectTransferRestriction(c.me, alice, big64(1))), 51)
	terms.Kinds = map[Rule]Kind{RuleWindow: KindBurn | 64}
	c.send(&rules, SetRules(terms)) // bits that are no kinds bind nothing
	for code := uint8(48); code <= 57; code++ {
		if got := Restriction(code); strings.Contains(got, "number") {
			t.Errorf("code %d has no words", code)
		}
	}
}

// A sale from the listing to delivery against payment.
func TestSaleLife(t *testing.T) {
	c := newChain(t)
	b := Builtin()
	token := c.deploy(b.DeploySecurityToken("T", "T", "", 0, c.me))
	money := c.deploy(b.DeployTestToken("M", "M", 2, big64(1_000_000)))
	now := c.clock()
	offer := Sale{
		Token: token, Money: money, Issuer: c.me, SettleBy: now + 2000, SoftCap: big64(10), HardCap: big64(100),
		Tiers: []SaleTier{{Opens: now, Closes: now + 1000, Listed: true, Price: big64(5), Cap: big64(20), Most: big64(20)}},
	}
	sale := c.deploy(b.DeploySale(offer))
	want(t, "cost", ask(c, sale, SaleCost(0, big64(3))).Int64(), 15)
	_, why := c.call(&sale, Buy(0, big64(1), big64(5)))
	want(t, "private", why, "tier 0 of the sale is private, and "+c.me.Hex()+" is not on its list")
	c.send(&sale, ListBuyers(0, []common.Address{c.me}, true))
	c.send(&money, Approve(sale, big64(100)))
	c.send(&sale, Buy(0, big64(20), big64(100)))
	want(t, "raised", ask(c, sale, SaleRaised()).Int64(), 100)
	want(t, "full", ask(c, sale, SaleSuccessful()), true)
	want(t, "refundable", ask(c, sale, SaleRefundable()), false)
	want(t, "position", ask(c, sale, PositionOf(c.me)).Cost.Int64(), 100)
	_, why = c.call(&sale, CancelSale())
	want(t, "cancel", why, "the sale is over")
	_, why = c.call(&sale, RefundSale([]common.Address{c.me}))
	want(t, "refund", why, "the sale's money can't be given back now")
	_, why = c.call(&sale, SettleSale([]common.Address{c.me}))
	want(t, "settle", why, `the account `+sale.Hex()+` does not have the role "issue" that this needs`)
	c.send(&token, tokens().PackGrantRole(RoleIssue.ID(), sale))
	c.send(&sale, SettleSale([]common.Address{c.me}))
	want(t, "tokens", ask(c, token, BalanceOf(c.me)).Int64(), 20)
	want(t, "money", ask(c, money, BalanceOf(c.me)).Int64(), 1_000_000)
}

// Registry and token of one transaction, at the addresses foretold, and a refusal inside told in words.
func TestLaunch(t *testing.T) {
	c := newChain(t)
	b := Builtin()
	alice := common.HexToAddress("0xa11ce00000000000000000000000000000000001")
	factory := c.deploy(b.DeployFactory())
	salt := common.Hash{9}
	registry, err := b.LaunchRegistry(c.me, []common.Address{c.me}, []Entry{{Expiry: NoExpiry}})
	if err != nil {
		t.Fatal(err)
	}
	kyc := LaunchAddress(factory, c.me, salt, registry)
	start := Start{
		Policy: kyc, Roles: []Role{RoleForce}, Accounts: []common.Address{alice},
		Holders: []common.Address{alice}, Amounts: []*big.Int{big64(5)},
	}
	build := func() []byte {
		code, err := b.LaunchToken("Example AG", "EXA", "", 18, c.me, start)
		if err != nil {
			t.Fatal(err)
		}
		return code
	}
	_, why := c.call(&factory, Launch(salt, [][]byte{registry, build()}))
	want(t, "unlisted", why, "part 1 of the launch failed: the receiver is not whitelisted (5 units from "+
		common.Address{}.Hex()+" to "+alice.Hex()+")")
	start.Holders[0] = c.me
	token := LaunchAddress(factory, c.me, salt, build())
	c.send(&factory, Launch(salt, [][]byte{registry, build()}))
	want(t, "policy", ask(c, token, Policy()), kyc)
	want(t, "balance", ask(c, token, BalanceOf(c.me)).Int64(), 5)
	want(t, "alice's role", ask(c, token, HasRole(RoleForce, alice)), true)
	want(t, "the factory's", ask(c, token, HasRole(RoleAdmin, factory)), false)
	want(t, "listed", ask(c, kyc, IsWhitelisted(c.me)), true)
	want(t, "token's id", ask(c, token, SupportsInterface(IDSecurityToken())), true)
	want(t, "registry's id", ask(c, kyc, SupportsInterface(IDKycRegistry())), true)
	_, why = c.call(&factory, Launch(salt, [][]byte{registry}))
	want(t, "twice", why, "part 0 of the launch failed: it is there already, or its code is wrong")
}
