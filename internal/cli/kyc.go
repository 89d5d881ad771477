package cli

import (
	"context"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/sto-project/sto/internal/eth"
	"github.com/sto-project/sto/internal/fault"
	"github.com/sto-project/sto/internal/kyc"
	"github.com/sto-project/sto/internal/outbox"
	"github.com/sto-project/sto/internal/store"
	"github.com/sto-project/sto/internal/term"
)

// KycDeployOptions is what kyc-deploy needs.
type KycDeployOptions struct {
	Factory *Factory
	PrepareFlags
	SendFlags
}

// KycDeployDoc is what kyc-deploy prints with --output json.
type KycDeployDoc struct {
	KycAddress string `json:"kyc_address"`
	Existing   bool   `json:"existing"` // this database had it already
	SentDoc
}

// NewCmdKycDeploy builds the command kyc-deploy.
func NewCmdKycDeploy(f *Factory, runF func(context.Context, *KycDeployOptions) error) *cobra.Command {
	opts := &KycDeployOptions{Factory: f}
	cmd := &cobra.Command{
		Use:     "kyc-deploy",
		Short:   "Deploy the register of investors (KYC)",
		GroupID: groupKYC,
		Args:    noArguments,
		Long: `kyc-deploy deploys the KYC registry: the contract that holds the addresses which may own restricted shares. One registry
serves all of an issuer's share series. If this database already has one on the network, the command says where it is and
deploys none.`,
		Example: "  sto kyc-deploy\n  sto --dry-run --from 0x71C7656EC7ab88b098defB751B7401B5f6d8976F kyc-deploy",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := opts.SendFlags.check(f); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runKycDeploy(cmd.Context(), opts)
		},
	}
	opts.PrepareFlags.add(cmd.Flags(), true)
	opts.SendFlags.add(cmd.Flags())
	return describe(cmd, effectBroadcasts, fault.Signer, fault.Node, fault.Conflict, fault.Funds, fault.Refused)
}

func runKycDeploy(ctx context.Context, opts *KycDeployOptions) error {
	f := opts.Factory
	o, service, err := kycService(ctx, f)
	if err != nil {
		return err
	}
	d, err := service.Deploy(ctx, kyc.Request{ID: opts.RequestID, AtOnce: opts.atOnce(), Again: opts.Again})
	if err != nil {
		return err
	}
	report, sendErr := opts.send(ctx, f, o, []store.Intent{d.Intent})
	if f.Options().Output == term.FormatJSON {
		sent, err := sentDoc(ctx, o, d.Prepared, report)
		if err != nil {
			return err
		}
		if err := f.Streams.JSON(KycDeployDoc{KycAddress: d.Address.Hex(), Existing: d.Existing, SentDoc: sent}); err != nil {
			return err
		}
		return sentError(report, sendErr)
	}
	if d.Existing {
		f.Streams.Printf("This database already has a KYC registry on %s; none is deployed.", f.Options().Network)
	}
	f.Streams.Printf("KYC registry: %s", d.Address.Hex())
	showSent(f, d.Prepared, report)
	return sentError(report, sendErr)
}

// kycService makes the service of KYC registries.
func kycService(ctx context.Context, f *Factory) (*outbox.Outbox, *kyc.Service, error) {
	bundle, err := f.Bundle()
	if err != nil {
		return nil, nil, err
	}
	o, err := f.Outbox(ctx)
	if err != nil {
		return nil, nil, err
	}
	return o, kyc.New(o, bundle), nil
}

// KycManageOptions is what kyc-manage needs.
type KycManageOptions struct {
	Factory   *Factory
	Addresses []common.Address
	Registry  *common.Address // nil: this database's own
	PrepareFlags
	SendFlags
}

// KycManageDoc is what kyc-manage prints with --output json.
type KycManageDoc struct {
	KycAddress  string   `json:"kyc_address"`
	Whitelisted []string `json:"whitelisted"` // by this run
	Already     []string `json:"already"`     // nothing was planned for them
	SentDoc
}

// NewCmdKycManage builds the command kyc-manage.
func NewCmdKycManage(f *Factory, runF func(context.Context, *KycManageOptions) error) *cobra.Command {
	opts := &KycManageOptions{Factory: f}
	var addresses []string
	var registry string
	cmd := &cobra.Command{
		Use:     "kyc-manage",
		Short:   "Whitelist addresses in the KYC registry",
		GroupID: groupKYC,
		Args:    noArguments,
		Long: `kyc-manage whitelists addresses in the KYC registry, so that they may hold restricted shares. The issuing account needs
it too. For an address that is whitelisted already, or will be once the waiting transactions are done, it says so and does
nothing.`,
		Example: `  sto kyc-manage --whitelist-address 0x71C7656EC7ab88b098defB751B7401B5f6d8976F
  sto kyc-manage --whitelist-address 0x71C7656EC7ab88b098defB751B7401B5f6d8976F \
    --whitelist-address 0x2546BcD3c84621e976D8185a91A922aE77ECEc30`,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if err := opts.SendFlags.check(f); err != nil {
				return err
			}
			for _, text := range addresses {
				a, err := addressFlag("whitelist-address", text, eth.ParseReceiver)
				if err != nil {
					return err
				}
				opts.Addresses = append(opts.Addresses, a)
			}
			if opts.Registry, err = optionalAddress(cmd, "kyc-address", registry); err != nil {
				return err
			}
			if runF != nil {
				return runF(cmd.Context(), opts)
			}
			return runKycManage(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringSliceVar(&addresses, "whitelist-address", nil, "`ADDRESS` to whitelist; may be repeated")
	cmd.Flags().StringVar(&registry, "kyc-address", "", "`ADDRESS` of a registry that this database did not deploy")
	required(cmd, "whitelist-address")
	opts.PrepareFlags.add(cmd.Flags(), true)
	opts.SendFlags.add(cmd.Flags())
	return describe(cmd, effectBroadcasts, fault.Signer, fault.Node, fault.Conflict, fault.Funds, fault.Refused)
}

func runKycManage(ctx context.Context, opts *KycManageOptions) error {
	f := opts.Factory
	o, service, err := kycService(ctx, f)
	if err != nil {
		return err
	}
	w, err := service.Whitelist(ctx, opts.Registry, opts.Addresses, kyc.Request{ID: opts.RequestID, AtOnce: opts.atOnce(), Again: opts.Again})
	if err != nil {
		return err
	}
	intents := w.Waiting
	if w.Prepared != nil {
		intents = append(append([]store.Intent{}, intents...), w.Prepared.New...)
	}
	report, sendErr := opts.send(ctx, f, o, intents)
	if f.Options().Output == term.FormatJSON {
		sent, err := sentDoc(ctx, o, w.Prepared, report)
		if err != nil {
			return err
		}
		doc := KycManageDoc{KycAddress: w.Registry.Hex(), Whitelisted: hexes(w.New), Already: hexes(w.Already), SentDoc: sent}
		if err := f.Streams.JSON(doc); err != nil {
			return err
		}
		return sentError(report, sendErr)
	}
	for _, a := range w.Already {
		f.Streams.Printf("%s is whitelisted already.", a.Hex())
	}
	showSent(f, w.Prepared, report)
	return sentError(report, sendErr)
}
