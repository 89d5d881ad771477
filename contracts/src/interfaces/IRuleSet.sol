// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IKycRegistry} from "./IKycRegistry.sol";
import {ISecurityToken} from "./ISecurityToken.sol";
import {ITransferPolicy} from "./ITransferPolicy.sol";

/// A transfer policy that an issuer fills with rules, without new code. It asks
/// the registry first, as KycRegistry itself does: transfers need both sides
/// whitelisted, issuing and enforcement the receiver. Each rule binds the kinds
/// of change that its byte in `kinds` names (bits of Kinds.sol), none for 0.
/// Amounts are in the token's smallest units, times in seconds.
interface IRuleSet is ITransferPolicy {
    /// The rules, and their place in the word of kinds: rule r has bits 8r to 8r+7.
    enum Rule {
        Country, // the receiver's country is listed, or, with `deny`, is not
        Accredited, // the receiver has one of `classes`
        SeriesLock, // not before `lockedUntil`
        HolderLock, // not before the sender's own date
        Window, // not before `opens`, nor from `closes` on (0: no end)
        Minimum, // both sides hold nothing or at least `minimum` afterwards
        MaxShare, // the receiving investor holds at most `maxAmount`, and at most `maxShare` of the supply
        MaxHolders, // at most `maxHolders` investors hold the token
        MaxPerCountry, // at most as many of a country as is set for it
        Approval // the single transfer was approved beforehand
    }

    struct Terms {
        uint80 kinds; // one byte a rule
        bool deny; // the listed countries are the forbidden ones
        uint32 classes; // bits of the registry's classes
        uint40 lockedUntil;
        uint40 opens;
        uint40 closes;
        uint32 maxHolders; // investors
        uint128 minimum;
        uint128 maxAmount; // 0: no limit
        uint16 maxShare; // basis points; 0: no limit
    }

    event TermsSet(Terms terms, address indexed operator);
    event CountriesSet(uint16[] countries, bool listed, address indexed operator);
    event CountryMaximumSet(uint16 indexed country, uint32 most, address indexed operator);
    event HolderLocked(address indexed account, uint40 until, address indexed operator);
    event TransferApproved(
        address indexed from, address indexed to, uint256 value, uint40 until, address indexed operator
    );

    error TokenInvalid(address token);
    error RegistryInvalid(address registry);
    error NotToken(address account);
    /// The rules bind kinds that were not declared when this was deployed, which
    /// tokens rely on; deploy another set.
    error KindsFixed(uint80 kinds);
    /// A country is a number of ISO 3166-1, below 1000.
    error CountryInvalid(uint16 country);

    /// Whose changes it judges.
    function token() external view returns (ISecurityToken);

    /// The registry that it asks.
    function registry() external view returns (IKycRegistry);

    /// The rules as they are now.
    function terms() external view returns (Terms memory);

    /// Whether the country (ISO 3166-1 numeric) is on the list; the terms say
    /// whether the list denies or allows.
    function isListed(uint16 country) external view returns (bool);

    /// Most investors of that country, 0 for none.
    function countryMaximum(uint16 country) external view returns (uint32);

    /// Until when the holder may not send, 0 for never locked.
    function lockedUntil(address account) external view returns (uint40);

    /// Until when that single transfer is approved, 0 for not.
    function approvedUntil(address from, address to, uint256 value) external view returns (uint40);

    /// How many investors hold the token; wallets of one investor id count once,
    /// a wallet without an id for itself. 0 where no rule needs it.
    function holders() external view returns (uint256);

    /// The same for the investors of one country (ISO 3166-1 numeric).
    function holdersOf(uint16 country) external view returns (uint256);

    /// What all wallets of that account's investor hold.
    function heldByInvestor(address account) external view returns (uint256);

    /// Changes the rules; role RULES. Kinds and counting can't grow beyond what
    /// was declared at deployment.
    function setTerms(Terms calldata newTerms) external;

    /// Lists or unlists countries; role RULES.
    function setCountries(uint16[] calldata countries, bool listed) external;

    /// Sets how many investors a country may have; role RULES.
    function setCountryMaximum(uint16 country, uint32 most) external;

    /// Locks a holder's tokens until a time, 0 to unlock; role RULES.
    function lock(address account, uint40 until) external;

    /// Approves one transfer of exactly that value, until a time (not included),
    /// or takes the approval back with 0; role RULES.
    function approve(address from, address to, uint256 value, uint40 until) external;

    /// Brings the counts of these accounts up to date with token and registry:
    /// for holders from before, and after changes of investor or country. Anyone
    /// may call it, since it can only make the counts true.
    function sync(address[] calldata accounts) external;
}
