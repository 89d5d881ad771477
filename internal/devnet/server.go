package devnet

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/eth/tracers"
	_ "github.com/ethereum/go-ethereum/eth/tracers/native" // callTracer and its kin for debug_traceTransaction
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/sto-project/sto/internal/fault"
)

// server is the JSON-RPC port. It is ours rather than go-ethereum's for three reasons: the port is bound once and
// kept, methods that write files anywhere (debug_cpuProfile and the like) are absent, and answers wait until the
// blocks they may speak of are on disk.
type server struct {
	listener net.Listener
	rpc      *rpc.Server
	http     *http.Server
	done     sync.WaitGroup
	err      error // of Serve; read after done
}

func startServer(e *engine, s *sealer, f folder, o Options) (*server, error) {
	srv := &server{rpc: rpc.NewServer()}
	srv.rpc.SetBatchLimits(node.DefaultConfig.BatchRequestLimit, node.DefaultConfig.BatchResponseMaxSize)
	apis := append(e.eth.APIs(), tracers.APIs(e.eth.APIBackend)...)
	apis = append(apis,
		rpc.API{Namespace: "eth", Service: filters.NewFilterAPI(filters.NewFilterSystem(e.eth.APIBackend, filters.Config{}))},
		rpc.API{Namespace: "web3", Service: web3API{}},
		rpc.API{Namespace: "dev", Service: &devAPI{sealer: s}})
	for _, api := range apis {
		switch api.Namespace {
		case "eth", "net", "web3", "debug", "txpool", "dev":
			if err := srv.rpc.RegisterName(api.Namespace, api.Service); err != nil {
				return nil, fault.New(fault.General, "offer the devnet's %s methods: %w", api.Namespace, err)
			}
		}
	}
	var err error
	if srv.listener, err = listen(f, o); err != nil {
		return nil, err
	}
	srv.http = &http.Server{
		// Of host names only localhost, so that a web page can't reach the port under a name of its own.
		Handler:           node.NewHTTPHandlerStack(gate{srv.rpc, s}, nil, []string{"localhost"}, nil, false),
		ReadHeaderTimeout: 30 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
	}
	srv.done.Go(func() {
		if err := srv.http.Serve(srv.listener); !errors.Is(err, http.ErrServerClosed) {
			srv.err = err
		}
	})
	return srv, nil
}

// listen binds the wanted port, or else the one of the last run, or else a free one.
func listen(f folder, o Options) (net.Listener, error) {
	bind := func(port int) (net.Listener, error) {
		return net.Listen("tcp", net.JoinHostPort(o.Host, strconv.Itoa(port)))
	}
	if o.Port != 0 {
		l, err := bind(o.Port)
		if err != nil {
			return nil, fault.New(fault.Conflict, "port %d for the devnet can't be used: %w", o.Port, err).
				WithHint("choose another port, or none to take a free one")
		}
		return l, nil
	}
	last, err := f.lastPort()
	if err != nil {
		return nil, err
	}
	if last != 0 {
		if l, err := bind(last); err == nil {
			return l, nil
		}
	}
	l, err := bind(0)
	if err != nil {
		return nil, fault.New(fault.General, "find a free port for the devnet: %w", err)
	}
	return l, nil
}

func (s *server) url() string { return "http://" + s.listener.Addr().String() }

// close lets running requests end, for a moment.
func (s *server) close() error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	err := s.http.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		err = s.http.Close()
	}
	s.done.Wait()
	s.rpc.Stop()
	if err = errors.Join(err, s.err); err != nil {
		return fmt.Errorf("close the devnet's port: %w", err)
	}
	return nil
}

// gate holds each answer back until the blocks that it may speak of are on disk: what a client has been told is still
// true after kill -9.
type gate struct {
	next   http.Handler
	sealer *sealer
}

func (g gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	g.next.ServeHTTP(&gatedWriter{ResponseWriter: w, sealer: g.sealer}, r)
}

type gatedWriter struct {
	http.ResponseWriter
	sealer *sealer
}

// Write waits, then writes. The whole answer has been made by the time of the first Write.
func (w *gatedWriter) Write(p []byte) (int, error) {
	w.sealer.settled()
	return w.ResponseWriter.Write(p)
}

// Flush passes on what rpc.Server asks for after an answer.
func (w *gatedWriter) Flush() {
	if f, ok := w.ResponseWriter.(http.Flusher); ok {
		f.Flush()
	}
}

// web3API answers what every client offers.
type web3API struct{}

// ClientVersion names the program.
func (web3API) ClientVersion() string { return clientVersion() }

// Sha3 is Keccak-256.
func (web3API) Sha3(data hexutil.Bytes) hexutil.Bytes { return crypto.Keccak256(data) }

// devAPI is the namespace dev.
type devAPI struct{ sealer *sealer }

// maxMine bounds dev_mine: at a few milliseconds per block it answers within the port's time limit.
const maxMine = 10_000

// Mine seals n blocks at once; see Chain.Mine.
func (d *devAPI) Mine(n hexutil.Uint64) error {
	if n > maxMine {
		return usage("dev_mine was asked for %d blocks and makes %d at most", uint64(n), maxMine)
	}
	return d.sealer.mine(int(n))
}
