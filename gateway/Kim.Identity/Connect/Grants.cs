using System.Collections.Immutable;
using System.Security.Claims;
using Kim.Identity.SignIn;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Kim.Identity.Connect;

/// <summary>What stands in a token, and for which service it is.</summary>
internal sealed class Grants
{
    private const string SessionClaim = "sid";

    /// <summary>Tokens of a person for a client; the rights are those of this moment, not those of an older token.</summary>
    public static ClaimsPrincipal For(SignedIn person, string clientId, ImmutableArray<string> scopes)
    {
        // The portal's own tokens open no service: it trades them for one service at a time.
        IEnumerable<string> audiences = clientId == Clients.Portal ? [Clients.Portal] : Audiences.In(scopes);
        return Build(person, scopes, audiences);
    }

    /// <summary>A token of a person for one service.</summary>
    public static ClaimsPrincipal ForOneService(SignedIn person, string audience) => Build(person, [audience], [audience]);

    /// <summary>A token of a service of the house, which acts for nobody.</summary>
    public static ClaimsPrincipal ForClient(string clientId, ImmutableArray<string> scopes)
    {
        var identity = new ClaimsIdentity("kim", Claims.Name, Claims.Role).SetClaim(Claims.Subject, clientId);
        identity.SetScopes(scopes);
        identity.SetResources([.. scopes.Select(scope => scope.Split(':')[0]).Distinct(StringComparer.Ordinal)]);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    private static ClaimsPrincipal Build(SignedIn person, ImmutableArray<string> scopes, IEnumerable<string> audiences)
    {
        var identity = new ClaimsIdentity("kim", Claims.Name, Claims.Role)
            .SetClaim(Claims.Subject, person.User.Id.ToString())
            .SetClaim(Claims.Name, person.User.DisplayName)
            .SetClaim(Claims.PreferredUsername, person.User.UserName)
            .SetClaim(SessionClaim, person.Session.Id.ToString())
            .SetClaim(Claims.AuthenticationTime, person.Session.StartedAt.ToUnixTimeSeconds())
            .SetClaims(Claims.AuthenticationMethodReference, ["pwd", "otp"])
            .SetClaims(Claims.Role, [.. person.Account.Roles]);
        identity.SetScopes(scopes);
        identity.SetResources([.. audiences]);
        identity.SetDestinations(DestinationsOf);
        return new ClaimsPrincipal(identity);
    }

    // Names go to the client that greets the person, not to every service.
    private static IEnumerable<string> DestinationsOf(Claim claim) => claim.Type switch
    {
        Claims.Name or Claims.PreferredUsername => [Destinations.IdentityToken],
        _ => [Destinations.AccessToken, Destinations.IdentityToken],
    };
}
