/** A certificate that nobody signed, for a name that nobody has: what a server shows whose certificate is not valid. Good for tests alone. */
export const otherName = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgC1zDdt1+HvrZdulz
xRAYf2pGw5+1na1XcqqGiUIUzl6hRANCAAR2B9x+o7D9+XelXRqdKOel+9v0gLPb
vyeQOlujueMvGskANMpojhl/fPR1CRcEi3wHkMAKFqiC1NJPuhYm3UHe
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBhTCCASugAwIBAgIUGAaHyqM8bcyNbs7oBT0OLn4xr4AwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMa2hhYy5pbnZhbGlkMCAXDTI2MTEyODIwMzA0N1oYDzIxMjYx
MTA0MjAzMDQ3WjAXMRUwEwYDVQQDDAxraGFjLmludmFsaWQwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAR2B9x+o7D9+XelXRqdKOel+9v0gLPbvyeQOlujueMvGskA
NMpojhl/fPR1CRcEi3wHkMAKFqiC1NJPuhYm3UHeo1MwUTAdBgNVHQ4EFgQUQUon
8DKjXEBiQXFBmGQNx4vNN+MwHwYDVR0jBBgwFoAUQUon8DKjXEBiQXFBmGQNx4vN
N+MwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAu1eWx8cT0AfT
SMQZB0djNXftCK7lW8kBz9j62eqmzFcCIA3OkvvdP9CMH1z20GaMAneb/waA937Z
DxHkbeEtywxY
-----END CERTIFICATE-----`,
};
