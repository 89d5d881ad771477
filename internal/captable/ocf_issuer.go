package captable

import (
	"encoding/json"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/sto-project/sto/internal/fault"
)

// OCFIssuer is what an Open Cap Format package must tell and no chain knows. It is read from a JSON file.
type OCFIssuer struct {
	LegalName     string `json:"legal_name"`
	FormationDate string `json:"formation_date"`       // such as 2019-05-01
	Country       string `json:"country_of_formation"` // ISO 3166-1 alpha-2
	SharePrice    string `json:"share_price"`          // at which the shares were issued
	Currency      string `json:"currency"`             // of the price, ISO 4217
	ClassName     string `json:"class_name"`           // of the shares; empty: the token's name
	ClassType     string `json:"class_type"`           // COMMON or PREFERRED; empty: COMMON
	Votes         string `json:"votes_per_share"`      // empty: 1
	Seniority     string `json:"seniority"`            // empty: 1
}

const ocfHint = `the file is JSON: {"legal_name": "…", "formation_date": "2019-05-01", "country_of_formation": "FI", "share_price": "1.00", "currency": "EUR"}`

// ReadOCFIssuer reads such a file, and refuses what Open Cap Format would. Errors are of class fault.Usage.
func ReadOCFIssuer(r io.Reader) (*OCFIssuer, error) {
	in := json.NewDecoder(io.LimitReader(r, 1<<20))
	in.DisallowUnknownFields()
	i := OCFIssuer{ClassType: "COMMON", Votes: "1", Seniority: "1"}
	if err := in.Decode(&i); err != nil {
		return nil, fault.New(fault.Usage, "the issuer's file can't be read: %w", err).WithHint("%s", ocfHint)
	}
	wrong := func(field, why string) error {
		return fault.New(fault.Usage, "the issuer's file, field %s: %s", field, why).WithHint("%s", ocfHint)
	}
	day, code, number := regexp.MustCompile(`^\d{4}-\d\d-\d\d$`), regexp.MustCompile(`^[A-Z]+$`), regexp.MustCompile(`^[0-9]+(\.[0-9]{1,10})?$`)
	_, dateErr := time.Parse(time.DateOnly, i.FormationDate)
	switch {
	case strings.TrimSpace(i.LegalName) == "":
		return nil, wrong("legal_name", "there is none")
	case !day.MatchString(i.FormationDate) || dateErr != nil:
		return nil, wrong("formation_date", "it is no date such as 2019-05-01")
	case len(i.Country) != 2 || !code.MatchString(i.Country):
		return nil, wrong("country_of_formation", "it is no country code of two capital letters")
	case len(i.Currency) != 3 || !code.MatchString(i.Currency):
		return nil, wrong("currency", "it is no currency code of three capital letters")
	case !slices.Contains([]string{"COMMON", "PREFERRED"}, i.ClassType):
		return nil, wrong("class_type", "it is neither COMMON nor PREFERRED")
	}
	for _, x := range [][2]string{{"share_price", i.SharePrice}, {"votes_per_share", i.Votes}, {"seniority", i.Seniority}} {
		if !number.MatchString(x[1]) {
			return nil, wrong(x[0], "it is no number of at most 10 decimals, as text")
		}
	}
	return &i, nil
}
