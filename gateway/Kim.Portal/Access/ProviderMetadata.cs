using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kim.Portal.Access;

/// <summary>
/// The provider's metadata, fetched directly, with each endpoint put where its caller reaches it: the browser's at the
/// authority of the issuer, the portal's own calls at the authority the metadata came from. For a provider that has one
/// address for both, nothing changes.
/// </summary>
public sealed class ProviderMetadata(IdentitySettings settings, HttpClient http) : IConfigurationManager<OpenIdConnectConfiguration>
{
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _inner = new(
        settings.MetadataAddress.AbsoluteUri,
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever(http) { RequireHttps = false }); // inside the installation; the issuer itself is validated in the token

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var found = await _inner.GetConfigurationAsync(cancel);
        found.AuthorizationEndpoint = At(settings.Issuer, found.AuthorizationEndpoint);
        found.EndSessionEndpoint = At(settings.Issuer, found.EndSessionEndpoint);
        found.TokenEndpoint = At(settings.MetadataAddress, found.TokenEndpoint);
        found.UserInfoEndpoint = At(settings.MetadataAddress, found.UserInfoEndpoint);
        return found;
    }

    public void RequestRefresh() => _inner.RequestRefresh();

    private static string? At(Uri authority, string? endpoint) => string.IsNullOrEmpty(endpoint)
        ? endpoint
        : new Uri(authority, new Uri(endpoint).PathAndQuery).AbsoluteUri;
}
