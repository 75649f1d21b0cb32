// Code generated from openapi/openapi.json by secrets.js. DO NOT EDIT.

package api

import "fmt"

const hidden = "hidden"

// String shows the value without its secrets.
func (v CreatedWebhookResponse) String() string {
	type plain CreatedWebhookResponse
	v.Secret = hidden
	return fmt.Sprintf("%+v", plain(v))
}

// GoString shows the value without its secrets.
func (v CreatedWebhookResponse) GoString() string { return "api.CreatedWebhookResponse" + v.String() }

// String shows the value without its secrets.
func (v ExchangedTokenResponse) String() string {
	type plain ExchangedTokenResponse
	v.AccessToken = hidden
	return fmt.Sprintf("%+v", plain(v))
}

// GoString shows the value without its secrets.
func (v ExchangedTokenResponse) GoString() string { return "api.ExchangedTokenResponse" + v.String() }

// String shows the value without its secrets.
func (v IssuedTokenResponse) String() string {
	type plain IssuedTokenResponse
	v.Token = hidden
	return fmt.Sprintf("%+v", plain(v))
}

// GoString shows the value without its secrets.
func (v IssuedTokenResponse) GoString() string { return "api.IssuedTokenResponse" + v.String() }

// String shows the value without its secrets.
func (v StartSessionRequest) String() string {
	type plain StartSessionRequest
	v.Code = nil
	v.Token = nil
	return fmt.Sprintf("%+v", plain(v))
}

// GoString shows the value without its secrets.
func (v StartSessionRequest) GoString() string { return "api.StartSessionRequest" + v.String() }
