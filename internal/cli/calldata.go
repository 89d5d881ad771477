package cli

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"math/big"
	"reflect"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/sto-project/sto/contracts"
	"github.com/sto-project/sto/internal/store"
)

// CallDoc is the data of a transaction in words.
type CallDoc struct {
	Contract  string        `json:"contract,omitempty"`  // of a deployment: which of our contracts it makes
	Method    string        `json:"method,omitempty"`    // with the types of its arguments, where one of our contracts has it
	Arguments []ArgumentDoc `json:"arguments,omitempty"` // of the method or the constructor
	Selector  string        `json:"selector,omitempty"`  // the first four bytes of a call's data
	Bytes     int           `json:"bytes"`               // length of the data
	Data      string        `json:"data"`                // hex; cut after 512 bytes
}

// ArgumentDoc is one argument. Amounts are decimal strings in raw units; several values stand in a list.
type ArgumentDoc struct {
	Name  string `json:"name"`
	Type  string `json:"type"`
	Value any    `json:"value"` // a string, or a list of them
}

// maxData is how many bytes of data are shown.
const maxData = 512

// callDoc puts the data of an intent into words. Data that our contracts don't know stays hex.
func callDoc(i store.Intent) CallDoc {
	doc := CallDoc{Bytes: len(i.Data), Data: hexStart(i.Data)}
	if i.ToAddr == nil {
		doc.Contract, doc.Arguments = decodeDeployment(i.Data)
		return doc
	}
	if len(i.Data) < 4 {
		return doc
	}
	doc.Selector = "0x" + hex.EncodeToString(i.Data[:4])
	for _, name := range contracts.All() {
		known, ok := ourABI(name)
		if !ok {
			continue
		}
		method, err := known.MethodById(i.Data[:4])
		if err != nil {
			continue
		}
		if values, err := method.Inputs.Unpack(i.Data[4:]); err == nil {
			doc.Method, doc.Arguments = method.Sig, arguments(method.Inputs, values)
			return doc
		}
	}
	return doc
}

// decodeDeployment recognises the creation code of our contracts and reads the arguments behind it.
func decodeDeployment(data []byte) (string, []ArgumentDoc) {
	for _, name := range contracts.All() {
		code, err := contracts.Creation(name)
		known, ok := ourABI(name)
		if err != nil || !ok || !bytes.HasPrefix(data, code) {
			continue
		}
		if values, err := known.Constructor.Inputs.Unpack(data[len(code):]); err == nil {
			return name, arguments(known.Constructor.Inputs, values)
		}
	}
	return "", nil
}

// ourABI is the ABI of a built-in contract.
func ourABI(name string) (abi.ABI, bool) {
	text, err := contracts.ABI(name)
	if err != nil {
		return abi.ABI{}, false
	}
	parsed, err := abi.JSON(bytes.NewReader(text))
	return parsed, err == nil
}

func arguments(inputs abi.Arguments, values []any) []ArgumentDoc {
	docs := make([]ArgumentDoc, 0, len(inputs))
	for n, in := range inputs {
		if n < len(values) {
			docs = append(docs, ArgumentDoc{Name: strings.Trim(in.Name, "_"), Type: in.Type.String(), Value: argument(values[n])})
		}
	}
	return docs
}

// argument is a decoded value as text, or a list of texts.
func argument(v any) any {
	switch v := v.(type) {
	case string:
		return v
	case common.Address:
		return v.Hex()
	case *big.Int:
		return v.String()
	case []byte:
		return hexStart(v)
	case bool, uint8, uint16, uint32, uint64, int8, int16, int32, int64:
		return fmt.Sprint(v)
	}
	list := reflect.ValueOf(v)
	if kind := list.Kind(); kind != reflect.Slice && kind != reflect.Array {
		return fmt.Sprint(v)
	}
	if list.Kind() == reflect.Array && list.Type().Elem().Kind() == reflect.Uint8 { // bytes32 and the like
		raw := make([]byte, list.Len())
		reflect.Copy(reflect.ValueOf(raw), list)
		return hexStart(raw)
	}
	out := make([]any, list.Len())
	for n := range out {
		out[n] = argument(list.Index(n).Interface())
	}
	return out
}

// hexStart is data in hex, cut after maxData bytes.
func hexStart(data []byte) string {
	if len(data) > maxData {
		return "0x" + hex.EncodeToString(data[:maxData]) + "…"
	}
	return "0x" + hex.EncodeToString(data)
}

// shownOfList is how many elements of a list argument people see.
const shownOfList = 5

// words is an argument for people.
func (a ArgumentDoc) words() string {
	list, ok := a.Value.([]any)
	if !ok {
		return fmt.Sprintf("%s = %v", a.Name, a.Value)
	}
	var parts []string
	for n, v := range list {
		if n == shownOfList {
			parts = append(parts, fmt.Sprintf("… %d in all", len(list)))
			break
		}
		parts = append(parts, fmt.Sprint(v))
	}
	return fmt.Sprintf("%s = [%s]", a.Name, strings.Join(parts, ", "))
}
