package contract

import "fmt"

// suiteWords is the rest of words: payouts, ballots, rules, sales, the factory.
func suiteWords(name string, v []any) string {
	switch name {
	case "WrongContract":
		return "this is the contract that others are clones of, or a clone that can't make others"
	case "NotIssuer":
		return fmt.Sprintf("only the issuer may do this, not %s", addr(v, 0))
	case "TimesInvalid":
		return "the times are past or out of order"
	case "TokenInvalid":
		return fmt.Sprintf("there is no token at %s", addr(v, 0))
	case "MoneyInvalid":
		return fmt.Sprintf("there is no money token at %s", addr(v, 0))
	case "RegistryInvalid":
		return fmt.Sprintf("there is no KYC registry at %s", addr(v, 0))
	case "ExcludedInvalid":
		return "the excluded accounts are more than 32 or not in ascending order"
	case "AlreadyServed":
		return fmt.Sprintf("the account %s was paid or has voted already, or its part went to another wallet", addr(v, 0))
	case "NotEntitled":
		return fmt.Sprintf("the account %s has no part in this: it held nothing at the record date, or is excluded", addr(v, 0))
	case "NobodyEntitled":
		return "nobody held anything at the record date but the excluded"
	case "FailedDeployment":
		return "the contract could not be created: one of the same arguments is there already"
	case "AlreadyFunded":
		return "the payout is funded already"
	case "NotFunded":
		return "the payout is not funded yet"
	case "DepositInvalid":
		return fmt.Sprintf("a deposit of %v units can't be paid out", v[0])
	case "PayoutExpired":
		return "the payout has expired"
	case "NotExpired":
		return "the payout has not expired yet"
	case "SafeERC20FailedOperation":
		return fmt.Sprintf("the token %s did not do what it was asked", addr(v, 0))
	case "OptionsInvalid":
		return "a ballot needs at least one option"
	case "OptionUnknown":
		return fmt.Sprintf("there is no option %v", v[0])
	case "QuorumInvalid":
		return fmt.Sprintf("a quorum of %v basis points is over all", v[0])
	case "NotOpen":
		return fmt.Sprintf("voting has not begun (it opens at Unix time %v)", v[0])
	case "Over":
		return fmt.Sprintf("voting is over (it closed at Unix time %v)", v[0])
	case "TooManyVotes":
		return fmt.Sprintf("%v votes are more than the %v that are left", v[0], v[1])
	case "SignatureExpired":
		return fmt.Sprintf("the signed vote expired (Unix time %v)", v[0])
	case "SignatureInvalid":
		return fmt.Sprintf("the signed vote is not by %s, or not for this", addr(v, 0))
	case "NotToken":
		return fmt.Sprintf("only the token may tell the rules what moved, not %s", addr(v, 0))
	case "KindsFixed":
		return "these rules bind more than was declared when they were deployed: deploy another set"
	case "CountryInvalid":
		return fmt.Sprintf("%v is no country of ISO 3166-1", v[0])
	}
	return saleWords(name, v)
}

func saleWords(name string, v []any) string {
	switch name {
	case "TermsInvalid":
		return "the terms of the sale contradict each other"
	case "TierUnknown":
		return fmt.Sprintf("the sale has no tier %v", v[0])
	case "TierNotOpen":
		return fmt.Sprintf("tier %v of the sale is not open now", v[0])
	case "NotListed":
		return fmt.Sprintf("tier %v of the sale is private, and %s is not on its list", v[0], addr(v, 1))
	case "BuyerRefused":
		return fmt.Sprintf("the token does not accept %s as a holder", addr(v, 0))
	case "BelowLeast":
		return fmt.Sprintf("%v units are below the tier's minimum of %v", v[0], v[1])
	case "OverMost":
		return fmt.Sprintf("%v units are over the %v that one investor may buy in the tier", v[0], v[1])
	case "OverCap":
		return fmt.Sprintf("%v units are over the %v that are for sale", v[0], v[1])
	case "OverHardCap":
		return fmt.Sprintf("%v of money would be over the sale's hard cap of %v", v[0], v[1])
	case "CostOverLimit":
		return fmt.Sprintf("the cost of %v is over the limit of %v", v[0], v[1])
	case "MoneyShort":
		return fmt.Sprintf("only %v of the money's %v arrived: it takes a fee", v[0], v[1])
	case "NothingBought":
		return fmt.Sprintf("the account %s has bought nothing that is still open", addr(v, 0))
	case "NotSuccessful":
		return "the sale is not over, or has not reached its soft cap"
	case "NotRefundable":
		return "the sale's money can't be given back now"
	case "SaleOver":
		return "the sale is over"
	case "Reentered":
		return "the money or the token called the sale back"
	case "LaunchFailed":
		return launchWords(v)
	case "CloneArgumentsTooLong", "Create2EmptyBytecode", "InsufficientBalance":
		return "the contract could not be created"
	}
	return ""
}

// launchWords tells which part of a launch failed, and why: the reason is itself revert data, of one level only.
func launchWords(v []any) string {
	reason := at[[]byte](v, 1)
	if len(reason) == 0 {
		return fmt.Sprintf("part %v of the launch failed: it is there already, or its code is wrong", v[0])
	}
	if len(reason) >= 4 {
		if e, ok := knownErrors()[[4]byte(reason[:4])]; ok && e.Name == "LaunchFailed" {
			return fmt.Sprintf("part %v of the launch is a launch that failed", v[0])
		}
	}
	return fmt.Sprintf("part %v of the launch failed: %s", v[0], Revert(reason))
}
