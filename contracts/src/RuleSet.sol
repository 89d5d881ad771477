// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import "./Codes.sol";
import {Counts} from "./Counts.sol";
import {KIND_BURN, KIND_FORCED, KIND_ISSUE, KIND_MOVED, KIND_RECOVERY, KIND_TRANSFER} from "./Kinds.sol";
import {Owned} from "./Owned.sol";
import {IKycRegistry} from "./interfaces/IKycRegistry.sol";
import {IRuleSet} from "./interfaces/IRuleSet.sol";
import {ISecurityToken} from "./interfaces/ISecurityToken.sol";
import {ITransferPolicy} from "./interfaces/ITransferPolicy.sol";

/// A transfer policy made of rules: see IRuleSet. Rules that need no counting
/// write nothing on a transfer; MaxShare, MaxHolders and MaxPerCountry keep
/// counts, Approval uses its approvals up.
contract RuleSet is Owned, Counts, IRuleSet {
    bytes32 public constant RULES_ROLE = keccak256("RULES_ROLE");
    uint256 private constant BASIS_POINTS = 10_000;
    uint256 private constant KYC_KINDS = KIND_ISSUE | KIND_TRANSFER | KIND_FORCED | KIND_RECOVERY;
    uint256 private constant ALL_KINDS = KYC_KINDS | KIND_BURN;

    /// @inheritdoc IRuleSet
    ISecurityToken public immutable token;
    /// @inheritdoc IRuleSet
    IKycRegistry public immutable registry;
    /// @inheritdoc ITransferPolicy
    uint8 public immutable kinds;
    /// Whether investors are counted.
    bool public immutable counts;

    Terms private _terms;
    mapping(uint256 word => uint256) private _listed;
    /// @inheritdoc IRuleSet
    mapping(uint16 country => uint32) public countryMaximum;
    /// @inheritdoc IRuleSet
    mapping(address account => uint40) public lockedUntil;
    mapping(bytes32 transfer => uint40) private _approvals;

    /// The issuer becomes administrator and gets the role RULES. What the terms
    /// bind here is the most that later ones may bind.
    constructor(ISecurityToken token_, IKycRegistry registry_, address issuer, Terms memory terms_) {
        if (issuer == address(0)) revert IssuerInvalid();
        if (address(token_).code.length == 0) revert TokenInvalid(address(token_));
        if (address(registry_).code.length == 0) revert RegistryInvalid(address(registry_));
        token = token_;
        registry = registry_;
        counts = _needsCounts(terms_.kinds);
        bool tells = counts || _kindsOf(terms_.kinds, Rule.Approval) != 0;
        kinds = uint8(KYC_KINDS | _union(terms_.kinds) | (counts ? KIND_BURN : 0) | (tells ? KIND_MOVED : 0));
        _grantRole(DEFAULT_ADMIN_ROLE, issuer);
        _grantRole(RULES_ROLE, issuer);
        _terms = terms_;
        emit TermsSet(terms_, issuer);
    }

    // ---- the policy

    /// @inheritdoc ITransferPolicy
    function check(uint8 kind, address, address from, address to, uint256 v) external view returns (uint8) {
        uint256 bound = _terms.kinds;
        uint256 sender;
        uint256 receiver;
        if (kind == KIND_TRANSFER) {
            bool valid;
            (valid, sender) = _entry(from);
            if (!valid) return registry.check(kind, from, from, to, v);
        }
        if (kind & KYC_KINDS != 0) {
            bool valid;
            (valid, receiver) = _entry(to);
            if (!valid) return registry.check(kind, from, from, to, v);
        }
        bound = bound & _spread(kind);
        if (bound == 0) return CODE_OK;
        uint8 code = _checkSender(bound, from, to, v);
        if (code != CODE_OK) return code;
        // Burned tokens have no receiver.
        if (to == address(0)) return CODE_OK;
        code = _checkReceiver(bound, receiver);
        if (code != CODE_OK) return code;
        return _checkCounts(bound, kind, from, to, v, sender, receiver);
    }

    /// @inheritdoc ITransferPolicy
    function moved(uint8 kind, address, address from, address to, uint256 v) external {
        if (msg.sender != address(token)) revert NotToken(msg.sender);
        if (_kindsOf(_terms.kinds, Rule.Approval) & kind != 0) delete _approvals[_transferId(from, to, v)];
        if (counts) {
            _look(from, token, registry);
            _look(to, token, registry);
        }
    }

    /// @inheritdoc ITransferPolicy
    function canSend(address account) external view returns (bool) {
        uint256 bound = _terms.kinds & _spread(KIND_TRANSFER);
        return registry.canSend(account) && !(_binds(bound, Rule.HolderLock) && block.timestamp < lockedUntil[account])
            && !(_binds(bound, Rule.SeriesLock) && block.timestamp < _terms.lockedUntil)
            && !(_binds(bound, Rule.Window) && !_isOpen());
    }

    /// @inheritdoc ITransferPolicy
    function canReceive(address account) external view returns (bool) {
        (bool valid, uint256 entry) = _entry(account);
        return valid && _checkReceiver(_terms.kinds & _spread(KIND_TRANSFER), entry) == CODE_OK;
    }

    /// @inheritdoc ITransferPolicy
    function message(uint8 code) external view returns (string memory) {
        if (code == CODE_COUNTRY) return "the receiver's country is not allowed";
        if (code == CODE_NOT_ACCREDITED) return "the receiver is not of an accredited class";
        if (code == CODE_SERIES_LOCKED) return "the security is locked up";
        if (code == CODE_HOLDER_LOCKED) return "the sender is locked up";
        if (code == CODE_OUTSIDE_WINDOW) return "outside the transfer window";
        if (code == CODE_BELOW_MINIMUM) return "a holding would be below the minimum";
        if (code == CODE_OVER_SHARE) return "the receiver would hold too much";
        if (code == CODE_TOO_MANY_HOLDERS) return "there would be too many holders";
        if (code == CODE_TOO_MANY_IN_COUNTRY) return "there would be too many holders in the country";
        if (code == CODE_NOT_APPROVED) return "the transfer was not approved";
        return registry.message(code);
    }

    /// Whether it has that interface (ERC-165). Never reverts.
    function supportsInterface(bytes4 id) public view override returns (bool) {
        return
            id == type(IRuleSet).interfaceId || id == type(ITransferPolicy).interfaceId || super.supportsInterface(id);
    }

    // ---- what it tells

    /// @inheritdoc IRuleSet
    function terms() external view returns (Terms memory) {
        return _terms;
    }

    /// @inheritdoc IRuleSet
    function isListed(uint16 country) public view returns (bool) {
        return _listed[country >> 8] >> (country & 255) & 1 != 0;
    }

    /// @inheritdoc IRuleSet
    function approvedUntil(address from, address to, uint256 value) external view returns (uint40) {
        return _approvals[_transferId(from, to, value)];
    }

    /// @inheritdoc IRuleSet
    function holders() external view returns (uint256) {
        return _holders();
    }

    /// @inheritdoc IRuleSet
    function holdersOf(uint16 country) external view returns (uint256) {
        return _holdersOf(country);
    }

    /// @inheritdoc IRuleSet
    function heldByInvestor(address account) external view returns (uint256) {
        (, uint256 entry) = _entry(account);
        return _held(_investorOf(account, entry >> 128));
    }

    // ---- what the issuer does

    /// @inheritdoc IRuleSet
    function setTerms(Terms calldata newTerms) external onlyRole(RULES_ROLE) {
        uint80 k = newTerms.kinds;
        bool approval = _kindsOf(k, Rule.Approval) != 0;
        if (_union(k) & ~uint256(kinds) != 0 || _needsCounts(k) && !counts || approval && kinds & KIND_MOVED == 0) {
            revert KindsFixed(k);
        }
        _terms = newTerms;
        emit TermsSet(newTerms, msg.sender);
    }

    /// @inheritdoc IRuleSet
    function setCountries(uint16[] calldata countries, bool listed) external onlyRole(RULES_ROLE) {
        for (uint256 i; i < countries.length; ++i) {
            uint16 country = countries[i];
            if (country >= 1000) revert CountryInvalid(country);
            uint256 bit = 1 << (country & 255);
            if (listed) _listed[country >> 8] |= bit;
            else _listed[country >> 8] &= ~bit;
        }
        emit CountriesSet(countries, listed, msg.sender);
    }

    /// @inheritdoc IRuleSet
    function setCountryMaximum(uint16 country, uint32 most) external onlyRole(RULES_ROLE) {
        if (country >= 1000) revert CountryInvalid(country);
        countryMaximum[country] = most;
        emit CountryMaximumSet(country, most, msg.sender);
    }

    /// @inheritdoc IRuleSet
    function lock(address account, uint40 until) external onlyRole(RULES_ROLE) {
        lockedUntil[account] = until;
        emit HolderLocked(account, until, msg.sender);
    }

    /// @inheritdoc IRuleSet
    function approve(address from, address to, uint256 value, uint40 until) external onlyRole(RULES_ROLE) {
        _approvals[_transferId(from, to, value)] = until;
        emit TransferApproved(from, to, value, until, msg.sender);
    }

    /// @inheritdoc IRuleSet
    function sync(address[] calldata accounts) external {
        if (!counts) return;
        for (uint256 i; i < accounts.length; ++i) {
            _look(accounts[i], token, registry);
        }
    }

    // ---- the rules

    /// Dates, approval and minimum: what needs no registry.
    function _checkSender(uint256 bound, address from, address to, uint256 v) private view returns (uint8) {
        if (_binds(bound, Rule.SeriesLock) && block.timestamp < _terms.lockedUntil) return CODE_SERIES_LOCKED;
        if (_binds(bound, Rule.HolderLock) && block.timestamp < lockedUntil[from]) return CODE_HOLDER_LOCKED;
        if (_binds(bound, Rule.Window) && !_isOpen()) return CODE_OUTSIDE_WINDOW;
        if (_binds(bound, Rule.Approval) && block.timestamp >= _approvals[_transferId(from, to, v)]) {
            return CODE_NOT_APPROVED;
        }
        if (_binds(bound, Rule.Minimum) && from != to) {
            uint256 minimum = _terms.minimum;
            if (from != address(0)) {
                uint256 left = token.balanceOf(from) - v;
                if (left != 0 && left < minimum) return CODE_BELOW_MINIMUM;
            }
            if (to != address(0) && v != 0 && token.balanceOf(to) + v < minimum) return CODE_BELOW_MINIMUM;
        }
        return CODE_OK;
    }

    /// What the registry's entry of the receiver decides.
    function _checkReceiver(uint256 bound, uint256 entry) private view returns (uint8) {
        if (_binds(bound, Rule.Country) && isListed(uint16(entry >> 40)) == _terms.deny) return CODE_COUNTRY;
        if (_binds(bound, Rule.Accredited) && uint32(entry >> 56) & _terms.classes == 0) return CODE_NOT_ACCREDITED;
        return CODE_OK;
    }

    /// Shares and numbers of holders.
    function _checkCounts(
        uint256 bound,
        uint8 kind,
        address from,
        address to,
        uint256 v,
        uint256 sender,
        uint256 receiver
    ) private view returns (uint8) {
        bool numbers = _binds(bound, Rule.MaxHolders) || _binds(bound, Rule.MaxPerCountry);
        if (!numbers && !_binds(bound, Rule.MaxShare)) return CODE_OK;
        if (v == 0) return CODE_OK;
        if (kind & (KIND_FORCED | KIND_RECOVERY) != 0) (, sender) = _entry(from);
        uint256 giver = from == address(0) ? 0 : _investorOf(from, sender >> 128);
        uint256 taker = _investorOf(to, receiver >> 128);
        if (giver == taker) return CODE_OK;
        uint256 held = _held(taker);
        if (_binds(bound, Rule.MaxShare)) {
            uint256 limit = _terms.maxAmount;
            if (limit != 0 && held + v > limit) return CODE_OVER_SHARE;
            limit = _terms.maxShare;
            uint256 supply = token.totalSupply() + (kind == KIND_ISSUE ? v : 0);
            if (limit != 0 && (held + v) * BASIS_POINTS > supply * limit) return CODE_OVER_SHARE;
        }
        if (!numbers || held != 0) return CODE_OK;
        // A new holder; the giver may cease to be one.
        bool leaves = giver != 0 && _held(giver) == v;
        if (_binds(bound, Rule.MaxHolders) && _holders() + 1 - (leaves ? 1 : 0) > _terms.maxHolders) {
            return CODE_TOO_MANY_HOLDERS;
        }
        uint256 country = uint16(receiver >> 40);
        if (leaves && _countryOf(giver) != country) leaves = false;
        if (
            _binds(bound, Rule.MaxPerCountry)
                && _holdersOf(country) + 1 - (leaves ? 1 : 0) > countryMaximum[uint16(country)]
        ) return CODE_TOO_MANY_IN_COUNTRY;
        return CODE_OK;
    }

    function _isOpen() private view returns (bool) {
        uint40 closes = _terms.closes;
        return block.timestamp >= _terms.opens && (closes == 0 || block.timestamp < closes);
    }

    /// The account's entry in the registry, packed as there, and whether it is
    /// valid now.
    function _entry(address account) private view returns (bool valid, uint256 packed) {
        (uint40 expiry, uint16 country, uint32 classes,, uint128 investor) = registry.entry(account);
        return (expiry > block.timestamp, uint256(country) << 40 | uint256(classes) << 56 | uint256(investor) << 128);
    }

    function _transferId(address from, address to, uint256 value) private pure returns (bytes32) {
        return keccak256(abi.encode(from, to, value));
    }

    function _binds(uint256 bound, Rule rule) private pure returns (bool) {
        return bound >> 8 * uint256(rule) & 255 != 0;
    }

    function _kindsOf(uint80 all, Rule rule) private pure returns (uint256) {
        return all >> 8 * uint256(rule) & 255;
    }

    function _needsCounts(uint80 all) private pure returns (bool) {
        return _kindsOf(all, Rule.MaxShare) | _kindsOf(all, Rule.MaxHolders) | _kindsOf(all, Rule.MaxPerCountry) != 0;
    }

    /// The kinds that any rule binds.
    function _union(uint80 all) private pure returns (uint256 union) {
        for (uint256 rest = all; rest != 0; rest >>= 8) {
            union |= rest & ALL_KINDS;
        }
    }

    /// A kind in each of the ten bytes.
    function _spread(uint8 kind) private pure returns (uint256) {
        return uint256(kind) * 0x01010101010101010101;
    }
}
